"""Slips that models make in IR are mended before the gate looks, and the verdict names every mend."""

from __future__ import annotations

from labs import MakeLab

from pipeline.judging.judge import Judge
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Outcome, Reason, Verdict

SOURCE = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void twice(double *a, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * 2.0; }
int main(void) {
    double *a = malloc(1000 * sizeof(double));
    for (int i = 0; i < 1000; i++) a[i] = i;
    twice(a, 1000);
    printf("%f\\n", a[7]);
    return 0;
}
"""
SLOPPY = """
define void @twice(ptr %a, i32 %n) {
entry:
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %loop, label %end
loop:
  %here = getelementptr double, ptr %a, i32 %i   // the element
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %old = load double, ptr %here, align 8, !tbaa !7
  %new = fmul double %old, 2
  store double %new, ptr %here, align 8
  %next = add i32 %i, 1
  %wide = icmp slt i64 %next, %n
  br i1 %wide, label %loop, label %end
end:
}
"""


def built(judge: Judge, ir: str) -> Verdict:
    code = parse_reply(f"Faster.\n\n```llvm\n{ir}\n```\n", judge.bench.split.name)
    assert isinstance(code, Code)
    draft = Verdict(candidate="c1", outcome=Outcome.REJECTED, reason=Reason.MEASURED)
    made = judge.build("c1", code, draft)
    return made if isinstance(made, Verdict) else made[0]


def test_a_sloppy_function_is_mended_built_and_every_mend_named(make_lab: MakeLab) -> None:
    verdict = built(make_lab(SOURCE, "twice").judge(), SLOPPY)
    assert verdict.digest, verdict.detail
    assert set(verdict.mends) == {
        "rewrote // comments",
        "dropped metadata",
        "moved phis to the top of their blocks",
        "rewrote floating-point literals",
        "converted values that were used with a wider type",
        "added missing terminators",
    }


def test_what_is_left_after_mending_is_said_in_opts_words_about_the_mended_text(make_lab: MakeLab) -> None:
    verdict = built(make_lab(SOURCE, "twice").judge(), SLOPPY.replace("%old, 2", "%old, %gone"))
    assert (verdict.reason, verdict.digest) == (Reason.PARSE, "")
    assert "use of undefined value '%gone'" in verdict.detail
    assert "%new = fmul double %old, %gone" in verdict.detail
