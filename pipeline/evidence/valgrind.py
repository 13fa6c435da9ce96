"""Starting a program under callgrind, walls up, and asking it to stop in time: it then writes what it has counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.executor import Result
from pipeline.judging.sandbox import Invocation, run_walled

# The status of coreutils' timeout when the program had to be asked to stop.
STOPPED_EARLY = 124


def under_callgrind(
    program: Path, out: Path, invocation: Invocation, seconds: float, grace: float, options: Iterable[str] = ()
) -> Result:
    """Run a program with the sandbox linked in; asked to stop after `seconds`, killed `grace` seconds later.

    The counts go to the file `out`, which is removed first.

    Raises:
        ToolError: valgrind is not installed, or the walls cannot be raised.
    """
    out.unlink(missing_ok=True)
    soft = ("timeout", "--foreground", "--signal=TERM", f"{seconds:g}")
    words = ("valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}", *options)
    return run_walled(program, replace(invocation, timeout=seconds + grace), prefix=(*soft, *words))
