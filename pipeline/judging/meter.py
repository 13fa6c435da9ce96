"""Taking timed samples: fresh processes, random order within paired rounds, one measurement per host at a time.

The order follows Abedi and Brecht (Conducting repeatable experiments in highly variable cloud computing environments,
ICPE 2017): all arms once per round, shuffled anew in each, so that what the machine does meanwhile falls on every arm
alike. Measured in blocks, AAA then BBB, one and the same program differed from itself by 18 to 38 % on a busy machine.
A process is fresh each time since placement in memory is fixed for a process's life and biases all its iterations
(Kalibera and Jones, Rigorous benchmarking in reasonable time, ISMM 2013).
"""

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
from pipeline.judging.sandbox import Invocation, Observation, failure, observe, run_walled
from pipeline.records import Reason

LOCK_FILE = Path(tempfile.gettempdir()) / "irloop-measuring.lock"
# The clock of whole programs: user and system time of the process, as the kernel counts it.
PROCESS = "process"


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
class Sample:
    """One run of one arm, in seconds.

    `seconds` is what the clock says of the hot function (of the whole process for the clock `PROCESS`), `rest` the CPU
    time of the process outside of it, `wall` the time from start to end of the process.
    """

    seconds: float
    rest: float
    wall: float


@dataclass(frozen=True)
class Measurement:
    """Every sample by arm, one per round in round order.

    `cases` are the inputs of the rounds and `loads` the machine's load averages in them, `order` names the arms in the
    order in which they ran. `failures` holds arms that stopped being right while timed: nothing is computed from them,
    and what they gave before stands apart in `dropped`, for the record.
    """

    samples: dict[str, list[Sample]]
    cases: list[Case] = field(default_factory=list)
    loads: list[float] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    failures: dict[str, tuple[Reason, str]] = field(default_factory=dict)
    dropped: dict[str, list[Sample]] = field(default_factory=dict)

    @property
    def seconds(self) -> dict[str, list[float]]:
        """Seconds by the measurement's clock."""
        return {name: [sample.seconds for sample in samples] for name, samples in self.samples.items()}

    @property
    def rest(self) -> dict[str, list[float]]:
        """CPU seconds of the processes outside the hot function."""
        return {name: [sample.rest for sample in samples] for name, samples in self.samples.items()}

    def event(self, purpose: str, clock: str, cpu: int | None) -> SamplesTaken:
        """The measurement as an event for the journal, with the samples of arms that failed later."""
        every = self.samples | {name: samples for name, samples in self.dropped.items() if samples}
        return SamplesTaken(
            purpose=purpose,
            clock=clock,
            seconds={name: tuple(sample.seconds for sample in samples) for name, samples in every.items()},
            wall={name: tuple(sample.wall for sample in samples) for name, samples in every.items()},
            order=tuple(self.order),
            seeds=tuple(case.seed for case in self.cases) if any(case.seed for case in self.cases) else (),
            cpu=cpu,
            load=self.loads[-1] if self.loads else None,
            loads=tuple(self.loads),
        )

    def extend(self, more: Measurement) -> None:
        """Add the rounds of another measurement of the same arms; an arm that failed in it is dropped."""
        for name, samples in more.samples.items():
            self.samples.setdefault(name, []).extend(samples)
        for name, problem in more.failures.items():
            self.fail(name, problem)
            self.dropped[name] += more.dropped.get(name, [])
        self.order.extend(more.order)
        self.cases.extend(more.cases)
        self.loads.extend(more.loads)

    def fail(self, name: str, problem: tuple[Reason, str]) -> None:
        """Drop an arm that is not right."""
        self.failures[name] = problem
        self.dropped[name] = self.samples.pop(name, [])


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
) -> Measurement:
    """Run every arm once per round, in random order within the round; warms each up once before.

    Rounds take turns among the inputs `cases`, the same for all arms of a round: a candidate that holds the answers for
    the program's own input has nothing of it on the others. With the clock `PROCESS` whole programs are compared, with
    and without a boundary in them.

    An arm that crashes, changes its exit status or its results is dropped and named in `failures`.
    """
    alive = dict(arms)
    measurement = Measurement({name: [] for name in arms})
    with measuring():
        for arm in arms.values():
            _run(arm, cases[0], invocation, clock)
        for turn in range(rounds):
            case = cases[turn % len(cases)]
            measurement.cases.append(case)
            measurement.loads.append(round(os.getloadavg()[0], 2))
            names = list(alive)
            rng.shuffle(names)
            for name in names:
                taken = _run(alive[name], case, invocation, clock)
                if isinstance(taken, Sample):
                    measurement.samples[name].append(taken)
                    measurement.order.append(name)
                else:
                    measurement.fail(name, taken)
                    del alive[name]
    return measurement


def _run(arm: Arm, case: Case, invocation: Invocation, clock: str) -> Sample | tuple[Reason, str]:
    """One timed run, or what was wrong with it: then its time is worth nothing."""
    if clock == PROCESS:
        result = run_walled(arm.binary, case.start(invocation))
        problem = failure(result) or _misended(arm, result)
        return problem or Sample(max(result.cpu_seconds, 1e-6), 0.0, result.wall_seconds)
    seen = observe(arm.binary, invocation, seed=case.seed, timed=True, clock=clock)
    problem = failure(seen.result) or _misended(arm, seen.result)
    checksum = arm.checksums.get(case)
    if problem is None and checksum is not None and seen.report.checksum != checksum:
        problem = Reason.CHECKSUM, "a timed run gave other results than the verified ones"
    problem = problem or arm.prints(case, seen)
    seconds = seen.report.seconds(clock)
    if problem is None and seconds <= 0:
        problem = Reason.CALLS, "the hot function never returned in a timed run"
    return problem or Sample(seconds, seen.result.cpu_seconds - seconds, seen.result.wall_seconds)


def _misended(arm: Arm, result: Result) -> tuple[Reason, str] | None:
    if result.status == arm.status:
        return None
    return Reason.EXIT_STATUS, f"a timed run ended with {result.describe()}"
