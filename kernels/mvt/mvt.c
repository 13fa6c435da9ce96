/* mvt: x1 += A y1 and x2 += transpose(A) y2. Nest and sizes of PolyBench/C 4.2.1's mvt. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_mvt(int n, double x1[N], double x2[N], double y1[N], double y2[N], double A[N][N])
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            x1[i] = x1[i] + A[i][j] * y1[j];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            x2[i] = x2[i] + A[j][i] * y2[j];
}

int main(void)
{
    ARRAY_2D(double, A, N, N);
    ARRAY_1D(double, x1, N);
    ARRAY_1D(double, x2, N);
    ARRAY_1D(double, y1, N);
    ARRAY_1D(double, y2, N);
    fill_double(&A[0][0], N * N, 1);
    fill_double(x1, N, 2);
    fill_double(x2, N, 3);
    fill_double(y1, N, 4);
    fill_double(y2, N, 5);

    TIMED(kernel_mvt(hidden_int(N), x1, x2, y1, y2, A));

    if (dump_wanted()) {
        DUMP_1D(x1, N);
        DUMP_1D(x2, N);
    }
    free(A);
    free(x1);
    free(x2);
    free(y1);
    free(y2);
    return 0;
}
