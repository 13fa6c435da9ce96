from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ir.gate import TOLERATED_FLAGS, allowed_by, check
from pipeline.ir.mend import mend
from pipeline.ir.module import find_function, lines_of
from pipeline.records import Policy

Normalised = Callable[..., str]
Compiled = Callable[..., str]
Rejected = Callable[[str], str]

REFERENCE = """target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.inner = type { double, i32 }
%struct.outer = type { %struct.inner, ptr }

@data = external local_unnamed_addr global [8 x %struct.outer], align 16
@"odd name" = external hidden constant i32, !dbg !1

; Function Attrs: nounwind
define void @hot(ptr %A, i32 %n) #0 {
  ret void
}

declare noundef double @other(double noundef) local_unnamed_addr #1

attributes #0 = { nounwind }
attributes #1 = { nounwind memory(none) }

!1 = !{}
"""
HEADER = [line for line in REFERENCE.split("\n") if line.startswith("target")]


def hot(*body: str, before: str = "", after: str = "", head: str = "define void @hot(ptr %A, i32 %n) {") -> str:
    lines = "\n".join(f"  {line}" for line in body)
    return f"{before}{head}\n{lines}\n  ret void\n}}\n{after}"


def mended(text: str, *, tolerant: bool = True) -> tuple[str, list[str]]:
    return mend(text, REFERENCE, tolerant=tolerant)


def body(text: str) -> list[str]:
    function = find_function(text, "hot")
    assert function is not None
    return [line.strip() for line in function.body]


def test_sound_text_is_left_alone_but_for_its_header(normalised: Normalised) -> None:
    sound = hot(
        '; a comment with # and ; and "one quote',
        "%x = load double, ptr %A ; why !tbaa !7 #3 // fast",
        "%c = icmp eq i32 %n, 0",
        'store [29 x i8] c"// #0 @other !tbaa !7 , !x !8", ptr %A',
        "br i1 %c, label %a, label %b",
        "",
        before='@"a // b" = private constant [13 x i8] c"http://x #1 ;"\n',
    ).replace("  ret void", "a:\n  ret void\nb:\n  ret void")
    text, notes = mended(sound)
    assert notes == []
    assert text == "\n".join(['source_filename = "hot"', *HEADER, sound])
    normalised(text)


def test_target_lines_are_the_references(normalised: Normalised) -> None:
    own = '; ModuleID = "x"\nsource_filename = "x"\n  target triple = "aarch64-linux-gnu"\ntarget datalayout = "E"\n'
    text, notes = mended(hot(before=own))
    assert notes == []
    assert [line for line in lines_of(normalised(text)) if line.startswith("target")] == HEADER
    assert "aarch64" not in text


DEFECTS = {
    "slashes": (
        hot("store i32 0, ptr %A // the first", "  // nothing", before="// a module\n"),
        ["rewrote // comments"],
        ["store i32 0, ptr %A ; the first", "; nothing", "ret void"],
    ),
    "undefined metadata": (
        hot(
            "%x = load double, ptr %A, align 8, !tbaa !7, !alias.scope !8",
            "store double %x, ptr %A, !noalias !9",
            "#dbg_value(i32 %n, !12, !DIExpression(), !15)",
            head="define void @hot(ptr %A, i32 %n) !dbg !4 {",
        ),
        ["dropped metadata"],
        ["%x = load double, ptr %A, align 8", "store double %x, ptr %A", "ret void"],
    ),
    "undefined loop hint": (
        hot("br label %l", "br label %l, !llvm.loop !3")
        .replace("\n  br label %l, ", "\nl:\n  br label %l, ")
        .replace("  ret void\n", ""),
        ["dropped metadata"],
        ["br label %l", "l:", "br label %l"],
    ),
    "loop hint of undefined parts": (
        hot("br label %l", after="!3 = distinct !{!3, !4}\n").replace(
            "  ret void\n", "l:\n  br label %l, !llvm.loop !3\n"
        ),
        ["dropped metadata"],
        ["br label %l", "l:", "br label %l"],
    ),
    "missing declaration of libm": (
        hot("%x = call double @sqrt(double 2.0)", "%y = call float @fmaf(float 1.0, float 1.0, float 1.0)"),
        ["added declarations"],
        ["%x = call double @sqrt(double 2.0)", "%y = call float @fmaf(float 1.0, float 1.0, float 1.0)", "ret void"],
    ),
    "missing declaration of a callee": (
        hot("%x = call double @other(double 2.0)"),
        ["added declarations"],
        ["%x = call double @other(double 2.0)", "ret void"],
    ),
    "missing declaration of memcpy": (
        hot("%x = call ptr @memcpy(ptr %A, ptr %A, i64 0)"),
        ["added declarations"],
        ["%x = call ptr @memcpy(ptr %A, ptr %A, i64 0)", "ret void"],
    ),
    "missing variable and the types it is made of": (
        hot("%x = load double, ptr @data", '%y = load i32, ptr @"odd name"'),
        ["added declarations"],
        ["%x = load double, ptr @data", '%y = load i32, ptr @"odd name"', "ret void"],
    ),
    "missing type": (
        hot("%p = getelementptr %struct.outer, ptr %A, i64 1", "store i8 0, ptr %p"),
        ["added declarations"],
        ["%p = getelementptr %struct.outer, ptr %A, i64 1", "store i8 0, ptr %p", "ret void"],
    ),
}


@pytest.mark.parametrize("case", DEFECTS)
def test_text_that_opt_rejects_is_accepted_after_the_mend(
    normalised: Normalised, rejected: Rejected, case: str
) -> None:
    text, notes, lines = DEFECTS[case]
    assert "error:" in rejected("\n".join([*HEADER, text]))
    better, told = mended(text)
    assert told == notes
    assert body(better) == lines
    normalised(better)
    assert mended(better) == (better, [])


def test_dangling_attribute_groups_which_opt_accepts_silently_are_dropped(
    normalised: Normalised, rejected: Rejected
) -> None:
    text = hot(
        "%x = call double @other(double 1.0) #5 ; #6 stays here",
        "store double %x, ptr %A",
        head="define void @hot(ptr %A, i32 %n) local_unnamed_addr #7 align 16 {",
        after="declare double @other(double) #8\nattributes #8 = { memory(none) }\n",
    )
    assert rejected(text) == ""
    better, notes = mended(text)
    assert notes == ["dropped attribute groups"]
    assert "attributes" not in better
    assert body(better)[0] == "%x = call double @other(double 1.0) ; #6 stays here"
    assert "memory" not in normalised(better)
    assert "define void @hot(ptr %A, i32 %n) local_unnamed_addr align 16 {" in better


def test_defined_loop_hints_survive_and_other_metadata_does_not(normalised: Normalised) -> None:
    text = hot("br label %l").replace(
        "  ret void\n",
        "l:\n  %x = load i32, ptr %A, !range !5\n  br label %l, !llvm.loop !0\n",
    )
    nodes = (
        '!0 = distinct !{!0, !1, !2}\n!1 = !{!"llvm.loop.unroll.disable"}\n'
        '!2 = !{!"llvm.loop.vectorize.width", i32 8}\n'
        '!5 = !{i32 0, i32 2}\n!llvm.ident = !{!6}\n!6 = !{!"; a model // wrote !7"}\n'
    )
    better, notes = mended(text + nodes)
    assert notes == ["dropped metadata"]
    out = normalised(better)
    assert "llvm.loop.vectorize.width" in out
    assert "llvm.loop.unroll.disable" in out
    assert "range" not in out
    assert "!6" not in better


def test_an_internal_function_becomes_external(normalised: Normalised) -> None:
    head = "define internal fastcc void @hot(ptr %A, i32 %n) unnamed_addr {"
    better, notes = mended(hot("call fastcc void @hot(ptr %A, i32 0)", head=head))
    assert notes == ["made the function external"]
    out = normalised(better, "-passes=globaldce")
    function = find_function(out, "hot")
    assert function is not None
    assert check(out, allowed_by(function), Policy.STRICT) is None
    assert body(out)[0] == "call void @hot(ptr %A, i32 0)"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fadd fast double", f"fadd {' '.join(TOLERATED_FLAGS)} double"),
        ("fmul nnan ninf nsz double", "fmul nsz double"),
        ("fdiv contract nnan arcp ninf double", "fdiv contract arcp double"),
        ("frem nnan double", "frem double"),
        ("fsub reassoc double", "fsub reassoc double"),
        ("fcmp fast ogt double", f"fcmp {' '.join(TOLERATED_FLAGS)} ogt double"),
    ],
)
def test_claims_about_data_are_narrowed_under_the_tolerant_policy(
    normalised: Normalised, before: str, after: str
) -> None:
    text = hot(f"%x = {before} 1.0, 2.0")
    assert body(mended(text, tolerant=False)[0])[0] == f"%x = {before} 1.0, 2.0"
    better, notes = mended(text)
    assert body(better)[0] == f"%x = {after} 1.0, 2.0"
    assert bool(notes) == (before != after)
    out = normalised(better)
    function = find_function(out, "hot")
    assert function is not None
    assert check(out, allowed_by(function), Policy.TOLERANT) is None


def test_narrowing_reaches_calls_phis_and_selects_but_no_comment(normalised: Normalised) -> None:
    text = hot(
        "%s = select nnan i1 true, double 1.0, double 2.0",
        "%c = tail call fast double @llvm.sqrt.f64(double %s) ; call fast double",
        "br label %l",
        before="declare double @llvm.sqrt.f64(double)\n",
    ).replace("  ret void\n", "l:\n  %p = phi ninf double [ %c, %0 ]\n  ret void\n")
    better, notes = mended(text)
    assert notes == ["narrowed fast to the tolerated flags"]
    assert "; call fast double" in better
    out = normalised(better)
    assert "nnan" not in out
    assert "ninf" not in out
    assert f"call {' '.join(TOLERATED_FLAGS)} double @llvm.sqrt" in out


@given(st.text(max_size=200))
def test_never_raises_on_any_text(text: str) -> None:
    for tolerant in (True, False):
        better, _ = mended(text, tolerant=tolerant)
        assert better.startswith('source_filename = "hot"\ntarget datalayout')


PIECES = ('"', ";", "//", " #1", ", !tbaa !2", " fast ", "x", " ", "\n", '"7"', "@f", "!0 = ", "call")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_mending_settles(text: str) -> None:
    once, _ = mended(text)
    assert mended(once)[0] == once
