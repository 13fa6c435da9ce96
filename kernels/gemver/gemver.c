/* gemver: a rank-2 update of A and two products with it. Nest and sizes of PolyBench/C 4.2.1's gemver. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_gemver(int n, double alpha, double beta, double A[N][N], double u1[N], double v1[N],
                                double u2[N], double v2[N], double w[N], double x[N], double y[N], double z[N])
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            A[i][j] = A[i][j] + u1[i] * v1[j] + u2[i] * v2[j];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            x[i] = x[i] + beta * A[j][i] * y[j];
    for (int i = 0; i < n; i++)
        x[i] = x[i] + z[i];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            w[i] = w[i] + alpha * A[i][j] * x[j];
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    ARRAY_1D(double, u1, N);
    ARRAY_1D(double, v1, N);
    ARRAY_1D(double, u2, N);
    ARRAY_1D(double, v2, N);
    ARRAY_1D(double, w, N);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, y, N);
    ARRAY_1D(double, z, N);
    fill_double(&A[0][0], N * N, 1);
    fill_double(u1, N, 2);
    fill_double(v1, N, 3);
    fill_double(u2, N, 4);
    fill_double(v2, N, 5);
    fill_double(w, N, 6);
    fill_double(x, N, 7);
    fill_double(y, N, 8);
    fill_double(z, N, 9);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_gemver(hidden_int(N), alpha, beta, A, u1, v1, u2, v2, w, x, y, z));

    if (dump_wanted()) {
        DUMP_2D(A, N, N);
        DUMP_1D(x, N);
        DUMP_1D(w, N);
    }
    free(A);
    free(u1);
    free(v1);
    free(u2);
    free(v2);
    free(w);
    free(x);
    free(y);
    free(z);
    return 0;
}
