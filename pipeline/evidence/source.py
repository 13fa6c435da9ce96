"""The C text of the hot function, cut out of the user's source, with the declarations that it uses.

All of it works on the text as written, macros unexpanded, by matching brackets: a heuristic that need not understand C
to the last, since people and models read the result.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_FILES = 40
_DIRECTIVE = re.compile(r"[ \t]*#(?:[^\n]*\\\n)*[^\n]*")
# What ends or begins a piece at the top level.
_MARK = re.compile(r"^[ \t]*#|[{;]", re.M)
_DEFINE = re.compile(r"\s*#\s*define\s+(\w+)(\(?)")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"\n]+)"', re.M)
_DECORATION = re.compile(r"#\s*define\s+(\w+)\s+(?:__attribute__\s*\(\(.*\)\)|\[\[.*\]\])")
_NAME = re.compile(r"[A-Za-z_]\w*")
_TAG = re.compile(r"\b(?:struct|union|enum)\s+(\w+)\s*\{")
_ENUMERATION = re.compile(r"\benum\b[^{};]*\{([^}]*)\}")
_DECLARATOR = re.compile(r"(\w+)\s*(?:\)\s*\(|\[|=|,|;|$)")


@dataclass(frozen=True)
class Declaration:
    """One top-level piece of C text; `calls` are names that count only where an opening bracket follows them."""

    text: str
    names: frozenset[str]
    calls: frozenset[str] = frozenset()


def c_function(text: str, name: str) -> str | None:
    """The definition of `name` in C text with the comment right above it, or None where the text has none."""
    blank = _blank_out(text)
    found = _definition(blank, name)
    if found is None:
        return None
    at, end = found
    before = re.search(r"[;}#][^;}#\n]*\n(?=[^;}#]*\Z)", blank[:at])
    return text[before.end() if before else 0 : end + 1].strip("\n")


def c_function_line(text: str, name: str) -> int | None:
    """The line, counted from 1, on which the definition of `name` names it, or None where the text has none."""
    found = _definition(_blank_out(text), name)
    return text.count("\n", 0, found[0]) + 1 if found else None


def _definition(blank: str, name: str) -> tuple[int, int] | None:
    """Where the definition of `name` names it, and where its body closes."""
    for match in re.finditer(rf"\b{re.escape(name)}\s*\(", blank):
        closing = _matching(blank, match.end() - 1, "(", ")")
        opening = re.compile(r"\s*(?:__attribute__\s*\(\(.*?\)\)\s*)?\{").match(blank, closing + 1)
        if closing < 0 or opening is None:
            continue
        end = _matching(blank, opening.end() - 1, "{", "}")
        return (match.start(), end) if end > 0 else None
    return None


def find_c_function(sources: Iterable[Path], name: str) -> str | None:
    """The definition of `name` in the first source that has one."""
    found = find_source(sources, name)
    return found.written if found else None


@dataclass(frozen=True)
class Source:
    """The C text of a function, as written and for reading, and the declarations that it needs, empty for none."""

    written: str
    text: str
    declared: str = ""


def find_source(
    sources: Iterable[Path],
    name: str,
    includes: Sequence[Path] = (),
    defines: Sequence[str] = (),
    known: Collection[str] = (),
) -> Source | None:
    """The definition of `name` in the first source that has one, with what that and its own headers declare of it.

    Headers are those included in quotes, beside the file that includes them or in `includes`; `defines` are macros of
    the command line, NAME or NAME=VALUE; `known` are names that need no declaration. What is for reading lacks macros
    that stand for attributes alone.
    """
    for path in sources:
        found = c_function(_read(path), name) if path.suffix == ".c" else None
        if found:
            pieces = [_macro(define) for define in defines]
            pieces += [piece for text in _with_headers(path, includes) for piece in declarations(text)]
            wanted = used_declarations(pieces, found, {name, *known})
            readable, texts = found, list[str]()
            for piece in wanted:
                if decoration := _DECORATION.fullmatch(piece.text):
                    readable = re.sub(rf"\b{decoration[1]}\b[ \t]*", "", readable)
                else:
                    texts.append(piece.text)
            return Source(found, readable, "\n".join(dict.fromkeys(texts)))
    return None


def _macro(define: str) -> Declaration:
    name, _, value = define.partition("=")
    return Declaration(f"#define {name} {value or 1}", frozenset((name.partition("(")[0],)))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _with_headers(path: Path, includes: Sequence[Path]) -> list[str]:
    """The text of a file behind those of the headers that it includes in quotes, each once."""
    seen: dict[Path, str] = {}

    def visit(file: Path) -> None:
        place = file.resolve()
        if place in seen or len(seen) >= MOST_FILES or not place.is_file():
            return
        text = seen[place] = _read(place)
        for header in _INCLUDE.findall(text):
            found = (folder / header for folder in (place.parent, *includes))
            visit(next((candidate for candidate in found if candidate.is_file()), place))
        seen[place] = seen.pop(place)  # behind what it includes

    visit(path)
    return list(seen.values())


def used_declarations(pieces: Sequence[Declaration], text: str, known: Collection[str]) -> list[Declaration]:
    """Those pieces that `text` uses, or that another one needs, in their order. Of several for a name, the first."""
    defined: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        for name in piece.names - frozenset(known):
            defined.setdefault(name, index)
    wanted: set[int] = set()
    pending = [text]
    while pending:
        blank = _blank_out(pending.pop())
        for match in _NAME.finditer(blank):
            index = defined.get(match[0], -1)
            if index < 0 or index in wanted:
                continue
            if match[0] in pieces[index].calls and not blank[match.end() :].lstrip().startswith("("):
                continue
            wanted.add(index)
            pending.append(pieces[index].text)
    return [pieces[index] for index in sorted(wanted)]


def declarations(text: str) -> Iterator[Declaration]:
    """The top-level pieces of C text that define something: macros, types, variables, functions."""
    blank = _blank_out(text)
    start = position = 0
    while mark := _MARK.search(blank, position):
        position = mark.end()
        if mark[0].endswith("#"):
            directive = _DIRECTIVE.match(blank, mark.start())
            end = directive.end() if directive else position
            if named := _DEFINE.match(blank, mark.start()):
                names = frozenset((named[1],))
                yield Declaration(text[mark.start() : end].strip(), names, names if named[2] else frozenset())
            start = position = end
            continue
        if mark[0] == "{":
            position = _matching(blank, mark.start(), "{", "}") + 1
            if not position:
                return
            if not _is_function(blank[start:position]):  # the braces of a type or an initialiser: up to the semicolon
                continue
        yield from _piece(text[start:position], blank[start:position])
        start = position


def _is_function(head: str) -> bool:
    before = head.partition("{")[0]
    return bool(re.search(r"\)\s*(?:__attribute__\s*\(\(.*\)\)\s*)?\Z", before)) and "=" not in before


def _piece(text: str, blank: str) -> Iterator[Declaration]:
    head, _, body = blank.partition("{")
    if body and _is_function(blank):
        name = re.search(r"(\w+)\s*\(", head)
        names = frozenset((name[1],)) if name else frozenset()
        yield Declaration(text.strip(), names, names)
        return
    found = set(_TAG.findall(blank))
    for constants in _ENUMERATION.findall(blank):
        found |= {name for part in constants.split(",") for name in _NAME.findall(part.partition("=")[0])}
    flat = _without_braces(blank).partition("=")[0]
    prototype = re.search(r"(\w+)\s*\([^*]", flat)
    if prototype and "typedef" not in flat:
        yield Declaration(text.strip(), frozenset((prototype[1],)), frozenset((prototype[1],)))
        return
    found |= set(_DECLARATOR.findall(flat))
    if found:
        yield Declaration(text.strip(), frozenset(found))


def _without_braces(blank: str) -> str:
    while "{" in blank:
        opening = blank.index("{")
        closing = _matching(blank, opening, "{", "}")
        blank = blank[:opening] + (blank[closing + 1 :] if closing > 0 else "")
    return blank


def _blank_out(text: str) -> str:
    """The same length of text with comments, strings and characters replaced by blanks."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _matching(text: str, opening: int, left: str, right: str) -> int:
    """Where the bracket at `opening` closes, -1 where it does not."""
    depth = 0
    for bracket in re.compile(rf"[{re.escape(left + right)}]").finditer(text, opening):
        depth += 1 if bracket[0] == left else -1
        if depth == 0:
            return bracket.start()
    return -1
