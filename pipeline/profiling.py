"""The evidence on a program's hot function by itself: no proposer, no candidates, no journal."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

from pipeline.bench import find_out, prepare
from pipeline.errors import StorageError
from pipeline.events import AnyEvent
from pipeline.job import Run, followed
from pipeline.records import Program, Settings
from pipeline.run import discard
from pipeline.toolchain import find_toolchain


def profile(program: Program, settings: Settings, parent: Path) -> Generator[AnyEvent, None, Run]:
    """Profile a program into `<parent>/<name>`, replacing what an earlier profile left there; the run as it stands.

    Raises:
        IrloopError: as for a run.
    """
    toolchain = find_toolchain()
    folder = parent / program.name
    fresh = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot make the folder {folder}: {error.strerror}") from error
    run = Run(folder.resolve(), program, settings, toolchain)
    try:
        bench = yield from followed(run, prepare(program, settings, toolchain, run.artifacts, run.state))
        yield from followed(run, find_out(bench, run.state))
    except BaseException:
        if fresh:
            discard(run.folder, levels=1)
        raise
    finally:
        shutil.rmtree(run.folder / "work", ignore_errors=True)
    return run
