"""How reports say numbers: the same words on the page, in Markdown and in pictures."""

from __future__ import annotations

from pipeline.records import Interval, LadderRow
from pipeline.reports.summary import GroupSummary, Mean, RunSummary
from pipeline.units import seconds_text


def ratio(value: float) -> str:
    """A speedup: `1.23x`."""
    return f"{value:.2f}x"


def duration(seconds: float | None) -> str:
    """`2.71 ms`; empty for None."""
    return "" if seconds is None else seconds_text(seconds)


def effect_text(effect: Interval | None) -> str:
    """`1.23x [1.21, 1.27]`; empty for None."""
    return str(effect) if effect else ""


def gain_text(result: RunSummary) -> str:
    """The winner's speedup with its interval, or why there is none."""
    if result.best:
        return effect_text(result.best.speedup)
    return "nothing proven faster" if result.status == "done" else f"run {result.status}"


def rung_text(rung: LadderRow | None) -> str:
    """`1.78x, -O3 -march=native`; empty where no rung was measured."""
    return f"{ratio(rung.speedup.speedup)}, {rung.name}" if rung and rung.speedup else ""


def amount_of(count: int, thing: str) -> str:
    """`1 run`, `3 runs`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def lead(group: GroupSummary) -> tuple[str, list[str]]:
    """Where a group's runs were made, and what they show: a sentence for each mean, and for each kernel without one."""
    where = group.group.title
    if not group.results:
        return where, [f"{amount_of(len(group.runs), 'run')}, none with a reference yet."]
    averaged = {(mean.size, mean.asked) for mean in group.means}
    single = [result for result in group.results if (result.size, result.asked) not in averaged]
    said = [_mean_sentence(group, mean) for mean in group.means]
    return where, said + [_result_sentence(group, result) for result in single]


def _mean_sentence(group: GroupSummary, mean: Mean) -> str:
    told = mean.irloop
    won = f"{told.cases - told.without_winner} of {amount_of(told.cases, 'kernel')} proven faster"
    flags = f"; the best flags for each kernel alone: {ratio(mean.flags.value)}" if mean.flags else ""
    label = group.mean_label(mean)
    return f"{label[0].upper()}{label[1:]}: {told} over clang -O3, {won}{flags}."


def _result_sentence(group: GroupSummary, result: RunSummary) -> str:
    nothing = "nothing was proven faster" if result.status == "done" else f"run {result.status}, no winner yet"
    gain = f"{effect_text(result.best.speedup)} over clang -O3" if result.best else nothing
    flags = f"; the best of the flags alone: {rung_text(result.best_rung)}" if result.best_rung else ""
    return f"{group.label(result)}: {gain}{flags}."
