"""What the events of a run add up to: the only memory of the loop, rebuilt from the journal at any time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.proposers.base import Attempt
from pipeline.records import Candidate, Interval, LadderRow, Verdict


@dataclass(frozen=True)
class State:
    """The run so far. `apply` gives the next state; nothing is ever changed in place."""

    started: events.RunStarted | None = None
    reference: events.ReferenceReady | None = None
    noise: events.NoiseMeasured | None = None
    split: events.SplitMeasured | None = None
    ladder: tuple[LadderRow, ...] = ()
    profiles: tuple[events.ProfileReady, ...] = ()
    evidence: events.EvidenceReady | None = None
    prompts: tuple[events.PromptBuilt, ...] = ()
    candidates: dict[str, Candidate] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    incumbent: str | None = None
    gathered: frozenset[int] = frozenset()
    iterations: dict[int, events.IterationFinished] = field(default_factory=dict)
    exhausted: tuple[events.ProposerExhausted, ...] = ()
    confirmations: tuple[events.WinnerConfirmed, ...] = ()
    finished: events.RunFinished | None = None

    def apply(self, event: AnyEvent) -> State:
        """The state after one more event."""
        match event:
            case events.RunStarted():
                return replace(self, started=event)
            case events.RunResumed():
                return replace(self, finished=None)
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
            case events.PromptBuilt():
                return replace(self, prompts=(*self.prompts, event))
            case events.CandidateProposed():
                return replace(self, candidates={**self.candidates, event.candidate.id: event.candidate})
            case events.VerdictReached():
                verdicts = {**self.verdicts, event.verdict.candidate: event.verdict}
                return replace(self, verdicts=verdicts, incumbent=event.incumbent)
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

    def ranking(self) -> list[str]:
        """Verified faster candidates: the incumbent, then the others by speedup."""
        wins = [verdict for verdict in self.verdicts.values() if verdict.is_win and verdict.speedup]
        wins.sort(key=lambda v: (v.candidate == self.incumbent, v.speedup.speedup if v.speedup else 0.0), reverse=True)
        return [verdict.candidate for verdict in wins]


def fold(past: list[AnyEvent]) -> State:
    """The state that a journal's events add up to."""
    return reduce(State.apply, past, State())
