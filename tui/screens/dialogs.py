"""Small questions over a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.button import ButtonVariant
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Choice:
    """One answer to a question: its name, the letter that gives it, its words, the look of its button."""

    key: str
    letter: str
    words: str
    variant: ButtonVariant = "default"


class Ask(ModalScreen[str]):
    """A question with a few answers, each with its letter; the last one is the safe one and has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "safe", "Back", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, words: str, choices: Sequence[Choice]) -> None:
        super().__init__(classes="dialog")
        self._title, self._words, self._choices = title, words, choices

    def compose(self) -> ComposeResult:
        """Title, words, a button an answer."""
        with Vertical(id="box"):
            yield Label(self._title, classes="title")
            yield Static(self._words, markup=False)
            with Horizontal(classes="buttons"):
                for choice in self._choices:
                    words = f"{choice.words} ({choice.letter})"
                    yield Button(words, id=choice.key, variant=choice.variant, compact=True)

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query(Button).last().focus()

    def on_key(self, event: Key) -> None:
        """Answer by letter."""
        chosen = next((choice for choice in self._choices if choice.letter == event.key), None)
        if chosen:
            event.stop()
            self.dismiss(chosen.key)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id)

    def action_safe(self) -> None:
        """The safe answer."""
        self.dismiss(self._choices[-1].key)


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
