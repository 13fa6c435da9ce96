/* crc32: the CRC-32 of every block (polynomial 0xEDB88320, as zlib and Ethernet), a byte at a time by table. */
#include "../harness.h"

#ifndef BLOCKS
#define BLOCKS DATASET(8, 64, 512, 4096, 16384)
#endif
#ifndef LENGTH
#define LENGTH DATASET(100, 500, 2000, 4000, 4000)
#endif

HOT_FUNCTION void kernel_crc32(int blocks, int length, const unsigned table[256],
                               const unsigned char data[BLOCKS][LENGTH], unsigned sums[BLOCKS])
{
    for (int b = 0; b < blocks; b++) {
        unsigned sum = 0xFFFFFFFFu;
        for (int i = 0; i < length; i++)
            sum = sum >> 8 ^ table[(sum ^ data[b][i]) & 0xFF];
        sums[b] = ~sum;
    }
}

static void fill_table(unsigned table[256])
{
    for (unsigned byte = 0; byte < 256; byte++) {
        table[byte] = byte;
        for (int bit = 0; bit < 8; bit++)
            table[byte] = table[byte] >> 1 ^ (table[byte] & 1 ? 0xEDB88320u : 0);
    }
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"random", "zeros", "text", NULL};
    int input = chosen_input(argc, argv, inputs);
    ARRAY_1D(unsigned, table, 256);
    ARRAY_2D(unsigned char, data, BLOCKS, LENGTH);
    ARRAY_1D(unsigned, sums, BLOCKS);
    fill_table(table);
    if (input == 0)
        fill_char((char *)data, BLOCKS * LENGTH, 1, -128, 127);
    if (input == 2)
        fill_char((char *)data, BLOCKS * LENGTH, 2, ' ', '~');

    TIMED(kernel_crc32(hidden_int(BLOCKS), hidden_int(LENGTH), table, data, sums));

    int *results = (int *)sums;
    if (dump_wanted())
        DUMP_1D(results, BLOCKS);
    free(table);
    free(data);
    free(sums);
    return 0;
}
