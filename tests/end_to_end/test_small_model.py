"""Runs with a real model over a real server: its answers are mostly rubbish, and the run must stay useful and end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from driver import irloop, only_run
from small_model import NAME, missing, serving_small_model

from pipeline import events
from pipeline.events import ModelCalled, ReplyStreamed
from pipeline.journal import read
from pipeline.records import Form, Reason
from pipeline.state import State, fold

pytestmark = [pytest.mark.llm, pytest.mark.skipif(bool(missing()), reason=missing())]
# A recipe of passes as a schema: what a model of this size answers with when nothing else is possible.
RECIPE = {
    "type": "object",
    "properties": {
        "start": {"enum": ["source", "o3"]},
        "target": {"enum": ["native"]},
        "prefer_vector_width": {"enum": [128, 256]},
        "options": {
            "type": "object",
            "properties": {"unroll-count": {"enum": [2, 4, 8]}},
            "required": ["unroll-count"],
            "additionalProperties": False,
        },
    },
    "required": ["start", "target", "prefer_vector_width", "options"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving_small_model() as address:
        yield address


def toml(value: object) -> str:
    """A value in the notation of irloop.toml."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + " }"
    return json.dumps(value)


def ran(folder: Path, url: str, *words: str, **llm: object) -> tuple[list[events.AnyEvent], State]:
    """A run of one iteration on atax; its events, and what they add up to."""
    keys = {"base_url": url, "model": NAME, "seed": 1, "temperature": 0.5, **llm}
    (folder / "irloop.toml").write_text("".join(f"llm.{key} = {toml(value)}\n" for key, value in keys.items()))
    fixed = ("run", "atax", "--size", "MINI", "--proposer", "llm", "--no-ladder", "--lang", "en", "--out", "out")
    ended = irloop(*fixed, "--iterations", "1", *words, cwd=folder)
    assert ended.status == 0, ended.err
    told = read(only_run(folder / "out"))
    state = fold(told)
    assert state.finished is not None and state.finished.status == "done"
    assert state.candidates
    assert state.verdicts.keys() == state.candidates.keys()
    return told, state


def test_rubbish_is_streamed_counted_repaired_in_vain_and_rejected(tmp_path: Path, url: str) -> None:
    words = ("--prompt-tokens", "1000", "--candidates", "2", "--repairs", "1")
    told, state = ran(tmp_path, url, *words, max_tokens=60)
    assert any(isinstance(event, ReplyStreamed) and event.text for event in told)
    calls = [event for event in told if isinstance(event, ModelCalled)]
    assert len(calls) >= 2
    for call in calls:
        assert not call.usage.estimated
        assert call.usage.prompt_tokens > 500
        assert 0 < call.usage.completion_tokens <= 60
    assert state.spent.tokens == sum(call.usage.tokens for call in calls)


def test_a_recipe_that_follows_a_schema_is_judged(tmp_path: Path, url: str) -> None:
    body = {"response_format": {"type": "json_schema", "json_schema": {"name": "recipe", "schema": RECIPE}}}
    words = ("--prompt-tokens", "1000", "--form", "passes", "--repairs", "0")
    _, state = ran(tmp_path, url, *words, max_tokens=120, body=body)
    (verdict,) = state.verdicts.values()
    assert verdict.form is Form.PASSES
    assert verdict.reason not in (Reason.NO_CODE, Reason.PASSES), verdict.detail


def test_a_prompt_beyond_the_models_context_is_shortened(tmp_path: Path, url: str) -> None:
    told, _ = ran(tmp_path, url, "--repairs", "0", max_tokens=20)
    finishes = [event.finish for event in told if isinstance(event, ModelCalled)]
    assert finishes[0] == "context-too-long"
    assert finishes[-1] != "context-too-long"
    assert (only_run(tmp_path / "out") / "prompts" / "1.md").read_text().count("Left out for length") == 1
