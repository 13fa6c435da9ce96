"""Floating-point arguments differ a little in hidden inputs; what cannot vary is said."""

from __future__ import annotations

import pytest
from labs import Decide, Lab, MakeLab

from pipeline.records import Outcome, Reason

SCALE = """
#include <stdio.h>
__attribute__((noinline)) void scale(FLOAT *a, FLOAT factor, int n, int which)
{
    for (int i = 0; i < n; i++)
        a[i] = which == 3 ? a[i] * factor : a[i] / factor;
}
FLOAT a[2000];
int main(void)
{
    for (int i = 0; i < 2000; i++)
        a[i] = i + 1;
    for (int call = 0; call < 10; call++)
        scale(a, (FLOAT)1.25, 2000, 3);
    printf("%.3f\\n", (double)a[5]);
}
"""
CODE = "void scale(FLOAT *a, FLOAT factor, int n, int which) { for (int i = 0; i < n; i++) a[i] = EXPRESSION; }"


@pytest.fixture(params=["double", "float"])
def lab(request: pytest.FixtureRequest, make_lab: MakeLab) -> Lab:
    return make_lab(SCALE.replace("FLOAT", request.param), "scale", tolerance=1e-5)


def code(lab: Lab, expression: str) -> str:
    """The function with one expression for all elements, in the program's precision."""
    precision = lab.program.sources[0].read_text().split("scale(")[1].split()[0]
    return CODE.replace("FLOAT", precision).replace("EXPRESSION", expression)


def test_a_value_that_this_run_happens_to_pass_is_no_constant(lab: Lab, decide: Decide) -> None:
    verdict = decide(lab.judge(), code(lab, "a[i] * 1.25f"))
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.HIDDEN_INPUT), verdict


def test_the_argument_itself_is_right(lab: Lab, decide: Decide) -> None:
    verdict = decide(lab.judge(), code(lab, "which == 3 ? a[i] * factor : a[i] / factor"))
    assert verdict.outcome is not Outcome.REJECTED, verdict


def test_what_varies_and_what_does_not_is_said(lab: Lab) -> None:
    notes = lab.reference.notes
    assert "varied in hidden inputs: a, factor" in notes
    assert "as in the program's own calls (and its cases): the arguments which" in notes
    assert any(note.startswith("also verified with other values of n: ") for note in notes)


def test_a_call_repeats_its_own_change(lab: Lab) -> None:
    first, again, other = lab.observe(seed=5), lab.observe(seed=5), lab.observe(seed=6)
    assert first.report.perturbed_blocks > 0
    assert first.dumps == again.dumps
    assert first.dumps != other.dumps
