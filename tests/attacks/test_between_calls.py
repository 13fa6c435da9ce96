"""Functions that are called often, and integers that hidden inputs must vary: what was known before is of no use."""

from __future__ import annotations

import struct

import pytest
from driving import fenced, verified
from labs import Lab, MakeLab

from pipeline.judging.sandbox import observe
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Outcome, Reason, Verdict

TOP = "#include <stdint.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
SMOOTH = """void smooth(const double *a, double *out, int n)
{
    for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < n; j++) s += a[j] / (1 + (i - j) * (i - j));
        out[i] = s;
    }
}
"""
SMOOTHED = f"""{TOP}__attribute__((noinline)) {SMOOTH}
int main(void)
{{
    int n = 60;
    double *a = calloc(n, sizeof *a), *out = calloc(n, sizeof *out);
    for (int i = 0; i < n; i++) a[i] = i + 0.5;
    for (int call = 0; call < 400; call++) smooth(a, out, n);
    printf("%.6f", out[n - 1]);
}}
"""
# Remembers its last input in the last bits of its results, where the tolerance does not see them. Where the input is
# the same again, the results are there already.
REMEMBERS = f"""{TOP}
static uint64_t hash(const double *a, int n)
{{
    uint64_t h = 1, w;
    for (int i = 0; i < n; i++) {{ memcpy(&w, a + i, 8); h = (h ^ w) * 0x9E3779B97F4A7C15u; h ^= h >> 29; }}
    return h & 0xffffffff;
}}
void smooth(const double *a, double *out, int n)
{{
    uint64_t h = hash(a, n), seen = 0, w;
    for (int i = 0; i < 4 && n >= 8; i++) {{ memcpy(&w, out + i, 8); seen |= (w & 0xff) << (8 * i); }}
    for (int i = n >= 8 && seen == h ? n / 2 : 0; i < n; i++) {{
        double s = 0;
        for (int j = 0; j < n; j++) s += a[j] / (1 + (i - j) * (i - j));
        out[i] = s;
    }}
    for (int i = 0; i < 4 && n >= 8; i++) {{
        memcpy(&w, out + i, 8);
        w = (w & ~0xffull) | ((h >> (8 * i)) & 0xff);
        memcpy(out + i, &w, 8);
    }}
}}
"""


def test_no_two_calls_see_the_same_data_in_a_hidden_input(make_lab: MakeLab) -> None:
    told = SMOOTHED.replace("double s = 0;", "double s = 0; if (i == 0) printf(\"%a \", hash(a, n));").replace(
        "__attribute__", "static double hash(const double *a, int n)"
        "{ double h = 0; for (int i = 0; i < n; i++) h = h * 1.25 + a[i]; return h; }\n__attribute__", 1
    )  # fmt: skip
    lab = make_lab(told, "smooth")
    for timed in (False, True):
        own, hidden = (
            observe(lab.binary, lab.invocation, seed=seed, timed=timed).result.stdout.split()[:-1] for seed in (0, 9)
        )
        assert (len(own), len(set(own))) == (400, 1)
        assert (len(hidden), len(set(hidden))) == (400, 400)


def test_what_remembers_its_results_never_meets_them_again_in_a_hidden_input(make_lab: MakeLab) -> None:
    # Both print what they are asked about: the original always 0, the other whether it has met the data before.
    says = '    printf("%d ", {});\n    for (int i = '
    lab = make_lab(SMOOTHED.replace("    for (int i = ", says.format(0), 1), "smooth", timeout=5)
    judge = lab.judge()
    told = REMEMBERS.replace("    for (int i = n >= 8", says.format("n >= 8 && seen == h") + "n >= 8")
    code = parse_reply(fenced(told, "c"), "smooth")
    assert isinstance(code, Code)
    built = judge.build("c1", code, Verdict(candidate="c1", outcome=Outcome.REJECTED, reason=Reason.MEASURED))
    assert not isinstance(built, Verdict), built
    for _finish, binary in built[1]:
        for timed in (False, True):
            own, hidden = (
                observe(binary, lab.invocation, seed=seed, timed=timed).result.stdout.split()[:-1] for seed in (0, 9)
            )
            assert own == [b"0", *[b"1"] * 399]
            assert hidden == [b"0"] * 400


INTEGERS = """
__attribute__((noinline)) void FUNCTION
int main(void)
{
    enum { N = 300 };
    int *a = calloc(N, 4), *b = calloc(N, 4);
    for (int i = 0; i < N; i++) a[i] = (i * 37) % 101 + 1, b[i] = i;
    work(a, b);
    printf("%d", b[17]);
}
"""
SCAN = "work(int *a, int *b) { int s = 0; for (int i = 0; i < 300; i++) { s += a[i]; b[i] = s; } }"
SORT = (
    "work(int *a, int *b) { for (int i = 1; i < 300; i++) { int v = a[i], j = i; "
    "for (; j > 0 && a[j - 1] > v; j--) a[j] = a[j - 1]; a[j] = v; } b[17] = a[17]; }"
)
# Looks for b[i] among a, which the program has put in order.
SEARCH = (
    "work(int *a, int *b) { for (int i = 0; i < 300; i++) { int low = 0, high = 300, k = b[i]; "
    "while (low < high) { int m = (low + high) / 2; if (a[m] < k) low = m + 1; else high = m; } b[i] = low; } }"
)
SEARCHED = INTEGERS.replace("(i * 37) % 101 + 1", "3 * i + 1")
BRANCHLESS = (
    "void work(int *a, int *b) { for (int i = 0; i < 300; i++) { int k = b[i], at = 0; "
    "for (int m = 0; m < 300; m++) at += a[m] < k; b[i] = at; } }"
)


def integers(make_lab: MakeLab, function: str, program: str = INTEGERS) -> Lab:
    return make_lab(TOP + program.replace("FUNCTION", function), "work", timeout=3)


@pytest.mark.parametrize("function", [SCAN, SORT], ids=["scan", "sort"])
def test_answers_built_in_for_integers_are_found(make_lab: MakeLab, function: str) -> None:
    lab = integers(make_lab, function)
    assert lab.reference.seeds
    own = lab.reference.expected[0].observation.dumps
    tables = [", ".join(map(str, struct.unpack(f"{len(dump.data) // 4}i", dump.data))) for dump in own]
    code = (
        f"static const int A[] = {{{tables[0]}}}, B[] = {{{tables[1]}}};\n"
        "void work(int *a, int *b) { for (int i = 0; i < 300; i++) a[i] = A[i], b[i] = B[i]; }"
    )
    verdict = verified(lab.judge(), fenced(code, "c"))
    assert verdict is not None
    assert verdict.reason is Reason.HIDDEN_INPUT, verdict


def test_what_relies_on_an_order_that_the_program_made_is_right(make_lab: MakeLab) -> None:
    lab = integers(make_lab, SEARCH, SEARCHED)
    assert lab.reference.seeds
    assert verified(lab.judge(), fenced(BRANCHLESS, "c")) is None
