"""Runs in containers as the interface shows, leaves, stops and finds them; the container itself only plays its part."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from piloting import ATAX, MakeApp, until
from textual.widgets import DataTable

from pipeline.catalog import bundled_program
from pipeline.errors import ContainerError
from pipeline.events import AnyEvent, StepStarted
from pipeline.journal import read
from pipeline.records import Program, Settings
from tui import contained
from tui.contained import Running
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

    def skip(self) -> None:
        self.done.append("skip")

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


def test_the_container_is_asked_for_what_the_form_says(
    make_app: MakeApp, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    container, asked = Played(read(runs / ATAX)[:45]), list[tuple[Program, Settings]]()

    def begin(program: Program, settings: Settings, _parent: Path) -> Played:
        asked.append((program, settings))
        return container

    monkeypatch.setattr(contained, "begin", begin)
    choices = Choices(where="container", proposer="command", command="my-llm --big", iterations=7, ladder=False)
    program = bundled_program("atax", "MINI")

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.start_run(program, choices)
            await until(pilot, lambda: app.session and app.session.chronicle.count == 45)
            container.leave()

    asyncio.run(go())
    [(what, settings)] = asked
    assert what == program
    assert (settings.proposer, settings.command, settings.iterations) == ("command", "my-llm --big", 7)
    assert not settings.ladder


def test_a_candidate_in_a_container_is_skipped_by_key(make_app: MakeApp, runs: Path) -> None:
    past = read(runs / ATAX)
    judging = next(at for at, event in enumerate(past) if isinstance(event, StepStarted) and event.step == "measure")
    container = Played(past[: judging + 1])

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_session(shown(container))
            await until(pilot, lambda: app.session and app.session.chronicle.count == judging + 1)
            await pilot.press("k")
            await until(pilot, lambda: "skip" in container.done)
            container.leave()

    asyncio.run(go())
