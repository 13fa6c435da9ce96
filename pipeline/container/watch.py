"""A container's run watched from outside: its events as they come, its end as irloop in there tells it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pipeline.container.image import LABEL
from pipeline.errors import (
    INTERRUPTED,
    BrokenReference,
    ContainerError,
    EndpointError,
    IrloopError,
    SkipCandidate,
    UsageError,
)
from pipeline.events import AnyEvent, RunFinished, RunResumed, RunStarted, from_line
from pipeline.journal import read

if TYPE_CHECKING:
    from docker.models.containers import Container

# A run that is told to stop finishes its journal; a candidate in mid-run is killed at once.
STOP_SECONDS = 30
KILLED = 137
ERRORS: dict[int, type[IrloopError]] = {2: UsageError, 3: EndpointError, 4: BrokenReference}
# Tells the run in the container to skip the candidate that it judges.
SKIP = "SIGUSR1"


def watch(container: Container, *, start: bool = False) -> Generator[AnyEvent]:
    """The events of a container from its first on; of one that still runs, then the further ones as they come.

    `SkipCandidate`, thrown in, ends the judgement that goes on in there. Closing, or Ctrl-C, stops the container.

    Raises:
        IrloopError: of the kind that irloop's exit status in the container tells; ContainerError for the engine's part.
    """
    yield from Watch(container).events(start=start)


class Watch:
    """Watches one container; another thread may `leave` it running, or `stop` it."""

    def __init__(self, container: Container) -> None:
        self.container = container
        self._folder: Path | None = None
        self._stream: Any = None
        self._left = False

    def events(self, *, start: bool = False) -> Generator[AnyEvent]:
        """As `watch`; ends without a word when it is left."""
        ended = False
        try:
            if start:
                self._start()
            yield from self._heard()
            if self._left:
                return
            status = int(self.container.wait(timeout=STOP_SECONDS)["StatusCode"])
            said = self.container.logs(stdout=False, stderr=True).decode("utf-8", "replace")
            ended = True
        except (KeyboardInterrupt, GeneratorExit):
            if not self._left:
                with self._engine_trouble():
                    self.stop()
                ended = True
            raise
        except ContainerError:
            if self._left:  # a stream that is closed under way may end in the middle of a line
                return
            raise
        except _engine_errors() as error:
            if self._left:
                return
            raise ContainerError(_gone(str(error), self._folder)) from error
        finally:
            if ended:
                with contextlib.suppress(*_engine_errors()):
                    self.container.remove(force=True)
        _conclude(status, said, self.container.short_id, self._folder)

    def _start(self) -> None:
        """Start; a container that cannot run is no run to come back to."""
        try:
            self.container.start()
        except _engine_errors() as error:
            with contextlib.suppress(*_engine_errors()):
                self.container.remove(force=True)
            raise ContainerError(f"the container cannot start: {str(error).splitlines()[0][:300]}") from error

    def stop(self) -> None:
        """Let the container's run end its journal, then stop the container; takes up to `STOP_SECONDS`."""
        self.container.stop(timeout=STOP_SECONDS)

    def skip(self) -> None:
        """End the judgement that goes on in there without a verdict; of a run that has just ended, nothing."""
        with contextlib.suppress(*_engine_errors()):
            self.container.kill(signal=SKIP)

    def leave(self) -> None:
        """Look no further; the container runs on."""
        self._left = True
        if self._stream is not None:
            self._stream.close()

    def _heard(self) -> Generator[AnyEvent]:
        """The events of the log, and what an engine that was restarted meanwhile lost of it."""
        event: AnyEvent | None = None
        # From the engine's log and not from its attached streams: the log holds what was said before, too.
        self._stream = self.container.logs(stream=True, follow=True, stdout=True, stderr=False)
        for line in lines(self._stream):
            event = _event(line)
            if isinstance(event, RunStarted):
                self._folder = event.folder
            elif isinstance(event, RunResumed):
                self._folder = Path(self.container.labels[f"{LABEL}.out"])
            try:
                yield event
            except SkipCandidate:
                self.skip()
            if self._left:
                return
        if not self._left and int(self.container.wait(timeout=STOP_SECONDS)["StatusCode"]) == 0:
            yield from _unheard(self._folder, event)

    @contextlib.contextmanager
    def _engine_trouble(self) -> Iterator[None]:
        try:
            yield
        except _engine_errors() as error:
            raise ContainerError(_gone(str(error), self._folder)) from error


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
