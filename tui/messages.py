"""What workers tell the screens. Textual itself writes into messages, so that only what they carry is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pipeline.events import AnyEvent
    from tui.comparison import Compared
    from tui.library import RunCard
    from tui.session import Session
    from tui.versions import Asked, Texts


@dataclass
class EventsArrived(Message):
    """A session's source has more events, in order."""

    session: Session
    events: tuple[AnyEvent, ...]


@dataclass
class SourceEnded(Message):
    """A session's source is through; `problem` says what went wrong, empty when nothing did."""

    session: Session
    problem: str = ""


@dataclass
class RunsFound(Message):
    """The run folders below the runs folder, newest first."""

    cards: tuple[RunCard, ...]


@dataclass
class RunsCompared(Message):
    """Every run's journal is read."""

    rows: tuple[Compared, ...]


@dataclass
class TextsCompared(Message):
    """Two versions are compared, as they were asked for; without texts `why` says what is missing."""

    asked: Asked
    texts: Texts | None
    why: str = ""
