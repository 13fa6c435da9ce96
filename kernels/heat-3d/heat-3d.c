/* heat-3d: heat conduction between two grids. Nest and sizes of PolyBench/C 4.2.1's heat-3d. */
#include "../harness.h"

#ifndef TSTEPS
#define TSTEPS DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef N
#define N DATASET(10, 20, 40, 120, 200)
#endif

HOT_FUNCTION void kernel_heat_3d(int tsteps, int n, double A[N][N][N], double B[N][N][N])
{
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < n - 1; j++)
                for (int k = 1; k < n - 1; k++)
                    B[i][j][k] = 0.125 * (A[i + 1][j][k] - 2.0 * A[i][j][k] + A[i - 1][j][k])
                                 + 0.125 * (A[i][j + 1][k] - 2.0 * A[i][j][k] + A[i][j - 1][k])
                                 + 0.125 * (A[i][j][k + 1] - 2.0 * A[i][j][k] + A[i][j][k - 1]) + A[i][j][k];
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < n - 1; j++)
                for (int k = 1; k < n - 1; k++)
                    A[i][j][k] = 0.125 * (B[i + 1][j][k] - 2.0 * B[i][j][k] + B[i - 1][j][k])
                                 + 0.125 * (B[i][j + 1][k] - 2.0 * B[i][j][k] + B[i][j - 1][k])
                                 + 0.125 * (B[i][j][k + 1] - 2.0 * B[i][j][k] + B[i][j][k - 1]) + B[i][j][k];
    }
}

int main(void)
{
    ARRAY_3D(double, A, N, N, N);
    ARRAY_3D(double, B, N, N, N);
    fill_double(&A[0][0][0], N * N * N, 1);
    fill_double(&B[0][0][0], N * N * N, 2);

    TIMED(kernel_heat_3d(hidden_int(TSTEPS), hidden_int(N), A, B));

    if (dump_wanted())
        DUMP_3D(A, N, N, N);
    free(A);
    free(B);
    return 0;
}
