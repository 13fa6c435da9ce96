"""Putting remarks and source lines on loops: pure functions over what `origins` found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.evidence.origins import Origins
from pipeline.findings import Range, Remark
from pipeline.ir.loops import Loop, blocks_of, loops_of
from pipeline.ir.module import Function

# Passes whose remarks are about a loop as a whole and carry the loop's position.
_ABOUT_LOOPS = ("loop-vectorize", "loop-unroll")


def source_spans(loops: Sequence[Loop], origins: Origins) -> dict[str, Range]:
    """Source lines of each loop: as its metadata says, else those of its own instructions inside the loop around it."""
    spans: dict[str, Range] = {}
    for loop in loops:
        first, last = spans.get(loop.parent or "", (0, 1 << 31))
        rows = [origins.lines[line] for line in loop.lines if line in origins.lines]
        rows = [row for row in rows if first <= row <= last]
        if loop.header in origins.spans:
            spans[loop.header] = origins.spans[loop.header]
        elif rows:
            spans[loop.header] = (min(rows), max(rows))
    return spans


def placed(remarks: Iterable[Remark], function: Function, origins: Origins) -> tuple[Remark, ...]:
    """Remarks with the IR lines and the loops they speak of.

    A remark of a loop pass speaks of the innermost loops that the loop at its position became; another one of the
    loops that hold its IR lines, else of innermost loops with its source line.
    """
    loops = loops_of(function)
    spans = source_spans(loops, origins)
    return tuple(_placed(remark, loops, spans, origins) for remark in remarks)


def _placed(remark: Remark, loops: Sequence[Loop], spans: Mapping[str, Range], origins: Origins) -> Remark:
    if remark.line is None or remark.column is None:
        return remark
    place = (remark.line, remark.column)
    lines = {line for line, where in origins.exact.items() if where == place}
    here = [loop for loop in loops if lines.intersection(loop.lines)]
    if remark.optimiser in _ABOUT_LOOPS:
        inner = [loop for loop in loops if loop.innermost]
        begun = [loop for loop in inner if origins.starts.get(loop.header) == place]
        here = [loop for loop in inner if loop in begun or _became(loop, begun, spans, origins)] or here
        here = [loop for loop in here if loop.innermost]
    if not here:
        row = {line for line, where in origins.exact.items() if where[0] == remark.line}
        here = [loop for loop in loops if loop.innermost and row.intersection(loop.lines)]
    headers = tuple(loop.header for loop in here)
    return remark.model_copy(update={"lines": tuple(sorted(lines)), "loops": headers})


def _became(loop: Loop, begun: Sequence[Loop], spans: Mapping[str, Range], origins: Origins) -> bool:
    """True for the vector loop beside the scalar one that kept the source loop's position."""
    if loop.header in origins.starts or loop.header not in spans:
        return False
    first, last = spans[loop.header]
    beside = [spans[other.header] for other in begun if other.parent == loop.parent and other.header in spans]
    return any(low <= first and last <= high for low, high in beside)


def spills_placed(remarks: Iterable[Remark], function: Function) -> tuple[Remark, ...]:
    """The register allocator's remarks, whose positions are IR lines, with the loops that begin behind those lines."""
    headers = {loop.header for loop in loops_of(function)}
    ends = {block.lines[-1]: block for block in blocks_of(function) if block.lines}
    made = []
    for remark in remarks:
        block = ends.get(remark.line or 0)
        entered = tuple(target for target in block.targets if target in headers) if block else ()
        lines = (remark.line,) if remark.line else ()
        made.append(remark.model_copy(update={"lines": lines, "loops": entered, "line": None, "column": None}))
    return tuple(made)
