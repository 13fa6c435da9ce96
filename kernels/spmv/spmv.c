/* spmv: y = A x for a sparse matrix in compressed rows. */
#include "../harness.h"

#ifndef N
#define N DATASET(100, 1000, 20000, 200000, 1000000)
#endif
#ifndef NONZEROS
#define NONZEROS DATASET(1600, 16000, 320000, 3200000, 16000000)
#endif

HOT_FUNCTION void kernel_spmv(int n, const int starts[N + 1], const int columns[NONZEROS],
                              const double values[NONZEROS], const double x[N], double y[N])
{
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int k = starts[i]; k < starts[i + 1]; k++)
            sum += values[k] * x[columns[k]];
        y[i] = sum;
    }
}

/* How many elements row `i` has: irregular, or every other row empty, or all in one row, or one each. */
static int row_length(int input, int i)
{
    int average = NONZEROS / N;
    switch (input) {
    case 1: return i % 2 ? 0 : average;
    case 2: return i == N / 2 ? NONZEROS : 0;
    case 3: return 1;
    default: return (int)(scramble(4, (unsigned)i) % (unsigned)(2 * average + 1));
    }
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"irregular", "gaps", "one-row", "diagonal", NULL};
    int input = chosen_input(argc, argv, inputs);
    ARRAY_1D(int, starts, N + 1);
    ARRAY_1D(int, columns, NONZEROS);
    ARRAY_1D(double, values, NONZEROS);
    ARRAY_1D(double, x, N);
    ARRAY_1D(double, y, N);
    for (int i = 0; i < N; i++) {
        int length = row_length(input, i), left = NONZEROS - starts[i];
        starts[i + 1] = starts[i] + (length < left ? length : left);
    }
    fill_int(columns, NONZEROS, 1, 0, N - 1);
    for (int k = 0; k < N && k < NONZEROS && input == 3; k++)
        columns[k] = k;
    fill_double(values, NONZEROS, 2);
    fill_double(x, N, 3);

    TIMED(kernel_spmv(hidden_int(N), starts, columns, values, x, y));

    if (dump_wanted())
        DUMP_1D(y, N);
    free(starts);
    free(columns);
    free(values);
    free(x);
    free(y);
    return 0;
}
