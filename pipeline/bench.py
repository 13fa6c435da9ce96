"""The workbench of a run: the reference built, split and observed, and everything measured once beside it."""

from __future__ import annotations

import platform
import random
import shutil
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import events
from pipeline.artifacts import Artifacts, module_facts
from pipeline.build import Split, build_plain, emit_plain, emit_raw, split
from pipeline.errors import BrokenReference, UsageError
from pipeline.events import AnyEvent
from pipeline.evidence.counters import Counters
from pipeline.evidence.gather import Subject, examine_candidate, gather
from pipeline.evidence.hotspot import find_hot_function
from pipeline.evidence.machine import machine_facts
from pipeline.findings import Roofline
from pipeline.ir.gate import allowed_by
from pipeline.judging.alive import find_alive
from pipeline.judging.cases import OWN, Case
from pipeline.judging.construct import Bench
from pipeline.judging.harness import Harness, build_harness, sandbox_object
from pipeline.judging.judge import REFERENCE, Judge
from pipeline.judging.ladder import LadderBench, build_ladder, measure_ladder
from pipeline.judging.meter import PROCESS, Arm, Measurement, measure
from pipeline.judging.reference import Reference, hidden_seeds
from pipeline.judging.reference import prepare as prepare_reference
from pipeline.judging.sandbox import Invocation, pinned_cpu
from pipeline.judging.statistics import noise_floor, paired_speedup
from pipeline.ladder_cache import keep, program_facts, recall
from pipeline.records import LadderRow, Program, Settings
from pipeline.state import State
from pipeline.toolchain import Toolchain

NOISE_ROUNDS = 21
NOISE_PAIRS = 11
SPLIT_ROUNDS = 11


@dataclass(frozen=True)
class Workbench:
    """What a run works with; `plain` is the program as the user would build it, `work` the folder for scratch files."""

    program: Program
    settings: Settings
    toolchain: Toolchain
    artifacts: Artifacts
    split: Split
    harness: Harness
    reference: Reference
    invocation: Invocation
    plain: Path
    work: Path

    @property
    def sandbox(self) -> Path:
        """The object that raises the walls around a program that runs outside the boundary."""
        return sandbox_object(self.harness)

    @property
    def counters(self) -> Counters:
        """What counts the program's work in this run."""
        return Counters(
            self.settings.counters, self.split, self.toolchain, self.sandbox, self.invocation, machine_facts()
        )

    def subject(self, module: Path, seconds: float, work: Path) -> Subject:
        """The reference as the evidence needs it; `module` is written, `seconds` its time in the hot function."""
        return Subject(
            program=self.program,
            split=self.split,
            toolchain=self.toolchain,
            sandbox=self.sandbox,
            invocation=self.invocation,
            digest=self.reference.finished.digest,
            seconds=seconds,
            machine=machine_facts(),
            module=module,
            work=work,
            calls=self.reference.calls,
            counters=self.settings.counters,
        )

    def judge(self, floor: float, roofline: Roofline | None = None) -> Judge:
        """A judge for candidates of this reference; gains below `floor` are noise, above the roofline suspicious."""
        function = self.split.function
        construction = Bench(
            self.program,
            self.split,
            function,
            self.split.hot.read_text(),
            allowed_by(function),
            self.toolchain,
            self.settings.policy,
        )
        rng = random.Random(self.settings.seed)
        folder = self.work / "candidates"
        return Judge(construction, self.harness, self.reference, self.invocation, floor, rng, folder, roofline=roofline)


def prepare(
    program: Program, settings: Settings, toolchain: Toolchain, artifacts: Artifacts, state: State
) -> Generator[AnyEvent, None, Workbench]:
    """Build and observe the reference, profile it; on resuming, build it again and check that it is the same.

    Raises:
        CompileError: the program does not compile.
        UsageError: there is no such hot function, IRLOOP_ALIVE_TV names no program, or the machine or toolchain changed
            since the run began.
        BrokenReference: the program does not run or does not repeat.
    """
    find_alive()  # a wrong setting is an error before any work
    work = artifacts.folder / "work"
    work.mkdir(exist_ok=True)
    yield events.StepStarted(step="emit", detail=f"clang {toolchain.version} -O3 -emit-llvm")
    emit_plain(program, toolchain, artifacts.path(".ll"))
    plain = work / "plain"
    build_plain(program, toolchain, plain)
    folder = work / "scratch"
    folder.mkdir(exist_ok=True)
    watch = next(iter(hidden_seeds(settings.seed, "watch")))
    invocation = Invocation(program.args, program.stdin, program.cwd or folder, settings.timeout, pinned_cpu(), watch)
    hot, found_by = program.hot, "named"
    if state.reference is not None:
        hot, found_by = state.reference.hot, state.reference.hot_found_by
    elif hot is None:
        yield events.StepStarted(step="hot", detail="which function takes the time")
        hot, found_by = find_hot_function(program, toolchain, work, invocation)
    yield events.StepStarted(step="split", detail=f"{hot} apart from the rest")
    parts = split(program, hot, emit_raw(program, toolchain, work), toolchain, work)
    harness = build_harness(program, parts, toolchain, work)
    yield events.StepStarted(step="reference", detail="runs and repeats, on its own and on hidden inputs")
    reference = prepare_reference(harness, invocation, settings.seed, work, program)
    bench = Workbench(program, settings, toolchain, artifacts, parts, harness, reference, invocation, plain, work)
    yield from _announce(bench, state, found_by)
    return bench


def _announce(bench: Workbench, state: State, found_by: str) -> Iterator[AnyEvent]:
    reference = bench.reference
    digest = reference.finished.digest
    if state.reference is not None and state.reference.digest != digest:
        raise UsageError("the program, the machine or the toolchain changed since this run began: start a new run")
    if state.reference is None:
        lines, opcodes = module_facts(bench.artifacts.path(".ll").read_text())
        yield events.ReferenceReady(
            hot=bench.split.name,
            hot_found_by=found_by,
            digest=digest,
            seconds=reference.seconds,
            calls=reference.calls,
            clock=reference.clock,
            seeds=reference.seeds,
            ir_lines=lines,
            opcodes=opcodes,
            notes=reference.notes,
        )
    if not state.profiles:
        yield events.StepStarted(step="profile", detail="perf stat -d")
        stat = bench.artifacts.write_baseline(bench.sandbox, bench.invocation, bench.settings)
        counted = bench.counters.count(stat, bench.split.hot, bench.work / "counted")
        lines, opcodes = module_facts(bench.artifacts.path(".ll").read_text())
        yield events.ProfileReady(iteration=0, **counted.model_dump(), ir_lines=lines, opcodes=opcodes)


def find_out(bench: Workbench, state: State) -> Generator[AnyEvent]:
    """Gather the evidence on the hot function and write its files, unless an earlier part of the run has."""
    module = bench.artifacts.path(".hot.ll")
    if state.evidence is not None and module.exists():
        return
    yield events.StepStarted(step="evidence", detail="counts by IR line and loop, remarks, models, peaks")
    begun = time.monotonic()
    found, kept = gather(bench.subject(module, bench.reference.seconds, bench.work / "evidence"))
    bench.artifacts.write_evidence(found, bench.settings.language)
    yield events.EvidenceReady(findings=found, kept=kept, seconds=time.monotonic() - begun)


def examine(bench: Workbench, state: State, candidate: str, hot: Path) -> Generator[AnyEvent]:
    """Find out what limits a measured candidate, whose hot function is the module `hot`."""
    speedup = state.verdicts[candidate].speedup
    if state.evidence is None or speedup is None:
        return
    yield events.StepStarted(step="evidence", detail=f"what limits {candidate}")
    work = bench.work / "examined" / candidate
    work.mkdir(parents=True, exist_ok=True)
    subject = bench.subject(work / "candidate.ll", bench.reference.seconds / speedup.speedup, work)
    subject = replace(subject, split=replace(bench.split, hot=hot))
    yield events.CandidateExamined(candidate=candidate, findings=examine_candidate(subject, state.evidence.findings))


def measure_surroundings(bench: Workbench, state: State) -> Generator[AnyEvent]:
    """The noise floor, the cost of splitting, and the ladder: what an earlier part of the run measured is kept."""
    rng = random.Random(bench.settings.seed)
    if state.noise is None:
        yield from _measure_noise(bench, rng)
    if state.split is None:
        yield from _measure_split(bench, rng)
    if bench.settings.ladder and not state.ladder:
        yield from _climb(bench, rng)


def _measure_noise(bench: Workbench, rng: random.Random) -> Iterator[AnyEvent]:
    yield events.StepStarted(step="noise", detail="the reference against itself")
    reference = bench.reference
    twin = bench.work / "twin"
    shutil.copy2(reference.binary, twin)
    arms = {
        name: Arm(name, binary, reference.status, reference.checksums)
        for name, binary in ((REFERENCE, reference.binary), ("twin", twin))
    }
    taken = yield from _measured(bench, "noise", arms, NOISE_ROUNDS, reference.clock, rng, tuple(reference.checksums))
    one, two = taken.seconds[REFERENCE], taken.seconds["twin"]
    floor = noise_floor(one, two, NOISE_PAIRS, bench.settings.seed)
    yield events.NoiseMeasured(floor=floor, interval=paired_speedup(one, two))


def _measure_split(bench: Workbench, rng: random.Random) -> Iterator[AnyEvent]:
    yield events.StepStarted(step="split", detail="what keeping the hot function out of line costs")
    programs = {"plain": bench.plain, "split": bench.reference.binary}
    arms = {name: Arm(name, binary, bench.reference.status) for name, binary in programs.items()}
    taken = yield from _measured(bench, "split", arms, SPLIT_ROUNDS, PROCESS, rng)
    yield events.SplitMeasured(plain_over_split=paired_speedup(taken.seconds["split"], taken.seconds["plain"]))


def _measured(
    bench: Workbench,
    purpose: str,
    arms: Mapping[str, Arm],
    rounds: int,
    clock: str,
    rng: random.Random,
    cases: Sequence[Case] = (OWN,),
) -> Generator[AnyEvent, None, Measurement]:
    """Samples of programs that have to be right; BrokenReference where one is not."""
    taken = measure(arms, rounds, bench.invocation, clock, rng, cases=cases)
    yield taken.event(purpose, clock, bench.invocation.cpu)
    for name, (reason, detail) in taken.failures.items():
        raise BrokenReference(f"the program does not behave the same from run to run ({name}: {reason}, {detail})")
    return taken


def _climb(bench: Workbench, rng: random.Random) -> Iterator[AnyEvent]:
    """The ladder of an earlier run of the same program on this machine, or measured now and kept."""
    reference, facts = bench.reference, machine_facts()
    machine = {"host": platform.node(), "cpu": facts.cpu, "vectors": " ".join(facts.vectors), "cpus": str(facts.cpus)}
    depends_on = program_facts(bench.program, bench.split, bench.toolchain, reference.finished.digest, machine)
    rows = None if bench.settings.fresh_ladder else recall(depends_on)
    if rows is None:
        rows = yield from _climb_now(bench, rng)
        keep(depends_on, rows)
    for row in rows:
        yield events.LadderMeasured(row=row)


def _climb_now(bench: Workbench, rng: random.Random) -> Generator[AnyEvent, None, tuple[LadderRow, ...]]:
    ladder = LadderBench(bench.program, bench.split, bench.harness, bench.reference, bench.invocation)
    binaries: dict[str, Path] = {}
    failed: list[LadderRow] = []
    for rung, built in build_ladder(ladder, bench.work / "ladder"):
        yield events.StepStarted(step="ladder", detail=rung.name)
        if isinstance(built, Path):
            binaries[rung.name] = built
        else:
            failed.append(LadderRow(name=rung.name, note=built))
    yield events.StepStarted(step="ladder", detail="measuring")
    rows, taken = measure_ladder(ladder, binaries, rng)
    yield taken.event("ladder", bench.reference.clock, bench.invocation.cpu)
    return (*rows, *failed)
