"""Mechanical repairs of a candidate's IR: each a small function from text to text, each named in the verdict.

None makes a wrong function right in a way the checks would not see: they drop hints, or add what is plainly missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.ir.gate import PURE_LIBM, TOLERATED_FLAGS
from pipeline.ir.module import NAME, find_function, functions, unquote

_ATTRIBUTE_USE = re.compile(r"(?<=[\s)])#\d+\b")
_METADATA_USE = re.compile(r",? (!(?!llvm\.loop\b)[a-zA-Z_.]+) (!\d+|!\{[^}]*\}|!DI\w+\([^)]*\))")
_LOOP_USE = re.compile(r", !llvm\.loop (!\d+)")
_TYPE_NAME = re.compile(rf"^(%{NAME}) = type ", re.M)
_DECLARE = re.compile(rf"^declare [^@\n]*@({NAME})\(", re.M)
_VARIABLE_NAME = re.compile(rf"^@({NAME}) = ", re.M)
_USED = re.compile(rf"@({NAME})")

Mended = tuple[str, list[str]]


def mend(text: str, reference: str, *, tolerant: bool) -> Mended:
    """Apply all mends; `reference` is the module of the reference's hot function, whose header and declarations count.

    Returns the text and the names of the mends that changed something.
    """
    steps: list[tuple[str, Callable[[str], str]]] = [
        ("rewrote // comments", _comments),
        ("dropped attribute groups", _drop_attributes),
        ("dropped metadata", _drop_metadata),
        ("added declarations", lambda t: _add_missing(t, reference)),
    ]
    if tolerant:
        steps.append(("narrowed fast to the tolerated flags", _narrow_fast))
    notes = []
    for note, step in steps:
        after = step(text)
        if after != text:
            notes.append(note)
        text = after
    return _with_header(text, reference), notes


def _comments(text: str) -> str:
    return re.sub(r"(?m)(^|\s)//(.*)$", r"\1;\2", text)


def _drop_attributes(text: str) -> str:
    kept = [line for line in text.splitlines() if not re.match(r"attributes #\d+ = ", line)]
    return "\n".join(
        _ATTRIBUTE_USE.sub("", line).rstrip() if not line.lstrip().startswith(";") else line for line in kept
    )


def _drop_metadata(text: str) -> str:
    """Keep only loop hints that are defined; everything else is a claim of the model or a dangling number."""
    defined = set(re.findall(r"^(!\d+) = ", text, re.M))
    text = _METADATA_USE.sub("", text)
    text = _LOOP_USE.sub(lambda match: match[0] if match[1] in defined else "", text)
    lines = [line for line in text.splitlines() if not re.match(r"![a-zA-Z_.]+ = |\s*#dbg_", line)]
    if not any("!llvm.loop" in line for line in lines):
        lines = [line for line in lines if not re.match(r"!\d+ = ", line)]
    return "\n".join(lines)


def _add_missing(text: str, reference: str) -> str:
    """Types, variables and functions that the text uses, and the reference (or libm) declares."""
    have = {unquote(name) for pattern in (_DECLARE, _VARIABLE_NAME) for name in pattern.findall(text)}
    have |= {function.name for function in functions(text)}
    types = set(_TYPE_NAME.findall(text))
    added = [
        line
        for line in reference.splitlines()
        if (match := _TYPE_NAME.match(line)) and match[1] not in types and match[1] in text
    ]
    for name in sorted({unquote(found) for found in _USED.findall(text)} - have):
        line = _declaration(name, reference)
        if line:
            added.append(line)
    return "\n".join([*added, text]) if added else text


def _declaration(name: str, reference: str) -> str | None:
    for line in reference.splitlines():
        declared, variable = _DECLARE.match(line), _VARIABLE_NAME.match(line)
        if (declared and unquote(declared[1]) == name) or (variable and unquote(variable[1]) == name):
            return _ATTRIBUTE_USE.sub("", line).rstrip()
    base = name[:-1] if name.endswith("f") and name[:-1] in PURE_LIBM else name
    if base not in PURE_LIBM:
        return None
    type_ = "double" if base == name else "float"
    count = {"fma": 3, "atan2": 2, "copysign": 2, "fdim": 2, "fmax": 2, "fmin": 2, "fmod": 2, "hypot": 2, "pow": 2}
    arguments = ", ".join([type_] * count.get(base, 2 if base == "remainder" else 1))
    return f"declare {type_} @{name}({arguments})"


def _narrow_fast(text: str) -> str:
    pattern = r"(\b(?:fneg|fadd|fsub|fmul|fdiv|frem|fcmp|phi|select|call)(?: [a-z]+)*?) fast "
    text = re.sub(pattern, rf"\1 {' '.join(TOLERATED_FLAGS)} ", text)
    return re.sub(r"(\b(?:f[a-z]+|phi|select|call)(?: (?:reassoc|nsz|arcp|contract|afn))*) (?:nnan|ninf) ", r"\1 ", text)


def _with_header(text: str, reference: str) -> str:
    """The reference's target lines instead of the text's own."""
    lines = [line for line in text.splitlines() if not re.match(r"target |source_filename|; ModuleID", line)]
    header = [line for line in reference.splitlines() if line.startswith("target ")]
    return "\n".join(['source_filename = "hot"', *header, *lines]) + "\n"


def weaken(text: str) -> str:
    """Drop every claim that the strict policy does not take on faith: nsw, nuw, noalias, inbounds stays (it is checked)."""
    text = re.sub(r"\b(add|sub|mul|shl|trunc)((?: (?:nuw|nsw))+) ", r"\1 ", text)
    return re.sub(r"(\bptr(?: [a-z]+(?:\([^)]*\))?)*?) noalias\b", r"\1", text)


def set_attributes(text: str, hot: str, attributes: dict[str, str]) -> str:
    """Give every defined function the same attributes: no unwinding, and the target that irloop decides on."""
    pairs = " ".join(f'"{name}"="{value}"' for name, value in attributes.items())
    lines = text.splitlines()
    for function in functions(text):
        header = _ATTRIBUTE_USE.sub("", function.header)
        # The hot function keeps its name for the linker; helpers vanish into it.
        lines[function.start] = re.sub(r"\s*\{\s*$", " #0 {", header)
    kept = [line for line in lines if not line.startswith("attributes #")]
    if find_function(text, hot) is None:
        raise ValueError(f"@{hot} is not defined")
    return "\n".join([*kept, f"attributes #0 = {{ nounwind {pairs} }}", ""])
