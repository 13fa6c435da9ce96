"""The engine and the image that tests marked `docker` need, skipped with the reason where there is none; and a run."""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from pipeline.catalog import bundled_program
from pipeline.container import connect, image_problem
from pipeline.errors import ContainerError
from pipeline.events import RunStarted
from pipeline.records import Settings
from pipeline.run import start

ROOT = Path(__file__).resolve().parents[2]


def _without(reason: str) -> None:
    """Where continuous integration promises an engine, a skipped test is a failed one."""
    if os.environ.get("IRLOOP_REQUIRE_DOCKER"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def engine() -> None:
    """A container engine that answers."""
    try:
        connect().close()
    except ContainerError as error:
        _without(str(error))


@pytest.fixture(scope="session")
def image(engine: None) -> str:  # noqa: ARG001 - asked for what it checks
    """The image of this checkout: built when it is missing or stale (minutes at first, then seconds)."""
    with (Path(tempfile.gettempdir()) / "irloop-image-test.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        client = connect()
        problem = image_problem(client, "irloop")
        if problem and not (os.environ.get("BASE_IMAGE") or os.environ.get("IRLOOP_REQUIRE_DOCKER")):
            _without(f"the image irloop {problem}: `make image`")
        if problem:
            subprocess.run([ROOT / "scripts" / "image.sh", "build"], check=True, capture_output=True)
            assert image_problem(client, "irloop") is None
        client.close()
    return "irloop"


@pytest.fixture(scope="session")
def finished_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of gemm with a few candidates of the search."""
    settings = Settings(iterations=1, proposer="search", ladder=False)
    events = list(start(bundled_program("gemm", "SMALL"), settings, tmp_path_factory.mktemp("runs")))
    assert isinstance(events[0], RunStarted)
    return events[0].folder
