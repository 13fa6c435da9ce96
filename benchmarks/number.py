"""A promised number beside the one measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """What it is, the promise in words (empty: none), the measurement in words, whether the promise was kept.

    `kept` is None where nothing could be measured here; `measured` then says why.
    """

    name: str
    promise: str
    measured: str
    kept: bool | None
