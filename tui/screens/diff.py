"""What a candidate changed: IR, source, assembly; side by side or one below the other."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static

from pipeline.ir.diff import Fold, Row, folded, unified
from tui import render
from tui.messages import TextsCompared
from tui.render_diff import below, side_by_side
from tui.render_profile import remark_lines
from tui.screens.base import RunScreen
from tui.screens.dialogs import Pick
from tui.session import Session
from tui.versions import BASELINE, Asked, Missing, Texts, Versions, View
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines

VIEWS: dict[View, str] = {"ir": "IR", "source": "source", "assembly": "assembly"}
# Side by side needs room for two readable halves.
LEAST_SIDE_BY_SIDE = 100
SHIFT = 16


class DiffScreen(RunScreen):
    """Two versions of the hot function against each other."""

    PLACE = "diff"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "hunk(1)", "Next", id="diff.next", tooltip="Next hunk"),
        Binding("N,shift+n", "hunk(-1)", "Prev", id="diff.previous", tooltip="Hunk before", show=False),
        Binding("l", "pick('old')", "Left", id="diff.left", tooltip="Choose the left version", show=False),
        Binding("r", "pick('new')", "Right", id="diff.right", tooltip="Choose the right version", show=False),
        Binding("b", "against", "Against", id="diff.against", tooltip="Left version: baseline, parent, best in turn"),
        Binding("u", "unified", "Unified", id="diff.unified", tooltip="Side by side, or one below the other"),
        Binding("v", "view", "View", id="diff.view", tooltip="IR, source, assembly"),
        Binding("f", "folds", "Folds", id="diff.folds", tooltip="Open or close all folds"),
        Binding("o", "gutter", "Counts", id="diff.gutter", tooltip="How often each line ran, as a gutter", show=False),
        Binding("i", "remarks", "Remarks", id="diff.remarks", tooltip="What the optimiser said about the reference"),
        Binding("w", "whole", "Whole", id="diff.whole", tooltip="The function, or the module as it is", show=False),
        Binding("x", "blind", "Numbers", id="diff.blind", tooltip="Whether numbering counts", show=False),
        Binding("comma", "step_version(-1)", "Older", id="diff.older", show=False, tooltip="The candidate before"),
        Binding("full_stop", "step_version(1)", "Newer", id="diff.newer", show=False, tooltip="The next candidate"),
        Binding("left", "shift(-1)", "Left", show=False),
        Binding("right", "shift(1)", "Right", show=False),
        Binding("escape", "app.back", "Back", id="diff.back", show=False, tooltip="The screen before"),
    ]

    def __init__(self, session: Session, new: str | None) -> None:
        super().__init__(session)
        best = session.chronicle.best()
        self._old, self.new = BASELINE, new or (best[0] if best else BASELINE)
        self._view: View = "ir"
        self._texts: Texts | None = None
        self._rows: list[Row | Fold] = []
        self._unified = self._whole = self._open_all = False
        self._blinded = self._has_gutter = True
        self._opened: frozenset[int] = frozenset()
        self._shift = 0
        self._why = "comparing"

    def compose(self) -> ComposeResult:
        """What is compared, then the lines."""
        yield Bar()
        yield Static("", id="diff-bar")
        yield Lines(id="diff-lines")
        yield Lines(id="diff-remarks")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Compare at once."""
        self.query_one("#diff-remarks").display = False
        self.query_one("#diff-remarks").border_title = "remarks on the reference"
        self._lines.focus()
        self._compare()

    @property
    def _asked(self) -> Asked:
        """What the screen is to show."""
        return Asked(self._old, self.new, self._view, whole=self._whole, blinded=self._blinded)

    def _compare(self) -> None:
        """Compare what is asked for now."""
        self._read(self._asked)

    @work(thread=True, exclusive=True, group="diff")
    def _read(self, asked: Asked) -> None:
        """Read and compare in a worker: two great modules take a second."""
        if self.session.folder is None:
            self.post_message(TextsCompared(asked, None, "the run has no folder yet"))
            return
        versions = Versions(self.session.folder, self.session.chronicle.state)
        try:
            texts = versions.compare(asked)
        except (Missing, OSError) as error:
            self.post_message(TextsCompared(asked, None, error.why if isinstance(error, Missing) else str(error)))
        else:
            self.post_message(TextsCompared(asked, texts))

    @on(TextsCompared)
    def _compared(self, message: TextsCompared) -> None:
        if message.asked != self._asked:  # a thread cannot be cancelled: something else was asked for meanwhile
            return
        self._texts, self._why = message.texts, message.why
        self._opened, self._shift = frozenset(), 0
        self.repaint()
        self._lines.scroll_home(animate=False)

    @property
    def _lines(self) -> Lines:
        return self.query_one("#diff-lines", Lines)

    @property
    def is_unified(self) -> bool:
        """Asked for, or no room for two halves."""
        return self._unified or self.size.width < LEAST_SIDE_BY_SIDE

    def repaint(self) -> None:
        """The lines, in the present form."""
        if not self.is_there:
            return
        self.repaint_bar()
        lines, palette = self._lines, self.palette
        if self._texts is None:
            lines.show_texts([Text(f"  {self._why}", palette.doubt)])
            self._repaint_line_above()
            return
        if not self._texts.found.hunks:
            lines.show_texts([Text("  both are the same, numbering apart", palette.muted)])
            self._repaint_line_above()
            return
        texts = self._texts if self._has_gutter else replace(self._texts, counts=({}, {}))
        width = max(20, lines.size.width - 1)
        found = texts.found
        rows = folded(found, context=len(found.rows)) if self._open_all else folded(found, opened=self._opened)
        make = below if self.is_unified else side_by_side
        self._rows = unified(rows) if self.is_unified else rows
        shown = self._rows
        lines.show(len(shown), lambda number: make(texts, shown[number], width, self._shift, palette), width)
        self._repaint_line_above()

    def _repaint_line_above(self) -> None:
        palette = self.palette
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append("l ", palette.accent).append_text(self._version(self._old)).append(" ↔ ", palette.muted)
        text.append("r ", palette.accent).append_text(self._version(self.new)).append("   v", palette.accent)
        for view, word in VIEWS.items():
            text.append(" ").append(word, f"bold underline {palette.link}" if view == self._view else palette.muted)
        if self._texts:
            found = self._texts.found
            text.append(f"   -{found.removed}", palette.bad).append(f" +{found.added}", palette.good)
            text.append(f"  {len(found.hunks)} hunks", palette.muted)
        if self._texts and self._has_gutter and any(self._texts.counts):
            text.append("  gutter: simulated executions", palette.muted)
        text.append("" if self._blinded else "  numbers count", palette.doubt)
        text.append("  whole module" if self._whole else "", palette.muted)
        self.query_one("#diff-bar", Static).update(text)

    def _version(self, name: str) -> Text:
        verdict = self.session.chronicle.state.verdicts.get(name)
        text = Text().append(name, "bold")
        if name == self._old and name == self._roles()["parent"] != BASELINE:
            text.append(" parent", self.palette.muted)
        if verdict:
            mark = verdict.outcome.mark
            speed = f" {verdict.speedup.speedup:.2f}x" if verdict.speedup else ""
            text.append(f" {mark}{speed}", render.outcome_style(verdict.outcome, self.palette))
        return text

    def action_hunk(self, by: int) -> None:
        """Scroll to the next hunk, or to the one before."""
        starts = [
            number
            for number, row in enumerate(self._rows)
            if _is_change(row) and (number == 0 or not _is_change(self._rows[number - 1]))
        ]
        lines = self._lines
        at = lines.scroll_offset.y + 3
        ahead = [start for start in starts if start > at] if by > 0 else [s for s in starts if s < at][::-1]
        if ahead:
            lines.scroll_to(y=max(0, ahead[0] - 3), animate=False)
        else:
            self.notify("no further hunk")

    @work
    async def action_pick(self, side: str) -> None:
        """Choose a version from a list."""
        state = self.session.chronicle.state
        roles = {name: role for role, name in reversed(self._roles().items())}
        options = []
        for name in Versions(self.session.folder or self.irloop.runs, state).names():
            what = state.verdicts[name].intent if name in state.verdicts else "plain clang -O3"
            text = self._version(name).append(f" {roles[name]}" if name in roles else "", self.palette.accent)
            options.append((name, text.append(f"  {what}", self.palette.muted)))
            text.no_wrap, text.overflow = True, "ellipsis"
        chosen = await self.app.push_screen_wait(
            Pick(f"the {side} version", options, self._old if side == "old" else self.new)
        )
        if chosen and side == "old":
            self._old = chosen
        elif chosen:
            self.new = chosen
        self._compare()

    def _roles(self) -> dict[str, str]:
        """What the left version can be by its role: the baseline, the parent of the right one, the best."""
        chronicle = self.session.chronicle
        best = chronicle.best()
        parent = chronicle.parent(self.new) if self.new in chronicle.state.candidates else None
        return {"baseline": BASELINE, "parent": parent or BASELINE, "best": best[0] if best else BASELINE}

    def action_against(self) -> None:
        """Compare with the baseline, the parent, the best in turn."""
        names = [name for name in dict.fromkeys(self._roles().values()) if name != self.new] or [BASELINE]
        at = names.index(self._old) if self._old in names else -1
        self._old = names[(at + 1) % len(names)]
        self._compare()

    def action_gutter(self) -> None:
        """With or without the counts."""
        self._has_gutter = not self._has_gutter
        self.repaint()

    def action_remarks(self) -> None:
        """With or without what the optimiser said."""
        pane = self.query_one("#diff-remarks", Lines)
        pane.display = not pane.display
        evidence = self.session.chronicle.state.evidence
        pane.show_texts(remark_lines(evidence.findings.remarks if evidence else (), self.palette))

    def action_step_version(self, by: int) -> None:
        """The candidate before or after the right one."""
        names = [BASELINE, *self.session.chronicle.state.verdicts]
        at = names.index(self.new) if self.new in names else 0
        self.new = names[(at + by) % len(names)]
        self._compare()

    def action_view(self) -> None:
        """IR, source, assembly in turn."""
        views = list(VIEWS)
        self._view = views[(views.index(self._view) + 1) % len(views)]
        self._compare()

    def action_unified(self) -> None:
        """Side by side, or one below the other."""
        self._unified = not self._unified
        self.repaint()

    def action_folds(self) -> None:
        """Open or close all folds."""
        self._open_all = not self._open_all
        self.repaint()

    def action_whole(self) -> None:
        """The function for reading, or the module as it is."""
        self._whole = not self._whole
        self._compare()

    def action_blind(self) -> None:
        """Whether numbering counts."""
        self._blinded = not self._blinded
        self._compare()

    def action_shift(self, by: int) -> None:
        """Scroll both halves sideways."""
        self._shift = max(0, self._shift + by * SHIFT)
        self.repaint()

    @on(Lines.Clicked)
    def _clicked(self, event: Lines.Clicked) -> None:
        row = self._rows[event.line] if event.line < len(self._rows) else None
        if isinstance(row, Fold):
            self._opened |= {row.start}
            self.repaint()


def _is_change(row: Row | Fold) -> bool:
    return isinstance(row, Row) and row.kind != "equal"
