"""Print every promised number beside the one measured on this machine; exit status 1 when one is missed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click
from rich.console import Console
from rich.table import Table

from benchmarks import container, evidence, interface, judging, loop, meter, model, reports
from benchmarks.number import Number

GROUPS: dict[str, tuple[Callable[[], Iterator[Number]], ...]] = {
    "loop": (loop.help_time, loop.imports, loop.gemm_run),
    "evidence": (evidence.prompt_time, evidence.line_tables),
    "model": (model.prompt_size, model.repair_time, model.recorded_sessions),
    "reports": (reports.thousand_runs,),
    "interface": (interface.first_paint, interface.great_journal, interface.great_diff),
    "container": (container.image_size, container.cached_build, container.first_event),
    "meter": (meter.false_wins, evidence.gemm_evidence),
    "judging": (judging.verdict_cost, judging.attacks, judging.against_themselves),
}
KEPT = {True: "yes", False: "NO", None: "not known"}


@click.command(help=__doc__)
@click.argument("groups", nargs=-1, type=click.Choice(list(GROUPS)))
def main(groups: tuple[str, ...]) -> None:
    """Measure everything, or the named groups, and print one table."""
    console = Console(highlight=False)
    table = Table(title="promised and measured", title_justify="left")
    for column in ("number", "promised", "measured", "kept"):
        table.add_column(column)
    missed = 0
    for measure in (measure for group in groups or GROUPS for measure in GROUPS[group]):
        with console.status(measure.__doc__ or measure.__name__):
            for number in measure():
                missed += number.kept is False
                table.add_row(number.name, number.promise, number.measured, KEPT[number.kept])
    console.print(table)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
