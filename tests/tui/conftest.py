"""Recorded runs, a clock that stands still, an application without the user's settings."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from piloting import NOON, MakeApp

from pipeline.catalog import kernels_folder
from tui.app import IrloopApp
from tui.session import JournalSource, Session

DATA = Path(__file__).resolve().parent.parent / "data" / "runs"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The recorded runs as `runs/` of the working folder; their sources are this checkout's kernels."""
    folder = tmp_path / "runs"
    shutil.copytree(DATA, folder)
    for journal in folder.glob("*/*/events.jsonl"):
        text = journal.read_text(encoding="utf-8").replace("/irloop/kernels", str(kernels_folder()))
        journal.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/user/.config")
    monkeypatch.delenv("NO_COLOR", raising=False)
    time.tzset()
    yield Path("runs")
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def make_app(runs: Path, tmp_path: Path) -> MakeApp:
    """An application over the recorded runs; with a run's name it opens that one."""

    def make(run: Path | None = None, **more: object) -> IrloopApp:
        session = Session(JournalSource(runs / run), runs / run) if run else None
        options = {"runs": runs, "clock": lambda: NOON, "animated": False, "remembered": tmp_path / "tui.json", **more}
        return IrloopApp(session, **options)  # type: ignore[arg-type] # as the keywords say

    return make
