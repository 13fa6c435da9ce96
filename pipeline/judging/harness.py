"""Finishing a module into object code, and linking it with the rest of the program behind the boundary."""

from __future__ import annotations

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import Split
from pipeline.executor import Limits
from pipeline.ir.bounds import size_parameters
from pipeline.judging import sandbox, wrapper
from pipeline.judging.boundary import Block, plan_blocks, plan_trails, unwrappable
from pipeline.judging.wrapper import PRIVATE_NAME, own_variables, whole_program_ir, wrap_flags, wrapper_ir
from pipeline.records import Finish, Program, Scope
from pipeline.toolchain import TOOL_LIMITS, Toolchain


@dataclass(frozen=True)
class Finished:
    """Object code of one hot function: the module it came from, the object, and the digest that identifies it."""

    finish: Finish
    module: Path
    object: Path
    digest: str


@dataclass(frozen=True)
class Harness:
    """Everything of the program but the hot function, compiled: links any hot object into a runnable binary.

    `sizes` are the names of the size arguments, `followed` of the blocks in which the function finds pointers to more
    memory. `unwrapped` says why no wrapper stands in for the hot function; the
    whole program's output and time are then what is judged.
    """

    toolchain: Toolchain
    split: Split
    blocks: tuple[Block, ...]
    objects: tuple[Path, ...]
    wraps: tuple[str, ...]
    sizes: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    unwrapped: str | None = None

    @property
    def block_names(self) -> tuple[str, ...]:
        """Names of the observed memory blocks, by index."""
        return tuple(block.name for block in self.blocks)

    @property
    def scope(self) -> Scope:
        """What is compared and timed."""
        return Scope.PROGRAM if self.unwrapped else Scope.FUNCTION

    def finish(self, module: Path, how: Finish, limits: Limits = TOOL_LIMITS) -> Finished:
        """Turn a module with the hot function into an object, as it stands or through the -O3 passes once more.

        Raises:
            ToolError: it takes more than the limits allow, or no code can be generated for it.
        """
        finished = module.with_suffix(f".{how}.ll")
        if how is Finish.O3_AGAIN:
            self.toolchain.optimise(module, finished, limits=limits)
        else:
            finished.write_text(module.read_text())
        private = finished.with_suffix(".private.ll")
        private.write_text(private_module(finished.read_text(), self))
        target = finished.with_suffix(".o")
        self.toolchain.object(private, target, limits)
        return Finished(how, finished, target, hashlib.sha256(target.read_bytes()).hexdigest()[:16])

    def finish_both(self, module: Path, limits: Limits = TOOL_LIMITS) -> list[Finished]:
        """Both finishes, side by side; one only when they give the same object. Raises as `finish` does."""
        with ThreadPoolExecutor(2) as pool:
            plain, again = pool.map(lambda how: self.finish(module, how, limits), (Finish.CODEGEN, Finish.O3_AGAIN))
        return [plain] if plain.digest == again.digest else [plain, again]

    def link(self, hot: Path, target: Path, padding: int = 0) -> Path:
        """Link a hot object into a binary with boundary and sandbox, `padding` bytes (made before) in front of it.

        Raises:
            CompileError: something that the object refers to does not exist.
        """
        before = [self._padding_object(padding)] if padding else []
        self.toolchain.link([*before, hot, *self.objects, *self.split.objects], target, *self.wraps)
        return target

    def padding(self, size: int) -> None:
        """Make the object that fills `size` bytes of the text section, once."""
        target = self._padding_object(size)
        if not target.exists():
            source = target.with_suffix(".s")
            source.write_text(f".text\n.skip {size}\n")
            self.toolchain.must("clang", "-c", source, "-o", target)

    def _padding_object(self, size: int) -> Path:
        return self.objects[0].with_name(f"padding{size}.o")

    def link_all(self, finishes: list[Finished], folder: Path) -> list[tuple[Finished, Path]]:
        """Link every finish of a candidate, side by side.

        Raises:
            CompileError: as for `link`.
        """
        targets = [folder / f"program-{finished.finish}" for finished in finishes]
        with ThreadPoolExecutor(len(finishes)) as pool:
            binaries = list(pool.map(self.link, [finished.object for finished in finishes], targets))
        return list(zip(finishes, binaries, strict=True))


def private_module(module: str, harness: Harness) -> str:
    """The module as it is linked: with the hot function under the name that the wrapper calls, where there is one."""
    hot = harness.split.name
    if harness.unwrapped:
        return under_name(module, hot, hot)
    return under_name(module, hot, PRIVATE_NAME) + own_variables(module)


def under_name(module: str, hot: str, name: str) -> str:
    """The module with the hot function under another name (the one that the wrapper calls), self-calls included.

    A text edit rather than `llvm-objcopy`: starting one more tool would take longer. The file symbol goes the same way,
    since it would make equal code look different.
    """
    pattern = re.compile(rf'@(?:"{re.escape(hot)}"|{re.escape(hot)}(?![-\w$.]))')

    plain = re.fullmatch(r"[-\w$.]+", name)
    replacement = f"@{name}" if plain else f'@"{name}"'.replace("\\", r"\\")

    def edit(line: str) -> str:
        if line.startswith("source_filename"):
            return 'source_filename = "hot"'
        if line.startswith("!"):  # a profile names functions in metadata; strings there stay
            return re.sub(f"(?<=ptr ){pattern.pattern}", replacement, line)
        return line if 'c"' in line else pattern.sub(replacement, line)

    return "\n".join(map(edit, module.splitlines())) + "\n"


def build_harness(program: Program, split: Split, toolchain: Toolchain, work: Path) -> Harness:
    """Generate and compile the wrapper, compile the boundary and the sandbox."""
    rest = _surroundings(split, toolchain, work)
    function = split.function
    unwrapped = unwrappable(function)
    blocks = [] if unwrapped else plan_blocks(function, rest, program.vary)
    stand_in = work / "wrapper.ll"
    stand_in.write_text(whole_program_ir(rest) if unwrapped else wrapper_ir(function, rest, blocks))
    objects = [work / f"{source.stem}.o" for source in (stand_in, *wrapper.RUNTIME, sandbox.RUNTIME)]
    toolchain.object(stand_in, objects[0])
    with ThreadPoolExecutor(2) as pool:
        runtime = zip((*wrapper.RUNTIME, sandbox.RUNTIME), objects[1:], strict=True)
        list(pool.map(lambda pair: toolchain.must("clang", "-O2", "-c", pair[0], "-o", pair[1]), runtime))
    wraps = wrap_flags([rest, split.hot.read_text()])
    parameters = function.signature.parameters
    numbers = () if unwrapped else sorted(size_parameters(function))
    sizes = tuple(parameters[number].name or f"argument {number + 1}" for number in numbers)
    roots = sorted({trail.root for trail in plan_trails(function, blocks, [])})
    followed = tuple(blocks[root].name for root in roots)
    return Harness(toolchain, split, tuple(blocks), tuple(objects), tuple(wraps), sizes, followed, unwrapped)


def _surroundings(split: Split, toolchain: Toolchain, work: Path) -> str:
    """All of the program but the hot function as one module: what the hot function may read or write."""
    if not split.others:
        return split.rest.read_text()
    whole = work / "surroundings.ll"
    toolchain.must("llvm-link", "-S", split.rest, *split.others, "-o", whole)
    return whole.read_text()


def sandbox_object(harness: Harness) -> Path:
    """The object that raises the walls, to link into a binary that runs without the boundary."""
    return next(path for path in harness.objects if path.stem == sandbox.RUNTIME.stem)
