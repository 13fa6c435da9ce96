"""Splitting a module at the hot function, and putting it together again.

The hot function stays out of line and keeps its C signature, so that a candidate for it can be written
without seeing the rest, and so that the rest (with `main` and any timer) is compiled once, from the original.
"""

from __future__ import annotations

import re

from pipeline.errors import UsageError
from pipeline.ir.module import (
    DEFINE,
    NAME,
    QUOTED,
    attributes_start,
    find_function,
    functions,
    lines_of,
    replace_header,
)

LINKAGES = (
    "private|internal|available_externally|linkonce_odr|linkonce|weak_odr|weak|common|appending|extern_weak|external"
)
_COMDAT = re.compile(r",? comdat\b(?:\(\$[^)]*\))?")
_VARIABLE = re.compile(rf"^(?P<name>@{NAME}) = (?:(?P<linkage>{LINKAGES}) )?")
_LINKAGE = re.compile(rf"^define (?:(?:{LINKAGES})\s+)?")
_CONVENTION = re.compile(r"(?<= )(?:cc ?\d+|\w+cc|\w+_pcs|\w+_kernel) ")
# What an optimiser gives to local functions, where no caller outside can tell.
_FAST_CONVENTION = re.compile(r"(?<= )(?:fast|cold|tail)cc ")
_VISIBILITY = re.compile(r"(?<= )(?:hidden|protected|dllimport|dllexport) ")
_GROUP_USE = re.compile(r" #(\d+)\b")


def with_linkage(header: str, linkage: str) -> str:
    """A `define` line with another linkage (`""` for external); a local symbol has no visibility."""
    header = _LINKAGE.sub(f"define {linkage} " if linkage else "define ", header, count=1)
    return _edit_prefix(header, _VISIBILITY) if linkage in ("internal", "private") else header


def linkage_of(header: str) -> str:
    """The linkage word of a `define` line, or an empty string."""
    match = re.match(rf"define ({LINKAGES})\s", header)
    return match[1] if match else ""


def mark_hot(text: str, hot: str, linkage: str) -> str:
    """The module with `hot` out of line (`noinline`) and of the given linkage.

    `internal` lets interprocedural constant propagation reach its body; `weak_odr` then hides the body from
    the passes that would rewrite its signature or poison the arguments at its calls, while the body itself is
    optimised as usual.

    Raises:
        UsageError: the module does not define `hot`; names what it defines.
    """
    function = find_function(text, hot)
    if function is None:
        names = ", ".join(f.name for f in functions(text)) or "none"
        raise UsageError(f"there is no function '{hot}' in this program; functions defined: {names}")
    header = with_linkage(function.header, linkage)
    at = attributes_start(header)
    header = header[:at] + re.sub(r" alwaysinline\b", "", header[at:])
    if not re.search(r" noinline\b", QUOTED.sub('""', header[at:])):
        header = f"{header[:at]} noinline{header[at:]}"
    return _without_alwaysinline(replace_header(text, function, header), hot)


def _without_alwaysinline(text: str, hot: str) -> str:
    """Give the hot function an attribute group of its own where the shared one contradicts `noinline`."""
    function = find_function(text, hot)
    group = _GROUP_USE.search(QUOTED.sub('""', function.header)) if function else None
    if function is None or group is None:
        return text
    match = re.search(rf"^attributes #{group[1]} = (\{{.* alwaysinline .*\}})$", text, re.M)
    if match is None:
        return text
    fresh = 1 + max(int(number) for number in re.findall(r"^attributes #(\d+) = ", text, re.M))
    at = attributes_start(function.header)
    header = function.header[:at] + _GROUP_USE.sub(f" #{fresh}", function.header[at:], count=1)
    words = re.sub(r" (?:alwaysinline|noinline)(?= )", "", match[1])
    return f"{replace_header(text, function, header)}attributes #{fresh} = {words}\n"


def calling_convention(header: str) -> str:
    """The calling convention that a `define` line names, or an empty string for C's."""
    found = DEFINE.match(header)
    match = _CONVENTION.search(QUOTED.sub('""', found["prefix"])) if found else None
    return match[0].strip() if match else ""


def _edit_prefix(header: str, pattern: re.Pattern[str]) -> str:
    """Remove what matches in front of the function's name."""
    found = DEFINE.match(header)
    end = found.start("name") if found else 0
    return pattern.sub("", header[:end], count=1) + header[end:]


def externalise(text: str, hot: str) -> str:
    """The module with `hot` external and of the C calling convention, as the boundary calls it.

    Raises:
        UsageError: the module does not define `hot`.
    """
    function = find_function(text, hot)
    if function is None:
        raise UsageError(f"there is no function '{hot}' in this module")
    # A call by another convention than its callee's is undefined, and recursive calls name it too.
    text = "\n".join(_called_plainly(line, hot) for line in lines_of(text)) + "\n"
    header = _edit_prefix(with_linkage(function.header, ""), _FAST_CONVENTION)
    at = attributes_start(header)
    return replace_header(text, function, header[:at] + re.sub(r" comdat(?:\([^)]*\))?", "", header[at:]))


def _called_plainly(line: str, hot: str) -> str:
    is_call = line.startswith(" ") and _call_of(hot).search(line)
    return _FAST_CONVENTION.sub("", line, count=1) if is_call else line


def _call_of(hot: str) -> re.Pattern[str]:
    return re.compile(rf'\b(?:call|invoke|callbr)\b.*@"?{re.escape(hot)}"?\(')


def call_sites(text: str, hot: str) -> list[str]:
    """The instructions of other functions that call `hot` directly."""
    pattern = _call_of(hot)
    return [
        line
        for function in functions(text)
        if function.name != hot
        for line in function.instructions
        if pattern.search(line)
    ]


def internalised(text: str, hot: str) -> str:
    """The module with everything it defines but `hot` internal, so that its names meet nobody else's."""
    lines = text.splitlines()
    for function in functions(text):
        if function.name != hot:
            lines[function.start] = _COMDAT.sub("", with_linkage(function.header, "internal"))
    lines = [_internal_variable(line) if line.startswith("@") else line for line in lines]
    return "\n".join(line for line in lines if not line.startswith("$")) + "\n"


def _internal_variable(line: str) -> str:
    match = _VARIABLE.match(line)
    if match is None or match["linkage"] in ("private", "internal", "external", "extern_weak"):
        return line
    rest = _VISIBILITY.sub("", " " + line[match.end() :])
    return f"{match['name']} = internal{_COMDAT.sub('', rest)}"
