/* trisolv: solves L x = b for lower triangular L. Nest and sizes of PolyBench/C 4.2.1's trisolv. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_trisolv(int n, double L[N][N], double x[N], double b[N])
{
    for (int i = 0; i < n; i++) {
        x[i] = b[i];
        for (int j = 0; j < i; j++)
            x[i] -= L[i][j] * x[j];
        x[i] = x[i] / L[i][i];
    }
}

/* Dominant on the diagonal: no pivoting needed, also when slightly perturbed. */
static void fill_dominant(double A[N][N])
{
    for (size_t i = 0; i < N; i++) {
        for (size_t j = 0; j < N; j++)
            A[i][j] = input_value(1, i * N + j) / N;
        A[i][i] += 2.0;
    }
}

int main(void)
{
    ARRAY_2D(double, L, N, N);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, b, N);
    fill_double(b, N, 2);
    fill_dominant(L);

    TIMED(kernel_trisolv(hidden_int(N), L, x, b));

    if (dump_wanted())
        DUMP_1D(x, N);
    free(L);
    free(x);
    free(b);
    return 0;
}
