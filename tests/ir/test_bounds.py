"""Which arguments are sizes: those that say how far a loop goes, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.build import emit_raw, split
from pipeline.catalog import bundled_program, kernels_folder
from pipeline.ir.bounds import size_parameters
from pipeline.ir.module import Function, find_function
from pipeline.toolchain import Toolchain

Compiled = Callable[..., str]

# Function of type void or long, one or two loops over `a`; the names that count as sizes stand in front.
SIZES = {
    "int": ("n", "void hot(int n, int *a) { for (int i = 0; i < n; i++) a[i] += 1; }"),
    "unsigned": ("n", "void hot(unsigned n, int *a) { for (unsigned i = 0; i < n; i++) a[i] += 1; }"),
    "64 bits": ("n", "void hot(long n, double *a) { for (long i = 0; i < n; i++) a[i] += 1; }"),
    "64 bits, unsigned": (
        "n",
        "#include <stddef.h>\nvoid hot(size_t n, double *a) { for (size_t i = 0; i < n; i++) a[i] += 1; }",
    ),
    "16 bits": ("n", "void hot(short n, double *a) { for (int i = 0; i < n; i++) a[i] += 1; }"),
    "16 bits, unsigned": ("n", "void hot(unsigned short n, double *a) { for (int i = 0; i < n; i++) a[i] += 1; }"),
    "filled": ("n", "void hot(int n, unsigned char *a, int c) { for (int i = 0; i < n; i++) a[i] = c; }"),
    "copied": ("n", "#include <string.h>\nvoid hot(long n, double *a, double *b) { memcpy(a, b, n * sizeof *a); }"),
    "one less": ("n", "void hot(int n, double *a) { for (int i = 1; i < n - 1; i++) a[i] += a[i - 1]; }"),
    "one less, unsigned": (
        "n",
        "void hot(unsigned n, double *a) { for (unsigned i = 1; i < n - 1; i++) a[i] += a[i - 1]; }",
    ),
    "the last one too": ("n", "void hot(int n, double *a) { for (int i = 0; i <= n; i++) a[i] += 1; }"),
    "unequal": ("n", "void hot(int n, double *a) { for (int i = 0; i != n; i++) a[i] += 1; }"),
    "half": ("n", "void hot(int n, double *a) { for (int i = 0; i < n / 2; i++) a[i] += a[n - 1 - i]; }"),
    "whole vectors only": ("n", "void hot(int n, double *a) { for (int i = 0; i < (n & ~3); i += 4) a[i] += 1; }"),
    "at most a hundred": (
        "n",
        "void hot(int n, double *a) { int e = n < 100 ? n : 100; for (int i = 0; i < e; i++) a[i] += 1; }",
    ),
    "downwards": ("n", "void hot(int n, double *a) { for (int i = n - 1; i >= 0; i--) a[i] += a[i + 1]; }"),
    "counted away": ("n", "void hot(int n, double *a) { while (n--) *a++ += 1; }"),
    "down to a sentinel": ("n", "long hot(long n, const int *a) { while (a[n]) n--; return n; }"),
    "a product of two": ("m n", "void hot(int n, int m, double *a) { for (int i = 0; i < n * m; i++) a[i] += 1; }"),
    "tiles": (
        "n",
        (
            "#define END (t + 8 < n ? t + 8 : n)\n"
            "void hot(int n, double *a, double *b) { for (int t = 0; t < n; t += 8)"
            " for (int i = t; i < END; i++) for (int j = t; j < END; j++) a[i] += b[j]; }"
        ),
    ),
    "a triangle": (
        "n",
        "void hot(int n, double *a) { for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) a[i] += a[j]; }",
    ),
    "rows and columns": (
        "m n",
        (
            "void hot(int n, int m, double a[n][m])"
            "{ for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i][j] += 1; }"
        ),
    ),
    "first and last": (
        "first n",
        "void hot(int first, int n, double *a) { for (int i = first; i < n; i++) a[i] += 1; }",
    ),
    "repetitions": (
        "n times",
        (
            "void hot(int n, int times, double *a)"
            "{ for (int t = 0; t < times; t++) for (int i = 1; i < n; i++) a[i] += a[i - 1]; }"
        ),
    ),
    "a search by halves": (
        "n",
        (
            "long hot(int n, const int *a, int key) { int low = 0, high = n; while (low < high) {"
            " int m = low + (high - low) / 2; if (a[m] < key) low = m + 1; else high = m; } return low; }"
        ),
    ),
}

LOOP = "for (int i = 0; i < n; i++)"
OTHERS = {
    "an index": f"void hot(int n, double *a, int k) {{ {LOOP} a[k] += a[i]; }}",
    "two indices": "double hot(double *a, int i, int j) { return a[i] * a[j]; }",
    "an offset": f"void hot(int n, double *a, int from) {{ {LOOP} a[i] += a[from + i]; }}",
    "a flag inside": f"void hot(int n, double *a, int flag) {{ {LOOP} a[i] = flag == 1 ? 2 * a[i] : a[i] + 1; }}",
    "a flag outside": f"void hot(int n, double *a, int up) {{ if (up == 3) {LOOP} a[i] += 1; else {LOOP} a[i] -= 1; }}",
    "a mode": (
        f"void hot(int n, double *a, int mode) {{ switch (mode) {{ case 0: {LOOP} a[i] += 1; break;"
        f" case 1: {LOOP} a[i] *= 3; break; case 2: {LOOP} a[i] /= 3; break; case 3: {LOOP} a[i] -= 3; }} }}"
    ),
    "a leading dimension": f"void hot(int n, const double *a, int ld, double *b) {{ {LOOP} b[i] += a[i * ld]; }}",
    "a leading dimension, 64 bits": (
        f"void hot(int n, const double *a, long ld, double *b) {{ {LOOP}"
        " for (int j = 0; j < n; j++) b[i] += a[i * ld + j]; }"
    ),
    "a pointer's stride": (
        "void hot(int n, const double *a, int inc, double *b) { for (int i = 0; i < n; i++, a += inc) b[i] += *a; }"
    ),
    "a running stride": (
        "void hot(int n, double *a, int ld) { int at = 0; for (int i = 0; i < n; i++, at += ld) a[at] += 1; }"
    ),
    "an integer scale": f"void hot(int n, int *a, int scale) {{ {LOOP} a[i] *= scale; }}",
    "a scale of doubles": f"void hot(int n, double *a, int scale) {{ {LOOP} a[i] *= scale; }}",
    "unused": f"void hot(int n, double *a, int unused) {{ {LOOP} a[i] += 1; }}",
    "a value to count": f"int hot(int n, const int *a, int c) {{ int k = 0; {LOOP} k += a[i] == c; return k; }}",
    "a value to look for": "int hot(const int *a, int c) { int i = 0; while (a[i] != c) i++; return i; }",
    "a threshold": f"int hot(int n, const int *a, int t) {{ int k = 0; {LOOP} if (a[i] > t) k += 2; return k; }}",
    "a shift": f"void hot(int n, unsigned *a, int by) {{ {LOOP} a[i] <<= by; }}",
    "a modulus": f"void hot(int n, unsigned *a, unsigned m) {{ {LOOP} a[i] %= m; }}",
    "a value to fill with": f"void hot(int n, int *a, int value) {{ {LOOP} a[i] = value; }}",
    "a seed": f"unsigned hot(int n, unsigned seed) {{ {LOOP} seed = seed * 1664525u + 1013904223u; return seed; }}",
    "where a sum begins": f"int hot(int n, const int *a, int sum) {{ {LOOP} sum += a[i]; return sum; }}",
    "where a maximum begins": f"int hot(int n, const int *a, int s) {{ {LOOP} s = a[i] > s ? a[i] : s; return s; }}",
    "a character": f"int hot(int n, const char *a, char c) {{ int k = 0; {LOOP} k += a[i] == c; return k; }}",
    "a floating-point bound": "void hot(double n, double *a) { for (double i = 0; i < n; i++) a[(int)i] += 1; }",
}


def named(text: str) -> Function:
    function = find_function(text, "hot")
    assert function is not None
    return function


def names(source: str, text: str) -> set[str]:
    """The sizes by the names that the C source gives its parameters."""
    header = re.search(r"\bhot\((.*?)\)\s*\{", source)
    assert header is not None
    written = [re.findall(r"\w+", re.sub(r"\[.*?\]", "", part))[-1] for part in header[1].split(",")]
    return {written[index] for index in size_parameters(named(text))}


@pytest.mark.parametrize("level", ["-O1", "-O3"])
@pytest.mark.parametrize("name", SIZES)
def test_what_bounds_a_loop_is_a_size(compiled: Compiled, name: str, level: str) -> None:
    sizes, source = SIZES[name]
    assert names(source, compiled(source, level)) == set(sizes.split())


@pytest.mark.parametrize("level", ["-O1", "-O3"])
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_used_for_anything_else_is_none(compiled: Compiled, name: str, level: str) -> None:
    source = OTHERS[name]
    assert names(source, compiled(source, level)) <= {"n"}
    if LOOP in source:  # the loop's own bound is still seen beside it
        assert names(source, compiled(source, level)) == {"n"}


def test_a_step_is_none_until_the_optimiser_counts_rounds_by_it(compiled: Compiled) -> None:
    source = "void hot(int n, int step, double *a) { for (int i = 0; i < n; i += step) a[i] += 1; }"
    assert names(source, compiled(source, "-O1")) == {"n"}


def test_an_end_pointer_is_a_size_once_it_is_an_index(compiled: Compiled) -> None:
    source = "void hot(int n, double *p) { double *e = p + n; while (p != e) *p++ *= 2; }"
    assert names(source, compiled(source, "-O3")) == {"n"}


def test_a_parameter_without_a_name_goes_by_its_number() -> None:
    text = (
        "define void @hot(ptr %0, i64 %1, i32 %2) {\n  br label %4\n4:\n  %5 = phi i64 [ 0, %3 ], [ %6, %4 ]\n"
        "  %6 = add i64 %5, 1\n  %7 = icmp slt i64 %6, %1\n  br i1 %7, label %4, label %8\n8:\n  ret void\n}\n"
    )
    assert size_parameters(named(text)) == {1}


def test_names_in_quotes_are_the_same_names() -> None:
    text = (
        'define void @hot(i64 %"the size", i64 %k) {\n  br label %l\nl:\n'
        '  %"i 1" = phi i64 [ 0, %0 ], [ %next, %l ]\n'
        '  %next = add i64 %"i 1", 1 ; %k\n  %c = icmp slt i64 %next, %"the size"\n'
        "  br i1 %c, label %l, label %e\ne:\n  ret void\n}\n"
    )
    assert size_parameters(named(text)) == {0}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in kernels_folder().glob("*/kernel.toml")))
def test_every_integer_argument_of_a_bundled_kernel_is_a_size(toolchain: Toolchain, tmp_path: Path, name: str) -> None:
    program = bundled_program(name, "MINI")
    assert program.hot is not None
    header = re.search(rf"\b{program.hot}\(([^{{;]*)\)\s*\{{", program.sources[0].read_text())
    assert header is not None
    wanted = re.findall(r"(?:^|,)\s*int (\w+)(?=,|$)", header[1].replace("\n", " "))
    assert wanted
    function = split(program, program.hot, emit_raw(program, toolchain, tmp_path), toolchain, tmp_path).function
    parameters = function.signature.parameters
    assert [parameters[index].name for index in sorted(size_parameters(function))] == wanted
