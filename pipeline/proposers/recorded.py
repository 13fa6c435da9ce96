"""Proposer `recorded`: replays a model's session kept beside a kernel; every reply is judged and measured live.

A session is a folder of numbered replies (`1.md`, `2.md`, …) with a `session.toml` that says where they come from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import UsageError
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request
from pipeline.records import Record


class Session(Record):
    """What a recorded session says of itself; `needs` are CPU features (as /proc/cpuinfo names them) its code uses."""

    provenance: str
    date: str
    form: str
    prompts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def read_session(folder: Path) -> Session:
    """Read a session's description.

    Raises:
        UsageError: the file is missing or wrong.
    """
    path = folder / "session.toml"
    try:
        return Session.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageError(f"{path} does not describe a recorded session: {error}") from error


def replies(folder: Path) -> list[Path]:
    """The session's replies in order."""
    return sorted((path for path in folder.glob("*.md") if path.stem.isdigit()), key=lambda path: int(path.stem))


@dataclass(frozen=True)
class RecordedProposer:
    """Offers the next reply of the program's recorded session in every iteration."""

    name: str = "recorded"

    def propose(self, request: Request) -> Iterator[Answer]:
        """The next reply, or word that there is none."""
        folder = request.program.recorded
        if folder is None:
            yield NothingToOffer(self.name, f"no session is recorded for {request.program.name}")
            return
        if request.pending_of(self.name):
            return
        session = read_session(folder)
        told = len(request.replies_of(self.name))
        files = replies(folder)
        if told >= len(files):
            yield NothingToOffer(self.name, f"all {len(files)} recorded replies are replayed")
            return
        text = files[told].read_text(encoding="utf-8")
        yield Proposal(self.name, text, f"reply {told + 1} of {len(files)} ({session.date})")
