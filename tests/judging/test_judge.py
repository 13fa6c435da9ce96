"""The judge on real candidates for small programs: each gets the outcome and the reason it deserves."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

import pytest

from pipeline.ir.module import find_function
from pipeline.judging.judge import Build, Judge
from pipeline.records import Candidate, Finish, Form, Outcome, Policy, Reason, Vary, Verdict

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab, MakeLab

MEASURED = {Outcome.FASTER, Outcome.SLOWER, Outcome.INCONCLUSIVE}
N = 96

# y = A x, with data on the heap, and once more on the stack, where the boundary cannot see how far it reaches.
MATVEC = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void matvec(int n, const double *A, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < n; j++)
            s += A[i * n + j] * x[j];
        y[i] = s;
    }
}
int main(void)
{
    int n = %(n)d;
    double *A = malloc(n * n * sizeof *A), *x = malloc(n * sizeof *x), *y = calloc(n, sizeof *y), last[2] = {0};
    for (int i = 0; i < n * n; i++) A[i] = 1 + (i * 37 %% 101) / 101.0;
    for (int i = 0; i < n; i++) x[i] = 1 + (i * 17 %% 53) / 53.0;
    for (int k = 0; k < 3; k++) matvec(n, A, x, y);
    matvec(2, A, x, last);
    double s = 0;
    for (int i = 0; i < n; i++) s += y[i];
    printf("%%.6f %%.6f\\n", s, last[1]);
    return y[0] < 0;
}
""" % {"n": N}

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
BLOCKED = (
    HEAD
    + """{
    for (int i = 0; i < n; i++) {
        double s[4] = {0};
        int j = 0;
        for (; j + 4 <= n; j += 4)
            for (int k = 0; k < 4; k++) s[k] += A[i * n + j + k] * x[j + k];
        for (; j < n; j++) s[0] += A[i * n + j] * x[j];
        y[i] = (s[0] + s[1]) + (s[2] + s[3]);
    }
}
"""
)
TWO_ROWS = (
    HEAD
    + """{
    int i = 0;
    for (; i + 2 <= n; i += 2) {
        double s = 0, t = 0;
        for (int j = 0; j < n; j++) { s += A[i * n + j] * x[j]; t += A[(i + 1) * n + j] * x[j]; }
        y[i] = s; y[i + 1] = t;
    }
    for (; i < n; i++) { double s = 0; for (int j = 0; j < n; j++) s += A[i * n + j] * x[j]; y[i] = s; }
}
"""
)


def with_body(addition: str, before: str = "") -> str:
    """The right function with something more at its end."""
    return f"{before}\n{(RIGHT % '').rstrip().removesuffix('}')}    {addition}\n}}\n"


@pytest.fixture
def lab(make_lab: MakeLab) -> Lab:
    return make_lab(MATVEC, "matvec", timeout=3)


@pytest.fixture
def judge(lab: Lab) -> Judge:
    return lab.judge()


def rejected(verdict: Verdict, *reasons: Reason) -> bool:
    assert verdict.outcome is Outcome.REJECTED, verdict
    assert verdict.reason in reasons, verdict
    assert verdict.detail
    assert verdict.speedup is None
    return True


def table(values: tuple[float, ...]) -> str:
    return ", ".join(value.hex() for value in values)


def results(lab: Lab, index: int) -> tuple[float, ...]:
    """What the reference leaves in a block of doubles after its first call on the program's own input."""
    dump = next(d for d in lab.reference.expected[0].observation.dumps if (d.call, d.index) == (0, index))
    return struct.unpack(f"{len(dump.data) // 8}d", dump.data)


def test_the_reference_is_observed_on_its_own_and_on_hidden_inputs(lab: Lab) -> None:
    reference = lab.reference
    assert reference.calls == 4
    assert len(reference.seeds) == 2
    assert reference.checksum is not None
    assert reference.status == 0
    assert set(lab.harness.block_names) == {"A", "x", "y"}
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


def test_results_that_are_right_on_the_programs_own_input_only(lab: Lab, judge: Judge, decide: Decide) -> None:
    known = table(results(lab, 2))
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


def test_uninitialised_stack(judge: Judge, decide: Decide) -> None:
    text = with_body("double t[64]; for (int i = n; i < 64; i++) t[i] = 1; if (n > 2) y[0] += t[7];")
    assert rejected(decide(judge, text), Reason.RESULT, Reason.HIDDEN_INPUT, Reason.NONDETERMINISTIC)


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


# ---- what is right ----


def test_the_original_code_is_unchanged(judge: Judge, decide: Decide) -> None:
    verdict = decide(judge, json.dumps({"target": "baseline"}), "passes")
    assert (verdict.outcome, verdict.reason) == (Outcome.UNCHANGED, Reason.SAME_OBJECT)
    assert verdict.speedup is None


def test_the_same_code_twice_is_a_duplicate_in_whatever_words(judge: Judge, decide: Decide) -> None:
    first = decide(judge, BLOCKED)
    assert first.outcome in MEASURED
    again = decide(
        judge,
        "/* differently put */\n"
        + BLOCKED.replace("int k", "int lane")
        .replace("k]", "lane]")
        .replace("k <", "lane <")
        .replace("k++", "lane++")
        .replace("j + k", "j + lane"),
    )
    assert (again.outcome, again.reason) == (Outcome.DUPLICATE, Reason.SEEN_OBJECT)
    assert first.candidate in again.detail
    assert again.digest in judge.seen


@pytest.mark.parametrize("text", [BLOCKED, TWO_ROWS, RIGHT % ""], ids=["blocked", "two rows", "as it is"])
def test_a_right_version_is_never_rejected(judge: Judge, decide: Decide, text: str) -> None:
    verdict = decide(judge, text)
    assert verdict.outcome in MEASURED, verdict
    assert verdict.speedup is not None
    assert verdict.speedup.low <= verdict.speedup.speedup <= verdict.speedup.high
    assert verdict.form is Form.C
    assert verdict.digest in judge.seen
    assert verdict.ir_lines


def test_every_form_reaches_measurement(lab: Lab, judge: Judge, decide: Decide) -> None:
    reference = find_function(lab.split.hot.read_text(), "matvec")
    assert reference is not None
    recipe = json.dumps({"fast_math": ["reassoc", "contract"], "options": {"force-vector-interleave": 2}})
    for tag, text, form in (
        ("llvm", reference.text, Form.IR),
        ("passes", recipe, Form.PASSES),
        ("c", TWO_ROWS, Form.C),
    ):
        verdict = decide(judge, text, tag)
        assert verdict.form is form
        assert verdict.outcome in MEASURED, verdict


SLOW = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void prefix(int n, const int *a, int *sum)
{
    for (int i = 0; i < n; i++) {
        int s = 0;
        for (int j = 0; j <= i; j++) s = (s ^ a[j]) + 1;
        sum[i] = s;
    }
}
int main(void)
{
    int n = 1500, *a = malloc(n * sizeof *a), *sum = calloc(n, sizeof *sum);
    for (int i = 0; i < n; i++) a[i] = i * 37 % 101;
    prefix(n, a, sum);
    printf("%d\\n", sum[n - 1]);
}
"""
PREFIX = "void prefix(int n, const int *a, int *sum)\n"
LINEAR = PREFIX + "{ int s = 0; for (int i = 0; i < n; i++) { s = (s ^ a[i]) + 1; sum[i] = s; } }\n"
CUBIC = (
    PREFIX
    + """{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 12; k++) {
            sum[i] = 0;
            for (int j = 0; j <= i; j++) sum[i] = (sum[i] ^ a[j]) + 1;
        }
}
"""
)


@pytest.fixture
def integers(make_lab: MakeLab) -> Lab:
    return make_lab(SLOW, "prefix", timeout=5, vary={"a": Vary(type="int", min=0, max=100)})


def test_a_better_algorithm_is_faster_and_a_worse_one_slower(integers: Lab, decide: Decide) -> None:
    judge = integers.judge()
    better = decide(judge, LINEAR)
    assert (better.outcome, better.reason) == (Outcome.FASTER, Reason.MEASURED), better
    assert better.is_win
    assert better.candidate in judge.builds
    worse = decide(judge, CUBIC)
    assert worse.outcome is Outcome.SLOWER, worse
    assert not worse.is_win


@pytest.mark.parametrize("policy", Policy)
def test_integers_are_exact_under_both_policies(integers: Lab, decide: Decide, policy: Policy) -> None:
    judge = integers.judge(policy)
    wrong = LINEAR.replace("sum[i] = s;", "sum[i] = s + (i == 700);")
    assert rejected(decide(judge, wrong), Reason.RESULT)
    own_only = LINEAR.replace("s = (s ^ a[i]) + 1", "s = (s ^ (i * 37 % 101)) + 1")
    assert rejected(decide(judge, own_only), Reason.HIDDEN_INPUT)
    assert decide(judge, LINEAR).outcome in MEASURED


# ---- the strict policy ----


def test_strict_refuses_reassociated_sums(lab: Lab, decide: Decide) -> None:
    judge = lab.judge(Policy.STRICT)
    assert rejected(decide(judge, BLOCKED), Reason.RESULT)
    recipe = json.dumps({"fast_math": ["reassoc"]})
    assert rejected(decide(judge, recipe, "passes"), Reason.GATE_FAST_MATH)
    reference = find_function(lab.split.hot.read_text(), "matvec")
    assert reference is not None
    flagged = reference.text.replace("call double @llvm.fmuladd", "call reassoc double @llvm.fmuladd")
    assert flagged != reference.text
    assert rejected(decide(judge, flagged, "llvm"), Reason.GATE_FAST_MATH)


@pytest.mark.parametrize("text", [TWO_ROWS, RIGHT % ""], ids=["two rows", "as it is"])
def test_strict_accepts_a_rewrite_that_keeps_every_bit(lab: Lab, decide: Decide, text: str) -> None:
    verdict = decide(lab.judge(Policy.STRICT), text)
    assert verdict.outcome in MEASURED, verdict


def test_strict_measures_recipes_without_fast_math(lab: Lab, decide: Decide) -> None:
    verdict = decide(lab.judge(Policy.STRICT), json.dumps({"options": {"unroll-count": 4}}), "passes")
    assert verdict.outcome in MEASURED, verdict


# ---- confirming ----


def code(text: str) -> str:
    return f"```c\n{text}\n```\n"


def test_a_winner_is_verified_on_new_inputs_and_measured_afresh(integers: Lab, decide: Decide) -> None:
    judge = integers.judge()
    name = decide(judge, LINEAR).candidate
    steps = judge.confirm(name, 3)
    taken = next(steps)
    assert taken.event == "samples_taken"
    with pytest.raises(StopIteration) as end:
        next(steps)
    held, speedup, detail = end.value.value
    assert held
    assert speedup is not None
    assert speedup.low > 1
    assert detail == ""


def test_a_winner_that_fails_on_new_inputs_is_not_confirmed(integers: Lab) -> None:
    judge = integers.judge()
    text = code(LINEAR.replace("s = (s ^ a[i]) + 1", "s = (s ^ (i * 37 % 101)) + 1"))
    cheat = Candidate(id="cheat", iteration=1, proposer="test", label="", text=text)
    judge.restore(cheat, Finish.CODEGEN)  # as if it had got through
    assert isinstance(judge.builds["cheat"], Build)
    with pytest.raises(StopIteration) as end:
        next(judge.confirm("cheat", 3))
    held, speedup, detail = end.value.value
    assert (held, speedup) == (False, None)
    assert detail.startswith("hidden-input")


def test_a_restored_candidate_is_the_same_code_again(integers: Lab, decide: Decide) -> None:
    judge = integers.judge()
    verdict = decide(judge, LINEAR)
    assert verdict.finish is not None
    resumed = integers.judge()
    candidate = Candidate(id=verdict.candidate, iteration=1, proposer="test", label="", text=code(LINEAR))
    resumed.restore(candidate, verdict.finish)
    assert resumed.builds[verdict.candidate].digest == judge.builds[verdict.candidate].digest == verdict.digest
