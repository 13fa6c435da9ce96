"""A small study made for real, and every report over its runs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from driver import irloop


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a study of one kernel with two repeats was run."""
    folder = tmp_path_factory.mktemp("studied")
    words = "study --kernels trisolv --proposers search --repeats 2 --iterations 1 --size MINI --no-ladder --out st"
    ended = irloop(*words.split(), cwd=folder)
    assert ended.status == 0, ended.err
    assert ended.out.splitlines() == ["st/report.html", "st/study_convergence.png", "st/study.csv"]
    assert "study: 2 of 2: trisolv, search, repeat 2" in ended.err
    return folder


def test_a_finished_study_measures_nothing_again(studied: Path) -> None:
    before = sorted((studied / "st" / "runs").rglob("events.jsonl"))
    ended = irloop("study", "--out", "st", cwd=studied)
    assert ended.status == 0
    assert "study: 1 of" not in ended.err
    assert "study: search, trisolv MINI: " in ended.err
    assert sorted((studied / "st" / "runs").rglob("events.jsonl")) == before
    assert len(before) == 2


def test_every_format_tells_the_same_numbers(studied: Path) -> None:
    told = irloop("report", "--all", "--runs", "st", "--format", "json", cwd=studied)
    (group,) = json.loads(told.out)["groups"]
    (result,) = group["results"]
    assert result["case"] == "trisolv MINI"
    assert len(group["runs"]) == 2
    words = irloop("report", "--all", "--runs", "st", "--format", "md", cwd=studied)
    page = irloop("report", "--all", "--runs", "st", "--out", "r.html", cwd=studied)
    assert page.out == "r.html\n"
    speedup = result["best"]["speedup"]["speedup"] if result["best"] else None
    expected = f"{speedup:.2f}x" if speedup else "nothing proven"
    assert expected in words.out
    assert expected in (studied / "r.html").read_text()


def test_tables_and_pictures_of_a_real_run(studied: Path) -> None:
    ended = irloop("export", "--all", "--runs", "st", cwd=studied)
    assert ended.out.splitlines() == ["samples.csv", "candidates.csv"]
    with (studied / "candidates.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {row["kernel"] for row in rows} == {"trisolv"}
    assert len({row["run"] for row in rows}) == 2
    pictures = irloop("plot", "--runs", "st/runs", cwd=studied)
    assert pictures.status == 0, pictures.err
    assert "report_convergence.png" in pictures.out.splitlines()


def test_what_cannot_be_reported_is_a_usage_error(studied: Path) -> None:
    for words, said in (
        (["report"], "name the folders of runs, or take --all"),
        (["report", "--all", "st"], "name the folders of runs, or take --all"),
        (["report", "--all", "--runs", "nowhere"], "no run below nowhere"),
        (["report", "nowhere"], "no journal at"),
        (["study", "--kernels", "gemm"], "both --kernels and --proposers"),
        (["study", "--out", "nowhere"], "no study in nowhere"),
    ):
        ended = irloop(*words, cwd=studied)
        assert (ended.status, said in ended.err) == (2, True), ended.err
