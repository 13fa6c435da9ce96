"""The results of a suite: parts, forms of replies, policies, and the files that a paper takes them from."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from journals import PLACE, REAL, Try, write_run

from benchmarks.suite import main as whole_suite
from pipeline.cli import cli
from pipeline.records import Form, Outcome, Policy
from pipeline.reports.figures.suite import suite_figure, trend
from pipeline.reports.journals import Loaded, Run, find_runs, load, load_run
from pipeline.reports.suite.parts import comparisons, contests, families, forms, main_parts, parts
from pipeline.reports.suite.tables import FormTableRow, ResultRow
from pipeline.reports.suite.text import suite_markdown
from pipeline.reports.summary import summarise

DOCS = Path(__file__).parents[2] / "docs" / "files.md"


def suite(root: Path) -> Loaded:
    """Four kernels under both policies: under strict, one of them is not proven faster."""
    for place, kernel in enumerate(("atax", "bicg", "gemm", "mvt")):
        tolerant = [Try(Outcome.FASTER, 1.5 + place, 1, "recorded"), Try(Outcome.REJECTED, None, 2, "recorded")]
        strict = [Try(Outcome.REJECTED if kernel == "atax" else Outcome.FASTER, 1.25, 1, "recorded")]
        write_run(root, tolerant, kernel=kernel, run="20260101-000001", proposer="recorded")
        write_run(root, strict, kernel=kernel, run="20260101-000002", proposer="recorded", policy=Policy.STRICT)
    return load(find_runs(root))


def with_verdicts(run: Run, changes: dict[str, dict[str, object]], repairs: dict[str, str] | None = None) -> Run:
    """The run with fields of its verdicts changed, and with candidates that repair others."""
    verdicts = {name: told.model_copy(update=changes.get(name, {})) for name, told in run.state.verdicts.items()}
    parents = repairs or {}
    candidates = {
        name: each.model_copy(update={"parent": parents.get(name)}) for name, each in run.state.candidates.items()
    }
    return replace(run, state=replace(run.state, verdicts=verdicts, candidates=candidates))


def test_parts_are_the_runs_of_one_policy_size_and_proposer(tmp_path: Path) -> None:
    loaded = suite(tmp_path)
    tolerant, strict = parts(loaded, summarise(loaded))
    assert (tolerant.title, strict.title) == (
        "MINI, policy tolerant, proposer recorded",
        "MINI, policy strict, proposer recorded",
    )
    assert [each.kernel for each in tolerant.results] == ["atax", "bicg", "gemm", "mvt"]
    assert tolerant.mean.irloop.value == pytest.approx((1.5 * 2.5 * 3.5 * 4.5) ** 0.25)
    assert strict.mean.irloop.value == pytest.approx(1.25**0.75)
    assert strict.mean.irloop.without_winner == 1


def test_kernels_of_polybench_and_others_have_means_of_their_own(tmp_path: Path) -> None:
    loaded = suite(tmp_path)
    assert families(parts(loaded, summarise(loaded))[0]) == {}
    write_run(tmp_path, [Try(Outcome.FASTER, 9.0, 1, "recorded")], kernel="utf8", proposer="recorded")
    loaded = load(find_runs(tmp_path))
    found = parts(loaded, summarise(loaded))
    means = families(found[0])
    assert (means["of PolyBench's"].cases, means["of the other"].cases) == (4, 1)
    assert means["of the other"].value == pytest.approx(9.0)
    assert "(of PolyBench's 4: " in suite_markdown(found, summarise(loaded), [])


def test_what_was_asked_in_several_ways_is_compared_on_the_kernels_of_all(tmp_path: Path) -> None:
    loaded = suite(tmp_path)
    assert contests(parts(loaded, summarise(loaded))) == []
    for kernel, gain in (("atax", 4.0), ("mvt", 9.0)):
        write_run(tmp_path, [Try(Outcome.FASTER, gain, 1, "search")], kernel=kernel, run="s", proposer="search")
    loaded = load(find_runs(tmp_path))
    found = parts(loaded, summarise(loaded))
    (contest,) = contests(found)
    assert contest.asked == ("recorded", "search")
    assert [row[0].kernel for row in contest.rows] == ["atax", "mvt"]
    assert [mean.value for mean in contest.means] == pytest.approx([(1.5 * 4.5) ** 0.5, 6.0])
    text = suite_markdown(found, summarise(loaded), [])
    assert "## The same kernels, MINI, policy tolerant" in text
    assert "| kernel | recorded | search |" in text
    assert [part.title for part in main_parts(found)] == [
        "MINI, policy tolerant, proposer recorded",
        "MINI, policy strict, proposer recorded",
    ]
    assert "The pictures show MINI, proposer recorded; the tables show all." in text


def test_policies_are_compared_on_the_kernels_that_both_have(tmp_path: Path) -> None:
    loaded = suite(tmp_path)
    write_run(tmp_path, kernel="lu", proposer="recorded")
    write_run(tmp_path, kernel="mvt", run="9", proposer="recorded", policy=Policy.STRICT, place={**PLACE, "cpu": "B"})
    loaded = load(find_runs(tmp_path))
    (compared,) = comparisons(parts(loaded, summarise(loaded)))
    assert [row.kernel for row in compared.rows] == ["atax", "bicg", "gemm", "mvt"]
    assert (compared.tolerant.cases, compared.strict.cases) == (4, 4)


def test_a_reply_is_valid_at_first_try_or_after_repair(tmp_path: Path) -> None:
    tries: Sequence[Try] = [
        Try(Outcome.SLOWER, 0.5, 1, "llm"),  # right as it came, though slower
        Try(Outcome.FASTER, 2.0, 2, "llm"),  # mended mechanically
        Try(Outcome.REJECTED, None, 3, "llm"),  # no code; its repair is right
        Try(Outcome.FASTER, 3.0, 3, "llm"),
        Try(Outcome.REJECTED, None, 4, "llm"),  # never right
        Try(Outcome.FASTER, 9.0, 5, "search"),  # no reply of a model
    ]
    run = load_run(write_run(tmp_path, tries, proposer="auto"))
    none: dict[str, object] = {"form": None}
    ir: dict[str, object] = {"form": Form.IR}
    changes = {"c1": ir, "c2": {**ir, "mends": ("undefined group",)}, "c3": none, "c4": ir, "c5": none}
    found = forms([with_verdicts(run, changes, {"c4": "c3"})])
    assert [(row.form, row.replies, row.first_try, row.repaired, row.kernels) for row in found] == [
        (Form.IR, 3, 1, 2, 1),
        (None, 1, 0, 0, 1),
    ]
    assert found[0].best.value == pytest.approx(3.0)
    assert found[1].best.value == 1.0


def test_a_session_that_has_ended_keeps_its_best(tmp_path: Path) -> None:
    short = write_run(tmp_path, [Try(Outcome.FASTER, 4.0)], kernel="atax")
    long = write_run(tmp_path, [Try(Outcome.REJECTED, iteration=n) for n in (1, 2, 3)], kernel="gemm")
    found = trend([load_run(short), load_run(long)])
    assert found.kernels == {"atax": (1.0, 4.0, 4.0, 4.0), "gemm": (1.0, 1.0, 1.0, 1.0)}
    assert found.mean == pytest.approx((1.0, 2.0, 2.0, 2.0))
    assert found.quartile(1) == pytest.approx([1.0, 2**0.5, 2**0.5, 2**0.5])


def test_the_picture_has_a_panel_a_part_and_one_scale(tmp_path: Path) -> None:
    loaded = suite(tmp_path)
    found = parts(loaded, summarise(loaded))
    figure = suite_figure(found, loaded)
    assert [axes.get_title(loc="left") for axes in figure.axes] == [
        "MINI, tolerant, recorded: 4 kernels",
        "MINI, strict, recorded: 4 kernels",
    ]
    assert figure.axes[0].get_ylim() == figure.axes[1].get_ylim()
    assert f"{found[0].mean.irloop.value:.2f}x" in {text.get_text() for text in figure.axes[0].texts}
    assert "no run has a reference" in str(suite_figure([], loaded).texts[0].get_text())


def test_the_command_writes_tables_pictures_and_machine(tmp_path: Path) -> None:
    suite(tmp_path / "runs")
    ended = CliRunner().invoke(
        cli, ["suite", "--all", "--runs", str(tmp_path / "runs"), "--out", str(tmp_path / "out")]
    )
    assert ended.exit_code == 0, ended.output
    names = ["table.md", "results.csv", "forms.csv", "machine.json", "convergence.png", "speedup.png", "roofline.png"]
    assert [Path(line).name for line in ended.output.splitlines()] == names
    assert all((tmp_path / "out" / name).stat().st_size > 100 for name in names)
    (machine,) = json.loads((tmp_path / "out" / "machine.json").read_text())
    assert (machine["cpu"], machine["runs"]) == ("Test CPU", "8")
    with (tmp_path / "out" / "results.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == tuple(ResultRow.model_fields)
    assert [(row["kernel"], row["policy"], row["speedup"]) for row in rows][-1] == ("mvt", "strict", "1.25")
    assert (rows[0]["iterations_to_best"], rows[0]["replies"], rows[0]["rejected"]) == ("1", "2", "1")


def test_the_table_tells_every_kernel_form_and_policy(tmp_path: Path) -> None:
    suite(tmp_path / "runs")
    CliRunner().invoke(cli, ["suite", "--all", "--runs", str(tmp_path / "runs"), "--out", str(tmp_path)])
    text = (tmp_path / "table.md").read_text()
    assert "| mvt | 1 ms | 1.25x, -O3 -march=native | 4.50x \\[4.41, 4.59\\] | 3.60x |" in text
    assert "| atax | 1.50x \\[1.47, 1.53\\] | nothing proven faster |" in text
    assert "4 of 4 kernels proven faster, geometric mean 2.77x" in text
    assert "| MINI, policy tolerant, proposer recorded | passes | 8 | 4 (50%) | 4 (50%) | 4 |" in text
    # Every table is rectangular.
    for block in re.findall(r"(?:^\|.*\n)+", text, re.M):
        assert len({line.replace("\\|", "").count("|") for line in block.splitlines()}) == 1


def test_real_runs_make_a_suite(tmp_path: Path) -> None:
    ended = CliRunner().invoke(
        cli, ["suite", str(REAL / "gemm-medium"), str(REAL / "atax-strict"), "--out", str(tmp_path)]
    )
    assert ended.exit_code == 0, ended.output
    text = (tmp_path / "table.md").read_text()
    assert "3.85x \\[3.74, 4.02\\]" in text
    assert "These runs come from 2 policies: strict; tolerant." in text


def test_the_whole_suite_is_studies_and_their_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `make bench-suite` runs: a study that had failures does not stop it, one that was interrupted does."""
    begun: list[list[str]] = []
    statuses = iter((0, 1, 0, 0, 0, 0, 130))

    def call(words: Sequence[str]) -> int:
        begun.append(list(words[3:]))
        return next(statuses)

    monkeypatch.setattr("benchmarks.suite.subprocess.call", call)
    words = ["--studies", str(tmp_path), "--out", "results", "--large", "gemm"]
    assert CliRunner().invoke(whole_suite, words).exit_code == 1
    *studies, results = begun
    options = [dict(zip(each[1::2], each[2::2], strict=False)) for each in studies]
    assert [(each["--size"], each["--policy"], each.get("--form")) for each in options] == [
        ("MEDIUM", "tolerant", None),
        ("MEDIUM", "strict", None),
        ("LARGE", "tolerant", None),
        ("MEDIUM", "tolerant", "ir"),
        ("MEDIUM", "tolerant", "passes"),
    ]
    assert [each["--kernels"] for each in options[:3]] == ["all", "all", "gemm"]
    assert "gemm" in options[3]["--kernels"].split(",")
    assert "floyd-warshall" not in options[3]["--kernels"]
    assert len({each["--out"] for each in options}) == 5
    assert int(options[0]["--iterations"]) >= 3
    assert results == ["suite", "--all", "--runs", str(tmp_path), "--out", "results"]
    assert CliRunner().invoke(whole_suite, words).exit_code == 130
    assert len(begun) == 7
    same = CliRunner().invoke(whole_suite, [*words, "--large-size", "medium"])
    assert (same.exit_code, len(begun)) == (2, 7)
    assert "--large ''" in same.output


def test_every_column_is_documented() -> None:
    section = DOCS.read_text(encoding="utf-8").split("## The results of a suite")[1].split("\n## ")[0]
    columns = {*ResultRow.model_fields, *FormTableRow.model_fields}
    assert sorted(name for name in columns if f"`{name}`" not in section) == []
