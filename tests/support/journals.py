"""Journals to make reports from: real ones kept in `tests/data/journals`, and small ones written to order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import events
from pipeline.events import AnyEvent, to_line
from pipeline.findings import Findings, Peaks
from pipeline.journal import FILE_NAME
from pipeline.records import (
    Candidate,
    Form,
    Interval,
    LadderRow,
    Outcome,
    Policy,
    Program,
    Reason,
    Settings,
    Verdict,
)
from pipeline.service import Budget, Usage

# gemm MEDIUM: a recorded session in C beside a search, tolerant. atax SMALL: a search, strict. nussinov MINI: no gain.
REAL = Path(__file__).parents[1] / "data" / "journals"
PLACE = {"irloop": "0.1.0", "llvm": "22.1.8", "cpu": "Test CPU", "arch": "x86_64", "cpus": "2", "load": "0.10"}
INTENT = "tile <b>& unroll</b>"


@dataclass(frozen=True)
class Try:
    """One candidate: its outcome, and its speedup where it was measured."""

    outcome: Outcome
    speedup: float | None = None
    iteration: int = 1
    proposer: str = "search"
    text: str = '```passes\n{"intent": "x"}\n```\n'


def interval(speedup: float, share: float = 0.02) -> Interval:
    """An interval that reaches `share` of the speedup to both sides."""
    return Interval(speedup=speedup, low=speedup * (1 - share), high=speedup * (1 + share), pairs=31)


def write_run(
    root: Path,
    tries: Sequence[Try] = (Try(Outcome.FASTER, 1.5),),
    *,
    kernel: str = "gemm",
    run: str = "20260101-000000",
    proposer: str = "search",
    policy: Policy = Policy.TOLERANT,
    source: str = "software",
    place: dict[str, str] | None = None,
    ladder: float | None = 1.25,
    winner: bool = True,
    done: bool = True,
    peaks: Peaks | None = None,
) -> Path:
    """A run's folder with a journal of one reference, the given tries and, when one of them is faster, a winner."""
    folder = root / kernel / run
    folder.mkdir(parents=True)
    source_file = Path(f"/opt/irloop/kernels/{kernel}/{kernel}.c")
    program = Program(name=kernel, sources=(source_file,), hot=f"kernel_{kernel}", size="MINI", flops=2000, bytes=1000)
    settings = Settings(iterations=max((each.iteration for each in tries), default=1), proposer=proposer, policy=policy)
    first = events.RunStarted(
        run_id=run, folder=folder, program=program, settings=settings, environment=PLACE if place is None else place
    )
    past = [first, *_prepared(kernel, source, ladder, peaks)]
    past += _judged(tries, source)
    best = max(
        ((each.speedup, f"c{n}") for n, each in enumerate(tries, 1) if each.outcome is Outcome.FASTER and each.speedup),
        default=None,
    )
    if best and winner:
        past += _confirmed(best[1], best[0] or 1.0)
    if done:
        past.append(events.RunFinished(status="done", policy=policy, best=best[1] if best and winner else None))
    (folder / FILE_NAME).write_text("".join(to_line(event) + "\n" for event in past))
    return folder


def _prepared(kernel: str, source: str, ladder: float | None, peaks: Peaks | None) -> list[AnyEvent]:
    """What a run does before its first iteration."""
    hot = f"kernel_{kernel}"
    reference = events.ReferenceReady(
        hot=hot,
        hot_found_by="named",
        digest="d0",
        seconds=1e-3,
        calls=1,
        clock="cpu",
        seeds=(7,),
        ir_lines=100,
        opcodes={"fmul": 2},
    )
    past: list[AnyEvent] = [reference, _profile(0, None, source, 2)]
    if peaks:
        past.append(events.EvidenceReady(findings=Findings(hot=hot, peaks=peaks)))
    past.append(events.NoiseMeasured(floor=0.01, interval=interval(1.0)))
    if ladder:
        past.append(events.LadderMeasured(row=LadderRow(name="-O3 -march=native", speedup=interval(ladder))))
        wrong = LadderRow(name="-O3 -ffast-math", speedup=interval(9.0), note="other results: C")
        past.append(events.LadderMeasured(row=wrong))
    return past


def _judged(tries: Sequence[Try], source: str) -> list[AnyEvent]:
    past: list[AnyEvent] = []
    incumbent: str | None = None
    for number, each in enumerate(tries, 1):
        name = f"c{number}"
        candidate = Candidate(id=name, iteration=each.iteration, proposer=each.proposer, label=INTENT, text=each.text)
        past.append(events.CandidateProposed(candidate=candidate))
        measured = interval(each.speedup) if each.speedup else None
        if each.outcome is Outcome.FASTER:
            incumbent = name
        verdict = Verdict(
            candidate=name,
            outcome=each.outcome,
            reason=Reason.CRASH if each.outcome is Outcome.REJECTED else Reason.MEASURED,
            detail="killed by <SIGSEGV>" if each.outcome is Outcome.REJECTED else "",
            form=Form.PASSES,
            intent=INTENT,
            digest=f"d{number}",
            speedup=measured,
            ir_lines=100 + number,
        )
        past.append(events.VerdictReached(verdict=verdict, incumbent=incumbent))
        if number == len(tries) or tries[number].iteration > each.iteration:
            past.append(_profile(each.iteration, incumbent, source, 2 + number))
            past.append(events.IterationFinished(iteration=each.iteration, incumbent=incumbent, speedup=None))
    return past


def _confirmed(name: str, speedup: float) -> list[AnyEvent]:
    reference = tuple(1e-3 * (1 + 0.001 * number) for number in range(31))
    seconds = {"reference": reference, name: tuple(value / speedup for value in reference)}
    return [
        events.SamplesTaken(purpose=f"confirm {name}", clock="cpu", seconds=seconds, seeds=(0, 7), cpu=1, load=0.5),
        events.WinnerConfirmed(candidate=name, held=True, speedup=interval(speedup)),
    ]


def _profile(iteration: int, candidate: str | None, source: str, fmul: int) -> events.ProfileReady:
    counters = {"cycles": 1000.0 if source == "pmu" else None, "task-clock": 1.5}
    return events.ProfileReady(
        iteration=iteration, candidate=candidate, source=source, counters=counters, ir_lines=100, opcodes={"fmul": fmul}
    )


def written_now(past: Sequence[AnyEvent]) -> list[AnyEvent]:
    """A recorded run as it would look with a model at work in its second iteration, and half of its budget gone."""
    first = past[0]
    assert isinstance(first, events.RunStarted)
    budget = Budget(tokens=20_000, calls=8)
    asked = first.settings.model_copy(update={"proposer": "llm", "budget": budget})
    end = next(n for n, event in enumerate(past) if isinstance(event, events.IterationFinished)) + 1
    time = past[end - 1].time
    usage = Usage(model="some-model", prompt_tokens=9_200, completion_tokens=1_100, seconds=12.5, cost=0.0123)
    model: list[AnyEvent] = [
        events.ReplyStreamed(iteration=1, call=1, text="One idea.\n", characters=10),
        events.ModelCalled(iteration=1, call=1, finish="stop", usage=usage),
        events.StepStarted(step="propose", detail="iteration 2: llm"),
        events.ReplyStreamed(iteration=2, call=1, text="The inner loop waits for its sum.\n```c\n", characters=38),
        events.ReplyStreamed(iteration=2, call=1, text="for (int j = 0; j < n; j++)\n    s0 +=", characters=74),
    ]
    later = [event.model_copy(update={"time": time + number}) for number, event in enumerate(model, 1)]
    return [first.model_copy(update={"settings": asked}), *past[1:end], *later]
