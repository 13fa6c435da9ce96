"""What the program did, counted by whatever this machine has: one interface, one source a record.

pmu, software   `perf stat` of the whole program: hardware counters, or only the kernel's events
simulated       callgrind, inside the hot function only
model           llvm-mca's cycles for the hot loops, as often as callgrind saw them turn: an estimate, called so

Records of two sources are never put into one comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import Split, write_with_lines
from pipeline.errors import UsageError
from pipeline.evidence.loopfacts import loop_facts, worth_modelling
from pipeline.evidence.machine import MachineFacts
from pipeline.evidence.mca import model_loops
from pipeline.evidence.perf import PerfStat
from pipeline.evidence.simulate import Simulated, simulate
from pipeline.findings import LoopFacts, LoopModel
from pipeline.ir.loops import loops_of
from pipeline.ir.module import find_function
from pipeline.judging.sandbox import Invocation
from pipeline.records import CounterChoice, Record
from pipeline.toolchain import Toolchain

# What a run keeps of `perf stat`.
COUNTERS = ("cycles", "instructions", "cache-misses", "branch-misses", "task-clock", "page-faults")
# An estimate sums up all loops with at least this share of the instructions, and stands for a function only when
# they have nearly all of them together.
LEAST_SHARE, MOST_LOOPS = 0.01, 24
NEARLY_ALL = 0.8


class Counted(Record):
    """Counters of one source; None stands for what it could not count, and `detail` says why or how it was counted."""

    source: str
    counters: dict[str, float | None]
    detail: str = ""


@dataclass(frozen=True)
class Counters:
    """Counts a program with one hot function or another, by the source that was chosen for the run."""

    choice: CounterChoice
    split: Split
    toolchain: Toolchain
    sandbox: Path
    invocation: Invocation
    machine: MachineFacts

    def count(self, stat: PerfStat, hot: Path, work: Path) -> Counted:
        """The counters of the program with the hot function of the module `hot`, of which perf said `stat`.

        Raises:
            UsageError: hardware counters are asked for and there are none.
        """
        sources: dict[CounterChoice, Callable[[], Counted]] = {
            "auto": lambda: of_perf(stat),
            "pmu": lambda: of_hardware(stat),
            "software": lambda: of_kernel(stat),
            "simulated": lambda: of_simulation(self._simulated(hot, work)),
            "model": lambda: self._modelled(hot, work),
        }
        return sources[self.choice]()

    def _simulated(self, hot: Path, work: Path) -> Simulated:
        work.mkdir(parents=True, exist_ok=True)
        module = work / "counted.ll"
        write_with_lines(self.toolchain, hot, module)
        return simulate(self.split, self.toolchain, self.sandbox, self.invocation, self.machine, module, work)

    def _modelled(self, hot: Path, work: Path) -> Counted:
        simulated, module = self._simulated(hot, work), work / "counted.ll"
        function = find_function(module.read_text(), self.split.name)
        if simulated.simulation is None or function is None:
            return Counted(source="model", counters={"estimated-cycles": None}, detail=simulated.problem)
        facts = loop_facts(function, simulated.simulation, {})
        loops = {loop.header: loop for loop in loops_of(function)}
        wanted = worth_modelling(facts, simulated.simulation, least=LEAST_SHARE, most=MOST_LOOPS)
        models = model_loops(module, [loops[header] for header in wanted], self.toolchain, work / "model")
        return estimate(facts, models, simulated)


def of_perf(stat: PerfStat) -> Counted:
    """What perf counted, hardware or not."""
    return Counted(source=stat.source, counters={name: stat.value(name) for name in COUNTERS})


def of_hardware(stat: PerfStat) -> Counted:
    """What perf counted with the processor's own counters.

    Raises:
        UsageError: it has none here.
    """
    if stat.source != "pmu":
        raise UsageError("no hardware counters here (`irloop doctor` says why): take --counters auto or simulated")
    return of_perf(stat)


def of_kernel(stat: PerfStat) -> Counted:
    """What the kernel counted, also where there are hardware counters."""
    kernels = {name for name, counter in stat.counters.items() if not counter.is_hardware}
    values = {name: stat.value(name) if name in kernels else None for name in COUNTERS}
    return Counted(source="software", counters=values)


def of_simulation(simulated: Simulated) -> Counted:
    """What callgrind counted in the hot function and what it called.

    A run that was cut short tells nothing: a faster function comes further in the same time and counts more.
    """
    simulation = simulated.simulation
    names = ("cycles", "instructions", "cache-misses", "branch-misses", "D1-misses")
    if simulation is None:
        return Counted(source="simulated", counters=dict.fromkeys(names), detail=simulated.problem)
    if simulation.partial:
        why = f"the run takes more than {simulation.seconds:g} s under simulation"
        return Counted(source="simulated", counters=dict.fromkeys(names), detail=why)
    total = simulation.total
    values = (None, total.instructions, total.ll_misses, total.mispredictions, total.d1_misses)
    detail = f"{simulation.tool}, inside the hot function; cache-misses are those of the last level"
    detail += f"; {simulated.note}" * bool(simulated.note)
    return Counted(source="simulated", counters=dict(zip(names, values, strict=True)), detail=detail)


def estimate(facts: Sequence[LoopFacts], models: Sequence[LoopModel | str], simulated: Simulated) -> Counted:
    """Cycles of the modelled loops, and which share of the instructions they have."""
    simulation = simulated.simulation
    made = {model.header: model for model in models if isinstance(model, LoopModel)}
    known = [loop for loop in facts if loop.header in made and loop.iterations and loop.own]
    nothing = Counted(source="model", counters={"estimated-cycles": None}, detail=simulated.problem)
    if simulation is None:
        return nothing
    if simulation.partial:
        why = f"the run takes more than {simulation.seconds:g} s under simulation"
        return nothing.model_copy(update={"detail": why})
    share = sum(loop.own.instructions for loop in known if loop.own) / max(simulation.total.instructions, 1)
    told = f"loops with {100 * share:.0f} % of the instructions, all data in the first cache"
    if share < NEARLY_ALL:
        reasons = [model for model in models if isinstance(model, str)]
        return nothing.model_copy(update={"detail": "; ".join([f"only {told} can be modelled", *reasons[:1]])})
    cycles = sum(made[loop.header].cycles * (loop.iterations or 0) for loop in known)
    detail = f"llvm-mca, {made[known[0].header].cpu}: {told}"
    return Counted(source="model", counters={"estimated-cycles": round(cycles)}, detail=detail)
