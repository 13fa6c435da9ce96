"""Running a program that holds a candidate: behind walls, with a clean environment, under limits.

The walls themselves (limits, seccomp filter, pinning) are raised by `sandbox.c` inside the program before `main`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ToolError
from pipeline.executor import GIB, MIB, Limits, Result, run
from pipeline.judging.channel import Channel, Dump, Report, open_channel
from pipeline.records import Reason

RUNTIME = Path(__file__).with_name("sandbox.c")
WALLS_FAILED = 97
DUMP_BUDGET = 512 * MIB
# A candidate or a hidden input may take this many times as long as the reference on the program's own input, and at
# least so many seconds, before it counts as hanging.
PATIENCE = 20.0
LEAST_PATIENCE = 5.0
# What a program may see of the world: no key, no home, no locale of the user.
CLEAN_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LANG": "C"}


@dataclass(frozen=True)
class Invocation:
    """How the program under test is started: `timeout` is wall-clock seconds, `cpu` the one to pin it to.

    `watch` decides which of many calls of the hot function are looked at: the same ones in all runs to be compared.
    """

    args: tuple[str, ...] = ()
    stdin: Path | None = None
    cwd: Path | None = None
    timeout: float = 60.0
    cpu: int | None = None
    watch: int = 0


def with_patience(invocation: Invocation, wall_seconds: float) -> Invocation:
    """The same start, given up once it takes many times the `wall_seconds` of the reference."""
    limit = max(LEAST_PATIENCE, PATIENCE * wall_seconds)
    return replace(invocation, timeout=min(invocation.timeout, limit))


@dataclass(frozen=True)
class Observation:
    """One run of a program under test: how it ended, what the boundary reported and, in check mode, dumped."""

    result: Result
    report: Report
    dumps: tuple[Dump, ...] = ()


def observe(
    program: Path,
    invocation: Invocation,
    *,
    seed: int = 0,
    size: int = 0,
    timed: bool = False,
    clock: str = "cpu",
    memory: int | None = 8 * GIB,
    environment: Mapping[str, str] | None = None,
) -> Observation:
    """Run once through the boundary, checked (every result is dumped) or `timed`.

    `seed` perturbs data (0: as they are), `size` is the rule that replaces size arguments (see `cases.SIZE_RULES`).

    Raises:
        ToolError: the walls could not be raised on this machine.
    """
    channel = open_channel()
    try:
        boundary = (
            f"mode={'time' if timed else 'check'},page={channel.page},dump={channel.dump},"
            f"seed={seed},size={size},watch={invocation.watch},budget={DUMP_BUDGET},clock={clock}"
        )
        files = 64 * MIB + (0 if timed else DUMP_BUDGET)
        env = {**(environment or {}), "IRLOOP_BOUNDARY": boundary}
        result = run_walled(program, invocation, environment=env, channel=channel, memory=memory, file_bytes=files)
        # Whatever its exit status: what a program computed before it ended by itself is complete.
        dumps = tuple(channel.dumps()) if not timed and failure(result) is None else ()
        return Observation(result, channel.report(), dumps)
    finally:
        channel.close()


def run_walled(
    program: Path,
    invocation: Invocation,
    *,
    environment: Mapping[str, str] | None = None,
    channel: Channel | None = None,
    memory: int | None = 8 * GIB,
    file_bytes: int = 64 * MIB,
    prefix: Sequence[str | Path] = (),
) -> Result:
    """Run a binary that has `sandbox.c` linked in; `prefix` is a command before it (such as `perf stat`).

    `memory` limits the address space in bytes (None: not at all, which a sanitizer's shadow memory needs);
    `environment` is what the program sees beside the clean one.
    """
    seconds = int(invocation.timeout) + 1
    walls = walls_text(invocation, memory=memory, seconds=seconds, file_bytes=file_bytes)
    env = {**CLEAN_ENVIRONMENT, **(environment or {}), "IRLOOP_WALLS": walls}
    result = run(
        [*prefix, program, *invocation.args],
        limits=Limits(invocation.timeout, seconds, None, file_bytes),
        cwd=invocation.cwd,
        env=env,
        stdin=invocation.stdin,
        pass_fds=(channel.page, channel.dump) if channel else (),
    )
    if result.status == WALLS_FAILED and b"irloop: cannot raise" in result.stderr:
        raise ToolError(result.message)
    return result


def walls_text(invocation: Invocation, *, memory: int | None, seconds: int, file_bytes: int) -> str:
    """The value of IRLOOP_WALLS for one run."""
    parts = {"cpu": invocation.cpu, "as": memory, "seconds": seconds, "file": file_bytes, "seccomp": 1}
    return ",".join(f"{name}={value}" for name, value in parts.items() if value is not None)


def failure(result: Result) -> tuple[Reason, str] | None:
    """Why this end of a run counts against a candidate, or None when it ended by itself.

    Any exit status passes here: whether it is the reference's is for the comparison to say.
    """
    if result.timed_out or result.status in (-signal.SIGXCPU, -signal.SIGALRM):
        return Reason.TIMEOUT, "did not stop within the time limit"
    if result.status == -signal.SIGXFSZ:
        return Reason.RESOURCE, "wrote more than the file size limit"
    if result.status == -signal.SIGSYS:
        return Reason.SANDBOX, "made a system call that the sandbox refuses"
    if result.status == -signal.SIGKILL:
        return Reason.RESOURCE, "was killed for using too much CPU time or memory"
    if result.status < 0:
        return Reason.CRASH, f"crashed: {result.describe()}"
    return None


def pinned_cpu() -> int | None:
    """The CPU that measured programs run on: the last one allowed, away from where interrupts usually land."""
    allowed = sorted(os.sched_getaffinity(0))
    return allowed[-1] if allowed else None
