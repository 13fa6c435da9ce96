"""How many instructions of each kind an LLVM module holds, read from its text.

Works on what `opt -S` and clang print and on hand-written or model-written text that is laid out freely, as
long as an instruction begins on a line of its own. It never fails: what is no instruction is not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError

# Instructions that stand without `%result =`; any other word at a line's start continues the line before.
_OPCODE_NAMES = """
ret br switch indirectbr invoke callbr resume catchswitch catchret cleanupret unreachable
fneg add fadd sub fsub mul fmul udiv sdiv fdiv urem srem frem shl lshr ashr and or xor
extractelement insertelement shufflevector extractvalue insertvalue
alloca load store fence cmpxchg atomicrmw getelementptr
trunc zext sext fptrunc fpext fptoui fptosi uitofp sitofp ptrtoint ptrtoaddr inttoptr bitcast addrspacecast
icmp fcmp phi select freeze call va_arg landingpad catchpad cleanuppad
"""
_OPCODES = frozenset(_OPCODE_NAMES.split())
_QUOTED = re.compile(r'"[^"]*"')
_LABEL = re.compile(r'(?:[-a-zA-Z$._0-9]+|""):\s*')
_INSTRUCTION = re.compile(
    r'(?P<result>%(?:[-a-zA-Z$._0-9]+|"")\s*=\s*)?(?:(?:tail|musttail|notail)\s+)?(?P<opcode>[a-z_]+)\b(?P<rest>.*)'
)
# `getelementptr inbounds (i8, …)` is a constant expression, `getelementptr inbounds i8, …` an instruction;
# but the parameter list of `call void (ptr, …) @printf(…)` is none.
_CONSTANT_EXPRESSION = re.compile(r"[\sa-z]*\(")
_OPENING, _CLOSING = "([{", ")]}"


def opcode_counts(text: str) -> dict[str, int]:
    """Instructions of each kind in all function bodies of a module's text, the most frequent kind first.

    Keys are LLVM's opcode names. `tail call` counts as `call`, and so do calls of intrinsics, those for debug
    information included; debug records (`#dbg_value`) are no instructions.
    """
    counts = Counter(opcode for line in _body_lines(text) if (opcode := _opcode(line)) is not None)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def ir_line_count(text: str) -> int:
    """Lines of a module's text that are neither blank nor only a comment."""
    return sum(1 for line in text.splitlines() if line.strip() and not line.lstrip().startswith(";"))


def _body_lines(text: str) -> Iterator[str]:
    """Lines in function bodies at which an instruction can begin, without strings, comments, labels."""
    in_header, depth, in_body = False, 0, False
    for raw in text.splitlines():
        line = _QUOTED.sub('""', raw).partition(";")[0].strip()
        if not in_body:
            in_header = in_header or re.match(r"define\b", line) is not None
            in_body = in_header and line.endswith("{")
            in_header, depth = in_header and not in_body, 0
            continue
        if depth == 0 and line.startswith("}"):
            in_body = False
            continue
        if depth == 0:
            yield _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
        depth = max(0, depth + sum(map(line.count, _OPENING)) - sum(map(line.count, _CLOSING)))


def _opcode(line: str) -> str | None:
    match = _INSTRUCTION.match(line)
    if match is None:
        return None
    if match["result"]:
        return match["opcode"]  # also an opcode of a newer LLVM than this list
    opcode = match["opcode"]
    if opcode not in _OPCODES:
        return None
    is_call = opcode in ("call", "invoke", "callbr")
    return None if not is_call and _CONSTANT_EXPRESSION.match(match["rest"]) else opcode


def read_ir(path: Path) -> str:
    """The text of an LLVM module.

    Raises:
        UsageError: the file cannot be read, or is not the text of a module (bitcode, C, …).
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not text; make text of LLVM bitcode with: llvm-dis {path}") from error
    if re.search(r"^(?:define|declare|target|source_filename)\b", text, re.MULTILINE) is None:
        raise UsageError(f"{path} holds no LLVM IR; make some with: clang -O3 -emit-llvm -S")
    return text
