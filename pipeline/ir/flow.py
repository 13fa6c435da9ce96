"""Where the integers that a function loads go: into arithmetic and decisions only, or into addresses too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection

from pipeline.ir.module import NAME, Function, strip_comment, unquote

_RESULT = re.compile(rf"%({NAME}) = (.*)")
_VALUE = re.compile(rf"%({NAME})")
_NAMED = re.compile(rf"[%@]{NAME}")
_LOAD = re.compile(
    r"load (?!ptr\b)[^,]*, (?P<places>.*)|call .*@llvm\.masked\.(?:load|gather|expandload)\.(?P<masked>.*)"
)
_HARMLESS = re.compile(r"@llvm\.(?:lifetime|prefetch|assume|masked\.(?:load|gather|expandload|store|scatter))\b")
_STORE = re.compile(r"store (?P<value>.*?), ptr (?P<place>.*)")
_DECISION = re.compile(r"(?:icmp|br|switch|ret)\b")
# Intrinsics that compute; any other call may make anything of its arguments.
_COMPUTING = re.compile(
    r"(?:(?:tail|musttail|notail) )?call [^@]*@llvm\.(?:[su](?:max|min|cmp)|abs|ctpop|ctlz|cttz|bswap|bitreverse"
    r"|fsh[lr]|[su](?:add|sub|mul|shl)\.(?:sat|with)|vector\.reduce)"
)
_ADDRESS = re.compile(r"(?:getelementptr|inttoptr|alloca)\b")


def plain_integers(function: Function, roots: Callable[[str], Collection[str]]) -> set[str]:
    """The parameters and globals (with their sigils) behind which lie integers that the function reads as mere data.

    None of them is seen by another function. None, nor anything computed from them, also by way of memory, is part of
    an address, an argument of a call, or an extent. `roots` leads from a pointer to those that it was made from.
    """
    users: dict[str, list[str]] = defaultdict(list)
    loads: dict[str, list[str]] = defaultdict(list)
    elsewhere: set[str] = set()
    for line in function.instructions:
        bare = strip_comment(line)
        result = _RESULT.match(bare)
        right = result[2] if result else bare
        for value in {unquote(name) for name in _VALUE.findall(right)}:
            users[value].append(bare)
        if result and (load := _LOAD.match(right)):
            for root in _all_roots(load["places"] or load["masked"] or "", roots):
                loads[root].append(unquote(result[1]))
        elif ("call " in right and not _HARMLESS.search(right)) or right.startswith("store ptr "):
            elsewhere |= _all_roots(right.split("(", 1)[-1], roots)
    return {root for root in loads if root not in elsewhere and _stays_data(root, users, loads, roots)}


def _all_roots(text: str, roots: Callable[[str], Collection[str]]) -> set[str]:
    return {root for name in _NAMED.findall(text) for root in roots(name[0] + unquote(name[1:]))}


def _stays_data(
    start: str, users: dict[str, list[str]], loads: dict[str, list[str]], roots: Callable[[str], Collection[str]]
) -> bool:
    """Follow everything that is loaded from behind `start`, and from wherever it is stored to."""
    seen: set[str] = set()
    pending = list(loads[start])
    while pending:
        value = pending.pop()
        if value in seen:
            continue
        seen.add(value)
        for line in users.get(value, ()):
            result = _RESULT.match(line)
            right = result[2] if result else line
            store = _STORE.match(right)
            if store and re.search(rf"%\"?{re.escape(value)}(?![-\w$.])", store["value"]):
                pending += [other for root in _all_roots(store["place"], roots) for other in loads.get(root, ())]
            elif store or _DECISION.match(right) or right.startswith("load "):
                continue
            elif _ADDRESS.match(right) or ("call " in right and not _COMPUTING.match(right)):
                return False
            elif result:
                pending.append(unquote(result[1]))
    return True
