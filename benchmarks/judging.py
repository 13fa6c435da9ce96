"""Numbers of the judge: what a verdict costs, whether attacks or noise get through, whether the innocent do."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from benchmarks.number import Number
from pipeline.artifacts import Artifacts
from pipeline.bench import measure_surroundings, prepare
from pipeline.catalog import bundled_program, kernel_names
from pipeline.events import AnyEvent, StepStarted
from pipeline.judging.judge import Judge
from pipeline.records import Candidate, Settings
from pipeline.state import State
from pipeline.toolchain import find_toolchain

Made = TypeVar("Made")
AGAINST_ITSELF = "SMALL"
ATTACKS = Path(__file__).resolve().parent.parent / "tests" / "attacks"
# A plain register tile, different in every copy by a constant that only ends up in an unused branch.
TILED = """Keep a row of C in registers.

```c
void kernel_gemm(int ni, int nj, int nk, double alpha, double beta,
                 double C[NI][NJ], double A[NI][NK], double B[NK][NJ])
{
    enum { TILE = %d };
    for (int i = 0; i < ni; i++)
        for (int j0 = 0; j0 < nj; j0 += TILE) {
            int width = nj - j0 < TILE ? nj - j0 : TILE;
            double sum[TILE] = {0};
            for (int k = 0; k < nk; k++)
                for (int j = 0; j < width; j++)
                    sum[j] += A[i][k] * B[k][j0 + j];
            for (int j = 0; j < width; j++)
                C[i][j0 + j] = C[i][j0 + j] * beta + alpha * sum[j];
        }
}
```
"""


@contextmanager
def judge_of(kernel: str, size: str) -> Iterator[Judge]:
    """A judge for a bundled kernel, noise floor measured, in a folder that goes away afterwards."""
    program = bundled_program(kernel, size)
    settings = Settings(ladder=False)
    with tempfile.TemporaryDirectory() as folder:
        toolchain = find_toolchain()
        artifacts = Artifacts(Path(folder), kernel, toolchain)
        state = State()
        bench = returned(prepare(program, settings, toolchain, artifacts, state))
        for event in measure_surroundings(bench, state):
            state = state.apply(event)
        assert state.noise is not None
        yield bench.judge(state.noise.floor)


def returned(steps: Generator[AnyEvent, None, Made], seen: Callable[[AnyEvent], None] = lambda _: None) -> Made:
    """Run a step to its end, showing every event to `seen`, and keep what it made."""
    while True:
        try:
            seen(next(steps))
        except StopIteration as end:
            made: Made = end.value
            return made


def verdict_cost() -> Iterator[Number]:
    """Seconds from a reply to the decision whether it is right, on gemm MINI: the median over eight candidates."""
    times: list[float] = []
    with judge_of("gemm", "MINI") as judge:
        for number in range(8):
            candidate = Candidate(id=f"c{number}", iteration=1, proposer="bench", label="", text=TILED % (8 + number))
            begun = time.perf_counter()

            def note(event: AnyEvent, begun: float = begun) -> None:
                if isinstance(event, StepStarted) and event.step == "measure":
                    times.append(time.perf_counter() - begun)

            returned(judge.judge(candidate, None), note)
    median = statistics.median(times)
    text = f"median {median:.2f} s, worst {max(times):.2f} s, {len(times)} candidates"
    yield Number("from reply to verified, gemm MINI", "<= 1.5 s", text, median <= 1.5 and len(times) == 8)


def attacks() -> Iterator[Number]:
    """Attacks, broken replies and correct candidates that ship as tests: how many were judged wrongly."""
    wrong, right = _tests("test_cheats.py", "test_behind_pointers.py", "test_between_calls.py")
    yield Number("attacks accepted", "0", f"{wrong} of {wrong + right}", wrong == 0 and right >= 20)
    wrong, right = _tests("test_broken_replies.py")
    yield Number("broken replies that crash irloop or pass", "0", f"{wrong} of {wrong + right} tests", wrong == 0)
    wrong, right = _tests("test_innocent.py")
    yield Number("correct candidates rejected", "0 of 30", f"{wrong} of {wrong + right}", wrong == 0 and right >= 30)


def against_themselves() -> Iterator[Number]:
    """Every kernel's reference judged against a copy of itself: each win is a false one."""
    outcomes = {}
    for kernel in kernel_names():
        with judge_of(kernel, AGAINST_ITSELF) as judge:
            outcomes[kernel] = returned(judge.against_itself())
    wins = [f"{kernel} {verdict.speedup}" for kernel, verdict in outcomes.items() if verdict.is_win]
    rejected = [f"{kernel} {verdict.reason}" for kernel, verdict in outcomes.items() if verdict.speedup is None]
    text = f"{len(wins)} of {len(outcomes)}" + "".join(f", {word}" for word in wins + rejected)
    kept = not wins and not rejected and len(outcomes) == len(kernel_names())
    yield Number("references that beat themselves", "0 of 36", text, kept)


def _tests(*files: str) -> tuple[int, int]:
    """How many tests of these files fail and pass."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(ATTACKS / file) for file in files)]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    counts = {word: int(count) for count, word in re.findall(r"(\d+) (failed|passed|error)", said)}
    return counts.get("failed", 0) + counts.get("error", 0), counts.get("passed", 0)
