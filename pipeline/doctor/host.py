"""The machine itself: what disturbs measurements, the Python environment, the folders."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from pipeline import __version__
from pipeline.doctor.check import Check, limited, missing, ok
from pipeline.evidence.machine import MachineFacts, facts_text
from pipeline.executor import GIB

FREE_BYTES = GIB
# Above this share of the CPUs busy, another program runs on the measured CPU's neighbours, or on it.
BUSY_SHARE = 0.5
# Above this part of stolen time a sample in a hundred or so is far off.
MUCH_STOLEN = 0.01
_STEAL = 7  # its place among the times of a CPU in /proc/stat
PACKAGES = ("docker", "matplotlib", "openai", "pandas", "plotext", "rich", "scipy", "textual")


def check_machine(facts: MachineFacts, load: float, stolen: float | None = None) -> Iterator[Check]:
    """What the machine is, and what disturbs measurements on it.

    `load` is the last minute's average, `stolen` the part of the CPU time that the hypervisor gave to others.
    """
    yield ok("machine", "; ".join(facts_text(facts)))
    busy = f"load average {load:.2f} on {facts.cpus} CPUs"
    if load <= BUSY_SHARE * facts.cpus:
        yield ok("load", busy)
    else:
        yield limited("load", busy, "stop other programs, or wait, before measuring")
    if facts.cpus < 2:
        advice = "give it a second CPU: irloop measures on one and builds on the others"
        yield limited("cpus", "only one CPU: builds disturb measurements", advice)
    if facts.cpu_quota is not None and facts.cpu_quota < facts.cpus:
        finding = f"throttled to {facts.cpu_quota:g} of {facts.cpus} CPUs"
        advice = "use docker's --cpuset-cpus instead of --cpus: a quota stops programs in mid-run"
        yield limited("quota", finding, advice)
    if facts.governor not in (None, "performance"):
        advice = "`cpupower frequency-set -g performance` as root, while measuring"
        yield limited("governor", f"frequency governor is {facts.governor}", advice)
    if (facts.threads_per_core or 1) > 1:
        finding = f"{facts.threads_per_core} threads share a core: what runs on the other one slows a measured program"
        advice = "`echo off > /sys/devices/system/cpu/smt/control` as root, while measuring"
        yield limited("smt", finding, advice)
    if facts.boost:
        finding = "turbo: the clock rises and falls with temperature and with what other cores do"
        advice = (
            "while measuring, as root: `echo 0 > /sys/devices/system/cpu/cpufreq/boost`, or with Intel's driver "
            "`echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo`"
        )
        yield limited("turbo", finding, advice)
    if stolen is not None and stolen >= MUCH_STOLEN:
        finding = f"{100 * stolen:.1f} % of the CPU time since start went to other machines on this host"
        advice = "measure at another hour or on another host: a stolen moment falls into whatever runs"
        yield limited("steal", finding, advice)
    if facts.hypervisor:
        advice = "trust intervals, not single times; for small gains measure on a machine of your own"
        yield limited("hypervisor", "a virtual machine: neighbours may disturb measurements", advice)


def stolen_time(stat: Path = Path("/proc/stat")) -> float | None:
    """The part of all CPU time since start that a hypervisor gave to others; None where the kernel does not tell."""
    try:
        name, *times = stat.read_text().splitlines()[0].split()
        spent = [int(word) for word in times[: _STEAL + 1]]
    except (OSError, ValueError, IndexError):
        return None
    total = sum(spent)
    return spent[_STEAL] / total if name == "cpu" and len(spent) > _STEAL and total else None


def check_python() -> Check:
    """The interpreter, and the packages that irloop imports when it needs them."""
    lacking = [name for name in PACKAGES if find_spec(name) is None]
    finding = f"Python {platform.python_version()}, irloop {__version__}"
    if not lacking:
        return ok("python", finding)
    return limited("python", f"{finding}; not installed: {', '.join(lacking)}", "run `make setup`")


def check_folder(name: str, folder: Path) -> Check:
    """Whether a folder (or the nearest that exists above it) takes files, runs programs, and has room."""
    place = folder.absolute()
    # Path.exists would raise where a folder above may not be read.
    while not os.path.exists(place):  # noqa: PTH110
        place = place.parent
    free = shutil.disk_usage(place).free
    finding = f"{folder}: {free / GIB:.1f} GiB free"
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        advice = f"make {place} writable, or name another folder (--out, TMPDIR)"
        return missing(name, f"{folder} cannot be written", advice)
    if os.statvfs(place).f_flag & os.ST_NOEXEC:
        return missing(name, f"{folder} runs no programs (noexec)", "name another folder (--out, TMPDIR)")
    if free < FREE_BYTES:
        return limited(name, finding, "free at least 1 GiB, or name another folder (--out, TMPDIR)")
    return ok(name, finding)
