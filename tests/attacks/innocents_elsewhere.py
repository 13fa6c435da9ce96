"""Right and differently written C for the kernels beside gemm."""

from __future__ import annotations

from innocents_in_c import STRICT, TOLERANT, Innocent

BOTH, LOOSE = (TOLERANT, STRICT), (TOLERANT,)

CHOLESKY = """
#include <math.h>
static double dot(const double *a, const double *b, int n, double start)
{
    for (int k = 0; k < n; k++)
        start -= a[k] * b[k];
    return start;
}
void kernel_cholesky(int n, double A[N][N])
{
    for (int i = 0; i < n; i++) {
        double *row = A[i];
        for (int j = 0; j < i; j++)
            row[j] = dot(row, A[j], j, row[j]) / A[j][j];
        row[i] = sqrt(dot(row, row, i, row[i]));
    }
}
"""
CHOLESKY_COLUMNS = """
#include <math.h>
void kernel_cholesky(int n, double A[N][N])
{
    for (int j = 0; j < n; j++) {
        A[j][j] = sqrt(A[j][j]);
        double scale = 1.0 / A[j][j];
        for (int i = j + 1; i < n; i++)
            A[i][j] *= scale;
        for (int i = j + 1; i < n; i++)
            for (int k = j + 1; k <= i; k++)
                A[i][k] -= A[i][j] * A[k][j];
    }
}
"""
NUSSINOV = """
#define MAX(a, b) ((a) > (b) ? (a) : (b))
void kernel_nussinov(int n, char seq[N], int table[N][N])
{
    int columns[N];
    for (int i = n - 1; i >= 0; i--)
        for (int j = i + 1; j < n; j++) {
            int best = MAX(table[i][j], table[i][j - 1]);
            best = MAX(best, table[i + 1][j]);
            best = MAX(best, table[i + 1][j - 1] + (i < j - 1 && seq[i] + seq[j] == 3));
            const int *left = table[i];
            for (int k = i + 1; k < j; k++)
                columns[k] = table[k + 1][j];
            for (int k = i + 1; k < j; k++) {
                int split = left[k] + columns[k];
                best = split > best ? split : best;
            }
            table[i][j] = best;
        }
}
"""
ATAX_FUSED = """
#include <string.h>
void kernel_atax(int m, int n, double A[M][N], double x[N], double y[N], double tmp[M])
{
    if (n > 0)
        memset(y, 0, (size_t)n * sizeof *y);
    for (int i = 0; i < m; i++) {
        double sum = 0;
        const double *a = A[i];
        for (int j = 0; j < n; j++)
            sum += a[j] * x[j];
        tmp[i] = sum;
        for (int j = 0; j < n; j++)
            y[j] += a[j] * sum;
    }
}
"""
ATAX_UNROLLED = """
typedef double v4 __attribute__((vector_size(32), aligned(8)));
static double total(v4 v) { return (v[0] + v[2]) + (v[1] + v[3]); }
void kernel_atax(int m, int n, double A[M][N], double x[N], double y[N], double tmp[M])
{
    for (int j = 0; j < n; j++)
        y[j] = 0;
    for (int i = 0; i < m; i++) {
        v4 p = {0}, q = {0};
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            p += *(v4 *)&A[i][j] * *(v4 *)&x[j];
            q += *(v4 *)&A[i][j + 4] * *(v4 *)&x[j + 4];
        }
        double sum = total(p + q);
        for (; j < n; j++)
            sum += A[i][j] * x[j];
        tmp[i] = sum;
        for (j = 0; j + 4 <= n; j += 4)
            *(v4 *)&y[j] += *(v4 *)&A[i][j] * sum;
        for (; j < n; j++)
            y[j] += A[i][j] * sum;
    }
}
"""
JACOBI = """
static void sweep(int n, double to[restrict N][N], const double from[restrict N][N])
{
    for (int i = 1; i < n - 1; i++) {
        const double *up = from[i - 1], *here = from[i], *down = from[i + 1];
        for (int j = 1; j < n - 1; j++)
            to[i][j] = 0.2 * (here[j] + here[j - 1] + here[j + 1] + down[j] + up[j]);
    }
}
void kernel_jacobi_2d(int tsteps, int n, double A[N][N], double B[N][N])
{
    while (tsteps-- > 0) {
        sweep(n, B, (const double (*)[N])A);
        sweep(n, A, (const double (*)[N])B);
    }
}
"""
FLOYD = """
static inline int least(int a, int b) { return b ^ ((a ^ b) & -(a < b)); }
void kernel_floyd_warshall(int n, int path[N][N])
{
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++) {
            int through = path[i][k];
            for (int j = 0; j < n; j++)
                path[i][j] = least(path[i][j], through + path[k][j]);
        }
}
"""
SPMV = """
void kernel_spmv(int n, const int starts[N + 1], const int columns[NONZEROS], const double values[NONZEROS],
                 const double x[N], double y[N])
{
    const int *column = columns;
    const double *value = values;
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int left = starts[i + 1] - starts[i]; left > 0; left--)
            sum += *value++ * x[*column++];
        y[i] = sum;
    }
}
"""
SPMV_FOUR = """
void kernel_spmv(int n, const int *starts, const int *columns, const double *values, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double a = 0, b = 0, c = 0, d = 0;
        int k = starts[i], end = starts[i + 1];
        for (; k + 4 <= end; k += 4) {
            a += values[k] * x[columns[k]];
            b += values[k + 1] * x[columns[k + 1]];
            c += values[k + 2] * x[columns[k + 2]];
            d += values[k + 3] * x[columns[k + 3]];
        }
        for (; k < end; k++)
            a += values[k] * x[columns[k]];
        y[i] = (a + b) + (c + d);
    }
}
"""
PARTICLES = """
static inline void bounce(float *restrict x, float *restrict v)
{
    int below = *x < 0.0f, above = *x > 1.0f;
    float mirrored = below ? -*x : 2.0f - *x;
    *x = below | above ? mirrored : *x;
    *v = below | above ? -*v : *v;
}
void kernel_particles(int steps, int n, float dt, float gravity, float *x, float *y, float *z, float *vx, float *vy,
                      float *vz)
{
    for (int i = 0; i < n; i++) {
        float px = x[i], py = y[i], pz = z[i], ux = vx[i], uy = vy[i], uz = vz[i];
        for (int t = 0; t < steps; t++) {
            uz -= gravity * dt;
            px += ux * dt, py += uy * dt, pz += uz * dt;
            bounce(&px, &ux), bounce(&py, &uy), bounce(&pz, &uz);
        }
        x[i] = px, y[i] = py, z[i] = pz, vx[i] = ux, vy[i] = uy, vz[i] = uz;
    }
}
"""

ELSEWHERE = (
    Innocent("rows by a helper, sqrt of libm", "cholesky", CHOLESKY, BOTH),
    Innocent("column by column, by reciprocals", "cholesky", CHOLESKY_COLUMNS, LOOSE),
    Innocent("a column gathered on the stack", "nussinov", NUSSINOV, BOTH),
    Innocent("sums in registers, memset", "atax", ATAX_FUSED, BOTH),
    Innocent("two vectors of partial sums", "atax", ATAX_UNROLLED, LOOSE),
    Innocent("one sweep as a function with restrict", "jacobi-2d", JACOBI, BOTH),
    Innocent("minimum without a branch", "floyd-warshall", FLOYD, BOTH),
    Innocent("pointers that walk", "spmv", SPMV, BOTH),
    Innocent("four partial sums, parameters as pointers", "spmv", SPMV_FOUR, LOOSE),
    Innocent("particle by particle, branch-free", "particles", PARTICLES, BOTH),
)
