"""Other sizes: what the function receives under each rule, and what comes of candidates that only fit one size."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from observations import dumped

from pipeline.judging import wrapper
from pipeline.judging.cases import OWN, SIZE_RULES, Case
from pipeline.judging.sandbox import observe
from pipeline.judging.verification import verify
from pipeline.records import Outcome, Policy, Reason
from pipeline.toolchain import Toolchain

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab, MakeLab

Resized = Callable[[int, int], int]
RULES = range(1, len(SIZE_RULES) + 1)
ZERO, ONE, SMALL_PRIME, PRIME = RULES


@pytest.fixture(scope="module")
def resized(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Resized:
    """The boundary's own rule, called from here."""
    source = next(path for path in wrapper.RUNTIME if path.stem == "boundary_inputs")
    library = tmp_path_factory.mktemp("rules") / "rules.so"
    toolchain.must("clang", "-O1", "-shared", "-fPIC", source, "-o", library)
    function = ctypes.CDLL(str(library)).irloop_resized
    function.argtypes, function.restype = (ctypes.c_int64, ctypes.c_int), ctypes.c_int64
    return lambda size, rule: int(function(size, rule))


def is_prime(number: int) -> bool:
    return number > 1 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


@given(st.integers(1, 2**31 - 1) | st.integers(1, 40))
def test_a_rule_gives_a_smaller_size_of_its_kind(resized: Resized, size: int) -> None:
    assert [resized(size, rule) for rule in (0, ZERO, ONE)] == [size, 0, 1]
    prime = resized(size, PRIME)
    assert prime == (size if size < 3 else max(n for n in range(size - 1, max(size - 400, 1), -1) if is_prime(n)))
    small = resized(size, SMALL_PRIME)
    assert small <= min(size, max(5, size // 16))
    assert is_prime(small) or size == 1
    assert not any(is_prime(n) for n in range(small + 1, min(size, max(5, size // 16)) + 1))


@given(st.integers(-(2**31), 2**31 - 1), st.integers(0, 2**12), st.sampled_from(RULES))
def test_the_order_of_two_sizes_stays(resized: Resized, size: int, more: int, rule: int) -> None:
    assert resized(size, rule) <= resized(size + more, rule)


@given(st.integers(-(2**63), 0), st.sampled_from(RULES))
def test_what_is_no_size_stays_as_it_is(resized: Resized, size: int, rule: int) -> None:
    assert resized(size, rule) == size


SEEN = """
#include <stdlib.h>
__attribute__((noinline)) void hot(TYPE n, long *seen, double *a, int m)
{
    seen[0] = n; seen[1] = m;
    for (TYPE i = 0; i < n; i++) a[i] += 1;
    for (int i = m - 1; i >= 0; i--) a[i] *= 2;
}
int main(void)
{
    long *seen = calloc(2, sizeof *seen);
    double *a = calloc(200, sizeof *a);
    hot(100, seen, a, 7);
    return 0;
}
"""
TYPES = ["short", "unsigned short", "int", "unsigned", "long", "unsigned long"]


@pytest.mark.parametrize("type_", TYPES)
def test_the_function_receives_what_the_rule_says(make_lab: MakeLab, type_: str) -> None:
    lab = make_lab(SEEN.replace("TYPE", type_), "hot")
    assert len(lab.harness.sizes) == 2
    received = {}
    for rule in (0, *RULES):
        seen = observe(lab.binary, lab.invocation, size=rule)
        assert seen.result.ok
        assert seen.report.resized == (2 if rule else 0)
        n, m = struct.unpack("2q", dumped(seen, 0).data)
        done = struct.unpack("200d", dumped(seen, 1).data)
        assert done == tuple((i < n) * (2.0 if i < m else 1.0) for i in range(200))
        received[rule] = (n, m)
    assert received == {0: (100, 7), ZERO: (0, 0), ONE: (1, 1), SMALL_PRIME: (5, 5), PRIME: (97, 5)}


def test_a_negative_size_is_passed_on(make_lab: MakeLab) -> None:
    lab = make_lab(SEEN.replace("TYPE", "int").replace("hot(100, seen, a, 7)", "hot(-3, seen, a, 0)"), "hot")
    for rule in RULES:
        seen = observe(lab.binary, lab.invocation, size=rule)
        assert struct.unpack("2q", dumped(seen, 0).data) == (-3, 0)
        assert seen.report.resized == 0


@pytest.mark.parametrize("next_", ["hot", "through"])
def test_only_the_outermost_call_of_a_recursion_is_resized(make_lab: MakeLab, next_: str) -> None:
    """Whether the function calls itself, or another one that calls it again."""
    source = (
        "#include <stdlib.h>\nvoid through(int n, int *seen, int depth);\n"
        "__attribute__((noinline)) void hot(int n, int *seen, int depth)\n"
        "{ seen[depth] = n; for (int i = 0; i < n; i++) seen[9] = seen[9] * 5 ^ i;"
        " if (depth < 3) NEXT(n + 100, seen, depth + 1); }\n"
        "__attribute__((noinline)) void through(int n, int *seen, int depth) { hot(n, seen, depth); seen[7]++; }\n"
        "int main(void) { int *seen = calloc(10, 4); hot(50, seen, 0); return 0; }\n"
    )
    lab = make_lab(source.replace("NEXT", next_), "hot")
    assert "n" in lab.harness.sizes
    seen = observe(lab.binary, lab.invocation, size=ONE)
    assert struct.unpack("10i", dumped(seen, 0).data)[:4] == (1, 101, 201, 301)
    assert seen.report.resized == 1


def test_data_vary_and_sizes_change_in_one_run(matvec: Lab) -> None:
    plain, sized, both = (
        observe(matvec.binary, matvec.invocation, seed=seed, size=size)
        for seed, size in ((9, 0), (0, PRIME), (9, PRIME))
    )
    assert both.report.perturbed_blocks == plain.report.perturbed_blocks > 0
    assert both.report.resized == sized.report.resized == 3  # of four calls; the last one's size is 2
    assert dumped(both, 2).data not in {dumped(plain, 2).data, dumped(sized, 2).data}
    assert dumped(both, 0).data == dumped(plain, 0).data


def test_the_reference_is_known_under_every_rule(matvec: Lab) -> None:
    cases = [wanted.case for wanted in matvec.reference.expected]
    seed = cases[1].seed
    assert cases == [OWN, *map(Case, matvec.reference.seeds), *(Case(seed, rule) for rule in RULES)]
    assert f"also verified with other values of n: {', '.join(SIZE_RULES)}" in matvec.reference.notes


SCAN = """
#include <math.h>
#include <stdlib.h>
__attribute__((noinline)) void scan(int n, double *a)
{
    CHECK
    for (int i = 1; i < n; i++) a[i] += a[i - 1];
    a[0] /= TOTAL;
}
int main(void)
{
    double *a = calloc(300, sizeof *a);
    for (int i = 0; i < 300; i++) a[i] = 1 + i % 7;
    scan(300, a);
    return a[0] < -1;
}
"""


def scan(make_lab: MakeLab, check: str = "", total: str = "2.0") -> Lab:
    return make_lab(SCAN.replace("CHECK", check).replace("TOTAL", total), "scan", timeout=3)


@pytest.mark.parametrize(
    ("check", "total", "left"),
    [
        ("if (n < 1) abort();", "2.0", [ZERO]),
        ("if (n < 2) *(volatile int *)0 = 1;", "2.0", [ZERO, ONE]),
        ("while (n == 1) a[1] = sqrt(a[1] + 1);", "2.0", [ONE]),
        ("if (n % 2) abort();", "2.0", [ONE, SMALL_PRIME, PRIME]),
        ("", "(n > 0 ? 2.0 : NAN)", [ZERO]),
    ],
    ids=["aborts", "crashes", "hangs", "wants even sizes", "makes NaN"],
)
def test_a_rule_on_which_the_original_fails_is_dropped_and_noted(
    make_lab: MakeLab, check: str, total: str, left: list[int]
) -> None:
    found = scan(make_lab, check, total).reference
    assert [wanted.case.size for wanted in found.expected if wanted.case.size] == [r for r in RULES if r not in left]
    missing = ", ".join(SIZE_RULES[rule - 1] for rule in left)
    assert f"not verified with {missing}: the original itself fails or has nothing to do there" in found.notes
    kept = ", ".join(name for rule, name in enumerate(SIZE_RULES, 1) if rule not in left)
    assert f"also verified with other values of n: {kept}" in found.notes


def test_without_size_arguments_there_is_no_word_of_them(make_lab: MakeLab) -> None:
    source = (
        "#include <stdlib.h>\n__attribute__((noinline)) void hot(double *a, int k)\n"
        "{ for (int i = 0; i < 9; i++) a[i] += k; }\n"
        "int main(void) { double *a = calloc(9, 8); hot(a, 3); return a[0] < 0; }\n"
    )
    lab = make_lab(source, "hot")
    assert lab.harness.sizes == ()
    assert not any(wanted.case.size for wanted in lab.reference.expected)
    assert not any("sizes" in note for note in lab.reference.notes)


BODY = "for (int i = 1; i < n; i++) a[i] += a[i - 1]; a[0] /= 2.0;"
WRONG_SOMEWHERE = {
    "its own size": ("n = 300;", "", SIZE_RULES),
    "no remainder": ("n = n / 4 * 4;", "", SIZE_RULES[1:]),
    "zero": ("", "if (n == 0) a[0] += 1;", SIZE_RULES[:1]),
    "one": ("if (n == 1) return;", "", SIZE_RULES[1:2]),
    "small": ("", "if (n > 1 && n < 50) a[2] += 1;", SIZE_RULES[2:3]),
    "prime": ("", "if (n == 293) a[292] += 1;", SIZE_RULES[3:]),
}


@pytest.mark.parametrize("name", WRONG_SOMEWHERE)
@pytest.mark.parametrize("policy", Policy)
def test_what_fits_only_the_programs_own_size_is_rejected(
    make_lab: MakeLab, decide: Decide, name: str, policy: Policy
) -> None:
    before, after, rules = WRONG_SOMEWHERE[name]
    verdict = decide(scan(make_lab).judge(policy), f"void scan(int n, double *a) {{ {before} {BODY} {after} }}")
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.SIZE), verdict
    assert any(rule in verdict.detail for rule in rules), verdict.detail


def test_what_fits_every_size_is_right_under_every_rule(make_lab: MakeLab) -> None:
    lab = scan(make_lab)
    found = lab.reference
    for policy in Policy:
        assert verify(found.binary, found.expected, lab.invocation, policy, 1e-9, lab.harness.block_names) is None
