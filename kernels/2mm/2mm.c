/* 2mm: D = beta D + alpha (A B) C, two dense products. Nest and sizes of PolyBench/C 4.2.1's 2mm. */
#include "../harness.h"

#ifndef NI
#define NI DATASET(16, 40, 180, 800, 1600)
#endif
#ifndef NJ
#define NJ DATASET(18, 50, 190, 900, 1800)
#endif
#ifndef NK
#define NK DATASET(22, 70, 210, 1100, 2200)
#endif
#ifndef NL
#define NL DATASET(24, 80, 220, 1200, 2400)
#endif

HOT_FUNCTION void kernel_2mm(int ni, int nj, int nk, int nl, double alpha, double beta, double tmp[NI][NJ],
                             double A[NI][NK], double B[NK][NJ], double C[NJ][NL], double D[NI][NL])
{
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            tmp[i][j] = 0.0;
            for (int k = 0; k < nk; k++)
                tmp[i][j] += alpha * A[i][k] * B[k][j];
        }
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nl; j++) {
            D[i][j] *= beta;
            for (int k = 0; k < nj; k++)
                D[i][j] += tmp[i][k] * C[k][j];
        }
}

int main(void)
{
    ARRAY_2D(double, tmp, NI, NJ);
    ARRAY_2D(double, A, NI, NK);
    ARRAY_2D(double, B, NK, NJ);
    ARRAY_2D(double, C, NJ, NL);
    ARRAY_2D(double, D, NI, NL);
    fill_double(&A[0][0], NI * NK, 1);
    fill_double(&B[0][0], NK * NJ, 2);
    fill_double(&C[0][0], NJ * NL, 3);
    fill_double(&D[0][0], NI * NL, 4);
    int ni = hidden_int(NI), nj = hidden_int(NJ), nk = hidden_int(NK), nl = hidden_int(NL);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_2mm(ni, nj, nk, nl, alpha, beta, tmp, A, B, C, D));

    if (dump_wanted())
        DUMP_2D(D, NI, NL);
    free(tmp);
    free(A);
    free(B);
    free(C);
    free(D);
    return 0;
}
