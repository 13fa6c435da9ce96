"""The pictures that journals alone can draw, by file name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.reports.figures import canvas
from pipeline.reports.figures.convergence import convergence_figure
from pipeline.reports.figures.roofline import roofline_figure
from pipeline.reports.figures.samples import samples_figure
from pipeline.reports.figures.speedup import speedup_figure
from pipeline.reports.grouping import Group, grouped
from pipeline.reports.journals import Loaded, Run, find_runs, load
from pipeline.reports.summary import Summary, summarise

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SPEEDUP_NAME = "report_speedup.png"
CONVERGENCE_NAME = "report_convergence.png"
SAMPLES_NAME = "report_samples.png"
ROOFLINE_NAME = "report_roofline.png"


def figures(loaded: Loaded, summary: Summary | None = None) -> dict[str, Callable[[], Figure]]:
    """What draws each picture, by file name; nothing is drawn before it is asked for."""
    groups: Mapping[Group, Sequence[Run]] = grouped(loaded.runs)
    told = summary or summarise(loaded)
    return {
        SPEEDUP_NAME: lambda: speedup_figure(told.groups),
        CONVERGENCE_NAME: lambda: convergence_figure(groups),
        SAMPLES_NAME: lambda: samples_figure(groups),
        ROOFLINE_NAME: lambda: roofline_figure(groups),
    }


def write_journal_plots(runs: Path, out: Path) -> list[Path]:
    """Draw speedups, convergence, samples and roofline of all runs below `runs` into `out`; none without a journal.

    Raises:
        StorageError: a picture cannot be written.
    """
    loaded = load(find_runs(runs))
    if not loaded.runs:
        return []
    return [canvas.save_png(draw(), out / name) for name, draw in figures(loaded).items()]
