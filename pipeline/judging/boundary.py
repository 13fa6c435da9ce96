"""What of a program's memory a call of the hot function may read or write: the blocks that the boundary looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.ir.access import RESULT, Element, Link, element_kinds, least_extents, linked_kinds
from pipeline.ir.module import NAME, Function, referenced_globals, split_top, split_words, unquote
from pipeline.records import Vary

RESULT_INDEX = 1000
# A structure of mixed kinds is compared field by field (its padding means nothing), up to this many fields.
MOST_FIELDS = 32
# Parameters whose place is fixed by the caller's frame or registers, by their attribute.
UNWRAPPABLE = {
    "inalloca": "it takes arguments in its caller's frame",
    "preallocated": "it takes arguments in its caller's frame",
    "nest": "it is a nested function",
}
_GLOBAL = re.compile(
    rf"^@(?P<name>{NAME}) = (?P<words>(?:[a-z_]+(?:\(\S*\))? )*)(?P<kind>global|constant) (?P<type>.*)$", re.M
)
# Linkages of what is not defined here, or cannot be referred to from elsewhere.
HIDDEN = {"external", "extern_weak", "appending", "internal", "private"}


@dataclass(frozen=True)
class Block:
    """One piece of memory that the boundary looks at: an IR pointer, how it may vary, its size as an IR constant.

    `least` is how many bytes the function is known to use, for want of an extent. `field` leads from the pointer to a
    field of a structure: what a getelementptr takes between type and indices.
    """

    pointer: str
    name: str
    kind: str
    low: int = 0
    high: int = 0
    size: str = "0"
    field: tuple[str, str] | None = None
    least: int = 0


def plan_blocks(hot: Function, rest: str, vary: dict[str, Vary]) -> list[Block]:
    """What memory a call of `hot` may read or write: blocks behind pointer arguments, and globals it names.

    Floating-point blocks vary a little, integer blocks where they are only data or `vary` says how, all else not at
    all.
    """
    kinds, extents = element_kinds(hot), least_extents(hot)
    blocks = []
    for index, parameter in enumerate(hot.signature.parameters):
        if parameter.is_pointer:
            rule = vary.get(parameter.name)
            kind = rule.type if rule else kinds.get(f"%{parameter.name or index}", Element.OPAQUE).value
            low, high = (rule.min, rule.max) if rule else (0, 0)
            least = extents.get(f"%{parameter.name or index}", 0)
            name = parameter.name or f"argument {index + 1}"
            blocks.append(Block(f"%a{index}", name, kind, low, high, least=least))
    mutable = {name: type_ for name, type_ in defined_globals(rest) if name in referenced_globals(hot)}
    for name, type_ in mutable.items():
        rule = vary.get(name)
        kind = rule.type if rule else kinds.get(f"@{name}", Element.OPAQUE).value
        low, high = (rule.min, rule.max) if rule else (0, 0)
        blocks.append(Block(f'@"{name}"', name, kind, low, high, size_of(type_)))
    return blocks


@dataclass(frozen=True)
class Trail:
    """A way from memory to memory: pointers in the block of index `root` (or, when `deep`, in what these lead to).

    `offset` is where in the block (None: anywhere), `kind` what the memory that they lead to holds.
    """

    root: int
    deep: bool
    offset: int | None
    kind: str


def plan_trails(hot: Function, blocks: Sequence[Block], results: Sequence[Block]) -> list[Trail]:
    """The pointers in memory that a call of `hot` follows, and which the boundary follows too."""
    roots = {block.pointer: index for index, block in enumerate(blocks)}
    parameters = enumerate(hot.signature.parameters)
    numbered = {f"%{parameter.name or index}": roots.get(f"%a{index}") for index, parameter in parameters}
    named = {f"@{block.name}": index for index, block in enumerate(blocks) if block.pointer.startswith("@")}
    known: Mapping[str, int | None] = {**numbered, **named}
    found = [
        Trail(root, link.deep, link.offset, kind.value)
        for link, kind in linked_kinds(hot).items()
        if (root := known.get(link.root)) is not None
    ]
    if results and results[0].kind == "link":
        kind = linked_kinds(hot).get(Link(RESULT, False, None), Element.OPAQUE)
        found.append(Trail(RESULT_INDEX, False, None, kind.value))
    return found


def defined_globals(module: str) -> Iterator[tuple[str, str]]:
    """Name and IR type of every mutable variable that the module defines and other modules can refer to."""
    for match in _GLOBAL.finditer(module):
        words = match["words"].split()
        per_thread = "thread_local" in match["words"]
        if match["kind"] == "constant" or HIDDEN & set(words) or per_thread or match["name"].startswith("llvm."):
            continue
        yield unquote(match["name"]), split_words(match["type"])[0]


def unwrappable(hot: Function) -> str | None:
    """Why no wrapper can stand in for a function, or None when one can."""
    if hot.signature.variadic:
        return "it takes a variable number of arguments"
    for word, reason in UNWRAPPABLE.items():
        if any(re.search(rf"\b{word}\b", parameter.abi) for parameter in hot.signature.parameters):
            return reason
    if any(re.search(r"\breturns_twice\b|@(?:_?setjmp|__sigsetjmp)\(", line) for line in hot.instructions):
        return "it saves its own stack frame (setjmp)"
    return None


def size_of(type_: str) -> str:
    """The size of an IR type in bytes, as a constant."""
    return f"ptrtoint (ptr getelementptr ({type_}, ptr null, i64 1) to i64)"


def result_blocks(hot: Function, types: dict[str, str]) -> list[Block]:
    """What a call gives back, by value or in the caller's memory (`sret`): one block, or one per field.

    Pointers are left out, since they differ from run to run; of one that is the whole result, what it leads to counts.
    Left out is also a result that nobody reads, which the optimiser may have made undefined.
    """
    signature = hot.signature
    pointer, type_ = "%result", signature.result
    if type_ == "void":
        found = [
            (f"%a{index}", match[1])
            for index, parameter in enumerate(signature.parameters)
            if (match := re.search(r"sret\((.*?)\)(?: align|$)", parameter.abi))
        ]
        if not found:
            return []
        pointer, type_ = found[0]
    elif any(re.match(r"ret \S.* (?:undef|poison)$", line) for line in hot.instructions):
        return []
    if type_ == "ptr":
        return [Block(pointer, "result", "link", size=size_of(type_))]
    leaves = list(_leaves(type_, types, "i32 0"))
    kinds = {leaf for leaf, _ in leaves}
    if len(kinds) == 1 and (kind := {"double": "f64", "float": "f32"}.get(kinds.pop())):
        return [Block(pointer, "result", kind, size=size_of(type_))]
    if len(leaves) > MOST_FIELDS:
        return []
    return [
        Block(pointer, "result", _leaf_kind(leaf), size=_leaf_size(leaf), field=(type_, path))
        for leaf, path in leaves
        if not leaf.startswith("ptr")
    ]


def _leaf_kind(leaf: str) -> str:
    return {"double": "f64", "float": "f32"}.get(leaf, "opaque")


def _leaf_size(leaf: str) -> str:
    # The last 6 of the 16 bytes mean nothing.
    return "10" if leaf == "x86_fp80" else size_of(leaf)


def _leaves(type_: str, types: dict[str, str], path: str) -> Iterator[tuple[str, str]]:
    """The scalars inside a type, each with the getelementptr indices that lead to it."""
    type_ = types.get(type_, type_).strip()
    fields = re.fullmatch(r"(?:<\{(.*)\}>|\{(.*)\})", type_)
    if fields:
        for number, part in enumerate(split_top(fields[1] or fields[2] or "", ",")):
            yield from _leaves(part.strip(), types, f"{path}, i32 {number}")
        return
    array = re.fullmatch(r"[\[<](\d+) x (.*)[\]>]", type_)
    if array:
        for number in range(min(int(array[1]), MOST_FIELDS + 1)):
            yield from _leaves(array[2].strip(), types, f"{path}, i32 {number}")
        return
    yield type_, path
