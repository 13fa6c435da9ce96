"""Timed runs: their results are those that were verified, on the program's own input and on hidden ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.events import StepStarted
from pipeline.judging.cases import OWN, Case
from pipeline.judging.judge import Judge
from pipeline.judging.sandbox import Observation, observe
from pipeline.records import Candidate, Outcome, Policy, Reason, Verdict

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

STEPS = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void step(double *a, long n)
{
    for (long i = 0; i < n; i++) a[i] += 1.0;
}
int main(void)
{
    double *a = calloc(200, sizeof *a);
    for (int i = 0; i < 200; i++) a[i] = i;
    for (int call = 0; call < 50; call++) step(a, 200);
    return a[0] < -1;
}
"""
# A checked run leaves rubbish where frames will be, a timed one only in the function's own variables: what lies beyond
# them tells the two apart. a[0] says how many calls went before. From `AFTER` calls on a timed run is wrong.
TELLING = """
define void @step(ptr %a, i64 %n) {
entry:
  %t = alloca [4000 x i64]
  br label %look
look:
  %k = phi i64 [ 0, %entry ], [ %k1, %look ]
  %soiled = phi i64 [ 0, %entry ], [ %soiled1, %look ]
  %beyond = sub i64 %k, BEYOND
  %place = getelementptr i64, ptr %t, i64 %beyond
  %word = load i64, ptr %place
  %some = icmp ne i64 %word, 0
  %one = zext i1 %some to i64
  %soiled1 = add i64 %soiled, %one
  %k1 = add i64 %k, 1
  %more = icmp ult i64 %k1, 4000
  br i1 %more, label %look, label %known
known:
  %timed = icmp ult i64 %soiled1, 3500
  %empty = icmp sle i64 %n, 0
  br i1 %empty, label %end, label %first
first:
  %calls = load double, ptr %a
  %late = fcmp ogt double %calls, AFTER
  %cheat = and i1 %timed, %late
  %add = select i1 %cheat, double 0.0, double 1.0
  br label %loop
loop:
  %i = phi i64 [ 0, %first ], [ %i1, %loop ]
  %at = getelementptr double, ptr %a, i64 %i
  %x = load double, ptr %at
  %y = fadd double %x, %add
  store double %y, ptr %at
  %i1 = add i64 %i, 1
  %on = icmp slt i64 %i1, %n
  br i1 %on, label %loop, label %end
end:
  ret void
}
"""


@pytest.fixture
def steps(make_lab: MakeLab) -> Lab:
    """Adds one to an array in place, fifty times."""
    return make_lab(STEPS, "step", timeout=3)


def judged(judge: Judge, code: str, tag: str) -> tuple[list[str], Verdict]:
    """The steps that were begun, and the verdict."""
    text = f"An attempt.\n\n```{tag}\n{code}\n```\n"
    events = judge.judge(Candidate(id="c1", iteration=1, proposer="test", label="", text=text), None)
    begun: list[str] = []
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            return begun, end.value
        if isinstance(event, StepStarted):
            begun.append(event.step)


def telling(after: float, beyond: int) -> str:
    """TELLING, reading so many words below its own array."""
    return TELLING.replace("AFTER", f"{after:e}").replace("BEYOND", str(beyond))


def unsanitized(judge: Judge) -> Judge:
    """The same judge where AddressSanitizer is not to be had."""
    judge.reference = replace(judge.reference, sanitizer=None)
    return judge


def timed(lab: Lab, seed: int) -> Observation:
    return observe(lab.binary, lab.invocation, seed=seed, timed=True)


def test_a_timed_run_repeats_its_results_for_a_seed_and_has_others_for_another(matvec: Lab) -> None:
    sums = {seed: {timed(matvec, seed).report.checksum for _ in range(3)} for seed in (0, 5, 6, 2**62)}
    assert all(len(found) == 1 for found in sums.values())
    assert len(set.union(*sums.values())) == 4


@pytest.mark.parametrize("seed", [0, 5])
def test_a_timed_run_sums_up_what_a_checked_run_does(matvec: Lab, steps: Lab, seed: int) -> None:
    for lab in (matvec, steps):
        checked = observe(lab.binary, lab.invocation, seed=seed)
        assert checked.report.checksum == timed(lab, seed).report.checksum != 0
        assert timed(lab, seed).dumps == ()


def test_hidden_data_vary_in_timed_runs_too(matvec: Lab) -> None:
    assert timed(matvec, 0).report.perturbed_blocks == 0
    assert (
        timed(matvec, 5).report.perturbed_blocks
        == observe(matvec.binary, matvec.invocation, seed=5).report.perturbed_blocks
    )
    assert timed(matvec, 5).report.perturbed_blocks > 0


def test_where_nothing_varies_every_seed_gives_the_same(make_lab: MakeLab) -> None:
    source = (
        "#include <stdlib.h>\n"
        "__attribute__((noinline)) void count(int *a, int n) { for (int i = 0; i < n; i++) a[i] += i; }\n"
        "int main(void) { int *a = calloc(50, 4); count(a, 50); return a[2] != 2; }\n"
    )
    lab = make_lab(source, "count")
    assert timed(lab, 0).report.checksum == timed(lab, 5).report.checksum != 0


def test_a_timed_run_is_never_resized(steps: Lab) -> None:
    plain, sized = (observe(steps.binary, steps.invocation, size=rule, timed=True).report for rule in (0, 1))
    assert (plain.resized, sized.resized) == (0, 0)
    assert plain.checksum == sized.checksum
    assert observe(steps.binary, steps.invocation, size=1).report.resized == 50


def test_the_reference_is_timed_on_its_own_and_on_hidden_inputs(steps: Lab) -> None:
    reference = steps.reference
    assert list(reference.checksums) == [OWN, *map(Case, reference.seeds)]
    assert len(set(reference.checksums.values())) == 3
    for wanted in reference.expected:
        if wanted.case in reference.checksums:
            assert reference.checksums[wanted.case] == wanted.observation.report.checksum


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("after", [-1.0, 6.0], ids=["from the start", "after a few calls"])
def test_what_is_right_in_checked_runs_and_wrong_in_timed_ones_is_found(
    steps: Lab, policy: Policy, after: float
) -> None:
    begun, verdict = judged(unsanitized(steps.judge(policy)), telling(after, beyond=6000), "llvm")
    assert begun == ["build", "verify", "measure"]  # every checked run was right
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.CHECKSUM), verdict


def test_the_same_code_that_never_cheats_is_not_accused(steps: Lab) -> None:
    _, verdict = judged(unsanitized(steps.judge()), telling(1e9, beyond=6000), "llvm")
    assert verdict.outcome is not Outcome.REJECTED, verdict


def test_an_array_that_nobody_wrote_does_not_tell_timed_runs_from_checked_ones(steps: Lab) -> None:
    _, verdict = judged(steps.judge(), telling(-1.0, beyond=0), "llvm")
    assert verdict.outcome is not Outcome.REJECTED, verdict


LONGER = """
#include <stdlib.h>
__attribute__((noinline)) double *longer(const double *a, long n)
{
    double *b = malloc((n + 1) * sizeof *b);
    for (long i = 0; i < n; i++) b[i] = a[i] + 1.0;
    b[n] = n;
    return b;
}
int main(void)
{
    double *a = calloc(4, sizeof *a);
    for (long n = 4; n < 200; n++) a = longer(a, n);
    return a[0] != 196;
}
"""


def test_blocks_that_only_checked_runs_know_are_no_reason_to_reject(make_lab: MakeLab) -> None:
    lab = make_lab(LONGER, "longer", timeout=3)
    own = lab.reference.expected[0].observation.report
    assert lab.reference.checksums[OWN] not in {None, own.checksum}
    function = LONGER[LONGER.index("double *longer") : LONGER.index("int main")]
    better = "#include <stdlib.h>\n" + function.replace("a[i] + 1.0", "1.0 + a[i]").replace("b[n] = n", "b[n] = +n")
    reversed_ = better.replace("long i = 0; i < n; i++", "long i = n - 1; i >= 0; i--")
    begun, verdict = judged(lab.judge(), reversed_, "c")
    assert begun == ["build", "verify", "measure"], verdict
    assert verdict.outcome is not Outcome.REJECTED, verdict
