/* jacobi-1d: three-point averages between two rows. Nest and sizes of PolyBench/C 4.2.1's jacobi-1d. */
#include "../harness.h"

#ifndef TSTEPS
#define TSTEPS DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef N
#define N DATASET(30, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_jacobi_1d(int tsteps, int n, double A[N], double B[N])
{
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++)
            B[i] = 0.33333 * (A[i - 1] + A[i] + A[i + 1]);
        for (int i = 1; i < n - 1; i++)
            A[i] = 0.33333 * (B[i - 1] + B[i] + B[i + 1]);
    }
}

int main(void)
{
    ARRAY_1D(double, A, N);
    ARRAY_1D(double, B, N);
    fill_double(A, N, 1);
    fill_double(B, N, 2);

    TIMED(kernel_jacobi_1d(hidden_int(TSTEPS), hidden_int(N), A, B));

    if (dump_wanted())
        DUMP_1D(A, N);
    free(A);
    free(B);
    return 0;
}
