"""Runs beside each other; models against search."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable, Footer, Input

from pipeline.records import Interval
from tui.comparison import SORTS, Compared, arranged, compare
from tui.library import find_runs
from tui.palette import Palette
from tui.render import STATUS_MARKS
from tui.screens.base import Plain
from tui.widgets.bar import Bar

# Title, width, from which screen width on.
COLUMNS = (
    ("kernel", 16, 60),
    ("irloop", 7, 60),
    ("99 % interval", 13, 80),
    ("flags", 6, 60),
    ("model", 6, 60),
    ("search", 6, 60),
    ("wins", 6, 80),
    ("policy", 8, 110),
    ("proposer", 9, 110),
    ("noise", 6, 180),
    ("status", 13, 110),
    ("when", 16, 180),
)


@dataclass
class Read(Message):
    """All journals are read."""

    rows: list[Compared]


class CompareScreen(Plain):
    """One row a run."""

    PLACE = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "sort", "Order", id="compare.sort", tooltip="Order by another column"),
        Binding("slash", "filter", "Filter", id="compare.filter"),
        Binding("escape", "back", "Back", id="compare.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Compared] | None = None
        self._shown: list[Compared] = []
        self._sort = "newest"

    def compose(self) -> ComposeResult:
        """Filter and table."""
        yield Bar()
        yield Input(placeholder="filter: kernel, size, policy, proposer, status", id="filter")
        yield DataTable(id="comparison", cursor_type="row")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read the journals in a worker."""
        super().on_mount()
        self.query_one("#comparison").focus()
        self.repaint()
        self._read()

    @work(thread=True, exclusive=True, group="compare")
    def _read(self) -> None:
        self.post_message(Read(compare(find_runs(self.irloop.runs))))

    @on(Read)
    def _take(self, message: Read) -> None:
        self._rows = message.rows
        self.repaint()

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        self.repaint()

    @on(Input.Submitted, "#filter")
    def _submitted(self) -> None:
        self.query_one("#comparison").focus()

    def on_resize(self) -> None:
        """Other columns."""
        self.call_after_refresh(self.repaint)

    def repaint(self) -> None:
        """The rows that pass the filter, in order."""
        if not self.is_mounted or not self.query("#bar-name"):
            return
        words = self.query_one("#filter", Input).value
        self._shown = arranged(self._rows or [], words, self._sort)
        told = "reading" if self._rows is None else f"{len(self._shown)} runs, by {self._sort}"
        self.query_one(Bar).show(self.PLACE, "models, search and flags over clang -O3", told)
        table = self.query_one("#comparison", DataTable)
        at, width = table.cursor_row, max(60, self.size.width)
        table.clear(columns=True)
        chosen = [number for number, column in enumerate(COLUMNS) if column[2] <= width]
        for number in chosen:
            table.add_column(COLUMNS[number][0], width=COLUMNS[number][1])
        for row in self._shown:
            cells = cells_of(row, self.palette)
            table.add_row(*(cells[number] for number in chosen))
        table.move_cursor(row=min(at, max(0, len(self._shown) - 1)))

    @on(DataTable.RowSelected, "#comparison")
    def _open(self, event: DataTable.RowSelected) -> None:
        self.irloop.open_folder(self._shown[event.cursor_row].card.folder)

    def action_sort(self) -> None:
        """The next order."""
        names = list(SORTS)
        self._sort = names[(names.index(self._sort) + 1) % len(names)]
        self.repaint()

    def action_filter(self) -> None:
        """Into the filter."""
        self.query_one("#filter").focus()

    async def action_back(self) -> None:
        """Out of the filter, then out of the screen."""
        if self.query_one("#filter").has_focus:
            self.query_one("#comparison").focus()
        else:
            await self.irloop.action_back()


def cells_of(row: Compared, palette: Palette) -> list[Text]:
    """A run's cells, in the order of `COLUMNS`; the leader of model and search is marked."""
    card, speedup = row.card, row.card.speedup
    model = row.model.speedup if row.model else 0.0
    search = row.search.speedup if row.search else 0.0
    return [
        Text(f"{card.kernel} {card.size}".strip(), "bold", no_wrap=True, overflow="ellipsis"),
        Text(f"▲{speedup.speedup:.2f}x" if speedup else "≈", f"bold {palette.good}" if speedup else palette.muted),
        Text(f"{speedup.low:.2f}…{speedup.high:.2f}" if speedup else "", palette.muted),
        Text(f"{row.flags:.2f}x" if row.flags else "·", palette.soft),
        _side(row.model, palette, leads=model > search),
        _side(row.search, palette, leads=search > model),
        Text(f"{row.wins}/{row.candidates}"),
        Text(card.policy),
        Text(card.proposer),
        Text(f"{row.noise:.1%}" if row.noise is not None else "", palette.muted),
        Text(f"{STATUS_MARKS.get(card.status, '●')} {card.status}", "" if card.status == "done" else palette.doubt),
        Text(time.strftime("%Y-%m-%d %H:%M", time.localtime(card.started)), palette.muted),
    ]


def _side(speedup: Interval | None, palette: Palette, *, leads: bool) -> Text:
    if speedup is None:
        return Text("·", palette.muted)
    return Text(f"{speedup.speedup:.2f}x", f"bold underline {palette.good}" if leads else "")
