"""Convergence over repeats: how far each proposer got after so many iterations, and after so many candidates."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence

from pipeline.judging.statistics import geomean
from pipeline.records import Record
from pipeline.reports.figures.convergence import best_so_far
from pipeline.reports.journals import Run

ALL_KERNELS = "all kernels"
# Of few repeats; runs themselves state 99 % intervals, but with three repeats a 99 % t interval says nothing any more.
CONFIDENCE = 0.95


class Step(Record):
    """One point of a curve: geometric mean over the repeats, Student's t interval of its logarithm, and the values.

    `low` and `high` are None for a single repeat. For `all kernels` a value is one repeat's mean over all kernels.
    """

    at: int
    mean: float
    low: float | None
    high: float | None
    values: tuple[float, ...]


class Curve(Record):
    """One proposer on one case (or on all of them)."""

    case: str
    proposer: str
    steps: tuple[Step, ...]

    @property
    def last(self) -> Step:
        """Where it ended."""
        return self.steps[-1]


def after_candidates(run: Run) -> list[float]:
    """The best verified speedup after each judged candidate, from 1 before the first."""
    best = [1.0]
    for _, verdict in run.judged:
        won = verdict.speedup.speedup if verdict.is_win and verdict.speedup else 1.0
        best.append(max(best[-1], won))
    return best


def curves(runs: Sequence[Run], series: Callable[[Run], list[float]] = best_so_far) -> list[Curve]:
    """For each case and proposer, and for each proposer over all cases; only runs that are done, of one group."""
    done = [run for run in runs if run.status == "done"]
    arms: dict[tuple[str, str], list[list[float]]] = {}
    for run in done:
        arms.setdefault((run.case, run.settings.proposer), []).append(series(run))
    found = [Curve(case=case, proposer=name, steps=_steps(values)) for (case, name), values in arms.items()]
    cases = list(dict.fromkeys(case for case, _ in arms))
    if len(cases) > 1:
        found += _over_all(arms, cases)
    return found


def confirmed(runs: Sequence[Run]) -> dict[tuple[str, str], Step]:
    """The winners' fresh measurements over repeats, by case and proposer; a run without a winner counts as 1.

    These are free of the luck by which the best of many measurements was picked; the curves are not.
    """
    arms: dict[tuple[str, str], list[list[float]]] = {}
    for run in (run for run in runs if run.status == "done"):
        value = run.best[1].speedup if run.best else 1.0
        arms.setdefault((run.case, run.settings.proposer), []).append([value])
    cases = list(dict.fromkeys(case for case, _ in arms))
    found = {key: _step(0, [value for (value,) in values]) for key, values in arms.items()}
    over_all = _over_all(arms, cases) if len(cases) > 1 else []
    return found | {(curve.case, curve.proposer): curve.last for curve in over_all}


def _over_all(arms: Mapping[tuple[str, str], list[list[float]]], cases: Sequence[str]) -> list[Curve]:
    """Each proposer's mean over the cases; repeats pair up by number, and only those that every case has count."""
    found = []
    for proposer in dict.fromkeys(name for _, name in arms):
        per_case = [arms.get((case, proposer), []) for case in cases]
        repeats = min(len(values) for values in per_case)
        if not repeats:
            continue  # not tried on every case: its mean would be over other kernels
        series = []
        for number in range(repeats):
            members = [values[number] for values in per_case]
            length = min(len(values) for values in members)
            series.append([geomean([values[place] for values in members]) for place in range(length)])
        found.append(Curve(case=ALL_KERNELS, proposer=proposer, steps=_steps(series)))
    return found


def _steps(series: Sequence[Sequence[float]]) -> tuple[Step, ...]:
    """Means at every place that all repeats reached."""
    length = min(len(values) for values in series)
    return tuple(_step(place, [values[place] for values in series]) for place in range(length))


def _step(at: int, values: Sequence[float]) -> Step:
    logs = [math.log(value) for value in values]
    middle = statistics.fmean(logs)
    if len(values) < 2:
        return Step(at=at, mean=math.exp(middle), low=None, high=None, values=tuple(values))
    from scipy import stats

    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, len(values) - 1)) * statistics.stdev(logs) / math.sqrt(len(values))
    low, high = math.exp(middle - reach), math.exp(middle + reach)
    return Step(at=at, mean=math.exp(middle), low=low, high=high, values=tuple(values))
