"""When a measurement is too good: decided on samples alone, at the thresholds and around them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.findings import Bandwidth, Roofline
from pipeline.judging.cases import OWN, Case
from pipeline.judging.meter import Measurement, Sample
from pipeline.judging.suspicion import (
    ELSEWHERE,
    LEAST_SECONDS,
    MANY_PAIRS,
    SPECIAL,
    SPREADS,
    off_the_clock,
    special_case,
    suspicion,
    too_good,
)
from pipeline.records import Reason

HIDDEN = (Case(11), Case(12))
TURNS = (OWN, *HIDDEN)


def samples(
    gains: Sequence[float],
    *,
    cases: Sequence[Case] | None = None,
    base: float = 1.0,
    more: Sequence[float] | None = None,
) -> Measurement:
    """Rounds in which the candidate was `gains` times as fast and spent `more` seconds more beside the stopwatch."""
    rounds = len(gains)
    turns = list(cases) if cases is not None else [TURNS[i % 3] for i in range(rounds)]
    elsewhere = [0.01 + extra for extra in (more or [0.0] * rounds)]
    reference = [Sample(base, 0.01, base)] * rounds
    candidate = [Sample(base / gain, rest, base) for gain, rest in zip(gains, elsewhere, strict=True)]
    return Measurement({"reference": reference, "c1": candidate}, turns)


def special(measurement: Measurement) -> bool:
    found = special_case(measurement, "reference", "c1")
    assert found is None or found[0] is Reason.SPECIAL_CASE
    return found is not None


def off_clock(measurement: Measurement) -> bool:
    found = off_the_clock(measurement, "reference", "c1")
    assert found is None or found[0] is Reason.OFF_CLOCK
    return found is not None


def by_input(own: Sequence[float], hidden: Sequence[float]) -> Measurement:
    return samples([*own, *hidden], cases=[*[OWN] * len(own), *[HIDDEN[i % 2] for i in range(len(hidden))]])


@pytest.mark.parametrize(
    ("own", "hidden", "found"),
    [
        ((SPECIAL * 1.001,) * 3, (1.0,) * 6, True),
        ((SPECIAL * 0.999,) * 3, (1.0,) * 6, False),
        ((SPECIAL * 2.001,) * 3, (2.0,) * 6, True),
        ((SPECIAL * 1.999,) * 3, (2.0,) * 6, False),
        ((20.0,) * 3, (20.0,) * 6, False),
        ((1.0,) * 3, (20.0,) * 6, False),
        ((20.0,), (1.0,) * 6, False),
        ((20.0, 20.0), (1.0,), False),
        ((20.0, 20.0), (1.0, 1.0), True),
        ((20.0, 20.0), (), False),
        ((), (1.0, 1.0), False),
        # One hidden round as good as the worst round on the own input: it is not the input that makes the difference.
        ((9.0, 9.0, 9.0), (1.0, 1.0, 1.0, 9.0), False),
        ((9.0, 9.0, 9.0), (1.0, 1.0, 1.0, 8.9), True),
        ((9.0, 9.0, 1.0), (1.0, 1.0, 1.0), False),
    ],
)
def test_a_gain_on_the_known_input_alone(own: Sequence[float], hidden: Sequence[float], found: bool) -> None:
    assert special(by_input(own, hidden)) is found


@pytest.mark.parametrize(
    ("disturbed", "found"), [(0, True), (2, True), (3, False)], ids=["none", "two rounds of eleven", "three"]
)
def test_a_disturbed_round_among_many_hides_nothing(disturbed: int, found: bool) -> None:
    own = [0.5] * disturbed + [9.0] * (11 - disturbed)
    assert special(by_input(own, [1.0] * 20)) is found


GAINS = st.lists(st.floats(0.05, 50), min_size=2, max_size=12)


@given(GAINS, GAINS)
def test_the_known_input_is_special_only_when_every_round_of_it_is_faster_by_a_half(
    own: list[float], hidden: list[float]
) -> None:
    assume(len(own) * len(hidden) < MANY_PAIRS)
    apart = min(own) / max(hidden)
    ratio = statistics.median_low(own) / statistics.median_high(hidden)
    most = statistics.median_high(own) / statistics.median_low(hidden)
    found = special(by_input(own, hidden))
    if apart < 0.999 or most < SPECIAL * 0.999:
        assert not found
    if apart > 1.001 and ratio > SPECIAL * 1.001:
        assert found


@given(GAINS, st.floats(1e-6, 100), st.integers(0, 20))
def test_it_is_ratios_that_count_and_not_the_order_of_rounds(gains: list[float], base: float, shift: int) -> None:
    plain = samples(gains)
    shift %= len(gains)
    turns = [TURNS[i % 3] for i in range(len(gains))]
    rotated = samples(gains[shift:] + gains[:shift], cases=turns[shift:] + turns[:shift], base=base)
    own, hidden = ([g for g, turn in zip(gains, turns, strict=True) if turn.is_own is known] for known in (True, False))
    assume(len(own) > 1 and abs(min(own) / max(hidden) - 1) > 1e-6)
    assume(abs(statistics.median(own) / statistics.median(hidden) / SPECIAL - 1) > 1e-6)
    assert special(plain) is special(rotated)


@given(st.floats(0.1, 100), st.integers(2, 31))
def test_an_even_gain_is_never_suspected(gain: float, rounds: int) -> None:
    assert suspicion(samples([gain] * rounds), "reference", "c1") is None


@given(GAINS)
def test_without_hidden_inputs_nothing_is_special(gains: list[float]) -> None:
    assert not special(samples(gains, cases=[OWN] * len(gains)))


@pytest.mark.parametrize(
    ("gain", "base", "more", "found"),
    [
        # Half a second is saved: half of that may turn up elsewhere, not more.
        (2.0, 1.0, 0.5 * ELSEWHERE * 1.01, True),
        (2.0, 1.0, 0.5 * ELSEWHERE * 0.99, False),
        (2.0, 1.0, 0.5, True),
        (2.0, 1.0, 0.0, False),
        (2.0, 1.0, -0.5, False),
        # Nothing saved, nothing to hide.
        (1.0, 1.0, 0.5, False),
        (0.5, 1.0, 0.5, False),
        # What is too little to be seen for sure in a process's time.
        (2.0, 1e-4, LEAST_SECONDS * 1.01, True),
        (2.0, 1e-4, LEAST_SECONDS * 0.99, False),
    ],
)
def test_time_that_turns_up_elsewhere(gain: float, base: float, more: float, found: bool) -> None:
    assert off_clock(samples([gain] * 6, base=base, more=[more] * 6)) is found


def test_what_turns_up_elsewhere_must_stand_out_of_its_spread() -> None:
    middle, spread = 0.4, 0.4 / SPREADS
    for factor, found in ((0.99, True), (1.01, False)):
        more = [middle - spread * factor, middle, middle, middle + spread * factor, middle - spread * factor, middle]
        more[2] = middle + spread * factor
        assert statistics.median(abs(value - statistics.median(more)) for value in more) > 0
        assert off_clock(samples([2.0] * 6, more=more)) is found


def test_one_disturbed_round_accuses_nobody() -> None:
    assert not off_clock(samples([2.0] * 7, more=[0.0] * 6 + [5.0]))
    assert off_clock(samples([2.0] * 7, more=[0.5] * 6 + [-5.0]))


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=15), st.floats(0.2, 20))
def test_less_time_elsewhere_is_never_a_reason(more: list[float], gain: float) -> None:
    measurement = samples([gain] * len(more), more=more)
    if statistics.median(more) < LEAST_SECONDS * 0.99 or gain <= 1:
        assert not off_clock(measurement)


@given(st.floats(1.01, 100), st.floats(1.02, 3), st.integers(2, 15))
def test_all_that_is_saved_and_more_turning_up_elsewhere_is(gain: float, factor: float, rounds: int) -> None:
    saved = 1.0 - 1.0 / gain
    assert off_clock(samples([gain] * rounds, more=[saved * factor] * rounds))


def test_the_words_say_what_was_seen() -> None:
    known = suspicion(by_input([8.0] * 3, [2.0] * 3), "reference", "c1")
    assert known == (
        Reason.SPECIAL_CASE,
        "8.00x on the program's own input but 2.00x on hidden ones: the answers are built in",
    )
    late = suspicion(samples([2.0] * 6, more=[0.5] * 6), "reference", "c1")
    assert late is not None
    assert late == (Reason.OFF_CLOCK, "0.5 s seem saved, but the process takes 0.5 s more outside the function")


def test_every_candidate_is_held_against_the_reference_alone() -> None:
    both = samples([2.0] * 6, more=[0.5] * 6)
    honest = samples([2.0] * 6)
    both.samples["c2"] = honest.samples["c1"]
    assert suspicion(both, "reference", "c1") is not None
    assert suspicion(both, "reference", "c2") is None


def roof(percent: float) -> Roofline:
    """A roofline of 10 GFLOP/s that the reference reaches to so many per cent."""
    stream = Bandwidth(level="L1", bytes=1, per_second=1e11)
    return Roofline(
        flops=10**9,
        bytes=10**8,
        seconds=0.1 / (percent / 100),
        precision="double",
        peak=1e10,
        stream=stream,
        attainable=1e10,
        attained=1e10 * percent / 100,
        percent=percent,
        bound="compute",
    )


@pytest.mark.parametrize(
    ("gain", "percent", "doubted"),
    [
        (9.9, None, False),
        (10.0, None, True),
        (3.9, 25, False),
        (4.1, 25, True),
        (1.2, 90, True),
        (1.2, 130, False),  # a roofline below the reference is no roofline
        (11.0, 130, True),
    ],
)
def test_a_gain_is_doubted_from_ten_times_on_or_above_the_roofline(
    gain: float, percent: float | None, doubted: bool
) -> None:
    assert bool(too_good(gain, roof(percent) if percent else None)) == doubted


def test_the_doubt_names_both_rates() -> None:
    assert too_good(4.1, roof(25)) == "10.2 GFLOP/s where this machine's roofline is at 10.0"
