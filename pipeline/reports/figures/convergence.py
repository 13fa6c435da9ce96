"""`report_convergence.png`: how a run came to its result, iteration by iteration, proposer against proposer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.records import Interval, Outcome, Record
from pipeline.reports.figures import canvas
from pipeline.reports.grouping import Group, key_of, short_tags
from pipeline.reports.journals import Run

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# What stays readable in one picture; the cases with the most candidates and their newest runs are kept.
MOST_PANELS = 12
MOST_RUNS = 8
_COLUMNS = 3
_FAILED_AT = 0.045  # height of the failures' strip in a panel, as a fraction
NOTE = (
    "lines: best verified so far of each proposer; marks: every measured candidate with its 99 % interval, hollow "
    "where nothing was claimed; crosses at the foot: rejected, not measured; unchanged and duplicate code is not "
    "drawn. Star: the winner, measured afresh."
)


class Point(Record):
    """One candidate, between two iterations at `place`, 0 to 1. Without a speedup it was not measured."""

    iteration: int
    place: float
    proposer: str
    outcome: Outcome
    speedup: Interval | None = None


def points(run: Run) -> list[Point]:
    """Every judged candidate of a run, in order."""
    judged = list(run.judged)
    sizes: dict[int, int] = {}
    for candidate, _ in judged:
        sizes[candidate.iteration] = sizes.get(candidate.iteration, 0) + 1
    seen: dict[int, int] = {}
    found = []
    for candidate, verdict in judged:
        number = seen[candidate.iteration] = seen.get(candidate.iteration, 0) + 1
        found.append(
            Point(
                iteration=candidate.iteration,
                place=number / (sizes[candidate.iteration] + 1),
                proposer=candidate.proposer,
                outcome=verdict.outcome,
                speedup=verdict.speedup,
            )
        )
    return found


def best_so_far(run: Run, proposer: str | None = None) -> list[float]:
    """The best verified speedup after each iteration, from 1 at iteration 0; of one proposer, or of all."""
    last = max([*run.state.iterations, *(candidate.iteration for candidate, _ in run.judged)], default=0)
    best = [1.0] * (last + 1)
    for candidate, verdict in run.judged:
        if verdict.is_win and verdict.speedup and proposer in {None, candidate.proposer}:
            for iteration in range(candidate.iteration, last + 1):
                best[iteration] = max(best[iteration], verdict.speedup.speedup)
    return best


def convergence_figure(groups: Mapping[Group, Sequence[Run]]) -> Figure:
    """One panel for each case of each group: only runs that compare share a panel."""
    names = short_tags(groups)
    cases: dict[str, list[Run]] = {}
    for group, runs in groups.items():
        for run in runs:
            if run.state.verdicts:
                cases.setdefault(f"{run.case}\n{names[group]}".strip(), []).append(run)
    if not cases:
        return canvas.message_figure("convergence: no candidate has been judged yet")
    busiest = sorted(cases, key=lambda case: -sum(len(run.state.verdicts) for run in cases[case]))[:MOST_PANELS]
    shown = sorted(busiest)
    columns = min(_COLUMNS, len(shown))
    rows = math.ceil(len(shown) / columns)
    with canvas.style():
        figure = canvas.new_figure(1.2 + 2.5 * rows, width=canvas.WIDTH)
        panels = list(figure.subplots(rows, columns, squeeze=False).flat)
        for axes, case in zip(panels, shown, strict=False):
            _panel(axes, case, cases[case][-MOST_RUNS:])
        for axes in panels[len(shown) :]:
            axes.set_visible(False)
        _legend(figure, panels)
        figure.supylabel("speedup over clang -O3 (logarithmic)", fontsize=9)
        canvas.note(
            figure, NOTE + key_of(names) + _left_out(len(cases) - len(shown), max(len(cases[case]) for case in shown))
        )
    return figure


def _left_out(panels: int, runs: int) -> str:
    told = [f"{panels} with fewer candidates"] if panels else []
    told += [f"all but the newest {MOST_RUNS} runs of each"] if runs > MOST_RUNS else []
    return f"\nLeft out: {'; '.join(told)}." if told else ""


def _panel(axes: Axes, case: str, runs: Sequence[Run]) -> None:
    every = [point for run in runs for point in points(run)]
    last = max([1, *(point.iteration for point in every)])
    measured = [point.speedup for point in every if point.speedup]
    canvas.ratio_axis(axes, [value for each in measured for value in (each.low, each.high)], vertical=True)
    _room_below(axes)
    axes.axhline(1.0, color=canvas.MUTED, linewidth=0.9)
    for run in runs:
        for proposer in dict.fromkeys(candidate.proposer for candidate, _ in run.judged):
            colour, _, line = canvas.look_of(proposer)
            best = best_so_far(run, proposer)
            reach = [*range(len(best)), last + 0.25]
            axes.step(reach, [*best, best[-1]], where="post", color=colour, ls=line, lw=1.6, alpha=0.9, zorder=2)
        if run.best:
            effect = run.best[1]
            where = last + 0.45
            axes.plot([where, where], [effect.low, effect.high], color=canvas.INK, linewidth=1.2)
            axes.plot(where, effect.speedup, "*", ms=10, color=canvas.INK, label="winner, confirmed", zorder=5)
    _marks(axes, every)
    axes.set_xlim(-0.1, last + 0.75)
    axes.set_xticks(_iteration_ticks(last))
    name, _, tag = case.partition("\n")
    axes.set_title(canvas.fitting(name, 26), pad=15 if tag else None)
    axes.text(0, 1.03, tag, transform=axes.transAxes, fontsize=7.5, color=canvas.MUTED)
    axes.set_xlabel("iteration")
    axes.grid(axis="y", color=canvas.FAINT, linewidth=0.5)
    axes.set_axisbelow(True)


def _room_below(axes: Axes) -> None:
    """A strip at the foot of the panel for what was never measured."""
    low, high = axes.get_ylim()
    axes.set_ylim(low / (high / low) ** 0.12, high)


def _iteration_ticks(last: int) -> list[int]:
    return list(range(0, last + 1, max(1, math.ceil(last / 6))))


def _marks(axes: Axes, every: Sequence[Point]) -> None:
    """All candidates of a panel, those of one proposer and kind together."""
    # A candidate stands left of the iteration's end, where the line already counts it.
    kinds: dict[tuple[str, bool], list[tuple[float, Interval]]] = {}
    failed: dict[str, list[float]] = {}
    for point in every:
        x = point.iteration - 0.8 + 0.75 * point.place
        if point.speedup:
            kinds.setdefault((point.proposer, point.outcome is Outcome.FASTER), []).append((x, point.speedup))
        elif point.outcome is Outcome.REJECTED:
            failed.setdefault(point.proposer, []).append(x)
    for (proposer, claimed), found in kinds.items():
        colour, mark, _ = canvas.look_of(proposer)
        at, effects = [x for x, _ in found], [effect for _, effect in found]
        lows, highs = [each.low for each in effects], [each.high for each in effects]
        axes.vlines(at, lows, highs, color=colour, linewidth=0.9, alpha=0.7, zorder=3)
        middles = [each.speedup for each in effects]
        face = colour if claimed else "none"
        axes.plot(at, middles, mark, ls="", ms=4.5, mec=colour, mfc=face, mew=0.9, label=proposer, zorder=4)
    for proposer, at in failed.items():
        colour = canvas.look_of(proposer)[0]
        foot = axes.get_xaxis_transform()
        axes.plot(at, [_FAILED_AT] * len(at), "x", ms=5, color=colour, transform=foot, label="rejected", zorder=3)


def _legend(figure: Figure, panels: Sequence[Axes]) -> None:
    """Proposers in their colours, the winner, the rejected; each once."""
    from matplotlib.lines import Line2D

    used = {label for axes in panels for label in axes.get_legend_handles_labels()[1]}
    handles = []
    for name in sorted(used - {"winner, confirmed", "rejected"}):
        colour, mark, line = canvas.look_of(name)
        handles.append(Line2D([], [], color=colour, ls=line, marker=mark, ms=5, label=name))
    if "rejected" in used:
        handles.append(Line2D([], [], color=canvas.MUTED, marker="x", ls="", ms=5, label="rejected"))
    if "winner, confirmed" in used:
        handles.append(Line2D([], [], color=canvas.INK, marker="*", ls="", ms=10, label="winner, confirmed"))
    figure.legend(handles=handles, loc="outside upper right", ncols=len(handles))
