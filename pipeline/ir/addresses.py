"""What a candidate may do with addresses: follow those that it was given, never make or count its way to others.

Addresses of code are never data, so that nothing walks from a function's own instructions to what lies beside them
in the program. The rules read text as `opt` prints it, line by line (`pipeline.ir.statements`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pipeline.ir.module import DEFINE, NAME, global_names, unquote
from pipeline.ir.statements import Line
from pipeline.records import Reason

Finding = tuple[Reason, str]

_COUNTED_FROM_NULL = re.compile(
    r"\bgetelementptr\b(?:(?!\bptr [@%]).)*?"
    r"(?:\bptr (?:null|undef|poison)\b|x ptr> zeroinitializer|splat \(ptr null\))"
)
_COUNTED = re.compile(r"\b(?:getelementptr|ptrtoint|ptrtoaddr|load)\b")
_DECLARED = re.compile(rf'declare (?:[^@"\n]|"[^"\n]*")*@({NAME})\(')
_SAVED = re.compile(rf"\s+(%{NAME}) = .*\bcall \S+ @llvm\.stacksave\b")
_RESTORED = re.compile(rf"@llvm\.stackrestore\S*\(ptr (?:\w+ )*([%@]?{NAME})\)")
_STORED = re.compile(rf"\s+store ptr (%{NAME}|\w+), ptr (%{NAME})")
_LOADED = re.compile(rf"\s+(%{NAME}) = load ptr, ptr (%{NAME})")


def made_from_integer(line: Line) -> Finding | None:
    """A pointer made from a number, counted from null, or into another address space."""
    if re.search(r"\b(?:inttoptr|addrspace|addrspacecast)\b", line.blank):
        return Reason.GATE_POINTER, f"pointers made from integers are not allowed: {line.shown}"
    if _COUNTED_FROM_NULL.search(line.blank):
        return Reason.GATE_POINTER, f"an address counted from null is not allowed: {line.shown}"
    return None


def address_of_code(lines: Collection[Line], permitted: Collection[str], *, indirect: bool) -> Finding | None:
    """A call or jump through a value, or a function's address used for anything but a call.

    Functions in `permitted` may be given one to call (as qsort is); with `indirect`, which says that the original
    calls through pointers, addresses may also be kept, but not counted with.
    """
    by_value = next((line for line in lines if line.in_body and line.is_indirect), None)
    if by_value and not indirect:
        return Reason.GATE_CALL, f"indirect calls and jumps are not allowed: {by_value.shown}"
    code = set(_functions(lines))
    for line in lines:
        if not line.in_body and not line.text.startswith("@"):
            continue
        names = global_names(line.text)
        if not line.in_body:
            names = names[1:]
        elif line.callee in names:
            names.remove(line.callee)
        used = code.intersection(names)
        if used and (_COUNTED.search(line.blank) or not (indirect or line.callee in permitted)):
            return Reason.GATE_POINTER, f"the address of @{min(used)} may only be called: {line.shown}"
    return None


def _functions(lines: Iterable[Line]) -> Iterable[str]:
    for line in lines:
        match = None if line.in_body else _DECLARED.match(line.text)
        defined = None if line.in_body else DEFINE.match(line.text)
        if match or defined:
            yield unquote(match[1] if match else defined["name"] if defined else "")


def foreign_stack(lines: Collection[Line]) -> Finding | None:
    """A stack pointer set to anything but what `llvm.stacksave` gave, kept in a local variable at most."""
    saved = {match[1] for line in lines if (match := _SAVED.match(line.text))}
    stores = [(match[1], match[2]) for line in lines if (match := _STORED.match(line.text))]
    slots = {slot for value, slot in stores if value in saved} - {slot for value, slot in stores if value not in saved}
    saved |= {match[1] for line in lines if (match := _LOADED.match(line.text)) and match[2] in slots}
    for line in lines:
        restored = _RESTORED.search(line.text) if line.in_body else None
        if restored and restored[1] not in saved:
            return Reason.GATE_POINTER, f"the stack may only be set back to where it was: {line.shown}"
    return None
