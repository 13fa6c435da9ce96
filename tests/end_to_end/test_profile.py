"""`irloop profile`, and what a run keeps of the same evidence."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from driver import command, irloop, only_run, replying

from pipeline import events
from pipeline.findings import Findings
from pipeline.journal import read
from pipeline.reports.simulated import COLUMNS
from pipeline.toolchain import find_toolchain

PROGRAM = """
#include <stdio.h>
#include <stdlib.h>
double weigh(const double *a, const int *index, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[index[i]];
    return sum;
}
int main(int argc, char **argv)
{
    int n = atoi(argv[1]);
    double *a = malloc(sizeof *a * n);
    int *index = malloc(sizeof *index * n);
    for (int i = 0; i < n; i++) { a[i] = i; index[i] = (i * 7919) % n; }
    printf("%g\\n", weigh(a, index, n) + FACTOR * argc);
    return 0;
}
"""


def machine_has_pmu() -> bool:
    words = ["perf", "stat", "-x,", "-e", "cycles:u", "--", "true"]
    return bool(shutil.which("perf")) and subprocess.run(words, capture_output=True, check=False).stderr[:1].isdigit()


@pytest.fixture(scope="module")
def profiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder and the words of gemm MINI."""
    folder = tmp_path_factory.mktemp("profile")
    ended = irloop("profile", "gemm", "--size", "MINI", "--lang", "en", cwd=folder)
    assert ended.status == 0, ended.err
    assert "files: profiles/gemm" in ended.err
    return folder / "profiles" / "gemm", ended.out


def test_the_words_are_printed_and_kept_with_the_contracts_lines_first(profiled: tuple[Path, str]) -> None:
    folder, words = profiled
    assert words == (folder / "gemm.prof.md").read_text()
    lines = words.splitlines()
    assert lines[0] == "Execution profile of the program:"
    assert [line.split(":")[0] for line in lines[1:4]] == ["- cycles", "- instructions", "- cache-misses"]
    titles = [line for line in lines if line.startswith("## ")]
    assert titles == ["## Where the work is", "## What bounds it", "## What the optimiser did and could not prove"]


def test_files_hold_what_the_words_say(profiled: tuple[Path, str]) -> None:
    folder, words = profiled
    found = Findings.model_validate_json((folder / "evidence.json").read_text())
    module = (folder / "gemm.hot.ll").read_text().splitlines()
    rows = list(csv.DictReader((folder / "gemm.simulated.csv").read_text().splitlines()))
    assert tuple(rows[0]) == COLUMNS and {row["source"] for row in rows} == {"simulated"}
    assert sum(int(row["instructions"]) for row in rows) == found.instructions
    assert f"{found.instructions:,} instructions" in words
    for row in rows:
        assert module[int(row["ir_line"]) - 1].split(", !")[0].strip() == row["ir"]
    hot = found.hot_loops()[0].header
    assert sum(int(row["instructions"]) for row in rows if row["loop"] == hot) > found.instructions / 2
    assert not (folder / "work").exists() and not (folder / "events.jsonl").exists()


def test_the_annotated_module_is_one_that_clang_takes(profiled: tuple[Path, str]) -> None:
    folder, _ = profiled
    ended = command([find_toolchain().bin / "clang", "-c", "gemm.hot.ll", "-o", "hot.o"], cwd=folder)
    assert ended.status == 0, ended.err


def test_a_program_of_the_users_own_in_japanese_and_as_json(tmp_path: Path) -> None:
    (tmp_path / "prog.c").write_text(PROGRAM)
    words = ("profile", "prog.c", "--define", "FACTOR=2", "--args", "4000", "--hot", "weigh")
    said = irloop(*words, cwd=tmp_path)
    assert said.status == 0, said.err
    assert said.out.startswith("プログラムの実行プロファイル:\n") and "## 実行の集中箇所" in said.out
    assert "safe to reorder floating-point operations" in said.out
    told = irloop(*words, "--json", cwd=tmp_path)
    found = Findings.model_validate(json.loads(told.out))
    assert found.hot == "weigh" and max(loop.iterations or 0 for loop in found.loops) >= 500


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no-such-kernel",), "unknown kernel"),
        (("gemm", "--size", "HUGE"), "no size HUGE"),
        (("missing.c",), "no such file"),
        (("gemm", "--define", "X"), "programs given by their files"),
    ],
)
def test_wrong_words_end_with_status_2_and_leave_nothing(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ended = irloop("profile", *words, cwd=tmp_path)
    assert ended.status == 2 and said in ended.err
    assert not list(tmp_path.iterdir())


def test_a_program_that_does_not_compile_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.c").write_text("int main( {")
    ended = irloop("profile", "broken.c", "--hot", "f", cwd=tmp_path)
    assert ended.status == 2 and "error" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["broken.c"]


def test_a_run_journals_the_evidence_and_shows_it_to_the_model(tmp_path: Path) -> None:
    words = ("run", "gemm", "--size", "MINI", "--no-ladder", "--iterations", "1", "--lang", "en")
    ended = irloop(*words, "--proposer", "command", "--command", replying(tmp_path, "no code"), cwd=tmp_path)
    assert ended.status == 0, ended.err
    folder = only_run(tmp_path / "runs")
    (evidence,) = [event for event in read(folder) if isinstance(event, events.EvidenceReady)]
    assert evidence.findings.simulation and evidence.findings.peaks
    prompt = (folder / "prompts" / "1.md").read_text()
    hot = evidence.findings.hot_loops()[0]
    assert f"loop `%{hot.header}`" in prompt and "one core at best: " in prompt
    assert "Comments behind hot lines" in prompt
    commented = [line for line in prompt.splitlines() if "  ; " in line and " %" in line.partition("  ; ")[2]]
    assert len(commented) >= 5
    assert (folder / "gemm.simulated.csv").exists() and (folder / "evidence.json").exists()


def test_evidence_can_be_limited_to_one_source_by_flag_and_by_configuration(tmp_path: Path) -> None:
    words = ("profile", "gemm", "--size", "MINI", "--lang", "en")
    only = irloop(*words, "--counters", "software", cwd=tmp_path)
    assert only.status == 0, only.err
    assert "[simulated" not in only.out and "[model" not in only.out and "[remark" in only.out
    assert "no counts by IR line: --counters software was asked for" in only.out
    assert "- task-clock: " in only.out, "perf's text is there in all cases"
    (tmp_path / "irloop.toml").write_text('[run]\ncounters = "simulated"\n')
    configured = irloop(*words, cwd=tmp_path)
    assert "[simulated" in configured.out and "[model" not in configured.out


@pytest.mark.skipif(machine_has_pmu(), reason="this machine has a PMU")
def test_hardware_counters_that_are_not_there_are_an_error_that_names_a_way_out(tmp_path: Path) -> None:
    ended = irloop("profile", "gemm", "--size", "MINI", "--counters", "pmu", cwd=tmp_path)
    assert ended.status == 2
    assert "no hardware counters here" in ended.err and "--counters auto" in ended.err
    assert not list(tmp_path.iterdir())


def test_a_run_counts_every_iteration_by_the_same_source(tmp_path: Path) -> None:
    words = ("run", "gemm", "--size", "MINI", "--no-ladder", "--iterations", "1", "--proposer", "recorded")
    ended = irloop(*words, "--counters", "simulated", cwd=tmp_path)
    assert ended.status == 0, ended.err
    log = json.loads((only_run(tmp_path / "runs") / "metrics_log.json").read_text())
    assert [record["counter_source"] for record in log] == ["simulated", "simulated"]
    assert all(record["instructions"] > 0 and record["cycles"] is None for record in log)
