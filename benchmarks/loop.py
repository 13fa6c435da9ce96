"""Numbers of the loop: start-up, and an offline run of gemm."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.number import Number
from pipeline.catalog import bundled_program
from pipeline.records import Settings
from pipeline.run import start
from pipeline.state import State

IRLOOP = Path(sys.executable).with_name("irloop")
LAZY = ("pandas", "matplotlib", "openai", "docker", "textual", "scipy")


def help_time() -> Iterator[Number]:
    """Median wall time of `irloop --help` over ten starts."""
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        subprocess.run([IRLOOP, "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    median = statistics.median(times)
    yield Number("irloop --help", "<= 0.25 s", f"{median:.3f} s", median <= 0.25)


def imports() -> Iterator[Number]:
    """Heavy packages that a bare `import pipeline, pipeline.cli` brings in."""
    code = f"import sys, pipeline, pipeline.cli; print(*[name for name in {LAZY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    yield Number("heavy packages imported with pipeline", "none", ", ".join(loaded) or "none", not loaded)


def gemm_run() -> Iterator[Number]:
    """An offline run of gemm: its speedup, its duration, and what irloop itself spends on a candidate."""
    begun = time.perf_counter()
    state = State()
    with tempfile.TemporaryDirectory() as folder:
        for event in start(bundled_program("gemm"), Settings(fresh_ladder=True), Path(folder)):
            state = state.apply(event)
    lasted = time.perf_counter() - begun
    yield Number("gemm, offline, 3 iterations", "< 180 s", f"{lasted:.0f} s", lasted < 180)
    speedup = state.best[1] if state.best else None
    kept = speedup is not None and speedup.low >= 1.6
    yield Number("gemm, tolerant, over clang -O3", ">= 1.6x (99 % interval)", str(speedup or "no gain"), kept)
    searched = [attempt.verdict.speedup for attempt in state.history if attempt.candidate.proposer == "search"]
    best = max((speedup.speedup for speedup in searched if speedup), default=1.0)
    yield Number("  of that, search alone", "", f"{best:.2f}x", True)
    costs = [verdict.own_seconds for verdict in state.verdicts.values() if verdict.own_seconds]
    middle, worst = statistics.median(costs), max(costs)
    text = f"median {middle:.2f} s, worst {worst:.2f} s, {len(costs)} candidates"
    yield Number("irloop's own cost of a candidate", "<= 0.5 s", text, middle <= 0.5)
