"""The optimiser's remarks as sentences: those on hot loops, equal ones together, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.findings import Findings, LoopFacts, Remark

MOST_REMARKS = 8
# Why something failed before what failed, and both before what was done.
_ORDER = {"analysis": 0, "missed": 1, "passed": 2}
# What it misses in straight code says little of a loop.
_FAINT, _LAST = ("slp-vectorizer",), 3
_COST = re.compile(r" \d+\.\d+e[-+]\d+ total [a-z ]+? cost\b")


def remark_sentences(found: Findings, say: Mapping[str, Any], least: float) -> Iterator[str]:
    """Remarks on the loops with a share of at least `least` and those around them, the hottest loop's first.

    Where nothing was counted, they are those on innermost loops.
    """
    hot = with_parents(found.hot_loops(least), found)
    if found.simulation is None:
        hot = [loop.header for loop in found.loops if loop.innermost]
    for group in _groups(found.remarks, hot)[:MOST_REMARKS]:
        headers = [header for header in hot if any(header in remark.loops for remark in group)]
        count = sum(remark.count for remark in group)
        yield say["remark"].format(
            place=", ".join(dict.fromkeys(_place(remark, found, say) for remark in group)),
            loops=say["remark_loops"].format(loops=", ".join(f"`%{header}`" for header in headers)),
            message=plain(group[0].message),
            times=say["remark_times"].format(count=count) if count > 1 else "",
            optimiser=group[0].optimiser,
        )


def plain(message: str) -> str:
    """A message without the register allocator's costs, whose unit is nobody's: the counts beside them say enough."""
    return _COST.sub(",", message).replace(", generated", " generated")


def _groups(remarks: Sequence[Remark], hot: Sequence[str]) -> list[list[Remark]]:
    """Telling remarks that say the same of loops of the same heat, in the order in which to tell them."""
    explained = {
        (remark.optimiser, header) for remark in remarks if remark.kind == "analysis" for header in remark.loops
    }
    groups: dict[tuple[int, int, str, str], list[Remark]] = {}
    for remark in remarks:
        heat = min((hot.index(header) for header in remark.loops if header in hot), default=None)
        known = any((remark.optimiser, header) in explained for header in remark.loops)
        bare = remark.name == "MissedDetails" and known
        # Copies between registers cost next to nothing; spills and reloads do.
        cheap = remark.optimiser == "regalloc" and "spills" not in remark.message and "reloads" not in remark.message
        if heat is not None and not bare and not cheap:
            order = _LAST if remark.optimiser in _FAINT else _ORDER[remark.kind]
            key = (heat, order, remark.optimiser, remark.message)
            groups.setdefault(key, []).append(remark)
    return [groups[key] for key in sorted(groups, key=lambda key: key[:2])]


def with_parents(loops: Sequence[LoopFacts], found: Findings) -> list[str]:
    """The loops' headers, then those of the loops around them."""
    parents = {loop.header: loop.parent for loop in found.loops}
    headers = [loop.header for loop in loops]
    for header in headers:
        around = parents.get(header)
        if around is not None and around not in headers:
            headers.append(around)
    return headers


def _place(remark: Remark, found: Findings, say: Mapping[str, Any]) -> str:
    if remark.line is not None:
        return f"{Path(remark.file).name}:{remark.line}:{remark.column}"
    line = remark.lines[0] if remark.lines else found.first_line
    return str(say["ir_line"].format(line=line))
