/* cholesky: lower L with A = L transpose(L), in place. Nest and sizes of PolyBench/C 4.2.1's cholesky. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_cholesky(int n, double A[N][N])
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            for (int k = 0; k < j; k++)
                A[i][j] -= A[i][k] * A[j][k];
            A[i][j] /= A[j][j];
        }
        for (int k = 0; k < i; k++)
            A[i][i] -= A[i][k] * A[i][k];
        A[i][i] = square_root(A[i][i]);
    }
}

/* Symmetric and dominant on the diagonal: positive definite, also when slightly perturbed. */
static void fill_positive_definite(double A[N][N])
{
    for (size_t i = 0; i < N; i++) {
        for (size_t j = 0; j <= i; j++)
            A[i][j] = A[j][i] = input_value(1, i * N + j) / N;
        A[i][i] += 2.0;
    }
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    fill_positive_definite(A);

    TIMED(kernel_cholesky(hidden_int(N), A));

    if (dump_wanted())
        DUMP_2D(A, N, N);
    free(A);
    return 0;
}
