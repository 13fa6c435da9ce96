"""What the optimiser said: reading the files of `-fsave-optimization-record`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from pipeline.findings import Remark

Kind: TypeAlias = Literal["passed", "missed", "analysis"]
Place: TypeAlias = tuple[int, int]  # line and column
_KINDS: tuple[tuple[str, Kind], ...] = (("Passed", "passed"), ("Missed", "missed"), ("Analysis", "analysis"))
# What speaks of memory, vectors and calls; the others tell of clean-up that nobody can act on.
_TELLING: Mapping[str, tuple[Kind, ...]] = {
    "loop-vectorize": ("passed", "missed", "analysis"),
    "slp-vectorizer": ("passed", "missed"),
    "licm": ("missed",),
    "gvn": ("missed",),
    "inline": ("missed",),
    "loop-unroll": ("passed",),
    "regalloc": ("missed",),
}
# The folder of a file in a message.
_PATH = re.compile(r"(?<=\s)/(?:[^\s/]+/)+(?=[^\s/]+:\d)")
_FIELD = re.compile(r"(\w[\w ]*):\s*(.*)")
_PLACE = re.compile(
    r"File:\s*(?P<file>'(?:[^']|'')*'|\"[^\"]*\"|[^,]*),\s*Line:\s*(?P<line>\d+),\s*Column:\s*(?P<column>\d+)"
)


def read_remarks(text: str, function: str | None = None) -> list[Remark]:
    """The telling remarks in a record file, those about `function` only when it is named.

    Equal remarks are one, with their count. What is not of LLVM's form is passed over.
    """
    documents = re.split(r"^--- ", text, flags=re.M)[1:]
    every = [remark for document in documents for remark in _remark(document, function)]
    telling = [remark for remark in _located(every) if remark.kind in _TELLING.get(remark.optimiser, ())]
    return [remark.model_copy(update={"count": count}) for remark, count in Counter(telling).items()]


def _located(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Analyses without a position get that of the missed optimisation that they explain, the next of their pass."""
    for place, remark in enumerate(remarks):
        if remark.kind == "analysis" and not remark.line:
            after = (other for other in remarks[place + 1 :] if other.optimiser == remark.optimiser)
            explained = next(after, None)
            if explained is not None and explained.kind == "missed" and explained.line:
                where = {"file": explained.file, "line": explained.line, "column": explained.column}
                yield remark.model_copy(update=where)
                continue
        yield remark


def _remark(document: str, function: str | None) -> Iterator[Remark]:
    lines = list(_unwrapped(document.splitlines()))
    tag = lines[0].strip().lstrip("!") if lines else ""
    kind = next((kind for prefix, kind in _KINDS if tag.startswith(prefix)), None)
    fields = {match[1]: match[2] for line in lines[1:] if (match := _FIELD.match(line))}
    if kind is None or "Pass" not in fields or (function and _scalar(fields.get("Function", "")) != function):
        return
    place = _PLACE.search(fields.get("DebugLoc", ""))
    yield Remark(
        kind=kind,
        optimiser=_scalar(fields["Pass"]),
        name=_scalar(fields.get("Name", "")),
        message=_PATH.sub("", re.sub(r"\s+", " ", "".join(_arguments(lines)))).strip(),
        file=_scalar(place["file"]) if place else "",
        line=int(place["line"]) or None if place else None,
        column=int(place["column"]) or None if place else None,
    )


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Lines with what LLVM wrapped at 80 columns joined again, and block scalars put on their key's line."""
    held = ""
    for line in lines:
        if line == "...":
            break
        if held:
            if held.endswith("|") and (not line.strip() or line.startswith("      ")):
                held = f"{held[:-1]}{line.strip()} |"
                continue
            if not held.endswith("|"):
                held = f"{held} {line.strip()}"
                if not _open(held):
                    yield held
                    held = ""
                continue
            yield held[:-1].rstrip()
            held = ""
        if re.search(r":\s+\|-?$", line):
            held = re.sub(r"\|-?$", "|", line)
        elif _open(line):
            held = line
        else:
            yield line
    if held:
        yield held.removesuffix("|").rstrip()


def _open(line: str) -> bool:
    """True where a flow map or a quoted scalar goes on in the next line."""
    value = line.partition(": ")[2].strip()
    if value.startswith("{"):
        return not value.endswith("}")
    if value.startswith("'"):
        return len(re.findall("'", value)) % 2 == 1
    return value.startswith('"') and (len(value) == 1 or not re.search(r'(?<!\\)(?:\\\\)*"$', value[1:]))


def _arguments(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if match := re.match(r"  - \w[\w ]*:(?:\s(.*))?$", line):
            yield _scalar(match[1] or "", keep=True)


def _scalar(text: str, *, keep: bool = False) -> str:
    """The value of a YAML scalar: quoted once, twice or not at all; `keep` leaves blanks inside quotes alone."""
    text = text.strip()
    if text.startswith("'"):
        text = text[1:-1].replace("''", "'")
    elif text.startswith('"'):
        text = re.sub(r"\\(.)", lambda match: {"n": " ", "t": " "}.get(match[1], match[1]), text[1:-1])
    return text if keep else text.strip()
