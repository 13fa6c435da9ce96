"""What the scripts of a checkout share: they find the packages beside them, and they fail with one line."""

from __future__ import annotations

import sys
from pathlib import Path

# `python3 scripts/NAME.py` puts scripts/ on the path, not the checkout, and irloop need not be installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from pipeline.errors import IrloopError


def run(command: click.Command) -> None:
    """Run a click command as a program; a failure is one line on standard error and its exit status."""
    try:
        command.main(standalone_mode=False)
    except IrloopError as error:
        _fail(str(error), error.exit_code)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except click.Abort:
        _fail("interrupted", 130)


def _fail(message: str, status: int) -> None:
    click.echo(f"error: {' '.join(message.split())}", err=True)
    sys.exit(status)
