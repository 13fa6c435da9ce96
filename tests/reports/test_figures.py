from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from journals import REAL, Try, write_run
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.image import imread

from pipeline.findings import Bandwidth, Peaks
from pipeline.records import Outcome, Policy
from pipeline.reports.figures import canvas
from pipeline.reports.figures.canvas import ratio_ticks
from pipeline.reports.figures.catalogue import figures, write_journal_plots
from pipeline.reports.figures.convergence import best_so_far, convergence_figure, points
from pipeline.reports.figures.roofline import MOST_NAMES, NO_ROOF, roofline_figure, spots
from pipeline.reports.figures.samples import pairs, samples_figure
from pipeline.reports.figures.speedup import ordered, speedup_figure
from pipeline.reports.grouping import grouped
from pipeline.reports.journals import Loaded, find_runs, load, load_run
from pipeline.reports.page.svg import inline_svg
from pipeline.reports.summary import summarise

REALS = [REAL / name for name in ("gemm-medium", "atax-strict", "nussinov-mini")]


@pytest.fixture
def real() -> Loaded:
    return load(REALS)


def labels(figure: Figure, panel: int = 0) -> list[str]:
    return [label.get_text() for label in figure.axes[panel].get_yticklabels()]


def words(figure: Figure) -> str:
    found = [text.get_text() for axes in figure.axes for text in axes.texts]
    found += [text.get_text() for legend in figure.legends for text in legend.get_texts()]
    return "\n".join([*found, figure.get_supxlabel(), figure.get_supylabel()])


def test_speedups_are_sorted_and_in_panels_of_their_group(real: Loaded) -> None:
    figure = speedup_figure(summarise(real).groups)
    assert labels(figure) == ["gemm MEDIUM", "nussinov MINI"]
    assert labels(figure, 1) == ["atax"]
    assert figure.axes[0].get_xlim() == figure.axes[1].get_xlim()
    assert figure.axes[0].get_xscale() == "log"
    assert "nothing proven faster" in words(figure)
    assert "best of the flags" in words(figure)


def test_speedup_marks_stand_at_the_confirmed_values(real: Loaded) -> None:
    group = summarise(real).groups[0]
    best = ordered(group.results)[0].best
    assert best is not None
    axes = speedup_figure([group]).axes[0]
    (marks,) = [line for line in axes.get_lines() if line.get_label() == "irloop, confirmed, 99 % interval"][:1]
    assert np.asarray(marks.get_xydata()).tolist() == [[best.speedup.speedup, 0.0]]
    _flags, bars = [each for each in axes.collections if isinstance(each, LineCollection)]
    assert [segment.tolist() for segment in bars.get_segments()] == [
        [[best.speedup.low, 0.0], [best.speedup.high, 0.0]]
    ]


def test_convergence_follows_the_best_verified_candidate(tmp_path: Path) -> None:
    tries = [
        Try(Outcome.FASTER, 1.2),
        Try(Outcome.SLOWER, 0.8),
        Try(Outcome.REJECTED, iteration=2, proposer="llm"),
        Try(Outcome.INCONCLUSIVE, 1.9, iteration=2),
        Try(Outcome.FASTER, 1.5, iteration=3, proposer="llm"),
    ]
    run = load_run(write_run(tmp_path, tries))
    assert best_so_far(run) == [1.0, 1.2, 1.2, 1.5]
    assert best_so_far(run, "llm") == [1.0, 1.0, 1.0, 1.5]
    assert [(point.iteration, point.proposer, point.speedup is None) for point in points(run)][2] == (2, "llm", True)
    shown = words(convergence_figure(grouped([run])))
    for name in ("llm", "search", "rejected", "winner, confirmed"):
        assert name in shown


def test_convergence_has_a_panel_for_each_case_and_group(real: Loaded) -> None:
    figure = convergence_figure(grouped(real.runs))
    shown = [axes for axes in figure.axes if axes.get_visible()]
    assert [axes.get_title(loc="left") for axes in shown] == ["atax SMALL", "gemm MEDIUM", "nussinov MINI"]
    assert {text.get_text() for axes in shown for text in axes.texts} == {"policy strict", "policy tolerant"}


def test_samples_are_those_of_the_confirmation(real: Loaded) -> None:
    found = pairs(grouped(real.runs))
    assert [pair.case for pair in found] == ["gemm MEDIUM (policy tolerant)", "atax SMALL (policy strict)"]
    taken = real.runs[-1].confirming("c13") or real.runs[0].confirming("c13")
    assert all(len(pair.reference) == len(pair.winner) == 31 for pair in found)
    assert taken is not None
    assert found[0].winner == taken.seconds["c13"]
    lines = samples_figure(grouped(real.runs)).axes[0].get_lines()
    marks = [line for line in lines if line.get_linestyle() == "None"]
    assert sum(len(np.asarray(line.get_xydata())) for line in marks) == 4 * 31


def test_roofline_counts_operations_and_least_traffic(tmp_path: Path) -> None:
    run = load_run(write_run(tmp_path, [Try(Outcome.FASTER, 2.0)]))
    (spot,) = spots([run])
    assert spot.after is not None
    assert (spot.intensity, round(spot.before, 9), round(spot.after, 9)) == (2.0, 0.002, 0.004)
    assert NO_ROOF in words(roofline_figure(grouped([run])))


def test_roofs_are_drawn_where_the_journal_states_peaks(tmp_path: Path) -> None:
    streams = (Bandwidth(level="L1", bytes=1, per_second=4e10), Bandwidth(level="memory", bytes=9, per_second=1e10))
    peaks = Peaks(double_flops=4e10, float_flops=8e10, streams=streams)
    figure = roofline_figure(grouped([load_run(write_run(tmp_path, peaks=peaks))]))
    assert {"L1 40 GB/s", "memory 10 GB/s"} <= set(words(figure).splitlines())
    assert "roof, one core" in words(figure)
    assert NO_ROOF not in words(figure)
    slanted, level = [line for line in figure.axes[0].get_lines() if line.get_label() == "roof, one core"]
    # From where L1 can feed it to the right edge; the memory's roof meets it at 4 operations a byte.
    assert np.asarray(level.get_xydata()).tolist() == [[1.0, 40.0], [8.0, 40.0]]
    assert np.asarray(slanted.get_xydata()).tolist() == [[1.0, 10.0], [4.0, 40.0]]


def test_pictures_without_anything_to_show_say_so(tmp_path: Path) -> None:
    run = load_run(write_run(tmp_path, [], ladder=None))
    told = {name: draw() for name, draw in figures(Loaded((run,))).items()}
    messages = {name: [text.get_text() for text in figure.texts] for name, figure in told.items()}
    assert messages["report_convergence.png"] == ["convergence: no candidate has been judged yet"]
    assert messages["report_samples.png"] == ["samples: no winner has been confirmed yet"]


def test_all_pictures_are_written_at_200_dpi(tmp_path: Path) -> None:
    write_run(tmp_path / "runs")
    paths = write_journal_plots(tmp_path / "runs", tmp_path)
    assert [path.name for path in paths] == [
        "report_speedup.png",
        "report_convergence.png",
        "report_samples.png",
        "report_roofline.png",
    ]
    assert {imread(path).shape[1] for path in paths} == {int(canvas.WIDTH * 200)}
    assert write_journal_plots(tmp_path / "nothing", tmp_path) == []


@pytest.mark.parametrize(("low", "high"), [(0.98, 1.03), (0.9, 1.6), (0.4, 3.0), (0.3, 8.0), (0.01, 300.0)])
def test_axes_of_ratios_have_a_few_round_ticks(low: float, high: float) -> None:
    ticks = ratio_ticks(low, high)
    assert 3 <= len(ticks) <= 10
    assert any(abs(tick - 1) < 1e-9 for tick in ticks)
    assert ticks == sorted(ticks)
    assert all(low <= tick <= high for tick in ticks)


def test_svg_keeps_its_words_and_takes_the_pages_colours(real: Loaded) -> None:
    svg = inline_svg(speedup_figure(summarise(real).groups), "a", "what it shows")
    assert svg.startswith("<svg")
    assert 'aria-label="what it shows"' in svg
    assert "gemm MEDIUM</text>" in svg
    assert "var(--blue)" in svg
    assert "#0072b2" not in svg.lower()
    assert "http" not in svg
    again = inline_svg(speedup_figure(summarise(real).groups), "a", "what it shows")
    assert svg == again


def test_policies_share_no_panel(tmp_path: Path) -> None:
    write_run(tmp_path, run="20260101-000001")
    write_run(tmp_path, run="20260101-000002", policy=Policy.STRICT)
    groups = grouped(load(find_runs(tmp_path)).runs)
    shown = [axes for axes in convergence_figure(groups).axes if axes.get_visible()]
    assert len(shown) == 2


def test_long_names_are_shortened_and_wide_intervals_have_few_ticks(tmp_path: Path) -> None:
    long = "a_program_that_somebody_named_without_thinking_of_pictures"
    loaded = load([write_run(tmp_path, [Try(Outcome.FASTER, 1.5)], kernel=long)])
    (name,) = labels(speedup_figure(summarise(loaded).groups))
    assert (len(name), name[:9], name[-8:]) == (35, long[:9], long[-8:])
    assert ratio_ticks(0.1, 64.0) == [0.25, 1.0, 4.0, 16.0, 64.0]


def test_many_kernels_are_numbered_on_the_roofline(tmp_path: Path) -> None:
    for number in range(MOST_NAMES + 1):
        write_run(tmp_path, kernel=f"k{number}")
    axes = roofline_figure(grouped(load(find_runs(tmp_path)).runs)).axes[0]
    written = [text.get_text() for text in axes.texts]
    assert written[0].splitlines()[:2] == [" 1  k0", " 2  k1"]
    assert set(written[1:]) == {str(number) for number in range(1, MOST_NAMES + 2)}
