"""Options that several commands share: which program, with which input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
FILE = click.Path(path_type=Path)
COUNTERS = ("auto", "pmu", "software", "simulated", "model")

_PROGRAM = (
    click.option("--size", default="MEDIUM", show_default=True, help="Dataset of a bundled kernel."),
    click.option("--hot", help="The hot function; found by profile when not named."),
    click.option("-I", "--include", "includes", type=FILE, multiple=True, help="Include folder for clang."),
    click.option("-D", "--define", "defines", multiple=True, help="Macro for clang, NAME or NAME=VALUE."),
    click.option("--args", default="", help="Arguments of the program, as one shell-quoted word."),
    click.option("--stdin", type=FILE, help="File for the program's standard input."),
    click.option(
        "--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds for one run of it."
    ),
)

counters_option = click.option(
    "--counters",
    type=click.Choice(COUNTERS),
    default="auto",
    show_default=True,
    help="Where counters and counts by IR line come from: whatever the machine has, or this source only.",
)


def program_options(command: Command) -> Command:
    """Give a command the options that say how a program is built and started."""
    for option in reversed(_PROGRAM):
        command = option(command)
    return command
