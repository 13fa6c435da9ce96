"""What the pictures share: colours, type, scales of ratios, and how a figure becomes a file.

Figures are built apart from files, without pyplot and so without global state. matplotlib is imported late: that takes
longer than irloop takes to answer.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import StorageError

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 200
WIDTH = 9.0  # inches: at 200 dpi readable at the width of a README and of a printed page
# Okabe and Ito's colours: told apart also by colour-blind readers; marks differ in shape beside them.
INK, MUTED, FAINT = "#1a1a1a", "#505050", "#d0d0d0"
BLUE, VERMILION, GREEN, ORANGE, PURPLE, SKY = "#0072b2", "#d55e00", "#009e73", "#e69f00", "#cc79a7", "#56b4e9"

# Colour, mark and line of each proposer, told apart in grey too; others share the last ones.
Look = tuple[str, str, str]
PROPOSERS: dict[str, Look] = {
    "llm": (BLUE, "o", "-"),
    "recorded": (PURPLE, "s", "-."),
    "command": (GREEN, "^", ":"),
    "search": (VERMILION, "D", "--"),
}
_OTHER_PROPOSER: Look = (MUTED, "v", "-")
_NOTE_CHARACTERS = 15.2  # an inch of small print
_ROOMY_ROWS = 16


def look_of(proposer: str) -> Look:
    """How a proposer's marks and lines look."""
    return PROPOSERS.get(proposer, _OTHER_PROPOSER)


@contextmanager
def style() -> Iterator[None]:
    """The look of every figure built inside; nothing of it stays afterwards."""
    import matplotlib as mpl

    with mpl.rc_context({
        "font.family": "DejaVu Sans",
        "font.size": 9,
        "text.color": INK,
        "axes.edgecolor": MUTED,
        "axes.labelcolor": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlesize": 10,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "legend.frameon": False,
        "legend.fontsize": 8,
        "axes.unicode_minus": True,
    }):  # fmt: skip
        yield


def new_figure(height: float, width: float = WIDTH) -> Figure:
    """An empty figure of `width` by `height` inches that keeps its labels from overlapping."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def save_png(figure: Figure, path: Path) -> Path:
    """Write a figure as PNG on white, the same bytes for the same figure.

    Raises:
        StorageError: the file cannot be written.
    """
    try:
        figure.savefig(path, dpi=DPI, facecolor="white", metadata={"Software": None})
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror}") from error
    return path


def ratio_axis(axes: Axes, values: Sequence[float], *, vertical: bool = False) -> None:
    """Make an axis one of ratios: logarithmic, marked in factors (`0.5x`, `2x`), around all `values` and 1."""
    from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

    low, high = min(1.0, *values, 1.0), max(1.0, *values, 1.0)
    margin = max(0.06, 0.06 * math.log2(high / low))
    limits = (low * 2**-margin, high * 2**margin)
    if vertical:
        axes.set_yscale("log", base=2)
        axes.set_ylim(*limits)
    else:
        axes.set_xscale("log", base=2)
        axes.set_xlim(*limits)
    axis = axes.yaxis if vertical else axes.xaxis
    axis.set_major_locator(FixedLocator(ratio_ticks(*limits)))
    axis.set_minor_locator(NullLocator())
    axis.set_major_formatter(FuncFormatter(lambda value, _: factor(value)))


def ratio_ticks(low: float, high: float) -> list[float]:
    """Round factors between two ratios: powers of two over a wide range, finer steps over a narrow one."""
    octaves = math.log2(high / low)
    if 1.5 < octaves <= 4.5:
        between = [base * 2.0**power for power in range(-8, 9) for base in (1.0, 1.5)]
        return sorted(each for each in between if low <= each <= high and (each >= 1 or math.log2(each).is_integer()))
    if octaves > 4.5:
        step = math.ceil(octaves / 8)
        exponents = range(math.floor(math.log2(low)), math.ceil(math.log2(high)) + 1)
        return [2.0**each for each in exponents if low <= 2.0**each <= high and each % step == 0]
    step_size = next(size for size in (0.01, 0.02, 0.05, 0.1, 0.25, 0.5) if (high - low) / size <= 7.5)
    first, last = math.ceil(low / step_size - 1e-9), math.floor(high / step_size + 1e-9)
    return [number * step_size for number in range(first, last + 1)]


def factor(value: float) -> str:
    """A ratio as people write it: `1.23x`, `2x`, `0.5x`."""
    return f"{value:.3g}x"


def message_figure(message: str) -> Figure:
    """A picture that says why there is none."""
    with style():
        figure = new_figure(2.2)
        figure.text(0.5, 0.5, message, ha="center", va="center", fontsize=12, fontweight="bold")
    return figure


def legend(figure: Figure, panels: Iterable[Axes]) -> None:
    """One entry for each label of all panels, above them."""
    found: dict[str, Artist] = {}
    for axes in panels:
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    figure.legend(list(found.values()), list(found), loc="outside upper right", ncols=max(1, len(found)))


def note(figure: Figure, text: str) -> None:
    """Small print below the picture, each paragraph broken to the figure's width."""
    width = int(_NOTE_CHARACTERS * figure.get_figwidth())
    lines = [line for paragraph in text.split("\n") for line in textwrap.wrap(paragraph, width)]
    figure.supxlabel("\n".join(lines), fontsize=7.5, color=MUTED, x=0.01, ha="left")


def fitting(name: str, most: int = 36) -> str:
    """A name that fits beside a panel: a longer one loses its middle."""
    half = (most - 1) // 2
    return name if len(name) <= most else f"{name[:half]}…{name[-half:]}"


def row_height(rows: int, roomy: float, tight: float) -> float:
    """Inches for each of so many rows: tight where they would not fit a printed page otherwise."""
    return roomy if rows <= _ROOMY_ROWS else tight
