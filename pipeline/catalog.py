"""The bundled kernels, and any C program given by its path, as `Program` records."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError

from pipeline.errors import UsageError
from pipeline.formula import evaluate
from pipeline.records import ExtraCase, Program, Record, Vary

DEFAULT_SIZE = "MEDIUM"
SOURCE_SUFFIXES = (".c", ".ll")


class KernelFile(Record):
    """The content of a `kernel.toml`: what irloop must know of a bundled kernel beyond its C text.

    `flops` and `bytes` are formulas over the names of the sizes, such as `"2 * NI * NJ * NK"`.
    """

    title: str
    hot: str
    tags: tuple[str, ...] = ()
    tolerance: float = 1e-9
    notes: str = ""
    sizes: dict[str, dict[str, int]]
    vary: dict[str, Vary] = Field(default_factory=dict)
    cases: tuple[ExtraCase, ...] = ()
    flops: str | None = None
    bytes: str | None = None


def kernels_folder() -> Path:
    """Where the bundled kernels are: at the top of a checkout, inside the package when installed from a wheel.

    Raises:
        UsageError: neither is there.
    """
    here = Path(__file__).resolve().parent
    for folder in (here.parent / "kernels", here / "_kernels"):
        if (folder / "harness.h").exists():
            return folder
    raise UsageError("the bundled kernels are missing: reinstall irloop")


def kernel_names() -> list[str]:
    """Names of all bundled kernels, sorted."""
    return sorted(path.parent.name for path in kernels_folder().glob("*/kernel.toml"))


@lru_cache
def read_kernel(name: str) -> KernelFile:
    """Read a bundled kernel's description.

    Raises:
        UsageError: there is no such kernel, or its description is wrong.
    """
    path = kernels_folder() / name / "kernel.toml"
    if name not in kernel_names():
        raise UsageError(f"unknown kernel '{name}': the bundled ones are {', '.join(kernel_names())}")
    try:
        return KernelFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageError(f"{path} is not a kernel description: {error}") from error


def bundled_program(name: str, size: str = DEFAULT_SIZE, hot: str | None = None) -> Program:
    """A bundled kernel at one of its dataset sizes.

    Raises:
        UsageError: no such kernel, or no such size.
    """
    kernel = read_kernel(name)
    size = size.upper()
    if size not in kernel.sizes:
        raise UsageError(f"kernel {name} has no size {size}: choose one of {', '.join(kernel.sizes)}")
    folder = kernels_folder() / name
    recorded = folder / "recorded"
    return Program(
        name=name,
        sources=(folder / f"{name}.c",),
        hot=hot or kernel.hot,
        defines=(f"{size}_DATASET", "POLYBENCH_TIME"),
        tolerance=kernel.tolerance,
        size=size,
        sizes=kernel.sizes[size],
        notes=kernel.notes,
        vary=kernel.vary,
        cases=tuple(_located(case, folder) for case in kernel.cases),
        flops=_evaluated(kernel.flops, kernel.sizes[size]),
        bytes=_evaluated(kernel.bytes, kernel.sizes[size]),
        recorded=recorded if recorded.is_dir() else None,
    )


def _located(case: ExtraCase, folder: Path) -> ExtraCase:
    """A case whose standard input is found from anywhere."""
    return case.model_copy(update={"stdin": folder / case.stdin}) if case.stdin else case


def _evaluated(formula: str | None, sizes: dict[str, int]) -> int | None:
    return None if formula is None else evaluate(formula, sizes)


def given_program(
    sources: Sequence[Path],
    *,
    includes: Sequence[Path] = (),
    defines: Sequence[str] = (),
    hot: str | None = None,
    args: Sequence[str] = (),
    stdin: Path | None = None,
    cases: Sequence[ExtraCase] = (),
) -> Program:
    """A program of the user's own: C files, or one `.ll` file; named after the first.

    Raises:
        UsageError: a file or folder does not exist, or the kinds are mixed.
    """
    for path in [*sources, *([stdin] if stdin else [])]:
        if not path.is_file():
            raise UsageError(f"no such file: {path}")
    for folder in includes:
        if not folder.is_dir():
            raise UsageError(f"no such folder: {folder}")
    if any(path.suffix == ".ll" for path in sources) and len(sources) > 1:
        raise UsageError("give either C files or exactly one .ll file")
    return Program(
        name=sources[0].stem,
        sources=tuple(path.resolve() for path in sources),
        hot=hot,
        includes=tuple(folder.resolve() for folder in includes),
        defines=tuple(defines),
        args=tuple(args),
        stdin=stdin.resolve() if stdin else None,
        cwd=Path.cwd(),
        cases=tuple(cases),
    )


def ir_program(path: Path, hot: str | None = None) -> Program:
    """A program given as IR; when a bundled kernel was its source, what is known of that kernel is used.

    Raises:
        UsageError: there is no such file.
    """
    program = given_program([path], hot=hot)
    text = path.read_text(encoding="utf-8", errors="replace")
    origin = re.search(r'^source_filename = "(?:.*/)?([^/"]+)\.c"$', text, re.M)
    if origin is None or origin[1] not in kernel_names():
        return program
    name = origin[1]
    kernel = read_kernel(name)
    if not re.search(rf"^define\b[^@\n]*@{re.escape(kernel.hot)}\(", text, re.M):
        return program
    bundled = bundled_program(name)
    # The sizes are those of the plain command, without a dataset macro; a reply for wrong ones fails its verification.
    kept = {key: getattr(bundled, key) for key in ("tolerance", "notes", "sizes", "vary", "cases", "recorded")}
    return program.model_copy(update={**kept, "hot": hot or kernel.hot, "readable_source": bundled.sources[0]})


def is_path(word: str) -> bool:
    """True for what names a source file rather than a bundled kernel."""
    return word.endswith(SOURCE_SUFFIXES) or "/" in word
