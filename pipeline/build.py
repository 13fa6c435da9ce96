"""From C to the split reference: emit IR, keep the hot function out of line, separate it from the rest.

C ──clang, no passes──► raw ──mark hot──► source ──-O3──► optimised ──split──► hot + rest
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.ir.lines import with_lines
from pipeline.ir.module import Function, attributes_start, find_function, replace_header
from pipeline.ir.split import call_sites, externalise, linkage_of, mark_hot
from pipeline.records import Program
from pipeline.toolchain import CODEGEN, LINKER, UNOPTIMISED, Toolchain

# Early simplification, so that interprocedural constant propagation sees the arguments of the calls.
PROPAGATE = "function(sroa,early-cse),ipsccp"
_SYMBOL = re.compile(
    r"^(?:@(?P<variable>[-\w$.]+) = (?P<words>[a-z_ ]*)"
    r"|(?:define|declare)\b(?P<prefix>[^@\n]*)@(?P<function>[-\w$.]+)\()",
    re.M,
)


@dataclass(frozen=True)
class Split:
    """The reference, separated: files of IR and objects, all inside one run's work folder.

    `source` is the whole module before optimisation with the hot function marked (what `passes` candidates start
    from), `optimised` the same after -O3, `hot` and `rest` its two parts, `objects` the compiled rest and other
    files, `others` the IR of those other files.
    """

    name: str
    source: Path
    optimised: Path
    hot: Path
    rest: Path
    objects: tuple[Path, ...]
    others: tuple[Path, ...] = ()

    @property
    def function(self) -> Function:
        """The hot function of the reference, after -O3."""
        function = find_function(self.hot.read_text(), self.name)
        if function is None:
            raise UsageError(f"'{self.name}' vanished during optimisation; name another function with --hot")
        return function


def clang_flags(program: Program) -> list[str]:
    """The user's `--include` and `--define` as clang takes them, and the folders of the sources."""
    folders = [*program.includes, *dict.fromkeys(source.parent for source in program.sources)]
    return [*(f"-I{folder}" for folder in folders), *(f"-D{define}" for define in program.defines)]


def emit_plain(program: Program, toolchain: Toolchain, target: Path) -> None:
    """Write the program as plain `clang -O3 -emit-llvm -S` gives it: one module, several files linked as they are.

    Raises:
        CompileError: clang rejects the program.
    """
    if program.is_ir:
        toolchain.compile("-emit-llvm", *CODEGEN, "-S", "-x", "ir", program.sources[0], "-o", target)
        return
    parts = []
    for index, source in enumerate(program.sources):
        part = target if len(program.sources) == 1 else target.with_suffix(f".part{index}.ll")
        toolchain.compile("-O3", *clang_flags(program), "-emit-llvm", "-S", source, "-o", part)
        parts.append(part)
    if len(parts) > 1:
        toolchain.must("llvm-link", "-S", *parts, "-o", target)
        for part in parts:
            part.unlink()


def emit_raw(program: Program, toolchain: Toolchain, work: Path, *flags: str) -> list[Path]:
    """Each source as IR before any pass; `flags` are those that act in clang's front end (-march, -ffast-math).

    Raises:
        CompileError: clang rejects the program.
    """
    work.mkdir(parents=True, exist_ok=True)
    if program.is_ir:
        target = work / "raw0.ll"
        emit_plain(program, toolchain, target)
        return [target]
    raws = []
    for index, source in enumerate(program.sources):
        target = work / f"raw{index}.ll"
        toolchain.compile(*UNOPTIMISED, *flags, *clang_flags(program), source, "-o", target)
        raws.append(target)
    _separate(raws)
    return raws


def _separate(raws: Sequence[Path]) -> None:
    """Rename what is static in one file and has the name of something global in another.

    Splitting makes static things visible to the linker, since both parts may need them.
    """
    texts = [raw.read_text() for raw in raws] if len(raws) > 1 else []
    symbols = [_symbols(text) for text in texts]
    for index, (raw, text) in enumerate(zip(raws, texts, strict=False)):
        elsewhere: set[str] = set().union(*(shared for other, (_, shared) in enumerate(symbols) if other != index))
        clashing = symbols[index][0] & elsewhere
        if clashing:
            raw.write_text(_renamed(text, clashing, f".{raw.stem}"))


def _symbols(text: str) -> tuple[set[str], set[str]]:
    """Names of the symbols that a module keeps to itself, and of those that it shares by defining or using them."""
    local: set[str] = set()
    shared: set[str] = set()
    for match in _SYMBOL.finditer(text):
        words = (match["words"] or match["prefix"]).split()
        name = match["variable"] or match["function"]
        (local if {"internal", "private"} & set(words) else shared).add(name)
    return local, shared


def _renamed(text: str, names: set[str], suffix: str) -> str:
    def changed(match: re.Match[str]) -> str:
        return f"{match[0]}{suffix}" if match["name"] in names else match[0]

    return re.sub(r'"[^"\n]*"|@(?P<name>[-\w$.]+)', changed, text)


def defining(raws: Sequence[Path], hot: str) -> Path:
    """The module among `raws` that defines `hot`.

    Raises:
        UsageError: none does; names the functions there are.
    """
    names: list[str] = []
    for raw in raws:
        text = raw.read_text()
        if find_function(text, hot):
            return raw
        names += re.findall(r"^define\b[^@\n]*@([\w.$]+)\(", text, re.M)
    raise UsageError(f"there is no function '{hot}' in this program; it defines: {', '.join(names) or 'nothing'}")


def mark(raw: Path, hot: str, toolchain: Toolchain, target: Path, *, propagate: bool) -> None:
    """Write the module with `hot` out of line and its signature fixed.

    A static function first gets the constants that its calls pass, as plain -O3 would give it.
    """
    text = raw.read_text()
    function = find_function(text, hot)
    if propagate and function is not None and linkage_of(function.header) in ("internal", "private"):
        target.write_text(mark_hot(text, hot, "internal"))
        toolchain.must("opt", "-S", f"-passes={PROPAGATE}", target, "-o", target)
        text = target.read_text()
    target.write_text(mark_hot(text, hot, "weak_odr"))


def extract_hot(optimised: Path, hot: str, toolchain: Toolchain, target: Path) -> None:
    """Write the hot function (with the declarations it needs) of an optimised module, external and plain C."""
    toolchain.must("llvm-extract", "-S", f"--func={hot}", optimised, "-o", target)
    target.write_text(externalise(target.read_text(), hot))


def split(program: Program, hot: str, raws: Sequence[Path], toolchain: Toolchain, work: Path) -> Split:
    """Build the reference: optimise the module that defines `hot`, split it, compile the rest.

    Raises:
        UsageError: `hot` does not exist, is `main`, or nothing calls it.
        CompileError: another source does not compile.
    """
    if hot == "main":
        raise UsageError("main cannot be the hot function (it holds the timer and the output): name one with --hot")
    raw = defining(raws, hot)
    source, optimised, part, rest = (work / f"{stem}.ll" for stem in ("source", "optimised", "hot", "rest"))
    mark(raw, hot, toolchain, source, propagate=not program.is_ir)
    if program.is_ir:  # given as the user wants it measured: optimised already
        optimised.write_text(source.read_text())
    else:
        toolchain.optimise(source, optimised)
        if f"@{hot}.specialized." in optimised.read_text():
            source.write_text(_undivided(source.read_text(), hot))
            toolchain.optimise(source, optimised)
    others = [other for other in raws if other != raw]
    if not call_sites(optimised.read_text(), hot) and not any(_mentions(other, hot) for other in [raw, *others]):
        raise UsageError(f"'{hot}' is never called in this program: name the hot function with --hot")
    extract_hot(optimised, hot, toolchain, part)
    toolchain.must("llvm-extract", "-S", "--delete", f"--func={hot}", optimised, "-o", rest)
    objects, modules = [work / "rest.o"], []
    toolchain.object(rest, objects[0])
    for other in others:
        compiled = other.with_suffix(".o")
        whole = other.with_suffix(".O3.ll")
        toolchain.optimise(other, whole)
        toolchain.object(whole, compiled)
        objects.append(compiled)
        modules.append(whole)
    return Split(hot, source, optimised, part, rest, tuple(objects), tuple(modules))


def _undivided(text: str, hot: str) -> str:
    """Forbid copies of `hot` made for the constants of one call: calls of a copy would not be seen."""
    function = find_function(text, hot)
    if function is None:
        return text
    at = attributes_start(function.header)
    return replace_header(text, function, f"{function.header[:at]} noduplicate{function.header[at:]}")


def _mentions(module: Path, hot: str) -> bool:
    """True when the module refers to `hot` anywhere but in its own definition or declaration."""
    pattern = re.compile(rf'@"?{re.escape(hot)}"?\b')
    lines = module.read_text().splitlines()
    return any(pattern.search(line) for line in lines if not line.startswith(("define", "declare")))


def build_plain(program: Program, toolchain: Toolchain, target: Path) -> None:
    """Build the program exactly as the user would: `clang -O3`, nothing split, nothing added but libm.

    Raises:
        CompileError: clang or the linker rejects it.
    """
    mode = CODEGEN if program.is_ir else ("-O3",)
    language = ("-x", "ir") if program.is_ir else ()
    toolchain.compile(*mode, LINKER, *clang_flags(program), *language, *program.sources, "-lm", "-o", target)


def assemble(toolchain: Toolchain, split_: Split, hot: Path, target: Path) -> None:
    """Write one whole module (the `.opt.ll`): the rest as in the reference with another hot function linked in."""
    toolchain.must("llvm-link", "-S", split_.rest, hot, *split_.others, "-o", target)


def write_with_lines(toolchain: Toolchain, source: Path, target: Path) -> None:
    """Write the module `source` without its own debug information and with line tables that point into `target`."""
    toolchain.must("opt", "-S", "--strip-debug", source, "-o", target)
    target.write_text(with_lines(target.read_text(), target.resolve()))
