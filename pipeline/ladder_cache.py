"""The ladder of a program on this machine, kept between runs: flags do not change from one run to the next.

An entry is found by everything that the rungs depend on: the program with its input, the compilers, the machine. Files
that the program opens by itself are not among it; `irloop run --fresh-ladder` measures again.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.build import Split, clang_flags
from pipeline.evidence import kept
from pipeline.executor import run
from pipeline.records import LadderRow, Program, Record
from pipeline.toolchain import Toolchain

KIND = "ladder"


class Climbed(Record):
    """One kept ladder: the day it was measured, its rows."""

    measured: str
    rows: tuple[LadderRow, ...]


def recall(facts: dict[str, str]) -> tuple[LadderRow, ...] | None:
    """The kept rows for exactly these facts, each with the day it was measured; None when there are none."""
    found = kept.recall(KIND, facts, Climbed)
    if found is None:
        return None
    return tuple(row.model_copy(update={"measured": found.measured}) for row in found.rows)


def keep(facts: dict[str, str], rows: Sequence[LadderRow]) -> None:
    """Keep the rows; where the cache cannot be written, the next run measures again."""
    kept.keep(KIND, facts, Climbed(measured=time.strftime("%Y-%m-%d"), rows=tuple(rows)))


def program_facts(
    program: Program, split: Split, toolchain: Toolchain, hot_digest: str, machine: dict[str, str]
) -> dict[str, str]:
    """Everything that measurements of a program depend on, in short; `machine` describes the processor."""
    texts = [_module(path) for path in (split.source, split.rest, *split.others)]
    texts += [path.read_bytes() for path in program.sources]
    texts += [program.stdin.read_bytes()] if program.stdin else []
    return {
        "program": hashlib.sha256(b"\0".join(texts)).hexdigest(),
        "options": " ".join([*clang_flags(program), "--", *program.args]),
        "hot": f"{split.name} {hot_digest}",
        "tolerance": repr(program.tolerance),
        "llvm": f"{toolchain.version} {toolchain.bin}",
        "gcc": _gcc_version(),
        **machine,
    }


def _module(path: Path) -> bytes:
    """A module without the lines that name its file, which lies in another folder in every run."""
    lines = path.read_bytes().splitlines()
    return b"\n".join(line for line in lines if not line.startswith((b"; ModuleID", b"source_filename")))


def _gcc_version() -> str:
    found = shutil.which("gcc")
    return run([found, "-dumpfullversion"]).stdout.decode().strip() if found else ""
