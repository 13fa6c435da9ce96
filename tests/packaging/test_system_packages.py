"""docker/packages.txt and the scripts that read it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Without the settings of a `make` that may be running these tests.
OWN_MAKE = {"PATH": "/usr/bin:/bin"}
TARGETS = (
    *("setup", "run", "test", "lint", "format", "plot", "heatmap", "bench", "lock"),
    *("image", "image-dev", "image-lock", "clean"),
)


def packages() -> list[str]:
    lines = (ROOT / "docker" / "packages.txt").read_text(encoding="utf-8").splitlines()
    return [name for line in lines if (name := line.split("#")[0].strip())]


def test_each_line_is_one_debian_package_with_at_most_the_llvm_placeholder() -> None:
    names = packages()
    assert names
    assert len(names) == len(set(names))
    for name in names:
        assert re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", name.replace("@LLVM@", "22")), name


def test_every_llvm_package_leaves_the_major_version_open() -> None:
    llvm = [name for name in packages() if re.search(r"clang|llvm|lld|polly", name)]
    assert len(llvm) >= 5
    assert all("@LLVM@" in name for name in llvm)


def test_gcc_is_the_users_choice() -> None:
    assert not [name for name in packages() if re.match(r"(gcc|g\+\+|build-essential)", name)]


def shell_scripts() -> list[Path]:
    return [*sorted((ROOT / "scripts").glob("*.sh")), ROOT / ".ci" / "run"]


@pytest.mark.parametrize("script", shell_scripts(), ids=lambda path: path.name)
def test_shell_scripts_parse_stop_on_errors_and_can_be_executed(script: Path) -> None:
    checked = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "\nset -euo pipefail\n" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111 == 0o111


@pytest.mark.parametrize(
    ("llvm", "message"),
    [
        ("18", "IRLOOP_LLVM=18: LLVM 19 or newer is needed"),
        ("new", "IRLOOP_LLVM=new: expected a major version such as 22"),
        ("/nowhere/bin", "IRLOOP_LLVM=/nowhere/bin: this folder lacks one of: clang opt"),
    ],
)
def test_set_up_refuses_an_llvm_that_cannot_be_used(llvm: str, message: str) -> None:
    environment = {"PATH": "/usr/bin:/bin", "IRLOOP_LLVM": llvm}
    done = subprocess.run([ROOT / "scripts" / "setup.sh"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"setup: {message}")


def test_make_without_a_target_lists_all_targets() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, env=OWN_MAKE, capture_output=True, text=True, check=True
    )
    for target in TARGETS:
        assert re.search(rf"^  make {target} +\S", listed.stdout, re.MULTILINE), target


def test_make_run_hands_its_settings_to_irloop() -> None:
    settings = ["KERNEL=lu", "ITERATIONS=7", "PROPOSER=search", "RUNS=/tmp/out"]
    planned = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "run", *settings],
        cwd=ROOT,
        env=OWN_MAKE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert planned.stdout.splitlines()[-1].endswith("irloop run lu --iterations 7 --proposer search --out /tmp/out")
