"""Which integer arguments of a function say how far its loops go: the sizes that a caller may choose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.ir.module import NAME, Function, strip_comment, unquote

SIZE_TYPES = frozenset(("i16", "i32", "i64"))
# What tells an index from a sum among the values that change from round to round.
INDEX_USES = ("icmp ", "getelementptr ")
_RESULT = re.compile(rf"%({NAME}) = (.*)")
_VALUE = re.compile(rf"%({NAME})")
# What the optimiser makes of a loop that fills or copies.
_WHOLE_BLOCK = re.compile(rf"\bcall void @llvm\.mem(?:set|cpy|move)\..*, i(?:32|64) %({NAME}), i1 ")
_ARITHMETIC = re.compile(
    r"(?:sext|zext|trunc|add|sub|mul|shl|lshr|ashr|sdiv|udiv|and|or|xor|select|freeze)\b"
    r"|(?:tail )?call [^@]*@llvm\.[su](?:max|min)\."
)


def size_parameters(function: Function) -> frozenset[int]:
    """Positions of the integer parameters from which a loop's bound or its first index is computed.

    A bound is what an `icmp` compares with a value that changes from round to round, or the extent of a block that is
    filled or copied. A parameter that is only data, a flag, a step or a character to look for is none.
    """
    defined = {unquote(match[1]): match[2] for line in function.instructions if (match := _defining(line))}
    phis = {name for name, right in defined.items() if right.startswith("phi ")}
    changing = _reached(phis, defined)
    used = {name for right in defined.values() if right.startswith(INDEX_USES) for name in _names(right)}
    indices = {phi for phi in phis if _reached({phi}, defined) & used}
    extents = {unquote(name) for line in function.instructions for name in _WHOLE_BLOCK.findall(line)}
    found = set()
    for index, parameter in enumerate(function.signature.parameters):
        if parameter.type in SIZE_TYPES:
            name = parameter.name or str(index)
            reached = _reached({name}, defined)
            bounds = any(_bounds(right, reached, changing, value in indices) for value, right in defined.items())
            if bounds or extents & reached:
                found.add(index)
    return frozenset(found)


def _defining(line: str) -> re.Match[str] | None:
    return _RESULT.match(strip_comment(line).strip())


def _names(text: str) -> set[str]:
    return {unquote(name) for name in _VALUE.findall(text)}


def _reached(start: Iterable[str], defined: dict[str, str]) -> set[str]:
    """The values computed from `start` by integer arithmetic alone."""
    reached = set(start)
    grown = True
    while grown:
        more = {
            name
            for name, right in defined.items()
            if name not in reached and _ARITHMETIC.match(right) and _names(right) & reached
        }
        grown = bool(more)
        reached |= more
    return reached


def _bounds(right: str, reached: set[str], changing: set[str], index: bool) -> bool:
    """True for a comparison of a reached value with a changing one, and for an index that begins at a reached value.

    An index is compared or leads to an address from round to round; a sum that begins at an argument does neither.
    """
    if right.startswith("icmp "):
        fixed, moving = _names(right) & (reached - changing), _names(right) & changing
        return bool(fixed and moving)
    if index and right.startswith("phi i"):
        return bool(_names(right.split("[", 1)[1]) & (reached - changing))
    return False
