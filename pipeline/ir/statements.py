"""A module's text line by line, in a form in which keywords can be told from names and strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.ir.module import NAME, split_words, strip_comment, unquote

FAST_FLAGS = ("fast", "reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn")
# One of them, as a regular expression.
FAST_FLAG = rf"(?:{'|'.join(FAST_FLAGS)})"
_STATEMENT = re.compile(r"\s+(?:%_ = )?(?:(?:tail|musttail|notail) )?(?P<opcode>[a-z_]+)(?P<rest>.*)")
_FLAGS = re.compile(rf"(?: {FAST_FLAG}\b)+")
_CALLS = ("call", "invoke", "callbr")


@dataclass(frozen=True)
class Line:
    """A line without its comment: as it stands, and `blank`, with a stand-in for every name and string."""

    text: str
    blank: str
    in_body: bool

    @property
    def shown(self) -> str:
        """The line as a message quotes it."""
        return self.text.strip()[:80]

    @property
    def opcode(self) -> str:
        """The instruction that begins on this line of a function's body, or an empty string."""
        match = _STATEMENT.match(self.blank) if self.in_body else None
        return match["opcode"] if match else ""

    @property
    def callee(self) -> str | None:
        """The function called by name; an empty string for any other callee, None when this is no call."""
        if self.opcode not in _CALLS:
            return None
        for word in split_words(self.text):
            match = re.match(rf"([@%])({NAME})\(", word)
            if match:
                return unquote(match[2]) if match[1] == "@" else ""
        return ""

    @property
    def is_indirect(self) -> bool:
        """True for calls and jumps whose target is a value."""
        return self.opcode == "indirectbr" or "blockaddress" in self.blank or self.callee == ""

    @property
    def fast_flags(self) -> list[str]:
        """The fast-math flags of the instruction."""
        match = _STATEMENT.match(self.blank) if self.in_body else None
        found = _FLAGS.match(match["rest"]) if match else None
        return found[0].split() if found else []


def blank(text: str) -> str:
    """The text with names of values, of metadata and strings blanked, so that what is left are keywords."""
    text = re.sub(rf"([@%$])(?:{NAME})", r"\1_", text)
    return re.sub(r"![-\w.$\\]+", "!_", re.sub(r'c?"[^"\n]*"', '""', text))


def scan(lines: Iterable[str], *, in_body: bool = False) -> Iterator[Line]:
    """The lines of a module (or, with `in_body`, of a function's body) as `opt` prints it."""
    for raw in lines:
        text = strip_comment(raw).rstrip(" ")
        if text == "}":
            in_body = False
        yield Line(text, blank(text), in_body)
        in_body = in_body or text.startswith("define")
