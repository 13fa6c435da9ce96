/* seidel-2d: nine-point averages in place. Nest and sizes of PolyBench/C 4.2.1's seidel-2d. */
#include "../harness.h"

#ifndef TSTEPS
#define TSTEPS DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_seidel_2d(int tsteps, int n, double A[N][N])
{
    for (int t = 0; t < tsteps; t++)
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < n - 1; j++)
                A[i][j] = (A[i - 1][j - 1] + A[i - 1][j] + A[i - 1][j + 1] + A[i][j - 1] + A[i][j] + A[i][j + 1]
                           + A[i + 1][j - 1] + A[i + 1][j] + A[i + 1][j + 1]) / 9.0;
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    fill_double(&A[0][0], N * N, 1);

    TIMED(kernel_seidel_2d(hidden_int(TSTEPS), hidden_int(N), A));

    if (dump_wanted())
        DUMP_2D(A, N, N);
    free(A);
    return 0;
}
