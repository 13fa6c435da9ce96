"""The heat map of instruction kinds: what an optimisation replaced by what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.records import Record
from pipeline.reports.collect import InstructionLog
from pipeline.reports.figures import canvas

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# A factor of 8 and more gets the full colour; so do kinds that appear or vanish, whose factor is infinite.
LIMIT_LOG2 = 3.0
# What stays legible at the width of a README; the kinds that changed most are kept.
MAX_KINDS = 18
_MAX_WRITTEN_CELLS = 320
# Text on a coloured cell keeps its colour in every theme of a page; canvas.INK would follow the theme.
_ON_STRONG, _ON_PALE = "#fdfdfd", "#010101"


class Cell(Record):
    """Instructions of one kind, before and after."""

    before: int
    after: int

    @property
    def log2_ratio(self) -> float:
        """log2(after / before), limited to ±`LIMIT_LOG2`; NaN where the kind never occurs."""
        if self.before == 0 or self.after == 0:
            return math.nan if self.before == self.after else math.copysign(LIMIT_LOG2, self.after - self.before)
        return max(-LIMIT_LOG2, min(LIMIT_LOG2, math.log2(self.after / self.before)))


class Grid(Record):
    """A heat map before it is drawn: `cells[row][column]`."""

    title: str
    row_label: str
    rows: tuple[str, ...]
    kinds: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    left_out: int = 0
    pairs: bool = True


def heatmap_figure(logs: Sequence[InstructionLog]) -> Figure:
    """Kernels by instruction kinds, first to last iteration; for a single kernel iterations by kinds."""
    return draw_grid(iterations_grid(logs[0]) if len(logs) == 1 else kernels_grid(logs))


def kernels_grid(logs: Sequence[InstructionLog]) -> Grid:
    """One row a kernel: its baseline against its last iteration."""
    rows = tuple(log.kernel for log in logs)
    pairs = [(log.iterations[0].counts, log.iterations[-1].counts) for log in logs]
    title = "Instructions by kind, original → final IR"
    return _grid(title, "kernel", rows, pairs, written_as_pairs=True)


def iterations_grid(log: InstructionLog) -> Grid:
    """One row an iteration, each against the baseline, which is the first row."""
    first = log.iterations[0].counts
    rows = tuple(f"{step.iteration} {step.candidate or 'baseline'}" for step in log.iterations)
    pairs = [(first, step.counts) for step in log.iterations]
    title = f"{log.kernel}: instructions by kind in each iteration"
    return _grid(title, "iteration and candidate", rows, pairs, written_as_pairs=False)


def draw_grid(grid: Grid) -> Figure:
    """The picture of a grid: colour is the change, the text in a cell the counts."""
    import numpy as np
    from matplotlib import colormaps

    pairs = grid.pairs
    width = max(7.0, 2.6 + (0.6 if pairs else 0.5) * len(grid.kinds))
    figure = canvas.new_figure(2.5 + canvas.row_height(len(grid.rows), 0.42, 0.24) * len(grid.rows), width)
    axes = figure.add_subplot()
    values = np.array([[cell.log2_ratio for cell in row] for row in grid.cells], dtype=float)
    colours = colormaps["RdBu_r"].with_extremes(bad="#D4D4D4")
    image = axes.imshow(values, cmap=colours, vmin=-LIMIT_LOG2, vmax=LIMIT_LOG2, aspect="auto")
    axes.set_xticks(range(len(grid.kinds)), grid.kinds, rotation=45, ha="right", rotation_mode="anchor", fontsize=9)
    axes.set_yticks(range(len(grid.rows)), [canvas.fitting(row) for row in grid.rows], fontsize=9)
    omitted = f" ({grid.left_out} kinds that changed less left out)" if grid.left_out else ""
    axes.set_xlabel(f"instruction kind{omitted}")
    axes.set_ylabel(grid.row_label)
    axes.set_title(grid.title, loc="left", fontsize=11, fontweight="bold")
    bar = figure.colorbar(image, ax=axes, extend="both", pad=0.015, fraction=0.05)
    bar.set_label("log2(after / before)\ngrey: kind absent", fontsize=9)
    _write_cells(axes, grid)
    return figure


def _write_cells(axes: Axes, grid: Grid) -> None:
    axes.set_xticks([x - 0.5 for x in range(1, len(grid.kinds))], minor=True)
    axes.set_yticks([y - 0.5 for y in range(1, len(grid.rows))], minor=True)
    axes.grid(which="minor", color="white", linewidth=1.0)
    axes.tick_params(which="both", length=0)
    if len(grid.rows) * len(grid.kinds) > _MAX_WRITTEN_CELLS:
        return
    for y, row in enumerate(grid.cells):
        for x, cell in enumerate(row):
            if cell.before == cell.after == 0:
                continue
            text = f"{cell.before}→{cell.after}" if grid.pairs else str(cell.after)
            strong = abs(cell.log2_ratio) > 0.6 * LIMIT_LOG2
            axes.text(x, y, text, ha="center", va="center", fontsize=8, color=_ON_STRONG if strong else _ON_PALE)


def _grid(
    title: str,
    row_label: str,
    rows: tuple[str, ...],
    pairs: Sequence[tuple[dict[str, int], dict[str, int]]],
    written_as_pairs: bool,
) -> Grid:
    changes: Counter[str] = Counter()
    for before, after in pairs:
        changes.update({kind: abs(after.get(kind, 0) - before.get(kind, 0)) for kind in before | after})
    kinds = sorted(changes, key=lambda kind: (-changes[kind], kind))[:MAX_KINDS]
    cells = tuple(
        tuple(Cell(before=before.get(kind, 0), after=after.get(kind, 0)) for kind in kinds) for before, after in pairs
    )
    return Grid(
        title=title,
        row_label=row_label,
        rows=rows,
        kinds=tuple(kinds),
        cells=cells,
        left_out=len(changes) - len(kinds),
        pairs=written_as_pairs,
    )
