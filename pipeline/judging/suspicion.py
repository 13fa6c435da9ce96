"""Measurements that are too good to be believed at once, or in a way that only cheating or a broken meter explains."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from pipeline.findings import Roofline
from pipeline.judging.meter import Measurement
from pipeline.records import Reason

# A gain from here on is verified and measured once more before it counts.
TOO_GOOD = 10.0
# The gain on the program's own input over the gain on hidden ones beyond which the own one is special.
SPECIAL = 1.5
# From so many pairs on, a disturbed round does not hide the difference.
MANY_PAIRS = 100
NEARLY_ALL = 0.8
# What part of the time claimed to be saved may turn up elsewhere in the process, in a median and beyond its spread.
ELSEWHERE = 0.5
SPREADS = 5.0
LEAST_SECONDS = 200e-6


def too_good(gain: float, roofline: Roofline | None) -> str:
    """Why a gain is looked at again before it counts, empty when it need not be.

    A roofline that the reference itself exceeds is wrong, or its operations are, and says nothing of candidates.
    """
    if gain >= TOO_GOOD:
        return f"{gain:.1f}x"
    if roofline and roofline.percent < 100 < gain * roofline.percent:
        rate = gain * roofline.attained / 1e9
        return f"{rate:.1f} GFLOP/s where this machine's roofline is at {roofline.attainable / 1e9:.1f}"
    return ""


def suspicion(measurement: Measurement, reference: str, name: str) -> tuple[Reason, str] | None:
    """Why the arm `name` cannot be as fast as it looks beside `reference`, or None."""
    return special_case(measurement, reference, name) or off_the_clock(measurement, reference, name)


def special_case(measurement: Measurement, reference: str, name: str) -> tuple[Reason, str] | None:
    """A candidate that knows the program's own input: much faster there than on hidden inputs, whatever the noise."""
    logs = [
        math.log(base / own)
        for base, own in zip(measurement.seconds[reference], measurement.seconds[name], strict=True)
    ]
    known = [value for value, case in zip(logs, measurement.cases, strict=True) if case.is_own]
    hidden = [value for value, case in zip(logs, measurement.cases, strict=True) if not case.is_own]
    if len(known) < 2 or len(hidden) < 2 or not _apart(known, hidden):
        return None
    ratio = math.exp(statistics.median(known) - statistics.median(hidden))
    if ratio < SPECIAL:
        return None
    gain = math.exp(statistics.median(known)), math.exp(statistics.median(hidden))
    detail = f"{gain[0]:.2f}x on the program's own input but {gain[1]:.2f}x on hidden ones: the answers are built in"
    return Reason.SPECIAL_CASE, detail


def _apart(higher: Sequence[float], lower: Sequence[float]) -> bool:
    """Every value of one side is above every value of the other; with many pairs, nearly every one."""
    pairs = len(higher) * len(lower)
    wins = sum(high > low for high in higher for low in lower)
    return wins == pairs or (pairs >= MANY_PAIRS and wins >= NEARLY_ALL * pairs)


def off_the_clock(measurement: Measurement, reference: str, name: str) -> tuple[Reason, str] | None:
    """Time that left the stopwatch but not the process: a clock that was set back, work put off, other threads."""
    saved = statistics.median(measurement.seconds[reference]) - statistics.median(measurement.seconds[name])
    pairs = zip(measurement.rest[name], measurement.rest[reference], strict=True)
    more = [own - base for own, base in pairs]
    found = statistics.median(more)
    if saved <= 0 or found < max(LEAST_SECONDS, ELSEWHERE * saved) or found < SPREADS * _spread(more):
        return None
    detail = f"{saved:.2g} s seem saved, but the process takes {found:.2g} s more outside the function"
    return Reason.OFF_CLOCK, detail


def _spread(values: Sequence[float]) -> float:
    """The median absolute deviation."""
    middle = statistics.median(values)
    return statistics.median(abs(value - middle) for value in values)
