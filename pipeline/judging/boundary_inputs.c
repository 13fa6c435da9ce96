/* Hidden inputs: data that differ a little from the program's own, and sizes that are smaller. */

#include "boundary.h"
#include <string.h>

uint64_t irloop_next_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u); /* splitmix64 (Steele, Lea, Flood 2014) */
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double small_factor(uint64_t *state)
{
    return 1.0 + 1e-3 * ((double)(irloop_next_random(state) >> 11) * 0x1p-52 - 1.0);
}

static int64_t between(uint64_t *state, int64_t low, int64_t high)
{
    return low + (int64_t)(irloop_next_random(state) % (uint64_t)(high - low + 1));
}

/* Which part of the data changes before a call. What remembers an earlier result by a few of its elements must meet data
   in which other elements alone are new. */
enum density { ALL, HALF, FEW };

static enum density density_of(uint64_t call)
{
    static const enum density turns[] = {ALL, FEW, HALF, FEW};
    uint64_t turn = call < 16 ? call : (uint64_t)__builtin_ctzll(call); /* later calls are looked at in powers of two */
    return turns[turn % 4];
}

static int chosen(uint64_t *state, enum density density)
{
    switch (density) {
    case ALL: return 1;
    case HALF: return irloop_next_random(state) & 1;
    default: return (irloop_next_random(state) & 7) == 0;
    }
}

/* ---- integers that are only data ---- */

static int64_t element(const char *at, uint64_t width)
{
    switch (width) {
    case 1: return *(const int8_t *)at;
    case 2: return *(const int16_t *)at;
    case 4: return *(const int32_t *)at;
    default: return *(const int64_t *)at;
    }
}

/* All values in a few ranges between two that occur become the lower one (little-endian: its first bytes are written). So
   no new value comes up, what was in order stays in order, and zeros, which may mark an end, stay what they are. */
static int level(char *at, uint64_t size, uint64_t width, uint64_t *state, int ranges)
{
    uint64_t count = size / width;
    int changed = 0;
    for (int range = 0; range < ranges && count > 1; range++) {
        int64_t low = element(at + irloop_next_random(state) % count * width, width);
        int64_t high = element(at + irloop_next_random(state) % count * width, width);
        if (low > high) {
            int64_t other = low;
            low = high;
            high = other;
        }
        high -= irloop_next_random(state) & 1; /* the greatest value is not always among those that change */
        if (low <= 0 && high >= 0)
            continue;
        for (uint64_t i = 0; i < count; i++) {
            int64_t value = element(at + i * width, width);
            if (value > low && value <= high) {
                memcpy(at + i * width, &low, width);
                changed = 1;
            }
        }
    }
    return changed;
}

/* ---- any block ---- */

int irloop_perturb(const struct block *block, uint64_t size, uint64_t seed, uint64_t call)
{
    uint64_t state = seed ^ (call * 0xD1B54A32D192ED03u) ^ ((uint64_t)block->index << 48);
    enum density density = density_of(call);
    char *at = block->address, *end = at + size;
    switch (block->kind) {
    case F64:
        for (; at + sizeof(double) <= end; at += sizeof(double))
            if (chosen(&state, density))
                *(double *)at *= small_factor(&state);
        break;
    case F32:
        for (; at + sizeof(float) <= end; at += sizeof(float))
            if (chosen(&state, density))
                *(float *)at *= (float)small_factor(&state);
        break;
    case I8:
        for (; at < end; at++)
            if (chosen(&state, density))
                *at = (char)between(&state, block->low, block->high);
        break;
    case I32:
        for (; at + sizeof(int32_t) <= end; at += sizeof(int32_t))
            if (chosen(&state, density))
                *(int32_t *)at = (int32_t)between(&state, block->low, block->high);
        break;
    case DATA8:
    case DATA16:
    case DATA32:
    case DATA64: return level(at, size, 1u << (block->kind - DATA8), &state, density == FEW ? 2 : 5);
    default:
        return 0;
    }
    return 1;
}

/* Between the calls that are looked at, a few elements get another mantissa bit, 2^-22 to 2^-12 of their value: no result
   is ever that of the call before, and flipping a bit leads nowhere however often it is done. */
void irloop_nudge(const struct block *block, uint64_t size, uint64_t seed, uint64_t call)
{
    enum { PICKS = 3 };
    uint64_t state = seed ^ (call * 0xD1B54A32D192ED03u) ^ ((uint64_t)block->index << 48);
    uint64_t width = block->kind == F64 ? sizeof(double) : sizeof(float);
    if ((block->kind != F64 && block->kind != F32) || size < width)
        return;
    for (int pick = 0; pick < PICKS; pick++) {
        char *at = block->address + irloop_next_random(&state) % (size / width) * width;
        uint64_t bit = irloop_next_random(&state) % 10;
        if (block->kind == F64)
            *(uint64_t *)at ^= 1ull << (30 + bit);
        else
            *(uint32_t *)at ^= 1u << (1 + bit);
    }
}

/* ---- sizes ---- */

static int is_prime(int64_t number)
{
    for (int64_t divisor = 2; divisor <= number / divisor; divisor++)
        if (number % divisor == 0)
            return 0;
    return number > 1;
}

static int64_t greatest_prime(int64_t most)
{
    while (most > 2 && !is_prime(most))
        most--;
    return most;
}

/* The size that rule 1, 2, … puts in the place of `size` (cases.py names them): never a greater one, and the order of two
   sizes stays, so that what a caller guarantees about them (equal, at most) goes on to hold. */
int64_t irloop_resized(int64_t size, int rule)
{
    if (size <= 0)
        return size;
    int64_t most = size > INT32_MAX ? INT32_MAX : size; /* beyond it primes are far to seek */
    int64_t sixteenth = most / 16 > 5 ? most / 16 : 5;
    switch (rule) {
    case 1: return 0;
    case 2: return 1;
    case 3: return greatest_prime(sixteenth < most ? sixteenth : most);
    case 4: return greatest_prime(most > 2 ? most - 1 : most);
    default: return size;
    }
}
