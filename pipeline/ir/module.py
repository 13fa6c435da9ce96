"""The text of an LLVM module: where its functions are, what a `define` line says, what it refers to.

Everything here expects text as `opt -S` or clang prints it (one instruction a line, `define … {` on one line,
`}` alone at the end). Untrusted text goes through `opt` first; see `pipeline.toolchain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A quote inside quotes is always written \22, so that a quoted name or string ends at the next quote.
NAME = r'(?:"[^"\n]*"|[-a-zA-Z$._0-9]+)'
QUOTED = re.compile(r'"[^"\n]*"')
DEFINE = re.compile(rf'^define\b(?P<prefix>(?:[^@"\n]|"[^"\n]*")*)@(?P<name>{NAME})\(', re.M)
# A name after `@`, or a string, which is skipped: what looks like a name inside it is none.
_NAME_OR_STRING = re.compile(rf'@(?P<name>{NAME})|%?"[^"\n]*"')
_AFTER_PARAMETERS = re.compile(r"(?: (?:local_)?unnamed_addr)?(?: addrspace\([^)]*\))?")
# Attributes that decide how an argument travels; all others are facts for the optimiser.
ABI_ATTRIBUTES = ("zeroext", "signext", "inreg", "nest", "byval", "sret", "byref", "preallocated", "inalloca")
_OPEN, _CLOSE = "([{<", ")]}>"


@dataclass(frozen=True)
class Parameter:
    """One parameter: its IR type, its name (without `%`, empty when unnamed), its ABI attributes as text."""

    type: str
    name: str
    abi: str = ""

    @property
    def is_pointer(self) -> bool:
        """True for a plain pointer, false for aggregates passed by reference (`byval`, `sret`)."""
        return self.type == "ptr" and not re.search(r"byval|sret|byref|inalloca", self.abi)


@dataclass(frozen=True)
class Signature:
    """What a caller must know of a function: result type with its ABI attributes, and parameters."""

    result: str
    result_abi: str
    parameters: tuple[Parameter, ...]
    variadic: bool = False


@dataclass(frozen=True)
class Function:
    """One function definition inside a module's text: lines `start` to `end` (0-based, inclusive)."""

    name: str
    header: str
    body: tuple[str, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The definition as it stands in the module."""
        return "\n".join((self.header, *self.body, "}"))

    @property
    def signature(self) -> Signature:
        """The signature that the `define` line states."""
        return parse_signature(self.header)

    @property
    def instructions(self) -> Iterator[str]:
        """The body's lines without labels, comments and blank lines, stripped."""
        for line in self.body:
            bare = line.strip()
            if bare and not bare.startswith(";") and line.startswith((" ", "\t")):
                yield bare


def unquote(name: str) -> str:
    """A global's name without the quotes that LLVM puts around unusual ones."""
    return name[1:-1] if name.startswith('"') else name


def lines_of(text: str) -> list[str]:
    """The lines of a module as LLVM sees them; `str.splitlines` also ends lines at other characters."""
    return text.removesuffix("\n").split("\n")


def functions(text: str) -> list[Function]:
    """All function definitions of a module, in order."""
    lines = lines_of(text)
    found: list[Function] = []
    start = -1
    for number, line in enumerate(lines):
        if start < 0 and line.startswith("define"):
            start = number
        elif start >= 0 and line.rstrip() == "}":
            match = DEFINE.match(lines[start])
            if match:
                body = tuple(lines[start + 1 : number])
                found.append(Function(unquote(match["name"]), lines[start], body, start, number))
            start = -1
    return found


def find_function(text: str, name: str) -> Function | None:
    """The definition of `name`, or None."""
    return next((function for function in functions(text) if function.name == name), None)


def replace_header(text: str, function: Function, header: str) -> str:
    """The module's text with another `define` line for `function`."""
    lines = lines_of(text)
    lines[function.start] = header
    return "\n".join(lines) + "\n"


def parse_signature(header: str) -> Signature:
    """Read a `define` or `declare` line.

    >>> parse_signature("define i32 @f(ptr noundef %p, i8 signext %c) #0 {").parameters[1]
    Parameter(type='i8', name='c', abi='signext')
    """
    at, opening, closing = _parts(header)
    inner = header[opening + 1 : closing]
    words = _joined(split_words(header[:at]))
    parameters = []
    variadic = False
    for item in split_top(inner, ","):
        if item.strip() == "...":
            variadic = True
        elif item.strip():
            parameters.append(_parameter(item))
    return Signature(words[-1], _abi(words[1:-1]), tuple(parameters), variadic)


def attributes_start(header: str) -> int:
    """Where in a `define` line the function attributes begin: behind the parameters and `unnamed_addr`."""
    closing = _parts(header)[2]
    match = _AFTER_PARAMETERS.match(header, closing + 1)
    return match.end() if match else closing + 1


def _parts(header: str) -> tuple[int, int, int]:
    """Where the name's `@`, the bracket behind the name and the one that closes it stand.

    Raises:
        ValueError: the line is no `define` or `declare` of a function.
    """
    blank = QUOTED.sub(lambda match: f'"{"_" * (len(match[0]) - 2)}"', header)
    match = re.search(rf"@{NAME}\(", blank)
    if match is None:
        raise ValueError(f"not a define or declare line: {header[:100]}")
    return match.start(), match.end() - 1, _closing(blank, match.end() - 1)


def _joined(words: list[str]) -> list[str]:
    """`ptr` and `addrspace(1)` are one type."""
    if "ptr" in words[:-1]:
        at = words.index("ptr")
        if words[at + 1].startswith("addrspace("):
            return [*words[:at], " ".join(words[at : at + 2]), *words[at + 2 :]]
    return words


def _parameter(text: str) -> Parameter:
    words = _joined(split_words(text))
    named = words[-1].startswith("%") and len(words) > 1
    name = unquote(words[-1][1:]) if named else ""
    return Parameter(words[0], name, _abi(words[1:-1] if named else words[1:]))


def _abi(words: list[str]) -> str:
    kept = [word for word in words if word.split("(")[0] in ABI_ATTRIBUTES]
    if any(word.startswith(("byval", "sret", "byref")) for word in kept):
        kept += [f"align {words[i + 1]}" for i, word in enumerate(words[:-1]) if word == "align"]
    return " ".join(kept)


def _closing(text: str, opening: int) -> int:
    """Index of the bracket that closes the one at `opening`."""
    depth = 0
    for index in range(opening, len(text)):
        if text[index] in _OPEN:
            depth += 1
        elif text[index] in _CLOSE:
            depth -= 1
            if depth == 0:
                return index
    return len(text)


def split_top(text: str, separator: str) -> list[str]:
    """Split at `separator` wherever no bracket or quote is open."""
    parts, depth, quoted, start = [], 0, False, 0
    for index, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth -= 1
        elif char == separator and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def split_words(text: str) -> list[str]:
    """Words at top level: `{ double, i32 } @f` gives `{ double, i32 }` and `@f`; `align 8` is two words."""
    return [word for word in split_top(text.strip(), " ") if word]


def strip_comment(line: str) -> str:
    """The line without its trailing `; …` comment (a `;` inside a string stays)."""
    quoted = False
    for index, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == ";" and not quoted:
            return line[:index].rstrip()
    return line


def global_names(line: str) -> list[str]:
    """The globals that a line without comment mentions, unquoted; what stands inside strings is none."""
    return [unquote(match["name"]) for match in _NAME_OR_STRING.finditer(line) if match["name"]]


def referenced_globals(function: Function) -> set[str]:
    """Names of all globals (functions and variables) that the body mentions."""
    return {name for line in function.body for name in global_names(strip_comment(line))}
