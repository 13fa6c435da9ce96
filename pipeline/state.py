"""What the events of a run add up to: the only memory of the loop, rebuilt from the journal at any time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.findings import Findings
from pipeline.proposers.base import Attempt
from pipeline.records import Candidate, Interval, LadderRow, Policy, Verdict
from pipeline.service import Spent


@dataclass(frozen=True)
class State:
    """The run so far. `apply` gives the next state; nothing is ever changed in place.

    `led` are the candidates that were the incumbent, one after the other.
    """

    started: events.RunStarted | None = None
    reference: events.ReferenceReady | None = None
    noise: events.NoiseMeasured | None = None
    split: events.SplitMeasured | None = None
    ladder: tuple[LadderRow, ...] = ()
    profiles: tuple[events.ProfileReady, ...] = ()
    evidence: events.EvidenceReady | None = None
    examined: dict[str, Findings] = field(default_factory=dict)
    prompts: tuple[events.PromptBuilt, ...] = ()
    candidates: dict[str, Candidate] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    incumbent: str | None = None
    led: tuple[str, ...] = ()
    gathered: frozenset[int] = frozenset()
    iterations: dict[int, events.IterationFinished] = field(default_factory=dict)
    exhausted: tuple[events.ProposerExhausted, ...] = ()
    confirmations: tuple[events.WinnerConfirmed, ...] = ()
    finished: events.RunFinished | None = None
    spent: Spent = field(default_factory=Spent)
    budget_reached: str = ""
    given_up: frozenset[str] = frozenset()
    # Wall time: seconds of the parts before the last interruption, when this part began, when its last event was.
    before: float = 0.0
    began: float = 0.0
    last: float = 0.0

    def apply(self, event: AnyEvent) -> State:
        """The state after one more event."""
        return replace(self._applied(event), last=event.time)

    def _applied(self, event: AnyEvent) -> State:
        match event:
            case events.RunStarted():
                return replace(self, started=event, began=event.time)
            case events.RunResumed():
                lasted = self.before + max(0.0, self.last - self.began)
                return replace(self, finished=None, before=lasted, began=event.time)
            case events.ModelCalled():
                return replace(self, spent=self.spent.plus(event.usage))
            case events.BudgetReached():
                return replace(self, budget_reached=event.detail)
            case events.RepairEnded():
                return replace(self, given_up=self.given_up | {event.candidate})
            case events.ReferenceReady():
                return replace(self, reference=event)
            case events.NoiseMeasured():
                return replace(self, noise=event)
            case events.SplitMeasured():
                return replace(self, split=event)
            case events.LadderMeasured():
                return replace(self, ladder=(*self.ladder, event.row))
            case events.ProfileReady():
                return replace(self, profiles=(*self.profiles, event))
            case events.EvidenceReady():
                return replace(self, evidence=event)
            case events.CandidateExamined():
                return replace(self, examined={**self.examined, event.candidate: event.findings})
            case events.PromptBuilt():
                return replace(self, prompts=(*self.prompts, event))
            case events.CandidateProposed():
                return replace(self, candidates={**self.candidates, event.candidate.id: event.candidate})
            case events.VerdictReached():
                verdicts = {**self.verdicts, event.verdict.candidate: event.verdict}
                led = self.led if event.incumbent in (None, self.incumbent) else (*self.led, event.incumbent)
                return replace(self, verdicts=verdicts, incumbent=event.incumbent, led=led)
            case events.ProposalsGathered():
                return replace(self, gathered=self.gathered | {event.iteration})
            case events.IterationFinished():
                return replace(self, iterations={**self.iterations, event.iteration: event})
            case events.ProposerExhausted():
                return replace(self, exhausted=(*self.exhausted, event))
            case events.WinnerConfirmed():
                return replace(self, confirmations=(*self.confirmations, event))
            case events.RunFinished():
                return replace(self, finished=event)
        return self

    @property
    def history(self) -> tuple[Attempt, ...]:
        """Every judged candidate with its verdict, oldest first."""
        return tuple(Attempt(self.candidates[name], verdict) for name, verdict in self.verdicts.items())

    @property
    def unjudged(self) -> list[Candidate]:
        """Replies that are journalled and wait for their verdict."""
        return [candidate for name, candidate in self.candidates.items() if name not in self.verdicts]

    @property
    def best(self) -> tuple[str, Interval] | None:
        """The confirmed winner with its fresh measurement, or None."""
        held = [c for c in self.confirmations if c.held and c.speedup]
        return (held[-1].candidate, held[-1].speedup) if held and held[-1].speedup else None

    @property
    def best_rung(self) -> LadderRow | None:
        """The fastest rung of the ladder that keeps the policy.

        A rung with a note computed other results; under policy strict, -ffast-math is no fair rival either.
        """
        strict = self.started is not None and self.started.settings.policy is Policy.STRICT
        sound = [row for row in self.ladder if row.speedup and not row.note]
        sound = [row for row in sound if not (strict and "-ffast-math" in row.name)]
        return max(sound, key=lambda row: row.speedup.speedup if row.speedup else 0.0, default=None)

    def prompt_digest(self, candidate: Candidate) -> str:
        """Of the prompt, or of the conversation about a rejected reply, that a candidate answers; empty without one."""
        file = prompt_file(candidate.iteration, candidate.parent)
        return next((prompt.digest for prompt in reversed(self.prompts) if prompt.file == file), "")

    def ranking(self) -> list[str]:
        """Verified faster candidates: the incumbent, then the others by speedup."""
        wins = [verdict for verdict in self.verdicts.values() if verdict.is_win and verdict.speedup]
        wins.sort(key=lambda v: (v.candidate == self.incumbent, v.speedup.speedup if v.speedup else 0.0), reverse=True)
        return [verdict.candidate for verdict in wins]


def prompt_file(iteration: int, repaired: str | None = None) -> str:
    """Where a run's folder keeps the prompt of an iteration, or the conversation about a rejected candidate."""
    return f"prompts/{iteration}-{repaired}.md" if repaired else f"prompts/{iteration}.md"


def fold(past: list[AnyEvent]) -> State:
    """The state that a journal's events add up to."""
    return reduce(State.apply, past, State())
