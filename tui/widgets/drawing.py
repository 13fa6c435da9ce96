"""A widget whose content depends on its size: charts."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

Draw = Callable[[int, int], Text]


class Drawing(Widget):
    """Draws itself for the width and height that it has."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's word
        super().__init__(id=id)
        self._draw: Draw = lambda _width, _height: Text("")

    def show(self, draw: Draw) -> None:
        """Draw something else."""
        self._draw = draw
        self.refresh()

    def render(self) -> RenderResult:
        """The drawing at the present size."""
        size = self.content_size
        if size.width <= 0 or size.height <= 0:
            return Text("")
        return self._draw(size.width, size.height)
