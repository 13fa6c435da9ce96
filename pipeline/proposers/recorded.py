"""Proposer `recorded`: replays a model's session kept beside a kernel; every reply is judged and measured live.

A session is a folder of numbered replies (`1.md`, `2.md`, …) with a `session.toml` that says where they come from.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from pipeline.errors import StorageError, UsageError
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request
from pipeline.records import Record

if TYPE_CHECKING:
    from pipeline.state import State  # which knows the proposers' records


class Session(Record):
    """What a recorded session says of itself; `prompts` are digests of the prompts that the replies answer."""

    provenance: str
    date: str
    form: str
    prompts: tuple[str, ...] = ()


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


def write_session(folder: Path, session: Session, texts: Sequence[str]) -> None:
    """Keep a session in `folder`, replacing the one that was there.

    Raises:
        StorageError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in replies(folder):
            old.unlink()
        for number, text in enumerate(texts, 1):
            (folder / f"{number}.md").write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8")
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in session.model_dump().items()]
        (folder / "session.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"cannot keep the session in {folder}: {error.strerror}") from error


def session_of(state: State, provenance: str, date: str) -> tuple[Session, list[str]]:
    """The session that a finished run holds: every reply of its proposer in order, with the digests of the prompts."""
    candidates = list(state.candidates.values())
    forms = {verdict.form for verdict in state.verdicts.values() if verdict.form}
    session = Session(
        provenance=provenance,
        date=date,
        form=forms.pop() if len(forms) == 1 else "any",
        prompts=tuple(prompt.digest for prompt in state.prompts),
    )
    return session, [candidate.text for candidate in candidates]
