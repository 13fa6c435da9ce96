"""`report_samples.png`: the single measurements behind each confirmed winner, not only their summary."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.records import Record
from pipeline.reports.figures import canvas
from pipeline.reports.grouping import Group, key_of, short_tags
from pipeline.reports.journals import Run
from pipeline.reports.summary import newest

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_ROWS = 40
NOTE = (
    "thread CPU time in the hot function, one mark a run of the program; reference and winner paired, interleaved, in "
    "fresh processes. Bars: medians; 1 is the median of the reference. Marks beyond the axis stand at its edge, as "
    "arrows."
)
# A preempted run can take many times as long; beyond this factor of the slower median it would only squeeze the rest.
_FAR = 1.6


class Pair(Record):
    """The confirming samples of one case, in seconds, in round order."""

    case: str
    candidate: str
    reference: tuple[float, ...]
    winner: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The reference's median in seconds."""
        return statistics.median(self.reference)


def pairs(groups: Mapping[Group, Sequence[Run]]) -> list[Pair]:
    """Reference and winner in the fresh rounds of each case's newest run, the largest gain first."""
    names = short_tags(groups)
    found = []
    for group, label, run in _chosen(groups):
        taken = run.confirming(run.best[0]) if run.best else None
        if taken is None or run.best is None:
            continue
        reference, winner = taken.seconds.get("reference"), taken.seconds.get(run.best[0])
        if reference and winner:
            found.append(
                Pair(
                    case=label + (f" ({names[group]})" if names[group] else ""),
                    candidate=run.best[0],
                    reference=reference,
                    winner=winner,
                )
            )
    return sorted(found, key=lambda pair: statistics.median(pair.winner) / pair.middle)


def _chosen(groups: Mapping[Group, Sequence[Run]]) -> Iterator[tuple[Group, str, Run]]:
    for group, runs in groups.items():
        yield from ((group, label, run) for label, run in newest(runs).items())


def samples_figure(groups: Mapping[Group, Sequence[Run]]) -> Figure:
    """Two rows of marks a case: every sample of the reference, and of the winner, as a share of the reference."""
    every = pairs(groups)
    if not every:
        return canvas.message_figure("samples: no winner has been confirmed yet")
    shown = every[:MOST_ROWS]
    with canvas.style():
        figure = canvas.new_figure(1.5 + canvas.row_height(len(shown), 0.52, 0.3) * len(shown))
        axes = figure.subplots()
        values = [statistics.median(side) / pair.middle for pair in shown for side in (pair.reference, pair.winner)]
        lowest = min(min(side) / pair.middle for pair in shown for side in (pair.reference, pair.winner))
        canvas.ratio_axis(axes, [lowest, max(values) * _FAR])
        for row, pair in enumerate(shown):
            _strip(axes, row - 0.2, pair.reference, pair, canvas.MUTED, "o", "clang -O3")
            _strip(axes, row + 0.2, pair.winner, pair, canvas.BLUE, "D", "winner")
        axes.axvline(1.0, color=canvas.MUTED, linewidth=0.8)
        axes.set_yticks(
            range(len(shown)),
            [f"{canvas.fitting(pair.case)}\n{pair.candidate}, n = {len(pair.winner)}" for pair in shown],
        )
        axes.tick_params(axis="y", length=0, labelsize=8 if len(shown) <= 16 else 7)
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.set_xlabel("time, reference's median = 1 (logarithmic); left is faster")
        axes.grid(axis="x", color=canvas.FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        canvas.legend(figure, [axes])
        more = f"\n{len(every) - len(shown)} more cases are left out." if len(every) > len(shown) else ""
        canvas.note(figure, NOTE + key_of(short_tags(groups)) + more)
    return figure


def _strip(axes: Axes, y: float, seconds: Sequence[float], pair: Pair, colour: str, mark: str, label: str) -> None:
    shuffle = random.Random(f"{pair.case} {label}")  # the same picture every time
    ratios = [value / pair.middle for value in seconds]
    edge = axes.get_xlim()[1] / 1.01
    inside = [(ratio, y + shuffle.uniform(-0.12, 0.12)) for ratio in ratios if ratio <= edge]
    axes.plot(*zip(*inside, strict=True), mark, ms=2.8, color=colour, alpha=0.55, mew=0, ls="", label=label)
    outside = [y + shuffle.uniform(-0.12, 0.12) for ratio in ratios if ratio > edge]
    axes.plot([edge] * len(outside), outside, ">", ms=3.2, color=colour, alpha=0.8, mew=0, ls="")
    middle = statistics.median(ratios)
    axes.plot([middle, middle], [y - 0.17, y + 0.17], color=colour, linewidth=2)
