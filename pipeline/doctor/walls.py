"""Trying the walls around candidates, one by one, with a program that runs into each."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pipeline.doctor.check import PROBE_LIMITS, Check, first_line, limited, missing, ok
from pipeline.errors import IrloopError
from pipeline.executor import GIB, KIB
from pipeline.judging import sandbox
from pipeline.judging.sandbox import Invocation, failure, run_walled
from pipeline.records import Reason
from pipeline.toolchain import LINKER, Toolchain

NO_FILTERS = "use a Linux kernel with seccomp filters (gVisor and some minimal kernels have none)"
PROBE = Path(__file__).with_name("walls.c")
# Each wall, and the reason by which a program that runs into it is stopped (None: the system only says no).
WALLS: Mapping[str, Reason | None] = {
    "network": Reason.SANDBOX,
    "processes": Reason.SANDBOX,
    "commands": Reason.SANDBOX,
    "memory": None,
    "time": None,
    "file size": Reason.RESOURCE,
}


def check_sandbox(toolchain: Toolchain | None) -> Check:
    """Build a program with the walls, and run it against each of them."""
    if shutil.which("prlimit") is None:
        return missing("sandbox", "prlimit is not installed", "`apt install util-linux`")
    if toolchain is None:
        return missing("sandbox", "not tried: there is no LLVM to build it with", "see llvm")
    with tempfile.TemporaryDirectory(prefix="irloop-doctor-") as folder:
        if os.statvfs(folder).f_flag & os.ST_NOEXEC:
            advice = (
                "in a container `--tmpfs /tmp:exec`; elsewhere name another folder by TMPDIR (runs need none of it)"
            )
            return limited("sandbox", f"not tried: {folder} runs no programs (noexec)", advice)
        binary = Path(folder, "probe")
        built = toolchain.tool("clang", "-O1", LINKER, PROBE, sandbox.RUNTIME, "-o", binary)
        if not built.ok:
            advice = "`apt install libc6-dev linux-libc-dev`"
            return missing("sandbox", f"clang cannot build it: {first_line(built)}", advice)
        try:
            fallen = [wall for wall, reason in WALLS.items() if not _holds(wall, reason, binary)]
        except IrloopError as error:
            return missing("sandbox", str(error), NO_FILTERS)
    if fallen:
        return missing("sandbox", f"these walls do not hold: {', '.join(fallen)}", NO_FILTERS)
    return ok("sandbox", f"walls tried and held: {', '.join(WALLS)}")


def _holds(wall: str, reason: Reason | None, binary: Path) -> bool:
    invocation = Invocation(args=(wall, str(binary.with_name("written"))), timeout=PROBE_LIMITS.wall_seconds)
    result = run_walled(binary, invocation, memory=GIB, file_bytes=64 * KIB)
    stopped = failure(result)
    return result.status == 0 if reason is None else stopped is not None and stopped[0] is reason
