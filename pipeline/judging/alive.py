"""alive-tv, where somebody installed it: does the candidate refine the original, within a bound on loops?

Lopes, Lee, Hur, Liu, Regehr: Alive2: bounded translation validation for LLVM (PLDI 2021). Its exit status is 0 also for
"incorrect" and for time-outs, so its summary is read. What it finds no fault with is never called proved here.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.executor import Limits, run
from pipeline.ir.module import Function
from pipeline.records import Policy
from pipeline.toolchain import tool_environment

UNROLL = 4
SECONDS = 20
SMT_MILLISECONDS = 5000
_FLOATS = re.compile(r"\b(?:half|bfloat|float|double|x86_fp80|fp128)\b")
_SUMMARY = re.compile(r"^\s*(\d+) (correct|incorrect|failed-to-prove|Alive2 errors?)\b", re.M)
_COUNTEREXAMPLE = re.compile(r"ERROR: (.*?)(?=\n\s*\n\s*Summary|\Z)", re.S)


class Finding(StrEnum):
    """What alive-tv's summary amounts to."""

    REFUTED = "refuted"
    NOTHING_FOUND = "no counterexample"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Opinion:
    """One answer: the finding, and words for the verdict."""

    finding: Finding
    detail: str


def find_alive() -> Path | None:
    """The alive-tv that `IRLOOP_ALIVE_TV` names, or the one on the PATH; None without one.

    Raises:
        UsageError: the variable names no program.
    """
    named = os.environ.get("IRLOOP_ALIVE_TV")
    found = shutil.which(named or "alive-tv")
    if named and found is None:
        raise UsageError(f"IRLOOP_ALIVE_TV: there is no program {named}")
    return Path(found) if found else None


def can_speak(original: Function, policy: Policy) -> bool:
    """True where a refutation means a wrong candidate: reordered floating-point sums are no refinement, yet allowed."""
    text = "\n".join((original.header, *original.body))
    return policy is Policy.STRICT or not _FLOATS.search(text)


def ask(alive: Path, original: Path, candidate: Path, name: str, work: Path) -> Opinion:
    """Compare one function of two modules, under a limit on time; facts that alive-tv rejects are left out of both."""
    source, target = work / "alive.src.ll", work / "alive.tgt.ll"
    source.write_text(plain(original.read_text()))
    target.write_text(plain(candidate.read_text()))
    words: list[str | Path] = [alive, f"--func={name}", f"--src-unroll={UNROLL}", f"--tgt-unroll={UNROLL}"]
    words += [f"--smt-to={SMT_MILLISECONDS}", "--disable-undef-input", source, target]
    result = run(words, limits=Limits(SECONDS, SECONDS), env=tool_environment())
    if result.timed_out:
        return Opinion(Finding.UNDECIDED, f"alive-tv: no answer within {SECONDS} s")
    return read_summary(result.stdout.decode("utf-8", "replace"))


def plain(module: str) -> str:
    """A module without `noalias` on parameters and without type-based alias facts, which alive-tv rejects."""
    without = re.sub(r", !tbaa !\d+", "", module)
    return re.sub(r"\bnoalias (?=\S)", "", without)


def read_summary(text: str) -> Opinion:
    """What alive-tv printed, as an opinion."""
    counts = {kind.rstrip("s"): int(count) for count, kind in _SUMMARY.findall(text)}
    if counts.get("incorrect"):
        example = _COUNTEREXAMPLE.search(text)
        lines = example[1].strip().splitlines()[:8] if example else ["incorrect"]
        return Opinion(Finding.REFUTED, "alive-tv: " + "\n".join(line.strip() for line in lines))
    if counts.get("correct") and not counts.get("failed-to-prove") and not counts.get("Alive2 error"):
        bound = f"within {UNROLL} rounds of every loop"
        return Opinion(Finding.NOTHING_FOUND, f"alive-tv: no counterexample {bound}")
    reason = re.search(r"ERROR: (.*)", text)
    return Opinion(Finding.UNDECIDED, f"alive-tv: undecided ({reason[1] if reason else 'no summary'})")
