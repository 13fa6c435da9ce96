"""What can be taken along: tables, pictures, screenshots. Each export writes files and says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.artifacts import metrics_log, summary
from pipeline.errors import StorageError, UsageError
from pipeline.reports.tables import write_atomically
from pipeline.state import State

EXPORTS_NAME = "exports"


@dataclass(frozen=True)
class Export:
    """One kind of export of a run; `write` gets its folder, its state and the chosen candidate."""

    key: str
    title: str
    write: Callable[[Path, State, str | None], list[Path]]


def write_csv(folder: Path, *_: object) -> list[Path]:
    """Samples and candidates as tidy tables, and the before/after table where the run has one.

    Raises:
        UsageError: the journal cannot be read.
        StorageError: a table cannot be written.
    """
    from pipeline.reports.journals import load_run
    from pipeline.reports.tidy import write_tables

    report = folder / "optimization_report.csv"
    return [*write_tables([load_run(folder)], _target(folder)), *([report] if report.is_file() else [])]


def write_png(folder: Path, *_: object) -> list[Path]:
    """The pictures of this run; those over the whole program only once the run has written its report.

    Raises:
        UsageError: the journal cannot be read.
        StorageError: a picture cannot be written.
    """
    from pipeline.reports.figures import canvas
    from pipeline.reports.figures.before_after import write_heatmap, write_report_plots
    from pipeline.reports.figures.catalogue import figures
    from pipeline.reports.journals import load

    target = _target(folder)
    paths = [canvas.save_png(draw(), target / name) for name, draw in figures(load([folder])).items()]
    if (folder / "optimization_report.csv").is_file():
        paths += [*write_report_plots(folder, target), write_heatmap(folder, target)]
    return paths


def write_html(folder: Path, *_: object) -> list[Path]:
    """One page that tells the run's story and needs nothing but itself.

    Raises:
        UsageError: the journal cannot be read.
        StorageError: the page cannot be written.
    """
    from pipeline.reports.journals import load
    from pipeline.reports.page.document import page
    from pipeline.reports.summary import summarise

    found = load([folder])
    target = _target(folder) / "report.html"
    write_atomically(target, page(found, summarise(found)))
    return [target]


def write_json(folder: Path, state: State, *_: object) -> list[Path]:
    """The summary and the metrics of every iteration.

    Raises:
        UsageError: there is no reference yet.
    """
    import json

    if state.started is None or state.reference is None:
        raise UsageError("the run has no reference yet: nothing to export")
    target = _target(folder)
    texts = {"summary.json": summary(state.started.program.name, state), "metrics_log.json": metrics_log(state)}
    for name, data in texts.items():
        write_atomically(target / name, json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    return [target / name for name in texts]


def write_launch_json(folder: Path, _: State, candidate: str | None) -> list[Path]:
    """Entries for VS Code's debugger in `.vscode/launch.json` of the working folder; others in it stay.

    Raises:
        UsageError: the candidate was never built, or launch.json is not one.
        ToolError: no toolchain.
        StorageError: it cannot be written.
    """
    from pipeline.cli.debug import PORT
    from pipeline.debugging import debuggable
    from pipeline.toolchain import find_toolchain
    from pipeline.vscode import configurations, write_launch

    program = debuggable(folder, candidate, find_toolchain())
    try:
        return [write_launch(Path.cwd(), configurations(program, PORT))]
    except OSError as error:
        raise StorageError(f"cannot write .vscode/launch.json in {Path.cwd()}: {error.strerror}") from error


def _target(folder: Path) -> Path:
    target = folder / EXPORTS_NAME
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot write {target}: {error.strerror}") from error
    return target


EXPORTS = (
    Export("csv", "CSV: every sample, every candidate", write_csv),
    Export("png", "PNG: speedup, convergence, samples, roofline, instructions", write_png),
    Export("html", "HTML: the run's story on one page", write_html),
    Export("json", "JSON: summary and metrics", write_json),
    Export("launch", "launch.json: debug the chosen candidate in VS Code", write_launch_json),
)
