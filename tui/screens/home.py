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
from tui.widgets.listing import Listing

# Title and width, the most telling first; the last one of the kernels takes the room that is left.
KERNEL_COLUMNS = (("kernel", 14), ("best", 7), ("trend", 5), ("size", 6), ("tags", 8))
PAST_COLUMNS = (
    ("kernel", 15),
    ("result", 8),
    ("status", 13),
    ("when", 11),
    ("99 % interval", 13),
    ("proposer", 9),
    ("policy", 8),
)
HINT = "choose a kernel and press Enter; / searches, or takes a path"


class Home(Plain):
    """Kernels at the left, the chosen one with its runs at the right."""

    PLACE = "irloop"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,f5", "launch", "New run", id="home.launch", tooltip="Optimise the chosen kernel"),
        Binding("slash", "search", "Search", id="home.search", tooltip="Search by name, title or tag; or type a path"),
        Binding("r", "reload", "Reload", id="home.reload", tooltip="Look for runs again", show=False),
        Binding("p", "past", "Past runs", id="home.past", tooltip="Change between kernels and past runs"),
        Binding("m,f7", "app.compare", "Compare", id="home.compare", tooltip="Several runs beside each other"),
        Binding("a", "app.attach", "Attach", id="home.attach", tooltip="Runs that go on in containers"),
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
                yield Input(placeholder="/ search, or a path to C files", id="search")
                yield Listing(id="kernels")
            with Vertical(id="home-right"):
                yield Static("", id="about")
                yield Static("past runs", id="past-title", classes="heading")
                yield Listing(id="past")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Kernels at once, runs from a worker."""
        self._bundled = bundled()
        self.query_one("#kernels").focus()
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
        told = f"{len(self._bundled)} kernels, {len(self._runs)} runs in {self.irloop.runs}"
        self.query_one(Bar).show(self.PLACE, HINT, told)
        words = self.query_one("#search", Input).value
        self._shown = programs_at(words) or matching(self._bundled, words)
        rows = []
        for card in self._shown:
            size = next((run.size for run in self._runs if run.kernel == _run_name(card)), "")
            rows.append(kernel_cells(card, size, history(self._runs, _run_name(card)), self.palette))
        self.query_one("#kernels", Listing).fill(KERNEL_COLUMNS, rows, grows=True)
        self._repaint_right()

    def _repaint_right(self) -> None:
        card = self.chosen
        self.query_one("#about", Static).update(
            about(card, self.palette) if card else Text("nothing matches: / and Escape show all kernels")
        )
        mine = [run for run in self._runs if card and run.kernel == _run_name(card)]
        others = [run for run in self._runs if run not in mine]
        self._past = mine + others
        title = "past runs" if self._past else "no runs yet: Enter starts the first one"
        self.query_one("#past-title", Static).update(title)
        rows = [run_cells(run, self.palette, strong=run in mine) for run in self._past]
        self.query_one("#past", Listing).fill(PAST_COLUMNS, rows)

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
        self.set_focus(self.query_one("#search"))

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
    best = Text("·", palette.muted)
    if last:
        best = Text(f"▲{last:.2f}x", palette.good) if last > 1 else Text("≈", palette.muted)
    name = card.source.name if card.is_file and card.source else card.name
    tags = Text(" ".join(card.tags), palette.muted, no_wrap=True, overflow="ellipsis")
    runs = Text(charts.spark(speedups[-5:]), palette.link)
    return [Text(name, "bold", no_wrap=True, overflow="ellipsis"), best, runs, Text(size, palette.muted), tags]


def run_cells(run: RunCard, palette: Palette, *, strong: bool) -> list[Text]:
    """A run's cells: what, what came of it, how it stands, when, with which choices."""
    when = time.strftime("%m-%d %H:%M", time.localtime(run.started))
    styles = {"done": "", "running": palette.accent, "failed": palette.bad}
    result = Text("≈ none" if run.status == "done" else "", palette.muted)
    if run.speedup:
        result = Text(f"▲ {run.speedup.speedup:.2f}x", f"bold {palette.good}")
    return [
        Text(f"{run.kernel} {run.size}".strip(), "bold" if strong else "", no_wrap=True, overflow="ellipsis"),
        result,
        Text(f"{STATUS_MARKS.get(run.status, '●')} {run.status}", styles.get(run.status, palette.doubt)),
        Text(when, palette.muted),
        Text(f"{run.speedup.low:.2f}…{run.speedup.high:.2f}" if run.speedup else "", palette.muted),
        Text(run.proposer),
        Text(run.policy),
    ]


def about(card: KernelCard, palette: Palette) -> Text:
    """What is known of a kernel."""
    text = Text().append(card.name, f"bold {palette.accent}").append(f"  {card.title}\n")
    shown = card.source if card.is_file else f"kernels/{card.name}/{card.name}.c"
    facts = (("function", card.hot), ("sizes", " ".join(card.sizes)), ("tags", " ".join(card.tags)), ("file", shown))
    for name, value in facts:
        if value:
            text.append(f"{name:<9}", palette.muted).append(f"{value}\n")
    return text.append(card.notes, palette.muted)
