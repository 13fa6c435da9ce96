"""Turn what `perf stat` wrote into a profile in words."""

from __future__ import annotations

from pathlib import Path

import _checkout
import click

from pipeline.evidence.perf import read_perf_stat, unread_warning
from pipeline.evidence.prose import profile_text
from pipeline.records import Language
from pipeline.reports.tables import write_atomically


@click.command(help=__doc__)
@click.option("--input", "source", required=True, type=click.Path(path_type=Path), help="File of `perf stat -o`.")
@click.option("--output", "target", required=True, type=click.Path(path_type=Path), help="Text file to write.")
@click.option("--lang", type=click.Choice(["ja", "en"]), default="ja", show_default=True, help="Its language.")
def main(source: Path, target: Path, lang: Language) -> None:
    stat = read_perf_stat(source)
    if warning := unread_warning(source, stat):
        click.echo(warning, err=True)
    write_atomically(target, profile_text(stat, lang))
    click.echo(f"wrote {target}: {len(stat.counters)} counters, source: {stat.source}")


if __name__ == "__main__":
    _checkout.run(main)
