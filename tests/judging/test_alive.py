"""What is made of alive-tv's answers: a counterexample rejects, everything else is an opinion with its bound."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import UsageError
from pipeline.ir.module import find_function
from pipeline.judging import alive
from pipeline.judging.alive import Finding, can_speak, find_alive, plain, read_summary
from pipeline.records import Outcome, Policy, Reason

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab

PAIR = """
----------------------------------------
define void @prefix(i32 %0, ptr nocapture %1, ptr nocapture %2) nofree {
%3:
  ret void
}
=>
define void @prefix(i32 %0, ptr nocapture %1, ptr nocapture %2) nofree {
%3:
  ret void
}
"""


def summary(correct: int = 0, incorrect: int = 0, failed: int = 0, errors: int = 0) -> str:
    return (
        f"\nSummary:\n  {correct} correct transformations\n  {incorrect} incorrect transformations\n"
        f"  {failed} failed-to-prove transformations\n  {errors} Alive2 errors\n"
    )


CORRECT = f"{PAIR}Transformation seems to be correct!\n{summary(correct=1)}"
INCORRECT = (
    f"{PAIR}Transformation doesn't verify!\n\nERROR: Value mismatch\n\nExample:\ni32 %0 = #x00000001 (1)\n"
    f"ptr %1 = pointer(non-local, block_id=1, offset=0)\n\nSource value: #x00000001 (1)\nTarget value: #x00000002 (2)\n"
    f"\n{summary(incorrect=1)}"
)
TIMEOUT = f"{PAIR}Transformation couldn't be proved correct!\n\nERROR: Timeout\n{summary(failed=1)}"
UNSUPPORTED = f"ERROR: Unsupported instruction: %9 = call <4 x i32> @llvm.masked.load\n{summary(errors=1)}"
UNSUPPORTED_ATTRIBUTE = f"ERROR: Unsupported attribute: noalias\n{summary(errors=3)}"
TWO = f"{PAIR}Transformation seems to be correct!\n{PAIR}Transformation seems to be correct!\n{summary(correct=2)}"
ONE_WRONG = (
    f"{PAIR}Transformation seems to be correct!\n{PAIR}Transformation doesn't verify!\n\n"
    f"ERROR: Target's return value is more undefined\n\nExample:\ni32 %0 = poison\n\n{summary(correct=1, incorrect=1)}"
)
ONE_OPEN = f"{PAIR}Transformation seems to be correct!\n{PAIR}ERROR: Out of memory\n{summary(correct=1, failed=1)}"
ONE_BROKEN = f"{PAIR}Transformation seems to be correct!\n{summary(correct=1, errors=1)}"
NOTHING_COMPARED = summary()
CRASH = "PLEASE submit a bug report\nStack dump:\n0. Program arguments: alive-tv\n"

REFUTED, NOTHING_FOUND, UNDECIDED = Finding.REFUTED, Finding.NOTHING_FOUND, Finding.UNDECIDED
OUTPUTS = {
    "correct": (CORRECT, NOTHING_FOUND, "alive-tv: no counterexample within 4 rounds of every loop"),
    "incorrect": (INCORRECT, REFUTED, "alive-tv: Value mismatch"),
    "timeout": (TIMEOUT, UNDECIDED, "alive-tv: undecided (Timeout)"),
    "unsupported instruction": (UNSUPPORTED, UNDECIDED, "alive-tv: undecided (Unsupported instruction: %9 = call"),
    "unsupported attribute": (UNSUPPORTED_ATTRIBUTE, UNDECIDED, "alive-tv: undecided (Unsupported attribute: noalias)"),
    "two right functions": (TWO, NOTHING_FOUND, "alive-tv: no counterexample"),
    "one function of two is wrong": (ONE_WRONG, REFUTED, "alive-tv: Target's return value is more undefined"),
    "one function of two is open": (ONE_OPEN, UNDECIDED, "alive-tv: undecided (Out of memory)"),
    "one function of two is not read": (ONE_BROKEN, UNDECIDED, "alive-tv: undecided"),
    "nothing compared": (NOTHING_COMPARED, UNDECIDED, "alive-tv: undecided (no summary)"),
    "crash": (CRASH, UNDECIDED, "alive-tv: undecided (no summary)"),
    "silence": ("", UNDECIDED, "alive-tv: undecided (no summary)"),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_answer_is_read_by_its_summary(name: str) -> None:
    text, finding, words = OUTPUTS[name]
    opinion = read_summary(text)
    assert opinion.finding is finding
    assert opinion.detail.startswith(words), opinion.detail
    assert "prove" not in opinion.detail.lower().replace("failed-to-prove", "")


def test_a_refutation_shows_its_counterexample_and_not_the_summary() -> None:
    detail = read_summary(INCORRECT).detail
    assert "i32 %0 = #x00000001 (1)" in detail
    assert "Target value: #x00000002 (2)" in detail
    assert "Summary" not in detail and "transformations" not in detail


def test_a_long_counterexample_is_cut() -> None:
    long = INCORRECT.replace("Example:", "Example:\n" + "\n".join(f"i32 %v{i} = 0" for i in range(500)))
    assert len(read_summary(long).detail.splitlines()) <= 8


def test_a_refutation_without_an_example_is_one_all_the_same() -> None:
    opinion = read_summary(summary(incorrect=1))
    assert (opinion.finding, opinion.detail) == (Finding.REFUTED, "alive-tv: incorrect")


HEADER = "define {0} @hot(ptr %a) {{\n{1}\n}}\n"


@pytest.mark.parametrize(
    ("result", "body", "floats"),
    [
        ("i32", "  ret i32 1", False),
        ("void", "  ret void", False),
        ("double", "  ret double 0.0", True),
        ("void", "  store float 1.0, ptr %a\n  ret void", True),
        ("void", "  %v = load <4 x double>, ptr %a\n  ret void", True),
        ("void", "  %r = call half @llvm.fabs.f16(half 0xH3C00)\n  ret void", True),
        ("i32", "  %doubled = add i32 1, 1\n  ret i32 %doubled", False),
    ],
)
def test_under_tolerant_nothing_is_said_of_floating_point(result: str, body: str, floats: bool) -> None:
    hot = find_function(HEADER.format(result, body), "hot")
    assert hot is not None
    assert can_speak(hot, Policy.STRICT)
    assert can_speak(hot, Policy.TOLERANT) is not floats


def test_facts_that_alive_tv_rejects_are_left_out() -> None:
    text = "define void @f(ptr noalias noundef %p) {\n  %v = load i32, ptr %p, align 4, !tbaa !5\n  ret void\n}\n"
    assert plain(text) == "define void @f(ptr noundef %p) {\n  %v = load i32, ptr %p, align 4\n  ret void\n}\n"
    assert plain('@t = constant [7 x i8] c"noaliases"\n') == '@t = constant [7 x i8] c"noaliases"\n'


def test_alive_tv_is_found_by_variable_or_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("IRLOOP_ALIVE_TV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_alive() is None
    program(tmp_path / "alive-tv", "")
    assert find_alive() == tmp_path / "alive-tv"
    other = program(tmp_path / "other", "")
    monkeypatch.setenv("IRLOOP_ALIVE_TV", str(other))
    assert find_alive() == other
    monkeypatch.setenv("IRLOOP_ALIVE_TV", "/nowhere/alive-tv")
    with pytest.raises(UsageError, match="no program /nowhere/alive-tv"):
        find_alive()


def program(path: Path, text: str, status: int = 0, before: str = "") -> Path:
    """A stand-in that notes its arguments and prints `text`."""
    path.write_text(
        f"#!{sys.executable}\nimport json, pathlib, sys, time\n"
        f"pathlib.Path({str(path) + '.args'!r}).write_text(json.dumps(sys.argv[1:]))\n{before}\n"
        f"sys.stdout.write({text!r})\nsys.exit({status})\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


LINEAR = "void prefix(int n, const int *a, int *sum)\n"
LINEAR += "{ int s = 0; for (int i = 0; i < n; i++) { s = (s ^ a[i]) + 1; sum[i] = s; } }\n"


def test_a_counterexample_rejects(prefix: Lab, decide: Decide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IRLOOP_ALIVE_TV", str(program(tmp_path / "alive", INCORRECT)))
    for policy in Policy:
        verdict = decide(prefix.judge(policy), LINEAR)
        assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.REFUTED), verdict
        assert "Value mismatch" in verdict.detail and "#x00000002" in verdict.detail
        assert verdict.speedup is None


@pytest.mark.parametrize("name", ["correct", "timeout", "unsupported instruction", "crash", "nothing compared"])
def test_any_other_answer_is_shown_and_decides_nothing(
    prefix: Lab, decide: Decide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    text, _, words = OUTPUTS[name]
    status = -6 if name == "crash" else 0
    monkeypatch.setenv("IRLOOP_ALIVE_TV", str(program(tmp_path / "alive", text, status)))
    verdict = decide(prefix.judge(), LINEAR)
    assert verdict.outcome is not Outcome.REJECTED, verdict
    assert verdict.alive.startswith(words)
    shown = verdict.model_dump_json().lower()
    assert "proved" not in shown and "proven" not in shown and "verified correct" not in shown


def test_it_is_asked_about_the_hot_function_of_both_modules(prefix: Lab, tmp_path: Path) -> None:
    tool = program(tmp_path / "alive", CORRECT)
    hot = prefix.split.hot
    opinion = alive.ask(tool, hot, hot, "prefix", tmp_path)
    assert opinion.finding is Finding.NOTHING_FOUND
    words = json.loads((tmp_path / "alive.args").read_text())
    assert (
        "--func=prefix" in words and f"--src-unroll={alive.UNROLL}" in words and f"--tgt-unroll={alive.UNROLL}" in words
    )
    source, target = (Path(word).read_text() for word in words[-2:])
    assert source == target == plain(hot.read_text())


def test_an_answer_that_does_not_come_is_undecided(
    prefix: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(alive, "SECONDS", 1)
    tool = program(tmp_path / "alive", CORRECT, before="time.sleep(60)")
    opinion = alive.ask(tool, prefix.split.hot, prefix.split.hot, "prefix", tmp_path)
    assert (opinion.finding, opinion.detail) == (Finding.UNDECIDED, "alive-tv: no answer within 1 s")


def test_under_tolerant_it_is_not_asked_about_doubles(
    matvec: Lab, decide: Decide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (
        "void matvec(int n, const double *A, const double *x, double *y)\n"
        "{ for (int i = n - 1; i >= 0; i--)"
        " { double s = 0; for (int j = 0; j < n; j++) s += A[i * n + j] * x[j]; y[i] = s; } }"
    )
    monkeypatch.setenv("IRLOOP_ALIVE_TV", str(program(tmp_path / "alive", INCORRECT)))
    verdict = decide(matvec.judge(Policy.TOLERANT), text)
    assert verdict.outcome is not Outcome.REJECTED, verdict
    assert verdict.alive == ""
    assert not (tmp_path / "alive.args").exists()
    assert decide(matvec.judge(Policy.STRICT), text).reason is Reason.REFUTED


def test_without_alive_tv_nothing_is_said(prefix: Lab, decide: Decide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alive, "find_alive", lambda: None)
    verdict = decide(prefix.judge(), LINEAR)
    assert verdict.outcome is not Outcome.REJECTED
    assert verdict.alive == ""
