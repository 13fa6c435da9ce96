"""Any program as the model: prompt on standard input, reply on standard output."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import EndpointError, UsageError
from pipeline.proposers.base import NothingToOffer, Proposal, Repair, SideBySide
from pipeline.proposers.choose import choose
from pipeline.proposers.command import CommandProposer
from pipeline.proposers.names import NAMES
from pipeline.proposers.recorded import RecordedProposer
from pipeline.proposers.search import SearchProposer
from pipeline.records import Candidate, Settings

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest


def python(code: str, *words: str) -> str:
    return shlex.join([sys.executable, "-c", code, *words])


def test_the_prompt_is_the_input_and_the_output_is_the_reply(make_request: MakeRequest) -> None:
    code = "import sys; sys.stdout.write('reply to ' + sys.stdin.read() + ' by ' + sys.argv[1])"
    (answer,) = CommandProposer.from_text(python(code, "two words")).propose(make_request())
    assert isinstance(answer, Proposal)
    assert answer.text == "reply to the prompt: Prüfung by two words"
    assert answer.label == Path(sys.executable).name
    assert answer.proposer == "command"


def test_narration_on_standard_error_is_no_part_of_the_reply(make_request: MakeRequest) -> None:
    (answer,) = CommandProposer.from_text("sh -c 'echo thinking >&2; echo reply'").propose(make_request())
    assert isinstance(answer, Proposal)
    assert answer.text == "reply\n"


def test_bytes_that_are_no_text_are_a_reply_too(make_request: MakeRequest) -> None:
    (answer,) = CommandProposer.from_text(r"printf '\377ok'").propose(make_request())
    assert isinstance(answer, Proposal)
    assert answer.text == "\ufffdok"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("sh -c 'echo out of credit >&2; exit 7'", "exit status 7: out of credit"),
        ("sh -c 'kill -9 $$'", "killed by SIGKILL"),
        ("false", "exit status 1"),
    ],
)
def test_a_command_that_fails_has_nothing_to_offer_this_time(
    make_request: MakeRequest, command: str, words: str
) -> None:
    (answer,) = CommandProposer.from_text(command).propose(make_request())
    assert isinstance(answer, NothingToOffer)
    assert words in answer.detail
    assert not answer.final


@pytest.mark.parametrize("command", ["no-such-program --flag", "/no/such/program", "'unbalanced", "", "   "])
def test_a_command_that_cannot_be_run_is_a_usage_error_before_anything_is_done(command: str) -> None:
    with pytest.raises(UsageError, match="--command"):
        CommandProposer.from_text(command)


def test_a_recording_does_not_pass_over_an_iteration_without_any_reply(make_request: MakeRequest) -> None:
    proposer = CommandProposer.from_text("sh -c 'echo out of credit >&2; exit 7'", 2, must_answer=True)
    with pytest.raises(EndpointError, match="exit status 7: out of credit"):
        list(proposer.propose(make_request()))
    once = CommandProposer.from_text("sh -c 'test $IRLOOP_REPLY = 2 && echo kept'", 2, must_answer=True)
    answers = list(once.propose(make_request()))
    assert {type(answer) for answer in answers} == {Proposal, NothingToOffer}


def test_silence_is_no_reply(make_request: MakeRequest) -> None:
    (answer,) = CommandProposer.from_text("echo").propose(make_request())
    assert answer == NothingToOffer("command", "the command printed no reply", final=False)


def test_several_replies_are_asked_for_side_by_side(make_request: MakeRequest, tmp_path: Path) -> None:
    # Each waits until all four are there: one after another they would reply nothing.
    meet = f"touch {tmp_path}/$IRLOOP_REPLY; until ls {tmp_path} | wc -l | grep -q 4; do sleep 0.05; done"
    code = f"timeout 20 sh -c '{meet}; echo $IRLOOP_PROGRAM $IRLOOP_ITERATION.$IRLOOP_REPLY'"
    answers = list(CommandProposer.from_text(code, 4).propose(make_request(iteration=2)))
    texts = sorted(answer.text for answer in answers if isinstance(answer, Proposal))
    assert texts == [f"k 2.{number}\n" for number in (1, 2, 3, 4)]


def test_a_repair_is_asked_for_once(make_request: MakeRequest) -> None:
    request = make_request(repair=Repair("prompt", "reply", "wrong"))
    (answer,) = CommandProposer.from_text("cat", 4).propose(request)
    assert isinstance(answer, Proposal)
    assert answer.text == "prompt\n\n---\n\nreply\n\n---\n\nwrong\n"


def test_who_stops_asking_does_not_wait_for_the_rest(make_request: MakeRequest) -> None:
    code = "sh -c 'test $IRLOOP_REPLY = 1 || exec sleep 60; echo first'"
    begun = time.monotonic()
    asking = CommandProposer.from_text(code, 2).propose(make_request())
    assert isinstance(next(asking), Proposal)
    asking.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 30


def test_only_what_is_missing_is_asked_again_after_an_interruption(make_request: MakeRequest) -> None:
    pending = Candidate(id="c1", iteration=1, proposer="command", label="", text="kept")
    proposer = CommandProposer.from_text("printenv IRLOOP_REPLY", 2)
    (answer,) = proposer.propose(make_request(pending=(pending,)))
    assert isinstance(answer, Proposal)
    assert answer.text == "2\n"


def test_the_users_environment_is_kept(make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_MODEL_KEY", "key of my own")
    (answer,) = CommandProposer.from_text("printenv MY_MODEL_KEY").propose(make_request())
    assert isinstance(answer, Proposal)
    assert answer.text == "key of my own\n"


def test_nothing_is_asked_again_after_an_interruption(make_request: MakeRequest) -> None:
    pending = Candidate(id="c1", iteration=1, proposer="command", label="", text="kept")
    assert list(CommandProposer.from_text("false").propose(make_request(pending=(pending,)))) == []


def test_proposers_by_their_names() -> None:
    assert isinstance(choose(Settings(proposer="search")), SearchProposer)
    assert isinstance(choose(Settings(proposer="recorded")), RecordedProposer)
    assert choose(Settings(proposer="command", command="cat")) == CommandProposer.from_text("cat")
    both = choose(Settings(proposer="auto"))
    assert isinstance(both, SideBySide)
    assert [proposer.name for proposer in both.proposers] == ["recorded", "search"]
    with pytest.raises(UsageError, match="needs --command"):
        choose(Settings(proposer="command"))
    with pytest.raises(UsageError, match=f"unknown proposer 'x'.*{NAMES[0]}"):
        choose(Settings(proposer="x"))


def test_side_by_side_asks_one_after_the_other(make_request: MakeRequest) -> None:
    both = SideBySide((CommandProposer.from_text("echo one"), CommandProposer.from_text("echo two")))
    texts = [answer.text for answer in both.propose(make_request()) if isinstance(answer, Proposal)]
    assert texts == ["one\n", "two\n"]
