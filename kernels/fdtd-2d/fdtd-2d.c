/* fdtd-2d: electromagnetic field by finite differences. Nest and sizes of PolyBench/C 4.2.1's fdtd-2d. */
#include "../harness.h"

#ifndef TMAX
#define TMAX DATASET(20, 40, 100, 500, 1000)
#endif
#ifndef NX
#define NX DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef NY
#define NY DATASET(30, 80, 240, 1200, 2600)
#endif

HOT_FUNCTION void kernel_fdtd_2d(int tmax, int nx, int ny, double ex[NX][NY], double ey[NX][NY], double hz[NX][NY],
                                 double source[TMAX])
{
    for (int t = 0; t < tmax; t++) {
        for (int j = 0; j < ny; j++)
            ey[0][j] = source[t];
        for (int i = 1; i < nx; i++)
            for (int j = 0; j < ny; j++)
                ey[i][j] = ey[i][j] - 0.5 * (hz[i][j] - hz[i - 1][j]);
        for (int i = 0; i < nx; i++)
            for (int j = 1; j < ny; j++)
                ex[i][j] = ex[i][j] - 0.5 * (hz[i][j] - hz[i][j - 1]);
        for (int i = 0; i < nx - 1; i++)
            for (int j = 0; j < ny - 1; j++)
                hz[i][j] = hz[i][j] - 0.7 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j]);
    }
}

int main(void)
{
    ARRAY_2D(double, ex, NX, NY);
    ARRAY_2D(double, ey, NX, NY);
    ARRAY_2D(double, hz, NX, NY);
    ARRAY_1D(double, source, TMAX);
    fill_double(&ex[0][0], NX * NY, 1);
    fill_double(&ey[0][0], NX * NY, 2);
    fill_double(&hz[0][0], NX * NY, 3);
    fill_double(source, TMAX, 4);
    int tmax = hidden_int(TMAX), nx = hidden_int(NX), ny = hidden_int(NY);

    TIMED(kernel_fdtd_2d(tmax, nx, ny, ex, ey, hz, source));

    if (dump_wanted()) {
        DUMP_2D(ex, NX, NY);
        DUMP_2D(ey, NX, NY);
        DUMP_2D(hz, NX, NY);
    }
    free(ex);
    free(ey);
    free(hz);
    free(source);
    return 0;
}
