/* gramschmidt: A = Q R by modified Gram-Schmidt. Nest and sizes of PolyBench/C 4.2.1's gramschmidt. */
#include "../harness.h"

#ifndef M
#define M DATASET(30, 80, 240, 1200, 2600)
#endif
#ifndef N
#define N DATASET(20, 60, 200, 1000, 2000)
#endif

HOT_FUNCTION void kernel_gramschmidt(int m, int n, double A[M][N], double R[N][N], double Q[M][N])
{
    for (int k = 0; k < n; k++) {
        double norm = 0.0;
        for (int i = 0; i < m; i++)
            norm += A[i][k] * A[i][k];
        R[k][k] = square_root(norm);
        for (int i = 0; i < m; i++)
            Q[i][k] = A[i][k] / R[k][k];
        for (int j = k + 1; j < n; j++) {
            R[k][j] = 0.0;
            for (int i = 0; i < m; i++)
                R[k][j] += Q[i][k] * A[i][j];
            for (int i = 0; i < m; i++)
                A[i][j] = A[i][j] - Q[i][k] * R[k][j];
        }
    }
}

/* PolyBench's sizes have more columns than rows, which leaves Q undetermined; here the two are exchanged. Emphasis on
   the diagonal keeps the columns far from parallel. */
static void fill_independent(double A[M][N])
{
    for (size_t i = 0; i < M; i++)
        for (size_t j = 0; j < N; j++)
            A[i][j] = input_value(1, i * N + j) / N + (i == j ? 2.0 : 0.0);
}

int main(void)
{
    ARRAY_2D(double, A, M, N);
    ARRAY_2D(double, R, N, N);
    ARRAY_2D(double, Q, M, N);
    fill_independent(A);

    TIMED(kernel_gramschmidt(hidden_int(M), hidden_int(N), A, R, Q));

    if (dump_wanted()) {
        DUMP_2D(R, N, N);
        DUMP_2D(Q, M, N);
    }
    free(A);
    free(R);
    free(Q);
    return 0;
}
