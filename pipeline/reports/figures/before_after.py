"""The pictures over all kernels: before and after, as a share of the original."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records import Record
from pipeline.reports.collect import KernelReport, collect_instruction_logs, collect_reports
from pipeline.reports.figures import canvas
from pipeline.reports.figures.heatmap import heatmap_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CYCLES_NAME = "report_cycles.png"
CACHE_NAME = "report_cache.png"
IR_LINES_NAME = "report_ir_lines.png"
HEATMAP_NAME = "ir_instr_heatmap.png"
_ORIGINAL, _LESS, _MORE = canvas.FAINT, canvas.BLUE, canvas.VERMILION
_NOT_HERE = "not supported on this machine"


class Bar(Record):
    """One kernel in a before/after picture; both values in the quantity's unit, `before` above zero."""

    kernel: str
    before: float
    after: float

    @property
    def percent(self) -> float:
        """The optimised value as a share of the original, 100 meaning unchanged."""
        return 100.0 * self.after / self.before


class Quantity(Record):
    """What a picture shows: the report's column and unit, its name for people, its numbers' origin."""

    column: str
    label: str
    unit: str = ""
    source: str | None = None  # None: the row's own counter source

    def bars(self, reports: Sequence[KernelReport]) -> list[Bar]:
        """The kernels for which both values exist, the largest decrease first."""
        pairs = ((report, report.pair(self.column, f"({self.unit})" if self.unit else "")) for report in reports)
        bars = [Bar(kernel=r.kernel, before=pair[0], after=pair[1]) for r, pair in pairs if pair and pair[0] > 0]
        return sorted(bars, key=lambda bar: (bar.percent, bar.kernel))

    def sources(self, reports: Sequence[KernelReport], bars: Sequence[Bar]) -> str:
        """Where the numbers of `bars` come from, for a label."""
        shown = {bar.kernel for bar in bars}
        found = {report.cells.get("counter_source") or "unknown" for report in reports if report.kernel in shown}
        return self.source or ", ".join(sorted(found))


_CYCLES = Quantity(column="cycles", label="cycles")
_TASK_CLOCK = Quantity(column="task-clock", label="task-clock", unit="ms", source="software")
_CACHE_MISSES = Quantity(column="cache-misses", label="cache misses")
_PAGE_FAULTS = Quantity(column="page-faults", label="page faults", source="software")
_IR_LINES = Quantity(column="IR_lines", label="lines of LLVM IR", source="text of the modules")


def write_report_plots(runs: Path, out: Path) -> list[Path]:
    """Draw the three before/after pictures of the newest runs under `runs` into the folder `out`.

    Raises:
        UsageError: no run has left a report yet.
        StorageError: a picture cannot be written.
    """
    reports = collect_reports(runs)
    return [
        plot_cycles(reports, out / CYCLES_NAME),
        plot_cache(reports, out / CACHE_NAME),
        plot_ir_lines(reports, out / IR_LINES_NAME),
    ]


def write_heatmap(runs: Path, out: Path) -> Path:
    """Draw how the kinds of instructions changed in the newest runs under `runs`, into the folder `out`.

    Raises:
        UsageError: no run has left an instruction log yet.
        StorageError: the picture cannot be written.
    """
    return canvas.save_png(heatmap_figure(collect_instruction_logs(runs)), out / HEATMAP_NAME)


def plot_cycles(reports: Sequence[KernelReport], path: Path) -> Path:
    """Write `cycles_figure` as PNG."""
    return canvas.save_png(cycles_figure(reports), path)


def plot_cache(reports: Sequence[KernelReport], path: Path) -> Path:
    """Write `cache_figure` as PNG."""
    return canvas.save_png(cache_figure(reports), path)


def plot_ir_lines(reports: Sequence[KernelReport], path: Path) -> Path:
    """Write `ir_lines_figure` as PNG."""
    return canvas.save_png(ir_lines_figure(reports), path)


def cycles_figure(reports: Sequence[KernelReport]) -> Figure:
    """Cycles before and after; task-clock, plainly labelled, where no kernel has a cycle count."""
    return _first_available(reports, _CYCLES, _TASK_CLOCK)


def cache_figure(reports: Sequence[KernelReport]) -> Figure:
    """Cache misses before and after; page faults, plainly labelled, where no kernel has a count of them."""
    return _first_available(reports, _CACHE_MISSES, _PAGE_FAULTS)


def ir_lines_figure(reports: Sequence[KernelReport]) -> Figure:
    """Non-blank, non-comment lines of IR before and after."""
    bars = _IR_LINES.bars(reports)
    title = "Lines of LLVM IR, original and optimised"
    return (
        _bar_figure(_IR_LINES, reports, bars, title) if bars else canvas.message_figure("lines of LLVM IR: no values")
    )


def _first_available(reports: Sequence[KernelReport], wanted: Quantity, stand_in: Quantity) -> Figure:
    if bars := wanted.bars(reports):
        return _bar_figure(wanted, reports, bars, f"{wanted.label}, original and optimised".capitalize())
    if bars := stand_in.bars(reports):
        title = f"{wanted.label}: {_NOT_HERE}; {stand_in.label} shown, source: {stand_in.source}"
        return _bar_figure(stand_in, reports, bars, title)
    return canvas.message_figure(f"{wanted.label}: {_NOT_HERE},\nand no {stand_in.label} were recorded either")


def _bar_figure(quantity: Quantity, reports: Sequence[KernelReport], bars: Sequence[Bar], title: str) -> Figure:
    """Original (grey, 100 %) behind optimised (coloured), one pair a kernel, absolute values beside it."""
    figure = canvas.new_figure(1.55 + canvas.row_height(len(bars), 0.5, 0.26) * len(bars))
    axes = figure.add_subplot()
    rows = range(len(bars))
    longest = max(100.0, *(bar.percent for bar in bars))
    axes.barh(rows, [100.0] * len(bars), height=0.74, color=_ORIGINAL)
    colours = [_LESS if bar.percent <= 100.0 else _MORE for bar in bars]
    axes.barh(rows, [bar.percent for bar in bars], height=0.42, color=colours)
    axes.axvline(100.0, color=canvas.MUTED, linewidth=0.8, linestyle="--")
    for row, bar in zip(rows, bars, strict=True):
        right = max(100.0, bar.percent) + 0.015 * longest
        axes.text(right, row, _change_text(bar, quantity.unit), va="center_baseline", fontsize=9)
    axes.set_yticks(rows, [canvas.fitting(bar.kernel) for bar in bars])
    axes.set_ylim(len(bars) - 0.4, -0.6)
    axes.set_xlim(0.0, longest * 1.42)  # room for the text to the right of the longest bar
    axes.set_xticks([tick for tick in axes.get_xticks() if tick <= longest])
    unit = f" [{quantity.unit}]" if quantity.unit else ""
    source = quantity.sources(reports, bars)
    axes.set_xlabel(f"{quantity.label}{unit}, % of the original (source: {source})")
    axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
    _decorate(axes, colours)
    _footnote(figure, reports, bars, quantity)
    return figure


def _change_text(bar: Bar, unit: str) -> str:
    write = _rounded if unit else _count
    suffix = f" {unit}" if unit else ""
    change = f"{bar.percent - 100.0:+.1f} %".replace("-", "\u2212")
    return f"{write(bar.before)} → {write(bar.after)}{suffix}  ({change})"


def _count(value: float) -> str:
    """A count at a glance: `812`, `13.4 k`, `1.35 M`, `2.10 G`."""
    for limit, divisor, suffix in (
        (1e4, 1.0, ""),
        (1e6, 1e3, " k"),
        (1e9, 1e6, " M"),
        (float("inf"), 1e9, " G"),
    ):
        if value < limit:
            return f"{value:.0f}" if divisor == 1.0 else _rounded(value / divisor) + suffix
    raise AssertionError("unreachable: every count is below infinity")


def _rounded(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}".removesuffix(".")


def _decorate(axes: Axes, colours: Sequence[str]) -> None:
    from matplotlib.patches import Patch

    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    names = {_ORIGINAL: "original", _LESS: "optimised, not more", _MORE: "optimised, more"}
    used = [_ORIGINAL, *(colour for colour in (_LESS, _MORE) if colour in colours)]
    handles = [Patch(color=colour, label=names[colour]) for colour in used]
    axes.figure.legend(handles=handles, loc="outside lower left", ncols=3, frameon=False, fontsize=8)


def _footnote(figure: Figure, reports: Sequence[KernelReport], bars: Sequence[Bar], quantity: Quantity) -> None:
    shown = {bar.kernel for bar in bars}
    missing = [report.kernel for report in reports if report.kernel not in shown]
    notes = [] if quantity is _IR_LINES else ["one perf stat of each program, not the verified A/B measurement"]
    if missing:
        more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
        notes.append("no pair of values for: " + ", ".join(missing[:6]) + more)
    figure.supxlabel("\n".join(notes), fontsize=7, color=canvas.MUTED, x=0.99, ha="right")
