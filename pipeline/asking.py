"""Asking a proposer: for the replies of an iteration, and about a reply that does not compile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline import events
from pipeline.bench import Workbench
from pipeline.events import AnyEvent, BudgetReached, ModelCalled, ReplyStreamed
from pipeline.job import Run
from pipeline.prompting import PromptFile, iteration_prompt, keep_prompt
from pipeline.proposers.base import NothingToOffer, Proposal, Proposer, Repair, Request, conversation
from pipeline.proposers.names import MODELS
from pipeline.records import Candidate, Language, Reason, Verdict
from pipeline.state import State, prompt_file

# What the compiler or a glance at the text found: the idea may be right.
REPAIRABLE = frozenset(
    (
        Reason.NO_CODE,
        Reason.OTHER_FUNCTION,
        Reason.OTHER_FORM,
        Reason.PARSE,
        Reason.COMPILE,
        Reason.PASSES,
        Reason.SIGNATURE,
        Reason.LINK,
    )
)
LONGEST_QUOTE = 24_000
WORDS: dict[Language, str] = {
    "en": (
        "This reply was rejected before it could run ({reason}):\n\n```text\n{detail}\n```\n\n"
        "Correct exactly that and keep the idea. Answer once more with the complete function in one block."
    ),
    "ja": (
        "この回答は実行する前に却下された。理由は {reason}:\n\n```text\n{detail}\n```\n\n"
        "考え方は変えず、この点だけを直すこと。関数全体を一つのブロックでもう一度答えよ。"
    ),
}


def gather(run: Run, bench: Workbench, proposer: Proposer, iteration: int) -> Iterator[AnyEvent]:
    """Ask the proposer and journal every reply before any is judged."""
    prompts = PromptFile(run, bench, iteration)
    state = run.state
    pending = tuple(candidate for candidate in state.candidates.values() if candidate.iteration == iteration)
    yield events.StepStarted(step="propose", detail=f"iteration {iteration}: {proposer.name}")
    gone = {told.proposer for told in state.exhausted}
    digest = next((kept.digest for kept in state.prompts if kept.file == prompts.name), "")
    for answer in proposer.propose(_request(run, bench, prompts, pending=pending)):
        if prompts.digest not in ("", digest):
            digest = prompts.digest
            yield events.PromptBuilt(iteration=iteration, file=prompts.name, digest=digest)
        if not isinstance(answer, NothingToOffer):
            yield _journalled(answer, run.state, iteration, None)
        elif answer.proposer not in gone or not answer.final:
            yield events.ProposerExhausted(iteration=iteration, proposer=answer.proposer, detail=answer.detail)
    yield events.ProposalsGathered(iteration=iteration)


def _request(
    run: Run,
    bench: Workbench,
    prompts: PromptFile,
    *,
    pending: tuple[Candidate, ...] = (),
    repair: Repair | None = None,
) -> Request:
    return Request(
        iteration=prompts.iteration,
        program=run.program,
        hot=bench.split.name,
        policy=run.settings.policy,
        prompt=prompts.text,
        shorter=prompts.shorter(),
        history=run.state.history,
        incumbent=run.state.incumbent,
        polly=run.toolchain.polly_flags is not None,
        pending=pending,
        repair=repair,
        spent=run.spent,
    )


def _journalled(
    answer: Proposal | ReplyStreamed | ModelCalled | BudgetReached, state: State, iteration: int, parent: str | None
) -> AnyEvent:
    """The event that an answer becomes."""
    if not isinstance(answer, Proposal):
        return answer
    if answer.repairs is not None:
        own = [candidate.id for candidate in state.candidates.values() if candidate.proposer == answer.proposer]
        parent = own[answer.repairs - 1]
    candidate = Candidate(
        id=f"c{len(state.candidates) + 1}",
        iteration=iteration,
        proposer=answer.proposer,
        label=answer.label,
        text=answer.text,
        parent=parent,
        usage=answer.usage,
    )
    return events.CandidateProposed(candidate=candidate)


def next_repair(state: State, iteration: int, proposer: str, rounds: int) -> Candidate | None:
    """The first reply of an iteration that the proposer should be asked about, or None.

    It was rejected for a reason that can be mended, nobody has mended it or given it up, and it is not itself the last
    of `rounds` repairs.
    """
    if state.budget_reached or proposer not in MODELS:
        return None
    mended = {candidate.parent for candidate in state.candidates.values()}
    for name, verdict in state.verdicts.items():
        candidate = state.candidates[name]
        if candidate.iteration != iteration or candidate.proposer != proposer or verdict.reason not in REPAIRABLE:
            continue
        if name not in mended | state.given_up and depth(candidate, state.candidates) < rounds:
            return candidate
    return None


def depth(candidate: Candidate, candidates: Mapping[str, Candidate]) -> int:
    """How many repairs led to a candidate."""
    count = 0
    while candidate.parent is not None:
        candidate, count = candidates[candidate.parent], count + 1
    return count


def repair_message(verdict: Verdict, language: Language) -> str:
    """What a model is told about a reply that was rejected: the reason, and the tool's own words with the line."""
    return WORDS[language].format(reason=verdict.reason, detail=verdict.detail.replace("```", "` ` `"))


def repair(run: Run, bench: Workbench, proposer: Proposer, broken: Candidate) -> Iterator[AnyEvent]:
    """Ask about one rejected reply: a new candidate with it as parent, or word that there is none."""
    prompts = PromptFile(run, bench, broken.iteration)
    kept = run.folder / prompts.name
    asked = kept.read_text(encoding="utf-8") if kept.is_file() else iteration_prompt(run, bench).text
    message = repair_message(run.state.verdicts[broken.id], run.settings.language)
    question = Repair(asked, broken.text[:LONGEST_QUOTE], message)
    yield _kept(run, question, broken)
    yield events.StepStarted(step="repair", detail=f"{broken.id}: {run.state.verdicts[broken.id].reason}")
    given_up = "the proposer had no answer"
    for answer in proposer.propose(_request(run, bench, prompts, repair=question)):
        if isinstance(answer, NothingToOffer):
            given_up = answer.detail
            continue
        yield _journalled(answer, run.state, broken.iteration, broken.id)
        if isinstance(answer, Proposal):
            return
        if isinstance(answer, BudgetReached):
            given_up = answer.detail
    yield events.RepairEnded(candidate=broken.id, detail=given_up)


def _kept(run: Run, question: Repair, broken: Candidate) -> events.PromptBuilt:
    """Keep the conversation about a repair beside the prompts."""
    name = prompt_file(broken.iteration, broken.id)
    digest = keep_prompt(run, name, conversation(question))
    return events.PromptBuilt(iteration=broken.iteration, file=name, digest=digest)
