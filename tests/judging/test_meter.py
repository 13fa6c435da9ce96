"""Taking samples: who runs when, what is dropped, and that only one measures. What the clock says is not tested."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.judging import meter
from pipeline.judging.cases import OWN
from pipeline.judging.meter import PROCESS, Arm, Measurement, Sample, measure, measuring
from pipeline.records import Reason

if TYPE_CHECKING:
    from tests.judging.conftest import MakeLab

STEADY = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void hot(double *a, int n)
{
    for (int k = 0; k < 50; k++) for (int i = 1; i < n; i++) a[i] += a[i - 1];
}
int main(void)
{
    double *a = malloc(8000);
    for (int i = 0; i < 1000; i++) a[i] = 0;
    a[0] = 1;
    hot(a, 1000);
    return a[0] != 1;
}
"""
CRASHING = STEADY.replace("a[0] = 1;", "if (a[3] == 0) abort();")
ENDING_BADLY = STEADY.replace("a[0] != 1", "3")
OTHER_RESULT = STEADY.replace("a[0] = 1;", "a[0] = 1; a[7] = 5;")
NEVER_CALLED = STEADY.replace("hot(a, 1000);", "if (a[1]) hot(a, 1000);")


@pytest.fixture(autouse=True)
def own_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of two workers need not wait for each other."""
    monkeypatch.setattr(meter, "LOCK_FILE", tmp_path / "lock")


def test_every_arm_runs_once_a_round_in_varying_order(make_lab: MakeLab) -> None:
    lab = make_lab(STEADY, "hot")
    arms = {name: Arm(name, lab.binary) for name in ("a", "b", "c")}
    found = measure(arms, 6, lab.invocation, "cpu", random.Random(3))
    assert {name: len(values) for name, values in found.seconds.items()} == {"a": 6, "b": 6, "c": 6}
    assert all(value > 0 for values in found.seconds.values() for value in values)
    rounds = [tuple(found.order[start : start + 3]) for start in range(0, 18, 3)]
    assert all(Counter(names) == Counter("abc") for names in rounds)
    assert len(set(rounds)) > 1
    assert not found.failures


def test_the_order_follows_from_the_seed(make_lab: MakeLab) -> None:
    lab = make_lab(STEADY, "hot")
    arms = {name: Arm(name, lab.binary) for name in ("a", "b", "c")}
    one, two = (measure(arms, 4, lab.invocation, "ticks", random.Random(9)).order for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (CRASHING, Reason.CRASH),
        (ENDING_BADLY, Reason.EXIT_STATUS),
        (OTHER_RESULT, Reason.CHECKSUM),
        (NEVER_CALLED, Reason.CALLS),
    ],
    ids=["crash", "status", "result", "calls"],
)
def test_an_arm_that_is_not_right_is_dropped_and_named(make_lab: MakeLab, source: str, reason: Reason) -> None:
    good, bad = make_lab(STEADY, "hot"), make_lab(source, "hot")
    checksum = good.observe(seed=None).report.checksum if reason is Reason.CHECKSUM else None
    arms = {"good": Arm("good", good.binary, 0, {OWN: checksum}), "bad": Arm("bad", bad.binary, 0, {OWN: checksum})}
    found = measure(arms, 3, good.invocation, "cpu", random.Random(1))
    assert found.failures["bad"][0] is reason
    assert "bad" not in found.seconds
    assert len(found.seconds["good"]) == 3
    assert set(found.order) == {"good"}


def test_a_status_that_the_reference_has_too_is_right(make_lab: MakeLab) -> None:
    lab = make_lab(ENDING_BADLY, "hot")
    found = measure({"a": Arm("a", lab.binary, 3)}, 2, lab.invocation, "cpu", random.Random(1))
    assert not found.failures


def test_a_measurement_becomes_an_event_with_every_sample(make_lab: MakeLab) -> None:
    lab = make_lab(STEADY, "hot")
    found = measure({"a": Arm("a", lab.binary)}, 3, lab.invocation, "cpu", random.Random(1))
    event = found.event("screen c1", "cpu", 1)
    assert (event.purpose, event.clock, event.cpu) == ("screen c1", "cpu", 1)
    assert event.seconds == {"a": tuple(found.seconds["a"])}
    assert event.order == ("a", "a", "a")
    assert event.source == "measured"
    assert len(event.wall["a"]) == len(event.loads) == 3
    assert all(wall > seconds for wall, seconds in zip(event.wall["a"], event.seconds["a"], strict=True))
    assert event.load == event.loads[-1]


def test_whole_programs_are_sampled_with_and_without_a_boundary(make_lab: MakeLab, tmp_path: Path) -> None:
    lab = make_lab(STEADY, "hot")
    plain = tmp_path / "plain"
    lab.toolchain.compile("-O2", *lab.program.sources, "-o", plain)
    arms = {"plain": Arm("plain", plain), "split": Arm("split", lab.binary)}
    found = measure(arms, 3, lab.invocation, PROCESS, random.Random(1))
    assert {name: len(values) for name, values in found.seconds.items()} == {"plain": 3, "split": 3}
    assert all(value > 0 for values in found.seconds.values() for value in values)


def test_a_whole_program_that_ends_otherwise_is_no_timing(make_lab: MakeLab) -> None:
    good, bad = make_lab(STEADY, "hot"), make_lab(ENDING_BADLY, "hot")
    arms = {"good": Arm("good", good.binary), "bad": Arm("bad", bad.binary)}
    found = measure(arms, 2, good.invocation, PROCESS, random.Random(1))
    assert found.failures["bad"][0] is Reason.EXIT_STATUS
    assert len(found.samples["good"]) == 2


def test_further_rounds_are_added_and_an_arm_that_fails_in_them_is_dropped() -> None:
    one = Measurement({name: [Sample(1, 0, 2)] for name in "ab"}, [OWN], [0.5], ["a", "b"])
    more = Measurement({"a": [Sample(3, 0, 4)]}, [OWN], [0.7], ["a"], {"b": (Reason.CRASH, "died")})
    one.extend(more)
    assert one.seconds == {"a": [1, 3]}
    assert one.failures == {"b": (Reason.CRASH, "died")}
    assert (one.order, one.loads) == (["a", "b", "a"], [0.5, 0.7])
    assert one.event("measure b", "cpu", 0).seconds == {
        "a": (1, 3),
        "b": (1,),
    }  # what b gave before is told all the same


LOCKED = """
import fcntl, os, sys
descriptor = os.open(sys.argv[1], os.O_RDONLY)
try:
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    print("free")
except BlockingIOError:
    print("locked")
"""


def state_of(lock: Path) -> str:
    words = [sys.executable, "-c", LOCKED, str(lock)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def test_only_one_process_measures() -> None:
    with measuring():
        assert state_of(meter.LOCK_FILE) == "locked"
    assert state_of(meter.LOCK_FILE) == "free"


def test_the_lock_is_given_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), measuring():
        raise RuntimeError
    assert state_of(meter.LOCK_FILE) == "free"


def test_a_lock_file_that_may_only_be_read_serves_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    meter.LOCK_FILE.write_text("")
    real = os.open

    def reading_only(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(13, "another user's file")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", reading_only)
    with measuring():
        monkeypatch.undo()
