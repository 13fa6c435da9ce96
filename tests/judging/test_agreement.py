"""What counts as equal, held against a plain restatement of the rule, element by element."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.executor import Result
from pipeline.judging.cases import OWN, Case
from pipeline.judging.channel import Dump, Report
from pipeline.judging.differential import compare, expect
from pipeline.judging.sandbox import Observation
from pipeline.records import ExtraCase, Policy, Reason

REPORT = Report(1, 0.0, 0, 0, 0, 0, 1, False, 1e-9)
WIDTHS = {"f64": ("d", 8), "f32": ("f", 4)}
SPECIAL = (math.nan, math.inf, -math.inf, 0.0, -0.0)


def packed(values: list[float], kind: str) -> bytes:
    return struct.pack(f"{len(values)}{WIDTHS[kind][0]}", *values)


def ran(data: bytes, kind: str, out: str = "") -> Observation:
    return Observation(Result(0, out.encode(), b""), REPORT, (Dump(0, 0, kind, data),))


def agrees(want: bytes, have: bytes, kind: str, policy: Policy, tolerance: float = 1e-9) -> bool:
    one = ran(want, kind)
    found = compare(expect(OWN, one, one), ran(have, kind), policy, tolerance, ("A",))
    assert found is None or found[0] is Reason.RESULT
    return found is None


def close(want: list[float], have: list[float], tolerance: float) -> bool:
    """The rule, one element after the other; only for values that are not within rounding of the limit."""
    scale = max((abs(value) for value in want if math.isfinite(value)), default=0.0)
    for one, two in zip(want, have, strict=True):
        if not math.isfinite(one):
            if not (one == two or (math.isnan(one) and math.isnan(two))):
                return False
        elif not math.isfinite(two):
            return False
        else:
            error = abs(two - one)
            assume(error == 0 or scale == 0 or abs(error / scale / tolerance - 1) > 1e-6)
            if error > tolerance * scale:
                return False
    return True


@dataclass(frozen=True)
class Pair:
    """Two arrays of one kind: what the reference computed, and something near it."""

    kind: str
    want: list[float]
    have: list[float]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    kind = draw(st.sampled_from(sorted(WIDTHS)))
    ordinary = st.floats(-1048576, 1048576, width=64) if kind == "f64" else st.floats(-1048576, 1048576, width=32)
    numbers = ordinary | st.sampled_from(SPECIAL)
    want = draw(st.lists(numbers, min_size=1, max_size=12))
    have = [*want]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(have) - 1))
        factor = 1 + draw(st.sampled_from([0.0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-3, -2.0]))
        have[at] = draw(numbers) if draw(st.booleans()) else have[at] * factor
    code = WIDTHS[kind][0]
    rounded = struct.unpack(f"{len(have)}{code}", packed(have, kind))
    return Pair(kind, want, list(rounded))


@given(pairs(), st.sampled_from([1e-12, 1e-9, 1e-6, 1e-2]))
def test_tolerant_agreement_is_the_rule_for_every_element(pair: Pair, tolerance: float) -> None:
    want, have = packed(pair.want, pair.kind), packed(pair.have, pair.kind)
    expected = close(pair.want, pair.have, tolerance)
    assert agrees(want, have, pair.kind, Policy.TOLERANT, tolerance) is expected


@given(pairs(), st.sampled_from([1e-9, 1e300]))
def test_strict_agreement_is_equality_of_bits(pair: Pair, tolerance: float) -> None:
    one, two = packed(pair.want, pair.kind), packed(pair.have, pair.kind)
    assert agrees(one, two, pair.kind, Policy.STRICT, tolerance) is (one == two)
    assert agrees(one, two, pair.kind, Policy.TOLERANT, 0.0) is (one == two)


@given(pairs(), st.integers(-60, 60))
def test_the_unit_of_an_array_is_of_no_importance(pair: Pair, power: int) -> None:
    assume(all(value == 0 or not math.isfinite(value) or abs(value) > 1e-9 for value in (*pair.want, *pair.have)))
    scaled = [[math.ldexp(value, power) for value in values] for values in (pair.want, pair.have)]
    plain = agrees(packed(pair.want, pair.kind), packed(pair.have, pair.kind), pair.kind, Policy.TOLERANT, 1e-6)
    close(pair.want, pair.have, 1e-6)  # leaves out what is within rounding of the limit
    want, have = (packed(values, pair.kind) for values in scaled)
    assert agrees(want, have, pair.kind, Policy.TOLERANT, 1e-6) is plain


@pytest.mark.parametrize("kind", WIDTHS)
@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize(
    ("want", "have", "strict", "tolerant"),
    [
        (math.nan, math.nan, True, True),
        (math.nan, -math.nan, False, True),
        (math.nan, 0.0, False, False),
        (0.0, math.nan, False, False),
        (math.nan, math.inf, False, False),
        (math.inf, math.nan, False, False),
        (math.inf, math.inf, True, True),
        (math.inf, -math.inf, False, False),
        (-math.inf, math.inf, False, False),
        (math.inf, 3e38, False, False),
        (3e38, math.inf, False, False),
        (0.0, -0.0, False, True),
        (-0.0, 0.0, False, True),
        (1.0, math.nextafter(1.0, 2.0), False, True),
    ],
)
def test_values_of_their_own_kind(
    kind: str, policy: Policy, want: float, have: float, strict: bool, tolerant: bool
) -> None:
    if kind == "f32" and have not in {1.0, 0.0} and 1 < have < 2:
        have = struct.unpack("f", struct.pack("I", 0x3F800001))[0]  # the next float after 1
    for before, after in (([], []), ([1.0, 2.0], [3.0]), ([math.inf], [math.nan])):
        one, two = (packed([*before, value, *after], kind) for value in (want, have))
        assert agrees(one, two, kind, policy, 1e-6) is (strict if policy is Policy.STRICT else tolerant)


@given(st.binary(min_size=1, max_size=40), st.data(), st.sampled_from(Policy))
def test_every_bit_of_other_data_counts(data: bytes, draw: st.DataObject, policy: Policy) -> None:
    at, bit = draw.draw(st.integers(0, len(data) - 1)), draw.draw(st.integers(0, 7))
    other = bytearray(data)
    other[at] ^= 1 << bit
    assert agrees(data, data, "opaque", policy, 1.0)
    assert not agrees(data, bytes(other), "opaque", policy, 1.0)


@given(st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=6), st.integers(0, 5), st.sampled_from(Policy))
def test_integers_are_exact_however_large(values: list[int], at: int, policy: Policy) -> None:
    at %= len(values)
    other = [value ^ (index == at) for index, value in enumerate(values)]
    one, two = (struct.pack(f"{len(each)}q", *each) for each in (values, other))
    assert not agrees(one, two, "opaque", policy, 0.5)


@given(st.integers(-(10**18), 10**18), st.integers(1, 1000), st.sampled_from(Policy))
def test_printed_integers_are_exact_however_large(value: int, more: int, policy: Policy) -> None:
    one = ran(b"", "opaque", f"sum {value}")
    seen = ran(b"", "opaque", f"sum {value + more}")
    found = compare(expect(OWN, one, one), seen, policy, 0.5, ())
    assert found is not None and found[0] is Reason.OUTPUT


@given(st.floats(1e-3, 1e6), st.floats(-0.9, 0.9), st.sampled_from([1e-9, 1e-6, 1e-3]))
def test_printed_numbers_may_differ_by_the_tolerance_of_their_own_magnitude(
    value: float, part: float, tolerance: float
) -> None:
    one = ran(b"", "opaque", f"{value:.17e} and {1e9:.17e}")
    near = ran(b"", "opaque", f"{value * (1 + part * tolerance):.17e} and {1e9:.17e}")
    far = ran(b"", "opaque", f"{value * (1 + 3 * tolerance):.17e} and {1e9:.17e}")
    expected = expect(OWN, one, one)
    assert compare(expected, near, Policy.TOLERANT, tolerance, ()) is None
    assert compare(expected, far, Policy.TOLERANT, tolerance, ()) is not None  # the second number lends no magnitude
    assert (compare(expected, near, Policy.STRICT, tolerance, ()) is None) is (near.result == one.result)


@pytest.mark.parametrize(
    ("case", "reason"),
    [(OWN, Reason.RESULT), (Case(3), Reason.HIDDEN_INPUT), (Case(extra=ExtraCase(name="x")), Reason.HIDDEN_INPUT)],
)
def test_the_words_name_array_call_and_input(case: Case, reason: Reason) -> None:
    one, two = ran(packed([1.0, 2.0, 4.0], "f64"), "f64"), ran(packed([1.0, 2.5, 4.0], "f64"), "f64")
    found = compare(expect(case, one, one), two, Policy.TOLERANT, 1e-9, ("A",))
    words = (
        f"A differs after call 1 on {case.describe()}: 1 of 3 elements, worst at element 1: 2.5 instead of 2.0 "
        "(1.2e-01 of the largest magnitude, 1e-09 allowed)"
    )
    assert found == (reason, words)
