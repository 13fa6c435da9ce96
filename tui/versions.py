"""The texts of a run that can be compared: IR, source and assembly of the reference and of every candidate."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import IrloopError
from pipeline.evidence.source import find_c_function
from pipeline.ir.diff import Diff, diff
from pipeline.ir.module import find_function
from pipeline.ir.readable import readable
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Form
from pipeline.state import State
from pipeline.toolchain import CODEGEN, find_toolchain
from tui.highlight import Language

BASELINE = "baseline"
View = Literal["ir", "source", "assembly"]
_DIRECTIVE = re.compile(r"^\s+\.|^\s*[#;]|^\.L(?:func|tmp|BB_end)\w*:|^\s*$")
_COMMENT = re.compile(r"\s+(?:#|//|@)\s.*$")


@dataclass(frozen=True)
class Missing(Exception):
    """A text that is not there; `why` is for the user."""

    why: str


@dataclass(frozen=True)
class Asked:
    """A wish to compare: two versions by name, how to look at them.

    `whole` shows the module instead of the function; `blinded` takes numbering for no difference (both for IR only).
    """

    old: str
    new: str
    view: View
    whole: bool = False
    blinded: bool = True


@dataclass(frozen=True)
class Texts:
    """Both sides of a comparison, how they differ, the language of each side.

    `counts` says how often a line (0-based) ran in the simulation of the reference, where one was made.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    found: Diff
    languages: tuple[Language, Language]
    counts: tuple[dict[int, int], dict[int, int]] = ({}, {})


@dataclass(frozen=True)
class Versions:
    """Reads from a run's folder; what is not kept there is made again, or said to be missing."""

    folder: Path
    state: State

    def names(self) -> list[str]:
        """The reference, then every candidate with a verdict."""
        return [BASELINE, *self.state.verdicts]

    @property
    def hot(self) -> str:
        """The hot function's name."""
        return self.state.reference.hot if self.state.reference else ""

    def compare(self, asked: Asked) -> Texts:
        """Both texts and their difference; may take a second.

        Raises:
            Missing: one of the texts is not there.
        """
        read: dict[View, Callable[[str], tuple[list[str], Language]]] = {
            "ir": lambda name: self._ir(name, whole=asked.whole),
            "source": self._source,
            "assembly": self._assembly,
        }
        (left, first), (right, second) = read[asked.view](asked.old), read[asked.view](asked.new)
        found = diff(left, right, blinded=asked.blinded and asked.view == "ir")
        counted = self._counts() if asked.view == "ir" and not asked.whole else {}
        counts = (counted if asked.old == BASELINE else {}, counted if asked.new == BASELINE else {})
        return Texts(tuple(left), tuple(right), found, (first, second), counts)

    def _counts(self) -> dict[int, int]:
        """Simulated executions of the reference's lines, 0 being its `define`."""
        findings = self.state.evidence.findings if self.state.evidence else None
        if findings is None or findings.simulation is None:
            return {}
        lines = findings.simulation.lines
        return {line.line - findings.first_line: line.executions or line.own.instructions for line in lines}

    def _module(self, name: str) -> Path | None:
        """The module whose code is timed: after the finish that was kept."""
        work = self.folder / "work"
        if name == BASELINE:
            name = self.state.started.program.name if self.state.started else ""
            paths = [self.folder / f"{name}.hot.ll", work / "hot.ll"]
            return next((path for path in paths if path.is_file()), None)
        verdict = self.state.verdicts.get(name)
        finishes = [f"candidate.{verdict.finish}.ll"] if verdict and verdict.finish else []
        paths = [work / "candidates" / name / file for file in (*finishes, "candidate.ll")]
        return next((path for path in paths if path.is_file()), None)

    def _ir(self, name: str, *, whole: bool) -> tuple[list[str], Language]:
        path = self._module(name)
        text = path.read_text(encoding="utf-8", errors="replace") if path else self._ir_of_reply(name)
        if text is None:
            raise Missing(f"no IR of {name} is kept: {self._why(name)}")
        if whole:
            return text.splitlines(), "llvm"
        shown = readable(text, self.hot) or text
        body = find_function(shown, self.hot)
        return (body.text if body else shown).splitlines(), "llvm"

    def _ir_of_reply(self, name: str) -> str | None:
        code = self._code(name)
        return code.text if code and code.form is Form.IR else None

    def _code(self, name: str) -> Code | None:
        candidate = self.state.candidates.get(name)
        code = parse_reply(candidate.text, self.hot) if candidate else None
        return code if isinstance(code, Code) else None

    def _why(self, name: str) -> str:
        verdict = self.state.verdicts.get(name)
        if verdict and verdict.outcome == "rejected":
            return f"it was rejected ({verdict.reason})"
        return f"there is no work folder in {self.folder}"

    def _source(self, name: str) -> tuple[list[str], Language]:
        """The C text of the reference; a candidate's own code, whatever its form."""
        if name != BASELINE:
            code = self._code(name)
            if code is None:
                raise Missing(f"the reply of {name} holds no code: see it in the run's tab Reply")
            return code.text.expandtabs(4).splitlines(), "c" if code.form is Form.C else "llvm"
        program = self.state.started.program if self.state.started else None
        extra = (program.readable_source,) if program and program.readable_source else ()
        sources = [path for path in (*(program.sources if program else ()), *extra) if path.is_file()]
        text = find_c_function(sources, self.hot)
        if text is None:
            raise Missing(f"no C text of {self.hot} is found beside this run")
        return text.expandtabs(4).splitlines(), "c"

    def _assembly(self, name: str) -> tuple[list[str], Language]:
        path = self._module(name)
        if path is None:
            raise Missing(f"no IR of {name} is kept: {self._why(name)}")
        try:
            toolchain = find_toolchain()
            quiet = ("-Wno-override-module", "-fno-asynchronous-unwind-tables")
            result = toolchain.must("clang", *CODEGEN, *quiet, "-x", "ir", path, "-S", "-o", "-")
        except IrloopError as error:
            raise Missing(str(error)) from error
        return assembly_of(result.stdout.decode("utf-8", "replace"), self.hot), "asm"


def assembly_of(text: str, hot: str) -> list[str]:
    """The lines of one function in assembly, without directives and comments."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith(f"{hot}:")), 0)
    end = next(
        (n for n in range(start, len(lines)) if lines[n].startswith((".Lfunc_end", f"\t.size\t{hot}"))), len(lines)
    )
    kept = [_COMMENT.sub("", line).expandtabs(8).rstrip() for line in lines[start:end] if not _DIRECTIVE.match(line)]
    return [line for line in kept if line]
