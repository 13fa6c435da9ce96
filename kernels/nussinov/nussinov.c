/* nussinov: most base pairs of an RNA sequence. Nest and sizes of PolyBench/C 4.2.1's nussinov. */
#include "../harness.h"

#ifndef N
#define N DATASET(60, 180, 500, 2500, 5500)
#endif

/* Bases are 0..3 and pair when they add up to 3; neighbours never pair. */
HOT_FUNCTION void kernel_nussinov(int n, char seq[N], int table[N][N])
{
    for (int i = n - 1; i >= 0; i--)
        for (int j = i + 1; j < n; j++) {
            table[i][j] = table[i][j] >= table[i][j - 1] ? table[i][j] : table[i][j - 1];
            table[i][j] = table[i][j] >= table[i + 1][j] ? table[i][j] : table[i + 1][j];

            int inner = table[i + 1][j - 1];
            if (i < j - 1)
                inner += seq[i] + seq[j] == 3 ? 1 : 0;
            table[i][j] = table[i][j] >= inner ? table[i][j] : inner;

            for (int k = i + 1; k < j; k++) {
                int split = table[i][k] + table[k + 1][j];
                table[i][j] = table[i][j] >= split ? table[i][j] : split;
            }
        }
}

int main(void)
{
    ARRAY_1D(char, seq, N);
    ARRAY_2D(int, table, N, N);
    fill_char(seq, N, 1, 0, 3);

    TIMED(kernel_nussinov(hidden_int(N), seq, table));

    if (dump_wanted())
        DUMP_2D(table, N, N);
    free(seq);
    free(table);
    return 0;
}
