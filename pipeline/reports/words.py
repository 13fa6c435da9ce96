"""How reports say numbers: the same words on the page, in Markdown and in pictures."""

from __future__ import annotations

from pipeline.records import Interval, LadderRow
from pipeline.reports.summary import GroupSummary, Mean


def ratio(value: float) -> str:
    """A speedup: `1.23x`."""
    return f"{value:.2f}x"


def duration(seconds: float | None) -> str:
    """`2.71 ms`; empty for None."""
    if seconds is None:
        return ""
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def effect_text(effect: Interval | None) -> str:
    """`1.23x [1.21, 1.27]`; empty for None."""
    return str(effect) if effect else ""


def rung_text(rung: LadderRow | None) -> str:
    """`1.78x, -O3 -march=native`; empty where no rung was measured."""
    return f"{ratio(rung.speedup.speedup)}, {rung.name}" if rung and rung.speedup else ""


def amount_of(count: int, thing: str) -> str:
    """`1 run`, `3 runs`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def lead_sentence(group: GroupSummary) -> str:
    """What a group shows, in one sentence for each proposer that its runs were started with."""
    where = f"{group.group.machine}, {group.group.compiler}, policy {group.group.policy}"
    if not group.means:
        return f"{where}: {amount_of(len(group.runs), 'run')}, none with a reference yet."
    if len(group.results) == 1:
        result = group.results[0]
        gain = f"{effect_text(result.best.speedup)} over clang -O3" if result.best else "nothing was proven faster"
        flags = f"; the best of the flags alone: {rung_text(result.best_rung)}" if result.best_rung else ""
        return f"{where}: {result.case}: {gain}{flags}."
    return f"{where}: " + " ".join(_mean_sentence(mean, len(group.means) > 1) for mean in group.means)


def _mean_sentence(mean: Mean, named: bool) -> str:
    told = mean.irloop
    who = f"proposer {mean.asked}: " if named else ""
    won = f"{told.cases - told.without_winner} of {amount_of(told.cases, 'kernel')} proven faster"
    over = f"geometric mean over all {ratio(told.value)} [{told.low:.2f}, {told.high:.2f}] over clang -O3"
    flags = f"; the best flags for each kernel alone: {ratio(mean.flags.value)}" if mean.flags else ""
    return f"{who}{won}; {over}{flags}."
