"""Runs in the container, with the words of `pipeline.run`: its `start` and `resume` are replaced by those here.

The terminal and the application need nothing else of the container's side to run there.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from platformdirs import user_cache_path

from pipeline.config import find_secret, variables
from pipeline.container import connect, require_image
from pipeline.container_plan import Box, Order, endpoint_environment, plan_run
from pipeline.container_watch import run
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
    if settings.proposer != "command":
        choose(settings)  # what is wrong with the settings is said before a container is made; a command runs in there
    yield from _run(Order(out=parent.absolute(), program=program, settings=settings), program, settings, box)


def resume(folder: Path, box: Box) -> Generator[AnyEvent]:
    """Go on with a run, wherever it began, in a new container.

    Raises:
        UsageError: there is no such run.
        IrloopError: as for `start`.
    """
    begun = fold(read(folder)).started
    if begun is None:
        raise UsageError(f"the journal in {folder} is empty: start a new run")
    yield from _run(Order(out=folder.absolute()), begun.program, begun.settings, box)


def _run(order: Order, program: Program, settings: Settings, box: Box) -> Generator[AnyEvent]:
    client = connect()
    require_image(client, box.image)
    secret = find_secret(settings.endpoint.key_env) if settings.endpoint else None
    secrets = endpoint_environment(settings, secret, variables())
    plan = plan_run(order, program, settings, box=box, cache=user_cache_path("irloop"), secrets=secrets)
    yield from run(client, plan)
