"""`table.md`: every part's kernels, the forms of replies, one policy beside the other, the machine, the limits."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reports.limits import general_limits
from pipeline.reports.markdown import bullets, plain, table
from pipeline.reports.suite.parts import Comparison, Contest, Part, comparisons, contests, families, main_parts
from pipeline.reports.summary import RunSummary, Summary
from pipeline.reports.words import amount_of, duration, gain_text, ratio, rung_text

CONVERGENCE, SPEEDUP, ROOFLINE = "convergence.png", "speedup.png", "roofline.png"
_INTRO = (
    "Speedups are over plain `clang -O3`: thread CPU time in the hot function, median of paired log-ratios; in "
    "brackets the 99 % interval of the winner's fresh measurement. The best of the flags is the fastest rung of the "
    "ladder that keeps the policy. A kernel without a proven gain counts as 1.00x in a mean. Of the roofline: what the "
    "original attains of what the machine allows at its arithmetic intensity, and the winner. Tokens with ≈ are "
    "estimated from the length of the replies."
)
_FORMS = (
    "Replies of models; one that was repaired counts once. Valid: passed every check. The mean is over each kernel's "
    "best verified candidate of that form, as judged and not measured afresh; a kernel without one counts as 1.00x."
)
_PICTURES = (
    (CONVERGENCE, "How the best so far grows"),
    (SPEEDUP, "Speedups of all kernels"),
    (ROOFLINE, "Before and after, under the machine's roofs"),
)


def suite_markdown(found: Sequence[Part], summary: Summary, machines: Sequence[dict[str, str]]) -> str:
    """The text; `machines` are the facts of each by name."""
    lines = ["# Results of the suite", "", _INTRO, "", *bullets(summary.differences)]
    for name, title in _PICTURES:
        lines += [f"![{title}]({name})", ""]
    main = main_parts(found)
    if len(main) < len(found):
        lines += [f"The pictures show {main[0].size}, proposer {plain(main[0].asked)}; the tables show all.", ""]
    several = len({part.group.machine_key for part in found}) > 1
    for part in found:
        where = f" ({plain(part.group.machine)})" if several else ""
        lines += [f"## {plain(part.title)}{where}", "", _lead(part), "", *_kernels(part), ""]
    lines += ["## Forms of replies", "", _FORMS, "", *_forms(found), ""]
    for contest in contests(found):
        lines += [f"## The same kernels, {contest.size}, policy {contest.policy}", "", *_sides(contest), ""]
    for each in comparisons(found):
        lines += [f"## Strict against tolerant, {each.size}, proposer {plain(each.asked)}", "", *_policies(each), ""]
    told = dict.fromkeys(limit for group in summary.groups for limit in group.limits)
    lines += ["## What these numbers cannot say", "", *bullets([*general_limits(), *told])]
    lines += ["## Machine", ""]
    for facts in machines:
        lines += [*table(("fact", "value"), list(facts.items())), ""]
    return "\n".join(lines).rstrip() + "\n"


def _lead(part: Part) -> str:
    mean = part.mean.irloop
    won = f"{mean.cases - mean.without_winner} of {amount_of(mean.cases, 'kernel')} proven faster"
    flags = f"; the best flags for each kernel: {ratio(part.mean.flags.value)}" if part.mean.flags else ""
    known = [each.over_rung for each in part.results if each.over_rung]
    ahead = sum(share > 1 for share in known)
    more = f"; ahead of the best flags on {ahead} of the {len(known)} where both are known" if known else ""
    each = "; ".join(f"{name} {family.cases}: {family}" for name, family in families(part).items())
    return f"{won}, geometric mean {mean}{f' ({each})' * bool(each)}{flags}{more}."


def _kernels(part: Part) -> list[str]:
    header = (
        "kernel",
        "clang -O3",
        "best of the flags",
        "irloop, 99 % interval",
        "irloop / flags",
        "% of roofline",
        "form",
        "iterations to best",
        "replies (rejected)",
        "reply tokens",
    )
    flags = ratio(part.mean.flags.value) if part.mean.flags else ""
    mean = (f"geometric mean of {part.mean.irloop.cases}", "", flags, str(part.mean.irloop), *[""] * 6)
    rows = [_cells(each) for each in part.results]
    return table(header, [*rows, mean], numbers=(1, 4, 5, 7, 8, 9))


def _cells(result: RunSummary) -> tuple[str, ...]:
    shares = [share for share in (result.roofline, result.roofline_after) if share is not None]
    tokens = f"{'≈ ' if result.reply_tokens_estimated else ''}{result.reply_tokens or 0:,}"
    return (
        result.kernel,
        duration(result.baseline_seconds),
        rung_text(result.best_rung),
        gain_text(result),
        ratio(result.over_rung) if result.over_rung else "",
        " → ".join(f"{share:.0f}" for share in shares),
        str(result.best.form or "") if result.best else "",
        str(result.best.iteration) if result.best else "",
        f"{result.replies} ({result.rejected_replies})",
        tokens if result.reply_tokens is not None else "",
    )


def _forms(found: Sequence[Part]) -> list[str]:
    header = ("runs", "form", "replies", "valid at first try", "after repair", "kernels", "geometric mean of the best")
    rows = [
        (
            part.title,
            str(row.form or "no code"),
            str(row.replies),
            _share(row.first_try, row.replies),
            _share(row.first_try + row.repaired, row.replies),
            str(row.kernels),
            str(row.best),
        )
        for part in found
        for row in part.forms
    ]
    return table(header, rows, numbers=(2, 3, 4, 5, 6))


def _share(count: int, total: int) -> str:
    return f"{count} ({count / total:.0%})"


def _sides(contest: Contest) -> list[str]:
    header = ("kernel", *(plain(asked) for asked in contest.asked))
    rows = [(row[0].kernel, *(gain_text(each) for each in row)) for row in contest.rows]
    mean = (f"geometric mean of {len(contest.rows)}", *(str(each) for each in contest.means))
    return table(header, [*rows, mean], numbers=tuple(range(1, len(header))))


def _policies(each: Comparison) -> list[str]:
    rows = [(row.kernel, gain_text(row.tolerant), gain_text(row.strict)) for row in each.rows]
    mean = (f"geometric mean of {len(each.rows)}", str(each.tolerant), str(each.strict))
    return table(("kernel", "tolerant", "strict (bit-exact)"), [*rows, mean], numbers=(1, 2))
