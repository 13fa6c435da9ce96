"""A run on a terminal or in a pipe: its events shown as they come, its result at the end."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console

from pipeline.cli.display import Progress, closing_lines, result_table
from pipeline.errors import IrloopError
from pipeline.events import AnyEvent, StepStarted, to_line
from pipeline.state import State, fold

Made = TypeVar("Made")


def drive(stream: Generator[AnyEvent], as_json: bool, past: list[AnyEvent] | None = None) -> Path:
    """Consume a run's events: as JSON lines, or as narration with a table at the end. Returns the run's folder."""
    if as_json:
        state = State()
        with closing(stream):
            for event in stream:
                state = state.apply(event)
                click.echo(to_line(event))
        return state.started.folder if state.started else Path.cwd()

    # Closed at once and not when memory is tidied up: an interrupted run writes its last event then.
    with closing(stream), Progress(Console(stderr=True, highlight=False)) as progress:
        progress.state = fold(past or [])
        try:
            for event in stream:
                progress.show(event)
        except (KeyboardInterrupt, IrloopError) as error:
            started = progress.state.started
            if started and progress.state.reference:
                why = "interrupted" if isinstance(error, KeyboardInterrupt) else "stopped"
                click.echo(f"{why}; to go on: irloop resume {short(started.folder)}", err=True)
            raise
    state = progress.state
    if state.started is None:
        raise IrloopError("the run ended before it began")
    print_result(state, state.started.folder, Console(highlight=False))
    return state.started.folder


def follow(steps: Generator[AnyEvent, None, Made]) -> Made:
    """Run a step that is no run of its own to its end, narrating on standard error; what it made."""
    console = Console(stderr=True, highlight=False)
    with closing(steps), console.status("") as status:
        while True:
            try:
                event = next(steps)
            except StopIteration as end:
                made: Made = end.value
                return made
            if isinstance(event, StepStarted):
                status.update(f"{event.step}: {event.detail}" if event.detail else event.step)


def print_result(state: State, folder: Path, console: Console) -> None:
    """The table at the end of a run, and what to know beside it."""
    console.print(result_table(state))
    for line in closing_lines(state, short(folder)):
        console.print(line, markup=False, soft_wrap=True)


def short(folder: Path) -> Path:
    """Relative to the working folder where that is shorter."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
