/* Which block of memory an address lies in: the program's allocations, linked here by --wrap, and its global variables. */

#define _GNU_SOURCE
#include "boundary.h"
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

extern const struct extent irloop_globals[];
extern const uint64_t irloop_global_count;

/* A block that lives has a size; `round` is the last in which it was claimed. */
struct entry { char *start; uint64_t size, round; };

static struct entry *table;
static uint64_t capacity, used;
static uintptr_t lowest = UINTPTR_MAX, highest; /* starts of all blocks so far */
static pthread_mutex_t heap_lock = PTHREAD_MUTEX_INITIALIZER;

static uint64_t slot_of(const char *start, uint64_t room)
{
    uint64_t hash = ((uint64_t)(uintptr_t)start >> 4) * 0x9E3779B97F4A7C15u;
    return (hash >> 32) % room; /* the high bits: large blocks start at the same place of a page */
}

/* 1 when a new slot was taken, 0 when the address had one already. */
static uint64_t insert(struct entry *into, uint64_t room, struct entry what)
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
    struct entry *bigger = mmap(NULL, room * sizeof *bigger, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
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
    if (irloop_mode == PASS || start == NULL || size == 0 || (irloop_mode == TIME && irloop_depth > 0))
        return;
    pthread_mutex_lock(&heap_lock);
    if (used * 2 >= capacity)
        grow();
    used += insert(table, capacity, (struct entry){start, size, 0});
    lowest = (uintptr_t)start < lowest ? (uintptr_t)start : lowest;
    highest = (uintptr_t)start > highest ? (uintptr_t)start : highest;
    pthread_mutex_unlock(&heap_lock);
}

static struct entry *find(const char *start)
{
    for (uint64_t slot = slot_of(start, capacity); table[slot].start != NULL; slot = (slot + 1) % capacity)
        if (table[slot].start == start)
            return &table[slot];
    return NULL;
}

static void forget(void *start)
{
    if (irloop_mode == PASS || start == NULL || capacity == 0)
        return;
    pthread_mutex_lock(&heap_lock);
    struct entry *entry = find(start);
    if (entry != NULL)
        entry->size = 0; /* the start stays, so that probing goes on past it */
    pthread_mutex_unlock(&heap_lock);
}

/* Weak: what a program defines itself under one of these names is not wrapped. */
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
    irloop_soil_block(start, size);
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
    irloop_soil_block(start, size);
    return start;
}

int __wrap_posix_memalign(void **start, size_t alignment, size_t size)
{
    int status = __real_posix_memalign(start, alignment, size);
    if (status == 0) {
        remember(*start, size);
        irloop_soil_block(*start, size);
    }
    return status;
}

void __wrap_free(void *start)
{
    forget(start);
    __real_free(start);
}

uint64_t irloop_new_round(void)
{
    static _Atomic uint64_t rounds;
    return ++rounds;
}

uint64_t irloop_starts_here(const char *address, uint64_t round, int *claimed)
{
    if ((uintptr_t)address < lowest || (uintptr_t)address > highest)
        return 0;
    pthread_mutex_lock(&heap_lock);
    struct entry *entry = find(address);
    uint64_t size = entry ? entry->size : 0;
    if (size != 0) {
        *claimed = entry->round == round;
        entry->round = round;
    }
    pthread_mutex_unlock(&heap_lock);
    return size;
}

void irloop_know_globals(void)
{
    for (uint64_t i = 0; i < irloop_global_count; i++)
        remember(irloop_globals[i].start, irloop_globals[i].size);
}

/* How much of a block is looked at; 0 when nothing is known of it. */
uint64_t irloop_extent(const struct block *block)
{
    enum { LARGEST_STACK = 8 << 20 };
    uint64_t known = block->size ? block->size : irloop_room_behind(block->address);
    const char *here = __builtin_frame_address(0);
    if (known == 0 && block->address > here && block->address - here < LARGEST_STACK)
        return block->least;
    return known;
}

/* The rest of the heap block or global variable that `address` points into; size 0 when it is neither. */
uint64_t irloop_room_behind(const char *address)
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
