"""Every bundled kernel computes what its name promises, at any size and with every compiler at hand."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kernel_programs import NAMES, Array, build, defines, manifest, results
from kernel_references import REFERENCES
from references_solvers import cholesky_input, lu_input

# Different primes, so that no two dimensions can be confused and no vector width divides them.
PRIMES = (7, 11, 5, 13, 3)


# What rounding may cost, relative to the largest value: about a thousand units in the last place.
TOLERANCES = {"float32": 1e-4, "float64": 1e-12}


def legal(name: str, sizes: dict[str, int]) -> dict[str, int]:
    """The sizes, mended where a kernel means nothing: QR of a wide matrix, the covariance of one sample."""
    if name == "gramschmidt":
        return {"M": max(sizes.values()), "N": min(sizes.values())}
    return {**sizes, "N": max(sizes["N"], 2)} if name == "covariance" else sizes


def odd_sizes(name: str) -> dict[str, int]:
    return legal(name, dict(zip(manifest(name)["sizes"]["MINI"], PRIMES, strict=False)))


def assert_same(found: dict[str, Array], expected: dict[str, Array]) -> None:
    assert found.keys() == expected.keys()
    for array, values in expected.items():
        assert found[array].shape == values.shape
        tolerance = TOLERANCES.get(str(found[array].dtype), 0.0) * np.abs(values).max()
        assert np.abs(found[array] - values).max() <= tolerance, array


def test_every_kernel_has_a_reference() -> None:
    assert sorted(REFERENCES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_results_at_mini(name: str, tmp_path: Path) -> None:
    program = build(name, tmp_path / "program", "-O3", "-DMINI_DATASET", "-DPOLYBENCH_DUMP_ARRAYS")
    assert_same(results(program), REFERENCES[name](manifest(name)["sizes"]["MINI"]))


@pytest.mark.parametrize("name", NAMES)
def test_results_at_odd_sizes_without_undefined_behaviour(name: str, tmp_path: Path) -> None:
    sizes = odd_sizes(name)
    checks = ("-O1", "-fsanitize=undefined,bounds", "-fsanitize-trap=all")
    program = build(name, tmp_path / "program", *checks, "-DPOLYBENCH_DUMP_ARRAYS", *defines(sizes))
    assert_same(results(program), REFERENCES[name](sizes))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_results_at_any_size(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    sizes = legal(name, {dimension: data.draw(st.integers(1, 40)) for dimension in manifest(name)["sizes"]["MINI"]})
    with tempfile.TemporaryDirectory() as folder:
        program = build(name, Path(folder, "program"), "-O3", "-DPOLYBENCH_DUMP_ARRAYS", *defines(sizes))
        assert_same(results(program), REFERENCES[name](sizes))


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is optional")
@pytest.mark.parametrize("name", NAMES)
def test_results_with_gcc(name: str, tmp_path: Path) -> None:
    sizes = odd_sizes(name)
    options = ("-O3", "-DPOLYBENCH_DUMP_ARRAYS", *defines(sizes))
    assert_same(results(build(name, tmp_path / "program", *options, compiler="gcc")), REFERENCES[name](sizes))


@pytest.mark.parametrize("matrix", [cholesky_input(400), lu_input(400)], ids=["cholesky", "lu"])
def test_solver_inputs_stay_solvable_when_perturbed(matrix: Array) -> None:
    changed = matrix * (1 + 1e-3 * np.random.default_rng(7).uniform(-1, 1, matrix.shape))
    for dominated in (changed, changed.T):
        diagonal = np.diag(dominated)
        assert (diagonal > 1.25 * (np.abs(dominated).sum(axis=1) - diagonal)).all()
    assert np.linalg.cond(changed) < 5
