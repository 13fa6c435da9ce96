"""What a built irloop holds, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with the environment's own hatchling."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def sources(folder: str, *patterns: str) -> set[str]:
    """Files of a folder of the checkout, by their paths from its top."""
    found = {path for pattern in patterns for path in (ROOT / folder).rglob(pattern)}
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_the_wheel_holds_both_packages_with_their_c_sources_and_types(names: set[str]) -> None:
    wanted = sources("pipeline", "*.py", "*.c", "*.css") | sources("tui", "*.py", "*.tcss")
    assert {"pipeline/__init__.py", "tui/__init__.py"} <= wanted
    assert any(name.endswith(".c") for name in wanted)
    assert wanted <= names
    assert {"pipeline/py.typed", "tui/py.typed"} <= names


def test_the_wheel_holds_the_kernels_inside_the_package(names: set[str]) -> None:
    wanted = sources("kernels", "*.c", "*.h", "*.toml", "*.md")
    assert "kernels/gemm/gemm.c" in wanted
    assert {f"pipeline/_{name}" for name in wanted} <= names


def test_the_wheel_holds_nothing_else(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pipeline", "tui"}
    assert not [name for name in names if name.endswith((".pyc", ".ll", ".opt"))]


def test_an_unpacked_wheel_finds_its_own_kernels(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from pipeline.catalog import kernel_names, kernels_folder\n"
        "print(kernels_folder()); print(*kernel_names())"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    folder, found = done.stdout.splitlines()
    assert Path(folder) == tmp_path / "pipeline" / "_kernels"
    assert "gemm" in found.split()


def test_the_irloop_command_points_to_the_command_line(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "irloop = pipeline.cli:main" in archive.read(path).decode()


HEAVY = ("textual", "tui", "pandas", "matplotlib", "scipy", "openai", "docker")


@pytest.mark.parametrize("module", ["pipeline", "pipeline.cli"])
def test_importing_the_core_loads_no_heavy_package_and_no_interface(module: str) -> None:
    script = f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
