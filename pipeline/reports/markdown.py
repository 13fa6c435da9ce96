"""The summary for a pull request, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten

from pipeline.reports.summary import Best, GroupSummary, RunSummary, Summary
from pipeline.reports.words import duration, gain_text, lead, ratio, rung_text

_APART = "Numbers of different groups do not compare."
_LONGEST_INTENT = 90


def markdown(summary: Summary) -> str:
    """Results, limits and commands, as GitHub and GitLab show them."""
    lines = ["## irloop report", ""]
    for group in summary.groups:
        where, said = lead(group)
        lines += [f"**{plain(where)}**", "", *bullets(said)]
    if summary.differences:
        lines += ["**Several groups**", "", *bullets([*summary.differences, _APART])]
    for number, group in enumerate(summary.groups, 1):
        if len(summary.groups) > 1:
            lines += [f"### Group {number}: {plain(group.group.title)}", ""]
        lines += [*_results(group), ""]
        lines += bullets(group.limits)
        commands = [result.command for result in group.results]
        lines += ["<details><summary>Repeat it</summary>", "", "```sh", *commands, "```", "", "</details>", ""]
    lines += ["**Limits**", "", *bullets(summary.limits)]
    if summary.unreadable:
        lines += ["**Journals that could not be read**", "", *bullets(summary.unreadable)]
    return "\n".join(lines).rstrip() + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Iterable[int] = ()) -> list[str]:
    """The lines of a table; the columns `numbers` are set flush right."""
    right = frozenset(numbers)
    rule = ("---:" if place in right else "---" for place in range(len(header)))
    lines = [f"| {' | '.join(header)} |", f"|{'|'.join(rule)}|"]
    return [*lines, *(f"| {' | '.join(plain(cell) for cell in row)} |" for row in rows)]


def _results(group: GroupSummary) -> list[str]:
    header = ("kernel", "clang -O3", "irloop, 99 % interval", "best of the flags", "winner", "verdicts")
    rows = [_cells(group, result) for result in group.results]
    for mean in group.means:
        flags = ratio(mean.flags.value) if mean.flags else ""
        rows.append([group.mean_label(mean), "", str(mean.irloop), flags, "", ""])
    return table(header, rows, numbers=(1, 2))


def _cells(group: GroupSummary, result: RunSummary) -> list[str]:
    return [
        group.label(result),
        duration(result.baseline_seconds),
        gain_text(result),
        rung_text(result.best_rung),
        _winner(result.best) if result.best else "",
        ", ".join(f"{count} {outcome}" for outcome, count in result.outcomes.items()),
    ]


def _winner(best: Best) -> str:
    """`c3, recorded, c: what it does`, cut to what a table bears."""
    who = ", ".join(filter(None, (best.candidate, best.proposer, best.form)))
    return f"{who}: {shorten(best.intent, _LONGEST_INTENT, placeholder=' …')}"


def bullets(texts: Iterable[str]) -> list[str]:
    """The lines of a list, and an empty one; nothing for no text."""
    found = [f"- {plain(text)}" for text in texts]
    return [*found, ""] if found else []


def plain(text: str) -> str:
    """Text of a model or a user on one line, without anything that Markdown or HTML would act on."""
    text = " ".join(text.split())
    for sign in "\\`*_|<>[]#&~":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("@", "@\u200b").replace("://", ":\u200b//")
