"""How hidden inputs change data: the boundary's own code, called from here."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judging.wrapper import KIND_CODES, RUNTIME
from pipeline.toolchain import Toolchain

Change = Callable[[np.ndarray, str, int, int], int]
SEEDS = st.integers(1, 2**63 - 1)
INTEGERS = {"i8": np.int8, "i16": np.int16, "i32": np.int32, "i64": np.int64}


class Block(ctypes.Structure):
    """What `struct block` of boundary.h is."""

    _fields_ = (
        ("address", ctypes.c_void_p),
        ("size", ctypes.c_uint64),
        ("kind", ctypes.c_uint32),
        ("index", ctypes.c_uint32),
        ("low", ctypes.c_int64),
        ("high", ctypes.c_int64),
        ("least", ctypes.c_uint64),
    )


def function(library: ctypes.CDLL, name: str) -> Change:
    """One of the boundary's functions that change a block, for arrays of numpy."""
    called = library[name]
    called.argtypes = (ctypes.POINTER(Block), ctypes.c_uint64, ctypes.c_uint64, ctypes.c_uint64)

    def change(data: np.ndarray, kind: str, seed: int, call: int) -> int:
        block = Block(data.ctypes.data, data.nbytes, KIND_CODES[kind], 0, 0, 0, 0)
        return int(called(ctypes.byref(block), data.nbytes, seed, call))

    return change


@pytest.fixture(scope="module")
def library(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> ctypes.CDLL:
    """The part of the boundary that knows nothing of a program."""
    source = next(path for path in RUNTIME if path.stem == "boundary_inputs")
    target = tmp_path_factory.mktemp("inputs") / "inputs.so"
    toolchain.must("clang", "-O2", "-shared", "-fPIC", source, "-o", target)
    return ctypes.CDLL(str(target))


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=60), st.sampled_from(sorted(INTEGERS)), SEEDS)
def test_integers_stay_among_their_values_in_their_order_and_zero(
    library: ctypes.CDLL, values: list[int], kind: str, seed: int
) -> None:
    before = np.array(values, dtype=INTEGERS[kind])
    after = before.copy()
    changed = function(library, "irloop_perturb")(after, kind, seed, 0)
    assert set(after) <= set(before)
    assert bool(changed) == (not np.array_equal(before, after))
    assert np.array_equal(before == 0, after == 0)
    order = np.argsort(before, kind="stable")
    assert (np.diff(after[order].astype(np.int64)) >= 0).all()


@pytest.mark.parametrize("kind", INTEGERS)
def test_integers_that_differ_change_for_most_seeds(library: ctypes.CDLL, kind: str) -> None:
    change = function(library, "irloop_perturb")
    for call in range(4):
        changed = [change(np.arange(1, 100, dtype=INTEGERS[kind]), kind, seed, call) for seed in range(1, 50)]
        assert sum(changed) > 40


@given(SEEDS, st.integers(17, 2**40))
def test_a_nudge_changes_little_and_never_adds_up(library: ctypes.CDLL, seed: int, call: int) -> None:
    nudge = function(library, "irloop_nudge")
    for kind, type_, most in (("f64", np.float64, 2.0**-11), ("f32", np.float32, 2.0**-11)):
        before = np.array([1.5, -3.25, 1e-9, 7e8, 0.3], dtype=type_)
        after = before.copy()
        for step in range(40):
            known = after.copy()
            nudge(after, kind, seed, call + step)
            assert (known != after).sum() <= 3
        assert np.isfinite(after).all()
        ratio = after.astype(np.float64) / before.astype(np.float64)
        assert (np.abs(ratio - 1) <= 2 * most).all()


@pytest.mark.parametrize("kind", ["opaque", "mixed64", "mixed32", "link"])
def test_what_may_be_an_address_never_changes(library: ctypes.CDLL, kind: str) -> None:
    data = np.arange(1, 50, dtype=np.int64)
    assert function(library, "irloop_perturb")(data, kind, 5, 0) == 0
    function(library, "irloop_nudge")(data, kind, 5, 99)
    assert np.array_equal(data, np.arange(1, 50))
