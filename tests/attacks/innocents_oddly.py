"""Right C that looks odd: constructs of the language that experts reach for now and then, against gemm."""

from __future__ import annotations

from cheats_in_c import HEAD, HONEST, inside
from innocents_in_c import STRICT, TOLERANT, Innocent

BOTH, LOOSE = (TOLERANT, STRICT), (TOLERANT,)
PRODUCT = "sum += alpha * A[i][k] * B[k][j];"


def summed(new: str, before: str = "", outside: str = "") -> str:
    """The plain kernel with another way to add a product."""
    assert PRODUCT in HONEST
    return inside(before, HONEST.replace(PRODUCT, new), outside=outside)


def by_rows(body: str) -> str:
    """A kernel that does one row after another."""
    return f"{HEAD}{{ for (int i = 0; i < ni; i++) {{ {body} }} }}\n"


ALLOCA = f"""{HEAD}{{
    if (ni <= 0 || nj <= 0) return;
    double *r = __builtin_alloca(sizeof(double) * nj);
    for (int i = 0; i < ni; i++) {{
        for (int j = 0; j < nj; j++) r[j] = C[i][j] * beta;
        for (int k = 0; k < nk; k++) for (int j = 0; j < nj; j++) r[j] += alpha * A[i][k] * B[k][j];
        for (int j = 0; j < nj; j++) C[i][j] = r[j];
    }}
}}
"""
DUFF = by_rows("""for (int j = 0; j < nj; j++) {
    double s = C[i][j] * beta;
    int k = 0;
    if (nk > 0) switch (nk % 3) {
        do {
            case 0: s += alpha * A[i][k] * B[k][j]; k++; __attribute__((fallthrough));
            case 2: s += alpha * A[i][k] * B[k][j]; k++; __attribute__((fallthrough));
            case 1: s += alpha * A[i][k] * B[k][j]; k++;
        } while (k < nk);
    }
    C[i][j] = s;
}""")
COMPLEX = by_rows("""for (int j = 0; j < nj; j++) {
    double _Complex s = 0;
    int k = 0;
    for (; k + 1 < nk; k += 2) s += A[i][k] * B[k][j] + 1.0i * (A[i][k + 1] * B[k + 1][j]);
    double r = __real__ s + __imag__ s;
    if (k < nk) r += A[i][k] * B[k][j];
    C[i][j] = beta * C[i][j] + alpha * r;
}""")
SHUFFLED = """typedef double v4 __attribute__((ext_vector_type(4), aligned(8)));
""" + by_rows("""int j = 0;
for (; j + 4 <= nj; j += 4) {
    v4 s = *(v4 *)&C[i][j] * beta;
    for (int k = 0; k < nk; k++) {
        v4 b = *(v4 *)&B[k][j];
        s += alpha * A[i][k] * __builtin_shufflevector(__builtin_shufflevector(b, b, 3, 2, 1, 0), b, 3, 2, 1, 0);
    }
    *(v4 *)&C[i][j] = s;
}
for (; j < nj; j++) {
    double s = C[i][j] * beta;
    for (int k = 0; k < nk; k++) s += alpha * A[i][k] * B[k][j];
    C[i][j] = s;
}""")
TILE = (
    """struct tile { double v[4][4]; int rows, cols; };
"""
    + HEAD
    + """{
    for (int i0 = 0; i0 < ni; i0 += 4)
        for (int j0 = 0; j0 < nj; j0 += 4) {
            struct tile t = {.rows = ni - i0 < 4 ? ni - i0 : 4, .cols = nj - j0 < 4 ? nj - j0 : 4};
            for (int i = 0; i < t.rows; i++)
                for (int j = 0; j < t.cols; j++) {
                    t.v[i][j] = C[i0 + i][j0 + j] * beta;
                    for (int k = 0; k < nk; k++) t.v[i][j] += alpha * A[i0 + i][k] * B[k][j0 + j];
                }
            for (int i = 0; i < t.rows; i++) __builtin_memcpy(&C[i0 + i][j0], t.v[i], sizeof(double) * t.cols);
        }
}
"""
)
HALVES = """typedef struct { double a, b; } two;
static two dot(const double *a, double (*b)[NJ], int j, int from, int to)
{
    two r = {0, 0};
    if (to - from > 8) {
        int middle = (from + to) / 2;
        two x = dot(a, b, j, from, middle), y = dot(a, b, j, middle, to);
        return (two){x.a + y.a, x.b + y.b};
    }
    for (int k = from; k < to; k++) (k & 1 ? &r.a : &r.b)[0] += a[k] * b[k][j];
    return r;
}
""" + by_rows(
    "for (int j = 0; j < nj; j++) { two d = dot(A[i], B, j, 0, nk); C[i][j] = beta * C[i][j] + alpha * (d.a + d.b); }"
)
MATRIX_ON_STACK = (
    HEAD
    + """{
    if (ni <= 0 || nj <= 0 || nk <= 0) {
        for (int i = 0; i < ni; i++) for (int j = 0; j < nj; j++) C[i][j] *= beta;
        return;
    }
    double t[nj][nk];
    for (int k = 0; k < nk; k++) for (int j = 0; j < nj; j++) t[j][k] = B[k][j];
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            double s = C[i][j] * beta;
            for (int k = 0; k < nk; k++) s += alpha * A[i][k] * t[j][k];
            C[i][j] = s;
        }
}
"""
)

ODD = tuple(
    Innocent(name, "gemm", code, policies)
    for name, code, policies in (
        ("a pointer to a helper", summed("sum = step(sum, alpha * A[i][k], B[k][j]);",
            "double (*step)(double, double, double) = add;",
            "static double add(double s, double a, double b) { return s + a * b; }\n"), BOTH),
        ("memory of alloca", ALLOCA, BOTH),
        ("a sign by a union", inside(body=HONEST.replace("C[i][j] = sum;",
            "union { double d; unsigned long u; } p = {.d = sum}; C[i][j] = p.u >> 63 ? -(-p.d) : p.d;")), BOTH),
        ("alignment and likelihood", inside(
            "double *a = __builtin_assume_aligned(A, 8); if (__builtin_expect(a == 0, 0)) return;"), LOOSE),
        ("a reduction by OpenMP's pragma", inside(body=HONEST.replace("for (int k",
            "\n#pragma omp simd reduction(+:sum)\nfor (int k")), BOTH),
        ("an attribute that cleans up", inside("__attribute__((cleanup(late))) double x = 1;",
            outside="static void late(double *p) { *p = 0; }\n"), BOTH),
        ("stores past the cache", inside(body=HONEST.replace("C[i][j] = sum;",
            "__builtin_nontemporal_store(sum, &C[i][j]);")), BOTH),
        ("prefetches past the end", inside("for (long i = 0; i < 1 << 16; i += 64) __builtin_prefetch((char *)A + i);"),
            BOTH),
        ("statements as expressions", inside(body=HONEST.replace("double sum = C[i][j] * beta;",
            "__typeof__(C[0][0]) sum = ({ double t = C[i][j]; t * beta; });")), BOTH),
        ("a loop entered in its middle", DUFF, BOTH),
        ("sums in long double", inside(body=HONEST.replace("double sum", "long double sum")), LOOSE),
        ("complex numbers", COMPLEX, LOOSE),
        ("shuffled vectors", SHUFFLED, BOTH),
        ("steps from a table", inside(body=HONEST.replace("k++", "k += steps[k & 3]"),
            outside="static const int steps[4] = {[0 ... 3] = 1};\n"), BOTH),
        ("a promise that sizes are not negative", inside("if (ni < 0) __builtin_unreachable();"), LOOSE),
        ("a structure for a tile", TILE, BOTH),
        ("recursion that returns a structure", HALVES, LOOSE),
        ("a transposed matrix on the stack", MATRIX_ON_STACK, BOTH),
    )
)  # fmt: skip
