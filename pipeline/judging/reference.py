"""The reference on the bench: it must run, repeat and be timed before anything can be compared with it."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BrokenReference, UsageError
from pipeline.judging import sanitize
from pipeline.judging.cases import OWN, SIZE_RULES, Case
from pipeline.judging.differential import Expected, expect, has_nan
from pipeline.judging.harness import Finished, Harness
from pipeline.judging.meter import measuring
from pipeline.judging.sandbox import Invocation, Observation, failure, observe, with_patience
from pipeline.judging.sanitize import Sanitizer
from pipeline.judging.verification import observe_case
from pipeline.judging.wrapper import FLOATS
from pipeline.records import Finish, Program, Reason

HIDDEN_SEEDS = 2
SEED_ATTEMPTS = 6
# Kinds of blocks of which hidden inputs change nothing.
FIXED = ("opaque", "mixed64", "mixed32")
# Below this time a call, reading the thread's CPU clock (a system call) would weigh more than a per cent.
SHORT_CALL_SECONDS = 40e-6


@dataclass(frozen=True)
class Reference:
    """The split reference, built and observed.

    `expected` are its results on every input that candidates are verified on, its own first. `seconds` is the time in
    the hot function for one run, `wall_seconds` what the whole program takes. `checksums` holds the inputs that timed
    runs use, each with the checksum of the results, or None where the reference's own results do not repeat.
    """

    finished: Finished
    binary: Path
    expected: tuple[Expected, ...]
    seconds: float
    wall_seconds: float
    calls: int
    clock: str
    status: int
    checksums: Mapping[Case, int | None]
    notes: tuple[str, ...]
    sanitizer: Sanitizer | None = None

    @property
    def seeds(self) -> tuple[int, ...]:
        """The hidden inputs in use."""
        return tuple(case.seed for case in self.checksums if case.seed)


def hidden_seeds(run_seed: int, purpose: str) -> Iterable[int]:
    """An endless stream of seeds for hidden inputs; another purpose gives others."""
    rng = random.Random(f"{run_seed}/{purpose}")
    while True:
        yield rng.randrange(1, 2**63)


def prepare(harness: Harness, invocation: Invocation, run_seed: int, work: Path, program: Program) -> Reference:
    """Build the reference and learn what it does.

    Raises:
        BrokenReference: it crashes or does not stop, on its own input or in one of the program's cases.
        UsageError: the hot function is never called.
    """
    finished = harness.finish(harness.split.hot, Finish.CODEGEN)
    binary = harness.link(finished.object, work / "reference")
    own = observe_twice(binary, invocation, OWN)
    if own is None:
        raise BrokenReference(_why(observe(binary, invocation), invocation))
    report, result = own.observation.report, own.observation.result
    if report.calls == 0:
        name = harness.split.name
        raise UsageError(f"'{name}' is never called (or never returns) with this input: name another with --hot")
    # On another input the program may run on for ever, where a loop waits for one certain value.
    patient = with_patience(invocation, result.wall_seconds)
    hidden = expected_hidden(binary, patient, hidden_seeds(run_seed, "verify"), HIDDEN_SEEDS)
    extra = _expected_extra(binary, invocation, program)
    sized = expected_sizes(harness, binary, patient, hidden[0].case.seed if hidden else 0)
    cases = [wanted.case for wanted in (own, *hidden, *sized)]
    sanitizer = sanitize.prepare(harness, harness.split.hot, cases, patient, result.status, work)
    if isinstance(sanitizer, Sanitizer):
        # What the original reads beyond its memory there, no candidate needs to repeat.
        sized = [wanted for wanted in sized if wanted.case in sanitizer.cases]
    clock, seconds = _time(binary, invocation)
    notes = (*_notes(harness, own, len(hidden)), *_input_notes(harness, len(extra), sized, sanitizer))
    return Reference(
        finished,
        binary,
        (own, *hidden, *extra, *sized),
        seconds,
        result.wall_seconds,
        report.calls,
        clock,
        result.status,
        {wanted.case: _checksum(binary, patient, wanted.case, clock) for wanted in (own, *hidden)},
        notes,
        sanitizer if isinstance(sanitizer, Sanitizer) else None,
    )


def expected_hidden(binary: Path, invocation: Invocation, seeds: Iterable[int], wanted: int) -> list[Expected]:
    """The reference's results on up to `wanted` hidden inputs; seeds on which it crashes or makes NaN are dropped."""
    found: list[Expected] = []
    for attempt, seed in enumerate(seeds):
        if len(found) == wanted or attempt == SEED_ATTEMPTS:
            break
        expected = observe_twice(binary, invocation, Case(seed))
        if expected and expected.observation.report.perturbed_blocks == 0:
            break  # nothing here can vary
        if expected and not has_nan(expected.observation):
            found.append(expected)
    return found


def expected_sizes(harness: Harness, binary: Path, invocation: Invocation, seed: int) -> list[Expected]:
    """The results with replaced size arguments.

    A rule on which the reference crashes, hangs, makes NaN or replaces nothing is dropped: no function allows every
    value.
    """
    found = []
    for rule in range(1, len(SIZE_RULES) + 1) if harness.sizes else ():
        expected = observe_twice(binary, invocation, Case(seed, rule))
        if expected and expected.observation.report.resized and not has_nan(expected.observation):
            found.append(expected)
    return found


def _expected_extra(binary: Path, invocation: Invocation, program: Program) -> list[Expected]:
    found = []
    for extra in program.cases:
        expected = observe_twice(binary, invocation, Case(extra=extra))
        if expected is None:
            raise BrokenReference(f"the program itself fails in its case '{extra.name}': give another")
        found.append(expected)
    return found


def observe_twice(binary: Path, invocation: Invocation, case: Case) -> Expected | None:
    """What a binary does on one input and what of it repeats; None when it does not end by itself."""
    first = observe_case(binary, invocation, case)
    if failure(first.result):
        return None
    second = observe_case(binary, invocation, case)
    return None if failure(second.result) else expect(case, first, second)


def _checksum(binary: Path, invocation: Invocation, case: Case, clock: str) -> int | None:
    """The checksum of timed runs on one input, or None when it does not repeat."""
    runs = {observe(binary, invocation, seed=case.seed, timed=True, clock=clock).report.checksum for _ in range(3)}
    return runs.pop() if len(runs) == 1 else None


def _why(seen: Observation, invocation: Invocation) -> str:
    problem = failure(seen.result)
    if problem and problem[0] is Reason.TIMEOUT:
        return f"the program did not stop within {invocation.timeout:g} s: give a smaller input or a longer --timeout"
    words = seen.result.message.splitlines()
    said = f"; it said: {words[-1][:200]}" if words else ""
    return f"the program itself fails before any change ({seen.result.describe()}){said}"


def _time(binary: Path, invocation: Invocation) -> tuple[str, float]:
    """The clock to use, and the median seconds in the hot function."""
    with measuring():
        runs = [observe(binary, invocation, timed=True).report for _ in range(4)][1:]
    per_call = statistics.median(run.cpu_seconds / max(run.calls, 1) for run in runs)
    clock = "cpu" if per_call >= SHORT_CALL_SECONDS else "ticks"
    return clock, statistics.median(run.seconds(clock) for run in runs)


def _notes(harness: Harness, own: Expected, hidden: int) -> tuple[str, ...]:
    if harness.unwrapped:
        return (f"{harness.split.name} is judged by the whole program's output and time: {harness.unwrapped}",)
    notes = []
    scalars = [parameter for parameter in harness.split.function.signature.parameters if not parameter.is_pointer]
    varied = [block.name for block in harness.blocks if block.kind not in FIXED]
    varied += [parameter.name for parameter in scalars if parameter.type in FLOATS]
    fixed = [block.name for block in harness.blocks if block.kind in FIXED]
    unvaried = [p.name for p in scalars if p.type not in FLOATS and p.name not in harness.sizes]
    if hidden == 0:
        notes.append("no hidden inputs: nothing behind the arguments can be varied, or the reference fails on it")
    elif hidden < HIDDEN_SEEDS:
        notes.append(f"{hidden} of {HIDDEN_SEEDS} hidden inputs used: the reference fails on the others")
    if varied and hidden:
        notes.append(f"varied in hidden inputs: {', '.join(varied)}")
    if fixed:
        notes.append(f"kept as they are in hidden inputs (indices, mixed or unknown data): {', '.join(fixed)}")
    if unvaried:
        notes.append(f"as in the program's own calls (and its cases): the arguments {', '.join(unvaried)}")
    notes += _followed_notes(harness, own)
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


def _followed_notes(harness: Harness, own: Expected) -> list[str]:
    """Where pointers in memory led to memory that is compared, too, and where not."""
    names = harness.block_names
    reached = {names[dump.root] for dump in own.observation.dumps if dump.root is not None and dump.root < len(names)}
    notes = []
    if reached:
        notes.append(f"also compared: what pointers in {', '.join(sorted(reached))} lead to")
    if lost := set(harness.followed) - reached:
        notes.append(f"not compared: what pointers in {', '.join(sorted(lost))} lead to (no start of a known block)")
    return notes


def _input_notes(harness: Harness, extra: int, sized: list[Expected], sanitizer: Sanitizer | str) -> Iterable[str]:
    if extra:
        yield f"{extra} extra case(s): other arguments or input"
    rules = [wanted.case.size for wanted in sized]
    if rules:
        tried = ", ".join(SIZE_RULES[rule - 1] for rule in rules)
        yield f"also verified with other values of {', '.join(harness.sizes)}: {tried}"
    if harness.sizes and len(rules) < len(SIZE_RULES):
        left = ", ".join(name for rule, name in enumerate(SIZE_RULES, 1) if rule not in rules)
        yield f"not verified with {left}: the original itself fails or has nothing to do there"
    if isinstance(sanitizer, str):
        yield f"no AddressSanitizer step: {sanitizer}"
