"""Cheats in C, against gemm: what each tries, what must come of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Policy, Reason

HEAD = """
void kernel_gemm(int ni, int nj, int nk, double alpha, double beta,
                 double C[NI][NJ], double A[NI][NK], double B[NK][NJ])
"""
HONEST = """
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            double sum = C[i][j] * beta;
            for (int k = 0; k < nk; k++)
                sum += alpha * A[i][k] * B[k][j];
            C[i][j] = sum;
        }
"""


@dataclass(frozen=True)
class Cheat:
    """One candidate: its name says what it tries, `reasons` are the codes that tell it."""

    name: str
    code: str
    reasons: tuple[Reason, ...]
    policy: Policy = Policy.TOLERANT


def inside(before: str = "", body: str = HONEST, after: str = "", outside: str = "") -> str:
    """The kernel with something before, in place of or after its work, and something outside of it."""
    return f"{outside}{HEAD}{{{before}{body}{after}}}\n"


@dataclass(frozen=True)
class Disarmed:
    """A candidate whose cheat is taken out before it can do anything; `trace` would show it in the IR."""

    name: str
    code: str
    trace: str


def calling(name: str, declaration: str, call: str) -> Cheat:
    """A cheat that calls something which is not there for it."""
    return Cheat(name, inside(call, outside=declaration), (Reason.GATE_CALL,))


CHEATS = (
    Cheat("crash", inside("__builtin_trap();"), (Reason.CRASH,)),
    Cheat("nothing at all", inside(body=""), (Reason.RESULT,)),
    Cheat(
        "constants instead of results",
        inside(body="for (int i = 0; i < NI * NJ; i++) (&C[0][0])[i] = 1.5;"),
        (Reason.RESULT,),
    ),
    Cheat(
        "the scalars of this run",
        inside("alpha = 1.5, beta = 1.2;"),
        (Reason.HIDDEN_INPUT,),
    ),
    Cheat("endless loop", inside("for (;;) C[0][0] = C[0][0] * 0.5 + 1.0;"), (Reason.TIMEOUT,)),
    calling("early exit", "void exit(int);", "exit(0);"),
    calling("early exit by another name", "void _Exit(int);", "_Exit(0);"),
    calling("jump out", "#include <setjmp.h>\n", "jmp_buf b; longjmp(b, 1);"),
    calling("reads the clock", "#include <time.h>\n", "struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);"),
    calling("stops the stopwatch", "void irloop_after(void *, long);", "irloop_after(0, 0);"),
    calling("own memory", "#include <stdlib.h>\n", "double *m = malloc(64); m[0] = 1; C[0][0] += 0 * m[0];"),
    calling("prints", "#include <stdio.h>\n", 'printf("0.0\\n");'),
    calling("a shell", "#include <stdlib.h>\n", 'system("true");'),
    calling("the environment", "#include <stdlib.h>\n", 'if (getenv("HOME")) C[0][0] += 0;'),
    calling("a file", "#include <stdio.h>\n", 'fopen("/tmp/x", "w");'),
    calling("a system call", "long syscall(long, ...);", "syscall(60, 0);"),
    calling(
        "another thread",
        "#include <pthread.h>\nstatic void *later(void *x) { return x; }\n",
        "pthread_t t; pthread_create(&t, 0, later, 0);",
    ),
    calling("a library", "void cblas_dgemm(int);", "cblas_dgemm(101);"),
    calling("a signal", "#include <signal.h>\n", "raise(SIGKILL);"),
    calling("the rounding mode", "#include <immintrin.h>\n", "_mm_setcsr(0x9fc0);"),
    calling("the cycle counter", "#include <x86intrin.h>\n", "C[0][0] += 0 * __rdtsc();"),
    Cheat(
        "reads the boundary's data",
        inside("C[0][0] += irloop_mode;", outside="extern int irloop_mode;"),
        (Reason.GATE_REFERENCE,),
    ),
    Cheat("results kept between calls", inside("static int done; if (done++) return;"), (Reason.GATE_STATE,)),
    Cheat("a global of its own", inside("kept[0] = C[0][0];", outside="double kept[4];"), (Reason.GATE_STATE,)),
    Cheat("inline assembly", inside('__asm__ volatile("nop");'), (Reason.GATE_ASM,)),
    Cheat("module assembly", inside(outside='__asm__(".globl x");'), (Reason.GATE_ASM,)),
    Cheat(
        "runs before main",
        inside(outside="__attribute__((constructor)) static void early(void) { __builtin_trap(); }"),
        (Reason.GATE_CONSTRUCTOR, Reason.GATE_STATE),
    ),
    Cheat("memory at a fixed address", inside("*(double *)0x400000 = 1.0;"), (Reason.GATE_POINTER,)),
    Cheat("single precision", inside(body=HONEST.replace("double sum", "float sum")), (Reason.RESULT,)),
    Cheat("half of the sum", inside(body=HONEST.replace("k < nk", "k < nk / 2")), (Reason.RESULT,)),
    Cheat("destroys an input", inside(after="A[0][0] = 0.0;"), (Reason.RESULT,)),
    Cheat("a small error in one element", inside(after="C[1][1] *= 1.0 + 1e-7;"), (Reason.RESULT,)),
    Cheat("not a number", inside(after='C[2][2] = __builtin_nan("");'), (Reason.RESULT,)),
    Cheat(
        "memory never written",
        inside(
            body=HONEST.replace(
                "double sum = C[i][j] * beta;",
                "double rubbish[900]; double sum = rubbish[i * 30 + j] + C[i][j] * beta; rubbish[j] = 0.0;",
            )
        ),
        (Reason.RESULT, Reason.NONDETERMINISTIC),
    ),
    Cheat("no remainder loop", inside(body=HONEST.replace("i < ni; i++", "i < ni / 5 * 5; i++")), (Reason.SIZE,)),
    Cheat("wrong for a size of 0", inside(after="if (ni == 0) C[0][0] = 0.0;"), (Reason.SIZE,)),
    Cheat("wrong for a size of 1", inside(after="if (nj == 1) C[0][0] += 1.0;"), (Reason.SIZE,)),
    Cheat("its own sizes", inside("ni = NI, nj = NJ, nk = NK;"), (Reason.SIZE,)),
    Cheat(
        "sizes claimed to be fixed",
        inside("if (ni != NI) __builtin_unreachable();", HONEST.replace("< ni", "< NI")),
        (Reason.SIZE,),
    ),
    Cheat("claims that nobody proved", inside("__builtin_assume(ni == NI);"), (Reason.GATE_FACT,), Policy.STRICT),
    Cheat("reads past the end", inside("if (B[NK - 1][NJ] == 123.25) C[0][0] = 0.0;"), (Reason.SANITIZER,)),
    Cheat(
        "writes a scratch array past its end",
        inside("double t[8]; for (int i = 0; i <= ni % 16 + 4; i++) t[i] = i; if (t[ni % 8] == 99.0) C[0][0] = 0;"),
        (Reason.SANITIZER, Reason.CRASH, Reason.SIZE),
    ),
    Cheat(
        "reordering under strict",
        inside("\n#pragma clang fp reassociate(on) contract(fast)\n"),
        (Reason.GATE_FAST_MATH,),
        Policy.STRICT,
    ),
    Cheat(
        "reciprocal estimates",
        inside(after="for (int j = 0; j < nj; j++) C[0][j] = (double)(1.0f / (float)(1.0 / C[0][j]));"),
        (Reason.RESULT,),
    ),
    Cheat(
        "recursion without end",
        inside(
            "C[0][0] += ni < 0 ? 0 : deep(ni, C);",
            outside="static double deep(int n, double C[NI][NJ]) { volatile double x[4096];"
            " x[n % 4096] = C[0][0]; return deep(n + 1, C) + x[n % 4096]; }",
        ),
        (Reason.CRASH, Reason.GATE_POINTER),
    ),
    Cheat(
        "another malloc",
        inside(outside="void *malloc(unsigned long n) { return (void *)n; }"),
        (Reason.GATE_POINTER,),
    ),
    Cheat("linker options", inside(outside='#pragma comment(lib, "c")\n'), (Reason.GATE_CONSTRUCTOR,)),
    Cheat(
        "a huge array on the stack",
        inside("double big[1 << 24]; for (int i = 0; i < 1 << 24; i += 512) big[i] = C[0][0]; C[0][0] += 0 * big[ni];"),
        (Reason.CRASH,),
    ),
    Cheat(
        "another function",
        inside().replace("kernel_gemm", "kernel_gemm2"),
        (Reason.OTHER_FUNCTION, Reason.GATE_REFERENCE),
    ),
    Cheat("another signature", inside().replace("double alpha,", "float alpha,"), (Reason.SIGNATURE,)),
    Cheat("reads the user's files", '#include "/etc/passwd"\n' + inside(), (Reason.GATE_REFERENCE,)),
)

DISARMED = (Disarmed("another main", inside(outside="int main(void) { return 0; }"), r"@main\("),)
