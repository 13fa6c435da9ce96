"""Counting and timing calls, and the clock that the program itself sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from observations import HEAD, checked, text

from pipeline.judging.sandbox import observe
from pipeline.judging.wrapper import ALLOCATORS, wrap_flags

if TYPE_CHECKING:
    from tests.judging.conftest import MakeLab

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
    always = {*range(16), *(2**power for power in range(4, 20))}
    assert always < set(calls)
    others = sorted(set(calls) - always)
    assert 20 < len(others) < 150  # about 6 ln(1000000 / 16)
    assert len([call for call in others if call < 1000]) > 5
    assert calls != sorted({dump.call for dump in observe(lab.binary, replace(lab.invocation, watch=1)).dumps})
    timed = lab.observe(seed=None, clock="ticks")
    assert timed.report.calls == 1_000_000
    assert timed.report.seconds("ticks") > 0


def test_the_checksum_of_timed_runs_repeats_and_sees_a_difference(make_lab: MakeLab) -> None:
    lab, other = make_lab(MILLION, "hot"), make_lab(MILLION.replace("+= 1", "+= 2"), "hot")
    sums = {lab.observe(seed=None).report.checksum for _ in range(3)}
    assert len(sums) == 1
    assert other.observe(seed=None).report.checksum not in sums


WORK = (
    HEAD
    + """
HOT void hot(double *a, int n)
{
    for (int k = 0; k < 400; k++) for (int i = 1; i < n; i++) a[i] = a[i] * 0.5 + a[i - 1];
}
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


THREADED = (
    HEAD
    + """
#include <pthread.h>
HOT void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] += 1; }
static pthread_barrier_t together;
static void *work(void *a) { for (int i = 0; i < 8; i++) { pthread_barrier_wait(&together); hot(a, %d); } return NULL; }
int main(void)
{
    pthread_t thread[4]; double *a[4];
    pthread_barrier_init(&together, NULL, 4);
    for (int i = 0; i < 4; i++) { a[i] = calloc(%d, 8); if (pthread_create(&thread[i], NULL, work, a[i])) abort(); }
    for (int i = 0; i < 4; i++) pthread_join(thread[i], NULL);
    printf("%%g", a[0][5] + a[3][31]);
}
"""
)


def test_calls_from_several_threads_are_all_counted_and_dumped_whole(make_lab: MakeLab) -> None:
    size = 200_000  # long enough for dumps to meet
    lab = make_lab(THREADED % (size, size), "hot")
    seen = checked(lab)
    assert text(seen) == "16"
    assert seen.report.calls == 32
    assert {(dump.index, dump.kind, len(dump.data)) for dump in seen.dumps} == {(0, "f64", 8 * size)}
    calls = [dump.call for dump in seen.dumps]
    assert sorted(set(calls)) == sorted(calls)
    assert set(range(17)) <= set(calls) <= set(range(32))
    for dump in seen.dumps:
        assert len(set(np.frombuffer(dump.data))) == 1
    assert lab.observe(seed=None).report.calls == 32


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
    printf("%ld.%09ld %ld %g ", (long)t.tv_sec, t.tv_nsec, (long)v.tv_usec, a[3]);
    printf("%.9f", (double)(clock() - start) / CLOCKS_PER_SEC);
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


def test_without_its_variable_a_program_runs_as_it_is(make_lab: MakeLab) -> None:
    import subprocess

    lab = make_lab(CLOCKS, "hot")
    done = subprocess.run([lab.binary], capture_output=True, text=True, check=True, env={})
    assert int(done.stdout.split(".")[0]) > 0


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
