/* sort-rows: sorts every row of a matrix by insertion. */
#include "../harness.h"

#ifndef ROWS
#define ROWS DATASET(50, 500, 5000, 50000, 200000)
#endif
#ifndef LENGTH
#define LENGTH DATASET(30, 40, 60, 80, 100)
#endif

HOT_FUNCTION void kernel_sort_rows(int rows, int length, int keys[ROWS][LENGTH])
{
    for (int r = 0; r < rows; r++)
        for (int i = 1; i < length; i++) {
            int key = keys[r][i], at = i;
            for (; at > 0 && keys[r][at - 1] > key; at--)
                keys[r][at] = keys[r][at - 1];
            keys[r][at] = key;
        }
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"random", "sorted", "reversed", "equal", NULL};
    int input = chosen_input(argc, argv, inputs);
    ARRAY_2D(int, keys, ROWS, LENGTH);
    fill_int(&keys[0][0], ROWS * LENGTH, 1, -1000000, 1000000);
    for (int r = 0; r < ROWS && input != 0; r++)
        for (int i = 0; i < LENGTH; i++)
            keys[r][i] = input == 1 ? i : input == 2 ? LENGTH - i : r;

    TIMED(kernel_sort_rows(hidden_int(ROWS), hidden_int(LENGTH), keys));

    if (dump_wanted())
        DUMP_2D(keys, ROWS, LENGTH);
    free(keys);
    return 0;
}
