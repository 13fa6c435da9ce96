"""What irloop knows of the program's behaviour, and what a model is told."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import DataTable, Footer, Static, TabbedContent, TabPane

from tui.highlight import Language, highlight
from tui.render_profile import LOOP_COLUMNS, counter_rows, distinct, loop_rows, loops_note, remark_lines
from tui.screens.base import RunScreen
from tui.session import Session
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines
from tui.widgets.listing import Listing

PARTS = ("counters", "loops", "words", "remarks", "prompt", "machine")


class ProfileScreen(RunScreen):
    """Counters by iteration, the profile in words, the prompt, the machine."""

    PLACE = "profile"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "turn(-1)", "Tab back", show=False, id="profile.tab_back"),
        Binding("right_square_bracket", "turn(1)", "Next tab", id="profile.tab_next"),
        Binding("comma", "prompt(-1)", "Older prompt", show=False, id="profile.older"),
        Binding("full_stop", "prompt(1)", "Next prompt", id="profile.newer"),
        Binding("escape", "app.back", "Back", id="profile.back"),
    ]
    _prompt = 0

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._painted: dict[str, object] = {}

    def compose(self) -> ComposeResult:
        """One tab a kind."""
        yield Bar()
        with TabbedContent(id="profile-parts"):
            with TabPane("Counters", id="counters"):
                yield DataTable(id="counter-table", cursor_type="row")
            with TabPane("Loops", id="loops"):
                yield Static("", id="loops-note")
                yield Listing(id="loop-table")
            with TabPane("Words", id="words"):
                yield Lines(id="words-lines")
            with TabPane("Remarks", id="remarks"):
                yield Lines(id="remarks-lines")
            with TabPane("Prompt", id="prompt"):
                yield Lines(id="prompt-lines")
            with TabPane("Machine", id="machine"), VerticalScroll():
                yield Static("", id="machine-text")
        yield Footer(compact=True)

    def repaint_all(self) -> None:
        """Everything, with new colours."""
        self._painted.clear()
        self.repaint()

    def _is_new(self, where: str, content: object) -> bool:
        """Whether a part has other content than before; events come often, and a prompt has thousands of words."""
        if self._painted.get(where) == content:
            return False
        self._painted[where] = content
        return True

    def repaint(self) -> None:
        """What the session and its folder say."""
        if not self.is_there:
            return
        self.repaint_bar()
        state = self.session.chronicle.state
        self._repaint_counters()
        self._repaint_loops()
        name = state.started.program.name if state.started else ""
        self._show("#words-lines", self._read(f"{name}.prof.md"))
        remarks = state.evidence.findings.remarks if state.evidence else ()
        if self._is_new("#remarks-lines", (remarks, self.size.width)):
            self._wrap("#remarks-lines", remark_lines(remarks, self.palette))
        prompts = [prompt.file for prompt in state.prompts]
        if prompts:
            file = prompts[self._prompt % len(prompts)]
            self._show("#prompt-lines", f"── {file} of {len(prompts)} ──\n{self._read(file)}")
        else:
            self._show("#prompt-lines", "no prompt was built: the proposers of this run read no words")
        facts = state.started.environment if state.started else {}
        text = Text()
        for key, value in facts.items():
            text.append(f"{key}: ", self.palette.muted).append(f"{value}\n")
        self.query_one("#machine-text", Static).update(text)

    def _repaint_counters(self) -> None:
        profiles = distinct(self.session.chronicle.state.profiles)
        if not profiles or not self._is_new("#counter-table", profiles):
            return
        table = self.query_one("#counter-table", DataTable)
        table.clear(columns=True)
        names = [Text(profile.candidate or "-O3", justify="right") for profile in profiles]
        table.add_columns("counter", *names, Text("change", justify="right"))
        for cells in counter_rows(profiles, self.palette):
            table.add_row(*cells)

    def _repaint_loops(self) -> None:
        evidence = self.session.chronicle.state.evidence
        findings = evidence.findings if evidence else None
        self.query_one("#loops-note", Static).update(Text(loops_note(findings), self.palette.muted))
        rows = loop_rows(findings, self.palette) if findings else []
        self.query_one("#loop-table", Listing).fill(LOOP_COLUMNS, rows)

    def _read(self, file: str) -> str:
        path = (self.session.folder or Path()) / file
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return f"{file} is not in the run's folder"

    def _show(self, where: str, text: str) -> None:
        if not self._is_new(where, (text, self.size.width)):
            return
        language: Language = "llvm" if where == "#prompt-lines" else "plain"
        self._wrap(where, [highlight(line, language, self.palette) for line in text.expandtabs(4).splitlines()])

    def _wrap(self, where: str, texts: list[Text]) -> None:
        """Show lines, broken where they are wider than the screen."""
        width = max(20, self.size.width - 4)
        lines = []
        for text in texts:
            text.no_wrap = False
            lines += list(text.wrap(self.app.console, width)) if text.plain else [text]
        self.query_one(where, Lines).show_texts(lines)

    def action_turn(self, by: int) -> None:
        """Another tab."""
        parts = self.query_one(TabbedContent)
        parts.active = PARTS[(PARTS.index(parts.active) + by) % len(PARTS)]

    def action_prompt(self, by: int) -> None:
        """The prompt of another iteration."""
        self._prompt += by
        self.query_one(TabbedContent).active = "prompt"
        self.repaint()
