"""Mechanical repairs that `opt`'s own message about a candidate's IR asks for, one at a time.

Each changes how something is written where only one meaning is plausible; whether the meaning is right, the checks that
follow decide. What has no plausible meaning (a use that nothing dominates, a phi without one of its predecessors) goes
back to the proposer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.ir.literals import mend_literals
from pipeline.ir.module import lines_of

_PLACE = re.compile(r"[^\n]*?:(?P<line>\d+):(?P<column>\d+): error: (?P<words>[^\n]*)")
_TWICE = re.compile(r"multiple definition of local value named '(?P<name>.+)'")
_NUMBER = re.compile(r"(?:instruction|label|argument|variable) expected to be numbered ")
_TYPES = re.compile(r"'(?P<value>%.+)' defined with type '(?P<has>.+)' but expected '(?P<wanted>.+)'")
_INTEGER = re.compile(r"i(\d+)")
_VECTOR = re.compile(r"<(?P<count>\d+) x (?P<element>\w+)>")
_LABEL = re.compile(r'(?P<name>"[^"\n]*"|[-a-zA-Z$._0-9]+):')
_TERMINATOR = re.compile(r"\s+(?:ret|br|switch|indirectbr|unreachable)\b")
_PHI = re.compile(r"\s+%\S+ = phi ")
_NAME_END = r"(?![-\w$.])"

Remedy = Callable[[list[str], int, re.Match[str]], "list[str] | None"]


def remedy(text: str, message: str) -> tuple[str, str] | None:
    """The text with the first problem that opt names repaired, and the name of the repair; None where none applies.

    `message` is opt's standard error about exactly this text.
    """
    if "PHI nodes not grouped at top of basic block" in message:
        return _changed(text, "\n".join(_hoisted(text.split("\n"))), "moved phis to the top of their blocks")
    place = _PLACE.match(message)
    if place is None:
        return None
    lines, number = lines_of(text), int(place["line"]) - 1
    if number >= len(lines):
        return None
    for pattern, name, repair in _REMEDIES:
        if found := re.match(pattern, place["words"]):
            after = repair(lines, number, found)
            return _changed(text, "\n".join(after) + "\n", name) if after else None
    return None


def _changed(before: str, after: str, name: str) -> tuple[str, str] | None:
    return None if after == before else (after, name)


def _extent(lines: Sequence[str], number: int) -> tuple[int, int]:
    """First and last line of the function around a line."""
    start = number
    while start > 0 and not lines[start].startswith("define"):
        start -= 1
    end = number
    while end < len(lines) - 1 and lines[end].rstrip() != "}":
        end += 1
    return start, end


def _token(name: str) -> str:
    """A pattern for a local value: `%x`, `%"x y"`."""
    return rf"%{re.escape(name)}{_NAME_END}"


def _fresh(lines: Sequence[str], name: str) -> str:
    """A name like `name` that nobody uses."""
    bare = name.strip('"')
    number = 2
    while any(f"{bare}.{number}" in line for line in lines):
        number += 1
    return f'"{bare}.{number}"' if name.startswith('"') else f"{bare}.{number}"


def _rename_second(lines: list[str], number: int, found: re.Match[str]) -> list[str] | None:
    """A value that is defined again gets a name of its own, from there to its next definition."""
    name = found["name"] if re.fullmatch(r"[-\w$.]+", found["name"]) else f'"{found["name"]}"'
    definition = re.compile(rf"(\s*){_token(name)} = ")
    if not definition.match(lines[number]):
        return None
    new = _fresh(lines, name)
    end = _extent(lines, number)[1]
    after = list(lines)
    after[number] = definition.sub(rf"\g<1>%{new} = ", lines[number], count=1)
    for at in range(number + 1, end):
        stop = definition.match(lines[at])
        head = stop.end() if stop else 0
        after[at] = lines[at][:head] + re.sub(_token(name), f"%{new}", lines[at][head:])
        if stop:
            break
    return after


def _name_numbers(lines: list[str], number: int, _: re.Match[str]) -> list[str]:
    """Values and labels with numbers in a wrong order get names; implicit numbers stay what they are."""
    start, end = _extent(lines, number)
    given = {m[1] for line in lines[start + 1 : end] if (m := re.match(r"\s*(?:%(\d+) = )", line))}
    given |= {m[1] for line in lines[start + 1 : end] if (m := re.match(r"(\d+):", line))}
    given |= set(re.findall(r"%(\d+)\b", lines[start]))

    def named(match: re.Match[str]) -> str:
        return f"%v.{match[1]}" if match[1] in given else match[0]

    body = [re.sub(rf"%(\d+){_NAME_END}", named, line) for line in lines[start:end]]
    body = [re.sub(r"^(\d+):", r"v.\1:", line) for line in body]
    return [*lines[:start], *body, *lines[end:]]


def _literals(lines: list[str], number: int, _: re.Match[str]) -> list[str]:
    start, end = _extent(lines, number)
    return [*lines[:start], *(mend_literals(line) for line in lines[start:end]), *lines[end:]]


def _convert(lines: list[str], number: int, found: re.Match[str]) -> list[str] | None:
    """A value that is used with a wider type is converted once, behind its definition, and used so everywhere."""
    value, has, wanted = found["value"], found["has"], found["wanted"]
    new = f"{value}.{re.sub(r'[^a-z0-9]', '', wanted)}"
    code = _conversion(value, new, has, wanted)
    if code is None or '"' in value:
        return None
    start, end = _extent(lines, number)
    body = lines[start : end + 1]
    token = _token(value[1:])
    use = re.compile(rf"(?P<before>{re.escape(wanted)} (?:\w+ )*(?:[^\s,]+, )?){token}")
    phi = re.compile(rf"(?P<before>\s+%\S+ = phi {re.escape(wanted)} .*?\[ ){token}")
    for at in range(1, len(body)):
        changed = ""
        while changed != body[at]:  # both operands, every incoming value
            changed, body[at] = body[at], phi.sub(rf"\g<before>{new}", use.sub(rf"\g<before>{new}", body[at]))
    if not any(re.search(_token(new[1:]), line) for line in lines[start:end]):
        at = _after_definition(body, value)
        body[at:at] = code
    return [*lines[:start], *body, *lines[end + 1 :]]


def _conversion(value: str, new: str, has: str, wanted: str) -> list[str] | None:
    narrow, wide, vector = _INTEGER.fullmatch(has), _INTEGER.fullmatch(wanted), _VECTOR.fullmatch(wanted)
    if narrow and wide and 1 < int(narrow[1]) < int(wide[1]):
        return [f"  {new} = sext {has} {value} to {wanted}"]
    if vector and vector["element"] == has:
        mask = f"<{vector['count']} x i32> zeroinitializer"
        return [
            f"  {new}.0 = insertelement {wanted} poison, {has} {value}, i64 0",
            f"  {new} = shufflevector {wanted} {new}.0, {wanted} poison, {mask}",
        ]
    return None


def _after_definition(body: Sequence[str], value: str) -> int:
    """Where code that uses a value may stand: behind its definition and the phis there, or first of all."""
    definition = re.compile(rf"\s*{_token(value[1:])} = ")
    at = next((at for at, line in enumerate(body) if definition.match(line)), 0) + 1
    while at < len(body) and (_PHI.match(body[at]) or _LABEL.match(body[at]) or not body[at].strip()):
        at += 1
    return at


def _hoisted(lines: list[str]) -> list[str]:
    """In every block the phis before everything else."""
    after: list[str] = []
    top = 0
    for line in lines:
        if _PHI.match(line):
            after.insert(top, line)
            top += 1
            continue
        after.append(line)
        if _LABEL.match(line) or line.startswith("define"):
            top = len(after)
    return after


def _terminate(lines: list[str], number: int, _: re.Match[str]) -> list[str] | None:
    """A block that runs into the next label goes there; one that runs into the end of a void function returns."""
    start = _extent(lines, number)[0]
    block = number - 1
    while block > start and not _LABEL.match(lines[block]):
        if _TERMINATOR.match(lines[block]):
            return None
        block -= 1
    label = _LABEL.match(lines[number])
    if label:
        return [*lines[:number], f"  br label %{label['name']}", *lines[number:]]
    if lines[number].rstrip() == "}" and re.match(r"define\b[^@]*\bvoid @", lines[start]):
        return [*lines[:number], "  ret void", *lines[number:]]
    return None


_REMEDIES: tuple[tuple[re.Pattern[str], str, Remedy], ...] = (
    (_TWICE, "renamed values that were defined twice", _rename_second),
    (_NUMBER, "named values that were numbered out of order", _name_numbers),
    (re.compile("integer constant must have integer type"), "rewrote floating-point literals", _literals),
    (re.compile("floating point constant invalid for type"), "rewrote floating-point literals", _literals),
    (_TYPES, "converted values that were used with a wider type", _convert),
    (re.compile("expected instruction opcode"), "added missing terminators", _terminate),
)
