"""Programs that end with a status of their own: their results count like anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records import Outcome, Reason

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, MakeLab

PROGRAM = """
#include <stdio.h>
__attribute__((noinline)) void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] = 2 * a[i] + 1; }
int main(void)
{
    static double a[64];
    for (int i = 0; i < 64; i++) a[i] = i;
    hot(a, 64);
    printf("%g\\n", a[0]);
    return 3;
}
"""
WRONG_AT_THE_END = "void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] = i < 60 ? 2 * a[i] + 1 : 0; }"


def test_memory_is_compared_also_where_the_program_does_not_end_with_zero(make_lab: MakeLab, decide: Decide) -> None:
    judge = make_lab(PROGRAM, "hot").judge()
    assert judge.reference.status == 3
    assert judge.reference.expected[0].observation.dumps
    verdict = decide(judge, WRONG_AT_THE_END)
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.RESULT)
