"""Building, running and reading the bundled kernels, for the tests beside this file."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

KERNELS = Path(__file__).resolve().parents[2] / "kernels"
NAMES = sorted(path.parent.name for path in KERNELS.glob("*/kernel.toml"))
DUMP_TYPES = {"double": np.float64, "float": np.float32, "int": np.int32, "char": np.int8}


def find_clang() -> str:
    """The newest clang of LLVM 19 to 22; AssertionError when there is none."""
    for version in range(22, 18, -1):
        for candidate in (f"clang-{version}", f"/usr/lib/llvm-{version}/bin/clang"):
            if found := shutil.which(candidate):
                return found
    found = shutil.which("clang")
    assert found, "these tests need clang 19 or newer"
    return found


def manifest(name: str) -> dict[str, Any]:
    """The parsed kernel.toml of one bundled kernel."""
    return tomllib.loads((KERNELS / name / "kernel.toml").read_text(encoding="utf-8"))


def defines(sizes: dict[str, int]) -> list[str]:
    """Compiler options that set single dimensions."""
    return [f"-D{dimension}={value}" for dimension, value in sizes.items()]


def call(command: list[str], folder: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in `folder`; AssertionError with its words when it fails."""
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: exit {done.returncode}\n{done.stderr[:4000]}"
    return done


def build(name: str, program: Path, *options: str, compiler: str | None = None) -> Path:
    """Compile a kernel in its own folder with every warning an error; returns `program`."""
    strict = ("-Wall", "-Wextra", "-Werror")
    call([compiler or find_clang(), *strict, *options, f"{name}.c", "-o", str(program)], KERNELS / name)
    return program


def results(program: Path, *words: str) -> dict[str, Array]:
    """The arrays that a program built with -DPOLYBENCH_DUMP_ARRAYS dumps, by name; `words` are its arguments."""
    return parse_dump(call([str(program), *words], program.parent).stderr)


def parse_dump(text: str) -> dict[str, Array]:
    """Read the harness's dump format; AssertionError when anything is left over."""
    arrays: dict[str, Array] = {}

    def keep(block: re.Match[str]) -> str:
        name, kind, shape, body = block.groups()
        numbers = np.array(body.split(), dtype=DUMP_TYPES[kind])
        arrays[name] = numbers.reshape([int(length) for length in shape.split()])
        return ""

    rest = re.sub(r"== begin (\w+) (\w+)((?: \d+)+)\n(.*?)== end \1\n", keep, text, flags=re.DOTALL)
    assert rest == "", f"not part of a dump: {rest[:200]!r}"
    return arrays
