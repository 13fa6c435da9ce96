/* gemm: C = beta C + alpha A B for dense matrices. Nest and sizes of PolyBench/C 4.2.1's gemm. */
#include "../harness.h"

#ifndef NI
#define NI DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef NJ
#define NJ DATASET(25, 70, 220, 1100, 2300)
#endif
#ifndef NK
#define NK DATASET(30, 80, 240, 1200, 2600)
#endif

HOT_FUNCTION void kernel_gemm(int ni, int nj, int nk, double alpha, double beta, double C[NI][NJ],
                              double A[NI][NK], double B[NK][NJ])
{
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++)
            C[i][j] *= beta;
        for (int k = 0; k < nk; k++)
            for (int j = 0; j < nj; j++)
                C[i][j] += alpha * A[i][k] * B[k][j];
    }
}

int main(void)
{
    ARRAY_2D(double, C, NI, NJ);
    ARRAY_2D(double, A, NI, NK);
    ARRAY_2D(double, B, NK, NJ);
    fill_double(&C[0][0], NI * NJ, 1);
    fill_double(&A[0][0], NI * NK, 2);
    fill_double(&B[0][0], NK * NJ, 3);

    int ni = hidden_int(NI), nj = hidden_int(NJ), nk = hidden_int(NK);
    double alpha = hidden_double(1.5), beta = hidden_double(1.2);

    TIMED(kernel_gemm(ni, nj, nk, alpha, beta, C, A, B));

    if (dump_wanted())
        DUMP_2D(C, NI, NJ);
    free(C);
    free(A);
    free(B);
    return 0;
}
