"""What the command palette offers beside Textual's own commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from tui.exports import EXPORTS

if TYPE_CHECKING:
    from tui.app import IrloopApp


def commands_of(app: IrloopApp) -> Iterator[SystemCommand]:
    """Screens and exports."""
    yield SystemCommand("Home", "kernels and past runs", app.action_home)
    yield SystemCommand("Attach", "runs that go on in containers", app.find_containers)
    yield SystemCommand("Compare runs", "models, search and flags beside each other", app.action_compare)
    session = app.session
    if session is None:
        return
    yield SystemCommand("Run", "candidates and verdicts", app.action_run)
    yield SystemCommand("Diff", "what the chosen candidate changed", app.action_diff)
    yield SystemCommand("Profile", "counters, words, prompt", app.action_profile)
    yield SystemCommand("Charts", "convergence, samples, instructions", app.action_charts)
    if session.folder:
        for export in EXPORTS:
            yield SystemCommand(f"Export {export.title}", "written beside the run", _exporter(app, export.key))
    yield SystemCommand("Export SVG: a screenshot", "written beside the run", app.export_screen)
    if session.can_go_on:
        yield SystemCommand("Continue the run", "that ended before it was done", lambda: app.go_on(session))
    if session.live or session.contained:
        yield SystemCommand("Stop the run", "after the step in flight", lambda: app.ask_to_stop(session))


def _exporter(app: IrloopApp, key: str) -> Callable[[], None]:
    def export() -> None:
        session = app.session
        if session:
            app.export(next(export for export in EXPORTS if export.key == key), session, app.chosen())

    return export
