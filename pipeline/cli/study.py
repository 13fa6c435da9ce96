"""The command `irloop study`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.model import FORMS, model_options, settings_of
from pipeline.cli.options import FILE
from pipeline.errors import IrloopError, UsageError

if TYPE_CHECKING:
    from collections.abc import Generator

    from pipeline.events import AnyEvent
    from pipeline.study import Manifest, Plan


@click.command()
@click.option("--kernels", default="", help="Bundled kernels, with commas between them, or all.")
@click.option("--proposers", default="", help="Proposers, with commas: llm, search, recorded, command.")
@click.option("--repeats", type=click.IntRange(1, 1000), default=3, show_default=True)
@click.option("--iterations", type=click.IntRange(1, 1000), default=5, show_default=True)
@click.option("--size", default="MEDIUM", show_default=True, help="Dataset of the kernels.")
@click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True)
@click.option("--command", help="For proposer command: reads the prompt on standard input, prints the reply.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the first repeat; the others count on.")
@click.option("--ladder/--no-ladder", default=True, show_default=True, help="Measure what flags alone reach.")
@click.option(
    "--form", type=click.Choice(FORMS), default="any", show_default=True, help="What a model may answer with."
)
@model_options
@click.option("--out", type=FILE, default=Path("studies/study"), show_default=True, help="The study's folder.")
def study(kernels: str, proposers: str, size: str, repeats: int, out: Path, **options: object) -> None:
    """Run kernels x proposers x repeats and report how each proposer converges.

    The same command goes on after an interruption, with --out alone too; more kernels, proposers or repeats add to it.
    """
    import time

    from pipeline.study import conduct, open_study, unrecorded

    plan = _plan(kernels, proposers, repeats, size, options) if kernels or proposers else None
    manifest = open_study(out, plan)
    if absent := unrecorded(manifest.plan):
        click.echo(f"study: no session is recorded for {', '.join(absent)}: proposer recorded is left out", err=True)
    lasted: list[float] = []
    try:
        for place, stream, past in conduct(out, manifest):
            told = f"study: {place + 1} of {len(manifest.trials)}: {manifest.trials[place].name}"
            click.echo(told + _to_go(lasted, len(manifest.trials) - place), err=True)
            began = time.monotonic()
            with closing(stream):
                _show(stream, past)
            lasted.append(time.monotonic() - began)
    except (KeyboardInterrupt, IrloopError):
        click.echo(f"the study stopped; to go on: irloop study --out {out}", err=True)
        raise
    _finish(out)


def _to_go(lasted: list[float], runs: int) -> str:
    """How long the rest will take, from the runs before; empty before the first."""
    if not lasted:
        return ""
    minutes = runs * sum(lasted) / len(lasted) / 60
    return f" (about {minutes:.0f} min to go)" if minutes >= 1 else " (less than a minute to go)"


def _plan(kernels: str, proposers: str, repeats: int, size: str, options: dict[str, object]) -> Plan:
    from pydantic import ValidationError

    from pipeline.study import Plan

    if not (kernels and proposers):
        raise UsageError("a study needs both --kernels and --proposers")
    try:
        settings = settings_of(options)
        return Plan(
            kernels=_kernels(kernels), proposers=_names(proposers), repeats=repeats, size=size, settings=settings
        )
    except ValidationError as error:
        raise UsageError(f"not a study: {error.errors(include_url=False)[0]['msg']}") from error


def _kernels(text: str) -> tuple[str, ...]:
    from pipeline.catalog import kernel_names

    return tuple(kernel_names()) if text.strip() == "all" else _names(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _show(stream: Generator[AnyEvent], past: list[AnyEvent]) -> None:
    """Narrate one run on standard error."""
    from rich.console import Console

    from pipeline.cli.display import Progress
    from pipeline.state import fold

    with Progress(Console(stderr=True, highlight=False)) as progress:
        progress.state = fold(past)
        for event in stream:
            progress.show(event)


def _finish(out: Path) -> None:
    """Report what the study's runs say; runs that failed make the command fail, after the report."""
    from pipeline.reports.journals import load
    from pipeline.reports.study_report import closing_lines, write_study
    from pipeline.study import read_manifest

    manifest = read_manifest(out)
    folders = [out / trial.run for trial in manifest.trials if trial.run and (out / trial.run).is_dir()]
    failed = _failures(manifest)
    found = load(folders)
    if found.runs:
        for line in closing_lines(found):
            click.echo(f"study: {line}", err=True)
        for path in write_study(found, out, failed):
            click.echo(path)
    if failed:
        raise IrloopError(f"{len(failed)} of {len(manifest.trials)} runs failed: {failed[0]}")


def _failures(manifest: Manifest) -> list[str]:
    return [f"{trial.name} failed: {trial.detail}" for trial in manifest.trials if trial.status == "failed"]
