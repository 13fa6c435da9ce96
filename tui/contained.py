"""Runs in irloop's container, as the interface starts and finds them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ContainerError
from tui.remember import Choices

if TYPE_CHECKING:
    from pipeline.container import Watch

IMAGE = os.environ.get("IRLOOP_IMAGE", "irloop")


@dataclass(frozen=True)
class Running:
    """A container of a run that still exists: its short id, what it optimises, where its results go, its status."""

    name: str
    what: str
    out: str
    status: str


def words_of(word: str, choices: Choices, runs: Path) -> list[str]:
    """The command line that asks the container for the same as the form; a file is named by its absolute path."""
    words = ["run", "--json", "--out", str(runs.absolute())]
    words += ["--proposer", choices.proposer, "--policy", choices.policy, "--form", choices.form]
    words += ["--iterations", str(choices.iterations), "--lang", choices.language, "--size", choices.size]
    words += ["--ladder" if choices.ladder else "--no-ladder"]
    for flag, value in (("--command", choices.command), ("--model", choices.model), ("--hot", choices.hot)):
        words += [flag, value] if value else []
    return [*words, "--", word]


def begin(word: str, choices: Choices, runs: Path) -> Watch:
    """Make the container of a run, not started yet.

    Raises:
        ContainerError: no engine, no image of this irloop, or the engine refuses.
        UsageError: a folder cannot be mounted.
    """
    from platformdirs import user_cache_path

    from pipeline.container import Watch, connect, create, image_problem
    from pipeline.container_plan import plan

    client = connect()
    if problem := image_problem(client, IMAGE):
        raise ContainerError(f"the image {IMAGE} {problem}: build it with `make image` (some minutes, then seconds)")
    made = plan(
        words_of(word, choices, runs),
        what=word,
        out=runs,
        reads=[Path(word).parent] if Path(word).is_absolute() else [],
        workdir=Path.cwd(),
        user=f"{os.getuid()}:{os.getgid()}",
        environment=os.environ,
        proposer=choices.proposer,
        image=IMAGE,
        cache=user_cache_path("irloop"),
    )
    return Watch(create(client, made))


def running() -> list[Running]:
    """The containers of runs that still exist.

    Raises:
        ContainerError: no engine answers.
    """
    from pipeline import container
    from pipeline.container_plan import LABEL

    return [
        Running(one.short_id, one.labels.get(f"{LABEL}.what", ""), one.labels.get(f"{LABEL}.out", ""), one.status)
        for one in container.running(container.connect())
    ]


def attach(name: str) -> Watch:
    """Watch one of them again, from its first event on.

    Raises:
        ContainerError: it is gone.
    """
    from pipeline import container

    found = next((one for one in container.running(container.connect()) if one.short_id == name), None)
    if found is None:
        raise ContainerError(f"the container {name} is gone; its journal is in its results folder")
    return container.Watch(found)
