"""Tools of LLVM that fail for reasons of their surroundings."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from pipeline.errors import CompileError, StorageError, ToolError
from pipeline.toolchain import FULL, Toolchain

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    source = tmp_path / "broken.c"
    source.write_text("int main(void) { return }\n")
    return source


def test_a_tool_that_fails_on_a_full_disk_says_so(
    toolchain: Toolchain, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(FULL, FULL, FULL - 1))
    with pytest.raises(StorageError, match=f"no space left in {tmp_path}"):
        toolchain.compile(broken, "-o", tmp_path / "program")
    with pytest.raises(StorageError, match="no space left"):
        toolchain.must("clang", "-c", broken, "-o", tmp_path / "object.o")


def test_a_tool_that_fails_with_room_left_says_why(toolchain: Toolchain, broken: Path, tmp_path: Path) -> None:
    with pytest.raises(CompileError, match="expected expression"):
        toolchain.compile(broken, "-o", tmp_path / "program")
    with pytest.raises(ToolError, match="expected expression"):
        toolchain.must("clang", "-c", broken, "-o", tmp_path / "object.o")
