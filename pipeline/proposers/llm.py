"""Proposer `llm`: asks a model at an OpenAI-compatible endpoint, several times side by side, within a budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.config import find_secret
from pipeline.errors import IrloopError, UsageError
from pipeline.events import BudgetReached, ModelCalled, ReplyStreamed
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request
from pipeline.proposers.calls import Calls, Ended, Streamed
from pipeline.proposers.endpoint import Client, Finish, Message, Reply
from pipeline.records import Settings
from pipeline.service import Budget, Spent, Usage, cost_of, estimate_tokens, reached

# A call that ended without a word is made again so often.
SILENT_RETRIES = 2
ODD = {Finish.LENGTH: "cut at llm.max_tokens", Finish.CUT: "broke off", Finish.STALLED: "stalled"}


@dataclass(frozen=True)
class LlmProposer:
    """Asks for `candidates` replies in an iteration, or for one repair."""

    client: Client
    candidates: int = 1
    budget: Budget = field(default_factory=Budget)
    name: str = "llm"

    @classmethod
    def from_settings(cls, settings: Settings) -> LlmProposer:
        """The proposer that a run's settings describe; the key is looked up now, by its name.

        Raises:
            UsageError: no endpoint, no model, or a budget in money without a price.
        """
        endpoint = settings.endpoint
        if endpoint is None:
            raise UsageError(
                "proposer llm needs an endpoint: put a key into OPENAI_API_KEY, or give --base-url (see docs/models.md)"
            )
        secret = find_secret(endpoint.key_env)
        if not endpoint.model:
            why = f"{secret.source} is set" if secret and not endpoint.base_url else "an endpoint is configured"
            raise UsageError(f"{why}, but no model: name one with --model, or choose --proposer search or recorded")
        if settings.budget.money is not None and endpoint.model not in settings.prices:
            raise UsageError(
                f'a budget in money needs the price of {endpoint.model}: [prices."{endpoint.model}"] with input and '
                "output (per million tokens) in irloop.toml"
            )
        return cls(Client(endpoint, secret, settings.prices), settings.candidates, settings.budget)

    def propose(self, request: Request) -> Iterator[Answer]:
        """Ask until every reply is there, the budget is reached, or the endpoint fails."""
        wanted = 1 if request.repair else self.candidates - request.pending_of(self.name)
        if wanted < 1:
            return
        errors: list[IrloopError] = []
        with Calls(self.client) as calls:
            asking = _Asking(self, request, calls)
            for number in range(1, wanted + 1):
                yield from asking.start(number)
            for told in calls.told():
                if isinstance(told, Streamed):
                    yield ReplyStreamed(
                        iteration=request.iteration, call=told.number, text=told.text, characters=told.characters
                    )
                elif isinstance(told.reply, IrloopError):
                    errors.append(told.reply)
                else:
                    yield from asking.ended(told, told.reply)
        if errors:
            raise errors[0]


@dataclass
class _Asking:
    """One iteration's calls: which prompt they send, which were tried again, whether the budget is reached."""

    proposer: LlmProposer
    request: Request
    calls: Calls
    level: int = 0
    silent: int = 0
    reached: bool = False
    sent: dict[int, int] = field(default_factory=dict)
    prompts: dict[int, list[Message]] = field(default_factory=dict)

    def messages(self) -> list[Message]:
        """What is sent: the prompt (a shorter one after it did not fit), or the conversation about a repair."""
        repair = self.request.repair
        if repair and self.level == 0:
            return [
                {"role": "user", "content": repair.prompt},
                {"role": "assistant", "content": repair.reply},
                {"role": "user", "content": repair.message},
            ]
        if self.level not in self.prompts:
            texts = (self.request.prompt, *self.request.shorter)
            self.prompts[self.level] = [{"role": "user", "content": texts[self.level]()}]
        return self.prompts[self.level]

    def start(self, number: int) -> Iterator[Answer]:
        """Make a call, unless the budget does not allow it."""
        if self.reached:
            return
        messages = self.messages()
        spent = self.request.spent()
        least = self._least(messages)
        under_way = {name: getattr(least, name) * self.calls.running for name in ("tokens", "money", "calls")}
        sum_ = {name: getattr(spent, name) + value for name, value in under_way.items()}
        why = reached(self.proposer.budget, spent.model_copy(update=sum_), least)
        if why:
            self.reached = True
            yield BudgetReached(iteration=self.request.iteration, detail=why)
            return
        seconds = self.proposer.budget.seconds
        self.sent[number] = self.level
        self.calls.start(number, messages, seconds - spent.seconds if seconds else None)

    def _least(self, messages: list[Message]) -> Spent:
        """What a call uses at least: its prompt."""
        tokens = sum(estimate_tokens(message["content"]) for message in messages)
        price = self.proposer.client.prices.get(self.proposer.client.endpoint.model)
        money = cost_of(Usage(prompt_tokens=tokens), price) if price else 0.0
        return Spent(tokens=tokens, money=money, calls=1)

    def ended(self, told: Ended, reply: Reply) -> Iterator[Answer]:
        """A call is over: a reply, a further try, or word that there is none."""
        name, model = self.proposer.name, self.proposer.client.endpoint.model
        kept = reply.text.strip() and reply.finish not in (Finish.REFUSED, Finish.TOO_LONG)
        yield ModelCalled(
            iteration=self.request.iteration,
            call=told.number,
            finish=reply.finish,
            usage=reply.usage,
            detail=reply.detail,
            text="" if kept else reply.text,
        )
        if kept:
            odd = ODD.get(reply.finish)
            yield Proposal(name, reply.text, f"{model}, {odd}" if odd else model, reply.usage)
        elif reply.finish is Finish.TOO_LONG:
            yield from self._shorter(told.number, reply)
        elif reply.finish in (Finish.CUT, Finish.STALLED, Finish.EMPTY) and self.silent < SILENT_RETRIES:
            self.silent += 1
            yield from self.start(told.number)
        else:
            yield NothingToOffer(name, in_words(reply, model), final=False)

    def _shorter(self, number: int, reply: Reply) -> Iterator[Answer]:
        """Ask again with the next shorter prompt; word of it when there is none."""
        longest = 0 if self.request.repair else len(self.request.shorter)
        refused = self.messages()
        self.level = max(self.level, self.sent[number] + 1)
        while self.level < longest and self.messages() == refused:
            self.level += 1  # nothing was left out: the first prompt has no history to lose
        if self.level <= longest:
            yield from self.start(number)
            return
        self.level = longest
        what = "the conversation about it" if self.request.repair else "even the shortest prompt"
        model = self.proposer.client.endpoint.model
        detail = f"{what} does not fit into the context of {model} ({reply.detail}): take a model with a longer one"
        yield NothingToOffer(self.proposer.name, detail, final=False)


def in_words(reply: Reply, model: str) -> str:
    """Why a call gave nothing to judge."""
    said = f": {reply.detail}" if reply.detail else ""
    match reply.finish:
        case Finish.REFUSED:
            return f"{model} refused to answer{said or (': ' + reply.text[:200] if reply.text else '')}"
        case Finish.LENGTH:
            return f"{model} used up llm.max_tokens before it answered: raise it, or lower llm.reasoning_effort"
        case Finish.EMPTY:
            return f"{model} answered with nothing"
    return f"{model} gave no answer{said}"
