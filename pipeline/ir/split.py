"""Splitting a module at the hot function, and putting it together again.

The hot function stays out of line and keeps its C signature, so that a candidate for it can be written without seeing
the rest, and so that the rest (with `main` and any timer) is compiled once, from the original.
"""

from __future__ import annotations

import re

from pipeline.errors import UsageError
from pipeline.ir.module import DEFINE, Function, find_function, functions, replace_header

LINKAGES = (
    "private|internal|available_externally|linkonce_odr|linkonce|weak_odr|weak|common|appending|extern_weak|external"
)
_LINKAGE = re.compile(rf"^define (?:(?:{LINKAGES})\s+)?")
_RESULT_FACTS = re.compile(r"\b(?:fastcc|coldcc|tailcc)\s+")


def with_linkage(header: str, linkage: str) -> str:
    """A `define` line with another linkage (`""` for external)."""
    return _LINKAGE.sub(f"define {linkage} " if linkage else "define ", header, count=1)


def linkage_of(header: str) -> str:
    """The linkage word of a `define` line, or an empty string."""
    match = re.match(rf"define ({LINKAGES})\s", header)
    return match[1] if match else ""


def mark_hot(text: str, hot: str, linkage: str) -> str:
    """The module with `hot` out of line (`noinline`) and of the given linkage.

    `internal` lets interprocedural constant propagation reach its body; `weak_odr` then hides the body from the passes
    that would rewrite its signature or poison the arguments at its calls, while the body itself is optimised as usual.

    Raises:
        UsageError: the module does not define `hot`; names what it defines.
    """
    function = find_function(text, hot)
    if function is None:
        names = ", ".join(f.name for f in functions(text)) or "none"
        raise UsageError(f"there is no function '{hot}' in this program; functions defined: {names}")
    header = with_linkage(function.header, linkage)
    if not re.search(r"\)[^()]*\bnoinline\b", header):
        header = _insert_attribute(header, "noinline")
    # An optnone function would be a baseline that nobody asked for; alwaysinline contradicts noinline.
    text = replace_header(text, function, header)
    return text


def _insert_attribute(header: str, attribute: str) -> str:
    """Put a function attribute right behind the parameter list."""
    match = DEFINE.match(header)
    if match is None:
        raise ValueError(f"not a define line: {header}")
    depth = 0
    for index in range(match.end() - 1, len(header)):
        depth += {"(": 1, ")": -1}.get(header[index], 0)
        if depth == 0:
            return f"{header[: index + 1]} {attribute}{header[index + 1 :]}"
    raise ValueError(f"unbalanced define line: {header}")


def externalise(text: str, hot: str) -> str:
    """The module with `hot` external and of the C calling convention, as the boundary calls it."""
    function = find_function(text, hot)
    if function is None:
        raise UsageError(f"there is no function '{hot}' in this module")
    header = _RESULT_FACTS.sub("", with_linkage(function.header, ""), count=1)
    header = re.sub(r"\scomdat(?:\([^)]*\))?", "", header)
    return replace_header(text, function, header)


def call_sites(text: str, hot: str) -> list[str]:
    """The instructions of other functions that call `hot` directly."""
    pattern = re.compile(rf'\b(?:call|invoke)\b.*@"?{re.escape(hot)}"?\(')
    return [
        line
        for function in functions(text)
        if function.name != hot
        for line in function.instructions
        if pattern.search(line)
    ]


def splice(text: str, hot: str, replacement: Function) -> str:
    """The module with the definition of `hot` replaced by `replacement` (its own helpers not included)."""
    function = find_function(text, hot)
    if function is None:
        raise UsageError(f"there is no function '{hot}' in this module")
    lines = text.splitlines()
    lines[function.start : function.end + 1] = replacement.text.splitlines()
    return "\n".join(lines) + "\n"
