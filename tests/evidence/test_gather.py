"""Gathering on bundled kernels: source lines, remarks and models land on the right loops; the rest is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.build import emit_raw, split
from pipeline.catalog import bundled_program
from pipeline.evidence import gather as module_under_test
from pipeline.evidence.gather import Subject, gather
from pipeline.evidence.machine import machine_facts
from pipeline.findings import Findings
from pipeline.judging.sandbox import RUNTIME, Invocation
from pipeline.records import Program
from pipeline.toolchain import Toolchain


def subject(program: Program, toolchain: Toolchain, folder: Path) -> Subject:
    assert program.hot
    folder.mkdir(exist_ok=True)
    parts = split(program, program.hot, emit_raw(program, toolchain, folder), toolchain, folder)
    sandbox = folder / "sandbox.o"
    toolchain.compile("-O2", "-c", RUNTIME, "-o", sandbox)
    return Subject(
        program=program,
        split=parts,
        toolchain=toolchain,
        sandbox=sandbox,
        invocation=Invocation(timeout=30, cwd=folder, stdin=program.stdin),
        digest="d",
        seconds=1e-3,
        machine=machine_facts(),
        module=folder / f"{program.name}.hot.ll",
        work=folder / "evidence",
    )


@pytest.fixture(scope="module")
def gemm(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> tuple[Subject, Findings]:
    made = subject(bundled_program("gemm", "SMALL"), toolchain, tmp_path_factory.mktemp("gemm"))
    return made, gather(made)[0]


def test_the_hot_loop_is_the_innermost_one_of_the_source(gemm: tuple[Subject, Findings]) -> None:
    _, found = gemm
    assert found.notes == ()
    (hot, *_) = found.hot_loops()
    source = bundled_program("gemm").sources[0].read_text().splitlines()
    inner = next(number for number, line in enumerate(source, 1) if "B[k][j]" in line)
    assert hot.innermost and hot.source_lines
    assert hot.source_lines[0] <= inner <= hot.source_lines[1]
    assert hot.own and hot.own.instructions > 0.8 * found.instructions
    # SMALL has 60 x 80 rows of 70 elements; however wide the vectors are, nothing runs more often than that.
    assert hot.iterations and 60 * 80 * 70 / 16 <= hot.iterations <= 60 * 80 * 70


def test_remarks_and_models_speak_of_that_loop(gemm: tuple[Subject, Findings]) -> None:
    _, found = gemm
    hot = found.hot_loops()[0].header
    (model, *_) = found.models
    assert model.header == hot and model.instructions > 5 and model.cycles > 1
    vectorised = [remark for remark in found.remarks if remark.name == "Vectorized"]
    assert any(hot in remark.loops for remark in vectorised)
    assert any(remark.optimiser == "licm" and remark.lines for remark in found.remarks)


def test_the_roofline_is_made_of_this_runs_time(gemm: tuple[Subject, Findings]) -> None:
    made, found = gemm
    assert found.roofline and made.program.flops
    assert found.roofline.attained == pytest.approx(made.program.flops / 1e-3)
    often = gather(replace(made, seconds=1e-2, calls=10))[0]  # `flops` are those of one call
    assert often.roofline and often.roofline.percent == pytest.approx(found.roofline.percent)


def test_the_costly_part_is_kept_for_the_same_program_only(
    gemm: tuple[Subject, Findings], toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, found = gemm
    again = subject(made.program, toolchain, tmp_path / "again")
    assert gather(again) == (found, True)
    assert again.module.read_text() != "" and "!DILocation" in again.module.read_text()
    monkeypatch.setattr(module_under_test, "_findings", lambda *_: Findings(hot="examined again"))
    other = subject(bundled_program("gemm", "MINI"), toolchain, tmp_path / "other")
    assert gather(other)[0].hot == "examined again"


def test_a_program_given_as_ir_has_counts_but_no_source(toolchain: Toolchain, tmp_path: Path) -> None:
    kernel = bundled_program("mvt", "MINI")
    text = tmp_path / "mvt.ll"
    toolchain.compile("-O3", "-DMINI_DATASET", "-S", "-emit-llvm", kernel.sources[0], "-o", text)
    program = Program(name="mvt", sources=(text,), hot=kernel.hot)
    found, kept = gather(subject(program, toolchain, tmp_path / "work"))
    assert not kept and found.simulation and found.hot_loops()
    assert not found.source_lines and any("given as IR" in note for note in found.notes)


@pytest.mark.parametrize("kernel", ["json", "deriche", "nussinov", "spmv", "utf8", "correlation"])
def test_all_instructions_of_other_kernels_find_a_line_and_a_source(
    toolchain: Toolchain, tmp_path: Path, kernel: str
) -> None:
    found, _ = gather(subject(bundled_program(kernel, "MINI"), toolchain, tmp_path / "work"))
    assert found.simulation and found.source_lines and found.notes == ()
    assert found.simulation.unattributed <= 0.01 * found.simulation.own.instructions
    looped = sum(loop.own.instructions for loop in found.loops if loop.own)
    assert looped <= found.simulation.own.instructions
    assert all(loop.source_lines for loop in found.hot_loops())
