/* bicg: s = transpose(A) r and q = A p in one pass over A. Nest and sizes of PolyBench/C 4.2.1's bicg. */
#include "../harness.h"

#ifndef M
#define M DATASET(38, 116, 390, 1900, 1800)
#endif
#ifndef N
#define N DATASET(42, 124, 410, 2100, 2200)
#endif

HOT_FUNCTION void kernel_bicg(int m, int n, double A[N][M], double s[M], double q[N], double p[M], double r[N])
{
    for (int i = 0; i < m; i++)
        s[i] = 0.0;
    for (int i = 0; i < n; i++) {
        q[i] = 0.0;
        for (int j = 0; j < m; j++) {
            s[j] = s[j] + r[i] * A[i][j];
            q[i] = q[i] + A[i][j] * p[j];
        }
    }
}

int main(void)
{
    ARRAY_2D(double, A, N, M);
    ARRAY_1D(double, s, M);
    ARRAY_1D(double, q, N);
    ARRAY_1D(double, p, M);
    ARRAY_1D(double, r, N);
    fill_double(&A[0][0], N * M, 1);
    fill_double(p, M, 2);
    fill_double(r, N, 3);

    TIMED(kernel_bicg(hidden_int(M), hidden_int(N), A, s, q, p, r));

    if (dump_wanted()) {
        DUMP_1D(s, M);
        DUMP_1D(q, N);
    }
    free(A);
    free(s);
    free(q);
    free(p);
    free(r);
    return 0;
}
