"""The C text of the hot function, cut out of the user's source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path


def c_function(text: str, name: str) -> str | None:
    """The definition of `name` in C text with the comment right above it, or None where the text has none.

    Works on the text as written, macros unexpanded; strings, characters and comments are skipped when matching braces.
    """
    blank = _blank_out(text)
    for match in re.finditer(rf"\b{re.escape(name)}\s*\(", blank):
        closing = _matching(blank, match.end() - 1, "(", ")")
        opening = re.compile(r"\s*(?:__attribute__\s*\(\(.*?\)\)\s*)?\{").match(blank, closing + 1)
        if closing < 0 or opening is None:
            continue
        end = _matching(blank, opening.end() - 1, "{", "}")
        before = re.search(r"[;}#][^;}#\n]*\n(?=[^;}#]*\Z)", blank[: match.start()])
        start = before.end() if before else 0
        return text[start : end + 1].strip("\n") if end > 0 else None
    return None


def find_c_function(sources: Iterable[Path], name: str) -> str | None:
    """The definition of `name` in the first source that has one."""
    for source in sources:
        if source.suffix == ".c":
            found = c_function(source.read_text(encoding="utf-8", errors="replace"), name)
            if found:
                return found
    return None


def _blank_out(text: str) -> str:
    """The same length of text with comments, strings and characters replaced by blanks."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _matching(text: str, opening: int, left: str, right: str) -> int:
    depth = 0
    for index in range(opening, len(text)):
        depth += {left: 1, right: -1}.get(text[index], 0)
        if depth == 0:
            return index
    return -1
