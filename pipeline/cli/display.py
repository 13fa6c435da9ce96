"""How a run looks on a terminal: narration while it goes on, a table at its end. Pure text from events and state."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from pipeline import events
from pipeline.events import AnyEvent, ProfileReady
from pipeline.records import Interval, Outcome, Scope, Verdict
from pipeline.state import State
from pipeline.units import seconds_text

STYLES = {
    Outcome.FASTER: "green",
    Outcome.SLOWER: "red",
    Outcome.INCONCLUSIVE: "yellow",
    Outcome.UNCHANGED: "dim",
    Outcome.DUPLICATE: "dim",
    Outcome.REJECTED: "red",
}
# A step that lasts longer says how long it has.
WORTH_TELLING_SECONDS = 5


def verdict_text(verdict: Verdict) -> Text:
    """Mark, outcome and reason; what was judged, where it was not the function behind the boundary."""
    scope = ", whole program" if verdict.scope is Scope.PROGRAM else ""
    return Text(f"{verdict.outcome.mark} {verdict.outcome} ({verdict.reason}{scope})", style=STYLES[verdict.outcome])


def narrate(event: AnyEvent, state: State) -> str | None:
    """One plain line for an event worth telling, or None."""
    match event:
        case events.RunStarted():
            program = event.program
            size = f" {program.size}" if program.size else ""
            return f"run {event.folder}: {program.name}{size}, policy {event.settings.policy}"
        case events.RunResumed():
            return "going on with the interrupted run"
        case events.StepStarted():
            return f"  {event.step}: {event.detail}" if event.detail else f"  {event.step}"
        case events.ReferenceReady():
            found = "" if event.hot_found_by == "named" else f" (found by {event.hot_found_by})"
            takes = f"{seconds_text(event.seconds)} in {event.calls} call(s)"
            return f"reference: {event.hot}{found} takes {takes}; {len(event.seeds)} hidden input(s)"
        case events.NoiseMeasured():
            return f"noise floor: {event.floor:.1%} (reference against itself: {event.interval})"
        case events.SplitMeasured():
            return f"plain program against split reference, whole process: {event.plain_over_split}"
        case events.LadderMeasured():
            kept = f"measured on {event.row.measured}" if event.row.measured else ""
            said = [str(part) for part in (event.row.speedup, event.row.note, kept) if part]
            return f"ladder: {event.row.name}: {'; '.join(said)}"
        case events.ProposerExhausted():
            return f"{event.proposer}: {event.detail}"
        case events.ModelCalled():
            return _call_line(event)
        case events.BudgetReached():
            return event.detail
        case events.RepairEnded():
            return f"{event.candidate} is not repaired: {event.detail}"
        case events.VerdictReached():
            return _verdict_line(event.verdict, state)
        case events.IterationFinished():
            best = f"best {event.incumbent} {event.speedup}" if event.speedup else "nothing faster yet"
            return f"iteration {event.iteration} done: {best}"
        case events.WinnerConfirmed():
            outcome = "confirmed" if event.held else f"not confirmed ({event.detail})"
            return f"winner {event.candidate} {outcome}: {event.speedup or 'not measured'}"
        case events.RunFinished() if event.status != "done":
            return f"run {event.status}{': ' + event.detail if event.detail else ''}"
    return None


def _call_line(event: events.ModelCalled) -> str:
    usage = event.usage
    about = "about " if usage.estimated else ""
    cost = f", cost {usage.cost:.4g}" if usage.cost is not None else ""
    tokens = f"{about}{usage.prompt_tokens} + {usage.completion_tokens} tokens"
    ended = "" if event.finish == "stop" else f", {event.finish}{': ' + event.detail if event.detail else ''}"
    return f"  call {event.call} of {usage.model}: {tokens}, {seconds_text(usage.seconds)}{cost}{ended}"


def _verdict_line(verdict: Verdict, state: State) -> str:
    candidate = state.candidates[verdict.candidate]
    speed = f" {verdict.speedup}" if verdict.speedup else ""
    what = verdict.intent or candidate.label
    detail = f": {verdict.detail.splitlines()[0]}" if verdict.detail else ""
    return f"{verdict.candidate} {verdict_text(verdict).plain}{speed} — {candidate.proposer}, {what[:80]}{detail}"


class Progress:
    """Shows a run on standard error: a live table on a terminal, plain lines elsewhere."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.console = console
        self.state = State()
        self._spinner = Spinner("dots")
        self._step, self._since = "", clock()
        self._live = (
            Live(get_renderable=self._frame, console=console, refresh_per_second=8, transient=True)
            if console.is_terminal
            else None
        )

    def __enter__(self) -> Progress:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._live.stop()

    def show(self, event: AnyEvent) -> None:
        """Take in one event."""
        self.state = self.state.apply(event)
        line = narrate(event, self.state)
        if self._live is None:
            if line:
                self.console.print(line, highlight=False, markup=False, soft_wrap=True)
            return
        if isinstance(event, events.StepStarted):
            self._step = f"{event.step}: {event.detail}" if event.detail else event.step
            self._since = self._clock()
        elif isinstance(event, events.ReplyStreamed):
            last = event.text.rstrip().rpartition("\n")[2][-60:]
            self._step = f"reply {event.call}, {event.characters} characters: {last}"
        elif line:
            style = STYLES[event.verdict.outcome] if isinstance(event, events.VerdictReached) else ""
            self._live.console.print(Text(line, style), no_wrap=True, overflow="ellipsis")
        self._live.refresh()

    def _frame(self) -> RenderableType:
        lasted = self._clock() - self._since
        step = f"{self._step} ({lasted:.0f} s)" if lasted >= WORTH_TELLING_SECONDS else self._step
        self._spinner.update(text=Text(step, overflow="ellipsis", no_wrap=True))
        parts: list[RenderableType] = [self._spinner]
        incumbent = self.state.incumbent
        if incumbent and (speedup := self.state.verdicts[incumbent].speedup):
            parts.append(Text(f"  best so far: {incumbent} {speedup}", style="green"))
        return Group(*parts)


def result_table(state: State) -> Table:
    """The short table at the end of a run: baseline, ladder, best candidate, all with intervals."""
    assert state.started is not None
    assert state.reference is not None
    program, settings = state.started.program, state.started.settings
    size = f" {program.size}" if program.size else ""
    title = f"{program.name}{size}: {state.reference.hot}, policy {settings.policy}"
    table = Table(title=title, title_justify="left", caption_justify="left")
    table.add_column("build of the hot function")
    table.add_column("time", justify="right")
    table.add_column("speedup", justify="right")
    table.add_column("99 % interval", justify="right")
    baseline = state.reference.seconds
    table.add_row("clang -O3 (baseline)", seconds_text(baseline), "1.00x", "")
    for row in state.ladder:
        mark = " (best by flags)" if row == state.best_rung else ""
        mark += " (other results!)" if row.speedup and row.note else ""
        table.add_row(f"{row.name}{mark}", *_cells(row.speedup, baseline, row.note), style="dim" if not mark else None)
    if state.best:
        name, interval = state.best
        candidate = state.candidates[name]
        label = f"irloop: {name}, {candidate.proposer}, form {state.verdicts[name].form}"
        table.add_row(label, *_cells(interval, baseline, ""), style="bold green")
    else:
        table.add_row("irloop: nothing proven faster", "", "", "")
    return table


def _cells(interval: Interval | None, baseline: float, note: str) -> tuple[str, str, str]:
    if interval is None:
        return "", "", note[:60]
    return (
        seconds_text(baseline / interval.speedup),
        f"{interval.speedup:.2f}x",
        f"{interval.low:.2f} to {interval.high:.2f}",
    )


def closing_lines(state: State, folder: Path) -> list[str]:
    """What to know beside the table: noise, cost of splitting, counters, where the files are."""
    lines = []
    if state.noise:
        lines.append(f"noise floor {state.noise.floor:.1%}: smaller gains are not claimed")
    if state.ladder and state.ladder[0].measured:
        lines.append(f"flags were measured on {state.ladder[0].measured}; to measure again: --fresh-ladder")
    if state.split:
        lines.append(f"whole process, plain clang -O3 over the split reference: {state.split.plain_over_split}")
    if state.profiles and state.profiles[0].source != "pmu":
        lines.append(f"counters: {_counters(state.profiles[0])}; what to do: `irloop doctor`")
    lines.append(f"files: {folder}")
    return lines


def _counters(profile: ProfileReady) -> str:
    """What counted, where it was not the processor itself."""
    if profile.source != "software":
        return f"{profile.source} ({profile.detail})"
    # perf counts page faults wherever it may count at all.
    refused = profile.counters.get("page-faults") is None
    return "none (perf is not permitted here)" if refused else "software events only (no PMU here)"


def verdict_table(state: State) -> Table:
    """Every candidate with its verdict, for `irloop show`."""
    table = Table(title="candidates", title_justify="left")
    for name in ("id", "iteration", "proposer", "form", "verdict", "speedup", "what and why"):
        table.add_column(name, overflow="fold")
    for name, candidate in state.candidates.items():
        verdict = state.verdicts.get(name)
        if verdict is None:
            table.add_row(name, str(candidate.iteration), candidate.proposer, "", "not judged yet", "", candidate.label)
            continue
        what = verdict.intent or candidate.label
        why = f"{what}\n{verdict.detail}" if verdict.detail else what
        mends = f"\nmended: {', '.join(verdict.mends)}" if verdict.mends else ""
        mends += f"\n{verdict.alive}" if verdict.alive else ""
        best = " (best)" if state.best and state.best[0] == name else ""
        table.add_row(
            name + best,
            str(candidate.iteration),
            candidate.proposer,
            verdict.form or "",
            verdict_text(verdict),
            str(verdict.speedup) if verdict.speedup else "",
            Text(why + mends),
        )
    return table
