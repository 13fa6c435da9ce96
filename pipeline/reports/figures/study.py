"""`study_convergence.png`: proposers against each other over repeats, by iteration and by candidates judged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.reports.curves import ALL_KERNELS, Curve, after_candidates, curves
from pipeline.reports.figures import canvas
from pipeline.reports.grouping import Group, key_of, short_tags
from pipeline.reports.journals import Run

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAME = "study_convergence.png"
NOTE = (
    "best verified speedup so far: geometric mean over repeats (lines), 95 % t intervals of the logarithm (bands), "
    "single repeats (thin). By candidates, proposers stand at equal numbers of tries; a curve ends where its shortest "
    "repeat ended."
)
_COLUMNS = 2


def study_figure(groups: Mapping[Group, Sequence[Run]]) -> Figure:
    """For each group: all kernels first, then each kernel; left by iteration, right by candidates judged."""
    names = short_tags(groups)
    rows: list[tuple[str, list[Curve], list[Curve]]] = []
    for group, runs in groups.items():
        by_iteration, by_candidate = curves(runs), curves(runs, after_candidates)
        cases = sorted({curve.case for curve in by_iteration}, key=lambda case: (case != ALL_KERNELS, case))
        for case in cases:
            title = f"{case} ({names[group]})" if names[group] else case
            left, right = ([each for each in found if each.case == case] for found in (by_iteration, by_candidate))
            rows.append((title, left, right))
    if not rows:
        return canvas.message_figure("study: no run is done yet")
    with canvas.style():
        figure = canvas.new_figure(1.2 + 2.3 * len(rows))
        panels = figure.subplots(len(rows), _COLUMNS, squeeze=False)
        for (title, left, right), pair in zip(rows, panels, strict=True):
            _panel(pair[0], left, title)
            _panel(pair[1], right, "")
        panels[-1][0].set_xlabel("iteration")
        panels[-1][1].set_xlabel("candidates judged")
        canvas.legend(figure, list(panels.flat))
        figure.supylabel("speedup over clang -O3 (logarithmic)", fontsize=9)
        canvas.note(figure, NOTE + key_of(names))
    return figure


def _panel(axes: Axes, found: Sequence[Curve], title: str) -> None:
    for curve in found:
        _curve(axes, curve)
    values = [
        value for curve in found for step in curve.steps for value in (*step.values, step.low, step.high) if value
    ]
    canvas.ratio_axis(axes, values, vertical=True)
    last = max(step.at for curve in found for step in curve.steps)
    axes.set_xticks(range(0, last + 1, max(1, math.ceil(last / 8))))
    axes.axhline(1.0, color=canvas.MUTED, linewidth=0.9)
    axes.grid(axis="y", color=canvas.FAINT, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_title(title)


def _curve(axes: Axes, curve: Curve) -> None:
    colour, mark, line = canvas.look_of(curve.proposer)
    places = [step.at for step in curve.steps]
    for repeat in zip(*(step.values for step in curve.steps), strict=True):
        axes.plot(places, repeat, color=colour, linewidth=0.6, alpha=0.45)
    bands = [(step.at, step.low, step.high) for step in curve.steps if step.low and step.high]
    if bands:
        at, low, high = zip(*bands, strict=True)
        axes.fill_between(at, low, high, color=colour, alpha=0.15, linewidth=0)
    means = [step.mean for step in curve.steps]
    size = 4 if len(places) < 30 else 0
    axes.plot(places, means, marker=mark, ms=size, color=colour, ls=line, lw=1.7, label=curve.proposer)
