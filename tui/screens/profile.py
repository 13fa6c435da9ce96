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
from tui.render import counter_lines, remark_lines
from tui.screens.base import RunScreen
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines

PARTS = ("counters", "words", "remarks", "prompt", "machine")


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

    def compose(self) -> ComposeResult:
        """One tab a kind."""
        yield Bar()
        with TabbedContent(id="profile-parts"):
            with TabPane("Counters", id="counters"):
                yield DataTable(id="counter-table", cursor_type="row")
            with TabPane("Words", id="words"):
                yield Lines(id="words-lines")
            with TabPane("Remarks", id="remarks"):
                yield Lines(id="remarks-lines")
            with TabPane("Prompt", id="prompt"):
                yield Lines(id="prompt-lines")
            with TabPane("Machine", id="machine"), VerticalScroll():
                yield Static("", id="machine-text")
        yield Footer(compact=True)

    def repaint(self) -> None:
        """What the session and its folder say."""
        if not self.is_there:
            return
        self.repaint_bar()
        state = self.session.chronicle.state
        table = self.query_one("#counter-table", DataTable)
        table.clear(columns=True)
        # The profile is repeated for iterations in which the incumbent stayed the same.
        profiles = tuple(
            p for n, p in enumerate(state.profiles) if n == 0 or p.candidate != state.profiles[n - 1].candidate
        )
        table.add_columns("counter", *(p.candidate or "-O3" for p in profiles))
        for name, *values in counter_lines(profiles):
            table.add_row(Text(name, "bold"), *(Text(v, justify="right") for v in values))
        name = state.started.program.name if state.started else ""
        self._show("#words-lines", self._read(f"{name}.prof.md"))
        remarks = remark_lines(state.evidence.findings.remarks if state.evidence else ())
        self._show("#remarks-lines", "\n".join(remarks))
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

    def _read(self, file: str) -> str:
        path = (self.session.folder or Path()) / file
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return f"{file} is not in the run's folder"

    def _show(self, where: str, text: str) -> None:
        language: Language = "llvm" if where == "#prompt-lines" else "plain"
        width = max(20, self.size.width - 4)
        lines = []
        for line in text.expandtabs(4).splitlines():
            made = highlight(line, language, self.palette)
            made.no_wrap = False
            lines += list(made.wrap(self.app.console, width)) if line else [made]
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
