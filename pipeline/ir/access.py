"""Which kind of data lies behind each pointer that a function uses, read off its loads and stores."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from pipeline.ir.module import NAME, Function, split_top, split_words, strip_comment, unquote

_RESULT = re.compile(rf"%({NAME}) = ")
# A pointer operand, also as base of a constant expression or as a vector of pointers.
_POINTER = re.compile(rf"\b(?:ptr|x ptr>) (?:noundef |nonnull |align \d+ )*([%@]{NAME})")
_PHI_OPERAND = re.compile(rf"\[ ([%@]{NAME}),")
_DERIVING = re.compile(
    r"= (?:(?:tail )?call (?:\w+ )*ptr @llvm\.|getelementptr |select |freeze |phi (?:ptr|<\d+ x ptr>) )"
)
_ACCESS = re.compile(r"(?:%\S+ = )?(?P<kind>load|store) (?:atomic |volatile )*(?P<rest>.*)")
_MASKED_LOAD = re.compile(r"call (?P<type><[^>]*>) @llvm\.masked\.(?:load|gather|expandload)\.")
_MASKED_STORE = re.compile(r"@llvm\.masked\.(?:store|scatter|compressstore)\.[^(]*\((?P<type><[^>]*>)")


class Element(StrEnum):
    """Element kind of a block of memory as one function sees it; `OPAQUE` when integer, mixed or unknown."""

    F64 = "f64"
    F32 = "f32"
    OPAQUE = "opaque"


def scalar_kind(type_text: str) -> str:
    """`double` for `double`, `<4 x double>` and `[2 x double]`; the text itself otherwise."""
    match = re.fullmatch(r"[<\[]\s*(?:vscale x )?\d+ x (\S+)\s*[>\]]", type_text.strip())
    return match[1] if match else type_text.strip()


def element_kinds(function: Function) -> dict[str, Element]:
    """Element kind behind each parameter (`%A`) and global (`@A`) that the function loads from or stores to.

    Names keep their sigil. Pointers are followed through getelementptr, phi, select and freeze; accesses in
    callees are not seen, which leaves a pointer out of the answer: it is not known, which is not opaque.
    """
    bases: dict[str, set[str]] = defaultdict(set)
    accesses: list[tuple[str, str]] = []
    local: set[str] = set()
    for line in function.instructions:
        bare = strip_comment(line)
        result = _RESULT.match(bare)
        if result:
            local.add("%" + unquote(result[1]))
        if result and _DERIVING.search(bare):
            found = [*_POINTER.findall(bare), *(_PHI_OPERAND.findall(bare) if "phi" in bare else ())]
            bases["%" + unquote(result[1])].update(_clean(name) for name in found)
        accesses.extend(_accesses(bare))
    kinds: dict[str, set[str]] = defaultdict(set)
    for pointer, kind in accesses:
        for root in _roots(pointer, bases) - local:
            kinds[root].add(kind)
    return {root: _element(found) for root, found in kinds.items()}


def _accesses(bare: str) -> Iterator[tuple[str, str]]:
    """Pointer and element type of the memory access that an instruction makes."""
    access = _ACCESS.match(bare)
    masked = _MASKED_LOAD.search(bare) or _MASKED_STORE.search(bare)
    if access:
        value, *operands = split_top(access["rest"], ",")
        words = split_words(value)
        kind = words[0] if access["kind"] == "store" else value.strip()
        place = _POINTER.search(operands[0]) if operands else None
        if place:
            yield _clean(place[1]), scalar_kind(kind)
    elif masked:
        for name in _POINTER.findall(bare):
            yield _clean(name), scalar_kind(masked["type"])


def _clean(name: str) -> str:
    return name[0] + unquote(name[1:])


def _roots(pointer: str, bases: dict[str, set[str]]) -> set[str]:
    """The pointers that nothing here derives from others, from which `pointer` was made."""
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
