"""Fixtures that run the real LLVM: tests of IR text are only as good as the text is real."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.executor import run
from pipeline.toolchain import OLDEST_MAJOR, UNOPTIMISED, Toolchain, find_toolchain, missing_tools


def _installed() -> list[Toolchain]:
    """Every complete LLVM on this machine that irloop can work with."""
    found = []
    for folder in sorted(Path("/usr/lib").glob("llvm-*/bin")):
        major = folder.parent.name.removeprefix("llvm-")
        if major.isdigit() and int(major) >= OLDEST_MAJOR and not missing_tools(folder):
            version = run([folder / "llvm-config", "--version"]).stdout.decode().strip()
            found.append(Toolchain(folder, version or f"{major}.0.0"))
    return found or [find_toolchain()]


@pytest.fixture(scope="session", params=_installed(), ids=lambda llvm: f"llvm-{llvm.major}")
def llvm(request: pytest.FixtureRequest) -> Toolchain:
    """Each installed LLVM in turn."""
    chosen: Toolchain = request.param
    return chosen


@pytest.fixture
def compiled(llvm: Toolchain, tmp_path: Path) -> Callable[..., str]:
    """C to the text of its IR: `compiled(source, "-O3")`; without flags as irloop does, before any pass."""

    def compile_c(source: str, *flags: str) -> str:
        file, target = tmp_path / "source.c", tmp_path / "compiled.ll"
        file.write_text(source)
        words = ("-emit-llvm", "-S", *flags) if flags else UNOPTIMISED
        llvm.compile("-Wno-everything", *words, file, "-o", target)
        return target.read_text()

    return compile_c


@pytest.fixture
def normalised(llvm: Toolchain, tmp_path: Path) -> Callable[..., str]:
    """IR as `opt -S` prints it after the given passes; fails where opt does not accept the text."""

    def normalise(text: str, *words: str) -> str:
        problem = _problem(llvm, tmp_path, text, *words)
        assert problem == "", problem
        return (tmp_path / "normalised.ll").read_text()

    return normalise


@pytest.fixture
def rejected(llvm: Toolchain, tmp_path: Path) -> Callable[[str], str]:
    """Opt's message about IR that it does not accept; empty when it does."""
    return lambda text: _problem(llvm, tmp_path, text)


def _problem(llvm: Toolchain, folder: Path, text: str, *words: str) -> str:
    file = folder / "text.ll"
    file.write_text(text)
    result = llvm.tool("opt", "-S", *(words or ("-passes=verify",)), file, "-o", folder / "normalised.ll")
    return "" if result.ok else result.message or result.describe()
