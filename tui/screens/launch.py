"""The form that starts a run."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ValidationError
from rich.text import Text
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
    ("auto: a model where one is configured, else recorded and search", "auto"),
    ("llm: a model behind an endpoint", "llm"),
    ("recorded: a kept session of a model", "recorded"),
    ("search: recipes of passes, no model", "search"),
    ("command: any program as the model", "command"),
)
WHERES = (("on this machine", "here"), ("in irloop's container: no network, read-only", "container"))
POLICIES = (("tolerant: sums may be reordered", "tolerant"), ("strict: bit-exact", "strict"))
FORMS = (("any", "any"), ("C", "c"), ("LLVM IR", "ir"), ("passes", "passes"))
AS_IT_IS = "as it is"
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
        with Vertical(id="box"):
            yield Label(Text.assemble("optimise ", (self._card.name, "bold")), classes="title")
            with VerticalScroll(can_focus=False):
                yield from self._rows()
            yield Static("", classes="why", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("start (F5)", id="start", variant="primary", compact=True)
                yield Button("back (esc)", id="back", compact=True)

    def _rows(self) -> ComposeResult:
        card, last = self._card, self._choices
        sizes = card.sizes or (AS_IT_IS,)
        size = last.size if last.size in sizes else sizes[min(2, len(sizes) - 1)]
        yield from _row("size", _select(tuple((s, s) for s in sizes), size, "size"))
        found = f"{card.hot}" if card.hot else "found by profile"
        yield from _row("target", _input(last.hot if card.is_file else "", f"function to optimise: {found}", "hot"))
        yield from _row("proposer", _select(PROPOSERS, last.proposer, "proposer"))
        yield from _row("model", _input(last.model, model_hint(), "model"))
        yield from _row("command", _input(last.command, "reads the prompt, prints the reply: my-llm --big", "command"))
        yield from _row("iterations", Input(str(last.iterations), id="iterations", type="integer", compact=True))
        yield from _row("form", _select(FORMS, last.form, "form"))
        yield from _row("policy", _select(POLICIES, last.policy, "policy"))
        yield from _row("where", _select(WHERES, last.where, "where"))
        yield from _row("prompt in", _select(LANGUAGES, last.language, "language"))
        yield from _row("flags", Checkbox("measure what flags alone reach", last.ladder, id="ladder", compact=True))

    @on(Select.Changed, "#proposer")
    def _proposer_chosen(self) -> None:
        """Only what the proposer asks for is shown."""
        proposer = self.query_one("#proposer", Select).value
        for field, wanted in (("model", proposer in ("llm", "auto")), ("command", proposer == "command")):
            row = self.query_one(f"#{field}").parent
            assert isinstance(row, Horizontal)
            row.display = wanted

    def on_mount(self) -> None:
        """Ready to start as it is."""
        self._proposer_chosen()
        self.query_one("#start").focus()

    def _read(self) -> Choices:
        def value(name: str) -> object:
            return self.query_one(f"#{name}", Select).value

        return self._choices.model_validate(
            {
                **self._choices.model_dump(),
                **{name: value(name) for name in ("proposer", "policy", "form", "language", "where")},
                **{name: self.query_one(f"#{name}", Input).value.strip() for name in ("model", "command", "hot")},
                "size": value("size") if self._card.sizes else self._choices.size,
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


def model_hint() -> str:
    """What the field of the model says as long as it is empty."""
    from pipeline.config import load

    try:
        endpoint = load().endpoint
    except IrloopError as error:
        return str(error)
    if endpoint is None:
        return "no endpoint: set OPENAI_BASE_URL or OPENAI_API_KEY"
    return endpoint.model or "name a model"


def _select(options: tuple[tuple[str, str], ...], value: str, name: str) -> Select[str]:
    return Select(options, value=value, allow_blank=False, id=name, compact=True)


def _input(value: str, hint: str, name: str) -> Input:
    return Input(value, placeholder=hint, id=name, compact=True)


def _row(label: str, field: Select[str] | Input | Checkbox) -> ComposeResult:
    with Horizontal(classes="form-row"):
        yield Label(label)
        yield field
