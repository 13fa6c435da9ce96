"""The events of a run: one JSON object a line in `events.jsonl`, the only source of every table, plot and display."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from pipeline.findings import Findings
from pipeline.records import Candidate, Interval, LadderRow, Policy, Program, Record, Settings, Verdict
from pipeline.service import Usage

FORMAT = 1  # the first version


class Event(Record):
    """Base of all events; `time` is seconds since the epoch, set by the journal when it writes."""

    time: float = 0.0


class RunStarted(Event):
    """First line of every journal: what was asked, where it runs, and the format version."""

    event: Literal["run_started"] = "run_started"
    format: int = FORMAT
    run_id: str
    folder: Path
    program: Program
    settings: Settings
    environment: dict[str, str]


class RunResumed(Event):
    """The run goes on after an interruption, perhaps on another machine."""

    event: Literal["run_resumed"] = "run_resumed"
    environment: dict[str, str]


class StepStarted(Event):
    """Narration: what irloop is doing now."""

    event: Literal["step_started"] = "step_started"
    step: str
    detail: str = ""


class ReferenceReady(Event):
    """The reference is built, split, runs and repeats.

    `seconds` is the median thread CPU time in the hot function for one run of the program, `calls` how often it was
    called in that run. `notes` say what the boundary could not check.
    """

    event: Literal["reference_ready"] = "reference_ready"
    hot: str
    hot_found_by: str
    digest: str
    seconds: float
    calls: int
    clock: str
    seeds: tuple[int, ...]
    ir_lines: int
    opcodes: dict[str, int]
    notes: tuple[str, ...] = ()


class NoiseMeasured(Event):
    """The A/A trial: the reference against itself. A gain must exceed `floor` (a fraction, 0.01 is 1 %)."""

    event: Literal["noise_measured"] = "noise_measured"
    floor: float
    interval: Interval


class SplitMeasured(Event):
    """The speedup of the plain `clang -O3` program over the split reference, in CPU time of the whole process.

    Above 1, keeping the hot function out of line costs time, and every speedup is overstated by that factor.
    """

    event: Literal["split_measured"] = "split_measured"
    plain_over_split: Interval


class LadderMeasured(Event):
    """What flags alone reach over the reference."""

    event: Literal["ladder_measured"] = "ladder_measured"
    row: LadderRow


class ProfileReady(Event):
    """Counters of the program with the reference (iteration 0) or the incumbent after an iteration.

    `counters` holds what was counted; a counter that its source does not have is None. `source` labels all of them,
    `detail` says how they were counted, or why not.
    """

    event: Literal["profile_ready"] = "profile_ready"
    iteration: int
    candidate: str | None = None
    source: str
    counters: dict[str, float | None]
    detail: str = ""
    ir_lines: int
    opcodes: dict[str, int]


class EvidenceReady(Event):
    """What was found out about the reference's hot function beside its time.

    `kept`: an earlier run of the same program on this machine found it out; `seconds` is what gathering took.
    """

    event: Literal["evidence_ready"] = "evidence_ready"
    findings: Findings
    kept: bool = False
    seconds: float = 0.0


class CandidateExamined(Event):
    """What was found out about the machine code of a measured candidate, for the prompts that follow."""

    event: Literal["candidate_examined"] = "candidate_examined"
    candidate: str
    findings: Findings


class PromptBuilt(Event):
    """A prompt is ready; its text is in the run's folder under `file`."""

    event: Literal["prompt_built"] = "prompt_built"
    iteration: int
    file: str
    digest: str


class CandidateProposed(Event):
    """A proposer's reply, journalled before it is judged."""

    event: Literal["candidate_proposed"] = "candidate_proposed"
    candidate: Candidate


class ReplyStreamed(Event):
    """A further piece of a reply that is being written; `call` counts those of an iteration that run side by side.

    `characters` is the length so far. Pieces are put together until there is one about every half a second.
    """

    event: Literal["reply_streamed"] = "reply_streamed"
    iteration: int
    call: int
    text: str
    characters: int


class ModelCalled(Event):
    """A call of a model is over: what it used, how it ended, and its text where that became no candidate."""

    event: Literal["model_called"] = "model_called"
    iteration: int
    call: int
    finish: str
    usage: Usage
    detail: str = ""
    text: str = ""


class BudgetReached(Event):
    """No further call is made: the run judges what it has and ends."""

    event: Literal["budget_reached"] = "budget_reached"
    iteration: int
    detail: str


class RepairEnded(Event):
    """A rejected candidate was not repaired; it is not asked about again."""

    event: Literal["repair_ended"] = "repair_ended"
    candidate: str
    detail: str


class ProposalsGathered(Event):
    """All replies of an iteration are journalled; judging them needs no proposer any more."""

    event: Literal["proposals_gathered"] = "proposals_gathered"
    iteration: int


class ProposerExhausted(Event):
    """A proposer has nothing (more) to offer; `detail` says why."""

    event: Literal["proposer_exhausted"] = "proposer_exhausted"
    iteration: int
    proposer: str
    detail: str


class SamplesTaken(Event):
    """Every sample of one measurement: seconds by arm, in round order; rounds are paired across arms.

    An arm that failed has fewer. `clock` is what the seconds are of: thread CPU time in the hot function (`cpu`) or the
    time-stamp counter (`ticks`), CPU time of the whole program (`process`); `wall` are the processes from start to end.
    `source`: none of them is simulated or modelled. `order` names the arms as they ran one after another, `seeds` are
    the hidden inputs of the rounds (0: the program's own; empty: in all), `loads` the machine's load averages in the
    rounds, `load` the last of them.
    """

    event: Literal["samples_taken"] = "samples_taken"
    purpose: str
    clock: str
    source: Literal["measured"] = "measured"
    seconds: dict[str, tuple[float, ...]]
    wall: dict[str, tuple[float, ...]] = Field(default_factory=dict)
    order: tuple[str, ...] = ()
    seeds: tuple[int, ...] = ()
    cpu: int | None = None
    load: float | None = None
    loads: tuple[float, ...] = ()


class VerdictReached(Event):
    """A candidate was judged; `incumbent` is the best verified candidate from now on."""

    event: Literal["verdict_reached"] = "verdict_reached"
    verdict: Verdict
    incumbent: str | None


class IterationFinished(Event):
    """All candidates of an iteration are judged."""

    event: Literal["iteration_finished"] = "iteration_finished"
    iteration: int
    incumbent: str | None
    speedup: Interval | None


class WinnerConfirmed(Event):
    """The winner was verified on new hidden inputs and measured afresh; `held` is False when it was not."""

    event: Literal["winner_confirmed"] = "winner_confirmed"
    candidate: str
    held: bool
    speedup: Interval | None = None
    detail: str = ""


class RunFinished(Event):
    """The run is over: `done`, `interrupted` or `failed`."""

    event: Literal["run_finished"] = "run_finished"
    status: Literal["done", "interrupted", "failed"]
    policy: Policy
    best: str | None = None
    speedup: Interval | None = None
    detail: str = ""


AnyEvent = Annotated[
    RunStarted
    | RunResumed
    | StepStarted
    | ReferenceReady
    | NoiseMeasured
    | SplitMeasured
    | LadderMeasured
    | ProfileReady
    | EvidenceReady
    | CandidateExamined
    | PromptBuilt
    | CandidateProposed
    | ReplyStreamed
    | ModelCalled
    | BudgetReached
    | RepairEnded
    | ProposalsGathered
    | ProposerExhausted
    | SamplesTaken
    | VerdictReached
    | IterationFinished
    | WinnerConfirmed
    | RunFinished,
    Field(discriminator="event"),
]

ADAPTER: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)


def to_line(event: AnyEvent) -> str:
    """The event as one line of JSON, without the line feed."""
    return event.model_dump_json()


def from_line(line: str | bytes) -> AnyEvent:
    """Read one line of a journal.

    Raises:
        pydantic.ValidationError: the line is not an event of this format.
    """
    return ADAPTER.validate_json(line)
