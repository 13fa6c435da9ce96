"""Dynamic programmes, graphs, bytes, integers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from kernel_inputs import Sizes, bits
from kernel_programs import Array


def nussinov(sizes: Sizes) -> dict[str, Array]:
    """Most nested pairs of each interval, by the partner of its last base, not by splits."""
    n = sizes["N"]
    sequence = (bits(1, n) % np.uint32(4)).astype(np.int32)
    most = np.zeros((n + 1, n + 1), dtype=np.int32)  # of the half-open interval [first, end)
    for end in range(1, n + 1):
        last = end - 1
        for first in range(end - 1, -1, -1):
            partner = np.arange(first, max(first, last - 1))
            partner = partner[sequence[partner] + sequence[last] == 3]
            paired = most[first, partner] + most[partner + 1, last] + 1
            most[first, end] = max(most[first, last], paired.max(initial=0))
    return {"table": np.triu(most[:n, 1:])}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "nussinov": nussinov,
}
