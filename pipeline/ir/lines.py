"""Line tables that point into the IR itself: a profiler or a debugger then speaks of lines of the `.ll`.

The text gets one `!dbg` per instruction and the metadata behind it at its end, so that line numbers stay what they
are: line 12 of the annotated module is line 12 of the module without. The machine code stays the same to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.ir.module import Function, functions, lines_of, strip_comment

# Version 4 is what every valgrind, perf and debugger in use reads.
DWARF_VERSION = 4
# An instruction begins at two blanks; deeper lines continue it, `  ]` ends a switch.
_BEGINS = re.compile(r"  [^\s\]};#]")
_UNIT = 'producer: "irloop", isOptimized: true, runtimeVersion: 0, emissionKind: LineTablesOnly, nameTableKind: None'
_NUMBERED = re.compile(r"^!(\d+) = ", re.M)
_FLAGS = re.compile(r"^!llvm\.module\.flags = !\{(.*)\}$", re.M)
_HEADER_END = re.compile(r" \{$")


@dataclass(frozen=True)
class Instruction:
    """One instruction of a module's text: its first and last line, counted from 1; most have one line only."""

    first: int
    last: int
    text: str


def instructions_of(function: Function) -> Iterator[Instruction]:
    """The instructions of a function as `opt -S` prints it; labels, comments and debug records are none.

    A switch, invoke, callbr or landingpad may take several lines; `text` is its first.
    """
    begun: tuple[int, int, str] | None = None
    for number, line in enumerate(function.body, function.start + 2):
        if _BEGINS.match(line):
            if begun:
                yield Instruction(*begun)
            begun = (number, number, line)
        elif begun and line.startswith("  ") and not line.lstrip().startswith((";", "#dbg_")):
            begun = (begun[0], number, begun[2])
        elif begun:
            yield Instruction(*begun)
            begun = None
    if begun:
        yield Instruction(*begun)


def with_lines(text: str, file: Path) -> str:
    """The module with a line table for every function; `file` is where the text will stand.

    `text` must be free of debug information and as `opt -S` prints it.
    """
    lines = lines_of(text)
    free = max((int(number) for number in _NUMBERED.findall(text)), default=-1) + 1
    unit, source, kind = free, free + 1, free + 2
    metadata = [
        f"!{unit} = distinct !DICompileUnit(language: DW_LANG_C99, file: !{source}, {_UNIT})",
        f'!{source} = !DIFile(filename: "{_quoted(file.name)}", directory: "{_quoted(str(file.parent))}")',
        f"!{kind} = !DISubroutineType(types: !{{}})",
    ]
    number = free + 3
    for function in functions(text):
        scope = number
        metadata.append(_subprogram(scope, function, unit, source, kind))
        lines[function.start] = _HEADER_END.sub(f" !dbg !{scope} {{", lines[function.start])
        for number, instruction in enumerate(instructions_of(function), scope + 1):
            metadata.append(f"!{number} = !DILocation(line: {instruction.first}, column: 1, scope: !{scope})")
            lines[instruction.last - 1] = _attached(lines[instruction.last - 1], number)
        number += 1
    declared = [f"!llvm.dbg.cu = !{{!{unit}}}"]
    whole, more = _flagged("\n".join([*lines, *declared]), number)
    return "\n".join([whole, *metadata, *more]) + "\n"


def _subprogram(number: int, function: Function, unit: int, file: int, kind: int) -> str:
    line = function.start + 1
    return (
        f'!{number} = distinct !DISubprogram(name: "{_quoted(function.name)}", scope: !{file}, file: !{file}, '
        f"line: {line}, type: !{kind}, scopeLine: {line}, spFlags: DISPFlagDefinition | DISPFlagOptimized, "
        f"unit: !{unit})"
    )


def _attached(line: str, number: int) -> str:
    """The line with `!dbg` at its end, in front of a comment."""
    bare = strip_comment(line).rstrip()
    return f"{bare}, !dbg !{number}{line[len(bare) :]}"


def _flagged(text: str, free: int) -> tuple[str, list[str]]:
    """The module with the flags that make its debug information count, and the metadata they need."""
    wanted = []
    if '"Debug Info Version"' not in text:
        wanted.append(f'!{free} = !{{i32 2, !"Debug Info Version", i32 3}}')
    if '"Dwarf Version"' not in text:
        wanted.append(f'!{free + len(wanted)} = !{{i32 7, !"Dwarf Version", i32 {DWARF_VERSION}}}')
    names = ", ".join(line.split(" ", 1)[0] for line in wanted)
    if not wanted:
        return text, []
    found = _FLAGS.search(text)
    if found is None:
        return f"{text}\n!llvm.module.flags = !{{{names}}}", wanted
    flags = f"!llvm.module.flags = !{{{', '.join(part for part in (found[1], names) if part)}}}"
    return text[: found.start()] + flags + text[found.end() :], wanted


def _quoted(text: str) -> str:
    """A string as metadata writes it: what is not printable ASCII, quotes and backslashes as hexadecimal bytes."""
    safe = [chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\{byte:02X}" for byte in text.encode()]
    return "".join(safe)
