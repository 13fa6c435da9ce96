/* trmm: B = alpha transpose(A) B for unit lower triangular A. Nest and sizes of PolyBench/C 4.2.1's trmm. */
#include "../harness.h"

#ifndef M
#define M DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef N
#define N DATASET(30, 80, 240, 1200, 2600)
#endif

HOT_FUNCTION void kernel_trmm(int m, int n, double alpha, double A[M][M], double B[M][N])
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            for (int k = i + 1; k < m; k++)
                B[i][j] += A[k][i] * B[k][j];
            B[i][j] = alpha * B[i][j];
        }
}

int main(void)
{
    ARRAY_2D(double, A, M, M);
    ARRAY_2D(double, B, M, N);
    fill_double(&A[0][0], M * M, 1);
    fill_double(&B[0][0], M * N, 2);

    TIMED(kernel_trmm(hidden_int(M), hidden_int(N), hidden_double(1.5), A, B));

    if (dump_wanted())
        DUMP_2D(B, M, N);
    free(A);
    free(B);
    return 0;
}
