"""Dynamic programmes, graphs, bytes, integers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import references_text
import scipy.sparse.csgraph
from kernel_inputs import Sizes, bits, inputs, integers
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


def floyd_warshall(sizes: Sizes) -> dict[str, Array]:
    """Dijkstra from every node; back to the node itself by the cheapest way out and in, or its own loop."""
    direct = integers(1, 1, 999, sizes["N"], sizes["N"])
    shortest = scipy.sparse.csgraph.dijkstra(direct)
    round_trips = direct.T + shortest
    np.fill_diagonal(round_trips, direct.diagonal())
    np.fill_diagonal(shortest, round_trips.min(axis=1))
    return {"path": shortest}


def sort_rows(sizes: Sizes, chosen: str = "random") -> dict[str, Array]:
    rows, length = sizes["ROWS"], sizes["LENGTH"]
    ascending = np.tile(np.arange(length), (rows, 1))
    keys = {
        "random": np.sort(integers(1, -1000000, 1000000, rows, length), axis=1),
        "sorted": ascending,
        "reversed": ascending + 1,
        "equal": np.repeat(np.arange(rows)[:, None], length, axis=1),
    }
    return {"keys": keys[chosen]}


def spmv(sizes: Sizes, chosen: str = "irregular") -> dict[str, Array]:
    n, nonzeros = sizes["N"], sizes["NONZEROS"]
    average, rows = nonzeros // n, np.arange(n)
    lengths = {
        "irregular": bits(4, n).astype(np.int64) % (2 * average + 1),
        "gaps": np.where(rows % 2, 0, average),
        "one-row": np.where(rows == n // 2, nonzeros, 0),
        "diagonal": np.ones(n, dtype=np.int64),
    }[chosen]
    starts = np.concatenate(([0], np.minimum(lengths.cumsum(), nonzeros)))
    columns = integers(1, 0, n - 1, nonzeros)
    if chosen == "diagonal":
        columns[: min(n, nonzeros)] = rows[:nonzeros]
    used = starts[-1]
    matrix = scipy.sparse.csr_array((inputs(2, nonzeros)[:used], columns[:used], starts), shape=(n, n))
    return {"y": matrix @ inputs(3, n)}


def rounded(values: Array) -> Array:
    """What is left of the values in single precision."""
    return values.astype(np.float32).astype(np.float64)


def particles(sizes: Sizes, chosen: str = "slow") -> dict[str, Array]:
    """Exact arithmetic: between bounces off a wall every coordinate moves freely in a mirrored copy of the box."""
    n, dt, gravity = sizes["N"], np.float64(np.float32(0.01)), np.float64(np.float32(9.81))
    speed = {"slow": 2.0, "fast": 60.0, "resting": 0.0}[chosen]
    where = [rounded(0.5 + 0.9 * (inputs(salt, n) - 1)) for salt in (1, 2, 3)]
    speeds = [rounded(speed * (inputs(salt, n) - 1)) for salt in (4, 5, 6)]
    for _ in range(sizes["STEPS"]):
        speeds[2] -= gravity * dt
        for axis in range(3):
            moved = where[axis] + speeds[axis] * dt
            speeds[axis] = np.where((moved < 0) | (moved > 1), -speeds[axis], speeds[axis])
            where[axis] = 1 - np.abs(1 - np.abs(moved))
    return dict(zip(("x", "y", "z"), where, strict=True))


REFERENCES: dict[str, Callable[..., dict[str, Array]]] = {
    **references_text.REFERENCES,
    "floyd-warshall": floyd_warshall,
    "nussinov": nussinov,
    "particles": particles,
    "sort-rows": sort_rows,
    "spmv": spmv,
}
