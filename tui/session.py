"""One run on display: where its events come from, and what they add up to so far."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline.errors import SkipCandidate, UsageError
from pipeline.events import AnyEvent, RunFinished, RunStarted
from pipeline.journal import Tail, is_written, read
from tui.chronicle import Chronicle

if TYPE_CHECKING:
    from pipeline.container.watch import Watch

POLL_SECONDS = 0.2
# A great journal arrives in parts, so that the screen can paint between them.
BATCH = 2_000


class Source(Protocol):
    """Where events come from. `batches` runs in a thread of its own; the rest may be called from any thread."""

    def batches(self) -> Iterator[list[AnyEvent]]:
        """Events in order, as they come; ends when no more will come or `close` was called.

        Raises:
            IrloopError: the journal cannot be read, the run failed.
        """
        ...

    def close(self) -> None:
        """Ask for the end."""
        ...


@dataclass
class Recorded:
    """Events that are all there."""

    events: Sequence[AnyEvent]

    def batches(self) -> Iterator[list[AnyEvent]]:
        """All of them."""
        yield list(self.events)

    def close(self) -> None:
        """Nothing to end."""


@dataclass
class JournalSource:
    """The journal of a run folder, finished, or growing under the hands of another process."""

    folder: Path
    _closed: threading.Event = field(default_factory=threading.Event)

    def batches(self) -> Iterator[list[AnyEvent]]:
        """What is there, then what comes, until closed."""
        tail = Tail(self.folder)
        while not self._closed.is_set():
            found = tail.new()
            for start in range(0, len(found), BATCH):
                yield found[start : start + BATCH]
            self._closed.wait(POLL_SECONDS)

    def close(self) -> None:
        """Stop looking."""
        self._closed.set()


@dataclass
class LiveRun:
    """A run of this very process, driven event by event; every wish takes effect when the step in flight is done.

    `past` is what a run that goes on has behind it.
    """

    begin: Callable[[], Generator[AnyEvent]]
    past: Sequence[AnyEvent] = ()
    _going: threading.Event = field(default_factory=threading.Event)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _skip: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._going.set()

    def batches(self) -> Iterator[list[AnyEvent]]:
        """Every event as it happens; stopping closes the run, which writes its last event."""
        first: AnyEvent | None = self.past[0] if self.past else None
        if self.past:
            yield list(self.past)
        has_begun = False
        with closing(self.begin()) as stream:
            while not self._stopped.is_set():
                try:
                    event = stream.throw(SkipCandidate()) if has_begun and self._take_skip() else next(stream)
                except StopIteration:
                    return
                has_begun, first = True, first or event
                yield [event]
                self._going.wait()
        yield from _ending(first)

    def _take_skip(self) -> bool:
        wished = self._skip.is_set()
        self._skip.clear()
        return wished

    def close(self) -> None:
        """Stop after the step in flight."""
        self._stopped.set()
        self._going.set()

    def pause(self) -> None:
        """Wait after the step in flight."""
        self._going.clear()

    def resume(self) -> None:
        """Go on after a pause."""
        self._going.set()

    def skip(self) -> None:
        """No verdict for the candidate that is judged now."""
        self._skip.set()
        self._going.set()

    @property
    def is_paused(self) -> bool:
        """True while a pause is wished for."""
        return not self._going.is_set()

    @property
    def is_stopping(self) -> bool:
        """True once the end is wished for."""
        return self._stopped.is_set()


def _ending(first: AnyEvent | None) -> Iterator[list[AnyEvent]]:
    """What a run that was stopped wrote when it was closed; nothing where it had not begun and is gone."""
    if isinstance(first, RunStarted):
        with suppress(UsageError):
            last = read(first.folder)[-1]
            if isinstance(last, RunFinished):
                yield [last]


@dataclass
class ContainedRun:
    """A run in a container, which this process watches, can stop, and can leave running."""

    begin: Callable[[], Watch]
    is_new: bool = True
    _watch: Watch | None = None
    _stopped: threading.Event = field(default_factory=threading.Event)

    def batches(self) -> Iterator[list[AnyEvent]]:
        """Every event as it comes out of the container."""
        self._watch = self.begin()
        if self._stopped.is_set():
            return
        try:
            for event in self._watch.events(start=self.is_new):
                yield [event]
        except KeyboardInterrupt:  # the run in there was stopped, and ended its journal
            return

    def close(self) -> None:
        """Look no further; the container runs on."""
        if self._watch is None:
            self._stopped.set()
        else:
            self._watch.leave()

    def skip(self) -> None:
        """No verdict for the candidate that is judged now. Returns at once."""
        if self._watch is not None:
            threading.Thread(target=self._watch.skip, daemon=True).start()

    def stop(self) -> None:
        """Stop the container; it ends its journal first. Returns at once."""
        self._stopped.set()
        if self._watch is not None:
            threading.Thread(target=self._watch.stop, daemon=True).start()

    @property
    def is_stopping(self) -> bool:
        """True once the end is wished for."""
        return self._stopped.is_set()


@dataclass(eq=False)
class Session:
    """A run on display. `folder` is None until a new run has made its own."""

    source: Source
    folder: Path | None = None
    chronicle: Chronicle = field(default_factory=Chronicle)
    problem: str = ""
    ended: bool = False

    @property
    def live(self) -> LiveRun | None:
        """The controls of a run of this process, as long as it goes on."""
        return self.source if isinstance(self.source, LiveRun) and not self.ended else None

    @property
    def contained(self) -> ContainedRun | None:
        """The controls of a run in a container, as long as it is watched."""
        return self.source if isinstance(self.source, ContainedRun) and not self.ended else None

    @property
    def can_go_on(self) -> bool:
        """True for a run that ended before it was done, and that nobody writes."""
        return self.folder is not None and self.status in ("interrupted", "failed", "unfinished")

    @property
    def status(self) -> str:
        """One word: opening, running, paused, stopping, done, interrupted, failed, unfinished."""
        finished = self.chronicle.state.finished
        if self.contained:
            return "stopping" if self.contained.is_stopping else "running" if self.chronicle.count else "opening"
        if self.live:
            return "stopping" if self.live.is_stopping else "paused" if self.live.is_paused else "running"
        if finished:
            return finished.status
        if self.problem:
            return "failed"
        if self.folder and is_written(self.folder):
            return "running"
        return "unfinished" if self.chronicle.count else "opening"
