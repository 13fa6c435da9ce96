from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ir.module import (
    Parameter,
    attributes_start,
    find_function,
    functions,
    global_names,
    lines_of,
    parse_signature,
    referenced_globals,
    replace_header,
    split_top,
    split_words,
    strip_comment,
)

Compiled = Callable[..., str]
Normalised = Callable[..., str]

PROGRAM = r"""
#include <stdarg.h>
struct big { double a[8]; int n; };
struct pair { double x, y; };
typedef double v4 __attribute__((vector_size(32)));
extern int printf(const char *, ...);
double table[16];
static const int primes[3] = {2, 3, 5};
__attribute__((noinline)) static double local(double x) { return x * table[3] + primes[(int)x & 1]; }
double kernel(int n, double *restrict A, const double *B, signed char c, unsigned short s, _Bool b)
{ double t = 0; for (int i = 0; i < n; i++) { A[i] += B[i] * c; t += A[i]; } return t + s + b + local(t); }
struct big by_value(struct big v, int k) { v.n += k; return v; }
struct pair two(struct pair p) { struct pair q = { p.y, p.x }; return q; }
v4 vector(v4 a, v4 *b) { return a + *b; }
int sum(int n, ...) { va_list l; va_start(l, n); int t = va_arg(l, int); va_end(l); return t + n; }
short narrow(short a, char *s) { printf("; } define @not_a_name(%s)\n", s); return a + 1; }
int (*choose(int n))(const char *, ...) { return n ? printf : 0; }
"""


@pytest.mark.parametrize("level", ["-O0", "-O3"])
def test_finds_the_functions_that_clang_emits(compiled: Compiled, level: str) -> None:
    text = compiled(PROGRAM, level)
    names = [function.name for function in functions(text)]
    assert {"kernel", "by_value", "two", "vector", "sum", "narrow", "choose"} <= set(names)
    for function in functions(text):
        assert function.text in text
        assert lines_of(text)[function.end] == "}"


@pytest.mark.parametrize("level", ["-O0", "-O3"])
def test_reads_signatures_of_real_headers(compiled: Compiled, level: str) -> None:
    text = compiled(PROGRAM, level)
    of = {function.name: function.signature for function in functions(text)}
    kernel = of["kernel"]
    assert kernel.result == "double"
    assert [p.type for p in kernel.parameters] == ["i32", "ptr", "ptr", "i8", "i16", "i1"]
    assert [p.abi for p in kernel.parameters] == ["", "", "", "signext", "zeroext", "zeroext"]
    assert [p.is_pointer for p in kernel.parameters] == [False, True, True, False, False, False]
    assert of["sum"].variadic
    assert not kernel.variadic
    assert (of["narrow"].result, of["narrow"].result_abi) == ("i16", "signext")
    assert of["two"].result == "{ double, double }"
    assert of["choose"].result == "ptr"


@pytest.mark.parametrize("level", ["-O0", "-O3"])
def test_aggregates_by_reference_are_not_plain_pointers(compiled: Compiled, level: str) -> None:
    signature = next(f for f in functions(compiled(PROGRAM, level)) if f.name == "by_value").signature
    result, value, number = signature.parameters
    assert signature.result == "void"
    assert result.abi == "sret(%struct.big) align 8"
    assert value.abi == "byval(%struct.big) align 8"
    assert not result.is_pointer
    assert not value.is_pointer
    assert number.type == "i32"


HEADERS = [
    ("define void @f() {", "void", []),
    ("define dso_local fastcc noundef i32 @f(ptr %0, i32 %1) #0 {", "i32", [("ptr", "0"), ("i32", "1")]),
    (
        "define void @f(ptr nocapture noundef readonly align 16 dereferenceable(8) %p) unnamed_addr #3 {",
        "void",
        [("ptr", "p")],
    ),
    (
        'define { i32, <2 x double> } @"f"(<4 x double> %v) {',
        "{ i32, <2 x double> }",
        [("<4 x double>", "v")],
    ),
    (
        "define [2 x i64] @f([3 x { i8, ptr }] %a) comdat align 32 {",
        "[2 x i64]",
        [("[3 x { i8, ptr }]", "a")],
    ),
    ('define ptr @f(%"struct.a b" %"odd, (name") {', "ptr", [('%"struct.a b"', "odd, (name")]),
    ('define %"ret@urn(" @"odd name("(i32 %x) {', '%"ret@urn("', [("i32", "x")]),
    ("define nofpclass(nan inf) double @f(double nofpclass(nan) %x) {", "double", [("double", "x")]),
    ("define void @f(ptr addrspace(1) %p, ptr %q) {", "void", [("ptr addrspace(1)", "p"), ("ptr", "q")]),
    (
        'define internal i32 @f(i32 range(i32 0, 5) %n) memory(argmem: readwrite) "a(b"="c)" {',
        "i32",
        [("i32", "n")],
    ),
]


@pytest.mark.parametrize(("header", "result", "parameters"), HEADERS)
def test_parses_headers_as_opt_prints_them(
    normalised: Normalised, header: str, result: str, parameters: list[tuple[str, str]]
) -> None:
    types = '%"struct.a b" = type { i32, ptr }\n%"ret@urn(" = type { i32 }\n'
    groups = "attributes #0 = { nounwind }\nattributes #3 = { nounwind }\n"
    comdat = "$f = comdat any\n" if " comdat" in header else ""
    text = normalised(f"{types}{comdat}{header}\n  unreachable\n}}\n{groups}")
    for line in (header, functions(text)[0].header):
        signature = parse_signature(line)
        assert signature.result == result
        assert [(p.type, p.name) for p in signature.parameters] == parameters


def test_a_quoted_type_does_not_hide_a_function(normalised: Normalised) -> None:
    text = normalised('%"a@b" = type { i32 }\ndefine internal %"a@b" @helper() {\n  unreachable\n}\n')
    assert [function.name for function in functions(text)] == ["helper"]


def test_captures_of_the_newest_llvm_is_an_attribute_like_any_other() -> None:
    header = "define range(i32 0, 2) i32 @f(ptr noundef captures(address, read_provenance) %p, i32 inreg %n) #0 {"
    signature = parse_signature(header)
    assert signature.parameters == (Parameter("ptr", "p"), Parameter("i32", "n", "inreg"))
    assert signature.result == "i32"


@pytest.mark.parametrize("line", ["ret void", "@x = global i32 0", "define", ""])
def test_a_line_that_is_no_header_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match="not a define"):
        parse_signature(line)


def test_attributes_go_behind_the_parameters_and_unnamed_addr(normalised: Normalised) -> None:
    plain = 'define void @f(ptr dereferenceable(8) %"p)") local_unnamed_addr align 16 {'
    at = attributes_start(plain)
    header = f"{plain[:at]} noinline{plain[at:]}"
    assert header == 'define void @f(ptr dereferenceable(8) %"p)") local_unnamed_addr noinline align 16 {'
    assert functions(normalised(f"{header}\n  ret void\n}}\n"))


def test_references_are_what_code_mentions_not_strings_or_comments(normalised: Normalised) -> None:
    text = normalised(
        '@used = external global i32\n@"odd name" = external global i32\ndeclare void @g(ptr)\n'
        "define void @f() {\n"
        '  store [7 x i8] c"; @no(1", ptr @used ; @neither\n'
        '  call void @g(ptr getelementptr (i8, ptr @"odd name", i64 4))\n'
        "  ret void\n}\n"
    )
    function = find_function(text, "f")
    assert function is not None
    assert referenced_globals(function) == {"used", "odd name", "g"}


def test_global_names_ignores_names_inside_quotes() -> None:
    assert global_names('%"@a" = call ptr @b(ptr @"c d", metadata !"@e")') == ["b", "c d"]


def test_lines_end_where_llvm_ends_them() -> None:
    text = "; a\u2028define void @f() {\ndefine void @g() {\n  ret void\n}\n"
    assert [function.name for function in functions(text)] == ["g"]
    assert lines_of("a\n\nb\n") == ["a", "", "b"]


def test_replacing_a_header_touches_no_other_line(compiled: Compiled) -> None:
    text = compiled(PROGRAM, "-O3")
    function = find_function(text, "kernel")
    assert function is not None
    assert replace_header(text, function, function.header) == text
    changed = replace_header(text, function, "define void @other() {")
    assert [a for a, b in zip(lines_of(text), lines_of(changed), strict=True) if a != b] == [function.header]


def test_strip_comment_keeps_semicolons_in_strings() -> None:
    assert strip_comment('  store [2 x i8] c";a", ptr %p ; note "x"') == '  store [2 x i8] c";a", ptr %p'
    assert strip_comment("; only") == ""


def test_instructions_are_lines_that_are_neither_label_nor_comment(compiled: Compiled) -> None:
    for function in functions(compiled(PROGRAM, "-O3")):
        lines = list(function.instructions)
        assert lines
        assert not [line for line in lines if line.endswith(":") or line.startswith(";")]
        assert lines[-1].startswith(("ret", "unreachable", "br", "]"))


WORD = st.text("ab19.", min_size=1, max_size=4)
NESTED = st.recursive(
    WORD,
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda p: "{ " + ", ".join(p) + " }"),
    max_leaves=8,
)


@given(st.lists(NESTED, min_size=1, max_size=6))
def test_splitting_at_top_level_gives_back_what_was_joined(parts: list[str]) -> None:
    assert split_top(",".join(parts), ",") == parts
    assert split_words(" ".join(parts)) == parts


@given(st.text(alphabet='([{<>}])",; ab\n', max_size=40))
def test_splitting_loses_nothing_however_unbalanced(text: str) -> None:
    assert ",".join(split_top(text, ",")) == text
