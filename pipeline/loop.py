"""The loop: prepare, propose, judge, feed back; keep the best, confirm the winner.

A run is a lazy stream of events. All that the loop knows is folded from them, so a run that was killed goes on from
its journal (see `pipeline.run`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from pipeline import events
from pipeline.artifacts import module_facts
from pipeline.asking import gather, next_repair, repair
from pipeline.bench import Workbench, examine, find_out, measure_surroundings, prepare
from pipeline.build import assemble
from pipeline.errors import SkipCandidate
from pipeline.events import AnyEvent
from pipeline.job import Run
from pipeline.judging.judge import Judge
from pipeline.judging.statistics import SMALLEST_EFFECT
from pipeline.proposers.base import Proposer
from pipeline.proposers.choose import choose
from pipeline.proposers.names import MODELS
from pipeline.records import Candidate, Form, Interval, Outcome, Reason, Verdict
from pipeline.service import Budget, reached
from pipeline.state import State

# How many of the best candidates get a chance when the winner's gain does not repeat.
CONTENDERS = 3


def steps(run: Run) -> Generator[AnyEvent]:
    """All events of a run after its first, in order; what the state has already is not done again."""
    bench = yield from prepare(run.program, run.settings, run.toolchain, run.artifacts, run.state)
    yield from find_out(bench, run.state)
    yield from measure_surroundings(bench, run.state)
    roofline = run.state.evidence.findings.roofline if run.state.evidence else None
    judge = bench.judge(run.state.noise.floor if run.state.noise else SMALLEST_EFFECT, roofline)
    _restore(run.state, judge)
    proposer = choose(run.settings)
    for iteration in range(1, run.settings.iterations + 1):
        if iteration in run.state.iterations:
            continue
        if iteration not in run.state.gathered and (why := _budget_words(run)):
            if not run.state.budget_reached:
                yield events.BudgetReached(iteration=iteration, detail=why)
            break
        yield from _iterate(run, bench, judge, proposer, iteration)
    yield from _confirm(run, judge)
    yield from _finish(run, bench, judge)


def _budget_words(run: Run) -> str | None:
    """Why no further iteration begins, whoever proposes: a budget that was reached, or that of wall time."""
    return run.state.budget_reached or reached(Budget(seconds=run.settings.budget.seconds), run.spent())


def _restore(state: State, judge: Judge) -> None:
    """Teach a new judge what the one before the interruption knew."""
    for name, verdict in state.verdicts.items():
        if verdict.digest:
            judge.seen.setdefault(verdict.digest, name)
        if verdict.is_win and verdict.finish:
            judge.restore(state.candidates[name], verdict.finish)


def _iterate(run: Run, bench: Workbench, judge: Judge, proposer: Proposer, iteration: int) -> Generator[AnyEvent]:
    """One round: gather replies, judge each, ask about those that do not compile, profile the incumbent."""
    if iteration not in run.state.gathered:
        if proposer.name in MODELS:
            yield from _examine(run, bench, judge)
        yield from gather(run, bench, proposer, iteration)
    while True:
        if broken := next_repair(run.state, iteration, proposer.name, run.settings.repairs):
            yield from repair(run, bench, proposer, broken)
        elif waiting := run.state.unjudged:
            yield from _judge(run, judge, waiting[0])
        else:
            break
    yield from _profile(run, bench, judge, iteration)
    best = run.state.incumbent
    speedup = run.state.verdicts[best].speedup if best else None
    yield events.IterationFinished(iteration=iteration, incumbent=best, speedup=speedup)


def _judge(run: Run, judge: Judge, candidate: Candidate) -> Generator[AnyEvent]:
    forms = run.settings.forms if candidate.proposer in MODELS else tuple(Form)
    verdict = yield from _judged(judge, candidate, run.state.incumbent, forms)
    incumbent = candidate.id if _takes_over(verdict, run.state) else run.state.incumbent
    yield events.VerdictReached(verdict=verdict, incumbent=incumbent)


def _judged(
    judge: Judge, candidate: Candidate, incumbent: str | None, forms: tuple[Form, ...]
) -> Generator[AnyEvent, None, Verdict]:
    """The judge's verdict, or that nobody wanted to wait for it."""
    try:
        return (yield from judge.judge(candidate, incumbent, forms))
    except SkipCandidate:
        detail = "skipped before it was judged"
        outcome = Outcome.INCONCLUSIVE
        return Verdict(candidate=candidate.id, outcome=outcome, reason=Reason.SKIPPED, detail=detail)


def _takes_over(verdict: Verdict, state: State) -> bool:
    """A faster candidate becomes the incumbent when it beats the present one in the rounds that both ran in."""
    if not verdict.is_win:
        return False
    return state.incumbent is None or (verdict.versus_incumbent is not None and verdict.versus_incumbent.low > 1)


def _examine(run: Run, bench: Workbench, judge: Judge) -> Iterator[AnyEvent]:
    """Find out what limits the two versions whose code a model is shown next: the best one and the last one."""
    last = next(reversed(run.state.verdicts), None)
    for name in dict.fromkeys((run.state.incumbent, last)):
        if name in judge.builds and name not in run.state.examined:
            yield from examine(bench, run.state, name, judge.builds[name].module)


def _profile(run: Run, bench: Workbench, judge: Judge, iteration: int) -> Iterator[AnyEvent]:
    """Counters of the program with the incumbent; the last profile again when the incumbent is the same."""
    last = run.state.profiles[-1]
    incumbent = run.state.incumbent
    if incumbent == last.candidate or incumbent is None:
        yield last.model_copy(update={"iteration": iteration})
        return
    yield events.StepStarted(step="profile", detail=f"perf stat -d with {incumbent}")
    module = bench.work / "incumbent.ll"
    assemble(run.toolchain, bench.split, judge.builds[incumbent].module, module)
    name = f"{run.program.name}.opt"
    target = bench.work / f"iteration{iteration}.prof.txt"
    stat = run.artifacts.profile(module, name, bench.sandbox, bench.invocation, target)
    counted = bench.counters.count(stat, judge.builds[incumbent].module, bench.work / "counted")
    lines, opcodes = module_facts(module.read_text())
    yield events.ProfileReady(
        iteration=iteration, candidate=incumbent, **counted.model_dump(), ir_lines=lines, opcodes=opcodes
    )


def _confirm(run: Run, judge: Judge) -> Iterator[AnyEvent]:
    """Verify and measure the winner afresh; where its gain does not repeat, the next best gets a chance."""
    tried = {confirmation.candidate for confirmation in run.state.confirmations}
    for name in run.state.ranking()[:CONTENDERS]:
        if run.state.best or name in tried:
            continue
        yield events.StepStarted(step="confirm", detail=f"{name}: new hidden inputs, fresh rounds")
        held, speedup, detail = yield from judge.confirm(name, run.settings.seed)
        yield events.WinnerConfirmed(candidate=name, held=held, speedup=speedup, detail=detail)


def _finish(run: Run, bench: Workbench, judge: Judge) -> Iterator[AnyEvent]:
    """Write the result files; the journal's last event comes after them, so that `done` means complete."""
    yield events.StepStarted(step="write", detail="final IR, binary, profile, tables")
    best: tuple[str, Interval] | None = run.state.best
    winner = judge.builds[best[0]].module if best else None
    run.artifacts.write_final(bench.split, winner, bench.sandbox, bench.invocation)
    run.artifacts.write_report()
    ending = run.ending("done")
    run.artifacts.write_logs(run.state.apply(ending))
    yield ending
