"""What is learnt of the reference before anything is compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import BrokenReference, UsageError
from pipeline.judging import sandbox
from pipeline.judging.cases import OWN, Case
from pipeline.judging.reference import expected_hidden, hidden_seeds
from pipeline.judging.verification import verify
from pipeline.records import Policy

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

HEAD = """
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#define HOT __attribute__((noinline))
"""
SCALE = "HOT void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] = sqrt(a[i]); }\n"


def lab_with(make_lab: MakeLab, main: str, timeout: float = 10) -> Lab:
    return make_lab(f"{HEAD}{SCALE}int main(void) {{ double *a = calloc(50, 8); {main} }}\n", "hot", timeout=timeout)


def test_what_a_well_behaved_program_is_known_by(make_lab: MakeLab) -> None:
    found = lab_with(make_lab, "for (int i = 0; i < 50; i++) a[i] = i; hot(a, 50); return a[4] != 2;").reference
    assert found.calls == 1
    assert found.status == 0
    assert len(found.seeds) == 2
    assert found.seconds > 0
    assert list(found.checksums) == [OWN, *map(Case, found.seeds)]
    assert None not in found.checksums.values()
    assert found.notes == (
        "varied in hidden inputs: a",
        "also verified with other values of n: sizes of 0, sizes of 1, small prime sizes, sizes that are prime",
    )


@pytest.mark.parametrize(
    ("main", "words"),
    [
        ('fprintf(stderr, "no data"); hot(a, 50); abort();', "SIGABRT.*no data"),
        ("hot(a, 50); *(volatile int *)0 = 1; return 0;", "SIGSEGV"),
        ("hot(a, 50); for (;;) hot(a, 1);", "did not stop within 1 s"),
    ],
    ids=["abort", "crash", "endless"],
)
def test_a_program_that_does_not_run_is_a_broken_reference(make_lab: MakeLab, main: str, words: str) -> None:
    lab = lab_with(make_lab, main, timeout=1)
    with pytest.raises(BrokenReference, match=words):
        _ = lab.reference


def test_a_function_that_is_not_called_with_this_input_is_a_usage_error(make_lab: MakeLab) -> None:
    lab = lab_with(make_lab, "if (a[0] > 0) hot(a, 50); return 0;")
    with pytest.raises(UsageError, match="'hot' is never called"):
        _ = lab.reference


def test_a_status_of_its_own_is_no_failure(make_lab: MakeLab) -> None:
    assert lab_with(make_lab, "hot(a, 50); return 3;").reference.status == 3


def test_inputs_on_which_the_reference_makes_nan_are_dropped(make_lab: MakeLab) -> None:
    source = (
        f"{HEAD}HOT double hot(double *a) {{ return sqrt(a[0] - 1.0) + sqrt(1.0 - a[0]); }}\n"
        'int main(void) { double *a = calloc(4, 8); a[0] = 1; printf("%g", hot(a)); }\n'
    )
    found = make_lab(source, "hot").reference
    assert found.seeds == ()
    assert any(note.startswith("no hidden inputs") for note in found.notes)


def test_inputs_on_which_the_reference_hangs_are_dropped_in_time(
    make_lab: MakeLab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "LEAST_PATIENCE", 0.5)
    source = (
        f"{HEAD}HOT void hot(double *a) {{ while (a[0] != 1.0) a[1] += a[0]; a[2] += 1; }}\n"
        'int main(void) { double *a = calloc(4, 8); a[0] = 1; hot(a); printf("%g", a[2]); }\n'
    )
    assert make_lab(source, "hot", timeout=600).reference.seeds == ()


def test_where_nothing_can_vary_there_are_no_hidden_inputs(make_lab: MakeLab) -> None:
    source = (
        f"{HEAD}HOT int hot(int x) {{ return x * x; }}\nint main(int c, char **v) {{ (void)v; return hot(c) - 1; }}\n"
    )
    found = make_lab(source, "hot").reference
    assert found.seeds == ()
    assert found.calls == 1


def test_results_that_do_not_repeat_are_masked_and_noted(make_lab: MakeLab) -> None:
    source = (
        f"{HEAD}struct node {{ struct node *next; double value; }};\n"
        "HOT double hot(struct node *n) { double s = 0; for (; n; n = n->next) s += n->value; return s; }\n"
        "int main(void) { struct node *a = calloc(2, sizeof *a), *b = calloc(1, sizeof *b); a->next = b;"
        ' a->value = 1; b->value = 2; printf("%g %p", hot(a), (void *)b); }\n'
    )
    lab = make_lab(source, "hot")
    found = lab.reference
    assert found.checksums[OWN] is None
    assert any("1 words of data, 1 words of output" in note for note in found.notes)
    names = lab.harness.block_names
    assert verify(found.binary, found.expected, lab.invocation, Policy.STRICT, 0, names) is None


def test_what_the_reference_reads_before_writing_it_is_masked(make_lab: MakeLab) -> None:
    source = (
        f'{HEAD}HOT void hot(double *a) {{ double t[2000]; __asm__("" : "+m"(t)); a[1] = t[9]; a[2] = 2; }}\n'
        "HOT void wipe(void) { volatile char clean[100000]; for (int i = 0; i < 100000; i++) clean[i] = 0; }\n"
        'int main(void) { double *a = calloc(4, 8); wipe(); hot(a); printf("%g", a[2]); }\n'
    )
    own = make_lab(source, "hot").reference.expected[0]
    assert own.mask.words == {(0, 0): frozenset({1})}


def test_seeds_follow_from_run_and_purpose() -> None:
    def first(run: int, purpose: str) -> list[int]:
        stream = iter(hidden_seeds(run, purpose))
        return [next(stream) for _ in range(5)]

    assert first(1, "verify") == first(1, "verify")
    assert len({*first(1, "verify"), *first(2, "verify"), *first(1, "confirm c1")}) == 15
    assert all(0 < seed < 2**63 for seed in first(1, "verify"))


def test_as_many_hidden_inputs_as_are_wanted(matvec: Lab) -> None:
    found = expected_hidden(matvec.reference.binary, matvec.invocation, hidden_seeds(3, "more"), 3)
    assert len({expected.case.seed for expected in found}) == 3
    assert not {expected.case.seed for expected in found} & set(matvec.reference.seeds)


@pytest.mark.parametrize("policy", Policy)
def test_the_reference_agrees_with_itself(matvec: Lab, policy: Policy) -> None:
    found = matvec.reference
    names = matvec.harness.block_names
    assert verify(found.binary, found.expected, matvec.invocation, policy, 1e-9, names) is None
