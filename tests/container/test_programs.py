"""The programs that a debugger gets: what they show, and that they are the measured ones."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from dap import Adapter, local_names, position, stop_at
from needed import absent

from pipeline.debugging import BASELINE, Debuggable, debuggable
from pipeline.errors import UsageError
from pipeline.ir.values import type_of
from pipeline.journal import read
from pipeline.state import fold
from pipeline.toolchain import Toolchain
from pipeline.vscode import configurations


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


@pytest.mark.docker
@pytest.mark.usefixtures("image")
def test_the_same_over_a_published_port_of_the_debug_container(finished_run: Path, toolchain: Toolchain) -> None:
    import sys

    port = 15005
    program = debuggable(finished_run, None, toolchain)
    command = [sys.executable, "-m", "pipeline", "debug", str(finished_run), "--port", str(port)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        adapter = shutil.which("lldb-dap", path=str(toolchain.bin))
        client = ["docker", "run", "--rm", "-i", "--network", "host", "-v", f"{finished_run}:{finished_run}"]
        container = [*client, "--entrypoint", "/usr/lib/llvm-22/bin/lldb-dap", "irloop"]
        drive([adapter] if adapter else container, entry(program, "lldb-dap", "attach", port), program)
    finally:
        subprocess.run(["docker", "rm", "-f", "irloop-debug"], check=True, capture_output=True)
