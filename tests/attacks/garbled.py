"""Replies that are damaged as a whole: wrapped, encoded, disguised, or not code at all."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterator

from driving import fenced
from mutations import GEMM, IR, RECIPE, WORK, Broken, C, c, ir

HOMOGLYPHS = {"i": "\u0456", "o": "\u043e", "e": "\u0435", "a": "\u0430", "c": "\u0441", "p": "\u0440", "x": "\u0445"}
FULL_WIDTH = {ord(digit): 0xFF10 + int(digit) for digit in "0123456789"}
# Each one, put inside a name or a number, breaks it.
INTRUDERS = {
    "NUL": "\0",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a byte order mark": "\ufeff",
    "right-to-left override": "\u202e",
    "a line separator": "\u2028",
    "a next-line character": "\x85",
    "a vertical tab": "\x0b",
    "a form feed": "\x0c",
    "a lone carriage return": "\r",
    "a lone surrogate": "\ud800",
    "a noncharacter": "\uffff",
    "a combining accent": "\u0301",
    "an escape character": "\x1b[31m",
    "a character beyond the first plane": "\U0001f600",
    "a replacement character": "\ufffd",
}


def intruded() -> Iterator[Broken]:
    """One strange character within a name that is declared elsewhere, or within a keyword."""
    for name, char in INTRUDERS.items():
        yield c(f"{name} in a name", C.replace("C[i][j] = sum", f"C[i][j] = s{char}um"))
        yield ir(f"{name} in an opcode", IR.replace("zext", f"ze{char}xt"))
    yield c("a no-break space in a name", C.replace("C[i][j] = sum", "C[i][j] = s\u00a0um"))
    for letter, twin in HOMOGLYPHS.items():
        yield c(f"a Cyrillic {letter} in the name", C.replace("void", "vo\u0456d") if letter == "i" else C.replace(
            "double sum", f"double sum{twin}").replace("C[i][j] = sum", f"C[i][j] = sum{letter}"))  # fmt: skip
    yield c("full-width digits", C.translate(FULL_WIDTH))
    yield ir("full-width digits", IR.translate(FULL_WIDTH))
    yield c("full-width brackets", C.replace("(", "\uff08").replace(")", "\uff09"))
    yield c("a Greek question mark for every semicolon", C.replace(";", "\u037e"))
    yield c("a minus sign that is none", C.replace("alpha *", "\u2212alpha *"))
    yield c("typographic quotes", C.replace("sum = C", "sum = *\u201cC\u201d + C"))
    yield c("text direction that hides the return", C.replace("double sum", "/*\u202e } \u2066*/ return; double sum"))


def wrapped() -> Iterator[Broken]:
    """The right code where no reader looks for it."""
    encoded = base64.b64encode(C.encode()).decode()
    lines = C.split("\n")
    numbered = "\n".join(f"{number:3} {line}" for number, line in enumerate(lines, 1))
    diff = "\n".join(["--- a.c", "+++ b.c", f"@@ -1 +1,{len(lines)} @@", *(f"+{line}" for line in lines)])
    texts = {
        "base64": encoded,
        "base64 in a fence": fenced(encoded),
        "HTML": f"<pre><code>{html.escape(C)}</code></pre>".replace("\n", "<br>\n"),
        "HTML entities in a fence": fenced(C.replace("<", "&lt;").replace("[", "&#91;"), "c"),
        "JSON list": json.dumps([C]),
        "JSON of a tool call": json.dumps({"name": "replace", "arguments": {"text": C}}),
        "a diff in a fence": fenced(diff, "diff"),
        "a diff that takes it away": fenced("\n".join(f"-{line}" for line in lines), "diff"),
        "numbered lines": fenced(numbered, "c"),
        "quoted lines": "\n".join(f"> {line}" for line in lines),
        "on one line behind a comment": fenced("// " + " ".join(lines), "c"),
        "in a comment": fenced(f"/* {C} */", "c"),
        "in a string": fenced(f"const char *code = {json.dumps(C)};", "c"),
        "switched off": fenced(f"#if 0\n{C}\n#endif", "c"),
        "a macro": fenced("#define KERNEL " + C.replace("\n", "\\\n"), "c"),
        "Python": fenced("def kernel_gemm(C, A, B):\n    C[:] = A @ B", "python"),
        "C++": fenced("template <typename T>\n" + C.replace("double", "T"), "cpp"),
        "a lambda": fenced("auto kernel_gemm = [](int ni) { return ni; };", "cpp"),
        "Fortran": fenced("subroutine kernel_gemm(ni)\n  integer :: ni\nend subroutine", "fortran"),
        "assembly": fenced("kernel_gemm:\n\tretq", "asm"),
        "every line twice, the lines of two answers mixed": fenced(
            "\n".join(x for line in lines for x in (line, line))
        ),
        "UTF-16 read as Latin-1": fenced(C.encode("utf-16").decode("latin-1"), "c"),
        "backwards": fenced(C[::-1], "c"),
        "upper case": fenced(C.upper(), "c"),
        "an inner fence": fenced(C.replace("    for (int i", "```c\n    for (int i"), "c"),
        "thought, not said": f"<think>{fenced(C, 'c')}</think>",
        "a declaration": fenced(f"{lines[0]};", "c"),
        "a call": fenced("int main(void) { kernel_gemm(1, 2, 3, 1.5, 1.2, 0, 0, 0); }", "c"),
        "IR in C": fenced(C.replace("double sum", IR.split("\n", maxsplit=1)[0]), "c"),
        "C in IR": fenced(IR.replace("@work", "@kernel_gemm").replace("  ret void", C), "llvm"),
        "two halves in two blocks": fenced(C[:200], "c") + fenced(C[200:], "c"),
    }
    yield from (Broken(name, GEMM, text) for name, text in texts.items())


def not_code() -> Iterator[Broken]:
    """Nothing, or words."""
    texts = {
        "nothing": "",
        "one space": " ",
        "blank lines": "\n" * 1000,
        "tabs": "\t" * 100_000,
        "only a fence": "```",
        "an empty block": "```c\n```",
        "a block of blanks": "```c\n   \n\t\n```",
        "only fences": "```\n" * 5001,
        "a wall of backticks": "`" * 500_000,
        "a refusal": "I'm sorry, but I can't help with that.",
        "a plan": "1. Tile `kernel_gemm` by 32.\n2. Use FMA.\n\n**Expected**: 3x (see `work`).",
        "a table": "| kernel_gemm | speedup |\n|---|---|\n| tiles | 3x |",
        "only NUL": "\0" * 1000,
        "only lone surrogates": "\udfff\ud800" * 1000,
        "only byte order marks": "\ufeff" * 1000,
        "Japanese": "行列積をタイル化すると高速になります。",
        "an HTTP error": "<html><head><title>502 Bad Gateway</title></head></html>",
        "a stack trace": 'Traceback (most recent call last):\n  File "x.py", line 1\nMemoryError',
        "an end-of-text token": "<|endoftext|>" * 100,
        "null": "null",
        "a number": "42",
        "a string": '"void kernel_gemm(void) {}"',
        "an unfinished thought": "<think>First I would tile the loops, then I would",
        "the name many times": "kernel_gemm( " * 50_000,
        "random bytes": bytes(range(256)).decode("latin-1") * 100,
    }
    yield from (Broken(name, GEMM, text) for name, text in texts.items())


def recipes() -> Iterator[Broken]:
    """Recipes that are none."""
    good = json.loads(RECIPE)
    strange: dict[str, object] = {
        "pipeline": ["default<O3>"],
        "start": "binary",
        "target": "gpu",
        "options": ["unroll-count=4"],
        "intent": 7,
        "polly": "certainly",
        "fast_math": ["fast"],
        "prefer_vector_width": 1024,
        "plugin": "/tmp/evil.so",
        "load-pass-plugin": "/tmp/evil.so",
    }
    texts = {f"{name} as {value!r}": json.dumps({**good, name: value}) for name, value in strange.items()}
    options: dict[str, object] = {
        "load": "evil.so", "o": "/tmp/x", "print-after-all": True, "unroll-count": "4;rm",
        "unroll-threshold": "/etc/passwd",
        "inline-threshold": "many", "force-vector-width": -1, "slp-threshold": 1e99, "unroll-count ": 4, "": 4, "\0": 1,
        "vectorize-loops": None, "small-loop-cost": {"a": 1}, "unroll-max-count": 10**30,
    }  # fmt: skip
    texts |= {f"option {name!r} as {v!r}": json.dumps({**good, "options": {name: v}}) for name, v in options.items()}
    pipelines = (
        "", " ", ",", "default<O3", "default<O3>>", "default<O9>", "loop-unroll-fast", "function(", "function)",
        "default<O3>;dce",
        "print", "print<loops>", "dot-cfg", "view-cfg", "instrprof", "pgo-instr-gen", "asan", "internalize", "strip",
        "default<O3>\n,dce", "$(id)", "`id`", "-load=x.so", "default<O3> -o x", "dce," * 100_000,
        "default<O3>,\u0441se",
    )  # fmt: skip
    texts |= {f"pipeline {text[:30]!r}": json.dumps({**good, "pipeline": text}) for text in pipelines}
    texts |= {
        "single quotes": RECIPE.replace('"', "'"),
        "a comma too many": RECIPE.replace("4}", "4},"),
        "a comment": RECIPE.replace("{", "{ // wider", 1),
        "not a number": RECIPE.replace("4}", "NaN}"),
        "a number without end": RECIPE.replace("4}", "9" * 100_000 + "}"),
    }
    for name, text in texts.items():
        yield Broken(f"recipe, {name}", WORK, fenced(text, "json"))


def packed() -> Iterator[Broken]:
    """The right code in a wrapper that models use."""
    yield Broken("JSON around C", GEMM, json.dumps({"code": C}))
    yield Broken("JSON around C in a fence", GEMM, fenced(json.dumps({"language": "c", "code": C}), "json"))
    yield Broken("thoughts before the answer", GEMM, f"<think>{fenced(C[:200], 'c')}</think>{fenced(C, 'c')}")
    yield Broken("the recipe said twice", WORK, fenced(RECIPE + RECIPE, "json"))


READABLE = tuple(packed())
GARBLED = (*intruded(), *wrapped(), *not_code(), *recipes())
