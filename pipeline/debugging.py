"""Programs of a run as a debugger wants them: the baseline at C level, any candidate at the level of its IR.

A candidate's debug build has line tables that point into its `.opt.ll`: a breakpoint stands on a line of the IR,
stepping goes from instruction to instruction, and SSA values are local variables. Its machine code is that of the
measured program to the byte. Everything is made in `RUN/debug`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.build import clang_flags
from pipeline.errors import UsageError
from pipeline.evidence.source import c_function_line
from pipeline.ir.lines import with_lines
from pipeline.ir.module import find_function
from pipeline.ir.values import with_values
from pipeline.journal import read
from pipeline.records import Program, Record
from pipeline.state import State, fold
from pipeline.toolchain import LINKER, Toolchain

BASELINE = "baseline"


class Debuggable(Record):
    """One program to debug: `binary`, the text that its lines are of, and where the hot function begins in it."""

    name: str
    binary: Path
    text: Path
    line: int
    hot: str
    args: tuple[str, ...] = ()
    stdin: Path | None = None
    cwd: Path


def debuggable(folder: Path, candidate: str | None, toolchain: Toolchain) -> Debuggable:
    """Build what `candidate` names (`c7`, `7`, or `baseline`; None: the winner, else the baseline) for a debugger.

    Raises:
        UsageError: there is no such run or candidate, or that candidate was never built.
    """
    folder = folder.resolve()
    state = fold(read(folder))
    if state.started is None or state.reference is None:
        raise UsageError(f"the run in {folder} has no reference yet: nothing to debug")
    name = _named(candidate, state)
    target = folder / "debug"
    target.mkdir(exist_ok=True)
    hot, program = state.reference.hot, state.started.program
    binary = target / name
    if name == BASELINE and not program.is_ir:
        text, line = _place_in_c(program.sources, hot)
        toolchain.compile("-O3", "-g", LINKER, *clang_flags(program), *program.sources, "-lm", "-o", binary)
    else:
        text = folder / f"{program.name}.ll" if name == BASELINE else _module(folder, name, state, toolchain)
        text = _ir_level(toolchain, text, binary)
        function = find_function(text.read_text(), hot)
        line = function.start + 2 if function else 1
    cwd = program.cwd or folder
    return Debuggable(
        name=name, binary=binary, text=text, line=line, hot=hot, args=program.args, stdin=program.stdin, cwd=cwd
    )


def _named(candidate: str | None, state: State) -> str:
    if candidate is None:
        return state.best[0] if state.best else BASELINE
    name = f"c{candidate}" if candidate.isdigit() else candidate
    if name != BASELINE and name not in state.candidates:
        known = ", ".join(state.candidates) or "none"
        raise UsageError(f"no candidate {name} in this run: there are {known}, and {BASELINE}")
    return name


def _module(folder: Path, name: str, state: State, toolchain: Toolchain) -> Path:
    """The whole program with a candidate, as it was measured."""
    assert state.started is not None
    program: Program = state.started.program
    final = folder / f"{program.name}.opt.ll"
    if state.best and state.best[0] == name and final.exists():
        return final
    verdict = state.verdicts.get(name)
    finish = verdict.finish if verdict else None
    hot = folder / "work" / "candidates" / name / f"candidate.{finish}.ll"
    if finish is None or not hot.exists():
        raise UsageError(f"candidate {name} has no measured program: it was rejected, or its files are gone")
    target = folder / "debug" / f"{name}.opt.ll"
    others = sorted((folder / "work").glob("raw*.O3.ll"))
    toolchain.must("llvm-link", "-S", folder / "work" / "rest.ll", hot, *others, "-o", target)
    return target


def _ir_level(toolchain: Toolchain, module: Path, binary: Path) -> Path:
    """Build `module` with line tables; the file that they point into: the module itself where it is in opt's print."""
    plain, annotated = binary.with_suffix(".plain.ll"), binary.with_suffix(".debug.ll")
    toolchain.must("opt", "-S", "--strip-debug", module, "-o", plain)
    text = plain.read_text()
    same = _numbered(text) == _numbered(module.read_text())
    shown = module if same else plain
    annotated.write_text(with_values(with_lines(text, shown), text))
    toolchain.program(annotated, binary)
    annotated.unlink()
    if same:
        plain.unlink()
    return shown


def _numbered(text: str) -> list[str]:
    """The lines of a module that have line numbers to agree on; the first names the file it was printed to."""
    return text.rstrip().splitlines()[1:]


def _place_in_c(sources: Sequence[Path], hot: str) -> tuple[Path, int]:
    """The source that defines the hot function, and the line on which it does; else where the program begins."""
    for source in sources:
        if line := c_function_line(source.read_text(encoding="utf-8", errors="replace"), hot):
            return source, line
    return sources[0], 1
