"""What a test needs: absent, it is skipped, or failed where it was promised; shared, one worker at a time has it."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

# Where scripts/editor.sh puts the clients that no user needs.
EDITOR = Path(os.environ.get("IRLOOP_EDITOR") or Path.home() / ".cache" / "irloop-editor")


def absent(reason: str) -> NoReturn:
    """End a test marked `docker`; `reason` says what is missing and how to get it."""
    if os.environ.get("IRLOOP_REQUIRE_DOCKER"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Only one worker of the test session at a time works with `what`: an image's name, a port."""
    with (Path(tempfile.gettempdir()) / f"irloop-test-{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
