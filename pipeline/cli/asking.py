"""What models are asked and what they answered: `irloop prompt`, `irloop run --dry-run`, `irloop record`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from pipeline.cli.model import asking_options, model_options, settings_of
from pipeline.cli.options import FILE, program_options
from pipeline.errors import UsageError
from pipeline.proposers.names import MODELS

if TYPE_CHECKING:
    from pipeline.records import Form, Policy, Program, Settings
    from pipeline.state import State


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="KERNEL | PROG.c [MORE.c …]")
@program_options
@asking_options("ja")
def prompt(what: tuple[str, ...], **options: Any) -> None:
    """Print what a model would be asked first; its size goes to standard error."""
    from pipeline.asked import programs
    from pipeline.cli.terminal import follow
    from pipeline.preview import first_prompt

    (program, *more) = programs(what, {**options, "cases": (), "tolerance": None})
    if more:
        raise UsageError("give one kernel, or the files of one program: there is one prompt at a time")
    asked = follow(first_prompt(program, settings_of(options)))
    click.echo(asked.text, nl=False)
    left = f"; left out: {', '.join(asked.left_out)}" if asked.left_out else ""
    click.echo(f"about {asked.tokens} tokens, {len(asked.text)} characters{left}", err=True)


def print_estimate(program: Program, settings: Settings, as_json: bool) -> None:
    """What a run would ask of a model and what that costs, from its first prompt; nothing is sent.

    Raises:
        IrloopError: as the run itself before its first call.
    """
    from pipeline.cli.terminal import follow
    from pipeline.estimate import estimate, in_words
    from pipeline.preview import first_prompt
    from pipeline.proposers.choose import choose

    proposer = choose(settings).name
    if proposer not in MODELS:
        raise UsageError(f"--dry-run is about models, and proposer {proposer} asks none: give --proposer llm")
    if proposer == "command":
        settings = settings.model_copy(update={"endpoint": None})
    asked = follow(first_prompt(program, settings.model_copy(update={"ladder": False})))
    found = estimate(asked.tokens, settings)
    if as_json:
        click.echo(found.model_dump_json())
    else:
        click.echo("\n".join([f"{program.name}: a dry run, nothing is sent", *in_words(found, settings)]))


@click.command()
@click.argument("what", metavar="KERNEL | RUN")
@click.option("--proposer", type=click.Choice(MODELS), help="Who answers  [default: as configured]")
@click.option("--command", help="Reads the prompt on standard input, prints the reply.")
@click.option("--provenance", help="Who or what writes the replies  [default for llm: the model]")
@click.option("--replace", is_flag=True, help="In place of the session that the kernel has.")
@click.option("--size", default="MEDIUM", show_default=True, help="Dataset of the kernel.")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True, help="Rounds of the loop.")
@asking_options("en")
@model_options
@click.option("--out", type=FILE, default=Path("runs"), show_default=True, help="Parent of the run folder.")
def record(what: str, provenance: str | None, replace: bool, size: str, out: Path, **options: Any) -> None:
    """Run a bundled kernel with a model, and keep the session beside it for proposer `recorded`.

    An interrupted recording goes on with `irloop resume RUN`, which then keeps it. With the folder of a finished run in
    place of a kernel, that run's session is kept.
    """
    from pipeline.catalog import bundled_program
    from pipeline.cli.terminal import drive
    from pipeline.run import start

    if "/" in what or Path(what).is_dir():
        _keep_run(Path(what), provenance, replace)
        return
    settings = _recording(options, provenance)
    program = bundled_program(what, size)
    _must_be_free(program.name, settings, replace)
    keep_recording(drive(start(program, settings, out), as_json=False))


def _recording(options: dict[str, Any], provenance: str | None) -> Settings:
    """The settings of a recording: who answers, and what is written of that.

    Raises:
        UsageError: nobody is named, or not who that is.
    """
    proposer = options["proposer"] or ("command" if options["command"] else "llm")
    settings = settings_of({**options, "proposer": proposer})
    model = settings.endpoint.model if settings.endpoint and proposer == "llm" else ""
    if not provenance and not model and proposer == "command":
        raise UsageError("--provenance is missing: say who or what writes the replies, e.g. 'my-model 4, by my-llm'")
    return settings.model_copy(update={"provenance": provenance or model or "llm"})


def keep_recording(folder: Path, *, to_stderr: bool = False) -> None:
    """Keep the session of a run that was started to be recorded, and say so; of others, nothing.

    Raises:
        StorageError: it cannot be written; the run holds it still.
    """
    state = _state(folder)
    if state.started and state.started.settings.provenance:
        click.echo(_keep(state, state.started.settings.provenance), err=to_stderr)


def _keep_run(folder: Path, provenance: str | None, replace: bool) -> None:
    state = _state(folder)
    if state.started is None:
        raise UsageError(f"the journal in {folder} is empty: there is no session to keep")
    provenance = provenance or state.started.settings.provenance
    if not provenance:
        raise UsageError("--provenance is missing: say who or what wrote the replies")
    _must_be_free(state.started.program.name, state.started.settings, replace)
    click.echo(_keep(state, provenance))


def _state(folder: Path) -> State:
    from pipeline.journal import read
    from pipeline.state import fold

    return fold(read(folder))


def _must_be_free(name: str, settings: Settings, replace: bool) -> None:
    """A session that somebody recorded is not lost by mistake."""
    from pipeline.proposers.session import read_session

    folder = _place(name, settings.form, settings.policy)
    if folder.is_dir() and not replace:
        raise UsageError(f"{folder} holds a session of {read_session(folder).date}: --replace puts the new one there")


def _place(name: str, form: Form | Literal["any"], policy: Policy) -> Path:
    from pipeline.catalog import kernel_names, kernels_folder
    from pipeline.proposers.session import session_folder

    if name not in kernel_names():
        raise UsageError(f"{name} is no bundled kernel: sessions are kept beside those")
    return session_folder(kernels_folder() / name / "recorded", form, policy)


def _keep(state: State, provenance: str) -> str:
    """Write the session; word of it."""
    from pipeline.cli.terminal import short
    from pipeline.proposers.session import session_of, write_session

    session, texts = session_of(state, provenance)
    folder = _place(session.kernel, session.form, session.policy)
    write_session(folder, session, texts)
    replies = f"{len(texts)} repl{'y' if len(texts) == 1 else 'ies'}"
    best = f"reply {session.winner} won with {session.speedup}" if session.winner else "none was proven faster"
    return f"kept {replies} in {short(folder)}: {best}"
