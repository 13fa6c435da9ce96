"""What a model would be asked first: the evidence of a run without the run."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from pathlib import Path

from pipeline.bench import find_out, measure_surroundings, prepare
from pipeline.events import AnyEvent
from pipeline.evidence.parts import Prompt
from pipeline.job import Run, followed
from pipeline.prompting import iteration_prompt
from pipeline.records import Program, Settings
from pipeline.toolchain import find_toolchain


def first_prompt(program: Program, settings: Settings) -> Generator[AnyEvent, None, Prompt]:
    """Build, observe and profile the reference, climb the ladder if wanted; nothing of it stays.

    Raises:
        IrloopError: as for a run.
    """
    with tempfile.TemporaryDirectory(prefix="irloop-") as folder:
        run = Run(Path(folder), program, settings, find_toolchain())
        bench = yield from followed(run, prepare(program, settings, run.toolchain, run.artifacts, run.state))
        yield from followed(run, find_out(bench, run.state))
        if settings.ladder:
            yield from followed(run, measure_surroundings(bench, run.state))
        return iteration_prompt(run, bench)
