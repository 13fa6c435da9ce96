"""Counters behind one interface: each source says what it is, counts what it can, and mixes with no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.build import emit_raw, split
from pipeline.catalog import given_program
from pipeline.errors import UsageError
from pipeline.evidence.counters import COUNTERS, Counters, estimate, of_hardware, of_kernel, of_perf, of_simulation
from pipeline.evidence.machine import machine_facts
from pipeline.evidence.perf import parse_perf_stat
from pipeline.evidence.simulate import Simulated
from pipeline.findings import Counts, LoopFacts, LoopModel, Simulation
from pipeline.judging.sandbox import RUNTIME, Invocation
from pipeline.records import CounterChoice
from pipeline.toolchain import Toolchain

HARDWARE = parse_perf_stat(
    "   134,567      cycles\n     9,876      instructions\n   1.50 msec task-clock\n   12      page-faults\n"
)
KERNEL = parse_perf_stat("   <not supported>      cycles\n   1.50 msec task-clock\n   12      page-faults\n")
COUNTED = Counts(instructions=1000, reads=200, writes=100, d1_misses=40, ll_misses=3, branches=90, mispredictions=7)
PROGRAM = """
#include <stdlib.h>
__attribute__((noinline)) void hot(double *a, int n) {
  for (int k = 0; k < 20; k++) for (int i = 0; i < n; i++) a[i] = a[i] * 0.5 + 1; }
int main(void) { double *a = calloc(1000, sizeof *a); hot(a, 1000); return a[5] < 0; }
"""


def simulation(*, partial: bool = False) -> Simulated:
    made = Simulation(tool="callgrind 3", caches={}, own=COUNTED, total=COUNTED, partial=partial, seconds=6)
    return Simulated(made, note="narrowed")


def loop(header: str, instructions: int, iterations: int | None) -> LoopFacts:
    own = Counts(instructions=instructions)
    return LoopFacts(
        header=header, depth=1, parent=None, innermost=True, lines=(1, 2), own=own, total=own, iterations=iterations
    )


def model(header: str, cycles: float) -> LoopModel:
    return LoopModel(header=header, cpu="znver4", instructions=4, cycles=cycles, ipc=2)


def test_perf_tells_its_source_itself() -> None:
    assert (of_perf(HARDWARE).source, of_perf(KERNEL).source) == ("pmu", "software")
    assert of_perf(HARDWARE).counters == dict.fromkeys(COUNTERS) | {
        "cycles": 134567,
        "instructions": 9876,
        "task-clock": 1.5,
        "page-faults": 12,
    }


def test_hardware_counters_can_be_demanded() -> None:
    assert of_hardware(HARDWARE) == of_perf(HARDWARE)
    with pytest.raises(UsageError, match="irloop doctor"):
        of_hardware(KERNEL)


def test_hardware_counters_can_be_left_out() -> None:
    counted = of_kernel(HARDWARE)
    assert counted.source == "software"
    assert {name for name, value in counted.counters.items() if value is not None} == {"task-clock", "page-faults"}


def test_simulated_counts_have_no_cycles_and_say_how_they_were_made() -> None:
    counted = of_simulation(simulation())
    assert counted.source == "simulated"
    assert counted.counters == {
        "cycles": None,
        "instructions": 1000,
        "cache-misses": 3,
        "branch-misses": 7,
        "D1-misses": 40,
    }
    assert "callgrind 3" in counted.detail and "narrowed" in counted.detail


def test_a_simulation_cut_short_counts_nothing() -> None:
    counted = of_simulation(simulation(partial=True))
    assert set(counted.counters.values()) == {None}
    assert "6 s" in counted.detail
    assert of_simulation(Simulated(problem="no valgrind")).detail == "no valgrind"


def test_the_estimate_is_cycles_times_iterations_of_modelled_loops() -> None:
    facts = (loop("a", 500, 100), loop("b", 300, 10), loop("c", 100, 7))
    counted = estimate(facts, [model("a", 2.5), model("b", 4.0), "no model of %c"], simulation())
    assert (counted.source, counted.counters) == ("model", {"estimated-cycles": 290})
    assert "80 % of the instructions" in counted.detail and "first cache" in counted.detail


def test_an_estimate_without_iterations_or_models_is_none() -> None:
    for facts, models, simulated in (
        ((loop("a", 500, None),), [model("a", 2.5)], simulation()),
        ((loop("a", 500, 100),), ["no model of %a"], simulation()),
        ((loop("a", 900, 100),), [model("a", 2.5)], simulation(partial=True)),
        ((loop("a", 700, 100),), [model("a", 2.5)], simulation()),  # too little of the function
    ):
        counted = estimate(facts, list(models), simulated)
        assert counted.counters == {"estimated-cycles": None}
        assert counted.detail


@pytest.fixture(scope="module")
def made(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Counters:
    folder = tmp_path_factory.mktemp("counted")
    (folder / "program.c").write_text(PROGRAM)
    program = given_program([folder / "program.c"], hot="hot")
    parts = split(program, "hot", emit_raw(program, toolchain, folder), toolchain, folder)
    sandbox = folder / "sandbox.o"
    toolchain.compile("-O2", "-c", RUNTIME, "-o", sandbox)
    return Counters("auto", parts, toolchain, sandbox, Invocation(timeout=30, cwd=folder), machine_facts())


@pytest.mark.parametrize(
    ("choice", "counter", "least", "most"),
    # 20 passes over 1000 elements, two to a register, some registers a round
    [("simulated", "instructions", 20_000, 100_000), ("model", "estimated-cycles", 5_000, 100_000)],
)
def test_what_a_real_program_does(
    made: Counters, tmp_path: Path, choice: CounterChoice, counter: str, least: int, most: int
) -> None:
    counters = Counters(choice, made.split, made.toolchain, made.sandbox, made.invocation, made.machine)
    counted = counters.count(KERNEL, made.split.hot, tmp_path)
    assert counted.source == choice
    value = counted.counters[counter]
    assert value is not None and least <= value <= most, counted
