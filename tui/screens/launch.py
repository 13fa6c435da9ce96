"""The form that starts a run."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Checkbox, Input, Label, Select, Static

from pipeline.errors import IrloopError
from pipeline.proposers.choose import choose
from tui.library import KernelCard
from tui.remember import Choices

PROPOSERS = (
    ("auto: recorded session and search", "auto"),
    ("search: recipes of passes, no model", "search"),
    ("recorded: a kept session of a model", "recorded"),
    ("command: any program as the model", "command"),
    ("llm: a model's endpoint", "llm"),
)
POLICIES = (("tolerant: sums may be reordered", "tolerant"), ("strict: bit-exact", "strict"))
FORMS = (("any", "any"), ("C", "c"), ("LLVM IR", "ir"), ("passes", "passes"))
LANGUAGES = (("Japanese", "ja"), ("English", "en"))


class Launch(ModalScreen[Choices | None]):
    """Everything a run needs to know, as it was chosen last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", show=False),
        Binding("ctrl+s,f5", "start", "Start", show=False),
    ]

    def __init__(self, card: KernelCard, choices: Choices) -> None:
        super().__init__(classes="dialog")
        self._card, self._choices = card, choices

    def compose(self) -> ComposeResult:
        """One row a choice."""
        card, last = self._card, self._choices
        sizes = card.sizes or ("as it is",)
        size = last.size if last.size in sizes else sizes[min(2, len(sizes) - 1)]
        with Vertical(id="box"):
            yield Label(f"optimise {card.name}", classes="title", markup=False)
            with VerticalScroll():
                yield from _row(
                    "size", Select([(s, s) for s in sizes], value=size, allow_blank=False, id="size", compact=True)
                )
                yield from _row("proposer", _select(PROPOSERS, last.proposer, "proposer"))
                yield from _row(
                    "command", Input(last.command, id="command", placeholder="my-llm --model big", compact=True)
                )
                yield from _row("policy", _select(POLICIES, last.policy, "policy"))
                yield from _row("form", _select(FORMS, last.form, "form"))
                yield from _row(
                    "iterations", Input(str(last.iterations), id="iterations", type="integer", compact=True)
                )
                yield from _row("prompt in", _select(LANGUAGES, last.language, "language"))
                yield from _row("where", Static("on this machine", id="where"))
                yield from _row(
                    "flags", Checkbox("measure what flags alone reach", last.ladder, id="ladder", compact=True)
                )
            yield Static("", classes="why", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("start (F5)", id="start", variant="primary", compact=True)
                yield Button("back (esc)", id="back", compact=True)

    def on_mount(self) -> None:
        """Ready to start as it is."""
        self.query_one("#start").focus()

    def _read(self) -> Choices:
        def value(name: str) -> object:
            return self.query_one(f"#{name}", Select).value

        return self._choices.model_validate(
            {
                **self._choices.model_dump(),
                **{name: value(name) for name in ("proposer", "policy", "form", "language")},
                "size": value("size") if self._card.sizes else self._choices.size,
                "command": self.query_one("#command", Input).value.strip(),
                "iterations": self.query_one("#iterations", Input).value or "0",
                "ladder": self.query_one("#ladder", Checkbox).value,
            }
        )

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        (self.action_start if event.button.id == "start" else self.action_back)()

    @on(Input.Submitted)
    def action_start(self) -> None:
        """Start, or say what is wrong with the choices."""
        try:
            choices = self._read()
            choose(choices.settings())
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]
            self._complain(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}")
        except IrloopError as error:
            self._complain(str(error))
        else:
            self.dismiss(choices)

    def _complain(self, words: str) -> None:
        self.query_one(".why", Static).update(f"✗ {words}")

    def action_back(self) -> None:
        """Start nothing."""
        self.dismiss(None)


def _select(options: tuple[tuple[str, str], ...], value: str, name: str) -> Select[str]:
    return Select(options, value=value, allow_blank=False, id=name, compact=True)


def _row(label: str, field: Select[str] | Input | Static | Checkbox) -> ComposeResult:
    with Horizontal(classes="form-row"):
        yield Label(label)
        yield field
