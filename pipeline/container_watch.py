"""The events of a run in a container: the same come out as from a run on the host.

A container outlives its watcher: what is still running is found again by its label (`pipeline.container.running`).
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from pipeline.container import create
from pipeline.container_image import LABEL
from pipeline.container_plan import Plan
from pipeline.errors import BrokenReference, ContainerError, EndpointError, IrloopError, SkipCandidate, UsageError
from pipeline.events import AnyEvent, RunFinished, RunResumed, RunStarted, from_line
from pipeline.journal import read

if TYPE_CHECKING:
    from docker import DockerClient
    from docker.models.containers import Container

# A run that is told to stop finishes its journal; a candidate in mid-run is killed at once.
STOP_SECONDS = 30
INTERRUPTED = 130
KILLED = 137
ERRORS: dict[int, type[IrloopError]] = {2: UsageError, 3: EndpointError, 4: BrokenReference}
# Tells the run in the container to skip the candidate that it judges.
SKIP = "SIGUSR1"


def run(client: DockerClient, plan: Plan) -> Generator[AnyEvent]:
    """Start the container of a plan and hand on its events (see `watch`). Closing, or Ctrl-C, stops the container.

    Raises:
        IrloopError: of the kind that irloop's exit status in the container tells; ContainerError for the engine's part.
    """
    container = create(client, plan)
    yield from watch(container, start=True)


def watch(container: Container, *, start: bool = False) -> Generator[AnyEvent]:
    """The events of a container from its first on; of one that still runs, then the further ones as they come.

    `SkipCandidate`, thrown in, ends the judgement that goes on in there.

    Raises:
        IrloopError: as for `run`.
    """
    folder: Path | None = None
    event: AnyEvent | None = None
    ended = False
    try:
        if start:
            container.start()
        # From the engine's log and not from its attached streams: the log holds what was said before, too.
        for line in lines(container.logs(stream=True, follow=True, stdout=True, stderr=False)):
            event = _event(line)
            if isinstance(event, RunStarted | RunResumed):
                folder = event.folder if isinstance(event, RunStarted) else Path(container.labels[f"{LABEL}.out"])
            try:
                yield event
            except SkipCandidate:
                with contextlib.suppress(*_engine_errors()):  # it may have ended just now
                    container.kill(signal=SKIP)
        status = int(container.wait(timeout=STOP_SECONDS)["StatusCode"])
        if status == 0:
            yield from _unheard(folder, event)
        said = container.logs(stdout=False, stderr=True).decode("utf-8", "replace")
        ended = True
    except (KeyboardInterrupt, GeneratorExit):
        with _engine_trouble(folder):
            container.stop(timeout=STOP_SECONDS)
        ended = True
        raise
    except _engine_errors() as error:
        raise ContainerError(_gone(str(error), folder)) from error
    finally:
        if ended:
            with contextlib.suppress(*_engine_errors()):
                container.remove(force=True)
    _conclude(status, said, container.short_id, folder)


def _unheard(folder: Path | None, last: AnyEvent | None) -> list[AnyEvent]:
    """What the journal has beyond the last event of the log: an engine that was restarted meanwhile lost the rest."""
    if folder is None or last is None or isinstance(last, RunFinished):
        return []
    return [event for event in read(folder) if event.time > last.time]


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Whole lines of a stream that comes in pieces.

    Raises:
        ContainerError: it ends in the middle of a line.
    """
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
    if rest.strip():
        raise ContainerError(f"the container's output ends in the middle of an event: {rest[:80]!r}")


def _event(line: bytes) -> AnyEvent:
    try:
        return from_line(line)
    except ValidationError as error:
        raise ContainerError(
            f"the container says something that is no event of this irloop ({line[:80]!r}): "
            "rebuild the image, `make image`"
        ) from error


def _conclude(status: int, said: str, container: str, folder: Path | None) -> None:
    """Raise what irloop raised in there; `said` is what it wrote to standard error."""
    if status == 0:
        return
    if status == INTERRUPTED:
        raise KeyboardInterrupt
    kept = f"; what it did is kept: irloop resume {folder} --in-container" if folder else ""
    if status == KILLED:
        raise ContainerError(f"the container {container} was killed, often for want of memory (--memory){kept}")
    _, found, message = ("\n" + said).rpartition("\nirloop: ")
    if not found:
        ends = " ".join(said.split())[-300:]
        raise ContainerError(f"the container {container} ended with status {status}: {ends}{kept}")
    raise ERRORS.get(status, ContainerError)(message.strip())


def _gone(problem: str, folder: Path | None) -> str:
    back = "irloop attach, once the engine is back and the run still goes on; else"
    kept = f"; the journal is kept: {back} irloop resume {folder} --in-container" if folder else ""
    return f"the container engine went away or failed during the run ({problem.splitlines()[0][:200]}){kept}"


def _engine_errors() -> tuple[type[Exception], ...]:
    from docker.errors import DockerException
    from requests.exceptions import RequestException
    from urllib3.exceptions import HTTPError

    return (DockerException, RequestException, HTTPError, socket.error)


@contextlib.contextmanager
def _engine_trouble(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except _engine_errors() as error:
        raise ContainerError(_gone(str(error), folder)) from error
