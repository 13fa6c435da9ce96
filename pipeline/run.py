"""The life of a run: its folder, its journal, how it starts, ends, and goes on after an interruption."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable, Generator
from pathlib import Path

from pipeline import events
from pipeline.errors import IrloopError, SkipCandidate, StorageError, UsageError
from pipeline.events import AnyEvent
from pipeline.evidence.machine import environment
from pipeline.job import Run
from pipeline.journal import Journal, read
from pipeline.judging.judge import STEPS as JUDGING_STEPS
from pipeline.loop import steps
from pipeline.proposers.choose import choose
from pipeline.records import Program, Settings
from pipeline.state import fold
from pipeline.toolchain import find_toolchain


def new_run_folder(parent: Path, name: str) -> Path:
    """Make `<parent>/<name>/<run id>`; ids sort by time.

    Raises:
        StorageError: it cannot be made.
        UsageError: its path holds a character that the linker takes for a placeholder.
    """
    if "%" in str(parent.resolve()):
        raise UsageError(f"the linker cannot write below {parent}: choose a folder without % in its path")
    stamp = time.strftime("%Y%m%d-%H%M%S")
    for number in range(100):
        folder = parent / name / (stamp if number == 0 else f"{stamp}-{number}")
        try:
            folder.mkdir(parents=True, exist_ok=False)
            return folder.resolve()
        except FileExistsError:
            if not folder.is_dir():
                break
        except OSError as error:
            raise StorageError(f"cannot make the run folder {folder}: {error.strerror}") from error
    raise StorageError(f"cannot make a run folder in {parent / name}")


def start(program: Program, settings: Settings, parent: Path) -> Generator[AnyEvent]:
    """Begin a run below `parent`; the first event names its folder.

    Raises:
        IrloopError: of the kind that the exit code tells. Where not even the reference could be built, nothing stays.
    """
    toolchain = find_toolchain()
    choose(settings)  # a wrong proposer is an error before anything is written
    run = Run(new_run_folder(parent, program.name), program, settings, toolchain)
    first = events.RunStarted(
        run_id=run.folder.name,
        folder=run.folder,
        program=program,
        settings=settings,
        environment=environment(toolchain),
    )
    yield from _journalled(run, first)


def resume(folder: Path) -> Generator[AnyEvent]:
    """Go on with a run that was interrupted or failed.

    Raises:
        UsageError: there is no such run, it is done, or the toolchain is another one now.
    """
    state = fold(read(folder))
    if state.started is None:
        raise UsageError(f"the journal in {folder} is empty: start a new run")
    if state.finished and state.finished.status == "done":
        raise UsageError(f"the run in {folder} is done: see it with `irloop show {folder}`")
    toolchain = find_toolchain()
    run = Run(folder.resolve(), state.started.program, state.started.settings, toolchain, state)
    yield from _journalled(run, events.RunResumed(environment=environment(toolchain)))


def _journalled(run: Run, first: AnyEvent) -> Generator[AnyEvent]:
    """Write every event, fold it, hand it on; give the journal a proper end whatever irloop raises on purpose."""
    with Journal(run.folder) as journal:

        def record(event: AnyEvent) -> AnyEvent:
            written = journal.append(event)
            run.state = run.state.apply(written)
            return written

        try:
            yield from _expected(run, _relayed(run, first, record))
        except (IrloopError, KeyboardInterrupt, GeneratorExit) as error:
            failed = isinstance(error, IrloopError)
            with contextlib.suppress(StorageError):  # where the journal cannot be written, `error` says so already
                record(run.ending("failed", str(error)) if failed else run.ending("interrupted"))
            # While the journal is held: a folder that another irloop writes is not this one's to remove.
            if run.state.reference is None:
                discard(run.folder)
            raise


def _expected(run: Run, under_way: Generator[AnyEvent]) -> Generator[AnyEvent]:
    """The events; what the system refuses (a full disk, a folder that is gone) ends them as an error of irloop's."""
    try:
        yield from under_way
    except OSError as error:
        what = f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
        more = f"; once that is mended, `irloop resume {run.folder}`" if run.state.reference else ""
        raise StorageError(f"{what}{more}") from error


def _relayed(run: Run, first: AnyEvent, record: Callable[[AnyEvent], AnyEvent]) -> Generator[AnyEvent]:
    """Record and hand on every event; `SkipCandidate`, thrown in, ends the judgement under way, if there is one."""
    under_way = steps(run)
    event: AnyEvent | None = first
    while event is not None:
        wish: SkipCandidate | None = None
        try:
            yield record(event)
        except SkipCandidate as thrown:
            wish = thrown
        event = under_way.throw(wish) if wish and _is_judging(event, run) else next(under_way, None)


def _is_judging(event: AnyEvent, run: Run) -> bool:
    """True where a judgement is under way; between them, a reply may be asked for while others wait for theirs."""
    if isinstance(event, events.StepStarted):
        return event.step in JUDGING_STEPS
    return isinstance(event, events.SamplesTaken) and bool(run.state.unjudged)


def discard(folder: Path, levels: int = 2) -> None:
    """Remove what is no run yet, and up to so many folders above it that this leaves empty."""
    shutil.rmtree(folder, ignore_errors=True)
    for parent in list(folder.parents)[:levels]:
        # What is mounted (results of a run in a container) cannot be removed, and stays.
        with contextlib.suppress(OSError):
            parent.rmdir()
