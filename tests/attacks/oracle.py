"""Whether an accepted function is right, found out without any part of the judge: own drivers, own arithmetic."""

from __future__ import annotations

import math
import subprocess
from pathlib import Path

from mutations import GEMM

from pipeline.toolchain import Toolchain

SIZES = (20, 25, 30)
GEMM_DRIVER = """
#include <stdio.h>
enum { NI = %d, NJ = %d, NK = %d };
static double C[NI][NJ], A[NI][NK], B[NK][NJ];
void kernel_gemm(int, int, int, double, double, double (*)[NJ], double (*)[NK], double (*)[NJ]);
int main(void)
{
    for (int i = 0; i < NI * NJ; i++)
        C[0][i] = i %% 7 - 2.25;
    for (int i = 0; i < NI * NK; i++)
        A[0][i] = i %% 11 + 0.5;
    for (int i = 0; i < NK * NJ; i++)
        B[0][i] = 3.0 - i %% 13;
    kernel_gemm(NI, NJ - 3, NK, 1.5, 1.2, C, A, B);
    for (int i = 0; i < NI * NJ; i++)
        printf("%%a\\n", C[0][i]);
}
"""
WORK_DRIVER = """
#include <stdio.h>
static double a[64], out[64];
void work(const double *, double *, int);
int main(void)
{
    for (int i = 0; i < 64; i++)
        a[i] = i * 0.375 - 5, out[i] = -1;
    work(a, out, 61);
    work(a, out, 0);
    for (int i = 0; i < 64; i++)
        printf("%a\\n", out[i]);
}
"""


def gemm_results() -> list[float]:
    """What the driver of gemm must print: all columns but the last three computed."""
    ni, nj, nk = SIZES
    c = [i % 7 - 2.25 for i in range(ni * nj)]
    a = [i % 11 + 0.5 for i in range(ni * nk)]
    b = [3.0 - i % 13 for i in range(nk * nj)]
    for i in range(ni):
        for j in range(nj - 3):
            product = math.fsum(a[i * nk + k] * b[k * nj + j] for k in range(nk))
            c[i * nj + j] = 1.2 * c[i * nj + j] + 1.5 * product
    return c


def work_results() -> list[float]:
    """What the driver of work must print: three elements left alone."""
    return [2 * (i * 0.375 - 5) + 1 if i < 61 else -1.0 for i in range(64)]


def build(clang: Path, *words: str | Path) -> None:
    """Run the compiler without its optimiser's full strength; what the judge accepted has to compile."""
    subprocess.run([clang, "-w", "-O1", *words], check=True, capture_output=True)


def is_right(lab: str, body: Path, toolchain: Toolchain, folder: Path) -> bool:
    """Build a file with the function (C or IR) and a driver of our own, run it, and compare with Python's results."""
    main, program = folder / "driver.c", folder / "program"
    main.write_text(GEMM_DRIVER % SIZES if lab == GEMM else WORK_DRIVER)
    sizes = [f"-DN{letter}={size}" for letter, size in zip("IJK", SIZES, strict=True)] if body.suffix == ".c" else []
    # The driver has names of its own for the sizes, so each file is compiled by itself.
    clang, objects = toolchain.bin / "clang", (folder / "driver.o", folder / "body.o")
    build(clang, "-c", main, "-o", objects[0])
    build(clang, "-c", body, "-o", objects[1], *sizes)
    build(clang, *objects, "-lm", "-o", program)
    done = subprocess.run([program], check=True, capture_output=True, text=True, timeout=20)
    want = gemm_results() if lab == GEMM else work_results()
    have = [float.fromhex(word) for word in done.stdout.split()]
    largest = max(map(abs, want))
    return len(have) == len(want) and all(abs(x - y) <= 1e-9 * largest for x, y in zip(want, have, strict=True))
