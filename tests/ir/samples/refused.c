// C that the gate must refuse under the strict policy, each after a line with the reason.

/// gate-asm
void hot(double *A, int n) { __asm__("nop"); }

/// gate-asm
void hot(double *A, int n) { __asm__ goto("" ::::out); out:; }

/// gate-asm
__asm__(".globl x"); void hot(double *A, int n) {}

/// gate-state
void hot(double *A, int n) { static int calls; A[0] = calls++; }

/// gate-state
static _Thread_local double cache[8]; void hot(double *A, int n) { A[0] = cache[n]++; }

/// gate-constructor
__attribute__((constructor)) static void c(void) {} void hot(double *A, int n) {}

/// gate-constructor
__attribute__((section(".init"))) void hot(double *A, int n) {}

/// gate-reference
extern char **environ; void hot(double *A, int n) { A[0] = **environ; }

/// gate-call
void hot(double *A, int n) { void exit(int); exit(0); }

/// gate-call
void hot(double *A, int n) { int fork(void); fork(); }

/// gate-call
double f(double) __asm__("system"); void hot(double *A, int n) { A[0] = f(1); }

/// gate-pointer
void hot(double *A, int n) { *(volatile int *)4096 = 1; }

/// gate-pointer
void hot(double *A, int n) { *(double *)(long)n = 1; }

/// gate-call
void hot(double *A, int n) { A[0] = __builtin_readcyclecounter(); }

/// gate-call
void hot(double *A, int n) { A[0] = *(double *)__builtin_frame_address(0); }

/// gate-call
void hot(double *A, int n) { ((void (*)(void))A)(); }

/// gate-state
void hot(double *A, int n) { static void *t[] = {&&a, &&b}; goto *t[n]; a: b:; }

/// gate-call
void hot(double *A, int n) { static void *const t[] = {&&a, &&b}; goto *t[n]; a: b:; }

/// gate-call
int puts(const char *); static int (*const f)(const char *) = puts;void hot(double *A, int n) { f(""); }

/// gate-constructor
#pragma comment(lib, "evil")
void hot(double *A, int n) {}

/// gate-constructor
void again(double *, int) __attribute__((alias("hot"))); void hot(double *A, int n) {}

/// gate-state
inline void hot(double *A, int n) {} void (*keep)(double *, int) = hot;

/// signature
__attribute__((weak)) void hot(double *A, int n) {}

/// signature
__attribute__((preserve_most)) void hot(double *A, int n) {}

/// gate-pointer
void hot(double *A, int n) { __atomic_fetch_add((int *)A, 1, 5); }

/// gate-fast-math
void hot(double *A, int n) { _Pragma("clang fp reassociate(on)") A[0] = A[1] + A[2] + A[3]; }

/// gate-fact
void hot(double *A, int n) { __builtin_assume(n > 8); A[0] = n; }

/// gate-fact
void hot(double *A, int n) { if (n < 8) __builtin_unreachable(); A[0] = n; }

/// gate-fact
void hot(double *A, int n) {
#pragma clang loop vectorize(assume_safety)
for (int i = 0; i < n; i++) A[i] = A[i + n] + 1; }

/// gate-state
static double packed[4096];
void hot(double *A, int n) {
  for (int i = 0; i < n; i++) packed[i & 4095] = A[i];
  A[0] = packed[n & 4095];
}
