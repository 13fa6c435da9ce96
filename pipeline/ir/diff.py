"""What differs between two texts of IR, blind to numbering.

`%12`, `!3` and `#4` are counters, and so are the digits that LLVM puts behind a local name (`%cmp819`): one instruction
more, and every later line looks new. Lines are therefore matched by their text without these digits, and a matched pair
counts as equal.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["equal", "replace", "delete", "insert"]
Tag = tuple[Kind, int, int, int, int]
Span = tuple[int, int]

CONTEXT = 3
# A stretch without unique lines is compared pair by pair up to this many pairs; beyond, popular lines are passed over.
EXHAUSTIVE_PAIRS = 250_000
# Lines longer than this are not compared word by word.
WORDWISE_LIMIT = 2_000

_NUMBERED = re.compile(r"(?<![\w$.-])([%!#])\d+\b(?![\w$.-])")
_LOCAL = re.compile(r"(?P<name>%[-a-zA-Z$._][-\w$.]*?)\.?\d+(?![-\w$.])")
_LABEL = re.compile(r"^(?P<name>[-\w$.]*?)\.?\d*:(?P<rest>.*)")
_PREDECESSORS = re.compile(r"; preds = .*")
_WORD = re.compile(r"[\w.$%@!#-]+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Row:
    """One line of a comparison: line numbers (0-based) in the old and in the new text, None on a side without one."""

    kind: Kind
    old: int | None
    new: int | None


@dataclass(frozen=True)
class Fold:
    """Equal lines that are not shown: rows `start` to `end` (exclusive) of the comparison."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Diff:
    """A comparison: its rows in order, and where its hunks (runs of changed rows) begin and end (exclusive)."""

    rows: tuple[Row, ...]
    hunks: tuple[Span, ...]

    @property
    def added(self) -> int:
        """Lines that only the new text has."""
        return sum(row.kind != "equal" and row.new is not None for row in self.rows)

    @property
    def removed(self) -> int:
        """Lines that only the old text has."""
        return sum(row.kind != "equal" and row.old is not None for row in self.rows)


def blind(line: str) -> str:
    """A line without its numbering.

    >>> blind("  %12 = load double, ptr %3, align 8, !tbaa !7")
    '  %_ = load double, ptr %_, align 8, !tbaa !_'
    """
    label = _LABEL.match(line)
    if label:
        line = f"{label['name']}:{label['rest']}"
    return _LOCAL.sub(r"\g<name>", _NUMBERED.sub(r"\1_", _PREDECESSORS.sub("", line))).rstrip()


def diff(old: Sequence[str], new: Sequence[str], *, blinded: bool = True) -> Diff:
    """Compare two texts line by line; with `blinded` off the numbering counts."""
    left = [blind(line) for line in old] if blinded else list(old)
    right = [blind(line) for line in new] if blinded else list(new)
    rows: list[Row] = []
    for tag in _merged(_compare(left, right, 0, 0)):
        rows.extend(_rows(tag))
    return Diff(tuple(rows), tuple(_hunks(rows)))


def folded(found: Diff, context: int = CONTEXT, opened: frozenset[int] = frozenset()) -> list[Row | Fold]:
    """The rows to show: changes with `context` equal lines around them, the rest folded.

    A fold whose first row is in `opened` is shown in full.
    """
    near = [False] * len(found.rows)
    for start, end in found.hunks:
        for index in range(max(0, start - context), min(len(near), end + context)):
            near[index] = True
    shown: list[Row | Fold] = []
    index = 0
    while index < len(near):
        if near[index]:
            shown.append(found.rows[index])
            index += 1
            continue
        end = index
        while end < len(near) and not near[end]:
            end += 1
        # A fold's own line takes the place of one line: hiding a single one saves nothing.
        keep = index in opened or end - index == 1
        shown.extend(found.rows[index:end] if keep else [Fold(index, end)])
        index = end
    return shown


def unified(shown: Sequence[Row | Fold]) -> list[Row | Fold]:
    """The rows to show one below the other: of every hunk first the old lines, then the new ones."""
    lines: list[Row | Fold] = []
    added: list[Row] = []
    for row in shown:
        if isinstance(row, Fold) or row.kind == "equal":
            lines += added
            added = []
            lines.append(row)
            continue
        if row.old is not None:
            lines.append(Row("delete", row.old, None))
        if row.new is not None:
            added.append(Row("insert", None, row.new))
    return [*lines, *added]


def changed_words(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """Where two versions of a line differ, as spans of characters in each; numbering is passed over."""
    if len(old) + len(new) > WORDWISE_LIMIT:
        return [(0, len(old))], [(0, len(new))]
    left, right = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, [blind(word) for word in left], [blind(word) for word in right], autojunk=False)
    spans: tuple[list[Span], list[Span]] = ([], [])
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            spans[0].append((_length(left[:i1]), _length(left[:i2])))
            spans[1].append((_length(right[:j1]), _length(right[:j2])))
    return ([span for span in spans[0] if span[0] < span[1]], [span for span in spans[1] if span[0] < span[1]])


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _rows(tag: Tag) -> Iterator[Row]:
    """Rows of one stretch; of a replaced one the lines pair up from the top."""
    kind, i1, i2, j1, j2 = tag
    for offset in range(max(i2 - i1, j2 - j1)):
        old = i1 + offset if i1 + offset < i2 else None
        new = j1 + offset if j1 + offset < j2 else None
        yield Row(kind if old is not None and new is not None else "insert" if old is None else "delete", old, new)


def _hunks(rows: Sequence[Row]) -> Iterator[Span]:
    start: int | None = None
    for index, row in enumerate(rows):
        if row.kind != "equal" and start is None:
            start = index
        elif row.kind == "equal" and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(rows)


def _merged(tags: Iterator[Tag]) -> Iterator[Tag]:
    """Neighbouring stretches of one kind as one, a removal beside an addition as a replacement."""
    last: Tag | None = None
    for tag in tags:
        if last is not None and (last[0] == "equal") == (tag[0] == "equal"):
            _, i1, _, j1, _ = last
            i2, j2 = tag[2], tag[4]
            kind: Kind = "equal" if tag[0] == "equal" else "delete" if j1 == j2 else "insert" if i1 == i2 else "replace"
            last = (kind, i1, i2, j1, j2)
            continue
        if last is not None:
            yield last
        last = tag
    if last is not None:
        yield last


def _compare(left: Sequence[str], right: Sequence[str], at: int, to: int) -> Iterator[Tag]:
    """Stretches of two lists of lines that begin at lines `at` and `to` of their texts.

    Patience: what stands once on both sides is an anchor; between anchors, where few lines are left, pair by pair.
    """
    head = _common_head(left, right)
    tail = _common_head(left[head:][::-1], right[head:][::-1])
    if head:
        yield "equal", at, at + head, to, to + head
    inner_left, inner_right = left[head : len(left) - tail], right[head : len(right) - tail]
    yield from _inner(inner_left, inner_right, at + head, to + head)
    if tail:
        yield "equal", at + len(left) - tail, at + len(left), to + len(right) - tail, to + len(right)


def _inner(left: Sequence[str], right: Sequence[str], at: int, to: int) -> Iterator[Tag]:
    if not left or not right:
        if left or right:
            yield "delete" if left else "insert", at, at + len(left), to, to + len(right)
        return
    anchors = _anchors(left, right)
    if not anchors:
        exhaustive = len(left) * len(right) <= EXHAUSTIVE_PAIRS
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=not exhaustive).get_opcodes():
            yield kind, at + i1, at + i2, to + j1, to + j2
        return
    i = j = 0
    for i2, j2 in anchors:
        yield from _compare(left[i:i2], right[j:j2], at + i, to + j)
        yield "equal", at + i2, at + i2 + 1, to + j2, to + j2 + 1
        i, j = i2 + 1, j2 + 1
    yield from _compare(left[i:], right[j:], at + i, to + j)


def _common_head(left: Sequence[str], right: Sequence[str]) -> int:
    for count, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return count
    return min(len(left), len(right))


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """Lines that stand exactly once on each side, in the longest order that both sides share."""
    once = Counter(left)
    place = {line: index for index, line in enumerate(right)}
    counts = Counter(right)
    pairs = [(i, place[line]) for i, line in enumerate(left) if once[line] == 1 and counts[line] == 1]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[Span]) -> list[Span]:
    """The longest run of pairs (in order of the first number) whose second numbers rise."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int | None] = []
    for index, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(piles[pile - 1] if pile else None)
        if pile == len(tops):
            tops.append(value)
            piles.append(index)
        else:
            tops[pile], piles[pile] = value, index
    chain: list[Span] = []
    at = piles[-1] if piles else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
