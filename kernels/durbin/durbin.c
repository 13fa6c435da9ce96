/* durbin: Levinson-Durbin recursion for a Toeplitz system. Nest and sizes of PolyBench/C 4.2.1's durbin. */
#include "../harness.h"

#ifndef N
#define N DATASET(40, 120, 400, 2000, 4000)
#endif

HOT_FUNCTION void kernel_durbin(int n, double r[N], double y[N])
{
    double z[N];
    double alpha = -r[0], beta = 1.0;
    y[0] = -r[0];
    for (int k = 1; k < n; k++) {
        beta = (1.0 - alpha * alpha) * beta;
        double sum = 0.0;
        for (int i = 0; i < k; i++)
            sum += r[k - i - 1] * y[i];
        alpha = -(r[k] + sum) / beta;
        for (int i = 0; i < k; i++)
            z[i] = y[i] + alpha * y[k - i - 1];
        for (int i = 0; i < k; i++)
            y[i] = z[i];
        y[k] = alpha;
    }
}

/* Small beside the 1 on the matrix's diagonal: well conditioned, also when slightly perturbed. */
static void fill_decaying(double r[N])
{
    for (size_t i = 0; i < N; i++)
        r[i] = input_value(1, i) / (4.0 * N);
}

int main(void)
{
    ARRAY_1D(double, r, N);
    ARRAY_1D(double, y, N);
    fill_decaying(r);

    TIMED(kernel_durbin(hidden_int(N), r, y));

    if (dump_wanted())
        DUMP_1D(y, N);
    free(r);
    free(y);
    return 0;
}
