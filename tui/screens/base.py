"""What the screens of a run have in common.

Textual itself calls the `on_…` methods of every class of a screen, its own first: none of them calls `super`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.palette import Palette, palette_of
from tui.render import status_text, title
from tui.session import Session
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from tui.app import IrloopApp


class Plain(Screen[None]):
    """A screen that repaints when the theme changes."""

    PLACE = ""

    @property
    def irloop(self) -> IrloopApp:
        """The application, as what it is."""
        from tui.app import IrloopApp

        assert isinstance(self.app, IrloopApp)
        return self.app

    @property
    def palette(self) -> Palette:
        """The colours of the present theme."""
        return palette_of(self.app.current_theme)

    def on_mount(self) -> None:
        """Repaint with every theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.repaint_all() if self.is_there else None)

    @property
    def is_there(self) -> bool:
        """True between the first layout and the end: only then is there something to paint on."""
        return self.is_mounted and self.size.width > 0 and bool(self.query("#bar-name"))

    def repaint_all(self) -> None:
        """Paint everything, with new colours."""
        self.repaint()

    def repaint(self) -> None:
        """Paint what there is."""


class RunScreen(Plain):
    """A screen that shows a session; `repaint` is called when the session has something new."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        """Paint what is there already."""
        self.call_after_refresh(self.repaint)

    def on_screen_resume(self) -> None:
        """Paint what came while another screen was in front."""
        self.repaint()

    def on_resize(self) -> None:
        """Paint for the new size."""
        self.call_after_refresh(self.repaint)

    def repaint_bar(self) -> None:
        """The line at the top."""
        chronicle, status = self.session.chronicle, self.session.status
        going = status in ("running", "paused", "stopping")
        end = self.irloop.clock() if going else chronicle.now
        seconds = max(0.0, end - chronicle.begun) if chronicle.begun else 0.0
        self.query_one(Bar).show(self.PLACE, title(chronicle), status_text(status, self.palette, seconds))
