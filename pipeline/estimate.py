"""What a run would ask of a model and what that would cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Record, Settings
from pipeline.service import Usage, cost_of

# A reply with C of a tuned loop nest, as the bundled sessions have them; reasoning comes on top and is not foreseen.
REPLY_TOKENS = 1500
# Beside its own reply, an earlier attempt adds a line; the best and the latest reply stand in the prompt in full.
ATTEMPT_TOKENS = 80


class Estimate(Record):
    """From the least (no reply needs a repair) to the most (every one needs all repairs that are allowed).

    `money` is in the price table's unit, None where that has no price.
    """

    calls: tuple[int, int]
    first_prompt: int
    prompt_tokens: tuple[int, int]
    reply_tokens: tuple[int, int]
    money: tuple[float, float] | None = None


def estimate(first_prompt: int, settings: Settings) -> Estimate:
    """The size of a run from that of its first prompt."""
    reply = REPLY_TOKENS
    if settings.endpoint and settings.endpoint.max_tokens:
        reply = min(reply, settings.endpoint.max_tokens)
    least = most = 0
    for iteration in range(settings.iterations):
        history = min(iteration, 2) * reply + iteration * settings.candidates * ATTEMPT_TOKENS
        asked = max(first_prompt, min(first_prompt + history, settings.prompt_tokens))
        least += settings.candidates * asked
        # A repair sends the prompt again, with the reply and what is wrong with it.
        most += settings.candidates * (asked + settings.repairs * (asked + reply + ATTEMPT_TOKENS))
    calls = settings.iterations * settings.candidates
    counts = (calls, calls * (1 + settings.repairs))
    replies = (counts[0] * reply, counts[1] * reply)
    return Estimate(
        calls=counts,
        first_prompt=first_prompt,
        prompt_tokens=(least, most),
        reply_tokens=replies,
        money=_money((least, most), replies, settings),
    )


def _money(prompts: tuple[int, int], replies: tuple[int, int], settings: Settings) -> tuple[float, float] | None:
    price = settings.prices.get(settings.endpoint.model) if settings.endpoint else None
    if price is None:
        return None
    least, most = (
        cost_of(Usage(prompt_tokens=asked, completion_tokens=told), price)
        for asked, told in zip(prompts, replies, strict=True)
    )
    return least, most


def in_words(found: Estimate, settings: Settings) -> Iterator[str]:
    """The estimate, line by line."""
    if settings.endpoint:
        yield f"endpoint: {settings.endpoint.base_url or 'that of the openai package'}, model {settings.endpoint.model}"
    yield f"first prompt: about {found.first_prompt:,} tokens (at most {settings.prompt_tokens:,})"
    each = f"{settings.iterations} iterations x {settings.candidates} candidates, up to {settings.repairs} repairs each"
    yield f"calls: {_range(found.calls)} ({each})"
    yield f"tokens: about {_range(found.prompt_tokens)} in prompts, {_range(found.reply_tokens)} in replies"
    yield f"  (a reply is taken to have {REPLY_TOKENS:,} tokens or llm.max_tokens; reasoning comes on top)"
    if found.money:
        yield f"cost: about {found.money[0]:.4g} to {found.money[1]:.4g} by the price table"
    elif settings.endpoint:
        model = settings.endpoint.model
        yield f'cost: unknown; [prices."{model}"] with input and output (per million tokens) in irloop.toml tells'
    yield from _budget(found, settings)


def _range(pair: tuple[int, int]) -> str:
    return f"{pair[0]:,} to {pair[1]:,}" if pair[0] != pair[1] else f"{pair[0]:,}"


def _budget(found: Estimate, settings: Settings) -> Iterator[str]:
    """What each budget means for this run."""
    uses = {
        "calls": found.calls,
        "tokens": tuple(sum(pair) for pair in zip(found.prompt_tokens, found.reply_tokens, strict=True)),
        "money": found.money,
    }
    for name, used in uses.items():
        limit = getattr(settings.budget, name)
        if limit is None or used is None:
            continue
        ends = "may end" if limit >= used[0] else "ends"
        yield f"budget {name}={limit:,}: {'is enough' if limit >= used[1] else f'{ends} the run early'}"
    if settings.budget.seconds is not None:
        yield f"budget seconds={settings.budget.seconds:,}: looked at before each call"
