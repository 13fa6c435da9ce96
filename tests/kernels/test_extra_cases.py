"""The further inputs that kernels offer to the judge: each runs, is another input, and gives what it must."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from kernel_programs import NAMES, build, manifest, results
from kernel_references import REFERENCES
from test_kernel_results import assert_same

CASES = [(name, case["args"][0]) for name in NAMES for case in manifest(name).get("cases", [])]
OPTIONS = ("-O3", "-DMINI_DATASET", "-DPOLYBENCH_DUMP_ARRAYS")


@pytest.mark.parametrize(("name", "chosen"), CASES)
def test_results_of_a_case(name: str, chosen: str, tmp_path: Path) -> None:
    program = build(name, tmp_path / "program", *OPTIONS)
    found = results(program, chosen)
    sizes = manifest(name)["sizes"]["MINI"]
    assert_same(found, REFERENCES[name](sizes, chosen))
    usual = results(program)
    assert any(not np.array_equal(found[array], usual[array]) for array in found)


@pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))
def test_an_input_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    program = build(name, tmp_path / "program", *OPTIONS)
    ended = subprocess.run([program, "other"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == "there is no input 'other'\n"
