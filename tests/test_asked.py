"""From the words of a command line to programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.asked import extra_case, programs
from pipeline.errors import UsageError
from pipeline.records import ExtraCase

NOTHING: dict[str, Any] = {
    "includes": (), "defines": (), "args": "", "stdin": None, "cases": (),
    "hot": None, "size": "MINI", "tolerance": None,
}  # fmt: skip


@pytest.fixture
def source(tmp_path: Path) -> str:
    (tmp_path / "prog.c").write_text("int main(void) { return 0; }\n")
    return str(tmp_path / "prog.c")


def test_kernels_are_programs_each_by_itself() -> None:
    assert [program.name for program in programs(("gemm", "atax"), NOTHING)] == ["gemm", "atax"]


def test_files_are_one_program(source: str, tmp_path: Path) -> None:
    (tmp_path / "more.c").write_text("")
    (program,) = programs((source, str(tmp_path / "more.c")), NOTHING | {"args": "-n '2 3'", "tolerance": 1e-3})
    assert [path.name for path in program.sources] == ["prog.c", "more.c"]
    assert (program.args, program.tolerance) == (("-n", "2 3"), 1e-3)


def test_a_case_is_arguments_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "in put.txt").write_text("5\n")
    text = f"-n 'two words' < '{tmp_path}/in put.txt'"
    assert extra_case(text) == ExtraCase(name=text, args=("-n", "two words"), stdin=tmp_path / "in put.txt")
    assert extra_case("7 8") == ExtraCase(name="7 8", args=("7", "8"))
    assert extra_case("") == ExtraCase(name="", args=())


def test_cases_reach_the_program(source: str) -> None:
    (program,) = programs((source,), NOTHING | {"cases": ("1", "2")})
    assert [case.args for case in program.cases] == [("1",), ("2",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("'open", "--case cannot be read: No closing quotation"),
        ("3 <", "--case '3 <': write one file after <, at the end"),
        ("< a b", "--case '< a b': write one file after <, at the end"),
        ("< nowhere.txt", "--case '< nowhere.txt': no such file: nowhere.txt"),
    ],
)
def test_a_wrong_case_is_one_clear_line(text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        extra_case(text)
    assert str(caught.value) == words


@pytest.mark.parametrize("option", [{"args": "1"}, {"cases": ("1",)}, {"defines": ("X",)}])
def test_a_bundled_kernels_input_is_its_own(option: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="--case are for programs given by their files"):
        programs(("gemm",), NOTHING | option)


def test_names_and_files_do_not_mix(source: str) -> None:
    with pytest.raises(UsageError, match="not both"):
        programs((source, "gemm"), NOTHING)
