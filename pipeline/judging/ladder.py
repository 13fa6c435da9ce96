"""The ladder: what flags alone reach, measured beside every run so that a claim can be compared with it.

Each rung recompiles the hot function from the same source with other flags (or another compiler) and goes through the
same boundary and stopwatch as the reference. A rung is not verified like a candidate: -ffast-math may change results.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import Split, clang_flags, defining, emit_raw, extract_hot, mark
from pipeline.errors import BrokenReference, IrloopError, ToolError
from pipeline.executor import Limits, run
from pipeline.ir.module import referenced_globals
from pipeline.ir.recipe import Recipe, apply_to_text
from pipeline.judging.differential import compare
from pipeline.judging.harness import Harness
from pipeline.judging.meter import Arm, Measurement, measure
from pipeline.judging.reference import Reference
from pipeline.judging.sandbox import Invocation, failure, observe, with_patience
from pipeline.judging.statistics import paired_speedup
from pipeline.judging.wrapper import PRIVATE_NAME
from pipeline.records import Finish, LadderRow, Policy, Program
from pipeline.toolchain import tool_environment

ROUNDS = 9
PROFILING_LIMITS = Limits(wall_seconds=300, cpu_seconds=300)

# An out-of-line copy with the plain C signature, also of a static function.
GCC_KEEPS_IT = (
    *("-fkeep-static-functions", "-fno-ipa-sra", "-fno-ipa-cp", "-fno-ipa-icf"),
    "-fno-inline-functions-called-once",
)
# Variables are those of the part that clang compiled, aligned as the ABI asks: gcc may count on no more than that.
GCC_SHARES_DATA = ("-fPIC", "-fno-semantic-interposition")


@dataclass(frozen=True)
class Rung:
    """One way to build the hot function: `make` returns its object file, or raises with the reason why not."""

    name: str
    make: Callable[[Path], Path]


@dataclass(frozen=True)
class LadderBench:
    """What all rungs share."""

    program: Program
    split: Split
    harness: Harness
    reference: Reference
    invocation: Invocation

    def rungs(self) -> list[Rung]:
        """The rungs of this machine, from the least to the most that flags can do."""
        if self.program.is_ir:  # the front end's flags came and went before irloop saw it
            return [Rung("-O3 again, this machine's instructions", self._again)]
        polly = self.harness.toolchain.polly_flags
        native, fast = ("-march=native",), ("-march=native", "-ffast-math")
        rungs = [
            Rung("-O3 -march=native", lambda work: self._clang(work, native)),
            Rung("-O3 -march=native -ffast-math", lambda work: self._clang(work, fast)),
        ]
        if polly:
            rungs += [
                Rung("-O3 -march=native + Polly", lambda work: self._clang(work, native, *polly)),
                Rung("-O3 -march=native -ffast-math + Polly", lambda work: self._clang(work, fast, *polly)),
            ]
        rungs.append(Rung("-O3 + PGO", self._pgo))
        if shutil.which("gcc"):
            rungs.append(Rung("gcc -O3", self._gcc))
            rungs.append(Rung("gcc -O3 -march=native", lambda work: self._gcc(work, "-march=native")))
        return rungs

    def _source(self, work: Path, *front_end: str) -> Path:
        """The marked module before optimisation, made with other front-end flags."""
        raws = emit_raw(self.program, self.harness.toolchain, work, *front_end)
        source = work / "source.ll"
        mark(defining(raws, self.split.name), self.split.name, self.harness.toolchain, source, propagate=True)
        return source

    def _clang(self, work: Path, front_end: tuple[str, ...], *middle_end: str) -> Path:
        source = self._source(work, *front_end)
        optimised = work / "optimised.ll"
        # Function attributes and flags came with the front end; the pass manager wants the target named once more.
        self.harness.toolchain.optimise(source, optimised, *front_end, *middle_end)
        return self._object(optimised, work)

    def _again(self, work: Path) -> Path:
        tools, source, optimised = self.harness.toolchain, work / "source.ll", work / "optimised.ll"
        source.write_text(
            apply_to_text(self.split.source.read_text(), self.split.name, Recipe(), tools.native_attributes)
        )
        tools.optimise(source, optimised)
        return self._object(optimised, work)

    def _object(self, optimised: Path, work: Path) -> Path:
        module = work / "hot.ll"
        extract_hot(optimised, self.split.name, self.harness.toolchain, module)
        return self.harness.finish(module, Finish.CODEGEN).object

    def _pgo(self, work: Path) -> Path:
        """Instrument, run once, optimise with the profile: clang's own -fprofile-generate and -fprofile-use."""
        tools = self.harness.toolchain
        source = self._source(work)
        instrumented, binary, profile = work / "instrumented.ll", work / "instrumented", work / "profile.profdata"
        tools.optimise(source, instrumented, "-fprofile-generate")
        compiled = work / "instrumented.o"
        tools.object(instrumented, compiled)
        tools.link([compiled, *self.split.objects[1:]], binary, "-fprofile-generate")
        raw = work / "raw.profraw"
        run(
            [binary, *self.invocation.args],
            limits=PROFILING_LIMITS,
            cwd=self.invocation.cwd,
            env={**tool_environment(), "LLVM_PROFILE_FILE": str(raw)},
            stdin=self.invocation.stdin,
        )
        if not raw.exists():
            raise ToolError("the instrumented program wrote no profile")
        tools.must("llvm-profdata", "merge", raw, "-o", profile)
        optimised = work / "optimised.ll"
        tools.optimise(source, optimised, f"-fprofile-use={profile}")
        return self._object(optimised, work)

    def _gcc(self, work: Path, *flags: str) -> Path:
        """gcc's object of the source with the hot function; of all else in it, the rest's own version counts."""
        tools, name = self.harness.toolchain, self.split.name
        raws = emit_raw(self.program, tools, work)
        raw = defining(raws, name)
        static = _static_variables(raw.read_text()) & referenced_globals(self.split.function)
        if static:
            raise ToolError(f"gcc would keep its own copy of static {', '.join(sorted(static))}")
        source, target = self.program.sources[raws.index(raw)], work / "gcc.o"
        words: list[str | Path] = ["gcc", "-O3", *flags, *GCC_KEEPS_IT, *GCC_SHARES_DATA, *clang_flags(self.program)]
        result = run([*words, "-c", source, "-o", target], limits=PROFILING_LIMITS, env=tool_environment())
        if not result.ok:
            raise ToolError(f"gcc: {(result.message.splitlines() or [result.describe()])[0][:200]}")
        tools.must("llvm-objcopy", "--weaken", f"--globalize-symbol={name}", target)
        if not self.harness.unwrapped:
            tools.must("llvm-objcopy", f"--redefine-sym={name}={PRIVATE_NAME}", target)
        return target


def _static_variables(module: str) -> set[str]:
    """Mutable variables of internal linkage in a module before optimisation."""
    return set(re.findall(r"^@([-\w$.]+) = (?:internal|private) (?:\w+ )*?global ", module, re.M))


def build_ladder(bench: LadderBench, work: Path) -> Iterator[tuple[Rung, Path | str]]:
    """Build every rung into a runnable binary; a string says why one could not be built."""
    for number, rung in enumerate(bench.rungs()):
        folder = work / f"rung{number}"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            yield rung, bench.harness.link(rung.make(folder), folder / "program")
        except IrloopError as error:
            yield rung, str(error).splitlines()[0][:200]


def measure_ladder(
    bench: LadderBench, binaries: dict[str, Path], rng: random.Random
) -> tuple[list[LadderRow], Measurement]:
    """Time all rungs and the reference in the same rounds; rows in the order given.

    A rung whose results are not the reference's within the tolerance is timed all the same, and its note says so.
    """
    patient = with_patience(bench.invocation, bench.reference.wall_seconds)
    arms = {"reference": Arm("reference", bench.reference.binary, bench.reference.status, bench.reference.checksums)}
    rows: dict[str, LadderRow] = {}
    notes: dict[str, str] = {}
    own = bench.reference.expected[0]
    for name, binary in binaries.items():
        seen = observe(binary, patient)
        problem = failure(seen.result)
        if problem:
            rows[name] = LadderRow(name=name, note=problem[1])
            continue
        difference = compare(own, seen, Policy.TOLERANT, bench.program.tolerance, bench.harness.block_names)
        notes[name] = f"other results: {difference[1]}" if difference else ""
        arms[name] = Arm(name, binary, bench.reference.status)
    measurement = measure(arms, ROUNDS, patient, bench.reference.clock, rng)
    if "reference" in measurement.failures:
        raise BrokenReference(f"the program changes from run to run: {measurement.failures['reference'][1]}")
    base = measurement.seconds["reference"]
    for name in binaries:
        if name in measurement.failures:
            rows[name] = LadderRow(name=name, note=measurement.failures[name][1])
        elif name in measurement.seconds:
            effect = paired_speedup(base, measurement.seconds[name])
            rows[name] = LadderRow(name=name, speedup=effect, note=notes[name])
    return [rows[name] for name in binaries], measurement
