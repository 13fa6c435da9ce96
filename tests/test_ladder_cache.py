"""A ladder is kept for the same program on the same machine, and for nothing else."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.build import Split
from pipeline.ladder_cache import keep, program_facts, recall
from pipeline.records import Interval, LadderRow, Program
from pipeline.toolchain import Toolchain

ROWS = (
    LadderRow(name="-O3 -march=native", speedup=Interval(speedup=1.5, low=1.4, high=1.6, pairs=9)),
    LadderRow(name="gcc -O3", note="gcc: no"),
)
MACHINE = {"cpu": "a processor"}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "irloop" / "ladder"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    source = tmp_path / "prog.c"
    source.write_text("int main(void) { return 0; }\n")
    return Program(name="prog", sources=(source,), args=("1",))


@pytest.fixture
def split(tmp_path: Path) -> Split:
    for name in ("source", "rest"):
        (tmp_path / f"{name}.ll").write_text(f"; {name}\n")
    source, rest = tmp_path / "source.ll", tmp_path / "rest.ll"
    return Split("f", source, source, source, rest, ())


def facts(program: Program, split: Split, version: str = "22.1.8", digest: str = "d") -> dict[str, str]:
    return program_facts(program, split, Toolchain(Path("/llvm/bin"), version), digest, MACHINE)


def test_what_was_kept_comes_back_with_its_day(cache: Path, program: Program, split: Split) -> None:
    assert recall(facts(program, split)) is None
    keep(facts(program, split), ROWS)
    today = time.strftime("%Y-%m-%d")
    assert recall(facts(program, split)) == tuple(row.model_copy(update={"measured": today}) for row in ROWS)
    assert [path.suffix for path in cache.iterdir()] == [".json"]


@pytest.mark.usefixtures("cache")
def test_another_program_machine_or_compiler_has_another_ladder(program: Program, split: Split) -> None:
    kept = facts(program, split)
    keep(kept, ROWS)
    others = [
        facts(program.model_copy(update={"args": ("2",)}), split),
        facts(program.model_copy(update={"defines": ("N=3",)}), split),
        facts(program.model_copy(update={"tolerance": 1e-4}), split),
        facts(program, replace(split, name="g")),
        facts(program, split, version="22.1.9"),
        facts(program, split, digest="e"),
        {**kept, "cpu": "another processor"},
    ]
    program.sources[0].write_text("int main(void) { return 1; }\n")
    others.append(facts(program, split))
    assert [recall(other) for other in others] == [None] * len(others)
    assert recall(kept) is not None


def test_the_folder_of_the_run_does_not_count(program: Program, split: Split) -> None:
    before = facts(program, split)
    split.source.write_text("; ModuleID = '/elsewhere/source.ll'\n; source\n")
    assert facts(program, split) == before
    split.source.write_text("; source\n@x = global i32 0\n")
    assert facts(program, split) != before


@pytest.mark.usefixtures("cache")
def test_standard_input_counts(program: Program, split: Split, tmp_path: Path) -> None:
    text = tmp_path / "input.txt"
    text.write_text("one")
    with_input = program.model_copy(update={"stdin": text})
    keep(facts(with_input, split), ROWS)
    text.write_text("two")
    assert recall(facts(with_input, split)) is None


@pytest.mark.parametrize("damage", ["", "{", '{"facts": {}, "measured": "2026-01-01", "rows": []}'])
def test_a_damaged_entry_counts_as_none(cache: Path, program: Program, split: Split, damage: str) -> None:
    keep(facts(program, split), ROWS)
    (entry,) = cache.iterdir()
    entry.write_text(damage)
    assert recall(facts(program, split)) is None


def test_a_cache_that_cannot_be_written_is_no_error(
    program: Program, split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep(facts(program, split), ROWS)
    assert recall(facts(program, split)) is None
