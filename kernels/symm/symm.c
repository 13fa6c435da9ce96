/* symm: C = beta C + alpha A B for symmetric A, stored as its lower triangle. Nest and sizes of PolyBench/C 4.2.1's symm. */
#include "../harness.h"

#ifndef M
#define M DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef N
#define N DATASET(30, 80, 240, 1200, 2600)
#endif

HOT_FUNCTION void kernel_symm(int m, int n, double alpha, double beta, double C[M][N], double A[M][M], double B[M][N])
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            double above = 0.0;
            for (int k = 0; k < i; k++) {
                C[k][j] += alpha * B[i][j] * A[i][k];
                above += B[k][j] * A[i][k];
            }
            C[i][j] = beta * C[i][j] + alpha * B[i][j] * A[i][i] + alpha * above;
        }
}

int main(void)
{
    ARRAY_2D(double, C, M, N);
    ARRAY_2D(double, A, M, M);
    ARRAY_2D(double, B, M, N);
    fill_double(&C[0][0], M * N, 1);
    fill_double(&A[0][0], M * M, 2);
    fill_double(&B[0][0], M * N, 3);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_symm(hidden_int(M), hidden_int(N), alpha, beta, C, A, B));

    if (dump_wanted())
        DUMP_2D(C, M, N);
    free(C);
    free(A);
    free(B);
    return 0;
}
