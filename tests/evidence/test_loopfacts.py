"""What the IR of a loop says by itself: how wide it computes, and which loops deserve a model."""

from __future__ import annotations

import pytest

from pipeline.evidence.loopfacts import vector_bytes, worth_modelling
from pipeline.findings import Counts, LoopFacts, Simulation


@pytest.mark.parametrize(
    ("line", "width"),
    [
        ("  %1 = fmul contract <2 x double> %a, %b", 16),
        ("  %3 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %1, <8 x double> %2, <8 x double> %0)", 64),
        ("  %4 = fcmp fast olt <4 x float> %a, %b", 16),
        ("  %1 = add <16 x i8> %a, %b", 16),
        ("  %2 = fadd reassoc nsz arcp contract double %x, %y", 0),
        ("  %q = call noundef double @exp(double noundef %0)", 0),
        ("  %1 = add nuw nsw i64 %a, 1", None),  # counts rounds, or is an address
        ("  %1 = load <2 x double>, ptr %p, align 8", None),
        ("  store <2 x double> %1, ptr %p, align 8", None),
        ("  br i1 %c, label %a, label %b", None),
    ],
)
def test_how_wide_an_instruction_computes(line: str, width: int | None) -> None:
    assert vector_bytes([line]) == width


def test_the_widest_counts() -> None:
    assert vector_bytes(["  %1 = fadd double %a, %b", "  %2 = fadd <4 x double> %c, %d"]) == 32


def loop(header: str, instructions: int, depth: int = 1) -> LoopFacts:
    own = Counts(instructions=instructions)
    return LoopFacts(header=header, depth=depth, parent=None, innermost=True, lines=(1, 2), own=own, total=own)


def simulation(instructions: int) -> Simulation:
    total = Counts(instructions=instructions)
    return Simulation(tool="callgrind", caches={}, own=total, total=total)


def test_hot_loops_are_modelled_the_hottest_first() -> None:
    facts = [loop("a", 100), loop("b", 700), loop("c", 50)]
    assert worth_modelling(facts, simulation(1000)) == ["b", "a"]


def test_of_many_equal_loops_one_is_modelled() -> None:
    facts = [loop(f"l{number}", 50 + (number == 7)) for number in range(20)]
    assert worth_modelling(facts, simulation(1001)) == ["l7"]


def test_without_counts_the_deepest_are_modelled() -> None:
    assert worth_modelling([loop("a", 1), loop("b", 1, depth=2)], None) == ["b"]
