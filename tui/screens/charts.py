"""The run as pictures."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, TabbedContent, TabPane

from tui import charts
from tui.library import RunCard, find_runs
from tui.messages import RunsFound
from tui.render import ladder_text
from tui.screens.base import RunScreen
from tui.session import Session
from tui.widgets.bar import Bar
from tui.widgets.drawing import Draw, Drawing

PARTS = {
    "convergence": "Convergence",
    "samples": "Samples",
    "mix": "Instructions",
    "flags": "Flags",
    "kernels": "Kernels",
}


class ChartsScreen(RunScreen):
    """Convergence, samples, instruction mix, what flags reach, all kernels."""

    PLACE = "charts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "turn(-1)", "Tab back", show=False, id="charts.tab_back"),
        Binding("right_square_bracket", "turn(1)", "Next chart", id="charts.tab_next"),
        Binding("comma", "candidate(-1)", "Older", id="charts.older", tooltip="Samples of the candidate before"),
        Binding("full_stop", "candidate(1)", "Newer", id="charts.newer", tooltip="Samples of the next candidate"),
        Binding("escape", "app.back", "Back", id="charts.back"),
    ]

    def __init__(self, session: Session, name: str | None) -> None:
        super().__init__(session)
        best = session.chronicle.best()
        self._name = name or (best[0] if best else None)
        self._cards: tuple[RunCard, ...] | None = None

    def compose(self) -> ComposeResult:
        """One tab a chart."""
        yield Bar()
        with TabbedContent(id="charts"):
            for name, title in PARTS.items():
                with TabPane(title, id=name):
                    yield Drawing(id=f"draw-{name}")
        yield Footer(compact=True)

    def on_screen_resume(self) -> None:
        """A run may have come to its end meanwhile."""
        self._read()

    @work(thread=True, exclusive=True, group="runs")
    def _read(self) -> None:
        """Look for runs: not while drawing, there may be thousands."""
        self.post_message(RunsFound(tuple(find_runs(self.irloop.runs))))

    @on(RunsFound)
    def _found(self, message: RunsFound) -> None:
        self._cards = message.cards
        self.repaint()

    def repaint(self) -> None:
        """Draw from what the session knows now."""
        if not self.is_there:
            return
        self.repaint_bar()
        chronicle, palette = self.session.chronicle, self.palette
        data = chronicle.convergence()

        def headed(words: str, width: int, height: int) -> Text:
            marks = charts.legend(data, palette)
            text = Text(f"{words}   " if len(words) + 3 + marks.cell_len <= width else "", palette.muted)
            text.append_text(marks).append("\n\n")
            return text.append_text(charts.convergence(data, width, height - 2, palette))

        self._draw("samples", self._samples)
        self._draw("convergence", lambda w, h: headed("speedup over -O3, candidate by candidate", w, h))
        counts = {profile.candidate or "-O3": profile.opcodes for profile in chronicle.state.profiles}
        if counts:
            self._draw("mix", lambda w, h: charts.mix(counts, w, h, palette))
        self._draw("flags", lambda w, _: ladder_text(chronicle, palette, w))
        self._draw("kernels", self._kernels)

    def _draw(self, name: str, draw: Draw) -> None:
        self.query_one(f"#draw-{name}", Drawing).show(draw)

    def _samples(self, width: int, height: int) -> Text:
        name = self._name or next(iter(self.session.chronicle.state.verdicts), "")
        taken = self.session.chronicle.last_samples(name)
        if taken is None:
            return Text(f"{name}: not measured", self.palette.muted)
        clock = "thread CPU time" if taken.clock != "ticks" else "clock ticks"
        text = (
            Text()
            .append(f"{name}", "bold")
            .append(f"  {taken.purpose}, {clock}, paired by round\n\n", self.palette.muted)
        )
        return text.append_text(charts.strip(taken.seconds, width, height - 2, self.palette))

    def _kernels(self, width: int, height: int) -> Text:
        if self._cards is None:
            return Text("reading the runs", self.palette.muted)
        newest: dict[str, charts.Effect] = {}
        for card in self._cards:
            label = f"{card.kernel} {card.size} {card.policy}"
            if card.status == "done" and label not in newest:
                ours = card.folder == self.session.folder
                newest[label] = charts.Effect(label, card.speedup, "nothing proven faster", ours=ours)
        rows = sorted(newest.values(), key=lambda row: -(row.speedup.speedup if row.speedup else 1.0))
        note = Text("the newest run of each kernel, over clang -O3; 99 % intervals\n\n", self.palette.muted)
        return note.append_text(charts.forest(rows[: max(1, height - 3)], width, self.palette))

    def action_turn(self, by: int) -> None:
        """Another chart."""
        parts, names = self.query_one(TabbedContent), list(PARTS)
        parts.active = names[(names.index(parts.active) + by) % len(names)]

    def action_candidate(self, by: int) -> None:
        """The samples of another candidate."""
        names = list(self.session.chronicle.state.verdicts)
        if names:
            at = names.index(self._name) if self._name in names else 0
            self._name = names[(at + by) % len(names)]
            self.query_one(TabbedContent).active = "samples"
            self.repaint()
