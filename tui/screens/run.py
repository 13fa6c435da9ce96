"""The run: candidates and verdicts as they come."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Footer, Static, TabbedContent, TabPane

from tui import charts, render
from tui.highlight import Language, highlight
from tui.screens.base import RunScreen
from tui.widgets.bar import Bar
from tui.widgets.candidates import CandidateTable
from tui.widgets.drawing import Drawing
from tui.widgets.lines import Lines

TICK_SECONDS = 0.5
WIDE = 110


class Run(RunScreen):
    """Table, chart, and what is known of the chosen candidate."""

    PLACE = "run"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "Pause", id="run.pause", tooltip="Pause after this step, or go on"),
        Binding("k", "skip", "Skip", id="run.skip", tooltip="No verdict for the candidate that is judged now"),
        Binding("s", "stop", "Stop", id="run.stop", tooltip="Stop after this step; irloop resume goes on"),
        Binding("c", "go_on", "Continue", id="run.continue", tooltip="Go on with a run that ended before it was done"),
        Binding("d,f4", "diff", "Diff", id="run.diff", tooltip="What the chosen candidate changed"),
        Binding("tab", "app.focus_next", "Next part", show=False),
        Binding("left_square_bracket", "turn(-1)", "Tab back", show=False, id="run.tab_back"),
        Binding("right_square_bracket", "turn(1)", "Tab", show=False, id="run.tab_next"),
        Binding("b", "best", "Best", id="run.best", tooltip="Move to the best candidate"),
        Binding("z", "zoom", "Zoom", id="run.zoom", tooltip="The table alone, or all parts"),
    ]

    def compose(self) -> ComposeResult:
        """Headline, table beside chart, tabs, step."""
        yield Bar()
        yield Static("", id="headline")
        with Horizontal(id="upper"):
            yield CandidateTable(id="candidates")
            with Vertical(id="chart-box"):
                yield Drawing(id="chart")
        with TabbedContent(id="parts"):
            with TabPane("Candidate", id="part-detail"), VerticalScroll():
                yield Static("", id="detail")
            with TabPane("Reply", id="part-reply"):
                yield Lines(id="reply")
            with TabPane("Model", id="part-model"):
                yield Lines(id="model", tail=True)
            with TabPane("Log", id="part-log"):
                yield Lines(id="log", tail=True)
            with TabPane("Flags", id="part-flags"), VerticalScroll():
                yield Static("", id="flags")
            with TabPane("Chart", id="part-chart"):
                yield Drawing(id="chart-narrow")
        yield Static("", id="budget")
        yield Static("", id="step")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Words on the boxes, a tick for the clock while the run goes on."""
        self.query_one("#chart-box").border_title = "best so far"
        self.query_one("#candidates").focus()
        self._tick, self._has_streamed = 0, False
        if self.irloop.animated:
            self.set_interval(TICK_SECONDS, self._on_tick)

    def _on_tick(self) -> None:
        if self.session.status in ("opening", "running", "paused", "stopping") and self.is_current:
            self._tick += 1
            self.repaint_bar()
            self._repaint_step()

    def repaint_all(self) -> None:
        """Everything, with new colours."""
        self.query_one(CandidateTable).forget()
        self.repaint()

    def repaint(self) -> None:
        """What the session says now."""
        if not self.is_there:
            return
        chronicle, palette, width = self.session.chronicle, self.palette, self.size.width
        self.repaint_bar()
        self.query_one("#headline", Static).update(render.headline(chronicle, palette))
        self.query_one(CandidateTable).show(
            list(chronicle.state.candidates), chronicle.row, palette, paid=chronicle.state.spent.calls > 0
        )
        data = chronicle.convergence()
        for name in ("#chart", "#chart-narrow"):
            self.query_one(name, Drawing).show(lambda w, h: charts.convergence(data, w, h, palette))
        self.query_one("#chart-box").border_subtitle = Content.from_rich_text(
            charts.legend(data, palette, with_best=False)
        )
        self._repaint_tabs()
        log = chronicle.log
        longest = max((cell_len(line.text) for line in log), default=0)
        self.query_one("#log", Lines).show(
            len(log), lambda n: render.log_line(log[n], palette), longest + render.LOG_TIME
        )
        self.query_one("#flags", Static).update(render.ladder_text(chronicle, palette, max(40, width - 6)))
        gauges = chronicle.gauges()
        self.query_one("#budget").display = bool(gauges)
        self.query_one("#budget", Static).update(render.budget_line(gauges, palette))
        self._repaint_step()
        self._repaint_chosen()
        self.refresh_bindings()

    def _repaint_tabs(self) -> None:
        """Tabs that have something to show; a reply that begins to stream comes to the front, once."""
        calls, parts = self.session.chronicle.calls, self.query_one(TabbedContent)
        for name, wanted in (("part-chart", self.size.width < WIDE), ("part-model", bool(calls))):
            (parts.show_tab if wanted else parts.hide_tab)(name)
        if not calls:
            return
        self.query_one("#model", Lines).show_texts(render.transcript(calls, self.palette))
        if not (self._has_streamed or self.session.chronicle.is_over or calls[-1].ended):
            self._has_streamed, parts.active = True, "part-model"

    def _repaint_step(self) -> None:
        chronicle = self.session.chronicle
        if self.session.problem:
            line = Text(f"✗ {self.session.problem}", self.palette.bad)
        else:
            width = max(20, self.size.width - 2)
            status = self.session.status
            line = render.step_line(chronicle, self.palette, tick=self._tick, status=status, width=width)
        self.query_one("#step", Static).update(line)

    def _repaint_chosen(self) -> None:
        name = self.chosen
        chronicle = self.session.chronicle
        if name is None:
            self.query_one("#detail", Static).update(Text("no candidate yet", self.palette.muted))
            return
        self.query_one("#detail", Static).update(
            render.detail(chronicle.row(name), self.palette, max(40, self.size.width - 4))
        )
        reply = chronicle.state.candidates[name].text.splitlines()
        language: Language = "c" if chronicle.row(name).form == "c" else "llvm"
        shown = [highlight(line.expandtabs(4), language, self.palette) for line in reply]
        self.query_one("#reply", Lines).show_texts(shown)

    @property
    def chosen(self) -> str | None:
        """The candidate under the cursor."""
        return self.query_one(CandidateTable).selected

    @on(DataTable.RowHighlighted, "#candidates")
    def _moved(self) -> None:
        self._repaint_chosen()

    @on(DataTable.RowSelected, "#candidates")
    def _opened(self) -> None:
        self.action_diff()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 # Textual's
        """Controls are there only for a run that they can reach."""
        session = self.session
        if action in ("pause", "skip", "stop"):
            driven = session.live if action == "pause" else session.live or session.contained
            return driven is not None and not driven.is_stopping
        return session.can_go_on if action == "go_on" else True

    def action_pause(self) -> None:
        """Pause after this step, or go on."""
        if live := self.session.live:
            (live.resume if live.is_paused else live.pause)()
            self.repaint()

    def action_skip(self) -> None:
        """Pass over the candidate that is judged now."""
        driven, name = self.session.live or self.session.contained, self.session.chronicle.judged_now
        if driven and name:
            driven.skip()
            self.notify(f"{name} is skipped when its step is done")
        else:
            self.notify("no candidate is judged at this moment", severity="warning")

    def action_stop(self) -> None:
        """Ask, then stop after this step."""
        self.irloop.ask_to_stop(self.session)

    def action_go_on(self) -> None:
        """Take up a run that ended before it was done."""
        self.irloop.go_on(self.session)

    def action_zoom(self) -> None:
        """The table alone, or all parts."""
        self.toggle_class("-zoomed")
        self.call_after_refresh(self.repaint)

    def action_diff(self) -> None:
        """What the chosen candidate changed."""
        self.irloop.open_diff(self.session, self.chosen)

    def action_turn(self, by: int) -> None:
        """The next tab, or the one before."""
        parts = self.query_one(TabbedContent)
        hidden = {"part-chart"} if self.size.width >= WIDE else set()
        hidden |= set() if self.session.chronicle.calls else {"part-model"}
        names = [pane.id for pane in parts.query(TabPane) if pane.id and pane.id not in hidden]
        parts.active = names[(names.index(parts.active) + by) % len(names)]

    def action_best(self) -> None:
        """Move to the best candidate."""
        best = self.session.chronicle.best()
        table = self.query_one(CandidateTable)
        if best and best[0] in table.names:
            table.move_cursor(row=table.names.index(best[0]))
