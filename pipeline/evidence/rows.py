"""How far apart the rows of arrays lie, read off a function's address computations."""

from __future__ import annotations

import re

from pipeline.ir.module import NAME, Function

_ROW = re.compile(rf"getelementptr (?:\w+ )*(?P<type>\[[^,\n]*\]), ptr %(?P<name>{NAME}),")
_DIMENSION = re.compile(r"(\d+) x ")
_ELEMENT = re.compile(r"\b(double|float|i\d+)\]")
_BYTES = {"double": 8, "float": 4}


def row_facts(function: Function) -> tuple[str, ...]:
    """One text an array behind a pointer parameter: `C: 220 x double (1760 bytes)`; the first row type found counts."""
    names = {parameter.name for parameter in function.signature.parameters if parameter.is_pointer}
    found: dict[str, str] = {}
    for line in function.body:
        match = _ROW.search(line)
        element = _ELEMENT.search(match["type"]) if match else None
        if match and element and match["name"] in names:
            dimensions = [int(size) for size in _DIMENSION.findall(match["type"])]
            size = _BYTES.get(element[1]) or max(1, int(element[1].removeprefix("i")) // 8)
            for dimension in dimensions:
                size *= dimension
            shape = " x ".join([*map(str, dimensions), element[1]])
            found.setdefault(match["name"], f"{match['name']}: {shape} ({size} bytes)")
    return tuple(found.values())
