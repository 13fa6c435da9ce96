"""What a study found: `study.csv`, `study_convergence.png`, and `report.html` with the convergence before the rest."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.reports.curves import ALL_KERNELS, CONFIDENCE, Step, after_candidates, confirmed, curves
from pipeline.reports.figures import canvas
from pipeline.reports.figures.study import NAME, study_figure
from pipeline.reports.grouping import Group, grouped, tags
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.page.document import Section, page
from pipeline.reports.page.markup import Html, element, table
from pipeline.reports.page.svg import inline_svg
from pipeline.reports.summary import summarise
from pipeline.reports.tables import write_atomically
from pipeline.reports.words import amount_of, ratio

COLUMNS = ("group", "kernel", "proposer", "axis", "at", "repeats", "mean", "ci_lo", "ci_hi", "values")
_LUCK = (
    "Confirmed: the winners measured afresh, a repeat without a winner counting as 1. The best so far, which the "
    "curves show, picks the luckiest of many measurements and is the larger for it."
)
_CAPTION = "Best verified speedup so far, over repeats: proposers against each other."


def write_study(loaded: Loaded, folder: Path, notes: Sequence[str] = ()) -> list[Path]:
    """Write the study's table, picture and page into its folder; `notes` say what is missing.

    Raises:
        StorageError: a file cannot be written.
    """
    groups = grouped(loaded.runs)
    figure = study_figure(groups)
    picture = canvas.save_png(figure, folder / NAME)
    write_atomically(folder / "study.csv", study_table(groups))
    content = (
        *(element("p", note, class_="told") for note in notes),
        element("figure", element("figcaption", _CAPTION), Html(inline_svg(figure, "study", _CAPTION))),
        *(_ends(group, runs) for group, runs in groups.items()),
    )
    extra = Section("convergence", "Convergence", content)
    write_atomically(folder / "report.html", page(loaded, summarise(loaded), "irloop study", extra))
    return [folder / "report.html", picture, folder / "study.csv"]


def closing_lines(loaded: Loaded) -> list[str]:
    """What a study found, a line for each proposer: over all kernels where there are several, else of the one."""
    groups = grouped(loaded.runs)
    names = tags(groups)
    lines = []
    for group, runs in groups.items():
        ends = confirmed(runs)
        shown = [key for key in ends if key[0] == ALL_KERNELS] or list(ends)
        for case, proposer in shown:
            step = ends[case, proposer]
            over = f"{amount_of(len(step.values), 'repeat')}: {', '.join(map(ratio, step.values))}"
            where = f" ({names[group]})" if names[group] else ""
            lines.append(f"{proposer}, {case}{where}: {ratio(step.mean)} confirmed, {over}")
    return lines


def study_table(groups: Mapping[Group, Sequence[Run]]) -> str:
    """Every point of every curve, tidy, as CSV."""
    names = tags(groups)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for group, runs in groups.items():
        for axis, found in (("iteration", curves(runs)), ("candidates", curves(runs, after_candidates))):
            for curve in found:
                where = (names[group], curve.case, curve.proposer, axis)
                writer.writerows((*where, *_cells(step)) for step in curve.steps)
    return text.getvalue()


def _cells(step: Step) -> tuple[object, ...]:
    bounds = ("" if bound is None else f"{bound:.6g}" for bound in (step.low, step.high))
    values = " ".join(f"{value:.6g}" for value in step.values)
    return (step.at, len(step.values), f"{step.mean:.6g}", *bounds, values)


def _ends(group: Group, runs: Sequence[Run]) -> Html:
    """Where each proposer ended, by kernel, in numbers: what the winners were worth when measured afresh."""
    interval = f"{CONFIDENCE:.0%} interval"
    header = (
        "kernel",
        "proposer",
        "repeats",
        "confirmed",
        interval,
        "single repeats",
        "best so far at the end",
        interval,
    )
    ends = {(curve.case, curve.proposer): curve.last for curve in curves(runs)}
    fresh = confirmed(runs)
    rows = [
        (*key, str(len(step.values)), *_step_cells(step), ", ".join(map(ratio, step.values)), *_step_cells(ends[key]))
        for key, step in sorted(fresh.items())
        if key in ends
    ]
    title = element("h3", f"After the last iteration: {group.title}")
    return element("div", title, table(header, rows, numbers=(2, 3, 4, 6, 7)), element("p", _LUCK, class_="quiet"))


def _step_cells(step: Step) -> tuple[str, str]:
    return ratio(step.mean), f"{step.low:.2f} to {step.high:.2f}" if step.low and step.high else "needs two repeats"
