"""One line of `perf stat` output, in any of its three formats, to a `Reading`.

The formats are those of perf 3.x to 6.x: the human table, `-x<separator>` and `-j`. Locales change them
more than versions do: with `LC_ALL=de_DE.UTF-8` perf writes `27.763` for an integer, `0,72` for a decimal,
and JSON that is not JSON. Fields that carry no count (interval time, aggregation, run time) are recognised
and left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum


class CounterStatus(StrEnum):
    """What became of a counter; the values are perf's words."""

    COUNTED = "counted"
    NOT_SUPPORTED = "not supported"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class Reading:
    """One counter as one line gives it, named as perf printed it; percentages are 0 to 100."""

    event: str
    value: float | None
    status: CounterStatus
    unit: str = ""
    running_percent: float = 100.0
    variance_percent: float | None = None


@dataclass(frozen=True)
class Metric:
    """A figure that perf derived, on a line of its own (top-down analysis): tma_backend_bound, 45.1, %."""

    name: str
    value: float
    unit: str = ""


Line = Reading | Metric

# Event names whose line is believed even where the layout of perf's columns was lost (pasted text).
_COMMON_NAMES = """
cycles cpu-cycles instructions branches branch-instructions branch-misses cache-references cache-misses
stalled-cycles-frontend stalled-cycles-backend bus-cycles ref-cycles task-clock cpu-clock context-switches
cpu-migrations page-faults minor-faults major-faults
"""
_COMMON_EVENTS = frozenset(_COMMON_NAMES.split())
_CACHE_EVENT = re.compile(r"(?:L1-[di]cache|LLC|[di]TLB|branch|node)-(?:load|store|prefetch)s?(?:-misses)?")

# No-break spaces (also narrow), apostrophes and what a wrong decoding leaves of them.
_GROUPING = r"\u00a0\u202f\u2009'\u2019\ufffd"
_NUMBER = rf"\d[\d.,{_GROUPING}]*(?:(?<=\d)\x20\d{{3}}\b)*(?:[.,]\d+)?"
_STATUS = r"<not\x20supported>|<not\x20counted>"
_UNITS = r"msec|usec|nsec|ns|sec|s|Joules|[KMG]i?B|B|Bytes|%|C|W|Watts|V|Hz|MHz|GHz"

_AGGREGATE = r"(?:S\d+(?:-D\d+)?(?:-(?:CLS|L\d-ID|C)\d+)?|D\d+|N\d+)"
_THREAD = r"\S{1,16}-\d+"  # the name of the thread, which the kernel cuts at 15 characters, and its number
_HUMAN = re.compile(
    rf"""
    (?P<lead>\s*)
    (?:\d+[.,]\d{{9}}\s+(?={_NUMBER}|<|S\d|CPU|N\d))?               # time of an interval (-I)
    (?:{_AGGREGATE}\s+\d+\s+|CPU\d+\s+)?                            # --per-core and its relatives, -A
    (?:(?![\d<]){_THREAD}\s+(?=[\d<]))?                             # --per-thread
    (?P<value>{_NUMBER}|{_STATUS})(?P<gap>[ ]+)
    (?:(?P<unit>{_UNITS})[ ]+)?
    (?P<event>\S*[A-Za-z]\S*(?:[ ]\((?P<old_unit>msec)\))?)         # perf 3 wrote: task-clock (msec)
    (?:[ ]+\#(?P<metric>.*?))?
    (?:[ ]+\([ ]?\+-\s*(?P<variance>{_NUMBER})%[ ]?\))?
    (?:[ ]+[(\[](?P<percent>{_NUMBER})%[)\]])?
    \s*
    """,
    re.VERBOSE,
)
_HUMAN_METRIC = re.compile(
    rf"\s*(?:\w+(?:[ ]\(\w+\))?)?\s*\#\s*(?P<value>-?{_NUMBER})\s*(?P<unit>%?)\s+(?P<name>\w[\w ./-]*?)"
    rf"(?:\s+\({_NUMBER}%\))?\s*"
)
_SEPARATOR = r"[^\w\s.<>/'\u2019-]{1,3}?|\t"  # of -x; a blank would be no better than the human format
_CSV = re.compile(
    rf"""
    \s*
    (?:\d+[.,]\d{{9}}(?P<after_time>{_SEPARATOR}))?
    (?:{_AGGREGATE}(?P<after_id>{_SEPARATOR})\d+(?P=after_id)|CPU\d+(?P<after_cpu>{_SEPARATOR}))?
    (?:(?![\d<]){_THREAD}(?P<after_thread>{_SEPARATOR})(?=[\d<]))?
    (?P<value>\d+(?:[.,]\d+)?|{_STATUS})
    (?P<separator>{_SEPARATOR})
    (?P<unit>[A-Za-z%]*)(?P=separator)
    (?P<event>(?=\w)(?=[^\d/]*[A-Za-z])[^\s/]*?(?:/[^/]*/\w*)?(?::[A-Za-z]+)?)
    (?:(?P=separator)(?P<rest>.*))?
    """,
    re.VERBOSE,
)
_CSV_METRIC = re.compile(
    rf"(?P<separator>[^\w\s.<>/-]|\t)(?P=separator)+(?P<value>{_NUMBER})(?P=separator)(?P<name>\S.*)"
)
_JSON_DECIMAL_COMMA = re.compile(r'("\s*:\s*-?\d+),(\d+)(?=\s*[,}])')


def parse_number(text: str, *, grouped: bool) -> float:
    """The number that perf printed under some locale.

    `grouped` says whether thousands may be separated (the human table's counters) or not (seconds, CSV,
    JSON); without it a single `1,234` is a decimal, with it an integer.

    Raises:
        ValueError: `text` is not a number.
    """
    plain = re.sub(rf"[ {_GROUPING}]", "", text)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return float(plain)
    decimal = marks[-1]
    whole, _, fraction = plain.rpartition(decimal)
    is_grouping = marks.count(decimal) > 1 or (grouped and len(marks) == 1 and len(fraction) == 3)
    if is_grouping:
        return float(re.sub(r"[.,]", "", plain))
    return float(re.sub(r"[.,]", "", whole) + "." + fraction)


def read_line(line: str) -> Line | None:
    """What one line of any format says, or None where it is none of perf's counter lines."""
    try:
        return _read_json(line) if line.lstrip().startswith("{") else _read_csv(line) or _read_human(line)
    except (ValueError, TypeError):
        return None


def _reading(event: str, value: str, unit: str, percent: float, variance: float | None, grouped: bool) -> Reading:
    if value.startswith("<"):
        return Reading(event, None, CounterStatus(value.strip("<>")), unit, percent, variance)
    number = parse_number(value, grouped=grouped)
    return Reading(event, number, CounterStatus.COUNTED, unit, percent, variance)


def _read_human(line: str) -> Line | None:
    if match := _HUMAN_METRIC.fullmatch(line):
        return Metric(match["name"], parse_number(match["value"], grouped=True), match["unit"])
    match = _HUMAN.fullmatch(line)
    if match is None:
        return None
    event = match["event"].removesuffix(f" ({match['old_unit']})")
    columns = len(match["gap"]) > 1 or (match["unit"] and match["lead"])
    if not columns and event not in _COMMON_EVENTS and not _CACHE_EVENT.fullmatch(event):
        return None  # "   1.2 seconds" and "100 iterations" of the program itself are no counters
    variance, percent = match["variance"], match["percent"]
    return _reading(
        event,
        match["value"],
        match["unit"] or match["old_unit"] or "",
        100.0 if percent is None else parse_number(percent, grouped=False),
        None if variance is None else parse_number(variance, grouped=False),
        grouped=True,
    )


def _read_csv(line: str) -> Line | None:
    if match := _CSV_METRIC.fullmatch(line):
        unit, name = _split_metric(match["name"].rstrip(match["separator"]))
        return Metric(name, parse_number(match["value"], grouped=False), unit)
    match = _CSV.fullmatch(line)
    if match is None:
        return None
    rest = (match["rest"] or "").split(match["separator"])
    if rest[0] and not rest[0][0].isdigit():
        return None  # `-x:` and an event that has colons itself
    variance = None
    if rest[0].endswith("%"):
        variance = parse_number(rest.pop(0).rstrip("%"), grouped=False)
    percent = parse_number(rest[1], grouped=False) if len(rest) > 1 and rest[1] else 100.0
    return _reading(match["event"], match["value"], match["unit"], percent, variance, grouped=False)


def _read_json(line: str) -> Line | None:
    fields = json.loads(_JSON_DECIMAL_COMMA.sub(r"\1.\2", line.strip().rstrip(",")))
    event, value = fields.get("event"), fields.get("counter-value")
    if isinstance(event, str) and isinstance(value, str):
        variance = fields.get("variance")
        return _reading(
            event,
            value,
            str(fields.get("unit", "")),
            float(fields.get("pcnt-running", 100.0)),
            None if variance is None else float(variance),
            grouped=False,
        )
    metric_value, metric_unit = fields.get("metric-value"), fields.get("metric-unit")
    if isinstance(metric_unit, str) and metric_value is not None:
        unit, name = _split_metric(metric_unit)
        return Metric(name, parse_number(str(metric_value), grouped=False), unit) if name else None
    return None


def _split_metric(text: str) -> tuple[str, str]:
    """`("%", "tma_backend_bound")` of `%  tma_backend_bound`: CSV and JSON put unit and name in one field."""
    unit, _, name = text.strip().partition(" ")
    return ("%", name.strip()) if unit == "%" else ("", text.strip())
