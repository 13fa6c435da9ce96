"""Puts together what `perf stat` printed in several lines though it is one counter of one program."""

from __future__ import annotations

import math

from pipeline.evidence.perf_lines import CounterStatus, Reading

_TOTAL_TIME_PERCENT = 101.0  # 100, and room for perf's two decimals


def same_event(group: list[Reading]) -> Reading:
    """Intervals or CPUs of one event: their counts add up."""
    counted = [reading for reading in group if reading.value is not None]
    if len(counted) < 2:
        return counted[0] if counted else group[0]
    first = counted[0]
    return Reading(
        event=first.event,
        value=_tidy(math.fsum(reading.value or 0.0 for reading in counted), first.unit),
        status=CounterStatus.COUNTED,
        unit=first.unit,
        running_percent=min(reading.running_percent for reading in counted),
    )


def across_events(group: list[Reading]) -> Reading:
    """The same event of the kinds of core of a hybrid CPU.

    perf extrapolates each kind's count to the whole time, as if the program had run on that kind only. So
    where the shares of time add up to one, the program's count is the mean weighted by them; where they add
    up to more (system-wide counting, where every PMU counts all the time) it is the sum.
    """
    counted = [reading for reading in group if reading.value is not None]
    if len(counted) < 2:
        return counted[0] if counted else group[0]
    percent = sum(reading.running_percent for reading in counted)
    shared = 0.0 < percent <= _TOTAL_TIME_PERCENT
    weights = [reading.running_percent / percent if shared else 1.0 for reading in counted]
    value = math.fsum(weight * (reading.value or 0.0) for weight, reading in zip(weights, counted, strict=True))
    return Reading(
        event=" + ".join(reading.event for reading in counted),
        value=_tidy(value, counted[0].unit),
        status=CounterStatus.COUNTED,
        unit=counted[0].unit,
        running_percent=min(100.0, percent if shared else min(reading.running_percent for reading in counted)),
    )


def _tidy(value: float, unit: str) -> float:
    """Drop what only the addition of floats put there: counts are whole, amounts have perf's digits."""
    return round(value, 9 if unit else 0)
