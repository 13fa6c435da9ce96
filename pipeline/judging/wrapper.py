"""The generated wrapper around the hot function.

The rest of the program calls the hot function's name; that name belongs to the wrapper, which calls
`irloop_before`, the function under test under a private name, and `irloop_after` (see `boundary.c`; what they report
is in `channel.py`). The reference and every candidate go through the same wrapper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.ir.bounds import size_parameters
from pipeline.ir.module import NAME, Function, Parameter, functions, strip_comment
from pipeline.judging.boundary import (
    RESULT_INDEX,
    Block,
    Trail,
    defined_globals,
    plan_trails,
    result_blocks,
    size_of,
)

PRIVATE_NAME = "irloop_function_under_test"
ALLOCATORS = ("malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign", "free")
CLOCKS = ("clock_gettime", "gettimeofday", "timespec_get", "getrusage", "time", "clock")
RUNTIME = tuple(sorted(Path(__file__).parent.glob("boundary*.c")))
KIND_CODES = {
    "opaque": 0,
    "f64": 1,
    "f32": 2,
    "char": 3,
    "int": 4,
    "mixed64": 5,
    "mixed32": 6,
    "link": 7,
    "i8": 8,
    "i16": 9,
    "i32": 10,
    "i64": 11,
}
FLOATS = ("double", "float")
ANYWHERE = -1
_BLOCK = "{ ptr, i64, i32, i32, i64, i64, i64 }"
_LINK = "{ i32, i32, i64, i32, i32 }"
_ALLOCA = re.compile(r"= alloca (?:inalloca )?(?P<type>.+?)(?:, i\d+ (?P<count>\S+))?(?:, align \d+)?$")
# As much of the stack as the boundary ever soils: variables whose size only the running function knows.
MUCH = 256 << 10
_TYPE = re.compile(rf"^(%{NAME}) = type (.*)$", re.M)


def wrap_flags(modules: Iterable[str]) -> list[str]:
    """Linker flags that put the boundary before allocations and clocks, where the program has none of its own."""
    own: set[str] = set()
    for module in modules:
        own |= {function.name for function in functions(module)}
        own |= {name for name, _ in defined_globals(module)}
    return [f"-Wl,--wrap={name}" for name in (*ALLOCATORS, *CLOCKS) if name not in own]


def whole_program_ir(rest: str) -> str:
    """The module that takes the wrapper's place where the whole program is judged: nothing of it is looked at."""
    header = [line for line in rest.splitlines() if line.startswith("target ")]
    return "\n".join(
        [*header, *_table("global", "{ ptr, i64 }", []), *_links([]), "@irloop_whole = constant i32 1", ""]
    )


def _table(name: str, type_: str, rows: Sequence[str]) -> list[str]:
    """A constant array and how long it is, as the boundary's C declares them."""
    content = f"[{', '.join(f'{type_} {row}' for row in rows)}]" if rows else "zeroinitializer"
    return [
        f"@irloop_{name}s = constant [{len(rows)} x {type_}] {content}",
        f"@irloop_{name}_count = constant i64 {len(rows)}",
    ]


def wrapper_ir(hot: Function, rest: str, blocks: list[Block]) -> str:
    """The IR module that stands in for the hot function and lists the program's global variables."""
    header = [line for line in rest.splitlines() if line.startswith("target ")]
    types = dict(_TYPE.findall(rest))
    variables = list(defined_globals(rest))
    declared = [f'@"{name}" = external global {type_}' for name, type_ in variables]
    extents = [f'{{ ptr @"{name}", i64 {size_of(type_)} }}' for name, type_ in variables]
    results = result_blocks(hot, types)
    return "\n".join(
        [
            *header,
            *(f"{name} = type {body}" for name, body in types.items()),
            *declared,
            *_table("global", "{ ptr, i64 }", extents),
            *_links(plan_trails(hot, blocks, results)),
            "@irloop_whole = constant i32 0",
            "declare void @irloop_before(ptr, i64)",
            "declare i64 @irloop_size(i64)",
            "declare double @irloop_scalar(double, i64)",
            "declare void @irloop_after(ptr, i64)",
            *_wrapper_function(hot, blocks, results),
            "",
        ]
    )


def own_variables(module: str) -> str:
    """A constant that tells the boundary how many bytes of local variables the function under test has in memory."""
    sizes = []
    for function in functions(module):
        calls_itself = any(f"@{function.name}(" in line for line in function.instructions)
        for line in function.instructions:
            match = _ALLOCA.search(strip_comment(line))
            if match:
                many = calls_itself or (match["count"] and not match["count"].isdigit())
                sizes.append(f"i64 {MUCH}" if many else f"i64 {size_of(_counted(match['type'], match['count']))}")
    total = "0"
    for size in sizes:
        total = f"add (i64 {total}, {size})"
    return f"@irloop_own_variables = constant i64 {total}\n"


def _counted(type_: str, count: str | None) -> str:
    return f"[{count} x {type_}]" if count else type_


def _links(trails: Sequence[Trail]) -> list[str]:
    rows = [
        f"{{ i32 {trail.root}, i32 {int(trail.deep)}, i64 {ANYWHERE if trail.offset is None else trail.offset}, "
        f"i32 {KIND_CODES[trail.kind]}, i32 0 }}"
        for trail in trails
    ]
    return _table("link", _LINK, rows)


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
        f"i64 {block.least}",
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
