/* adi: alternating-direction implicit diffusion. Nest and sizes of PolyBench/C 4.2.1's adi. */
#include "../harness.h"

#ifndef TSTEPS
#define TSTEPS DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef N
#define N DATASET(20, 60, 200, 1000, 2000)
#endif

HOT_FUNCTION void kernel_adi(int tsteps, int n, double u[N][N], double v[N][N], double p[N][N], double q[N][N])
{
    double columns = 2.0 * (1.0 / tsteps) * n * n, rows = 1.0 * (1.0 / tsteps) * n * n;
    double a = -columns / 2.0, b = 1.0 + columns, c = a;
    double d = -rows / 2.0, e = 1.0 + rows, f = d;
    for (int t = 1; t <= tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            v[0][i] = 1.0;
            p[i][0] = 0.0;
            q[i][0] = v[0][i];
            for (int j = 1; j < n - 1; j++) {
                p[i][j] = -c / (a * p[i][j - 1] + b);
                q[i][j] = (-d * u[j][i - 1] + (1.0 + 2.0 * d) * u[j][i] - f * u[j][i + 1] - a * q[i][j - 1])
                          / (a * p[i][j - 1] + b);
            }
            v[n - 1][i] = 1.0;
            for (int j = n - 2; j >= 1; j--)
                v[j][i] = p[i][j] * v[j + 1][i] + q[i][j];
        }
        for (int i = 1; i < n - 1; i++) {
            u[i][0] = 1.0;
            p[i][0] = 0.0;
            q[i][0] = u[i][0];
            for (int j = 1; j < n - 1; j++) {
                p[i][j] = -f / (d * p[i][j - 1] + e);
                q[i][j] = (-a * v[i - 1][j] + (1.0 + 2.0 * a) * v[i][j] - c * v[i + 1][j] - d * q[i][j - 1])
                          / (d * p[i][j - 1] + e);
            }
            u[i][n - 1] = 1.0;
            for (int j = n - 2; j >= 1; j--)
                u[i][j] = p[i][j] * u[i][j + 1] + q[i][j];
        }
    }
}

int main(void)
{
    ARRAY_2D(double, u, N, N);
    ARRAY_2D(double, v, N, N);
    ARRAY_2D(double, p, N, N);
    ARRAY_2D(double, q, N, N);
    fill_double(&u[0][0], N * N, 1);

    TIMED(kernel_adi(hidden_int(TSTEPS), hidden_int(N), u, v, p, q));

    if (dump_wanted())
        DUMP_2D(u, N, N);
    free(u);
    free(v);
    free(p);
    free(q);
    return 0;
}
