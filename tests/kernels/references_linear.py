"""Products of matrices and vectors, and statistics made of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from kernel_inputs import Sizes, inputs
from kernel_programs import Array


def gemm(sizes: Sizes) -> dict[str, Array]:
    ni, nj, nk = sizes["NI"], sizes["NJ"], sizes["NK"]
    return {"C": 1.2 * inputs(1, ni, nj) + 1.5 * inputs(2, ni, nk) @ inputs(3, nk, nj)}


def atax(sizes: Sizes) -> dict[str, Array]:
    matrix = inputs(1, sizes["M"], sizes["N"])
    return {"y": matrix.T @ (matrix @ inputs(2, sizes["N"]))}


def two_products(sizes: Sizes) -> dict[str, Array]:
    ni, nj, nk, nl = (sizes[name] for name in ("NI", "NJ", "NK", "NL"))
    product = 1.5 * inputs(1, ni, nk) @ inputs(2, nk, nj)
    return {"D": 1.2 * inputs(4, ni, nl) + product @ inputs(3, nj, nl)}


def three_products(sizes: Sizes) -> dict[str, Array]:
    ni, nj, nk, nl, nm = (sizes[name] for name in ("NI", "NJ", "NK", "NL", "NM"))
    return {"G": (inputs(1, ni, nk) @ inputs(2, nk, nj)) @ (inputs(3, nj, nm) @ inputs(4, nm, nl))}


def bicg(sizes: Sizes) -> dict[str, Array]:
    matrix = inputs(1, sizes["N"], sizes["M"])
    return {"s": matrix.T @ inputs(3, sizes["N"]), "q": matrix @ inputs(2, sizes["M"])}


def doitgen(sizes: Sizes) -> dict[str, Array]:
    nq, nr, np_ = sizes["NQ"], sizes["NR"], sizes["NP"]
    return {"A": inputs(1, nr, nq, np_) @ inputs(2, np_, np_)}


def mvt(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    matrix = inputs(1, n, n)
    return {"x1": inputs(2, n) + matrix @ inputs(4, n), "x2": inputs(3, n) + matrix.T @ inputs(5, n)}


def gemver(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    u1, v1, u2, v2, w, x, y, z = (inputs(salt, n) for salt in range(2, 10))
    matrix = inputs(1, n, n) + np.outer(u1, v1) + np.outer(u2, v2)
    x = x + 1.2 * matrix.T @ y + z
    return {"A": matrix, "x": x, "w": w + 1.5 * matrix @ x}


def gesummv(sizes: Sizes) -> dict[str, Array]:
    n = sizes["N"]
    return {"y": (1.5 * inputs(1, n, n) + 1.2 * inputs(2, n, n)) @ inputs(3, n)}


def symm(sizes: Sizes) -> dict[str, Array]:
    m, n = sizes["M"], sizes["N"]
    lower = np.tril(inputs(2, m, m))
    symmetric = lower + np.tril(lower, -1).T
    return {"C": 1.2 * inputs(1, m, n) + 1.5 * symmetric @ inputs(3, m, n)}


def lower_updated(before: Array, update: Array) -> Array:
    """The lower triangle updated with beta 1.2 and alpha 1.5, the rest as before."""
    return np.asarray(np.triu(before, 1) + np.tril(1.2 * before + 1.5 * update))


def syr2k(sizes: Sizes) -> dict[str, Array]:
    n, m = sizes["N"], sizes["M"]
    one, two = inputs(2, n, m), inputs(3, n, m)
    return {"C": lower_updated(inputs(1, n, n), one @ two.T + two @ one.T)}


def syrk(sizes: Sizes) -> dict[str, Array]:
    n, m = sizes["N"], sizes["M"]
    factor = inputs(2, n, m)
    return {"C": lower_updated(inputs(1, n, n), factor @ factor.T)}


def trmm(sizes: Sizes) -> dict[str, Array]:
    m, n = sizes["M"], sizes["N"]
    unit = np.tril(inputs(1, m, m), -1) + np.eye(m)
    return {"B": 1.5 * unit.T @ inputs(2, m, n)}


def covariance(sizes: Sizes) -> dict[str, Array]:
    return {"cov": np.atleast_2d(np.cov(inputs(1, sizes["N"], sizes["M"]), rowvar=False))}


def correlation(sizes: Sizes) -> dict[str, Array]:
    data = inputs(1, sizes["N"], sizes["M"])
    deviation = data.std(axis=0)
    standard = (data - data.mean(axis=0)) / np.where(deviation <= 0.1, 1.0, deviation) / np.sqrt(sizes["N"])
    correlated = standard.T @ standard
    np.fill_diagonal(correlated, 1.0)
    return {"corr": correlated}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "2mm": two_products,
    "3mm": three_products,
    "atax": atax,
    "bicg": bicg,
    "correlation": correlation,
    "covariance": covariance,
    "doitgen": doitgen,
    "gemm": gemm,
    "gemver": gemver,
    "gesummv": gesummv,
    "mvt": mvt,
    "symm": symm,
    "syr2k": syr2k,
    "syrk": syrk,
    "trmm": trmm,
}
