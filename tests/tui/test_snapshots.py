"""Every screen at three sizes, over recorded runs, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from journals import evidence, written_now
from piloting import ATAX, MakeApp, paused_at, stands_still, until
from textual.pilot import Pilot
from textual.widgets import Static

from pipeline.journal import read
from tui.app import IrloopApp
from tui.screens.diff import DiffScreen
from tui.session import Session

SIZES = [(120, 40), (80, 24), (60, 20)]
# Not a recorded run but one that a model writes for at this moment.
STREAMING = Path("streaming")
# The run to open, and the keys that lead to the screen.
SCREENS: dict[str, tuple[Path | None, tuple[str, ...]]] = {
    "home": (None, ("down", "down", "down")),
    "home-runs": (None, ("p",)),
    "launch": (None, ("n",)),
    "run": (ATAX, ("b",)),
    "run-log": (ATAX, ("right_square_bracket", "right_square_bracket")),
    "run-flags": (ATAX, ("right_square_bracket", "right_square_bracket", "right_square_bracket")),
    "diff": (ATAX, ("b", "d")),
    "diff-source": (ATAX, ("b", "d", "v")),
    "diff-unified": (ATAX, ("b", "d", "u")),
    "diff-remarks": (ATAX, ("b", "d", "i")),
    "run-zoomed": (ATAX, ("b", "z")),
    "run-model": (STREAMING, ("b",)),
    "profile": (ATAX, ("p",)),
    "profile-loops": (ATAX, ("p", "right_square_bracket")),
    "charts": (ATAX, ("g",)),
    "charts-samples": (ATAX, ("b", "g", "right_square_bracket")),
    "charts-flags": (ATAX, ("g", *("right_square_bracket",) * 3)),
    "charts-mix": (ATAX, ("g", "right_square_bracket", "right_square_bracket")),
    "compare": (ATAX, ("m",)),
    "help": (ATAX, ("question_mark",)),
    "export": (ATAX, ("e",)),
    "quit": (STREAMING, ("b", "q")),
}

Compare = Callable[..., bool]


def _steps(keys: tuple[str, ...], wait_for_run: bool) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def go(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, IrloopApp)
        if wait_for_run:
            await until(pilot, lambda: app.session and (app.session.chronicle.is_over or app.session.live))
            assert app.session
            app.session.chronicle.take([evidence()])
        else:
            await until(pilot, lambda: app.screen.query_one("#past").row_count)  # type: ignore[attr-defined] # a table
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        # Without any worker in the list it would wait for all, and the one that follows a journal never ends.
        if reading := [worker for worker in app.workers if worker.group in ("diff", "compare", "runs")]:
            await app.workers.wait_for_complete(reading)
        if isinstance(app.screen, DiffScreen):
            await until(pilot, lambda: "hunks" in str(app.screen.query_one("#diff-bar", Static).render()))
        await stands_still(pilot)

    return go


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(screen: str, size: tuple[int, int], make_app: MakeApp, snap_compare: Compare) -> None:
    run, keys = SCREENS[screen]
    app = make_app(run if run != STREAMING else None)

    async def go(pilot: Pilot[None]) -> None:
        if run == STREAMING:
            told = written_now(read(Path("runs") / ATAX))
            app.open_session(Session(paused_at(told)))
            await until(pilot, lambda: app.session and app.session.chronicle.count == len(told))
            # Where the cursor is depends on how many pieces the events came in, until a key moves it.
            await stands_still(pilot)
        await _steps(keys, run is not None)(pilot)

    assert snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("theme", ["irloop-light", "ansi-dark"])
@pytest.mark.parametrize("screen", ["run", "diff"])
def test_theme(screen: str, theme: str, make_app: MakeApp, snap_compare: Compare) -> None:
    run, keys = SCREENS[screen]
    app = make_app(run)

    async def go(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await _steps(keys, wait_for_run=True)(pilot)

    assert snap_compare(app, terminal_size=(120, 40), run_before=go)
