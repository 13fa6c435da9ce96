"""Good replies, and what becomes of them when they are damaged: each text here is certainly wrong, or marked otherwise.

`BROKEN` must be rejected. `MENDABLE` has one plausible meaning left, the right one, and must be accepted with it.
`DOUBTFUL` may have kept its meaning: when it is accepted, somebody else has to check it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from driving import fenced

C = """void kernel_gemm(int ni, int nj, int nk, double alpha, double beta, double C[NI][NJ],
                 double A[NI][NK], double B[NK][NJ])
{
    for (int i = 0; i < ni; i++)
        for (int j = 0; j < nj; j++) {
            double sum = C[i][j] * beta;
            for (int k = 0; k < nk; k++)
                sum += alpha * A[i][k] * B[k][j];
            C[i][j] = sum;
        }
}"""
IR = """define void @work(ptr %a, ptr %out, i32 %n) {
entry:
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %loop, label %done
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %wide = zext i32 %i to i64
  %from = getelementptr double, ptr %a, i64 %wide
  %to = getelementptr double, ptr %out, i64 %wide
  %x = load double, ptr %from
  %y = call double @twice(double %x)
  store double %y, ptr %to
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
define internal double @twice(double %x) {
  %t = fmul double %x, 2.0
  %s = fadd double %t, 1.0
  ret double %s
}"""
RECIPE = """{
  "intent": "wider vectors",
  "start": "source",
  "pipeline": "default<O3>",
  "target": "native",
  "options": {"unroll-count": 4}
}"""
GEMM, WORK = "gemm", "work"


@dataclass(frozen=True)
class Broken:
    """A whole reply and the lab that it answers; `code` is the text inside its fence, for checks of the meaning."""

    name: str
    lab: str
    reply: str
    code: str = ""


def c(name: str, code: str) -> Broken:
    """Damaged C for gemm."""
    return Broken(f"C, {name}", GEMM, fenced(code, "c"), code)


def ir(name: str, code: str) -> Broken:
    """Damaged IR for work."""
    return Broken(f"IR, {name}", WORK, fenced(code, "llvm"), code)


def truncated() -> Iterator[Broken]:
    """Cut off before the last brace, the fence open or closed."""
    pieces = ((c, C, GEMM), (ir, IR, WORK), (lambda name, code: Broken(name, WORK, fenced(code, "json")), RECIPE, WORK))
    for make, code, lab in pieces:
        last = code.rindex("}")
        for step in range(24):
            cut = last * step // 23
            whole = make(f"cut at {cut} of {len(code)}", code[:cut])
            yield Broken(f"{lab} {whole.name}", lab, whole.reply if step % 2 else whole.reply[: -len("\n```\n")])


def without_a_line() -> Iterator[Broken]:
    """No line of the good replies can be spared, but the only way out of a function that returns nothing."""
    for make, code in ((c, C), (ir, IR)):
        lines = code.split("\n")
        for number, line in enumerate(lines):
            if line == "  ret void":
                continue
            yield make(f"without {line.strip()[:40]!r}", "\n".join(lines[:number] + lines[number + 1 :]))


def with_a_line_twice() -> Iterator[Broken]:
    """Repeated lines; writing the same result twice and a second way out are harmless and left out.

    So is a value of IR that is computed twice: `computed_twice`.
    """
    harmless = ("            C[i][j] = sum;", "  store double %y, ptr %to", "  ret void", "  ret double %s")
    for make, code in ((c, C), (ir, IR)):
        for number, line in enumerate(code.split("\n")):
            if line not in harmless and not line.startswith("  %"):
                yield make(f"twice {line.strip()[:40]!r} ({number})", repeated(code, number))


def repeated(code: str, number: int) -> str:
    """The code with one line standing twice."""
    lines = code.split("\n")
    return "\n".join([*lines[: number + 1], *lines[number:]])


def computed_twice() -> Iterator[Broken]:
    """A value under the same name again, which LLVM does not accept and which can only be meant as that value."""
    for number, line in enumerate(IR.split("\n")):
        if line.startswith("  %"):
            yield ir(f"computed twice {line.strip()[:40]!r}", repeated(IR, number))


def slips() -> Iterator[Broken]:
    """What models write although LLVM does not accept it."""
    yield ir("nothing returned, nothing said", IR.replace("  ret void\n", ""))
    yield ir("an integer for a floating-point number", IR.replace("2.0", "2"))
    yield ir("a C++ comment", IR.replace("done:", "done: // nothing left"))
    yield ir(
        "a phi behind a computation",
        IR.replace("  %x = load", "  %again = phi i32 [ 0, %entry ], [ %i, %loop ]\n  %x = load"),
    )


def swapped() -> Iterator[Broken]:
    """Two neighbouring lines exchanged: doubtful, some pairs may stand in any order."""
    for make, code in ((c, C), (ir, IR)):
        lines = code.split("\n")
        for number in range(len(lines) - 1):
            changed = [*lines[:number], lines[number + 1], lines[number], *lines[number + 2 :]]
            yield make(f"swapped at {number + 1}", "\n".join(changed))


C_TOKENS = (
    ("i < ni", "i <= ni"), ("j < nj", "j > nj"), ("k < nk", "k < ni"), ("k < nk", "k < nk - 1"), ("i++", "i += 2"),
    ("j++", "j--"), ("k = 0", "k = 1"), ("* beta", "+ beta"), ("* beta", "* alpha"), ("+=", "-="), ("+=", "="),
    ("A[i][k]", "A[k][i]"), ("B[k][j]", "B[j][k]"), ("A[i][k]", "B[i][k]"), ("C[i][j] = sum", "C[j][i] = sum"),
    ("C[i][j] = sum", "A[i][j] = sum"), ("double sum", "int sum"), ("double sum", "const double sum"),
    ("double sum", "volatile int sum"), ("alpha *", "beta *"), ("alpha *", "2 *"), ("sum;", "sum"), ("sum;", "sum,"),
    ("{\n", "[\n"), ("(int i", "(int 1"), ("for", "while"), ("for", "from"), ("int j", "float *j"),
    ("C[i][j] = sum", "C[i][j] == sum"), ("alpha * A[i][k]", "alpha"), ("sum +=", "return; sum +="),
    ("sum +=", "break; sum +="), ("C[i][j] * beta", "0"), ("double alpha,", ""), ("void", "int"), ("void", "double"),
    ("double A[NI][NK]", "float A[NI][NK]"), ("int ni, int nj", "long ni, int nj"), ("int ni,", "int *ni,"),
    ("double A[NI][NK], double B[NK][NJ]", "double B[NK][NJ], double A[NI][NK]"), ("int nk", "int nk, ..."),
    ("double beta", "double beta, int more"), ("kernel_gemm", "Kernel_gemm"), ("kernel_gemm", "kernel_gemm_fast"),
    ("kernel_gemm", "kernel-gemm"), ("kernel_gemm", ""), ("double B[NK][NJ])", "struct { double b[8]; } B)"),
)  # fmt: skip
IR_TOKENS = (
    ("sgt", "slt"), ("slt i32 %next", "sgt i32 %next"), ("2.0", "3.0"), ("1.0", "-1.0"), ("fmul", "fadd"),
    ("fadd", "fdiv"), ("fmul", "mul"), ("load double", "load float"), ("load double", "load i64"),
    ("i32 %n)", "i64 %n)"),
    ("ptr %a", "i64 %a"), ("phi i32", "phi i64"), ("label %loop,", "label %nowhere,"), ("%wide", "%wider"),
    ("zext", "sext_in"), ("zext", "trunc"), ("@work", "@wörk"), ("@work", "@other"), ("ret void", "ret i32 0"),
    ("define void", "define i32"), ("define void", "declare void"), ("{\nentry", "\nentry"), ("entry:", "start:"),
    ("[ 0, %entry ]", "[ 1, %entry ]"), ("[ 0, %entry ], ", ""), ("add i32 %i, 1", "add i32 %i, 2"),
    ("i32 %i, 1", "i32 1"),
    ("double %y, ptr %to", "double %x, ptr %to"), ("double %y, ptr %to", "double %y, ptr %from"), ("ptr %to", "%to"),
    ("double, ptr %out", "float, ptr %out"), ("@twice(double %x)\n", "@thrice(double %x)\n"), ("icmp", "fcmp"),
    ("call double", "call float"), ("ptr %a, ptr %out", "ptr %out, ptr %a"), ("getelementptr", "gep"),
    ("%more, label %loop", "%more, label %entry"), ("[ %next, %loop ]", "[ %next, %done ]"),
    ("double %s", "double undef"), ("double %s", "double poison"), ("fmul double", "fmul <2 x double>"),
)  # fmt: skip


def changed() -> Iterator[Broken]:
    """One token changed, always in meaning or against the grammar."""
    for make, code, pairs in ((c, C, C_TOKENS), (ir, IR, IR_TOKENS)):
        for old, new in pairs:
            assert old in code, old
            yield make(f"{old.strip()!r} as {new.strip()!r}", code.replace(old, new, 1))


BROKEN = (*truncated(), *without_a_line(), *with_a_line_twice(), *changed())
MENDABLE = (*computed_twice(), *slips())
DOUBTFUL = tuple(swapped())
