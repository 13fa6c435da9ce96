from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from pipeline.errors import StorageError, UsageError
from pipeline.evidence.perf import PerfStat, parse_perf_stat
from pipeline.reports.collect import InstructionLog, KernelReport, collect_instruction_logs, collect_reports
from pipeline.reports.figures.before_after import (
    cache_figure,
    cycles_figure,
    ir_lines_figure,
    plot_cycles,
    write_heatmap,
    write_report_plots,
)
from pipeline.reports.figures.heatmap import MAX_KINDS, Cell, heatmap_figure, iterations_grid, kernels_grid
from pipeline.reports.tables import REPORT_NAME, report_row, update_report

SOFTWARE = parse_perf_stat("  <not supported>      cycles\n  8.00 msec task-clock\n  2,000      page-faults\n")
SOFTWARE_FASTER = parse_perf_stat("  <not supported>      cycles\n  6.00 msec task-clock\n  2,000      page-faults\n")


def pmu(cycles: int) -> PerfStat:
    return parse_perf_stat(f"  {cycles:,}      cycles\n  {cycles // 10:,}      cache-misses\n  8.00 msec task-clock\n")


def report(kernel: str, before: PerfStat, after: PerfStat, lines: tuple[int, int] = (100, 80)) -> KernelReport:
    return KernelReport(kernel=kernel, cells=report_row(kernel, before, after, *lines))


def texts(figure: Figure) -> str:
    """All that stands in a figure, title, labels and notes included."""
    found = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        found += [axes.get_title(loc="left"), axes.get_xlabel(), axes.get_ylabel()]
        found += [text.get_text() for text in axes.texts]
    return "\n".join([*found, figure.get_supxlabel()])


def kernels(figure: Figure) -> list[str]:
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def widths(figure: Figure) -> list[float]:
    """Bar lengths: all originals, then all optimised."""
    return [round(patch.get_width(), 6) for patch in figure.axes[0].patches]  # type: ignore[attr-defined]


REPORTS = [
    report("slow", pmu(1_000_000), pmu(1_250_000)),
    report("fast", pmu(2_000_000), pmu(1_000_000)),
    report("same", pmu(500_000), pmu(500_000)),
]


def test_cycles_bars_are_sorted_and_annotated() -> None:
    figure = cycles_figure(REPORTS)
    assert kernels(figure) == ["fast", "same", "slow"]
    assert widths(figure) == [100.0, 100.0, 100.0, 50.0, 100.0, 125.0]
    assert figure.axes[0].get_xlabel() == "cycles, % of the original (source: pmu)"
    assert "2.00 M → 1.00 M  (\u221250.0 %)" in texts(figure)
    assert "(+25.0 %)" in texts(figure)
    assert "not supported" not in texts(figure)


def test_cycles_missing_everywhere_show_the_task_clock_and_say_so() -> None:
    figure = cycles_figure([report("gemm", SOFTWARE, SOFTWARE_FASTER)])
    assert figure.axes[0].get_title(loc="left") == (
        "cycles: not supported on this machine; task-clock shown, source: software"
    )
    assert figure.axes[0].get_xlabel() == "task-clock [ms], % of the original (source: software)"
    assert widths(figure) == [100.0, 75.0]
    assert "8.00 → 6.00 ms  (\u221225.0 %)" in texts(figure)


def test_kernels_without_cycles_are_named_and_not_mixed_in() -> None:
    figure = cycles_figure([*REPORTS, report("lu", SOFTWARE, SOFTWARE_FASTER), report("atax", pmu(9), SOFTWARE)])
    assert kernels(figure) == ["fast", "same", "slow"]
    assert "no pair of values for: lu, atax" in texts(figure)


def test_cache_picture_and_its_stand_ins() -> None:
    assert "cache misses, % of the original (source: pmu)" in texts(cache_figure(REPORTS))
    shown = texts(cache_figure([report("gemm", SOFTWARE, SOFTWARE)]))
    assert "cache misses: not supported on this machine; page faults shown, source: software" in shown
    figure = cache_figure([report("gemm", parse_perf_stat(" 1.00 msec task-clock\n"), SOFTWARE)])
    assert figure.axes == []
    assert "cache misses: not supported on this machine" in texts(figure)


def test_ir_lines_need_no_counters() -> None:
    figure = ir_lines_figure(
        [report("gemm", SOFTWARE, SOFTWARE, (100, 80)), report("lu", SOFTWARE, SOFTWARE, (10, 30))]
    )
    assert kernels(figure) == ["gemm", "lu"]
    assert widths(figure) == [100.0, 100.0, 80.0, 300.0]
    assert "perf stat" not in texts(figure)


def log(kernel: str, *counts: dict[str, int]) -> InstructionLog:
    steps = [{"iteration": i, "candidate": f"c{i}" if i else None, "counts": c} for i, c in enumerate(counts)]
    return InstructionLog.model_validate({"kernel": kernel, "iterations": steps})


def test_change_of_a_kind_is_a_bounded_log_ratio() -> None:
    ratios = [Cell(before=b, after=a).log2_ratio for b, a in ((4, 8), (8, 2), (3, 3), (1, 100), (0, 1), (9, 0))]
    assert ratios == [1.0, -2.0, 0.0, 3.0, 3.0, -3.0]
    assert math.isnan(Cell(before=0, after=0).log2_ratio)


def test_kernels_by_kinds_compare_first_and_last() -> None:
    grid = kernels_grid([log("a", {"load": 4, "br": 1}, {"load": 99}, {"load": 8, "br": 1}), log("b", {"fmul": 2}, {})])
    assert (grid.rows, grid.kinds) == (("a", "b"), ("load", "fmul", "br"))
    assert grid.cells[0][0] == Cell(before=4, after=8)
    assert grid.cells[1] == (Cell(before=0, after=0), Cell(before=2, after=0), Cell(before=0, after=0))


def test_a_single_kernel_shows_its_iterations() -> None:
    grid = iterations_grid(log("gemm", {"load": 4}, {"load": 8}, {"load": 2, "phi": 1}))
    assert grid.rows == ("0 baseline", "1 c1", "2 c2")
    assert [row[0].after for row in grid.cells] == [4, 8, 2]
    figure = heatmap_figure([log("gemm", {"load": 4}, {"load": 8})])
    assert figure.axes[0].get_title(loc="left") == "gemm: instructions by kind in each iteration"
    assert kernels(figure) == ["0 baseline", "1 c1"]


def test_heatmap_is_centred_labelled_and_annotated() -> None:
    figure = heatmap_figure([log("a", {"load": 4}, {"load": 8}), log("b", {"br": 2}, {"br": 2})])
    image = figure.axes[0].images[0]
    assert image.get_clim() == (-3.0, 3.0)
    assert [t.get_text() for t in figure.axes[0].texts] == ["4→8", "2→2"]
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["load", "br"]
    assert figure.axes[1].get_ylabel().startswith("log2(after / before)")


def test_the_kinds_that_changed_least_are_left_out() -> None:
    before = {f"op{i}": 1 for i in range(30)}
    grid = kernels_grid([log("a", before, {name: i + 1 for i, name in enumerate(before)}), log("b", {}, {})])
    assert grid.kinds == tuple(f"op{i}" for i in range(29, 29 - MAX_KINDS, -1))
    assert grid.left_out == 30 - MAX_KINDS
    assert f"({30 - MAX_KINDS} kinds that changed less left out)" in texts(
        heatmap_figure([log("a", before, {}), log("b", {})])
    )


def save(folder: Path, kernel: str, cycles: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    update_report(folder / REPORT_NAME, report_row(kernel, pmu(1000), pmu(cycles), 10, 20))
    steps = [
        {"iteration": 0, "counts": {"load": 1}},
        {"iteration": 1, "candidate": "c1", "counts": {"load": cycles}},
    ]
    (folder / "ir_instr_log.json").write_text(json.dumps({"kernel": kernel, "iterations": steps, "more": 1}))


def test_the_newest_run_of_each_kernel_wins(tmp_path: Path) -> None:
    save(tmp_path, "gemm", 999)
    save(tmp_path, "by-hand", 998)
    save(tmp_path / "gemm" / "20260102-000000", "gemm", 500)
    save(tmp_path / "gemm" / "20260101-000000", "gemm", 900)
    save(tmp_path / "lu" / "20250101-000000", "lu", 700)
    (tmp_path / "gemm" / "latest").symlink_to(tmp_path / "gemm" / "20260101-000000")
    found = {r.kernel: r.pair("cycles") for r in collect_reports(tmp_path)}
    assert found == {"by-hand": (1000.0, 998.0), "gemm": (1000.0, 500.0), "lu": (1000.0, 700.0)}
    logs = {entry.kernel: entry.iterations[-1].counts["load"] for entry in collect_instruction_logs(tmp_path)}
    assert logs["gemm"] == 500 and logs["lu"] == 700


def test_pictures_are_written(tmp_path: Path) -> None:
    save(tmp_path / "runs" / "gemm" / "1", "gemm", 500)
    save(tmp_path / "runs" / "lu" / "1", "lu", 1500)
    paths = [*write_report_plots(tmp_path / "runs", tmp_path), write_heatmap(tmp_path / "runs", tmp_path)]
    assert [path.name for path in paths] == [
        "report_cycles.png",
        "report_cache.png",
        "report_ir_lines.png",
        "ir_instr_heatmap.png",
    ]
    for path in paths:
        pixels = imread(path)
        assert pixels.shape[1] >= 1400
        assert pixels[..., :3].min() < 0.3 < pixels[..., :3].max()


def test_before_any_run_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    for runs in (tmp_path, tmp_path / "none"):
        with pytest.raises(UsageError, match="`irloop run` makes one"):
            write_report_plots(runs, tmp_path)
        with pytest.raises(UsageError, match="`irloop run` makes one"):
            write_heatmap(runs, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"kernel": "gemm"}', '{"kernel": "g", "iterations": [{"counts": 1}]}']
)
def test_a_broken_log_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "ir_instr_log.json").write_text(content)
    with pytest.raises(UsageError, match=r"ir_instr_log\.json is not an instruction log"):
        write_heatmap(tmp_path, tmp_path)


def test_broken_cells_make_no_bar() -> None:
    cells = {
        "kernel": "k",
        "orig_cycles": "many",
        "opt_cycles": "1",
        "Δcycles(%)": "1",
        "orig_IR_lines": "nan",
    }
    damaged = KernelReport(kernel="k", cells=cells)
    assert damaged.pair("cycles") is None
    assert cycles_figure([damaged]).axes == ir_lines_figure([damaged]).axes == []


def test_unwritable_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file"):
        plot_cycles(REPORTS, tmp_path / "none" / "x.png")
