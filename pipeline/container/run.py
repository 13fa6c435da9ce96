"""Runs in the container, with the words of `pipeline.run`: its `start` and `resume` are replaced by those here.

The terminal and the application need nothing else of the container's side to run there.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from platformdirs import user_cache_path

from pipeline.config import find_secret, variables
from pipeline.container.engine import connect, create, require_image
from pipeline.container.plan import Box, Order, endpoint_environment, plan_run
from pipeline.container.watch import Watch
from pipeline.errors import UsageError
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.proposers.choose import choose
from pipeline.records import Program, Settings
from pipeline.state import fold


def start(program: Program, settings: Settings, parent: Path, box: Box) -> Generator[AnyEvent]:
    """Begin a run below `parent` in a new container; the first event names its folder.

    Closing the generator stops the container; `SkipCandidate`, thrown in, goes on to the run in there.

    Raises:
        ContainerError: no engine, no permission, no image that fits, or the engine went away.
        IrloopError: of the kind that the run in the container ended with.
    """
    yield from prepare(program, settings, parent, box).events(start=True)


def prepare(program: Program, settings: Settings, parent: Path, box: Box) -> Watch:
    """Make the container of a run below `parent`, not started yet.

    Raises:
        ContainerError: no engine, no permission, no image that fits.
        UsageError: a setting is wrong, a folder cannot be mounted.
    """
    if settings.proposer != "command":
        choose(settings)  # what is wrong with the settings is said before a container is made; a command runs in there
    return _make(Order(out=parent.absolute(), program=program, settings=settings), program, settings, box)


def resume(folder: Path, box: Box) -> Generator[AnyEvent]:
    """Go on with a run, wherever it began, in a new container.

    Raises:
        UsageError: there is no such run.
        IrloopError: as for `start`.
    """
    begun = fold(read(folder)).started
    if begun is None:
        raise UsageError(f"the journal in {folder} is empty: start a new run")
    yield from _make(Order(out=folder.absolute()), begun.program, begun.settings, box).events(start=True)


def _make(order: Order, program: Program, settings: Settings, box: Box) -> Watch:
    client = connect()
    require_image(client, box.image)
    secret = find_secret(settings.endpoint.key_env) if settings.endpoint else None
    secrets = endpoint_environment(settings, secret, variables())
    plan = plan_run(order, program, settings, box=box, cache=user_cache_path("irloop"), secrets=secrets)
    return Watch(create(client, plan))
