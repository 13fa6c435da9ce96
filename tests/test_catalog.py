"""Bundled kernels and programs of the user's own, as records."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import catalog
from pipeline.catalog import (
    bundled_program,
    given_program,
    ir_program,
    is_path,
    kernel_names,
    kernels_folder,
    read_kernel,
)
from pipeline.errors import UsageError
from pipeline.formula import evaluate
from pipeline.toolchain import Toolchain

SIX = {"atax", "cholesky", "gemm", "jacobi-2d", "lu", "nussinov"}


def test_the_six_kernels_are_there() -> None:
    assert set(kernel_names()) >= SIX
    assert kernel_names() == sorted(kernel_names())


@pytest.mark.parametrize("name", sorted(SIX))
def test_every_size_of_a_kernel_is_a_program(name: str) -> None:
    kernel = read_kernel(name)
    assert list(kernel.sizes) == ["MINI", "SMALL", "MEDIUM", "LARGE", "EXTRALARGE"]
    for size in kernel.sizes:
        program = bundled_program(name, size)
        assert program.sources == (kernels_folder() / name / f"{name}.c",)
        assert program.sources[0].is_file()
        assert program.defines == (f"{size}_DATASET", "POLYBENCH_TIME")
        assert program.sizes == kernel.sizes[size]
        assert program.hot == kernel.hot
        assert not program.is_ir


def test_sizes_are_understood_in_any_case_and_the_hot_function_can_be_another() -> None:
    program = bundled_program("gemm", "small", hot="main")
    assert (program.size, program.hot) == ("SMALL", "main")


def test_an_unknown_kernel_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"unknown kernel 'gem'.*gemm.*nussinov"):
        bundled_program("gem")


def test_a_kernel_is_no_path() -> None:
    with pytest.raises(UsageError, match="unknown kernel"):
        read_kernel("../kernels/gemm")


def test_an_unknown_size_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no size HUGE.*MINI.*LARGE"):
        bundled_program("gemm", "huge")


@pytest.mark.parametrize("text", ["title = 3", "= nonsense", 'title = "t"\nhot = "h"\nsurprise = 1\n[sizes]'])
def test_a_broken_description_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "kernel.toml").write_text(text)
    monkeypatch.setattr(catalog, "kernels_folder", lambda: tmp_path)
    with pytest.raises(UsageError, match=r"broken/kernel\.toml"):
        read_kernel("broken")


def test_a_program_of_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.c", "b.c", "input"):
        (tmp_path / name).write_text("")
    program = given_program(
        [Path("a.c"), Path("b.c")],
        includes=[Path()],
        defines=["N=3"],
        hot="f",
        args=["1", "two"],
        stdin=Path("input"),
    )
    assert program.name == "a"
    assert program.sources == (tmp_path / "a.c", tmp_path / "b.c")
    assert program.includes == (tmp_path,)
    assert program.stdin == tmp_path / "input"
    assert (program.hot, program.args, program.defines) == ("f", ("1", "two"), ("N=3",))
    assert program.cwd == tmp_path


@pytest.mark.parametrize("what", ["source", "stdin", "include"])
def test_what_does_not_exist_is_named(tmp_path: Path, what: str) -> None:
    there, missing = tmp_path / "a.c", tmp_path / "missing"
    there.write_text("")
    with pytest.raises(UsageError, match=str(missing)):
        given_program(
            [missing if what == "source" else there],
            stdin=missing if what == "stdin" else None,
            includes=[missing] if what == "include" else [],
        )


def test_ir_comes_alone(tmp_path: Path) -> None:
    for name in ("a.ll", "b.c", "c.ll"):
        (tmp_path / name).write_text("")
    assert given_program([tmp_path / "a.ll"]).is_ir
    for other in ("b.c", "c.ll"):
        with pytest.raises(UsageError, match=r"exactly one \.ll"):
            given_program([tmp_path / "a.ll", tmp_path / other])


@pytest.mark.parametrize(("word", "path"), [("gemm", False), ("gemm.c", True), ("./gemm", True), ("x/y.ll", True)])
def test_what_is_a_path_and_what_a_kernel(word: str, path: bool) -> None:
    assert is_path(word) is path


def test_ir_of_a_bundled_kernel_is_recognised(tmp_path: Path, toolchain: Toolchain) -> None:
    kernel = bundled_program("gemm")
    target = tmp_path / "mine.ll"
    toolchain.compile("-O3", *(f"-D{d}" for d in kernel.defines), "-emit-llvm", "-S", kernel.sources[0], "-o", target)
    program = ir_program(target)
    assert (program.hot, program.tolerance, program.notes) == (kernel.hot, kernel.tolerance, kernel.notes)
    assert program.sizes == kernel.sizes  # without them no recorded reply in C would compile
    assert program.sources == (target,)


def test_ir_of_something_else_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.ll"
    path.write_text('source_filename = "/somewhere/gemm.c"\ndefine void @other() {\n  ret void\n}\n')
    program = ir_program(path)
    assert (program.hot, program.notes, program.vary) == (None, "", {})


@pytest.mark.parametrize(("text", "value"), [("2 * N**3 + N", 2010), ("8 * (N - 1) // 2", 36), ("7", 7)])
def test_a_formula_over_sizes(text: str, value: int) -> None:
    assert evaluate(text, {"N": 10}) == value


@pytest.mark.parametrize("text", ["M", "N.real", "N /", "__import__('os')", "1.5 * N", "N // 0"])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a formula"):
        evaluate(text, {"N": 10})
