/* syrk: C = beta C + alpha A transpose(A), lower triangle. Nest and sizes of PolyBench/C 4.2.1's syrk. */
#include "../harness.h"

#ifndef M
#define M DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef N
#define N DATASET(30, 80, 240, 1200, 2600)
#endif

HOT_FUNCTION void kernel_syrk(int n, int m, double alpha, double beta, double C[N][N], double A[N][M])
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++)
            C[i][j] *= beta;
        for (int k = 0; k < m; k++)
            for (int j = 0; j <= i; j++)
                C[i][j] += alpha * A[i][k] * A[j][k];
    }
}

int main(void)
{
    ARRAY_2D(double, C, N, N);
    ARRAY_2D(double, A, N, M);
    fill_double(&C[0][0], N * N, 1);
    fill_double(&A[0][0], N * M, 2);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_syrk(hidden_int(N), hidden_int(M), alpha, beta, C, A));

    if (dump_wanted())
        DUMP_2D(C, N, N);
    free(C);
    free(A);
    return 0;
}
