"""Every repair against the LLVMs installed here: opt rejects the text before and accepts what comes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.ir.literals import mend_literals
from pipeline.ir.remedy import remedy

Normalised = Callable[..., str]
Rejected = Callable[[str], str]
HEAD = "define double @hot(ptr %A, i32 %n, double %s, <4 x double> %v) {"


def hot(*body: str, head: str = HEAD) -> str:
    """A function: lines that end in a colon are labels."""
    return "\n".join([head, *(line if line.endswith(":") else f"  {line}" for line in body), "}", ""])


def mended(text: str, rejected: Rejected) -> tuple[str, list[str]]:
    """Repair until opt is content or no repair applies."""
    notes: list[str] = []
    while message := rejected(text):
        repaired = remedy(text, message)
        if repaired is None:
            break
        text = repaired[0]
        notes.append(repaired[1])
        assert len(notes) < 10
    return text, notes


CASES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a value defined twice": (
        hot("%x = add i32 %n, 1", "%x = add i32 %x, 2", "%y = add i32 %x, %x", "ret double %s"),
        "renamed values that were defined twice",
        ("%x.2 = add i32 %x, 2", "%y = add i32 %x.2, %x.2"),
    ),
    "a value defined three times": (
        hot("%x = add i32 %n, 1", "%x = add i32 %x, 2", "%x = add i32 %x, 3", "%y = mul i32 %x, 2", "ret double %s"),
        "renamed values that were defined twice",
        ("%x.2 = add i32 %x, 2", "%x.3 = add i32 %x.2, 3", "%y = mul i32 %x.3, 2"),
    ),
    "numbers that go backward": (
        hot("%7 = add i32 %n, 1", "%5 = add i32 %7, 2", "br label %9", "9:", "ret double %s"),
        "named values that were numbered out of order",
        ("%v.5 = add i32 %v.7, 2", "br label %v.9"),
    ),
    "an integer for a double": (
        hot("%x = fmul fast double %s, -2", "store double 3, ptr %A", "ret double %x"),
        "rewrote floating-point literals",
        ("%x = fmul fast double %s, -2.0", "store double 3.0"),
    ),
    "a decimal that no float is": (
        hot("%x = fmul float %f, 0.1", "ret float %x", head="define float @hot(float %f) {"),
        "rewrote floating-point literals",
        ("%x = fmul float %f, 0x3FB99999A0000000",),
    ),
    "a literal for a vector": (
        hot("%x = fmul <4 x double> %v, 2", "ret double %s"),
        "rewrote floating-point literals",
        ("%x = fmul <4 x double> %v, splat (double 2.0)",),
    ),
    "literals in a vector": (
        hot("%x = fadd <2 x double> <double 1, double 2>, <double 3, double 4.5>", "ret double %s"),
        "rewrote floating-point literals",
        ("<double 1.0, double 2.0>, <double 3.0, double 4.5>",),
    ),
    "an integer coming into a phi": (
        hot("entry:", "br label %l", "l:", "%a = phi double [ 0, %entry ], [ %a, %l ]", "br label %l"),
        "rewrote floating-point literals",
        ("phi double [ 0.0, %entry ], [ %a, %l ]",),
    ),
    "an i32 index": (
        hot("%p = getelementptr double, ptr %A, i64 %n", "%q = add nsw i64 5, %n", "ret double %s"),
        "converted values that were used with a wider type",
        ("%n.i64 = sext i32 %n to i64", "i64 %n.i64", "add nsw i64 5, %n.i64"),
    ),
    "an i32 coming into a wider phi": (
        hot("entry:", "br label %l", "l:", "%i = phi i64 [ 0, %entry ], [ %n, %l ]", "br label %l"),
        "converted values that were used with a wider type",
        ("[ 0, %entry ], [ %n.i64, %l ]",),
    ),
    "an i32 that is a phi itself": (
        hot("entry:", "br label %l", "l:", "%i = phi i32 [ 0, %entry ], [ 1, %l ]",
            "%p = getelementptr double, ptr %A, i64 %i", "br label %l"),
        "converted values that were used with a wider type",
        ("%i.i64 = sext i32 %i to i64", "i64 %i.i64"),
    ),
    "a scalar factor": (
        hot("%x = fmul <4 x double> %s, %v", "%y = fmul <4 x double> %x, %s", "ret double %s"),
        "converted values that were used with a wider type",
        ("insertelement <4 x double> poison, double %s, i64 0", "fmul <4 x double> %s.4xdouble, %v",
         "%y = fmul <4 x double> %x, %s.4xdouble"),
    ),
    "a phi that is not first": (
        hot("entry:", "br label %l", "l:", "%z = add i32 %n, 1", "%i = phi i32 [ 0, %entry ], [ %z, %l ]",
            "br label %l"),
        "moved phis to the top of their blocks",
        ("l:\n  %i = phi i32 [ 0, %entry ], [ %z, %l ]\n  %z = add",),
    ),
    "a block that runs into the next": (
        hot("entry:", "%z = add i32 %n, 1", "l:", "ret double %s"),
        "added missing terminators",
        ("br label %l\nl:",),
    ),
    "a function without its return": (
        hot("entry:", "store i8 0, ptr %A", head="define void @hot(ptr %A) {"),
        "added missing terminators",
        ("ret void\n}",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_slip_with_one_plausible_meaning_is_repaired(case: str, normalised: Normalised, rejected: Rejected) -> None:
    text, name, wanted = CASES[case]
    assert rejected(text)
    after, notes = mended(text, rejected)
    normalised(after)
    assert set(notes) == {name}
    for part in wanted:
        assert part in after


@pytest.mark.parametrize(
    "body",
    [
        ("%z = add i32 %q, 1", "ret double %s"),
        ("%z = add i32 %x, 1", "%x = add i32 %n, 1", "ret double %s"),
        ("%x = add i32 %n, 2.5", "ret double %s"),
        ("%w = sext i32 %n to i64", "%x = add i32 %w, 1", "ret double %s"),
        ("%x = fadd double %s, %v", "ret double %s"),
        ("br label %l", "%z = add i32 %n, 1", "l:", "ret double %s"),
        ("entry:", "%z = add i32 %n, 1"),
        ("entry:", "br i1 true, label %l, label %k", "k:", "br label %l", "l:", "%i = phi i32 [ 0, %entry ]",
         "ret double %s"),
    ],
)  # fmt: skip
def test_what_has_no_plausible_meaning_is_left_to_the_proposer(body: tuple[str, ...], rejected: Rejected) -> None:
    text = hot(*body)
    message = rejected(text)
    assert message
    assert remedy(text, message) is None


def test_only_the_function_with_the_problem_changes(rejected: Rejected) -> None:
    other = "define double @other(double %x) {\n  ret double %x\n}\n"
    text = other + hot("%x = add i32 %n, 1", "%x = add i32 %x, 2", "ret double %s") + other.replace("other", "third")
    after, _ = mended(text, rejected)
    assert after.startswith(other)
    assert after.endswith(other.replace("other", "third"))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("  %x = add i32 %n, 2", "  %x = add i32 %n, 2"),
        ("  %x = fadd double %a, 0x3FF0000000000000", "  %x = fadd double %a, 0x3FF0000000000000"),
        ("  %x = fmul float %a, 0.5", "  %x = fmul float %a, 0.5"),
        ("  %x = fmul double %a, 1e-3", "  %x = fmul double %a, 1.0e-3"),
        ("  %p = getelementptr double, ptr %A, i64 2", "  %p = getelementptr double, ptr %A, i64 2"),
        ("  %c = fcmp fast olt double %a, 4, !x !1", "  %c = fcmp fast olt double %a, 4.0, !x !1"),
        ("  %y = call double @fabs(double -3)", "  %y = call double @fabs(double -3.0)"),
        ("  %a = alloca [4 x double], align 8", "  %a = alloca [4 x double], align 8"),
        ("  ret <2 x float> <float 0.1, float 2>", "  ret <2 x float> <float 0x3FB99999A0000000, float 2.0>"),
    ],
)  # fmt: skip
def test_literals(line: str, wanted: str) -> None:
    assert mend_literals(line) == wanted


@pytest.mark.parametrize("message", ["", "opt: x.ll:900:1: error: expected instruction opcode", "killed by SIGSEGV"])
def test_a_message_about_nothing_changes_nothing(message: str) -> None:
    assert remedy(hot("ret double %s"), message) is None
