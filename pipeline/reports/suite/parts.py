"""What a suite of kernels gave, as a paper states it: by policy and size, by the form of a reply, policy by policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.catalog import kernel_names, read_kernel
from pipeline.records import Form, Interval, Outcome, Policy, Record
from pipeline.reports.grouping import Group
from pipeline.reports.journals import Loaded, Run
from pipeline.reports.summary import MODELLESS, GeoMean, Mean, RunSummary, Summary, mean_of, mean_over_cases

# The tag of kernels that are written after PolyBench's.
POLYBENCH = "polybench"


class FormRow(Record):
    """The replies of one form; a reply that irloop asked a model to repair counts once, with its repairs.

    `first_try` replies were right as they came; `repaired` became right, mechanically or by asking again. Right is what
    passed every check of the judge, whatever its speed. `best` is the geometric mean, over the `kernels` that were
    given such a reply, of the best verified speedup of this form as judged, a kernel without one counting as 1.
    """

    form: Form | None
    replies: int
    first_try: int
    repaired: int
    kernels: int
    best: GeoMean


class Part(Record):
    """The newest run of each kernel of one size, with one proposer, in one group; results by kernel."""

    group: Group
    size: str
    asked: str
    results: tuple[RunSummary, ...]
    mean: Mean
    forms: tuple[FormRow, ...]

    @property
    def title(self) -> str:
        """`MEDIUM, policy tolerant, proposer recorded`."""
        return ", ".join(filter(None, (self.size, f"policy {self.group.policy}", f"proposer {self.asked}")))


class Pairing(Record):
    """One kernel under both policies."""

    kernel: str
    tolerant: RunSummary
    strict: RunSummary


class Comparison(Record):
    """What policy strict costs: the kernels of two parts that differ in nothing else, and the mean of each side."""

    size: str
    asked: str
    machine: str
    rows: tuple[Pairing, ...]
    tolerant: GeoMean
    strict: GeoMean


class Contest(Record):
    """Several proposers, or one with several forms of replies, over the kernels that all of them have.

    `asked` names them; `rows` are the kernels with a result of each, in that order, and `means` the means.
    """

    size: str
    policy: Policy
    machine: str
    asked: tuple[str, ...]
    rows: tuple[tuple[RunSummary, ...], ...]
    means: tuple[GeoMean, ...]


def parts(loaded: Loaded, summary: Summary) -> list[Part]:
    """The parts of a suite: the larger first, tolerant before strict."""
    runs = {str(run.folder): run for run in loaded.runs}
    found = []
    for group in summary.groups:
        arms: dict[tuple[str, str], list[RunSummary]] = {}
        for result in group.results:
            arms.setdefault((result.size, result.asked), []).append(result)
        for (size, asked), results in arms.items():
            found.append(
                Part(
                    group=group.group,
                    size=size,
                    asked=asked,
                    results=tuple(sorted(results, key=lambda each: each.kernel)),
                    mean=mean_of(results),
                    forms=tuple(forms([runs[each.folder] for each in results])),
                )
            )
    return sorted(found, key=lambda part: (-len(part.results), part.group.policy is Policy.STRICT, part.title))


def main_parts(found: Sequence[Part]) -> list[Part]:
    """Those of the first part's size and proposer: what pictures show, where all parts would hide each other."""
    return [part for part in found if (part.size, part.asked) == (found[0].size, found[0].asked)]


def families(part: Part) -> dict[str, GeoMean]:
    """The mean over the kernels that PolyBench made known and over the others; only where a part has both."""
    known = {name for name in kernel_names() if POLYBENCH in read_kernel(name).tags}
    named = [each for each in part.results if each.kernel in known]
    others = [each for each in part.results if each.kernel not in known]
    if not (named and others):
        return {}
    return {"of PolyBench's": mean_of(named).irloop, "of the other": mean_of(others).irloop}


def forms(runs: Sequence[Run]) -> list[FormRow]:
    """The replies of models in these runs by form, those without any code last; search is no model."""
    tried = [(run, *reply) for run in runs for reply in _replies(run)]
    rows = []
    for form in (*Form, None):
        those = [(run, first, right) for run, told, first, right in tried if told is form]
        given = list({run.folder: run for run, _, _ in those}.values())
        best = mean_over_cases([_best_of(run, form) for run in given])
        if best is None:
            continue
        first_try = sum(first for _, first, _ in those)
        rows.append(
            FormRow(
                form=form,
                replies=len(those),
                first_try=first_try,
                repaired=sum(right for _, _, right in those) - first_try,
                kernels=len(given),
                best=best,
            )
        )
    return rows


def comparisons(found: Sequence[Part]) -> list[Comparison]:
    """Tolerant and strict side by side, wherever both were run on the same machine, with the same compiler."""
    made: list[Comparison] = []
    for tolerant in (part for part in found if part.group.policy is Policy.TOLERANT):
        twin = tolerant.group.model_copy(update={"policy": Policy.STRICT})
        for strict in found:
            if (strict.group, strict.size, strict.asked) == (twin, tolerant.size, tolerant.asked):
                made += _compared(tolerant, strict)
    return made


def contests(found: Sequence[Part]) -> list[Contest]:
    """What was asked in more than one way of the same kernels: same size, policy, machine and compiler."""
    places: dict[tuple[Group, str], list[Part]] = {}
    for part in found:
        places.setdefault((part.group, part.size), []).append(part)
    return [made for (group, size), those in places.items() if (made := _contest(group, size, those))]


def _contest(group: Group, size: str, those: Sequence[Part]) -> Contest | None:
    results = [{each.kernel: each for each in part.results} for part in those]
    shared = sorted(set.intersection(*(set(part) for part in results)))
    if len(those) < 2 or not shared:
        return None
    return Contest(
        size=size,
        policy=group.policy,
        machine=group.machine,
        asked=tuple(part.asked for part in those),
        rows=tuple(tuple(part[kernel] for part in results) for kernel in shared),
        means=tuple(mean_of([part[kernel] for kernel in shared]).irloop for part in results),
    )


def _compared(tolerant: Part, strict: Part) -> Iterable[Comparison]:
    exact = {each.kernel: each for each in strict.results}
    rows = [
        Pairing(kernel=each.kernel, tolerant=each, strict=exact[each.kernel])
        for each in tolerant.results
        if each.kernel in exact
    ]
    if not rows:
        return
    yield Comparison(
        size=tolerant.size,
        asked=tolerant.asked,
        machine=tolerant.group.machine,
        rows=tuple(rows),
        tolerant=mean_of([row.tolerant for row in rows]).irloop,
        strict=mean_of([row.strict for row in rows]).irloop,
    )


def _replies(run: Run) -> Iterable[tuple[Form | None, bool, bool]]:
    """For each reply that is no repair of another: its form, right as it came, right in the end."""
    verdicts = run.state.verdicts
    repairs: dict[str, list[str]] = {}
    for name, candidate in run.state.candidates.items():
        if candidate.parent:
            repairs.setdefault(candidate.parent, []).append(name)

    def right(name: str) -> bool:
        told = verdicts.get(name)
        itself = bool(told and told.outcome is not Outcome.REJECTED)
        return itself or any(right(repair) for repair in repairs.get(name, ()))

    def form_of(name: str) -> Form | None:
        told = verdicts.get(name)
        return (told and told.form) or next(filter(None, map(form_of, repairs.get(name, ()))), None)

    for name, candidate in run.state.candidates.items():
        told = verdicts.get(name)
        if told is None or candidate.parent or candidate.proposer in MODELLESS:
            continue
        as_it_came = told.outcome is not Outcome.REJECTED and not told.mends
        yield form_of(name), as_it_came, right(name)


def _best_of(run: Run, form: Form | None) -> Interval | None:
    """The best verified candidate of a form that a model wrote."""
    wins = [
        verdict.speedup
        for candidate, verdict in run.judged
        if verdict.is_win and verdict.speedup and verdict.form is form and candidate.proposer not in MODELLESS
    ]
    return max(wins, key=lambda each: each.speedup, default=None)
