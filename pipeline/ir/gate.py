"""The static gate: what a candidate's IR may contain, decided before anything of it runs.

Works on text that `opt` has printed, so that every construct has one spelling, and lists what is allowed
rather than what is not wherever the list can be closed. What cannot be seen statically (wild pointers, wrong
results) is left to the sandbox and to the comparison of results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.ir.addresses import address_of_code, foreign_stack, made_from_integer
from pipeline.ir.module import (
    DEFINE,
    NAME,
    Function,
    attributes_start,
    global_names,
    lines_of,
    referenced_globals,
    unquote,
)
from pipeline.ir.permitted import HARMLESS_ATTRIBUTES, NAMED_METADATA, is_permitted_callee
from pipeline.ir.split import calling_convention, linkage_of
from pipeline.ir.statements import FAST_FLAGS, Line, blank, scan
from pipeline.records import Policy, Reason

TOLERATED_FLAGS = ("reassoc", "nsz", "arcp", "contract", "afn")
# The function attributes that mean a fast-math flag for all of a function's code.
_FLAG_ATTRIBUTES = {
    "no-signed-zeros-fp-math": "nsz",
    "approx-func-fp-math": "afn",
    "unsafe-fp-math": "reassoc",
    "no-nans-fp-math": "nnan",
    "no-infs-fp-math": "ninf",
}
_VARIABLE = re.compile(rf"@(?P<name>{NAME}) = (.*)$")
_TOP_LEVEL = re.compile(
    r'(?:\}|source_filename = ""|target (?:datalayout|triple) = ""|[%$]_ = (?:type|comdat) .*|!_ = .*|'
    r"declare .*|attributes #\d+ = \{.*\})?$"
)
_CLAUSE = re.compile(r" (section|partition|comdat|gc|prefix|prologue|personality)\b")
_STRING_ATTRIBUTE = re.compile(r'(?<=[ {])"([^"]*)"(?:="([^"]*)")?')
_FRAME_ATTRIBUTE = re.compile(r" (naked|jumptable|presplitcoroutine|safestack|shadowcallstack)\b")
_SHARED_MEMORY = re.compile(r" (?:fence|atomicrmw|cmpxchg|(?:load|store) (?:atomic|volatile)) ")
# Names that mean something to the boundary, the linker, or the sanitizer (which leaves functions of its own alone).
_RESERVED = re.compile(r"llvm\.|irloop_|__stack_chk_|__ssp_|__[a-z]*san_|__sanitizer_")

Finding = tuple[Reason, str]


@dataclass(frozen=True)
class Allowed:
    """What the reference's hot function itself uses, and so a candidate may use too."""

    symbols: frozenset[str]
    indirect_calls: bool
    fast_flags: frozenset[str]
    assumes: int
    unreachables: int
    name: str
    convention: str
    shared_memory: bool


def allowed_by(reference: Function) -> Allowed:
    """Read off the reference what its candidates may use."""
    lines = list(scan(reference.body, in_body=True))
    return Allowed(
        symbols=frozenset(referenced_globals(reference)),
        indirect_calls=any(line.is_indirect for line in lines),
        fast_flags=frozenset(flag for line in lines for flag in line.fast_flags),
        assumes=_assumes(lines),
        unreachables=_unreachables(lines),
        name=reference.name,
        convention=calling_convention(reference.header),
        shared_memory=any(_SHARED_MEMORY.search(line.blank) for line in lines),
    )


def check(text: str, allowed: Allowed, policy: Policy, *, calls: bool = True) -> Finding | None:
    """The first reason to refuse the module `text`, with words, or None when it may be built and run.

    Without `calls`, calls through pointers pass: the optimiser may yet resolve them, and `check_calls` look again.
    """
    lines = list(scan(lines_of(text)))
    own = set(_own_names(lines))
    rules: list[Callable[[Line], Finding | None]] = [
        lambda line: _check_statement(line, allowed) if line.in_body else _check_top_level(line, allowed),
        lambda line: _check_references(line, own, allowed),
        lambda line: _check_flags(line, allowed, policy),
    ]
    for rule in rules:
        for line in lines:
            if finding := rule(line):
                return finding
    finding = foreign_stack(lines) or (_check_calls(lines, allowed) if calls else None)
    return finding or (_check_facts(lines, allowed) if policy is Policy.STRICT else None)


def check_calls(text: str, allowed: Allowed) -> Finding | None:
    """What `check` leaves out without `calls`: where code goes by a pointer, or a pointer leads to code."""
    return _check_calls(list(scan(lines_of(text))), allowed)


def _check_calls(lines: list[Line], allowed: Allowed) -> Finding | None:
    return address_of_code(lines, allowed.symbols - set(_own_names(lines)), indirect=allowed.indirect_calls)


def _check_top_level(line: Line, allowed: Allowed) -> Finding | None:
    if line.text.startswith("module asm"):
        return Reason.GATE_ASM, "module-level assembly is not allowed"
    if line.text.startswith("define"):
        return _check_header(line, allowed) or made_from_integer(line)
    variable = _VARIABLE.match(line.text)
    if variable:
        return _check_variable(unquote(variable["name"]), line) or made_from_integer(line)
    if not _TOP_LEVEL.match(line.blank):
        return Reason.GATE_CONSTRUCTOR, f"this line is not allowed: {line.text[:80]}"
    if line.text.startswith("attributes "):
        return _check_attributes(line)
    named = re.match(r"!([^\d\s]\S*) = ", line.text)
    if named and named[1] not in NAMED_METADATA:
        return Reason.GATE_CONSTRUCTOR, f"!{named[1]} (linker options and the like) is not allowed"
    return None


def _check_header(line: Line, allowed: Allowed) -> Finding | None:
    match = DEFINE.match(line.text)
    if match is None or not line.text.endswith("{"):
        return Reason.GATE_CONSTRUCTOR, f"this line is not allowed: {line.text[:80]}"
    name = unquote(match["name"])
    clause = _CLAUSE.search(blank(line.text[attributes_start(line.text) :]))
    if clause:
        return Reason.GATE_CONSTRUCTOR, f"@{name} has a {clause[1]} clause, which is not allowed"
    if re.search(r" (?:available_externally|dllexport|dllimport) ", blank(match["prefix"])):
        return Reason.GATE_REFERENCE, f"@{name} would be replaced by a definition from elsewhere"
    if _RESERVED.match(name):
        return Reason.GATE_REFERENCE, f"@{name} is a reserved name"
    if name == allowed.name and linkage_of(line.text) not in ("", "external"):
        return Reason.SIGNATURE, f"@{name} must be an external function, not {linkage_of(line.text)}"
    if name == allowed.name and calling_convention(line.text) != allowed.convention:
        return Reason.SIGNATURE, f"@{name} has another calling convention than the original"
    return None


def _check_variable(name: str, line: Line) -> Finding | None:
    if name.startswith("llvm."):
        return Reason.GATE_CONSTRUCTOR, f"@{name} (constructors, used lists) is not allowed"
    kind = re.search(r"\b(?:alias|ifunc|global|constant)\b", line.blank)
    if kind is None or kind[0] in ("alias", "ifunc"):
        return Reason.GATE_CONSTRUCTOR, f"@{name} is an alias or ifunc, which is not allowed"
    if re.search(r", (?:section|partition|comdat)\b", line.blank):
        return Reason.GATE_CONSTRUCTOR, f"@{name} names a section or comdat, which is not allowed"
    words = set(re.findall(r"\w+", line.blank[: kind.start()]))
    if words & {"external", "extern_weak"}:
        return None  # only a declaration; whether it may be used is another rule
    if kind[0] == "global" or words & {"thread_local", "externally_initialized"}:
        return Reason.GATE_STATE, f"@{name} is a mutable global: a candidate may keep no state between calls"
    elsewhere = words & {"available_externally", "appending", "common", "dllexport", "dllimport"}
    if elsewhere or _RESERVED.match(name):
        return Reason.GATE_REFERENCE, f"@{name} would be merged with a definition from elsewhere"
    return None


def _check_attributes(line: Line) -> Finding | None:
    for name, value in _STRING_ATTRIBUTE.findall(line.text):
        if name.startswith("denormal-fp-math"):
            return Reason.GATE_FAST_MATH, f'the attribute "{name}"="{value}" is not allowed'
        if name not in HARMLESS_ATTRIBUTES and name not in _FLAG_ATTRIBUTES:
            return Reason.GATE_CONSTRUCTOR, f'the attribute "{name}" is not allowed'
    word = _FRAME_ATTRIBUTE.search(line.blank)
    return (Reason.GATE_CONSTRUCTOR, f"the attribute {word[1]} is not allowed") if word else None


def _check_statement(line: Line, allowed: Allowed) -> Finding | None:
    if line.text and not line.text.startswith(" ") and not re.fullmatch(rf"(?:{NAME}):", line.text):
        return Reason.GATE_CONSTRUCTOR, f"this line is not allowed: {line.shown}"
    if line.callee is not None and re.search(r"\basm\b", line.blank):
        return Reason.GATE_ASM, "inline assembly is not allowed"
    if finding := made_from_integer(line):
        return finding
    if line.opcode == "va_arg" or (_SHARED_MEMORY.search(line.blank) and not allowed.shared_memory):
        return Reason.GATE_POINTER, f"atomic, volatile and va_arg operations are not allowed: {line.shown}"
    if line.callee not in (None, "llvm.assume") and re.search(r'\) .*\[ ""\(', line.blank):
        return Reason.GATE_CALL, f"operand bundles are not allowed: {line.shown}"
    return None


def _own_names(lines: Iterable[Line]) -> Iterator[str]:
    """Functions and constants that the module brings itself."""
    for line in lines:
        match = None if line.in_body else DEFINE.match(line.text) or _VARIABLE.match(line.text)
        if match and not re.match(r"@_ = (?:external|extern_weak) ", line.blank):
            yield unquote(match["name"])


def _check_references(line: Line, own: set[str], allowed: Allowed) -> Finding | None:
    """Instructions, and initialisers of constants: a function's address in a table is a way to call it."""
    if line.in_body:
        names = global_names(line.text)
    else:
        names = global_names(line.text)[1:] if _VARIABLE.match(line.text) else []
    for name in names:
        is_call = name == line.callee
        if name not in own and name not in allowed.symbols and not (is_call and is_permitted_callee(name)):
            reason = Reason.GATE_CALL if is_call else Reason.GATE_REFERENCE
            return reason, f"@{name} is not something the original function uses, nor a pure libm function"
    return None


def _check_flags(line: Line, allowed: Allowed, policy: Policy) -> Finding | None:
    found = set(line.fast_flags)
    if line.text.startswith("attributes "):
        pairs = _STRING_ATTRIBUTE.findall(line.text)
        found = {_FLAG_ATTRIBUTES[name] for name, value in pairs if value == "true" and name in _FLAG_ATTRIBUTES}
    refused = set(FAST_FLAGS) - allowed.fast_flags
    if policy is Policy.TOLERANT:
        refused -= set(TOLERATED_FLAGS)
    if new := found & refused:
        words = ", ".join(sorted(new))
        return Reason.GATE_FAST_MATH, f"fast-math flags {words} are not allowed (policy {policy})"
    if line.in_body and re.search(r", !fpmath !", line.text):
        return Reason.GATE_FAST_MATH, "!fpmath permits inexact results, which is not allowed"
    return None


def _check_facts(lines: list[Line], allowed: Allowed) -> Finding | None:
    if _assumes(lines) > allowed.assumes:
        return Reason.GATE_FACT, "llvm.assume states a fact that nobody proved (policy strict)"
    if _unreachables(lines) > allowed.unreachables:
        return Reason.GATE_FACT, "unreachable states a fact that nobody proved (policy strict)"
    if any('!"llvm.loop.parallel_accesses"' in line.text for line in lines):
        return Reason.GATE_FACT, "that a loop has no dependences is a fact that nobody proved (policy strict)"
    return None


def _assumes(lines: Iterable[Line]) -> int:
    return sum(1 for line in lines if line.callee == "llvm.assume")


def _unreachables(lines: Iterable[Line]) -> int:
    return sum(1 for line in lines if line.opcode == "unreachable")
