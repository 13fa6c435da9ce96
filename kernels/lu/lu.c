/* lu: unit lower L and upper U with A = L U, unpivoted. Nest and sizes of PolyBench/C 4.2.1's lu. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_lu(int n, double A[N][N])
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            for (int k = 0; k < j; k++)
                A[i][j] -= A[i][k] * A[k][j];
            A[i][j] /= A[j][j];
        }
        for (int j = i; j < n; j++)
            for (int k = 0; k < i; k++)
                A[i][j] -= A[i][k] * A[k][j];
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
    ARRAY_2D(double, A, N, N);
    fill_dominant(A);

    TIMED(kernel_lu(hidden_int(N), A));

    if (dump_wanted())
        DUMP_2D(A, N, N);
    free(A);
    return 0;
}
