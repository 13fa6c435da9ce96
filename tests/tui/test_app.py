"""The application by its keys: what screens say, what reaches the run."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from piloting import ATAX, GEMM, MakeApp, on, said, shows, until
from textual.widgets import DataTable, Input, Select, TabbedContent

from tui.messages import EventsArrived, TextsCompared
from tui.remember import Configuration, load_choices
from tui.screens.compare import CompareScreen
from tui.screens.dialogs import Exported
from tui.screens.diff import DiffScreen
from tui.screens.help import Help
from tui.screens.home import Home
from tui.screens.launch import Launch
from tui.screens.profile import ProfileScreen
from tui.screens.run import Run
from tui.versions import Asked
from tui.widgets.candidates import CandidateTable
from tui.widgets.drawing import Drawing
from tui.widgets.lines import Lines


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


def test_keys_and_theme_come_from_the_configuration(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX, configuration=Configuration(theme="irloop-light", keys={"run.diff": "f12"}))
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            assert app.theme == "irloop-light"
            await pilot.press("f12")
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


def test_versions_are_compared_by_their_role(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            app.open_diff(app.session, "c4")  # type: ignore[arg-type] # there is one
            await until(pilot, lambda: isinstance(app.screen, DiffScreen) and "hunks" in said(app, "#diff-bar"))
            await pilot.press("b")
            await until(pilot, lambda: said(app, "#diff-bar").startswith("l c1") and "hunks" in said(app, "#diff-bar"))
            await pilot.press("i")
            await until(pilot, lambda: app.screen.query_one("#diff-remarks").display)
            await pilot.press("b", "u", "o")
            await until(pilot, lambda: said(app, "#diff-bar").startswith("l baseline"))
            assert "gutter" not in said(app, "#diff-bar")

    asyncio.run(go())


def test_a_click_on_a_title_orders_the_comparison(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("m")
            table = app.screen.query_one("#comparison", DataTable)
            await until(pilot, lambda: table.row_count == 2)
            await pilot.click("#comparison", offset=(20, 0))
            await until(pilot, lambda: "by speedup" in said(app, "#bar-status"))
            await pilot.press("slash", *"gemm")
            await until(pilot, lambda: table.row_count == 1)

    asyncio.run(go())


def test_the_form_shows_only_what_the_proposer_asks_for(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: app.screen.query_one("#past", DataTable).row_count)
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, Launch))
            for proposer, model, command in (("llm", True, False), ("command", False, True), ("search", False, False)):
                app.screen.query_one("#proposer", Select).value = proposer
                await pilot.pause()
                await pilot.pause()
                rows = [app.screen.query_one(name).parent for name in ("#model", "#command")]
                assert [row.display for row in rows if row is not None] == [model, command]

    asyncio.run(go())


def test_a_comparison_that_comes_late_is_not_shown(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DiffScreen) and "hunks" in said(app, "#diff-bar"))
            app.screen.post_message(TextsCompared(Asked("baseline", "c4", "source"), None, "asked for before"))
            await pilot.pause()
            assert "hunks" in said(app, "#diff-bar")

    asyncio.run(go())


def test_a_theme_paints_a_screen_once_and_is_kept(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            painted: list[str] = []
            monkeypatch.setattr(on(app, Run), "repaint_all", lambda: painted.append(app.theme))
            app.theme = "irloop-light"
            await until(pilot, lambda: painted)
            assert painted == ["irloop-light"]
        assert load_choices(tmp_path / "tui.json").theme == "irloop-light"

    asyncio.run(go())


def test_the_chart_of_all_kernels_shows_their_newest_runs(make_app: MakeApp) -> None:
    async def go() -> None:
        app = make_app(ATAX)
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.session and app.session.chronicle.is_over)
            await pilot.press("g", "left_square_bracket")

            def drawn() -> str:
                return str(app.screen.query_one("#draw-kernels", Drawing).render())

            await until(pilot, lambda: "atax MINI" in drawn() and "gemm SMALL" in drawn())

    asyncio.run(go())
