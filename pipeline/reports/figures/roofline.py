"""`report_roofline.png`: how fast the hot functions compute, against what the machine could do."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.findings import Peaks
from pipeline.records import Record
from pipeline.reports.figures import canvas
from pipeline.reports.grouping import Group, key_of, short_tags
from pipeline.reports.journals import Run
from pipeline.reports.summary import newest

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NOTE = (
    "operations and least memory traffic as the kernel's description counts them: real traffic is larger, so a point "
    "belongs left of where it stands when data leaves the caches. Lines join the same kernel before and after."
)
ROOFS = "Roofs as measured on one core: arithmetic in double precision; memory (thick) and each cache (thin)."
NO_ROOF = "The machine's peaks were not measured: points without roofs."
_GIGA = 1e9
MOST_NAMES = 9  # more kernels than this are numbered


class Spot(Record):
    """One kernel: operations a byte, and 10⁹ operations a second before and after (None without a winner)."""

    case: str
    intensity: float
    before: float
    after: float | None


def peaks_of(runs: Sequence[Run]) -> Peaks | None:
    """What the newest journal that states its machine's peaks says of them."""
    told = [run.state.evidence.findings.peaks for run in runs if run.state.evidence]
    return next((peaks for peaks in reversed(told) if peaks), None)


def spots(runs: Sequence[Run]) -> list[Spot]:
    """The newest run of each case whose operations and bytes are known and not zero, by intensity."""
    found: list[Spot] = []
    for label, run in newest(runs).items():
        program, reference = run.program, run.state.reference
        if not program.flops or not program.bytes or reference is None or reference.seconds <= 0:
            continue
        rate = program.flops * reference.calls / reference.seconds / _GIGA
        found.append(
            Spot(
                case=label,
                intensity=program.flops / program.bytes,
                before=rate,
                after=rate * run.best[1].speedup if run.best else None,
            )
        )
    return sorted(found, key=lambda spot: (spot.intensity, spot.case))


def roofline_figure(groups: Mapping[Group, Sequence[Run]]) -> Figure:
    """One panel for each group that has kernels with known operation counts."""
    shown = [(group, spots(runs), peaks_of(runs)) for group, runs in groups.items()]
    shown = [(group, found, peaks) for group, found, peaks in shown if found]
    if not shown:
        return canvas.message_figure("roofline: no kernel with known operation counts has a reference")
    names = short_tags(groups)
    with canvas.style():
        # The names beside a panel need a line each.
        height = max(4.2, 0.6 + 0.15 * max(len(found) for _, found, _ in shown))
        figure = canvas.new_figure(1.1 + height * len(shown))
        panels = figure.subplots(len(shown), 1, squeeze=False)[:, 0].tolist()
        for axes, (group, found, peaks) in zip(panels, shown, strict=True):
            _panel(axes, found, peaks, _ranges(shown))
            axes.set_title(names[group] or group.machine, fontsize=8.5, fontweight="normal", color=canvas.MUTED)
        canvas.legend(figure, panels)
        panels[-1].set_xlabel("floating-point operations per byte of least traffic (logarithmic)")
        roofless = any(peaks is None for _, _, peaks in shown)
        canvas.note(figure, f"{NOTE}\n{NO_ROOF if roofless else ROOFS}{key_of(names)}")
        figure.draw_without_rendering()  # places are known only then
        for axes, (_, found, _) in zip(panels, shown, strict=True):
            _name_spots(axes, found)
    return figure


def _ranges(shown: Sequence[tuple[Group, list[Spot], Peaks | None]]) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of all panels, so that they can be read against each other."""
    every = [spot for _, found, _ in shown for spot in found]
    intensities = [spot.intensity for spot in every]
    rates = [rate for spot in every for rate in (spot.before, spot.after) if rate]
    roofs = [peaks.double_flops / _GIGA for _, _, peaks in shown if peaks]
    return min(intensities) / 2, max(intensities) * 4, min(rates) / 1.8, max([*rates, *roofs]) * 1.8


def _panel(axes: Axes, found: Sequence[Spot], peaks: Peaks | None, ends: tuple[float, float, float, float]) -> None:
    axes.set_xscale("log", base=2)
    axes.set_yscale("log", base=2)
    for spot in found:
        axes.plot(spot.intensity, spot.before, "o", ms=5.5, mfc="none", mec=canvas.MUTED, label="clang -O3", zorder=3)
        if spot.after:
            axes.plot([spot.intensity] * 2, [spot.before, spot.after], color=canvas.BLUE, linewidth=1.0, zorder=2)
            axes.plot(spot.intensity, spot.after, "o", ms=6, color=canvas.BLUE, label="irloop, confirmed", zorder=4)
    if peaks:
        _roofs(axes, peaks, (ends[0], ends[1]))
    axes.set_xlim(ends[0], ends[1])
    axes.set_ylim(ends[2], ends[3])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_ylabel("10⁹ floating-point operations a second")
    axes.grid(color=canvas.FAINT, linewidth=0.5)
    axes.set_axisbelow(True)


def _roofs(axes: Axes, peaks: Peaks, ends: tuple[float, float]) -> None:
    """The level roof of arithmetic, and a slanted one for the memory of each level, named at its lower end."""
    flops = peaks.double_flops / _GIGA
    farthest = peaks.streams[-1] if peaks.streams else None
    for stream in peaks.streams:
        bandwidth = stream.per_second / _GIGA
        knee = min(ends[1], max(ends[0], flops / bandwidth))
        own = stream is farthest
        colour, width = (canvas.INK, 1.4) if own else (canvas.MUTED, 0.8)
        label = "roof, one core" if own else None
        axes.plot([ends[0], knee], [ends[0] * bandwidth, knee * bandwidth], color=colour, linewidth=width, label=label)
        x = ends[0] * 1.05
        axes.text(
            x,
            x * bandwidth * 1.04,
            f"{stream.level} {bandwidth:.3g} GB/s",
            rotation=math.degrees(math.atan(bandwidth)),  # along its roof, whatever the axes' proportions
            rotation_mode="anchor",
            transform_rotates_text=True,
            va="bottom",
            fontsize=7,
            color=canvas.MUTED,
            clip_on=True,
        )
    knees = [flops * _GIGA / stream.per_second for stream in peaks.streams]
    start = max(ends[0], min(knees, default=ends[0]))
    axes.plot([start, ends[1]], [flops, flops], color=canvas.INK, linewidth=1.4, label="roof, one core")


def _name_spots(axes: Axes, found: Sequence[Spot]) -> None:
    """Each kernel's name right of its last point, or a number with a key beside the panel where there are many."""
    numbered = len(found) > MOST_NAMES
    names = {spot.case: f"{n}" if numbered else canvas.fitting(spot.case) for n, spot in enumerate(found, 1)}
    if numbered:
        key = "\n".join(f"{number:>2}  {case.removesuffix(_common_size(found))}" for case, number in names.items())
        axes.text(1.015, 1.0, key, transform=axes.transAxes, va="top", fontsize=7, family="DejaVu Sans Mono")
    width = _NUMBER if numbered else _NAME
    taken: list[tuple[float, float]] = []
    for spot in sorted(found, key=lambda spot: spot.after or spot.before):
        x, y = axes.transData.transform((spot.intensity, spot.after or spot.before))
        place = y
        while any(abs(place - other) < _LINE and abs(x - across) < width for across, other in taken):
            place += 2.0
        taken.append((x, place))
        lift = (place - y) * 72 / axes.figure.dpi
        line = {"arrowstyle": "-", "color": canvas.MUTED, "linewidth": 0.5} if lift > 4 else None
        axes.annotate(
            names[spot.case],
            (spot.intensity, spot.after or spot.before),
            (8, lift),
            textcoords="offset points",
            va="center",
            fontsize=7 if numbered else 8,
            arrowprops=line,
        )


def _common_size(found: Sequence[Spot]) -> str:
    """What all labels end with when all kernels have one size: it need not stand in every line."""
    sizes = {spot.case.partition(" ")[1] + spot.case.partition(" ")[2] for spot in found}
    return sizes.pop() if len(sizes) == 1 else ""


# Height of a line of text, width of a name and of a number, in pixels of the figure's own resolution (100 an inch).
_LINE, _NAME, _NUMBER = 12.0, 110.0, 26.0
