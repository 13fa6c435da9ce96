/* gesummv: y = alpha A x + beta B x. Nest and sizes of PolyBench/C 4.2.1's gesummv. */
#include "../harness.h"

#ifndef N
#define N DATASET(30, 90, 250, 1300, 2800)
#endif

HOT_FUNCTION void kernel_gesummv(int n, double alpha, double beta, double A[N][N], double B[N][N], double tmp[N],
                                 double x[N], double y[N])
{
    for (int i = 0; i < n; i++) {
        tmp[i] = 0.0;
        y[i] = 0.0;
        for (int j = 0; j < n; j++) {
            tmp[i] = A[i][j] * x[j] + tmp[i];
            y[i] = B[i][j] * x[j] + y[i];
        }
        y[i] = alpha * tmp[i] + beta * y[i];
    }
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    ARRAY_2D(double, B, N, N);
    ARRAY_1D(double, tmp, N);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, y, N);
    fill_double(&A[0][0], N * N, 1);
    fill_double(&B[0][0], N * N, 2);
    fill_double(x, N, 3);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_gesummv(hidden_int(N), alpha, beta, A, B, tmp, x, y));

    if (dump_wanted())
        DUMP_1D(y, N);
    free(A);
    free(B);
    free(tmp);
    free(x);
    free(y);
    return 0;
}
