"""A gain too great to be believed at once is verified on new hidden inputs and measured again."""

from __future__ import annotations

import struct

from labs import Decide, Lab, MakeLab

from pipeline.judging.suspicion import TOO_GOOD
from pipeline.records import Outcome, Reason

# Quadratic work for what one pass can do.
SUFFIXES = """
#include <stdio.h>
__attribute__((noinline)) void suffixes(const double *a, double *out, int n)
{
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = n - 1; j >= i; j--)
            sum += a[j];
        out[i] = sum;
    }
}
double a[3000], out[3000];
int main(void)
{
    for (int i = 0; i < 3000; i++)
        a[i] = i * 0.5 + 1.0;
    suffixes(a, out, 3000);
    printf("%.3f\\n", out[0]);
}
"""
LINEAR = """
void suffixes(const double *a, double *out, int n)
{
    double sum = 0.0;
    for (int j = n - 1; j >= 0; j--)
        out[j] = sum += a[j];
    EXTRA
}
"""


def known_starts(lab: Lab) -> list[float]:
    """The first element of `a` on every input that the judge has prepared."""
    found = set()
    for expected in lab.reference.expected:
        for dump in expected.observation.dumps:
            if lab.harness.block_names[dump.index] == "a" and len(dump.data) >= 8:
                found.add(struct.unpack_from("d", dump.data)[0])
    return sorted(found)


def test_an_honest_great_gain_passes(make_lab: MakeLab, decide: Decide) -> None:
    verdict = decide(make_lab(SUFFIXES, "suffixes").judge(), LINEAR.replace("EXTRA", ""))
    assert verdict.outcome is Outcome.FASTER, verdict
    assert verdict.speedup is not None
    assert verdict.speedup.low > TOO_GOOD
    assert verdict.speedup.pairs == 31, "measured afresh"


def test_what_knows_this_runs_hidden_inputs_fails_on_new_ones(make_lab: MakeLab, decide: Decide) -> None:
    lab = make_lab(SUFFIXES, "suffixes")
    starts = known_starts(lab)
    assert len(starts) >= 3
    unknown = " && ".join(f"a[0] != {start.hex()}" for start in starts)
    judge = lab.judge()
    verdict = decide(judge, LINEAR.replace("EXTRA", f"if (n > 0 && {unknown}) out[0] *= 1.001;"))
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.HIDDEN_INPUT), verdict
    assert verdict.speedup is None
    assert verdict.candidate in judge.builds, "it was right on all inputs that it knows"
