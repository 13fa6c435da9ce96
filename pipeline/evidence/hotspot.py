"""Which function of a program to optimise: the one that costs most by itself, found by running the program.

    raw IR ──keep functions apart──► binary ──perf, else callgrind──► costs ──► the hot function

The compiler inlines small helpers into the loops that call them, and a hot function that -O3 would have
dissolved makes a poor reference. So functions with a loop are kept apart, helpers without one may be inlined,
and only where that leaves the work in `main` is every function kept apart.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import emit_raw
from pipeline.errors import BrokenReference, ToolError, UsageError
from pipeline.evidence.callgrind import read_callgrind
from pipeline.evidence.valgrind import STOPPED_EARLY, under_callgrind
from pipeline.executor import Limits, Result, run
from pipeline.ir.module import Function, functions, referenced_globals
from pipeline.judging.sandbox import CLEAN_ENVIRONMENT, Invocation, failure, run_walled
from pipeline.records import Program, Reason
from pipeline.toolchain import CODEGEN, LINKER, Toolchain

# Below this many samples the share of a function is a guess: a simulation of the same run counts exactly.
MIN_SAMPLES = 20
# Hertz; a prime, so that sampling does not fall into step with a program's own period.
SAMPLING_RATE = 9973
# A function with less than this part of main's own cost cannot be what the time is spent on.
LEAST_OF_MAIN = 0.1
# Seconds that a simulation (50 times slower) may take at least, and how much earlier it is asked to stop.
SIMULATION_SECONDS = 30.0
SIMULATION_GRACE = 5.0
# PolyBench's harness flushes the cache before a timed call, which outweighs a small kernel.
HARNESS_PREFIXES = ("polybench_",)
REPORT_LIMITS = Limits(wall_seconds=60, cpu_seconds=60)
MOVE_THE_LOOP = "move its loop into a function of its own and name that one with --hot"

_SAMPLE_ROW = re.compile(r"\s*(\d+)\s*\|\[.\]\s*(\S.*?)\s*\|\s*(.*?)\s*")
_LABEL = re.compile(r'("[^"]*"|[-\w.$]+):')
_TARGET = re.compile(r'label %("[^"]*"|[-\w.$]+)')


@dataclass(frozen=True)
class Costs:
    """Self cost of each function of the program, in samples or instructions; `total` has libraries too.

    `partial` says that only the beginning of the run was simulated.
    """

    by_function: Mapping[str, float]
    total: float
    simulated: bool
    partial: bool = False

    def share(self, name: str) -> str:
        """In words, how much of the run `name` was: `perf cpu-clock: 93 % of 412 samples`."""
        percent = f"{100 * self.by_function.get(name, 0.0) / self.total:.0f} %"
        if not self.simulated:
            return f"perf cpu-clock: {percent} of {self.total:.0f} samples"
        which = "the first " if self.partial else ""
        mantissa, _, exponent = f"{self.total:.1e}".partition("e")
        return f"callgrind: {percent} of {which}{mantissa}e{int(exponent)} simulated instructions"


def find_hot_function(program: Program, toolchain: Toolchain, work: Path, invocation: Invocation) -> tuple[str, str]:
    """The function with the highest self cost among the program's own, and how it was found.

    Raises:
        UsageError: there is no function but main, or main itself does the work.
        CompileError: the program does not compile or link.
        BrokenReference: the program crashes or does not stop.
        ToolError: neither perf nor valgrind can profile here.
    """
    folder = (work / "hotspot").resolve()
    raws = emit_raw(program, toolchain, folder)
    defined = {function.name for raw in raws for function in functions(raw.read_text())}
    if defined <= {"main"}:
        raise UsageError(f"this program has no function but main: {MOVE_THE_LOOP}")
    if not program.is_ir:  # IR is profiled as it is: what it has inlined stays inlined
        for raw in raws:
            raw.write_text(keep_apart(raw.read_text(), every=False))
    binary = _build(raws, toolchain, folder / "profiled", CODEGEN if program.is_ir else ("-O2",))
    _must_end(run_walled(binary, invocation), invocation)
    costs = own_costs(_profile(binary, folder, invocation), defined)
    hot = choose_hot(costs.by_function)
    main = costs.by_function.get("main", 0.0)
    if not program.is_ir and (hot is None or main > costs.by_function[hot]):
        for raw in raws:
            raw.write_text(keep_apart(raw.read_text(), every=True))
        binary = _build(raws, toolchain, folder / "profiled", ("-O2",))
        costs = own_costs(_profile(binary, folder, invocation), defined)
        hot = choose_hot(costs.by_function)
    if hot is None:
        raise UsageError(_nothing_hot(costs))
    return hot, costs.share(hot)


def _nothing_hot(costs: Costs) -> str:
    if costs.by_function.get("main"):
        return f"main itself does the work ({costs.share('main')}): {MOVE_THE_LOOP}"
    return "no function of this program takes measurable time itself: name the hot function with --hot"


def choose_hot(costs: Mapping[str, float]) -> str | None:
    """The function with the highest cost, never main; None where main leaves nothing worth the while.

    Equal costs go by name.
    """
    others = {name: cost for name, cost in costs.items() if name != "main"}
    eligible = {name: cost for name, cost in others.items() if not name.startswith(HARNESS_PREFIXES)}
    least = LEAST_OF_MAIN * costs.get("main", 0.0)
    hot = min(eligible, key=lambda name: (-eligible[name], name), default=None)
    return hot if hot is not None and eligible[hot] > 0 and eligible[hot] >= least else None


def own_costs(costs: Costs, defined: Collection[str]) -> Costs:
    """The costs of functions that the program defines; a clone, `f.specialized.1`, counts for `f`."""
    own: dict[str, float] = {}
    for symbol, cost in costs.by_function.items():
        name = symbol if symbol in defined else symbol.partition(".")[0]
        if name in defined:
            own[name] = own.get(name, 0.0) + cost
    return replace(costs, by_function=own)


def keep_apart(text: str, *, every: bool) -> str:
    """The module with its functions marked `noinline`: those that loop or call themselves, or `every` one."""
    lines = text.splitlines()
    forced = set(re.findall(r"^attributes (#\d+) = \{[^\n]*\balwaysinline\b", text, re.M))
    for function in functions(text):
        group = re.search(r" (#\d+)\b", function.header)
        if group and group[1] not in forced and (every or repeats(function)):
            before, after = function.header[: group.start()], function.header[group.start() :]
            lines[function.start] = f"{before} noinline{after}"
    return "\n".join(lines) + "\n"


def repeats(function: Function) -> bool:
    """True when the function branches back to an earlier block or to the same one, or mentions itself."""
    seen: set[str] = set()
    for line in function.body:
        if label := _LABEL.match(line):
            seen.add(label[1])
        elif seen.intersection(_TARGET.findall(line)):
            return True
    return function.name in referenced_globals(function)


def _build(modules: Sequence[Path], toolchain: Toolchain, target: Path, mode: Sequence[str]) -> Path:
    words = (*mode, "-g0", "-Wno-override-module", LINKER, "-x", "ir")
    toolchain.compile(*words, *modules, "-lm", "-o", target)
    return target


def _must_end(result: Result, invocation: Invocation, under: str = "") -> None:
    """Raise BrokenReference unless the program ended by itself."""
    problem = failure(result)
    if problem is None:
        return
    if under:
        advice = "name the hot function with --hot"
        raise BrokenReference(f"the program runs by itself, but under {under} it {problem[1]}: {advice}")
    if problem[0] is Reason.TIMEOUT:
        advice = "give a smaller input or a longer --timeout"
        raise BrokenReference(f"the program did not stop within {invocation.timeout:g} s: {advice}")
    words = result.message.splitlines()
    said = f"; it said: {words[-1][:200]}" if words else ""
    raise BrokenReference(f"the program itself fails before any change ({result.describe()}){said}")


def _profile(binary: Path, folder: Path, invocation: Invocation) -> Costs:
    """By sampling where that gives enough samples, else by simulation, else by the few samples there are."""
    sampled = _sample(binary, folder, invocation)
    if sampled is not None and sampled.total >= MIN_SAMPLES:
        return sampled
    costs = _simulate(binary, folder, invocation) or sampled
    if costs is None:
        raise ToolError(
            "cannot find the hot function: neither perf nor valgrind works here. "
            "Name the function with --hot, or install valgrind (`irloop doctor` says more)"
        )
    return costs


def _sample(binary: Path, folder: Path, invocation: Invocation) -> Costs | None:
    """Sample by the kernel's CPU clock, which needs no hardware counter; None where perf cannot."""
    perf = shutil.which("perf")
    if perf is None:
        return None
    data = folder / "perf.data"
    data.unlink(missing_ok=True)
    # No build ids: they would go to the user's home, which the clean environment does not name.
    words = ("record", "-q", "-B", "-N", "-e", "cpu-clock:u", "-F", str(SAMPLING_RATE), "-o", data, "--")
    unhurried = replace(invocation, timeout=invocation.timeout + SIMULATION_GRACE)
    result = run_walled(binary, unhurried, prefix=(perf, *words))
    if not data.exists() or data.stat().st_size == 0:
        return None
    _must_end(result, invocation, under="perf")
    table = ("--stdio", "--stdio-color", "never", "--no-children", "--percent-limit", "0")
    report = run(
        [perf, "report", "-q", "-f", "-i", data, *table, "-F", "sample,symbol,dso", "-t", "|"],
        limits=REPORT_LIMITS,
        env=CLEAN_ENVIRONMENT,
    )
    costs = read_samples(report.stdout.decode("utf-8", "replace"), binary.name)
    return costs if costs.total else None


def read_samples(report: str, binary: str) -> Costs:
    """The rows `count |[.] symbol |binary` of `perf report`; anything else is passed over."""
    own: dict[str, float] = {}
    total = 0.0
    for line in report.splitlines():
        if row := _SAMPLE_ROW.fullmatch(line):
            total += int(row[1])
            if row[3] == binary:
                own[row[2]] = own.get(row[2], 0.0) + int(row[1])
    return Costs(own, total, simulated=False)


def _simulate(binary: Path, folder: Path, invocation: Invocation) -> Costs | None:
    """Count simulated instructions; None where valgrind cannot.

    A long run is asked to stop before the limit: callgrind then writes what it has seen, which is enough.
    """
    if shutil.which("valgrind") is None:
        return None
    out = folder / "callgrind.out"
    seconds = max(invocation.timeout, SIMULATION_SECONDS) - SIMULATION_GRACE
    result = under_callgrind(binary, out, invocation, seconds, SIMULATION_GRACE)
    _must_end(result, invocation, under="valgrind")
    if not out.exists():
        return None
    costs = simulated_costs(out.read_text(errors="replace"), str(binary))
    return replace(costs, partial=result.status == STOPPED_EARLY) if costs.total else None


def simulated_costs(text: str, binary: str) -> Costs:
    """Self costs in a callgrind file; what calls cost is counted in the callee."""
    own: dict[str, float] = {}
    total = 0.0
    for cost in read_callgrind(text).costs:
        instructions = float(cost.events[0]) if cost.events and not cost.calls else 0.0
        total += instructions
        if cost.object == binary and not cost.calls:
            name = cost.function.partition("'")[0]  # deeper levels of a recursion are called f'2
            own[name] = own.get(name, 0.0) + instructions
    return Costs(own, total, simulated=True)
