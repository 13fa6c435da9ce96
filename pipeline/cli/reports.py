"""The commands that look back over runs: `export`, `report`, `suite`. Heavy imports live inside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import FILE
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.reports.journals import Loaded
    from pipeline.reports.tidy import TableFormat

RUNS = click.argument("folders", nargs=-1, type=FILE, metavar="RUN…")
ALL = click.option("--all", "everything", is_flag=True, help="All runs found below --runs.")
PARENT = click.option("--runs", type=FILE, default=Path("runs"), show_default=True, help="Where --all looks for runs.")


@click.command()
@RUNS
@ALL
@PARENT
@click.option("--out", type=FILE, default=Path(), show_default=True, help="Folder for the tables.")
@click.option("--format", "table_format", type=click.Choice(["csv", "parquet"]), default="csv", show_default=True)
def export(folders: tuple[Path, ...], everything: bool, runs: Path, out: Path, table_format: TableFormat) -> None:
    """Write samples and candidates of runs as tidy tables, for pandas."""
    from pipeline.reports.tidy import write_tables

    for path in write_tables(loaded(folders, everything, runs).runs, out, table_format):
        click.echo(path)


@click.command()
@RUNS
@ALL
@PARENT
@click.option(
    "--out", type=FILE, help="File to write; standard output for md and json.  [default: report.html for html]"
)
@click.option("--format", "kind", type=click.Choice(["html", "md", "json"]), default="html", show_default=True)
def report(folders: tuple[Path, ...], everything: bool, runs: Path, out: Path | None, kind: str) -> None:
    """Tell what runs found: one page that needs nothing but itself, or Markdown, or JSON."""
    from pipeline.reports.summary import summarise
    from pipeline.reports.tables import write_atomically

    found = loaded(folders, everything, runs)
    summary = summarise(found)
    if kind == "html":
        from pipeline.reports.page.document import page

        text = page(found, summary)
    elif kind == "md":
        from pipeline.reports.markdown import markdown

        text = markdown(summary)
    else:
        text = summary.model_dump_json(indent=2) + "\n"
    target = out or (Path("report.html") if kind == "html" else None)
    if target is None:
        click.echo(text, nl=False)
        return
    write_atomically(target, text)
    click.echo(target)


@click.command()
@RUNS
@ALL
@PARENT
@click.option("--out", type=FILE, default=Path("results"), show_default=True, help="Folder for tables and pictures.")
def suite(folders: tuple[Path, ...], everything: bool, runs: Path, out: Path) -> None:
    """Write the results of a suite of kernels as a paper needs them: tables, CSV, pictures, machine."""
    from pipeline.reports.suite.write import write_suite

    for path in write_suite(loaded(folders, everything, runs), out):
        click.echo(path)


def loaded(folders: Sequence[Path], everything: bool, runs: Path) -> Loaded:
    """The runs that a command line names; journals that cannot be read are told on standard error.

    Raises:
        UsageError: none is named, none is found, or a named one cannot be read.
    """
    from pipeline.reports.journals import find_runs, load

    if everything == bool(folders):
        raise UsageError("name the folders of runs, or take --all for every run below --runs")
    named = find_runs(runs) if everything else [run for folder in folders for run in find_runs(folder) or [folder]]
    found = load(dict.fromkeys(named))
    if not everything and found.unreadable:
        raise UsageError(found.unreadable[0].why)
    for left in found.unreadable:
        click.echo(f"irloop: left out: {left.why}", err=True)
    if not found.runs:
        raise UsageError(f"no run below {runs}: `irloop run` makes one, --runs names another place")
    return found


COMMANDS: tuple[click.Command, ...] = (report, export, suite)
