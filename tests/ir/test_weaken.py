from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.ir.mend import set_attributes, weaken
from pipeline.ir.module import find_function, lines_of
from pipeline.toolchain import Toolchain

Normalised = Callable[..., str]
Compiled = Callable[..., str]


def hot(*body: str, after: str = "", head: str = "define void @hot(ptr %A, i32 %n) {") -> str:
    lines = "\n".join(f"  {line}" for line in body)
    return f"{head}\n{lines}\n  ret void\n}}\n{after}"


def body(text: str) -> list[str]:
    function = find_function(text, "hot")
    assert function is not None
    return [line.strip() for line in function.body]


CLAIMS = hot(
    "%a = add nuw nsw i32 %n, 1",
    "%b = sub nsw i32 %a, %n",
    "%c = mul nuw i32 %a, %b",
    "%d = shl nuw nsw i32 %c, 1",
    "%e = ashr exact i32 %d, 1",
    "%f = sdiv exact i32 %e, 3",
    "%g = or disjoint i32 %f, 1",
    "%h = zext nneg i32 %g to i64",
    "%i = uitofp nneg i32 %g to double",
    "%j = getelementptr inbounds double, ptr %A, i64 %h",
    '%"k nsw " = add nsw i64 %h, 2',
    "store double %i, ptr %j",
    'store [17 x i8] c"add nsw  noalias ", ptr %A',
    "%r = call nonnull ptr @help(ptr noalias nonnull dereferenceable(8) %A, i32 range(i32 0, 9) %n)",
    head="define void @hot(ptr noalias nocapture readonly align 8 %A, i32 noundef %n) {",
    after="define internal nonnull ptr @help(ptr noalias returned writeonly %p, i32 %nsw) {\n  ret ptr %p\n}\n"
    '@s = private constant [9 x i8] c" noalias "\n',
)
GONE = ("nsw ", "nuw ", "exact", "disjoint", "nneg", "nonnull", "dereferenceable", "range(", "readonly", "returned")


def test_weakening_drops_claims_and_nothing_else(normalised: Normalised) -> None:
    text = normalised(CLAIMS)
    weaker = normalised(weaken(text))
    assert weaken(weaker) == weaker
    lines = [line for line in lines_of(weaker) if '"' not in line]
    assert [word for word in (*GONE, "noalias") if any(f" {word}" in line for line in lines)] == []
    assert 'c"add nsw  noalias "' in weaker
    assert 'c" noalias "' in weaker
    assert '%"k nsw " = add i64 %h, 2' in weaker
    assert "getelementptr inbounds double, ptr %A" in weaker
    assert "ptr align 8" in weaker
    assert "i32 noundef %n" in weaker


def test_weakening_changes_what_the_optimiser_may_conclude(normalised: Normalised) -> None:
    text = normalised(
        "define i1 @hot(i32 %n) {\n  %a = add nsw i32 %n, 1\n  %c = icmp sgt i32 %a, %n\n  ret i1 %c\n}\n"
    )
    assert "ret i1 true" in normalised(text, "-passes=instcombine")
    assert "ret i1 true" not in normalised(weaken(text), "-passes=instcombine")


def test_weakening_newer_claims(llvm: Toolchain, normalised: Normalised) -> None:
    if llvm.major < 20:
        pytest.skip("samesign and nusw came with LLVM 20")
    text = normalised(
        hot(
            "%c = icmp samesign ult i32 %n, 7",
            "%p = getelementptr inbounds nuw i8, ptr %A, i64 8",
            "%q = getelementptr nusw nuw i8, ptr %A, i64 8",
            "%t = trunc nuw nsw i32 %n to i8",
        )
    )
    assert body(normalised(weaken(text)))[:4] == [
        "%c = icmp ult i32 %n, 7",
        "%p = getelementptr inbounds i8, ptr %A, i64 8",
        "%q = getelementptr i8, ptr %A, i64 8",
        "%t = trunc i32 %n to i8",
    ]


def test_weakening_real_code_keeps_it_valid(compiled: Compiled, normalised: Normalised) -> None:
    text = compiled(
        "int hot(const int *restrict a, int *restrict b, int n) {"
        " int t = 0; for (int i = 0; i < n; i++) { b[i] = a[i] * 3 + (a[i] >> 1); t += b[n - i - 1]; } return t; }",
        "-O3",
    )
    assert "nsw" in text
    assert "noalias" in text
    weaker = normalised(weaken(text))
    assert " nsw " not in weaker
    assert "noalias " not in weaker.split("attributes #")[0]


def test_all_functions_get_irloops_attributes(normalised: Normalised) -> None:
    text = normalised(
        hot(
            "call void @help() #3",
            head='define void @hot(ptr %A, i32 %n) local_unnamed_addr noinline "x{"="y" align 32 {',
            after="define internal void @help() #2 {\n  ret void\n}\ndeclare void @other() #2\n"
            'attributes #2 = { alwaysinline "target-cpu"="core2" }\nattributes #3 = { memory(none) }\n',
        )
    )
    out = normalised(set_attributes(text, "hot", {"target-cpu": "x86-64-v3", "target-features": "+avx2,+fma"}))
    groups = [line for line in lines_of(out) if line.startswith("attributes")]
    assert groups == ['attributes #0 = { nounwind "target-cpu"="x86-64-v3" "target-features"="+avx2,+fma" }']
    for name in ("hot", "help"):
        function = find_function(out, name)
        assert function is not None
        assert " #0 " in function.header
    assert "align 32" in out
    with pytest.raises(ValueError, match="@nope is not defined"):
        set_attributes(text, "nope", {})
