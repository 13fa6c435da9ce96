"""What a test needs and does not find: skipped, or failed where continuous integration promises it."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def absent(reason: str) -> NoReturn:
    """End a test marked `docker`; `reason` says what is missing and how to get it."""
    if os.environ.get("IRLOOP_REQUIRE_DOCKER"):
        pytest.fail(reason)
    pytest.skip(reason)
