"""Running a candidate on every input that the reference was observed on, and comparing all results."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.judging.cases import OWN, Case
from pipeline.judging.differential import Expected, compare
from pipeline.judging.sandbox import Invocation, Observation, failure, observe
from pipeline.records import Policy, Reason


def observe_case(binary: Path, invocation: Invocation, case: Case) -> Observation:
    """One checked run of a binary on one input."""
    return observe(binary, case.start(invocation), seed=case.seed, size=case.size)


def verify(
    binary: Path,
    expected: Iterable[Expected],
    invocation: Invocation,
    policy: Policy,
    tolerance: float,
    names: tuple[str, ...],
) -> tuple[Reason, str] | None:
    """Run a binary on every expected input and compare; the first problem, or None when it is right throughout."""
    for wanted in expected:
        seen = observe_case(binary, invocation, wanted.case)
        problem = failure(seen.result) or compare(wanted, seen, policy, tolerance, names)
        if problem:
            return _filed(problem, wanted.case)
        if wanted.case.is_own:
            again = observe_case(binary, invocation, OWN)
            problem = failure(again.result) or compare(wanted, again, policy, tolerance, names)
            if problem or _unstable(seen, again, wanted):
                detail = problem[1] if problem else "two runs on the same input gave different results"
                return Reason.NONDETERMINISTIC, detail
    return None


def _unstable(first: Observation, second: Observation, wanted: Expected) -> bool:
    """True when results differ between two runs in a place where the reference's do not."""
    for one, two in zip(first.dumps, second.dumps, strict=False):
        if one.data != two.data and not wanted.mask.words.get((one.call, one.index)):
            return True
    return False


def _filed(problem: tuple[Reason, str], case: Case) -> tuple[Reason, str]:
    """The problem under the reason code of its input, where that says more."""
    reason, detail = problem
    said = detail if case.describe() in detail else f"{detail}, on {case.describe()}"
    if case.size:
        return Reason.SIZE, said
    return (Reason.CASE, said) if case.extra else (reason, detail)
