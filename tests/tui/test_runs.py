"""Runs in the application: followed, started, paused, broken, gone on with."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from journals import written_now
from piloting import ATAX, GEMM, MakeApp, paused_at, said, until
from textual.widgets import Input, Select, Static, TabbedContent

from pipeline.catalog import bundled_program
from pipeline.errors import ToolError
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.records import Reason
from tui.remember import Choices, load_choices
from tui.screens.dialogs import Ask, Exported
from tui.screens.diff import DiffScreen
from tui.screens.home import Home
from tui.screens.launch import Launch
from tui.screens.run import Run
from tui.session import LiveRun, Recorded, Session
from tui.widgets.candidates import CandidateTable


@dataclass
class Broken:
    """A source that fails after its events."""

    error: Exception
    events: list[AnyEvent] = field(default_factory=list)

    def batches(self) -> Iterator[list[AnyEvent]]:
        yield self.events
        raise self.error

    def close(self) -> None:
        pass


def test_a_growing_journal_is_followed(make_app: MakeApp, runs: Path) -> None:
    journal = runs / ATAX / "events.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.write_text("".join(lines[:45]), encoding="utf-8")

    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.count == 45)
            assert app.session
            assert app.session.status == "unfinished"
            with journal.open("a", encoding="utf-8") as file:
                file.write(lines[45] + lines[46][:20])
            await until(pilot, lambda: app.session and app.session.chronicle.count == 46)
            with journal.open("a", encoding="utf-8") as file:
                file.write(lines[46][20:] + "".join(lines[47:]))
            await until(pilot, lambda: app.session and app.session.status == "done")
            assert len(app.screen.query_one(CandidateTable).names) == 15

    asyncio.run(go())


@pytest.mark.parametrize(
    ("error", "told"),
    [
        # What looks like markup is a path.
        (ToolError("clang has gone from [/usr/bin]"), "clang has gone from [/usr/bin]"),
        (ZeroDivisionError("by nobody"), "irloop itself failed: ZeroDivisionError: by nobody"),
    ],
)
def test_a_broken_source_is_told_and_breaks_nothing(make_app: MakeApp, runs: Path, error: Exception, told: str) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            app.open_session(Session(Broken(error, read(runs / ATAX)[:30])))
            await until(pilot, lambda: app.session and app.session.ended)
            await until(pilot, lambda: isinstance(app.screen, Run) and told in said(app, "#step"))
            await until(pilot, lambda: app.screen.query("Toast"))
            assert app.session
            assert app.session.status == "failed"
            await pilot.press("q")
            await until(pilot, lambda: not app.is_running)

    asyncio.run(go())


def test_a_real_run_starts_pauses_skips_and_stops(make_app: MakeApp, tmp_path: Path) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("slash", *"atax", "enter", "n")
            await until(pilot, lambda: isinstance(app.screen, Launch))
            app.screen.query_one("#size", Select).value = "MINI"
            app.screen.query_one("#proposer", Select).value = "search"
            app.screen.query_one("#iterations", Input).value = "0"
            await pilot.press("f5")
            await until(pilot, lambda: "iterations" in str(app.screen.query_one(".why", Static).render()))
            app.screen.query_one("#iterations", Input).value = "2"
            await pilot.press("f5")
            await until(pilot, lambda: isinstance(app.screen, Run) and app.session and app.session.chronicle.judged_now)
            session = app.session
            assert session is not None
            await pilot.press("space")
            assert session.status == "paused"
            await asyncio.sleep(1)
            count = session.chronicle.count
            await asyncio.sleep(1)
            assert session.chronicle.count == count
            await pilot.press("h")
            await until(pilot, lambda: isinstance(app.screen, Home))
            await pilot.press("f3", "k")
            await until(
                pilot, lambda: any(v.reason is Reason.SKIPPED for v in session.chronicle.state.verdicts.values())
            )
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, Run))
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("y")
            await until(pilot, lambda: session.ended)
            assert session.folder is not None
            last = read(session.folder)[-1]
            assert last.event == "run_finished"
            assert last.status == "interrupted"
        assert load_choices(tmp_path / "tui.json").size == "MINI"

    asyncio.run(go())


def test_a_whole_run_in_the_application_ends_as_on_the_command_line(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            choices = Choices(proposer="search", iterations=1, ladder=False)
            app.start_run(bundled_program("atax", "MINI"), choices)
            await until(pilot, lambda: app.session and app.session.ended, patience=180)
            session = app.session
            assert session is not None
            assert isinstance(session.source, LiveRun)
            assert session.problem == ""
            assert session.status == "done"
            assert session.folder is not None
            assert (session.folder / "summary.json").is_file()
            assert len(session.chronicle.state.verdicts) == 5
            await pilot.press("e")
            await pilot.pause()
            await pilot.press(*["down"] * 4, "enter")
            await until(pilot, lambda: isinstance(app.screen, Exported))
            assert "launch.json" in said(app, "#paths")
        assert session.folder.name in Path(".vscode/launch.json").read_text(encoding="utf-8")

    asyncio.run(go())


def test_a_run_can_be_given_as_records(make_app: MakeApp, runs: Path) -> None:
    past = read(runs / GEMM)
    shutil.rmtree(runs / GEMM)

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(60, 20)) as pilot:
            app.open_session(Session(Recorded(past)))
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DiffScreen))

    asyncio.run(go())


def test_a_reply_is_shown_while_it_is_written(make_app: MakeApp, runs: Path) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_session(Session(paused_at(written_now(read(runs / ATAX)))))
            await until(pilot, lambda: app.session and app.session.status == "paused")
            await until(pilot, lambda: app.screen.query_one(TabbedContent).active == "part-model")
            assert "10.3k of 20k" in said(app, "#budget")

    asyncio.run(go())


def test_an_interrupted_run_goes_on(make_app: MakeApp, runs: Path) -> None:
    journal = runs / ATAX / "events.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.write_text("".join(lines[:60]), encoding="utf-8")

    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.status == "unfinished")
            await pilot.press("c")
            await until(pilot, lambda: app.session and (app.session.problem or app.session.chronicle.count > 61))
            assert app.session
            app.session.source.close()
            await until(pilot, lambda: app.session and app.session.ended)

    asyncio.run(go())
    assert len(journal.read_text(encoding="utf-8").splitlines()) >= 60
