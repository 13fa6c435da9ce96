"""How a command ends: expected errors become one line and the exit code that `pipeline.errors` gives them."""

from __future__ import annotations

import os
import sys

import click

from pipeline.errors import INTERRUPTED, IrloopError


def exit_status(command: click.Command, name: str) -> int:
    """Run a command as the program `name`, say what went wrong on standard error, and return its exit code."""
    try:
        status = command.main(standalone_mode=False)
    except IrloopError as error:
        return _said(f"{name}: {error}", error.exit_code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _said(f"{name}: interrupted", INTERRUPTED)
    except BrokenPipeError:
        # The reader of standard output has gone (`irloop show RUN | head`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _said(f"{name}: {error.strerror or error}{f': {error.filename}' if error.filename else ''}", 1)
    return status if isinstance(status, int) else 0


def _said(words: str, status: int) -> int:
    click.echo(words, err=True)
    return status
