"""A pane of many lines of which only the visible ones are ever made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

LineMaker = Callable[[int], Text]


class Lines(ScrollView, can_focus=True):
    """`count` lines, made by `line` when they come into view; `tail` keeps the end in view while lines are added."""

    DEFAULT_CSS = "Lines { height: 1fr; scrollbar-size: 1 1; }"

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, lines: Lines, line: int) -> None:
            super().__init__()
            self.lines = lines
            self.line = line

        @property
        def control(self) -> Lines:
            """The pane."""
            return self.lines

    def __init__(self, *, id: str | None = None, tail: bool = False) -> None:  # noqa: A002 # Textual's word
        super().__init__(id=id)
        self._line: LineMaker = lambda _: Text("")
        self._count = 0
        self._tail = tail

    def show(self, count: int, line: LineMaker, width: int) -> None:
        """Show other content: so many lines of at most `width` cells."""
        at_end = self.scroll_offset.y >= self.max_scroll_y - 1
        self._line, self._count = line, count
        self.virtual_size = Size(width, count)
        self.refresh()
        if self._tail and at_end:
            self.call_after_refresh(partial(self.scroll_end, animate=False))

    def show_texts(self, texts: list[Text]) -> None:
        """Show a list of ready lines."""
        self.show(len(texts), texts.__getitem__, max((text.cell_len for text in texts), default=1))

    def render_line(self, y: int) -> Strip:
        """One line on the screen."""
        offset_x, offset_y = self.scroll_offset
        width = self.size.width
        number = y + offset_y
        if number >= self._count:
            return Strip.blank(width, self.rich_style)
        strip = Strip(self._line(number).render(self.app.console, end="")).crop_extend(
            offset_x, offset_x + width, self.rich_style
        )
        return strip.apply_style(self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell which line it was."""
        line = event.y + self.scroll_offset.y
        if 0 <= line < self._count:
            self.post_message(self.Clicked(self, line))
