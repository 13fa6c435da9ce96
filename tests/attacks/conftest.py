"""The programs under attack: bundled kernels at MINI, and a small one whose IR is easy to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from labs import Decide, Lab, MakeLab, decide, make_lab, prepared

from pipeline.catalog import bundled_program
from pipeline.toolchain import Toolchain

__all__ = ["Decide", "Lab", "MakeLab", "decide", "make_lab"]

WORK = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void work(const double *a, double *out, int n)
{
    for (int i = 0; i < n; i++)
        out[i] = 2.0 * a[i] + 1.0;
}
int main(void)
{
    double *a = calloc(100, sizeof *a), *out = calloc(100, sizeof *out);
    for (int i = 0; i < 100; i++)
        a[i] = i + 0.5;
    for (int call = 0; call < 20; call++)
        work(a, out, 100);
    printf("%.6f\\n", out[99]);
    free(a);
    free(out);
}
"""


@pytest.fixture(scope="session")
def kernel(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Lab]:
    """A bundled kernel, at MINI where no other size is named, behind the boundary, prepared once a worker."""
    known: dict[tuple[str, str], Lab] = {}

    def make(name: str, size: str = "MINI") -> Lab:
        if (name, size) not in known:
            program = bundled_program(name, size)
            known[name, size] = prepared(program, toolchain, tmp_path_factory.mktemp(name), 3)
        return known[name, size]

    return make


@pytest.fixture
def work(make_lab: MakeLab) -> Lab:
    """Twice an array plus one, called twenty times."""
    return make_lab(WORK, "work", timeout=3)
