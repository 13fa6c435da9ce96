/* The program's clock: every look at it finds 10 ms gone. What a program prints as its time, or seeds its random numbers
   with, then repeats from run to run and can be compared. */

#define _GNU_SOURCE
#include "boundary.h"
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

enum { LOOK_NS = 10000000, EPOCH = 1700000000, NS = 1000000000 };

int __real_clock_gettime(clockid_t, struct timespec *) WEAK;
int __real_gettimeofday(struct timeval *, void *) WEAK;
int __real_timespec_get(struct timespec *, int) WEAK;
int __real_getrusage(int, struct rusage *) WEAK;
time_t __real_time(time_t *) WEAK;
clock_t __real_clock(void) WEAK;

int irloop_true_time(clockid_t which, struct timespec *now)
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
    if (irloop_mode == PASS)
        return irloop_true_time(which, now);
    *now = look(which == CLOCK_REALTIME);
    return 0;
}

int __wrap_gettimeofday(struct timeval *now, void *zone)
{
    if (irloop_mode == PASS)
        return __real_gettimeofday(now, zone);
    struct timespec seen = look(1);
    *now = (struct timeval){seen.tv_sec, seen.tv_nsec / 1000};
    return 0;
}

int __wrap_timespec_get(struct timespec *now, int base)
{
    if (irloop_mode == PASS)
        return __real_timespec_get(now, base);
    *now = look(1);
    return base;
}

int __wrap_getrusage(int who, struct rusage *usage)
{
    int status = __real_getrusage(who, usage);
    if (irloop_mode != PASS && status == 0) {
        struct timespec seen = look(0);
        usage->ru_utime = (struct timeval){seen.tv_sec, seen.tv_nsec / 1000};
        usage->ru_stime = (struct timeval){0, 0};
    }
    return status;
}

time_t __wrap_time(time_t *where)
{
    if (irloop_mode == PASS)
        return __real_time(where);
    time_t now = look(1).tv_sec;
    if (where != NULL)
        *where = now;
    return now;
}

clock_t __wrap_clock(void)
{
    if (irloop_mode == PASS)
        return __real_clock();
    struct timespec seen = look(0);
    return (clock_t)seen.tv_sec * CLOCKS_PER_SEC + seen.tv_nsec / (NS / CLOCKS_PER_SEC);
}
