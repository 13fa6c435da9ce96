"""The numbers that kernels/harness.h fills arrays with, as numpy arrays."""

from __future__ import annotations

import numpy as np
from kernel_programs import Array

Sizes = dict[str, int]


def bits(salt: int, *shape: int) -> Array:
    """The harness's pattern-free 32-bit numbers, one for each element of an array of this shape."""
    index = np.arange(np.prod(shape), dtype=np.uint32)
    mixed = index * np.uint32(0x2545F491) + np.uint32(salt * 0x9E3779B9 % 2**32)
    mixed = (mixed ^ (mixed >> np.uint32(16))) * np.uint32(0x7FEB352D)
    mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(0x846CA68B)
    return (mixed ^ (mixed >> np.uint32(16))).reshape(shape)


def inputs(salt: int, *shape: int) -> Array:
    """The harness's floating-point inputs, in [0.5, 1.5)."""
    return np.asarray(0.5 + (bits(salt, *shape) >> np.uint32(9)) / 2.0**23)


def integers(salt: int, low: int, high: int, *shape: int) -> Array:
    """The harness's integers, evenly within [low, high]."""
    return np.asarray(low + (bits(salt, *shape) % np.uint32(high - low + 1)).astype(np.int64))


class Draws:
    """The harness's numbers one after the other, as a generator of text takes them."""

    def __init__(self, salt: int) -> None:
        self.salt, self.taken, self.known = salt, 0, bits(salt, 1 << 16)

    def next(self, choices: int = 2**32) -> int:
        while self.taken >= len(self.known):
            self.known = bits(self.salt, 2 * len(self.known))
        self.taken += 1
        return int(self.known[self.taken - 1]) % choices
