"""Records to text, without a screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from journals import evidence, written_now
from piloting import ATAX, GEMM

from pipeline.errors import UsageError
from pipeline.ir.diff import Fold, folded
from pipeline.journal import read
from pipeline.records import Interval
from tui import charts, remember, render, render_profile
from tui.chronicle import Chronicle, Gauge
from tui.comparison import arranged, compare
from tui.highlight import highlight
from tui.library import bundled, find_runs, history, matching, programs_at
from tui.palette import DARK, LIGHT, Palette, palette_of
from tui.render_diff import below, side_by_side
from tui.table import PADDING, columns, fitting
from tui.versions import Asked, Missing, Versions, assembly_of
from tui.web import command


@pytest.fixture
def atax(runs: Path) -> Chronicle:
    chronicle = Chronicle()
    chronicle.take(read(runs / ATAX))
    return chronicle


def test_the_core_does_not_import_the_interface() -> None:
    code = "import sys, pipeline.cli, pipeline.run; print([m for m in ('tui', 'textual') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_headline_grows_with_the_journal(runs: Path) -> None:
    events = read(runs / ATAX)
    chronicle = Chronicle()
    assert render.title(chronicle) == "opening the journal"
    chronicle.take(events[:20])
    assert "preparing" in render.headline(chronicle, Palette()).plain
    chronicle.take(events[20:50])
    assert "best so far" in render.headline(chronicle, Palette()).plain
    chronicle.take(events[50:])
    assert "c1, confirmed" in render.headline(chronicle, Palette()).plain


def test_a_table_of_any_width_is_filled_and_never_too_wide() -> None:
    shown = {width: {column.key for column in columns(width)} for width in (60, 78, 120, 140)}
    for width in range(60, 200):
        assert sum(column.width + PADDING for column in columns(width, paid=True)) <= width
    assert {"name", "verdict", "speedup", "interval"} <= shown[60] <= shown[78] <= shown[120] <= shown[140]
    assert {"counters", "lines", "time", "form"} <= shown[120]
    assert "tokens" not in shown[140]
    assert {"tokens", "cost"} <= {column.key for column in columns(140, paid=True)}


def test_a_verdict_is_told_without_colour(atax: Chronicle) -> None:
    marks = {render.verdict_cell(atax.row(name), Palette()).plain.split()[0] for name in atax.state.candidates}
    assert marks == {"▲", "▼", "="}


def test_convergence_shows_every_candidate(atax: Chronicle) -> None:
    text = charts.convergence(atax.convergence(), 100, 24, Palette()).plain
    assert text.count("▲") == 9
    assert text.count("▼") == 1
    assert text.count("=") == 5
    assert charts.convergence(Chronicle().convergence(), 80, 20, Palette()).plain == "no verdict yet"


def test_charts_keep_to_their_width(atax: Chronicle) -> None:
    taken = atax.last_samples("c1")
    assert taken is not None
    for width in (40, 76, 116):
        for text in (
            charts.strip(taken.seconds, width, 20, Palette()),
            charts.convergence(atax.convergence(), width, 12, Palette()),
            charts.mix({"-O3": {"load": 3, "fmul": 0}, "c1": {"load": 1, "fmul": 9}}, width, 10, Palette()),
        ):
            assert max(len(line) for line in text.plain.splitlines()) <= max(width, 50)


def test_the_heatmap_tells_counts_and_directions_without_colour() -> None:
    text = charts.mix({"-O3": {"load": 3, "fmul": 9}, "c1": {"load": 30, "fmul": 1}}, 60, 10, Palette()).plain
    head, load, fmul = text.splitlines()
    assert head.split() == ["-O3", "c1"]
    assert load.split()[0] == "load"
    assert load.endswith("30▲")
    assert fmul.endswith("1▼")


def test_the_legend_names_what_the_chart_holds(atax: Chronicle) -> None:
    assert charts.legend(atax.convergence(), Palette()).plain == "━ best ┄ flags ▲ faster ▼ slower = same"


def test_columns_that_fit_are_counted() -> None:
    assert fitting((10, 10, 10), 24) == 2
    assert fitting((10,), 3) == 1


def test_a_spark_rises_with_the_speedups() -> None:
    assert charts.spark([]) == ""
    assert charts.spark([1.0, 2.0, 3.0]) == "▁▅█"
    assert charts.spark([1.0, 1.0]) == "▁▁"


def test_an_interval_below_one_is_no_gain() -> None:
    rows = [charts.Effect("slower", Interval(speedup=0.5, low=0.4, high=0.6, pairs=9))]
    text = charts.forest(rows, 80, palette_of(DARK))
    assert any(palette_of(DARK).bad in str(span.style) for span in text.spans)


def test_a_light_theme_has_colours_of_its_own() -> None:
    assert palette_of(LIGHT) != palette_of(DARK)


@pytest.mark.parametrize("line", ["  %3 = fmul fast double %1, 2.0 ; x", '@s = constant [3 x i8] c"a\\22b"', ""])
def test_highlighting_changes_no_character(line: str) -> None:
    for language in ("llvm", "c", "asm", "plain"):
        assert highlight(line, language, Palette()).plain == line


def test_versions_compare_and_say_what_is_missing(runs: Path, atax: Chronicle) -> None:
    versions = Versions(runs / ATAX, atax.state)
    assert versions.names()[:3] == ["baseline", "c1", "c2"]
    texts = versions.compare(Asked("baseline", "c1", "ir"))
    assert texts.old[0].startswith("define")
    assert len(texts.found.hunks) > 1
    assert any("x double>" in line for line in texts.new)
    assert versions.compare(Asked("c1", "c1", "ir")).found.hunks == ()
    assert versions.compare(Asked("baseline", "c1", "source")).languages == ("c", "llvm")
    with pytest.raises(Missing) as caught:
        versions.compare(Asked("baseline", "c2", "ir"))
    assert "c2" in caught.value.why


def test_assembly_is_the_hot_function_only(runs: Path, atax: Chronicle) -> None:
    texts = Versions(runs / ATAX, atax.state).compare(Asked("baseline", "c1", "assembly"))
    assert texts.old[0] == "kernel_atax:"
    assert not any(line.strip().startswith(".cfi") for line in texts.old)
    assert assembly_of("f:\n\t.cfi_startproc\n\tret # done\n.Lfunc_end0:\ng:\n", "f") == ["f:", "        ret"]


def test_diff_lines_fill_their_width_in_both_forms(runs: Path, atax: Chronicle) -> None:
    texts = Versions(runs / ATAX, atax.state).compare(Asked("baseline", "c1", "ir"))
    rows = folded(texts.found)
    assert any(isinstance(row, Fold) for row in rows)
    for row in rows:
        assert side_by_side(texts, row, 119, 0, Palette()).cell_len == 119
        assert below(texts, row, 60, 16, Palette()).cell_len == 60


def test_the_library_finds_kernels_programs_and_runs(runs: Path, tmp_path: Path) -> None:
    cards = bundled()
    assert [card.name for card in matching(cards, "blas3 gemm")] == ["gemm"]
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.c").write_text("int main(void) { return 0; }\n")
    assert [card.name for card in programs_at(str(tmp_path / "src"))] == [str(tmp_path / "src" / "a.c")]
    assert programs_at("gemm") == []
    found = list(find_runs(runs))
    assert [card.kernel for card in found] == ["atax", "gemm"]
    assert [round(value, 2) for value in history(found, "atax")] == [2.82]
    (runs / GEMM / "events.jsonl").write_text("not a journal\n")
    assert [card.kernel for card in find_runs(runs)] == ["atax"]


def test_runs_are_compared_filtered_and_sorted(runs: Path) -> None:
    rows = compare(find_runs(runs))
    assert [row.card.kernel for row in arranged(rows, "", "speedup")] == ["atax", "gemm"]
    assert [row.card.kernel for row in arranged(rows, "gemm tolerant", "newest")] == ["gemm"]
    atax = next(row for row in rows if row.card.kernel == "atax")
    assert atax.model is None
    assert atax.search is not None
    assert (atax.wins, atax.candidates) == (9, 15)


def test_choices_survive_and_a_wrong_configuration_is_told(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "tui.json"
    assert remember.load_choices(path) == remember.Choices()
    remember.save_choices(path, remember.Choices(size="LARGE", iterations=7))
    assert remember.load_choices(path).size == "LARGE"
    path.write_text("{")
    assert remember.load_choices(path) == remember.Choices()
    config = tmp_path / "tui.toml"
    assert remember.load_configuration(config) == remember.Configuration()
    config.write_text('[keys]\n"run.skip" = "f9"\n')
    assert remember.load_configuration(config).keys == {"run.skip": "f9"}
    config.write_text("colour = 1\n")
    with pytest.raises(UsageError, match="colour"):
        remember.load_configuration(config)


def test_the_web_command_is_the_terminal_command(tmp_path: Path) -> None:
    words = command(tmp_path / "a run", tmp_path)
    assert words.endswith(f"-m tui '{tmp_path}/a run' --runs {tmp_path}")


def test_what_a_model_writes_is_told_call_by_call(runs: Path) -> None:
    chronicle = Chronicle()
    chronicle.take(written_now(read(runs / ATAX)))
    over, going = chronicle.calls
    assert (over.text, over.ended) == ("One idea.\n", "stop")
    assert going.ended == ""
    assert going.text.endswith("s0 +=")
    said = [line.plain for line in render.transcript(chronicle.calls, Palette())]
    assert "some-model, 10,300 tokens" in said[0]
    assert any(f"being written, {len(going.text)} characters" in line for line in said)


def test_the_budget_is_told_as_gauges(runs: Path) -> None:
    chronicle = Chronicle()
    chronicle.take(written_now(read(runs / ATAX)))
    assert [(gauge.unit, gauge.used, gauge.limit) for gauge in chronicle.gauges()] == [
        ("tokens", 10_300, 20_000),
        ("money", 0.0123, None),
        ("calls", 1, 8),
    ]
    assert "10.3k of 20k" in render.budget_line(chronicle.gauges(), Palette()).plain
    assert "used up" in render.budget_line([Gauge("calls", 8, 8)], Palette()).plain


def test_a_candidate_knows_what_it_started_from(atax: Chronicle) -> None:
    assert atax.parent("c1") is None
    assert atax.parent("c15") == atax.state.iterations[2].incumbent


def test_loops_are_told_in_their_nest_with_their_share() -> None:
    findings = evidence().findings
    rows = render_profile.loop_rows(findings, Palette())
    assert len(rows) == len(findings.loops) > 1
    assert all(len(row) == len(render_profile.LOOP_COLUMNS) for row in rows)
    assert any(row[0].plain.startswith("  ") for row in rows)
    assert sum(float(row[1].plain.split()[-1].rstrip("%")) for row in rows) <= 101
    assert "callgrind" in render_profile.loops_note(findings)


def test_a_counter_that_is_not_there_is_a_dash_and_the_change_is_told(atax: Chronicle) -> None:
    rows = {row[0].plain: row for row in render_profile.counter_rows(atax.state.profiles, Palette())}
    lines = [int(cell.plain.replace(",", "")) for cell in rows["IR lines"][1:-1]]
    assert rows["IR lines"][-1].plain == f"{lines[-1] / lines[0] - 1:+.1%}"
    assert {cell.plain for cell in rows["cycles"][1:-1]} == {"—"}


def test_remarks_begin_with_missed_chances() -> None:
    lines = render_profile.remark_lines(evidence().findings.remarks, Palette())
    kinds = [line.plain.split()[1] for line in lines]
    assert kinds == sorted(kinds, key=["missed", "analysis", "passed"].index)
