"""All keys of the screen below, with what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tui.palette import Palette

KEYS, WORDS = 9, 46


class Help(ModalScreen[None]):
    """The help screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "done", "Back", show=False)]

    def __init__(self, place: str, bindings: Sequence[Binding], config: str, palette: Palette, *, ids: bool) -> None:
        super().__init__(classes="dialog")
        self._place = place
        self._table = key_table(bindings, config, palette, ids=ids)

    def compose(self) -> ComposeResult:
        """A table of keys, and what marks mean."""
        with Vertical(id="box"):
            yield Label(f"keys: {self._place}", classes="title")
            with VerticalScroll():
                yield Static(self._table)

    def action_done(self) -> None:
        """Back."""
        self.dismiss(None)


def key_table(bindings: Sequence[Binding], config: str, palette: Palette, *, ids: bool = True) -> Text:
    """Keys, words and, where there is room, the id by which the configuration calls each."""
    text = Text()
    by_action: dict[str, list[Binding]] = {}
    for binding in bindings:
        by_action.setdefault(binding.action, []).append(binding)
    for alike in by_action.values():
        first = alike[0]
        if not first.id and not first.show:
            continue
        keys = " ".join(dict.fromkeys(_key(binding.key) for binding in alike))
        text.append(f"{keys:<{KEYS}}", f"bold {palette.accent}").append(
            f"{first.tooltip or first.description:<{WORDS}}"
        )
        text.append(f"{first.id or ''}\n" if ids else "\n", palette.muted)
    text.append("\n▲ faster  ▼ slower  ≈ within noise  ✗ rejected\n= same machine code  ★ best\n\n", palette.muted)
    text.append("Other keys and a theme: ", palette.muted).append(config)
    return text.append('\n[keys]\n"run.skip" = "f9"', palette.muted)


def _key(key: str) -> str:
    names = {"question_mark": "?", "slash": "/", "comma": ",", "full_stop": ".", "escape": "esc", "colon": ":"}
    names |= {"left_square_bracket": "[", "right_square_bracket": "]"}
    return names.get(key, key)
