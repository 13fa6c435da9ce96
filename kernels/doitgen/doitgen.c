/* doitgen: every row A[r][q] times the matrix C4. Nest and sizes of PolyBench/C 4.2.1's doitgen. */
#include "../harness.h"

#ifndef NQ
#define NQ DATASET(8, 20, 40, 140, 220)
#endif
#ifndef NR
#define NR DATASET(10, 25, 50, 150, 250)
#endif
#ifndef NP
#define NP DATASET(12, 30, 60, 160, 270)
#endif

HOT_FUNCTION void kernel_doitgen(int nr, int nq, int np, double A[NR][NQ][NP], double C4[NP][NP], double sum[NP])
{
    for (int r = 0; r < nr; r++)
        for (int q = 0; q < nq; q++) {
            for (int p = 0; p < np; p++) {
                sum[p] = 0.0;
                for (int s = 0; s < np; s++)
                    sum[p] += A[r][q][s] * C4[s][p];
            }
            for (int p = 0; p < np; p++)
                A[r][q][p] = sum[p];
        }
}

int main(void)
{
    ARRAY_3D(double, A, NR, NQ, NP);
    ARRAY_2D(double, C4, NP, NP);
    ARRAY_1D(double, sum, NP);
    fill_double(&A[0][0][0], NR * NQ * NP, 1);
    fill_double(&C4[0][0], NP * NP, 2);

    TIMED(kernel_doitgen(hidden_int(NR), hidden_int(NQ), hidden_int(NP), A, C4, sum));

    if (dump_wanted())
        DUMP_3D(A, NR, NQ, NP);
    free(A);
    free(C4);
    free(sum);
    return 0;
}
