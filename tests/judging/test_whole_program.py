"""Functions that no wrapper can stand in for: the whole program's output and time are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.ir.module import find_function
from pipeline.judging.boundary import unwrappable
from pipeline.judging.sandbox import observe
from pipeline.records import Outcome, Policy, Reason, Scope

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab, MakeLab

# A program with its hot function `total`; the sums are long, so that a better version shows in the process's time.
VARIADIC = """
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) double total(int count, ...)
{
    va_list arrays;
    double sum = 0;
    va_start(arrays, count);
    for (int k = 0; k < count; k++) {
        const double *a = va_arg(arrays, const double *);
        for (int i = 0; i < 3000; i++) sum += a[i];
    }
    va_end(arrays);
    return sum;
}
int main(void)
{
    double *a = calloc(3000, sizeof *a), *b = calloc(3000, sizeof *b), all = 0;
    for (int i = 0; i < 3000; i++) a[i] = i % 7, b[i] = i % 5;
    for (int call = 0; call < 1000; call++) all += total(2, a, b);
    printf("%.3f\\n", all);
}
"""
SAVES_ITS_FRAME = """
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
static jmp_buf out;
__attribute__((noinline)) static void leave(int i) { if (i == 2999) longjmp(out, 1); }
__attribute__((noinline)) double total(const double *a)
{
    volatile double sum = 0;
    if (setjmp(out) == 0)
        for (int i = 0;; i++) { sum += a[i]; leave(i); }
    return sum;
}
int main(void)
{
    double *a = calloc(3000, sizeof *a), all = 0;
    for (int i = 0; i < 3000; i++) a[i] = i % 7;
    for (int call = 0; call < 20; call++) all += total(a);
    printf("%.3f\\n", all);
}
"""


SPENDS_ITS_TIME_ELSEWHERE = """
#include <stdarg.h>
#include <stdio.h>
__attribute__((noinline)) int total(int count, ...)
{
    va_list numbers;
    va_start(numbers, count);
    int sum = 0;
    for (int k = 0; k < count; k++) sum += va_arg(numbers, int);
    va_end(numbers);
    return sum;
}
int main(void)
{
    for (volatile int i = 0; i < 50000000; i++);
    printf("%d\\n", total(3, 1, 2, 3));
    return 4;
}
"""
PROGRAMS = {
    "variable arguments": (VARIADIC, "it takes a variable number of arguments"),
    "setjmp": (SAVES_ITS_FRAME, "it saves its own stack frame (setjmp)"),
}


def function(program: str) -> str:
    """The hot function's text, as a candidate that may be changed."""
    text = program[program.index("double total") : program.index("int main")]
    return f"#include <setjmp.h>\n#include <stdarg.h>\nextern jmp_buf out;\nvoid leave(int);\n{text}"


def lab_of(make_lab: MakeLab, program: str) -> Lab:
    return make_lab(program, "total", timeout=5)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_cannot_be_wrapped_is_judged_by_the_whole_program(make_lab: MakeLab, name: str) -> None:
    program, reason = PROGRAMS[name]
    lab = lab_of(make_lab, program)
    assert lab.harness.unwrapped == reason
    assert lab.harness.scope is Scope.PROGRAM
    assert (lab.harness.blocks, lab.harness.sizes) == ((), ())
    reference = lab.reference
    assert reference.notes == (f"total is judged by the whole program's output and time: {reason}",)
    assert [wanted.case.is_own for wanted in reference.expected] == [True]
    assert reference.expected[0].observation.dumps == ()
    assert (reference.calls, reference.seeds, reference.status) == (1, (), 0)


CHANGES = {
    "an element less": ("i < 3000", "i < 2999", Reason.OUTPUT),
    "a factor": ("sum += a[i]", "sum += a[i] * 1.0001", Reason.OUTPUT),
    "a crash": ("double sum = 0;", "double sum = 0; __builtin_trap();", Reason.CRASH),
    "an endless loop": ("i < 3000; i++", "a[5] >= 0; i = (i + 1) % 3000", Reason.TIMEOUT),
    "a read past the end": ("va_end", "if (va_arg(arrays, double *)[3000] == 123.25) sum = 0; va_end", Reason.CRASH),
    "an overrun": ("sum += a[i];", "sum += a[i]; if (a[3000] == 123.25) sum = 0;", Reason.SANITIZER),
    "a call": ("double sum = 0;", "double sum = 0; exit(0);", Reason.GATE_CALL),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_wrong_version_is_rejected(make_lab: MakeLab, decide: Decide, name: str) -> None:
    old, new, reason = CHANGES[name]
    text = "#include <stdlib.h>\n" + function(VARIADIC).replace(old, new)
    verdict = decide(lab_of(make_lab, VARIADIC).judge(), text)
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, reason), verdict
    assert verdict.scope is Scope.PROGRAM


def test_strict_means_the_printed_text_as_it_is(make_lab: MakeLab, decide: Decide) -> None:
    text = function(VARIADIC).replace("return sum;", "return sum + 1e-6;")
    lab = lab_of(make_lab, VARIADIC)
    assert decide(lab.judge(), text).outcome is not Outcome.REJECTED
    strict = decide(lab.judge(Policy.STRICT), text)
    assert (strict.outcome, strict.reason) == (Outcome.REJECTED, Reason.OUTPUT), strict


def test_a_right_version_is_measured_by_the_time_of_the_process(make_lab: MakeLab, decide: Decide) -> None:
    judge = lab_of(make_lab, VARIADIC).judge()
    verdict = decide(judge, function(VARIADIC).replace("sum += a[i]", "sum += 2 * a[i] / 2"))
    assert verdict.outcome not in {Outcome.REJECTED, Outcome.UNCHANGED, Outcome.DUPLICATE}, verdict
    assert verdict.scope is Scope.PROGRAM
    assert verdict.speedup is not None
    assert verdict.candidate in judge.builds


def test_a_function_that_saves_its_frame_can_be_changed_too(make_lab: MakeLab, decide: Decide) -> None:
    judge = lab_of(make_lab, SAVES_ITS_FRAME).judge()
    wrong = decide(judge, function(SAVES_ITS_FRAME).replace("sum += a[i]", "sum += a[i] + 1"))
    assert (wrong.outcome, wrong.reason, wrong.scope) == (Outcome.REJECTED, Reason.OUTPUT, Scope.PROGRAM), wrong


@pytest.mark.parametrize("clock", ["cpu", "ticks"])
def test_the_time_of_everything_counts(make_lab: MakeLab, clock: str) -> None:
    lab = lab_of(make_lab, SPENDS_ITS_TIME_ELSEWHERE)
    seen = observe(lab.reference.binary, lab.invocation, timed=True, clock=clock)
    assert seen.report.calls == 1
    # Fifty million turns of a loop that cannot be removed: no machine does five in a nanosecond.
    assert 0.01 < seen.report.seconds(clock) < 60
    assert lab.reference.seconds > 0.01
    assert lab.reference.status == 4


def test_structures_by_value_do_have_a_wrapper(make_lab: MakeLab, decide: Decide) -> None:
    body = "{ x.a[i] *= 2; for (int k = 0; k < 9; k++) x.a[k] += i; return x; }"
    head = "struct s { double a[9]; int b; };\n"
    program = (
        f"#include <stdio.h>\n{head}__attribute__((noinline)) struct s total(struct s x, int i) {body}\n"
        'int main(void) { struct s x = {{1, 2, 3}, 4}; x = total(x, 2); printf("%g %d\\n", x.a[2], x.b); return 0; }\n'
    )
    lab = lab_of(make_lab, program)
    assert lab.harness.unwrapped is None
    # The third element is right in what is printed; the fourth one, which nobody prints, is not.
    verdict = decide(lab.judge(), f"{head}struct s total(struct s x, int i) {body.replace('k < 9', 'k < 3')}")
    assert (verdict.outcome, verdict.reason, verdict.scope) == (Outcome.REJECTED, Reason.RESULT, Scope.FUNCTION), (
        verdict
    )


@pytest.mark.parametrize("attribute", ["nest", "inalloca(i32)", "preallocated(i32)"])
def test_arguments_in_fixed_places_have_none(attribute: str) -> None:
    hot = find_function(f"define void @hot(i32 %n, ptr {attribute} %p) {{\n  ret void\n}}\n", "hot")
    assert hot is not None
    assert unwrappable(hot)
    plain = find_function("define void @hot(i32 %n, ptr %nest) {\n  ret void\n}\n", "hot")
    assert plain is not None
    assert unwrappable(plain) is None
