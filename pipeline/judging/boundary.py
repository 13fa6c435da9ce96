"""The generated wrapper around the hot function.

The rest of the program calls the hot function's name; that name belongs to the wrapper, which calls
`irloop_before`, the function under test under a private name, and `irloop_after` (see `boundary.c`; what they report
is in `channel.py`). The reference and every candidate go through the same wrapper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.ir.access import Element, element_kinds
from pipeline.ir.bounds import size_parameters
from pipeline.ir.module import (
    NAME,
    Function,
    Parameter,
    functions,
    referenced_globals,
    split_top,
    split_words,
    unquote,
)
from pipeline.records import Vary

PRIVATE_NAME = "irloop_function_under_test"
ALLOCATORS = ("malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign", "free")
CLOCKS = ("clock_gettime", "gettimeofday", "timespec_get", "getrusage", "time", "clock")
RUNTIME = tuple(sorted(Path(__file__).parent.glob("boundary*.c")))
KIND_CODES = {"opaque": 0, "f64": 1, "f32": 2, "char": 3, "int": 4}
RESULT_INDEX = 1000
FLOATS = ("double", "float")
# A structure of mixed kinds is compared field by field (its padding means nothing), up to this many fields.
MOST_FIELDS = 32
# Parameters whose place is fixed by the caller's frame or registers, by their attribute.
UNWRAPPABLE = {
    "inalloca": "it takes arguments in its caller's frame",
    "preallocated": "it takes arguments in its caller's frame",
    "nest": "it is a nested function",
}
_BLOCK = "{ ptr, i64, i32, i32, i64, i64 }"
_GLOBAL = re.compile(
    rf"^@(?P<name>{NAME}) = (?P<words>(?:[a-z_]+(?:\(\S*\))? )*)(?P<kind>global|constant) (?P<type>.*)$", re.M
)
_TYPE = re.compile(rf"^(%{NAME}) = type (.*)$", re.M)
# Linkages of what is not defined here, or cannot be referred to from elsewhere.
HIDDEN = {"external", "extern_weak", "appending", "internal", "private"}


@dataclass(frozen=True)
class Block:
    """One piece of memory that the boundary looks at: an IR pointer, how it may vary, its size as an IR constant.

    `field` leads from the pointer to a field of a structure: what a getelementptr takes between type and indices.
    """

    pointer: str
    name: str
    kind: str
    low: int = 0
    high: int = 0
    size: str = "0"
    field: tuple[str, str] | None = None


def plan_blocks(hot: Function, rest: str, vary: dict[str, Vary]) -> list[Block]:
    """What memory a call of `hot` may read or write: blocks behind pointer arguments, and globals it names.

    Floating-point blocks vary a little, integer blocks only where `vary` says how, everything else not at all.
    """
    kinds = element_kinds(hot)
    blocks = []
    for index, parameter in enumerate(hot.signature.parameters):
        if parameter.is_pointer:
            rule = vary.get(parameter.name)
            kind = rule.type if rule else kinds.get(f"%{parameter.name or index}", Element.OPAQUE).value
            low, high = (rule.min, rule.max) if rule else (0, 0)
            blocks.append(Block(f"%a{index}", parameter.name or f"argument {index + 1}", kind, low, high))
    mutable = {name: type_ for name, type_ in defined_globals(rest) if name in referenced_globals(hot)}
    for name, type_ in mutable.items():
        rule = vary.get(name)
        kind = rule.type if rule else kinds.get(f"@{name}", Element.OPAQUE).value
        low, high = (rule.min, rule.max) if rule else (0, 0)
        blocks.append(Block(f'@"{name}"', name, kind, low, high, _size_of(type_)))
    return blocks


def wrap_flags(modules: Iterable[str]) -> list[str]:
    """Linker flags that put the boundary before allocations and clocks, where the program has none of its own."""
    own: set[str] = set()
    for module in modules:
        own |= {function.name for function in functions(module)}
        own |= {name for name, _ in defined_globals(module)}
    return [f"-Wl,--wrap={name}" for name in (*ALLOCATORS, *CLOCKS) if name not in own]


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


def whole_program_ir(rest: str) -> str:
    """The module that takes the wrapper's place where the whole program is judged: nothing of it is looked at."""
    header = [line for line in rest.splitlines() if line.startswith("target ")]
    table = ["@irloop_globals = constant [0 x { ptr, i64 }] zeroinitializer", "@irloop_global_count = constant i64 0"]
    return "\n".join([*header, *table, "@irloop_whole = constant i32 1", ""])


def wrapper_ir(hot: Function, rest: str, blocks: list[Block]) -> str:
    """The IR module that stands in for the hot function and lists the program's global variables."""
    header = [line for line in rest.splitlines() if line.startswith("target ")]
    types = dict(_TYPE.findall(rest))
    variables = list(defined_globals(rest))
    declared = [f'@"{name}" = external global {type_}' for name, type_ in variables]
    extents = ", ".join(f'{{ ptr, i64 }} {{ ptr @"{name}", i64 {_size_of(type_)} }}' for name, type_ in variables)
    table = f"[{len(variables)} x {{ ptr, i64 }}] [{extents}]" if variables else "[0 x { ptr, i64 }] zeroinitializer"
    return "\n".join(
        [
            *header,
            *(f"{name} = type {body}" for name, body in types.items()),
            *declared,
            f"@irloop_globals = constant {table}",
            f"@irloop_global_count = constant i64 {len(variables)}",
            "@irloop_whole = constant i32 0",
            "declare void @irloop_before(ptr, i64)",
            "declare i64 @irloop_size(i64)",
            "declare double @irloop_scalar(double, i64)",
            "declare void @irloop_after(ptr, i64)",
            *_wrapper_function(hot, blocks, result_blocks(hot, types)),
            "",
        ]
    )


def _wrapper_function(hot: Function, blocks: list[Block], results: list[Block]) -> list[str]:
    signature = hot.signature
    result = signature.result
    returns = result != "void"
    taken = ", ".join(f"{_argument(p)} %a{i}" for i, p in enumerate(signature.parameters))
    sizes = size_parameters(hot)
    changed = [i for i, parameter in enumerate(signature.parameters) if i in sizes or parameter.type in FLOATS]
    passed = ", ".join(f"{_argument(p)} %{'s' if i in changed else 'a'}{i}" for i, p in enumerate(signature.parameters))
    types = ", ".join(_argument(p) for p in signature.parameters)
    count = len(blocks) + len(results)
    lines = [
        f"declare {signature.result_abi} {result} @{PRIVATE_NAME}({types})",
        f'define {signature.result_abi} {result} @"{hot.name}"({taken}) noinline {{',
        f"  %blocks = alloca [{max(count, 1)} x {_BLOCK}]",
    ]
    if returns:
        lines.append(f"  %result = alloca {result}")
    for number, block in enumerate([*blocks, *results]):
        index = number if number < len(blocks) else RESULT_INDEX + number - len(blocks)
        lines += _store_block(number, index, block, count)
    lines.append(f"  call void @irloop_before(ptr %blocks, i64 {len(blocks)})")
    lines += [line for i in changed for line in _replace(i, signature.parameters[i].type)]
    lines.append(f"  {'%r = ' if returns else ''}call {signature.result_abi} {result} @{PRIVATE_NAME}({passed})")
    if returns:
        lines.append(f"  store {result} %r, ptr %result")
    lines.append(f"  call void @irloop_after(ptr %blocks, i64 {count})")
    return [*lines, f"  ret {result} %r" if returns else "  ret void", "}"]


def _store_block(number: int, index: int, block: Block, count: int) -> list[str]:
    lines = []
    pointer = block.pointer
    if block.field:
        pointer = f"%b{number}at"
        type_, path = block.field
        lines.append(f"  {pointer} = getelementptr {type_}, ptr {block.pointer}, {path}")
    values = (
        f"ptr {pointer}",
        f"i64 {block.size}",
        f"i32 {KIND_CODES[block.kind]}",
        f"i32 {index}",
        f"i64 {block.low}",
        f"i64 {block.high}",
    )
    for field, value in enumerate(values):
        name = f"%b{number}f{field}"
        place = f"ptr %blocks, i64 0, i64 {number}, i32 {field}"
        lines.append(f"  {name} = getelementptr [{max(count, 1)} x {_BLOCK}], {place}")
        lines.append(f"  store {value}, ptr {name}")
    return lines


def _replace(index: int, type_: str) -> list[str]:
    """What passes a size or a floating-point argument through the boundary."""
    if type_ == "double":
        return [f"  %s{index} = call double @irloop_scalar(double %a{index}, i64 {index})"]
    if type_ == "float":
        return [
            f"  %w{index} = fpext float %a{index} to double",
            f"  %v{index} = call double @irloop_scalar(double %w{index}, i64 {index})",
            f"  %s{index} = fptrunc double %v{index} to float",
        ]
    if type_ == "i64":
        return [f"  %s{index} = call i64 @irloop_size(i64 %a{index})"]
    return [
        f"  %w{index} = sext {type_} %a{index} to i64",
        f"  %v{index} = call i64 @irloop_size(i64 %w{index})",
        f"  %s{index} = trunc i64 %v{index} to {type_}",
    ]


def _argument(parameter: Parameter) -> str:
    return f"{parameter.type} {parameter.abi}".strip()


def _size_of(type_: str) -> str:
    return f"ptrtoint (ptr getelementptr ({type_}, ptr null, i64 1) to i64)"


def result_blocks(hot: Function, types: dict[str, str]) -> list[Block]:
    """What a call gives back, by value or in the caller's memory (`sret`): one block, or one per field.

    Pointers are left out, since they differ from run to run; so is a result that nobody reads, which the optimiser
    may have made undefined.
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
    leaves = list(_leaves(type_, types, "i32 0"))
    kinds = {leaf for leaf, _ in leaves}
    if len(kinds) == 1 and (kind := {"double": "f64", "float": "f32"}.get(kinds.pop())):
        return [Block(pointer, "result", kind, size=_size_of(type_))]
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
    return "10" if leaf == "x86_fp80" else _size_of(leaf)


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
