/* ludcmp: solves A x = b by LU factorisation, unpivoted. Nest and sizes of PolyBench/C 4.2.1's ludcmp. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_ludcmp(int n, double A[N][N], double b[N], double x[N], double y[N])
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            double w = A[i][j];
            for (int k = 0; k < j; k++)
                w -= A[i][k] * A[k][j];
            A[i][j] = w / A[j][j];
        }
        for (int j = i; j < n; j++) {
            double w = A[i][j];
            for (int k = 0; k < i; k++)
                w -= A[i][k] * A[k][j];
            A[i][j] = w;
        }
    }
    for (int i = 0; i < n; i++) {
        double w = b[i];
        for (int j = 0; j < i; j++)
            w -= A[i][j] * y[j];
        y[i] = w;
    }
    for (int i = n - 1; i >= 0; i--) {
        double w = y[i];
        for (int j = i + 1; j < n; j++)
            w -= A[i][j] * x[j];
        x[i] = w / A[i][i];
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
    ARRAY_1D(double, b, N);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, y, N);
    fill_double(b, N, 2);
    fill_dominant(A);

    TIMED(kernel_ludcmp(hidden_int(N), A, b, x, y));

    if (dump_wanted())
        DUMP_1D(x, N);
    free(A);
    free(b);
    free(x);
    free(y);
    return 0;
}
