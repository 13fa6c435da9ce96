from __future__ import annotations

import csv
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from journals import REAL, Try, write_run

from pipeline.errors import StorageError, UsageError
from pipeline.records import Outcome
from pipeline.reports.journals import find_runs, load, load_run
from pipeline.reports.tidy import (
    CANDIDATE_COLUMNS,
    SAMPLE_COLUMNS,
    candidate_rows,
    sample_rows,
    write_tables,
)
from pipeline.service import Usage

DOCS = Path(__file__).parents[2] / "docs" / "files.md"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_candidate_of_a_real_run_has_its_row_with_the_journals_numbers(tmp_path: Path) -> None:
    samples, candidates = write_tables([load_run(REAL / "gemm-medium")], tmp_path)
    rows = {row["candidate"]: row for row in read(candidates)}
    assert list(read(candidates)[0]) == list(CANDIDATE_COLUMNS)
    assert list(read(samples)[0]) == list(SAMPLE_COLUMNS)
    verdicts = [json.loads(line) for line in (REAL / "gemm-medium" / "events.jsonl").read_text().splitlines()]
    for told in (event["verdict"] for event in verdicts if event["event"] == "verdict_reached"):
        row = rows[told["candidate"]]
        assert (row["verdict"], row["reason"], row["digest"]) == (told["outcome"], told["reason"], told["digest"])
        assert row["form"] == (told["form"] or "")
        measured = told["speedup"]
        assert row["speedup"] == (str(measured["speedup"]) if measured else "")
        assert row["n"] == (str(measured["pairs"]) if measured else "")
    assert [name for name, row in rows.items() if row["winner"] == "True"] == ["c13"]
    assert float(rows["c13"]["confirmed_speedup"]) > 3
    assert rows["c1"]["parent"] == ""
    assert rows["c13"]["parent"] != ""
    assert {row["compiler"] for row in rows.values()} == {"LLVM 22.1.8"}
    assert {row["counter_source"] for row in rows.values()} == {"", "software"}


def test_samples_of_a_real_run_are_all_there_and_paired_by_round() -> None:
    run = load_run(REAL / "nussinov-mini")
    rows = list(sample_rows([run]))
    assert len(rows) == sum(len(values) for taken in run.samples for values in taken.seconds.values())
    noise = [row for row in rows if row["purpose"] == "noise"]
    assert {row["arm"] for row in noise} == {"reference", "twin"}
    by_round = {(row["arm"], row["round"]): row["seed"] for row in noise}
    assert all(by_round["reference", place] == by_round["twin", place] for place in range(len(noise) // 2))
    assert {row["measured"] for row in rows if row["purpose"] == "screen"} <= {f"c{n}" for n in range(1, 16)}


def test_the_parent_is_the_best_of_the_moment_when_a_candidate_was_proposed(tmp_path: Path) -> None:
    tries = [Try(Outcome.FASTER, 1.2), Try(Outcome.REJECTED, iteration=2), Try(Outcome.FASTER, 1.5, iteration=3)]
    rows = list(candidate_rows([load_run(write_run(tmp_path, tries))]))
    assert [row["parent"] for row in rows] == ["", "c1", "c1"]
    assert [row.get("cycles") for row in rows] == [None, None, None]
    assert [row.get("task_clock") for row in rows] == [1.5, None, 1.5]  # only what was profiled has counters


def test_what_a_reply_cost_stands_in_its_row(tmp_path: Path) -> None:
    folder = write_run(tmp_path, [Try(Outcome.REJECTED, proposer="llm"), Try(Outcome.REJECTED)])
    run = load_run(folder)
    usage = Usage(prompt_tokens=900, completion_tokens=100, cost=0.02, model="m", cached_tokens=5, seconds=1.5)
    asked = run.state.candidates["c1"].model_copy(update={"usage": usage})
    candidates = {**run.state.candidates, "c1": asked}
    first, second = candidate_rows([replace(run, state=replace(run.state, candidates=candidates))])
    told = {"tokens": 1000, "cached_tokens": 5, "cost": 0.02, "model": "m", "reply_seconds": 1.5}
    assert told.items() <= first.items()
    assert first["tokens_estimated"] is False
    assert "tokens" not in second


def test_parquet_holds_the_same_cells_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="no pyarrow here: pip install pyarrow")
    runs = [load_run(REAL / name) for name in ("atax-strict", "nussinov-mini")]
    samples, candidates = write_tables(runs, tmp_path, "parquet")
    table = parquet.read_table(candidates)
    assert table.column_names == list(CANDIDATE_COLUMNS)
    expected = list(candidate_rows(runs))
    assert table.column("speedup").to_pylist() == [row.get("speedup") for row in expected]
    assert str(table.schema.field("n").type) == "int64"
    assert parquet.read_table(samples).num_rows == len(list(sample_rows(runs)))


def test_parquet_without_pyarrow_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="pip install pyarrow"):
        write_tables([load_run(REAL / "nussinov-mini")], tmp_path, "parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_journal_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    good = write_run(tmp_path, run="20260101-000001")
    bad = write_run(tmp_path, run="20260101-000002")
    (bad / "events.jsonl").write_text('{"event": "unheard_of"}\n')
    empty = write_run(tmp_path, run="20260101-000003")
    (empty / "events.jsonl").write_text("")
    (tmp_path / "gemm" / "linked").symlink_to(good)
    found = load(find_runs(tmp_path))
    assert [run.folder for run in found.runs] == [good]
    assert [left.folder for left in found.unreadable] == [bad, empty]
    assert "not an event" in found.unreadable[0].why


def test_tables_that_cannot_be_written_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot write the tables"):
        write_tables([load_run(REAL / "nussinov-mini")], tmp_path / "file")


def test_every_column_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for columns, heading in ((SAMPLE_COLUMNS, "## `samples.csv`"), (CANDIDATE_COLUMNS, "## `candidates.csv`")):
        section = text.split(heading)[1].split("\n## ")[0]
        assert [name for name in columns if f"`{name}`" not in section] == []
