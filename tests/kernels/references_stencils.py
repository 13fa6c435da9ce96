"""Stencils over grids."""

from __future__ import annotations

from collections.abc import Callable

from kernel_inputs import Sizes, inputs
from kernel_programs import Array


def jacobi_2d(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    grid, other = inputs(1, n, n), inputs(2, n, n)
    for _ in range(2 * sizes["TSTEPS"]):
        cross = grid[1:-1, 1:-1] + grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]
        other[1:-1, 1:-1] = cross / 5.0
        grid, other = other, grid
    return {"A": grid}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "jacobi-2d": jacobi_2d,
}
