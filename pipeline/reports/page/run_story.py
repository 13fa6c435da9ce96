"""One run on the page: its ladder, its iterations with every candidate, and the command that repeats it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from pipeline.reports.journals import Run
from pipeline.reports.page.markup import Html, element, items, joined, table, unbroken
from pipeline.reports.story import Chapter, story
from pipeline.reports.summary import RunSummary
from pipeline.reports.words import effect_text, ratio
from pipeline.units import seconds_text

_LINE_CLASSES = {"+": "added", "-": "removed", "@": "hunk"}


def run_story(run: Run, told: RunSummary, anchor: str) -> Html:
    """The story of one run, with the fragment `anchor`."""
    chapters = list(story(run))
    iterations = [
        joined([element("h4", f"Iteration {number}{_after(run, number)}"), *(_chapter(each) for each in members)])
        for number, members in groupby(chapters, key=lambda chapter: chapter.iteration)
    ]
    gone = [f"Iteration {each.iteration}: {each.proposer}: {each.detail}" for each in run.state.exhausted]
    return element(
        "article",
        element("h3", f"{told.case}, run {told.run}"),
        element("p", _opening(run, told)),
        _ladder(told),
        *iterations,
        items(gone),
        items(_ending(run)),
        element("h4", "Repeat it"),
        element("pre", told.command, class_="command"),
        id=anchor,
    )


def _opening(run: Run, told: RunSummary) -> str:
    takes = f", {seconds_text(told.baseline_seconds)} with clang -O3" if told.baseline_seconds else ""
    won = f" Winner: {told.best.candidate} ({told.best.proposer}), {told.best.speedup}." if told.best else ""
    asked = f"policy {run.settings.policy}, proposer {run.settings.proposer}"
    what = f"Hot function {told.hot}{takes}; {asked}; {told.status}."
    nothing = " Nothing was proven faster." if told.status == "done" else " No winner yet."
    return what + (won or nothing)


def _after(run: Run, iteration: int) -> str:
    ended = run.state.iterations.get(iteration)
    if ended is None:
        return " (not finished)"
    return f": best {ended.incumbent} {ended.speedup}" if ended.speedup else ": nothing faster yet"


def _ladder(told: RunSummary) -> Html:
    rows = [
        (
            unbroken(row.name),
            effect_text(row.speedup),
            "; ".join(filter(None, (row.note, row.measured and f"measured {row.measured}"))),
        )
        for row in told.ladder
    ]
    if not rows:
        return element("p", "What flags alone reach was not measured.", class_="quiet")
    return table(("flags alone", "speedup", "note"), rows)


def _chapter(told: Chapter) -> Html:
    kind = str(told.outcome) if told.outcome else ""
    mark = f"{told.outcome.mark} " if told.outcome else ""
    speed = f" {ratio(told.speedup.speedup)}" if told.speedup else ""
    summary = element(
        "summary",
        element("b", told.candidate),
        f" {told.proposer}{f', {told.form}' if told.form else ''} ",
        element("span", f"{mark}{told.verdict}{speed}", class_=kind or None),
        f": {told.intent}" if told.intent else "",
    )
    facts = [
        told.detail,
        f"measured: {told.speedup}, {told.speedup.pairs} pairs" if told.speedup else "",
        f"confirmed: {told.confirmed}, {told.confirmed.pairs} fresh pairs" if told.confirmed else "",
        *told.notes,
    ]
    against = f"Change against {told.against}:" if told.against else "Its code:"
    code = joined([element("p", against, class_="quiet"), _diff(told.diff)]) if told.diff else None
    return element("details", summary, items(filter(None, facts)), code)


def _diff(lines: Iterable[str]) -> Html:
    spans = (element("span", line or " ", class_=_LINE_CLASSES.get(line[:1])) for line in lines)
    return element("pre", *spans, class_="diff", tabindex="0")


def _ending(run: Run) -> list[str]:
    told = [
        f"{each.candidate} {'held' if each.held else 'did not hold'} when measured afresh: "
        f"{effect_text(each.speedup) or each.detail}"
        for each in run.state.confirmations
    ]
    if run.state.noise:
        told.append(
            f"Noise floor {run.state.noise.floor:.1%} (the reference against itself {run.state.noise.interval})."
        )
    if run.state.split:
        told.append(f"Whole process, plain clang -O3 over the split reference: {run.state.split.plain_over_split}.")
    if run.state.evidence and (line := run.state.evidence.findings.roofline):
        attained, attainable = line.attained / 1e9, line.attainable / 1e9
        told.append(
            f"The original at its roofline: {attained:.3g} of {attainable:.3g} · 10⁹ operations a second "
            f"({line.percent:.0f} %), bound by {line.bound} ({line.stream.level})."
        )
    told += [f"Inputs: {note}" for note in (run.state.reference.notes if run.state.reference else ())]
    if run.state.finished and run.state.finished.detail:
        told.append(f"Ended: {run.state.finished.detail}")
    return told
