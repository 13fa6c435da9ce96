"""The wrapper around the hot function, compiled and run for signatures of many kinds."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from observations import HEAD, array, checked, dumped, text

from pipeline.judging.boundary import result_blocks

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

RESULT = 1000
SIGNATURES = {
    "int": ("HOT int hot(int a, long b) { return a * 2 + (int)b; }", 'printf("%d", hot(argc, 40L));', "42"),
    "double": ("HOT double hot(double a, float b) { return a / b; }", 'printf("%g", hot(argc, 4.0f));', "0.25"),
    "float": ("HOT float hot(float a, double b) { return a + (float)b; }", 'printf("%g", hot(argc, .5));', "1.5"),
    "void": ("int seen; HOT void hot(int a) { seen += a; }", 'hot(argc); hot(4); printf("%d", seen);', "5"),
    "bool": ("HOT bool hot(bool a, bool b) { return a != b; }", 'printf("%d", hot(argc == 1, false));', "1"),
    "narrow": (
        "HOT short hot(short a, unsigned char b, signed char c) { return (short)(a - b + c); }",
        'printf("%d", hot((short)(-300 * argc), 200, -5));',
        "-505",
    ),
    "unsigned": (
        "HOT unsigned char hot(unsigned short a) { return (unsigned char)(a >> 8); }",
        'printf("%d", hot((unsigned short)(0xABCD * argc)));',
        "171",
    ),
    "long double": ("HOT long double hot(long double a) { return a / 3; }", 'printf("%.3Lf", hot(argc));', "0.333"),
    "complex": (
        "HOT double _Complex hot(double _Complex a, float _Complex b) { return a * b; }",
        'printf("%g", __real__ hot(argc + 2i, 3.0f - 1.0fi));',
        "5",
    ),
    "small struct": (
        "struct s { double a, b; }; HOT struct s hot(struct s x) { x.a += x.b; return x; }",
        'struct s x = {argc, 2}; x = hot(x); printf("%g %g", x.a, x.b);',
        "3 2",
    ),
    "mixed struct": (
        "struct s { double a; int b; char c; }; HOT struct s hot(struct s x) { x.b += x.c; return x; }",
        'struct s x = {argc, 2, 3}; x = hot(x); printf("%g %d %d", x.a, x.b, x.c);',
        "1 5 3",
    ),
    "large struct": (
        "struct s { double a[6]; int b; }; HOT struct s hot(struct s x, int i) { x.a[i] *= 2; x.b = i; return x; }",
        'struct s x = {{1, 2, 3, 4, 5, 6}, argc}; x = hot(x, 4); printf("%g %d", x.a[4], x.b);',
        "10 4",
    ),
    "function pointer": (
        "static int twice(int x) { return 2 * x; } HOT int hot(int (*f)(int), int x) { return f(f(x)); }",
        'printf("%d", hot(twice, argc));',
        "4",
    ),
    "pointer result": (
        "HOT char *hot(char *s, int c) { while (*s && *s != c) s++; return s; }",
        'char s[] = "abcdef"; s[0] += argc; printf("%s", hot(s, \'d\'));',
        "def",
    ),
    "vector": (
        "typedef double v4 __attribute__((vector_size(32))); HOT void hot(v4 *a, const v4 *b) { *a += *b; }",
        'v4 *a = aligned_alloc(32, 64); a[0] = a[1] = (v4){argc, 2, 3, 4}; hot(a, a + 1); printf("%g", a[0][3]);',
        "8",
    ),
    "array of rows": (
        "HOT double hot(int n, double a[n][n]) { double s = 0; for (int i = 0; i < n; i++) s += a[i][i]; return s; }",
        'int n = argc + 2; double (*a)[n] = calloc(9, 8); a[1][1] = 4; a[2][2] = 5; printf("%g", hot(n, a));',
        "9",
    ),
    "many arguments": (
        "HOT int hot(int a, int b, int c, int d, int e, double f, char g) { return a + b + c + d + e + (int)f + g; }",
        'printf("%d", hot(argc, 2, 3, 4, 5, 21.0, 9));',
        "45",
    ),
    "no arguments": ("int n = 3; HOT int hot(void) { return n * n; }", 'n += argc; printf("%d", hot());', "16"),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_call_passes_through_whatever_its_signature(make_lab: MakeLab, name: str) -> None:
    function, body, printed = SIGNATURES[name]
    lab = make_lab(f"{HEAD}{function}\nint main(int argc, char **argv) {{ (void)argv; {body} return 0; }}\n", "hot")
    for seed in (0, None):
        seen = lab.observe(seed=seed)
        assert seen.result.ok
        assert text(seen) == printed
        assert seen.report.calls >= 1


def result_of(lab: Lab) -> list[tuple[str, bytes]]:
    return [(dump.kind, dump.data) for dump in checked(lab).dumps if dump.index >= RESULT]


def lab_of(make_lab: MakeLab, name: str) -> Lab:
    function, body, _ = SIGNATURES[name]
    return make_lab(f"{HEAD}{function}\nint main(int argc, char **argv) {{ (void)argv; {body} return 0; }}\n", "hot")


def test_results_by_value_are_observed_in_their_own_kind(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "double")) == [("f64", struct.pack("d", 0.25))]
    assert result_of(lab_of(make_lab, "float")) == [("f32", struct.pack("f", 1.5))]
    assert result_of(lab_of(make_lab, "int")) == [("opaque", struct.pack("i", 42))]
    assert result_of(lab_of(make_lab, "bool")) == [("opaque", b"\1")]
    assert result_of(lab_of(make_lab, "narrow")) == [("opaque", struct.pack("h", -505))]
    assert result_of(lab_of(make_lab, "void")) == []


def test_a_result_without_padding_is_one_block_and_a_mixed_one_has_no_padding_in_it(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "small struct")) == [("f64", struct.pack("2d", 3, 2))]
    assert result_of(lab_of(make_lab, "complex")) == [("f64", struct.pack("2d", 5, 5))]
    mixed = result_of(lab_of(make_lab, "mixed struct"))
    assert mixed[0] == ("f64", struct.pack("d", 1))
    assert sum(len(data) for _, data in mixed) in {8 + 8, 8 + 5}


def test_a_result_in_the_callers_memory_is_observed_field_by_field(make_lab: MakeLab) -> None:
    fields = result_of(lab_of(make_lab, "large struct"))
    assert [kind for kind, _ in fields] == ["f64"] * 6 + ["opaque"]
    assert b"".join(data for _, data in fields) == struct.pack("6di", 1, 2, 3, 4, 10, 6, 4)


def test_a_returned_pointer_is_not_compared(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "pointer result")) == []


def test_a_result_that_nobody_reads_is_no_obstacle(make_lab: MakeLab) -> None:
    source = HEAD + (
        "static HOT double hot(double *a) { double s = 0; for (int i = 0; i < 8; i++) s += a[i] *= 2; return s; }\n"
        'int main(void) { double *a = calloc(8, 8); a[1] = 3; hot(a); printf("%g", a[1]); }\n'
    )
    lab = make_lab(source, "hot")
    seen = checked(lab)
    assert text(seen) == "6"
    assert array(dumped(seen, 0))[1] == 6
    if any(line.startswith("ret double poison") for line in lab.split.function.instructions):
        assert result_blocks(lab.split.function, {}) == []


def test_only_the_outermost_call_of_a_recursion_counts(make_lab: MakeLab) -> None:
    source = HEAD + (
        "HOT int hot(int n, int *count) { ++*count; return n < 2 ? n : hot(n - 1, count) + hot(n - 2, count); }\n"
        'int main(void) { int *c = calloc(1, 4); printf("%d ", hot(15, c)); printf("%d", *c); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "610 1973"
    assert seen.report.calls == 1


def test_recursion_by_way_of_another_function_is_one_call(make_lab: MakeLab) -> None:
    source = HEAD + (
        "int odd(int); HOT int hot(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
        "HOT int odd(int n) { return n == 0 ? 0 : hot(n - 1); }\n"
        'int main(int argc, char **argv) { (void)argv; printf("%d %d", hot(9 + argc), hot(7)); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "1 0"
    assert seen.report.calls == 2


def test_a_call_that_longjmp_leaves_does_not_hide_the_later_ones(make_lab: MakeLab) -> None:
    source = HEAD + (
        "#include <setjmp.h>\nstatic jmp_buf out;\n"
        "HOT void hot(double *a, int n) { a[0] += n; if (n > 2) longjmp(out, 1); }\n"
        "int main(void) { double *a = calloc(4, 8); volatile int i = 0;\n"
        '  if (!setjmp(out)) hot(a, 9);\n  for (; i < 5; i++) hot(a, 1);\n  printf("%g", a[0]); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "14"
    assert seen.report.calls == 5
