"""The loop: prepare, propose, judge, feed back; keep the best, confirm the winner.

A run is a lazy stream of events. All that the loop knows is folded from them, so a run that was killed goes on from
its journal (see `pipeline.run`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline import events
from pipeline.artifacts import Artifacts, counters_of, module_facts
from pipeline.bench import Workbench, find_out, measure_surroundings, prepare
from pipeline.build import assemble
from pipeline.errors import SkipCandidate
from pipeline.events import AnyEvent
from pipeline.evidence.machine import facts_text, machine_facts
from pipeline.evidence.prompt import Evidence, Prompt, build_prompt
from pipeline.evidence.source import find_c_function
from pipeline.evidence.words import line_comments, peaks_line
from pipeline.ir.module import referenced_globals
from pipeline.ir.readable import readable
from pipeline.judging.judge import Judge
from pipeline.judging.statistics import SMALLEST_EFFECT
from pipeline.proposers.base import NothingToOffer, Proposer, Request
from pipeline.proposers.choose import choose
from pipeline.records import Candidate, Form, Interval, Outcome, Program, Reason, Settings, Verdict
from pipeline.state import State
from pipeline.toolchain import Toolchain

# How many of the best candidates get a chance when the winner's gain does not repeat.
CONTENDERS = 3
# Proposers that answer a prompt, and so in the forms that it allows.
MODELS = ("llm", "command")


@dataclass
class Run:
    """One run: its folder, what was asked, and the state that its journal adds up to so far."""

    folder: Path
    program: Program
    settings: Settings
    toolchain: Toolchain
    state: State = field(default_factory=State)

    @property
    def artifacts(self) -> Artifacts:
        """The run's result files."""
        return Artifacts(self.folder, self.program.name, self.toolchain)

    def ending(self, status: Literal["done", "interrupted", "failed"], detail: str = "") -> events.RunFinished:
        """The last event of the run as it stands."""
        best, speedup = self.state.best or (None, None)
        policy = self.settings.policy
        return events.RunFinished(status=status, policy=policy, best=best, speedup=speedup, detail=detail)


def steps(run: Run) -> Generator[AnyEvent]:
    """All events of a run after its first, in order; what the state has already is not done again."""
    bench = yield from prepare(run.program, run.settings, run.toolchain, run.artifacts, run.state)
    yield from find_out(bench, run.state)
    yield from measure_surroundings(bench, run.state)
    judge = bench.judge(run.state.noise.floor if run.state.noise else SMALLEST_EFFECT)
    _restore(run.state, judge)
    proposer = choose(run.settings)
    for iteration in range(1, run.settings.iterations + 1):
        if iteration not in run.state.iterations:
            yield from _iterate(run, bench, judge, proposer, iteration)
    yield from _confirm(run, judge)
    yield from _finish(run, bench, judge)


def _restore(state: State, judge: Judge) -> None:
    """Teach a new judge what the one before the interruption knew."""
    for name, verdict in state.verdicts.items():
        if verdict.digest:
            judge.seen.setdefault(verdict.digest, name)
        if verdict.is_win and verdict.finish:
            judge.restore(state.candidates[name], verdict.finish)


def _iterate(run: Run, bench: Workbench, judge: Judge, proposer: Proposer, iteration: int) -> Generator[AnyEvent]:
    """One round: gather replies, judge each, profile the incumbent."""
    if iteration not in run.state.gathered:
        yield from _gather(run, bench, proposer, iteration)
    for candidate in run.state.unjudged:
        forms = run.settings.forms if candidate.proposer in MODELS else tuple(Form)
        verdict = yield from _judged(judge, candidate, run.state.incumbent, forms)
        incumbent = candidate.id if _takes_over(verdict, run.state) else run.state.incumbent
        yield events.VerdictReached(verdict=verdict, incumbent=incumbent)
    yield from _profile(run, bench, judge, iteration)
    best = run.state.incumbent
    speedup = run.state.verdicts[best].speedup if best else None
    yield events.IterationFinished(iteration=iteration, incumbent=best, speedup=speedup)


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


def _gather(run: Run, bench: Workbench, proposer: Proposer, iteration: int) -> Iterator[AnyEvent]:
    """Ask the proposer and journal every reply before any is judged."""
    prompts = PromptFile(run, bench, iteration)
    state = run.state
    request = Request(
        iteration=iteration,
        program=run.program,
        hot=bench.split.name,
        policy=run.settings.policy,
        prompt=prompts.text,
        history=state.history,
        incumbent=state.incumbent,
        polly=run.toolchain.polly_flags is not None,
        pending=tuple(c for c in state.candidates.values() if c.iteration == iteration),
    )
    yield events.StepStarted(step="propose", detail=f"iteration {iteration}: {proposer.name}")
    gone = {told.proposer for told in state.exhausted}
    for answer in proposer.propose(request):
        if isinstance(answer, NothingToOffer):
            if answer.proposer not in gone or not answer.final:
                yield events.ProposerExhausted(iteration=iteration, proposer=answer.proposer, detail=answer.detail)
            continue
        name = f"c{len(run.state.candidates) + 1}"
        candidate = Candidate(
            id=name, iteration=iteration, proposer=answer.proposer, label=answer.label, text=answer.text
        )
        yield events.CandidateProposed(candidate=candidate)
    if prompts.digest:
        yield events.PromptBuilt(iteration=iteration, file=prompts.name, digest=prompts.digest)
    yield events.ProposalsGathered(iteration=iteration)


@dataclass
class PromptFile:
    """The prompt of one iteration, built when a proposer asks for it and kept in the run's folder."""

    run: Run
    bench: Workbench
    iteration: int
    digest: str = ""

    @property
    def name(self) -> str:
        """Its file inside the run's folder."""
        return f"prompts/{self.iteration}.md"

    def text(self) -> str:
        """Build and keep the prompt."""
        text = iteration_prompt(self.run, self.bench).text
        path = self.run.folder / self.name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        return text


def iteration_prompt(run: Run, bench: Workbench) -> Prompt:
    """What a model is asked as the run stands."""
    state = run.state
    return build_prompt(evidence(run, bench), state.history, state.incumbent, run.settings.prompt_tokens)


def evidence(run: Run, bench: Workbench) -> Evidence:
    """Everything that a proposer is told about the hot function, the program's behaviour and the machine."""
    function = bench.split.function
    module = bench.split.hot.read_text()
    callees = sorted(name for name in referenced_globals(function) if not name.startswith("llvm."))
    facts = facts_text(machine_facts(), run.settings.language)
    found = run.state.evidence.findings if run.state.evidence else None
    peaks = [peaks_line(found.peaks, run.settings.language)] if found and found.peaks else []
    comments = line_comments(found) if found else {}
    return Evidence(
        program=run.program,
        hot=bench.split.name,
        signature=readable(module, bench.split.name).split("\n{")[0].split("define ")[-1].split(" {")[0],
        source=find_c_function(_texts(run.program), bench.split.name),
        ir=readable(module, bench.split.name, comments),
        counted=bool(comments),
        profile=(run.program.profile or run.artifacts.path(".prof.md")).read_text(encoding="utf-8"),
        machine=(*facts, *peaks),
        seconds=bench.reference.seconds,
        calls=bench.reference.calls,
        policy=run.settings.policy,
        callees=tuple(callees),
        notes=bench.reference.notes,
        ladder=run.state.ladder,
        language=run.settings.language,
        forms=run.settings.forms,
    )


def _texts(program: Program) -> list[Path]:
    """The C files that may hold the hot function's source."""
    return [*program.sources, *([program.readable_source] if program.readable_source else [])]


def _profile(run: Run, bench: Workbench, judge: Judge, iteration: int) -> Iterator[AnyEvent]:
    """`perf stat` of the program with the incumbent; the last profile again when the incumbent is the same."""
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
    lines, opcodes = module_facts(module.read_text())
    yield events.ProfileReady(
        iteration=iteration,
        candidate=incumbent,
        source=stat.source,
        counters=counters_of(stat),
        ir_lines=lines,
        opcodes=opcodes,
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
