"""What a candidate changed: IR, source, assembly; side by side or one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer, Static

from pipeline.display import MARKS
from pipeline.ir.diff import Fold, Row, folded, unified
from tui import render
from tui.render_diff import below, side_by_side
from tui.screens.base import RunScreen
from tui.screens.dialogs import Pick
from tui.session import Session
from tui.versions import BASELINE, Missing, Texts, Versions, View
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines

VIEWS: dict[View, str] = {"ir": "IR", "source": "source", "assembly": "assembly"}
# Side by side needs room for two readable halves.
LEAST_SIDE_BY_SIDE = 100
SHIFT = 16


@dataclass
class Compared(Message):
    """A worker has compared two texts, or says why it cannot."""

    texts: Texts | None
    why: str = ""


class DiffScreen(RunScreen):
    """Two versions of the hot function against each other."""

    PLACE = "diff"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "hunk(1)", "Next", id="diff.next", tooltip="Next hunk"),
        Binding("N,shift+n", "hunk(-1)", "Prev", id="diff.previous", tooltip="Hunk before"),
        Binding("l", "pick('old')", "Left", id="diff.left", tooltip="Choose the left version"),
        Binding("r", "pick('new')", "Right", id="diff.right", tooltip="Choose the right version"),
        Binding("u", "unified", "Unified", id="diff.unified", tooltip="Side by side, or one below the other"),
        Binding("v", "view", "View", id="diff.view", tooltip="IR, source, assembly"),
        Binding("f", "folds", "Folds", id="diff.folds", tooltip="Open or close all folds"),
        Binding(
            "w",
            "whole",
            "Whole",
            id="diff.whole",
            tooltip="The function only, or the module with attributes",
            show=False,
        ),
        Binding(
            "x", "blind", "Numbers", id="diff.blind", tooltip="Whether numbering counts as a difference", show=False
        ),
        Binding("comma", "step_version(-1)", "Older", id="diff.older", show=False),
        Binding("full_stop", "step_version(1)", "Newer", id="diff.newer", show=False),
        Binding("left", "shift(-1)", "Left", show=False),
        Binding("right", "shift(1)", "Right", show=False),
        Binding("escape", "app.back", "Back", id="diff.back"),
    ]

    def __init__(self, session: Session, new: str | None) -> None:
        super().__init__(session)
        best = session.chronicle.best()
        self._old, self._new = BASELINE, new or (best[0] if best else BASELINE)
        self._view: View = "ir"
        self._texts: Texts | None = None
        self._rows: list[Row | Fold] = []
        self._unified = self._whole = self._open_all = False
        self._blinded = True
        self._opened: frozenset[int] = frozenset()
        self._shift = 0
        self._why = "comparing"

    def compose(self) -> ComposeResult:
        """What is compared, then the lines."""
        yield Bar()
        yield Static("", id="diff-bar")
        yield Lines(id="diff-lines")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Compare at once."""
        super().on_mount()
        self.query_one(Lines).focus()
        self._compare()

    @work(thread=True, exclusive=True, group="diff")
    def _compare(self) -> None:
        """Read and compare in a worker: two great modules take a second."""
        if self.session.folder is None:
            self.post_message(Compared(None, "the run has no folder yet"))
            return
        versions = Versions(self.session.folder, self.session.chronicle.state)
        try:
            texts = versions.compare(self._old, self._new, self._view, whole=self._whole, blinded=self._blinded)
        except (Missing, OSError) as error:
            self.post_message(Compared(None, error.why if isinstance(error, Missing) else str(error)))
        else:
            self.post_message(Compared(texts))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self._texts, self._why = message.texts, message.why
        self._opened, self._shift = frozenset(), 0
        self.repaint()
        self.query_one(Lines).scroll_home(animate=False)

    @property
    def is_unified(self) -> bool:
        """Asked for, or no room for two halves."""
        return self._unified or self.size.width < LEAST_SIDE_BY_SIDE

    def repaint(self) -> None:
        """The lines, in the present form."""
        if not self.is_there:
            return
        self.repaint_bar()
        lines = self.query_one(Lines)
        if self._texts is None:
            lines.show_texts([Text(f"  {self._why}", self.palette.doubt)])
            self._repaint_line_above()
            return
        texts, palette, width = self._texts, self.palette, max(20, lines.size.width - 1)
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
        text.append_text(self._version(self._old)).append(" ↔ ", palette.muted).append_text(self._version(self._new))
        for view, word in VIEWS.items():
            text.append("  ").append(word, f"bold underline {palette.link}" if view == self._view else palette.muted)
        if self._texts:
            found = self._texts.found
            text.append(f"   -{found.removed}", palette.bad).append(f" +{found.added}", palette.good)
            text.append(f"  {len(found.hunks)} hunks", palette.muted)
        if self._texts and any(self._texts.counts):
            text.append("  gutter: simulated executions", palette.muted)
        text.append("" if self._blinded else "  numbers count", palette.doubt)
        text.append("  whole module" if self._whole else "", palette.muted)
        self.query_one("#diff-bar", Static).update(text)

    def _version(self, name: str) -> Text:
        verdict = self.session.chronicle.state.verdicts.get(name)
        text = Text().append(name, "bold")
        if verdict:
            mark = MARKS[verdict.outcome][0]
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
        lines = self.query_one(Lines)
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
        options = []
        for name in Versions(self.session.folder or self.irloop.runs, state).names():
            what = state.verdicts[name].intent if name in state.verdicts else "plain clang -O3"
            options.append((name, self._version(name).append(f"  {what}", self.palette.muted)))
        for _, text in options:
            text.no_wrap, text.overflow = True, "ellipsis"
        chosen = await self.app.push_screen_wait(
            Pick(f"the {side} version", options, self._old if side == "old" else self._new)
        )
        if chosen and side == "old":
            self._old = chosen
        elif chosen:
            self._new = chosen
        self._compare()

    def action_step_version(self, by: int) -> None:
        """The candidate before or after the right one."""
        names = [BASELINE, *self.session.chronicle.state.verdicts]
        at = names.index(self._new) if self._new in names else 0
        self._new = names[(at + by) % len(names)]
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
