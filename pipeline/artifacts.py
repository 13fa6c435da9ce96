"""The files that a run leaves beside its journal, by the names that the contract gives them.

<k>.ll <k>.opt <k>.prof.txt <k>.prof.md          the program as plain -O3 makes it
<k>.hot.ll <k>.simulated.csv evidence.json       the hot function, and what was found out about it
<k>.opt.ll <k>.opt.final <k>.opt.prof.txt        the program with the winner
metrics_log.json ir_instr_log.json optimization_report.csv summary.json
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.build import Split, assemble
from pipeline.evidence.counting import count
from pipeline.evidence.perf import PerfStat, read_perf_stat
from pipeline.evidence.prose import profile_text
from pipeline.evidence.words import findings_text
from pipeline.findings import Findings
from pipeline.ir.opcodes import ir_line_count, opcode_counts
from pipeline.judging.sandbox import Invocation
from pipeline.records import Language, Settings
from pipeline.reports.simulated import simulated_table
from pipeline.reports.tables import report_row, update_report, write_atomically
from pipeline.state import State
from pipeline.toolchain import Toolchain

SUMMARY_SCHEMA = 1


@dataclass(frozen=True)
class Artifacts:
    """Names and makes the files of one run."""

    folder: Path
    name: str
    toolchain: Toolchain

    def path(self, suffix: str) -> Path:
        """`gemm.opt.ll` for `.opt.ll`."""
        return self.folder / f"{self.name}{suffix}"

    def profile(self, module: Path, name: str, sandbox: Path, invocation: Invocation, target: Path) -> PerfStat:
        """Profile the program of a module; a copy with the sandbox linked in is what runs."""
        measured = self.folder / "work" / "profiled"
        self.toolchain.program(module, measured, sandbox)
        return count(measured, name, invocation, target)

    def write_baseline(self, sandbox: Path, invocation: Invocation, settings: Settings) -> PerfStat:
        """`<k>.opt`, `<k>.prof.txt` and `<k>.prof.md` from `<k>.ll`."""
        self.toolchain.program(self.path(".ll"), self.path(".opt"))
        stat = self.profile(self.path(".ll"), f"{self.name}.opt", sandbox, invocation, self.path(".prof.txt"))
        self.path(".prof.md").write_text(profile_text(stat, settings.language), encoding="utf-8")
        return stat

    def write_evidence(self, found: Findings, language: Language) -> None:
        """`<k>.prof.md` with what was found out in words, `<k>.simulated.csv`, `evidence.json`."""
        module = self.path(".hot.ll").read_text().splitlines()
        text = profile_text(read_perf_stat(self.path(".prof.txt")), language)
        said = findings_text(found, language, module)
        self.path(".prof.md").write_text(f"{text}\n{said}" if said else text, encoding="utf-8")
        write_atomically(self.folder / "evidence.json", found.model_dump_json(indent=1) + "\n")
        table = simulated_table(found, module)
        if table:
            write_atomically(self.path(".simulated.csv"), table)

    def write_final(self, split: Split, winner: Path | None, sandbox: Path, invocation: Invocation) -> PerfStat:
        """`<k>.opt.ll`, `<k>.opt.final`, `<k>.opt.prof.txt`; without a winner the original stays what it is."""
        final = self.path(".opt.ll")
        if winner is None:
            shutil.copyfile(self.path(".ll"), final)
        else:
            assemble(self.toolchain, split, winner, final)
        self.toolchain.program(final, self.path(".opt.final"))
        return self.profile(final, f"{self.name}.opt.final", sandbox, invocation, self.path(".opt.prof.txt"))

    def write_report(self) -> None:
        """`optimization_report.csv`, from the two profiles and the two modules."""
        before, after = (read_perf_stat(self.path(suffix)) for suffix in (".prof.txt", ".opt.prof.txt"))
        lines = [ir_line_count(self.path(suffix).read_text()) for suffix in (".ll", ".opt.ll")]
        update_report(self.folder / "optimization_report.csv", report_row(self.name, before, after, *lines))

    def write_logs(self, state: State) -> None:
        """`metrics_log.json`, `ir_instr_log.json` and `summary.json`, from what the journal adds up to."""
        write_atomically(self.folder / "metrics_log.json", _json(metrics_log(state)))
        write_atomically(self.folder / "ir_instr_log.json", _json(instruction_log(self.name, state)))
        write_atomically(self.folder / "summary.json", _json(summary(self.name, state)))


def module_facts(text: str) -> tuple[int, dict[str, int]]:
    """IR lines and opcode counts of a module."""
    return ir_line_count(text), opcode_counts(text)


def metrics_log(state: State) -> list[dict[str, Any]]:
    """One record per iteration, 0 being the original: counters, IR lines, the incumbent and its speedup."""
    records = []
    for profile in state.profiles:
        verdict = state.verdicts.get(profile.candidate or "")
        speedup = verdict.speedup.speedup if verdict and verdict.speedup else 1.0
        record = {
            "iteration": profile.iteration,
            "candidate": profile.candidate,
            "cycles": profile.counters.get("cycles"),
            "cache-misses": profile.counters.get("cache-misses"),
            "ir_lines": profile.ir_lines,
            "instructions": profile.counters.get("instructions"),
            "task-clock": profile.counters.get("task-clock"),
            "counter_source": profile.source,
            "speedup": speedup,
        }
        records.append(record | {name: value for name, value in profile.counters.items() if name not in record})
    return records


def instruction_log(name: str, state: State) -> dict[str, Any]:
    """Count of each IR instruction kind per iteration."""
    iterations = [
        {"iteration": profile.iteration, "candidate": profile.candidate, "counts": profile.opcodes}
        for profile in state.profiles
    ]
    return {"kernel": name, "iterations": iterations}


def summary(name: str, state: State) -> dict[str, Any]:
    """The run in one object, with a schema version."""
    started, reference = state.started, state.reference
    if started is None or reference is None:
        raise ValueError("a run without a reference has no summary")
    best = None
    if state.best:
        winner, interval = state.best
        verdict, candidate = state.verdicts[winner], state.candidates[winner]
        best = {
            "candidate": winner,
            "speedup": interval.speedup,
            "ci_lo": interval.low,
            "ci_hi": interval.high,
            "digest": verdict.digest,
            "form": verdict.form,
            "iteration": candidate.iteration,
        }
    return {
        "schema": SUMMARY_SCHEMA,
        "run": started.run_id,
        "kernel": name,
        "hot": reference.hot,
        "status": state.finished.status if state.finished else "running",
        "policy": started.settings.policy,
        "size": started.program.size,
        "baseline_seconds": reference.seconds,
        "ladder": [
            {
                "name": row.name,
                "speedup": row.speedup.speedup if row.speedup else None,
                "note": row.note,
                "measured": row.measured,
            }
            for row in state.ladder
        ],
        "best": best,
        "noise_floor": state.noise.floor if state.noise else None,
        "counter_source": state.profiles[0].source if state.profiles else None,
        "candidates": [_candidate_row(state, attempt.candidate.id) for attempt in state.history],
        "environment": started.environment,
    }


def _candidate_row(state: State, name: str) -> dict[str, Any]:
    candidate, verdict = state.candidates[name], state.verdicts[name]
    return {
        "id": name,
        "iteration": candidate.iteration,
        "form": verdict.form,
        "verdict": verdict.outcome,
        "reason": verdict.reason,
        "speedup": verdict.speedup.speedup if verdict.speedup else None,
    }


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
