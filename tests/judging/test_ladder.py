from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from pipeline.build import emit_raw, split
from pipeline.judging.harness import build_harness
from pipeline.judging.ladder import LadderBench, build_ladder, measure_ladder
from pipeline.judging.reference import prepare
from pipeline.judging.sandbox import Invocation
from pipeline.records import LadderRow, Program
from pipeline.toolchain import Toolchain

SOURCE = """
#include <stdio.h>
{storage} double A[60][60];
double B[60][60], C[60][60];
void work(void)
{{
    for (int i = 0; i < 60; i++)
        for (int j = 0; j < 60; j++) {{
            double s = 0;
            for (int k = 0; k < 60; k++) s += A[i][k] * B[k][j];
            C[i][j] = s;
        }}
}}
int main(void)
{{
    for (int i = 0; i < 60; i++)
        for (int j = 0; j < 60; j++) {{ A[i][j] = i * 0.01 + j + 1; B[i][j] = i - j * 0.5; }}
    work();
    printf("%f\\n", C[7][9]);
    return 0;
}}
"""


def climb(source: Path, toolchain: Toolchain) -> dict[str, LadderRow]:
    program = Program(name="program", sources=(source,), hot="work")
    work = source.parent
    parts = split(program, "work", emit_raw(program, toolchain, work), toolchain, work)
    harness = build_harness(program, parts, toolchain, work)
    invocation = Invocation(cwd=work, timeout=10)
    bench = LadderBench(program, parts, harness, prepare(harness, invocation, 1, work, program), invocation)
    built = {rung.name: made for rung, made in build_ladder(bench, work / "ladder")}
    rows, _ = measure_ladder(bench, {n: made for n, made in built.items() if isinstance(made, Path)}, random.Random(1))
    failed = [LadderRow(name=name, note=made) for name, made in built.items() if isinstance(made, str)]
    return {row.name: row for row in [*rows, *failed]}


def test_every_rung_computes_what_the_reference_computes(tmp_path: Path, toolchain: Toolchain) -> None:
    source = tmp_path / "program.c"
    source.write_text(SOURCE.format(storage=""))
    rows = climb(source, toolchain)
    assert {"-O3 -march=native", "-O3 -march=native -ffast-math", "-O3 + PGO"} <= set(rows)
    assert {name: row.note for name, row in rows.items() if row.note} == {}
    assert all(row.speedup for row in rows.values())


def test_gcc_is_not_asked_about_static_data(tmp_path: Path, toolchain: Toolchain) -> None:
    if shutil.which("gcc") is None:
        pytest.skip("no gcc here")
    source = tmp_path / "program.c"
    source.write_text(SOURCE.format(storage="static"))
    row = climb(source, toolchain)["gcc -O3"]
    assert row.speedup is None
    assert "static A" in row.note


def test_ir_has_one_rung(tmp_path: Path, toolchain: Toolchain) -> None:
    source = tmp_path / "program.c"
    source.write_text(SOURCE.format(storage="").replace("void work", "__attribute__((noinline)) void work"))
    module = tmp_path / "program.ll"
    toolchain.compile("-O3", "-emit-llvm", "-S", source, "-o", module)
    (row,) = climb(module, toolchain).values()
    assert row.name.startswith("-O3 again")
    assert row.speedup
