/* atax: y = transpose(A) (A x) in one pass over A. Nest and sizes of PolyBench/C 4.2.1's atax. */
#include "../harness.h"

#ifndef M
#define M DATASET(38, 116, 390, 1900, 1800)
#endif
#ifndef N
#define N DATASET(42, 124, 410, 2100, 2200)
#endif

HOT_FUNCTION void kernel_atax(int m, int n, double A[M][N], double x[N], double y[N], double tmp[M])
{
    for (int i = 0; i < n; i++)
        y[i] = 0.0;
    for (int i = 0; i < m; i++) {
        tmp[i] = 0.0;
        for (int j = 0; j < n; j++)
            tmp[i] = tmp[i] + A[i][j] * x[j];
        for (int j = 0; j < n; j++)
            y[j] = y[j] + A[i][j] * tmp[i];
    }
}

int main(void)
{
    ARRAY_2D(double, A, M, N);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, y, N);
    ARRAY_1D(double, tmp, M);
    fill_double(&A[0][0], M * N, 1);
    fill_double(x, N, 2);

    TIMED(kernel_atax(hidden_int(M), hidden_int(N), A, x, y, tmp));

    if (dump_wanted())
        DUMP_1D(y, N);
    free(A);
    free(x);
    free(y);
    free(tmp);
    return 0;
}
