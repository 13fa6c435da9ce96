/* Rubbish where memory is fresh: what reads a variable before writing it must find neither zeros there nor what an earlier
   call left, and must not find the same in two runs. */

#define _GNU_SOURCE
#include "boundary.h"
#include <sys/syscall.h>
#include <unistd.h>

static uint64_t another(void)
{
    static _Atomic uint64_t state;
    struct timespec now = {0};
    if (state == 0) {
        irloop_true_time(CLOCK_MONOTONIC, &now);
        state = (uint64_t)now.tv_nsec | 1;
    }
    return irloop_next_random(&(uint64_t){++state});
}

/* `bytes` of the stack where the frame of the function under test will be, 256 KiB at most. Timed runs soil no more than
   its own variables, which is nothing for most. Threads may have small stacks and are spared. */
__attribute__((noinline)) void irloop_soil_stack(uint64_t bytes)
{
    enum { WORDS = (256 << 10) / sizeof(uint64_t), OTHER_FRAMES = 1024 };
    uint64_t rubbish[WORDS], state = another();
    if (syscall(SYS_gettid) != getpid())
        return;
    uint64_t words = (bytes + OTHER_FRAMES) / sizeof *rubbish;
    /* As doubles between 1 and 2^16 of either sign: too large to vanish in a sum, and no NaN. */
    for (uint64_t i = words < WORDS ? WORDS - words : 0; i < WORDS; i++) {
        uint64_t bits = irloop_next_random(&state);
        rubbish[i] = (bits & 0x800FFFFFFFFFFFFFu) | (1023 + (bits >> 52 & 15)) << 52;
    }
    __asm__ volatile("" ::"r"(rubbish) : "memory");
}

/* A block that the function under test asked for, in checked runs. */
void irloop_soil_block(unsigned char *start, uint64_t size)
{
    if (irloop_mode != CHECK || irloop_depth == 0 || start == NULL)
        return;
    uint64_t rubbish = another();
    for (uint64_t i = 0; i < size; i++)
        start[i] = (unsigned char)(rubbish >> (i & 7) * 8);
}
