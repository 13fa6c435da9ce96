"""Counting the hot function's work in a simulation: callgrind with caches and branch prediction, by IR line.

The simulation needs no PMU and repeats to the instruction. It knows no prefetcher and no out-of-order core: its counts
say what the code does, not how long that takes. Valgrind knows no AVX-512, so code with it is generated for AVX2.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import Split
from pipeline.errors import ToolError, UsageError
from pipeline.evidence.callgrind import Callgrind, line_counts, read_callgrind
from pipeline.evidence.machine import MachineFacts
from pipeline.evidence.valgrind import STOPPED_EARLY, under_callgrind
from pipeline.executor import Result
from pipeline.findings import Simulation
from pipeline.ir.module import functions, referenced_globals
from pipeline.judging.sandbox import Invocation, failure
from pipeline.toolchain import Toolchain

# Seconds that a simulation may take; a longer run is asked to stop then and tells of its first part.
SIMULATION_SECONDS = 6.0
GRACE_SECONDS = 10.0
# Ways of a cache when the system does not tell: those of most cores today.
D1_WAYS, LL_WAYS = 8, 16
# Nothing is said of instruction cache misses, but callgrind asks for all three caches.
I1_CACHE = "32768,8,64"
# Features beyond what valgrind knows, and the processor to generate code for in their place.
_BEYOND = re.compile(r"\+(?:avx512|avx10|avxvnni|avxifma|avxneconvert|amx)")
_KNOWN_CPU = "x86-64-v3"
_TARGET = re.compile(r'"target-cpu"="[^"]*"')
_FEATURES = re.compile(r' ?"target-features"="[^"]*"')
NARROWED = "simulated with code for AVX2, since valgrind knows no AVX-512: the timed binary has other instructions"
# How valgrind says that a program has an instruction beyond what it knows, such as AVX-512.
_UNKNOWN = re.compile(r"^.*?((?:unhandled|[Uu]nrecognised) instruction|Illegal opcode)")


@dataclass(frozen=True)
class Simulated:
    """What came of a simulation: the counts, or why there are none (`problem`); and what else to know of them."""

    simulation: Simulation | None = None
    problem: str = ""
    note: str = ""


def simulate(
    split: Split,
    toolchain: Toolchain,
    sandbox: Path,
    invocation: Invocation,
    machine: MachineFacts,
    module: Path,
    work: Path,
) -> Simulated:
    """Run the program under callgrind with the hot function of `module`, to whose lines the counts belong.

    `module` is the hot function of `split` with line tables. What goes wrong is said in the result, never raised.
    """
    if shutil.which("valgrind") is None:
        return Simulated(problem="valgrind is not installed: no counts by IR line (`apt install valgrind`)")
    work.mkdir(parents=True, exist_ok=True)
    hot, program, out = work / "hot.o", work / "program", work / "callgrind.out"
    text = module.read_text()
    known = within_avx2(text)
    source = work / "hot.ll"
    source.write_text(known)
    try:
        toolchain.object(source, hot)
        toolchain.link([hot, *split.objects, sandbox], program)
    except ToolError as error:
        by_name = "the hot function asks by name for instructions that valgrind does not know (AVX-512)"
        why = by_name if known != text else str(error).splitlines()[0][:160]
        return Simulated(problem=f"no counts by IR line: {why}")
    result = under_callgrind(program, out, invocation, SIMULATION_SECONDS, GRACE_SECONDS, _options(split, machine))
    if failure(result) or not out.exists() or out.stat().st_size == 0:
        return Simulated(problem=f"no counts by IR line: {_why(result)}")
    names = [function.name for function in functions(text)]
    found = read_simulation(out, module, names, partial=result.status == STOPPED_EARLY)
    return found if known == text else replace(found, note=NARROWED)


def within_avx2(module: str) -> str:
    """The module with every function that has wider vectors generated for AVX2; line numbers stay."""
    lines = module.splitlines(keepends=True)
    for place, line in enumerate(lines):
        if line.startswith("attributes #") and _BEYOND.search(line):
            lines[place] = _TARGET.sub(f'"target-cpu"="{_KNOWN_CPU}"', _FEATURES.sub("", line))
    return "".join(lines)


def _why(result: Result) -> str:
    said = result.message.splitlines()
    for line in said:
        if _UNKNOWN.search(line):
            what = _UNKNOWN.sub(r"\1", line)
            return f"valgrind does not know an instruction of this program ({what.strip()[:120]})"
    return f"under valgrind the program ends with {result.describe()} {said[-1][:160] if said else ''}".rstrip()


def read_simulation(out: Path, module: Path, names: Iterable[str], *, partial: bool) -> Simulated:
    """The counts in a callgrind file for the functions of a module."""
    try:
        found = read_callgrind(out.read_text(errors="replace"))
    except UsageError as error:
        return Simulated(problem=f"no counts by IR line: {error}")
    lines, nowhere = line_counts(found, str(module.resolve()), names)
    own = sum((row.own for row in lines), nowhere)
    if not own.instructions:
        return Simulated(problem="no counts by IR line: the hot function did not run in the simulation")
    return Simulated(
        Simulation(
            tool=found.head.get("creator", "callgrind").replace("-", " ", 1),
            caches=_caches(found),
            own=own,
            total=sum((row.called for row in lines), own),
            unattributed=nowhere.instructions,
            partial=partial,
            seconds=SIMULATION_SECONDS,
            lines=lines,
        )
    )


def _caches(found: Callgrind) -> dict[str, str]:
    return {name: found.head[f"desc {name} cache"] for name in ("D1", "LL") if f"desc {name} cache" in found.head}


def _options(split: Split, machine: MachineFacts) -> list[str]:
    options = ["--dump-instr=yes", "--dump-line=yes", "--cache-sim=yes", "--branch-sim=yes", f"--I1={I1_CACHE}"]
    function = split.function
    if split.name not in referenced_globals(function):
        # A recursive call would switch the collection off again: then everything is collected, and sorted out after.
        options += ["--collect-atstart=no", f"--toggle-collect={split.name}"]
    line = machine.line_bytes or 64
    for name, size, ways in (("D1", machine.l1d_bytes, D1_WAYS), ("LL", machine.l3_bytes or machine.l2_bytes, LL_WAYS)):
        if size:
            options.append(f"--{name}={geometry(size, ways, line)}")
    return options


def geometry(size: int, ways: int, line: int) -> str:
    """A cache that callgrind accepts, `size,ways,line`: the number of its sets is a power of two.

    It gets more ways where the size asks for another number of sets.
    """
    sets = 1 << ((size // (ways * line)).bit_length() - 1)
    more = size // (sets * line)
    return f"{sets * more * line},{more},{line}"
