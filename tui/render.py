"""Records to text: everything that a screen says, without a screen. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from pipeline.records import Interval, Outcome, Scope, Verdict
from pipeline.units import seconds_text
from tui.chronicle import Call, Chronicle, Gauge, LogLine, Row
from tui.palette import Palette

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
STATUS_MARKS = {
    "running": "●",
    "paused": "‖",
    "stopping": "◌",
    "opening": "◌",
    "done": "✓",
    "interrupted": "■",
    "failed": "✗",
    "unfinished": "■",
}


def outcome_style(outcome: Outcome, palette: Palette) -> str:
    """The colour that goes with an outcome's mark."""
    styles = {Outcome.FASTER: palette.good, Outcome.SLOWER: palette.bad, Outcome.REJECTED: palette.bad}
    return styles.get(outcome, palette.doubt if outcome is Outcome.INCONCLUSIVE else palette.muted)


def verdict_cell(row: Row, palette: Palette) -> Text:
    """Mark, outcome, and the reason where it says more."""
    if row.verdict is None:
        return Text(
            "◆ judged now" if row.is_judged_now else "· waiting", palette.accent if row.is_judged_now else "dim"
        )
    verdict = row.verdict
    text = Text().append(f"{verdict.outcome.mark} {verdict.outcome}", outcome_style(verdict.outcome, palette))
    if verdict.reason != "measured":
        text.append(f" {verdict.reason}", palette.muted)
    return text


def interval_text(speedup: Interval | None, palette: Palette, *, style: str = "") -> Text:
    """`1.11x` and its interval in a softer colour."""
    if speedup is None:
        return Text("")
    text = Text().append(f"{speedup.speedup:.2f}x", style)
    return text.append(f" [{speedup.low:.2f}, {speedup.high:.2f}]", palette.muted)


def compact(number: float) -> str:
    """`12.3M` for 12,345,678."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(number) >= limit:
            return f"{number / (limit if unit != 'k' else 1e3):.3g}{unit}"
    return f"{number:g}"


def title(chronicle: Chronicle) -> str:
    """What is optimised, in one line."""
    started = chronicle.state.started
    if started is None:
        return "opening the journal"
    program, settings = started.program, started.settings
    hot = chronicle.state.reference.hot if chronicle.state.reference else program.hot
    parts = [f"{program.name} {program.size}".strip(), hot, settings.policy, settings.proposer]
    return " · ".join(str(part) for part in parts if part)


def status_text(status: str, palette: Palette, seconds: float) -> Text:
    """`● running 0:42`."""
    styles = {"running": palette.good, "done": palette.good, "failed": palette.bad}
    clock = f" {int(seconds) // 60}:{int(seconds) % 60:02}" if seconds >= 1 else ""
    return Text(f"{STATUS_MARKS.get(status, '●')} {status}{clock}", styles.get(status, palette.doubt))


def headline(chronicle: Chronicle, palette: Palette) -> Text:
    """The claim as it stands, and what it has to be read beside."""
    best, state = chronicle.best(), chronicle.state
    if best:
        name, speedup = best
        word = "confirmed" if state.best else "best so far"
        text = Text().append(f"▲ {speedup.speedup:.2f}x", f"bold {palette.good}")
        text.append(f"  [{speedup.low:.2f}, {speedup.high:.2f}]", palette.good)
        text.append(f"  {name}, {word}", "bold")
    elif state.finished:
        text = Text().append("≈ nothing proven faster", f"bold {palette.doubt}")
    else:
        text = Text().append("… nothing faster yet" if state.verdicts else "… preparing", f"bold {palette.muted}")
    beside = []
    if state.reference:
        beside.append(f"-O3 {seconds_text(state.reference.seconds)}")
    if flags := chronicle.best_flags():
        beside.append(f"flags alone {flags.speedup.speedup:.2f}x" if flags.speedup else "")
    if state.noise:
        beside.append(f"noise {state.noise.floor:.1%}")
    return text.append("   " + " · ".join(beside) if beside else "", palette.muted)


def tally(chronicle: Chronicle, palette: Palette) -> Text:
    """How many candidates met which end, as marks with numbers."""
    text = Text()
    verdicts = list(chronicle.state.verdicts.values())
    for outcome in (Outcome.FASTER, Outcome.INCONCLUSIVE, Outcome.SLOWER, Outcome.REJECTED):
        number = sum(verdict.outcome is outcome for verdict in verdicts)
        text.append(f"{outcome.mark}{number} ", outcome_style(outcome, palette) if number else palette.muted)
    same = sum(verdict.outcome in (Outcome.UNCHANGED, Outcome.DUPLICATE) for verdict in verdicts)
    return text.append(f"={same}", palette.muted)


def gauge(done: float, width: int, palette: Palette, style: str = "") -> Text:
    """A bar, `done` between 0 and 1."""
    full = round(max(0.0, min(1.0, done)) * width)
    return Text().append("━" * full, style or palette.link).append("─" * (width - full), palette.muted)


def step_line(chronicle: Chronicle, palette: Palette, *, tick: int, status: str, width: int) -> Text:
    """Spinner, iterations as a gauge, and the step in flight."""
    done, asked, waiting = chronicle.progress()
    judged = len(chronicle.state.verdicts)
    whole = 1.0 if chronicle.is_over else (done + judged / max(1, judged + waiting) * 0.5) / max(1, asked)
    text = Text("", no_wrap=True, overflow="ellipsis")
    is_going = status in ("running", "stopping")
    if chronicle.step is not None:
        mark = SPINNER[tick % len(SPINNER)] if is_going else STATUS_MARKS.get(status, "■")
        text.append(f"{mark} ", palette.accent)
    text.append_text(gauge(whole, 10 if width < 100 else 20, palette))
    text.append(f" iteration {min(done + (not chronicle.is_over), asked)}/{asked} ", "bold")
    text.append_text(tally(chronicle, palette))
    text.append(f" {waiting} waiting" if waiting else "", palette.muted)
    if chronicle.step is not None:
        word = "" if is_going else "paused after " if status == "paused" else "ended during "
        detail = f": {chronicle.step.detail}" if chronicle.step.detail else ""
        text.append(f"  {word}{chronicle.step.step}{detail}", palette.link if is_going else palette.doubt)
    text.truncate(max(10, width), overflow="ellipsis")
    return text


def budget_line(gauges: Sequence[Gauge], palette: Palette) -> Text:
    """What models have used: a gauge for each limit, a plain number where none was set."""
    text = Text(no_wrap=True, overflow="ellipsis")
    for index, one in enumerate(gauges):
        text.append("   " if index else "").append(f"{one.unit} ", palette.muted)
        if one.limit is None:
            text.append(compact(round(one.used, 4)))
            continue
        share = one.used / one.limit
        text.append_text(gauge(share, 10, palette, palette.bad if share >= 1 else palette.doubt if share > 0.8 else ""))
        text.append(f" {compact(round(one.used, 2))} of {compact(one.limit)}")
        text.append(" used up" if share >= 1 else "", palette.bad)
    return text


def transcript(calls: Sequence[Call], palette: Palette) -> list[Text]:
    """What models wrote, call by call, the one that is being written last."""
    lines: list[Text] = []
    for call in sorted(calls, key=lambda call: not call.ended):
        head = Text(f"── iteration {call.iteration}, call {call.number}", palette.link)
        if not call.ended:
            head.append(f"  ● being written, {len(call.text):,} characters", palette.good)
        elif call.usage:
            told = (call.usage.model, f"{call.usage.tokens:,} tokens", seconds_text(call.usage.seconds), call.ended)
            head.append("  " + ", ".join(part for part in told if part), palette.muted)
        lines += [head, *(Text(line) for line in call.text.expandtabs(4).splitlines()), Text("")]
    return lines


BADGES = {"pmu": "pmu", "software": "sw", "simulated": "sim", "model": "mod"}


def counters_text(row: Row) -> str:
    """The most telling counter of a candidate with the badge of its source: `1.2M cy pmu`."""
    profile = row.counters
    if profile is None:
        return ""
    badge = BADGES.get(profile.source, profile.source)
    for name, unit in (("cycles", "cy"), ("task-clock", "ms")):
        value = profile.counters.get(name)
        if value is not None:
            return f"{f'{value:.3g}' if unit == 'ms' else compact(value)} {unit} {badge}"
    return badge


def detail(row: Row, palette: Palette, width: int) -> Text:
    """Everything that is known of one candidate."""
    candidate, verdict = row.candidate, row.verdict
    text = Text().append(candidate.id, "bold").append("  ").append_text(verdict_cell(row, palette))
    text.append(", whole program" if verdict and verdict.scope is Scope.PROGRAM else "")
    repairs = f", repairs {candidate.parent}" if candidate.parent else ""
    text.append(f"  {candidate.proposer}, iteration {candidate.iteration}{repairs}\n", palette.muted)
    words = (verdict.intent if verdict else "") or candidate.label
    text.append(f"{words}\n" if words else "", "italic")
    if verdict is None:
        return text
    if verdict.detail:
        text.append(f"{verdict.detail}\n", palette.doubt if verdict.outcome is Outcome.INCONCLUSIVE else "")
    return text.append("\n").append_text(grid(_facts(row, verdict, palette), width, palette))


def grid(facts: Sequence[tuple[str, Text | str]], width: int, palette: Palette) -> Text:
    """Names and values in as many columns as stand beside each other; what has no value is left out."""
    told = [(name, Text(value) if isinstance(value, str) else value) for name, value in facts if value]
    if not told:
        return Text()
    label = max(len(name) for name, _ in told) + 2
    cell = label + max(value.cell_len for _, value in told) + 3
    across = max(1, min(3, width // cell))
    rows = -(-len(told) // across)
    lines = []
    for start in range(rows):
        line = Text()
        for name, value in told[start::rows]:
            line.append(name.ljust(label), palette.muted).append_text(value)
            line.append(" " * (cell - label - value.cell_len))
        lines.append(line)
    return Text("\n").join(lines)


def _facts(row: Row, verdict: Verdict, palette: Palette) -> list[tuple[str, Text | str]]:
    spent = f"{verdict.own_seconds:.2f} s + {verdict.verify_seconds:.2f} s" if verdict.own_seconds else ""
    return [
        ("speedup", interval_text(verdict.speedup, palette, style="bold")),
        ("over the best", interval_text(verdict.versus_incumbent, palette)),
        ("time", seconds_text(row.seconds) if row.seconds else ""),
        ("counters", counters_text(row)),
        ("form", f"{verdict.form}, {verdict.finish}" if verdict.finish else str(verdict.form or "")),
        ("IR lines", str(verdict.ir_lines or "")),
        ("tokens", f"{row.usage.tokens:,}" if row.usage else ""),
        ("cost", f"{row.usage.cost:.4g}" if row.usage and row.usage.cost is not None else ""),
        ("mended", ", ".join(verdict.mends)),
        ("alive-tv", verdict.alive),
        ("build + verify", spent),
        ("machine code", verdict.digest),
    ]


# Cells of the time in front of a line of narration.
LOG_TIME = len("  0:00.0 ")


def log_line(line: LogLine, palette: Palette) -> Text:
    """One line of narration with the time since the beginning."""
    text = Text(f"{int(line.seconds) // 60:>3}:{line.seconds % 60:04.1f} ", palette.muted, no_wrap=True)
    style = outcome_style(line.outcome, palette) if line.outcome else palette.muted if line.step else ""
    return text.append(line.text, style)


def ladder_text(chronicle: Chronicle, palette: Palette, width: int) -> Text:
    """What flags alone reach, with irloop's own line, and what the reference's notes say."""
    from tui.charts import Effect, forest

    state = chronicle.state
    rows = [
        Effect(rung.name, rung.speedup, rung.note or (f"measured on {rung.measured}" if rung.measured else ""))
        for rung in state.ladder
    ]
    if best := chronicle.best():
        rows.append(Effect(f"irloop: {best[0]}", best[1], "", ours=True))
    text = forest(rows, width, palette)
    if state.split:
        text.append(f"\nwhole process, plain over split: {state.split.plain_over_split}", palette.muted)
    for note in state.reference.notes if state.reference else ():
        text.append(f"\n{note}", palette.muted)
    return text
