"""Numbers of the meter: how often a program beats itself on a machine whose CPUs are all busy with something else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.judging import judge_of, returned
from benchmarks.number import Number
from pipeline.events import AnyEvent, SamplesTaken
from pipeline.judging.sandbox import pinned_cpu
from pipeline.records import Outcome, Verdict

# One is timed by the time-stamp counter, which runs on while something else has the CPU, one by its thread's CPU time.
KERNELS = (("atax", "SMALL"), ("gemm", "SMALL"))
# As in real runs, a noise floor serves many verdicts: so many runs of so many trials each.
RUNS, TRIALS = 10, 20
# Computes and copies 16 MiB in turns, at random moments and for random times; now and then it rests.
LOAD = """
import random, sys, time
rng, block = random.Random(int(sys.argv[1])), bytearray(1 << 24)
while True:
    until = time.monotonic() + rng.uniform(0.02, 0.4)
    copying = rng.random() < 0.5
    while time.monotonic() < until:
        bytes(block) if copying else sum(range(10_000))
    if rng.random() < 0.2:
        time.sleep(rng.uniform(0.01, 0.2))
"""


@contextmanager
def loaded() -> Iterator[int]:
    """One process that keeps busy on each CPU; how many there are."""
    cpus = sorted(os.sched_getaffinity(0))
    processes = []
    try:
        for cpu in cpus:
            process = subprocess.Popen([sys.executable, "-c", LOAD, str(cpu)])
            processes.append(process)
            os.sched_setaffinity(process.pid, {cpu})
        yield len(cpus)
    finally:
        for process in processes:
            process.kill()
            process.wait()


def false_wins() -> Iterator[Number]:
    """200 trials of short kernels against themselves, by the real judge, while a load runs on every CPU."""
    verdicts: list[Verdict] = []
    unconfirmed = 0
    floors: list[float] = []
    begun = time.monotonic()
    with loaded() as cpus:
        for run in range(RUNS):
            with judge_of(*KERNELS[run % len(KERNELS)]) as judge:
                judge.rng = random.Random(run)
                floors.append(judge.floor)
                for _ in range(TRIALS):
                    told: list[AnyEvent] = []
                    verdicts.append(returned(judge.against_itself(), told.append))
                    purposes = [event.purpose for event in told if isinstance(event, SamplesTaken)]
                    unconfirmed += any(purpose.startswith("confirm") for purpose in purposes)
    lasted = time.monotonic() - begun
    wins = sum(verdict.is_win for verdict in verdicts)
    kernels = " and ".join(" ".join(kernel) for kernel in KERNELS)
    name = f"claimed wins in {len(verdicts)} A/A trials, {kernels}, all {cpus} CPUs loaded"
    yield Number(name, "<= 2", str(wins), wins <= 2 and len(verdicts) == RUNS * TRIALS)
    yield Number("  wins before the confirmation in fresh rounds", "", str(unconfirmed), True)
    others = {outcome: sum(verdict.outcome is outcome for verdict in verdicts) for outcome in Outcome}
    text = ", ".join(f"{count} {outcome}" for outcome, count in others.items() if count)
    yield Number("  verdicts", "", text, True)
    text = f"{100 * min(floors):.1f} to {100 * max(floors):.1f} %, CPU {pinned_cpu()}, {lasted:.0f} s in all"
    yield Number("  noise floors of the runs", "", text, True)
