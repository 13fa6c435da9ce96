"""Numbers with a unit that fits them."""

from __future__ import annotations

import pytest

from pipeline.units import seconds_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(2.0, "2 s"), (0.00271, "2.71 ms"), (0.00099999, "1 ms"), (9.996e-7, "1 µs"), (5.2e-8, "52 ns"), (0.0, "0 ns")],
)
def test_a_time_has_three_digits_and_the_unit_that_fits(seconds: float, text: str) -> None:
    assert seconds_text(seconds) == text
