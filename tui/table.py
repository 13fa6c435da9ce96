"""The columns of the table of candidates: what each says, how wide it is, which come first where room is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from pipeline.units import seconds_text
from tui.chronicle import Row
from tui.palette import Palette
from tui.render import compact, counters_text, verdict_cell

# Cells of padding at both sides of a cell.
PADDING = 2


@dataclass(frozen=True)
class Column:
    """One column of the candidate table: its title, its width in cells, its rank among those that ask for room.

    One that `is_paid` is there only where replies cost something, one that `grows` takes what room is left.
    """

    key: str
    title: str
    width: int
    rank: int
    cell: Callable[[Row, Palette], Text]
    is_paid: bool = False
    grows: bool = False
    is_number: bool = False

    @property
    def heading(self) -> Text:
        """The title, at the side at which its numbers stand."""
        return Text(self.title, justify="right" if self.is_number else "left")

    def text(self, row: Row, palette: Palette) -> Text:
        """The cell of a candidate."""
        made = self.cell(row, palette)
        made.justify = "right" if self.is_number else "left"
        return made


def _name(row: Row, palette: Palette) -> Text:
    star = "★" if row.is_best else " "
    return Text(f"{star}{row.candidate.id}", f"bold {palette.accent}" if row.is_best else "")


def _counters(row: Row, palette: Palette) -> Text:
    figure, _, badge = counters_text(row).rpartition(" ")
    return Text(f"{figure} " if figure else "").append(badge, palette.muted)


def _speed(row: Row, palette: Palette) -> Text:
    won = row.verdict is not None and row.verdict.is_win
    return Text(f"{row.speedup.speedup:.2f}x", f"bold {palette.good}" if won else "") if row.speedup else Text("")


def _interval(row: Row, palette: Palette) -> Text:
    return Text(f"{row.speedup.low:.2f}…{row.speedup.high:.2f}" if row.speedup else "", palette.muted)


def _tokens(row: Row, _: Palette) -> Text:
    return Text(compact(row.usage.tokens) if row.usage else "")


def _cost(row: Row, _: Palette) -> Text:
    return Text(f"{row.usage.cost:.3f}" if row.usage and row.usage.cost is not None else "")


def _intent(row: Row, palette: Palette) -> Text:
    words = (row.verdict.intent if row.verdict else "") or row.candidate.label
    return Text(words, palette.muted, no_wrap=True, overflow="ellipsis")


def _plain(read: Callable[[Row], object]) -> Callable[[Row, Palette], Text]:
    def cell(row: Row, _: Palette) -> Text:
        value = read(row)
        return Text("" if value is None else str(value), no_wrap=True, overflow="ellipsis")

    return cell


COLUMNS = (
    Column("it", "it", 2, 7, _plain(lambda row: row.candidate.iteration), is_number=True),
    Column("name", " id", 5, 1, _name),
    Column("form", "form", 6, 6, _plain(lambda row: row.form)),
    Column("verdict", "verdict", 23, 2, verdict_cell),
    Column("speedup", "speedup", 7, 3, _speed, is_number=True),
    Column("interval", "99 % interval", 13, 4, _interval),
    Column(
        "time", "time", 7, 5, _plain(lambda row: seconds_text(row.seconds) if row.seconds else None), is_number=True
    ),
    Column("counters", "counters", 13, 8, _counters),
    Column("lines", "IR", 5, 9, _plain(lambda row: row.verdict.ir_lines if row.verdict else None), is_number=True),
    Column("tokens", "tokens", 6, 10, _tokens, is_paid=True, is_number=True),
    Column("cost", "cost", 6, 11, _cost, is_paid=True, is_number=True),
    Column("proposer", "proposer", 8, 12, _plain(lambda row: row.candidate.proposer)),
    Column("intent", "what it is", 20, 13, _intent, grows=True),
)


def columns(width: int, *, paid: bool = False) -> tuple[Column, ...]:
    """The columns for which a table of this width has room, the most telling ones first of all."""
    left = width
    shown = set()
    for column in sorted(COLUMNS, key=lambda column: column.rank):
        if column.is_paid and not paid:
            continue
        if column.width + PADDING > left:
            break
        left -= column.width + PADDING
        shown.add(column.key)
    found = (column for column in COLUMNS if column.key in shown)
    return tuple(replace(column, width=column.width + left) if column.grows else column for column in found)


def fitting(widths: Sequence[int], room: int) -> int:
    """How many columns of these widths, from the first on, stand in `room` cells; at least one."""
    left, number = room, 0
    for width in widths:
        left -= width + PADDING
        if left < 0:
            break
        number += 1
    return max(1, number)
