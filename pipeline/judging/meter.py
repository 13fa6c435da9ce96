"""Taking timed samples: fresh processes, random order within paired rounds, one measurement per host at a time."""

from __future__ import annotations

import fcntl
import os
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.events import SamplesTaken
from pipeline.executor import Result
from pipeline.judging.cases import OWN, Case
from pipeline.judging.sandbox import Invocation, Observation, failure, observe
from pipeline.records import Reason

LOCK_FILE = Path(tempfile.gettempdir()) / "irloop-measuring.lock"


@dataclass(frozen=True)
class Arm:
    """One binary in a measurement.

    `checksums` of its results by input must repeat where they are given (not None), the exit `status` always; `prints`
    says what is wrong with a timed run's output on an input, if anything.
    """

    name: str
    binary: Path
    status: int = 0
    checksums: Mapping[Case, int | None] = field(default_factory=dict)
    prints: Callable[[Case, Observation], tuple[Reason, str] | None] = lambda _case, _seen: None


@dataclass(frozen=True)
class Measurement:
    """Seconds in the hot function by arm, one per round in round order.

    `rest` is the CPU time that the kernel counted for the process outside the stopwatch, alike; `cases` are the inputs
    of the rounds. `failures` holds arms that stopped being right while timed.
    """

    seconds: dict[str, list[float]]
    rest: dict[str, list[float]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    failures: dict[str, tuple[Reason, str]] = field(default_factory=dict)

    def event(self, purpose: str, clock: str, cpu: int | None) -> SamplesTaken:
        """The measurement as an event for the journal."""
        return SamplesTaken(
            purpose=purpose,
            clock=clock,
            seconds={name: tuple(values) for name, values in self.seconds.items()},
            order=tuple(self.order),
            seeds=tuple(case.seed for case in self.cases) if any(case.seed for case in self.cases) else (),
            cpu=cpu,
            load=os.getloadavg()[0],
        )

    def extend(self, more: Measurement) -> None:
        """Add the rounds of another measurement of the same arms."""
        self.failures.update(more.failures)
        for mine, added in ((self.seconds, more.seconds), (self.rest, more.rest)):
            for name, values in added.items():
                mine[name] = [*mine.get(name, []), *values]
        self.order.extend(more.order)
        self.cases.extend(more.cases)


@contextmanager
def measuring() -> Iterator[None]:
    """Hold this host's measurement lock; waits while another irloop measures."""
    descriptor = _open_lock(LOCK_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _open_lock(path: Path) -> int:
    """Open the lock file, which may be another user's: reading is enough to lock it."""
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)


def measure(
    arms: Mapping[str, Arm],
    rounds: int,
    invocation: Invocation,
    clock: str,
    rng: random.Random,
    *,
    cases: Sequence[Case] = (OWN,),
    warm: bool = True,
) -> Measurement:
    """Run every arm once per round, in random order within the round; warms each up once before.

    Rounds take turns among the inputs `cases`, the same for all arms of a round: a candidate that holds the answers for
    the program's own input has nothing of it on the others.

    An arm that crashes, changes its exit status or its results is dropped and named in `failures`.
    """
    alive = dict(arms)
    measurement = Measurement({name: [] for name in arms}, {name: [] for name in arms})
    with measuring():
        if warm:
            for arm in arms.values():
                observe(arm.binary, invocation, timed=True, clock=clock)
        for turn in range(rounds):
            case = cases[turn % len(cases)]
            measurement.cases.append(case)
            names = list(alive)
            rng.shuffle(names)
            for name in names:
                problem, seconds, rest = _sample(alive[name], case, invocation, clock)
                if problem:
                    measurement.failures[name] = problem
                    del alive[name], measurement.seconds[name], measurement.rest[name]
                else:
                    measurement.seconds[name].append(seconds)
                    measurement.rest[name].append(rest)
                    measurement.order.append(name)
    return measurement


def _sample(arm: Arm, case: Case, invocation: Invocation, clock: str) -> tuple[tuple[Reason, str] | None, float, float]:
    seen = observe(arm.binary, invocation, seed=case.seed, timed=True, clock=clock)
    problem = failure(seen.result)
    seconds = seen.report.seconds(clock)
    if problem is None and seen.result.status != arm.status:
        problem = Reason.EXIT_STATUS, f"a timed run ended with {seen.result.describe()}"
    checksum = arm.checksums.get(case)
    if problem is None and checksum is not None and seen.report.checksum != checksum:
        problem = Reason.CHECKSUM, "a timed run gave other results than the verified ones"
    problem = problem or arm.prints(case, seen)
    if problem is None and seconds <= 0:
        problem = Reason.CALLS, "the hot function never returned in a timed run"
    return problem, seconds, seen.result.cpu_seconds - seconds


def measure_whole(
    programs: Mapping[str, Path], rounds: int, invocation: Invocation, rng: random.Random
) -> Mapping[str, list[float]]:
    """CPU seconds of whole processes (user and system), paired and in random order like `measure`."""
    from pipeline.judging.sandbox import run_walled

    seconds: dict[str, list[float]] = {name: [] for name in programs}
    with measuring():
        for turn in range(rounds + 1):
            names = list(programs)
            rng.shuffle(names)
            for name in names:
                result: Result = run_walled(programs[name], invocation)
                if turn:  # the first turn warms up
                    seconds[name].append(max(result.cpu_seconds, 1e-6))
    return seconds
