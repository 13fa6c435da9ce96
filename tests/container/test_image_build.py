"""The image's build in a real engine: what stops it, where its packages come from, and that it repeats."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.docker
ROOT = Path(__file__).resolve().parents[2]


def docker(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["docker", *words], capture_output=True, text=True, check=False, timeout=600)


@pytest.mark.usefixtures("image")
def test_a_package_that_is_not_the_locked_one_stops_the_build_with_both_versions(
    checkout: Path, tmp_path: Path
) -> None:
    shutil.copytree(checkout, tmp_path / "irloop")
    found = docker("run", "--rm", "--entrypoint", "cat", "irloop", "/usr/local/share/irloop.packages").stdout
    dockerfile = (ROOT / "docker" / "Dockerfile").read_text()
    base = os.environ.get("BASE_IMAGE") or dockerfile.partition("ARG BASE_IMAGE=")[2].splitlines()[0]
    header = f"# base: {base if '@sha256:' in base else 'other'}\n"
    (tmp_path / "irloop" / "docker" / "packages.lock").write_text(header + found.replace("\nbash=", "\nbash=0.1-"))
    environment = {**os.environ, "IMAGE": "irloop-test", "DRIFT": "fail", "BUILDKIT_PROGRESS": "plain"}
    command = [str(tmp_path / "irloop" / "scripts" / "image.sh"), "build", "locked"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert len(set(re.findall(r" ([-+]\S+=\S+:\S+)\n", done.stderr))) == 2
    assert re.search(r" -bash=0\.1-\S+\n", done.stderr)
    assert "make image-lock" in done.stderr


SOURCES = """Types: deb
# http://snapshot.debian.org/archive/debian/20260801T000000Z
URIs: http://deb.debian.org/debian
Suites: trixie

Types: deb
URIs: http://mirror.example/plain
"""


@pytest.mark.usefixtures("image")
@pytest.mark.parametrize(
    ("snapshot", "uris"),
    [
        ("on", ["http://snapshot.debian.org/archive/debian/20260801T000000Z", "http://mirror.example/plain"]),
        ("off", ["http://deb.debian.org/debian", "http://mirror.example/plain"]),
    ],
)
def test_packages_come_from_the_snapshot_that_the_base_image_names(snapshot: str, uris: list[str]) -> None:
    """The build's own script, with an apt that only says what it is asked."""
    script = """cd /etc/apt/sources.list.d && rm -f * && echo "$SOURCES" >debian.sources && mkdir /fake &&
        printf '#!/bin/sh\\necho apt-get "$@"\\n' >/fake/apt-get && chmod +x /fake/apt-get &&
        PATH=/fake:$PATH /docker/apt-install.sh 22 /docker/packages.txt && cat debian.sources"""
    words = ["-e", f"SOURCES={SOURCES}", "-e", f"APT_SNAPSHOT={snapshot}", "-v", f"{ROOT}/docker:/docker:ro"]
    done = docker("run", "--rm", *words, "--user", "0", "--entrypoint", "sh", "irloop", "-c", script)
    assert re.findall(r"^URIs: (.*)$", done.stdout, re.M) == uris, done.stderr
    assert re.search(r"^apt-get .* install --no-install-recommends clang-22 llvm-22 ", done.stdout, re.M)


@pytest.mark.usefixtures("engine")
@pytest.mark.skipif(not os.environ.get("IRLOOP_E2E_REBUILD"), reason="IRLOOP_E2E_REBUILD=1 builds twice: minutes")
def test_two_builds_without_cache_are_equal() -> None:
    command, environment = [str(ROOT / "scripts" / "image.sh"), "twice"], {"DRIFT": "warn", **os.environ}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "two builds without cache are equal" in done.stdout
