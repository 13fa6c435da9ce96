"""The recorded runs by name; what a screen says; waiting for what it comes to, instead of for a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widgets import Static

from pipeline.events import AnyEvent
from tui.app import IrloopApp
from tui.session import LiveRun

ATAX = Path("atax/20261124-152701")
GEMM = Path("gemm/20261124-152639")
NOON = 1_795_521_600.0
PATIENCE = 90.0

MakeApp = Callable[..., IrloopApp]
Found = TypeVar("Found")


async def until(pilot: Pilot[None], what: Callable[[], object], patience: float = PATIENCE) -> None:
    """Let the application work until `what` holds.

    Raises:
        AssertionError: it does not within `patience` seconds.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        await pilot.pause()
        with suppress(NoMatches):  # a screen that is not composed yet
            if what():
                await pilot.pause()
                return
        await asyncio.sleep(0.02)
    raise AssertionError("what was waited for did not come")


async def stands_still(pilot: Pilot[None], pictures: int = 3) -> None:
    """Wait until the screen is drawn the same several times, with a tenth of a second between.

    Raises:
        AssertionError: it still changes after `PATIENCE` seconds.
    """
    end, before, same = time.monotonic() + PATIENCE, "", 0
    while same < pictures:
        assert time.monotonic() < end, "the screen never stands still"
        await pilot.pause(0.1)
        picture = pilot.app.export_screenshot()
        before, same = picture, same + 1 if picture == before else 0


def paused_at(events: Sequence[AnyEvent]) -> LiveRun:
    """A run of this process that has come to the last of these events, and is paused there."""

    def begin() -> Generator[AnyEvent]:
        yield from events[:-1]
        live.pause()
        yield events[-1]

    live = LiveRun(begin)
    return live


def on(app: IrloopApp, kind: type[Found]) -> Found:
    """The screen in front, as what it has to be."""
    assert isinstance(app.screen, kind)
    return app.screen


def said(app: IrloopApp, where: str) -> str:
    """The words of a part of the screen in front."""
    return str(app.screen.query_one(where, Static).render())


def shows(app: IrloopApp, kind: type[object]) -> bool:
    """Whether such a screen is in front."""
    return isinstance(app.screen, kind)
