"""The ladder of a program on this machine, kept between runs: flags do not change from one run to the next.

An entry is found by everything that the rungs depend on: the program with its input, the compilers, the machine. Files
that the program opens by itself are not among it; `irloop run --fresh-ladder` measures again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import ValidationError

from pipeline.build import Split, clang_flags
from pipeline.executor import run
from pipeline.records import LadderRow, Program, Record
from pipeline.toolchain import Toolchain

# Grows with every change of the rungs or of how they are measured.
FORMAT = 1


class Climbed(Record):
    """One kept ladder: what it depends on, the day it was measured, its rows."""

    facts: dict[str, str]
    measured: str
    rows: tuple[LadderRow, ...]


def ladder_facts(
    program: Program, split: Split, toolchain: Toolchain, hot_digest: str, machine: dict[str, str]
) -> dict[str, str]:
    """Everything that the ladder of a program depends on, in short; `machine` describes the processor."""
    texts = [_module(path) for path in (split.source, split.rest, *split.others)]
    texts += [path.read_bytes() for path in program.sources]
    texts += [program.stdin.read_bytes()] if program.stdin else []
    return {
        "format": str(FORMAT),
        "program": hashlib.sha256(b"\0".join(texts)).hexdigest(),
        "options": " ".join([*clang_flags(program), "--", *program.args]),
        "hot": f"{split.name} {hot_digest}",
        "tolerance": repr(program.tolerance),
        "llvm": f"{toolchain.version} {toolchain.bin}",
        "gcc": _gcc_version(),
        **machine,
    }


def recall(facts: dict[str, str]) -> tuple[LadderRow, ...] | None:
    """The kept rows for exactly these facts, each with the day it was measured; None when there are none."""
    try:
        found = Climbed.model_validate_json(_file(facts).read_bytes())
    except (OSError, ValidationError):
        return None
    if found.facts != facts:
        return None
    return tuple(row.model_copy(update={"measured": found.measured}) for row in found.rows)


def keep(facts: dict[str, str], rows: Sequence[LadderRow]) -> None:
    """Keep the rows; where the cache cannot be written, the next run measures again."""
    target = _file(facts)
    climbed = Climbed(facts=facts, measured=time.strftime("%Y-%m-%d"), rows=tuple(rows))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_suffix(f".{os.getpid()}")
        half.write_text(climbed.model_dump_json(indent=1), encoding="utf-8")
        half.replace(target)
    except OSError:
        return


def _module(path: Path) -> bytes:
    """A module without the lines that name its file, which lies in another folder in every run."""
    lines = path.read_bytes().splitlines()
    return b"\n".join(line for line in lines if not line.startswith((b"; ModuleID", b"source_filename")))


def _file(facts: dict[str, str]) -> Path:
    key = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:24]
    return user_cache_path("irloop") / "ladder" / f"{key}.json"


def _gcc_version() -> str:
    found = shutil.which("gcc")
    return run([found, "-dumpfullversion"]).stdout.decode().strip() if found else ""
