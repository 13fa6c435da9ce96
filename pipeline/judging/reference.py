"""The reference on the bench: it must run, repeat and be timed before anything can be compared with it."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import BrokenReference, UsageError
from pipeline.judging.cases import OWN, Case
from pipeline.judging.differential import Expected, compare, expect, has_nan
from pipeline.judging.harness import Finished, Harness
from pipeline.judging.sandbox import Invocation, Observation, failure, observe
from pipeline.records import Finish, Policy, Reason

HIDDEN_SEEDS = 2
SEED_ATTEMPTS = 6
# A candidate or a hidden input may take this many times as long as the reference on the program's own input, and at
# least so many seconds, before it counts as hanging.
PATIENCE = 20.0
LEAST_PATIENCE = 5.0
# Below this time a call, reading the thread's CPU clock (a system call) would weigh more than a per cent.
SHORT_CALL_SECONDS = 40e-6


@dataclass(frozen=True)
class Reference:
    """The split reference, built and observed.

    `expected` are its results on the program's own input (seed 0) and on hidden inputs; `seconds` the time in the hot
    function for one run, `wall_seconds` what the whole program takes; `checksum` repeats in timed runs, or is
    None when the reference's own results do not.
    """

    finished: Finished
    binary: Path
    expected: tuple[Expected, ...]
    seconds: float
    wall_seconds: float
    calls: int
    clock: str
    status: int
    checksum: int | None
    notes: tuple[str, ...]

    @property
    def seeds(self) -> tuple[int, ...]:
        """The hidden inputs in use."""
        return tuple(expected.case.seed for expected in self.expected if expected.case.seed)


def with_patience(invocation: Invocation, wall_seconds: float) -> Invocation:
    """The same start, given up once it takes many times the `wall_seconds` of the reference."""
    limit = max(LEAST_PATIENCE, PATIENCE * wall_seconds)
    return replace(invocation, timeout=min(invocation.timeout, limit))


def hidden_seeds(run_seed: int, purpose: str) -> Iterable[int]:
    """An endless stream of seeds for hidden inputs; another purpose gives others."""
    rng = random.Random(f"{run_seed}/{purpose}")
    while True:
        yield rng.randrange(1, 2**63)


def prepare(harness: Harness, invocation: Invocation, run_seed: int, work: Path) -> Reference:
    """Build the reference and learn what it does.

    Raises:
        BrokenReference: it crashes or does not stop.
        UsageError: the hot function is never called.
    """
    finished = harness.finish(harness.split.hot, Finish.CODEGEN)
    binary = harness.link(finished.object, work / "reference")
    own = _observe_twice(binary, invocation, OWN)
    if own is None:
        seen = observe(binary, invocation)
        raise BrokenReference(_why(seen, invocation))
    report = own.observation.report
    if report.calls == 0:
        name = harness.split.name
        raise UsageError(f"'{name}' is never called (or never returns) with this input: name another with --hot")
    # On another input the program may run on for ever, where a loop waits for one certain value.
    patient = with_patience(invocation, own.observation.result.wall_seconds)
    expected = [own, *expected_hidden(binary, patient, hidden_seeds(run_seed, "verify"), HIDDEN_SEEDS)]
    clock, seconds, checksum = _time(binary, invocation)
    notes = _notes(harness, expected)
    result = own.observation.result
    return Reference(
        finished,
        binary,
        tuple(expected),
        seconds,
        result.wall_seconds,
        report.calls,
        clock,
        result.status,
        checksum,
        notes,
    )


def expected_hidden(binary: Path, invocation: Invocation, seeds: Iterable[int], wanted: int) -> list[Expected]:
    """The reference's results on up to `wanted` hidden inputs; seeds on which it crashes or makes NaN are dropped."""
    found: list[Expected] = []
    for attempt, seed in enumerate(seeds):
        if len(found) == wanted or attempt == SEED_ATTEMPTS:
            break
        expected = _observe_twice(binary, invocation, Case(seed))
        if expected and expected.observation.report.perturbed_blocks == 0:
            break  # nothing here can vary
        if expected and not has_nan(expected.observation):
            found.append(expected)
    return found


def _observe_twice(binary: Path, invocation: Invocation, case: Case) -> Expected | None:
    first = _observe(binary, invocation, case)
    if failure(first.result):
        return None
    second = _observe(binary, invocation, case)
    return None if failure(second.result) else expect(case, first, second)


def _observe(binary: Path, invocation: Invocation, case: Case) -> Observation:
    return observe(binary, case.start(invocation), seed=case.seed, size=case.size)


def _why(seen: Observation, invocation: Invocation) -> str:
    problem = failure(seen.result)
    if problem and problem[0] is Reason.TIMEOUT:
        return f"the program did not stop within {invocation.timeout:g} s: give a smaller input or a longer --timeout"
    words = seen.result.message.splitlines()
    said = f"; it said: {words[-1][:200]}" if words else ""
    return f"the program itself fails before any change ({seen.result.describe()}){said}"


def _time(binary: Path, invocation: Invocation) -> tuple[str, float, int | None]:
    """The clock to use, the median seconds in the hot function, and the checksum of results if it repeats."""
    runs = [observe(binary, invocation, timed=True).report for _ in range(4)][1:]
    per_call = statistics.median(run.cpu_seconds / max(run.calls, 1) for run in runs)
    clock = "cpu" if per_call >= SHORT_CALL_SECONDS else "ticks"
    checksums = {run.checksum for run in runs}
    seconds = statistics.median(run.seconds(clock) for run in runs)
    return clock, seconds, checksums.pop() if len(checksums) == 1 else None


def _notes(harness: Harness, expected: list[Expected]) -> tuple[str, ...]:
    notes = []
    own = expected[0]
    varied = [block.name for block in harness.blocks if block.kind != "opaque"]
    fixed = [block.name for block in harness.blocks if block.kind == "opaque"]
    hidden = len(expected) - 1
    if hidden == 0:
        notes.append("no hidden inputs: nothing behind the arguments can be varied, or the reference fails on it")
    elif hidden < HIDDEN_SEEDS:
        notes.append(f"{hidden} of {HIDDEN_SEEDS} hidden inputs used: the reference fails on the others")
    if varied:
        notes.append(f"varied in hidden inputs: {', '.join(varied)}")
    if fixed:
        notes.append(f"kept as they are in hidden inputs (integers, mixed or unknown data): {', '.join(fixed)}")
    if own.observation.report.unknown_blocks:
        notes.append(f"{own.observation.report.unknown_blocks} pointers lead to memory of unknown extent: not compared")
    if own.mask.masked_words or own.mask.tokens:
        notes.append(
            f"not compared, since the reference does not repeat them: {own.mask.masked_words} words of data, "
            f"{len(own.mask.tokens)} words of output"
        )
    if own.observation.report.dump_full:
        notes.append("results beyond 512 MiB are not compared")
    return tuple(notes)


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
        seen = _observe(binary, invocation, wanted.case)
        problem = failure(seen.result) or compare(wanted, seen, policy, tolerance, names)
        if problem:
            return problem
        if wanted.case.is_own:
            again = observe(binary, invocation)
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
