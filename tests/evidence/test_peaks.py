"""Peaks of the machine: read, kept, and made into a roofline."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evidence import peaks as module_under_test
from pipeline.evidence.machine import machine_facts
from pipeline.evidence.peaks import machine_peaks, read_peaks, roofline, stream_sizes
from pipeline.findings import Bandwidth, Peaks
from pipeline.toolchain import Toolchain

KIB, GIGA = 1024, 1e9
PEAKS = Peaks(
    double_flops=50 * GIGA,
    float_flops=100 * GIGA,
    streams=(
        Bandwidth(level="L1", bytes=16 * KIB, per_second=200 * GIGA),
        Bandwidth(level="L2", bytes=512 * KIB, per_second=100 * GIGA),
        Bandwidth(level="memory", bytes=128 * KIB * KIB, per_second=10 * GIGA),
    ),
    measured="2026-01-02",
)


@pytest.mark.parametrize(
    ("flops", "moved", "level", "bound", "attainable"),
    [
        (10**9, 10**6, "L2", "compute", 50 * GIGA),  # 1000 operations a byte
        (10**5, 10**6, "L2", "memory", 10 * GIGA),
        (10**5, 30 * KIB, "L1", "compute", 50 * GIGA),
        (10**7, 10**8, "memory", "memory", 1 * GIGA),
    ],
)
def test_the_nearest_level_that_holds_the_data_bounds(
    flops: int, moved: int, level: str, bound: str, attainable: float
) -> None:
    line = roofline(PEAKS, flops, moved, 1e-3, "double")
    assert line
    assert (line.stream.level, line.bound) == (level, bound)
    assert line.attainable == pytest.approx(attainable, rel=0.05)
    assert line.attained == flops / 1e-3
    assert line.percent == pytest.approx(100 * line.attained / line.attainable)


def test_floats_have_their_own_peak_and_nothing_has_no_roofline() -> None:
    line = roofline(PEAKS, 10**9, 10**6, 0.02, "float")
    assert line and line.peak == 100 * GIGA and line.percent == pytest.approx(50)
    assert roofline(PEAKS, 0, 10**6, 1.0, "double") is None
    assert roofline(PEAKS, 10, 10, 0.0, "double") is None


def test_the_output_is_read_by_size() -> None:
    text = "double 5e10\nfloat 1e11\nstream 100 3e10\nstream 400 1e10\n"
    found = read_peaks(text, {"L1": 100, "memory": 400})
    assert isinstance(found, Peaks)
    assert [(stream.level, stream.per_second) for stream in found.streams] == [("L1", 3e10), ("memory", 1e10)]


@pytest.mark.parametrize("text", ["", "double 5e10\n", "double 0\nfloat 1\nstream 100 1\n"])
def test_anything_else_is_a_note(text: str) -> None:
    assert isinstance(read_peaks(text, {"L1": 100}), str)


def test_streams_grow_level_by_level_and_stay_within_memory() -> None:
    sizes = list(stream_sizes(machine_facts()).values())
    assert sizes == sorted(sizes)
    small = machine_facts().model_copy(update={"l3_bytes": None, "memory_bytes": 64 * KIB * KIB})
    assert stream_sizes(small)["memory"] == 16 * KIB * KIB and "L3" not in stream_sizes(small)


def test_the_benchmark_runs_once_and_its_result_is_kept(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    machine = machine_facts()
    found = machine_peaks(machine, toolchain, tmp_path / "work")
    assert isinstance(found, Peaks)
    # More lanes fit into a register; and no machine streams faster from memory than it computes a hundredfold.
    assert found.float_flops > found.double_flops > 1e8
    assert [stream.level for stream in found.streams][-1] == "memory"
    assert all(stream.per_second > 1e8 for stream in found.streams)
    assert found.clock and 5e8 < found.clock < 1e10
    assert found.page_seconds and 1e-8 < found.page_seconds < 1e-3
    monkeypatch.setattr(module_under_test, "_measure", lambda *_: "measured again")
    assert machine_peaks(machine, toolchain, tmp_path / "work") == found
    assert machine_peaks(machine, toolchain, tmp_path / "work", fresh=True) == "measured again"
    other = machine.model_copy(update={"cpu": "another"})
    assert machine_peaks(other, toolchain, tmp_path / "work") == "measured again"


def test_without_a_compiler_there_is_a_note(toolchain: Toolchain, tmp_path: Path) -> None:
    broken = machine_facts().model_copy(update={"arch": "x86_64", "vectors": (), "cpu": "none"})
    source = tmp_path / "broken.c"
    source.write_text("nonsense")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module_under_test, "SOURCE", source)
        said = machine_peaks(broken, toolchain, tmp_path / "work")
    assert isinstance(said, str) and "does not compile" in said
