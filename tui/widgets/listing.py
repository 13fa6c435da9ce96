"""A table of ready rows, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import DataTable

from tui.table import PADDING, fitting


class Listing(DataTable[Text]):
    """Rows that are chosen as a whole."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's word
        super().__init__(id=id, cursor_type="row")
        self._titles: Sequence[tuple[str, int]] = ()
        self._rows: Sequence[Sequence[Text]] = ()
        self._grows = False

    def fill(self, titles: Sequence[tuple[str, int]], rows: Sequence[Sequence[Text]], *, grows: bool = False) -> None:
        """Show rows anew; the cursor stays where it is. `titles` go from the most telling to the least, with widths.

        With `grows` the last of all columns takes the room that is left.
        """
        self._titles, self._rows, self._grows = titles, rows, grows
        self._show()

    def on_resize(self) -> None:
        """Other columns for another width."""
        self._show()

    def _show(self) -> None:
        titles, room = self._titles, self.outer_size.width - 1
        if not titles or room <= 0:
            return
        chosen = titles[: fitting([width for _, width in titles], room)]
        is_whole = self._grows and len(chosen) == len(titles)
        spare = max(0, room - sum(width + PADDING for _, width in chosen)) if is_whole else 0
        at = self.cursor_row
        self.clear(columns=True)
        for number, (title, width) in enumerate(chosen, 1):
            self.add_column(title, width=width + (spare if number == len(chosen) else 0))
        for cells in self._rows:
            self.add_row(*cells[: len(chosen)])
        self.move_cursor(row=min(at, max(0, len(self._rows) - 1)))
