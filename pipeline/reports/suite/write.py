"""The files of a suite's results: `table.md`, the same numbers as CSV, the machine as JSON, the pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from pipeline.errors import StorageError
from pipeline.reports.figures import canvas
from pipeline.reports.figures.catalogue import ROOFLINE_NAME, SPEEDUP_NAME, figures
from pipeline.reports.figures.suite import suite_figure
from pipeline.reports.grouping import places
from pipeline.reports.journals import Loaded
from pipeline.reports.suite.parts import main_parts, parts
from pipeline.reports.suite.tables import forms_table, results_table
from pipeline.reports.suite.text import CONVERGENCE, ROOFLINE, SPEEDUP, suite_markdown
from pipeline.reports.summary import summarise
from pipeline.reports.tables import write_atomically


def write_suite(loaded: Loaded, folder: Path) -> list[Path]:
    """Write everything a paper needs about these runs into `folder`, made when missing; the paths of the files.

    Raises:
        StorageError: a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot make the folder {folder}: {error.strerror}") from error
    summary = summarise(loaded)
    found = parts(loaded, summary)
    environments = [environment for run in loaded.runs for environment in run.environments]
    machines = [facts | {"load": load, "runs": str(count)} for facts, load, count in places(environments)]
    texts = {
        "table.md": suite_markdown(found, summary, machines),
        "results.csv": results_table(found),
        "forms.csv": forms_table(found),
        "machine.json": json.dumps(machines, indent=2, ensure_ascii=False) + "\n",
    }
    for name, text in texts.items():
        write_atomically(folder / name, text)
    main = main_parts(found)
    folders = {each.folder for part in main for each in part.results}
    shown = replace(loaded, runs=tuple(run for run in loaded.runs if str(run.folder) in folders))
    drawn = figures(shown, summarise(shown))
    pictures = {
        CONVERGENCE: suite_figure(main, shown),
        SPEEDUP: drawn[SPEEDUP_NAME](),
        ROOFLINE: drawn[ROOFLINE_NAME](),
    }
    for name, figure in pictures.items():
        canvas.save_png(figure, folder / name)
    return [folder / name for name in (*texts, *pictures)]
