"""The generated wrapper around the hot function, and what it reports.

The rest of the program calls the hot function's name; that name belongs to the wrapper, which calls
`irloop_before`, the function under test under a private name, and `irloop_after` (see `boundary.c`). The reference and
every candidate go through the same wrapper.
"""

from __future__ import annotations

import mmap
import os
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.ir.access import Element, element_kinds
from pipeline.ir.module import NAME, Function, Parameter, referenced_globals, split_words, unquote
from pipeline.records import Vary

PRIVATE_NAME = "irloop_function_under_test"
WRAPPED = ("malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign", "free")
WRAP_FLAGS = tuple(f"-Wl,--wrap={name}" for name in WRAPPED)
RUNTIME = Path(__file__).with_name("boundary.c")
KIND_CODES = {"opaque": 0, "f64": 1, "f32": 2, "char": 3, "int": 4}
KIND_NAMES = {0: "opaque", 1: "f64", 2: "f32", 3: "opaque", 4: "opaque"}
RESULT_INDEX = 1000
_PAGE = struct.Struct("10Q")
_HEADER = struct.Struct("4Q")
_BLOCK = "{ ptr, i64, i32, i32, i64, i64 }"
_GLOBAL = re.compile(
    rf"^@(?P<name>{NAME}) = (?P<words>(?:[a-z_]+(?:\(\S*\))? )*)(?P<kind>global|constant) (?P<type>.*)$", re.M
)
_TYPE = re.compile(rf"^%{NAME} = type .*$", re.M)


@dataclass(frozen=True)
class Block:
    """One piece of memory that the boundary looks at: an IR pointer, how it may vary, its size as an IR constant."""

    pointer: str
    name: str
    kind: str
    low: int = 0
    high: int = 0
    size: str = "0"


@dataclass(frozen=True)
class Dump:
    """The content of one block after one call of the hot function; `kind` says how to compare it."""

    call: int
    index: int
    kind: str
    data: bytes


@dataclass(frozen=True)
class Report:
    """What the boundary saw in one run of the program; times are sums over the calls of the hot function."""

    calls: int
    cpu_seconds: float
    ticks: int
    checksum: int
    unknown_blocks: int
    perturbed_blocks: int
    dumped_calls: int
    dump_full: bool
    seconds_per_tick: float

    def seconds(self, clock: str) -> float:
        """Time inside the hot function by the given clock: `cpu` (thread CPU time) or `ticks` (time-stamp counter)."""
        return self.cpu_seconds if clock == "cpu" else self.ticks * self.seconds_per_tick


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
        kind = kinds.get(f"@{name}", Element.OPAQUE).value
        blocks.append(Block(f'@"{name}"', name, kind, size=_size_of(type_)))
    return blocks


def defined_globals(module: str) -> Iterator[tuple[str, str]]:
    """Name and IR type of every mutable variable that the module defines."""
    for match in _GLOBAL.finditer(module):
        words = match["words"].split()
        if match["kind"] == "global" and not {"external", "extern_weak", "appending"} & set(words):
            if "thread_local" not in match["words"] and not match["name"].startswith("llvm."):
                yield unquote(match["name"]), split_words(match["type"])[0]


def wrapper_ir(hot: Function, rest: str, blocks: list[Block]) -> str:
    """The IR module that stands in for the hot function and lists the program's global variables."""
    header = [line for line in rest.splitlines() if line.startswith("target ")]
    types = _TYPE.findall(rest)
    variables = list(defined_globals(rest))
    declared = [f'@"{name}" = external global {type_}' for name, type_ in variables]
    extents = ", ".join(f'{{ ptr, i64 }} {{ ptr @"{name}", i64 {_size_of(type_)} }}' for name, type_ in variables)
    table = f"[{len(variables)} x {{ ptr, i64 }}] [{extents}]" if variables else "[0 x { ptr, i64 }] zeroinitializer"
    return "\n".join(
        [
            *header,
            *types,
            *declared,
            f"@irloop_globals = constant {table}",
            f"@irloop_global_count = constant i64 {len(variables)}",
            "declare void @irloop_before(ptr, i64)",
            "declare void @irloop_after(ptr, i64)",
            *_wrapper_function(hot, blocks),
            "",
        ]
    )


def _wrapper_function(hot: Function, blocks: list[Block]) -> list[str]:
    signature = hot.signature
    result = signature.result
    returns = result != "void"
    passed = ", ".join(f"{_argument(p)} %a{i}" for i, p in enumerate(signature.parameters))
    types = ", ".join(_argument(p) for p in signature.parameters)
    observed = blocks + ([_result_block(result)] if returns and _comparable_result(hot) else [])
    count = len(observed)
    lines = [
        f"declare {signature.result_abi} {result} @{PRIVATE_NAME}({types})",
        f'define {signature.result_abi} {result} @"{hot.name}"({passed}) noinline {{',
        f"  %blocks = alloca [{max(count, 1)} x {_BLOCK}]",
    ]
    if returns:
        lines.append(f"  %result = alloca {result}")
    for number, block in enumerate(observed):
        lines += _store_block(number, block, count)
    lines.append(f"  call void @irloop_before(ptr %blocks, i64 {len(blocks)})")
    lines.append(f"  {'%r = ' if returns else ''}call {signature.result_abi} {result} @{PRIVATE_NAME}({passed})")
    if returns:
        lines.append(f"  store {result} %r, ptr %result")
    lines.append(f"  call void @irloop_after(ptr %blocks, i64 {count})")
    return [*lines, f"  ret {result} %r" if returns else "  ret void", "}"]


def _store_block(number: int, block: Block, count: int) -> list[str]:
    index = RESULT_INDEX if block.name == "result" and block.pointer == "%result" else number
    values = (
        f"ptr {block.pointer}",
        f"i64 {block.size}",
        f"i32 {KIND_CODES[block.kind]}",
        f"i32 {index}",
        f"i64 {block.low}",
        f"i64 {block.high}",
    )
    lines = []
    for field, value in enumerate(values):
        name = f"%b{number}f{field}"
        place = f"ptr %blocks, i64 0, i64 {number}, i32 {field}"
        lines.append(f"  {name} = getelementptr [{max(count, 1)} x {_BLOCK}], {place}")
        lines.append(f"  store {value}, ptr {name}")
    return lines


def _argument(parameter: Parameter) -> str:
    return f"{parameter.type} {parameter.abi}".strip()


def _size_of(type_: str) -> str:
    return f"ptrtoint (ptr getelementptr ({type_}, ptr null, i64 1) to i64)"


def _result_block(result: str) -> Block:
    kind = {"double": "f64", "float": "f32"}.get(result, "opaque")
    return Block("%result", "result", kind, size=_size_of(result))


def _comparable_result(hot: Function) -> bool:
    """A returned pointer differs from run to run; a result that nobody reads may have been optimised to undef."""
    undefined = any(re.match(r"ret \S+ (?:undef|poison)$", line) for line in hot.instructions)
    return "ptr" not in hot.signature.result and not undefined


@dataclass(frozen=True)
class Channel:
    """The private descriptors of one run: a page of counters and, in check mode, a file for the dumped blocks."""

    page: int
    dump: int

    def close(self) -> None:
        """Give the descriptors back."""
        os.close(self.page)
        os.close(self.dump)

    def report(self) -> Report:
        """Read the page; right also after a crash."""
        fields = _PAGE.unpack(os.pread(self.page, _PAGE.size, 0))
        calls, cpu, ticks, checksum, unknown, perturbed, dumped, full, life_ns, life_ticks = fields
        tick = life_ns / life_ticks / 1e9 if life_ticks else 0.0
        return Report(calls, cpu / 1e9, ticks, checksum, unknown, perturbed, dumped, bool(full), tick)

    def dumps(self) -> list[Dump]:
        """Read the dumped blocks."""
        size = os.fstat(self.dump).st_size
        data = os.pread(self.dump, size, 0) if size < 2**31 - 4096 else _read_all(self.dump, size)
        found = []
        at = 0
        while at + _HEADER.size <= len(data):
            call, index, kind, length = _HEADER.unpack_from(data, at)
            at += _HEADER.size
            found.append(Dump(call, index, KIND_NAMES.get(kind, "opaque"), data[at : at + length]))
            at += length
        return found


def _read_all(descriptor: int, size: int) -> bytes:
    with mmap.mmap(descriptor, size, prot=mmap.PROT_READ) as view:
        return view[:]


def open_channel() -> Channel:
    """Anonymous files for one run, inherited by that child only."""
    page = os.memfd_create("irloop-page")
    os.ftruncate(page, mmap.PAGESIZE)
    return Channel(page, os.memfd_create("irloop-dump"))
