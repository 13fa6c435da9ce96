"""The programs that irloop calls: LLVM, Polly, perf, valgrind, gcc."""

from __future__ import annotations

from pathlib import Path

from pipeline.doctor.check import Check, attempt, first_line, limited, missing, ok
from pipeline.errors import IrloopError
from pipeline.evidence.machine import MachineFacts
from pipeline.evidence.perf import parse_perf_stat
from pipeline.executor import Result
from pipeline.toolchain import PINNED_MAJOR, Toolchain, find_toolchain

# kernel.perf_event_paranoid up to which a user may count events of their own programs.
MOST_PARANOID = 2
LOST = "no measured cycles, instructions, cache misses, mispredictions (only software events)"
WITHOUT_PERF = "no measured counters; the hot function is found by simulation, 50 times as slow as the run"
WITHOUT_VALGRIND = "no counts by IR line and loop in profile and prompt, no --counters simulated or model"


def check_llvm(found: list[Toolchain]) -> Check:
    """The LLVM that irloop will use; appended to `found` for the checks that need it."""
    packages = "clang-{0} llvm-{0} lld-{0} libclang-rt-{0}-dev"
    try:
        toolchain = find_toolchain()
    except IrloopError as error:
        advice = f"run `make setup`, or `apt install {packages.format(PINNED_MAJOR)}` (19 or newer will do)"
        return missing("llvm", str(error), advice)
    found.append(toolchain)
    where = f"LLVM {toolchain.version} in {toolchain.bin}"
    if toolchain.pinned:
        return ok("llvm", f"{where}, the pinned version")
    advice = f"for comparable results `apt install {packages.format(PINNED_MAJOR)}`, or use the container"
    return limited("llvm", f"{where}; the pinned version is {PINNED_MAJOR}", advice)


def check_polly(toolchain: Toolchain) -> Check:
    """Whether clang can run Polly."""
    if toolchain.polly_flags is not None:
        return ok("polly", "clang runs it")
    advice = f"for Polly in ladder and search: `apt install libpolly-{toolchain.major}-dev`"
    return missing("polly", "clang cannot run it", advice)


def check_perf(facts: MachineFacts) -> Check:
    """Whether perf counts, and whether it has a PMU to count with."""
    result = attempt("perf", "stat", "-x,", "-e", "cycles:u,task-clock:u", "--", "true")
    paranoid = Path("/proc/sys/kernel/perf_event_paranoid")
    level = paranoid.read_text().strip() if paranoid.exists() else "0"
    return judge_perf(result, facts, int(level))


def judge_perf(result: Result | None, facts: MachineFacts, paranoid: int) -> Check:
    """What the end of `perf stat` means (None: there is no perf); `paranoid` is the kernel's setting."""
    without = "used instead: thread CPU time, the kernel's counts, callgrind's simulated counts"
    if result is None:
        return missing("perf", f"not installed: {WITHOUT_PERF}; {without}", "`apt install linux-perf`")
    try:
        stat = parse_perf_stat(result.stderr.decode("utf-8", "replace"))
    except IrloopError:
        finding = f"cannot count ({first_line(result)[:200]}): {WITHOUT_PERF}; {without}"
        return limited("perf", finding, _advice_permission(facts, paranoid))
    if stat.value("cycles") is not None:
        return ok("perf", "counts with the PMU: cycles, instructions, cache misses")
    if stat.value("task-clock") is None:
        return limited("perf", f"counts nothing: {WITHOUT_PERF}; {without}", _advice_permission(facts, paranoid))
    advice = "enable the PMU's driver in the kernel, or leave it: irloop's timings do not need a PMU"
    if facts.hypervisor:
        advice = (
            "to have cycles and cache misses, the host must give the virtual machine a PMU (libvirt: "
            "<cpu mode='host-passthrough'/> and <pmu state='on'/>; VMware: 'Virtualize CPU performance "
            "counters'; clouds: a metal or whole-socket instance); irloop's timings do not need one"
        )
    return limited("perf", f"no PMU here: {LOST}; {without}", advice)


def _advice_permission(facts: MachineFacts, paranoid: int) -> str:
    """What lets perf count: the kernel's setting, the container's filter, or the perf of this kernel."""
    setting = f"`sysctl kernel.perf_event_paranoid=2` as root (it is {paranoid})"
    profile = "Docker's default plus perf_event_open"
    filtered = f"start the container with --security-opt seccomp=PROFILE ({profile})"
    steps = [filtered] if facts.container else []
    if paranoid > MOST_PARANOID:
        steps.append(f"{setting}, on the host" if facts.container else setting)
    return "; ".join(steps) or "install the perf of the running kernel (Ubuntu: linux-tools-$(uname -r))"


def check_valgrind() -> Check:
    """Whether valgrind runs a program."""
    result = attempt("valgrind", "-q", "--tool=none", "true")
    advice = "`apt install valgrind libc6-dbg`"
    if result is None:
        return missing("valgrind", f"not installed: {WITHOUT_VALGRIND}", advice)
    version = attempt("valgrind", "--version")
    if result.ok and version is not None:
        return ok("valgrind", first_line(version))
    return limited("valgrind", f"does not run ({first_line(result)}): {WITHOUT_VALGRIND}", advice)


def check_gcc() -> Check:
    """gcc, which is one row of the ladder and nothing else."""
    result = attempt("gcc", "-dumpfullversion")
    if result is not None and result.ok:
        return ok("gcc", f"gcc {first_line(result)}, for its row of the ladder")
    advice = "`apt install gcc`, if its row of the ladder matters"
    return missing("gcc", "not installed: the ladder has no row for it", advice)
