"""Fixtures that tests of several folders share."""

from __future__ import annotations

import pytest

from pipeline.toolchain import Toolchain, find_toolchain


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The LLVM that irloop itself would choose."""
    return find_toolchain()
