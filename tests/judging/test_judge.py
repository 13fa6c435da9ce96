"""What the judge refuses: each wrong candidate gets the reason it deserves, before or after it ran."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from pipeline.judging.judge import Judge
from pipeline.records import Outcome, Reason, Verdict

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab, MakeLab

N = 96
HEAD = "void matvec(int n, const double *A, const double *x, double *y)\n"
RIGHT = (
    HEAD
    + """{
    for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < n; j++) s += A[i * n + j] * x[j];
        y[i] = s;%s
    }
}
"""
)


@pytest.fixture
def judge(matvec: Lab) -> Judge:
    return matvec.judge()


def with_body(addition: str, before: str = "") -> str:
    """The right function with something more at its end."""
    return f"{before}\n{(RIGHT % '').rstrip().removesuffix('}')}    {addition}\n}}\n"


def rejected(verdict: Verdict, *reasons: Reason) -> bool:
    assert verdict.outcome is Outcome.REJECTED, verdict
    assert verdict.reason in reasons, verdict
    assert verdict.detail
    assert verdict.speedup is None
    return True


def table(values: tuple[float, ...]) -> str:
    return ", ".join(value.hex() for value in values)


def results(matvec: Lab, index: int) -> tuple[float, ...]:
    """What the reference leaves in a block of doubles after its first call on the program's own input."""
    dump = next(d for d in matvec.reference.expected[0].observation.dumps if (d.call, d.index) == (0, index))
    return struct.unpack(f"{len(dump.data) // 8}d", dump.data)


def test_the_reference_is_observed_on_its_own_and_on_hidden_inputs(matvec: Lab) -> None:
    reference = matvec.reference
    assert reference.calls == 4
    assert len(reference.seeds) == 2
    assert len(reference.checksums) == 3
    assert None not in reference.checksums.values()
    assert reference.status == 0
    assert set(matvec.harness.block_names) == {"A", "x", "y"}
    assert any("unknown extent" in note for note in reference.notes)


# ---- what is wrong before anything runs ----

REFUSED = {
    "other function": (RIGHT.replace("matvec(", "other(") % "", "c", Reason.OTHER_FUNCTION),
    "signature": ((RIGHT % "").replace("int n,", "long n,"), "c", Reason.SIGNATURE),
    "result type": (
        (RIGHT % "").replace("void matvec", "int matvec").rstrip()[:-1] + "return 0; }",
        "c",
        Reason.SIGNATURE,
    ),
    "c that does not compile": (RIGHT % " undeclared();" + "}", "c", Reason.COMPILE),
    "ir that does not parse": ("define void @matvec(i32 %n) {\n  nonsense\n}", "llvm", Reason.PARSE),
    "ir of another function": ("define void @other() {\n  ret void\n}", "llvm", Reason.OTHER_FUNCTION),
    "recipe with an unknown option": ('{"options": {"load": "x.so"}}', "passes", Reason.PASSES),
    "recipe that opt rejects": ('{"pipeline": "no-such-pass"}', "passes", Reason.PASSES),
    "exit": (with_body("exit(0);", "void exit(int);"), "c", Reason.GATE_CALL),
    "output": (with_body('puts("hello");', "int puts(const char *);"), "c", Reason.GATE_CALL),
    "malloc": (
        with_body(
            "volatile_sink(malloc(8));",
            "void *malloc(unsigned long); static void volatile_sink(void *p) { ((char *)p)[0] = 1; }",
        ),
        "c",
        Reason.GATE_CALL,
    ),
    "threads": (
        with_body(
            "unsigned long t; pthread_create(&t, 0, 0, 0);",
            "int pthread_create(unsigned long *, void *, void *, void *);",
        ),
        "c",
        Reason.GATE_CALL,
    ),
    "assembly": (with_body('__asm__ volatile("nop");'), "c", Reason.GATE_ASM),
    "state": (with_body("seen++; y[0] += seen > 9;", "static int seen;"), "c", Reason.GATE_STATE),
    "clock": (with_body("y[0] += (double)__builtin_readcyclecounter() * 0;"), "c", Reason.GATE_CALL),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_before_it_runs(judge: Judge, decide: Decide, name: str) -> None:
    text, tag, reason = REFUSED[name]
    assert rejected(decide(judge, text, tag), reason)


def test_a_reply_without_code(judge: Judge, decide: Decide) -> None:
    assert rejected(decide(judge, "I am sorry.", "text"), Reason.NO_CODE, Reason.OTHER_FUNCTION)


# ---- what is wrong when it runs ----


def test_a_crash(judge: Judge, decide: Decide) -> None:
    assert rejected(decide(judge, with_body("y[1L << 40] = 1;")), Reason.CRASH)


def test_an_infinite_loop(judge: Judge, decide: Decide) -> None:
    assert rejected(decide(judge, with_body("for (;;) y[0] += 1;")), Reason.TIMEOUT)


def test_endless_recursion(judge: Judge, decide: Decide) -> None:
    helper = "static double deep(int n, double *p) { double b[4096]; b[n & 1] = *p; return deep(n + 1, b) + b[n & 3]; }"
    assert rejected(decide(judge, with_body("y[0] = deep(n, y);", helper)), Reason.CRASH, Reason.TIMEOUT)


@pytest.mark.parametrize("where", [0, N // 2, N - 1])
def test_one_element_that_is_wrong_by_a_thousandth(judge: Judge, decide: Decide, where: int) -> None:
    verdict = decide(judge, with_body(f"if (n > {where}) y[{where}] += 1e-3;"))
    assert rejected(verdict, Reason.RESULT)
    assert "y differs" in verdict.detail
    assert f"element {where}" in verdict.detail


def test_an_element_that_is_never_written(judge: Judge, decide: Decide) -> None:
    assert rejected(decide(judge, (RIGHT % "").replace("i < n", "i < n - 1", 1)), Reason.RESULT)


def test_results_that_are_right_on_the_programs_own_input_only(matvec: Lab, judge: Judge, decide: Decide) -> None:
    known = table(results(matvec, 2))
    text = f"static const double known[] = {{{known}}};\n" + HEAD
    text += f"{{ if (n == {N}) {{ for (int i = 0; i < n; i++) y[i] = known[i]; return; }}\n"
    text += (RIGHT % "").removeprefix(HEAD).lstrip()[1:]
    assert rejected(decide(judge, text), Reason.HIDDEN_INPUT)


@pytest.mark.parametrize(
    "destroyed", ["((double *)A)[n] += 1;", "((double *)x)[0] *= 2;", "((double *)A)[n * n - 1] = 0;"]
)
def test_an_input_that_is_destroyed(judge: Judge, decide: Decide, destroyed: str) -> None:
    verdict = decide(judge, with_body(f"if (n > 2) {destroyed}"))
    assert rejected(verdict, Reason.RESULT)
    assert verdict.detail.startswith(("A differs", "x differs"))


def test_memory_beyond_the_array_is_out_of_bounds_for_results_too(judge: Judge, decide: Decide) -> None:
    text = with_body("y[2] = 1;")
    # Right for the large calls; the small one has only two elements, which only the output could tell.
    assert rejected(decide(judge, text), Reason.RESULT, Reason.OUTPUT, Reason.CRASH)


def test_what_only_the_output_shows(judge: Judge, decide: Decide) -> None:
    assert rejected(decide(judge, with_body("if (n == 2) y[1] += 1e-3;")), Reason.OUTPUT)


# The program itself ends with another status when a sum comes out negative.
RUBBISH = (Reason.RESULT, Reason.NONDETERMINISTIC, Reason.EXIT_STATUS)


@pytest.mark.parametrize("words", [64, 4000])
def test_uninitialised_stack(judge: Judge, decide: Decide, words: int) -> None:
    text = with_body(
        f"double t[{words}]; for (int i = n; i < {words} && i < n; i++) t[i] = 1; if (n > 2) y[0] += t[n & 7];"
    )
    assert rejected(decide(judge, text), *RUBBISH)


UNINITIALISED_IR = """
define void @matvec(i32 %n, ptr %A, ptr %x, ptr %y) {
  %t = alloca [300 x double]
  %small = icmp slt i32 %n, 10
  %where = zext i32 %n to i64
  %p = getelementptr [300 x double], ptr %t, i64 0, i64 %where
  %kept = load double, ptr %p
  %v = select i1 %small, double 0.0, double %kept
  store double %v, ptr %y
  ret void
}
"""


def test_a_local_array_that_is_read_before_it_is_written(judge: Judge, decide: Decide) -> None:
    verdict = decide(judge, UNINITIALISED_IR, "llvm")
    assert rejected(verdict, *RUBBISH)


def test_results_that_depend_on_addresses(judge: Judge, decide: Decide) -> None:
    tiny = with_body("y[0] *= 1 + 1e-21 * (double)((unsigned long)y >> 12 & 0xFFFFFFF);")
    assert rejected(decide(judge, tiny), Reason.NONDETERMINISTIC)
    large = with_body("y[0] += 1e-9 * (double)((unsigned long)y >> 12);")
    assert rejected(decide(judge, large), Reason.RESULT)


def test_single_precision_is_another_result(judge: Judge, decide: Decide) -> None:
    text = (RIGHT % "").replace("double s = 0", "float s = 0").replace("s += A", "s += (float)A")
    assert rejected(decide(judge, text), Reason.RESULT)


STATUS = """
#include <stdlib.h>
__attribute__((noinline)) int step(int *state) { *state = *state * 5 % 97; return *state != 1; }
int main(void) { int state = 5, n = 0; while (step(&state)) n++; return n; }
"""


def test_the_number_of_calls_and_the_exit_status_count(make_lab: MakeLab, decide: Decide) -> None:
    lab = make_lab(STATUS, "step", timeout=3)
    text = "int step(int *state) { *state = *state * 5 % 97; return *state != %d; }"
    verdict = decide(lab.judge(), text.replace("%d", "25"))
    assert rejected(verdict, Reason.CALLS, Reason.EXIT_STATUS)
