"""The model of a loop: its machine code told from the rest, and llvm-mca's reports of two versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evidence.mca import loop_body, model_loops, read_bottlenecks, read_model
from pipeline.findings import LoopModel
from pipeline.ir.loops import loops_of
from pipeline.ir.module import find_function
from pipeline.toolchain import Toolchain

DATA = Path(__file__).parents[1] / "data" / "mca"
NEST = """
double total(const double *a, int n, int m) {
  double t = 0;
  for (int i = 0; i < n; i++) { double s = 1; for (int j = 0; j < m; j++) s = s * a[j] + 1.0; t += s; }
  return t; }
int branching(const int *a, int n, int *b) {
  int t = 0;
  for (int i = 0; i < n; i++) { if (a[i] > 9) b[t++] = i; else if (a[i] < -9) b[i] = t; }
  return t; }
"""


def test_only_the_code_of_the_loop_is_taken() -> None:
    text = (DATA / "gemm-x86.s").read_text()
    code = loop_body(text, {"vector.body105"})
    assert code[0].endswith(":") and len(code) == 14
    words = ["movupd"] * 4 + ["mulpd", "addpd"] * 2 + ["movupd"] * 2 + ["addq", "cmpq", "jne"]
    assert [line.split()[0] for line in code[1:]] == words
    assert loop_body(text, {"no.such.block"}) == []
    # Two loops with other code between them are not one region.
    assert loop_body(text, {"vector.body105", "vector.body124"}) == []


@pytest.mark.parametrize("target", ["x86_64-linux-gnu", "aarch64-linux-gnu"])
def test_blocks_are_found_in_the_assembly_of_both_machines(toolchain: Toolchain, tmp_path: Path, target: str) -> None:
    source, module, assembly = (tmp_path / name for name in ("n.c", "n.ll", "n.s"))
    source.write_text(NEST)
    base = (f"--target={target}", "-O2", "-fno-discard-value-names", "-fno-unroll-loops")
    toolchain.compile(*base, "-S", "-emit-llvm", source, "-o", module)
    toolchain.compile(f"--target={target}", "-O2", "-S", "-x", "ir", module, "-o", assembly)
    function = find_function(module.read_text(), "total")
    assert function
    loop = next(loop for loop in loops_of(function) if loop.innermost)
    code = loop_body(assembly.read_text(), loop.blocks)
    arithmetic = [line.split()[0] for line in code if line.split()[0] in ("mulsd", "addsd", "fmul", "fadd", "fmadd")]
    assert arithmetic
    assert any(line.split()[0] in ("jne", "b.ne") for line in code)


def test_the_figures_of_llvm_22() -> None:
    model = read_model((DATA / "znver4-llvm22.json").read_text(), "vector.body", straight=True)
    assert isinstance(model, LoopModel)
    assert (model.cpu, model.instructions, model.cycles, round(model.ipc, 2)) == ("znver4", 13, 3.12, 4.17)
    assert {item.name: round(item.percent) for item in model.bottlenecks} == {
        "resources": 77,
        "register dependencies": 78,
    }
    assert model.pressure[0] == ("Zn4FP45.0", 3.0)


def test_llvm_19_has_its_bottlenecks_in_the_text_only() -> None:
    model = read_model((DATA / "znver4-llvm19.json").read_text(), "vector.body", straight=True)
    assert isinstance(model, LoopModel) and model.cycles == 3.12 and not model.bottlenecks
    read = read_bottlenecks((DATA / "znver4-llvm19.txt").read_text())
    assert {item.name: round(item.percent) for item in read} == {"resources": 77, "register dependencies": 78}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"CodeRegions": []}', '{"CodeRegions": [{"SummaryView": 3}]}'])
def test_another_report_is_a_note(text: str) -> None:
    assert isinstance(read_model(text, "h", straight=True), str)


def test_a_chain_of_results_is_seen_as_the_bottleneck(toolchain: Toolchain, tmp_path: Path) -> None:
    module = compiled(toolchain, tmp_path)
    models = {name: model(toolchain, module, name, tmp_path) for name in ("total", "branching")}
    chain = models["total"]
    assert chain.straight and not models["branching"].straight
    waits = {item.name: item.percent for item in chain.bottlenecks}
    assert waits["register dependencies"] > 50
    # A multiplication and an addition one after the other take several cycles on every machine.
    assert chain.cycles / chain.instructions > 0.5


def test_without_llvm_mca_there_is_a_note(toolchain: Toolchain, tmp_path: Path) -> None:
    (loop, *_) = loops_of(function_of(compiled(toolchain, tmp_path), "total"))
    (said,) = model_loops(tmp_path / "n.ll", [loop], Toolchain(tmp_path, toolchain.version), tmp_path)
    assert isinstance(said, str) and "llvm-mca is not installed" in said


def compiled(toolchain: Toolchain, folder: Path) -> Path:
    source, module = folder / "n.c", folder / "n.ll"
    source.write_text(NEST)
    words = ("-O2", "-fno-discard-value-names", "-fno-unroll-loops", "-S", "-emit-llvm", source, "-o", module)
    toolchain.compile(*words)
    return module


def function_of(module: Path, name: str):  # type: ignore[no-untyped-def]
    function = find_function(module.read_text(), name)
    assert function
    return function


def model(toolchain: Toolchain, module: Path, name: str, folder: Path) -> LoopModel:
    loop = next(loop for loop in loops_of(function_of(module, name)) if loop.innermost)
    (made,) = model_loops(module, [loop], toolchain, folder / name)
    assert isinstance(made, LoopModel), made
    return made
