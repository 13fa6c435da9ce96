"""The comparison of two texts of IR."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ir.diff import Diff, Fold, Row, blind, changed_words, diff, folded, unified

OLD = """define void @f(ptr %0) #0 {
  %2 = load double, ptr %0, align 8, !tbaa !5
  %3 = fmul double %2, 2.000000e+00
  store double %3, ptr %0, align 8, !tbaa !5
  br label %4

4:                                                ; preds = %1
  ret void
}""".splitlines()
NEW = """define void @f(ptr %0) #3 {
  %2 = load double, ptr %0, align 8, !tbaa !9
  %3 = fmul double %2, %2
  %4 = fmul fast double %2, 2.000000e+00
  store double %4, ptr %0, align 8, !tbaa !9
  br label %5

5:                                                ; preds = %1
  ret void
}""".splitlines()

lines = st.lists(
    st.sampled_from(["  br label %1", "  %2 = add i32 %1, 1", "  ret void", "", "a", "b", "c"]), max_size=30
)


def test_numbering_is_no_difference() -> None:
    assert blind("  %12 = add i32 %3, 4, !dbg !77") == "  %_ = add i32 %_, 4, !dbg !_"
    assert blind("define void @f() #4 {") == "define void @f() #_ {"
    assert blind("  %cmp819 = icmp eq i32 %for.i2, 1") == blind("  %cmp7 = icmp eq i32 %for.i31, 1")
    assert blind("for.body12:") == blind("for.body:") == blind("for.body.3:")
    assert blind("  %cmp = fcmp olt double %x.1, 0.0") == blind("  %cmp3 = fcmp olt double %x.2, 0.0")
    assert blind("17:                ; preds = %3, %9") == blind("8:   ; preds = %2")


def test_names_and_constants_are_a_difference() -> None:
    for left, right in [
        ("@g.1", "@g.2"),
        ("i32 1", "i32 2"),
        ("<4 x i32>", "<8 x i32>"),
    ]:
        assert blind(left) != blind(right)


def test_one_more_instruction_is_one_hunk() -> None:
    found = diff(OLD, NEW)
    assert len(found.hunks) == 1
    assert (found.removed, found.added) == (1, 2)
    changed = [row for row in found.rows if row.kind != "equal"]
    assert changed == [Row("replace", 2, 2), Row("insert", None, 3)]


def test_without_blinding_numbers_count() -> None:
    assert diff(OLD, NEW, blinded=False).added > diff(OLD, NEW).added


@given(lines, lines)
def test_both_texts_can_be_read_back_from_the_rows(old: list[str], new: list[str]) -> None:
    found = diff(old, new)
    assert [row.old for row in found.rows if row.old is not None] == list(range(len(old)))
    assert [row.new for row in found.rows if row.new is not None] == list(range(len(new)))
    for row in found.rows:
        if row.kind == "equal":
            assert row.old is not None
            assert row.new is not None
            assert blind(old[row.old]) == blind(new[row.new])
    for start, end in found.hunks:
        assert all(row.kind != "equal" for row in found.rows[start:end])
    assert sum(end - start for start, end in found.hunks) == sum(row.kind != "equal" for row in found.rows)


@given(lines, lines)
def test_folding_and_unifying_lose_no_line(old: list[str], new: list[str]) -> None:
    found = diff(old, new)
    shown = folded(found)
    assert sum(len(row) if isinstance(row, Fold) else 1 for row in shown) == len(found.rows)
    below = unified(found.rows)
    assert sorted(row.old for row in below if isinstance(row, Row) and row.old is not None) == list(range(len(old)))
    assert [row.new for row in below if isinstance(row, Row) and row.new is not None] == list(range(len(new)))


def test_equal_parts_fold_and_open() -> None:
    old = [f"line {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    new = [*old[:13], "another", *old[14:]]
    shown = folded(diff(old, new))
    assert shown[0] == Fold(0, 10)
    assert shown[-1] == Fold(17, 26)
    assert len(folded(diff(old, new), opened=frozenset({0}))) == len(shown) + 9


def test_nothing_to_compare() -> None:
    assert diff([], []) == Diff((), ())
    assert diff([], ["a"]).rows == (Row("insert", None, 0),)


def test_changed_words_are_the_words_that_changed() -> None:
    old, new = "  %3 = fmul double %2, 2.0", "  %9 = fmul fast double %7, 2.0"
    left, right = changed_words(old, new)
    assert left == []
    assert "".join(new[a:b] for a, b in right).strip() == "fast"
