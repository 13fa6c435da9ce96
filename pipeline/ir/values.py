"""SSA values as a debugger's local variables, in a module that has line tables into its own IR (see `lines`).

Records are not instructions: the machine code stays the same to the byte, and a value that has no place of its own
any more is shown as optimised out. Vectors, aggregates and values of terminators are left out.
"""

from __future__ import annotations

import re

from pipeline.ir.module import Function, functions, lines_of, strip_comment
from pipeline.ir.statements import FAST_FLAG

_VALUE = re.compile(r'  %(?P<name>"[^"\n]*"|[-\w$.]+) = (?:(?:tail|musttail|notail) )?(?P<op>[a-z_]+) (?P<rest>.*)')
_SCOPE = re.compile(r" !dbg !(\d+) \{$")
_LOCATION = re.compile(r", !dbg !(\d+)")
_NUMBERED = re.compile(r"^!(\d+) = ", re.M)
_CASTS = ("trunc", "zext", "sext", "fptrunc", "fpext", "fptoui", "fptosi", "uitofp", "sitofp", "ptrtoint", "inttoptr")
_TERMINATORS = ("invoke", "callbr", "landingpad", "catchpad", "cleanuppad", "catchswitch")
_FLAG = re.compile(
    rf"(?:{FAST_FLAG}|nuw|nsw|exact|disjoint|nneg|samesign|inbounds|nusw|volatile|atomic"
    r"|noundef|signext|zeroext|range\([^)]*\)|nofpclass\([^)]*\)|(?:fastcc|ccc)) "
)
_TYPE = re.compile(r"(?:i(?:1|8|16|32|64)|float|double|ptr)(?=[ ,]|$)")
# DWARF's encodings, and sizes in bits, of the types that are shown.
_BASIC = {
    "i1": ("DW_ATE_boolean", 8),
    "i8": ("DW_ATE_signed", 8),
    "i16": ("DW_ATE_signed", 16),
    "i32": ("DW_ATE_signed", 32),
    "i64": ("DW_ATE_signed", 64),
    "float": ("DW_ATE_float", 32),
    "double": ("DW_ATE_float", 64),
}


def type_of(op: str, rest: str) -> str | None:
    """The type of the value that `op rest` makes, None where it is no scalar or the instruction is not known."""
    if op in _TERMINATORS:
        return None
    if op in ("icmp", "fcmp"):
        return None if " <" in f" {rest}" else "i1"
    if op in ("getelementptr", "alloca"):
        return None if "<" in rest else "ptr"
    if op in (*_CASTS, "bitcast", "addrspacecast"):
        found = re.search(rf" to ({_TYPE.pattern})", rest)
        return found[1] if found else None
    if op == "extractelement":
        found = re.match(r"<\d+ x ([^>]+)>", rest)
        return found[1] if found and _TYPE.fullmatch(found[1]) else None
    if op == "select":
        rest = rest.partition(", ")[2]
    while flag := _FLAG.match(rest):
        rest = rest[flag.end() :]
    found = _TYPE.match(rest)
    return found[0] if found else None


def with_values(annotated: str, text: str) -> str:
    """The module `annotated` (made by `with_lines` from `text`) with a variable for each scalar SSA value."""
    numbers = _Numbers(max(map(int, _NUMBERED.findall(annotated))) + 1)
    lines = lines_of(annotated)
    for function in functions(text):
        _describe(function, lines, numbers)
    whole = "\n".join(lines).replace("emissionKind: LineTablesOnly", "emissionKind: FullDebug")
    return "\n".join([whole, *numbers.metadata]) + "\n"


class _Numbers:
    """Hands out metadata numbers, one for each type and variable."""

    def __init__(self, free: int) -> None:
        self.free = free
        self.metadata: list[str] = []
        self.types: dict[str, int] = {}

    def add(self, node: str) -> int:
        self.metadata.append(f"!{self.free} = {node}")
        self.free += 1
        return self.free - 1

    def type(self, name: str) -> int:
        if name not in self.types:
            if name == "ptr":
                node = "!DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)"
            else:
                encoding, size = _BASIC[name]
                node = f'!DIBasicType(name: "{name}", size: {size}, encoding: {encoding})'
            self.types[name] = self.add(node)
        return self.types[name]


def _describe(function: Function, lines: list[str], numbers: _Numbers) -> None:
    """Append records to the lines of one function; those of phis wait until the last phi of their block."""
    scope = _SCOPE.search(lines[function.start])
    if scope is None:
        return
    waiting: list[str] = []
    for index in range(function.start + 1, function.start + 1 + len(function.body)):
        line = lines[index]
        match, location = _VALUE.match(strip_comment(line)), _LOCATION.search(line)
        phi = match is not None and match["op"] == "phi"
        if waiting and not phi and line.startswith("  "):
            lines[index] = "\n".join([*waiting, line])
            waiting = []
        if match is None or location is None:
            continue
        type_ = type_of(match["op"], match["rest"])
        if type_ is None:
            continue
        name, shown = match["name"].strip('"'), numbers.type(type_)
        variable = numbers.add(f'!DILocalVariable(name: "%{name}", scope: !{scope[1]}, type: !{shown})')
        record = f"    #dbg_value({type_} %{match['name']}, !{variable}, !DIExpression(), !{location[1]})"
        if phi:
            waiting.append(record)
        else:
            lines[index] += f"\n{record}"
