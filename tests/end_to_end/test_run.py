from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from driver import Ended, command, irloop, only_run, replying

from pipeline import events
from pipeline.catalog import kernels_folder
from pipeline.events import from_line
from pipeline.journal import read
from pipeline.records import Form, Outcome
from pipeline.state import fold
from pipeline.toolchain import find_toolchain

C_REPLY = """Keep alpha times A in a register.

```c
void kernel_gemm(int ni, int nj, int nk, double alpha, double beta, double C[NI][NJ],
                 double A[NI][NK], double B[NK][NJ])
{
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++) {
            double sum = 0;
            for (int k = 0; k < nk; k++)
                sum += A[i][k] * B[k][j];
            C[i][j] = beta * C[i][j] + alpha * sum;
        }
    }
}
```
"""
PASSES_REPLY = """Another unrolling.

```passes
{"fast_math": ["reassoc"], "options": {"unroll-count": 2}}
```
"""
CONTRACT_FILES = (
    *("gemm.ll", "gemm.opt", "gemm.prof.txt", "gemm.prof.md", "gemm.opt.ll", "gemm.opt.final", "gemm.opt.prof.txt"),
    *("metrics_log.json", "ir_instr_log.json", "optimization_report.csv", "events.jsonl", "summary.json"),
)


def ir_reply() -> str:
    """Scale C, then nothing else: wrong, but well-formed IR of the right signature."""
    return (
        "Forget the product.\n\n```llvm\n"
        "define void @kernel_gemm(i32 %ni, i32 %nj, i32 %nk, double %alpha, double %beta, ptr %C, ptr %A, ptr %B) {\n"
        "  ret void\n}\n```\n"
    )


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """A whole run of gemm MINI in which a command answers in each of the three forms."""
    folder = tmp_path_factory.mktemp("run")
    answer = replying(folder, C_REPLY, ir_reply(), PASSES_REPLY)
    ended = irloop(
        *("run", "gemm", "--size", "MINI", "--proposer", "command", "--command", answer),
        *("--out", "out", "--no-ladder"),
        cwd=folder,
    )
    assert ended.status == 0, ended.err
    return only_run(folder / "out"), ended


def test_a_run_leaves_every_file_of_the_contract(finished: tuple[Path, Ended]) -> None:
    folder, _ = finished
    assert [name for name in CONTRACT_FILES if not (folder / name).stat().st_size] == []


def test_each_form_reaches_its_verdict(finished: tuple[Path, Ended]) -> None:
    state = fold(read(finished[0]))
    assert [v.form for v in state.verdicts.values()] == [Form.C, Form.IR, Form.PASSES]
    by_form = {verdict.form: verdict for verdict in state.verdicts.values()}
    assert by_form[Form.IR].outcome is Outcome.REJECTED
    measured = {Outcome.FASTER, Outcome.SLOWER, Outcome.INCONCLUSIVE, Outcome.UNCHANGED}
    assert by_form[Form.C].outcome in measured
    assert by_form[Form.PASSES].outcome in measured


def test_the_summary_holds_what_it_promises(finished: tuple[Path, Ended]) -> None:
    summary = json.loads((finished[0] / "summary.json").read_text())
    promised = "schema kernel status policy size baseline_seconds ladder best noise_floor counter_source candidates"
    assert set(promised.split()) <= set(summary)
    assert summary["status"] == "done"
    assert summary["baseline_seconds"] > 0
    for candidate in summary["candidates"]:
        assert set(candidate) == {"id", "iteration", "form", "verdict", "reason", "speedup"}


def test_logs_have_one_record_per_iteration_and_the_original(finished: tuple[Path, Ended]) -> None:
    metrics = json.loads((finished[0] / "metrics_log.json").read_text())
    assert [record["iteration"] for record in metrics] == [0, 1, 2, 3]
    for record in metrics:
        assert {"cycles", "cache-misses", "ir_lines"} <= set(record)
        assert record["ir_lines"] > 0
    log = json.loads((finished[0] / "ir_instr_log.json").read_text())
    assert [each["iteration"] for each in log["iterations"]] == [0, 1, 2, 3]
    assert log["iterations"][0]["counts"]["fmul"] > 0


def test_the_report_has_the_contract_s_header(finished: tuple[Path, Ended]) -> None:
    with (finished[0] / "optimization_report.csv").open(encoding="utf-8") as file:
        header, row = list(csv.reader(file))
    assert header[:4] == ["kernel", "orig_cycles", "opt_cycles", "Δcycles(%)"]
    assert header[-1] == "ΔIR_lines(%)"
    assert row[0] == "gemm"


def test_the_final_ir_builds_with_the_plain_command_and_computes_the_same(
    finished: tuple[Path, Ended], tmp_path: Path
) -> None:
    clang = find_toolchain().bin / "clang"
    outputs = []
    for name in ("gemm.ll", "gemm.opt.ll"):
        binary = tmp_path / name.removesuffix(".ll")
        built = command([clang, finished[0] / name, "-o", binary], cwd=tmp_path)
        assert built.status == 0, built.err
        ran = command([binary], cwd=tmp_path)
        assert ran.status == 0
        outputs.append(len(ran.out.split()))
    assert outputs == [1, 1]  # both print the seconds


def test_the_prompt_tells_of_earlier_attempts(finished: tuple[Path, Ended]) -> None:
    first = (finished[0] / "prompts" / "1.md").read_text()
    third = (finished[0] / "prompts" / "3.md").read_text()
    assert "for (int k = 0; k < nk; k++)" in first
    assert "プログラムの実行プロファイル:" in first
    assert "c2 [ir]: Forget the product." in third
    assert "rejected" in third


def test_the_closing_table_names_baseline_and_files(finished: tuple[Path, Ended]) -> None:
    folder, ended = finished
    assert "clang -O3 (baseline)" in ended.out
    assert "noise floor" in ended.out
    assert folder.name in ended.out
    assert "reference:" in ended.err  # narration goes to standard error


def test_show_prints_verdicts_with_reasons(finished: tuple[Path, Ended], tmp_path: Path) -> None:
    shown = irloop("show", finished[0], cwd=tmp_path)
    assert shown.status == 0
    assert "rejected" in shown.out
    assert "Forget the product." in shown.out
    as_json = irloop("show", finished[0], "--json", cwd=tmp_path)
    assert json.loads(as_json.out)["kernel"] == "gemm"


def test_plots_come_from_the_runs(finished: tuple[Path, Ended], tmp_path: Path) -> None:
    runs = finished[0].parent.parent
    drawn = irloop("plot", "--runs", runs, "--out", tmp_path, cwd=tmp_path)
    mapped = irloop("heatmap", "--runs", runs, "--out", tmp_path, cwd=tmp_path)
    assert (drawn.status, mapped.status) == (0, 0), drawn.err + mapped.err
    pictures = {path.name for path in tmp_path.glob("*.png")}
    named = {"report_cycles.png", "report_cache.png", "report_ir_lines.png", "ir_instr_heatmap.png"}
    assert pictures == named | {f"report_{name}.png" for name in ("speedup", "convergence", "samples", "roofline")}


def test_json_prints_the_journal(tmp_path: Path) -> None:
    ended = irloop(
        *("run", "atax", "--size", "MINI", "--proposer", "search", "--iterations", "1"),
        *("--out", "out", "--json", "--lang", "en"),
        cwd=tmp_path,
    )
    assert ended.status == 0, ended.err
    folder = only_run(tmp_path / "out")
    assert ended.out == (folder / "events.jsonl").read_text()
    told = [from_line(line) for line in ended.out.splitlines()]
    assert isinstance(told[0], events.RunStarted)
    assert isinstance(told[-1], events.RunFinished)
    state = fold(told)
    assert {row.name for row in state.ladder if row.speedup} >= {"-O3 -march=native", "-O3 + PGO"}
    assert len(state.candidates) == 5
    assert (folder / "atax.prof.md").read_text().startswith("Execution profile of the program:")


def test_the_ladder_is_kept_between_runs(tmp_path: Path) -> None:
    words = ("run", "atax", "--size", "MINI", "--proposer", "recorded", "--iterations", "1", "--out", "out", "--json")
    seen = []
    for more in ((), (), ("--fresh-ladder",)):
        ended = irloop(*words, *more, cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert ended.status == 0, ended.err
        seen.append(fold([from_line(line) for line in ended.out.splitlines()]).ladder)
    first, second, third = seen
    assert {row.measured for row in first} == {""} == {row.measured for row in third}
    assert all(row.measured for row in second)
    assert [row.speedup for row in second] == [row.speedup for row in first] != [row.speedup for row in third]


def test_several_kernels_in_one_command(tmp_path: Path) -> None:
    ended = irloop(
        *("run", "atax", "gemm", "--size", "MINI", "--proposer", "recorded", "--iterations", "1"),
        *("--out", "out", "--no-ladder"),
        cwd=tmp_path,
    )
    assert ended.status == 0, ended.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["atax", "gemm"]
    states = [fold(read(folder)) for folder in (tmp_path / "out").glob("*/*")]
    assert [state.finished and state.finished.status for state in states] == ["done", "done"]


def test_the_step_by_step_scripts_work_as_the_contract_writes_them(tmp_path: Path) -> None:
    if command(["perf", "stat", "true"], cwd=tmp_path).status:
        pytest.skip("perf is not permitted here (a container's default seccomp profile)")
    scripts = kernels_folder().parent / "scripts"
    clang = find_toolchain().bin / "clang"
    work = tmp_path / "gemm"
    work.mkdir()
    (tmp_path / "harness.h").write_text((kernels_folder() / "harness.h").read_text())
    (work / "gemm.c").write_text((kernels_folder() / "gemm" / "gemm.c").read_text())
    python: list[str | Path] = [sys.executable]
    optimize = "--input gemm.ll --profile gemm.prof.md --iterations 1 --output gemm.opt.ll"
    diff = (
        "--original_perf gemm.prof.txt --optimized_perf gemm.opt.prof.txt --original_ir gemm.ll "
        "--optimized_ir gemm.opt.ll --kernel gemm --output_csv optimization_report.csv"
    )
    steps: list[list[str | Path]] = [
        [clang, "-O3", "-DPOLYBENCH_TIME", "-DMINI_DATASET", "-emit-llvm", "-S", "gemm.c", "-o", "gemm.ll"],
        [clang, "gemm.ll", "-o", "gemm.opt"],
        ["perf", "stat", "-d", "-o", "gemm.prof.txt", "./gemm.opt"],
        [*python, scripts / "profile_and_parse.py", "--input", "gemm.prof.txt", "--output", "gemm.prof.md"],
        [*python, scripts / "optimize_ir_llm.py", *optimize.split()],
        [clang, "gemm.opt.ll", "-o", "gemm.opt.final"],
        ["perf", "stat", "-d", "-o", "gemm.opt.prof.txt", "./gemm.opt.final"],
        [*python, scripts / "diff_stats.py", *diff.split()],
    ]
    for step in steps:
        ended = command(step, cwd=work)
        assert ended.status == 0, (step, ended.err)
    made = {"gemm.prof.md", "gemm.opt.ll", "metrics_log.json", "ir_instr_log.json", "optimization_report.csv"}
    assert made <= {path.name for path in work.iterdir()}
