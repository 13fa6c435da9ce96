"""The wrapper around the hot function, compiled and run for signatures of many kinds."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pipeline.judging.boundary import ALLOCATORS, defined_globals, result_blocks, wrap_flags
from pipeline.judging.channel import Dump
from pipeline.judging.sandbox import Observation
from pipeline.records import Vary

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

HEAD = "#include <stdbool.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#define HOT __attribute__((noinline))\n"
RESULT = 1000


def array(dump: Dump) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    kind = {"f64": np.float64, "f32": np.float32}[dump.kind]
    return np.frombuffer(dump.data, dtype=kind).astype(np.float64)


def dumped(seen: Observation, index: int, call: int = 0) -> Dump:
    return next(dump for dump in seen.dumps if (dump.call, dump.index) == (call, index))


def checked(lab: Lab, seed: int = 0) -> Observation:
    seen = lab.observe(seed=seed)
    assert seen.result.ok, seen.result.message
    return seen


def text(seen: Observation) -> str:
    return seen.result.stdout.decode().strip()


SIGNATURES = {
    "int": ("HOT int hot(int a, long b) { return a * 2 + (int)b; }", 'printf("%d", hot(argc, 40L));', "42"),
    "double": ("HOT double hot(double a, float b) { return a / b; }", 'printf("%g", hot(argc, 4.0f));', "0.25"),
    "float": ("HOT float hot(float a, double b) { return a + (float)b; }", 'printf("%g", hot(argc, .5));', "1.5"),
    "void": ("int seen; HOT void hot(int a) { seen += a; }", 'hot(argc); hot(4); printf("%d", seen);', "5"),
    "bool": ("HOT bool hot(bool a, bool b) { return a != b; }", 'printf("%d", hot(argc == 1, false));', "1"),
    "narrow": (
        "HOT short hot(short a, unsigned char b, signed char c) { return (short)(a - b + c); }",
        'printf("%d", hot((short)(-300 * argc), 200, -5));',
        "-505",
    ),
    "unsigned": (
        "HOT unsigned char hot(unsigned short a) { return (unsigned char)(a >> 8); }",
        'printf("%d", hot((unsigned short)(0xABCD * argc)));',
        "171",
    ),
    "long double": ("HOT long double hot(long double a) { return a / 3; }", 'printf("%.3Lf", hot(argc));', "0.333"),
    "complex": (
        "HOT double _Complex hot(double _Complex a, float _Complex b) { return a * b; }",
        'printf("%g", __real__ hot(argc + 2i, 3.0f - 1.0fi));',
        "5",
    ),
    "small struct": (
        "struct s { double a, b; }; HOT struct s hot(struct s x) { x.a += x.b; return x; }",
        'struct s x = {argc, 2}; x = hot(x); printf("%g %g", x.a, x.b);',
        "3 2",
    ),
    "mixed struct": (
        "struct s { double a; int b; char c; }; HOT struct s hot(struct s x) { x.b += x.c; return x; }",
        'struct s x = {argc, 2, 3}; x = hot(x); printf("%g %d %d", x.a, x.b, x.c);',
        "1 5 3",
    ),
    "large struct": (
        "struct s { double a[6]; int b; }; HOT struct s hot(struct s x, int i) { x.a[i] *= 2; x.b = i; return x; }",
        'struct s x = {{1, 2, 3, 4, 5, 6}, argc}; x = hot(x, 4); printf("%g %d", x.a[4], x.b);',
        "10 4",
    ),
    "function pointer": (
        "static int twice(int x) { return 2 * x; } HOT int hot(int (*f)(int), int x) { return f(f(x)); }",
        'printf("%d", hot(twice, argc));',
        "4",
    ),
    "pointer result": (
        "HOT char *hot(char *s, int c) { while (*s && *s != c) s++; return s; }",
        'char s[] = "abcdef"; s[0] += argc; printf("%s", hot(s, \'d\'));',
        "def",
    ),
    "vector": (
        "typedef double v4 __attribute__((vector_size(32))); HOT void hot(v4 *a, const v4 *b) { *a += *b; }",
        'v4 *a = aligned_alloc(32, 64); a[0] = a[1] = (v4){argc, 2, 3, 4}; hot(a, a + 1); printf("%g", a[0][3]);',
        "8",
    ),
    "array of rows": (
        "HOT double hot(int n, double a[n][n]) { double s = 0; for (int i = 0; i < n; i++) s += a[i][i]; return s; }",
        'int n = argc + 2; double (*a)[n] = calloc(9, 8); a[1][1] = 4; a[2][2] = 5; printf("%g", hot(n, a));',
        "9",
    ),
    "many arguments": (
        "HOT int hot(int a, int b, int c, int d, int e, int f, int g, double h, char i) "
        "{ return a + b + c + d + e + f + g + (int)h + i; }",
        'printf("%d", hot(argc, 2, 3, 4, 5, 6, 7, 8.0, 9));',
        "45",
    ),
    "no arguments": ("int n = 3; HOT int hot(void) { return n * n; }", 'n += argc; printf("%d", hot());', "16"),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_call_passes_through_whatever_its_signature(make_lab: MakeLab, name: str) -> None:
    function, body, printed = SIGNATURES[name]
    lab = make_lab(f"{HEAD}{function}\nint main(int argc, char **argv) {{ (void)argv; {body} return 0; }}\n", "hot")
    for seed in (0, None):
        seen = lab.observe(seed=seed)
        assert seen.result.ok
        assert text(seen) == printed
        assert seen.report.calls >= 1


def result_of(lab: Lab) -> list[tuple[str, bytes]]:
    return [(dump.kind, dump.data) for dump in checked(lab).dumps if dump.index >= RESULT]


def lab_of(make_lab: MakeLab, name: str) -> Lab:
    function, body, _ = SIGNATURES[name]
    return make_lab(f"{HEAD}{function}\nint main(int argc, char **argv) {{ (void)argv; {body} return 0; }}\n", "hot")


def test_results_by_value_are_observed_in_their_own_kind(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "double")) == [("f64", struct.pack("d", 0.25))]
    assert result_of(lab_of(make_lab, "float")) == [("f32", struct.pack("f", 1.5))]
    assert result_of(lab_of(make_lab, "int")) == [("opaque", struct.pack("i", 42))]
    assert result_of(lab_of(make_lab, "bool")) == [("opaque", b"\1")]
    assert result_of(lab_of(make_lab, "narrow")) == [("opaque", struct.pack("h", -505))]
    assert result_of(lab_of(make_lab, "void")) == []


def test_a_result_without_padding_is_one_block_and_a_mixed_one_has_no_padding_in_it(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "small struct")) == [("f64", struct.pack("2d", 3, 2))]
    assert result_of(lab_of(make_lab, "complex")) == [("f64", struct.pack("2d", 5, 5))]
    mixed = result_of(lab_of(make_lab, "mixed struct"))
    assert mixed[0] == ("f64", struct.pack("d", 1))
    assert sum(len(data) for _, data in mixed) in {8 + 8, 8 + 5}


def test_a_result_in_the_callers_memory_is_observed_field_by_field(make_lab: MakeLab) -> None:
    fields = result_of(lab_of(make_lab, "large struct"))
    assert [kind for kind, _ in fields] == ["f64"] * 6 + ["opaque"]
    assert b"".join(data for _, data in fields) == struct.pack("6di", 1, 2, 3, 4, 10, 6, 4)


def test_a_returned_pointer_is_not_compared(make_lab: MakeLab) -> None:
    assert result_of(lab_of(make_lab, "pointer result")) == []


def test_a_result_that_nobody_reads_is_no_obstacle(make_lab: MakeLab) -> None:
    source = HEAD + (
        "static HOT double hot(double *a) { double s = 0; for (int i = 0; i < 8; i++) s += a[i] *= 2; return s; }\n"
        'int main(void) { double *a = calloc(8, 8); a[1] = 3; hot(a); printf("%g", a[1]); }\n'
    )
    lab = make_lab(source, "hot")
    seen = checked(lab)
    assert text(seen) == "6"
    assert array(dumped(seen, 0))[1] == 6
    if any(line.startswith("ret double poison") for line in lab.split.function.instructions):
        assert result_blocks(lab.split.function, {}) == []


MEMORY = (
    HEAD
    + """
double global[40];
static double hidden[30];
HOT void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * 2 + 1; }
int main(int argc, char **argv)
{
    double stack[10] = {0};
    double *heap = malloc(50 * sizeof *heap), *page = NULL;
    if (posix_memalign((void **)&page, 4096, 60 * sizeof *page)) return 1;
    for (int i = 0; i < 50; i++) heap[i] = i;
    memset(page, 0, 480);
    hot(heap, 50);
    hot(heap + 10, 40);
    hot(global, 40);
    hot(hidden + 5, 20);
    hot(page, 60);
    hot(stack, 10);
    heap = realloc(heap, 80 * sizeof *heap);
    hot(heap, 50);
    printf("%g %g %g", heap[1], global[1], stack[1]);
    (void)argc; (void)argv;
}
"""
)


def test_the_extent_of_memory_is_known_on_the_heap_and_among_the_globals(make_lab: MakeLab) -> None:
    seen = checked(make_lab(MEMORY, "hot"))
    sizes = [len(dump.data) // 8 for dump in seen.dumps]
    assert sizes == [50, 40, 40, 25, 60, 0, 80]
    assert seen.report.unknown_blocks == 1
    assert seen.report.calls == 7
    assert list(array(seen.dumps[0])) == [2.0 * i + 1 for i in range(50)]


SCALED = (
    HEAD
    + """
%(before)s
HOT void hot(%(type)s *a, const %(type)s *b, int *index, int n)
{
    for (int i = 0; i < n; i++) a[i] += %(zero)s * b[index[i]];
}
int main(void)
{
    int n = 64, *index = malloc(n * sizeof *index);
    %(type)s *a = malloc(n * sizeof *a), *b = malloc(n * sizeof *b);
    for (int i = 0; i < n; i++) { a[i] = i - 20; b[i] = 1; index[i] = n - 1 - i; }
    volatile %(type)s unknown = 0;
    zero = unknown;
    hot(a, b, index, n);
    printf("%%g", (double)a[0]);
}
"""
)


def scaled(make_lab: MakeLab, type_: str) -> Lab:
    # `a` comes out as it went in, so that what was done to it before the call can be seen after.
    return make_lab(SCALED % {"type": type_, "zero": "zero", "before": f"{type_} zero;"}, "hot")


@pytest.mark.parametrize(("type_", "kind"), [("double", "f64"), ("float", "f32")])
def test_floating_point_data_varies_by_at_most_a_thousandth(make_lab: MakeLab, type_: str, kind: str) -> None:
    lab = scaled(make_lab, type_)
    own, hidden = (dumped(checked(lab, seed), 0) for seed in (0, 12345))
    assert own.kind == hidden.kind == kind
    before, after = array(own), array(hidden)
    assert before[20] == after[20] == 0
    nonzero = before != 0
    change = np.abs(after[nonzero] / before[nonzero] - 1)
    assert (change > 0).mean() > 0.95
    assert change.max() <= 1e-3 * (1 + 1e-3)
    assert change.max() > 5e-4
    assert (after > before).any()
    assert (after < before).any()


def test_integers_stay_as_they_are(make_lab: MakeLab) -> None:
    lab = scaled(make_lab, "double")
    assert dumped(checked(lab, 99), 2).data == struct.pack("64i", *range(63, -1, -1))


def test_hidden_inputs_repeat_by_seed_and_differ_between_seeds(make_lab: MakeLab) -> None:
    lab = scaled(make_lab, "double")
    one, again, other = (checked(lab, seed) for seed in (5, 5, 6))
    assert [dump.data for dump in one.dumps] == [dump.data for dump in again.dumps]
    assert dumped(one, 0).data != dumped(other, 0).data
    assert one.report.perturbed_blocks > 0
    assert checked(lab, 0).report.perturbed_blocks == 0


LETTERS = (
    HEAD
    + """
HOT int hot(const char *s, const int *weight, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) sum += s[i] * weight[i];
    return sum;
}
int main(void)
{
    char *s = malloc(500); int *w = malloc(500 * sizeof *w);
    for (int i = 0; i < 500; i++) { s[i] = 1; w[i] = 7; }
    printf("%d", hot(s, w, 500));
}
"""
)


def test_integers_vary_within_the_bounds_that_are_given(make_lab: MakeLab) -> None:
    vary = {"s": Vary(type="char", min=0, max=3), "weight": Vary(type="int", min=-2, max=2)}
    lab = make_lab(LETTERS, "hot", vary=vary)
    seen = checked(lab, 3)
    letters, weights = dumped(seen, 0).data, struct.unpack("500i", dumped(seen, 1).data)
    assert set(letters) == {0, 1, 2, 3}
    assert set(weights) == {-2, -1, 0, 1, 2}
    own = checked(lab, 0)
    assert dumped(own, 0).data == b"\1" * 500
    assert text(seen) == str(sum(a * b for a, b in zip(letters, weights, strict=True)))


def test_a_global_array_that_the_function_names_is_observed_and_varied(make_lab: MakeLab) -> None:
    source = HEAD + (
        "double A[20], B[20]; static int calls; double untouched[4] = {1};\n"
        "HOT void hot(int n) { calls++; for (int i = 0; i < n; i++) A[i] = 2 * B[i]; }\n"
        'int main(void) { for (int i = 0; i < 20; i++) B[i] = i; hot(20); printf("%g %d %g", A[3], calls, untouched[0]); }\n'
    )
    lab = make_lab(source, "hot")
    own, hidden = checked(lab), checked(lab, 4)
    names = lab.harness.block_names
    assert set(names) == {"A", "B", "calls"}
    where = names.index("A")
    assert list(array(dumped(own, where))) == [2.0 * i for i in range(20)]
    assert array(dumped(hidden, where))[3] != 6
    assert array(dumped(hidden, where))[3] == pytest.approx(6, rel=1.1e-3)
    assert dumped(hidden, names.index("calls")).data == struct.pack("i", 1)


def test_a_global_array_of_another_file_is_observed_too(make_lab: MakeLab) -> None:
    main = HEAD + (
        "extern double table[16]; HOT double hot(int n) { double s = 0; while (n--) s += table[n] *= 2; return s; }\n"
        'int main(void) { printf("%g", hot(16)); }\n'
    )
    other = "double table[16] = {1, 2, 3}; static double table2[4]; double *get(void) { return table2; }"
    lab = make_lab({"main.c": main, "table.c": other}, "hot")
    assert lab.harness.block_names == ("table",)
    assert list(array(dumped(checked(lab), 0)))[:3] == [2, 4, 6]
    assert checked(lab, 8).report.perturbed_blocks == 1


def test_only_the_outermost_call_of_a_recursion_counts(make_lab: MakeLab) -> None:
    source = HEAD + (
        "HOT int hot(int n, int *count) { ++*count; return n < 2 ? n : hot(n - 1, count) + hot(n - 2, count); }\n"
        'int main(void) { int *c = calloc(1, 4); printf("%d ", hot(15, c)); printf("%d", *c); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "610 1973"
    assert seen.report.calls == 1


def test_recursion_by_way_of_another_function_is_one_call(make_lab: MakeLab) -> None:
    source = HEAD + (
        "int odd(int); HOT int hot(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
        "HOT int odd(int n) { return n == 0 ? 0 : hot(n - 1); }\n"
        'int main(int argc, char **argv) { (void)argv; printf("%d %d", hot(9 + argc), hot(7)); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "1 0"
    assert seen.report.calls == 2


def test_a_call_that_longjmp_leaves_does_not_hide_the_later_ones(make_lab: MakeLab) -> None:
    source = HEAD + (
        "#include <setjmp.h>\nstatic jmp_buf out;\n"
        "HOT void hot(double *a, int n) { a[0] += n; if (n > 2) longjmp(out, 1); }\n"
        "int main(void) { double *a = calloc(4, 8); volatile int i = 0;\n"
        '  if (!setjmp(out)) hot(a, 9);\n  for (; i < 5; i++) hot(a, 1);\n  printf("%g", a[0]); }\n'
    )
    seen = checked(make_lab(source, "hot"))
    assert text(seen) == "14"
    assert seen.report.calls == 5


MILLION = (
    HEAD
    + """
HOT double hot(double *a, int i) { a[i & 7] += 1; return a[0]; }
int main(void) { double *a = calloc(8, 8); for (int i = 0; i < 1000000; i++) hot(a, i); printf("%g", a[3]); }
"""
)


def test_a_million_calls_are_counted_and_looked_at_ever_more_rarely(make_lab: MakeLab) -> None:
    lab = make_lab(MILLION, "hot")
    seen = checked(lab)
    assert text(seen) == "125000"
    assert seen.report.calls == 1_000_000
    calls = sorted({dump.call for dump in seen.dumps})
    assert calls == [*range(16), *(2**power for power in range(4, 20))]
    timed = lab.observe(seed=None, clock="ticks")
    assert timed.report.calls == 1_000_000
    assert timed.report.seconds("ticks") > 0


def test_the_checksum_of_timed_runs_repeats_and_sees_a_difference(make_lab: MakeLab) -> None:
    source = SIGNATURES["array of rows"]
    lab = lab_of(make_lab, "array of rows")
    sums = {lab.observe(seed=None).report.checksum for _ in range(3)}
    assert len(sums) == 1
    changed = make_lab(
        f"{HEAD}{source[0]}\nint main(int argc, char **argv) {{ (void)argv; {source[1].replace('= 5', '= 6')} }}\n",
        "hot",
    )
    assert changed.observe(seed=None).report.checksum not in sums


WORK = (
    HEAD
    + """
HOT void hot(double *a, int n) { for (int k = 0; k < 400; k++) for (int i = 1; i < n; i++) a[i] = a[i] * 0.5 + a[i - 1]; }
int main(void) { double *a = calloc(20000, 8); a[0] = 1; hot(a, 20000); printf("%g", a[5]); }
"""
)


def test_both_clocks_tell_roughly_the_same_time(make_lab: MakeLab) -> None:
    lab = make_lab(WORK, "hot")
    report = lab.observe(seed=None, clock="cpu").report
    cpu, ticks = report.seconds("cpu"), report.seconds("ticks")
    # Ticks go on while the thread waits for a CPU, so they may tell more; a broken unit would be off by thousands.
    assert cpu > 1e-3
    assert ticks > cpu / 3


STRESS = (
    HEAD
    + """
#include <pthread.h>
HOT double hot(double *a, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
static void *churn(void *arg)
{
    char *kept[64] = {0};
    unsigned state = 1 + (unsigned)(size_t)arg;
    for (int i = 0; i < 200000; i++) {
        state = state * 1664525u + 1013904223u;
        char **slot = &kept[state >> 26];
        size_t size = 1 + (state >> 8) %% 3000;
        if (state & 64) *slot = realloc(*slot, size);
        else { free(*slot); *slot = state & 32 ? calloc(1, size) : malloc(size); }
        if (*slot == NULL) abort();
        (*slot)[size - 1] = 1;
    }
    for (int i = 0; i < 64; i++) free(kept[i]);
    return NULL;
}
int main(void)
{
    double *a = calloc(100, sizeof *a), s = 0;
    pthread_t thread[4];
    for (int i = 0; i < 100; i++) a[i] = 1;
    for (size_t i = 0; i < %(threads)d; i++) if (pthread_create(&thread[i], NULL, churn, (void *)i)) abort();
    if (%(threads)d == 0) churn((void *)9);
    for (int i = 0; i < 100; i++) s += hot(a, 100);
    for (int i = 0; i < %(threads)d; i++) pthread_join(thread[i], NULL);
    s += hot(a + 50, 50);
    printf("%%g", s);
}
"""
)


@pytest.mark.parametrize("threads", [0, 4])
def test_the_heap_is_known_after_hundreds_of_thousands_of_allocations(make_lab: MakeLab, threads: int) -> None:
    seen = checked(make_lab(STRESS % {"threads": threads}, "hot", timeout=60))
    assert text(seen) == "10050"
    assert seen.report.calls == 101
    assert seen.report.unknown_blocks == 0
    assert len(dumped(seen, 0, call=0).data) == 800


def test_freed_blocks_take_no_lasting_memory_of_the_registry(make_lab: MakeLab) -> None:
    source = HEAD + (
        "HOT void hot(char *a) { a[0]++; }\n"
        "int main(void) { char *keep = malloc(8); keep[0] = 0;\n"
        "  for (int i = 0; i < 3000000; i++) { char *p = malloc(24 + i % 512); p[0] = 1; free(p); if (!p) return 1; }\n"
        '  hot(keep); char line[256]; FILE *f = fopen("/proc/self/status", "r"); long peak = 0;\n'
        '  while (fgets(line, sizeof line, f)) sscanf(line, "VmHWM: %ld", &peak);\n'
        '  printf("%d", peak < 30000); }\n'
    )
    assert text(checked(make_lab(source, "hot"))) == "1"


THREADED = (
    HEAD
    + """
#include <pthread.h>
HOT void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] += 1; }
static void *work(void *a) { for (int i = 0; i < 1000; i++) hot(a, 32); return NULL; }
int main(void)
{
    pthread_t thread[4]; double *a[4];
    for (int i = 0; i < 4; i++) { a[i] = calloc(32, 8); if (pthread_create(&thread[i], NULL, work, a[i])) abort(); }
    for (int i = 0; i < 4; i++) pthread_join(thread[i], NULL);
    printf("%g", a[0][5] + a[3][31]);
}
"""
)


def test_calls_from_several_threads_are_all_counted_and_dumped_whole(make_lab: MakeLab) -> None:
    lab = make_lab(THREADED, "hot")
    seen = checked(lab)
    assert text(seen) == "2000"
    assert seen.report.calls == 4000
    assert {(dump.index, dump.kind, len(dump.data)) for dump in seen.dumps} == {(0, "f64", 256)}
    assert sorted({dump.call for dump in seen.dumps})[:16] == list(range(16))
    assert lab.observe(seed=None).report.calls == 4000


CLOCKS = (
    HEAD
    + """
#include <sys/time.h>
#include <time.h>
HOT void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] *= 2; }
int main(void)
{
    srand((unsigned)time(NULL));
    clock_t start = clock();
    struct timespec t; struct timeval v;
    clock_gettime(CLOCK_MONOTONIC, &t);
    gettimeofday(&v, NULL);
    double *a = malloc(80);
    for (int i = 0; i < 10; i++) a[i] = rand();
    hot(a, 10);
    printf("%ld.%09ld %ld %g %.9f", (long)t.tv_sec, t.tv_nsec, (long)v.tv_usec, a[3], (double)(clock() - start) / CLOCKS_PER_SEC);
}
"""
)


def test_what_the_program_reads_from_the_clock_repeats(make_lab: MakeLab) -> None:
    lab = make_lab(CLOCKS, "hot")
    one, two = checked(lab), checked(lab)
    assert one.result.stdout == two.result.stdout
    assert [dump.data for dump in one.dumps] == [dump.data for dump in two.dumps]
    assert lab.observe(seed=None).report.checksum == lab.observe(seed=None).report.checksum
    took = float(text(one).split()[-1])
    assert took > 0


def test_a_program_that_waits_for_its_clock_comes_to_an_end(make_lab: MakeLab) -> None:
    source = HEAD + (
        "#include <time.h>\nHOT int hot(int *a) { return ++*a; }\n"
        "int main(void) { int *a = calloc(1, 4); clock_t end = clock() + CLOCKS_PER_SEC;\n"
        '  do hot(a); while (clock() < end); printf("%d", *a); }\n'
    )
    lab = make_lab(source, "hot")
    assert checked(lab).report.calls == checked(lab).report.calls > 1


def test_a_programs_own_names_are_not_mistaken_for_the_c_librarys(make_lab: MakeLab) -> None:
    source = (
        "#include <stdio.h>\ndouble time[4] = {1, 2, 3, 4}; double clock;\n"
        "__attribute__((noinline)) void hot(int n) { while (n--) time[n] *= 2; clock += 1; }\n"
        'int main(void) { hot(4); printf("%g %g", time[3], clock); }\n'
    )
    lab = make_lab(source, "hot")
    assert text(checked(lab)) == "8 1"
    assert "-Wl,--wrap=time" not in lab.harness.wraps
    assert "-Wl,--wrap=gettimeofday" in lab.harness.wraps


def test_wrap_flags_leave_out_what_the_program_defines() -> None:
    module = (
        "define ptr @malloc(i64 %n) {\n  ret ptr null\n}\n@clock = internal global i32 0\ndeclare void @free(ptr)\n"
    )
    flags = wrap_flags([module])
    assert "-Wl,--wrap=malloc" not in flags
    assert {f"-Wl,--wrap={name}" for name in ALLOCATORS if name != "malloc"} <= set(flags)


def test_defined_globals_are_those_that_another_module_can_name() -> None:
    module = """
@a = dso_local local_unnamed_addr global [10 x double] zeroinitializer, align 16
@b = hidden global %struct.s { i32 1, double 2.0 }
@"odd name" = global i32 3
@c = external global i32
@d = internal global i32 0
@e = constant i32 1
@f = thread_local global i32 0
@llvm.used = appending global [1 x ptr] [ptr @a], section "llvm.metadata"
@g = common global <{ i8, i32 }> zeroinitializer
"""
    assert dict(defined_globals(module)) == {
        "a": "[10 x double]",
        "b": "%struct.s",
        "odd name": "i32",
        "g": "<{ i8, i32 }>",
    }


def test_without_its_variable_a_program_runs_as_it_is(make_lab: MakeLab) -> None:
    import subprocess

    lab = make_lab(CLOCKS, "hot")
    done = subprocess.run([lab.binary], capture_output=True, text=True, check=True, env={})
    assert int(done.stdout.split(".")[0]) > 0


def test_a_dump_beyond_the_budget_stops_and_says_so(make_lab: MakeLab) -> None:
    source = HEAD + (
        "HOT void hot(char *a, long n) { a[n - 1] = 1; }\n"
        "int main(void) { long n = 40L << 20; char *a = calloc(1, n); for (int i = 0; i < 16; i++) hot(a, n); }\n"
    )
    seen = checked(make_lab(source, "hot"))
    assert seen.report.dump_full
    assert 0 < len(seen.dumps) < 16
    assert {len(dump.data) for dump in seen.dumps} == {40 << 20}
