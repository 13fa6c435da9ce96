"""The optimiser's record files: a real one, and scalars in every quoting that LLVM writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evidence.remarks import read_remarks

GEMM = (Path(__file__).parents[1] / "data" / "remarks" / "gemm.yaml").read_text()


def document(message: str, *, kind: str = "Missed", optimiser: str = "licm") -> str:
    return f"""--- !{kind}
Pass:            {optimiser}
Name:            Something
DebugLoc:        {{ File: 'a, b.c', Line: 7,
                   Column: 3 }}
Function:        f
Args:
{message}...
"""


def test_a_real_record_gives_telling_remarks_with_places_and_counts() -> None:
    remarks = {(remark.optimiser, remark.name, remark.line, remark.column): remark for remark in read_remarks(GEMM)}
    licm = remarks["licm", "LoadWithLoopInvariantAddressInvalidated", 22, 36]
    assert (licm.kind, licm.count, licm.file) == ("missed", 12, "/home/user/gemm.c")
    assert licm.message == ("failed to move load with loop-invariant address because the loop may invalidate its value")
    vectorised = remarks["loop-vectorize", "Vectorized", 21, 13]
    assert vectorised.message == "vectorized loop (vectorization width: 2, interleaved count: 2)"
    assert ("slp-vectorizer", "NotPossible", None, None) in remarks
    assert not read_remarks(GEMM, "another_function")
    assert all(remark in read_remarks(GEMM) for remark in read_remarks(GEMM, "kernel_gemm"))
    assert len(read_remarks(GEMM, "kernel_gemm")) == 10


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("  - String:  'it''s '\n  - Callee:  foo\n    DebugLoc: { File: x.c, Line: 1, Column: 2 }\n", "it's foo"),
        (
            '  - String:  "loop not vectorized:"\n  - String:  "\\nUnknown data dependence."\n',
            "loop not vectorized: Unknown data dependence.",
        ),
        ("  - String:  |\n      two\n      lines\n  - Cost:  '3'\n", "two lines3"),
        ("  - String:  'a long one that\n      goes on'\n", "a long one that goes on"),
        ("  - String:  plain words\n", "plain words"),
    ],
)
def test_arguments_join_to_the_message(argument: str, message: str) -> None:
    (remark,) = read_remarks(document(argument))
    assert remark.message == message
    assert (remark.file, remark.line, remark.column) == ("a, b.c", 7, 3)


@pytest.mark.parametrize(
    ("kind", "optimiser", "kept"),
    [
        ("Missed", "licm", True),
        ("Passed", "licm", False),
        ("AnalysisFPCommute", "loop-vectorize", True),
        ("Passed", "loop-vectorize", True),
        ("Analysis", "size-info", False),
        ("Failure", "loop-vectorize", False),
    ],
)
def test_only_telling_kinds_are_kept(kind: str, optimiser: str, kept: bool) -> None:
    assert bool(read_remarks(document("  - String: x\n", kind=kind, optimiser=optimiser))) == kept


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1))
def test_single_quoted_text_is_read_back(text: str) -> None:
    quoted = text.replace("'", "''")
    (remark,) = read_remarks(document(f"  - String:          'x{quoted}x'\n"))
    assert remark.message == " ".join(f"x{text}x".split())


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read_remarks(text)
    read_remarks(f"--- !Missed\n{text}")


def test_an_analysis_without_a_position_explains_the_next_missed_optimisation() -> None:
    why = document(
        "  - String: 'unsafe, see '\n  - File: '/home/a/b.c:1'\n", kind="Analysis", optimiser="loop-vectorize"
    )
    why = re.sub(r"DebugLoc:.*\n.*\n", "", why)
    other = document("  - String: x\n", optimiser="licm").replace("Line: 7", "Line: 99")
    missed = document("  - String: loop not vectorized\n", optimiser="loop-vectorize")
    first, *_ = read_remarks(why + other + missed)
    assert (first.kind, first.message, first.line, first.column) == ("analysis", "unsafe, see b.c:1", 7, 3)
    (alone,) = read_remarks(why)
    assert alone.line is None
