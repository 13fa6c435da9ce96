"""The command `irloop`. Standard output is data, standard error is narration; exit codes are those of `errors`.

Heavy imports live inside the commands, so that `irloop --help` is quick.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.cli.asking import keep_recording, print_estimate, prompt, record
from pipeline.cli.container import attach, batch, container_options, order, resumer, starter
from pipeline.cli.debug import debug, vscode
from pipeline.cli.ending import exit_status
from pipeline.cli.evidence import profile
from pipeline.cli.model import asking_options, config, configured_defaults, model_options, settings_of
from pipeline.cli.options import FILE, counters_option, program_options
from pipeline.cli.reports import COMMANDS as REPORTS
from pipeline.cli.study import study
from pipeline.errors import IrloopError, UsageError
from pipeline.proposers.names import NAMES

if TYPE_CHECKING:
    from pipeline.container.plan import Box


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="irloop")
@click.pass_context
def cli(context: click.Context) -> None:
    """Make the hot function of a C program faster than clang -O3, and prove it.

    Exit codes: 0 done (also when nothing was faster), 1 failure, 2 usage, 3 endpoint unreachable, 4 the program itself
    does not run or repeat, 130 interrupted.
    """
    context.default_map = configured_defaults(context.invoked_subcommand)


@cli.command()
@click.argument("what", nargs=-1, required=True, metavar="KERNEL… | PROG.c [MORE.c …]")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True, help="Rounds of the loop.")
@click.option("--proposer", type=click.Choice(NAMES), default="auto", show_default=True)
@click.option("--command", help="For proposer command: reads the prompt on standard input, prints the reply.")
@click.option("--out", type=FILE, default=Path("runs"), show_default=True, help="Parent of the run folders.")
@program_options
@click.option(
    "--case", "cases", multiple=True, help="Another input to verify on: '--other args < input.txt'. Can be repeated."
)
@click.option("--tolerance", type=click.FloatRange(0), help="Relative tolerance of policy tolerant.")
@click.option("--seed", type=int, default=1, show_default=True, help="For hidden inputs and the order of measurements.")
@asking_options("ja")
@click.option("--fresh-ladder", is_flag=True, help="Measure the ladder although an earlier run's is kept.")
@counters_option
@model_options
@click.option("--dry-run", is_flag=True, help="Ask nobody: print what the model would be asked for and what it costs.")
@click.option("--json", "as_json", is_flag=True, help="Print the journal's events on standard output.")
@container_options
def run(what: tuple[str, ...], as_json: bool, dry_run: bool, out: Path, box: Box | None, **options: Any) -> None:
    """Optimise bundled kernels, or any C program given by its files."""
    from pipeline.asked import programs
    from pipeline.cli.terminal import drive

    settings, asked = settings_of(options), programs(what, options)
    begin = starter(box)
    for program in asked:
        if dry_run:
            print_estimate(program, settings, as_json)
        else:
            drive(begin(program, settings, out), as_json)


@cli.command()
@click.argument("folder", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the journal's events on standard output.")
@container_options
def resume(folder: Path, as_json: bool, box: Box | None) -> None:
    """Go on with an interrupted run."""
    from pipeline.cli.terminal import drive
    from pipeline.journal import read

    past = read(folder)
    drive(resumer(box)(folder), as_json, past)
    keep_recording(folder, to_stderr=as_json)


@cli.command()
@click.argument("folder", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def show(folder: Path, as_json: bool) -> None:
    """Show a run, finished or not: result, verdicts, reasons."""
    from rich.console import Console

    from pipeline.artifacts import summary
    from pipeline.cli.display import verdict_table
    from pipeline.cli.terminal import print_result
    from pipeline.journal import read
    from pipeline.state import fold

    state = fold(read(folder))
    if state.started is None or state.reference is None:
        raise UsageError(f"the run in {folder} has no reference yet: nothing to show")
    if as_json:
        import json

        click.echo(json.dumps(summary(state.started.program.name, state), indent=2, ensure_ascii=False))
        return
    console = Console(highlight=False)
    print_result(state, folder, console)
    for note in state.reference.notes:
        console.print(f"inputs: {note}", markup=False)
    if state.candidates:
        console.print(verdict_table(state))
    if state.finished is None or state.finished.status != "done":
        status = state.finished.status if state.finished else "not finished (running, or killed)"
        console.print(f"status: {status}; to go on: irloop resume {folder}", markup=False)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def kernels(as_json: bool) -> None:
    """List the bundled kernels."""
    import json

    from pipeline.catalog import kernel_names, read_kernel

    found = {name: read_kernel(name) for name in kernel_names()}
    if as_json:
        click.echo(json.dumps({name: kernel.model_dump() for name, kernel in found.items()}, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for column in ("kernel", "what it computes", "hot function", "sizes", "tags"):
        table.add_column(column)
    for name, kernel in found.items():
        table.add_row(name, kernel.title, kernel.hot, " ".join(kernel.sizes), " ".join(kernel.tags))
    Console(highlight=False).print(table)


@cli.command()
def doctor() -> None:
    """Check what this machine offers; every finding says what to do."""
    from rich.console import Console
    from rich.table import Table

    from pipeline.doctor import examine, is_usable

    console = Console(highlight=False)
    checks = []
    table = Table()
    for column in ("", "check", "finding", "what to do"):
        table.add_column(column, overflow="fold")
    marks = {"ok": ("✓", "green"), "limited": ("!", "yellow"), "missing": ("✗", "red")}
    with console.status("looking around"):
        for check in examine():
            checks.append(check)
            mark, style = marks[check.status]
            table.add_row(f"{mark} {check.status}", check.name, check.finding, check.advice, style=style)
    console.print(table)
    if not is_usable(checks):
        raise IrloopError("irloop cannot work here: see the lines marked missing")


@cli.command()
@click.option("--runs", type=FILE, default=Path("runs"), show_default=True, help="Where the run folders are.")
@click.option("--out", type=FILE, default=Path(), show_default=True, help="Where the pictures go.")
def plot(runs: Path, out: Path) -> None:
    """Draw cycles, cache misses, IR lines, speedups, convergence, samples and roofline over all runs."""
    from pipeline.reports.figures.before_after import write_report_plots
    from pipeline.reports.figures.catalogue import write_journal_plots

    for path in [*write_report_plots(runs, out), *write_journal_plots(runs, out)]:
        click.echo(path)


@cli.command()
@click.option("--runs", type=FILE, default=Path("runs"), show_default=True, help="Where the run folders are.")
@click.option("--out", type=FILE, default=Path(), show_default=True, help="Where the picture goes.")
def heatmap(runs: Path, out: Path) -> None:
    """Draw how the kinds of IR instructions changed."""
    from pipeline.reports.figures.before_after import write_heatmap

    click.echo(write_heatmap(runs, out))


_BESIDE = (profile, prompt, record, config, study, attach, batch, debug, order, vscode)
for _command in (*REPORTS, *_BESIDE):
    cli.add_command(_command)


def main() -> None:
    """Entry point of the command."""
    signal.signal(signal.SIGTERM, _interrupt)  # `docker stop` ends a run like Ctrl-C
    sys.exit(exit_status(cli, "irloop"))


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
