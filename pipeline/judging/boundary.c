/* The boundary around the hot function: hidden inputs before each call, stopwatch, exact results after it.

   pipeline/judging/boundary.py generates the IR function that stands in for the hot function and calls
   irloop_before, the function under test, irloop_after. The environment variable IRLOOP_BOUNDARY holds
   "mode=check|time,page=FD,dump=FD,seed=N,size=RULE,watch=N,budget=BYTES,clock=cpu|ticks" and is wiped before main; without it
   the boundary only passes the call through. Results leave through a shared page and, in check mode, a dump file. */

#define _GNU_SOURCE
#include "boundary.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { CHECKED_CALLS = 16, SUMMED_CALLS = 4, NS = 1000000000 };

struct page { /* layout known to channel.py; the program under test may have threads */
    _Atomic uint64_t calls, cpu_ns, ticks, checksum, unknown, perturbed, dumped_calls, dump_full;
    _Atomic uint64_t life_ns, life_ticks; /* of the whole process, to learn how long a tick is */
    _Atomic uint64_t resized;
};

/* 1 where no wrapper stands in for the hot function, and the whole program counts as its one call. */
extern const int irloop_whole;

/* Bytes of local variables in memory, where the object under test says so (harness.py). */
extern const uint64_t irloop_own_variables WEAK;

enum boundary_mode irloop_mode;
__thread int irloop_depth;

static struct page nowhere, *page = &nowhere;
static int dump = -1, clock_ticks, size_rule;
static uint64_t seed, watch, budget;
static uint64_t born_ns, born_cpu_ns, born_ticks;
static _Atomic uint64_t entered; /* calls begun; one that longjmp ends never returns */
static pthread_mutex_t book_lock = PTHREAD_MUTEX_INITIALIZER;

/* Only the outermost call of a recursive or re-entered hot function counts. */
static __thread char *outermost;
static __thread uint64_t number; /* of the present call, from 0 */
static __thread int watched;     /* whether it is looked at */
static __thread struct timespec cpu_start;
static __thread uint64_t ticks_start;

/* ---- results ---- */

static int put(const void *from, uint64_t size)
{
    while (size > 0) {
        ssize_t done = write(dump, from, size);
        if (done <= 0)
            return 0;
        from = (const char *)from + done;
        size -= (uint64_t)done;
    }
    return 1;
}

static void dump_block(const struct block *block, uint64_t size, int64_t root)
{
    uint64_t header[4] = {number, block->index, block->kind | (uint64_t)(root + 1) << 8, size};
    if (size + sizeof header > budget || !put(header, sizeof header) || !put(block->address, size)) {
        page->dump_full = 1;
        budget = 0;
        return;
    }
    budget -= size + sizeof header;
}

static uint64_t sum(uint64_t hash, const char *at, uint64_t size)
{
    uint64_t word;
    for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = (hash ^ word) * 0x100000001B3u;
        hash ^= hash >> 29;
    }
    for (; size > 0; at++, size--)
        hash = (hash ^ (unsigned char)*at) * 0x100000001B3u;
    return hash;
}

/* The first calls, then ever rarer ones, so that a function called a million times is checked along its whole life; of
   the later ones some that nobody can foretell: about four each time that the number of calls doubles. */
static int chosen(uint64_t call, uint64_t first, uint64_t among)
{
    return call < first || (call & (call - 1)) == 0 || irloop_next_random(&(uint64_t){watch ^ call << 20}) % call < among;
}

static int looked_at(uint64_t call)
{
    return chosen(call, CHECKED_CALLS, 6);
}

/* Of these the calls whose results are summed up, in both modes: a timed run has to repeat a checked one. */
static int summed(uint64_t call)
{
    return chosen(call, SUMMED_CALLS, 3);
}

/* ---- stopwatch ---- */

static inline uint64_t ticks(void)
{
#if defined(__x86_64__)
    uint32_t low, high, core;
    __asm__ volatile("rdtscp" : "=a"(low), "=d"(high), "=c"(core)::"memory");
    return (uint64_t)high << 32 | low;
#else
    uint64_t now;
    __asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(now)::"memory");
    return now;
#endif
}

static void perturb(struct block *block)
{
    /* What is only seen to be used may be another variable in this call: it is compared, and never changed. */
    uint64_t size = block->size ? block->size : irloop_room_behind(block->address);
    if (irloop_extent(block) == 0)
        page->unknown++;
    else if (seed != 0 && size != 0)
        page->perturbed += (uint64_t)irloop_perturb(block, size, seed, number);
}

static void look_before(struct block *blocks, uint64_t count)
{
    struct reached reached = seed ? irloop_reach(blocks, count) : (struct reached){0};
    for (uint64_t i = 0; i < count; i++)
        perturb(&blocks[i]);
    for (uint64_t i = 0; i < reached.count; i++)
        perturb(&reached.blocks[i]);
    irloop_let_go(&reached);
}

static void nudge(struct block *blocks, uint64_t count)
{
    int claimed;
    for (uint64_t i = 0; i < count; i++) {
        uint64_t size = blocks[i].size ? blocks[i].size : irloop_starts_here(blocks[i].address, 0, &claimed);
        irloop_nudge(&blocks[i], size, seed, number);
    }
}

static void observe(const struct block *block, int64_t root)
{
    uint64_t size = irloop_extent(block);
    if (block->kind == LINK)
        return;
    if (irloop_mode == CHECK && watched)
        dump_block(block, size, root);
    if (summed(number))
        page->checksum = sum(page->checksum, block->address, size);
}

static void after_observed(struct block *blocks, uint64_t count)
{
    pthread_mutex_lock(&book_lock);
    struct reached reached = irloop_reach(blocks, count);
    for (uint64_t i = 0; i < count; i++)
        observe(&blocks[i], NO_ROOT);
    for (uint64_t i = 0; i < reached.count; i++)
        observe(&reached.blocks[i], reached.roots[i]);
    irloop_let_go(&reached);
    page->dumped_calls++;
    pthread_mutex_unlock(&book_lock);
}

void irloop_before(struct block *blocks, uint64_t count)
{
    if (irloop_mode == PASS)
        return;
    char *here = __builtin_frame_address(0);
    if (irloop_depth > 0 && here >= outermost)
        irloop_depth = 0; /* longjmp left the call that was outermost: nothing of it is on the stack any more */
    if (irloop_depth++ > 0)
        return;
    outermost = here;
    number = entered++;
    watched = looked_at(number);
    if (watched && (irloop_mode == CHECK || seed != 0))
        look_before(blocks, count);
    else if (seed != 0)
        nudge(blocks, count);
    if (irloop_mode == CHECK && watched)
        irloop_soil_stack(UINT64_MAX / 2);
    else if (irloop_mode == TIME && &irloop_own_variables != NULL && irloop_own_variables > 0)
        irloop_soil_stack(irloop_own_variables);
    if (irloop_mode == TIME) {
        if (!clock_ticks)
            irloop_true_time(CLOCK_THREAD_CPUTIME_ID, &cpu_start);
        ticks_start = ticks();
    }
}

/* What the wrapper passes on for a size argument: in checked runs under a rule, a smaller size in outermost calls. */
int64_t irloop_size(int64_t size)
{
    if (irloop_mode != CHECK || size_rule == 0 || irloop_depth > 1)
        return size;
    int64_t smaller = irloop_resized(size, size_rule);
    page->resized += smaller != size;
    return smaller;
}

/* What the wrapper passes on for a floating-point argument: under a hidden seed, one that differs a little. */
double irloop_scalar(double value, uint64_t index)
{
    if (irloop_mode == PASS || seed == 0 || irloop_depth > 1 || !watched) /* quickly: the stopwatch runs already */
        return value;
    struct block block = {.address = (char *)&value, .kind = F64, .index = SCALAR_INDEX + (uint32_t)index};
    page->perturbed += (uint64_t)irloop_perturb(&block, sizeof value, seed, number);
    return value;
}

void irloop_after(struct block *blocks, uint64_t count)
{
    if (irloop_mode == PASS || --irloop_depth > 0)
        return;
    if (irloop_mode == TIME) {
        page->ticks += ticks() - ticks_start;
        if (!clock_ticks) {
            struct timespec now;
            irloop_true_time(CLOCK_THREAD_CPUTIME_ID, &now);
            page->cpu_ns += (uint64_t)((now.tv_sec - cpu_start.tv_sec) * NS + now.tv_nsec - cpu_start.tv_nsec);
        }
    }
    if (summed(number) || (irloop_mode == CHECK && watched))
        after_observed(blocks, count);
    page->calls++;
}

/* ---- settings ---- */

static uint64_t true_ns(clockid_t which)
{
    struct timespec now;
    irloop_true_time(which, &now);
    return (uint64_t)now.tv_sec * NS + (uint64_t)now.tv_nsec;
}

__attribute__((destructor)) static void end_of_life(void)
{
    if (irloop_mode == PASS)
        return;
    page->life_ns = true_ns(CLOCK_MONOTONIC_RAW) - born_ns;
    page->life_ticks = ticks() - born_ticks;
    if (irloop_whole) {
        page->calls = 1;
        page->ticks = page->life_ticks;
        page->cpu_ns = true_ns(CLOCK_THREAD_CPUTIME_ID) - born_cpu_ns;
    }
}

static const char *setting(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; at != NULL; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (strncmp(at, name, length) == 0 && at[length] == '=')
            return at + length + 1;
    return "";
}

__attribute__((constructor(102))) static void configure(void)
{
    char *list = getenv("IRLOOP_BOUNDARY");
    if (list == NULL)
        return;
    const char *wanted = setting(list, "mode");
    int shared = atoi(setting(list, "page"));
    dump = atoi(setting(list, "dump"));
    seed = strtoull(setting(list, "seed"), NULL, 10);
    size_rule = atoi(setting(list, "size"));
    watch = strtoull(setting(list, "watch"), NULL, 10);
    budget = strtoull(setting(list, "budget"), NULL, 10);
    clock_ticks = strncmp(setting(list, "clock"), "ticks", 5) == 0;
    page = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    if (page == MAP_FAILED)
        _exit(97);
    close(shared);
    irloop_mode = strncmp(wanted, "check", 5) == 0 ? CHECK : TIME;
    irloop_know_globals();
    born_ns = true_ns(CLOCK_MONOTONIC_RAW);
    born_cpu_ns = true_ns(CLOCK_THREAD_CPUTIME_ID);
    born_ticks = ticks();
    memset(list, 0, strlen(list));
    unsetenv("IRLOOP_BOUNDARY");
}
