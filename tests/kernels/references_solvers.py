"""Factorisations and solvers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg
from kernel_inputs import Sizes, inputs
from kernel_programs import Array


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


def durbin(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    first = inputs(1, n) / (4.0 * n)
    column = np.concatenate(([1.0], first[:-1]))
    return {"y": np.asarray(scipy.linalg.solve_toeplitz(column, -first))}


def gramschmidt_input(m: int, n: int) -> Array:
    """The matrix that the kernel decomposes."""
    return np.asarray(inputs(1, m, n) / n + 2.0 * np.eye(m, n))


def gramschmidt(sizes: Sizes) -> dict[str, Array]:
    # QR is unique once the diagonal of R is positive.
    q, r = np.linalg.qr(gramschmidt_input(sizes["M"], sizes["N"]))
    signs = np.sign(np.diag(r))
    return {"R": signs[:, None] * r, "Q": q * signs}


def ludcmp(sizes: Sizes) -> dict[str, Array]:
    return {"x": np.linalg.solve(lu_input(sizes["N"]), inputs(2, sizes["N"]))}


def trisolv(sizes: Sizes) -> dict[str, Array]:
    return {"x": scipy.linalg.solve_triangular(lu_input(sizes["N"]), inputs(2, sizes["N"]), lower=True)}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "cholesky": cholesky,
    "durbin": durbin,
    "gramschmidt": gramschmidt,
    "lu": lu,
    "ludcmp": ludcmp,
    "trisolv": trisolv,
}
