"""The engine and the image that tests marked `docker` need, skipped with the reason where there is none; and a run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from needed import absent, alone

from pipeline.catalog import bundled_program
from pipeline.container.engine import connect, image_problem
from pipeline.errors import ContainerError
from pipeline.events import RunStarted
from pipeline.records import Settings
from pipeline.run import start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def engine() -> None:
    """A container engine that answers."""
    try:
        connect().close()
    except ContainerError as error:
        absent(str(error))


def _build(target: str) -> None:
    """The image of this checkout; that Debian's mirror may be of a later date than the manifest is no test's matter."""
    command = [str(ROOT / "scripts" / "image.sh"), "build", target]
    done = subprocess.run(command, env={"DRIFT": "warn", **os.environ}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="session")
def image(engine: None) -> str:  # noqa: ARG001 - asked for what it checks
    """The image of this checkout: built when it is missing or stale (minutes at first, then seconds)."""
    with alone("image"):
        client = connect()
        problem = image_problem(client, "irloop")
        if problem and not (os.environ.get("BASE_IMAGE") or os.environ.get("IRLOOP_REQUIRE_DOCKER")):
            absent(f"the image irloop {problem}: `make image`")
        if problem:
            _build("runtime")
            assert image_problem(client, "irloop") is None
        client.close()
    return "irloop"


@pytest.fixture(scope="session")
def dev_image(image: str) -> str:  # noqa: ARG001 - built upon it
    """The image of the dev container."""
    with alone("image"):
        _build("dev")
    return "irloop:dev"


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout that belongs to the user of the dev container, without environments and results."""
    copy = tmp_path_factory.mktemp("opened") / "irloop"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    if os.getuid() == 0:
        for folder in [copy.parent.parent, copy.parent]:
            folder.chmod(0o755)
        subprocess.run(["chown", "-R", "1000:1000", copy], check=True)
    return copy


@pytest.fixture(scope="session")
def finished_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of gemm with a few candidates of the search."""
    settings = Settings(iterations=1, proposer="search", ladder=False)
    events = list(start(bundled_program("gemm", "SMALL"), settings, tmp_path_factory.mktemp("runs")))
    assert isinstance(events[0], RunStarted)
    return events[0].folder
