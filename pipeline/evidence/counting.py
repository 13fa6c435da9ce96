"""Running `perf stat -d` on a program with a candidate inside, walls up; and a stand-in where there is no perf."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.evidence.perf import PerfStat, read_perf_stat
from pipeline.executor import Result
from pipeline.judging.sandbox import Invocation, run_walled

# What `perf stat -d` counts by itself, and the generic cache events, which it leaves out.
EVENTS = (
    "task-clock,context-switches,cpu-migrations,page-faults,cycles,instructions,branches,branch-misses,"
    "cache-references,cache-misses"
)
UNSUPPORTED = ("cycles", "instructions", "branches", "branch-misses", "cache-references", "cache-misses")


def count(binary: Path, name: str, invocation: Invocation, target: Path) -> PerfStat:
    """Profile one run of `binary`, which has the sandbox linked in, and write perf's text to `target`.

    `name` is what the text calls the program. Without a working perf the text is written in perf's format from the
    kernel's accounting of the process, and says so in its first line.
    """
    perf = shutil.which("perf")
    if perf:
        prefix = (perf, "stat", "-d", "-e", EVENTS, "-o", target, "--")
        result = run_walled(binary, invocation, prefix=prefix)
        if target.exists() and "Performance counter stats" in target.read_text(errors="replace"):
            text = target.read_text(errors="replace").replace(str(binary), f"./{name}")
            target.write_text(text)
            return read_perf_stat(target)
    else:
        result = run_walled(binary, invocation)
    target.write_text(_accounting(result, name))
    return read_perf_stat(target)


def _accounting(result: Result, name: str) -> str:
    lines = ["# written by irloop from the kernel's process accounting: perf is not available here"]
    lines += ["", f" Performance counter stats for './{name}':", ""]
    lines.append(f"{result.cpu_seconds * 1e3:>18.2f} msec task-clock")
    lines += [f"{'<not supported>':>18}      {event}" for event in UNSUPPORTED]
    return "\n".join([*lines, "", f"{result.wall_seconds:>18.9f} seconds time elapsed", ""])
