"""Finds what the runs of all kernels left behind: `runs/<kernel>/<run id>/<file>`.

Run ids sort by time, so the last one is the newest. Files that lie nearer to the top (a table written by
hand into `runs/` itself) count as older than any run.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, ValidationError

from pipeline.errors import UsageError
from pipeline.records import Record
from pipeline.reports.tables import REPORT_NAME, Row, read_report

INSTRUCTION_LOG_NAME = "ir_instr_log.json"
_Item = TypeVar("_Item")


class KernelReport(Record):
    """The newest row of one kernel; `cells` are the CSV's, as text."""

    kernel: str
    cells: Row

    def pair(self, column: str, unit: str = "") -> tuple[float, float] | None:
        """Original and optimised value of a column, or None unless both are there and their Δ was claimed."""
        if not self.cells.get(f"Δ{column}(%)"):
            return None
        try:
            before = float(self.cells.get(f"orig_{column}{unit}", ""))
            after = float(self.cells.get(f"opt_{column}{unit}", ""))
        except ValueError:
            return None
        return (before, after) if math.isfinite(before) and math.isfinite(after) else None


class InstructionCounts(Record):
    """Instructions of each kind after one iteration; iteration 0 is the baseline and has no candidate."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iteration: int
    candidate: str | None = None
    counts: dict[str, int]


class InstructionLog(Record):
    """Content of `ir_instr_log.json`: the first entry is the baseline, the last the final IR."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kernel: str
    iterations: tuple[InstructionCounts, ...]


def collect_reports(runs: Path) -> list[KernelReport]:
    """The newest report of each kernel under `runs`, by kernel name.

    Raises:
        UsageError: there is none, or one cannot be read.
    """
    rows = ((row["kernel"], row) for path in _files(runs, REPORT_NAME) for row in read_report(path))
    newest = _newest(rows, runs, REPORT_NAME)
    return [KernelReport(kernel=kernel, cells=row) for kernel, row in newest.items()]


def collect_instruction_logs(runs: Path) -> list[InstructionLog]:
    """The newest non-empty instruction log of each kernel under `runs`, by kernel name.

    Raises:
        UsageError: there is none, or one cannot be read.
    """
    logs = (_read_log(path) for path in _files(runs, INSTRUCTION_LOG_NAME))
    return list(_newest(((log.kernel, log) for log in logs if log.iterations), runs, INSTRUCTION_LOG_NAME).values())


def _newest(items: Iterator[tuple[str, _Item]], runs: Path, name: str) -> dict[str, _Item]:
    newest = dict(items)  # the files come oldest first
    if not newest:
        raise UsageError(f"no {name} under {runs}: `irloop run` makes one, --runs names another place")
    return dict(sorted(newest.items()))


def _files(runs: Path, name: str) -> list[Path]:
    """Every file of this name, oldest run first; linked folders would show a run twice: passed over."""
    patterns = (name, f"*/{name}", f"*/*/{name}")
    return [
        path
        for pattern in patterns
        for path in sorted(runs.glob(pattern), key=lambda path: (path.parent.name, str(path)))
        if path.is_file() and not any(folder.is_symlink() for folder in _folders(path, runs))
    ]


def _folders(path: Path, runs: Path) -> list[Path]:
    return [folder for folder in path.parents if folder != runs and folder.is_relative_to(runs)]


def _read_log(path: Path) -> InstructionLog:
    try:
        return InstructionLog.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path} is not an instruction log: {where} {first['msg']}") from error
