"""The table of candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widgets import DataTable

from tui.chronicle import Row
from tui.palette import Palette
from tui.table import columns


class CandidateTable(DataTable[object]):
    """One row a candidate, in the columns for which there is room; only what is new is put in."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's word
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self._columns: list[tuple[str, int]] = []
        self._shown: dict[str, Row] = {}
        self.names: list[str] = []

    def show(self, names: Sequence[str], row: Callable[[str], Row], palette: Palette, *, paid: bool) -> None:
        """Show these candidates; only rows that differ from what is shown are touched. `paid`: replies cost."""
        # One cell is kept for the scroll bar, so that its coming changes nothing.
        chosen = columns(self.outer_size.width - 1, paid=paid)
        if [(column.key, column.width) for column in chosen] != self._columns:
            self._columns = [(column.key, column.width) for column in chosen]
            at = self.cursor_row
            self.clear(columns=True)
            self._shown.clear()
            self.names = []
            for column in chosen:
                self.add_column(column.heading, key=column.key, width=column.width)
            self.call_after_refresh(self.move_cursor, row=at)
        following = self.cursor_row >= len(self.names) - 1
        for name in names:
            new, old = row(name), self._shown.get(name)
            if new == old:
                continue
            cells = [column.text(new, palette) for column in chosen]
            if old is None:
                self.add_row(*cells, key=name)
                self.names.append(name)
            else:
                for column, cell in zip(chosen, cells, strict=True):
                    self.update_cell(name, column.key, cell)
            self._shown[name] = new
        if following and self.names:
            self.move_cursor(row=len(self.names) - 1)

    def forget(self) -> None:
        """Paint everything anew next time (another theme)."""
        self.clear(columns=True)
        self._columns = []
        self._shown.clear()
        self.names = []

    @property
    def selected(self) -> str | None:
        """The candidate under the cursor."""
        return self.names[self.cursor_row] if 0 <= self.cursor_row < len(self.names) else None
