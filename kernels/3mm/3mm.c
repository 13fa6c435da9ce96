/* 3mm: G = (A B) (C D), three dense products. Nest and sizes of PolyBench/C 4.2.1's 3mm. */
#include "../harness.h"

#ifndef NI
#define NI DATASET(16, 40, 180, 800, 1600)
#endif
#ifndef NJ
#define NJ DATASET(18, 50, 190, 900, 1800)
#endif
#ifndef NK
#define NK DATASET(20, 60, 200, 1000, 2000)
#endif
#ifndef NL
#define NL DATASET(22, 70, 210, 1100, 2200)
#endif
#ifndef NM
#define NM DATASET(24, 80, 220, 1200, 2400)
#endif

HOT_FUNCTION void kernel_3mm(int ni, int nj, int nk, int nl, int nm, double E[NI][NJ], double A[NI][NK],
                             double B[NK][NJ], double F[NJ][NL], double C[NJ][NM], double D[NM][NL],
                             double G[NI][NL])
{
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            E[i][j] = 0.0;
            for (int k = 0; k < nk; k++)
                E[i][j] += A[i][k] * B[k][j];
        }
    for (int i = 0; i < nj; i++)
        for (int j = 0; j < nl; j++) {
            F[i][j] = 0.0;
            for (int k = 0; k < nm; k++)
                F[i][j] += C[i][k] * D[k][j];
        }
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nl; j++) {
            G[i][j] = 0.0;
            for (int k = 0; k < nj; k++)
                G[i][j] += E[i][k] * F[k][j];
        }
}

int main(void)
{
    ARRAY_2D(double, A, NI, NK);
    ARRAY_2D(double, B, NK, NJ);
    ARRAY_2D(double, C, NJ, NM);
    ARRAY_2D(double, D, NM, NL);
    ARRAY_2D(double, E, NI, NJ);
    ARRAY_2D(double, F, NJ, NL);
    ARRAY_2D(double, G, NI, NL);
    fill_double(&A[0][0], NI * NK, 1);
    fill_double(&B[0][0], NK * NJ, 2);
    fill_double(&C[0][0], NJ * NM, 3);
    fill_double(&D[0][0], NM * NL, 4);
    int ni = hidden_int(NI), nj = hidden_int(NJ), nk = hidden_int(NK), nl = hidden_int(NL), nm = hidden_int(NM);

    TIMED(kernel_3mm(ni, nj, nk, nl, nm, E, A, B, F, C, D, G));

    if (dump_wanted())
        DUMP_2D(G, NI, NL);
    free(A);
    free(B);
    free(C);
    free(D);
    free(E);
    free(F);
    free(G);
    return 0;
}
