"""The simulation of whole programs: counts that are known beforehand, and everything that can be missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.build import emit_raw, split, write_with_lines
from pipeline.catalog import given_program
from pipeline.evidence import simulate as module_under_test
from pipeline.evidence.loopfacts import loop_facts
from pipeline.evidence.machine import machine_facts
from pipeline.evidence.simulate import Simulated, geometry, simulate, within_avx2
from pipeline.findings import LoopFacts, Simulation
from pipeline.ir.module import find_function
from pipeline.judging.sandbox import RUNTIME, Invocation
from pipeline.toolchain import Toolchain

NEST = """
#include <stdlib.h>
__attribute__((noinline)) double stranger(double x) {
  double t = x; for (volatile int i = 0; i < 50; i++) t += x; return t; }
__attribute__((noinline)) double hot(const double *a, int n, int m) {
  double t = 1;
#pragma clang loop vectorize(disable) unroll(disable)
  for (int i = 0; i < n; i++) {
#pragma clang loop vectorize(disable) unroll(disable)
    for (int j = 0; j < m; j++) t = t * a[j * 512] + 1;
    t = stranger(t);
  }
  return t; }
int main(void) {
  double *a = calloc(512 * 100, sizeof *a);
  for (int i = 0; i < 512 * 100; i++) a[i] = 0.5;
  volatile int n = 30, m = 100;
  return hot(a, n, m) > 1e9; }
"""
DEEP = """
__attribute__((noinline)) long hot(int depth) { if (depth == 0) return 3; long sum = 0;
  for (int i = 0; i < depth; i++) sum += hot(depth - 1) ^ i; return sum; }
int main(void) { volatile int depth = 6; return hot(depth) == 1; }
"""
ENDLESS = """
__attribute__((noinline)) unsigned hot(unsigned n) {
  unsigned x = n; for (unsigned i = 0; i < n; i++) x = x * x + i; return x; }
int main(void) { volatile unsigned n = 400000000u; return hot(n) == 1; }
"""
# An instruction of 64 bytes width.
WIDE = """
typedef double wide __attribute__((vector_size(64)));
__attribute__((noinline, target("avx512f"))) void hot(wide *a) { *a = *a * *a + *a; }
int main(void) {
  wide *a = __builtin_alloca_with_align(64, 512); for (int i = 0; i < 8; i++) (*a)[i] = i; hot(a); return 0; }
"""
# The same outside the hot function, where nothing is generated anew.
WIDE_CALLER = WIDE.replace("void hot(wide *a) {", "void widen(wide *a) {").replace(
    "int main(void) {", "__attribute__((noinline)) void hot(wide *a) { widen(a); }\nint main(void) {"
)
# Asked for by its own name: no other instruction does it.
BY_NAME = """
#include <immintrin.h>
__attribute__((noinline, target("avx512f"))) void hot(double *a) {
  _mm512_storeu_pd(a, _mm512_rsqrt14_pd(_mm512_loadu_pd(a))); }
int main(void) { double a[8] = {1, 2, 3, 4, 5, 6, 7, 8}; hot(a); return 0; }
"""
needs_avx512 = pytest.mark.skipif(
    "avx512f" not in machine_facts().vectors, reason="only a CPU with AVX-512 runs this program"
)


@dataclass(frozen=True)
class Ran:
    outcome: Simulated
    loops: tuple[LoopFacts, ...]
    lines: list[str]

    @property
    def simulation(self) -> Simulation:
        assert self.outcome.simulation is not None, self.outcome.problem
        return self.outcome.simulation


def ran(toolchain: Toolchain, folder: Path, text: str) -> Ran:
    source, sandbox, module = folder / "program.c", folder / "sandbox.o", folder / "program.hot.ll"
    source.write_text(text)
    program = given_program([source], hot="hot")
    parts = split(program, "hot", emit_raw(program, toolchain, folder), toolchain, folder)
    toolchain.compile("-O2", "-c", RUNTIME, "-o", sandbox)
    write_with_lines(toolchain, parts.hot, module)
    outcome = simulate(
        parts, toolchain, sandbox, Invocation(timeout=30, cwd=folder), machine_facts(), module, folder / "simulation"
    )
    function = find_function(module.read_text(), "hot")
    assert function
    return Ran(outcome, loop_facts(function, outcome.simulation, {}), module.read_text().splitlines())


@pytest.fixture(scope="module")
def nest(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    return ran(toolchain, tmp_path_factory.mktemp("nest"), NEST)


def test_iterations_of_loops_are_exact(nest: Ran) -> None:
    # The third loop is the one for m <= 0, which never runs.
    assert {(loop.depth, loop.iterations) for loop in nest.loops} == {(1, 30), (2, 3000), (1, None)}


def test_cache_misses_are_on_the_line_that_loads(nest: Ran) -> None:
    # 100 lines of a cache, 4096 bytes apart, share a few sets: nothing stays in the first cache.
    worst = max(nest.simulation.lines, key=lambda row: row.own.d1_misses)
    assert worst.own.d1_misses >= 2900
    assert "load double" in nest.lines[worst.line - 1] or "fmul" in nest.lines[worst.line - 1]


def test_callees_are_counted_apart_and_in_the_totals(nest: Ran) -> None:
    (calling,) = [row for row in nest.simulation.lines if row.called.instructions]
    assert "@stranger(" in nest.lines[calling.line - 1]
    assert calling.called.instructions > 30 * 50 * 3
    assert nest.simulation.total == nest.simulation.own + calling.called
    outer = next(loop for loop in nest.loops if loop.depth == 1 and loop.iterations)
    inner = next(loop for loop in nest.loops if loop.depth == 2)
    assert outer.own and outer.total and inner.own and inner.total
    assert inner.own == inner.total
    assert outer.total == outer.own + inner.own + calling.called


def test_nothing_outside_the_hot_function_is_counted(nest: Ran) -> None:
    # main alone fills 51,200 elements.
    assert nest.simulation.own.writes < 2000
    assert nest.simulation.unattributed == 0 and not nest.simulation.partial


def test_a_function_that_calls_itself_is_counted_once(toolchain: Toolchain, tmp_path: Path) -> None:
    deep = ran(toolchain, tmp_path, DEEP)
    own, total = deep.simulation.own, deep.simulation.total
    assert own == total
    # 1 + 6 (1 + 5 (1 + …)) calls, each with at least the test of its depth.
    assert own.instructions > 1957 * 2


def test_a_long_run_is_stopped_and_says_so(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module_under_test, "SIMULATION_SECONDS", 2.0)
    long = ran(toolchain, tmp_path, ENDLESS)
    assert long.simulation.partial and long.simulation.seconds == 2.0
    assert long.simulation.own.instructions > 1_000_000


@pytest.mark.skipif(machine_facts().arch != "x86_64", reason="AVX-512 is of x86-64")
def test_a_hot_function_with_avx512_is_simulated_for_avx2_and_says_so(toolchain: Toolchain, tmp_path: Path) -> None:
    wide = ran(toolchain, tmp_path, WIDE)
    assert wide.outcome.note == module_under_test.NARROWED
    assert 4 <= wide.simulation.own.instructions <= 20


@needs_avx512
@pytest.mark.parametrize(
    ("text", "why"),
    [(WIDE_CALLER, "does not know an instruction"), (BY_NAME, "asks by name for instructions")],
    ids=["rest", "name"],
)
def test_instructions_that_valgrind_does_not_know_are_a_note(
    toolchain: Toolchain, tmp_path: Path, text: str, why: str
) -> None:
    wide = ran(toolchain, tmp_path, text)
    assert wide.outcome.simulation is None
    assert "no counts by IR line" in wide.outcome.problem and why in wide.outcome.problem


def test_only_groups_with_wider_vectors_get_another_target_and_lines_stay() -> None:
    wide = 'attributes #0 = { nounwind "target-cpu"="znver4" "target-features"="+avx2,+avx512f" "tune-cpu"="znver4" }\n'
    plain = 'attributes #1 = { nounwind "target-cpu"="x86-64" "target-features"="+sse2" }\n'
    known = within_avx2(f"define void @f() #0 {{\n{wide}{plain}")
    assert known.splitlines()[1:] == [
        'attributes #0 = { nounwind "target-cpu"="x86-64-v3" "tune-cpu"="znver4" }',
        plain.rstrip(),
    ]


def test_without_valgrind_there_is_a_note(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module_under_test, "shutil", SimpleNamespace(which=lambda _: None))
    without = ran(toolchain, tmp_path, NEST)
    assert without.outcome.simulation is None and "valgrind is not installed" in without.outcome.problem
    assert all(loop.own is None and loop.iterations is None for loop in without.loops)


@pytest.mark.parametrize(
    ("size", "ways", "line"), [(32768, 8, 64), (49152, 12, 64), (49152, 8, 64), (25 << 20, 16, 64), (1 << 20, 16, 128)]
)
def test_geometries_have_a_power_of_two_of_sets_and_keep_the_size(size: int, ways: int, line: int) -> None:
    whole, more, width = (int(word) for word in geometry(size, ways, line).split(","))
    sets = whole // (more * width)
    assert sets & (sets - 1) == 0 and sets * more * width == whole
    assert size * 0.9 <= whole <= size and width == line
