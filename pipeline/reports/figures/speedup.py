"""`report_speedup.png`: what irloop reached for each kernel, what flags alone reach, and the mean over all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.reports.figures import canvas
from pipeline.reports.summary import GeoMean, GroupSummary, RunSummary

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FLAGS = "best of the flags, 99 % interval"
NOTE = (
    "median of paired log-ratios over plain clang -O3, 99 % intervals, fresh measurement of each winner; "
    "newest finished run of each kernel, size and proposer.\n"
    "Mean: geometric, kernels without a winner count as 1; its interval is that of the measurements."
)


def ordered(results: Sequence[RunSummary]) -> list[RunSummary]:
    """The largest speedup first; kernels without a winner last."""
    return sorted(results, key=lambda each: (-(each.best.speedup.speedup if each.best else 0.0), each.case))


def speedup_figure(groups: Sequence[GroupSummary]) -> Figure:
    """One panel a group: kernels sorted by speedup, with intervals, the best rung of the ladder, and the mean."""
    numbers = {id(group): number for number, group in enumerate(groups, 1)} if len(groups) > 1 else {}
    groups = [group for group in groups if group.results]
    if not groups:
        return canvas.message_figure("speedup: no run has a reference yet")
    row = canvas.row_height(max(len(group.results) for group in groups), 0.34, 0.24)
    heights = [row * (len(group.results) + len(group.means)) + 0.5 for group in groups]
    with canvas.style():
        figure = canvas.new_figure(1.15 + sum(heights) + 0.25 * (len(groups) - 1))
        panels = figure.subplots(len(groups), 1, squeeze=False, height_ratios=heights)[:, 0].tolist()
        for axes, group in zip(panels, groups, strict=True):
            _panel(axes, group)
            title = f"group {numbers[id(group)]}: {_title(group)}" if numbers else _title(group)
            axes.set_title(title, fontsize=8.5, fontweight="normal", color=canvas.MUTED)
        _share_limits(panels, groups)
        panels[-1].set_xlabel("speedup over clang -O3 (logarithmic)")
        canvas.legend(figure, panels)
        canvas.note(figure, NOTE)
    return figure


def _panel(axes: Axes, group: GroupSummary) -> None:
    rows = ordered(group.results)
    _kernels(axes, rows)
    for row, mean in enumerate(group.means, len(rows)):
        _mean(axes, row, mean.irloop, alone=len(group.means) == 1)
        if mean.flags:
            axes.plot(mean.flags.value, row, "D", ms=6.5, mfc="none", mec=canvas.VERMILION, zorder=5, label=FLAGS)
    axes.axvline(1.0, color=canvas.MUTED, linewidth=0.9)
    if group.means:
        axes.axhline(len(rows) - 0.5, color=canvas.FAINT, linewidth=0.8)
    names = [
        *(canvas.fitting(_label(group, result)) for result in rows),
        *(group.mean_label(mean) for mean in group.means),
    ]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=canvas.FAINT, linewidth=0.5)
    axes.set_axisbelow(True)


def _title(group: GroupSummary) -> str:
    size = [group.sizes[0]] if len(group.sizes) == 1 and group.sizes[0] else []
    return ", ".join([*size, group.group.title])


def _label(group: GroupSummary, result: RunSummary) -> str:
    """Without the size where the title tells it for all."""
    return group.label(result) if len(group.sizes) > 1 else group.label(result).replace(result.case, result.kernel)


def _kernels(axes: Axes, rows: Sequence[RunSummary]) -> None:
    """Marks of one kind together, numbers in words beside them."""
    rungs = [
        (each.best_rung.speedup, row) for row, each in enumerate(rows) if each.best_rung and each.best_rung.speedup
    ]
    won = [(each.best.speedup, row) for row, each in enumerate(rows) if each.best]
    lost = [row for row, each in enumerate(rows) if each.best is None]
    if rungs:
        effects, at = zip(*rungs, strict=True)
        lows, highs = [each.low for each in effects], [each.high for each in effects]
        axes.hlines(at, lows, highs, color=canvas.VERMILION, linewidth=1.0, zorder=1)
        reached = [each.speedup for each in effects]
        axes.plot(reached, at, "D", ms=6.5, mfc="none", mec=canvas.VERMILION, zorder=5, label=FLAGS)
    if lost:
        label = "nothing proven faster"
        axes.plot([1.0] * len(lost), lost, "o", ms=6, mfc="white", mec=canvas.MUTED, zorder=4, label=label)
    if won:
        effects, at = zip(*won, strict=True)
        lows, highs = [each.low for each in effects], [each.high for each in effects]
        axes.hlines(at, lows, highs, color=canvas.BLUE, linewidth=2.2, zorder=2)
        label = "irloop, confirmed, 99 % interval"
        axes.plot([each.speedup for each in effects], at, "o", ms=6, color=canvas.BLUE, zorder=4, label=label)
    for row, each in enumerate(rows):
        if each.best:
            effect = each.best.speedup
            _value(axes, row, f"{effect.speedup:.2f}x  [{effect.low:.2f}, {effect.high:.2f}]", canvas.INK)
        else:
            text = "nothing proven faster" if each.status == "done" else f"run {each.status}"
            _value(axes, row, text, canvas.MUTED)


def _mean(axes: Axes, row: int, mean: GeoMean, *, alone: bool) -> None:
    if alone:  # bands of several means would hide each other
        axes.axvspan(mean.low, mean.high, color=canvas.BLUE, alpha=0.12, linewidth=0)
        axes.axvline(mean.value, color=canvas.BLUE, linewidth=0.9, linestyle=(0, (4, 3)))
    axes.plot([mean.low, mean.high], [row, row], color=canvas.BLUE, linewidth=2.2, solid_capstyle="butt")
    axes.plot(mean.value, row, "o", ms=7, color=canvas.BLUE, label="irloop, confirmed, 99 % interval")
    _value(axes, row, f"{mean.value:.2f}x  [{mean.low:.2f}, {mean.high:.2f}]", canvas.INK)


def _value(axes: Axes, row: int, text: str, colour: str) -> None:
    """The number in words, right of the panel."""
    axes.text(1.015, row, text, transform=axes.get_yaxis_transform(), va="center", fontsize=8, color=colour)


def _share_limits(panels: Sequence[Axes], groups: Sequence[GroupSummary]) -> None:
    """All panels show the same range, so that they can be read against each other."""
    values = []
    for result in (result for group in groups for result in group.results):
        rung = result.best_rung.speedup if result.best_rung else None
        values += [result.best.speedup.low, result.best.speedup.high] if result.best else []
        values += [rung.low, rung.high] if rung else []
    for axes in panels:
        canvas.ratio_axis(axes, values)
