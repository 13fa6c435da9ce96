from __future__ import annotations

import csv
import io
import math
import re
from pathlib import Path

import pytest
from journals import Try, write_run

from pipeline.records import Outcome
from pipeline.reports.curves import ALL_KERNELS, Curve, after_candidates, confirmed, curves
from pipeline.reports.grouping import grouped
from pipeline.reports.journals import Loaded, Run, find_runs, load, load_run
from pipeline.reports.study_report import COLUMNS, closing_lines, study_table, write_study


def reached(speedup: float, *, proposer: str = "search") -> list[Try]:
    return [
        Try(Outcome.FASTER, 1.1, 1, proposer),
        Try(Outcome.REJECTED, None, 1, proposer),
        Try(Outcome.FASTER, speedup, 2, proposer),
    ]


def runs(root: Path, values: dict[tuple[str, str], list[float]]) -> tuple[Run, ...]:
    for (kernel, proposer), repeats in values.items():
        for number, value in enumerate(repeats):
            tries = reached(value, proposer=proposer)
            write_run(root, tries, kernel=kernel, run=f"20260101-{number:05}{proposer[0]}", proposer=proposer)
    return load(find_runs(root)).runs


def one(found: list[Curve], case: str, proposer: str = "search") -> Curve:
    (curve,) = [each for each in found if (each.case, each.proposer) == (case, proposer)]
    return curve


def test_a_curve_is_the_geometric_mean_over_repeats_with_a_t_interval(tmp_path: Path) -> None:
    curve = one(curves(runs(tmp_path, {("gemm", "search"): [1.5, 2.0, 3.0]})), "gemm MINI")
    assert [step.at for step in curve.steps] == [0, 1, 2]
    assert curve.steps[0].mean == curve.steps[0].low == curve.steps[0].high == 1.0
    last = curve.last
    assert last.mean == pytest.approx(9.0 ** (1 / 3))
    assert last.values == (1.5, 2.0, 3.0)
    # Student's t for two degrees of freedom at 95 %: 4.302653.
    logs = [math.log(value) for value in last.values]
    spread = math.sqrt(sum((each - sum(logs) / 3) ** 2 for each in logs) / 2)
    assert last.high is not None
    assert math.log(last.high / last.mean) == pytest.approx(4.302653 * spread / math.sqrt(3), rel=1e-6)


def test_a_single_repeat_has_no_interval(tmp_path: Path) -> None:
    last = one(curves(runs(tmp_path, {("gemm", "search"): [1.5]})), "gemm MINI").last
    assert last.mean == pytest.approx(1.5)
    assert (last.low, last.high) == (None, None)


def test_all_kernels_pair_their_repeats_and_leave_out_partial_proposers(tmp_path: Path) -> None:
    values = {("atax", "search"): [2.0, 4.0], ("gemm", "search"): [8.0, 1.2], ("gemm", "llm"): [3.0]}
    found = curves(runs(tmp_path, values))
    assert one(found, ALL_KERNELS).last.values == pytest.approx((4.0, math.sqrt(4.8)))
    assert [each.proposer for each in found if each.case == ALL_KERNELS] == ["search"]


def test_runs_that_are_not_done_are_no_part_of_a_curve(tmp_path: Path) -> None:
    write_run(tmp_path, reached(2.0), run="20260101-000001")
    write_run(tmp_path, reached(9.0), run="20260101-000002", done=False)
    assert one(curves(load(find_runs(tmp_path)).runs), "gemm MINI").last.values == (2.0,)


def test_progress_by_candidates_counts_those_that_failed(tmp_path: Path) -> None:
    assert after_candidates(load_run(write_run(tmp_path, reached(1.7)))) == [1.0, 1.1, 1.1, 1.7]


def test_confirmed_values_count_a_run_without_a_winner_as_one(tmp_path: Path) -> None:
    write_run(tmp_path, reached(4.0), run="20260101-000001")
    write_run(tmp_path, reached(4.0), run="20260101-000002", winner=False)
    step = confirmed(load(find_runs(tmp_path)).runs)["gemm MINI", "search"]
    assert step.values == (4.0, 1.0)
    assert step.mean == pytest.approx(2.0)


def test_a_study_leaves_table_picture_and_page(tmp_path: Path) -> None:
    found = runs(tmp_path / "runs", {("atax", "search"): [2.0, 2.1], ("atax", "llm"): [3.0, 3.1]})
    page, picture, _table = write_study(Loaded(found), tmp_path, ["gemm, search, repeat 1 failed: <why>"])
    assert [path.name for path in (page, picture)] == ["report.html", "study_convergence.png"]
    rows = list(csv.DictReader(io.StringIO(study_table(grouped(found)))))
    assert tuple(rows[0]) == COLUMNS
    last = [row for row in rows if row["proposer"] == "llm" and row["axis"] == "iteration"][-1]
    assert (last["at"], last["repeats"], last["values"]) == ("2", "2", "3 3.1")
    assert float(last["ci_lo"]) < float(last["mean"]) < float(last["ci_hi"])
    text = page.read_text()
    assert "failed: &lt;why&gt;" in text
    assert 'id="convergence"' in text
    assert "atax MINI, llm: 3.10x" in re.sub("<[^>]*>", "", text)
    assert closing_lines(Loaded(found)) == [
        "llm, atax MINI: 3.05x confirmed, 2 repeats: 3.00x, 3.10x",
        "search, atax MINI: 2.05x confirmed, 2 repeats: 2.00x, 2.10x",
    ]
