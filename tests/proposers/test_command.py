"""Any program as the model: prompt on standard input, reply on standard output."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.cli_options import PROPOSERS
from pipeline.errors import UsageError
from pipeline.proposers.base import NothingToOffer, Proposal, SideBySide
from pipeline.proposers.choose import NAMES, choose
from pipeline.proposers.command import CommandProposer
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


def test_the_command_line_offers_every_proposer() -> None:
    # Said twice, since the command line may not load the proposers before it knows that they are wanted.
    assert PROPOSERS == NAMES
