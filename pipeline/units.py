"""Amounts as people read them."""

from __future__ import annotations


def seconds_text(seconds: float) -> str:
    """A time with a fitting unit: `2.71 ms`."""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"
