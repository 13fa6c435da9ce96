"""The numbers of a report: from journals to one record that the page, the Markdown, the JSON and the pictures show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.judging.statistics import geomean
from pipeline.records import Finish, Form, Interval, LadderRow, Outcome, Record
from pipeline.reports.commands import repeat_command
from pipeline.reports.grouping import Group, differences, grouped
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.limits import general_limits, group_limits
from pipeline.reports.usage import total_tokens

SCHEMA = 1


class Best(Record):
    """A confirmed winner; `speedup` is its fresh measurement."""

    candidate: str
    iteration: int
    proposer: str
    form: Form | None
    finish: Finish | None
    intent: str
    digest: str
    speedup: Interval


class RunSummary(Record):
    """One run. Times are seconds; `tokens` and `cost` are None where no proposer told them.

    `asked` is the proposer that the run was started with, `proposers` are those that answered. `best_rung` is the
    fastest rung of the ladder that keeps the policy, `over_rung` the quotient of the winner's speedup and that rung's:
    both were measured against the reference, not against each other.
    """

    run: str
    folder: str
    case: str
    asked: str
    kernel: str
    size: str
    hot: str
    status: str
    proposers: tuple[str, ...]
    iterations: int
    outcomes: dict[str, int]
    reasons: dict[str, int]
    baseline_seconds: float | None
    noise_floor: float | None
    ladder: tuple[LadderRow, ...]
    best: Best | None
    best_rung: LadderRow | None
    over_rung: float | None
    tokens: int | None
    cost: float | None
    models: tuple[str, ...]
    command: str


class GeoMean(Record):
    """Geometric mean of speedups over cases; cases without a winner count as 1.

    `low` and `high` carry the cases' own 99 % intervals, combined as independent errors of the logarithm: they say how
    well this suite was measured, not what another suite would give.
    """

    value: float
    low: float
    high: float
    cases: int
    without_winner: int


class Mean(Record):
    """The mean over the cases that were run with one proposer, and that of the best flags for the same cases."""

    asked: str
    irloop: GeoMean
    flags: GeoMean | None


class GroupSummary(Record):
    """What one group's runs say.

    `results` holds one run, the newest, for each case and proposer asked; `means` has one entry for each proposer;
    `runs` are all runs, oldest first.
    """

    group: Group
    results: tuple[RunSummary, ...]
    runs: tuple[RunSummary, ...]
    means: tuple[Mean, ...]
    limits: tuple[str, ...]

    def label(self, result: RunSummary) -> str:
        """The case, with the proposer where the group's runs were started with several."""
        return f"{result.case}, {result.asked}" if len(self.means) > 1 else result.case

    def mean_label(self, mean: Mean) -> str:
        """What a mean is called, likewise."""
        return f"geometric mean, {mean.asked}" if len(self.means) > 1 else "geometric mean"


class Summary(Record):
    """A whole report: its groups, what tells them apart, what could not be read, and what it cannot say."""

    schema_version: int = SCHEMA
    groups: tuple[GroupSummary, ...]
    differences: tuple[str, ...]
    unreadable: tuple[str, ...]
    limits: tuple[str, ...]


def summarise(loaded: Loaded) -> Summary:
    """Everything that a report over these runs states."""
    groups = grouped(loaded.runs)
    return Summary(
        groups=tuple(_group(group, runs) for group, runs in groups.items()),
        differences=tuple(differences(list(groups))),
        unreadable=tuple(left.why for left in loaded.unreadable),
        limits=tuple(general_limits()),
    )


def newest(runs: Iterable[Run]) -> dict[str, Run]:
    """One run for each case and proposer asked: the newest that is done, else the newest with a reference.

    The keys are the cases, with the proposer where there are several.
    """
    chosen: dict[tuple[str, str], Run] = {}
    for run in runs:  # oldest first
        key = (run.case, run.settings.proposer)
        before = chosen.get(key)
        if run.state.reference and (before is None or run.status == "done" or before.status != "done"):
            chosen[key] = run
    several = len({asked for _, asked in chosen}) > 1
    return {f"{case}, {asked}" if several else case: run for (case, asked), run in sorted(chosen.items())}


def mean_over_cases(results: Sequence[Interval | None]) -> GeoMean | None:
    """The geometric mean of the cases' speedups, None counting as exactly 1; None for no case."""
    if not results:
        return None
    known = [interval for interval in results if interval]
    middle = math.log(geomean([interval.speedup for interval in known])) * len(known) / len(results)
    below = math.sqrt(math.fsum(math.log(each.speedup / each.low) ** 2 for each in known)) / len(results)
    above = math.sqrt(math.fsum(math.log(each.high / each.speedup) ** 2 for each in known)) / len(results)
    return GeoMean(
        value=math.exp(middle),
        low=math.exp(middle - below),
        high=math.exp(middle + above),
        cases=len(results),
        without_winner=len(results) - len(known),
    )


def _group(group: Group, runs: tuple[Run, ...]) -> GroupSummary:
    chosen = list(newest(runs).values())
    results = tuple(summarise_run(run) for run in chosen)
    asked = dict.fromkeys(each.asked for each in results)
    means = (_mean(name, [each for each in results if each.asked == name]) for name in asked)
    return GroupSummary(
        group=group,
        results=results,
        runs=tuple(summarise_run(run) for run in runs),
        means=tuple(mean for mean in means if mean),
        limits=tuple(group_limits(group, chosen, runs)),
    )


def _mean(asked: str, results: Sequence[RunSummary]) -> Mean | None:
    irloop = mean_over_cases([each.best.speedup if each.best else None for each in results])
    # A ladder that lost to plain -O3 everywhere is no loss: nobody has to take its flags.
    rungs = [each.best_rung.speedup if each.best_rung else None for each in results]
    kept = [rung if rung and rung.speedup > 1 else None for rung in rungs]
    return Mean(asked=asked, irloop=irloop, flags=mean_over_cases(kept) if any(rungs) else None) if irloop else None


def summarise_run(run: Run) -> RunSummary:
    """One run's numbers."""
    state = run.state
    best, rung = _best(run), run.best_rung
    rung_speedup = rung.speedup.speedup if rung and rung.speedup else None
    tokens = [count for usage in run.usages.values() if (count := total_tokens(usage)) is not None]
    costs = [usage.cost for usage in run.usages.values() if usage.cost is not None]
    judged = list(run.judged)
    return RunSummary(
        run=run.id,
        folder=str(run.folder),
        case=run.case,
        asked=run.settings.proposer,
        kernel=run.program.name,
        size=run.program.size,
        hot=state.reference.hot if state.reference else run.program.hot or "",
        status=run.status,
        proposers=tuple(dict.fromkeys(candidate.proposer for candidate in state.candidates.values())),
        iterations=len(state.iterations),
        outcomes={str(kind): n for kind in Outcome if (n := sum(v.outcome is kind for _, v in judged))},
        reasons=dict(Counter(str(verdict.reason) for _, verdict in run.failed()).most_common()),
        baseline_seconds=state.reference.seconds if state.reference else None,
        noise_floor=state.noise.floor if state.noise else None,
        ladder=state.ladder,
        best=best,
        best_rung=rung,
        over_rung=best.speedup.speedup / rung_speedup if best and rung_speedup else None,
        tokens=sum(tokens) if tokens else None,
        cost=math.fsum(costs) if costs else None,
        models=tuple(dict.fromkeys(usage.model for usage in run.usages.values() if usage.model)),
        command=repeat_command(run.program, run.settings, run.environments[0]),
    )


def _best(run: Run) -> Best | None:
    if run.best is None:
        return None
    name, speedup = run.best
    candidate, verdict = run.state.candidates[name], run.state.verdicts[name]
    return Best(
        candidate=name,
        iteration=candidate.iteration,
        proposer=candidate.proposer,
        form=verdict.form,
        finish=verdict.finish,
        intent=verdict.intent or candidate.label,
        digest=verdict.digest,
        speedup=speedup,
    )
