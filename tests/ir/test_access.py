from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.ir.access import RESULT, Element, Link, element_kinds, linked_kinds, scalar_kind
from pipeline.ir.module import find_function

Compiled = Callable[..., str]
Normalised = Callable[..., str]

F64, F32, OPAQUE = Element.F64, Element.F32, Element.OPAQUE
LEVELS = (("-O1",), ("-O3",), ("-O3", "-march=native"))


def kinds(text: str) -> dict[str, Element]:
    function = find_function(text, "hot")
    assert function is not None
    return element_kinds(function)


PROGRAMS: dict[str, tuple[str, dict[str, Element]]] = {
    "double, float and int arrays": (
        (
            "void hot(int n, double *restrict a, const float *b, int *c)"
            "{ for (int i = 0; i < n; i++) { a[i] += b[i]; c[i] = i; } }"
        ),
        {"a": F64, "b": F32, "c": OPAQUE},
    ),
    "two-dimensional arrays": (
        (
            "void hot(int n, double a[n][n], double (*b)[40])"
            "{ for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] += b[j][i]; }"
        ),
        {"a": F64, "b": F64},
    ),
    "struct of several kinds": (
        (
            "struct s { double x; int k; }; void hot(int n, struct s *p)"
            "{ for (int i = 0; i < n; i++) { p[i].x *= 2; p[i].k++; } }"
        ),
        {"p": OPAQUE},
    ),
    "struct of one kind": (
        "struct s { double x, y; }; void hot(int n, struct s *p) { for (int i = 0; i < n; i++) p[i].x += p[i].y * 3; }",
        {"p": F64},
    ),
    "complex numbers": (
        "void hot(int n, float _Complex *p) { for (int i = 0; i < n; i++) p[i] = p[i] * 2.0f; }",
        {"p": F32},
    ),
    "array of pointers": (
        "void hot(int n, double **rows, double *out) { for (int i = 0; i < n; i++) out[i] = rows[i][0]; }",
        {"rows": OPAQUE, "out": F64},
    ),
    "walking pointers": (
        "void hot(int n, double *p, float *q) { double *e = p + n; while (p != e) { *p++ *= 2; *q++ = (float)n; } }",
        {"p": F64, "q": F32},
    ),
    "either of two": (
        "void hot(int n, double *p, double *q) { double *r = n & 1 ? p : q; for (int i = 0; i < n; i++) r[i] *= 2; }",
        {"p": F64, "q": F64},
    ),
    "swapped in a loop": (
        (
            "void hot(int n, double *p, double *q)"
            "{ for (int t = 0; t < n; t++) { for (int i = 0; i < n; i++) q[i] = p[i]; double *s = p; p = q; q = s; } }"
        ),
        {"p": F64, "q": F64},
    ),
    "mixed by casts": (
        "void hot(int n, void *p) { ((double *)p)[n] = 1.0; ((long *)p)[n + 1] = 2; }",
        {"p": OPAQUE},
    ),
    "integers beside doubles that are written": (
        "struct s { long k; double x; }; void hot(int n, struct s *p) { while (n-- > 0) p[n].x += p[n].k; }",
        {"p": Element.MIXED64},
    ),
    "integers as data, as indices, as a bound, by way of an array": (
        (
            "void hot(int n, int *a, const int *b, const int *c, const int *d, int *t) {"
            " for (int i = 0; i < n; i++) { a[i] += 3; a[b[i]] = 1;"
            " for (int k = c[i]; k < n; k++) a[k]++; t[i] = d[i]; }"
            " for (int i = 0; i < n; i++) a[t[i]] = 2; }"
        ),
        {"a": Element.I32, "b": OPAQUE, "c": OPAQUE, "d": OPAQUE, "t": OPAQUE},
    ),
    "integers that another function sees": (
        (
            "long f(const long *, long); long hot(int n, const long *a, const long *b, const long *c)"
            " { return f(a, b[0]) + c[0] + a[0]; }"
        ),
        {"a": OPAQUE, "b": OPAQUE, "c": Element.I64},
    ),
    "an extent": ("void hot(char *p, const long *n) { __builtin_memset(p, 0, n[0]); }", {"n": OPAQUE}),
    "characters": ("int hot(const char *s) { int h = 0; while (*s) h = h * 31 + *s++; return h; }", {"s": Element.I8}),
}


@pytest.mark.parametrize("level", LEVELS, ids=" ".join)
@pytest.mark.parametrize("case", PROGRAMS)
def test_kinds_behind_parameters(compiled: Compiled, case: str, level: tuple[str, ...]) -> None:
    source, expected = PROGRAMS[case]
    text = compiled(source, *level, "-fno-discard-value-names")
    assert kinds(text) == {f"%{name}": kind for name, kind in expected.items()}


@pytest.mark.parametrize("level", LEVELS, ids=" ".join)
def test_kinds_behind_globals(compiled: Compiled, level: tuple[str, ...]) -> None:
    source = (
        "double A[64][64]; float B[64]; static int counter; double lone; const double weights[2] = {1, 2};"
        "void hot(int n) { for (int i = 0; i < n; i++) for (int j = 0; j < 64; j++)"
        "  A[i][j] = B[j] * weights[n & 1] + A[j][i]; A[3][5] = 1; B[7] = 2; lone += 1; counter++; }"
        "int get(void) { return counter; }"
    )
    found = kinds(compiled(source, *level))
    assert found == {"@A": F64, "@B": F32, "@counter": Element.I32, "@lone": F64, "@weights": F64}


LINKS: dict[str, tuple[str, dict[Link, Element]]] = {
    "rows": (
        "void hot(int n, double **p) { for (int i = 0; i < n; i++) p[i][0] *= 2; }",
        {Link("%p", False, None): F64},
    ),
    "fields": (
        "struct m { int n; float *x; int *k; }; void hot(struct m *p) { p->x[0] += 1; p->k[1] = p->n; }",
        {Link("%p", False, 8): F32, Link("%p", False, 16): OPAQUE},
    ),
    "planes of rows": (
        "void hot(int n, double ***p) { for (int i = 0; i < n; i++) p[i][i][i] *= 2; }",
        {Link("%p", False, None): OPAQUE, Link("%p", True, None): F64},
    ),
    "a list": (
        (
            "struct n { double x; struct n *next; };"
            "double hot(struct n *p) { double s = 0; for (; p; p = p->next) s += p->x; return s; }"
        ),
        {Link("%p", False, None): OPAQUE, Link("%p", True, None): OPAQUE},
    ),
    "what is returned": (
        "void *malloc(unsigned long); double *hot(int n) { double *r = malloc(n * 8); r[n - 1] = 1; return r; }",
        {Link(RESULT, False, None): F64},
    ),
    "none": ("void hot(int n, double *p) { p[n] = 1; }", {}),
}


@pytest.mark.parametrize("level", LEVELS, ids=" ".join)
@pytest.mark.parametrize("case", LINKS)
def test_kinds_behind_pointers_in_memory(compiled: Compiled, case: str, level: tuple[str, ...]) -> None:
    source, expected = LINKS[case]
    function = find_function(compiled(source, *level, "-fno-discard-value-names"), "hot")
    assert function is not None
    assert linked_kinds(function) == expected


def test_parameters_without_names_have_their_numbers(compiled: Compiled) -> None:
    text = compiled("void hot(double *a, float *b) { *a = *b; }", "-O3", "-fdiscard-value-names")
    assert kinds(text) == {"%0": F64, "%1": F32}


def test_unknown_is_not_opaque(compiled: Compiled) -> None:
    text = compiled("void f(double *); void hot(double *a, double *b) { f(a); b[0] = 1; }", "-O3")
    assert "%a" not in kinds(text)
    assert list(kinds(text).values()) == [F64]


def test_local_memory_is_nobodys(compiled: Compiled) -> None:
    text = compiled(
        "void f(double *); void hot(int n, double *out) { double b[8]; f(b); out[0] = b[n]; }",
        "-O3",
        "-fno-discard-value-names",
    )
    assert kinds(text) == {"%out": F64}


def test_accesses_of_vectors_masks_and_constant_expressions(normalised: Normalised) -> None:
    text = normalised(
        '@"odd name" = external global [9 x float]\n@G = external global [9 x double]\n'
        "define void @hot(ptr %v, ptr %m, ptr %g, ptr %s, ptr %f, ptr %w, ptr %never, <4 x i1> %k, <4 x i64> %i) {\n"
        "entry:\n"
        "  %x = load <4 x double>, ptr %v, align 8\n"
        "  %y = call <4 x float> @llvm.masked.load.v4f32.p0(ptr %m, i32 4, <4 x i1> %k, <4 x float> poison)\n"
        "  %p = getelementptr double, ptr %g, <4 x i64> %i\n"
        "  %z = call <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr> %p, i32 8, <4 x i1> %k, <4 x double> %x)\n"
        "  call void @llvm.masked.store.v4f64.p0(<4 x double> %z, ptr %s, i32 8, <4 x i1> %k)\n"
        "  store { double, double } zeroinitializer, ptr %f, align 8\n"
        '  store float 1.0, ptr getelementptr inbounds ([9 x float], ptr @"odd name", i64 0, i64 3), align 4\n'
        "  %free = freeze ptr %w\n"
        "  br label %loop\n"
        "loop:\n"
        "  %q = phi ptr [ %free, %entry ], [ getelementptr (i8, ptr @G, i64 8), %loop ]\n"
        "  store volatile double 1.0, ptr %q, align 8\n"
        "  %n = ptrtoint ptr %never to i64\n"
        "  %c = icmp eq i64 %n, 0\n"
        "  br i1 %c, label %loop, label %end\n"
        "end:\n  ret void\n}\n"
        "declare <4 x float> @llvm.masked.load.v4f32.p0(ptr, i32, <4 x i1>, <4 x float>)\n"
        "declare <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr>, i32, <4 x i1>, <4 x double>)\n"
        "declare void @llvm.masked.store.v4f64.p0(<4 x double>, ptr, i32, <4 x i1>)\n"
    )
    assert kinds(text) == {
        "%v": F64,
        "%m": F32,
        "%g": F64,
        "%s": F64,
        "%f": OPAQUE,
        "%w": F64,
        "@odd name": F32,
        "@G": F64,
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("double", "double"),
        ("<4 x double>", "double"),
        ("<vscale x 2 x double>", "double"),
        ("[2 x float]", "float"),
        (" ptr ", "ptr"),
        ("{ double, i32 }", "{ double, i32 }"),
        ("<2 x ptr>", "ptr"),
    ],
)
def test_scalar_kinds(text: str, kind: str) -> None:
    assert scalar_kind(text) == kind
