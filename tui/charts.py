"""Charts as text: the only place that knows plotext. Pure functions of data, size and palette."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.color import Color, ColorParseError
from rich.text import Text

from pipeline.records import Interval, Outcome
from pipeline.units import seconds_text
from tui.chronicle import Convergence
from tui.palette import Palette

LEAST_WIDTH, LEAST_HEIGHT = 20, 6
BLOCKS = " ▁▂▃▄▅▆▇█"
# Least width of a cell of the heatmap.
CELL = 11
_WORDS = {Outcome.DUPLICATE: "same", Outcome.UNCHANGED: "same", Outcome.INCONCLUSIVE: "noise"}
_MARKS = {Outcome.FASTER: "▲", Outcome.SLOWER: "▼", Outcome.INCONCLUSIVE: "≈"}


@dataclass(frozen=True)
class Effect:
    """One line of a forest plot: a name, a speedup with its interval (None: the note says why)."""

    name: str
    speedup: Interval | None
    note: str = ""
    ours: bool = False


def convergence(data: Convergence, width: int, height: int, palette: Palette) -> Text:
    """Best so far as steps, every candidate as its mark, failed ones along the bottom, flags as a line."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return Text("too small for a chart", palette.muted)
    if not data.points:
        return Text("no verdict yet", palette.muted)
    plot = _plot(width, height)
    known = [point.speedup for point in data.points if point.speedup is not None]
    top = max([1.1, *known, *data.best, data.flags or 1.0])
    low = min([0.9, *known])
    bottom = low - (top - low) * 0.12
    numbers = [point.number for point in data.points]
    if data.flags:
        plot.plot([0.5, len(numbers) + 0.5], [data.flags] * 2, color=_colour(palette.soft), marker="┄")
    plot.plot([0.5, len(numbers) + 0.5], [1.0, 1.0], color=_colour(palette.muted), marker="·")
    # Two plain markers and no finer one: those of plotext stand half a line off the candidates' marks.
    for (x, y), (further, higher) in pairwise(_steps(data.best)):
        plot.plot([x, further], [y, higher], color=_colour(palette.good), marker="━" if y == higher else "┃")
    for outcome, mark in _MARKS.items():
        shown = [(p.number, p.speedup) for p in data.points if p.outcome is outcome and p.speedup is not None]
        if shown:
            style = _mark_style(mark, palette)
            plot.scatter([x for x, _ in shown], [y for _, y in shown], marker=mark, color=_colour(style))
    for outcome, mark, style in _failed(palette):
        shown_at = [p.number for p in data.points if p.outcome is outcome and p.speedup is None]
        if shown_at:
            plot.scatter(shown_at, [bottom] * len(shown_at), marker=mark, color=_colour(style))
    plot.xlim(0.5, len(numbers) + 0.5)
    plot.ylim(bottom, top + (top - low) * 0.05)
    plot.xticks(_ticks(len(numbers)))
    ticks = _nice(low, top)
    plot.yticks(ticks, [f"{tick:.2f}x" if ticks[-1] < 3 else f"{tick:.1f}x" for tick in ticks])
    return _text(plot)


def legend(data: Convergence, palette: Palette, *, with_best: bool = True) -> Text:
    """What the marks of the convergence chart mean, as far as it has them."""
    text = Text("━ best", palette.good) if with_best else Text()
    text.append(" ┄ flags" if data.flags else "", palette.soft)
    shown = {point.outcome for point in data.points}
    marks = [(outcome, mark, _mark_style(mark, palette)) for outcome, mark in _MARKS.items()]
    told = dict.fromkeys(
        (f" {m} {_WORDS.get(o, o)}", style) for o, m, style in (*marks, *_failed(palette)) if o in shown
    )
    for words, style in told:
        text.append(words, style)
    return text


def _mark_style(mark: str, palette: Palette) -> str:
    return {"▲": palette.good, "▼": palette.bad}.get(mark, palette.doubt)


def _failed(palette: Palette) -> tuple[tuple[Outcome, str, str], ...]:
    """Candidates without a time stand below the axis of speedups."""
    return (
        (Outcome.REJECTED, "✗", palette.bad),
        (Outcome.DUPLICATE, "=", palette.muted),
        (Outcome.UNCHANGED, "=", palette.muted),
    )


def strip(seconds: Mapping[str, Sequence[float]], width: int, height: int, palette: Palette) -> Text:
    """Every sample of every arm, one row of points an arm, the median as a bar."""
    rows = [(name, [value for value in values if math.isfinite(value)]) for name, values in seconds.items()]
    rows = [(name, values) for name, values in rows if values]
    if not rows or width < LEAST_WIDTH:
        return Text("no samples", palette.muted)
    every = sorted(value for _, values in rows for value in values)
    low, high = every[0], every[min(len(every) - 1, int(len(every) * 0.98))]
    span = (high - low) or low or 1.0
    label = min(18, max(len(name) for name, _ in rows))
    inner = max(8, width - label - 3)
    text = Text()
    colours = (palette.muted, palette.good, palette.link, palette.soft, palette.accent)
    lanes = max(1, min(9, (height - 2) // len(rows) - 2))
    for index, (name, values) in enumerate(rows):
        text.append_text(
            _lane(name, values, (low, span), (label, inner, lanes), colours[index % len(colours)], palette)
        )
    text.append(" " * (label + 2)).append("└" + "─" * (inner - 1) + "\n", palette.muted)
    left, right = seconds_text(low), seconds_text(low + span)
    return text.append(" " * (label + 2) + left + right.rjust(inner - len(left)), palette.muted)


def _lane(
    name: str,
    values: Sequence[float],
    scale: tuple[float, float],
    size: tuple[int, int, int],
    style: str,
    palette: Palette,
) -> Text:
    (low, span), (label, inner, lanes) = scale, size
    grid = [[" "] * inner for _ in range(lanes)]
    median = sorted(values)[len(values) // 2]
    for number, value in enumerate(values):
        place = min(inner - 1, int((value - low) / span * (inner - 1)))
        grid[number % lanes][place] = "•"
    place = min(inner - 1, int((median - low) / span * (inner - 1)))
    text = Text()
    for lane in range(lanes):
        grid[lane][place] = "┃"
        head = name[:label].ljust(label) if lane == lanes // 2 else " " * label
        text.append(head, "bold").append(" │ ", palette.muted).append("".join(grid[lane]), style).append("\n")
    note = f"median {seconds_text(median)}, {len(values)} rounds"
    return text.append(" " * (label + 3)).append(note, palette.muted).append("\n")


def forest(rows: Sequence[Effect], width: int, palette: Palette) -> Text:
    """Speedups with intervals on one logarithmic axis; 1 is marked."""
    measured = [row.speedup for row in rows if row.speedup]
    if not measured:
        return Text("nothing measured yet\n", palette.muted)
    label = min(max(len(row.name) for row in rows), max(12, width // 3))
    inner = max(10, width - label - 26)
    low = math.log(min(0.9, *(effect.low for effect in measured)))
    high = math.log(max(1.2, *(effect.high for effect in measured)))

    def place(value: float) -> int:
        return max(0, min(inner - 1, round((math.log(value) - low) / (high - low) * (inner - 1))))

    text = Text()
    for row in rows:
        style = f"bold {palette.good}" if row.ours else ""
        text.append(row.name[:label].ljust(label) + " ", style)
        if row.speedup is None:
            text.append(row.note[: width - label - 1] or "not measured", palette.muted).append("\n")
            continue
        cells = [" "] * inner
        cells[place(1.0)] = "┊"
        start, end = place(row.speedup.low), place(row.speedup.high)
        cells[start : end + 1] = "─" * (end - start + 1)
        cells[start], cells[end] = "├", "┤"
        cells[place(row.speedup.speedup)] = "◆" if row.ours else "●"
        gain = row.speedup.low > 1
        colour = palette.good if gain else palette.bad if row.speedup.high < 1 else palette.doubt
        text.append("".join(cells), colour)
        text.append(f" {row.speedup.speedup:5.2f}x", style or colour)
        text.append(f" [{row.speedup.low:.2f}, {row.speedup.high:.2f}]\n", palette.muted)
    return text


def mix(counts: Mapping[str, Mapping[str, int]], width: int, height: int, palette: Palette) -> Text:
    """A heatmap of instructions: a row a kind, a column a version, those first that changed most.

    A cell holds the count, as a shade, too, and against the first version the direction of the change.
    """
    names = list(counts)
    first, last = counts[names[0]], counts[names[-1]]
    kinds = sorted(
        {kind for column in counts.values() for kind in column},
        key=lambda kind: (-abs(last.get(kind, 0) - first.get(kind, 0)), kind),
    )
    label = max([len(kind) for kind in kinds] or [4])
    most = max([value for column in counts.values() for value in column.values()], default=1)
    shown = names[: max(1, (width - label) // CELL)]
    shades = max(2, min(12, (width - label) // len(shown) - 10))
    text = Text(" " * label, palette.muted)
    for name in shown:
        text.append(f"  {name:<{shades + 7}}", "bold")
    for kind in kinds[: max(1, height - 1)]:
        text.append(f"\n{kind:<{label}}")
        for name in shown:
            text.append_text(_heat(counts[name].get(kind, 0), first.get(kind, 0), most, shades, palette))
    return text


def _heat(value: int, before: int, most: int, width: int, palette: Palette) -> Text:
    """One cell: shade, count, direction."""
    shade = "░▒▓█"[min(3, int(math.log1p(value) / math.log1p(most) * 4))] if value else "·"
    style = palette.muted if value == before else palette.accent if value > before else palette.link
    mark = " " if value == before else "▲" if value > before else "▼"
    return Text("  ").append(shade * width, style).append(f" {value:>5}").append(mark, style)


def spark(values: Sequence[float]) -> str:
    """A row of blocks, lowest to highest; the last runs of a kernel in a cell of a table."""
    if not values:
        return ""
    low, high = min(1.0, *values), max(1.0, *values)
    if high - low < 1e-9:
        return BLOCKS[1] * len(values)
    return "".join(BLOCKS[1 + round((value - low) / (high - low) * 7)] for value in values)


def _steps(best: Sequence[float]) -> list[tuple[float, float]]:
    """The corners of the best-so-far line: level until the candidate that raises it."""
    corners = [(0.5, 1.0)]
    for number, value in enumerate(best, 1):
        if value != corners[-1][1]:
            corners += [(float(number), corners[-1][1]), (float(number), value)]
    return [*corners, (len(best) + 0.5, corners[-1][1])]


def _ticks(count: int) -> list[int]:
    step = max(1, math.ceil(count / 8))
    return list(range(1, count + 1, step))


def _nice(low: float, high: float) -> list[float]:
    step = next(s for s in (0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 50, 1000, 1e9) if (high - low) / s <= 6)
    first = math.ceil(low / step)
    return [first * step + index * step for index in range(int((high - first * step) / step) + 1)]


def _plot(width: int, height: int):  # type: ignore[no-untyped-def] # plotext carries no types
    from textual_plotext import Plot

    plot = Plot()
    # The size is the widget's: plotext would ask a terminal, which a test or a browser does not have.
    plot._limit_size(False, False)  # type: ignore[attr-defined] # noqa: SLF001 # plotext has no public word for it
    plot.plotsize(width, height)
    for paint in (plot.canvas_color, plot.axes_color, plot.ticks_color):
        paint("default")
    plot.xaxes(True, False)
    plot.yaxes(True, False)
    return plot


def _text(plot) -> Text:  # type: ignore[no-untyped-def] # plotext carries no types
    return Text.from_ansi(plot.build().rstrip("\n"), no_wrap=True)


def _colour(style: str) -> tuple[int, int, int] | str:
    """plotext's word for a style: a triple for `#rrggbb`, a name for one of the sixteen."""
    word = style.rsplit(maxsplit=1)[-1]
    if not word.startswith("#"):
        return {"dim": "gray", "yellow": "orange"}.get(word, word)
    try:
        red, green, blue = Color.parse(word).get_truecolor()
    except ColorParseError:
        return "default"
    return red, green, blue
