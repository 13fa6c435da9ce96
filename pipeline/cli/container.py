"""The part of the command line that concerns the container: `--in-container`, `irloop attach`, `irloop batch`."""

from __future__ import annotations

import functools
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.options import FILE
from pipeline.errors import IrloopError, SkipCandidate, UsageError
from pipeline.proposers.names import NAMES

if TYPE_CHECKING:
    from pipeline.container.plan import Box
    from pipeline.events import AnyEvent
    from pipeline.records import Program, Settings

# Where `docker run -v …:/out` puts results.
MOUNTED = Path("/out")


def container_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--in-container` and what belongs to it, as one argument: `box`, None for this machine."""

    @click.option("--in-container", is_flag=True, help="Run in irloop's container; needs an engine and `make image`.")
    @click.option(
        "--image", default="irloop", envvar="IRLOOP_IMAGE", show_default=True, help="Image of --in-container."
    )
    @click.option("--memory", help="What the container may use, such as 8g.")
    @click.option("--cpus", help="CPUs of the container as a set, such as 0-3.")
    @functools.wraps(command)
    def either(*, in_container: bool, image: str, memory: str | None, cpus: str | None, **options: Any) -> None:
        if not in_container:
            if memory or cpus:
                raise UsageError("--memory and --cpus limit the container: give --in-container too")
            command(**options, box=None)
            return
        from pipeline.container.plan import Box, Limits

        command(**options, box=Box(image=image, limits=Limits(memory=memory, cpus=cpus)))

    return either


def starter(box: Box | None) -> Callable[[Program, Settings, Path], Generator[AnyEvent]]:
    """What begins a run: here, or in a container, whose image is made sure of first."""
    if box is None:
        from pipeline.run import start

        return start
    from pipeline.container.run import start as start_there

    offer_image(box.image)
    return functools.partial(start_there, box=box)


def resumer(box: Box | None) -> Callable[[Path], Generator[AnyEvent]]:
    """What goes on with a run: here, or in a container, whose image is made sure of first."""
    if box is None:
        from pipeline.run import resume

        return resume
    from pipeline.container.run import resume as resume_there

    offer_image(box.image)
    return functools.partial(resume_there, box=box)


def offer_image(image: str) -> None:
    """Make sure that the image is the one of this irloop; on a terminal, offer to build it.

    Raises:
        ContainerError: there is no engine, or the image is missing or stale and was not built now.
    """
    from pipeline.container.engine import connect, image_problem, require_image
    from pipeline.container.image import build_image, can_build

    client = connect()
    problem = image_problem(client, image)
    question = f"the image {image} {problem}; build it now (some minutes)?"
    if problem and can_build() and sys.stdin.isatty() and click.confirm(question, default=True, err=True):
        for line in build_image(image):
            click.echo(line, err=True)
    require_image(client, image)


@click.command(hidden=True)
@click.argument("text", metavar="JSON")
def order(text: str) -> None:
    """What a run with --in-container tells the irloop in there; prints its events. SIGUSR1 skips a candidate."""
    from pipeline.container.plan import Order
    from pipeline.events import to_line
    from pipeline.run import resume, start

    wishes: list[SkipCandidate] = []
    signal.signal(signal.SIGUSR1, lambda *_: wishes.append(SkipCandidate()))
    given = Order.model_validate_json(text)
    with closing(
        start(given.program, given.settings, given.out) if given.program and given.settings else resume(given.out)
    ) as stream:
        event: AnyEvent | None = next(stream)
        while event is not None:
            click.echo(to_line(event))
            event = stream.throw(wishes.pop()) if wishes else next(stream, None)


@click.command()
@click.argument("container", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the journal's events on standard output.")
def attach(container: str | None, as_json: bool) -> None:
    """Watch a run that goes on in a container; without a name the only one, else a list of them.

    Ctrl-C stops the run, as it does for the one who started it.
    """
    from pipeline.cli.terminal import drive
    from pipeline.container.engine import connect, running
    from pipeline.container.image import LABEL
    from pipeline.container.watch import watch

    found = running(connect())
    chosen = [one for one in found if container is None or container in (one.short_id, one.name, one.id)]
    if len(chosen) == 1:
        drive(watch(chosen[0]), as_json)
        return
    for one in found:
        labels = one.labels
        click.echo(f"{one.short_id}  {one.status:8}  {labels[f'{LABEL}.what']}  into {labels[f'{LABEL}.out']}")
    if not found:
        raise UsageError("no container of irloop is running: start one with `irloop run … --in-container`")
    raise UsageError(f"which one? irloop attach {found[0].short_id}")


@click.command()
@click.argument("names", nargs=-1, metavar="[KERNEL…]")
@click.option("--all", "everything", is_flag=True, help="All bundled kernels.")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True, help="Rounds of each loop.")
@click.option("--proposer", type=click.Choice(NAMES), default="auto", show_default=True)
@click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True)
@click.option("--size", default="MEDIUM", show_default=True, help="Dataset of the kernels.")
@click.option("--ladder/--no-ladder", default=True, show_default=True, help="Measure what flags alone reach.")
@click.option("--out", type=FILE, help="Parent of the run folders [default: /out or runs]")
@click.option("--json", "as_json", is_flag=True, help="Print the journals' events on standard output.")
@container_options
def batch(
    names: tuple[str, ...],
    everything: bool,
    out: Path | None,
    size: str,
    as_json: bool,
    box: Box | None,
    **options: Any,
) -> None:
    """Optimise several bundled kernels one after another; a failure of one does not stop the others.

    The exit code is that of the first failure.
    """
    from pipeline.catalog import bundled_program, kernel_names
    from pipeline.cli.model import settings_of
    from pipeline.cli.terminal import drive

    if everything == bool(names):
        raise UsageError("name the kernels, or give --all")
    parent = out or (MOUNTED if MOUNTED.is_mount() else Path("runs"))
    programs = [bundled_program(name, size) for name in (kernel_names() if everything else names)]
    settings = settings_of(options)
    begin = starter(box)
    failures: list[tuple[str, IrloopError]] = []
    for number, program in enumerate(programs, 1):
        click.echo(f"{number} of {len(programs)}: {program.name} {program.size}", err=True)
        try:
            drive(begin(program, settings, parent), as_json)
        except IrloopError as error:
            click.echo(f"irloop: {program.name}: {error}", err=True)
            failures.append((program.name, error))
    click.echo(f"{len(programs) - len(failures)} of {len(programs)} kernels done; results below {parent}", err=True)
    if failures:
        failed = ", ".join(name for name, _ in failures)
        raise type(failures[0][1])(f"not done: {failed}")
