"""What each bundled kernel must compute, from its mathematical definition and without its loops."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg
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


def gemm(sizes: Sizes) -> dict[str, Array]:
    ni, nj, nk = sizes["NI"], sizes["NJ"], sizes["NK"]
    return {"C": 1.2 * inputs(1, ni, nj) + 1.5 * inputs(2, ni, nk) @ inputs(3, nk, nj)}


def atax(sizes: Sizes) -> dict[str, Array]:
    matrix = inputs(1, sizes["M"], sizes["N"])
    return {"y": matrix.T @ (matrix @ inputs(2, sizes["N"]))}


def cholesky_input(n: int) -> Array:
    """The symmetric matrix that the kernel factorises."""
    lower = np.tril(inputs(1, n, n)) / n
    return np.asarray(lower + np.tril(lower, -1).T + 2.0 * np.eye(n))


def cholesky(sizes: Sizes) -> dict[str, Array]:
    matrix = cholesky_input(sizes["N"])
    return {"A": np.linalg.cholesky(matrix) + np.triu(matrix, 1)}


def lu_input(n: int) -> Array:
    """The matrix that the kernel factorises."""
    return np.asarray(inputs(1, n, n) / n + 2.0 * np.eye(n))


def lu(sizes: Sizes) -> dict[str, Array]:
    # Columns are dominated by their diagonal, so that LAPACK's row pivoting leaves every row where it is.
    permutation, lower, upper = scipy.linalg.lu(lu_input(sizes["N"]))
    assert np.array_equal(permutation, np.eye(sizes["N"]))
    return {"A": np.tril(lower, -1) + upper}


def jacobi_2d(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    grid, other = inputs(1, n, n), inputs(2, n, n)
    for _ in range(2 * sizes["TSTEPS"]):
        cross = grid[1:-1, 1:-1] + grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]
        other[1:-1, 1:-1] = cross / 5.0
        grid, other = other, grid
    return {"A": grid}


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
    "atax": atax,
    "cholesky": cholesky,
    "gemm": gemm,
    "jacobi-2d": jacobi_2d,
    "lu": lu,
    "nussinov": nussinov,
}
