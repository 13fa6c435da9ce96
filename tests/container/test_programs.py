"""The programs that a debugger gets: what they show, and that they are the measured ones."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dap import Adapter, local_names, position, stop_at
from needed import absent, alone

from pipeline.debugging import BASELINE, Debuggable, debuggable
from pipeline.errors import UsageError
from pipeline.ir.values import type_of
from pipeline.journal import read
from pipeline.state import fold
from pipeline.toolchain import CODEGEN, LINKER, Toolchain
from pipeline.vscode import CONTAINER, configurations

PORT = 15005


def machine_code(program: Path, toolchain: Toolchain, folder: Path) -> bytes:
    target = folder / "text"
    toolchain.must("llvm-objcopy", f"--dump-section=.text={target}", program, folder / "copy")
    return target.read_bytes()


def test_the_winners_debug_build_is_the_final_binary_to_the_byte(
    finished_run: Path, toolchain: Toolchain, tmp_path: Path
) -> None:
    program = debuggable(finished_run, None, toolchain)
    assert program.text == finished_run / "gemm.opt.ll"
    final = finished_run / "gemm.opt.final"
    assert machine_code(program.binary, toolchain, tmp_path) == machine_code(final, toolchain, tmp_path)


def test_every_measured_candidate_can_be_debugged_and_a_rejected_one_says_why_not(
    finished_run: Path, toolchain: Toolchain
) -> None:
    state = fold(read(finished_run))
    for name, verdict in state.verdicts.items():
        if verdict.finish is not None:
            program = debuggable(finished_run, name.removeprefix("c"), toolchain)
            assert program.text.read_text().splitlines()[program.line - 2].startswith("define")
    with pytest.raises(UsageError, match="no candidate c999"):
        debuggable(finished_run, "999", toolchain)


def test_the_baseline_is_debugged_in_its_c_source(finished_run: Path, toolchain: Toolchain) -> None:
    program = debuggable(finished_run, BASELINE, toolchain)
    assert program.text.name == "gemm.c"
    assert "kernel_gemm(" in program.text.read_text().splitlines()[program.line - 1]


@pytest.mark.parametrize(
    ("op", "rest", "type_"),
    [
        ("add", "nuw nsw i64 %a, 1", "i64"),
        ("fmul", "reassoc contract double %a, %b", "double"),
        ("fadd", "<4 x double> %a, %b", None),
        ("load", "ptr, ptr %p, align 8", "ptr"),
        ("load", "volatile i32, ptr %p", "i32"),
        ("phi", "i64 [ 0, %entry ], [ %n, %loop ]", "i64"),
        ("icmp", "eq i64 %a, %b", "i1"),
        ("icmp", "eq <2 x i64> %a, %b", None),
        ("zext", "nneg i32 %a to i64", "i64"),
        ("bitcast", "<2 x i64> %a to <4 x i32>", None),
        ("getelementptr", "inbounds nuw double, ptr %p, i64 %i", "ptr"),
        ("select", "i1 %c, double %a, double %b", "double"),
        ("extractelement", "<2 x double> %v, i64 0", "double"),
        ("call", "double @llvm.fmuladd.f64(double %a, double %b, double %c)", "double"),
        ("call", "noundef i32 @f(ptr %p)", "i32"),
        ("call", "{ i64, i1 } @llvm.uadd.with.overflow.i64(i64 %a, i64 %b)", None),
        ("invoke", "i32 @f()", None),
        ("freeze", "i128 %a", None),
    ],
)
def test_the_type_of_a_value_is_read_from_its_instruction(op: str, rest: str, type_: str | None) -> None:
    assert type_of(op, rest) == type_


def test_every_debug_build_has_the_machine_code_of_its_module_without_line_tables(
    finished_run: Path, toolchain: Toolchain, tmp_path: Path
) -> None:
    state = fold(read(finished_run))
    names = [name for name, verdict in state.verdicts.items() if verdict.finish is not None]
    assert len(names) > 1
    for name in names:
        program = debuggable(finished_run, name, toolchain)
        plain = tmp_path / name
        toolchain.compile(*CODEGEN, LINKER, "-Wno-override-module", program.text, "-lm", "-o", plain)
        assert machine_code(program.binary, toolchain, tmp_path) == machine_code(plain, toolchain, tmp_path)


def instruction_with_a_local(program: Debuggable) -> int:
    """A line of the hot function that has machine code and scalars around it."""
    lines = program.text.read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if number > program.line and " store " in line)


def drive(command: list[str], configuration: dict[str, Any], program: Debuggable) -> None:
    wanted = instruction_with_a_local(program)
    with Adapter(command) as adapter:
        file, line, thread = stop_at(adapter, configuration, str(program.text), wanted)
        assert (file, line) == (str(program.text), wanted)
        names = local_names(adapter, thread)
        assert any(name.startswith("%") for name in names), names
        adapter.ask("next", threadId=thread)
        adapter.wait_for("stopped")
        after = position(adapter, thread)
        assert after[0] == str(program.text)
        assert after[1] != wanted


def entry(program: Debuggable, kind: str, request: str, port: int = 5005) -> dict[str, Any]:
    found = configurations(program, port)
    return next(one for one in found if (one["type"], one["request"]) == (kind, request))


def test_a_breakpoint_on_a_line_of_the_ir_stops_here_and_steps_and_shows_values(
    finished_run: Path, toolchain: Toolchain
) -> None:
    adapter = toolchain.bin / "lldb-dap"
    if not adapter.exists():
        absent(f"no {adapter}: apt install lldb-{toolchain.major}")
    program = debuggable(finished_run, None, toolchain)
    drive([str(adapter)], entry(program, "lldb-dap", "launch"), program)


@pytest.mark.docker
@pytest.mark.usefixtures("image")
def test_the_same_in_a_container_by_its_own_adapter_under_the_engines_default_profile(
    finished_run: Path, toolchain: Toolchain
) -> None:
    program = debuggable(finished_run, None, toolchain)
    docker = ["docker", "run", "--rm", "-i", "-v", f"{finished_run}:{finished_run}", "--entrypoint"]
    drive([*docker, "/usr/lib/llvm-22/bin/lldb-dap", "irloop"], entry(program, "lldb-dap", "launch"), program)


@pytest.fixture(scope="module")
def served(image: str, finished_run: Path, toolchain: Toolchain) -> Iterator[Debuggable]:  # noqa: ARG001
    """The winner, with debug servers for it in a container, at PORT and the next."""
    command = [sys.executable, "-m", "pipeline", "debug", str(finished_run), "--port", str(PORT)]
    with alone("debug-port"):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        assert f"lldb-server at localhost:{PORT}" in done.stdout
        assert "F9" in done.stderr
        yield debuggable(finished_run, None, toolchain)
        subprocess.run(["docker", "rm", "-f", CONTAINER], check=True, capture_output=True)


def beside(program: Debuggable, *words: str) -> list[str]:
    """A debugger of the image, where the published ports are the local ones, as for a debugger of this machine."""
    folder = program.binary.parent.parent
    network = ["--network", "host", "-v", f"{folder}:{folder}", "--entrypoint"]
    return ["docker", "run", "--rm", "-i", *network, words[0], "irloop", *words[1:]]


@pytest.mark.docker
def test_the_same_over_a_published_port_of_the_debug_container(served: Debuggable) -> None:
    drive(beside(served, "/usr/lib/llvm-22/bin/lldb-dap"), entry(served, "lldb-dap", "attach", PORT), served)


def gdb_stops(command: list[str], program: Debuggable, *start: str) -> None:
    """Speak gdb's machine interface, as cppdbg does: a breakpoint in the IR, a step, a value."""
    wanted = instruction_with_a_local(program)
    words = [f"-break-insert {program.text}:{wanted}", *start, "-exec-next", "-stack-list-variables --simple-values"]
    told = ""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as gdb:
        assert gdb.stdin is not None
        assert gdb.stdout is not None
        for number, word in enumerate(words, 1):
            gdb.stdin.write(f"{number}{word}\n")
            gdb.stdin.flush()
            waits = word.startswith(("-exec", "-target"))
            for line in gdb.stdout:
                told += line
                assert not line.startswith(f"{number}^error"), told
                if line.startswith("*stopped" if waits else f"{number}^done"):
                    break
        gdb.stdin.write("kill\n-gdb-exit\n")
    assert 'reason="breakpoint-hit",disp="keep",bkptno="1",frame={addr="' in told
    assert f'line="{wanted}"' in told
    assert 'reason="end-stepping-range"' in told
    assert re.search(r'variables=\[.*name="%', told)


@pytest.mark.docker
def test_gdb_in_the_debug_container_by_the_pipe_that_cppdbg_is_given(served: Debuggable) -> None:
    found = next(one for one in configurations(served, PORT) if "pipeTransport" in one)
    pipe = found["pipeTransport"]
    arguments = [*pipe["pipeArgs"], f"{pipe['debuggerPath']} --interpreter=mi {found['program']}"]
    gdb_stops([pipe["pipeProgram"], *arguments], served, "-exec-run")


@pytest.mark.docker
def test_gdb_over_the_published_port_that_cppdbg_is_given(served: Debuggable) -> None:
    found = next(one for one in configurations(served, PORT) if "miDebuggerServerAddress" in one)
    command = beside(served, "/usr/bin/gdb", "--interpreter=mi", found["program"])
    gdb_stops(command, served, f"-target-select remote {found['miDebuggerServerAddress']}", "-exec-continue")


@pytest.mark.docker
def test_the_commands_that_codelldb_is_given_reach_the_published_port(served: Debuggable) -> None:
    found = next(one for one in configurations(served, PORT) if "processCreateCommands" in one)
    wanted = instruction_with_a_local(served)
    commands = [
        *found["targetCreateCommands"],
        f"b {served.text}:{wanted}",
        *found["processCreateCommands"],
        "continue",
    ]
    words = [word for command in commands for word in ("-o", command)]
    done = subprocess.run(
        beside(served, "/usr/lib/llvm-22/bin/lldb", "-b", *words),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert f"{served.text.name}:{wanted}" in done.stdout, done.stdout + done.stderr
