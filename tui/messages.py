"""What workers tell the screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pipeline.events import AnyEvent
    from tui.library import RunCard
    from tui.session import Session


@dataclass
class EventsArrived(Message):
    """A session's source has more events, in order."""

    session: Session
    events: list[AnyEvent]


@dataclass
class SourceEnded(Message):
    """A session's source is through; `problem` says what went wrong, empty when nothing did."""

    session: Session
    problem: str = ""


@dataclass
class RunsFound(Message):
    """The run folders below the runs folder, newest first."""

    cards: tuple[RunCard, ...]
