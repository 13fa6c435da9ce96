"""A model's session as it is kept beside a kernel: every reply, what it answered, and what came of it that day.

A session is a folder of numbered replies (`1.md`, `2.md`, …) with a `session.toml` that tells their story. Verdicts and
speedups in it are history, for readers: a replay judges and measures every reply anew.
"""

from __future__ import annotations

import json
import shutil
import time
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from pipeline.errors import StorageError, UsageError
from pipeline.proposers.names import MODELS
from pipeline.records import Candidate, Form, Interval, Language, Outcome, Policy, Reason, Record

if TYPE_CHECKING:
    from pipeline.state import State  # which knows the proposers' records

DESCRIPTION = "session.toml"
HEADING = """\
# A session of a model, reply by reply (1.md is the first), with what irloop found each to be when it was recorded.
# Proposer `recorded` replays the replies; every verdict and every number of a replay is its own.
"""


class KeptReply(Record):
    """One reply of a session; its text is the file of its number.

    `iteration` is the one in which it came, `repairs` the number of the rejected reply that it corrects, `prompt` the
    digest of what it answers. The verdict is that of the recording; it is None where nobody waited for one. `led`: this
    was the fastest verified version from then on.
    """

    iteration: int
    repairs: int | None = None
    prompt: str = ""
    model: str = ""
    form: Form | None = None
    outcome: Outcome | None = None
    reason: Reason | None = None
    detail: str = ""
    mends: tuple[str, ...] = ()
    speedup: Interval | None = None
    led: bool = False


class Session(Record):
    """What a recorded session says of itself: who answered and when, what was asked for, on which machine.

    `form` is what the model was allowed to answer with, `winner` the number of the confirmed reply and `speedup` its
    confirmed speedup over plain `clang -O3`, where there was one.
    """

    kernel: str
    provenance: str
    date: str
    proposer: str
    size: str = ""
    policy: Policy
    form: Form | Literal["any"]
    language: Language
    cpu: str = ""
    llvm: str = ""
    winner: int | None = None
    speedup: Interval | None = None
    replies: tuple[KeptReply, ...]


def read_session(folder: Path) -> Session:
    """Read a session's description.

    Raises:
        UsageError: the file is missing or wrong, or a reply is missing.
    """
    path = folder / DESCRIPTION
    try:
        session = Session.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageError(f"{path} does not describe a recorded session: {error}") from error
    for number in range(1, len(session.replies) + 1):
        if not reply_file(folder, number).is_file():
            raise UsageError(f"{path} tells of a reply {number}, but {reply_file(folder, number)} is not there")
    return session


def session_folder(folder: Path, form: Form | Literal["any"], policy: Policy) -> Path:
    """Where a kernel's session with one form of answers, or under policy strict, is; `folder` is the usual one's."""
    limits = [form] * (form != "any") + [policy] * (policy is Policy.STRICT)
    return folder.with_name("-".join([folder.name, *limits]))


def reply_file(folder: Path, number: int) -> Path:
    """Where the reply of a number is; they count from 1."""
    return folder / f"{number}.md"


def write_session(folder: Path, session: Session, texts: Mapping[int, str]) -> None:
    """Keep a session in `folder`, replacing the one that was there in one step; `texts` are the replies by number.

    Raises:
        StorageError: the folder cannot be written.
    """
    fresh, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    try:
        for left_over in (fresh, old):
            shutil.rmtree(left_over, ignore_errors=True)
        fresh.mkdir(parents=True)
        for number, text in texts.items():
            reply_file(fresh, number).write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
        (fresh / DESCRIPTION).write_text(session_text(session), encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StorageError(f"cannot keep the session in {folder}: {error.strerror}") from error


def session_text(session: Session) -> str:
    """The session as TOML, one table a reply."""
    lines = [HEADING.rstrip(), *_entries(session.model_dump(mode="json", exclude={"replies"}))]
    for number, reply in enumerate(session.replies, 1):
        lines += ["", f"[[replies]] # {number}.md", *_entries(reply.model_dump(mode="json"))]
    return "\n".join(lines) + "\n"


def _entries(values: Mapping[str, Any]) -> Iterator[str]:
    """`key = value` lines; what says nothing is left out."""
    for key, value in values.items():
        if value is not None and value is not False and value not in ("", []):
            yield f"{key} = {_toml(value)}"


def _toml(value: Any) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(_entries(value)) + " }"
        case float():
            return f"{value:.4g}"
        case str() if "\n" in value:
            return '"""\n' + "\n".join(_escaped(line) for line in value.split("\n")) + '"""'
        case str():
            return f'"{_escaped(value)}"'
    return json.dumps(value)


def _escaped(text: str) -> str:
    """A line as it stands inside a basic string of TOML, whose escapes are JSON's."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def session_of(state: State, provenance: str) -> tuple[Session, dict[int, str]]:
    """The session that a run holds: every reply of its model in order, with what came of it, and the texts.

    Raises:
        UsageError: the run holds no reply of a model, or is not finished.
    """
    started, finished = state.started, state.finished
    if started is None or finished is None or finished.status != "done":
        raise UsageError("the run is not finished: go on with `irloop resume`, then keep its session")
    candidates = [candidate for candidate in state.candidates.values() if candidate.proposer in MODELS]
    if not candidates:
        raise UsageError("the run holds no reply of a model: there is no session to keep")
    numbers = {candidate.id: number for number, candidate in enumerate(candidates, 1)}
    settings, environment = started.settings, started.environment
    winner, speedup = state.best or (None, None)
    session = Session(
        kernel=started.program.name,
        provenance=provenance,
        date=time.strftime("%Y-%m-%d", time.localtime(started.time)),
        proposer=candidates[0].proposer,
        size=started.program.size,
        policy=settings.policy,
        form=settings.form,
        language=settings.language,
        cpu=environment.get("cpu", ""),
        llvm=environment.get("llvm", ""),
        winner=numbers.get(winner) if winner else None,
        speedup=speedup if winner in numbers else None,
        replies=tuple(_kept(state, candidate, numbers) for candidate in candidates),
    )
    return session, {numbers[candidate.id]: candidate.text for candidate in candidates}


def _kept(state: State, candidate: Candidate, numbers: Mapping[str, int]) -> KeptReply:
    verdict = state.verdicts.get(candidate.id)
    told = verdict.model_dump(include=set(KeptReply.model_fields) & set(type(verdict).model_fields)) if verdict else {}
    return KeptReply(
        iteration=candidate.iteration,
        repairs=numbers.get(candidate.parent) if candidate.parent else None,
        prompt=state.prompt_digest(candidate),
        model=candidate.usage.model if candidate.usage else "",
        led=candidate.id in state.led,
        **told,
    )
