"""Drives the judge up to the point where it would take its stopwatch: nothing here depends on time."""

from __future__ import annotations

import gc
import itertools
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from pipeline.events import StepStarted
from pipeline.judging.judge import Judge
from pipeline.records import Candidate, Verdict

T = TypeVar("T")
_NUMBERS = itertools.count(1)


def fenced(code: str, tag: str = "") -> str:
    """The code as models answer: a sentence, then a block."""
    return f"An attempt.\n\n```{tag}\n{code}\n```\n"


def verified(judge: Judge, reply: str) -> Verdict | None:
    """The verdict on a whole reply, or None when every check passed and only the measuring was left to do."""
    candidate = Candidate(id=f"v{next(_NUMBERS)}", iteration=1, proposer="test", label="", text=reply)
    steps = judge.judge(candidate, None)
    while True:
        try:
            event = next(steps)
        except StopIteration as end:
            verdict: Verdict = end.value
            return verdict
        if isinstance(event, StepStarted) and event.step == "measure":
            steps.close()
            return None


def accepted_module(judge: Judge) -> Path:
    """The IR that a judge of one reply has built from it."""
    [module] = judge.work.glob("*/candidate.ll")
    return module


class TooSlow(Exception):
    """irloop itself was busy for too long."""


@contextmanager
def own_seconds(limit: float) -> Iterator[None]:
    """Raise TooSlow once this process has computed for `limit` seconds; waiting for children does not count."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"irloop computed for more than {limit} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def peak_growth(work: Callable[[], T]) -> tuple[T, int]:
    """What `work` returns, and by how many bytes this process's resident memory grew at the most meanwhile."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak so far
    before = _resident("VmRSS")
    found = work()
    return found, _resident("VmHWM") - before


def _resident(name: str) -> int:
    """A line of /proc/self/status, in bytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise AssertionError(f"the kernel does not tell {name}")
