"""The command `irloop-tui`. Exit codes are those of `pipeline.errors`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli.ending import exit_status
from pipeline.errors import UsageError
from pipeline.journal import FILE_NAME

FOLDER = click.Path(path_type=Path)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="irloop-tui")
@click.argument("folder", type=FOLDER, required=False, metavar="[RUN]")
@click.option("--runs", type=FOLDER, default=Path("runs"), show_default=True, help="Where the run folders are.")
@click.option("--web", is_flag=True, help="Serve it to a browser on this machine (needs irloop[web]).")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="For --web.")
@click.option("--host", default="localhost", show_default=True, help="For --web.")
def cli(folder: Path | None, runs: Path, web: bool, host: str, port: int) -> None:
    """Watch runs, start them, look into them. RUN is a run folder, finished or still written by another irloop."""
    if folder is not None:
        folder = _run_folder(folder)
    if web:
        from tui.web import serve

        serve(folder, runs, host, port)
        return
    from tui import remember
    from tui.app import IrloopApp
    from tui.session import JournalSource, Session

    session = Session(JournalSource(folder), folder) if folder else None
    configuration = remember.load_configuration(remember.config_file())
    app = IrloopApp(session, runs=runs, configuration=configuration)
    app.run()
    sys.exit(app.return_code or 0)


def _run_folder(path: Path) -> Path:
    """The run folder that is meant: itself, or that of a journal file.

    Raises:
        UsageError: it holds no journal.
    """
    folder = path.parent if path.name == FILE_NAME else path
    if not (folder / FILE_NAME).is_file():
        raise UsageError(f"no run in {folder}: there is no {FILE_NAME}; runs are listed by `irloop-tui`")
    return folder.resolve()


def main() -> None:
    """Entry point of the application."""
    sys.exit(exit_status(cli, "irloop-tui"))
