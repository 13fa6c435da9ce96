"""Where each IR line of the hot function came from, and what the optimiser said on the way.

The program is compiled once more with line tables of its C source. Debug information changes no code, so the result is
the reference's IR with positions; where it is not, positions are left out rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.build import defining, emit_raw, extract_hot, mark
from pipeline.evidence.remarks import Place, read_remarks
from pipeline.findings import Range, Remark
from pipeline.ir.lines import instructions_of
from pipeline.ir.loops import loops_of
from pipeline.ir.module import Function, find_function, functions
from pipeline.records import Program
from pipeline.toolchain import Toolchain

_LOCATION = re.compile(r"^!(\d+) = (?:distinct )?!DILocation\(line: (\d+)(?:, column: (\d+))?(.*)\)$", re.M)
_NODE = re.compile(r"^!(\d+) = distinct !\{(.*)\}$", re.M)
_ATTACHED = re.compile(r", !dbg !(\d+)")
_LOOP = re.compile(r", !llvm\.loop !(\d+)")
_METADATA = re.compile(r",? !(?:[\w.]+ )?!\d+|,? ![\w.]+ !\{\}|,? !dbg !\d+| #\d+")


@dataclass(frozen=True)
class Origins:
    """Source positions by IR line and by loop header, and the optimiser's remarks; `problem` says what is missing.

    `lines` are where the hot function's own source caused the instruction (for inlined code: the call), `exact` where
    the instruction itself was written; `loops` hold a loop's source position and the lines that it spans.
    """

    lines: dict[int, int] = field(default_factory=dict)
    exact: dict[int, Place] = field(default_factory=dict)
    starts: dict[str, Place] = field(default_factory=dict)
    spans: dict[str, Range] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    file: str = ""
    problem: str = ""


def trace(program: Program, hot: str, module: Path, toolchain: Toolchain, work: Path) -> Origins:
    """Compile with positions and remarks; `module` holds the hot function whose lines are asked about.

    Raises:
        IrloopError: the program does not compile that way, though it did without.
    """
    if program.is_ir:
        return Origins(problem="the program is given as IR: no source lines, no remarks of the passes before")
    raws = emit_raw(program, toolchain, work, "-gline-tables-only")
    raw = defining(raws, hot)
    marked, optimised, part, record = (work / name for name in ("marked.ll", "optimised.ll", "hot.ll", "remarks.yaml"))
    mark(raw, hot, toolchain, marked, propagate=True)
    flags = ("-fsave-optimization-record", f"-foptimization-record-file={record}")
    toolchain.optimise(marked, optimised, *flags)
    remarks = tuple(read_remarks(record.read_text(errors="replace"), hot)) if record.exists() else ()
    extract_hot(optimised, hot, toolchain, part)
    text, wanted = part.read_text(), find_function(module.read_text(), hot)
    function = find_function(text, hot)
    file = _file_of(program, text)
    if function is None or wanted is None or _bare(function) != _bare(wanted):
        problem = "the IR with source positions is another than the reference's: remarks stand without IR lines"
        return Origins(remarks=remarks, file=file, problem=problem)
    return _origins(text, function, wanted, remarks, file)


def _origins(text: str, function: Function, wanted: Function, remarks: tuple[Remark, ...], file: str) -> Origins:
    locations = {int(match[1]): match for match in _LOCATION.finditer(text)}
    shift = wanted.start - function.start
    body = dict(enumerate(function.body, function.start + 2))
    lines, exact = {}, {}
    for instruction in instructions_of(function):
        attached = _ATTACHED.search(body[instruction.last])
        found = locations.get(int(attached[1])) if attached else None
        if found and int(found[2]):
            exact[instruction.first + shift] = _place(found)
            lines[instruction.first + shift] = _outermost(found, locations)[0]
    starts, spans = {}, {}
    nodes = {int(match[1]): match[2] for match in _NODE.finditer(text)}
    for loop in loops_of(function):
        bounds = list(_bounds([body[latch] for latch in loop.latches], nodes, locations))
        if bounds:
            starts[loop.header] = _place(bounds[0])
            span = sorted(_outermost(bound, locations)[0] for bound in bounds)
            spans[loop.header] = (span[0], span[-1])
    return Origins(lines, exact, starts, spans, remarks, file)


def _bounds(latches: list[str], nodes: dict[int, str], locations: dict[int, re.Match[str]]) -> Iterator[re.Match[str]]:
    """Where a loop begins and ends in the source, as its `!llvm.loop` says."""
    for latch in latches:
        if attached := _LOOP.search(latch):
            for number in re.findall(r"!(\d+)", nodes.get(int(attached[1]), "")):
                if int(number) in locations:
                    yield locations[int(number)]
            return


def _place(location: re.Match[str]) -> Place:
    return int(location[2]), int(location[3] or 0)


def _outermost(location: re.Match[str], locations: dict[int, re.Match[str]]) -> Place:
    """The position in the function itself: for inlined code that of the call."""
    while called := re.search(r"inlinedAt: !(\d+)", location[4]):
        further = locations.get(int(called[1]))
        if further is None:
            break
        location = further
    return _place(location)


def _bare(function: Function) -> list[str]:
    """The body without metadata and attribute groups, whose numbers differ with debug information."""
    return [_METADATA.sub("", line) for line in function.body]


def _file_of(program: Program, text: str) -> str:
    """The name of the source that the hot function stands in."""
    scopes = re.findall(r'^!\d+ = !DIFile\(filename: "([^"]*)"', text, re.M)
    names = {source.name for source in program.sources}
    return next((Path(name).name for name in scopes if Path(name).name in names), program.sources[0].name)


def codegen_remarks(module: Path, toolchain: Toolchain, work: Path) -> tuple[Remark, ...]:
    """What the register allocator says of the annotated module: spills in loops, with IR lines as positions."""
    work.mkdir(parents=True, exist_ok=True)
    record = work / "codegen.yaml"
    record.unlink(missing_ok=True)
    passes = ("-foptimization-record-passes=regalloc", f"-foptimization-record-file={record}")
    words = ("-Wno-override-module", "-fsave-optimization-record", *passes, "-x", "ir", module, "-c")
    result = toolchain.tool("clang", "-O3", "-Xclang", "-disable-llvm-passes", *words, "-o", work / "codegen.o")
    if not result.ok or not record.exists():
        return ()
    names = {function.name for function in functions(module.read_text())}
    found = [remark for name in names for remark in read_remarks(record.read_text(errors="replace"), name)]
    return tuple(remark for remark in found if remark.name == "LoopSpillReloadCopies")
