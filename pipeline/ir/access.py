"""Which kind of data lies behind each pointer that a function uses, read off its loads and stores."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import StrEnum

from pipeline.ir.module import NAME, Function, strip_comment, unquote

POINTER = rf"ptr (?:noundef |nonnull |align \d+ )*([%@]{NAME})"
_RESULT = re.compile(rf"^%({NAME}) = ")
_POINTER = re.compile(POINTER)
_PHI_OPERAND = re.compile(rf"\[ ([%@]{NAME}),")
_LOAD = re.compile(rf"= load (?:atomic |volatile )*(?P<type>[^,]+), ptr (?P<pointer>[%@]{NAME})")
_STORE = re.compile(rf"^store (?:atomic |volatile )*(?P<type><[^>]*>|\[[^\]]*\]|\S+) .*, ptr (?P<pointer>[%@]{NAME})")
_EMBEDDED = re.compile(rf"getelementptr[^(]*\([^()]*ptr (@{NAME})")
_DERIVING = re.compile(r"= (?:tail )?(?:getelementptr|phi ptr|select|freeze ptr|bitcast|call ptr @llvm\.)")


class Element(StrEnum):
    """Element kind of a block of memory as one function sees it; `OPAQUE` when mixed, integer or not known."""

    F64 = "f64"
    F32 = "f32"
    OPAQUE = "opaque"


def scalar_kind(type_text: str) -> str:
    """`double` for `double`, `<4 x double>` and `[2 x double]`; the text itself otherwise."""
    match = re.fullmatch(r"[<\[]\s*(?:vscale x )?\d+ x (\S+)\s*[>\]]", type_text.strip())
    return match[1] if match else type_text.strip()


def element_kinds(function: Function) -> dict[str, Element]:
    """Element kind behind each parameter (`%A`) and global (`@A`) that the function loads from or stores to.

    Names keep their sigil. Pointers are followed through getelementptr, phi, select and freeze; accesses inside callees
    are not seen, which leaves a pointer out of the answer: it is not known, which is not the same as opaque.
    """
    bases: dict[str, set[str]] = defaultdict(set)
    accesses: list[tuple[str, str]] = []
    for line in function.instructions:
        bare = strip_comment(line)
        result = _RESULT.match(bare)
        if result and _DERIVING.search(bare):
            found = _PHI_OPERAND.findall(bare) if "phi ptr" in bare else _POINTER.findall(bare)
            bases["%" + unquote(result[1])].update(_clean(name) for name in found)
        access = _LOAD.search(bare) or _STORE.match(bare)
        if access:
            accesses.append((_clean(access["pointer"]), scalar_kind(access["type"])))
        elif re.search(r"\bload |^store ", bare) and (constant := _EMBEDDED.search(bare)):
            typed = re.search(r"(?:load|store) (?:volatile )?(<[^>]*>|[^ ,]+)", bare)
            accesses.append((_clean(constant[1]), scalar_kind(typed[1] if typed else "")))
    kinds: dict[str, set[str]] = defaultdict(set)
    for pointer, kind in accesses:
        for root in _roots(pointer, bases):
            kinds[root].add(kind)
    return {root: _element(found) for root, found in kinds.items()}


def _clean(name: str) -> str:
    return name[0] + unquote(name[1:])


def _roots(pointer: str, bases: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    pending = [pointer]
    roots = set()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in bases:
            pending.extend(bases[name])
        else:
            roots.add(name)
    return roots


def _element(kinds: set[str]) -> Element:
    if kinds == {"double"}:
        return Element.F64
    return Element.F32 if kinds == {"float"} else Element.OPAQUE
