"""IR for reading: what a person or a model needs of a function, without what only tools need."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.ir.module import find_function, strip_comment

_LABEL = re.compile(r'(?:[\w.$-]+|"[^"]*"):')
_METADATA = re.compile(r", ![a-zA-Z_.]+ (?:!\d+|!\{\})")
_ATTRIBUTE = re.compile(r"(?<=[\s)])#\d+\b ?")
_FACTS = re.compile(
    r"\b(?:noundef|nofree|captures\([^)]*\)|nocapture|local_unnamed_addr|unnamed_addr|dso_local|mustprogress|uwtable|"
    r"range\([^)]*\)|dereferenceable\(\d+\)|initializes\(\([^)]*\)\)) "
)


def readable(module: str, hot: str, comments: Mapping[int, str] | None = None, *, cold: bool = True) -> str:
    """The hot function with the types, constants and declarations it uses; no TBAA, scopes, attributes.

    `comments` go behind lines of the function's body, counted from 0. Without `cold`, basic blocks that have none are
    left out, except the first.
    """
    function = find_function(module, hot)
    if function is None:
        return ""
    kept = [line for line in module.splitlines() if re.match(r"%\S+ = type |@\S+ = |declare ", line)]
    lines = [_clean(line) for line in kept]
    lines += ["", _clean(function.header)]
    body = [_clean(line) for line in function.body]
    for place, comment in (comments or {}).items():
        body[place] += f"  ; {comment}"
    lines += body if cold else _hot_blocks(body, comments or {})
    lines.append("}")
    return "\n".join(lines).strip() + "\n"


def _hot_blocks(body: Sequence[str], places: Collection[int]) -> Iterator[str]:
    """The lines of the first block and of those with a line in `places`; of the others, how many they are."""
    starts = [0, *(place for place, line in enumerate(body) if place and _LABEL.match(line)), len(body)]
    skipped = 0
    for start, end in pairwise(starts):
        if start and not any(start <= place < end for place in places):
            skipped += end - start
            continue
        if skipped:
            yield f"; ({skipped} lines of blocks that hardly ever run)"
        yield from body[start:end]
        skipped = 0
    if skipped:
        yield f"; ({skipped} lines of blocks that hardly ever run)"


def _clean(line: str) -> str:
    line = strip_comment(line)
    line = _METADATA.sub("", line)
    line = _ATTRIBUTE.sub("", line)
    return _FACTS.sub("", line).rstrip()
