"""What the application does to export: ask what, write in a worker, show where it went."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from rich.text import Text
from textual import work
from textual.app import App
from textual.notifications import SeverityLevel

from pipeline.errors import IrloopError
from tui.exports import EXPORTS, EXPORTS_NAME, Export
from tui.screens.dialogs import Exported, Pick
from tui.session import Session

SCREENSHOT = "screenshot"


def unforeseen(error: Exception) -> str:
    """What is said of an error that nobody foresaw."""
    return f"irloop itself failed: {type(error).__name__}: {error}"


class Exporting(App[None]):
    """An application that can write what it shows."""

    runs: Path
    clock: Callable[[], float]
    _remembered: Path

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something; plain words, because messages name paths and options, whose brackets are no markup."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @property
    def session(self) -> Session | None:
        """The run in front."""
        raise NotImplementedError

    def chosen(self) -> str | None:
        """The candidate that the screens of the run in front speak of."""
        raise NotImplementedError

    @work
    async def action_export(self) -> None:
        """Choose what to export."""
        session = self.session
        options = [(export.key, Text(export.title)) for export in EXPORTS] if session and session.folder else []
        options.append((SCREENSHOT, Text("SVG: a screenshot of this screen")))
        chosen = await self.push_screen_wait(Pick("export", options))
        if chosen == SCREENSHOT:
            self.call_after_refresh(self.export_screen)
        elif chosen and session:
            self.export(next(export for export in EXPORTS if export.key == chosen), session, self.chosen())

    @work(thread=True, group="export", exit_on_error=False)
    def export(self, export: Export, session: Session, candidate: str | None) -> None:
        """Write files and show where they are."""
        assert session.folder is not None
        try:
            paths = export.write(session.folder, session.chronicle.state, candidate)
        except IrloopError as error:
            self.call_from_thread(self.notify, str(error), severity="error")
        except Exception as error:  # noqa: BLE001 # a worker's exception would be seen by nobody
            self.call_from_thread(self.notify, unforeseen(error), severity="error")
        else:
            self.call_from_thread(self._exported, paths)

    def export_screen(self) -> None:
        """A screenshot as SVG, beside the run or among the runs."""
        folder = self.session.folder if self.session and self.session.folder else self.runs
        name = f"irloop-{time.strftime('%Y%m%d-%H%M%S', time.localtime(self.clock()))}.svg"
        try:
            self._exported([Path(self.save_screenshot(name, str(folder / EXPORTS_NAME)))])
        except OSError as error:
            self.notify(f"cannot write below {folder}: {error.strerror}", severity="error")

    def _exported(self, paths: list[Path]) -> None:
        self.push_screen(Exported([path.resolve() for path in paths], self._remembered.with_name("copied.txt")))
