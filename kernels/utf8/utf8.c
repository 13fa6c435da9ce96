/* utf8: validates messages in UTF-8 (RFC 3629) and counts their code points. */
#include "../harness.h"

#ifndef BYTES
#define BYTES DATASET(4096, 65536, 1048576, 16777216, 67108864)
#endif
#ifndef MESSAGES
#define MESSAGES DATASET(64, 1024, 16384, 262144, 1048576)
#endif

/* Message m is text[starts[m]] up to text[starts[m + 1]]. A good one yields how many code points it has, a bad one -1 less
   the distance of its first wrong sequence from its start. */
HOT_FUNCTION void kernel_utf8(int messages, const unsigned char text[BYTES], const int starts[MESSAGES + 1],
                              int verdicts[MESSAGES])
{
    for (int m = 0; m < messages; m++) {
        int at = starts[m], end = starts[m + 1], points = 0, good = 1;
        while (at < end && good) {
            unsigned lead = text[at], low = 0x80, high = 0xBF;
            int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
            /* Neither overlong forms, nor surrogates, nor what lies beyond U+10FFFF. */
            if (lead == 0xE0)
                low = 0xA0;
            else if (lead == 0xED)
                high = 0x9F;
            else if (lead == 0xF0)
                low = 0x90;
            else if (lead == 0xF4)
                high = 0x8F;
            if (length == 0 || at + length > end) {
                good = 0;
                break;
            }
            for (int i = 1; i < length; i++) {
                if (text[at + i] < low || text[at + i] > high)
                    good = 0;
                low = 0x80;
                high = 0xBF;
            }
            if (good) {
                at += length;
                points++;
            }
        }
        verdicts[m] = good ? points : starts[m] - at - 1;
    }
}

static unsigned drawn; /* how many numbers the text took so far */

static unsigned draw(void)
{
    return scramble(1, drawn++);
}

/* Append one code point: in half of the cases ASCII unless there is to be nothing else; returns the new end. */
static int put_point(unsigned char *text, int at, int only_ascii)
{
    unsigned kind = draw() % 8, bits = draw();
    if (only_ascii || kind < 4) {
        text[at++] = (unsigned char)(' ' + bits % 95);
    } else if (kind < 6) {
        text[at++] = (unsigned char)(0xC2 + bits % 30);
        text[at++] = (unsigned char)(0x80 + (bits >> 8) % 64);
    } else if (kind < 7) {
        text[at++] = (unsigned char)(0xE1 + bits % 12);
        text[at++] = (unsigned char)(0x80 + (bits >> 8) % 64);
        text[at++] = (unsigned char)(0x80 + (bits >> 16) % 64);
    } else {
        text[at++] = (unsigned char)(0xF1 + bits % 3);
        text[at++] = (unsigned char)(0x80 + (bits >> 8) % 64);
        text[at++] = (unsigned char)(0x80 + (bits >> 16) % 64);
        text[at++] = (unsigned char)(0x80 + (bits >> 24) % 64);
    }
    return at;
}

/* Append a wrong sequence of at most 4 bytes: overlong, lone, a surrogate, too large, cut off, never used. */
static int put_damage(unsigned char *text, int at, unsigned kind)
{
    static const char *const wrong[] = {"\xC0\x80", "\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF",
                                        "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF"};
    for (const char *byte = wrong[kind % 8]; *byte != '\0'; byte++)
        text[at++] = (unsigned char)*byte;
    return at;
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"mixed", "ascii", "broken", "empty", NULL};
    int input = chosen_input(argc, argv, inputs);
    ARRAY_1D(unsigned char, text, BYTES);
    ARRAY_1D(int, starts, MESSAGES + 1);
    ARRAY_1D(int, verdicts, MESSAGES);
    for (int m = 0, at = 0; m < MESSAGES; m++) {
        int limit = (int)((size_t)BYTES * (size_t)(m + 1) / MESSAGES) - (int)(draw() % 32);
        int damaged = input == 2 ? m % 2 == 0 : input == 0 && m % 64 == 63;
        while (input != 3 && at + 8 <= limit)
            at = put_point(text, at, input == 1);
        if (damaged && at + 4 <= limit)
            at = put_damage(text, at, draw());
        starts[m + 1] = at;
    }

    TIMED(kernel_utf8(hidden_int(MESSAGES), text, starts, verdicts));

    if (dump_wanted())
        DUMP_1D(verdicts, MESSAGES);
    free(text);
    free(starts);
    free(verdicts);
    return 0;
}
