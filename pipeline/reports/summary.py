"""The numbers of a report: from journals to one record that the page, the Markdown, the JSON and the pictures show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.judging.statistics import geomean
from pipeline.records import Finish, Form, Interval, LadderRow, Outcome, Record, Settings
from pipeline.reports.commands import repeat_command
from pipeline.reports.grouping import Group, differences, grouped
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.limits import general_limits, group_limits
from pipeline.service import estimate_tokens

SCHEMA = 2  # 2: roofline, replies and their tokens; means by size, of at least two kernels
# Proposers whose candidates no model wrote.
MODELLESS = frozenset(("search",))


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

    `asked` is the proposer that the run was started with (and the form of replies, where only one was allowed),
    `proposers` are those that answered. `best_rung` is the fastest rung of the ladder that keeps the policy,
    `over_rung` the quotient of the winner's speedup and that rung's:
    both were measured against the reference, not against each other. `roofline` is the per cent of what the machine
    allows that the original attains, the winner `speedup` times as much. `replies` are those of models; search is none.
    `reply_tokens` are those of the replies alone, estimated from their length where no endpoint counted them; `tokens`
    are all that endpoints counted, also for replies that became no candidate.
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
    roofline: float | None
    replies: int
    rejected_replies: int
    reply_tokens: int | None
    reply_tokens_estimated: bool
    tokens: int | None
    cost: float | None
    models: tuple[str, ...]
    command: str

    @property
    def roofline_after(self) -> float | None:
        """The per cent of the roofline that the winner attains."""
        return self.roofline * self.best.speedup.speedup if self.best and self.roofline is not None else None


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

    def __str__(self) -> str:
        return f"{self.value:.2f}x [{self.low:.2f}, {self.high:.2f}]"


class Mean(Record):
    """The mean over at least two kernels of one size run with one proposer, and that of the best flags for them."""

    asked: str
    size: str
    irloop: GeoMean
    flags: GeoMean | None


class GroupSummary(Record):
    """What one group's runs say.

    `results` holds one run, the newest, for each case and proposer asked; `means` has one entry for each proposer and
    size with several kernels; `runs` are all runs, oldest first.
    """

    group: Group
    results: tuple[RunSummary, ...]
    runs: tuple[RunSummary, ...]
    means: tuple[Mean, ...]
    limits: tuple[str, ...]

    @property
    def has_several_proposers(self) -> bool:
        """True where the runs were started with more than one."""
        return len({result.asked for result in self.results}) > 1

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes of the results."""
        return tuple(dict.fromkeys(result.size for result in self.results))

    def label(self, result: RunSummary) -> str:
        """The case, with the proposer where the group's runs were started with several."""
        return f"{result.case}, {result.asked}" if self.has_several_proposers else result.case

    def mean_label(self, mean: Mean) -> str:
        """What a mean is called, likewise."""
        which = [mean.size] if len(self.sizes) > 1 and mean.size else []
        which += [mean.asked] if self.has_several_proposers else []
        return ", ".join([f"geometric mean of {mean.irloop.cases}", *which])


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
        key = (run.case, asked_of(run.settings))
        before = chosen.get(key)
        if run.state.reference and (before is None or run.status == "done" or before.status != "done"):
            chosen[key] = run
    several = len({asked for _, asked in chosen}) > 1
    return {f"{case}, {asked}" if several else case: run for (case, asked), run in sorted(chosen.items())}


def asked_of(settings: Settings) -> str:
    """What a run was started with: its proposer, and the form of replies where only one was allowed."""
    return settings.proposer if settings.form == "any" else f"{settings.proposer}, form {settings.form}"


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
    arms: dict[tuple[str, str], list[RunSummary]] = {}
    for each in results:
        arms.setdefault((each.size, each.asked), []).append(each)
    return GroupSummary(
        group=group,
        results=results,
        runs=tuple(summarise_run(run) for run in runs),
        means=tuple(mean_of(members) for _, members in sorted(arms.items()) if len(members) > 1),
        limits=tuple(group_limits(group, chosen, runs)),
    )


def mean_of(results: Sequence[RunSummary]) -> Mean:
    """The mean over results, at least one, of one size and proposer."""
    irloop = mean_over_cases([each.best.speedup if each.best else None for each in results])
    if irloop is None:
        raise ValueError("a mean over no case")
    # A ladder that lost to plain -O3 everywhere is no loss: nobody has to take its flags.
    rungs = [each.best_rung.speedup if each.best_rung else None for each in results]
    kept = [rung if rung and rung.speedup > 1 else None for rung in rungs]
    flags = mean_over_cases(kept) if any(rungs) else None
    return Mean(asked=results[0].asked, size=results[0].size, irloop=irloop, flags=flags)


def summarise_run(run: Run) -> RunSummary:
    """One run's numbers."""
    state = run.state
    best, rung = _best(run), run.best_rung
    rung_speedup = rung.speedup.speedup if rung and rung.speedup else None
    costs = [usage.cost for usage in run.usages if usage.cost is not None]
    judged = list(run.judged)
    replies = [candidate for candidate in state.candidates.values() if candidate.proposer not in MODELLESS]
    counted = [each.usage.completion_tokens for each in replies if each.usage and not each.usage.estimated]
    guessed = [estimate_tokens(each.text) for each in replies]
    is_counted = len(counted) == len(replies)
    return RunSummary(
        run=run.id,
        folder=str(run.folder),
        case=run.case,
        asked=asked_of(run.settings),
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
        roofline=state.evidence.findings.roofline.percent
        if state.evidence and state.evidence.findings.roofline
        else None,
        replies=len(replies),
        rejected_replies=sum(each in replies for each, _ in run.failed()),
        reply_tokens=sum(counted if is_counted else guessed) if replies else None,
        reply_tokens_estimated=bool(replies) and not is_counted,
        tokens=sum(usage.tokens for usage in run.usages) if run.usages else None,
        cost=math.fsum(costs) if costs else None,
        models=tuple(dict.fromkeys(usage.model for usage in run.usages if usage.model)),
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
