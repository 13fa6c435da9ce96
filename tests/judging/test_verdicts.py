"""What the judge accepts: right candidates are measured, in every form and under both policies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pipeline.ir.module import find_function
from pipeline.judging.judge import Build, Judge
from pipeline.records import Candidate, Finish, Form, Outcome, Policy, Reason, Verdict

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab

MEASURED = {Outcome.FASTER, Outcome.SLOWER, Outcome.INCONCLUSIVE}
HEAD = "void matvec(int n, const double *A, const double *x, double *y)\n"
RIGHT = (
    HEAD
    + """{
    for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < n; j++) s += A[i * n + j] * x[j];
        y[i] = s;
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
def judge(matvec: Lab) -> Judge:
    return matvec.judge()


def refused(verdict: Verdict) -> Reason:
    assert verdict.outcome is Outcome.REJECTED, verdict
    return verdict.reason


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


@pytest.mark.parametrize("text", [BLOCKED, TWO_ROWS, RIGHT], ids=["blocked", "two rows", "as it is"])
def test_a_right_version_is_never_rejected(judge: Judge, decide: Decide, text: str) -> None:
    verdict = decide(judge, text)
    assert verdict.outcome in MEASURED, verdict
    assert verdict.speedup is not None
    assert verdict.speedup.low <= verdict.speedup.speedup <= verdict.speedup.high
    assert verdict.form is Form.C
    assert verdict.digest in judge.seen
    assert verdict.ir_lines


def test_every_form_reaches_measurement(matvec: Lab, judge: Judge, decide: Decide) -> None:
    reference = find_function(matvec.split.hot.read_text(), "matvec")
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


def test_a_better_algorithm_is_faster_and_a_worse_one_slower(prefix: Lab, decide: Decide) -> None:
    judge = prefix.judge()
    better = decide(judge, LINEAR)
    assert (better.outcome, better.reason) == (Outcome.FASTER, Reason.MEASURED), better
    assert better.is_win
    assert better.candidate in judge.builds
    worse = decide(judge, CUBIC)
    assert worse.outcome is Outcome.SLOWER, worse
    assert not worse.is_win


@pytest.mark.parametrize("policy", Policy)
def test_integers_are_exact_under_both_policies(prefix: Lab, decide: Decide, policy: Policy) -> None:
    judge = prefix.judge(policy)
    wrong = LINEAR.replace("sum[i] = s;", "sum[i] = s + (i == 700);")
    assert refused(decide(judge, wrong)) is Reason.RESULT
    own_only = LINEAR.replace("s = (s ^ a[i]) + 1", "s = (s ^ (i * 37 % 101)) + 1")
    assert refused(decide(judge, own_only)) is Reason.HIDDEN_INPUT
    assert decide(judge, LINEAR).outcome in MEASURED


def test_strict_refuses_reassociated_sums(matvec: Lab, decide: Decide) -> None:
    judge = matvec.judge(Policy.STRICT)
    assert refused(decide(judge, BLOCKED)) is Reason.RESULT
    recipe = json.dumps({"fast_math": ["reassoc"]})
    assert refused(decide(judge, recipe, "passes")) is Reason.GATE_FAST_MATH
    reference = find_function(matvec.split.hot.read_text(), "matvec")
    assert reference is not None
    flagged = reference.text.replace("call double @llvm.fmuladd", "call reassoc double @llvm.fmuladd")
    assert flagged != reference.text
    assert refused(decide(judge, flagged, "llvm")) is Reason.GATE_FAST_MATH


@pytest.mark.parametrize("text", [TWO_ROWS, RIGHT], ids=["two rows", "as it is"])
def test_strict_accepts_a_rewrite_that_keeps_every_bit(matvec: Lab, decide: Decide, text: str) -> None:
    verdict = decide(matvec.judge(Policy.STRICT), text)
    assert verdict.outcome in MEASURED, verdict


def test_strict_measures_recipes_without_fast_math(matvec: Lab, decide: Decide) -> None:
    verdict = decide(matvec.judge(Policy.STRICT), json.dumps({"options": {"unroll-count": 4}}), "passes")
    assert verdict.outcome in MEASURED, verdict


def code(text: str) -> str:
    return f"```c\n{text}\n```\n"


def test_a_winner_is_verified_on_new_inputs_and_measured_afresh(prefix: Lab, decide: Decide) -> None:
    judge = prefix.judge()
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


def test_a_winner_that_fails_on_new_inputs_is_not_confirmed(prefix: Lab) -> None:
    judge = prefix.judge()
    text = code(LINEAR.replace("s = (s ^ a[i]) + 1", "s = (s ^ (i * 37 % 101)) + 1"))
    cheat = Candidate(id="cheat", iteration=1, proposer="test", label="", text=text)
    judge.restore(cheat, Finish.CODEGEN)  # as if it had got through
    assert isinstance(judge.builds["cheat"], Build)
    with pytest.raises(StopIteration) as end:
        next(judge.confirm("cheat", 3))
    held, speedup, detail = end.value.value
    assert (held, speedup) == (False, None)
    assert detail.startswith("hidden-input")


def test_a_restored_candidate_is_the_same_code_again(prefix: Lab, decide: Decide) -> None:
    judge = prefix.judge()
    verdict = decide(judge, LINEAR)
    assert verdict.finish is not None
    resumed = prefix.judge()
    candidate = Candidate(id=verdict.candidate, iteration=1, proposer="test", label="", text=code(LINEAR))
    resumed.restore(candidate, verdict.finish)
    assert resumed.builds[verdict.candidate].digest == judge.builds[verdict.candidate].digest == verdict.digest
