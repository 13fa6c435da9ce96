"""The candidate under AddressSanitizer: memory errors that leave the results right, until they do not.

Only the hot function is instrumented, by LLVM's own pass over its IR; the rest of the program stays as it is, with
the sanitizer's allocator around its heap blocks (Serebryany et al., USENIX ATC 2012).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CompileError, ToolError
from pipeline.executor import Result
from pipeline.ir.module import attributes_start
from pipeline.judging.cases import Case
from pipeline.judging.harness import Harness, private_module
from pipeline.judging.sandbox import Invocation, observe

FOUND = 86  # the exit status that the sanitizer is told to use
OPTIONS = f"detect_leaks=0:symbolize=0:exitcode={FOUND}:hard_rss_limit_mb=8192:allocator_may_return_null=1"
LINK = "-fsanitize=address"
# What code says to be left out of the instrumentation.
_EVASIONS = re.compile(r" disable_sanitizer_instrumentation\b|, !nosanitize !\d+|, no_sanitize_address\b")
_KIND = re.compile(r"ERROR: AddressSanitizer: (\S+)")
_ACCESS = re.compile(r"^(READ|WRITE) of size (\d+)", re.M)
_PLACE = re.compile(r"is located (\d+) bytes (before|after|inside of) (\d+)-byte region")


@dataclass(frozen=True)
class Sanitizer:
    """A sanitizer that works here and finds nothing in the reference, on these inputs."""

    harness: Harness
    cases: tuple[Case, ...]

    def check(self, module: Path, work: Path, invocation: Invocation) -> str | None:
        """What is wrong with the memory accesses of a candidate's module, or None."""
        try:
            binary = build(self.harness, module, work)
        except (ToolError, CompileError) as error:
            return f"it cannot be instrumented: {str(error).splitlines()[0][:200]}"
        return first_error(binary, self.cases, invocation)


def prepare(
    harness: Harness, module: Path, cases: Iterable[Case], invocation: Invocation, status: int, work: Path
) -> Sanitizer | str:
    """Try the sanitizer on the reference itself, which ends with `status`; words say why it is of no use here.

    Replaced sizes on which the reference itself goes beyond its memory are not among the sanitizer's inputs.
    """
    chosen = tuple(case for case in cases if case.extra is None)
    try:
        binary = build(harness, module, work)
    except (ToolError, CompileError) as error:
        return f"AddressSanitizer cannot be built in: {str(error).splitlines()[-1][:200]}"
    seen = observe(binary, invocation, memory=None, environment={"ASAN_OPTIONS": OPTIONS})
    if seen.result.status != status and not report(seen.result):
        return f"AddressSanitizer does not run here ({seen.result.describe()})"
    faults = {case: found for case in chosen if (found := first_error(binary, (case,), invocation))}
    if problem := next((found for case, found in faults.items() if not case.size), None):
        return f"AddressSanitizer finds fault with the program itself: {problem}"
    return Sanitizer(harness, tuple(case for case in chosen if case not in faults))


def build(harness: Harness, module: Path, work: Path) -> Path:
    """Instrument a module that holds the hot function and link it.

    Raises:
        ToolError: the pass or the code generator fails.
        CompileError: the sanitizer's library is not installed.
    """
    work.mkdir(parents=True, exist_ok=True)
    marked, checked, target = work / "asan.marked.ll", work / "asan.ll", work / "asan.o"
    text = private_module(module.read_text(), harness)
    marked.write_text("\n".join(map(_sanitized, text.splitlines())) + "\n")
    tools = harness.toolchain
    tools.must("opt", "-S", "-passes=asan", marked, "-o", checked)
    tools.object(checked, target)
    binary = work / "program-asan"
    tools.link([target, *harness.objects, *harness.split.objects], binary, *harness.wraps, LINK)
    return binary


def _sanitized(line: str) -> str:
    if 'c"' not in line:
        line = _EVASIONS.sub("", line)
    if not line.startswith("define"):
        return line
    at = attributes_start(line)
    return f"{line[:at]} sanitize_address{line[at:]}"


def first_error(binary: Path, cases: Iterable[Case], invocation: Invocation) -> str | None:
    """Run on each input until the sanitizer finds something; its finding in words."""
    for case in cases:
        seen = observe(
            binary,
            case.start(invocation),
            seed=case.seed,
            size=case.size,
            memory=None,
            environment={"ASAN_OPTIONS": OPTIONS},
        )
        found = report(seen.result)
        if found:
            return f"{found}, on {case.describe()}"
    return None


def report(result: Result) -> str | None:
    """AddressSanitizer's report in short, or None when the run ended without one."""
    text = result.stderr.decode("utf-8", "replace")
    kind = _KIND.search(text)
    if kind is None or result.status != FOUND:
        return None
    access, place = _ACCESS.search(text), _PLACE.search(text)
    words = [kind[1]]
    if access:
        words.append(f"{access[1].lower()} of {access[2]} bytes")
    if place:
        words.append(f"{place[1]} bytes {place[2]} a block of {place[3]} bytes")
    return ", ".join(words)
