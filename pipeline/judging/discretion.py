"""What a reply may make the compiler read, and what of the compiler's messages goes back to the proposer."""

from __future__ import annotations

import re
from pathlib import Path

# Strings first, so that a comment mark inside one does not hide what follows. As for the compiler, a literal that is
# not closed ends with its line.
_COMMENT_OR_STRING = re.compile(
    r'"(?:\\[^\n]|[^"\\\n])*(?:"|$)|'
    r"'(?:\\[^\n]|[^'\\\n])*(?:'|$)|"
    r"/\*(?:(?!\*/).)*(?:\*/|\Z)|//[^\n]*",
    re.M | re.S,
)
_DIAGNOSTIC = re.compile(r"(?P<file>[^\s:][^:\n]*):(?:\d+):(?:\d+:)? (?:fatal error|error|warning|note|remark): ")


def foreign_include(text: str) -> str | None:
    """The first directive that reads a file other than a system header by its plain name, or None.

    The compiler's message may quote what it read, and that message goes back to the proposer.
    """
    joined = re.sub(r"\\[ \t]*\r?\n|\?\?/\r?\n", "", text)
    if raw := re.search(r'\b(?:u8|[uUL])?R"', joined):
        return f"{raw[0]} (a raw string)"
    bare = _COMMENT_OR_STRING.sub(lambda match: " " if match[0].startswith("/") else match[0], joined)
    for match in re.finditer(r"(?m)^[ \t\f\v]*(?:#|%:|\?\?=)\s*(include|include_next|import|embed)\b([^\n]*)", bare):
        header = re.match(r"\s*<([\w./+-]+)>\s*$", match[2])
        plain = header and not header[1].startswith("/") and ".." not in header[1]
        if match[1] != "include" or not plain:
            return match[0].strip()[:100]
    return None


def about(text: str, source: str) -> str:
    """The diagnostics about one file: those about others may quote what a reply must not see."""
    kept, ours = [], True
    for line in text.splitlines():
        if found := _DIAGNOSTIC.match(line):
            ours = found["file"] in (source, "<scratch space>", "<command line>")
        if line.startswith("In file included from "):
            ours = False
        if ours:
            kept.append(line)
    return "\n".join(kept)


def first_lines(text: str, work: Path) -> str:
    """A tool's message without the paths of this run, its first lines only."""
    lines = text.replace(f"{work}/", "").splitlines()
    return "\n".join(lines[:12])[:1200]
