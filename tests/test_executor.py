"""Child processes under limits: whatever a child does, it ends, and it is said how."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import ToolError
from pipeline.executor import MIB, Limits, Result, run, signal_name

SHORT = Limits(wall_seconds=0.5, cpu_seconds=5)
# Long enough for a busy machine to start Python, short enough to wait for.
DEADLINE = 20.0


def python(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]


def alive(pid: int) -> bool:
    """True for a process that runs; a killed orphan may wait for its new parent as a zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def gone(pid: int) -> bool:
    deadline = time.monotonic() + DEADLINE
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not alive(pid)


def test_output_and_status_of_a_child() -> None:
    code = "import sys; sys.stdout.write('out'); sys.stderr.write(' err \\n'); sys.exit(3)"
    result = run(python(code), limits=Limits())
    assert (result.stdout, result.message, result.status) == (b"out", "err", 3)
    assert not result.ok
    assert result.describe() == "exit status 3"
    assert result.command == tuple(python(code))


def test_a_child_that_ends_well_is_ok_and_its_time_is_counted() -> None:
    result = run(python("sum(range(3_000_000))"), limits=Limits())
    assert result.ok
    assert result.cpu_seconds > 0
    assert result.wall_seconds > 0


@pytest.mark.parametrize("limits", [None, Limits()])
def test_bytes_and_files_become_standard_input(tmp_path: Path, limits: Limits | None) -> None:
    (tmp_path / "input").write_bytes(b"from a file")
    assert run(["cat"], stdin=b"\0bytes\xff", limits=limits).stdout == b"\0bytes\xff"
    assert run(["cat"], stdin=tmp_path / "input", limits=limits).stdout == b"from a file"
    assert run(["cat"], limits=limits).stdout == b""


def test_a_time_out_kills_the_child_and_its_grandchildren(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen(['sleep', '600'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid))\n"
        "time.sleep(600)\n"
    )
    result = run(python(code, str(note)), limits=Limits(wall_seconds=3, cpu_seconds=5))
    assert result.timed_out
    assert not result.ok
    assert result.describe() == "time-out"
    assert gone(int(note.read_text()))


def test_what_a_child_leaves_running_is_killed_when_it_ends(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    result = run(["sh", "-c", f"sleep 600 & echo $! > {note}"], limits=Limits())
    assert result.ok
    assert gone(int(note.read_text()))


def test_a_child_that_ignores_sigterm_is_stopped_all_the_same() -> None:
    assert run(["sh", "-c", "trap '' TERM; sleep 600"], limits=SHORT).timed_out


def test_output_beyond_the_limit_stops_the_child() -> None:
    result = run(["sh", "-c", "yes"], limits=Limits(wall_seconds=30, file_bytes=MIB))
    assert len(result.stdout) <= MIB
    assert not result.ok
    assert not result.timed_out


def test_memory_beyond_the_limit_is_refused() -> None:
    code = "try:\n x = bytearray(300_000_000)\nexcept MemoryError:\n print('refused')"
    assert run(python(code), limits=Limits(memory_bytes=200 * MIB)).stdout == b"refused\n"
    assert run(python(code), limits=Limits(memory_bytes=None)).stdout == b""


def test_cpu_time_beyond_the_limit_is_told_by_its_signal() -> None:
    result = run(python("while True: pass"), limits=Limits(wall_seconds=60, cpu_seconds=1))
    assert result.status == -signal.SIGXCPU
    assert not result.timed_out


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_signals_have_their_names(number: signal.Signals) -> None:
    result = run(["sh", "-c", f"kill -{int(number)} $$"], limits=Limits())
    assert result.status == -number
    assert result.describe() == f"killed by {number.name}"


def test_a_signal_without_a_name_is_a_number() -> None:
    assert signal_name(11) == "SIGSEGV"
    assert signal_name(199) == "signal 199"


@pytest.mark.parametrize("limits", [None, Limits()])
@pytest.mark.parametrize("name", ["no-such-program-here", "/no/such/program", "./missing"])
def test_a_missing_program_is_a_tool_error(name: str, limits: Limits | None) -> None:
    with pytest.raises(ToolError, match=name):
        run([name, "word"], limits=limits)


@pytest.mark.parametrize("limits", [None, Limits()])
def test_a_file_that_is_no_program_is_a_tool_error(tmp_path: Path, limits: Limits | None) -> None:
    (tmp_path / "text").write_text("words")
    with pytest.raises(ToolError, match="not executable"):
        run([tmp_path / "text"], limits=limits)


def test_a_relative_program_is_found_where_the_child_runs(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\npwd\n")
    program.chmod(0o755)
    assert run(["./program"], limits=Limits(), cwd=tmp_path).stdout.decode().strip() == str(tmp_path)


def test_an_explicit_environment_is_all_that_a_child_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    env = {"PATH": os.environ["PATH"], "ONLY": "this"}
    assert run(["env"], env=env, limits=Limits()).stdout.split() == [f"PATH={env['PATH']}".encode(), b"ONLY=this"]
    assert b"secret" in run(["env"]).stdout


def test_only_the_named_descriptors_are_inherited() -> None:
    kept, lost = os.pipe()
    try:
        os.set_inheritable(lost, True)
        code = "import os, sys\nfor word in sys.argv[1:]:\n"
        code += " try: os.fstat(int(word)); print('open')\n except OSError: print('closed')"
        result = run(python(code, str(kept), str(lost)), pass_fds=(kept,), limits=Limits())
        assert result.stdout.split() == [b"open", b"closed"]
    finally:
        os.close(kept)
        os.close(lost)


INTERRUPTED = """
import signal, sys
from pipeline.executor import Limits, run
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    run(["sh", "-c", "echo $$ > " + sys.argv[1] + ".tmp; mv " + sys.argv[1] + ".tmp " + sys.argv[1] + "; sleep 600"],
        limits=Limits(wall_seconds=600))
except KeyboardInterrupt:
    print("interrupted")
"""


def test_an_interruption_kills_the_child(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    with subprocess.Popen(python(INTERRUPTED, str(note)), stdout=subprocess.PIPE, text=True) as outer:
        deadline = time.monotonic() + DEADLINE
        while not note.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        outer.send_signal(signal.SIGINT)
        said, _ = outer.communicate(timeout=DEADLINE)
    assert said == "interrupted\n"
    assert gone(int(note.read_text()))


def test_a_result_knows_how_it_ended() -> None:
    assert Result(0, b"", b"").ok
    assert not Result(0, b"", b"", timed_out=True).ok
    assert Result(-11, b"", b"").describe() == "killed by SIGSEGV"
