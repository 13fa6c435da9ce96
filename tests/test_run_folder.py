"""The folder of a run: who may remove it, and when."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from pipeline.catalog import bundled_program
from pipeline.errors import StorageError, UsageError
from pipeline.events import AnyEvent, ReferenceReady, RunFinished, RunStarted
from pipeline.job import Run
from pipeline.journal import FILE_NAME, Journal, read
from pipeline.records import Settings
from pipeline.run import new_run_folder, resume, start


def test_a_run_that_another_irloop_has_just_begun_is_refused_and_stays(tmp_path: Path) -> None:
    folder = new_run_folder(tmp_path, "gemm")
    program = bundled_program("gemm", "MINI")
    begun = RunStarted(run_id=folder.name, folder=folder, program=program, settings=Settings(), environment={})
    with Journal(folder) as journal:
        journal.append(begun)
        with pytest.raises(UsageError, match="another irloop"):
            next(resume(folder))
        assert (folder / FILE_NAME).exists()


def test_a_disk_that_is_full_in_the_middle_of_a_run_is_told_with_the_way_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = ReferenceReady(
        hot="f", hot_found_by="named", digest="d", seconds=1, calls=1, clock="cpu", seeds=(), ir_lines=1, opcodes={}
    )

    def steps(_: Run) -> Generator[AnyEvent]:
        yield ready
        raise OSError(28, "No space left on device", "work/rest.o")

    monkeypatch.setattr("pipeline.run.steps", steps)
    told = start(bundled_program("gemm", "MINI"), Settings(), tmp_path)
    first = next(told)
    assert isinstance(first, RunStarted)
    with pytest.raises(StorageError, match=f"No space left on device: work/rest.o; .*irloop resume {first.folder}"):
        list(told)
    last = read(first.folder)[-1]
    assert isinstance(last, RunFinished)
    assert (last.status, "No space left" in last.detail) == ("failed", True)
