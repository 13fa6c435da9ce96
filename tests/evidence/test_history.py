"""What a prompt tells of the attempts: verdicts, standing beside the best, and what limits its machine code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prompting import EVIDENCE, SPEEDUP, WON, WRONG, attempt, build_prompt, limits

from pipeline.evidence.history import HISTORY_CODE_LIMIT, Story, describe
from pipeline.evidence.phrases import Phrases
from pipeline.evidence.prompt import build_prompt as build
from pipeline.proposers.base import Attempt
from pipeline.records import Form, Interval, Outcome, Reason

ENGLISH = Phrases.of("en")


def test_history_tells_what_came_of_every_attempt_and_shows_the_best() -> None:
    text = build_prompt(EVIDENCE, (WON, WRONG), "c1")
    assert "- c1 [c]: intent of c1 → faster than -O3: 1.87x [1.80, 1.90] (measured)" in text
    assert "- c2 [c]: intent of c2 → rejected (result: C differs after call 1)" in text
    assert "fastest verified version so far is c1" in text
    assert "code of c1" in text
    assert "The latest reply, c2, was:" in text
    assert text.index("code of c1") < text.index("code of c2")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1.02, 1.04, "faster than the best version before it: 1.03x [1.02, 1.04]"),
        (0.99, 1.01, "not to be told from the best version before it: 1.00x [0.99, 1.01]"),
        (0.95, 0.98, "slower than the best version before it: 0.96x [0.95, 0.98]"),
    ],
)
def test_a_version_stands_beside_the_best_before_it(low: float, high: float, words: str) -> None:
    beside = Interval(speedup=(low + high) / 2, low=low, high=high, pairs=31)
    other = replace(WON, verdict=WON.verdict.model_copy(update={"versus_incumbent": beside}))
    assert f"faster than -O3: 1.87x [1.80, 1.90]; {words} (measured)" in build_prompt(EVIDENCE, (WON, other), "c1")
    assert "それまでの最速版" in build_prompt(replace(EVIDENCE, language="ja"), (WON, other), "c1")


def test_times_and_the_noise_are_told_where_they_are_known() -> None:
    text = build(EVIDENCE, Story((WON,), "c1", seconds=0.00187, floor=0.0123)).text
    assert "1.87x [1.80, 1.90], 1 ms a call (measured)" in text
    assert "Two runs of the same code differ by up to 1.2 % here." in text
    assert "Two runs" not in build_prompt(EVIDENCE, (WON,), "c1")


def test_what_limits_the_best_and_the_last_version_stands_behind_their_code() -> None:
    lost = replace(WON, candidate=WON.candidate.model_copy(update={"id": "c2", "text": "```c\ncode of c2\n```"}))
    examined = {"c1": limits("vector.body", 60.0), "c2": limits("for.body7", 20.0)}
    text = build(EVIDENCE, Story((WON, lost), "c1", examined)).text
    first, second = text.index("What limits c1,"), text.index("What limits c2,")
    assert text.index("code of c1") < first < text.index("code of c2") < second
    assert "60.0 % of the 100.0 that one core can do" in text[first:second]
    assert "`%vector.body`: 8.0 cycles for an iteration of 16 instructions" in text[first:second]
    assert "20.0 %" in text[second:]
    assert "`%for.body7`: 8.0 cycles" in text[second:]
    assert "What limits c1" in build(EVIDENCE, Story((WON,), "c1", examined)).text
    recipe = attempt("c2", Outcome.SLOWER, Reason.MEASURED, text="```passes\n{}\n```", form=Form.PASSES)
    assert "What limits c2" in build(EVIDENCE, Story((WON, recipe), "c1", examined)).text
    assert "cycles: 134567" not in text  # the original's profile
    assert "cycles: 134567" in build(EVIDENCE, Story((WON, lost), "c1", {})).text
    assert "What limits c2" not in build(EVIDENCE, Story((WON,), "c1", examined)).text


def test_the_best_is_not_shown_twice() -> None:
    assert build_prompt(EVIDENCE, (WRONG, WON), "c1").count("code of c1") == 1


def test_a_latest_reply_that_was_judged_before_is_not_shown_again() -> None:
    again = attempt("c3", Outcome.DUPLICATE, Reason.SEEN_OBJECT)
    assert "code of c3" not in build_prompt(EVIDENCE, (WON, again), "c1")


def test_an_attempt_takes_one_line_whatever_the_compiler_said() -> None:
    wordy = attempt("c2", Outcome.REJECTED, Reason.COMPILE, detail="k.c:1: error\n  x = y;\n      ^\n" + "more " * 200)
    line = describe(wordy, ENGLISH)
    assert "\n" not in line
    assert "(compile: k.c:1: error x = y; ^ more" in line
    assert len(line) < 500


def test_without_a_best_only_the_attempts_are_told() -> None:
    text = build_prompt(EVIDENCE, (WRONG,), None)
    assert "fastest verified" not in text
    assert "c2 [c]" in text


def test_a_recipe_that_failed_is_told_in_one_line() -> None:
    failed = attempt("c3", Outcome.REJECTED, Reason.PASSES, text="```passes\n{}\n```", form=Form.PASSES)
    assert "latest reply" not in build_prompt(EVIDENCE, (failed,), None)


@pytest.mark.parametrize("length", [HISTORY_CODE_LIMIT, HISTORY_CODE_LIMIT + 1])
def test_a_long_incumbent_is_cut_and_it_is_said(length: int) -> None:
    long = attempt("c1", Outcome.FASTER, Reason.MEASURED, text="x" * length, speedup=SPEEDUP)
    text = build_prompt(EVIDENCE, (long,), "c1")
    assert "x" * HISTORY_CODE_LIMIT in text
    assert "x" * (HISTORY_CODE_LIMIT + 1) not in text
    assert ("cut here" in text) is (length > HISTORY_CODE_LIMIT)


def test_an_attempt_without_intent_is_described_by_its_label() -> None:
    bare = attempt("c9", Outcome.REJECTED, Reason.NO_CODE, intent="", form=None)
    assert describe(bare, ENGLISH) == "c9: a reply → rejected (no-code)"
    labelled = Attempt(bare.candidate.model_copy(update={"label": "polly"}), bare.verdict)
    assert describe(labelled, ENGLISH) == "c9: polly → rejected (no-code)"
