"""The line at the top of every screen: where one is, and how the run stands."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Bar(Horizontal):
    """Name of the screen, what it shows, and a status at the right."""

    def compose(self) -> ComposeResult:
        """Three parts, the middle one takes the room that is left."""
        yield Static(" irloop ", id="bar-name")
        yield Static("", id="bar-title")
        yield Static("", id="bar-status")

    def show(self, place: str, title: str, status: Text | str = "") -> None:
        """Say something else."""
        self.query_one("#bar-name", Static).update(f" {place} ")
        self.query_one("#bar-title", Static).update(Text(title, no_wrap=True, overflow="ellipsis"))
        self.query_one("#bar-status", Static).update(Text(status) if isinstance(status, str) else status)
