"""The summary for a pull request, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.reports.summary import GroupSummary, RunSummary, Summary
from pipeline.reports.words import duration, effect_text, lead_sentence, ratio, rung_text


def markdown(summary: Summary) -> str:
    """Results, limits and commands, as GitHub and GitLab show them."""
    lines = ["## irloop report", ""]
    lines += [f"{lead_sentence(group)}\n" for group in summary.groups]
    lines += _bullets(
        [*summary.differences, *(["Numbers of different groups do not compare."] if summary.differences else [])]
    )
    for number, group in enumerate(summary.groups, 1):
        if len(summary.groups) > 1:
            lines += [f"### Group {number}: {_plain(group.group.title)}", ""]
        lines += [*_table(group), ""]
        lines += _bullets(group.limits)
        commands = [result.command for result in group.results]
        lines += ["<details><summary>Repeat it</summary>", "", "```sh", *commands, "```", "", "</details>", ""]
    lines += ["**Limits**", "", *_bullets(summary.limits)]
    if summary.unreadable:
        lines += ["**Journals that could not be read**", "", *_bullets(summary.unreadable)]
    return "\n".join(lines).rstrip() + "\n"


def _table(group: GroupSummary) -> list[str]:
    lines = [
        "| kernel | clang -O3 | irloop, 99 % interval | best of the flags | winner | verdicts |",
        "|---|---:|---:|---|---|---|",
    ]
    lines += ["| " + " | ".join(_plain(cell) for cell in _cells(group, result)) + " |" for result in group.results]
    for mean in group.means if len(group.results) > len(group.means) else ():
        flags = ratio(mean.flags.value) if mean.flags else ""
        told = f"**{mean.irloop.value:.2f}x** [{mean.irloop.low:.2f}, {mean.irloop.high:.2f}]"
        lines.append(f"| **{group.mean_label(mean)}** | | {told} | {flags} | | |")
    return lines


def _cells(group: GroupSummary, result: RunSummary) -> list[str]:
    best = result.best
    return [
        group.label(result),
        duration(result.baseline_seconds),
        effect_text(best.speedup) if best else "nothing proven faster",
        rung_text(result.best_rung),
        f"{best.candidate}, {best.proposer}{f', {best.form}' if best.form else ''}: {best.intent}" if best else "",
        ", ".join(f"{count} {outcome}" for outcome, count in result.outcomes.items()),
    ]


def _bullets(texts: Iterable[str]) -> list[str]:
    found = [f"- {_plain(text)}" for text in texts]
    return [*found, ""] if found else []


def _plain(text: str) -> str:
    """Text of a model or a user on one line, without anything that Markdown or HTML would act on."""
    text = " ".join(text.split())
    for sign in "\\`*_|<>[]#":
        text = text.replace(sign, f"\\{sign}")
    return text
