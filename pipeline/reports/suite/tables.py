"""`results.csv`, one row a kernel, size, policy and proposer, and `forms.csv`, one row a form of replies."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from pipeline.records import Record
from pipeline.reports.suite.parts import Part
from pipeline.reports.summary import RunSummary


class Setting(Record):
    """What a row's runs were made with."""

    machine: str
    compiler: str
    policy: str
    size: str
    proposer: str


class ResultRow(Setting):
    """One kernel's newest run; None is an empty cell. `docs/files.md` explains every column."""

    kernel: str
    run: str
    status: str
    baseline_seconds: float | None
    noise_floor: float | None
    flags: str
    flags_speedup: float | None
    flags_ci_lo: float | None
    flags_ci_hi: float | None
    speedup: float | None
    ci_lo: float | None
    ci_hi: float | None
    n: int | None
    over_flags: float | None
    roofline_before: float | None
    roofline_after: float | None
    form: str
    iterations_to_best: int | None
    replies: int
    rejected: int
    reply_tokens: int | None
    reply_tokens_estimated: bool


class FormTableRow(Setting):
    """The replies of one form in one part; `form` is empty where a reply held no code."""

    form: str
    replies: int
    valid_at_first_try: int
    valid_after_repair: int
    kernels: int
    geomean: float
    ci_lo: float
    ci_hi: float


def results_table(parts: Sequence[Part]) -> str:
    """The text of `results.csv`."""
    return _csv(ResultRow, (_result(part, each) for part in parts for each in part.results))


def forms_table(parts: Sequence[Part]) -> str:
    """The text of `forms.csv`."""
    return _csv(FormTableRow, _forms(parts))


def _result(part: Part, each: RunSummary) -> ResultRow:
    best = each.best.speedup if each.best else None
    rung = each.best_rung.speedup if each.best_rung else None
    return ResultRow(
        **_setting(part),
        kernel=each.kernel,
        run=each.run,
        status=each.status,
        baseline_seconds=each.baseline_seconds,
        noise_floor=each.noise_floor,
        flags=each.best_rung.name if each.best_rung else "",
        flags_speedup=rung.speedup if rung else None,
        flags_ci_lo=rung.low if rung else None,
        flags_ci_hi=rung.high if rung else None,
        speedup=best.speedup if best else None,
        ci_lo=best.low if best else None,
        ci_hi=best.high if best else None,
        n=best.pairs if best else None,
        over_flags=each.over_rung,
        roofline_before=each.roofline,
        roofline_after=each.roofline_after,
        form=str(each.best.form or "") if each.best else "",
        iterations_to_best=each.best.iteration if each.best else None,
        replies=each.replies,
        rejected=each.rejected_replies,
        reply_tokens=each.reply_tokens,
        reply_tokens_estimated=each.reply_tokens_estimated,
    )


def _forms(parts: Sequence[Part]) -> Iterator[FormTableRow]:
    for part in parts:
        for row in part.forms:
            yield FormTableRow(
                **_setting(part),
                form=str(row.form or ""),
                replies=row.replies,
                valid_at_first_try=row.first_try,
                valid_after_repair=row.first_try + row.repaired,
                kernels=row.kernels,
                geomean=row.best.value,
                ci_lo=row.best.low,
                ci_hi=row.best.high,
            )


def _setting(part: Part) -> dict[str, str]:
    group = part.group
    named = {"machine": group.machine, "compiler": group.compiler, "policy": str(group.policy)}
    return named | {"size": part.size, "proposer": part.asked}


def _csv(kind: type[Record], rows: Iterable[Record]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(kind.model_fields), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.model_dump() for row in rows)
    return text.getvalue()
