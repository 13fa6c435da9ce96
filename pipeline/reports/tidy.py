"""Tidy tables over many runs: one row a sample, one row a candidate, for pandas and for statistics of one's own.

An empty cell is a value that nobody has. `docs/files.md` explains every column.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeVar

from pipeline.errors import StorageError, UsageError
from pipeline.events import ProfileReady, SamplesTaken
from pipeline.proposers.names import MODELS
from pipeline.records import Candidate, Verdict
from pipeline.reports.journals import Run
from pipeline.service import Usage

SAMPLES_NAME = "samples"
CANDIDATES_NAME = "candidates"
TableFormat = Literal["csv", "parquet"]
# Rows of a Parquet file that are in memory together.
_ROWS_AT_ONCE = 50_000
_COUNTERS = ("cycles", "instructions", "cache-misses", "branch-misses", "task-clock", "page-faults")


def _columns(*typed: tuple[str, str]) -> dict[str, str]:
    """Columns in order with their types, from pairs of a type and names."""
    return {name: kind for kind, names in typed for name in names.split()}


# The types are those of the Parquet files; CSV has text.
SAMPLE_COLUMNS = _columns(
    ("string", "run kernel size policy purpose measured arm source clock"),
    ("int64", "round place"),
    ("double", "seconds wall_seconds"),
    ("int64", "seed on_cpu"),
    ("double", "load"),
    ("string", "cpu"),
)
CANDIDATE_COLUMNS = _columns(
    ("string", "run kernel size policy"),
    ("int64", "iteration"),
    ("string", "candidate proposer digest parent repairs form verdict reason intent"),
    ("double", "speedup ci_lo ci_hi"),
    ("int64", "n"),
    ("double", "confirmed_speedup confirmed_ci_lo confirmed_ci_hi"),
    ("bool", "winner"),
    ("double", " ".join(name.replace("-", "_") for name in _COUNTERS)),
    ("string", "counter_source"),
    ("int64", "ir_lines tokens prompt_tokens cached_tokens completion_tokens reasoning_tokens"),
    ("bool", "tokens_estimated"),
    ("double", "cost reply_seconds own_seconds verify_seconds"),
    ("string", "model prompt_digest reply_digest image_digest compiler cpu"),
)

Row = dict[str, Any]
Value = TypeVar("Value")


def sample_rows(runs: Iterable[Run]) -> Iterator[Row]:
    """One row for every sample of every measurement.

    `round` pairs the arms of one measurement, `place` counts all its samples in the order in which they were taken.
    """
    for run in runs:
        common = _run_cells(run) | {"cpu": run.environments[-1].get("cpu", "")}
        for taken in run.samples:
            yield from _samples_of(taken, common)


def _samples_of(taken: SamplesTaken, common: Row) -> Iterator[Row]:
    purpose, _, measured = taken.purpose.rpartition(" ")
    shared = common | {"purpose": purpose or measured, "measured": measured if purpose else ""}
    shared |= {"source": taken.source, "clock": taken.clock, "on_cpu": taken.cpu}
    places = _places(taken.order)
    for arm, values in taken.seconds.items():
        wall = taken.wall.get(arm, ())
        for number, seconds in enumerate(values):
            yield shared | {
                "arm": arm,
                "round": number,
                "place": places.get((arm, number)),
                "seconds": seconds,
                "wall_seconds": _at(wall, number),
                "seed": _at(taken.seeds, number) or 0,
                "load": taken.load if (load := _at(taken.loads, number)) is None else load,
            }


def _places(order: Sequence[str]) -> dict[tuple[str, int], int]:
    """Where in the order of all samples an arm's sample of a round stands."""
    often: Counter[str] = Counter()
    places = {}
    for place, arm in enumerate(order):
        places[arm, often[arm]] = place
        often[arm] += 1
    return places


def _at(values: Sequence[Value], number: int) -> Value | None:
    return values[number] if number < len(values) else None


def candidate_rows(runs: Iterable[Run]) -> Iterator[Row]:
    """One row for every candidate, judged or not, in the order they were proposed."""
    for run in runs:
        profiles = {profile.candidate: profile for profile in run.state.profiles if profile.candidate}
        environment = run.environments[-1]
        common = _run_cells(run) | {
            "compiler": f"LLVM {environment.get('llvm', 'unknown')}",
            "cpu": environment.get("cpu", ""),
            "image_digest": environment.get("image", ""),
        }
        for name, candidate in run.state.candidates.items():
            verdict = run.state.verdicts.get(name)
            row = common | _proposal_cells(run, candidate)
            if candidate.proposer in MODELS:
                row["prompt_digest"] = run.state.prompt_digest(candidate)
            row |= _usage_cells(candidate.usage) | _counter_cells(profiles.get(name))
            yield row | (_verdict_cells(run, verdict) if verdict else {})


def _run_cells(run: Run) -> Row:
    return {
        "run": run.id,
        "kernel": run.program.name,
        "size": run.program.size,
        "policy": str(run.settings.policy),
    }


def _proposal_cells(run: Run, candidate: Candidate) -> Row:
    return {
        "iteration": candidate.iteration,
        "candidate": candidate.id,
        "proposer": candidate.proposer,
        "parent": run.parents.get(candidate.id) or "",
        "repairs": candidate.parent or "",
        "intent": candidate.label,
        "reply_digest": hashlib.sha256(candidate.text.encode()).hexdigest()[:16],
        "winner": bool(run.best and run.best[0] == candidate.id),
    }


def _verdict_cells(run: Run, verdict: Verdict) -> Row:
    row: Row = {
        "digest": verdict.digest,
        "form": str(verdict.form or ""),
        "verdict": str(verdict.outcome),
        "reason": str(verdict.reason),
        "ir_lines": verdict.ir_lines,
        "own_seconds": verdict.own_seconds,
        "verify_seconds": verdict.verify_seconds,
    }
    if verdict.intent:
        row["intent"] = verdict.intent
    if speedup := verdict.speedup:
        row |= {"speedup": speedup.speedup, "ci_lo": speedup.low, "ci_hi": speedup.high, "n": speedup.pairs}
    fresh = [told.speedup for told in run.state.confirmations if told.candidate == verdict.candidate and told.speedup]
    if fresh:
        again = fresh[-1]
        row |= {"confirmed_speedup": again.speedup, "confirmed_ci_lo": again.low, "confirmed_ci_hi": again.high}
    return row


def _usage_cells(usage: Usage | None) -> Row:
    if usage is None:
        return {}
    cells = usage.model_dump()
    return cells | {
        "reply_seconds": cells.pop("seconds"),
        "tokens": usage.tokens,
        "tokens_estimated": cells.pop("estimated"),
    }


def _counter_cells(profile: ProfileReady | None) -> Row:
    if profile is None:
        return {}
    cells: Row = {name.replace("-", "_"): profile.counters.get(name) for name in _COUNTERS}
    return cells | {"counter_source": profile.source}


def write_tables(runs: Iterable[Run], out: Path, table_format: TableFormat = "csv") -> list[Path]:
    """Write both tables into the folder `out`, made when missing; their paths.

    Raises:
        UsageError: Parquet is asked for and pyarrow is not installed.
        StorageError: a file cannot be written.
    """
    runs = list(runs)
    tables = (
        (SAMPLES_NAME, SAMPLE_COLUMNS, sample_rows(runs)),
        (CANDIDATES_NAME, CANDIDATE_COLUMNS, candidate_rows(runs)),
    )
    write = _write_parquet if table_format == "parquet" else _write_csv
    paths = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, columns, rows in tables:
            path = out / f"{name}.{table_format}"
            partial = path.with_name(f".{path.name}.tmp")
            try:
                write(partial, columns, rows)
                partial.replace(path)
            finally:
                partial.unlink(missing_ok=True)
            paths.append(path)
    except OSError as error:
        raise StorageError(f"cannot write the tables into {out}: {error.strerror or error}") from error
    return paths


def _write_csv(path: Path, columns: Mapping[str, str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_parquet(path: Path, columns: Mapping[str, str], rows: Iterator[Row]) -> None:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: `pip install pyarrow`, or take --format csv") from error
    kinds = {"string": arrow.string(), "int64": arrow.int64(), "double": arrow.float64(), "bool": arrow.bool_()}
    schema = arrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _ROWS_AT_ONCE)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
