"""Reading what the boundary saw of a small program, for several files of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pipeline.judging.channel import Dump
from pipeline.judging.sandbox import Observation

if TYPE_CHECKING:
    from tests.judging.conftest import Lab

HEAD = """
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define HOT __attribute__((noinline))
"""


def array(dump: Dump) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A dumped block of floating-point data as doubles."""
    kind = {"f64": np.float64, "f32": np.float32}[dump.kind]
    return np.frombuffer(dump.data, dtype=kind).astype(np.float64)


def dumped(seen: Observation, index: int, call: int = 0) -> Dump:
    """The block `index` as it was after `call`."""
    return next(dump for dump in seen.dumps if (dump.call, dump.index) == (call, index))


def checked(lab: Lab, seed: int = 0) -> Observation:
    """A run of the original in check mode, which must end well."""
    seen = lab.observe(seed=seed)
    assert seen.result.ok, seen.result.message
    return seen


def text(seen: Observation) -> str:
    """What the program printed."""
    return seen.result.stdout.decode().strip()
