"""The statistics on numbers whose truth is known; nothing here is timed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.judging.statistics import (
    CONFIDENCE,
    SMALLEST_EFFECT,
    decide,
    geomean,
    noise_floor,
    paired_speedup,
    width,
)
from pipeline.records import Interval, Outcome

SECONDS = st.floats(1e-6, 1e3)


def samples(seed: int, *, pairs: int, speedup: float, noise: float) -> tuple[list[float], list[float]]:
    """Paired times as a busy machine gives them: log-normal noise, a drift that both share, a few outliers."""
    rng = np.random.default_rng(seed)
    drift = np.exp(0.1 * rng.standard_normal(pairs).cumsum() / math.sqrt(pairs))
    spikes = 1 + 0.5 * (rng.random((2, pairs)) < 0.05)
    noisy = np.exp(noise * rng.standard_normal((2, pairs))) * spikes * drift
    return list(0.01 * noisy[0]), list(0.01 / speedup * noisy[1])


@pytest.mark.parametrize("speedup", [0.5, 1.0, 1.05, 3.0])
def test_the_interval_covers_the_truth_about_as_often_as_it_says(speedup: float) -> None:
    covered = 0
    for seed in range(100):
        found = paired_speedup(*samples(seed, pairs=31, speedup=speedup, noise=0.03))
        assert found.low <= found.speedup <= found.high
        covered += found.low <= speedup <= found.high
    assert covered >= 100 * CONFIDENCE - 4


@pytest.mark.parametrize("pairs", [11, 31])
@pytest.mark.parametrize("noise", [0.002, 0.1])
def test_a_program_hardly_ever_beats_itself(pairs: int, noise: float) -> None:
    wins = 0
    for seed in range(100):
        one, two = samples(seed, pairs=21, speedup=1, noise=noise)
        floor = noise_floor(one, two, 11)
        wins += (
            decide(paired_speedup(*samples(seed + 1000, pairs=pairs, speedup=1, noise=noise)), floor) is Outcome.FASTER
        )
    assert wins <= 3


def test_a_real_gain_is_found() -> None:
    outcomes = [decide(paired_speedup(*samples(seed, pairs=31, speedup=1.3, noise=0.03)), 0.02) for seed in range(50)]
    assert outcomes.count(Outcome.FASTER) >= 48


def test_a_real_loss_is_found() -> None:
    outcomes = [decide(paired_speedup(*samples(seed, pairs=31, speedup=0.8, noise=0.03)), 0.02) for seed in range(50)]
    assert outcomes.count(Outcome.SLOWER) >= 48


def test_pairing_removes_a_drift_that_both_share() -> None:
    drift = np.linspace(1, 5, 31)
    found = paired_speedup(list(drift * 1.2), list(drift))
    assert found.speedup == pytest.approx(1.2)
    assert width(found) < 1e-6


@given(st.lists(SECONDS, min_size=1, max_size=40))
def test_identical_samples_are_exactly_even(times: list[float]) -> None:
    found = paired_speedup(times, times)
    assert (found.speedup, found.low, found.high, found.pairs) == (1, 1, 1, len(times))


@pytest.mark.parametrize("pairs", range(1, 13))
@pytest.mark.parametrize("kind", ["constant", "ties", "all but one", "distinct", "symmetric"])
def test_few_pairs_and_ties_raise_no_warning_and_give_a_sound_interval(pairs: int, kind: str) -> None:
    base = [1.0] * pairs
    other = {
        "constant": [0.5] * pairs,
        "ties": [0.5 + 0.25 * (index % 2) for index in range(pairs)],
        "all but one": [1.0] * (pairs - 1) + [0.9],
        "distinct": [1.0 + 0.01 * index for index in range(pairs)],
        "symmetric": [1.1 if index % 2 else 1 / 1.1 for index in range(pairs)],
    }[kind]
    found = paired_speedup(base, other)
    assert found.low <= found.speedup <= found.high
    assert found.pairs == pairs
    assert found.p_value is None or 0 <= found.p_value <= 1


@settings(max_examples=15)
@given(st.lists(st.tuples(SECONDS, SECONDS), min_size=2, max_size=15))
def test_swapping_the_sides_inverts_the_speedup(pairs: list[tuple[float, float]]) -> None:
    one, two = [a for a, _ in pairs], [b for _, b in pairs]
    assert paired_speedup(one, two).speedup * paired_speedup(two, one).speedup == pytest.approx(1)


def test_the_same_samples_always_give_the_same_interval() -> None:
    one, two = samples(3, pairs=31, speedup=1.1, noise=0.05)
    assert paired_speedup(one, two) == paired_speedup(one, two)
    assert noise_floor(one, two, 11) == noise_floor(one, two, 11)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ([], []),
        ([1.0], []),
        ([1.0, 2.0], [1.0]),
        ([0.0], [1.0]),
        ([1.0], [-1.0]),
        ([1.0], [math.nan]),
        ([math.inf], [1.0]),
    ],
)
def test_samples_that_are_no_times_are_refused(one: list[float], two: list[float]) -> None:
    with pytest.raises(ValueError, match=r"samples|positive"):
        paired_speedup(one, two)
    with pytest.raises(ValueError, match=r"samples|positive"):
        noise_floor(one, two, 11)


def test_the_noise_floor_grows_with_the_noise() -> None:
    floors = [noise_floor(*samples(5, pairs=21, speedup=1, noise=noise), 11) for noise in (0.001, 0.01, 0.05, 0.2)]
    assert floors == sorted(floors)
    assert floors[0] < 0.005
    assert floors[-1] > 0.05


def test_the_noise_floor_shrinks_with_more_pairs() -> None:
    one, two = samples(5, pairs=21, speedup=1, noise=0.05)
    assert noise_floor(one, two, 31) < noise_floor(one, two, 5)


def test_a_quiet_machine_has_no_noise_floor() -> None:
    assert noise_floor([1.0] * 5, [1.0] * 5, 11) == 0
    with pytest.raises(ValueError, match="at least one pair"):
        noise_floor([1.0], [1.0], 0)


@pytest.mark.parametrize(
    ("low", "speedup", "high", "floor", "outcome"),
    [
        (1.10, 1.20, 1.30, 0.01, Outcome.FASTER),
        (0.99, 1.20, 1.30, 0.01, Outcome.INCONCLUSIVE),
        (1.00, 1.20, 1.30, 0.01, Outcome.INCONCLUSIVE),
        (1.10, 1.20, 1.30, 0.25, Outcome.INCONCLUSIVE),
        (1.001, 1.005, 1.009, 0.0, Outcome.INCONCLUSIVE),
        (0.70, 0.80, 0.90, 0.01, Outcome.SLOWER),
        (0.70, 0.80, 1.01, 0.01, Outcome.INCONCLUSIVE),
        (0.991, 0.995, 0.999, 0.0, Outcome.INCONCLUSIVE),
        (0.70, 0.80, 0.90, 0.30, Outcome.INCONCLUSIVE),
    ],
)
def test_a_win_needs_an_interval_beyond_one_and_an_effect_beyond_noise(
    low: float, speedup: float, high: float, floor: float, outcome: Outcome
) -> None:
    assert decide(Interval(speedup=speedup, low=low, high=high, pairs=31), floor) is outcome


@given(st.floats(0.1, 10), st.floats(0, 1))
def test_no_win_below_one_per_cent(speedup: float, floor: float) -> None:
    certain = Interval(speedup=speedup, low=speedup, high=speedup, pairs=99)
    won = decide(certain, floor) is Outcome.FASTER
    assert won == (speedup > 1 + max(floor, SMALLEST_EFFECT))


def test_width_is_relative() -> None:
    assert width(Interval(speedup=2, low=2, high=2, pairs=3)) == 0
    assert width(Interval(speedup=1, low=1, high=math.e, pairs=3)) == pytest.approx(1)
    assert width(Interval(speedup=1, low=0, high=1, pairs=3)) == math.inf


def test_geomean() -> None:
    assert geomean([2, 8]) == pytest.approx(4)
    assert geomean([3, 1 / 3, 1]) == pytest.approx(1)
    assert geomean([]) == 1
