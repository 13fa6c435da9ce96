"""Replaying a recorded session: in order, once, and honest about its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline import events
from pipeline.errors import StorageError, UsageError
from pipeline.proposers.base import NothingToOffer
from pipeline.proposers.recorded import (
    RecordedProposer,
    Session,
    read_session,
    replies,
    session_of,
    write_session,
)
from pipeline.records import Candidate, Form, Outcome, Reason, Verdict
from pipeline.state import fold

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest, Play

SESSION = Session(provenance='a model, "quoted"', date="2026-01-31", form="c", prompts=("d1", "d2"))


@pytest.fixture
def session(tmp_path: Path) -> Path:
    write_session(tmp_path, SESSION, [f"reply {number}" for number in range(1, 12)])
    return tmp_path


def test_a_session_reads_back_as_it_was_written(session: Path) -> None:
    assert read_session(session) == SESSION
    assert [path.name for path in replies(session)] == [f"{number}.md" for number in range(1, 12)]
    assert replies(session)[9].read_text() == "reply 10\n"


def test_replies_come_one_an_iteration_in_order_of_their_numbers(session: Path, play: Play) -> None:
    rounds = play(RecordedProposer(), 13, recorded=session)
    texts = [[attempt.candidate.text for attempt in attempts] for attempts in rounds]
    assert texts[:11] == [[f"reply {number}\n"] for number in range(1, 12)]
    assert texts[11:] == [[], []]
    assert rounds[0][0].candidate.label == "reply 1 of 11 (2026-01-31)"


def test_the_end_of_the_session_is_told(session: Path, play: Play, make_request: MakeRequest) -> None:
    past = tuple(attempt for attempts in play(RecordedProposer(), 11, recorded=session) for attempt in attempts)
    answers = list(RecordedProposer().propose(make_request(past, recorded=session)))
    assert answers == [NothingToOffer("recorded", "all 11 recorded replies are replayed")]


def test_without_a_session_there_is_nothing_to_offer(make_request: MakeRequest) -> None:
    (answer,) = RecordedProposer().propose(make_request())
    assert isinstance(answer, NothingToOffer)
    assert answer.detail == "no session is recorded for k"
    assert answer.final


def test_a_reply_that_is_journalled_already_is_not_told_again(
    session: Path, play: Play, make_request: MakeRequest
) -> None:
    pending = tuple(attempt.candidate for attempt in play(RecordedProposer(), 1, recorded=session)[0])
    assert list(RecordedProposer().propose(make_request(recorded=session, pending=pending))) == []


def test_files_that_are_no_replies_are_left_out(session: Path) -> None:
    (session / "README.md").write_text("about")
    (session / "12.txt").write_text("not a reply")
    assert len(replies(session)) == 11


@pytest.mark.parametrize(
    "text", [None, "", "provenance = 3", "= broken", 'provenance = "p"\ndate = "d"\nform = "c"\nextra = 1']
)
def test_a_session_that_is_not_described_is_a_usage_error(
    session: Path, make_request: MakeRequest, text: str | None
) -> None:
    path = session / "session.toml"
    path.unlink()
    if text is not None:
        path.write_text(text)
    with pytest.raises(UsageError, match=r"session\.toml does not describe"):
        list(RecordedProposer().propose(make_request(recorded=session)))


def test_keeping_a_session_replaces_the_one_before(session: Path) -> None:
    write_session(session, SESSION, ["one"])
    assert [path.read_text() for path in replies(session)] == ["one\n"]


def test_a_folder_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot keep the session"):
        write_session(tmp_path / "file" / "x", SESSION, ["one"])


def test_a_run_becomes_a_session() -> None:
    def told(name: str) -> events.CandidateProposed:
        candidate = Candidate(id=name, iteration=1, proposer="command", label="", text=f"text of {name}")
        return events.CandidateProposed(candidate=candidate)

    def judged(name: str, form: Form) -> events.VerdictReached:
        verdict = Verdict(candidate=name, outcome=Outcome.REJECTED, reason=Reason.CRASH, form=form)
        return events.VerdictReached(verdict=verdict, incumbent=None)

    prompt = events.PromptBuilt(iteration=1, file="prompts/1.md", digest="abc")
    state = fold([prompt, told("c1"), judged("c1", Form.C), told("c2"), judged("c2", Form.C)])
    found, texts = session_of(state, "who", "2026-02-03")
    assert found == Session(provenance="who", date="2026-02-03", form="c", prompts=("abc",))
    assert texts == ["text of c1", "text of c2"]
    mixed, _ = session_of(state.apply(told("c3")).apply(judged("c3", Form.IR)), "who", "2026-02-03")
    assert mixed.form == "any"
