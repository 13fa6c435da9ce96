"""IR for reading: what a person or a model needs of a function, without what only tools need."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.ir.module import find_function, strip_comment

_METADATA = re.compile(r", ![a-zA-Z_.]+ (?:!\d+|!\{\})")
_ATTRIBUTE = re.compile(r"(?<=[\s)])#\d+\b ?")
_FACTS = re.compile(
    r"\b(?:noundef|nofree|captures\([^)]*\)|nocapture|local_unnamed_addr|unnamed_addr|dso_local|mustprogress|uwtable|"
    r"range\([^)]*\)|dereferenceable\(\d+\)|initializes\(\([^)]*\)\)) "
)


def readable(module: str, hot: str, comments: Mapping[int, str] | None = None) -> str:
    """The hot function with the types, constants and declarations it uses; no TBAA, scopes, attributes.

    `comments` go behind lines of the function's body, counted from 0.
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
    lines += body
    lines.append("}")
    return "\n".join(line for line in lines).strip() + "\n"


def _clean(line: str) -> str:
    line = strip_comment(line)
    line = _METADATA.sub("", line)
    line = _ATTRIBUTE.sub("", line)
    return _FACTS.sub("", line).rstrip()
