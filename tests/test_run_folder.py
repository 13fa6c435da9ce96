"""The folder of a run: who may remove it, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.catalog import bundled_program
from pipeline.errors import UsageError
from pipeline.events import RunStarted
from pipeline.journal import FILE_NAME, Journal
from pipeline.records import Settings
from pipeline.run import new_run_folder, resume


def test_a_run_that_another_irloop_has_just_begun_is_refused_and_stays(tmp_path: Path) -> None:
    folder = new_run_folder(tmp_path, "gemm")
    program = bundled_program("gemm", "MINI")
    begun = RunStarted(run_id=folder.name, folder=folder, program=program, settings=Settings(), environment={})
    with Journal(folder) as journal:
        journal.append(begun)
        with pytest.raises(UsageError, match="another irloop"):
            next(resume(folder))
        assert (folder / FILE_NAME).exists()
