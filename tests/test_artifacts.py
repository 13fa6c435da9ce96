"""The result files that are made from the state of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import events
from pipeline.artifacts import Artifacts, instruction_log, metrics_log, summary
from pipeline.build import emit_raw, split
from pipeline.catalog import bundled_program
from pipeline.events import AnyEvent
from pipeline.judging.harness import build_harness, sandbox_object
from pipeline.judging.sandbox import Invocation
from pipeline.records import (
    Candidate,
    Form,
    Interval,
    LadderRow,
    Outcome,
    Policy,
    Program,
    Reason,
    Settings,
    Verdict,
)
from pipeline.state import State, fold
from pipeline.toolchain import Toolchain

GAIN = Interval(speedup=1.5, low=1.4, high=1.6, pairs=31)


def profile(iteration: int, candidate: str | None, cycles: float | None) -> events.ProfileReady:
    return events.ProfileReady(
        iteration=iteration,
        candidate=candidate,
        source="software",
        counters={"cycles": cycles, "cache-misses": None, "task-clock": 5.5},
        ir_lines=100 + iteration,
        opcodes={"fmul": 3 + iteration},
    )


def run_state(*, confirmed: bool = True) -> State:
    candidate = Candidate(id="c1", iteration=1, proposer="search", label="l", text="t")
    verdict = Verdict(
        candidate="c1",
        outcome=Outcome.FASTER,
        reason=Reason.MEASURED,
        form=Form.PASSES,
        digest="d1",
        speedup=GAIN,
    )
    past: list[AnyEvent] = [
        events.RunStarted(
            run_id="r1",
            folder=Path("/r"),
            program=Program(name="k", sources=(Path("k.c"),), size="MEDIUM"),
            settings=Settings(policy=Policy.STRICT),
            environment={"cpu": "x"},
        ),
        events.ReferenceReady(
            hot="f",
            hot_found_by="named",
            digest="d0",
            seconds=0.25,
            calls=1,
            clock="cpu",
            seeds=(1, 2),
            ir_lines=100,
            opcodes={},
        ),
        profile(0, None, 1000.0),
        events.NoiseMeasured(floor=0.004, interval=GAIN),
        events.LadderMeasured(row=LadderRow(name="-march=native", speedup=GAIN)),
        events.LadderMeasured(row=LadderRow(name="gcc -O3", note="no gcc")),
        events.CandidateProposed(candidate=candidate),
        events.VerdictReached(verdict=verdict, incumbent="c1"),
        profile(1, "c1", 700.0),
        events.IterationFinished(iteration=1, incumbent="c1", speedup=GAIN),
        events.WinnerConfirmed(candidate="c1", held=confirmed, speedup=GAIN),
        events.RunFinished(status="done", policy=Policy.STRICT, best="c1" if confirmed else None),
    ]
    return fold(past)


def test_the_metrics_log_has_the_contracts_keys_for_every_iteration() -> None:
    records = metrics_log(run_state())
    assert [record["iteration"] for record in records] == [0, 1]
    assert [record["cycles"] for record in records] == [1000.0, 700.0]
    assert [record["ir_lines"] for record in records] == [100, 101]
    assert [record["speedup"] for record in records] == [1.0, 1.5]
    for record in records:
        assert record["cache-misses"] is None
        assert record["counter_source"] == "software"


def test_the_instruction_log_counts_kinds_per_iteration() -> None:
    log = instruction_log("k", run_state())
    assert log["kernel"] == "k"
    assert [entry["counts"] for entry in log["iterations"]] == [{"fmul": 3}, {"fmul": 4}]


def test_the_summary_has_what_tools_need() -> None:
    found = summary("k", run_state())
    assert found["schema"] == 1
    assert (found["kernel"], found["status"], found["policy"], found["size"]) == ("k", "done", "strict", "MEDIUM")
    assert found["baseline_seconds"] == 0.25
    assert found["ladder"] == [
        {"name": "-march=native", "speedup": 1.5, "note": "", "measured": ""},
        {"name": "gcc -O3", "speedup": None, "note": "no gcc", "measured": ""},
    ]
    best: dict[str, Any] = found["best"]
    assert (best["speedup"], best["ci_lo"], best["ci_hi"]) == (1.5, 1.4, 1.6)
    assert (best["digest"], best["form"], best["iteration"]) == ("d1", "passes", 1)
    assert found["noise_floor"] == 0.004
    assert found["counter_source"] == "software"
    assert found["candidates"] == [
        {"id": "c1", "iteration": 1, "form": "passes", "verdict": "faster", "reason": "measured", "speedup": 1.5}
    ]


def test_a_gain_that_did_not_repeat_is_nobodys_best() -> None:
    assert summary("k", run_state(confirmed=False))["best"] is None


def test_a_run_without_a_reference_has_no_summary() -> None:
    with pytest.raises(ValueError, match="without a reference"):
        summary("k", State())


def test_the_logs_are_written_as_json(tmp_path: Path, toolchain: Toolchain) -> None:
    state = run_state()
    Artifacts(tmp_path, "k", toolchain).write_logs(state)
    for name, wanted in (
        ("metrics_log.json", metrics_log(state)),
        ("ir_instr_log.json", instruction_log("k", state)),
        ("summary.json", summary("k", state)),
    ):
        assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == json.loads(json.dumps(wanted))


def test_baseline_and_final_files_of_a_kernel(tmp_path: Path, toolchain: Toolchain) -> None:
    program = bundled_program("atax", "SMALL")
    artifacts = Artifacts(tmp_path, "atax", toolchain)
    work = tmp_path / "work"
    parts = split(program, program.hot or "", emit_raw(program, toolchain, work), toolchain, work)
    sandbox = sandbox_object(build_harness(program, parts, toolchain, work))
    artifacts.path(".ll").write_text("")
    toolchain.compile(
        "-O3", *(f"-D{d}" for d in program.defines), "-emit-llvm", "-S", program.sources[0], "-o", artifacts.path(".ll")
    )
    invocation = Invocation(cwd=work, timeout=20)
    stat = artifacts.write_baseline(sandbox, invocation, Settings(language="ja"))
    assert (stat.value("task-clock") or 0) > 0
    assert (
        artifacts.path(".prof.md").read_text(encoding="utf-8").startswith("プログラムの実行プロファイル:\n- cycles: ")
    )
    artifacts.write_final(parts, parts.hot, sandbox, invocation)
    artifacts.write_report()
    for suffix in (".opt", ".prof.txt", ".opt.ll", ".opt.final", ".opt.prof.txt"):
        assert artifacts.path(suffix).stat().st_size > 0, suffix
    assert "./atax.opt" in artifacts.path(".prof.txt").read_text()
    header, row = (tmp_path / "optimization_report.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("kernel,orig_cycles,opt_cycles,Δcycles(%)")
    assert row.startswith("atax,")


def test_without_a_winner_the_final_module_is_the_original(tmp_path: Path, toolchain: Toolchain) -> None:
    program = bundled_program("atax", "SMALL")
    artifacts = Artifacts(tmp_path, "atax", toolchain)
    work = tmp_path / "work"
    parts = split(program, program.hot or "", emit_raw(program, toolchain, work), toolchain, work)
    sandbox = sandbox_object(build_harness(program, parts, toolchain, work))
    artifacts.path(".ll").write_bytes(parts.optimised.read_bytes())
    artifacts.write_final(parts, None, sandbox, Invocation(cwd=work, timeout=20))
    assert artifacts.path(".opt.ll").read_bytes() == parts.optimised.read_bytes()
