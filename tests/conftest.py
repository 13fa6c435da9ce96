"""Fixtures that tests of several folders share."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

from pipeline.toolchain import Toolchain, find_toolchain

# No test times anything, and what fails once fails every time.
settings.register_profile("irloop", deadline=None, derandomize=True)
settings.load_profile("irloop")


@pytest.fixture(scope="session", autouse=True)
def _own_cache() -> Iterator[None]:
    """No test reads or fills the user's cache, reads the user's configuration, or asks the user's model."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        for name in [name for name in os.environ if name.startswith(("OPENAI_", "AZURE_OPENAI_", "IRLOOP_API_KEY"))]:
            del os.environ[name]
        yield


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The LLVM that irloop itself would choose."""
    return find_toolchain()
