/* json: splits documents into tokens and counts them by kind. */
#include "../harness.h"

#ifndef BYTES
#define BYTES DATASET(4096, 65536, 1048576, 16777216, 67108864)
#endif
#ifndef DOCUMENTS
#define DOCUMENTS DATASET(8, 64, 1024, 16384, 65536)
#endif

enum { STRINGS, NUMBERS, WORDS, CONTAINERS, DEPTH, ERROR, COUNTS };

/* Document d is text[starts[d]] up to text[starts[d + 1]]. Counted are strings, numbers, words (true, null), containers
   opened, and the greatest depth; ERROR is where the first character stands that begins no token, or a string that
   does not end, counted from the document's start: -1 when there is none. What follows an error is not read. */
HOT_FUNCTION void kernel_json(int documents, const char text[BYTES], const int starts[DOCUMENTS + 1],
                              int counts[DOCUMENTS][COUNTS])
{
    for (int d = 0; d < documents; d++) {
        int at = starts[d], end = starts[d + 1], depth = 0, deepest = 0, error = -1;
        int strings = 0, numbers = 0, words = 0, containers = 0;
        while (at < end) {
            char c = text[at];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ',' || c == ':') {
                at++;
            } else if (c == '{' || c == '[') {
                containers++;
                depth++;
                if (depth > deepest)
                    deepest = depth;
                at++;
            } else if (c == '}' || c == ']') {
                depth--;
                at++;
            } else if (c == '"') {
                int start = at++;
                while (at < end && text[at] != '"')
                    at += text[at] == '\\' ? 2 : 1;
                if (at >= end) {
                    error = start - starts[d];
                    break;
                }
                strings++;
                at++;
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                at++;
                while (at < end && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.' || text[at] == 'e'
                                    || text[at] == 'E' || text[at] == '+' || text[at] == '-'))
                    at++;
                numbers++;
            } else if (c >= 'a' && c <= 'z') {
                while (at < end && text[at] >= 'a' && text[at] <= 'z')
                    at++;
                words++;
            } else {
                error = at - starts[d];
                break;
            }
        }
        counts[d][STRINGS] = strings;
        counts[d][NUMBERS] = numbers;
        counts[d][WORDS] = words;
        counts[d][CONTAINERS] = containers;
        counts[d][DEPTH] = deepest;
        counts[d][ERROR] = error;
    }
}

static unsigned drawn; /* how many numbers the text took so far */

static unsigned draw(unsigned choices)
{
    return scramble(1, drawn++) % choices;
}

static int put(char *text, int at, const char *word)
{
    size_t length = strlen(word);
    memcpy(text + at, word, length);
    return at + (int)length;
}

/* Append a string of up to 20 characters, now and then an escaped quote or backslash; returns the new end. */
static int put_string(char *text, int at)
{
    at = put(text, at, "\"");
    for (unsigned left = draw(20); left > 0; left--) {
        unsigned kind = draw(16);
        if (kind < 2)
            at = put(text, at, kind ? "\\\"" : "\\\\");
        else
            text[at++] = (char)('a' + draw(26));
    }
    return put(text, at, "\"");
}

static int put_scalar(char *text, int at)
{
    static const char *const scalars[] = {"0", "-12.5e+3", "271828", "3.14159", "true", "false", "null", "42"};
    unsigned kind = draw(16);
    return kind < 8 ? put(text, at, scalars[kind]) : put_string(text, at);
}

enum { LONGEST = 96 }; /* no member with its key, comma and line feed takes more bytes */

/* Append a document in at most `limit` - `at` bytes: members of an object, opening and closing others on the way. */
static int put_document(char *text, int at, int limit, int nested)
{
    int depth = 1;
    at = put(text, at, "{");
    while (at + LONGEST + depth < limit) {
        at = put_string(text, at);
        at = put(text, at, ": ");
        unsigned kind = draw(8);
        if (nested || kind == 0) {
            at = put(text, at, "{");
            depth++;
            continue;
        }
        at = put_scalar(text, at);
        if (kind == 1 && depth > 1) {
            at = put(text, at, "}");
            depth--;
        }
        at = put(text, at, kind == 2 ? ",\n    " : ", ");
    }
    for (; depth > 0; depth--)
        at = put(text, at, "}");
    return at;
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"mixed", "nested", "broken", "empty", NULL};
    int input = chosen_input(argc, argv, inputs);
    ARRAY_1D(char, text, BYTES);
    ARRAY_1D(int, starts, DOCUMENTS + 1);
    ARRAY_2D(int, counts, DOCUMENTS, COUNTS);
    for (int d = 0, at = 0; d < DOCUMENTS; d++) {
        int limit = (int)((size_t)BYTES * (size_t)(d + 1) / DOCUMENTS);
        if (input != 3 && at + LONGEST + 2 < limit)
            at = put_document(text, at, limit, input == 1);
        if (input == 2 && at > starts[d])
            text[starts[d] + (int)draw((unsigned)(at - starts[d]))] = d % 2 ? '"' : '#';
        starts[d + 1] = at;
    }

    TIMED(kernel_json(hidden_int(DOCUMENTS), text, starts, counts));

    if (dump_wanted())
        DUMP_2D(counts, DOCUMENTS, COUNTS);
    free(text);
    free(starts);
    free(counts);
    return 0;
}
