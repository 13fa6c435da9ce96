/* y = A x, with data on the heap, and once more on the stack, where the boundary cannot see how far it reaches. */
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void matvec(int n, const double *A, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < n; j++)
            s += A[i * n + j] * x[j];
        y[i] = s;
    }
}
int main(void)
{
    int n = 96;
    double *A = malloc(n * n * sizeof *A), *x = malloc(n * sizeof *x), *y = calloc(n, sizeof *y), last[2] = {0};
    for (int i = 0; i < n * n; i++) A[i] = 1 + (i * 37 % 101) / 101.0;
    for (int i = 0; i < n; i++) x[i] = 1 + (i * 17 % 53) / 53.0;
    for (int k = 0; k < 3; k++) matvec(n, A, x, y);
    matvec(2, A, x, last);
    double s = 0;
    for (int i = 0; i < n; i++) s += y[i];
    printf("%.6f %.6f\n", s, last[1]);
    return y[0] < 0;
}
