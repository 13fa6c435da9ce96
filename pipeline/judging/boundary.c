/* The boundary around the hot function: hidden inputs before each call, stopwatch, exact results after it.

   pipeline/judging/boundary.py generates the IR function that stands in for the hot function and calls
   irloop_before, the function under test, irloop_after. The environment variable IRLOOP_BOUNDARY holds
   "mode=check|time,page=FD,dump=FD,seed=N,budget=BYTES,clock=cpu|ticks" and is wiped before main; without it the boundary
   only passes the call through. Results leave through a shared page and, in check mode, a dump file.

   Behind the boundary the program's own clock is a counter: what it prints as its time, or seeds its random numbers
   with, repeats from run to run and can be compared. */

#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum kind { OPAQUE = 0, F64 = 1, F32 = 2, I8 = 3, I32 = 4 };
enum { CHECKED_CALLS = 16, SUMMED_CALLS = 4 };

struct block { /* layout known to boundary.py */
    char *address;
    uint64_t size; /* 0: look it up */
    uint32_t kind;
    uint32_t index;
    int64_t low, high; /* bounds for I8 and I32 data that may vary */
};

struct page { /* layout known to boundary.py; the program under test may have threads */
    _Atomic uint64_t calls, cpu_ns, ticks, checksum, unknown, perturbed, dumped_calls, dump_full;
    _Atomic uint64_t life_ns, life_ticks; /* of the whole process, to learn how long a tick is */
};

struct extent { char *start; uint64_t size; };
extern const struct extent irloop_globals[];
extern const uint64_t irloop_global_count;

static enum { PASS, CHECK, TIME } mode;
static struct page nowhere, *page = &nowhere;
static int dump = -1, clock_ticks;
static uint64_t seed, budget;
static uint64_t born_ns, born_ticks;
static _Atomic uint64_t entered; /* calls begun; one that longjmp ends never returns */
static pthread_mutex_t book_lock = PTHREAD_MUTEX_INITIALIZER;

/* Only the outermost call of a recursive or re-entered hot function counts. */
static __thread int depth;
static __thread char *outermost;
static __thread uint64_t number; /* of the present call, from 0 */
static __thread struct timespec cpu_start;
static __thread uint64_t ticks_start;

/* ---- which heap block an address lies in: the program's allocations, linked here by --wrap ---- */

static struct extent *table;
static uint64_t capacity, used;
static pthread_mutex_t heap_lock = PTHREAD_MUTEX_INITIALIZER;

static uint64_t slot_of(const char *start, uint64_t room)
{
    uint64_t hash = ((uint64_t)(uintptr_t)start >> 4) * 0x9E3779B97F4A7C15u;
    return (hash >> 32) % room; /* the high bits: large blocks start at the same place of a page */
}

/* 1 when a new slot was taken, 0 when the address had one already. */
static uint64_t insert(struct extent *into, uint64_t room, struct extent what)
{
    uint64_t slot = slot_of(what.start, room);
    while (into[slot].start != NULL && into[slot].start != what.start)
        slot = (slot + 1) % room;
    uint64_t fresh = into[slot].start == NULL;
    into[slot] = what;
    return fresh;
}

/* Make room: twice as much when the table is full of blocks, as much again when most of it are freed ones. */
static void grow(void)
{
    uint64_t living = 0;
    for (uint64_t i = 0; i < capacity; i++)
        living += table[i].size != 0;
    uint64_t room = living * 4 >= capacity ? capacity * 2 : capacity;
    if (room == 0)
        room = 1 << 12;
    struct extent *bigger = mmap(NULL, room * sizeof *bigger, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bigger == MAP_FAILED)
        abort();
    used = 0;
    for (uint64_t i = 0; i < capacity; i++)
        if (table[i].size != 0)
            used += insert(bigger, room, table[i]);
    if (table != NULL)
        munmap(table, capacity * sizeof *table);
    table = bigger;
    capacity = room;
}

static void remember(void *start, uint64_t size)
{
    if (mode == PASS || start == NULL || size == 0 || (mode == TIME && depth > 0))
        return;
    pthread_mutex_lock(&heap_lock);
    if (used * 2 >= capacity)
        grow();
    used += insert(table, capacity, (struct extent){start, size});
    pthread_mutex_unlock(&heap_lock);
}

static void forget(void *start)
{
    if (mode == PASS || start == NULL || capacity == 0)
        return;
    pthread_mutex_lock(&heap_lock);
    for (uint64_t slot = slot_of(start, capacity); table[slot].start != NULL; slot = (slot + 1) % capacity)
        if (table[slot].start == (char *)start) {
            table[slot].size = 0; /* the start stays, so that probing goes on past it */
            break;
        }
    pthread_mutex_unlock(&heap_lock);
}

/* Weak: what a program defines itself under one of these names is not wrapped. */
#define WEAK __attribute__((weak))
void *__real_malloc(size_t) WEAK;
void *__real_calloc(size_t, size_t) WEAK;
void *__real_realloc(void *, size_t) WEAK;
void *__real_aligned_alloc(size_t, size_t) WEAK;
int __real_posix_memalign(void **, size_t, size_t) WEAK;
void __real_free(void *) WEAK;

void *__wrap_malloc(size_t size)
{
    void *start = __real_malloc(size);
    remember(start, size);
    return start;
}

void *__wrap_calloc(size_t count, size_t size)
{
    void *start = __real_calloc(count, size);
    remember(start, count * size);
    return start;
}

void *__wrap_realloc(void *old, size_t size)
{
    forget(old);
    void *start = __real_realloc(old, size);
    remember(start, size);
    return start;
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    void *start = __real_aligned_alloc(alignment, size);
    remember(start, size);
    return start;
}

int __wrap_posix_memalign(void **start, size_t alignment, size_t size)
{
    int status = __real_posix_memalign(start, alignment, size);
    if (status == 0)
        remember(*start, size);
    return status;
}

void __wrap_free(void *start)
{
    forget(start);
    __real_free(start);
}

/* The rest of the heap block or global variable that `address` points into; size 0 when it is neither. */
static uint64_t room_behind(const char *address)
{
    for (uint64_t i = 0; i < irloop_global_count; i++)
        if (address >= irloop_globals[i].start && address < irloop_globals[i].start + irloop_globals[i].size)
            return (uint64_t)(irloop_globals[i].start + irloop_globals[i].size - address);
    uint64_t rest = 0;
    pthread_mutex_lock(&heap_lock);
    for (uint64_t i = 0; i < capacity && rest == 0; i++)
        if (table[i].size != 0 && address >= table[i].start && address < table[i].start + table[i].size)
            rest = (uint64_t)(table[i].start + table[i].size - address);
    pthread_mutex_unlock(&heap_lock);
    return rest;
}

/* ---- the program's clock: every look at it finds 10 ms gone ---- */

enum { LOOK_NS = 10000000, EPOCH = 1700000000, NS = 1000000000 };

int __real_clock_gettime(clockid_t, struct timespec *) WEAK;
int __real_gettimeofday(struct timeval *, void *) WEAK;
int __real_timespec_get(struct timespec *, int) WEAK;
int __real_getrusage(int, struct rusage *) WEAK;
time_t __real_time(time_t *) WEAK;
clock_t __real_clock(void) WEAK;

static int clock_now(clockid_t which, struct timespec *now)
{
    return __real_clock_gettime ? __real_clock_gettime(which, now) : (int)syscall(SYS_clock_gettime, which, now);
}

static struct timespec look(int of_day)
{
    static _Atomic uint64_t looks;
    uint64_t now = ++looks * LOOK_NS;
    return (struct timespec){(time_t)(now / NS) + (of_day ? EPOCH : 0), (long)(now % NS)};
}

int __wrap_clock_gettime(clockid_t which, struct timespec *now)
{
    if (mode == PASS)
        return clock_now(which, now);
    *now = look(which == CLOCK_REALTIME);
    return 0;
}

int __wrap_gettimeofday(struct timeval *now, void *zone)
{
    if (mode == PASS)
        return __real_gettimeofday(now, zone);
    struct timespec seen = look(1);
    *now = (struct timeval){seen.tv_sec, seen.tv_nsec / 1000};
    return 0;
}

int __wrap_timespec_get(struct timespec *now, int base)
{
    if (mode == PASS)
        return __real_timespec_get(now, base);
    *now = look(1);
    return base;
}

int __wrap_getrusage(int who, struct rusage *usage)
{
    int status = __real_getrusage(who, usage);
    if (mode != PASS && status == 0) {
        struct timespec seen = look(0);
        usage->ru_utime = (struct timeval){seen.tv_sec, seen.tv_nsec / 1000};
        usage->ru_stime = (struct timeval){0, 0};
    }
    return status;
}

time_t __wrap_time(time_t *where)
{
    if (mode == PASS)
        return __real_time(where);
    time_t now = look(1).tv_sec;
    if (where != NULL)
        *where = now;
    return now;
}

clock_t __wrap_clock(void)
{
    if (mode == PASS)
        return __real_clock();
    struct timespec seen = look(0);
    return (clock_t)seen.tv_sec * CLOCKS_PER_SEC + seen.tv_nsec / (NS / CLOCKS_PER_SEC);
}

/* ---- hidden inputs ---- */

static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u); /* splitmix64 (Steele, Lea, Flood 2014) */
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double small_factor(uint64_t *state)
{
    return 1.0 + 1e-3 * ((double)(next_random(state) >> 11) * 0x1p-52 - 1.0);
}

static int64_t between(uint64_t *state, int64_t low, int64_t high)
{
    return low + (int64_t)(next_random(state) % (uint64_t)(high - low + 1));
}

static void perturb(const struct block *block, uint64_t size, uint64_t call)
{
    uint64_t state = seed ^ (call * 0xD1B54A32D192ED03u) ^ ((uint64_t)block->index << 48);
    char *at = block->address, *end = at + size;
    switch (block->kind) {
    case F64:
        for (; at + sizeof(double) <= end; at += sizeof(double))
            *(double *)at *= small_factor(&state);
        break;
    case F32:
        for (; at + sizeof(float) <= end; at += sizeof(float))
            *(float *)at *= (float)small_factor(&state);
        break;
    case I8:
        for (; at < end; at++)
            *at = (char)between(&state, block->low, block->high);
        break;
    case I32:
        for (; at + sizeof(int32_t) <= end; at += sizeof(int32_t))
            *(int32_t *)at = (int32_t)between(&state, block->low, block->high);
        break;
    default:
        return;
    }
    page->perturbed++;
}

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

static void dump_block(const struct block *block, uint64_t size)
{
    uint64_t header[4] = {number, block->index, block->kind, size};
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

/* The first calls, then ever rarer ones, so that a function called a million times is checked along its whole life. */
static int looked_at(uint64_t call)
{
    return call < CHECKED_CALLS || (call & (call - 1)) == 0;
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

/* Leave rubbish, another in every run, where the frame of the function under test will be: what reads a local array
   before writing it must not find zeros there. Threads may have small stacks and are spared. */
__attribute__((noinline)) static void soil_stack(void)
{
    enum { WORDS = (256 << 10) / sizeof(uint64_t) };
    uint64_t rubbish[WORDS], state = born_ticks + number;
    if (syscall(SYS_gettid) != getpid())
        return;
    /* As doubles between 1 and 2^16 of either sign: too large to vanish in a sum, and no NaN. */
    for (uint64_t i = 0; i < WORDS; i++) {
        uint64_t bits = next_random(&state);
        rubbish[i] = (bits & 0x800FFFFFFFFFFFFFu) | (1023 + (bits >> 52 & 15)) << 52;
    }
    __asm__ volatile("" ::"r"(rubbish) : "memory");
}

static void before_checked(struct block *blocks, uint64_t count)
{
    for (uint64_t i = 0; i < count; i++) {
        uint64_t size = blocks[i].size ? blocks[i].size : room_behind(blocks[i].address);
        if (size == 0)
            page->unknown++;
        else if (seed != 0)
            perturb(&blocks[i], size, number);
    }
    soil_stack();
}

static void after_observed(struct block *blocks, uint64_t count)
{
    pthread_mutex_lock(&book_lock);
    for (uint64_t i = 0; i < count; i++) {
        uint64_t size = blocks[i].size ? blocks[i].size : room_behind(blocks[i].address);
        if (mode == CHECK)
            dump_block(&blocks[i], size);
        else
            page->checksum = sum(page->checksum, blocks[i].address, size);
    }
    page->dumped_calls++;
    pthread_mutex_unlock(&book_lock);
}

void irloop_before(struct block *blocks, uint64_t count)
{
    if (mode == PASS)
        return;
    char *here = __builtin_frame_address(0);
    if (depth > 0 && here >= outermost)
        depth = 0; /* longjmp left the call that was outermost: nothing of it is on the stack any more */
    if (depth++ > 0)
        return;
    outermost = here;
    number = entered++;
    if (mode == CHECK && looked_at(number))
        before_checked(blocks, count);
    if (mode == TIME) {
        if (!clock_ticks)
            clock_now(CLOCK_THREAD_CPUTIME_ID, &cpu_start);
        ticks_start = ticks();
    }
}

void irloop_after(struct block *blocks, uint64_t count)
{
    if (mode == PASS || --depth > 0)
        return;
    if (mode == TIME) {
        page->ticks += ticks() - ticks_start;
        if (!clock_ticks) {
            struct timespec now;
            clock_now(CLOCK_THREAD_CPUTIME_ID, &now);
            page->cpu_ns += (uint64_t)((now.tv_sec - cpu_start.tv_sec) * NS + now.tv_nsec - cpu_start.tv_nsec);
        }
    }
    if (mode == CHECK ? looked_at(number) : number < SUMMED_CALLS)
        after_observed(blocks, count);
    page->calls++;
}

/* ---- settings ---- */

static uint64_t monotonic_ns(void)
{
    struct timespec now;
    clock_now(CLOCK_MONOTONIC_RAW, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

__attribute__((destructor)) static void end_of_life(void)
{
    if (mode == PASS)
        return;
    page->life_ns = monotonic_ns() - born_ns;
    page->life_ticks = ticks() - born_ticks;
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
    budget = strtoull(setting(list, "budget"), NULL, 10);
    clock_ticks = strncmp(setting(list, "clock"), "ticks", 5) == 0;
    page = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    if (page == MAP_FAILED)
        _exit(97);
    close(shared);
    mode = strncmp(wanted, "check", 5) == 0 ? CHECK : TIME;
    born_ns = monotonic_ns();
    born_ticks = ticks();
    memset(list, 0, strlen(list));
    unsetenv("IRLOOP_BOUNDARY");
}
