"""What counts as the same result: masks, tolerance, exactness, printed text."""

from __future__ import annotations

import math
import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.executor import Result
from pipeline.judging.cases import OWN, Case
from pipeline.judging.channel import Dump, Report
from pipeline.judging.differential import compare, expect, has_nan
from pipeline.judging.sandbox import Observation
from pipeline.records import Policy, Reason

REPORT = Report(
    calls=1,
    cpu_seconds=0,
    ticks=0,
    checksum=0,
    unknown_blocks=0,
    perturbed_blocks=0,
    dumped_calls=1,
    dump_full=False,
    seconds_per_tick=1e-9,
)
Finding = tuple[Reason, str] | None


def doubles(*values: float, kind: str = "f64", call: int = 0, index: int = 0) -> Dump:
    return Dump(call, index, kind, struct.pack(f"{len(values)}{'f' if kind == 'f32' else 'd'}", *values))


def opaque(data: bytes, index: int = 0) -> Dump:
    return Dump(0, index, "opaque", data)


def ran(*dumps: Dump, out: str = "", err: str = "", status: int = 0, calls: int = 1) -> Observation:
    result = Result(status, out.encode(), err.encode())
    return Observation(result, replace(REPORT, calls=calls), dumps)


def judged(
    want: Observation,
    have: Observation,
    *,
    again: Observation | None = None,
    seed: int = 0,
    policy: Policy = Policy.TOLERANT,
    tolerance: float = 1e-9,
) -> Finding:
    """What is said about `have`; `again` is the reference's second run where it differs from the first."""
    return compare(expect(Case(seed), want, again or want), have, policy, tolerance, ("A", "B"))


def reason(finding: Finding) -> Reason | None:
    return finding[0] if finding else None


FLOATS = st.lists(st.floats(width=64), min_size=1, max_size=20)


@given(FLOATS, st.sampled_from(Policy), st.text(max_size=30))
def test_a_run_agrees_with_itself(values: list[float], policy: Policy, text: str) -> None:
    run = ran(doubles(*values), opaque(b"xyz", 1), out=text)
    assert judged(run, run, policy=policy) is None


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20), st.integers(0, 19), st.floats(1e-6, 1))
def test_a_relative_error_above_the_tolerance_is_found_anywhere(values: list[float], where: int, error: float) -> None:
    where %= len(values)
    scale = max(abs(value) for value in values) or 1.0
    wrong = [*values]
    wrong[where] += error * scale
    want = [*values, scale]
    assert reason(judged(ran(doubles(*want)), ran(doubles(*wrong, scale)), tolerance=1e-7)) is Reason.RESULT
    wrong[where] = values[where] + 1e-8 * scale
    assert judged(ran(doubles(*want)), ran(doubles(*wrong, scale)), tolerance=1e-7) is None


def test_the_tolerance_is_relative_to_the_largest_magnitude_of_the_array() -> None:
    want = ran(doubles(1e6, 1.0))
    assert judged(want, ran(doubles(1e6, 1.0 + 5e-4))) is None
    assert reason(judged(want, ran(doubles(1e6, 1.0 + 5e-3)))) is Reason.RESULT
    assert reason(judged(ran(doubles(1.0, 1.0)), ran(doubles(1.0, 1.0 + 5e-4)))) is Reason.RESULT


def test_every_array_has_its_own_magnitude() -> None:
    want = ran(doubles(1e9), doubles(1.0, index=1))
    finding = judged(want, ran(doubles(1e9), doubles(1.001, index=1)))
    assert finding is not None
    assert finding[1].startswith("B differs after call 1 on the program's own input: 1 of 1 elements")


def test_single_precision_has_its_own_width() -> None:
    want = ran(doubles(1.0, 2.0, 3.0, kind="f32"))
    assert judged(want, ran(doubles(1.0, 2.00001, 3.0, kind="f32")), tolerance=1e-4) is None
    assert reason(judged(want, ran(doubles(1.0, 2.01, 3.0, kind="f32")), tolerance=1e-4)) is Reason.RESULT


@pytest.mark.parametrize(
    ("want", "have", "same"),
    [
        (math.nan, math.nan, True),
        (math.nan, 1.0, False),
        (1.0, math.nan, False),
        (1.0, math.inf, False),
        (math.inf, math.inf, True),
        (math.inf, -math.inf, False),
        (math.inf, 1e308, False),
        (1e308, -1e308, False),
        (0.0, 1e-300, False),
    ],
)
def test_values_that_are_no_ordinary_numbers(want: float, have: float, same: bool) -> None:
    finding = judged(ran(doubles(want, 0.0)), ran(doubles(have, 0.0)))
    assert (finding is None) is same


def test_infinities_in_both_do_not_hide_another_error() -> None:
    want = ran(doubles(math.inf, 1.0))
    assert judged(want, ran(doubles(math.inf, 1.0))) is None
    assert reason(judged(want, ran(doubles(math.inf, 1.1)))) is Reason.RESULT


def test_strict_means_every_bit() -> None:
    want = ran(doubles(0.0, 1.0))
    for other in (-0.0, 5e-324):
        have = ran(doubles(other, 1.0))
        assert reason(judged(want, have, policy=Policy.STRICT)) is Reason.RESULT
        assert judged(want, have, policy=Policy.TOLERANT) is None
    nans = [struct.pack("Q", bits) for bits in (0x7FF8000000000000, 0x7FF8000000000001)]
    one, two = (ran(Dump(0, 0, "f64", data)) for data in nans)
    assert reason(judged(one, two, policy=Policy.STRICT)) is Reason.RESULT
    assert judged(one, two) is None


def test_integers_and_unknown_data_are_exact_under_both_policies() -> None:
    want, have = ran(opaque(struct.pack("4i", 1, 2, 3, 4))), ran(opaque(struct.pack("4i", 1, 2, 3, 5)))
    for policy in Policy:
        finding = judged(want, have, policy=policy, tolerance=0.5)
        assert reason(finding) is Reason.RESULT
        assert "1 words of 2" in str(finding)
    assert reason(judged(ran(opaque(b"abc")), ran(opaque(b"abd")), tolerance=0.5)) is Reason.RESULT


def test_pointers_in_data_are_masked_because_the_reference_does_not_repeat_them() -> None:
    first, second = (ran(opaque(struct.pack("QQQ", 7, address, 8))) for address in (0x7F1000, 0x7F2000))
    other = ran(opaque(struct.pack("QQQ", 7, 0x7F3000, 8)))
    assert judged(first, other, again=second) is None
    wrong = ran(opaque(struct.pack("QQQ", 7, 0x7F3000, 9)))
    assert reason(judged(first, wrong, again=second)) is Reason.RESULT
    assert expect(OWN, first, second).mask.masked_words == 1


def test_masked_words_of_floating_point_data_are_left_out_and_no_others() -> None:
    first, second = ran(doubles(1.0, 2.0, 3.0)), ran(doubles(1.0, 5.0, 3.0))
    assert judged(first, ran(doubles(1.0, 9.0, 3.0)), again=second) is None
    assert reason(judged(first, ran(doubles(1.1, 9.0, 3.0)), again=second)) is Reason.RESULT
    halves = [ran(doubles(1.0, 2.0, 3.0, 4.0, kind="f32")), ran(doubles(1.0, 2.0, 3.5, 4.0, kind="f32"))]
    assert judged(halves[0], ran(doubles(1.0, 2.0, 9.0, 9.0, kind="f32")), again=halves[1], tolerance=1e-4) is None
    wrong = ran(doubles(1.0, 2.5, 9.0, 9.0, kind="f32"))
    assert reason(judged(halves[0], wrong, again=halves[1], tolerance=1e-4)) is Reason.RESULT


def test_masks_belong_to_one_block_of_one_call() -> None:
    first = ran(opaque(b"\0" * 8), opaque(b"\1" * 8, 1))
    second = ran(opaque(b"\7" * 8), opaque(b"\1" * 8, 1))
    assert judged(first, ran(opaque(b"\3" * 8), opaque(b"\1" * 8, 1)), again=second) is None
    wrong = ran(opaque(b"\3" * 8), opaque(b"\2" * 8, 1))
    assert reason(judged(first, wrong, again=second)) is Reason.RESULT


@pytest.mark.parametrize(
    "dumps",
    [(), (doubles(1.0),), (doubles(1.0, 2.0, 3.0),), (doubles(1.0, 2.0, call=1),), (doubles(1.0, 2.0, index=1),)],
)
def test_other_blocks_are_another_result(dumps: tuple[Dump, ...]) -> None:
    assert reason(judged(ran(doubles(1.0, 2.0)), ran(*dumps))) is Reason.RESULT


def test_a_difference_on_a_hidden_input_is_named_so() -> None:
    finding = judged(ran(doubles(1.0)), ran(doubles(2.0)), seed=99)
    assert reason(finding) is Reason.HIDDEN_INPUT
    assert "hidden input" in str(finding)


def test_the_return_value_has_no_name_among_the_blocks() -> None:
    finding = judged(ran(doubles(1.0, index=1000)), ran(doubles(2.0, index=1000)))
    assert finding is not None
    assert finding[1].startswith("the return value differs")


def test_exit_status_and_number_of_calls_count() -> None:
    assert reason(judged(ran(), ran(status=1))) is Reason.EXIT_STATUS
    assert judged(ran(status=3), ran(status=3)) is None
    assert reason(judged(ran(calls=5), ran(calls=4))) is Reason.CALLS


@pytest.mark.parametrize(
    ("want", "have", "same"),
    [
        ("a b c", "a  b\nc", True),
        ("a b", "a b c", False),
        ("a b", "a", False),
        ("word 1.0", "ward 1.0", False),
        ("3.141593", "3.141594", True),
        ("3.141593", "3.141595", False),
        ("sum=12.345678,", "sum=12.345679,", True),
        ("sum=12.345678,", "sum=12.345698,", False),
        ("sum=12.345678,", "sun=12.345678,", False),
        ("1.25,2.50", "1.26,2.50", True),
        ("1.25,2.50", "1.25,2.70", False),
        ("1.234567e+10", "1.234568e+10", True),
        ("1.234567e+10", "1.234569e+10", False),
        ("1.234567e+10", "1.234567e+11", False),
        ("1.5", "1.49999", True),
        ("1.5", "1.59", False),
        ("1e+10", "2e+10", False),
        ("1e+10", "9.99999e+09", True),
        ("1", "0.999999", True),
        ("1", "0.99", True),
        ("7", "8", False),
        ("12345678901234", "12345678901235", False),
        ("-0.000000", "0.000000", True),
        ("-nan", "nan", True),
        ("nan", "1.0", False),
        ("inf", "-inf", False),
        ("inf", "1e308", False),
        ("deadbeef12", "deadbeef13", False),
        ("v1.2.3", "v1.2.4", False),
        ("0x1.8p+3", "0x1.9p+3", False),
        ("1.0x", "1.1y", False),
    ],
)
def test_printed_text(want: str, have: str, same: bool) -> None:
    for finding in (judged(ran(out=want), ran(out=have)), judged(ran(err=want), ran(err=have))):
        assert (finding is None) is same
        assert reason(finding) in {None, Reason.OUTPUT}


def test_strict_wants_the_same_words() -> None:
    assert reason(judged(ran(out="3.141593"), ran(out="3.141594"), policy=Policy.STRICT)) is Reason.OUTPUT
    assert judged(ran(out="1 2"), ran(out="1\n2"), policy=Policy.STRICT) is None


def test_a_time_in_the_output_is_masked() -> None:
    first, second = ran(out="took 0.013 s sum 5.25"), ran(out="took 0.014 s sum 5.25")
    assert judged(first, ran(out="took 0.002 s sum 5.25"), again=second) is None
    assert reason(judged(first, ran(out="took 0.002 s sum 6.25"), again=second)) is Reason.OUTPUT
    assert reason(judged(first, ran(out="took 0.002 s"), again=second)) is Reason.OUTPUT


@given(st.floats(-1e5, 1e5), st.sampled_from(["{:.6f}", "{:.3e}", "{:g}", "{:.17g}", "{:.2f}"]))
def test_numbers_within_the_tolerance_are_the_same_in_every_print(value: float, style: str) -> None:
    near = value * (1 + 5e-10)
    assert judged(ran(out=style.format(value)), ran(out=style.format(near))) is None


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_any_output_can_be_compared(want: bytes, have: bytes) -> None:
    one, two = (Observation(Result(0, data, b""), REPORT) for data in (want, have))
    finding = judged(one, two)
    assert finding is None or finding[0] is Reason.OUTPUT
    if want.split() == have.split():
        assert finding is None


def test_has_nan_looks_at_floating_point_data_only() -> None:
    assert has_nan(ran(doubles(1.0), doubles(math.nan, index=1)))
    assert has_nan(ran(doubles(1.0, math.inf, kind="f32")))
    assert not has_nan(ran(doubles(1.0), opaque(np.array([np.nan]).tobytes(), 1)))
    assert not has_nan(ran())
