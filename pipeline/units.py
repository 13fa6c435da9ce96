"""Amounts as people read them."""

from __future__ import annotations


def seconds_text(seconds: float) -> str:
    """A time with a fitting unit: `2.71 ms`."""
    seconds = float(f"{seconds:.3g}")  # 0.9999 ms is 1 ms, and not 1e+03 µs
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def bytes_text(size: int) -> str:
    """Bytes in the largest binary unit that keeps the number readable: `32 KiB`, `1.5 MiB`, `15.6 GiB`."""
    amount, unit = size / 1024, "KiB"
    for larger in ("MiB", "GiB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, larger
    return f"{amount:.1f}".removesuffix(".0") + f" {unit}"
