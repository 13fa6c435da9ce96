"""Runs beside each other; models against search."""

from __future__ import annotations

import time
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Footer, Input

from pipeline.records import Interval
from tui.comparison import SORTS, Compared, arranged, compare
from tui.library import RunCard, find_runs
from tui.messages import RunsCompared
from tui.palette import Palette
from tui.render import STATUS_MARKS
from tui.screens.base import Plain
from tui.widgets.bar import Bar
from tui.widgets.listing import Listing

# Title, width, and the order that a click on the title asks for; the most telling first.
COLUMNS = (
    ("kernel", 16, "kernel"),
    ("irloop", 8, "speedup"),
    ("flags", 6, "flags"),
    ("model", 7, "model over search"),
    ("search", 7, "search over model"),
    ("99 % interval", 13, "speedup"),
    ("wins", 5, "wins"),
    ("policy", 8, "policy"),
    ("proposer", 9, "proposer"),
    ("status", 13, "status"),
    ("when", 16, "newest"),
    ("noise", 6, "noise"),
)


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
        self._rows: tuple[Compared, ...] | None = None
        self._shown: list[Compared] = []
        self._sort = "newest"

    def compose(self) -> ComposeResult:
        """Filter and table."""
        yield Bar()
        yield Input(placeholder="/ filter: kernel, size, policy, proposer, status", id="filter")
        yield Listing(id="comparison")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read the journals in a worker."""
        self.query_one("#comparison").focus()
        self.repaint()
        self._read()

    @work(thread=True, exclusive=True, group="compare")
    def _read(self) -> None:
        self.post_message(RunsCompared(tuple(compare(find_runs(self.irloop.runs)))))

    @on(RunsCompared)
    def _take(self, message: RunsCompared) -> None:
        self._rows = message.rows
        self.repaint()

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        self.repaint()

    @on(Input.Submitted, "#filter")
    def _submitted(self) -> None:
        self.query_one("#comparison").focus()

    def repaint(self) -> None:
        """The rows that pass the filter, in order."""
        if not self.is_mounted or not self.query("#bar-name"):
            return
        words = self.query_one("#filter", Input).value
        self._shown = arranged(self._rows or (), words, self._sort)
        told = "reading" if self._rows is None else f"{len(self._shown)} runs, by {self._sort}"
        self.query_one(Bar).show(self.PLACE, "models, search and flags over clang -O3", told)
        rows = [cells_of(row, self.palette) for row in self._shown]
        self.query_one(Listing).fill([(title, width) for title, width, _ in COLUMNS], rows)

    @on(DataTable.HeaderSelected, "#comparison")
    def _title_clicked(self, event: DataTable.HeaderSelected) -> None:
        self._sort = COLUMNS[event.column_index][2]
        self.repaint()

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
        self.set_focus(self.query_one("#filter"))

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
        _result(card, palette),
        Text(f"{row.flags:.2f}x" if row.flags else "·", palette.soft),
        _side(row.model, palette, leads=model > search),
        _side(row.search, palette, leads=search > model),
        Text(f"{speedup.low:.2f}…{speedup.high:.2f}" if speedup else "", palette.muted),
        Text(f"{row.wins}/{row.candidates}"),
        Text(card.policy),
        Text(card.proposer),
        Text(f"{STATUS_MARKS.get(card.status, '●')} {card.status}", "" if card.status == "done" else palette.doubt),
        Text(time.strftime("%Y-%m-%d %H:%M", time.localtime(card.started)), palette.muted),
        Text(f"{row.noise:.1%}" if row.noise is not None else "", palette.muted),
    ]


def _result(card: RunCard, palette: Palette) -> Text:
    if card.speedup is None:
        return Text("≈ none" if card.status == "done" else "·", palette.muted)
    return Text(f"▲ {card.speedup.speedup:.2f}x", f"bold {palette.good}")


def _side(speedup: Interval | None, palette: Palette, *, leads: bool) -> Text:
    if speedup is None:
        return Text("·", palette.muted)
    mark = "▸" if leads else " "
    return Text(f"{mark}{speedup.speedup:.2f}x", f"bold {palette.good}" if leads else "")
