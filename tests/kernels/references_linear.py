"""Products of matrices and vectors, and statistics made of them."""

from __future__ import annotations

from collections.abc import Callable

from kernel_inputs import Sizes, inputs
from kernel_programs import Array


def gemm(sizes: Sizes) -> dict[str, Array]:
    ni, nj, nk = sizes["NI"], sizes["NJ"], sizes["NK"]
    return {"C": 1.2 * inputs(1, ni, nj) + 1.5 * inputs(2, ni, nk) @ inputs(3, nk, nj)}


def atax(sizes: Sizes) -> dict[str, Array]:
    matrix = inputs(1, sizes["M"], sizes["N"])
    return {"y": matrix.T @ (matrix @ inputs(2, sizes["N"]))}


REFERENCES: dict[str, Callable[[Sizes], dict[str, Array]]] = {
    "atax": atax,
    "gemm": gemm,
}
