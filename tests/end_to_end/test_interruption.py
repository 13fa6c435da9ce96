from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
from driver import interrupt_when, irloop, only_run

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.state import fold

WORDS = ("run", "atax", "--size", "MINI", "--proposer", "search", "--iterations", "2", "--out", "out", "--no-ladder")


def one_verdict(told: list[AnyEvent]) -> bool:
    return any(isinstance(event, events.VerdictReached) for event in told)


@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -9)])
def test_an_interrupted_run_goes_on_to_its_end(tmp_path: Path, how: signal.Signals, status: int) -> None:
    assert interrupt_when(WORDS, tmp_path / "out", one_verdict, how, tmp_path) == status
    folder = only_run(tmp_path / "out")
    before = fold(read(folder))
    assert before.verdicts
    shown = irloop("show", folder, cwd=tmp_path)
    assert shown.status == 0
    assert "irloop resume" in shown.out
    resumed = irloop("resume", folder, cwd=tmp_path)
    assert resumed.status == 0, resumed.err
    after = fold(read(folder))
    assert after.finished is not None
    assert after.finished.status == "done"
    assert len(after.candidates) == 10  # two iterations of five, none asked for twice, none lost
    assert after.candidates.keys() == after.verdicts.keys()
    assert {name: after.verdicts[name] for name in before.verdicts} == before.verdicts
    assert (folder / "summary.json").exists()


def test_a_finished_run_is_not_resumed(tmp_path: Path) -> None:
    words = ("run", "atax", "--size", "MINI", "--proposer", "recorded", "--iterations", "1", "--out", "out")
    assert irloop(*words, "--no-ladder", cwd=tmp_path).status == 0
    ended = irloop("resume", only_run(tmp_path / "out"), cwd=tmp_path)
    assert ended.status == 2
    assert "is done" in ended.err


def test_an_early_interruption_leaves_nothing(tmp_path: Path) -> None:
    def begun(told: list[AnyEvent]) -> bool:
        return bool(told)

    assert interrupt_when(WORDS, tmp_path / "out", begun, signal.SIGINT, tmp_path) == 130
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_one_clear_line(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        ended = irloop("run", "atax", "--size", "MINI", "--out", small / "out", "--no-ladder", cwd=tmp_path)
        assert ended.status == 1
        assert "space" in ended.err.splitlines()[-1]
        assert "Traceback" not in ended.err
    finally:
        subprocess.run(["umount", small], check=True)
    assert list(small.iterdir()) == []
