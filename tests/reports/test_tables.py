from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import StorageError, UsageError
from pipeline.evidence.perf import PerfStat, parse_perf_stat
from pipeline.reports.tables import Row, read_report, report_row, update_report

PMU = parse_perf_stat(
    "  1,000      cycles\n  500      cache-misses\n  8.00 msec task-clock\n\n 0.5 seconds time elapsed\n"
)
FASTER = parse_perf_stat(
    "  750      cycles\n  500      cache-misses\n  6.00 msec task-clock\n\n 0.25 seconds time elapsed\n"
)
SOFTWARE = parse_perf_stat("  <not supported>      cycles\n  6.00 msec task-clock\n")


def row(kernel: str, before: PerfStat = PMU, after: PerfStat = FASTER) -> Row:
    return report_row(kernel, before, after, 100, 150)


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_header_begins_and_ends_as_promised(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    update_report(path, row("gemm"))
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("kernel,orig_cycles,opt_cycles,Δcycles(%),orig_instructions,")
    assert first.endswith(",counter_source,orig_IR_lines,opt_IR_lines,ΔIR_lines(%)")


def test_values_and_changes() -> None:
    cells = row("gemm")
    assert (cells["orig_cycles"], cells["opt_cycles"], cells["Δcycles(%)"]) == ("1000", "750", "-25.00")
    assert (cells["orig_task-clock(ms)"], cells["Δtask-clock(%)"]) == ("8", "-25.00")
    assert (cells["opt_elapsed(s)"], cells["Δelapsed(%)"]) == ("0.25", "-50.00")
    assert (cells["Δcache-misses(%)"], cells["cache_event"]) == ("0.00", "cache-misses")
    assert (cells["orig_IR_lines"], cells["opt_IR_lines"], cells["ΔIR_lines(%)"]) == ("100", "150", "50.00")
    assert cells["orig_instructions"] == cells["Δinstructions(%)"] == ""
    assert cells["counter_source"] == "pmu"


def test_sources_are_never_mixed_in_a_change() -> None:
    cells = row("gemm", PMU, SOFTWARE)
    assert (cells["orig_cycles"], cells["opt_cycles"], cells["Δcycles(%)"]) == ("1000", "", "")
    assert cells["Δtask-clock(%)"] == "-25.00"
    assert cells["counter_source"] == "pmu/software"
    assert row("gemm", SOFTWARE, SOFTWARE)["cache_event"] == ""


@pytest.mark.parametrize(("before", "after"), [("cycles:u", "cycles"), ("cpu_core/cycles/", "cpu_atom/cycles/")])
def test_counts_of_another_kind_do_not_compare(before: str, after: str) -> None:
    cells = row("k", parse_perf_stat(f"   10      {before}\n"), parse_perf_stat(f"   20      {after}\n"))
    assert (cells["orig_cycles"], cells["opt_cycles"], cells["Δcycles(%)"]) == ("10", "20", "")


def test_last_level_misses_stand_in_only_where_both_sides_have_them() -> None:
    last_level = parse_perf_stat("   10      LLC-load-misses\n")
    cells = row("k", last_level, last_level)
    assert (cells["orig_cache-misses"], cells["cache_event"]) == ("10", "LLC-load-misses")
    mixed = row("k", PMU, last_level)
    assert (mixed["orig_cache-misses"], mixed["opt_cache-misses"], mixed["Δcache-misses(%)"]) == (
        "500",
        "",
        "",
    )


def test_a_change_from_zero_is_no_percentage() -> None:
    zero, some = parse_perf_stat("   0      cycles\n"), parse_perf_stat("   5      cycles\n")
    assert row("k", zero, some)["Δcycles(%)"] == ""
    assert row("k", zero, zero)["Δcycles(%)"] == "0.00"


def test_own_row_replaced_others_kept_whatever_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text('\ufeffkernel,orig_cycles,note\n"lu, old",12,"a ""quote"""\ngemm,1,x\n', encoding="utf-8")
    update_report(path, row("gemm"))
    update_report(path, row("gemm", PMU, SOFTWARE))
    update_report(path, row("atax"))
    rows = {cells["kernel"]: cells for cells in read_report(path)}
    assert list(rows) == ["lu, old", "gemm", "atax"]
    assert (rows["lu, old"]["orig_cycles"], rows["lu, old"]["note"]) == ("12", 'a "quote"')
    assert rows["gemm"]["opt_cycles"] == rows["gemm"]["note"] == ""
    assert header(path)[:4] == ["kernel", "orig_cycles", "opt_cycles", "Δcycles(%)"]
    assert header(path)[-1] == "ΔIR_lines(%)"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip)))
def test_any_kernel_name_has_one_row(tmp_path_factory: pytest.TempPathFactory, kernels: list[str]) -> None:
    path = tmp_path_factory.mktemp("csv") / "r.csv"
    for kernel in kernels:
        update_report(path, row(kernel))
    found = [cells["kernel"] for cells in read_report(path)] if kernels else []
    assert sorted(found) == sorted(set(kernels))


@pytest.mark.parametrize(
    "content", [b"a,b\n1,2\n", b"kernel,a\ngemm,1,2\n", b"\xff\xfe\x00", b'kernel,a\n"gemm,1\n', b""]
)
def test_a_file_that_is_no_report_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"r\.csv"):
        update_report(path, row("gemm"))
    assert path.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.csv"]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.csv"
    update_report(path, row("gemm"))
    before = path.read_bytes()

    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(StorageError, match="No space left"):
        update_report(path, row("lu"))
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.csv"]


def test_missing_folder_and_empty_kernel(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file"):
        update_report(tmp_path / "none" / "r.csv", row("gemm"))
    with pytest.raises(UsageError, match="name is empty"):
        row(" ")
