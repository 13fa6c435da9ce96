"""What the events of one run add up to for a display: the pipeline's own state, and what only a reader wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline import events
from pipeline.cli.display import narrate
from pipeline.events import AnyEvent
from pipeline.records import Candidate, Form, Interval, LadderRow, Outcome, Verdict
from pipeline.service import Usage
from pipeline.state import State


@dataclass(frozen=True)
class LogLine:
    """One line of narration: seconds since the run began, the words, the outcome when it tells a verdict."""

    seconds: float
    text: str
    outcome: Outcome | None = None
    step: bool = False


@dataclass
class Call:
    """One call of a model as far as it is written: `text` grows while it streams, `ended` says how it ended."""

    iteration: int
    number: int
    text: str = ""
    ended: str = ""
    usage: Usage | None = None


@dataclass(frozen=True)
class Gauge:
    """One limit of a run's budget: `used` of `limit`, in `unit`; `limit` is None where none was set."""

    unit: str
    used: float
    limit: float | None


@dataclass(frozen=True)
class Row:
    """One candidate as the table shows it; `verdict` is None until it is judged, `seconds` are of the hot function."""

    candidate: Candidate
    verdict: Verdict | None
    seconds: float | None
    counters: events.ProfileReady | None
    usage: Usage | None
    is_best: bool
    is_judged_now: bool

    @property
    def speedup(self) -> Interval | None:
        """Over the reference, where it was measured."""
        return self.verdict.speedup if self.verdict else None

    @property
    def form(self) -> Form | None:
        """How it is written, once that is known."""
        return self.verdict.form if self.verdict else None


@dataclass(frozen=True)
class Point:
    """One candidate in the convergence chart: its number from 1, its speedup where measured, what became of it."""

    number: int
    name: str
    speedup: float | None
    outcome: Outcome


@dataclass(frozen=True)
class Convergence:
    """All judged candidates in order, and the speedup of the incumbent after each of them."""

    points: tuple[Point, ...]
    best: tuple[float, ...]
    flags: float | None


@dataclass
class Chronicle:
    """The run so far; `take` is the only thing that changes it. `judged_now` is the one whose verdict is awaited."""

    state: State = field(default_factory=State)
    log: list[LogLine] = field(default_factory=list)
    samples: list[events.SamplesTaken] = field(default_factory=list)
    incumbents: list[str | None] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    counters: dict[str | None, events.ProfileReady] = field(default_factory=dict)
    judged_now: str | None = None
    step: events.StepStarted | None = None
    begun: float = 0.0
    now: float = 0.0
    count: int = 0

    def take(self, batch: Iterable[AnyEvent]) -> None:
        """Take in some more events, in order."""
        for event in batch:
            self._take(event)
        self.judged_now = self._judged_now()

    def _take(self, event: AnyEvent) -> None:
        self.state = self.state.apply(event)
        self.count += 1
        self.begun = self.begun or event.time
        self.now = max(self.now, event.time)
        match event:
            case events.StepStarted():
                self.step = event
            case events.SamplesTaken():
                self.samples.append(event)
            case events.ProfileReady():
                self.counters.setdefault(event.candidate, event)
            case events.VerdictReached():
                self.incumbents.append(event.incumbent)
            case events.ReplyStreamed():
                self._call(event.iteration, event.call).text += event.text
            case events.ModelCalled():
                call = self._call(event.iteration, event.call)
                call.text, call.ended, call.usage = call.text or event.text, event.detail or event.finish, event.usage
            case events.RunFinished():
                self.step = None
        line = narrate(event, self.state) or (_ending(event) if isinstance(event, events.RunFinished) else None)
        if line:
            outcome = event.verdict.outcome if isinstance(event, events.VerdictReached) else None
            step = isinstance(event, events.StepStarted)
            self.log.append(LogLine(event.time - self.begun, line.strip(), outcome, step))

    def _call(self, iteration: int, number: int) -> Call:
        """The call under way of that number, begun anew where the last one of it is over."""
        for call in reversed(self.calls):
            if (call.iteration, call.number) == (iteration, number) and not call.ended:
                return call
        self.calls.append(Call(iteration, number))
        return self.calls[-1]

    @property
    def is_over(self) -> bool:
        """True when the last event of the run is there."""
        return self.state.finished is not None

    def _judged_now(self) -> str | None:
        """The candidate whose verdict is awaited."""
        if self.step is None or self.step.step not in ("build", "verify", "measure", "quarantine", "layout"):
            return None
        return next((candidate.id for candidate in self.state.unjudged), None)

    def row(self, name: str) -> Row:
        """One candidate for the table."""
        state = self.state
        candidate, verdict = state.candidates[name], state.verdicts.get(name)
        measured = verdict.speedup if verdict else None
        return Row(
            candidate=candidate,
            verdict=verdict,
            seconds=state.reference.seconds / measured.speedup if state.reference and measured else None,
            counters=self.counters.get(name),
            usage=candidate.usage,
            is_best=name == (state.best[0] if state.best else state.incumbent),
            is_judged_now=name == self.judged_now,
        )

    def best(self) -> tuple[str, Interval] | None:
        """The confirmed winner, or the incumbent as long as there is none."""
        if self.state.best:
            return self.state.best
        verdict = self.state.verdicts.get(self.state.incumbent or "")
        return (verdict.candidate, verdict.speedup) if verdict and verdict.speedup else None

    def best_flags(self) -> LadderRow | None:
        """The best rung of the ladder."""
        rungs = [row for row in self.state.ladder if row.speedup]
        return max(rungs, key=lambda row: row.speedup.speedup if row.speedup else 0.0, default=None)

    def convergence(self) -> Convergence:
        """The argument so far, candidate by candidate."""
        points = tuple(
            Point(number, verdict.candidate, verdict.speedup.speedup if verdict.speedup else None, verdict.outcome)
            for number, verdict in enumerate(self.state.verdicts.values(), 1)
        )
        flags = self.best_flags()
        best = tuple(self._speedup(name) for name in self.incumbents)
        return Convergence(points, best, flags.speedup.speedup if flags and flags.speedup else None)

    def _speedup(self, name: str | None) -> float:
        verdict = self.state.verdicts.get(name or "")
        return verdict.speedup.speedup if verdict and verdict.speedup else 1.0

    def progress(self) -> tuple[int, int, int]:
        """Iterations done, iterations asked for, candidates without a verdict."""
        asked = self.state.started.settings.iterations if self.state.started else 0
        return len(self.state.iterations), asked, len(self.state.unjudged)

    def gauges(self) -> list[Gauge]:
        """What models have used of the run's budget: limits first set, then what was used without one."""
        if self.state.started is None:
            return []
        budget, spent = self.state.started.settings.budget, self.state.spent
        seconds = self.state.before + max(0.0, self.now - self.state.began)
        used = {"tokens": spent.tokens, "money": spent.money, "calls": spent.calls, "seconds": seconds}
        found = [Gauge(unit, value, getattr(budget, unit)) for unit, value in used.items()]
        return [gauge for gauge in found if gauge.limit or (gauge.used and gauge.unit != "seconds" and spent.calls)]

    def parent(self, name: str) -> str | None:
        """What a candidate started from: the one that it repairs, else the incumbent when its iteration began."""
        candidate = self.state.candidates[name]
        if candidate.parent:
            return candidate.parent
        before = self.state.iterations.get(candidate.iteration - 1)
        return before.incumbent if before else None

    def last_samples(self, name: str) -> events.SamplesTaken | None:
        """The rounds that decided about a candidate: measured last, else screened last."""
        found = [sample for sample in self.samples if name in sample.purpose.split()]
        return found[-1] if found else None


def _ending(event: events.RunFinished) -> str:
    return f"done: {event.best} {event.speedup}" if event.best else "done: nothing proven faster"
