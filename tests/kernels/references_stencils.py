"""Stencils over grids."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg
import scipy.signal
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


def jacobi_1d(sizes: Sizes) -> dict[str, Array]:
    row, other = inputs(1, sizes["N"]), inputs(2, sizes["N"])
    for _ in range(2 * sizes["TSTEPS"]):
        other[1:-1] = 0.33333 * np.convolve(row, np.ones(3), "valid") if len(row) > 2 else other[1:-1]
        row, other = other, row
    return {"A": row}


def seidel_2d(sizes: Sizes) -> dict[str, Array]:
    """Each row of a sweep is a first-order recurrence over what is known before it begins."""
    n = sizes["N"]
    grid = inputs(1, n, n)
    for _ in range(sizes["TSTEPS"] if n > 2 else 0):
        for i in range(1, n - 1):
            above, row, below = grid[i - 1], grid[i], grid[i + 1]
            known = above[:-2] + above[1:-1] + above[2:] + row[1:-1] + row[2:] + below[:-2] + below[1:-1] + below[2:]
            row[1:-1] = scipy.signal.lfilter([1 / 9], [1, -1 / 9], known, zi=[row[0] / 9])[0]
    return {"A": grid}


def heat_3d(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    grid, other = inputs(1, n, n, n), inputs(2, n, n, n)
    inner = np.s_[1:-1, 1:-1, 1:-1]
    for _ in range(2 * sizes["TSTEPS"]):
        if n > 2:
            spread = sum(
                np.diff(grid, 2, axis)[tuple(inner[:axis] + np.s_[:,] + inner[axis + 1 :])] for axis in range(3)
            )
            other[inner] = grid[inner] + 0.125 * spread
        grid, other = other, grid
    return {"A": grid}


def fdtd_2d(sizes: Sizes) -> dict[str, Array]:
    shape = sizes["NX"], sizes["NY"]
    ex, ey, hz = (inputs(salt, *shape) for salt in (1, 2, 3))
    for source in inputs(4, sizes["TMAX"]):
        ey[0] = source
        ey[1:] -= 0.5 * np.diff(hz, axis=0)
        ex[:, 1:] -= 0.5 * np.diff(hz, axis=1)
        hz[:-1, :-1] -= 0.7 * (np.diff(ex, axis=1)[:-1] + np.diff(ey, axis=0)[:, :-1])
    return {"ex": ex, "ey": ey, "hz": hz}


def adi(sizes: Sizes) -> dict[str, Array]:
    """Two half steps, each implicit along one direction with the value 1 at both ends of every line."""
    steps, n = sizes["TSTEPS"], sizes["N"]
    grid, half = inputs(1, n, n), np.zeros((n, n))
    for _ in range(steps if n > 2 else 0):
        half[:, 1:-1] = implicit(grid.T, 2.0 * n * n / steps, 1.0 * n * n / steps)[:, 1:-1]
        grid[1:-1, :] = implicit(half, 1.0 * n * n / steps, 2.0 * n * n / steps).T[1:-1, :]
    return {"u": grid}


def implicit(grid: Array, along: float, across: float) -> Array:
    """Solve for the columns: diffusion `along` them is implicit, `across` neighbouring lines explicit."""
    n = len(grid)
    bands = np.zeros((3, n))
    bands[0, 2:], bands[1], bands[2, :-2] = -along / 2, 1 + along, -along / 2
    bands[1, [0, -1]] = 1.0
    right = np.ones((n, n))
    explicit = across / 2 * (grid[:-2] + grid[2:]) + (1 - across) * grid[1:-1]
    right[1:-1, 1:-1] = explicit[:, 1:-1].T
    return np.asarray(scipy.linalg.solve_banded((1, 1), bands, right))


def deriche(sizes: Sizes) -> dict[str, Array]:
    image = inputs(1, sizes["W"], sizes["H"])
    decay, alpha = np.exp(-0.25), 0.25
    k = (1 - decay) ** 2 / (1 + 2 * alpha * decay - decay**2)
    feedback = [1, -(2.0**-alpha), decay**2]
    forward, backward = [k, k * decay * (alpha - 1)], [0, k * decay * (alpha + 1), -k * decay**2]
    for axis in (1, 0):
        causal = scipy.signal.lfilter(forward, feedback, image, axis)
        anticausal = np.flip(scipy.signal.lfilter(backward, feedback, np.flip(image, axis), axis), axis)
        image = causal + anticausal
    return {"out": image}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "adi": adi,
    "deriche": deriche,
    "fdtd-2d": fdtd_2d,
    "heat-3d": heat_3d,
    "jacobi-1d": jacobi_1d,
    "jacobi-2d": jacobi_2d,
    "seidel-2d": seidel_2d,
}
