"""The columns of the table of candidates: what each says, how wide it is, on which screens it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rich.text import Text

from pipeline.display import seconds_text
from tui.chronicle import Row
from tui.palette import Palette
from tui.render import compact, verdict_cell

Width = Literal[60, 80, 120, 200]
BADGES = {"pmu": "pmu", "software": "sw", "simulated": "sim", "model": "mod"}


@dataclass(frozen=True)
class Column:
    """One column of the candidate table: its title, its width in cells, from which screen width on it is shown."""

    key: str
    title: str
    width: int
    least: Width
    cell: Callable[[Row, Palette], Text]


def _name(row: Row, palette: Palette) -> Text:
    star = "★" if row.is_best else " "
    return Text(f"{star}{row.candidate.id}", f"bold {palette.accent}" if row.is_best else "")


def _counters(row: Row, palette: Palette) -> Text:
    profile = row.counters
    if profile is None:
        return Text("")
    for name, unit in (("cycles", "cy"), ("task-clock", "ms")):
        value = profile.counters.get(name)
        if value is not None:
            figure = f"{value:.3g}" if unit == "ms" else compact(value)
            return Text(f"{figure} {unit} ").append(BADGES.get(profile.source, profile.source), palette.muted)
    return Text(BADGES.get(profile.source, profile.source), palette.muted)


def _speed(row: Row, palette: Palette) -> Text:
    won = row.verdict is not None and row.verdict.is_win
    return Text(f"{row.speedup.speedup:.2f}x", f"bold {palette.good}" if won else "") if row.speedup else Text("")


def _interval(row: Row, palette: Palette) -> Text:
    return Text(f"{row.speedup.low:.2f}…{row.speedup.high:.2f}" if row.speedup else "", palette.muted)


def _plain(read: Callable[[Row], object]) -> Callable[[Row, Palette], Text]:
    def cell(row: Row, _: Palette) -> Text:
        value = read(row)
        return Text("" if value is None else str(value), no_wrap=True, overflow="ellipsis")

    return cell


COLUMNS = (
    Column("it", "it", 2, 80, _plain(lambda row: row.candidate.iteration)),
    Column("name", " id", 5, 60, _name),
    Column("form", "form", 6, 80, _plain(lambda row: row.form)),
    Column("verdict", "verdict", 23, 60, verdict_cell),
    Column("speedup", "speedup", 7, 60, _speed),
    Column("interval", "99 % interval", 13, 80, _interval),
    Column("time", "time", 7, 80, _plain(lambda row: seconds_text(row.seconds) if row.seconds else None)),
    Column("proposer", "proposer", 8, 200, _plain(lambda row: row.candidate.proposer)),
    Column("counters", "counters", 13, 200, _counters),
    Column("lines", "IR", 5, 200, _plain(lambda row: row.verdict.ir_lines if row.verdict else None)),
    Column("tokens", "tokens", 6, 200, _plain(lambda row: compact(row.usage.tokens) if row.usage.tokens else None)),
    Column("cost", "cost", 6, 200, _plain(lambda row: f"{row.usage.cost:.3f}" if row.usage.cost else None)),
    Column(
        "intent",
        "what it is",
        29,
        200,
        _plain(lambda row: (row.verdict.intent if row.verdict else "") or row.candidate.label),
    ),
)


def columns(width: int, *, paid: bool = False) -> tuple[Column, ...]:
    """The columns that a screen of this width shows; what replies cost only where they cost something."""
    left_out = ("intent",) if paid else ("tokens", "cost")
    return tuple(column for column in COLUMNS if column.least <= max(width, 60) and column.key not in left_out)
