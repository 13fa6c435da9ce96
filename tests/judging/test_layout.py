"""Small gains are measured in several layouts of the code."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest
from labs import MakeLab, driven

from pipeline.events import SamplesTaken
from pipeline.judging.judge import REFERENCE
from pipeline.judging.layout import PADDINGS, over_layouts, relinked
from pipeline.judging.meter import Arm
from pipeline.judging.trial import Trial
from pipeline.judging.wrapper import PRIVATE_NAME
from pipeline.records import Finish, Outcome, Reason

SUMS = """
#include <stdio.h>
__attribute__((noinline)) double work(const double *a, int n)
{
    double sum = 0.0;
    for (int round = 0; round < 200; round++)
        for (int i = 0; i < n; i++)
            sum += a[i] / (sum + 2.0);
    return sum;
}
int main(void)
{
    static double a[1000];
    for (int i = 0; i < 1000; i++)
        a[i] = i * 0.5;
    printf("%.3f\\n", work(a, 1000));
}
"""


def layouts(*ratios: float) -> list[tuple[list[float], list[float]]]:
    """Samples of layouts with the given speedups and a little noise."""
    rng = random.Random(5)
    return [([ratio * rng.uniform(0.999, 1.001) for _ in range(7)], [1.0] * 7) for ratio in ratios]


def test_a_gain_that_every_layout_shows_is_one() -> None:
    outcome, pooled, words = over_layouts(layouts(1.04, 1.06, 1.05, 1.07, 1.05), 0.01)
    assert outcome is Outcome.FASTER
    assert pooled.speedup == pytest.approx(1.05, abs=0.005)
    assert pooled.pairs == 35
    assert words == "1.04x to 1.07x in 5 layouts"


def test_a_gain_that_one_layout_turns_round_is_none() -> None:
    outcome, pooled, words = over_layouts(layouts(1.08, 1.06, 1.05, 1.07, 0.98), 0.01)
    assert pooled.low > 1
    assert outcome is Outcome.INCONCLUSIVE
    assert words == "0.98x to 1.08x in 5 layouts"


def test_a_gain_within_the_noise_floor_is_none() -> None:
    assert over_layouts(layouts(1.02, 1.02, 1.02, 1.02, 1.02), 0.03)[0] is Outcome.INCONCLUSIVE


def test_a_loss_stays_a_loss() -> None:
    assert over_layouts(layouts(0.9, 0.91, 0.92, 0.9, 0.9), 0.01)[0] is Outcome.SLOWER


def test_paddings_move_the_function(make_lab: MakeLab) -> None:
    lab = make_lab(SUMS, "work")
    finished = lab.harness.finish(lab.split.hot, Finish.CODEGEN)
    found = relinked(lab.harness, {REFERENCE: finished.object}, lab.work / "layouts")
    starts = {address(binaries[REFERENCE]) for binaries in found}
    assert len(starts) == len(PADDINGS)
    assert len({start % 64 for start in starts}) >= 3
    output = {subprocess.run([binaries[REFERENCE]], capture_output=True, check=True).stdout for binaries in found}
    assert len(output) == 1


def address(binary: Path) -> int:
    """Where a binary has the function under test."""
    said = subprocess.run(["llvm-nm", binary], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[0], 16) for line in said.splitlines() if line.endswith(f" {PRIVATE_NAME}"))


def test_a_real_gain_is_one_in_all_layouts(make_lab: MakeLab) -> None:
    lab = make_lab(SUMS, "work")
    judge = lab.judge()
    source = SUMS[SUMS.index("__attribute__((noinline)) ") + 26 : SUMS.index("int main")]
    half = lab.work / "half.c"
    half.write_text(source.replace("round < 200", "round < 100"))
    lab.toolchain.must("clang", "-O3", "-c", "-emit-llvm", "-S", half, "-o", half.with_suffix(".ll"))
    finished = lab.harness.finish(half.with_suffix(".ll"), Finish.CODEGEN)
    objects = {REFERENCE: lab.reference.finished.object, "half": finished.object}
    trial = Trial(judge.arm(REFERENCE), lab.invocation, lab.reference.clock, tuple(lab.reference.checksums)[:1], 0.02,
                  random.Random(1))  # fmt: skip
    steps = trial.over_layouts(Arm("half", lab.work), relinked(lab.harness, objects, lab.work / "layouts"))
    (outcome, reason, effect, _), told = driven(steps)
    assert (outcome, reason) == (Outcome.FASTER, Reason.MEASURED)
    assert effect is not None
    assert 1.6 < effect.speedup < 2.5
    assert [event.purpose for event in told if isinstance(event, SamplesTaken)] == [
        f"layout {number} half" for number in range(1, len(PADDINGS) + 1)
    ]
