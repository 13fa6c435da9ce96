"""What a report cannot say, in plain sentences made from the runs themselves."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import LadderRow, Outcome, Policy, Scope
from pipeline.reports.grouping import Group
from pipeline.reports.journals import Run

# Above this, an A/A trial is so noisy that a reader must know: small gains cannot show on such a machine.
NOISY = 0.05
_NAMED = 36


def general_limits() -> list[str]:
    """What holds for every report."""
    speedups = (
        "Speedups are over plain clang -O3 with -O3 code generation: thread CPU time in the hot function, median of "
        "paired log-ratios with a 99 % bootstrap interval. A whole program gains less: only its hot function is timed."
    )
    return [
        speedups,
        "Correctness was tested (hidden inputs, other sizes, AddressSanitizer, results of timed runs), not proven.",
        "The numbers hold for the machine, compiler, input and size they were measured with.",
        "A mean over kernels says how well these kernels were measured; it does not predict another program.",
    ]


def group_limits(group: Group, results: Sequence[Run], runs: Sequence[Run]) -> list[str]:
    """What holds for one group: `results` are the runs whose numbers are shown, `runs` all of its runs."""
    return [
        *_counters(group, results),
        *_policy(group, results),
        *_outcomes(results),
        *_measuring(results),
        *_unfinished(runs),
    ]


def _counters(group: Group, results: Sequence[Run]) -> list[str]:
    parts = group.counters.split("/")
    told = []
    if "pmu" not in parts:
        told.append(
            "No hardware counters on this machine: cycles and cache misses are not shown rather than estimated."
        )
    if "simulated" in parts or any(run.state.evidence and run.state.evidence.findings.simulation for run in results):
        told.append("Simulated counts (callgrind, by line and loop) guide proposers; they are never called a speedup.")
    if len(parts) > 1:
        told.append("Counters of different sources occur here; they are not compared with each other.")
    return told


def _policy(group: Group, results: Sequence[Run]) -> list[str]:
    if group.policy is Policy.STRICT:
        return ["Policy strict: results are bit-exact, no arithmetic was reordered."]
    tolerances = sorted({run.program.tolerance for run in results})
    words = ", ".join(f"{tolerance:g}" for tolerance in tolerances) or "the kernel's"
    return [
        f"Policy tolerant: sums may be reordered and contracted; results agree within a relative tolerance of {words}."
    ]


def _outcomes(results: Sequence[Run]) -> list[str]:
    verdicts = [verdict for run in results for _, verdict in run.judged]
    told = []
    without = [run.case for run in results if run.status == "done" and not run.best]
    if without:
        told.append(f"Nothing was proven faster for: {_names(without)}. They count as 1.00x in the mean.")
    behind = [f"{run.case} ({beaten.name})" for run in results if (beaten := _flags_ahead(run))]
    if behind:
        told.append(f"Flags alone were faster than what irloop found for: {_names(behind)}.")
    unclear = sum(verdict.outcome is Outcome.INCONCLUSIVE for verdict in verdicts)
    if unclear:
        told.append(f"{unclear} of {len(verdicts)} candidates were inconclusive: no difference beyond noise was shown.")
    rejected = sum(verdict.outcome is Outcome.REJECTED for verdict in verdicts)
    if rejected:
        told.append(f"{rejected} of {len(verdicts)} candidates were rejected; their reasons stand in the stories.")
    lost = [run.case for run in results if any(not told.held for told in run.state.confirmations)]
    if lost:
        told.append(
            f"A first winner's gain did not repeat when measured afresh, and was not claimed, for: {_names(lost)}."
        )
    whole = [run.case for run in results if any(v.scope is Scope.PROGRAM for _, v in run.judged)]
    if whole:
        told.append(f"Judged as whole programs, because no wrapper can stand in for the hot function: {_names(whole)}.")
    return told


def _flags_ahead(run: Run) -> LadderRow | None:
    """The best rung where it beats the winner, or plain -O3 beyond its interval where there is no winner."""
    rung = run.best_rung
    if run.status != "done" or rung is None or rung.speedup is None:
        return None
    reached = run.best[1].speedup if run.best else 1.0
    return rung if rung.speedup.speedup > reached and rung.speedup.low > 1 else None


def _measuring(results: Sequence[Run]) -> list[str]:
    told = []
    noisy = [
        f"{run.case} ({run.state.noise.floor:.0%})"
        for run in results
        if run.state.noise and run.state.noise.floor > NOISY
    ]
    if noisy:
        told.append(f"A noise floor above {NOISY:.0%}, below which no gain is claimed: {_names(noisy)}.")
    split = [(run, run.state.split.plain_over_split) for run in results if run.state.split]
    costly = [f"{run.case} ({cost.speedup:.2f}x)" for run, cost in split if cost.low > 1 and cost.speedup > 1 + NOISY]
    if costly:
        told.append(
            "Keeping the hot function out of line cost time, and the speedups are overstated by up to that much: "
            f"{_names(costly)}."
        )
    old = sorted({row.measured for run in results for row in run.state.ladder if row.measured})
    if old:
        told.append(f"What flags alone reach was measured earlier on this machine, on {', '.join(old)}.")
    return told


def _unfinished(runs: Sequence[Run]) -> list[str]:
    open_runs = [f"{run.case} ({run.id}, {run.status})" for run in runs if run.status != "done"]
    told = []
    if open_runs:
        told = [f"Runs that did not end count with what they have, without a winner as 1.00x: {_names(open_runs)}."]
    moved = [
        f"{run.case} ({run.id})"
        for run in runs
        if len({environment.get("cpu") for environment in run.environments}) > 1
    ]
    return told + ([f"Runs that went on on another machine: {_names(moved)}."] if moved else [])


def _names(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
