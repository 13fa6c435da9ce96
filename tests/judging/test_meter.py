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
from pipeline.judging.meter import Arm, measure, measure_whole, measuring
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
    assert event.load is not None


def test_whole_processes_are_sampled_after_a_warming_round(make_lab: MakeLab) -> None:
    lab = make_lab(STEADY, "hot")
    found = measure_whole({"a": lab.binary, "b": lab.binary}, 3, lab.invocation, random.Random(1))
    assert {name: len(values) for name, values in found.items()} == {"a": 3, "b": 3}
    assert all(value > 0 for values in found.values() for value in values)


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
