"""When a model starts from the original again."""

from __future__ import annotations

import pytest

from pipeline.prompting import history_start


@pytest.mark.parametrize(
    ("incumbents", "patience", "start"),
    [
        ([], 3, 1),
        ([None, None], 3, 1),
        ([None, None, None], 3, 4),
        (["c1", "c1", "c1"], 3, 1),
        (["c1", "c1", "c1", "c1"], 3, 5),
        (["c1", "c1", "c1", "c5", "c5"], 3, 1),
        (["c1", "c1", "c1", "c1", "c1"], 3, 5),
        (["c1", "c1", "c1", "c1", "c9", "c9"], 3, 5),
        (["c1", *["c1"] * 6], 3, 8),
        (["c1"] * 50, 0, 1),
        ([None], 1, 2),
    ],
)
def test_after_a_while_without_gain_the_history_begins_anew(
    incumbents: list[str | None], patience: int, start: int
) -> None:
    assert history_start(incumbents, patience) == start
