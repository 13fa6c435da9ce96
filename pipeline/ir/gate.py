"""The static gate: what a candidate's IR may contain, decided before anything of it runs.

Works on text that `opt` has printed, so that every construct has one spelling. What it cannot see statically (wild
pointers, wrong results) is left to the sandbox and to the comparison of results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.ir.module import (
    GLOBAL_REFERENCE,
    NAME,
    Function,
    functions,
    referenced_globals,
    strip_comment,
    unquote,
)
from pipeline.records import Policy, Reason

# Functions of libm whose result depends on their arguments alone, in double; the float versions end in f.
PURE_LIBM = frozenset(
    "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 fabs fdim floor fma "
    "fmax fmin fmod hypot log log10 log1p log2 nearbyint pow remainder rint round sin sinh sqrt tan tanh trunc".split()
)
MEMORY_FUNCTIONS = frozenset(("memcpy", "memmove", "memset", "memcmp"))
# Intrinsics that observe or change the machine around the function: clocks, registers, frames, rounding mode.
FORBIDDEN_INTRINSICS = re.compile(
    r"^llvm\.(?:readcyclecounter|readsteadycounter|returnaddress|addressofreturnaddress|frameaddress|sponentry|"
    r"read_register|read_volatile_register|write_register|thread\.pointer|clear_cache|init\.trampoline|"
    r"adjust\.trampoline|eh\.|coro\.|va_|localescape|localrecover|set\.|reset\.|get\.fp|get\.rounding|swift|"
    r"x86\.(?:rdtsc|rdpmc|rdpid|rdpru|rdrand|rdseed|xgetbv|xsave|xrstor|flags|int|sse\.ldmxcsr|sse\.stmxcsr|"
    r"wr|rd[fg]s|clui|stui|umwait|umonitor|tpause|monitor|mwait|senduipi|clzero|wbinvd|ldtilecfg)|"
    r"aarch64\.(?:get\.fpcr|set\.fpcr|hint|break|hlt|rndr))"
)
FAST_FLAGS = ("fast", "reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn")
TOLERATED_FLAGS = ("reassoc", "nsz", "arcp", "contract", "afn")
_FLAGGED = re.compile(
    r"\b(?:fneg|fadd|fsub|fmul|fdiv|frem|fcmp|fptrunc|fpext|phi|select|call)((?: (?:" + "|".join(FAST_FLAGS) + r"))+) "
)
_CALL = re.compile(r"\b(?:call|invoke|callbr)\b(?P<rest>.*)")
_VARIABLE = re.compile(rf"^@({NAME}) = (.*)$")


@dataclass(frozen=True)
class Allowed:
    """What the reference's hot function itself uses, and so a candidate may use too."""

    symbols: frozenset[str]
    indirect_calls: bool
    fast_flags: frozenset[str]
    assumes: int
    unreachables: int


def allowed_by(reference: Function) -> Allowed:
    """Read off the reference what its candidates may use."""
    body = "\n".join(strip_comment(line) for line in reference.body)
    return Allowed(
        frozenset(referenced_globals(reference)),
        any(_is_indirect(line) for line in reference.instructions),
        frozenset(flag for match in _FLAGGED.finditer(body) for flag in match[1].split()),
        body.count("@llvm.assume("),
        len(re.findall(r"^\s+unreachable", body, re.M)),
    )


Finding = tuple[Reason, str]


def check(text: str, allowed: Allowed, policy: Policy) -> Finding | None:
    """The first reason to refuse the module `text`, with words, or None when it may be built and run."""
    lines = [strip_comment(line) for line in text.splitlines()]
    rules: list[Callable[[], Finding | None]] = [
        lambda: _check_top_level(lines),
        lambda: _check_instructions(text),
        lambda: _check_references(text, lines, allowed),
        lambda: _check_flags(text, allowed, policy),
        lambda: _check_facts(text, allowed, policy),
    ]
    return next((finding for rule in rules if (finding := rule())), None)


def _check_top_level(lines: Iterable[str]) -> Finding | None:
    for line in lines:
        if line.startswith("module asm"):
            return Reason.GATE_ASM, "module-level assembly is not allowed"
        variable = _VARIABLE.match(line)
        if variable is None:
            continue
        name, words = unquote(variable[1]), variable[2]
        if name.startswith("llvm."):
            return Reason.GATE_CONSTRUCTOR, f"@{name} (constructors, used lists) is not allowed"
        if re.search(r"\b(?:alias|ifunc)\b", words.split("{")[0].split('"')[0]):
            return Reason.GATE_CONSTRUCTOR, f"@{name} is an alias or ifunc, which is not allowed"
        external = re.match(r"(?:external|extern_weak)\b", words)
        if not external and re.search(r"\bglobal\b", words.split('"')[0]):
            return Reason.GATE_STATE, f"@{name} is a mutable global: a candidate may keep no state between calls"
        if re.search(r'\bsection "', words):
            return Reason.GATE_CONSTRUCTOR, f"@{name} names a section, which is not allowed"
    return None


def _check_instructions(text: str) -> Finding | None:
    for function in functions(text):
        if re.search(r'\b(?:section|gc|prefix|prologue) |\bpersonality\b', strip_comment(function.header)):
            return Reason.GATE_CONSTRUCTOR, f"@{function.name} has a section, prefix, gc or personality clause"
        for line in function.instructions:
            bare = strip_comment(line)
            if re.search(r"\b(?:call|invoke|callbr)\b.* asm (?:sideeffect |alignstack |inteldialect |unwind )*\"", bare):
                return Reason.GATE_ASM, "inline assembly is not allowed"
            if "inttoptr" in bare or "addrspace(" in bare or "addrspacecast" in bare:
                return Reason.GATE_POINTER, f"pointers made from integers are not allowed: {bare[:80]}"
            if re.match(r"(?:fence|%\S+ = (?:atomicrmw|cmpxchg|va_arg))\b", bare) or " volatile " in bare[:60]:
                return Reason.GATE_POINTER, f"atomic and volatile operations are not allowed: {bare[:80]}"
    return None


def _check_references(text: str, lines: Iterable[str], allowed: Allowed) -> Finding | None:
    own = {function.name for function in functions(text)}
    own |= {unquote(match[1]) for line in lines if (match := _VARIABLE.match(line)) and " constant " in f" {match[2]}"}
    own -= {name for name in own if re.search(rf"^@\"?{re.escape(name)}\"? = external", text, re.M)}
    for function in functions(text):
        for line in function.instructions:
            bare = strip_comment(line)
            if _is_indirect(bare) and not allowed.indirect_calls:
                return Reason.GATE_CALL, f"indirect calls are not allowed: {bare[:80]}"
            called = _callee(bare)
            for name in map(unquote, GLOBAL_REFERENCE.findall(_without_strings(bare))):
                if name not in own and not _may_use(name, name == called, allowed):
                    reason = Reason.GATE_CALL if name == called else Reason.GATE_REFERENCE
                    return reason, f"@{name} is not something the original function uses, nor a pure libm function"
    return None


def _may_use(name: str, is_call: bool, allowed: Allowed) -> bool:
    if name in allowed.symbols:
        return True
    if not is_call:
        return False
    if name.startswith("llvm."):
        return not FORBIDDEN_INTRINSICS.match(name)
    return name in MEMORY_FUNCTIONS or name in PURE_LIBM or (name.endswith("f") and name[:-1] in PURE_LIBM)


def _callee(line: str) -> str | None:
    call = _CALL.search(line)
    if call is None:
        return None
    target = re.search(rf"@({NAME})\(", call["rest"])
    return unquote(target[1]) if target else None


def _is_indirect(line: str) -> bool:
    call = _CALL.search(strip_comment(line))
    if call is None or " asm " in call["rest"]:
        return False
    target = re.search(rf"([%@])(?:{NAME})\(", call["rest"])
    return target is not None and target[1] == "%"


def _without_strings(line: str) -> str:
    return re.sub(r'c"[^"]*"', "", line)


def _check_flags(text: str, allowed: Allowed, policy: Policy) -> Finding | None:
    used = {flag for match in _FLAGGED.finditer(text) for flag in match[1].split()}
    new = used - allowed.fast_flags
    if policy is Policy.TOLERANT:
        new -= set(TOLERATED_FLAGS)
    if new:
        return Reason.GATE_FAST_MATH, f"fast-math flags {', '.join(sorted(new))} are not allowed (policy {policy})"
    return None


def _check_facts(text: str, allowed: Allowed, policy: Policy) -> Finding | None:
    if policy is not Policy.STRICT:
        return None
    if text.count("call void @llvm.assume(") > allowed.assumes:
        return Reason.GATE_FACT, "llvm.assume states a fact that nobody proved (policy strict)"
    if len(re.findall(r"^\s+unreachable", text, re.M)) > allowed.unreachables:
        return Reason.GATE_FACT, "unreachable states a fact that nobody proved (policy strict)"
    return None
