"""Runs child processes under limits, and nothing else.

Tools that read untrusted text (a compiler on a candidate) and programs under test both come through here: a child has
its own process group, a wall-clock limit, resource limits set by util-linux's `prlimit`, and bounded captured output.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pipeline.errors import ToolError

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB
# How often a child that may be given up is looked after.
LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Limits:
    """What a child may use: wall-clock and CPU seconds, bytes of address space, bytes of any one file it writes."""

    wall_seconds: float = 60.0
    cpu_seconds: int = 60
    memory_bytes: int | None = 4 * GIB
    file_bytes: int | None = 256 * MIB


@dataclass(frozen=True)
class Result:
    """How a child ended: its exit status (negative: killed by that signal), what it printed, whether time ran out.

    `cpu_seconds` is user plus system time of the child; it is right when no other child ends at the same moment.
    """

    status: int
    stdout: bytes
    stderr: bytes
    timed_out: bool = False
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    command: tuple[str, ...] = field(default=(), repr=False)

    @property
    def ok(self) -> bool:
        """True when the child ended by itself with status 0."""
        return self.status == 0 and not self.timed_out

    @property
    def message(self) -> str:
        """The child's standard error as text, trimmed."""
        return self.stderr.decode("utf-8", "replace").strip()

    def describe(self) -> str:
        """In words, how the child ended: 'exit status 1', 'killed by SIGSEGV', 'time-out'."""
        if self.timed_out:
            return "time-out"
        if self.status < 0:
            return f"killed by {signal_name(-self.status)}"
        return f"exit status {self.status}"


def signal_name(number: int) -> str:
    """`SIGSEGV` for 11; a bare number where the platform has no name for it."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def run(
    command: Sequence[str | Path],
    *,
    limits: Limits | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: bytes | Path | None = None,
    pass_fds: Sequence[int] = (),
    given_up: threading.Event | None = None,
) -> Result:
    """Run `command` to its end or to its limits; never raises for what the child does.

    `env=None` inherits irloop's environment (right for tools); programs under test get an explicit one. Output goes
    to unlinked temporary files, so that `limits.file_bytes` bounds it and a child that writes gigabytes fills nothing.
    `given_up`, set by another thread, ends the child as a time-out does.

    Raises:
        ToolError: the program to run does not exist or is not executable.
    """
    words = tuple(str(word) for word in command)
    _must_exist(words[0], cwd, env)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, _stdin(stdin) as source:
        before, started = _children_seconds(), time.monotonic()
        try:
            child = subprocess.Popen(
                [*_prlimit(limits), *words],
                stdin=source,
                stdout=out,
                stderr=err,
                cwd=cwd,
                env=None if env is None else dict(env),
                process_group=0,
                pass_fds=tuple(pass_fds),
            )
        except OSError as error:
            raise ToolError(f"cannot run {words[0]}: {error.strerror}") from error
        timed_out = _wait(child, limits, given_up)
        used, lasted = _children_seconds() - before, time.monotonic() - started
        out.seek(0)
        err.seek(0)
        return Result(child.returncode, out.read(), err.read(), timed_out, used, lasted, words)


def _must_exist(program: str, cwd: Path | None, env: Mapping[str, str] | None) -> None:
    """Behind `prlimit` a missing program would look like one that ended with status 1."""
    named = str((cwd or Path()) / program) if "/" in program else program
    if shutil.which(named, path=None if env is None else env.get("PATH")) is None:
        known = "is not executable" if Path(named).exists() else "no such program"
        raise ToolError(f"cannot run {program}: {known}")


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _wait(child: subprocess.Popen[bytes], limits: Limits | None, given_up: threading.Event | None) -> bool:
    """Wait for the child; on time-out or interruption kill its whole process group. True on time-out."""
    deadline = None if limits is None else time.monotonic() + limits.wall_seconds
    try:
        while given_up is not None and child.poll() is None:
            if given_up.wait(LOOK_SECONDS) or (deadline is not None and time.monotonic() > deadline):
                return True
        child.wait(timeout=None if deadline is None else deadline - time.monotonic())
    except subprocess.TimeoutExpired:
        return True
    finally:
        # Also after a normal end: what the child left running in its group must not disturb a measurement.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return False


def _stdin(source: bytes | Path | None) -> IO[bytes]:
    if isinstance(source, Path):
        return source.open("rb")
    if source is None:
        return Path(os.devnull).open("rb")
    spool = tempfile.TemporaryFile()  # noqa: SIM115  # the caller closes it with the child
    spool.write(source)
    spool.seek(0)
    return spool


def _prlimit(limits: Limits | None) -> list[str]:
    """A `prlimit` prefix; a program rather than `preexec_fn`, which is unsafe once irloop runs threads."""
    if limits is None:
        return []
    # At the hard limit the kernel kills without a word; a second before it sends SIGXCPU.
    hard = _at_most(limits.cpu_seconds + 1, resource.RLIMIT_CPU)
    words = ["prlimit", f"--cpu={min(limits.cpu_seconds, hard)}:{hard}", "--core=0"]
    if limits.memory_bytes is not None:
        words.append(f"--as={_at_most(limits.memory_bytes, resource.RLIMIT_AS)}")
    if limits.file_bytes is not None:
        words.append(f"--fsize={_at_most(limits.file_bytes, resource.RLIMIT_FSIZE)}")
    return [*words, "--"]


def _at_most(wanted: int, kind: int) -> int:
    """A limit that irloop's own hard limit allows: only root may go beyond that."""
    hard = resource.getrlimit(kind)[1]
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
