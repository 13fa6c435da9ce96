"""What paired samples say: a speedup with its interval, the noise floor, and the decision.

The effect is the median of paired log-ratios with a 99 % percentile bootstrap interval (Efron: Bootstrap methods,
Annals of Statistics 1979; scipy). Wilcoxon's signed-rank test (1945) stands beside it and decides nothing. On this kind
of data nominal 95 % intervals were wrong in 6 to 10 % of A/A trials, 99 % ones in about 2 %, hence the level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.records import Interval, Outcome

if TYPE_CHECKING:
    import numpy as np

CONFIDENCE = 0.99
RESAMPLES = 5000
# No effect below one per cent is ever claimed, however quiet the machine.
SMALLEST_EFFECT = 0.01


def paired_speedup(reference: Sequence[float], candidate: Sequence[float], seed: int = 0) -> Interval:
    """Speedup of `candidate` over `reference`; both hold seconds, one pair a round.

    Raises:
        ValueError: the lengths differ, there is no pair, or a time is not positive.
    """
    import numpy as np
    from scipy import stats

    ratios = _log_ratios(reference, candidate)
    middle = float(np.median(ratios))
    if len(ratios) < 2 or np.ptp(ratios) == 0:
        return Interval(speedup=math.exp(middle), low=math.exp(middle), high=math.exp(middle), pairs=len(ratios))
    result = stats.bootstrap(
        (ratios,),
        np.median,
        confidence_level=CONFIDENCE,
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(seed),
    )
    low, high = result.confidence_interval
    return Interval(
        speedup=math.exp(middle),
        low=math.exp(low),
        high=math.exp(high),
        pairs=len(ratios),
        p_value=float(stats.wilcoxon(ratios).pvalue),
    )


def _log_ratios(first: Sequence[float], second: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    import numpy as np

    if len(first) != len(second) or not first:
        raise ValueError("paired samples of equal, positive length are needed")
    if not all(0 < seconds < math.inf for seconds in (*first, *second)):
        raise ValueError("a run time must be positive and finite")
    return np.log(np.asarray(first, dtype=np.float64) / np.asarray(second, dtype=np.float64))


def noise_floor(first: Sequence[float], second: Sequence[float], pairs: int, seed: int = 0) -> float:
    """How far apart (as a fraction) two identical programs look.

    The 95th percentile of |median log-ratio| over `pairs` pairs, resampled from an A/A trial of the reference.

    Raises:
        ValueError: as for `paired_speedup`, or `pairs` is not positive.
    """
    import numpy as np

    if pairs < 1:
        raise ValueError("at least one pair is needed")
    ratios = _log_ratios(first, second)
    picks = np.random.default_rng(seed).choice(ratios, size=(RESAMPLES, pairs))
    return float(np.expm1(np.quantile(np.abs(np.median(picks, axis=1)), 0.95)))


def decide(interval: Interval, floor: float) -> Outcome:
    """Faster or slower only when the interval excludes 1 and the effect exceeds the noise floor and one per cent."""
    least = 1 + max(floor, SMALLEST_EFFECT)
    if interval.low > 1 and interval.speedup > least:
        return Outcome.FASTER
    if interval.high < 1 and interval.speedup < 1 / least:
        return Outcome.SLOWER
    return Outcome.INCONCLUSIVE


def width(interval: Interval) -> float:
    """The interval's width as a fraction of the effect."""
    return math.log(interval.high / interval.low) if interval.low > 0 else math.inf


def geomean(values: Sequence[float]) -> float:
    """Geometric mean of positive ratios, the only mean that does not depend on which side is the base; 1 for none.

    Fleming and Wallace: How not to lie with statistics, CACM 1986.
    """
    return math.exp(math.fsum(math.log(value) for value in values) / len(values)) if values else 1.0
