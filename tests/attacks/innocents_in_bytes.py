"""Right and differently written C for the kernels over integers and bytes: sorting, UTF-8, JSON, checksums."""

from __future__ import annotations

from innocents_in_c import STRICT, TOLERANT, Innocent

BOTH = (TOLERANT, STRICT)

SORT_MERGE = """
#include <string.h>
static void merge_sort(int *keys, int *spare, int n)
{
    if (n < 2)
        return;
    int half = n / 2, a = 0, b = half, to = 0;
    merge_sort(keys, spare, half);
    merge_sort(keys + half, spare, n - half);
    while (a < half && b < n)
        spare[to++] = keys[b] < keys[a] ? keys[b++] : keys[a++];
    while (a < half)
        spare[to++] = keys[a++];
    memcpy(keys, spare, (size_t)to * sizeof *keys);
}
void kernel_sort_rows(int rows, int length, int keys[ROWS][LENGTH])
{
    int spare[LENGTH];
    for (int r = 0; r < rows; r++)
        merge_sort(keys[r], spare, length);
}
"""
SORT_RADIX = """
void kernel_sort_rows(int rows, int length, int keys[ROWS][LENGTH])
{
    unsigned here[LENGTH], there[LENGTH];
    for (int r = 0; r < rows; r++) {
        unsigned *from = here, *to = there;
        for (int i = 0; i < length; i++)
            from[i] = (unsigned)keys[r][i] ^ 0x80000000u;
        for (int shift = 0; shift < 32; shift += 8) {
            unsigned count[257] = {0};
            for (int i = 0; i < length; i++)
                count[(from[i] >> shift & 255) + 1]++;
            for (int c = 1; c < 257; c++)
                count[c] += count[c - 1];
            for (int i = 0; i < length; i++)
                to[count[from[i] >> shift & 255]++] = from[i];
            unsigned *old = from;
            from = to, to = old;
        }
        for (int i = 0; i < length; i++)
            keys[r][i] = (int)(from[i] ^ 0x80000000u);
    }
}
"""
UTF8 = """
#include <stdint.h>
#include <string.h>
/* How long a sequence is by its lead byte's upper five bits; what they leave open is checked apart. */
static const unsigned char lengths[32] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                          0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 3, 3, 4, 0};
static int sequence(const unsigned char *s, int left)
{
    int length = lengths[s[0] >> 3];
    if (length == 0 || length > left)
        return 0;
    for (int i = 1; i < length; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    unsigned two = length > 1 ? (unsigned)s[0] << 8 | s[1] : 0;
    switch (length) {
    case 2: return s[0] < 0xC2 ? 0 : 2;
    case 3: return two < 0xE0A0 || (two >= 0xEDA0 && two <= 0xEDBF) ? 0 : 3;
    case 4: return two < 0xF090 || two > 0xF48F ? 0 : 4;
    default: return 1;
    }
}
void kernel_utf8(int messages, const unsigned char text[BYTES], const int starts[MESSAGES + 1], int verdicts[MESSAGES])
{
    for (int m = 0; m < messages; m++) {
        const unsigned char *first = text + starts[m], *end = text + starts[m + 1], *at = first;
        int points = 0;
        for (;;) {
            uint64_t word;
            while (end - at >= 8 && (memcpy(&word, at, 8), !(word & 0x8080808080808080u)))
                at += 8, points += 8;
            int length = at < end ? sequence(at, (int)(end - at)) : 0;
            if (!length)
                break;
            at += length, points++;
        }
        verdicts[m] = at == end ? points : (int)(first - at) - 1;
    }
}
"""
JSON = """
enum { BLANK = 1, OPEN = 2, CLOSE = 4, NUMBER = 8, DIGIT = 16, LETTER = 32 };
static const unsigned char kinds[256] = {
    [' '] = BLANK, ['\\n'] = BLANK, ['\\t'] = BLANK, ['\\r'] = BLANK, [','] = BLANK, [':'] = BLANK,
    ['{'] = OPEN, ['['] = OPEN, ['}'] = CLOSE, [']'] = CLOSE, ['-'] = NUMBER | DIGIT, ['+'] = DIGIT, ['.'] = DIGIT,
    ['0' ... '9'] = NUMBER | DIGIT, ['E'] = DIGIT, ['a' ... 'd'] = LETTER, ['e'] = LETTER | DIGIT,
    ['f' ... 'z'] = LETTER,
};
static int kind(char c) { return kinds[(unsigned char)c]; }
void kernel_json(int documents, const char text[BYTES], const int starts[DOCUMENTS + 1], int counts[DOCUMENTS][6])
{
    for (int d = 0; d < documents; d++) {
        const char *first = text + starts[d], *at = first, *end = text + starts[d + 1];
        int found[6] = {0, 0, 0, 0, 0, -1}, depth = 0;
        while (at < end) {
            int k = kind(*at);
            if (k & BLANK) {
                at++;
            } else if (k & (OPEN | CLOSE)) {
                depth += k & OPEN ? 1 : -1;
                found[3] += !!(k & OPEN);
                found[4] = depth > found[4] ? depth : found[4];
                at++;
            } else if (k & NUMBER) {
                for (at++; at < end && kind(*at) & DIGIT; at++) {}
                found[1]++;
            } else if (k & LETTER) {
                for (at++; at < end && kind(*at) & LETTER; at++) {}
                found[2]++;
            } else {
                const char *start = at++;
                if (*start == '"')
                    while (at < end && *at != '"')
                        at += *at == '\\\\' ? 2 : 1;
                if (*start != '"' || at >= end) {
                    found[5] = (int)(start - first);
                    break;
                }
                found[0]++, at++;
            }
        }
        __builtin_memcpy(counts[d], found, sizeof found);
    }
}
"""
CRC_BY_EIGHT = """
#include <string.h>
void kernel_crc32(int blocks, int length, const unsigned table[256], const unsigned char data[BLOCKS][LENGTH],
                  unsigned sums[BLOCKS])
{
    unsigned t[8][256];
    if (blocks <= 0)
        return;
    for (int i = 0; i < 256; i++) {
        t[0][i] = table[i];
        for (int k = 1; k < 8; k++)
            t[k][i] = t[k - 1][i] >> 8 ^ table[t[k - 1][i] & 0xFF];
    }
    for (int b = 0; b < blocks; b++) {
        const unsigned char *p = data[b];
        unsigned sum = ~0u, low, high;
        int left = length;
        for (; left >= 8; left -= 8, p += 8) {
            memcpy(&low, p, 4), memcpy(&high, p + 4, 4);
            low ^= sum;
            sum = t[7][low & 255] ^ t[6][low >> 8 & 255] ^ t[5][low >> 16 & 255] ^ t[4][low >> 24]
                ^ t[3][high & 255] ^ t[2][high >> 8 & 255] ^ t[1][high >> 16 & 255] ^ t[0][high >> 24];
        }
        while (left-- > 0)
            sum = sum >> 8 ^ table[(sum ^ *p++) & 0xFF];
        sums[b] = ~sum;
    }
}
"""

IN_BYTES = (
    Innocent("merge sort by recursion", "sort-rows", SORT_MERGE, BOTH),
    Innocent("radix sort", "sort-rows", SORT_RADIX, BOTH),
    Innocent("eight ASCII bytes at a time", "utf8", UTF8, BOTH),
    Innocent("a table of kinds of characters", "json", JSON, BOTH),
    Innocent("slicing by eight", "crc32", CRC_BY_EIGHT, BOTH),
)
