"""The command `irloop profile`: where a program's work is, what bounds it, what the optimiser could not prove."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli.options import FILE, counters_option, program_options


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="KERNEL… | PROG.c [MORE.c …]")
@program_options
@counters_option
@click.option("--out", type=FILE, default=Path("profiles"), show_default=True, help="Parent of the profile's folder.")
@click.option("--lang", type=click.Choice(["ja", "en"]), default="ja", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as one JSON object a program.")
def profile(what: tuple[str, ...], out: Path, as_json: bool, **options: Any) -> None:
    """Profile the hot function: counts by IR line and loop, remarks, models, roofline; in words and as files."""
    from pipeline.asked import programs
    from pipeline.cli.terminal import follow, short
    from pipeline.profiling import profile as profiled
    from pipeline.records import Settings

    settings = Settings(language=options["lang"], timeout=options["timeout"], counters=options["counters"])
    for program in programs(what, {**options, "cases": (), "tolerance": None}):
        run = follow(profiled(program, settings, out))
        if as_json and run.state.evidence:
            click.echo(run.state.evidence.findings.model_dump_json())
        else:
            click.echo(run.artifacts.path(".prof.md").read_text(encoding="utf-8"), nl=False)
        click.echo(f"files: {short(run.folder)}", err=True)
