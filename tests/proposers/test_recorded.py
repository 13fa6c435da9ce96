"""Replaying a recorded session: in the iterations of the recording, once, and honest about its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import UsageError
from pipeline.proposers.base import NothingToOffer, Proposal
from pipeline.proposers.recorded import RecordedProposer
from pipeline.proposers.session import KeptReply, Session, write_session
from pipeline.records import Policy

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest, Play

# Two replies and a repair, an iteration without any, one more reply.
REPLIES = (
    KeptReply(iteration=1),
    KeptReply(iteration=1),
    KeptReply(iteration=1, repairs=2),
    KeptReply(iteration=3),
)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    told = Session(
        kernel="k",
        provenance="who",
        date="2026-01-31",
        proposer="command",
        size="",
        policy=Policy.TOLERANT,
        form="any",
        language="en",
        replies=REPLIES,
    )
    write_session(tmp_path / "recorded", told, {number: f"reply {number}" for number in range(1, 5)})
    return tmp_path / "recorded"


def test_replies_come_in_the_iterations_in_which_they_were_recorded(session: Path, play: Play) -> None:
    rounds = play(RecordedProposer(), 4, recorded=session)
    texts = [[attempt.candidate.text for attempt in attempts] for attempts in rounds]
    assert texts == [["reply 1\n", "reply 2\n", "reply 3\n"], [], ["reply 4\n"], []]
    labels = [attempt.candidate.label for attempt in rounds[0]]
    assert labels[1:] == ["reply 2 of 4 (2026-01-31)", "reply 3 of 4, repairs reply 2 (2026-01-31)"]


def test_a_repair_says_what_it_corrects(session: Path, make_request: MakeRequest) -> None:
    answers = list(RecordedProposer().propose(make_request(recorded=session)))
    assert [answer.repairs for answer in answers if isinstance(answer, Proposal)] == [None, None, 2]


def test_the_end_of_the_session_is_told(session: Path, make_request: MakeRequest) -> None:
    answers = list(RecordedProposer().propose(make_request(recorded=session, iteration=4)))
    assert answers == [NothingToOffer("recorded", "all 4 recorded replies are replayed")]


def test_an_iteration_without_replies_is_not_the_end(session: Path, make_request: MakeRequest) -> None:
    answers = list(RecordedProposer().propose(make_request(recorded=session, iteration=2)))
    assert answers == [NothingToOffer("recorded", "the session has no reply in iteration 2", final=False)]


def test_without_a_session_there_is_nothing_to_offer(make_request: MakeRequest) -> None:
    (answer,) = RecordedProposer().propose(make_request())
    assert isinstance(answer, NothingToOffer)
    assert answer.detail == "no session is recorded for k"
    assert answer.final


def test_a_reply_that_is_journalled_already_is_not_told_again(
    session: Path, play: Play, make_request: MakeRequest
) -> None:
    pending = tuple(attempt.candidate for attempt in play(RecordedProposer(), 1, recorded=session)[0])
    (last,) = RecordedProposer().propose(make_request(recorded=session, pending=pending[:2]))
    assert isinstance(last, Proposal)
    assert last.text == "reply 3\n"
    assert list(RecordedProposer().propose(make_request(recorded=session, pending=pending))) == []


def test_a_damaged_session_is_a_usage_error(session: Path, make_request: MakeRequest) -> None:
    (session / "session.toml").unlink()
    with pytest.raises(UsageError, match=r"session\.toml does not describe"):
        list(RecordedProposer().propose(make_request(recorded=session)))
