from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evidence.perf import parse_perf_stat, read_perf_stat
from pipeline.evidence.prose import format_amount, profile_text
from pipeline.records import Language

DATA = Path(__file__).parent.parent / "data" / "perf"
COUNTED = """
     134,567      cycles
     269,134      instructions
       1,000      cache-misses
       4,000      cache-references
"""


def test_the_contract_lines_in_japanese() -> None:
    lines = profile_text(parse_perf_stat(COUNTED)).splitlines()
    assert lines[:4] == [
        "プログラムの実行プロファイル:",
        "- cycles: 134567",
        "- instructions: 269134",
        "- cache-misses: 1000",
    ]
    assert "- IPC (サイクルあたりの命令数): 2.00" in lines
    assert lines[-1].startswith("- カウンタの取得元: pmu")


def test_english() -> None:
    lines = profile_text(parse_perf_stat(COUNTED), "en").splitlines()
    assert lines[0] == "Execution profile of the program:"
    assert "- cache-misses / cache-references: 25.00%" in lines
    assert lines[-1] == "- source of the counters: pmu (hardware counters)"


def test_a_machine_without_pmu_says_so_and_derives_nothing() -> None:
    lines = profile_text(read_perf_stat(DATA / "real-human.txt")).splitlines()
    assert lines[1] == "- cycles: 未対応 (<not supported>)"
    assert lines[3].startswith("- cache-misses: 未対応")
    assert "- page-faults: 16433" in lines
    assert "- 経過時間: 0.041516689 秒" in lines
    assert lines[-1].startswith("- カウンタの取得元: software")
    assert not any("IPC" in line or "%" in line for line in lines)


def test_last_level_misses_stand_in_for_cache_misses_by_name() -> None:
    text = profile_text(read_perf_stat(DATA / "sample-human-pmu.txt"), "en")
    assert "- cache-misses: 3125 (counted 49.77% of the time, scaled to the whole by perf) (LLC-load-misses)\n" in text
    assert "- clock frequency (cycles / task-clock): 3.20 GHz\n" in text


def test_a_counted_cache_misses_is_never_replaced() -> None:
    text = profile_text(parse_perf_stat("   7      LLC-load-misses\n   0      cache-misses\n"), "en")
    assert "- cache-misses: 0\n" in text


def test_absent_and_not_counted_differ_from_zero() -> None:
    lines = profile_text(parse_perf_stat("   0      cycles\n   <not counted>      instructions\n"), "en").splitlines()
    assert lines[1:4] == [
        "- cycles: 0",
        "- instructions: not counted (<not counted>)",
        "- cache-misses: not recorded",
    ]
    assert not any("IPC" in line for line in lines)


def test_counts_of_different_privilege_levels_make_no_ratio() -> None:
    assert "IPC" not in profile_text(parse_perf_stat("   10      cycles:u\n   20      instructions\n"), "en")


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.name)
def test_every_sample_gives_one_figure_a_line(path: Path, lang: Language) -> None:
    stat = read_perf_stat(path)
    text = profile_text(stat, lang)
    lines = text.splitlines()
    assert text.endswith("\n") and all(line.startswith("- ") and ": " in line for line in lines[1:])
    for name in stat.counters:
        assert sum(line.startswith(f"- {name}: ") for line in lines) == 1


def test_repeated_runs_are_called_means() -> None:
    assert "- runs: 3 (every figure is a mean)\n" in profile_text(read_perf_stat(DATA / "real-human-repeat.txt"), "en")


def test_amounts_have_no_exponent() -> None:
    assert [format_amount(x) for x in (0.0, 134567.0, 1e15, 0.69, 1e-6)] == [
        "0",
        "134567",
        "1000000000000000",
        "0.69",
        "0.000001",
    ]
