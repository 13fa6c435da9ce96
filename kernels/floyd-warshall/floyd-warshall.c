/* floyd-warshall: shortest paths between all pairs. Nest and sizes of PolyBench/C 4.2.1's floyd-warshall. */
#include "../harness.h"

#ifndef N
#define N DATASET(60, 180, 500, 2800, 5600)
#endif

HOT_FUNCTION void kernel_floyd_warshall(int n, int path[N][N])
{
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                path[i][j] = path[i][j] < path[i][k] + path[k][j] ? path[i][j] : path[i][k] + path[k][j];
}

int main(void)
{
    ARRAY_2D(int, path, N, N);
    fill_int(&path[0][0], N * N, 1, 1, 999);

    TIMED(kernel_floyd_warshall(hidden_int(N), path));

    if (dump_wanted())
        DUMP_2D(path, N, N);
    free(path);
    return 0;
}
