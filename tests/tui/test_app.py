"""The application by its keys: what screens say, what reaches the run."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from piloting import ATAX, GEMM, MakeApp, until
from textual.widgets import DataTable, Input, Select, Static, TabbedContent

from pipeline.catalog import bundled_program
from pipeline.errors import ToolError
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.records import Reason
from tui.app import IrloopApp
from tui.messages import EventsArrived
from tui.remember import Choices, Configuration, load_choices
from tui.screens.compare import CompareScreen
from tui.screens.dialogs import Ask, Exported
from tui.screens.diff import DiffScreen
from tui.screens.help import Help
from tui.screens.home import Home
from tui.screens.launch import Launch
from tui.screens.profile import ProfileScreen
from tui.screens.run import Run
from tui.session import LiveRun, Recorded, Session
from tui.widgets.candidates import CandidateTable
from tui.widgets.lines import Lines

Found = TypeVar("Found")


def on(app: IrloopApp, kind: type[Found]) -> Found:
    assert isinstance(app.screen, kind)
    return app.screen


def said(app: IrloopApp, where: str) -> str:
    return str(app.screen.query_one(where, Static).render())


def shows(app: IrloopApp, kind: type[object]) -> bool:
    return isinstance(app.screen, kind)


@dataclass
class Broken:
    """A source that fails after its events."""

    events: list[AnyEvent] = field(default_factory=list)

    def batches(self) -> Iterator[list[AnyEvent]]:
        yield self.events
        raise ToolError("clang has gone")

    def close(self) -> None:
        pass


def test_a_finished_run_is_shown(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        messages: list[object] = []
        async with app.run_test(size=(120, 40), message_hook=messages.append) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            assert sum(isinstance(message, EventsArrived) for message in messages) >= 1
            table = on(app, Run).query_one(CandidateTable)
            assert table.names == [f"c{number}" for number in range(1, 16)]
            assert "2.82x" in said(app, "#headline")
            assert "flags alone 2.66x" in said(app, "#headline")
            await pilot.press("b")
            await pilot.pause()
            assert table.selected == "c1"
            assert "passes, " in said(app, "#detail")

    asyncio.run(go())


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


def test_home_searches_and_opens_past_runs(make_app: MakeApp, tmp_path: Path) -> None:
    program = tmp_path / "mine.c"
    program.write_text("int main(void) { return 0; }\n")

    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            home = on(app, Home)
            await until(pilot, lambda: home.query_one("#past", DataTable).row_count == 2)
            assert home.query_one("#kernels", DataTable).row_count == 36
            await pilot.press("slash", *"stencil")
            await until(pilot, lambda: 0 < home.query_one("#kernels", DataTable).row_count < 36)
            home.query_one("#search", Input).value = str(program)
            await until(pilot, lambda: home.chosen and home.chosen.is_file)
            home.query_one("#search", Input).value = "gemm"
            await until(pilot, lambda: home.chosen and home.chosen.name == "gemm")
            assert "kernel_gemm" in said(app, "#about")
            await pilot.press("enter", "p", "enter")
            await until(pilot, lambda: isinstance(app.screen, Run))
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            assert "1.11x" in said(app, "#headline")
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Home))

    asyncio.run(go())


def test_a_diff_shows_hunks_folds_and_other_versions(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("b", "enter")
            await until(pilot, lambda: isinstance(app.screen, DiffScreen) and "hunks" in said(app, "#diff-bar"))
            assert said(app, "#diff-bar").startswith("l baseline ↔ r c1 ▲ 2.83x")
            lines = app.screen.query_one("#diff-lines", Lines)
            first = lines.scroll_offset.y
            await pilot.press("n")
            await pilot.pause()
            assert lines.scroll_offset.y > first
            await pilot.press("l")
            await pilot.pause()
            await pilot.press("down", "down", "down", "down", "enter")
            await until(pilot, lambda: isinstance(app.screen, DiffScreen) and "c4" in said(app, "#diff-bar"))
            before = said(app, "#diff-bar")
            await pilot.press("v")
            await until(pilot, lambda: said(app, "#diff-bar") != before)
            await pilot.press("full_stop")
            await until(pilot, lambda: "↔ r c2" in said(app, "#diff-bar"))
            await pilot.press("v", "v")
            await pilot.press("full_stop")
            await until(pilot, lambda: "↔ r c3" in said(app, "#diff-bar"))

    asyncio.run(go())


def test_every_screen_is_one_key_away_and_escape_leads_back(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(GEMM)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            for key, kind in (("f5", ProfileScreen), ("f7", CompareScreen), ("f1", Help)):
                await pilot.press(key)
                await until(pilot, partial(shows, app, kind))
                await pilot.press("escape")
                await until(pilot, lambda: isinstance(app.screen, Run))
            await pilot.press("g", "right_square_bracket")
            await until(
                pilot,
                lambda: app.screen.query(TabbedContent) and app.screen.query_one(TabbedContent).active == "samples",
            )
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, ProfileScreen))
            await pilot.press("escape", "escape")
            await until(pilot, lambda: isinstance(app.screen, Home))

    asyncio.run(go())


def test_exports_say_where_they_went_and_the_path_is_copied(make_app: MakeApp, runs: Path, tmp_path: Path) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            for steps, name in ((0, "candidates.csv"), (2, "report.html"), (3, "summary.json")):
                await pilot.press("e")
                await pilot.pause()
                await pilot.press(*["down"] * steps, "enter")
                await until(pilot, lambda: isinstance(app.screen, Exported))
                assert name in said(app, "#paths")
                assert (runs / ATAX / "exports" / name).is_file()
                await pilot.press("c")
                await pilot.pause()
                assert name in app.clipboard
                assert name in (tmp_path / "copied.txt").read_text()
                await pilot.press("escape")
            await pilot.press("e", "up", "enter")
            await until(pilot, lambda: isinstance(app.screen, Exported))
            assert list((runs / ATAX / "exports").glob("*.svg"))

    asyncio.run(go())


def test_a_broken_source_is_told_and_breaks_nothing(make_app: MakeApp, runs: Path) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_session(Session(Broken(read(runs / ATAX)[:30])))
            await until(pilot, lambda: app.session and app.session.problem)
            await until(pilot, lambda: isinstance(app.screen, Run) and "clang has gone" in said(app, "#step"))

    asyncio.run(go())


def test_keys_and_theme_come_from_the_configuration(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX, configuration=Configuration(theme="irloop-light", keys={"run.diff": "f12"}))
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            assert app.theme == "irloop-light"
            await pilot.press("f12")
            await until(pilot, lambda: isinstance(app.screen, DiffScreen))

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


def test_the_palette_exports(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("colon", *"json: summary")
            await pilot.pause(1)
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Exported))
            assert "summary.json" in said(app, "#paths")

    asyncio.run(go())
