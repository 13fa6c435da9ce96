"""Cutting the hot function out of C text as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import bundled_program, kernel_names
from pipeline.evidence.source import (
    Declaration,
    c_function,
    c_function_line,
    declarations,
    find_c_function,
    find_source,
)
from pipeline.toolchain import Toolchain

PLAIN = "int f(int x)\n{\n    return x;\n}"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "static inline double f(const double *restrict a, int n) { double s = 0; while (n--) { s += *a; } return s; }",
        "__attribute__((noinline)) void f(int n, double a[n][n]) { a[0][0] = 1; }",
        "void f(void) __attribute__((hot)) { }",
        "struct s *f(struct s *p)\n{\n    return p->next;\n}",
        'void f(void) { puts("}"); }',
        "void f(void) { char c = '}'; /* } */ // }\n}",
        "void f(int (*g)(int), char c) { if (c == '\\'') { g('\"'); } }",
        "unsigned long\nf(a, b)\n{ return a; }",
    ],
)
def test_a_function_alone_is_itself(text: str) -> None:
    assert c_function(text, "f") == text


def test_it_is_cut_out_of_what_stands_around_it() -> None:
    text = f"""#include <stdio.h>
#define N 3
int f(int);
static int g(int x) {{ return f(x) + f(1); }}
{PLAIN}
int main(void) {{ return f(g(2)); }}
"""
    assert c_function(text, "f") == PLAIN


def test_the_comment_right_above_belongs_to_it() -> None:
    comment = "/* Adds nothing; { and } are\n   no braces here. */"
    text = f"int before;\n\n{comment}\n{PLAIN}\nint after;\n"
    assert c_function(text, "f") == f"{comment}\n{PLAIN}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "int f(int x);",
        "int main(void) { return f(3); }",
        "int main(void) { if (f(3)) { return 1; } return 0; }",
        "int ff(int x) { return x; } int g(int f) { return f; }",
        "/* int f(int x) { return x; } */",
        'char *s = "int f(int x) { return x; }";',
        "int f(int x) { return",
        "int f(int x",
    ],
)
def test_where_there_is_no_definition_there_is_no_answer(text: str) -> None:
    assert c_function(text, "f") is None


@pytest.mark.parametrize("name", kernel_names())
def test_the_hot_function_of_every_bundled_kernel_is_found(name: str) -> None:
    program = bundled_program(name)
    assert program.hot is not None
    found = find_c_function(program.sources, program.hot)
    assert found is not None
    assert found.count("{") == found.count("}") > 0
    assert f"{program.hot}(" in found
    assert "main(" not in found
    assert "#include" not in found


def test_the_line_is_that_of_the_definition() -> None:
    text = "/* f(x) doubles. */\nint f(int);\nint g(void) { return f(1); }\nint\nf (int x)\n{ return 2 * x; }\n"
    assert c_function_line(text, "f") == 5
    assert c_function_line(text, "h") is None


def test_the_first_source_that_has_it_counts(tmp_path: Path) -> None:
    for name, text in (("a.c", "int f(int);"), ("b.c", PLAIN), ("c.c", PLAIN.replace("x;", "-x;"))):
        (tmp_path / name).write_text(text)
    assert find_c_function([tmp_path / name for name in ("a.c", "b.c", "c.c")], "f") == PLAIN
    assert find_c_function([tmp_path / "a.c"], "f") is None
    assert find_c_function([tmp_path / "b.ll"], "f") is None


def test_text_in_another_encoding_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_bytes(b"/* \xe9t\xe9 */\n" + PLAIN.encode())
    assert PLAIN in (find_c_function([tmp_path / "a.c"], "f") or "")


@given(st.text(alphabet="f(){}x ;/*\"'\n\\#,", max_size=60))
def test_any_text_has_an_answer_that_is_part_of_it(text: str) -> None:
    found = c_function(text, "f")
    assert found is None or found in text


PROGRAM = r"""
#include <stdio.h>
#include "types.h"
#define LANES 4
#define SQUARE(x) \
    ((x) * (x))
#define NOTE "never mind; { this"
#if 0
#define UNUSED 1
#endif
enum kind { RED, GREEN = 1, BLUE };
typedef struct { double x, y; } point;
typedef int (*compare)(const void *, const void *);
static const int table[2][2] = {{1, 2}, {3, 4}};
static double unused(double x) { return x; }
static inline double scaled(double x)
{
    return FACTOR * x;
}
double declared(double);
int counter = 0, other;

static HOT void hot(struct cell *cells, point *p, compare c)
{
    int counter = LANES + N;
    p->x = SQUARE(p->y) + scaled(p->x) + declared(1) + table[0][1] + GREEN;
    cells->count = counter;
}
int main(void) { hot(0, 0, 0); return 0; }
"""


def test_what_a_function_uses_of_its_program_comes_with_it(tmp_path: Path) -> None:
    (tmp_path / "include").mkdir()
    (tmp_path / "include" / "types.h").write_text('#pragma once\n#include "deep.h"\nstruct cell { index count; };\n')
    (tmp_path / "include" / "deep.h").write_text("#define HOT __attribute__((hot))\ntypedef long index;\n")
    (tmp_path / "a.c").write_text(PROGRAM)
    found = find_source([tmp_path / "a.c"], "hot", [tmp_path / "include"], ["FACTOR=2.5", "N", "M=3"], {"LANES"})
    assert found is not None
    assert found.written.startswith("static HOT void hot(")
    assert found.text.startswith("static void hot(")
    assert found.declared.split("\n") == [
        "#define FACTOR 2.5",
        "#define N 1",
        "typedef long index;",
        "struct cell { index count; };",
        "#define SQUARE(x) \\",
        "    ((x) * (x))",
        "enum kind { RED, GREEN = 1, BLUE };",
        "typedef struct { double x, y; } point;",
        "typedef int (*compare)(const void *, const void *);",
        "static const int table[2][2] = {{1, 2}, {3, 4}};",
        "static inline double scaled(double x)",
        "{",
        "    return FACTOR * x;",
        "}",
        "double declared(double);",
        "int counter = 0, other;",
    ]


def test_a_function_that_needs_nothing_comes_alone(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text(f"#define N 1\nstatic int g(void);\n{PLAIN}\n")
    assert getattr(find_source([tmp_path / "a.c"], "f"), "declared", None) == ""


def test_headers_that_include_each_other_or_are_missing_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.h").write_text('#include "b.h"\n#define A B\n')
    (tmp_path / "b.h").write_text('#include "a.h"\n#include "missing.h"\n#define B 7\n')
    (tmp_path / "a.c").write_text('#include "a.h"\nint f(void) { return A; }\n')
    assert getattr(find_source([tmp_path / "a.c"], "f"), "declared", None) == "#define B 7\n#define A B"


@given(st.text(alphabet="ab#{}();,=\\\n\"'/* \t", max_size=200))
def test_any_text_has_declarations_or_none(text: str) -> None:
    for piece in declarations(text):
        assert isinstance(piece, Declaration)
        assert piece.text in text


@pytest.mark.parametrize("name", kernel_names())
def test_every_bundled_function_is_told_with_all_that_it_uses(name: str, toolchain: Toolchain, tmp_path: Path) -> None:
    program = bundled_program(name)
    assert program.hot
    found = find_source(program.sources, program.hot, known=program.sizes)
    assert found is not None
    (tmp_path / "alone.c").write_text(f"{found.declared}\n{found.text}\n")
    sizes = [f"-D{key}={value}" for key, value in program.sizes.items()]
    done = toolchain.tool("clang", "-fsyntax-only", *sizes, "-Werror=implicit", tmp_path / "alone.c")
    assert done.ok, done.message
