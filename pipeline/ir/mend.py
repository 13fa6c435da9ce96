"""Mechanical repairs of a candidate's IR: each a small function from text to text, each named in the verdict.

None makes a wrong function right in a way the checks would not see: they drop hints, or add what is plainly
missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from pipeline.ir.gate import TOLERATED_FLAGS
from pipeline.ir.module import (
    NAME,
    attributes_start,
    find_function,
    functions,
    global_names,
    lines_of,
    strip_comment,
    unquote,
)
from pipeline.ir.permitted import library_declaration
from pipeline.ir.split import externalise
from pipeline.ir.statements import FAST_FLAG

# In the text that the mends edit, strings and comments stand as "3": nothing inside them is code.
_INERT = re.compile(r'"[^"\n]*"|;[^\n]*')
_SLASHES = re.compile(r'"[^"\n]*"|;[^\n]*|//[^\n]*')
_ATTRIBUTE_USE = re.compile(r" ?(?<=[\s)])#\d+\b")
_METADATA_USE = re.compile(r",? !(?!llvm\.loop\b)[a-zA-Z_.]+ (?:!\d+|!\{[^{}\n]{0,200}\}|!\w+\([^()\n]{0,200}\))")
_LOOP_USE = re.compile(r", !llvm\.loop (!\d+)")
_NODE = re.compile(r"(!\d+) = (.*)")
_TYPE = re.compile(rf"(%{NAME}) = type (.*)")
_DECLARED = re.compile(rf'(?:declare (?:[^@"\n]|"[^"\n]*")*)?@({NAME})(?:\(| = )')
_FLAGGED = re.compile(
    r"(?P<start>^[ \t]+(?:%\S+ = )?(?:(?:tail|musttail|notail) )?(?:f[a-z]+|phi|select|call))"
    rf"(?P<flags>(?: {FAST_FLAG}\b)+)",
    re.M,
)
# Claims about arithmetic, which hold for some inputs only. `inbounds` stays: the sanitizer checks it.
_ARITHMETIC_CLAIMS = re.compile(
    r"(?P<start>^[ \t]+%\S+ = (?:add|sub|mul|shl|[us]div|[al]shr|or|trunc|zext|uitofp|icmp|getelementptr))"
    r"(?P<claims>(?: (?:nuw|nsw|exact|disjoint|nneg|samesign|nusw|inbounds)\b)+)",
    re.M,
)
_POINTER_CLAIMS = re.compile(
    r" (?:noalias|nonnull|readonly|readnone|writeonly|nocapture|returned|nofree|captures\([^()]*\)|"
    r"range\([^()]*\)|dereferenceable(?:_or_null)?\(\d+\)|nofpclass\([^()]*\)|"
    r"initializes\((?:\([^()]*\)(?:, )?)*\))(?=[ ,)])"
)

Mended = tuple[str, list[str]]


def mend(text: str, reference: str, *, tolerant: bool) -> Mended:
    """Apply all mends; `reference` is the module of the reference's hot function, with its declarations.

    Returns the text and the names of the mends that changed something.
    """
    steps: list[tuple[str, Callable[[str], str]]] = [
        ("rewrote // comments", _comments),
        ("dropped attribute groups", lambda t: _outside_strings(t, _drop_attributes)),
        ("dropped metadata", _drop_metadata),
        ("added declarations", lambda t: _add_missing(t, reference)),
        ("made the function external", lambda t: _expose(t, reference)),
    ]
    if tolerant:
        steps.append(("narrowed fast to the tolerated flags", lambda t: _outside_strings(t, _narrow_fast)))
    notes = []
    for note, step in steps:
        after = step(text)
        if after != text:
            notes.append(note)
        text = after
    return _with_header(text, reference), notes


def _outside_strings(text: str, edit: Callable[[str], str]) -> str:
    """Apply `edit` to the text in which every string and comment is a number in quotes, and put them back."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f'"{len(kept) - 1}"'

    hidden = edit(_INERT.sub(hide, text))
    return re.sub(r'"(\d+)"', lambda match: kept[int(match[1])], hidden)


def _joined(lines: Iterable[str], like: str) -> str:
    """Lines as a text that ends as `like` does, so that no change is no change."""
    return "\n".join(lines) + ("\n" if like.endswith("\n") else "")


def _comments(text: str) -> str:
    return _SLASHES.sub(lambda match: f";{match[0][2:]}" if match[0].startswith("//") else match[0], text)


def _drop_attributes(text: str) -> str:
    kept = (line for line in lines_of(text) if not re.match(r"\s*attributes #\d+ = ", line))
    return _joined((_ATTRIBUTE_USE.sub("", line) for line in kept), text)


def _drop_metadata(text: str) -> str:
    """Keep only loop hints that are defined; everything else is a claim of the model or a dangling number."""
    kept = _complete_hints(text)

    def edit(hidden: str) -> str:
        hidden = _METADATA_USE.sub("", hidden)
        hidden = _LOOP_USE.sub(lambda match: match[0] if match[1] in kept else "", hidden)
        return _joined((line for line in lines_of(hidden) if _is_kept(line, kept)), hidden)

    return _outside_strings(text, edit)


def _is_kept(line: str, kept: set[str]) -> bool:
    node = _NODE.match(line)
    return node[1] in kept if node else not re.match(r"\s*(?:![a-zA-Z_.][\w.]* = |#dbg_)", line)


def _complete_hints(text: str) -> set[str]:
    """The metadata nodes that loop hints are made of, of those hints of which nothing is missing."""
    nodes = {match[1]: match[2] for line in lines_of(text) if (match := _NODE.match(line))}
    leads_to = {name: re.findall(r"!\d+", re.sub(r'"[^"]*"', "", body)) for name, body in nodes.items()}
    led_from: dict[str, list[str]] = {}
    for name, others in leads_to.items():
        for other in others:
            led_from.setdefault(other, []).append(name)
    hints = set(_LOOP_USE.findall(text))
    torn = _reached((hints | led_from.keys()) - nodes.keys(), led_from)
    return _reached(hints - torn, leads_to)


def _reached(start: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that one comes to from `start`, itself included."""
    seen: set[str] = set()
    pending = list(start)
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending.extend(leads_to.get(name, ()))
    return seen


def _add_missing(text: str, reference: str) -> str:
    """Types, variables and functions that the text uses, and the reference (or the C library) declares."""
    code = [strip_comment(line) for line in lines_of(text)]
    have = {unquote(match[1]) for line in code if (match := _DECLARED.match(line))}
    have |= {function.name for function in functions(text)}
    used = {name for line in code for name in global_names(line)}
    declared = {
        unquote(match[1]): _ATTRIBUTE_USE.sub("", line).rstrip()
        for line in lines_of(reference)
        if (match := _DECLARED.match(line))
    }
    lines = [declared.get(name) or library_declaration(name) for name in sorted(used - have)]
    added = [re.sub(r", !\w+ !\d+", "", line) for line in lines if line]
    types = _missing_types("\n".join([*code, *added]), reference)
    return "\n".join([*types, *added, text]) if added or types else text


def _missing_types(text: str, reference: str) -> list[str]:
    """The reference's named types that the text uses and does not define, and those that they are made of."""
    known = {match[1]: match[0] for line in lines_of(reference) if (match := _TYPE.match(line))}
    own = {match[1] for line in lines_of(text) if (match := _TYPE.match(line))}
    found: list[str] = []
    pending = re.findall(rf"%{NAME}", text)
    while pending:
        name = pending.pop()
        if name in known and name not in own:
            own.add(name)
            found.append(known[name])
            pending.extend(re.findall(rf"%{NAME}", known[name]))
    return sorted(found)


def _expose(text: str, reference: str) -> str:
    """The hot function as external, also when it was written `internal` or `fastcc`."""
    hot = next((function.name for function in functions(reference)), None)
    if hot is None or find_function(text, hot) is None:
        return text
    return _joined(lines_of(externalise(text, hot)), text)


def _narrow_fast(text: str) -> str:
    def narrow(match: re.Match[str]) -> str:
        flags = match["flags"].split()
        kept = TOLERATED_FLAGS if "fast" in flags else [flag for flag in flags if flag in TOLERATED_FLAGS]
        return " ".join([match["start"], *kept])

    return _FLAGGED.sub(narrow, text)


def _with_header(text: str, reference: str) -> str:
    """The reference's target lines instead of the text's own."""
    lines = [line for line in lines_of(text) if not re.match(r"\s*(?:target |source_filename\b|; ModuleID)", line)]
    header = [line for line in lines_of(reference) if line.startswith("target ")]
    return "\n".join(['source_filename = "hot"', *header, *lines]) + "\n"


def weaken(text: str) -> str:
    """Drop the claims that the strict policy does not take on faith.

    They are about arithmetic (nsw, nuw, exact, …) and about pointers and values (noalias, nonnull, range, …).
    Expects text as `opt` prints it; what the code computes where the claims hold does not change.
    """

    def plain(match: re.Match[str]) -> str:
        return match["start"] + (" inbounds" if "inbounds" in match["claims"].split() else "")

    def edit(hidden: str) -> str:
        return _POINTER_CLAIMS.sub("", _ARITHMETIC_CLAIMS.sub(plain, hidden))

    return _outside_strings(text, edit)


def set_attributes(text: str, hot: str, attributes: dict[str, str]) -> str:
    """Give every defined function the same attributes: no unwinding, and the target that irloop decides on.

    Raises:
        ValueError: the module does not define `hot`.
    """
    if find_function(text, hot) is None:
        raise ValueError(f"@{hot} is not defined")
    pairs = " ".join(f'"{name}"="{value}"' for name, value in attributes.items())
    text = _outside_strings(text, _drop_attributes)
    lines = lines_of(text)
    for function in functions(text):
        at = attributes_start(function.header)
        lines[function.start] = f"{function.header[:at]} #0{function.header[at:]}"
    return "\n".join([*lines, f"attributes #0 = {{ nounwind {pairs} }}", ""])
