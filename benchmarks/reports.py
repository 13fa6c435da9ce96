"""Numbers of the reports: time and memory over a thousand runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.number import Number

RUNS = 1000
JOURNALS = Path(__file__).resolve().parent.parent / "tests" / "data" / "journals"
KERNELS = 36


def thousand_runs() -> Iterator[Number]:
    """`irloop report --all` over 1,000 runs, copies of real ones under other names and ids.

    One thread: CPU time is what a quiet machine takes, and a busy one does not spoil the number.
    """
    with tempfile.TemporaryDirectory() as folder:
        size = _copies(Path(folder) / "runs")
        for kind, out in (("html", "report.html"), ("md", "report.md"), ("json", "report.json")):
            words = ["report", "--all", "--format", kind, "--out", out]
            begun = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, "-m", "pipeline", *words], cwd=folder, env={**os.environ, "PYTHONPATH": _checkout()}
            )
            _, status, usage = os.wait4(process.pid, 0)
            lasted = time.perf_counter() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / 1024**2
            name = f"report as {kind} over {RUNS:,} runs ({size / 1e6:.0f} MB of journals)"
            cpu = usage.ru_utime + usage.ru_stime
            kept = process.returncode == 0 and cpu <= 10 and peak <= 1
            yield Number(name, "<= 10 s, <= 1 GB", f"{cpu:.1f} s of CPU ({lasted:.1f} s wall), {peak:.2f} GB", kept)
        pages = (Path(folder) / "report.html").stat().st_size / 1e6
        yield Number("  size of the page", "", f"{pages:.1f} MB", True)


def _copies(root: Path) -> int:
    """A thousand journals below `root`; their size in bytes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(JOURNALS.glob("*/events.jsonl"))]
    total = 0
    for number in range(RUNS):
        text = texts[number % len(texts)]
        first, _, rest = text.partition("\n")
        kernel, run = f"kernel{number % KERNELS:02}", f"20260101-{number:06}"
        old = first.split('"name":"', 1)[1].split('"', 1)[0]
        first = first.replace(f'"name":"{old}"', f'"name":"{kernel}"')
        first = first.replace(first.split('"run_id":"', 1)[1].split('"', 1)[0], run)
        folder = root / kernel / run
        folder.mkdir(parents=True)
        total += (folder / "events.jsonl").write_text(f"{first}\n{rest}", encoding="utf-8")
    return total


def _checkout() -> str:
    return str(Path(__file__).resolve().parent.parent)
