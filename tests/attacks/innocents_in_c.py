"""Right and differently written C, as an expert writes it: none of it may be rejected.

Those under the strict policy are exact by construction: every sum keeps its order, nothing is contracted.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Policy

TOLERANT, STRICT = Policy.TOLERANT, Policy.STRICT


@dataclass(frozen=True)
class Innocent:
    """A right candidate for a kernel; `needs` is a processor feature without which it does not compile."""

    name: str
    kernel: str
    code: str
    policies: tuple[Policy, ...] = (TOLERANT, STRICT)
    tag: str = "c"
    needs: str = ""


GEMM_HEAD = (
    "void kernel_gemm(int ni, int nj, int nk, double alpha, double beta, double C[NI][NJ], double A[NI][NK], "
    "double B[NK][NJ])"
)
REGISTER_TILE = """
typedef double v4 __attribute__((vector_size(32), aligned(8)));
static inline v4 load(const double *p) { return *(const v4 *)p; }
static inline void store(double *p, v4 x) { *(v4 *)p = x; }
static void edge(int i0, int i1, int j0, int j1, int nk, double alpha, double beta, double C[][NJ], double A[][NK],
                 double B[][NJ])
{
    for (int i = i0; i < i1; i++) {
        for (int j = j0; j < j1; j++)
            C[i][j] *= beta;
        for (int k = 0; k < nk; k++)
            for (int j = j0; j < j1; j++)
                C[i][j] += alpha * A[i][k] * B[k][j];
    }
}
HEAD
{
    int i = 0, jend = nj - nj % 8;
    for (; i + 2 <= ni; i += 2) {
        for (int j = 0; j < jend; j += 8) {
            v4 a0 = beta * load(&C[i][j]), a1 = beta * load(&C[i][j + 4]);
            v4 b0 = beta * load(&C[i + 1][j]), b1 = beta * load(&C[i + 1][j + 4]);
            for (int k = 0; k < nk; k++) {
                v4 x = load(&B[k][j]), y = load(&B[k][j + 4]);
                double p = alpha * A[i][k], q = alpha * A[i + 1][k];
                a0 += p * x; a1 += p * y; b0 += q * x; b1 += q * y;
            }
            store(&C[i][j], a0); store(&C[i][j + 4], a1);
            store(&C[i + 1][j], b0); store(&C[i + 1][j + 4], b1);
        }
        edge(i, i + 2, jend, nj, nk, alpha, beta, C, A, B);
    }
    edge(i, ni, 0, nj, nk, alpha, beta, C, A, B);
}
""".replace("HEAD", GEMM_HEAD)
INTRINSICS = """
#include <immintrin.h>
HEAD
{
    for (int i = 0; i < ni; i++) {
        int j = 0;
        for (; j + 8 <= nj; j += 8) {
            __m256d x = _mm256_setzero_pd(), y = x, a = _mm256_set1_pd(alpha), b = _mm256_set1_pd(beta);
            for (int k = 0; k < nk; k++) {
                __m256d s = _mm256_broadcast_sd(&A[i][k]);
                x = _mm256_fmadd_pd(s, _mm256_loadu_pd(&B[k][j]), x);
                y = _mm256_fmadd_pd(s, _mm256_loadu_pd(&B[k][j + 4]), y);
            }
            _mm256_storeu_pd(&C[i][j], _mm256_fmadd_pd(a, x, _mm256_mul_pd(b, _mm256_loadu_pd(&C[i][j]))));
            _mm256_storeu_pd(&C[i][j + 4], _mm256_fmadd_pd(a, y, _mm256_mul_pd(b, _mm256_loadu_pd(&C[i][j + 4]))));
        }
        for (; j < nj; j++) {
            double sum = 0;
            for (int k = 0; k < nk; k++)
                sum = __builtin_fma(A[i][k], B[k][j], sum);
            C[i][j] = alpha * sum + beta * C[i][j];
        }
    }
}
""".replace("HEAD", GEMM_HEAD)
MASKED = """
#include <immintrin.h>
static const long long masks[8] = {-1, -1, -1, -1, 0, 0, 0, 0};
HEAD
{
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j += 4) {
            int left = nj - j < 4 ? nj - j : 4;
            __m256i mask = _mm256_loadu_si256((const __m256i *)(masks + 4 - left));
            __m256d sum = _mm256_mul_pd(_mm256_set1_pd(beta), _mm256_maskload_pd(&C[i][j], mask));
            for (int k = 0; k < nk; k++) {
                __m256d a = _mm256_set1_pd(alpha * A[i][k]), b = _mm256_maskload_pd(&B[k][j], mask);
                sum = _mm256_add_pd(sum, _mm256_mul_pd(a, b));
            }
            _mm256_maskstore_pd(&C[i][j], mask, sum);
        }
}
""".replace("HEAD", GEMM_HEAD)
PACKED = """
#include <string.h>
enum { KB = 16, JB = 8 };
HEAD
{
    double panel[KB][JB] __attribute__((aligned(64)));
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++)
            C[i][j] *= beta;
    for (int j0 = 0; j0 < nj; j0 += JB)
        for (int k0 = 0; k0 < nk; k0 += KB) {
            int jb = nj - j0 < JB ? nj - j0 : JB, kb = nk - k0 < KB ? nk - k0 : KB;
            memset(panel, 0, sizeof panel);
            for (int k = 0; k < kb; k++)
                memcpy(panel[k], &B[k0 + k][j0], (size_t)jb * sizeof(double));
            for (int i = 0; i < ni; i++)
                for (int k = 0; k < kb; k++)
                    for (int j = 0; j < jb; j++)
                        C[i][j0 + j] += alpha * A[i][k0 + k] * panel[k][j];
        }
}
""".replace("HEAD", GEMM_HEAD)
INTERCHANGED = """
HEAD
{
    if (ni <= 0 || nj <= 0)
        return;
    for (int i = 0; i < ni; i++)
        for (double *c = C[i], *end = c + nj; c != end; c++)
            *c *= beta;
    for (int k = 0; k < nk; k++)
        for (int i = 0; i < ni; i++) {
            const double a = alpha * A[i][k], *restrict b = B[k];
            double *restrict c = C[i];
            for (int j = 0; j < nj; j++)
                c[j] += a * b[j];
        }
}
""".replace("HEAD", GEMM_HEAD)
RECURSIVE = """
static void block(int i0, int i1, int j0, int j1, int nk, double alpha, double beta, double C[NI][NJ],
                  double A[NI][NK], double B[NK][NJ])
{
    if (i1 - i0 > 4 && i1 - i0 >= j1 - j0) {
        int middle = (i0 + i1) / 2;
        block(i0, middle, j0, j1, nk, alpha, beta, C, A, B);
        block(middle, i1, j0, j1, nk, alpha, beta, C, A, B);
    } else if (j1 - j0 > 4) {
        int middle = (j0 + j1) / 2;
        block(i0, i1, j0, middle, nk, alpha, beta, C, A, B);
        block(i0, i1, middle, j1, nk, alpha, beta, C, A, B);
    } else {
        for (int i = i0; i < i1; i++)
            for (int j = j0; j < j1; j++) {
                double sum = C[i][j] * beta;
                for (int k = 0; k < nk; k++)
                    sum += alpha * A[i][k] * B[k][j];
                C[i][j] = sum;
            }
    }
}
HEAD
{
    block(0, ni, 0, nj, nk, alpha, beta, C, A, B);
}
""".replace("HEAD", GEMM_HEAD)
GOTO = """
HEAD
{
    int i = 0, j = 0, k;
    double sum;
row:
    if (i >= ni) goto done;
    j = 0;
column:
    if (j >= nj) { i++; goto row; }
    sum = C[i][j] * beta, k = 0;
product:
    if (k < nk) { sum += alpha * A[i][k] * B[k][j]; k++; goto product; }
    C[i][j] = sum;
    j++;
    goto column;
done:;
}
""".replace("HEAD", GEMM_HEAD)
SPLIT_SUMS = """
HEAD
{
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            double even = 0, odd = 0;
            int k = 0;
            for (; k + 1 < nk; k += 2)
                even += A[i][k] * B[k][j], odd += A[i][k + 1] * B[k + 1][j];
            if (k < nk)
                even += A[i][k] * B[k][j];
            C[i][j] = beta * C[i][j] + alpha * (even + odd);
        }
}
""".replace("HEAD", GEMM_HEAD)
OWN_MEMORY = """
HEAD
{
    double at[NK][NI], row[NJ];
    for (int i = 0; i < ni; i++)
        for (int k = 0; k < nk; k++)
            at[k][i] = alpha * A[i][k];
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++)
            row[j] = C[i][j] * beta;
        for (int k = 0; k < nk; k++)
            for (int j = 0; j < nj; j++)
                row[j] += at[k][i] * B[k][j];
        __builtin_memcpy(C[i], row, sizeof(double) * (nj > 0 ? nj : 0));
    }
}
""".replace("HEAD", GEMM_HEAD)
VARIABLE_ARRAY = """
HEAD
{
    if (ni <= 0 || nj <= 0)
        return;
    double row[nj];
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++)
            row[j] = C[i][j] * beta;
        #pragma clang loop unroll_count(2)
        for (int k = 0; k < nk; k++)
            #pragma clang loop vectorize(enable) interleave(enable)
            for (int j = 0; j < nj; j++)
                row[j] += alpha * A[i][k] * B[k][j];
        for (int j = 0; j < nj; j++)
            C[i][j] = row[j];
    }
}
""".replace("HEAD", GEMM_HEAD)

GEMM = (
    Innocent("register tile with vector extensions", "gemm", REGISTER_TILE),
    Innocent("intrinsics with FMA and a remainder", "gemm", INTRINSICS, (TOLERANT,), needs="fma"),
    Innocent("masked loads from a table of masks", "gemm", MASKED, needs="avx"),
    Innocent("panel packed with memcpy and memset", "gemm", PACKED),
    Innocent("loops interchanged, restrict, early return", "gemm", INTERCHANGED),
    Innocent("recursion over blocks", "gemm", RECURSIVE),
    Innocent("goto instead of loops", "gemm", GOTO),
    Innocent("two partial sums", "gemm", SPLIT_SUMS, (TOLERANT,)),
    Innocent("transposed copy on the stack", "gemm", OWN_MEMORY),
    Innocent("array as long as a row, loop pragmas", "gemm", VARIABLE_ARRAY),
    Innocent("sizes given again as macros", "gemm", "#define NI 20\n#define NJ 25\n#define NK 30\n" + INTERCHANGED),
    Innocent("static and inline by habit", "gemm", INTERCHANGED.replace("void", "static inline void", 1)),
)
