"""Steps of a run without a display."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from pipeline.events import AnyEvent

Made = TypeVar("Made")


def ended(steps: Generator[AnyEvent, None, Made]) -> Made:
    """What a step makes in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made
