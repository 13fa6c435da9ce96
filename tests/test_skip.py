"""A wish to skip, thrown into a run."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from pipeline.catalog import bundled_program
from pipeline.errors import SkipCandidate
from pipeline.events import AnyEvent, CandidateProposed, StepStarted, VerdictReached
from pipeline.job import Run
from pipeline.journal import Tail, is_written, read
from pipeline.records import Candidate, Outcome, Reason, Settings
from pipeline.run import start


def test_a_skipped_candidate_gets_its_verdict_and_the_run_goes_on(tmp_path: Path) -> None:
    settings = Settings(iterations=1, proposer="search", ladder=False)
    stream = start(bundled_program("atax", "MINI"), settings, tmp_path)
    seen = [next(stream)]
    folder = seen[0].folder  # type: ignore[union-attr]
    seen.append(stream.throw(SkipCandidate()))  # nothing is judged yet: the wish is passed over
    for event in stream:
        seen.append(event)
        if isinstance(event, StepStarted) and event.step == "verify" and event.detail.startswith("c1 "):
            assert is_written(folder)
            seen.append(stream.throw(SkipCandidate()))
            break
    seen += list(stream)
    verdicts = [event.verdict for event in seen if isinstance(event, VerdictReached)]
    assert (verdicts[0].candidate, verdicts[0].outcome, verdicts[0].reason) == (
        "c1",
        Outcome.INCONCLUSIVE,
        Reason.SKIPPED,
    )
    assert len(verdicts) == 5
    assert all(verdict.reason is not Reason.SKIPPED for verdict in verdicts[1:])
    assert read(folder) == seen
    assert not is_written(folder)


def test_a_wish_while_a_model_is_asked_about_a_reply_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Candidate(id="c2", iteration=1, proposer="llm", label="", text="")

    def steps(_: Run) -> Generator[AnyEvent]:
        yield CandidateProposed(candidate=waiting)
        yield StepStarted(step="repair", detail="c1: compile")  # catches nothing: a wish thrown in here ends the run
        yield StepStarted(step="build", detail="c2")

    monkeypatch.setattr("pipeline.run.steps", steps)
    stream = start(bundled_program("atax", "MINI"), Settings(), tmp_path)
    next(stream)
    assert isinstance(next(stream), CandidateProposed)
    assert isinstance(asked := next(stream), StepStarted)
    assert asked.step == "repair"
    assert isinstance(going_on := stream.throw(SkipCandidate()), StepStarted)
    assert going_on.step == "build"
    stream.close()


def test_the_tail_of_a_journal_is_what_came_since(tmp_path: Path) -> None:
    stream = start(bundled_program("atax", "MINI"), Settings(ladder=False), tmp_path)
    first = next(stream)
    tail = Tail(first.folder)  # type: ignore[union-attr]
    assert tail.new() == [first]
    assert tail.new() == []
    second, third = next(stream), next(stream)
    with (tail.path).open("ab") as file:
        file.write(b'{"event": "half')
    assert tail.new() == [second, third]
    assert tail.new() == []
    stream.close()
