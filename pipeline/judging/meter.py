"""Taking timed samples: fresh processes, random order within paired rounds, one measurement per host at a time."""

from __future__ import annotations

import fcntl
import os
import random
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.events import SamplesTaken
from pipeline.executor import Result
from pipeline.judging.sandbox import Invocation, failure, observe
from pipeline.records import Reason

LOCK_FILE = Path(tempfile.gettempdir()) / "irloop-measuring.lock"


@dataclass(frozen=True)
class Arm:
    """One binary in a measurement; `checksum` of its results must repeat when it is given, `status` always."""

    name: str
    binary: Path
    status: int = 0
    checksum: int | None = None


@dataclass(frozen=True)
class Measurement:
    """Seconds by arm, one per round in round order; `failures` holds arms that stopped being right while timed."""

    seconds: dict[str, list[float]]
    order: list[str] = field(default_factory=list)
    failures: dict[str, tuple[Reason, str]] = field(default_factory=dict)

    def event(self, purpose: str, clock: str, cpu: int | None) -> SamplesTaken:
        """The measurement as an event for the journal."""
        return SamplesTaken(
            purpose=purpose,
            clock=clock,
            seconds={name: tuple(values) for name, values in self.seconds.items()},
            order=tuple(self.order),
            cpu=cpu,
            load=os.getloadavg()[0],
        )


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
    arms: Mapping[str, Arm], rounds: int, invocation: Invocation, clock: str, rng: random.Random, *, warm: bool = True
) -> Measurement:
    """Run every arm once per round, in random order within the round; warms each up once before.

    An arm that crashes, changes its exit status or its results is dropped and named in `failures`.
    """
    alive = dict(arms)
    measurement = Measurement({name: [] for name in arms})
    with measuring():
        if warm:
            for arm in arms.values():
                observe(arm.binary, invocation, timed=True, clock=clock)
        for _ in range(rounds):
            names = list(alive)
            rng.shuffle(names)
            for name in names:
                problem, seconds = _sample(alive[name], invocation, clock)
                if problem:
                    measurement.failures[name] = problem
                    del alive[name], measurement.seconds[name]
                else:
                    measurement.seconds[name].append(seconds)
                    measurement.order.append(name)
    return measurement


def _sample(arm: Arm, invocation: Invocation, clock: str) -> tuple[tuple[Reason, str] | None, float]:
    seen = observe(arm.binary, invocation, timed=True, clock=clock)
    problem = failure(seen.result)
    seconds = seen.report.seconds(clock)
    if problem is None and seen.result.status != arm.status:
        problem = Reason.EXIT_STATUS, f"a timed run ended with {seen.result.describe()}"
    if problem is None and arm.checksum is not None and seen.report.checksum != arm.checksum:
        problem = Reason.CHECKSUM, "a timed run gave other results than the run before it"
    if problem is None and seconds <= 0:
        problem = Reason.CALLS, "the hot function never returned in a timed run"
    return problem, seconds


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
