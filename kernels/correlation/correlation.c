/* correlation: of the columns of a table. Nest and sizes of PolyBench/C 4.2.1's correlation. */
#include "../harness.h"

#ifndef M
#define M DATASET(28, 80, 240, 1200, 2600)
#endif
#ifndef N
#define N DATASET(32, 100, 260, 1400, 3000)
#endif

/* count is n as floating point. */
HOT_FUNCTION void kernel_correlation(int m, int n, double count, double data[N][M], double corr[M][M], double mean[M],
                                     double stddev[M])
{
    for (int j = 0; j < m; j++) {
        mean[j] = 0.0;
        for (int i = 0; i < n; i++)
            mean[j] += data[i][j];
        mean[j] /= count;
    }
    for (int j = 0; j < m; j++) {
        stddev[j] = 0.0;
        for (int i = 0; i < n; i++)
            stddev[j] += (data[i][j] - mean[j]) * (data[i][j] - mean[j]);
        stddev[j] = square_root(stddev[j] / count);
        /* A column of equal values has no direction: dividing by 1 leaves its zeros. */
        stddev[j] = stddev[j] <= 0.1 ? 1.0 : stddev[j];
    }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            data[i][j] -= mean[j];
            data[i][j] /= square_root(count) * stddev[j];
        }
    for (int i = 0; i < m; i++) {
        corr[i][i] = 1.0;
        for (int j = i + 1; j < m; j++) {
            corr[i][j] = 0.0;
            for (int k = 0; k < n; k++)
                corr[i][j] += data[k][i] * data[k][j];
            corr[j][i] = corr[i][j];
        }
    }
}

int main(void)
{
    ARRAY_2D(double, data, N, M);
    ARRAY_2D(double, corr, M, M);
    ARRAY_1D(double, mean, M);
    ARRAY_1D(double, stddev, M);
    fill_double(&data[0][0], N * M, 1);

    TIMED(kernel_correlation(hidden_int(M), hidden_int(N), hidden_double(N), data, corr, mean, stddev));

    if (dump_wanted())
        DUMP_2D(corr, M, M);
    free(data);
    free(corr);
    free(mean);
    free(stddev);
    return 0;
}
