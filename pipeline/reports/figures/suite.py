"""`convergence.png` of a suite: how the best so far grows with the iterations, over all of its kernels."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.judging.statistics import geomean
from pipeline.records import Record
from pipeline.reports.figures import canvas
from pipeline.reports.figures.convergence import best_so_far
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.suite.parts import Part
from pipeline.reports.words import amount_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NOTE = (
    "best verified speedup so far after each iteration; a session that has ended keeps its best. Thick: geometric mean "
    "over the kernels; band: the middle half of them; thin: each kernel. As judged: the best of many measurements is "
    "a little lucky. Star: geometric mean of the winners measured afresh, a kernel without one counting as 1."
)
_COLUMNS = 2
_NAMED = 3  # kernels named at the right edge: those that gained most


class Trend(Record):
    """One part's curves over iterations 0, 1, …: `kernels` by name, all of one length, and their geometric mean."""

    kernels: dict[str, tuple[float, ...]]
    mean: tuple[float, ...]

    def quartile(self, number: int) -> list[float]:
        """The lower (1) or upper (3) quartile over the kernels after each iteration, of the logarithm."""
        columns = list(zip(*self.kernels.values(), strict=True))
        if len(self.kernels) < 2:
            return [column[0] for column in columns]
        logs = ([math.log(value) for value in column] for column in columns)
        return [math.exp(statistics.quantiles(values, n=4, method="inclusive")[number - 1]) for values in logs]


def trend(runs: Sequence[Run]) -> Trend:
    """The curves of runs, at least one; a shorter run goes on at its last value."""
    curves = {run.program.name: best_so_far(run) for run in runs}
    length = max(2, *(len(curve) for curve in curves.values()))
    even = {name: tuple(curve + [curve[-1]] * (length - len(curve))) for name, curve in curves.items()}
    return Trend(kernels=even, mean=tuple(geomean(list(column)) for column in zip(*even.values(), strict=True)))


def suite_figure(parts: Sequence[Part], loaded: Loaded) -> Figure:
    """One panel a part, all with one scale."""
    if not parts:
        return canvas.message_figure("convergence: no run has a reference yet")
    runs = {str(run.folder): run for run in loaded.runs}
    trends = [trend([runs[each.folder] for each in part.results]) for part in parts]
    columns = min(_COLUMNS, len(parts))
    rows = math.ceil(len(parts) / columns)
    with canvas.style():
        figure = canvas.new_figure(1.0 + 3.4 * rows)
        panels = list(figure.subplots(rows, columns, squeeze=False, sharey=True).flat)
        for axes, part, told in zip(panels, parts, trends, strict=False):
            _panel(axes, part, told)
        for axes in panels[len(parts) :]:
            axes.set_visible(False)
        every = [value for told in trends for curve in told.kernels.values() for value in curve]
        canvas.ratio_axis(panels[0], [*every, *(part.mean.irloop.value for part in parts)], vertical=True)
        for axes in panels:
            axes.tick_params(axis="y", labelleft=True)
        figure.supylabel("speedup over clang -O3 (logarithmic)", fontsize=9)
        canvas.legend(figure, panels)
        canvas.note(figure, NOTE)
    return figure


def _panel(axes: Axes, part: Part, told: Trend) -> None:
    steps = list(range(len(told.mean)))
    for curve in told.kernels.values():
        axes.plot(steps, curve, color=canvas.MUTED, linewidth=0.6, alpha=0.45, label="each kernel", zorder=2)
    if len(told.kernels) > 3:
        low, high = told.quartile(1), told.quartile(3)
        axes.fill_between(
            steps, low, high, color=canvas.BLUE, alpha=0.15, linewidth=0, label="middle half of the kernels"
        )
    label = "geometric mean"
    axes.plot(steps, told.mean, "-o", color=canvas.BLUE, ms=4, linewidth=2, label=label, zorder=4)
    mean = part.mean.irloop
    end = steps[-1] + 0.35
    axes.plot([end, end], [mean.low, mean.high], color=canvas.INK, linewidth=1.2, zorder=4)
    axes.plot(end, mean.value, "*", ms=10, color=canvas.INK, label="winners measured afresh", zorder=5)
    for name in sorted(told.kernels, key=lambda name: -told.kernels[name][-1])[:_NAMED]:
        _name(axes, steps[-1], told.kernels[name][-1], name)
    axes.axhline(1.0, color=canvas.MUTED, linewidth=0.9)
    axes.annotate(f"{mean.value:.2f}x", (end, mean.high), (0, 7), textcoords="offset points", ha="center", fontsize=8)
    how = ", ".join(filter(None, (part.size, str(part.group.policy), part.asked)))
    axes.set_title(f"{how}: {amount_of(mean.cases, 'kernel')}", fontsize=9)
    axes.set_xlabel("iteration")
    axes.set_xlim(-0.1, end + 0.04 * end + 0.25)
    axes.set_xticks(range(0, steps[-1] + 1, max(1, math.ceil(steps[-1] / 8))))
    axes.grid(axis="y", color=canvas.FAINT, linewidth=0.5)
    axes.set_axisbelow(True)


def _name(axes: Axes, x: float, y: float, name: str) -> None:
    axes.annotate(
        name, (x, y), (-3, 2), textcoords="offset points", ha="right", va="bottom", fontsize=7, color=canvas.MUTED
    )
