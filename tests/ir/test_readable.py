"""IR for reading."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.ir.module import find_function
from pipeline.ir.readable import readable

SOURCE = "double f(const double *a, int n) { double t = 0; for (int i = 0; i < n; i++) t += a[i]; return t; }"


def test_comments_stand_behind_their_lines_and_change_nothing_else(compiled: Callable[..., str]) -> None:
    text = compiled(SOURCE, "-O2")
    function = find_function(text, "f")
    assert function
    place = next(place for place, line in enumerate(function.body) if "fadd" in line)
    plain, commented = readable(text, "f").splitlines(), readable(text, "f", {place: "97.0 %"}).splitlines()
    changed = [(old, new) for old, new in zip(plain, commented, strict=True) if old != new]
    assert len(changed) == 1
    assert "fadd" in changed[0][0] and changed[0][1] == f"{changed[0][0]}  ; 97.0 %"
    assert "!tbaa" not in "".join(commented)


BLOCKS = """define void @f(i1 %c) {
entry:
  br i1 %c, label %cold.1, label %hot
cold.1:
  %a = add i32 1, 1
  br label %"cold 2"
"cold 2":
  br label %hot
hot:
  %h = add i32 2, 2
  br i1 %c, label %hot, label %end
end:
  ret void
}
"""


def test_blocks_that_hardly_run_can_be_left_out() -> None:
    function = find_function(BLOCKS, "f")
    assert function
    place = next(place for place, line in enumerate(function.body) if "%h = " in line)
    assert readable(BLOCKS, "f", {place: "90.0 %"}, cold=False).splitlines() == [
        "define void @f(i1 %c) {",
        "entry:",
        "  br i1 %c, label %cold.1, label %hot",
        "; (5 lines of blocks that hardly ever run)",
        "hot:",
        "  %h = add i32 2, 2  ; 90.0 %",
        "  br i1 %c, label %hot, label %end",
        "; (2 lines of blocks that hardly ever run)",
        "}",
    ]
