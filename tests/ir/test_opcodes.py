from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.ir.opcodes import ir_line_count, opcode_counts, read_ir

SOURCE = """
#include <math.h>
#include <stdio.h>
struct node { struct node *next; double value; };
double sum(const struct node *n, int mode) {
  double total = 0;
  for (; n; n = n->next)
    switch (mode) {
    case 1: total += n->value; break;
    case 5: total -= sqrt(n->value); break;
    case 9: total *= n->value; break;
    case 40: printf("a;b {%f\\n", total); break;
    default: return total / 3;
    }
  return total;
}
void saxpy(int n, float a, const float *restrict x, float *restrict y) {
  for (int i = 0; i < n; i++) y[i] = a * x[i] + y[i];
}
"""


def llvm_tool(name: str) -> str:
    """The newest installed LLVM's `name`; these tests are about its output, so its absence is a failure."""
    folders = sorted(Path("/usr/lib").glob("llvm-*/bin"), key=lambda p: -int(p.parent.name.split("-")[1]))
    found = [str(path / name) for path in folders if (path / name).exists()] or [shutil.which(name) or ""]
    assert found[0], f"{name} is not installed"
    return found[0]


def emit(tmp_path: Path, *flags: str) -> Path:
    source, target = tmp_path / "t.c", tmp_path / "t.ll"
    source.write_text(SOURCE)
    subprocess.run([llvm_tool("clang"), *flags, "-S", "-emit-llvm", source, "-o", target], check=True)
    return target


def properties(path: Path) -> dict[str, int]:
    """LLVM's own counts, added over all functions."""
    command = [llvm_tool("opt"), "-passes=print<func-properties>", "-disable-output", str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    counts: dict[str, int] = {}
    for name, value in re.findall(r"^(\w+): (\d+)$", printed, re.MULTILINE):
        counts[name] = counts.get(name, 0) + int(value)
    return counts


@pytest.mark.parametrize(
    "flags", [["-O1"], ["-O3"], ["-O3", "-g"], ["-O3", "-ffast-math", "-fno-vectorize"]], ids=" ".join
)
def test_counts_are_those_of_llvm(tmp_path: Path, flags: list[str]) -> None:
    path = emit(tmp_path, *flags)
    counts, theirs = opcode_counts(path.read_text()), properties(path)
    assert sum(counts.values()) == theirs["TotalInstructionCount"] > 30
    assert counts["load"] == theirs["LoadInstCount"]
    assert counts["store"] == theirs["StoreInstCount"]
    assert counts["switch"] == 1 and counts["phi"] > 1


MODULE = """\
; ModuleID = 'm'
@table = constant [2 x ptr] [
  ptr getelementptr inbounds (i8, ptr @x, i64 8),
  ptr null
]
@text = constant [9 x i8] c"add ; } {\\00"

declare void @callee(ptr, ...) nounwind
declare i32 @__gxx_personality_v0(...)

define { i32, i32 } @f(i32 %n, ptr %p)
    personality ptr @__gxx_personality_v0 {
entry:                                            ; preds = %0
  ; add is not here
    #dbg_value(i32 %n, !10, !DIExpression(), !12)
  %"odd name; {" = load i32, ptr %p, align 4, !tbaa !5
  switch i32 %n, label %other [
    i32 0, label %br
    i32 1, label %other
  ]

br:                                               ; preds = %entry
  tail call void (ptr, ...) @callee(ptr
      getelementptr inbounds (i8, ptr @table, i64 8), i32 3)
  %c = musttail call i32 @g(i32 %n), !dbg !3
  invoke void @callee(ptr %p)
          to label %other unwind label %pad

pad:
  %l = landingpad { ptr, i32 }
          cleanup
          catch ptr null
  resume { ptr, i32 } %l

"quoted: label": br label %other
other:
  call void @llvm.assume(i1 true)
  store ptr
      getelementptr (i8, ptr @table, i64 8), ptr %p
  %v = newfangled <4 x float> %x
  ret { i32, i32 } { i32 1,
     i32 2 }
}

define void @empty() {
  ret void
}
!5 = !{!"add", i64 0}
"""


def test_text_laid_out_freely() -> None:
    assert opcode_counts(MODULE) == {
        "call": 3,
        "ret": 2,
        "br": 1,
        "invoke": 1,
        "landingpad": 1,
        "load": 1,
        "newfangled": 1,
        "resume": 1,
        "store": 1,
        "switch": 1,
    }


def test_most_frequent_kind_comes_first() -> None:
    assert next(iter(opcode_counts(MODULE))) == "call"


def test_lines_without_blanks_and_comments() -> None:
    assert ir_line_count("; a\n\n  ; b\n  ret void ; c\n\t\n}\n") == 2
    assert ir_line_count("") == 0


@given(st.text())
def test_any_text_is_counted(text: str) -> None:
    inside = "define void @f() {\n" + text + "\n}\n"
    assert all(count > 0 for count in opcode_counts(inside).values())
    assert 0 <= ir_line_count(text) <= len(text.splitlines())


@given(st.lists(st.sampled_from(["  %a = load i32, ptr %p", "  store i32 %a, ptr %p", "; store", "x:", ""])))
def test_counts_add_up_over_lines(lines: list[str]) -> None:
    counts = opcode_counts("define void @f(ptr %p) {\n" + "\n".join(lines) + "\n}\n")
    assert counts.get("load", 0) == sum("load" in line for line in lines)
    assert counts.get("store", 0) == lines.count("  store i32 %a, ptr %p")
    assert counts.keys() <= {"load", "store"}


def test_only_ir_text_is_read(tmp_path: Path) -> None:
    ir, bitcode, c = tmp_path / "a.ll", tmp_path / "a.bc", tmp_path / "a.c"
    ir.write_text(MODULE)
    bitcode.write_bytes(b"BC\xc0\xde\x35\x14")
    c.write_text("int main(void) {}\n")
    assert read_ir(ir) == MODULE
    for path, reason in ((bitcode, "llvm-dis"), (c, "no LLVM IR"), (tmp_path / "none.ll", "No such file")):
        with pytest.raises(UsageError, match=reason):
            read_ir(path)
