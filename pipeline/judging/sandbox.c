/* The walls around a program under test, raised before any of its own code runs.

   irloop links this file into every binary that it runs with a candidate inside. The environment variable IRLOOP_WALLS
   holds "cpu=N,as=BYTES,seconds=N,file=BYTES,seccomp=1" (each part optional): the CPU to pin to, the limits, the filter.
   The variable is wiped before main. Without it the program runs as it is, so that a delivered binary can carry it. */

#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { WALLS_FAILED = 97 }; /* pipeline/judging/sandbox.py knows this status */

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#else
#error "irloop's sandbox knows x86-64 and AArch64"
#endif

static void fail(const char *what)
{
    dprintf(STDERR_FILENO, "irloop: cannot raise the sandbox (%s): %s\n", what, strerror(errno));
    _exit(WALLS_FAILED);
}

/* The value of "name=" in a comma-separated list, or -1. */
static long long setting(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; at != NULL && *at != '\0'; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (strncmp(at, name, length) == 0 && at[length] == '=')
            return atoll(at + length + 1);
    return -1;
}

static void limit(int resource, long long value, const char *what)
{
    if (value < 0)
        return;
    /* A user who has a tighter limit already may not raise it. */
    struct rlimit own;
    if (getrlimit(resource, &own) != 0)
        fail(what);
    /* At the hard limit of CPU time the kernel kills without a word; a second before it sends SIGXCPU. */
    struct rlimit both = {(rlim_t)value, (rlim_t)value + (resource == RLIMIT_CPU)};
    both.rlim_cur = both.rlim_cur < own.rlim_max ? both.rlim_cur : own.rlim_max;
    both.rlim_max = both.rlim_max < own.rlim_max ? both.rlim_max : own.rlim_max;
    if (setrlimit(resource, &both) != 0)
        fail(what);
}

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define END(action) BPF_STMT(BPF_RET | BPF_K, action)
#define DENY(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), END(SECCOMP_RET_KILL_PROCESS)

static void filter_calls(void)
{
    struct sock_filter program[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0),
        END(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
#if defined(__x86_64__)
        /* The x32 ABI would give every call a second number. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        END(SECCOMP_RET_KILL_PROCESS),
        DENY(fork), DENY(vfork),
#endif
        DENY(socket), DENY(socketpair), DENY(connect), DENY(bind), DENY(listen), DENY(accept), DENY(accept4),
        DENY(sendto), DENY(sendmsg), DENY(execve), DENY(execveat), DENY(ptrace), DENY(process_vm_readv),
        DENY(process_vm_writev), DENY(bpf), DENY(perf_event_open), DENY(mount), DENY(umount2), DENY(unshare),
        DENY(setns), DENY(chroot), DENY(pivot_root), DENY(init_module), DENY(finit_module), DENY(kexec_load),
        DENY(io_uring_setup), DENY(userfaultfd), DENY(keyctl), DENY(add_key), DENY(setrlimit), DENY(kill),
        /* glibc falls back to clone, whose flags a filter can read: threads of the program itself may pass. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1),
        END(SECCOMP_RET_ERRNO | ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4),
        LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        END(SECCOMP_RET_KILL_PROCESS),
        END(SECCOMP_RET_ALLOW),
        /* Reading a limit is prlimit64 with no new value (its third argument). */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_prlimit64, 0, 3),
        LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0),
        END(SECCOMP_RET_KILL_PROCESS),
        END(SECCOMP_RET_ALLOW),
    };
    struct sock_fprog whole = {sizeof program / sizeof program[0], program};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        fail("no_new_privs");
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) != 0)
        fail("seccomp");
}

__attribute__((constructor(101))) static void raise_walls(void)
{
    char *list = getenv("IRLOOP_WALLS");
    if (list == NULL)
        return;
    long long cpu = setting(list, "cpu");
    if (cpu >= 0) {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET((int)cpu, &one);
        sched_setaffinity(0, sizeof one, &one); /* pinning is a comfort for the meter, not a wall */
    }
    limit(RLIMIT_AS, setting(list, "as"), "address space");
    limit(RLIMIT_CPU, setting(list, "seconds"), "CPU time");
    limit(RLIMIT_FSIZE, setting(list, "file"), "file size");
    limit(RLIMIT_CORE, 0, "core dumps");
    int filtered = setting(list, "seccomp") == 1;
    memset(list, 0, strlen(list));
    unsetenv("IRLOOP_WALLS");
    if (filtered)
        filter_calls();
}
