"""Which kind of data lies behind each pointer that a function uses, read off its loads and stores."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.ir.flow import plain_integers
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
_SIZES = {"i16": 2, "half": 2, "i32": 4, "float": 4, "i64": 8, "double": 8, "ptr": 8}
# How the optimiser writes a place at a fixed distance.
_FIXED = re.compile(rf"= getelementptr (?:\w+ )*i8, ptr ([%@]{NAME}), i64 (\d+)$")


class Element(StrEnum):
    """Element kind of a block of memory as one function sees it.

    `MIXED64` and `MIXED32` hold other data too, of which the function writes none. `I8` to `I64` are integers that the
    function reads and never makes an address of. `OPAQUE` is all else.
    """

    F64 = "f64"
    F32 = "f32"
    MIXED64 = "mixed64"
    MIXED32 = "mixed32"
    I8 = "i8"
    I16 = "i16"
    I32 = "i32"
    I64 = "i64"
    OPAQUE = "opaque"


@dataclass(frozen=True)
class Link:
    """A pointer that a function loads from memory.

    It lies in the block behind `root` (a parameter or global, with its sigil; the function's result as `RESULT`),
    `offset` bytes from there, None where that varies; or, when `deep`, in what pointers from that block lead to.
    """

    root: str
    deep: bool
    offset: int | None


RESULT = "return value"


@dataclass
class _Uses:
    """What one walk over a function finds out about its pointers."""

    local: set[str] = field(default_factory=set)
    bases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    loaded: dict[str, str] = field(default_factory=dict)  # a pointer, and the place that it was loaded from
    fixed: dict[str, tuple[str, int]] = field(default_factory=dict)
    accesses: list[tuple[str, str, bool]] = field(default_factory=list)  # pointer, element type, whether stored
    returned: set[str] = field(default_factory=set)


def scalar_kind(type_text: str) -> str:
    """`double` for `double`, `<4 x double>` and `[2 x double]`; the text itself otherwise."""
    match = re.fullmatch(r"[<\[]\s*(?:vscale x )?\d+ x (\S+)\s*[>\]]", type_text.strip())
    return match[1] if match else type_text.strip()


def element_kinds(function: Function) -> dict[str, Element]:
    """Element kind behind each parameter (`%A`) and global (`@A`) that the function loads from or stores to.

    Names keep their sigil. Pointers are followed through getelementptr, phi, select and freeze; accesses in
    callees are not seen, which leaves a pointer out of the answer: it is not known, which is not opaque.
    """
    uses = _uses(function)
    kinds: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for pointer, kind, stored in uses.accesses:
        for root in _roots(pointer, uses.bases) - uses.local:
            kinds[root].add((kind, stored))
    for link, found in _linked(uses).items():
        # Such a pointer may lead back into the block that it lies in, as where one allocation holds all of a structure.
        if link.root in kinds:
            kinds[link.root] |= {(kind, True) for kind, stored in found if stored and kind in ("double", "float")}
    numbers = plain_integers(function, lambda pointer: _roots(pointer, uses.bases))
    return {root: _integer(found) if root in numbers else _element(found) for root, found in kinds.items()}


def _integer(found: set[tuple[str, bool]]) -> Element:
    kinds = {kind for kind, _ in found}
    only = kinds.pop() if len(kinds) == 1 else ""
    return Element(only) if only in ("i8", "i16", "i32", "i64") else _element(found)


def least_extents(function: Function) -> dict[str, int]:
    """How many bytes behind each parameter and global the function uses at places that do not vary."""
    uses = _uses(function)
    found: dict[str, int] = {}
    for pointer, kind, _ in uses.accesses:
        place, distance = pointer, 0
        while place in uses.fixed:
            place, offset = uses.fixed[place]
            distance += offset
        if place not in uses.local:
            found[place] = max(found.get(place, 0), distance + _SIZES.get(kind, 1))
    return found


def linked_kinds(function: Function) -> dict[Link, Element]:
    """The pointers that the function follows from memory to memory, each with the element kind that they lead to."""
    return {link: _element(found) for link, found in _linked(_uses(function)).items()}


def _linked(uses: _Uses) -> dict[Link, set[tuple[str, bool]]]:
    """The element types, and whether they are stored, of what pointers in memory lead to."""
    kinds: dict[Link, set[tuple[str, bool]]] = defaultdict(set)
    for pointer in uses.loaded:
        for link in _links(pointer, uses):
            kinds[link] |= set()
    for pointer, kind, stored in uses.accesses:
        roots = _roots(pointer, uses.bases)
        for root in roots & uses.loaded.keys():
            for link in _links(root, uses):
                kinds[link].add((kind, stored))
        if roots & uses.returned:
            kinds[Link(RESULT, False, None)].add((kind, stored))
    return kinds


def _uses(function: Function) -> _Uses:
    uses = _Uses()
    for line in function.instructions:
        bare = strip_comment(line)
        result = _RESULT.match(bare)
        name = "%" + unquote(result[1]) if result else ""
        if result:
            uses.local.add(name)
        if result and _DERIVING.search(bare):
            found = [*_POINTER.findall(bare), *(_PHI_OPERAND.findall(bare) if "phi" in bare else ())]
            uses.bases[name].update(_clean(each) for each in found)
        if match := _FIXED.search(bare):
            uses.fixed[name] = (_clean(match[1]), int(match[2]))
        for pointer, kind, stored in _accesses(bare):
            uses.accesses.append((pointer, kind, stored))
            if kind == "ptr" and not stored:
                uses.loaded[name] = pointer
        if match := re.match(rf"ret ptr (%{NAME})", bare):
            uses.returned |= {_clean(match[1])}
    uses.returned = {root for name in uses.returned for root in _roots(name, uses.bases)} - uses.loaded.keys()
    return uses


def _links(pointer: str, uses: _Uses) -> Iterator[Link]:
    """Where a loaded pointer lies, told from the parameters and globals that lead to it."""
    place = uses.loaded[pointer]
    base, offset = uses.fixed.get(place, (place, 0))
    for root in _roots(place, uses.bases):
        if root in uses.loaded:
            yield from (Link(origin, True, None) for origin in _origins(root, uses))
        elif root not in uses.local:
            yield Link(root, False, offset if root == base else None)


def _origins(pointer: str, uses: _Uses) -> set[str]:
    """The parameters and globals from which one comes to a pointer, through memory too."""
    seen: set[str] = set()
    pending = [pointer]
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending.extend(_roots(uses.loaded.get(name, name), uses.bases))
    return seen - uses.local - uses.loaded.keys()


def _accesses(bare: str) -> Iterator[tuple[str, str, bool]]:
    """Pointer and element type of the memory access that an instruction makes, and whether it stores."""
    access = _ACCESS.match(bare)
    masked = _MASKED_LOAD.search(bare)
    stored = _MASKED_STORE.search(bare)
    if access:
        value, *operands = split_top(access["rest"], ",")
        words = split_words(value)
        kind = words[0] if access["kind"] == "store" else value.strip()
        place = _POINTER.search(operands[0]) if operands else None
        if place:
            yield _clean(place[1]), scalar_kind(kind), access["kind"] == "store"
    elif found := masked or stored:
        for name in _POINTER.findall(bare):
            yield _clean(name), scalar_kind(found["type"]), masked is None


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


def _element(found: set[tuple[str, bool]]) -> Element:
    kinds = {kind for kind, _ in found}
    written = {kind for kind, stored in found if stored}
    if len(kinds) == 1:
        return {"double": Element.F64, "float": Element.F32}.get(kinds.pop(), Element.OPAQUE)
    if len(written) == 1:
        return {"double": Element.MIXED64, "float": Element.MIXED32}.get(written.pop(), Element.OPAQUE)
    return Element.OPAQUE
