/* What one core does at best: fused multiply-adds a second from registers, and bytes a second of a triad over arrays.

   Compiled for this machine, VECTOR_BYTES wide. The arguments are sizes in bytes; for each, a line "stream SIZE RATE".
   Before them come "double RATE" and "float RATE", in operations a second, "clock RATE", in cycles a second, and
   "page SECONDS", the time that the first touch of a page takes. */

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#ifndef VECTOR_BYTES
#define VECTOR_BYTES 16
#endif

/* Enough independent chains to hide the latency of two units, few enough to stay in registers. */
enum { CHAINS = 12, INNER = 4096, LEAST_PASSED = 4 << 20 };
static const double LEAST_SECONDS = 0.03;
static const int TRIES = 3;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

#define PEAK(type)                                                                                                     \
    typedef type type##_vector __attribute__((vector_size(VECTOR_BYTES)));                                             \
    static double type##_peak(void)                                                                                    \
    {                                                                                                                  \
        type##_vector sums[CHAINS], factor, term;                                                                      \
        volatile type near_one = (type)0.999, small = (type)1e-3;                                                      \
        double best = 0;                                                                                               \
        for (unsigned lane = 0; lane < VECTOR_BYTES / sizeof(type); lane++) {                                          \
            factor[lane] = near_one;                                                                                   \
            term[lane] = small;                                                                                        \
        }                                                                                                              \
        for (int chain = 0; chain < CHAINS; chain++)                                                                   \
            sums[chain] = term * (type)chain;                                                                          \
        for (int attempt = 0; attempt < TRIES; attempt++) {                                                            \
            double begun = now(), lasted;                                                                              \
            long rounds = 0;                                                                                           \
            do {                                                                                                       \
                for (int inner = 0; inner < INNER; inner++)                                                            \
                    _Pragma("clang loop unroll(full)") for (int chain = 0; chain < CHAINS; chain++) sums[chain] =       \
                        sums[chain] * factor + term;                                                                   \
                rounds++;                                                                                              \
                lasted = now() - begun;                                                                                \
            } while (lasted < LEAST_SECONDS);                                                                          \
            double rate = 2.0 * CHAINS * INNER * (VECTOR_BYTES / sizeof(type)) * (double)rounds / lasted;              \
            best = rate > best ? rate : best;                                                                          \
        }                                                                                                              \
        volatile type sink = 0;                                                                                        \
        for (int chain = 0; chain < CHAINS; chain++)                                                                   \
            sink = sink + sums[chain][0];                                                                              \
        return best;                                                                                                   \
    }

PEAK(double)
PEAK(float)

/* a[i] = b[i] + s c[i]: two arrays read and one written count, as for a kernel's own bytes. */
static double stream(size_t bytes)
{
    size_t count = bytes / (3 * sizeof(double)) & ~(size_t)63;
    double *memory = NULL;
    if (count == 0 || posix_memalign((void **)&memory, 4096, 3 * count * sizeof(double)) != 0)
        return 0;
    double *restrict a = memory, *restrict b = memory + count, *restrict c = memory + 2 * count;
    for (size_t i = 0; i < count; i++) {
        a[i] = 0;
        b[i] = 1;
        c[i] = 2;
    }
    double best = 0;
    /* Asking the clock costs as much as a pass over a small array. */
    long passes = (long)(LEAST_PASSED / bytes) + 1;
    for (int attempt = 0; attempt < TRIES; attempt++) {
        double begun = now(), lasted;
        long rounds = 0;
        do {
            for (long pass = 0; pass < passes; pass++) {
                volatile double scale = 1e-3 * (double)pass;
                double factor = scale;
                for (size_t i = 0; i < count; i++)
                    a[i] = b[i] + factor * c[i];
                __asm__ volatile("" : : "r"(a) : "memory");
            }
            rounds += passes;
            lasted = now() - begun;
        } while (lasted < LEAST_SECONDS / 3);
        double rate = (double)(3 * count * sizeof(double)) * (double)rounds / lasted;
        best = rate > best ? rate : best;
    }
    free(memory);
    return best;
}

/* Additions that wait for each other take a cycle each on every core of today. */
static double clock_rate(void)
{
    enum { ADDITIONS = 16 };
    unsigned long sum = 0, term = 1;
    double best = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
        double begun = now(), lasted;
        long rounds = 0;
        do {
            for (int inner = 0; inner < INNER; inner++)
                _Pragma("clang loop unroll(full)") for (int addition = 0; addition < ADDITIONS; addition++)
#if defined __x86_64__
                    __asm__ volatile("add %1, %0" : "+r"(sum) : "r"(term));
#elif defined __aarch64__
                    __asm__ volatile("add %0, %0, %1" : "+r"(sum) : "r"(term));
#else
                    return 0;
#endif
            rounds++;
            lasted = now() - begun;
        } while (lasted < LEAST_SECONDS / 3);
        double rate = (double)ADDITIONS * INNER * (double)rounds / lasted;
        best = rate > best ? rate : best;
    }
    return best;
}

/* The stack has pages of the usual size, so huge ones are not wanted here. */
static double page_seconds(void)
{
    enum { PAGES = 1024 };
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    double best = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
        char *memory = mmap(NULL, PAGES * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            return 0;
        madvise(memory, PAGES * page, MADV_NOHUGEPAGE);
        double begun = now();
        for (size_t touched = 0; touched < PAGES; touched++)
            *(volatile char *)(memory + touched * page) = 1;
        double each = (now() - begun) / PAGES;
        best = best == 0 || each < best ? each : best;
        munmap(memory, PAGES * page);
    }
    return best;
}

int main(int argc, char **argv)
{
    printf("double %.6g\n", double_peak());
    printf("float %.6g\n", float_peak());
    printf("clock %.6g\n", clock_rate());
    printf("page %.6g\n", page_seconds());
    for (int argument = 1; argument < argc; argument++) {
        size_t bytes = (size_t)strtoull(argv[argument], NULL, 10);
        printf("stream %zu %.6g\n", bytes, stream(bytes));
    }
    return 0;
}
