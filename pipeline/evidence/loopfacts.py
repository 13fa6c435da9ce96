"""The loops of the hot function with what was counted in them: a pure function from IR lines to loops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.findings import Counts, LineCounts, LoopFacts, Range, Simulation
from pipeline.ir.loops import Loop, blocks_of, loops_of
from pipeline.ir.module import Function

ELEMENT_BYTES = {"half": 2, "bfloat": 2, "float": 4, "double": 8}
_OPERATION = r"f(?:add|sub|mul|div|rem|neg|cmp)|add|sub|mul|[us](?:div|rem)|shl|[al]shr|and|or|xor|icmp|select|call"
_ARITHMETIC = re.compile(
    rf"\s+%\S+ = (?:tail |musttail |notail )?(?:{_OPERATION})\b(?: [a-z]+(?:\([^)]*\))?)*?"
    r" (?:<(?P<count>\d+) x )?(?P<element>half|bfloat|float|double|i\d+)\b"
)
# Loops to model: those with at least this share of the instructions, and no more than so many.
LEAST_MODELLED = 0.1
MOST_MODELLED = 3


def loop_facts(function: Function, simulation: Simulation | None, spans: Mapping[str, Range]) -> tuple[LoopFacts, ...]:
    """Every loop with its lines and counts; `spans` are the source lines of loops by header, where known."""
    blocks = {block.label: block.lines for block in blocks_of(function)}
    rows = {row.line: row for row in simulation.lines} if simulation else None
    lines = dict(enumerate(function.body, function.start + 2))
    found = (_facts(loop, blocks, rows, spans) for loop in loops_of(function))
    return tuple(
        facts.model_copy(update={"vector_bytes": vector_bytes(lines[line] for line in facts.body)}) for facts in found
    )


def vector_bytes(lines: Iterable[str]) -> int | None:
    """Bytes of the widest vector that IR lines compute with: 0 where they are scalar, None where nothing is computed.

    Counted is arithmetic on floating-point data, and any on vectors: scalar integers also count loops and addresses.
    """
    widths = []
    for line in lines:
        if match := _ARITHMETIC.match(line):
            count, element = match["count"], match["element"]
            if count:
                widths.append(
                    int(count) * ELEMENT_BYTES.get(element, int(element[1:] if element[0] == "i" else 0) // 8)
                )
            elif element in ELEMENT_BYTES:
                widths.append(0)
    return max(widths, default=None)


def _facts(
    loop: Loop,
    blocks: Mapping[str, Sequence[int]],
    rows: Mapping[int, LineCounts] | None,
    spans: Mapping[str, Range],
) -> LoopFacts:
    every = [line for label in loop.blocks for line in blocks[label]]
    facts = LoopFacts(
        header=loop.header,
        depth=loop.depth,
        parent=loop.parent,
        innermost=loop.innermost,
        lines=(min(every), max(every)),
        body=loop.lines,
        source_lines=spans.get(loop.header),
    )
    if rows is None:
        return facts
    own = sum((rows[line].own for line in loop.lines if line in rows), Counts())
    inside = [rows[line] for line in every if line in rows]
    total = sum((row.own + row.called for row in inside), Counts())
    turning = {line for label, lines in blocks.items() if _turns(label, lines, loop) for line in lines}
    often = [rows[line].executions for line in turning.intersection(loop.lines) if line in rows]
    return facts.model_copy(update={"own": own, "total": total, "iterations": max(often, default=None)})


def _turns(label: str, lines: Sequence[int], loop: Loop) -> bool:
    """True for blocks that run once a round: the header, and a latch that is the only one."""
    return label == loop.header or (len(loop.latches) == 1 and bool(lines) and lines[-1] == loop.latches[0])


def worth_modelling(
    facts: Sequence[LoopFacts],
    simulation: Simulation | None,
    *,
    least: float = LEAST_MODELLED,
    most: int = MOST_MODELLED,
) -> list[str]:
    """Headers of the innermost loops worth a model: the hot ones, or without counts the deepest.

    Hot are those with a share of at least `least` of the instructions, or where no loop has it the one with most.
    """
    inner = [loop for loop in facts if loop.innermost]
    if simulation is None:
        deepest = max((loop.depth for loop in inner), default=0)
        return [loop.header for loop in inner if loop.depth == deepest][:most]
    counted = [loop for loop in inner if loop.own and loop.own.instructions]
    counted.sort(key=lambda loop: -(loop.own.instructions if loop.own else 0))
    enough = least * simulation.total.instructions
    hot = [loop for loop in counted if loop.own and loop.own.instructions >= enough]
    return [loop.header for loop in (hot or counted[:1])[:most]]
