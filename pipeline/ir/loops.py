"""The loops of a function, read off its IR: natural loops by dominators, with the lines they stand on.

A loop is named by its header block. Loops with one header are one loop, as LLVM has it; a cycle that can be
entered at two blocks is no natural loop and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.ir.lines import instructions_of
from pipeline.ir.module import NAME, Function, strip_comment, unquote

_LABEL = re.compile(rf"({NAME}):")
_TARGET = re.compile(rf"label %({NAME})")
_TERMINATOR = re.compile(r"\s+(?:%\S+ = )?(?:br|switch|indirectbr|invoke|callbr|ret|unreachable|resume)\b")
ENTRY = ""


@dataclass(frozen=True)
class Block:
    """A basic block: its label (empty for an entry without one), its lines in the module, where it goes."""

    label: str
    lines: tuple[int, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Loop:
    """A natural loop: `blocks` are all in it, `lines` those of its own blocks, without inner loops', sorted.

    `depth` is 1 for an outermost loop; `parent` is the header of the loop around it; `latches` are the lines of the
    branches back to the header.
    """

    header: str
    depth: int
    parent: str | None
    blocks: frozenset[str]
    lines: tuple[int, ...]
    latches: tuple[int, ...]
    innermost: bool


def blocks_of(function: Function) -> list[Block]:
    """The basic blocks, in the order of the text; line numbers count from 1 in the module."""
    label, found = ENTRY, list[Block]()
    lines, targets = list[int](), list[str]()
    begun = {instruction.first: instruction for instruction in instructions_of(function)}
    started = False
    for number, line in enumerate(function.body, function.start + 2):
        named = _LABEL.match(line)
        if named:
            if started:
                found.append(Block(label, tuple(lines), tuple(targets)))
            label, lines, targets, started = unquote(named[1]), [], [], True
        elif instruction := begun.get(number):
            started = True
            lines.append(number)
            if _TERMINATOR.match(line):
                rows = function.body[number - function.start - 2 : instruction.last - function.start - 1]
                targets = [unquote(name) for row in rows for name in _TARGET.findall(strip_comment(row))]
    if started:
        found.append(Block(label, tuple(lines), tuple(targets)))
    return found


def loops_of(function: Function) -> list[Loop]:
    """All natural loops, outer before inner, else in the order of their headers in the text."""
    blocks = blocks_of(function)
    by_label = {block.label: block for block in blocks}
    before = _predecessors(blocks)
    dominators = _dominators(blocks, before)
    bodies: dict[str, set[str]] = {}
    for block in blocks:
        for target in block.targets:
            if target in dominators.get(block.label, ()):
                bodies.setdefault(target, {target}).update(_body(target, block.label, before))
    order = {block.label: place for place, block in enumerate(blocks)}
    headers = sorted(bodies, key=lambda header: (-len(bodies[header]), order[header]))
    made = [_loop(header, headers, bodies, by_label) for header in headers]
    return sorted(made, key=lambda loop: (order[_outermost(loop, made)], loop.depth, order[loop.header]))


def _outermost(loop: Loop, loops: Sequence[Loop]) -> str:
    while loop.parent is not None:
        loop = next(other for other in loops if other.header == loop.parent)
    return loop.header


def _loop(header: str, headers: Sequence[str], bodies: Mapping[str, set[str]], blocks: Mapping[str, Block]) -> Loop:
    around = [other for other in headers if other != header and header in bodies[other]]
    inside = [other for other in headers if other != header and other in bodies[header]]
    own = bodies[header].difference(*(bodies[other] for other in inside))
    latches = [blocks[label].lines[-1] for label in bodies[header] if header in blocks[label].targets]
    return Loop(
        header=header,
        depth=len(around) + 1,
        parent=min(around, key=lambda other: len(bodies[other]), default=None),
        blocks=frozenset(bodies[header]),
        lines=tuple(sorted(line for label in own for line in blocks[label].lines)),
        latches=tuple(sorted(latches)),
        innermost=not inside,
    )


def _predecessors(blocks: Sequence[Block]) -> dict[str, list[str]]:
    before: dict[str, list[str]] = {block.label: [] for block in blocks}
    for block in blocks:
        for target in dict.fromkeys(block.targets):
            if target in before:
                before[target].append(block.label)
    return before


def _dominators(blocks: Sequence[Block], before: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """For each block that can be reached, the blocks that every way to it leads through, itself included."""
    order = _reverse_postorder(blocks)
    found: dict[str, set[str]] = {order[0]: {order[0]}} if order else {}
    changed = True
    while changed:
        changed = False
        for label in order[1:]:
            known = [found[other] for other in before[label] if other in found]
            fresh = set.intersection(*known) | {label}
            if fresh != found.get(label):
                found[label], changed = fresh, True
    return found


def _reverse_postorder(blocks: Sequence[Block]) -> list[str]:
    targets = {block.label: block.targets for block in blocks}
    done: list[str] = []
    seen: set[str] = set()
    pending = [(blocks[0].label, iter(blocks[0].targets))] if blocks else []
    seen.update(label for label, _ in pending)
    while pending:
        label, rest = pending[-1]
        following = next((target for target in rest if target in targets and target not in seen), None)
        if following is None:
            done.append(label)
            pending.pop()
        else:
            seen.add(following)
            pending.append((following, iter(targets[following])))
    return done[::-1]


def _body(header: str, latch: str, before: Mapping[str, Sequence[str]]) -> set[str]:
    """The blocks from which `latch` is reached without passing `header`."""
    body = {header}
    pending = [latch]
    while pending:
        label = pending.pop()
        if label not in body:
            body.add(label)
            pending.extend(before[label])
    return body
