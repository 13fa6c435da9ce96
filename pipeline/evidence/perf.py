"""What `perf stat` measured: its text to one record, whatever the format, locale and perf version."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import UsageError
from pipeline.evidence.perf_combine import across_events, same_event
from pipeline.evidence.perf_lines import CounterStatus, Metric, Reading, parse_number, read_line
from pipeline.records import Record

__all__ = ["Counter", "CounterStatus", "DerivedMetric", "PerfStat", "parse_perf_stat", "read_perf_stat"]

_ALIASES = {
    "cpu-cycles": "cycles",
    "branch-instructions": "branches",
    "cs": "context-switches",
    "migrations": "cpu-migrations",
    "faults": "page-faults",
}
_SOFTWARE_NAMES = """
task-clock cpu-clock context-switches cpu-migrations page-faults minor-faults major-faults alignment-faults
emulation-faults cgroup-switches bpf-output dummy duration_time user_time system_time
"""
_SOFTWARE_EVENTS = frozenset(_SOFTWARE_NAMES.split())
# PMUs that exist in perf's files but count in the kernel, or count time and energy, not the program's work.
_NOT_HARDWARE_PMUS = re.compile(r"software|tool|msr|power|tracepoint|kprobe|uprobe|breakpoint|hwmon\w*|cstate_\w+")
_SECONDS = re.compile(
    r"\s*(?P<value>\d[\d.,]*)(?:\s+\+-\s+[\d.,]+)?\s+seconds (?P<what>time elapsed|user|sys)"
    r"(?:\s+\( *\+-.*\))?\s*"
)
_TITLE = re.compile(r"\s*Performance counter stats for (?P<command>.*?)(?: \((?P<runs>\d+) runs\))?:\s*")
# The "started on" line, column titles, section titles, and the rows of `--table` (single elapsed times).
_FURNITURE = re.compile(r"\s*|\s*#.*|\s*[\d.,]+ \([+-][\d.,]+\) #+\s*")
_ADVICE = re.compile(
    r"Some events weren't counted\. Try disabling the NMI watchdog:"
    r"|\techo [01] > /proc/sys/kernel/nmi_watchdog|\tperf stat \.\.\."
    r"|The events in group usually have to be from the same PMU\. Try reorganizing the group\."
)


class Counter(Record):
    """One counter over the whole run.

    Attributes:
        name: canonical, without PMU and modifiers, aliases resolved: `cycles` for `cpu_core/cpu-cycles/u`.
        event: as perf printed it; several, joined by ` + `, where they were put together (hybrid CPUs,
            intervals).
        pmu: prefix of the event, `cpu_core`; empty where there is none.
        modifier: what was counted, `u` for user mode only; empty for perf's default.
        value: count, or amount in `unit`; None unless counted.
        running_percent: share of the time in which it really counted; below 100 perf extrapolated.
        variance_percent: relative standard deviation of the mean over repeated runs (`perf stat -r`).
    """

    name: str
    event: str
    value: float | None
    status: CounterStatus
    pmu: str = ""
    modifier: str = ""
    unit: str = ""
    running_percent: float = 100.0
    variance_percent: float | None = None

    @property
    def is_hardware(self) -> bool:
        """True for an event of the processor's performance monitoring unit."""
        if self.pmu:
            return _NOT_HARDWARE_PMUS.fullmatch(self.pmu) is None
        return self.name not in _SOFTWARE_EVENTS and ":" not in self.name

    def is_comparable_with(self, other: Counter) -> bool:
        """Whether both were counted, by the same unit and for the same privilege levels."""
        mine, theirs = (self.name, self.pmu, self.modifier), (other.name, other.pmu, other.modifier)
        return mine == theirs and self.value is not None and other.value is not None


class DerivedMetric(Record):
    """A figure that perf itself derived on a line of its own, as of top-down analysis."""

    name: str
    value: float
    unit: str = ""


class PerfStat(Record):
    """One `perf stat` output.

    Attributes:
        counters: by canonical name, in perf's order.
        metrics: perf's own derived figures, only those that stand on lines of their own.
        elapsed_s, user_s, sys_s: seconds; None where perf did not print them (CSV, JSON).
        runs: how often the program ran (`perf stat -r`); counters are means over them.
        advice: perf's remarks on counters that it could not schedule.
        unread: the lines that are neither counters nor perf's known texts; show them to the user.
    """

    counters: dict[str, Counter]
    metrics: tuple[DerivedMetric, ...] = ()
    elapsed_s: float | None = None
    user_s: float | None = None
    sys_s: float | None = None
    runs: int = 1
    advice: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def source(self) -> Literal["pmu", "software"]:
        """`pmu` if any hardware counter was counted, else `software`."""
        counted = (c for c in self.counters.values() if c.value is not None)
        return "pmu" if any(counter.is_hardware for counter in counted) else "software"

    def value(self, name: str) -> float | None:
        """The count of a counter by canonical name; None when it is absent or was not counted."""
        counter = self.counters.get(name)
        return None if counter is None else counter.value

    def milliseconds(self, name: str) -> float | None:
        """A clock counter (`task-clock`, `duration_time`) in ms, whichever unit of time perf printed."""
        value = self.value(name)
        # Without a unit: perf before 3.14 counted task-clock in ms and did not say so.
        per_unit = {"": 1.0, "msec": 1.0, "ns": 1e-6, "nsec": 1e-6, "usec": 1e-3, "s": 1e3, "sec": 1e3}
        factor = per_unit.get(self.counters[name].unit) if value is not None else None
        return None if value is None or factor is None else value * factor


def read_perf_stat(path: Path) -> PerfStat:
    """Read the file that `perf stat -o` wrote.

    Raises:
        UsageError: the file cannot be read or holds no perf output.
    """
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    try:
        return parse_perf_stat(text)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def parse_perf_stat(text: str) -> PerfStat:
    """Read the output of one `perf stat`: human table, `-x` CSV with any separator, or `-j` JSON lines.

    Counters printed several times (intervals, cores, hybrid PMUs) are put together into one.

    Raises:
        UsageError: there is no perf output in `text`.
    """
    lines = _sort_lines(text)
    if not lines.readings and not lines.seconds:
        seen = f" (first line not understood: {lines.unread[0][:60]!r})" if lines.unread else ""
        raise UsageError(
            f"holds no perf stat output{seen}; perf writes it to standard error, so record it with: "
            "perf stat -d -o FILE PROGRAM"
        )
    return PerfStat(
        counters={counter.name: counter for counter in _merge(lines.readings)},
        metrics=tuple(DerivedMetric(name=m.name, value=m.value, unit=m.unit) for m in lines.metrics),
        elapsed_s=lines.seconds.get("time elapsed"),
        user_s=lines.seconds.get("user"),
        sys_s=lines.seconds.get("sys"),
        runs=lines.runs,
        advice=tuple(lines.advice),
        unread=tuple(lines.unread),
    )


@dataclass
class _Lines:
    readings: list[Reading]
    metrics: list[Metric]
    seconds: dict[str, float]
    advice: list[str]
    unread: list[str]
    runs: int = 1


def _sort_lines(text: str) -> _Lines:
    found = _Lines([], [], {}, [], [])
    for line in text.splitlines():
        if seconds := _SECONDS.fullmatch(line):
            found.seconds[seconds["what"]] = parse_number(seconds["value"], grouped=False)
        elif isinstance(item := read_line(line), Reading):
            found.readings.append(item)
        elif isinstance(item, Metric):
            found.metrics.append(item)
        elif title := _TITLE.fullmatch(line):
            found.runs = int(title["runs"] or 1)
        elif _ADVICE.fullmatch(line):
            found.advice.append(line.strip())
        elif not _FURNITURE.fullmatch(line):
            found.unread.append(line.strip())
    return found


def _split_event(event: str) -> tuple[str, str, str]:
    """PMU, canonical name and modifier of an event as perf prints it."""
    pmu, name, modifier = "", event, ""
    if match := re.fullmatch(r"(?P<pmu>[\w.-]+)/(?P<name>.*)/(?P<modifier>\w*)", event):
        pmu, name, modifier = match.groups()
    # A single-colon tail of modifier letters; `sched:sched_switch` is a tracepoint and keeps its colon.
    if match := re.fullmatch(r"(?P<name>.+):(?P<modifier>[ukhGHIpPSDWeb]+)", name):
        name, modifier = match["name"], match["modifier"]
    return pmu, _ALIASES.get(name, name), modifier


def _merge(readings: Iterable[Reading]) -> list[Counter]:
    """One counter a name; one event under several modifiers (`cycles:u`, `cycles:k`) stays apart."""
    groups: dict[str, dict[str, dict[str, list[Reading]]]] = {}
    for reading in readings:
        _, name, modifier = _split_event(reading.event)
        groups.setdefault(name, {}).setdefault(modifier, {}).setdefault(reading.event, []).append(reading)
    counters = []
    for name, by_modifier in groups.items():
        for modifier, by_event in by_modifier.items():
            distinct = len(by_modifier) == 1 or not modifier
            combined = across_events([same_event(group) for group in by_event.values()])
            counters.append(_counter(name if distinct else f"{name}:{modifier}", combined))
    return counters


def _counter(name: str, reading: Reading) -> Counter:
    parts = [_split_event(event) for event in reading.event.split(" + ")]
    return Counter(
        name=name,
        event=reading.event,
        value=reading.value,
        status=reading.status,
        pmu="+".join(sorted({pmu for pmu, _, _ in parts if pmu})),
        modifier=parts[0][2],
        unit=reading.unit,
        running_percent=reading.running_percent,
        variance_percent=reading.variance_percent,
    )


def unread_warning(path: Path, stat: PerfStat) -> str | None:
    """One line for the user on what could not be read in the file `path`; None when everything could."""
    if not stat.unread:
        return None
    more = f" (and {len(stat.unread) - 1} more)" if len(stat.unread) > 1 else ""
    return f"warning: {path}: not perf output, left out: {stat.unread[0]!r}{more}"
