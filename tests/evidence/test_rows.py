"""Rows of arrays, read off a function's address computations."""

from __future__ import annotations

from pipeline.evidence.rows import row_facts
from pipeline.ir.module import find_function

TEXT = """define void @f(i32 %n, ptr %A, ptr noundef %B, ptr %flat, ptr %"odd name") {
entry:
  %local = alloca [9 x double], align 8
  %a = getelementptr inbounds nuw [220 x double], ptr %A, i64 %i
  %b = getelementptr [20 x [30 x float]], ptr %B, i64 %i, i64 %j
  %c = getelementptr inbounds double, ptr %flat, i64 %i
  %d = getelementptr inbounds [9 x double], ptr %local, i64 0, i64 %i
  %e = getelementptr inbounds [4 x i16], ptr %A, i64 %i
  %g = getelementptr inbounds [3 x %struct.s], ptr %B, i64 %i
  ret void
}
"""


def test_rows_have_a_shape_and_a_size_in_bytes() -> None:
    function = find_function(TEXT, "f")
    assert function is not None
    assert row_facts(function) == ("A: 220 x double (1760 bytes)", "B: 20 x 30 x float (2400 bytes)")
