/* covariance: of the columns of a table. Nest and sizes of PolyBench/C 4.2.1's covariance. */
#include "../harness.h"

#ifndef M
#define M DATASET(28, 80, 240, 1200, 2600)
#endif
#ifndef N
#define N DATASET(32, 100, 260, 1400, 3000)
#endif

/* count is n as floating point. */
HOT_FUNCTION void kernel_covariance(int m, int n, double count, double data[N][M], double cov[M][M], double mean[M])
{
    for (int j = 0; j < m; j++) {
        mean[j] = 0.0;
        for (int i = 0; i < n; i++)
            mean[j] += data[i][j];
        mean[j] /= count;
    }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            data[i][j] -= mean[j];
    for (int i = 0; i < m; i++)
        for (int j = i; j < m; j++) {
            cov[i][j] = 0.0;
            for (int k = 0; k < n; k++)
                cov[i][j] += data[k][i] * data[k][j];
            cov[i][j] /= count - 1.0;
            cov[j][i] = cov[i][j];
        }
}

int main(void)
{
    ARRAY_2D(double, data, N, M);
    ARRAY_2D(double, cov, M, M);
    ARRAY_1D(double, mean, M);
    fill_double(&data[0][0], N * M, 1);

    TIMED(kernel_covariance(hidden_int(M), hidden_int(N), hidden_double(N), data, cov, mean));

    if (dump_wanted())
        DUMP_2D(cov, M, M);
    free(data);
    free(cov);
    free(mean);
    return 0;
}
