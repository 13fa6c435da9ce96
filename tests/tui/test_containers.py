"""Runs in containers as the interface shows, leaves, stops and finds them; the container itself only plays its part."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from piloting import ATAX, MakeApp, until
from textual.widgets import DataTable

from pipeline.errors import ContainerError
from pipeline.events import AnyEvent
from pipeline.journal import read
from tui import contained
from tui.contained import Running, words_of
from tui.remember import Choices
from tui.screens.dialogs import Ask, Pick
from tui.screens.run import Run
from tui.session import ContainedRun, Session


class Played:
    """A watched container: says its events, then waits until it is left or stopped."""

    def __init__(self, events: Sequence[AnyEvent]) -> None:
        self.said, self.done = events, list[str]()
        self._over = threading.Event()

    def events(self, *, start: bool) -> Iterator[AnyEvent]:
        self.done.append("start" if start else "attach")
        yield from self.said
        self._over.wait()
        if "stop" in self.done:
            raise KeyboardInterrupt

    def leave(self) -> None:
        self.done.append("leave")
        self._over.set()

    def stop(self) -> None:
        self.done.append("stop")
        self._over.set()


def shown(container: Played, *, is_new: bool = True) -> Session:
    return Session(ContainedRun(lambda: container, is_new=is_new))  # type: ignore[arg-type,return-value] # plays its part


@pytest.mark.parametrize(("letter", "end"), [("l", "leave"), ("y", "stop")])
def test_quitting_leaves_a_container_running_or_stops_it(make_app: MakeApp, runs: Path, letter: str, end: str) -> None:
    container = Played(read(runs / ATAX)[:45])

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_session(shown(container))
            await until(pilot, lambda: app.session and app.session.chronicle.count == 45)
            assert app.session
            assert app.session.status == "running"
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, Run))
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(letter)
            await until(pilot, lambda: not app.is_running or app._exit)

    asyncio.run(go())
    assert container.done[:2] == ["start", end]


def test_a_container_is_stopped_by_key(make_app: MakeApp, runs: Path) -> None:
    container = Played(read(runs / ATAX)[:45])

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_session(shown(container))
            await until(pilot, lambda: app.session and app.session.chronicle.count == 45)
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("y")
            await until(pilot, lambda: app.session and app.session.ended)
            assert app.session
            assert app.session.problem == ""

    asyncio.run(go())
    assert "stop" in container.done


def test_running_containers_are_found_and_attached_to(
    make_app: MakeApp, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    container = Played(read(runs / ATAX))
    monkeypatch.setattr(contained, "running", lambda: [Running("abc123", "atax", "/data/runs", "running")])
    monkeypatch.setattr(contained, "attach", lambda name: container if name == "abc123" else None)

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.screen.query_one("#past", DataTable).row_count)
            await pilot.press("a")
            await until(pilot, lambda: isinstance(app.screen, Pick))
            await pilot.press("enter")
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)

    asyncio.run(go())
    assert container.done[0] == "attach"


def test_without_an_engine_the_interface_says_so(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> list[Running]:
        raise ContainerError("no container engine answers")

    monkeypatch.setattr(contained, "running", nothing)

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("a")
            await until(pilot, lambda: any("no container engine" in note.message for note in app._notifications))

    asyncio.run(go())


def test_the_container_is_asked_for_what_the_form_says(tmp_path: Path) -> None:
    choices = Choices(size="MINI", proposer="command", command="my-llm --big", iterations=7, ladder=False, hot="f")
    words = words_of("/src/prog.c", choices, tmp_path / "runs")
    assert words[:4] == ["run", "--json", "--out", str(tmp_path / "runs")]
    assert words[-2:] == ["--", "/src/prog.c"]
    for pair in (["--command", "my-llm --big"], ["--iterations", "7"], ["--hot", "f"]):
        assert pair == words[words.index(pair[0]) :][:2]
    assert "--no-ladder" in words
