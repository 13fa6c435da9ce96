"""Home: what there is to optimise, and what was tried already."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Footer, Input, Static

from tui import charts
from tui.library import KernelCard, RunCard, bundled, find_runs, history, matching, programs_at
from tui.messages import RunsFound
from tui.palette import Palette
from tui.render import STATUS_MARKS
from tui.screens.base import Plain
from tui.widgets.bar import Bar


class Home(Plain):
    """Kernels at the left, the chosen one with its runs at the right."""

    PLACE = "irloop"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,f5", "launch", "New run", id="home.launch", tooltip="Optimise the chosen kernel"),
        Binding("slash", "search", "Search", id="home.search", tooltip="Search by name, title or tag; or type a path"),
        Binding("r", "reload", "Reload", id="home.reload", tooltip="Look for runs again"),
        Binding("p", "past", "Past runs", id="home.past", tooltip="Change between kernels and past runs"),
        Binding("m,f7", "app.compare", "Compare", id="home.compare"),
        Binding("escape", "clear", "All", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._bundled: tuple[KernelCard, ...] = ()
        self._shown: list[KernelCard] = []
        self._runs: tuple[RunCard, ...] = ()
        self._past: list[RunCard] = []

    def compose(self) -> ComposeResult:
        """Search and kernels beside description and runs."""
        yield Bar()
        with Horizontal():
            with Vertical(id="home-left"):
                yield Input(placeholder="search, or a path to C files", id="search")
                yield DataTable(id="kernels", cursor_type="row")
            with Vertical(id="home-right"):
                yield Static("", id="about")
                yield Static("past runs", classes="heading")
                yield DataTable(id="past", cursor_type="row")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Kernels at once, runs from a worker."""
        super().on_mount()
        self._bundled = bundled()
        kernels, past = self.query_one("#kernels", DataTable), self.query_one("#past", DataTable)
        for title, width in (("kernel", 15), ("size", 6), ("best", 6), ("runs", 5), ("tags", 40)):
            kernels.add_column(title, width=width)
        for title, width in (
            ("when", 12),
            ("kernel", 13),
            ("status", 13),
            ("speedup", 20),
            ("proposer", 9),
            ("policy", 8),
        ):
            past.add_column(title, width=width)
        kernels.focus()
        self.repaint()
        self.action_reload()

    def on_screen_resume(self) -> None:
        """A run may have come to its end meanwhile."""
        self.action_reload()

    @work(thread=True, exclusive=True, group="runs")
    def action_reload(self) -> None:
        """Look for runs."""
        self.post_message(RunsFound(tuple(find_runs(self.irloop.runs))))

    @on(RunsFound)
    def _found(self, message: RunsFound) -> None:
        self._runs = message.cards
        self.repaint()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self.repaint()

    @on(Input.Submitted, "#search")
    def _submitted(self) -> None:
        self.query_one("#kernels").focus()

    def repaint(self) -> None:
        """The kernels that match, with their runs."""
        if not self.is_mounted or not self.query("#bar-name"):
            return
        self.query_one(Bar).show(self.PLACE, "what shall be faster?", f"{len(self._runs)} runs in {self.irloop.runs}")
        words = self.query_one("#search", Input).value
        self._shown = programs_at(words) or matching(self._bundled, words)
        table = self.query_one("#kernels", DataTable)
        at = table.cursor_row
        table.clear()
        for card in self._shown:
            size = next((run.size for run in self._runs if run.kernel == _run_name(card)), "")
            table.add_row(*kernel_cells(card, size, history(self._runs, _run_name(card)), self.palette))
        table.move_cursor(row=min(at, max(0, len(self._shown) - 1)))
        self._repaint_right()

    def _repaint_right(self) -> None:
        card = self.chosen
        self.query_one("#about", Static).update(about(card, self.palette) if card else Text("nothing matches"))
        mine = [run for run in self._runs if card and run.kernel == _run_name(card)]
        others = [run for run in self._runs if run not in mine]
        self._past = mine + others
        table = self.query_one("#past", DataTable)
        at = table.cursor_row
        table.clear()
        for run in self._past:
            table.add_row(*run_cells(run, self.palette, strong=run in mine))
        table.move_cursor(row=min(at, max(0, len(self._past) - 1)))

    @property
    def chosen(self) -> KernelCard | None:
        """The kernel under the cursor."""
        row = self.query_one("#kernels", DataTable).cursor_row
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @on(DataTable.RowHighlighted, "#kernels")
    def _moved(self) -> None:
        self._repaint_right()

    @on(DataTable.RowSelected, "#kernels")
    def action_launch(self) -> None:
        """The form to start a run of the chosen kernel."""
        if self.chosen:
            self.irloop.ask_to_start(self.chosen)

    @on(DataTable.RowSelected, "#past")
    def _open(self, event: DataTable.RowSelected) -> None:
        self.irloop.open_folder(self._past[event.cursor_row].folder)

    def action_search(self) -> None:
        """Into the search field."""
        self.query_one("#search").focus()

    def action_clear(self) -> None:
        """All kernels again."""
        self.query_one("#search", Input).value = ""
        self.query_one("#kernels").focus()

    def action_past(self) -> None:
        """From the kernels to the runs, and back; on a narrow screen one takes the place of the other."""
        to_past = not self.query_one("#past").has_focus
        self.set_class(to_past, "-past")
        self.query_one("#past" if to_past else "#kernels").focus()


def _run_name(card: KernelCard) -> str:
    """What runs of it are called."""
    return card.source.stem if card.is_file and card.source else card.name


def kernel_cells(card: KernelCard, size: str, speedups: Sequence[float], palette: Palette) -> list[Text]:
    """A kernel's cells: name, size and outcome of the last run, the course of all, tags."""
    last = speedups[-1] if speedups else None
    best = Text(f"{last:.2f}x" if last else "·", palette.good if last and last > 1 else palette.muted)
    name = card.source.name if card.is_file and card.source else card.name
    tags = Text(" ".join(card.tags), palette.muted, no_wrap=True, overflow="ellipsis")
    return [Text(name, "bold"), Text(size, palette.muted), best, Text(charts.spark(speedups[-5:]), palette.link), tags]


def run_cells(run: RunCard, palette: Palette, *, strong: bool) -> list[Text]:
    """A run's cells: when, what, how it stands, what came of it."""
    when = time.strftime("%m-%d %H:%M", time.localtime(run.started))
    styles = {"done": palette.good, "running": palette.accent, "failed": palette.bad}
    speedup = Text().append(f"{run.speedup.speedup:.2f}x", f"bold {palette.good}") if run.speedup else Text("")
    if run.speedup:
        speedup.append(f" [{run.speedup.low:.2f}, {run.speedup.high:.2f}]", palette.muted)
    elif run.status == "done":
        speedup = Text("≈ nothing faster", palette.muted)
    return [
        Text(when, palette.muted),
        Text(
            f"{run.kernel} {run.size}".strip(), "bold" if strong else palette.muted, no_wrap=True, overflow="ellipsis"
        ),
        Text(f"{STATUS_MARKS.get(run.status, '●')} {run.status}", styles.get(run.status, palette.doubt)),
        speedup,
        Text(run.proposer),
        Text(run.policy),
    ]


def about(card: KernelCard, palette: Palette) -> Text:
    """What is known of a kernel."""
    text = Text().append(card.name, f"bold {palette.accent}").append(f"  {card.title}\n")
    facts = (("hot function", card.hot), ("sizes", " ".join(card.sizes)), ("tags", " ".join(card.tags)))
    for name, value in facts:
        if value:
            text.append(f"{name} ", palette.muted).append(value).append("\n")
    if card.notes:
        text.append(card.notes, "italic").append("\n")
    shown = card.source if card.is_file else f"kernels/{card.name}/{card.name}.c"
    return text.append(str(shown or ""), palette.muted)
