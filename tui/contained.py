"""Runs in irloop's container, as the interface starts and finds them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ContainerError

if TYPE_CHECKING:
    from pipeline.container.watch import Watch
    from pipeline.records import Program, Settings

IMAGE = os.environ.get("IRLOOP_IMAGE", "irloop")


@dataclass(frozen=True)
class Running:
    """A container of a run that still exists: its short id, what it optimises, where its results go, its status."""

    name: str
    what: str
    out: str
    status: str


def begin(program: Program, settings: Settings, runs: Path) -> Watch:
    """Make the container of a run, not started yet.

    Raises:
        ContainerError: no engine, no image of this irloop, or the engine refuses.
        UsageError: a setting is wrong, a folder cannot be mounted.
    """
    from pipeline.container.plan import Box
    from pipeline.container.run import prepare

    return prepare(program, settings, runs, Box(image=IMAGE))


def running() -> list[Running]:
    """The containers of runs that still exist.

    Raises:
        ContainerError: no engine answers.
    """
    from pipeline.container import engine
    from pipeline.container.image import LABEL

    return [
        Running(one.short_id, one.labels.get(f"{LABEL}.what", ""), one.labels.get(f"{LABEL}.out", ""), one.status)
        for one in engine.running(engine.connect())
    ]


def attach(name: str) -> Watch:
    """Watch one of them again, from its first event on.

    Raises:
        ContainerError: it is gone.
    """
    from pipeline.container import engine

    found = next((one for one in engine.running(engine.connect()) if one.short_id == name), None)
    if found is None:
        raise ContainerError(f"the container {name} is gone; its journal is in its results folder")
    from pipeline.container.watch import Watch

    return Watch(found)
