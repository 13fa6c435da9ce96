"""A run as everything that works on it sees it: where it is, what was asked, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from pipeline import events
from pipeline.artifacts import Artifacts
from pipeline.events import AnyEvent
from pipeline.records import Program, Settings
from pipeline.service import Spent
from pipeline.state import State
from pipeline.toolchain import Toolchain

Made = TypeVar("Made")


@dataclass
class Run:
    """One run: its folder, what was asked, and the state that its journal adds up to so far."""

    folder: Path
    program: Program
    settings: Settings
    toolchain: Toolchain
    state: State = field(default_factory=State)

    @property
    def artifacts(self) -> Artifacts:
        """The run's result files."""
        return Artifacts(self.folder, self.program.name, self.toolchain)

    def spent(self) -> Spent:
        """What models have used so far, and the wall time of this run, interruptions left out."""
        state = self.state
        seconds = state.before + (time.time() - state.began if state.began else 0.0)
        return state.spent.model_copy(update={"seconds": seconds})

    def ending(self, status: Literal["done", "interrupted", "failed"], detail: str = "") -> events.RunFinished:
        """The last event of the run as it stands."""
        best, speedup = self.state.best or (None, None)
        policy, detail = self.settings.policy, detail or self.state.budget_reached
        return events.RunFinished(status=status, policy=policy, best=best, speedup=speedup, detail=detail)


def followed(run: Run, steps: Generator[AnyEvent, None, Made]) -> Generator[AnyEvent, None, Made]:
    """Pass a step's events on and fold them into the run's state."""
    while True:
        try:
            event = next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made
        run.state = run.state.apply(event)
        yield event
