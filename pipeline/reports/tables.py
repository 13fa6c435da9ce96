"""`optimization_report.csv`: one row a kernel, the original beside the optimised program."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.errors import StorageError, UsageError
from pipeline.evidence.perf import PerfStat
from pipeline.evidence.prose import format_amount

REPORT_NAME = "optimization_report.csv"
# In this order of preference; `perf stat -d` counts last-level misses by the second name only.
CACHE_EVENTS = ("cache-misses", "LLC-load-misses")
_COUNTERS = ("cycles", "instructions", "cache-misses", "branch-misses", "page-faults")
_IR_COLUMNS = ("orig_IR_lines", "opt_IR_lines", "ΔIR_lines(%)")

Row = dict[str, str]


def report_row(
    kernel: str, original: PerfStat, optimized: PerfStat, original_ir_lines: int, optimized_ir_lines: int
) -> Row:
    """One kernel's row by column name; Δ is (optimised - original) / original in percent: below 0 is less.

    A cell is empty where a counter has no value. A Δ is empty where only one side has one, or where the two
    sides counted differently (another PMU, user mode only): such counts do not compare.

    Raises:
        UsageError: the kernel has no name.
    """
    if not kernel.strip():
        raise UsageError("the kernel's name is empty")
    cache_event = _cache_event(original, optimized)
    row: Row = {"kernel": kernel}
    for name in _COUNTERS:
        row |= _counter_cells(name, cache_event if name == "cache-misses" else name, original, optimized)
    row |= _clock_cells(original, optimized)
    row |= _cells("elapsed", "(s)", original.elapsed_s, optimized.elapsed_s)
    sources = dict.fromkeys((original.source, optimized.source))
    row["cache_event"] = cache_event if row["orig_cache-misses"] or row["opt_cache-misses"] else ""
    row["counter_source"] = "/".join(sources)
    return row | _cells("IR_lines", "", original_ir_lines, optimized_ir_lines)


def update_report(path: Path, row: Mapping[str, str]) -> None:
    """Put `row` into the CSV at `path`, in place of the same kernel's old row; other rows stay as they are.

    Rows of another column set keep their values by column name. The file is replaced in one step: a reader
    sees the old table or the new one.

    Raises:
        UsageError: there is a file already and it is no such table.
        StorageError: the file cannot be written.
    """
    rows = [old for old in (read_report(path) if path.exists() else []) if old["kernel"] != row["kernel"]]
    rows.append(dict(row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=_columns(rows), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(path, text.getvalue())


def read_report(path: Path) -> list[Row]:
    """The rows of an `optimization_report.csv`, all cells as text.

    Raises:
        UsageError: the file cannot be read or is no table with a `kernel` column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), restval="", strict=True)
        rows: list[Row] = list(reader)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} is not a CSV table in UTF-8: {error}") from error
    if "kernel" not in (reader.fieldnames or []) or any(None in row for row in rows):
        raise UsageError(f"{path} is not an optimization report (no `kernel` column, or rows longer than the header)")
    return rows


def write_atomically(path: Path, text: str) -> None:
    """Replace the file at `path` by `text` in UTF-8, or leave it untouched.

    Raises:
        StorageError: the folder is missing or not writable, or the disk is full.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageError(f"cannot write {path}: {error.strerror}") from error


def _columns(rows: Sequence[Row]) -> list[str]:
    """All columns of all rows: the newest row's first, older rows' extra ones after; the IR columns last."""
    names = dict.fromkeys(name for row in reversed(rows) for name in row)
    return [name for name in names if name not in _IR_COLUMNS] + list(_IR_COLUMNS)


def _cache_event(original: PerfStat, optimized: PerfStat) -> str:
    """The event that stands for cache misses on both sides; the generic one where none was on both."""
    for name in CACHE_EVENTS:
        before, after = original.counters.get(name), optimized.counters.get(name)
        if before is not None and after is not None and before.is_comparable_with(after):
            return name
    return CACHE_EVENTS[0]


def _counter_cells(column: str, event: str, original: PerfStat, optimized: PerfStat) -> Row:
    cells = _cells(column, "", original.value(event), optimized.value(event))
    return cells if _comparable(event, original, optimized) else cells | {f"Δ{column}(%)": ""}


def _clock_cells(original: PerfStat, optimized: PerfStat) -> Row:
    name = "task-clock"
    cells = _cells(name, "(ms)", original.milliseconds(name), optimized.milliseconds(name))
    return cells if _comparable(name, original, optimized) else cells | {f"Δ{name}(%)": ""}


def _comparable(event: str, original: PerfStat, optimized: PerfStat) -> bool:
    before, after = original.counters.get(event), optimized.counters.get(event)
    return before is not None and after is not None and before.is_comparable_with(after)


def _cells(column: str, unit: str, before: float | None, after: float | None) -> Row:
    return {
        f"orig_{column}{unit}": "" if before is None else format_amount(before),
        f"opt_{column}{unit}": "" if after is None else format_amount(after),
        f"Δ{column}(%)": _change(before, after),
    }


def _change(before: float | None, after: float | None) -> str:
    if before is None or after is None or (before == 0.0 and after != 0.0):
        return ""  # from zero to something is no percentage
    return "0.00" if before == 0.0 else f"{100.0 * (after - before) / before:.2f}"
