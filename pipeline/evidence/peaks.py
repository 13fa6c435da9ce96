"""What one core of this machine can do at best, measured by a small benchmark and kept; and the roofline made of it."""

from __future__ import annotations

import platform
import time
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pipeline.evidence.kept import keep, recall
from pipeline.evidence.machine import MachineFacts
from pipeline.executor import KIB, MIB
from pipeline.findings import Bandwidth, Peaks, Roofline
from pipeline.judging.meter import measuring
from pipeline.judging.sandbox import Invocation, failure, pinned_cpu, run_walled
from pipeline.toolchain import Toolchain

SOURCE = Path(__file__).with_name("peaks.c")
# Caches of a core when the system does not tell, and how much of a cache a stream may fill to be served by it.
USUAL_L1, USUAL_L2, USUAL_L3 = 32 * KIB, 1 * MIB, 16 * MIB
FILLED = 2
# A stream from memory is several times larger than the last cache, and no larger than this.
BEYOND_CACHE, LARGEST_STREAM = 4, 512 * MIB
PATIENCE_SECONDS = 20.0


def machine_peaks(machine: MachineFacts, toolchain: Toolchain, work: Path, *, fresh: bool = False) -> Peaks | str:
    """The peaks of one core, kept from an earlier run or measured in about half a second; or why there are none."""
    facts = peak_facts(machine, toolchain)
    found = None if fresh else recall("peaks", facts, Peaks)
    if found is not None:
        return found
    measured = _measure(machine, toolchain, work)
    if isinstance(measured, Peaks):
        keep("peaks", facts, measured)
    return measured


def peak_facts(machine: MachineFacts, toolchain: Toolchain) -> dict[str, str]:
    """What the peaks depend on: the machine, the compiler, the benchmark."""
    return {
        "host": platform.node(),
        "cpu": machine.cpu,
        "vectors": " ".join(machine.vectors),
        "caches": f"{machine.l1d_bytes} {machine.l2_bytes} {machine.l3_bytes}",
        "llvm": toolchain.version,
        "benchmark": SOURCE.read_text(),
    }


def stream_sizes(machine: MachineFacts) -> dict[str, int]:
    """How many bytes to stream to measure each level, the nearest first."""
    l1, l2 = machine.l1d_bytes or USUAL_L1, machine.l2_bytes or USUAL_L2
    l3 = machine.l3_bytes
    sizes = {"L1": l1 // FILLED, "L2": l2 // FILLED}
    if l3:
        sizes["L3"] = l3 // FILLED
    sizes["memory"] = min(
        BEYOND_CACHE * (l3 or USUAL_L3), LARGEST_STREAM, (machine.memory_bytes or LARGEST_STREAM) // 4
    )
    return sizes


def _measure(machine: MachineFacts, toolchain: Toolchain, work: Path) -> Peaks | str:
    work.mkdir(parents=True, exist_ok=True)
    program = work / "peaks"
    width = machine.vector_bytes if machine.arch == "x86_64" else 16
    native = ("-march=native",) if machine.arch == "x86_64" else ("-mcpu=native",)
    flags = ("-O3", *native, "-ffp-contract=fast", f"-DVECTOR_BYTES={width or 16}")
    if not toolchain.tool("clang", *flags, SOURCE, "-o", program).ok:
        return "the machine's peaks are not known: their benchmark does not compile"
    sizes = stream_sizes(machine)
    invocation = Invocation(timeout=PATIENCE_SECONDS, cpu=pinned_cpu())
    words = tuple(str(size) for size in sizes.values())
    with measuring():
        result = run_walled(program, replace(invocation, args=words))
    if failure(result) or not result.ok:
        return f"the machine's peaks are not known: their benchmark {result.describe()}"
    return read_peaks(result.stdout.decode("utf-8", "replace"), sizes)


def read_peaks(text: str, sizes: dict[str, int]) -> Peaks | str:
    """The benchmark's output; `sizes` names the level of each stream."""
    rows = [line.split() for line in text.splitlines()]
    rates = {row[0]: float(row[1]) for row in rows if len(row) == 2}
    streamed = {int(row[1]): float(row[2]) for row in rows if len(row) == 3 and row[0] == "stream"}
    streams = tuple(
        Bandwidth(level=level, bytes=size, per_second=streamed[size])
        for level, size in sizes.items()
        if streamed.get(size)
    )
    if not rates.get("double") or not rates.get("float") or not streams:
        return "the machine's peaks are not known: their benchmark printed something else"
    today = time.strftime("%Y-%m-%d")
    return Peaks(
        double_flops=rates["double"],
        float_flops=rates["float"],
        streams=streams,
        measured=today,
        clock=rates.get("clock") or None,
        page_seconds=rates.get("page") or None,
    )


def roofline(
    peaks: Peaks, flops: int, moved: int, seconds: float, precision: Literal["double", "float"]
) -> Roofline | None:
    """How near the function is to the machine's limit; None where it computes or moves nothing.

    `flops` operations on `moved` bytes took `seconds`. The bandwidth is that of the nearest level that holds the data:
    a function may read it many times, and then from there.
    """
    if flops <= 0 or moved <= 0 or seconds <= 0:
        return None
    fitting = [stream for stream in peaks.streams if moved <= FILLED * stream.bytes and stream.level != "memory"]
    stream = fitting[0] if fitting else peaks.streams[-1]
    peak = peaks.double_flops if precision == "double" else peaks.float_flops
    by_stream = flops / moved * stream.per_second
    attainable = min(peak, by_stream)
    attained = flops / seconds
    return Roofline(
        flops=flops,
        bytes=moved,
        seconds=seconds,
        precision=precision,
        peak=peak,
        stream=stream,
        attainable=attainable,
        attained=attained,
        percent=100 * attained / attainable,
        bound="compute" if peak <= by_stream else "memory",
    )
