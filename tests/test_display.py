"""What a run looks like on a terminal while it waits for a model."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from journals import write_run
from rich.console import Console

from pipeline import events
from pipeline.cli.display import WORTH_TELLING_SECONDS, Progress, narrate, result_table
from pipeline.journal import read
from pipeline.records import Interval, LadderRow
from pipeline.service import Usage
from pipeline.state import State, fold


def shown(terminal: bool, *told: events.AnyEvent) -> str:
    file = io.StringIO()
    with Progress(Console(file=file, force_terminal=terminal, width=120)) as progress:
        for event in told:
            progress.show(event)
    return file.getvalue()


STEP = events.StepStarted(step="propose", detail="iteration 1: llm")
PIECE = events.ReplyStreamed(iteration=1, call=2, text="first\nthe last line", characters=19)


def test_a_reply_is_seen_while_it_is_written() -> None:
    assert "reply 2, 19 characters: the last line" in shown(True, STEP, PIECE)


def test_in_a_pipe_pieces_are_no_lines() -> None:
    assert shown(False, STEP, PIECE) == "  propose: iteration 1: llm\n"


def test_a_step_that_lasts_says_how_long_it_has() -> None:
    file, now = io.StringIO(), [0.0]
    with Progress(Console(file=file, force_terminal=True, width=120), lambda: now[0]) as progress:
        progress.show(STEP)
        assert "iteration 1: llm (" not in file.getvalue()
        now[0] = WORTH_TELLING_SECONDS + 2
        progress.show(PIECE)
    assert f"the last line ({WORTH_TELLING_SECONDS + 2} s)" in file.getvalue()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"finish": "stop"}, "  call 1 of m: 1000 + 20 tokens, 1.5 s"),
        ({"finish": "cut", "detail": "reset"}, "  call 1 of m: 1000 + 20 tokens, 1.5 s, cut: reset"),
        ({"finish": "stop", "cost": 0.0125}, "  call 1 of m: 1000 + 20 tokens, 1.5 s, cost 0.0125"),
        ({"finish": "stop", "estimated": True}, "  call 1 of m: about 1000 + 20 tokens, 1.5 s"),
    ],
)
def test_a_call_tells_what_it_used(facts: dict[str, object], words: str) -> None:
    call = {name: facts.pop(name) for name in ("finish", "detail") if name in facts}
    counts = {"model": "m", "prompt_tokens": 1000, "completion_tokens": 20, "seconds": 1.5}
    usage = Usage.model_validate(counts | facts)
    event = events.ModelCalled.model_validate({"iteration": 1, "call": 1, "usage": usage, **call})
    assert narrate(event, State()) == words


def test_flags_that_give_other_results_are_not_the_best_of_the_flags(tmp_path: Path) -> None:
    rows = (
        LadderRow(name="-O3 -march=native", speedup=Interval(speedup=1.2, low=1.1, high=1.3, pairs=9)),
        LadderRow(name="-ffast-math", speedup=Interval(speedup=2, low=1.9, high=2.1, pairs=9), note="other results: A"),
    )
    state = replace(fold(read(write_run(tmp_path, []))), ladder=rows)
    names = [str(cell) for cell in result_table(state).columns[0].cells]
    assert "-O3 -march=native (best by flags)" in names
    assert "-ffast-math (other results!)" in names
