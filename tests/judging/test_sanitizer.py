"""Memory errors that leave the results right: found where AddressSanitizer works, and said so where it does not."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.errors import CompileError
from pipeline.events import AnyEvent, StepStarted
from pipeline.executor import GIB, Result
from pipeline.judging import sanitize
from pipeline.judging.judge import Judge
from pipeline.judging.reference import Reference, prepare
from pipeline.judging.sandbox import Observation, observe
from pipeline.judging.sanitize import FOUND, report
from pipeline.records import Candidate, Outcome, Policy, Reason, Verdict

if TYPE_CHECKING:
    from tests.judging.conftest import Lab, MakeLab

PROGRAM = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void smooth(long n, const double *a, double *out)
{
    for (long i = 0; i < n; i++) out[i] = 0.5 * a[i] + 1.0;
}
int main(void)
{
    double *a = calloc(100, sizeof *a), *out = calloc(100, sizeof *out);
    for (int i = 0; i < 100; i++) a[i] = i;
    smooth(100, a, out);
    printf("%.3f\\n", out[99]);
}
"""
HEAD = "void smooth(long n, const double *a, double *out)\n"
LOOP = "for (long i = 0; i < n; i++) out[i] = 0.5 * a[i] + 1.0;"
WRONG = {
    "reads after a heap block": (
        "",
        f"{LOOP} if (a[n] == 123.25) out[0] = 9;",
        "heap-buffer-overflow, read of 8 bytes, 0 bytes after a block of 800 bytes",
    ),
    "reads before a heap block": (
        "",
        f"{LOOP} if (a[-1] == 123.25) out[0] = 9;",
        "heap-buffer-overflow, read of 8 bytes, 8 bytes before a block of 800 bytes",
    ),
    "writes after a heap block": (
        "",
        f"{LOOP} if (n == 100) out[n] = 5;",
        "heap-buffer-overflow, write of 8 bytes, 0 bytes after a block of 800 bytes",
    ),
    "reads after a heap block with other sizes only": (
        "",
        f"{LOOP} if (n == 97 && a[100] == 123.25) out[0] = 9;",
        "heap-buffer-overflow, read of 8 bytes, 0 bytes after a block of 800 bytes, on a hidden input with sizes that",
    ),
    "reads after a local array": (
        "",
        f"double t[8] = {{n, a[1]}}; {LOOP} if (t[n / 12 + (a[2] > 0)] == 1e300) out[0] = 9;",
        "stack-buffer-overflow, read of 8 bytes",
    ),
    "writes after a local array": (
        "",
        f"double t[9]; for (long i = 0; i < n % 16 + 6; i++) t[i] = a[i]; {LOOP} if (t[n % 9] == 1e300) out[0] = t[2];",
        "stack-buffer-overflow, write of ",
    ),
    "reads after a table": (
        "static const double table[8] = {1, 5, 2, 4, 8, 3, 9, 6};\n",
        f"{LOOP} if (table[n / 12 + (a[2] > 0)] == a[3] - 1e300) out[0] = 9;",
        "global-buffer-overflow, read of 8 bytes",
    ),
}
RIGHT = {
    "in place of a loop": "long i = n; while (i-- > 0) out[i] = 1.0 + 0.5 * a[i];",
    "through a local array": (
        "double t[16]; for (long i = 0; i < n; i += 16) { long m = n - i < 16 ? n - i : 16;"
        " __builtin_memcpy(t, a + i, m * sizeof *t); for (long j = 0; j < m; j++) out[i + j] = 0.5 * t[j] + 1.0; }"
    ),
    "with a table": "static const double t[2] = {0.5, 1}; for (long i = 0; i < n; i++) out[i] = t[0] * a[i] + t[1];",
    "with vectors": (
        "typedef double four __attribute__((vector_size(32), aligned(8))); long i = 0;"
        " for (; i + 4 <= n; i += 4) *(four *)(out + i) = 0.5 * *(const four *)(a + i) + 1.0;"
        " for (; i < n; i++) out[i] = 0.5 * a[i] + 1.0;"
    ),
}


@pytest.fixture
def smooth(make_lab: MakeLab) -> Lab:
    """Half an array plus one; both arrays on the heap."""
    return make_lab(PROGRAM, "smooth", timeout=5)


def unmeasured(judge: Judge, code: str) -> Verdict | None:
    """The verdict on a candidate, or None as soon as it is verified and would be measured."""
    text = f"An attempt.\n\n```c\n{code}\n```\n"
    steps: Generator[AnyEvent, None, Verdict]
    steps = judge.judge(Candidate(id="c1", iteration=1, proposer="test", label="", text=text), None)
    while True:
        try:
            event = next(steps)
        except StopIteration as end:
            found: Verdict = end.value
            return found
        if isinstance(event, StepStarted) and event.step == "measure":
            return None


@pytest.mark.parametrize("name", WRONG)
def test_a_memory_error_that_leaves_the_results_right_is_found(smooth: Lab, name: str) -> None:
    outside, body, words = WRONG[name]
    verdict = unmeasured(smooth.judge(), f"{outside}{HEAD}{{ {body} }}")
    assert verdict is not None
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.SANITIZER), verdict
    assert verdict.detail.startswith(words), verdict.detail


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("name", RIGHT)
def test_a_right_version_has_no_memory_error(smooth: Lab, name: str, policy: Policy) -> None:
    assert unmeasured(smooth.judge(policy), f"{HEAD}{{ {RIGHT[name]} }}") is None


def test_the_sanitizer_looks_at_hidden_data_and_other_sizes_too(smooth: Lab) -> None:
    sanitizer = smooth.reference.sanitizer
    assert sanitizer is not None
    assert sanitizer.cases == tuple(wanted.case for wanted in smooth.reference.expected)
    assert len(sanitizer.cases) == 7
    assert not any("AddressSanitizer" in note for note in smooth.reference.notes)


def again(lab: Lab, work: Path) -> Reference:
    work.mkdir()
    return prepare(lab.harness, lab.invocation, 7, work, lab.program)


def without(lab: Lab, found: Reference) -> Judge:
    judge = lab.judge()
    judge.reference = found
    return judge


@pytest.mark.parametrize("flag", ["-fno-sanitize=all", "-l:libclang_rt.asan_that_nobody_installed.a"])
def test_without_the_sanitizers_library_the_note_says_so(
    smooth: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, flag: str
) -> None:
    monkeypatch.setattr(sanitize, "LINK", flag)
    found = again(smooth, tmp_path / "reference")
    assert found.sanitizer is None
    (note,) = [note for note in found.notes if "AddressSanitizer" in note]
    assert note.startswith("no AddressSanitizer step: AddressSanitizer cannot be built in: ")
    # The other steps go on: what the sanitizer alone sees gets through, what they see does not.
    overrun = WRONG["reads after a heap block"][1]
    assert unmeasured(without(smooth, found), f"{HEAD}{{ {overrun} }}") is None
    verdict = unmeasured(without(smooth, found), f"{HEAD}{{ {LOOP} out[n / 2] = 0; }}")
    assert verdict is not None
    assert verdict.reason is Reason.RESULT


def test_where_the_sanitizer_cannot_run_the_note_says_so(
    smooth: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def in_little_memory(*words: Any, **more: Any) -> Observation:
        return observe(*words, **{**more, "memory": GIB})  # its shadow alone takes terabytes of address space

    monkeypatch.setattr(sanitize, "observe", in_little_memory)
    found = again(smooth, tmp_path / "reference")
    assert found.sanitizer is None
    assert any(note.startswith("no AddressSanitizer step: AddressSanitizer does not run here") for note in found.notes)


def test_where_the_original_is_at_fault_the_note_says_so_and_candidates_are_not_blamed(make_lab: MakeLab) -> None:
    lab = make_lab(PROGRAM.replace("i < n; i++", "i < n + (a[n] == 123.25); i++"), "smooth", timeout=5)
    found = lab.reference
    assert found.sanitizer is None
    words = "finds fault with the program itself: heap-buffer-overflow, read of 8 bytes, 0 bytes after a block of 800"
    assert any(words in note for note in found.notes), found.notes
    assert unmeasured(lab.judge(), f"{HEAD}{{ {LOOP} if (a[n] == 123.25) out[0] = 9; }}") is None


def test_a_candidate_that_cannot_be_instrumented_is_not_taken_for_right(
    smooth: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = smooth.judge()
    assert judge.reference.sanitizer is not None

    def fail(*_: object) -> Path:
        raise CompileError("no such pass\nsecond line")

    monkeypatch.setattr(sanitize, "build", fail)
    verdict = unmeasured(judge, f"{HEAD}{{ {RIGHT['in place of a loop']} }}")
    assert verdict is not None
    assert (verdict.reason, verdict.detail) == (Reason.SANITIZER, "it cannot be instrumented: no such pass")


TEXT = b"""=================================================================
==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x5130000001a0 at pc 0x0 bp 0x1 sp 0x2
READ of size 8 at 0x5130000001a0 thread T0
    #0 0x55  (/x/program-asan+0x1) (BuildId: 1)
0x5130000001a0 is located 0 bytes after 800-byte region [0x1,0x2)
"""


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        (FOUND, TEXT, "heap-buffer-overflow, read of 8 bytes, 0 bytes after a block of 800 bytes"),
        (
            FOUND,
            TEXT.replace(b"READ", b"WRITE"),
            "heap-buffer-overflow, write of 8 bytes, 0 bytes after a block of 800",
        ),
        (FOUND, b"==7==ERROR: AddressSanitizer: SEGV on unknown address 0x0\n", "SEGV"),
        (FOUND, b"my own message\n", None),
        (0, TEXT, None),
        (1, b"", None),
        (FOUND, b"\xff\xfe", None),
    ],
)
def test_a_report_in_short(status: int, text: bytes, words: str | None) -> None:
    found = report(Result(status, b"", text))
    assert (found is None) if words is None else (found or "").startswith(words)
