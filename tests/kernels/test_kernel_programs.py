"""The bundled kernels as programs: plain commands, sizes, output, and what their IR must hold."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from kernel_programs import KERNELS, NAMES, build, call, find_clang, manifest, parse_dump

DATASETS = ("MINI", "SMALL", "MEDIUM", "LARGE", "EXTRALARGE")
SECONDS = re.compile(r"\d+\.\d{6}\n")

EVERY_ELEMENT = """
#include "harness.h"
int main(void)
{
    ARRAY_3D(double, grid, 2, 3, 4);
    ARRAY_2D(float, plane, 3, 2);
    ARRAY_1D(int, numbers, 6);
    ARRAY_1D(char, letters, 5);
    fill_double(&grid[0][0][0], 23, 1);
    fill_float(&plane[0][0], 6, 2);
    fill_int(numbers, 6, 3, -2, 2);
    fill_char(letters, 5, 4, 0, 3);
    plane[0][0] = square_root_float(plane[0][1]);
    grid[0][0][0] = square_root(2.0);
    if (dump_wanted()) {
        DUMP_3D(grid, 2, 3, 4);
        DUMP_2D(plane, 3, 2);
        DUMP_1D(numbers, 6);
        DUMP_1D(letters, 5);
    }
    return 0;
}
"""


def module(name: str, *options: str) -> str:
    """The -O3 IR of a kernel."""
    command = [find_clang(), "-O3", *options, "-emit-llvm", "-S", f"{name}.c", "-o", "-"]
    return call(command, KERNELS / name).stdout


def function(ir: str, symbol: str) -> str:
    """One function's definition in a module's text."""
    (found,) = re.findall(rf"^define [^@\n]*@{symbol}\(.*?^}}", ir, re.MULTILINE | re.DOTALL)
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_plain_commands_work_on_a_copy(name: str, tmp_path: Path) -> None:
    clang, folder = find_clang(), tmp_path / name
    shutil.copytree(KERNELS / name, folder)
    shutil.copy(KERNELS / "harness.h", tmp_path)
    call([clang, "-O3", "-DPOLYBENCH_TIME", "-emit-llvm", "-S", f"{name}.c", "-o", f"{name}.ll"], folder)
    call([clang, f"{name}.ll", "-o", f"{name}.opt"], folder)
    run = call([f"./{name}.opt"], folder)
    assert SECONDS.fullmatch(run.stdout)
    assert run.stderr == ""


@pytest.mark.parametrize("name", NAMES)
def test_prints_nothing_unless_asked(name: str, tmp_path: Path) -> None:
    program = build(name, tmp_path / "program", "-O3", "-DMINI_DATASET")
    run = call([str(program)], tmp_path)
    assert (run.stdout, run.stderr) == ("", "")
    assert b"== begin" in program.read_bytes(), "nothing reads the results: the compiler may drop them"


@pytest.mark.parametrize("name", NAMES)
def test_time_and_results_together(name: str, tmp_path: Path) -> None:
    options = ("-O3", "-DMINI_DATASET", "-DPOLYBENCH_TIME", "-DPOLYBENCH_DUMP_ARRAYS")
    run = call([str(build(name, tmp_path / "program", *options))], tmp_path)
    assert SECONDS.fullmatch(run.stdout)
    assert all(np.isfinite(array).all() and array.any() for array in parse_dump(run.stderr).values())


@pytest.mark.parametrize("options", [(), ("-DPOLYBENCH_TIME",)], ids=["plain", "time"])
@pytest.mark.parametrize("name", NAMES)
def test_hot_function_stays_one_function_that_main_calls(name: str, options: tuple[str, ...]) -> None:
    ir, hot = module(name, *options), manifest(name)["hot"]
    (copy,) = re.findall(rf"^define .*@{hot}[.\w]*\(.*", ir, re.MULTILINE)
    definition = re.match(rf"define dso_local void @{hot}\(.*#(\d+)", copy)
    assert definition, copy
    assert re.search(rf"^attributes #{definition[1]} = .* noinline ", ir, re.MULTILINE)
    (arguments,) = re.findall(rf"call void @{hot}\((.*)\)", function(ir, "main"))
    assert not re.search(r"(i32|double) noundef [-\d]", arguments), "a constant invites specialisation"


@pytest.mark.parametrize("name", NAMES)
def test_hot_function_calls_no_library(name: str) -> None:
    called = re.findall(r"call .*?@([\w.]+)\(", function(module(name), manifest(name)["hot"]))
    assert [callee for callee in called if not callee.startswith("llvm.")] == []


@pytest.mark.parametrize("name", NAMES)
def test_manifest_follows_the_schema(name: str) -> None:
    content = manifest(name)
    assert content.keys() - {"vary", "cases"} == {
        *("title", "hot", "tags", "tolerance"),
        *("flops", "bytes", "notes", "sizes"),
    }
    assert content["hot"] == "kernel_" + name.replace("-", "_")
    assert re.fullmatch(r".+", content["title"])
    assert re.fullmatch(r".+\.", content["notes"].replace("\n", " ")), "notes are sentences"
    assert content["tags"]
    assert all(re.fullmatch(r"[a-z0-9-]+", tag) for tag in content["tags"])
    assert tuple(content["sizes"]) == DATASETS
    for argument, bounds in content.get("vary", {}).items():
        assert bounds.keys() == {"type", "min", "max"}
        source = (KERNELS / name / f"{name}.c").read_text(encoding="utf-8")
        assert re.search(rf"{content['hot']}\(.*{bounds['type']} {argument}\[", source, re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_tolerance_is_zero_exactly_for_integer_results(name: str, tmp_path: Path) -> None:
    program = build(name, tmp_path / "program", "-O3", "-DMINI_DATASET", "-DPOLYBENCH_DUMP_ARRAYS")
    kinds = {array.dtype.kind for array in parse_dump(call([str(program)], tmp_path).stderr).values()}
    assert (manifest(name)["tolerance"] == 0) == (kinds == {"i"})


@pytest.mark.parametrize("name", NAMES)
def test_manifest_sizes_are_the_program_s(name: str) -> None:
    sizes = manifest(name)["sizes"]
    dimensions = list(sizes["MEDIUM"])
    probe = f'#include "{name}.c"\n__probe__ {" ".join(dimensions)}\n'

    def preprocessed(*options: str) -> dict[str, int]:
        text = call([find_clang(), "-E", "-P", *options, "-x", "c", "-"], KERNELS / name, probe).stdout
        return dict(zip(dimensions, map(int, text.rpartition("__probe__")[2].split()), strict=True))

    assert {dataset: preprocessed(f"-D{dataset}_DATASET") for dataset in DATASETS} == sizes
    assert preprocessed() == sizes["MEDIUM"]
    single = {**sizes["MINI"], dimensions[0]: 9}
    assert preprocessed("-DMINI_DATASET", f"-D{dimensions[0]}=9") == single


def test_harness_dumps_and_fills_every_element_type(tmp_path: Path) -> None:
    shutil.copy(KERNELS / "harness.h", tmp_path)
    (tmp_path / "every.c").write_text(EVERY_ELEMENT, encoding="utf-8")
    warnings = ("-Wall", "-Wextra", "-Werror")
    call([find_clang(), *warnings, "-DPOLYBENCH_DUMP_ARRAYS", "every.c", "-o", "every"], tmp_path)
    dump = parse_dump(call(["./every"], tmp_path).stderr)
    assert {name: array.shape for name, array in dump.items()} == {
        "grid": (2, 3, 4),
        "plane": (3, 2),
        "numbers": (6,),
        "letters": (5,),
    }
    grid, plane = dump["grid"], dump["plane"]
    assert grid[0, 0, 0] == 2.0**0.5
    assert ((grid.flat[1:23] >= 0.5) & (grid.flat[1:23] < 1.5)).all()
    assert grid[1, 2, 3] == 0.0, "an array starts zeroed"
    assert plane[0, 0] == np.sqrt(plane[0, 1])
    assert len(set(grid.flat)) == 24, "inputs must not repeat"
    assert set(dump["numbers"]) <= set(range(-2, 3))
    assert set(dump["letters"]) <= set(range(4))
