"""The append-only journal of a run: written event by event, readable at any moment, also while it grows."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from pipeline.errors import StorageError, UsageError
from pipeline.events import FORMAT, AnyEvent, RunStarted, from_line, to_line

FILE_NAME = "events.jsonl"
# For how long a lock that is held is tried again: `is_written` of another process holds it for a moment, too.
LOCK_SECONDS, LOCK_PAUSE = 0.5, 0.02


class Journal:
    """Writes events to `<folder>/events.jsonl`; every event is on disk before `append` returns.

    Holds an exclusive lock while open, so that two processes never write one run.
    """

    def __init__(self, folder: Path) -> None:
        """Open (or create) the journal of the run in `folder`.

        Raises:
            StorageError: the folder cannot be written.
            UsageError: another process is writing this run.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StorageError(f"cannot write the run folder {folder}: {error.strerror}") from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise UsageError(f"the run in {folder} is being written by another irloop") from error
        self._drop_torn_line()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def append(self, event: AnyEvent) -> AnyEvent:
        """Write one event with the time of day and return it as written.

        Raises:
            StorageError: the disk is full or the file is gone; what was written before stays readable.
        """
        stamped = event.model_copy(update={"time": time.time()})
        data = (to_line(stamped) + "\n").encode()
        end = os.lseek(self._file, 0, os.SEEK_END)
        try:
            written = 0
            while written < len(data):
                written += os.write(self._file, data[written:])
            os.fsync(self._file)
        except OSError as error:
            os.ftruncate(self._file, end)
            raise StorageError(
                f"cannot write {self.folder / FILE_NAME}: {error.strerror}; "
                f"free some space, then `irloop resume {self.folder}`"
            ) from error
        return stamped

    def _drop_torn_line(self) -> None:
        """Cut off a last line that a kill left half-written; its step is done again."""
        size = os.fstat(self._file).st_size
        if size == 0:
            return
        data = os.pread(self._file, size, 0)
        os.ftruncate(self._file, data.rfind(b"\n") + 1)


def _lock(descriptor: int) -> None:
    """Take the exclusive lock; OSError where another process keeps it."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise
            time.sleep(LOCK_PAUSE)
        else:
            return


def read(folder: Path) -> list[AnyEvent]:
    """All events of a run, a torn last line left out.

    Raises:
        UsageError: there is no journal, it is damaged, or a newer irloop wrote it.
    """
    return list(follow(folder))


def follow(folder: Path) -> Iterator[AnyEvent]:
    """Events of a run one by one, up to the end of the file as it is now.

    Raises:
        UsageError: as for `read`.
    """
    path = folder / FILE_NAME if folder.is_dir() else folder
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.endswith(b"\n"):
                    yield _parse(line, path, number)
    except OSError as error:
        raise UsageError(f"no journal at {path}: {error.strerror}") from error


class Tail:
    """What a journal gained since it was last looked at; for readers beside a running irloop."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME if folder.is_dir() else folder
        self._offset = 0
        self._lines = 0

    def new(self) -> list[AnyEvent]:
        """The events that were completed since the last call; the first call gives all so far.

        Raises:
            UsageError: as for `read`.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except OSError as error:
            raise UsageError(f"no journal at {self.path}: {error.strerror}") from error
        complete = data[: data.rfind(b"\n") + 1]
        found = []
        for line in complete.splitlines():
            self._lines += 1
            found.append(_parse(line, self.path, self._lines))
        self._offset += len(complete)
        return found


def is_written(folder: Path) -> bool:
    """True while some process has the journal open for writing."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _parse(line: bytes, path: Path, number: int) -> AnyEvent:
    try:
        event = from_line(line)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        raise UsageError(
            f"{path}:{number} is not an event of journal format {FORMAT} ({problem['msg']}): "
            "the file is damaged or another version of irloop wrote it"
        ) from error
    if number == 1 and not isinstance(event, RunStarted):
        raise UsageError(f"{path} does not begin with run_started: not a journal of irloop")
    return event
