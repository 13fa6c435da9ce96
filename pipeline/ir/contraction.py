"""Fused multiply-add under the strict policy: where the reference rounds twice, a candidate must too."""

from __future__ import annotations

import re

_FMULADD = re.compile(
    r"^(?P<indent>\s+)(?P<result>%\S+) = (?:tail |musttail |notail )?call (?:[a-z]+ )*?"
    r"(?P<type><\d+ x \w+>|double|float) "
    r"@llvm\.fmuladd\.\w+\((?P<arguments>[^()]*)\).*$",
    re.M,
)


def unfuse(text: str) -> str:
    """Replace `llvm.fmuladd`, which may be fused or not, by a multiplication and an addition.

    Only where the baseline of the target has no fused instruction (x86-64), so that the reference never fuses; on
    AArch64 the reference fuses, and so may a candidate.
    """
    if 'target triple = "x86_64' not in text:
        return text
    return _FMULADD.sub(_expanded, text)


def _expanded(match: re.Match[str]) -> str:
    type_ = match["type"]
    arguments = re.split(rf",\s*(?={re.escape(type_)} )", match["arguments"])
    values = [argument.removeprefix(type_).strip() for argument in arguments]
    bare = match["result"].removeprefix("%").strip('"')
    product = f'%"product of {bare}"'
    return (
        f"{match['indent']}{product} = fmul {type_} {values[0]}, {values[1]}\n"
        f"{match['indent']}{match['result']} = fadd {type_} {product}, {values[2]}"
    )
