/* jacobi-2d: five-point averages between two grids. Nest and sizes of PolyBench/C 4.2.1's jacobi-2d. */
#include "../harness.h"

#ifndef TSTEPS
#define TSTEPS DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef N
#define N DATASET(30, 90, 250, 1300, 2800)
#endif

HOT_FUNCTION void kernel_jacobi_2d(int tsteps, int n, double A[N][N], double B[N][N])
{
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < n - 1; j++)
                B[i][j] = 0.2 * (A[i][j] + A[i][j - 1] + A[i][j + 1] + A[i + 1][j] + A[i - 1][j]);
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < n - 1; j++)
                A[i][j] = 0.2 * (B[i][j] + B[i][j - 1] + B[i][j + 1] + B[i + 1][j] + B[i - 1][j]);
    }
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    ARRAY_2D(double, B, N, N);
    fill_double(&A[0][0], N * N, 1);
    fill_double(&B[0][0], N * N, 2);

    TIMED(kernel_jacobi_2d(hidden_int(TSTEPS), hidden_int(N), A, B));

    if (dump_wanted())
        DUMP_2D(A, N, N);
    free(A);
    free(B);
    return 0;
}
