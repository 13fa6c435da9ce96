"""Replies that are small and ask for much: of the compiler, of the machine, or of irloop's own reading of them."""

from __future__ import annotations

import json

from cheats_in_c import inside
from driving import fenced
from mutations import GEMM, IR, WORK, Broken, c, ir

USES = "C[0][0] += 0 * big[ni];"


def nested(opening: str, closing: str, depth: int, core: str = "") -> str:
    """One thing inside another, `depth` times."""
    return opening * depth + core + closing * depth


def with_entry(instructions: str) -> str:
    """The good IR with instructions at its start."""
    return IR.replace("entry:", f"entry:\n{instructions}")


def blocks(count: int) -> str:
    """A function that only walks from block to block."""
    walk = "\n".join(f"b{i}:\n  br label %b{i + 1}" for i in range(count))
    head = "define void @work(ptr %a, ptr %out, i32 %n) {\nentry:\n  br label %b0"
    return f"{head}\n{walk}\nb{count}:\n  ret void\n}}"


def switches(count: int) -> str:
    """A jump table with `count` cases, and so as many edges into one block."""
    cases = "\n".join(f"    i32 {i}, label %go" for i in range(count))
    return with_entry(f"  switch i32 %n, label %go [\n{cases}\n  ]\ngo:").replace("%entry ]", "%go ]")


# What irloop's own reading of a module takes linear time for: IR that means nothing new.
LONG_MODULES = {
    "attribute groups": "attributes #0 = { nounwind }\n" * 30_000,
    "slashes": "//" * 450_000,
    "semicolons": ";" * 900_000,
    "quotes": '"' * 900_000,
    "braces": "}\n" * 450_000,
    "names": "@x = " * 180_000,
    "types": "%t = type { %t }\n" * 50_000,
    "flags on no instruction": " fast" * 180_000,
}


def included(depth: int) -> str:
    """A file that would include itself."""
    return "".join(f"#if __INCLUDE_LEVEL__ < {depth}\n#include __FILE__\n#include __FILE__\n#endif\n" for _ in "12")


# The compiler has to give up, or the gate, or the program: all must be rejected.
BOMBS = (
    c("nested brackets", inside(f"C[0][0] += {nested('(', ')', 200_000, '1')};")),
    c("nested blocks", inside(nested("{", "}", 200_000))),
    c("nested brackets of arrays", inside(f"C[0][0] += {nested('C[(int)', ']', 50_000, '0')};")),
    c("nested conditions", inside("if (ni) " * 100_000 + ";")),
    c("signs", inside(f"C[0][0] += 0 * ({'- ' * 300_000}1);")),
    c("nested calls of a macro", inside(f"C[0][0] += {nested('F(', ')', 5_000)};", outside="#define F(x) (x)\n")),
    c("a type of pointers to functions", inside(f"void {nested('(*', ')(void)', 60_000, 'f')};")),
    c("includes itself", included(150) + inside()),
    c("includes itself by name", '#include "candidate.c"\n' + inside()),
    c("includes what gives for ever", "#include </dev/zero>\n" + inside()),
    c("an array beyond all memory", inside(USES, outside="static const char big[1ull << 62] = {1};")),
    c("an array on the stack", inside("volatile char big[1ull << 40]; big[0] = 1;")),
    c("a vector beyond all bounds", inside(USES, outside="int big __attribute__((vector_size(1ull << 62)));")),
    c("an integer beyond all bounds", inside("_BitInt(2000000000) n = ni; C[0][0] += 0 * (double)(n * n);")),
    c("alignment beyond all bounds", inside("_Alignas(1ull << 60) char big[8]; big[0] = 1; C[0][0] += 0 * big[0];")),
    c("half a million errors", inside("x;" * 150_000)),
    c("pasted for ever", inside("C[0][0] += P(P(P(;", outside="#define P(x) x##x P\n")),
    c("a counter in every name", inside("C[0][0] += N(__COUNTER__)" * 20_000, outside="#define N(x) n_##x\n")),
    ir("a nested type", f"{IR}\n%t = type {nested('{', '}', 200_000, 'i32')}"),
    ir("a type of arrays of arrays", f"{IR}\n%t = type {nested('[2 x ', ']', 100_000, 'i32')}"),
    ir("a nested constant", f"{IR}\n@k = internal constant {nested('{', '}', 50_000, 'i32')} {nested('{', '}', 9)}"),
    ir("a type of itself", f"{IR}\n%t = type {{ %t, %t }}\n@k = internal constant %t zeroinitializer"),
    ir("an array beyond all memory", IR.replace("ret void", "%q = load i8, ptr @z\n  ret void", 1)
       + "\n@z = internal constant [4611686018427387904 x i8] zeroinitializer"),
    ir("memory on the stack", with_entry("  %h = alloca [1000000000000 x i8]\n  store i8 1, ptr %h")),
    ir("an integer beyond all bounds", with_entry("  %h = zext i32 %n to i99999999")),
    ir("a vector beyond all bounds", with_entry("  %h = alloca <4294967295 x i8388607>")),
    ir("a value that needs itself", with_entry("  %h = add i32 %h, 1")),
    ir("thirty thousand blocks", blocks(30_000)),
    ir("twenty thousand cases", switches(20_000).replace("fmul", "fadd")),
    ir("calls without end", IR.replace("  ret double %s", "  %r = call double @twice(double %s)\n  ret double %r")),
    ir("metadata that needs itself", IR.replace("zext", "zexd") + "\n!0 = distinct !{!0, !0}\n!1 = !{!1}"),
    Broken("a recipe of a hundred thousand passes", WORK, fenced(json.dumps({"pipeline": "dce" + ",dce" * 99_999}))),
    Broken("forty thousand options", WORK, fenced(json.dumps({"options": {f"o{i}": 1 for i in range(40_000)}}))),
    Broken("a recipe nested too deeply", WORK, fenced(nested('{"a":', "}", 100_000, "1"))),
    Broken("a recipe of brackets", WORK, fenced('{"options": ' + nested("[", "]", 300_000) + "}")),
    Broken("a number of almost a million digits", WORK, fenced('{"options": {"unroll-count": ' + "9" * 900_000 + "}}")),
    Broken("passes inside passes", WORK, fenced(json.dumps({"pipeline": nested("function(", ")", 10_000, "dce")}))),
    *(Broken(f"fifty megabytes of {name}", GEMM, text * (50_000_000 // len(text)))
      for name, text in (("x", "x"), ("fences", "```c\n"), ("blank lines", "\n"), ("recipes", '{"start": "o3"}'))),
)  # fmt: skip

# Almost a million characters each, which irloop itself reads before any compiler does.
LONG_READS = {
    "brackets": "(" * 900_000,
    "braces and words": "f(){" * 200_000,
    "types on one line": "int " * 220_000 + "?",
    "one long word": "x" * 900_000,
    "words that may be types": "x_t " * 200_000 + "?",
    "the function's name": "kernel_gemm(" * 70_000,
    "specifiers": "static inline " * 60_000 + "kernel_gemm() { }",
    "directives that go on": "#define \\\n" * 90_000,
    "comments that do not end": "/*" * 450_000,
    "quotes": '"' * 900_000,
    "apostrophes": "'" * 900_000,
    "fences of every length": "\n".join("`" * (3 + i % 1000) for i in range(1700)),
    "fences in turn": "```\n~~~\n" * 110_000,
    "define without end": "define " * 120_000,
    "names in quotes": 'define void @"' * 60_000,
    "spaces before a fence": (" " * 90_000 + "x\n") * 10,
    "spaces": " " * 900_000 + "x",
    "thoughts": "<think></think>" * 60_000,
    "objects": '{"a":' * 180_000,
    "lines of blanks": "   \n" * 220_000 + "x",
}

# As LONG_READS and LONG_MODULES, but read in a time that grows with the square of their length.
SLOW_READ = '\\"' * 450_000
SLOW_MODULES = {
    "blank lines": "\n" * 900_000 + "; end",
    "metadata that does not end": ", !x !{" * 120_000,
    "calls of metadata that do not end": " !x !y(" * 120_000,
    "loops with a long chain of hints": "; , !llvm.loop !0\n" * 20_000
    + "".join(f"!{i} = !{{!{i + 1}}}\n" for i in range(25_000)),
}
# Directives that the compiler sees and a reader may take for part of a comment.
_HIDDEN = {
    "behind an apostrophe in skipped text": ("#if 0\nit's /*\n#endif\n", "\n#if 0\nit's */\n#endif\n"),
    "behind a raw string": ('static const char *s = R"("/*)";\n', "\n/* */\n"),
}
INCLUDES = {name: f'{before}#include "%s"{after}{inside()}' for name, (before, after) in _HIDDEN.items()}
