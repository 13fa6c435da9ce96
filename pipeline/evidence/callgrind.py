"""Reading callgrind's files: what every machine instruction of a program did in a simulation.

# callgrind format            names are spelt once and numbered: fn=(3) main … fn=(3)
positions: instr line         positions are hexadecimal addresses and lines, or +n, -n, * from the one before
events: Ir Dr Dw …            trailing zeros of a cost line are left out
fn=(3) main
0x401000 12 1
calls=7 0x401100 20           the next line is the inclusive cost of those calls
+5 * 700 30
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.errors import UsageError
from pipeline.findings import Counts, LineCounts

_NAME = re.compile(r"(c?)(fn|ob|fl|fi|fe)=(?:\((\d+)\))?\s*(.*)")
_FILES = ("fl", "fi", "fe")
_PASSED_OVER = ("#", "jump=", "jcnd=", "totals:", "rec", "frfn=")


@dataclass(frozen=True)
class Cost:
    """One cost line: where (`address` and `line` are 0 when unknown), what it cost, and for calls who was called."""

    object: str
    file: str
    function: str
    address: int
    line: int
    events: tuple[int, ...]
    callee: str = ""
    calls: int = 0


@dataclass(frozen=True)
class Callgrind:
    """A whole file: names of the events, cost lines, and what its head says (`creator`, `desc I1 cache`, …)."""

    events: tuple[str, ...]
    costs: tuple[Cost, ...]
    head: dict[str, str]
    summary: tuple[int, ...] = ()

    def counts(self, events: Sequence[int]) -> Counts:
        """A line's events as counts; those that the file does not have are 0."""
        found = dict(zip(self.events, events, strict=False))
        add = {name: sum(found.get(part, 0) for part in parts) for name, parts in _PARTS.items()}
        return Counts(**add)


_PARTS = {
    "instructions": ("Ir",),
    "reads": ("Dr",),
    "writes": ("Dw",),
    "d1_misses": ("D1mr", "D1mw"),
    "ll_misses": ("DLmr", "DLmw"),
    "branches": ("Bc", "Bi"),
    "mispredictions": ("Bcm", "Bim"),
}


@dataclass
class _Reader:
    """Where the reader stands: the scope that name lines set, the last position, the call whose cost comes next."""

    events: tuple[str, ...] = ()
    positions: tuple[str, ...] = ("line",)
    head: dict[str, str] = field(default_factory=dict)
    summary: tuple[int, ...] = ()
    costs: list[Cost] = field(default_factory=list)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    scope: dict[str, str] = field(default_factory=lambda: {"ob": "", "fl": "", "fn": "", "cfn": ""})
    last: dict[str, int] = field(default_factory=dict)
    calls: int = 0

    def take(self, line: str) -> None:
        """Read one line."""
        if not line or line.startswith(_PASSED_OVER):
            return
        if name := _NAME.fullmatch(line):
            self._name(*name.groups())
        elif line.startswith("calls="):
            self.calls = int(line[6:].split(maxsplit=1)[0])
        elif line[0] in "0123456789+-*":
            self._cost(line.split())
        elif ":" in line:
            self._head(line)
        else:
            raise ValueError(line)

    def _name(self, called: str, kind: str, number: str | None, spelt: str) -> None:
        space = "fl" if kind in _FILES else kind
        if number:
            spelt = spelt or self.names.get((space, number), "")
            self.names[space, number] = spelt
        if not called:
            self.scope[space] = spelt
        elif kind == "fn":
            self.scope["cfn"] = spelt

    def _cost(self, words: list[str]) -> None:
        for kind, word in zip(self.positions, words, strict=False):
            self.last[kind] = self._position(word, self.last.get(kind, 0))
        events = tuple(int(word, 0) for word in words[len(self.positions) :])
        callee = self.scope["cfn"] if self.calls else ""
        place = (self.scope["ob"], self.scope["fl"], self.scope["fn"])
        where = (self.last.get("instr", 0), self.last.get("line", 0))
        self.costs.append(Cost(*place, *where, events, callee, self.calls))
        self.calls = 0

    @staticmethod
    def _position(word: str, last: int) -> int:
        if word == "*":
            return last
        return last + int(word) if word[0] in "+-" else int(word, 0)

    def _head(self, line: str) -> None:
        key, _, value = line.partition(":")
        value = value.strip()
        if key == "events":
            self.events = tuple(value.split())
        elif key == "positions":
            self.positions = tuple(value.split())
        elif key == "summary":
            self.summary = tuple(int(word) for word in value.split())
        elif key == "desc":
            what, _, rest = value.partition(":")
            self.head[f"desc {what}"] = rest.strip()
        else:
            self.head[key] = value


def read_callgrind(text: str) -> Callgrind:
    """Everything in a callgrind file; jumps and recursion marks are passed over.

    Raises:
        UsageError: the text is no callgrind file; names the line.
    """
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), 1):
        try:
            reader.take(line.strip())
        except ValueError as error:
            raise UsageError(f"line {number} is not of callgrind's format: {line[:80]}") from error
    if not reader.events:
        raise UsageError("no callgrind file: it names no events")
    return Callgrind(reader.events, tuple(reader.costs), reader.head, reader.summary)


def line_counts(found: Callgrind, file: str, functions: Iterable[str]) -> tuple[tuple[LineCounts, ...], Counts]:
    """Counts by line of `file` for code of the given functions, and what of their own code is on no line of it.

    Machine code to which the compiler gives no line counts with the code in front of it. The cost of a call stays with
    the line that calls, unless the callee is one of the functions itself.
    """
    wanted = frozenset(functions)
    costs = [cost for cost in found.costs if _plain(cost.function) in wanted and _plain(cost.callee) not in wanted]
    placed = _placed(costs, file)
    rows: dict[int, LineCounts] = {}
    ran: dict[int, int] = {}
    nowhere = Counts()
    for cost in costs:
        counts, line = found.counts(cost.events), placed(cost)
        row = rows.get(line) or LineCounts(line=line, own=Counts())
        if cost.calls:
            rows[line] = row.model_copy(update={"called": row.called + counts})
        elif line:
            # One address may be in several blocks: entered from above, and jumped to.
            ran[cost.address] = ran.get(cost.address, 0) + counts.instructions
            often = max(row.executions, ran[cost.address] if cost.address else 0)
            rows[line] = row.model_copy(update={"own": row.own + counts, "executions": often})
        else:
            nowhere += counts
    return tuple(rows[line] for line in sorted(rows)), nowhere


def _placed(costs: Sequence[Cost], file: str) -> Callable[[Cost], int]:
    """Gives the line of a cost: its own, else that of the nearest code before it, else 0."""
    known = sorted({cost.address: cost.line for cost in costs if cost.file == file and cost.line}.items())
    addresses = [address for address, _ in known]

    def line_of(cost: Cost) -> int:
        if cost.file == file and cost.line:
            return cost.line
        place = bisect_right(addresses, cost.address)
        return known[place - 1][1] if cost.address and place else 0

    return line_of


def _plain(function: str) -> str:
    """A recursive function has one name per depth: `fib'2`."""
    return function.partition("'")[0]
