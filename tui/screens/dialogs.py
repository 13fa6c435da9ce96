"""Small questions over a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option


class Ask(ModalScreen[bool]):
    """A question with yes and no; the safe answer has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape", "answer(False)", "No", show=False),
    ]

    def __init__(self, title: str, words: str, yes: str, no: str) -> None:
        super().__init__(classes="dialog")
        self._title, self._words, self._yes, self._no = title, words, yes, no

    def compose(self) -> ComposeResult:
        """Title, words, two buttons."""
        with Vertical(id="box"):
            yield Label(self._title, classes="title")
            yield Static(self._words)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._yes} (y)", id="yes", variant="error", compact=True)
                yield Button(f"{self._no} (n)", id="no", variant="primary", compact=True)

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query_one("#no").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer by key."""
        self.dismiss(answer)


class Pick(ModalScreen[str | None]):
    """One of several things."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "none", "Back", show=False)]

    def __init__(self, title: str, options: Sequence[tuple[str, Text]], chosen: str | None = None) -> None:
        super().__init__(classes="dialog")
        self._title, self._options, self._chosen = title, options, chosen

    def compose(self) -> ComposeResult:
        """Title and list."""
        with Vertical(id="box"):
            yield Label(self._title, classes="title")
            yield OptionList(*(Option(text, id=key) for key, text in self._options))

    def on_mount(self) -> None:
        """Begin at what is chosen now."""
        options = self.query_one(OptionList)
        keys = [key for key, _ in self._options]
        options.highlighted = keys.index(self._chosen) if self._chosen in keys else 0
        options.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_none(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


class Exported(ModalScreen[None]):
    """Where an export went; the path can be copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy the path", show=False),
        Binding("escape,enter,q", "done", "Back", show=False),
    ]

    def __init__(self, paths: Sequence[Path], kept: Path) -> None:
        super().__init__(classes="dialog")
        self._paths, self._kept = paths, kept

    def compose(self) -> ComposeResult:
        """The paths, and how to take them along."""
        with Vertical(id="box"):
            yield Label("written", classes="title")
            yield Static(Text("\n".join(map(str, self._paths))), id="paths")
            yield Static("", id="copied")
            with Horizontal(classes="buttons"):
                yield Button("copy (c)", id="copy", variant="primary", compact=True)
                yield Button("back (esc)", id="back", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        (self.action_copy if event.button.id == "copy" else self.action_done)()

    def action_copy(self) -> None:
        """To the terminal's clipboard (OSC 52), and into a file for terminals that do not listen."""
        text = "\n".join(map(str, self._paths))
        self.app.copy_to_clipboard(text)
        said = "copied"
        try:
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            self._kept.write_text(text + "\n", encoding="utf-8")
            said = f"copied; if your terminal does not take it, it is in {self._kept}"
        except OSError as error:
            said = f"copied, where your terminal takes it ({self._kept} cannot be written: {error.strerror})"
        self.query_one("#copied", Static).update(Text(said))

    def action_done(self) -> None:
        """Back."""
        self.dismiss(None)
