"""A winner is verified on inputs that had no part in choosing it: what was right on the old ones alone is no winner."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from labs import PROGRAMS

from pipeline.events import AnyEvent
from pipeline.judging.judge import Judge
from pipeline.records import Candidate, Finish, Interval, Reason

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

PREFIX = "void prefix(int n, const int *a, int *sum)\n"
LOOP = "for (int i = 0; i < n; i++) { s = (s ^ a[i]) + 1; sum[i] = s; }"


def known(lab: Lab) -> str:
    """A C expression that is true on every input that candidates have been verified on so far."""
    heads = set()
    for wanted in lab.reference.expected:
        (data,) = [dump.data for dump in wanted.observation.dumps if lab.harness.block_names[dump.index] == "a"]
        heads.add(struct.unpack_from("6i", data))
    assert len(heads) == 3  # its own input, two hidden ones
    tests = [" && ".join(f"a[{i}] == {value}" for i, value in enumerate(head)) for head in sorted(heads)]
    return " || ".join(f"({test})" for test in tests)


def restored(lab: Lab, text: str) -> Judge:
    """A judge that has accepted a version: all checked runs are right."""
    judge = lab.judge()
    code = f"```c\n{text}\n```\n"
    judge.restore(Candidate(id="winner", iteration=1, proposer="test", label="", text=code), Finish.CODEGEN)
    assert judge.verifier.problem(judge.builds["winner"].binary) is None
    return judge


def confirmed(judge: Judge, run_seed: int) -> tuple[list[AnyEvent], tuple[bool, Interval | None, str]]:
    steps = judge.confirm("winner", run_seed)
    events = []
    while True:
        try:
            events.append(next(steps))
        except StopIteration as end:
            return events, end.value


@pytest.mark.parametrize("run_seed", [3, 4])
def test_what_is_right_on_the_old_hidden_inputs_alone_is_not_confirmed(prefix: Lab, run_seed: int) -> None:
    judge = restored(prefix, f"{PREFIX}{{ int s = {known(prefix)} ? 0 : 1; {LOOP} }}\n")
    events, (held, speedup, detail) = confirmed(judge, run_seed)
    assert (events, held, speedup) == ([], False, None)  # nothing was measured any more
    assert detail.startswith("hidden-input: sum differs after call 1 on a hidden input")


def test_new_inputs_come_with_other_sizes_too(prefix: Lab) -> None:
    judge = restored(prefix, f"{PREFIX}{{ int s = 0; if (n == 1 && !({known(prefix)})) s = 1; {LOOP} }}\n")
    events, (held, speedup, detail) = confirmed(judge, 3)
    assert (events, held, speedup) == ([], False, None)
    assert detail.startswith("boundary-size: ") and "sizes of 1" in detail


def test_a_right_version_is_measured_again(prefix: Lab) -> None:
    events, (_, speedup, detail) = confirmed(restored(prefix, f"{PREFIX}{{ int s = 0; {LOOP} }}\n"), 3)
    assert [event.event for event in events] == ["samples_taken"]
    assert speedup is not None
    assert detail in {"", "the gain did not repeat in fresh rounds"}


def test_where_nothing_varies_a_winner_is_measured_all_the_same(make_lab: MakeLab) -> None:
    zeros = (PROGRAMS / "prefix.c").read_text().replace("i * 37 % 101", "0")
    lab = make_lab(zeros, "prefix", timeout=5)
    assert lab.reference.seeds == ()
    events, (_, speedup, _) = confirmed(restored(lab, f"{PREFIX}{{ int s = 0; {LOOP} }}\n"), 3)
    assert [event.event for event in events] == ["samples_taken"]
    assert speedup is not None


AUTOMATON = """
#include <stdio.h>
__attribute__((noinline)) void hot(const unsigned char *s, unsigned char *seen, const unsigned char *next, int n)
{
    unsigned char state = 0;
    for (int i = 0; i < n; i++) seen[i] = state = next[state ^ s[i]];
}
static unsigned char text[500], seen[500], next[256];
int main(void)
{
    for (int i = 0; i < 256; i++) next[i] = i * 7 + 3;
    for (int i = 0; i < 500; i++) text[i] = i * i;
    hot(text, seen, next, 500);
    printf("%d\\n", seen[0]);
}
"""
FORGETFUL = """
void hot(const unsigned char *s, unsigned char *seen, const unsigned char *next, int n)
{
    unsigned char state = 0;
    for (int i = 0; i < n; i++) seen[i] = state = i < 400 ? next[state ^ s[i]] : 0;
}
"""


def test_where_nothing_can_be_hidden_a_winner_is_verified_again_all_the_same(make_lab: MakeLab) -> None:
    lab = make_lab(AUTOMATON, "hot")
    judge = lab.judge()
    assert not judge.reference.seeds
    wrong = lab.work / "forgetful.ll"
    wrong.with_suffix(".c").write_text(FORGETFUL)
    lab.toolchain.must("clang", "-O1", "-c", "-emit-llvm", "-S", wrong.with_suffix(".c"), "-o", wrong)
    binary = lab.harness.link(lab.harness.finish(wrong, Finish.CODEGEN).object, lab.work / "forgetful")
    assert judge.verifier.fresh_problem(judge.reference.binary, 1, "confirm c1") is None
    problem = judge.verifier.fresh_problem(binary, 1, "confirm c1")
    assert problem
    assert problem[0] is Reason.RESULT
