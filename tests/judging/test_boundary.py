"""What the boundary knows of memory: extents, hidden inputs, what it dumps."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
import pytest
from observations import HEAD, array, checked, dumped, text

from pipeline.judging.boundary import defined_globals
from pipeline.records import Vary

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

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
        "int main(void) { for (int i = 0; i < 20; i++) B[i] = i; hot(20);"
        ' printf("%g %d %g", A[3], calls, untouched[0]); }\n'
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
        "HOT void hot(char *a) { a[0]++; }\nstatic char *block[20000];\n"
        "int main(void) { char *keep = calloc(1, 8), line[256]; long peak = 0;\n"
        "  for (int round = 1; round <= 40; round++) {\n"
        "    for (int i = 0; i < 20000; i++) block[i] = malloc(16 * round);\n"
        "    for (int i = 0; i < 20000; i++) free(block[i]); }\n"
        '  hot(keep); FILE *f = fopen("/proc/self/status", "r");\n'
        '  while (fgets(line, sizeof line, f)) sscanf(line, "VmHWM: %ld", &peak);\n'
        '  printf("%ld", peak); }\n'
    )
    # Blocks of 13 MB at most; hundreds of thousands of addresses were in use at one time or another.
    assert int(text(checked(make_lab(source, "hot")))) < 30_000


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


def test_a_dump_beyond_the_budget_stops_and_says_so(make_lab: MakeLab) -> None:
    source = HEAD + (
        "HOT void hot(char *a, long n) { a[n - 1] = 1; }\n"
        "int main(void) { long n = 40L << 20; char *a = calloc(1, n); for (int i = 0; i < 16; i++) hot(a, n); }\n"
    )
    seen = checked(make_lab(source, "hot"))
    assert seen.report.dump_full
    assert 0 < len(seen.dumps) < 16
    assert {len(dump.data) for dump in seen.dumps} == {40 << 20}
