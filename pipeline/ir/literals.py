"""Floating-point literals as LLVM wants them: `2.0` and not `2`, no decimal that a float cannot hold, whole splats."""

from __future__ import annotations

import re
import struct

from pipeline.ir.statements import FAST_FLAG

_TYPE = r"(?P<type>float|double|<(?P<count>\d+) x (?P<element>float|double)>)"
_NUMBER = r"-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?"
_END = r"(?=[\s,>\])]|$)"
# Where a literal's type stands: right before it, or behind the operation.
_TYPED = re.compile(rf"(?<![\w%@.]){_TYPE} (?P<number>{_NUMBER}){_END}")
_BINARY = re.compile(
    rf"(?P<start>.*= (?:fadd|fsub|fmul|fdiv|frem|fcmp)(?: {FAST_FLAG})*(?: [a-z]+)? {_TYPE} )"
    r"(?P<left>[^,]+), (?P<right>[^,;!]+?)(?P<rest>\s*(?:[,;!].*)?)$"
)
_PHI = re.compile(rf"(?P<start>.*= phi(?: {FAST_FLAG})* {_TYPE} )(?P<pairs>.*)$")


def mend_literals(line: str) -> str:
    """The line with every literal of a floating-point type written so that LLVM reads it."""
    line = _TYPED.sub(lambda match: f"{match['type']} {_literal(match['number'], match)}", line)
    if match := _BINARY.match(line):
        left, right = (_literal(match[side], match) for side in ("left", "right"))
        return f"{match['start']}{left}, {right}{match['rest']}"
    if match := _PHI.match(line):
        kind = match
        pairs = re.sub(rf"\[ ?({_NUMBER})(?=,)", lambda pair: f"[ {_literal(pair[1], kind)}", match["pairs"])
        return match["start"] + pairs
    return line


def _literal(word: str, kind: re.Match[str]) -> str:
    """A word as an operand of the type: itself when it is no literal."""
    if not re.fullmatch(_NUMBER, word):
        return word
    element = kind["element"] or kind["type"]
    number = _exact(word, element)
    return f"splat ({element} {number})" if kind["count"] else number


def _exact(word: str, kind: str) -> str:
    """The literal in a notation that holds for the type: decimal where it is exact, else the nearest value in hex."""
    value = float(word)
    if kind == "float":
        try:
            nearest: float = struct.unpack("f", struct.pack("f", value))[0]
        except OverflowError:
            return word
        if nearest != value or "e" in word.lower():
            return f"0x{struct.unpack('>Q', struct.pack('>d', nearest))[0]:016X}"
    mantissa, mark, exponent = word.lower().partition("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}{mark}{exponent}"
