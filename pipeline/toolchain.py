"""LLVM as child processes: one complete installation of one major version, found once.

Every method is a thin, typed call of one tool. Modules travel as files, never through Python bindings: a hostile module
then crashes a child under limits, not irloop.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from pipeline.errors import CompileError, IrloopError, StorageError, ToolError
from pipeline.executor import MIB, Limits, Result, run

PINNED_MAJOR = 22
OLDEST_MAJOR = 19
TOOLS = ("clang", "opt", "llvm-link", "llvm-extract", "llvm-objcopy", "llvm-profdata", "ld.lld")
# -O3 code generation without the IR passes: what comes in is what gets compiled (plain `clang x.ll` would be -O0).
CODEGEN = ("-O3", "-Xclang", "-disable-llvm-passes")
# The IR before any pass, but shaped for -O3 (lifetime markers, TBAA), and with the source's names on values.
UNOPTIMISED = ("-O3", "-Xclang", "-disable-llvm-passes", "-fno-discard-value-names", "-emit-llvm", "-S")
TOOL_LIMITS = Limits(wall_seconds=120, cpu_seconds=110)
LINKER = "-fuse-ld=lld"
# A tool that fails with less than this free, where it writes, failed for want of it: some crash (SIGBUS), some say so.
FULL = MIB
# Stand-ins in a recorded link line.
OBJECTS, PROGRAM = "irloop-objects.o", "irloop-program"


def _failed(words: Sequence[str | Path], error: IrloopError) -> IrloopError:
    """The error of a tool, or that the disk on which it writes is full."""
    folders = (Path(target).parent for flag, target in pairwise(words) if flag == "-o")
    full = next((folder for folder in folders if folder.is_dir() and shutil.disk_usage(folder).free < FULL), None)
    return StorageError(f"no space left in {full}: make room there, or give --out elsewhere") if full else error


@dataclass(frozen=True)
class Toolchain:
    """One LLVM installation: `bin` holds its tools, `major` is its version."""

    bin: Path
    version: str

    @property
    def major(self) -> int:
        """The major version, 22 of 22.1.8."""
        return int(self.version.split(".")[0])

    @property
    def pinned(self) -> bool:
        """True when this is the version that the container pins."""
        return self.major == PINNED_MAJOR

    @cached_property
    def polly_flags(self) -> tuple[str, ...] | None:
        """What makes clang run Polly, or None where it cannot.

        Debian links Polly into libLLVM, where loading the plugin as well aborts; elsewhere the plugin is needed.
        """
        plugin = self.bin.parent / "lib" / "LLVMPolly.so"
        built_in = ("-mllvm", "-polly")
        loaded = (f"-fplugin={plugin}", f"-fpass-plugin={plugin}", *built_in)
        for flags in (built_in, loaded):
            words = [self.bin / "clang", "-O3", *flags, "-x", "c", "-", "-S", "-o", os.devnull]
            if run(words, stdin=b"void f(void) {}\n", limits=TOOL_LIMITS).ok:
                return flags
        return None

    @cached_property
    def native_attributes(self) -> dict[str, str]:
        """`target-cpu` and `target-features` that `-march=native` means on this machine."""
        result = run(
            [self.bin / "clang", "-march=native", *UNOPTIMISED, "-x", "c", "-", "-o", "-"],
            stdin=b"void f(void) {}\n",
            limits=TOOL_LIMITS,
        )
        if not result.ok:
            raise ToolError(f"clang -march=native failed: {result.message}")
        pairs = re.findall(r'"(target-cpu|target-features)"="([^"]*)"', result.stdout.decode())
        return dict(pairs)

    def tool(self, name: str, *words: str | Path, limits: Limits = TOOL_LIMITS, cwd: Path | None = None) -> Result:
        """Run one tool of this installation and return how it ended."""
        # A clang that crashes would leave what it was compiling in the folder for temporary files.
        tidy = ("-fno-crash-diagnostics",) if name == "clang" else ()
        return run([self.bin / name, *tidy, *words], limits=limits, cwd=cwd, env=tool_environment())

    def must(self, name: str, *words: str | Path, limits: Limits = TOOL_LIMITS) -> Result:
        """Run a tool whose failure would be a defect of irloop or of the installation.

        Raises:
            ToolError: it failed all the same; holds the tool's message.
        """
        result = self.tool(name, *words, limits=limits)
        if not result.ok:
            raise _failed(words, ToolError(f"{name} failed ({result.describe()}): {result.message[:2000]}"))
        return result

    def compile(self, *words: str | Path) -> None:
        """Run clang on the user's own program.

        Raises:
            CompileError: with clang's message.
        """
        result = self.tool("clang", *words)
        if not result.ok:
            said = f"clang could not compile the program ({result.describe()}):\n{result.message}"
            raise _failed(words, CompileError(said))

    def program(self, module: Path, target: Path, *extra: Path) -> None:
        """Build a whole-program module with -O3 code generation (a plain `clang x.ll` would generate code at -O0).

        Raises:
            CompileError: with clang's message.
        """
        quiet = ("-Wno-override-module", "-Wno-unused-command-line-argument")
        self.compile(*CODEGEN, LINKER, *quiet, module, *extra, "-lm", "-o", target)

    def optimise(self, source: Path, target: Path, *flags: str, limits: Limits = TOOL_LIMITS) -> None:
        """Run the whole -O3 pipeline (with `flags`) over the IR file `source`, writing text IR to `target`."""
        base = ("-O3", "-fno-discard-value-names", "-Wno-unused-command-line-argument", "-Wno-override-module")
        self.must("clang", *base, *flags, "-x", "ir", source, "-emit-llvm", "-S", "-o", target, limits=limits)

    def object(self, source: Path, target: Path, limits: Limits = TOOL_LIMITS) -> None:
        """Generate code at -O3 for the IR file `source` as it stands, without further IR passes."""
        words = ("-Wno-override-module", "-x", "ir", source, "-c", "-o", target)
        self.must("clang", *CODEGEN, *words, limits=limits)

    @cache  # noqa: B019  # a handful of installations and flag sets in the life of a process
    def _link_line(self, flags: tuple[str, ...]) -> tuple[str, ...]:
        """The linker's command line as clang would run it, with stand-ins; asking once saves a process a link."""
        result = self.must("clang", "-###", LINKER, f"-Wl,{OBJECTS}", *flags, "-lm", "-o", PROGRAM)
        return tuple(shlex.split(result.message.splitlines()[-1]))

    def link(self, objects: Sequence[Path], target: Path, *flags: str) -> None:
        """Link objects into a program with lld and libm.

        Raises:
            CompileError: a symbol is missing or defined twice; holds the linker's message.
        """
        words = [word for part in self._link_line(flags) for word in _filled(part, objects, target)]
        result = run(words, limits=TOOL_LIMITS, env=tool_environment())
        if not result.ok:
            said = f"the program does not link ({result.describe()}):\n{result.message}"
            raise _failed(words, CompileError(said))


def _filled(word: str, objects: Sequence[Path], target: Path) -> list[str]:
    """A word of a recorded link line with the stand-ins replaced."""
    if word == OBJECTS:
        return [str(path) for path in objects]
    return [str(target)] if word == PROGRAM else [word]


def tool_environment() -> dict[str, str]:
    """What a compiler may see of irloop's environment: a path, a home for temporary files, plain English."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**keep, "LC_ALL": "C"}


def candidates() -> list[Path]:
    """Folders that may hold an LLVM installation, the one that the user names first, then the pinned, then newest."""
    named = os.environ.get("IRLOOP_LLVM", "")
    if named:
        return [Path(f"/usr/lib/llvm-{named}/bin") if named.isdigit() else Path(named)]
    found = sorted(Path("/usr/lib").glob("llvm-*/bin"), key=_major_of_folder, reverse=True)
    found.sort(key=lambda folder: _major_of_folder(folder) != PINNED_MAJOR)
    clang = shutil.which("clang")
    return [*found, *([Path(clang).resolve().parent] if clang else [])]


def _major_of_folder(folder: Path) -> int:
    digits = folder.parent.name.removeprefix("llvm-")
    return int(digits) if digits.isdigit() else 0


def missing_tools(folder: Path) -> list[str]:
    """Which of the tools that irloop needs are not in `folder`."""
    return [name for name in TOOLS if not (folder / name).exists()]


def find_toolchain() -> Toolchain:
    """The LLVM that irloop works with: `IRLOOP_LLVM` (major or folder), else the pinned one, else the newest >= 19.

    Raises:
        ToolError: no complete installation; says what is missing and what to do.
    """
    seen: list[str] = []
    for folder in candidates():
        missing = missing_tools(folder)
        if missing:
            seen.append(f"{folder} lacks {', '.join(missing)}")
            continue
        result = run([folder / "clang", "--version"], limits=TOOL_LIMITS)
        version = re.search(r"version (\d+\.\d+\.\d+)", result.stdout.decode("utf-8", "replace"))
        if version and int(version[1].split(".")[0]) >= OLDEST_MAJOR:
            return Toolchain(folder, version[1])
        seen.append(f"{folder} is older than LLVM {OLDEST_MAJOR}")
    detail = f" ({'; '.join(seen)})" if seen else ""
    raise ToolError(f"no complete LLVM >= {OLDEST_MAJOR} found{detail}: run `make setup`, or set IRLOOP_LLVM")
