"""`irloop report`: everything that runs say, on one page that needs nothing but itself.

No script, no external address; style sheet and pictures are inside, and follow the reader's light or dark theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from pipeline.reports.grouping import grouped, places
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.page.markup import Html, element, items, joined, table, unbroken
from pipeline.reports.page.pictures import page_figures
from pipeline.reports.page.run_story import run_story
from pipeline.reports.summary import GeoMean, GroupSummary, RunSummary, Summary
from pipeline.reports.words import amount_of, duration, effect_text, gain_text, lead, ratio, rung_text

# A page over a thousand runs stays one that a browser opens: the newest run of each case, then the newest others.
MOST_STORIES = 60
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class Section:
    """One more section: its heading, its content, and the fragment that leads to it."""

    id: str
    title: str
    content: Sequence[Html]


def page(loaded: Loaded, summary: Summary, title: str = "irloop report", extra: Section | None = None) -> str:
    """The whole page as text; the section `extra` is put before the groups."""
    style = Html((resources.files("pipeline.reports.page") / "page.css").read_text(encoding="utf-8"))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", style),
    )
    told = _stories(loaded, summary)
    body = element(
        "body",
        element("header", element("h1", title), _when(loaded), _navigation(summary, extra), _leads(summary)),
        element("main", _section(extra) if extra else None, *_main(loaded, summary, told), _limits(summary)),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _section(extra: Section) -> Html:
    return element("section", element("h2", extra.title), *extra.content, id=extra.id)


def _main(loaded: Loaded, summary: Summary, told: dict[str, Run]) -> list[Html]:
    members = list(grouped(loaded.runs).values())
    several = len(members) > 1
    sections = [
        element(
            "section",
            element("h2", f"Group {number}: {group.group.title}" if several else group.group.title),
            _results(group, told),
            element("h3", "What these numbers cannot say"),
            items(group.limits),
            _all_runs(group, told),
            _environment(runs),
            id=f"group{number}",
        )
        for number, (group, runs) in enumerate(zip(summary.groups, members, strict=True), 1)
    ]
    sections.append(element("section", element("h2", "Pictures"), *page_figures(loaded, summary), id="pictures"))
    every = {each.folder: each for group in summary.groups for each in group.runs}
    stories = (run_story(run, every[folder], anchor(every[folder])) for folder, run in told.items())
    return [*sections, element("section", element("h2", "Stories"), *stories, id="stories")]


def anchor(run: RunSummary) -> str:
    """The fragment of a run's story on the page."""
    return "run-" + "".join(letter if letter.isalnum() else "-" for letter in f"{run.case}-{run.run}")


def _stories(loaded: Loaded, summary: Summary) -> dict[str, Run]:
    """The runs whose stories are told, by folder."""
    runs = {str(run.folder): run for run in loaded.runs}
    first = [result.folder for group in summary.groups for result in group.results]
    others = [folder for folder in reversed(runs) if folder not in set(first)]
    return {folder: runs[folder] for folder in [*first, *others][:MOST_STORIES]}


def _when(loaded: Loaded) -> Html:
    ids = [run.id for run in loaded.runs]
    span = ids[0] if ids[0] == ids[-1] else f"{ids[0]} to {ids[-1]}"
    versions = sorted({run.environments[0].get("irloop", "unknown") for run in loaded.runs})
    return element("p", f"{amount_of(len(ids), 'run')}, {span}; irloop {', '.join(versions)}", class_="quiet")


def _navigation(summary: Summary, extra: Section | None) -> Html:
    several = len(summary.groups) > 1
    first = [(f"#{extra.id}", extra.title)] if extra else []
    places = [(f"#group{number}", f"Group {number}") for number in range(1, len(summary.groups) + 1)]
    places = places if several else [("#group1", "Results")]
    places = [*first, *places]
    places += [("#pictures", "Pictures"), ("#stories", "Stories"), ("#limits", "Limits")]
    links = (element("li", element("a", text, href=where)) for where, text in places)
    return element("nav", element("ul", *links), aria_label="Sections")


def _lead(group: GroupSummary) -> Html:
    where, said = lead(group)
    return element("div", element("p", where), items(map(unbroken, said)), class_="lead")


def _leads(summary: Summary) -> Html:
    parts = [_lead(group) for group in summary.groups]
    if summary.differences:
        why = "They stand in separate groups; numbers of different groups do not compare."
        parts.append(element("div", items([*summary.differences, why]), class_="told"))
    if summary.unreadable:
        said = element("p", "Journals that could not be read, and are not in this report:")
        parts.append(element("div", said, items(summary.unreadable), class_="told"))
    return joined(parts)


def _results(group: GroupSummary, told: dict[str, Run]) -> Html:
    header = (
        "kernel, proposer" if group.has_several_proposers else "kernel",
        "clang -O3",
        "irloop",
        "99 % interval",
        "best of the flags",
        "irloop / flags",
        "noise floor",
        "candidates",
    )
    rows: list[tuple[str, ...]] = [
        (
            _linked(group, result, told),
            duration(result.baseline_seconds),
            element("b", ratio(result.best.speedup.speedup)) if result.best else gain_text(result),
            f"{result.best.speedup.low:.2f} to {result.best.speedup.high:.2f}" if result.best else "",
            unbroken(rung_text(result.best_rung)),
            ratio(result.over_rung) if result.over_rung else "",
            f"{result.noise_floor:.1%}" if result.noise_floor is not None else "",
            ", ".join(f"{count} {outcome}" for outcome, count in result.outcomes.items()),
        )
        for result in group.results
    ]
    for mean in group.means:
        flags = _mean_text(mean.flags) if mean.flags else ""
        interval = f"{mean.irloop.low:.2f} to {mean.irloop.high:.2f}"
        rows.append((group.mean_label(mean), "", element("b", ratio(mean.irloop.value)), interval, flags, "", "", ""))
    return table(header, rows, numbers=(1, 2, 3, 5, 6))


def _mean_text(mean: GeoMean) -> str:
    return f"{ratio(mean.value)} (each kernel's best)"


def _linked(group: GroupSummary, run: RunSummary, told: dict[str, Run]) -> str:
    label = group.label(run)
    return element("a", label, href=f"#{anchor(run)}") if run.folder in told else label


def _all_runs(group: GroupSummary, told: dict[str, Run]) -> Html:
    """Every run of a group, folded away when the table above shows them all."""
    header = ("run", "kernel", "status", "proposers", "iterations", "irloop", "tokens", "cost", "story")
    rows = [
        (
            run.run,
            run.case,
            run.status,
            ", ".join(run.proposers),
            str(run.iterations),
            effect_text(run.best.speedup if run.best else None),
            f"{run.tokens:,}" if run.tokens is not None else "",
            f"{run.cost:.4g}" if run.cost is not None else "",
            element("a", "story", href=f"#{anchor(run)}")
            if run.folder in told
            else "not shown: name the run to see it",
        )
        for run in group.runs
    ]
    return element("details", element("summary", f"All {amount_of(len(rows), 'run')} of this group"),
                   table(header, rows, numbers=(4, 6, 7)))  # fmt: skip


def _environment(runs: tuple[Run, ...]) -> Html:
    """Each distinct place once: the first in full, of the others only what differs from it."""
    lists = []
    known: dict[str, str] = {}
    for facts, load, count in places(environment for run in runs for environment in run.environments):
        told = {name: text for name, text in facts.items() if known.get(name) != text}
        told |= {"load": f"{load} at the start", "runs": str(count)}
        title = element("p", "The same, but:", class_="quiet") if known else None
        pairs = (part for name, text in told.items() for part in (element("dt", name), element("dd", text)))
        lists += [joined([title]), element("dl", *pairs)]
        known = known or facts
    return joined([element("h3", "Environment"), *lists])


def _limits(summary: Summary) -> Html:
    return element("section", element("h2", "Limits"), items(summary.limits), id="limits")
