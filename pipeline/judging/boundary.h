/* What the parts of the boundary share. Nothing here is for the program or the function under test: the gate refuses every
   candidate that names one of these symbols. */

#ifndef IRLOOP_BOUNDARY_H
#define IRLOOP_BOUNDARY_H

#include <stdint.h>
#include <time.h>

#define WEAK __attribute__((weak))

struct extent { char *start; uint64_t size; };

/* Numbers known to boundary.py and channel.py. MIXED data hold numbers of other kinds beside the floating-point ones; a
   LINK is a pointer of which only what it leads to is looked at. I8 and I32 vary between bounds, DATA8 to DATA64 are integers
   without any. */
enum kind {
    OPAQUE = 0, F64 = 1, F32 = 2, I8 = 3, I32 = 4, MIXED64 = 5, MIXED32 = 6, LINK = 7,
    DATA8 = 8, DATA16 = 9, DATA32 = 10, DATA64 = 11
};

/* Arguments, and blocks that pointers in memory lead to, are told from others by their index. */
enum { SCALAR_INDEX = 2000, REACHED_INDEX = 4096, NO_ROOT = -1 };

struct block { /* layout known to boundary.py */
    char *address;
    uint64_t size; /* 0: look it up */
    uint32_t kind;
    uint32_t index;
    int64_t low, high; /* bounds for I8 and I32 data that may vary */
    uint64_t least;    /* bytes that the function under test is known to use, for memory of unknown extent on the stack */
};

/* A pointer that the hot function loads `offset` bytes (ANYWHERE: it varies) into the block of index `root`, or, when
   `deep`, into what pointers from there lead to; `kind` is that of the data behind it. Layout known to boundary.py. */
struct link { uint32_t root, deep; int64_t offset; uint32_t kind, unused; };
enum { ANYWHERE = -1 };
extern const struct link irloop_links[];
extern const uint64_t irloop_link_count;

/* boundary_reach.c: the blocks that pointers inside of `blocks` lead to, each once, in the order in which they are met. */
struct reached { struct block *blocks; int64_t *roots; uint64_t count, room; };
struct reached irloop_reach(const struct block *blocks, uint64_t count);
void irloop_let_go(struct reached *reached);

/* PASS: no part of irloop watches, and calls only pass through. */
enum boundary_mode { PASS, CHECK, TIME };
extern enum boundary_mode irloop_mode;

/* How deep this thread is inside calls of the hot function. */
extern __thread int irloop_depth;

/* boundary_heap.c: the rest of the heap block or global variable that `address` points into; 0 when it is neither. */
uint64_t irloop_room_behind(const char *address);

/* The size of the living block or variable that starts exactly here, or 0; the first call of a round that names a start
   claims it: `claimed` says whether somebody had. */
uint64_t irloop_extent(const struct block *block);
uint64_t irloop_starts_here(const char *address, uint64_t round, int *claimed);
uint64_t irloop_new_round(void);
void irloop_know_globals(void);

/* boundary_soil.c: memory that the function under test gets is never what it was, nor empty. */
void irloop_soil_stack(uint64_t bytes);
void irloop_soil_block(unsigned char *start, uint64_t size);

/* boundary_clock.c: the true time, which the program itself does not see. */
int irloop_true_time(clockid_t which, struct timespec *now);

/* boundary_inputs.c: changes the data of a block in a way that depends on `seed` and the number of the call only; says
   whether there was anything to change. */
int irloop_perturb(const struct block *block, uint64_t size, uint64_t seed, uint64_t call);
/* The same to a few elements only, in a time that does not depend on `size`, and such that it never adds up. */
void irloop_nudge(const struct block *block, uint64_t size, uint64_t seed, uint64_t call);
uint64_t irloop_next_random(uint64_t *state);
int64_t irloop_resized(int64_t size, int rule);

#endif
