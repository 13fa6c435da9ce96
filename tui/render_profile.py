"""The evidence on a run as rows of tables and as lines. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from pipeline.events import ProfileReady
from pipeline.findings import Findings, LoopFacts, Remark
from tui.palette import Palette
from tui.render import compact, gauge

ABSENT = "—"
LOOP_COLUMNS = (
    ("loop", 26),
    ("own instructions", 17),
    ("executed", 8),
    ("iterations", 10),
    ("IR lines", 8),
    ("C lines", 7),
    ("D1 misses", 9),
    ("model", 16),
)


def distinct(profiles: Sequence[ProfileReady]) -> tuple[ProfileReady, ...]:
    """The profiles without those that repeat an incumbent which stayed the same."""
    return tuple(p for n, p in enumerate(profiles) if n == 0 or p.candidate != profiles[n - 1].candidate)


def counter_rows(profiles: Sequence[ProfileReady], palette: Palette) -> list[list[Text]]:
    """Counters as rows: name, a value per profile, the change from the first to the last in percent."""
    names = list(dict.fromkeys(name for profile in profiles for name in profile.counters))
    rows = [_row(name, [profile.counters.get(name) for profile in profiles], palette) for name in names]
    rows.append(_row("IR lines", [float(profile.ir_lines) for profile in profiles], palette))
    source = [Text(profile.source, palette.muted, justify="right") for profile in profiles]
    return [*rows, [Text("source", palette.muted), *source, Text("")]]


def _row(name: str, values: Sequence[float | None], palette: Palette) -> list[Text]:
    cells = [
        Text(ABSENT, palette.muted, justify="right") if value is None else Text(_value(value), justify="right")
        for value in values
    ]
    first, last = values[0], values[-1]
    change = f"{last / first - 1:+.1%}" if first and last is not None and len(values) > 1 else ""
    return [Text(name, "bold"), *cells, Text(change, palette.muted, justify="right")]


def _value(value: float) -> str:
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def loop_rows(findings: Findings, palette: Palette) -> list[list[Text]]:
    """Every loop of the reference in its nest: what part of all instructions is its own, how often it runs."""
    models = {model.header: f"{model.cycles:.3g} cy, {model.ipc:.2g} IPC" for model in findings.models}
    hottest = max((_own(loop) for loop in findings.loops), default=0)
    rows = []
    for loop in findings.loops:
        share = _own(loop) / findings.instructions if findings.instructions else 0.0
        style = f"bold {palette.accent}" if _own(loop) == hottest and hottest else ""
        cells = [
            compact(_own(loop)) if loop.own else ABSENT,
            compact(loop.iterations) if loop.iterations is not None else ABSENT,
            _range(loop.lines),
            _range(loop.source_lines),
            compact(loop.own.d1_misses) if loop.own else ABSENT,
            models.get(loop.header, ""),
        ]
        name = Text("  " * (loop.depth - 1) + loop.header, style, no_wrap=True, overflow="ellipsis")
        rows.append([name, gauge(share, 10, palette).append(f" {share:5.1%}"), *(Text(cell) for cell in cells)])
    return rows


def _own(loop: LoopFacts) -> int:
    return loop.own.instructions if loop.own else 0


def _range(lines: tuple[int, int] | None) -> str:
    return ABSENT if lines is None else f"{lines[0]}" if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def loops_note(findings: Findings | None) -> str:
    """Where the numbers about loops come from."""
    if findings is None:
        return "no evidence is journalled for this run"
    if not findings.loops:
        return "the hot function has no loop"
    if findings.simulation is None:
        return "loops of the reference; counts need valgrind (see `irloop doctor`)"
    partial = ", the first part of the run only" if findings.simulation.partial else ""
    return f"loops of the reference; counts simulated by {findings.simulation.tool}{partial}, model: llvm-mca"


def remark_lines(remarks: Sequence[Remark], palette: Palette) -> list[Text]:
    """What the optimiser said about the hot function, missed chances first."""
    order = ("missed", "analysis", "passed")
    marks = {"missed": ("✗", palette.bad), "passed": ("✓", palette.good)}
    lines = []
    for remark in sorted(remarks, key=lambda remark: (order.index(remark.kind), -len(remark.loops))):
        mark, style = marks.get(remark.kind, ("·", palette.muted))
        text = Text().append(f"{mark} {remark.kind:<8} ", style).append(f"{remark.optimiser}: ", palette.soft)
        text.append(remark.message)
        text.append(f" ({Path(remark.file).name}:{remark.line})" if remark.line else "", palette.muted)
        text.append(f" in {', '.join(remark.loops)}" if remark.loops else "", palette.muted)
        lines.append(text.append(f" {remark.count} times" if remark.count > 1 else "", palette.muted))
    return lines or [Text("no remarks are journalled for this run", palette.muted)]
