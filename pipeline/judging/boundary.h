/* What the parts of the boundary share. Nothing here is for the program or the function under test: the gate refuses every
   candidate that names one of these symbols. */

#ifndef IRLOOP_BOUNDARY_H
#define IRLOOP_BOUNDARY_H

#include <stdint.h>
#include <time.h>

#define WEAK __attribute__((weak))

struct extent { char *start; uint64_t size; };

enum kind { OPAQUE = 0, F64 = 1, F32 = 2, I8 = 3, I32 = 4 }; /* numbers known to boundary.py */

/* Arguments are told from blocks by their index. */
enum { SCALAR_INDEX = 2000 };

struct block { /* layout known to boundary.py */
    char *address;
    uint64_t size; /* 0: look it up */
    uint32_t kind;
    uint32_t index;
    int64_t low, high; /* bounds for I8 and I32 data that may vary */
};

/* PASS: no part of irloop watches, and calls only pass through. */
enum boundary_mode { PASS, CHECK, TIME };
extern enum boundary_mode irloop_mode;

/* How deep this thread is inside calls of the hot function. */
extern __thread int irloop_depth;

/* boundary_heap.c: the rest of the heap block or global variable that `address` points into; 0 when it is neither. */
uint64_t irloop_room_behind(const char *address);

/* boundary_clock.c: the true time, which the program itself does not see. */
int irloop_true_time(clockid_t which, struct timespec *now);

/* boundary_inputs.c: changes the data of a block in a way that depends on `seed` and the number of the call only; says
   whether there was anything to change. */
int irloop_perturb(const struct block *block, uint64_t size, uint64_t seed, uint64_t call);
uint64_t irloop_next_random(uint64_t *state);
int64_t irloop_resized(int64_t size, int rule);

#endif
