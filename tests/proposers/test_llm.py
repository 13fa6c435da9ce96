"""Asking a model: what is sent, what becomes of the answer, what a budget allows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from endpoint_server import USAGE, answers, serving, streams
from model_asking import KEY, asked, calls, proposals, proposer_for

from pipeline.errors import UsageError
from pipeline.events import BudgetReached, ModelCalled, ReplyStreamed
from pipeline.proposers.base import Repair
from pipeline.proposers.choose import choose
from pipeline.proposers.llm import LlmProposer
from pipeline.records import Candidate, Settings
from pipeline.service import Budget, Endpoint, Price, Spent, Usage

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest


def test_a_stream_becomes_a_reply_with_its_usage_and_cost(make_request: MakeRequest) -> None:
    with serving(streams("one ", "two")) as server:
        told = asked(server, make_request(), prices={"m": Price(input=10, output=100, cached=1)})
    (reply,) = proposals(told)
    assert reply.text == "one two"
    assert reply.label == "m"
    assert reply.usage is not None
    assert reply.usage.model_dump(exclude={"seconds"}) == {
        "model": "m",
        "prompt_tokens": 100,
        "cached_tokens": 40,
        "completion_tokens": 20,
        "reasoning_tokens": 5,
        "cost": pytest.approx((60 * 10 + 40 * 1 + 20 * 100) / 1e6),
        "estimated": False,
    }
    (call,) = calls(told)
    assert (call.finish, call.usage, call.text) == ("stop", reply.usage, "")
    assert told.index(call) < told.index(reply)
    assert "".join(each.text for each in told if isinstance(each, ReplyStreamed)) == "one two"
    (sent,) = server.requests
    assert sent["messages"] == [{"role": "user", "content": "the prompt: Prüfung"}]
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_what_is_configured_is_sent_and_nothing_else(
    make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAM_TOKEN", "t-1")
    facts: dict[str, Any] = {
        "temperature": 0.2,
        "seed": 7,
        "max_tokens": 50,
        "reasoning_effort": "low",
        "body": {"top_k": 3},
    }
    headers = {"X-Token": "a ${TEAM_TOKEN}", "X-Title": "irloop"}
    with serving(streams("x")) as server:
        asked(server, make_request())
        asked(server, make_request(), **facts, headers=headers)
    plain, full = server.requests
    assert sorted(plain) == ["messages", "model", "stream", "stream_options"]
    assert full["temperature"] == 0.2
    assert full["seed"] == 8
    assert full["max_tokens"] == 50
    assert full["reasoning_effort"] == "low"
    assert full["top_k"] == 3
    assert server.headers[1]["x-token"] == "a t-1"
    assert server.headers[1]["x-title"] == "irloop"


def test_a_header_of_a_variable_that_is_not_set_is_a_usage_error(make_request: MakeRequest) -> None:
    with serving(streams("x")) as server, pytest.raises(UsageError, match="NOT_SET_ANYWHERE, which is not set"):
        asked(server, make_request(), headers={"X-Token": "${NOT_SET_ANYWHERE}"})


def test_live_pieces_are_few_and_complete(make_request: MakeRequest) -> None:
    with serving(streams(*["ab "] * 60, pause=0.02)) as server:
        told = asked(server, make_request())
    pieces = [each for each in told if isinstance(each, ReplyStreamed)]
    assert "".join(each.text for each in pieces) == "ab " * 60
    assert 2 <= len(pieces) <= 10
    assert pieces[-1].characters == 180


def test_several_candidates_are_asked_for_side_by_side(make_request: MakeRequest) -> None:
    with serving(*[streams("slow", str(number), pause=0.4) for number in range(4)]) as server:
        begun = time.monotonic()
        told = asked(server, make_request(), candidates=4)
        lasted = time.monotonic() - begun
    assert sorted(reply.text for reply in proposals(told)) == ["slow0", "slow1", "slow2", "slow3"]
    assert {call.call for call in calls(told)} == {1, 2, 3, 4}
    assert lasted < 4 * 0.8


def test_replies_that_are_in_the_journal_are_not_paid_for_again(make_request: MakeRequest) -> None:
    pending = tuple(Candidate(id=f"c{n}", iteration=1, proposer="llm", label="", text="kept") for n in (1, 2))
    with serving(streams("x")) as server:
        assert len(proposals(asked(server, make_request(pending=pending), candidates=3))) == 1
        assert asked(server, make_request(pending=pending), candidates=2) == []
    assert len(server.requests) == 1


def test_without_a_stream(make_request: MakeRequest) -> None:
    with serving(answers("whole")) as server:
        told = asked(server, make_request(), stream=False)
    assert [reply.text for reply in proposals(told)] == ["whole"]
    assert server.requests[0]["stream"] is False
    assert calls(told)[0].usage.completion_tokens == 20


def test_tokens_are_estimated_where_the_server_does_not_count(make_request: MakeRequest) -> None:
    with serving(streams("word " * 34, usage=None)) as server:
        (call,) = calls(asked(server, make_request()))
    assert call.usage.estimated
    assert call.usage.completion_tokens == 50


def test_the_cost_that_the_endpoint_states_wins(make_request: MakeRequest) -> None:
    with serving(streams("x", usage={**USAGE, "cost": 0.25})) as server:
        (call,) = calls(asked(server, make_request(), prices={"m": Price(input=1, output=1)}))
    assert call.usage.cost == 0.25


def test_a_repair_is_asked_as_a_conversation(make_request: MakeRequest) -> None:
    with serving(streams("mended")) as server:
        told = asked(server, make_request(repair=Repair("prompt", "reply", "wrong")), candidates=4)
    assert [reply.text for reply in proposals(told)] == ["mended"]
    (sent,) = server.requests
    assert [(message["role"], message["content"]) for message in sent["messages"]] == [
        ("user", "prompt"),
        ("assistant", "reply"),
        ("user", "wrong"),
    ]


@pytest.mark.parametrize(
    ("budget", "spent", "made"),
    [
        (Budget(calls=2), Spent(), 2),
        (Budget(calls=2), Spent(calls=2), 0),
        (Budget(tokens=1000), Spent(tokens=999), 0),
        (Budget(tokens=1000), Spent(tokens=100), 4),
        (Budget(money=1.0), Spent(money=1.0), 0),
        (Budget(seconds=60), Spent(seconds=60.5), 0),
        (Budget(seconds=60, calls=9, tokens=10**6, money=5), Spent(), 4),
    ],
)
def test_a_budget_is_looked_at_before_each_call(
    make_request: MakeRequest, budget: Budget, spent: Spent, made: int
) -> None:
    prices = {"m": Price(input=1, output=1)}
    with serving(streams("x")) as server:
        told = asked(server, make_request(spent=lambda: spent), candidates=4, budget=budget, prices=prices)
        assert len(server.requests) == made
    assert len(proposals(told)) == made
    reached = [answer for answer in told if isinstance(answer, BudgetReached)]
    assert len(reached) == (made < 4)


def test_calls_under_way_count(make_request: MakeRequest) -> None:
    usage: list[Usage] = []

    def spent() -> Spent:
        total = Spent()
        for each in usage:
            total = total.plus(each)
        return total

    with serving(streams("x", pause=0.2)) as server:
        proposer = proposer_for(server, 4, budget=Budget(tokens=20))  # the prompt alone takes 6
        for answer in proposer.propose(make_request(spent=spent)):
            usage += [answer.usage] if isinstance(answer, ModelCalled) else []
        assert len(server.requests) == 3


def test_a_model_is_chosen_where_one_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = Endpoint(base_url="http://127.0.0.1:1/v1", model="m")
    chosen = choose(Settings(proposer="auto", endpoint=endpoint, candidates=3))
    assert isinstance(chosen, LlmProposer)
    assert chosen.candidates == 3
    with pytest.raises(UsageError, match="needs an endpoint"):
        choose(Settings(proposer="llm"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with pytest.raises(UsageError, match="environment OPENAI_API_KEY is set, but no model: name one with --model"):
        choose(Settings(endpoint=Endpoint()))
    with pytest.raises(UsageError, match=r'needs the price of m: \[prices\."m"\]'):
        choose(Settings(proposer="llm", endpoint=endpoint, budget=Budget(money=1)))
