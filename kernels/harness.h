/*
 * The harness of irloop's kernels: sizes, arrays, inputs, timing and dumps, in one header.
 *
 * A kernel is one C file, compiled alone from its own folder with no option but these:
 *
 *   -DMINI_DATASET, -DSMALL_DATASET, -DLARGE_DATASET, -DEXTRALARGE_DATASET
 *                              the size, MEDIUM when none is named; single dimensions by -DN=8 and the like
 *   -DPOLYBENCH_TIME           print the seconds of the hot function's call on stdout, nothing else
 *   -DPOLYBENCH_DUMP_ARRAYS    print the results on stderr, see DUMP_1D
 *
 * Without the last two the program prints nothing, and the compiler still has to compute everything.
 */
#ifndef IRLOOP_HARNESS_H
#define IRLOOP_HARNESS_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if !defined(__clang__) && defined(__x86_64__)
#include <emmintrin.h>
#elif !defined(__clang__) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/* One dimension's value for each dataset: #define N DATASET(40, 120, 400, 2000, 4000). */
#if defined(MINI_DATASET)
#define DATASET(mini, small, medium, large, extralarge) mini
#elif defined(SMALL_DATASET)
#define DATASET(mini, small, medium, large, extralarge) small
#elif defined(LARGE_DATASET)
#define DATASET(mini, small, medium, large, extralarge) large
#elif defined(EXTRALARGE_DATASET)
#define DATASET(mini, small, medium, large, extralarge) extralarge
#else
#define DATASET(mini, small, medium, large, extralarge) medium
#endif

/*
 * Marks the function under optimisation. irloop replaces its body while main and the timer stay as they are,
 * so it has to remain a function of its own: neither inlined into main nor cloned for main's arguments.
 */
#if defined(__clang__)
#define HOT_FUNCTION __attribute__((noinline))
#else
#define HOT_FUNCTION __attribute__((noinline, noclone))
#endif

/*
 * `value`, but unknown to the compiler. Every scalar argument of a hot function goes through one of these:
 * otherwise the compiler specialises the function for main's constants, and irloop replaces a copy nobody calls.
 */
static inline int hidden_int(int value)
{
    volatile int hidden = value;
    return hidden;
}

static inline double hidden_double(double value)
{
    volatile double hidden = value;
    return hidden;
}

/*
 * Zeroed memory for an array; ends the program when there is none. Page alignment makes cache behaviour
 * repeat from run to run. Zeroing leaves no element undefined and keeps page faults out of the timed call.
 */
static inline void *new_array(size_t bytes)
{
    void *memory = NULL;
    if (posix_memalign(&memory, 4096, bytes) != 0) {
        fprintf(stderr, "out of memory: %zu bytes\n", bytes);
        exit(EXIT_FAILURE);
    }
    memset(memory, 0, bytes);
    return memory;
}

/* Declare a zeroed heap array that can be passed where `type name[n0][n1]` is expected; free() releases it. */
#define ARRAY_1D(type, name, n0) type *name = new_array(sizeof(type) * (n0))
#define ARRAY_2D(type, name, n0, n1) type(*name)[n1] = new_array(sizeof(type) * (n0) * (n1))
#define ARRAY_3D(type, name, n0, n1, n2) type(*name)[n1][n2] = new_array(sizeof(type) * (n0) * (n1) * (n2))

/* A number without pattern, so that an element taken from the wrong place always shows in the results. */
static inline unsigned scramble(unsigned salt, unsigned index)
{
    unsigned bits = salt * 0x9E3779B9u + index * 0x2545F491u;
    bits = (bits ^ (bits >> 16)) * 0x7FEB352Du;
    bits = (bits ^ (bits >> 15)) * 0x846CA68Bu;
    return bits ^ (bits >> 16);
}

/*
 * The input value of element `index` (row-major) of the array that `salt` stands for: in [0.5, 1.5), exact in
 * float and double, and never zero, so that a relative perturbation changes every element.
 */
static inline double input_value(unsigned salt, size_t index)
{
    return 0.5 + (double)(int)(scramble(salt, (unsigned)index) >> 9) * 0x1p-23;
}

/* Fill `count` elements: floating point with input_value, integers evenly within [min, max]. */
static inline void fill_double(double *first, size_t count, unsigned salt)
{
    for (size_t index = 0; index < count; index++)
        first[index] = input_value(salt, index);
}

static inline void fill_float(float *first, size_t count, unsigned salt)
{
    for (size_t index = 0; index < count; index++)
        first[index] = (float)input_value(salt, index);
}

static inline void fill_int(int *first, size_t count, unsigned salt, int min, int max)
{
    for (size_t index = 0; index < count; index++)
        first[index] = min + (int)(scramble(salt, (unsigned)index) % (unsigned)(max - min + 1));
}

static inline void fill_char(char *first, size_t count, unsigned salt, int min, int max)
{
    for (size_t index = 0; index < count; index++)
        first[index] = (char)(min + (int)(scramble(salt, (unsigned)index) % (unsigned)(max - min + 1)));
}

/*
 * The position in `names` (NULL ends it) of the input that the program's first argument asks for: 0 without an
 * argument, exit status 2 for one that is not there.
 */
static inline int chosen_input(int argc, char **argv, const char *const *names)
{
    for (int chosen = 0; names[chosen] != NULL; chosen++)
        if (argc < 2 || strcmp(argv[1], names[chosen]) == 0)
            return chosen;
    fprintf(stderr, "there is no input '%s'\n", argv[1]);
    exit(2);
}

/*
 * The square root as one instruction. sqrt() may set errno, which makes it a call that needs -lm and that
 * nothing can vectorise; gcc keeps that call in __builtin_sqrt too and ignores a pragma for no-math-errno.
 */
static inline double square_root(double value)
{
#if defined(__clang__)
    return __builtin_elementwise_sqrt(value);
#elif defined(__x86_64__)
    return _mm_cvtsd_f64(_mm_sqrt_sd(_mm_setzero_pd(), _mm_set_sd(value)));
#elif defined(__aarch64__)
    return vget_lane_f64(vsqrt_f64(vdup_n_f64(value)), 0);
#else
    return __builtin_sqrt(value);
#endif
}

static inline float square_root_float(float value)
{
#if defined(__clang__)
    return __builtin_elementwise_sqrt(value);
#elif defined(__x86_64__)
    return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(value)));
#elif defined(__aarch64__)
    return vget_lane_f32(vsqrt_f32(vdup_n_f32(value)), 0);
#else
    return __builtin_sqrtf(value);
#endif
}

static inline double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Make one call of the hot function, with the clock around it under -DPOLYBENCH_TIME. */
#if defined(POLYBENCH_TIME)
#define TIMED(call)                                          \
    do {                                                     \
        double timer_start = seconds_now();                  \
        call;                                                \
        printf("%0.6f\n", seconds_now() - timer_start);      \
    } while (0)
#else
#define TIMED(call) call
#endif

/*
 * Whether to dump the results: if (dump_wanted()) DUMP_2D(C, NI, NJ);
 * Without -DPOLYBENCH_DUMP_ARRAYS the answer is no, but the compiler cannot know it: the results stay alive.
 */
static inline int dump_wanted(void)
{
#if defined(POLYBENCH_DUMP_ARRAYS)
    setvbuf(stderr, NULL, _IOFBF, 1 << 16); /* stderr is unbuffered, one system call a number takes minutes */
    return 1;
#else
    return hidden_int(0);
#endif
}

static inline void dump_value(const char *type, const void *first, size_t index)
{
    switch (type[0]) {
    case 'd': fprintf(stderr, "%.17g", ((const double *)first)[index]); break;
    case 'f': fprintf(stderr, "%.17g", (double)((const float *)first)[index]); break;
    case 'i': fprintf(stderr, "%d", ((const int *)first)[index]); break;
    case 'c': fprintf(stderr, "%d", ((const char *)first)[index]); break;
    }
}

static inline void dump_rows(const char *type, const void *first, size_t rows, size_t length)
{
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < length; column++) {
            dump_value(type, first, row * length + column);
            fputc(column + 1 < length ? ' ' : '\n', stderr);
        }
}

/*
 * Dump a whole array of double, float, int or char, one line for each run of its last dimension:
 *
 *   == begin C double 2 3
 *   1.5 2.25 3
 *   4 5 6
 *   == end C
 */
#define DUMP_TYPE(element) _Generic((element), double: "double", float: "float", int: "int", char: "char")
#define DUMP_1D(name, n0)                                                                           \
    do {                                                                                            \
        fprintf(stderr, "== begin %s %s %d\n", #name, DUMP_TYPE(name[0]), n0);                      \
        dump_rows(DUMP_TYPE(name[0]), name, 1, n0);                                                 \
        fprintf(stderr, "== end %s\n", #name);                                                      \
    } while (0)
#define DUMP_2D(name, n0, n1)                                                                       \
    do {                                                                                            \
        fprintf(stderr, "== begin %s %s %d %d\n", #name, DUMP_TYPE(name[0][0]), n0, n1);            \
        dump_rows(DUMP_TYPE(name[0][0]), name, n0, n1);                                             \
        fprintf(stderr, "== end %s\n", #name);                                                      \
    } while (0)
#define DUMP_3D(name, n0, n1, n2)                                                                   \
    do {                                                                                            \
        fprintf(stderr, "== begin %s %s %d %d %d\n", #name, DUMP_TYPE(name[0][0][0]), n0, n1, n2);  \
        dump_rows(DUMP_TYPE(name[0][0][0]), name, (size_t)(n0) * (n1), n2);                         \
        fprintf(stderr, "== end %s\n", #name);                                                      \
    } while (0)

#endif
