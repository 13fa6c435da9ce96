"""A wish to skip, thrown into a run."""

from __future__ import annotations

from pathlib import Path

from pipeline.catalog import bundled_program
from pipeline.errors import SkipCandidate
from pipeline.events import StepStarted, VerdictReached
from pipeline.journal import Tail, is_written, read
from pipeline.records import Outcome, Reason, Settings
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
