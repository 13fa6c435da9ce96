"""Asking a model, against a server that misbehaves in every way that servers do."""

from __future__ import annotations

import json
import socket
import time
from typing import TYPE_CHECKING, Any

import pytest
from endpoint_server import Behaviour, breaks_off, chunk, hangs_up, says, serving, stalls, status, streams
from model_asking import KEY, asked, calls, proposals, proposer_for

from pipeline.errors import EndpointError, UsageError
from pipeline.proposers.base import Answer, NothingToOffer
from pipeline.proposers.endpoint import Client
from pipeline.proposers.llm import LlmProposer
from pipeline.service import Endpoint

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest


BAD_REQUEST = 400


def test_429_waits_as_long_as_the_server_says(make_request: MakeRequest) -> None:
    with serving(status(429, "slow down", retry_after="1"), streams("x")) as server:
        begun = time.monotonic()
        (reply,) = proposals(asked(server, make_request(), retries=1))
        assert time.monotonic() - begun >= 0.9
    assert reply.text == "x"
    assert len(server.requests) == 2


REFUSALS = {
    "429 for ever": (status(429, "slow down"), EndpointError, "status 429: slow down; try again later"),
    "no credit": (status(429, "pay first", "insufficient_quota"), EndpointError, "no credit left"),
    "500": (status(500, "oh"), EndpointError, "status 500"),
    "503": (status(503, "loading"), EndpointError, "status 503.*loading.*try again later"),
    "wrong key": (status(401, f"Incorrect API key provided: {KEY}"), UsageError, r"refuses the key from environment K"),
    "no right": (status(403, "not you"), UsageError, "refuses the key.*not you"),
    "no model": (status(404, "no such model"), UsageError, r"knows no model m \(llm.model\)"),
    "wrong request": (status(400, "content must be spoken"), UsageError, "does not accept the request"),
    "no connection kept": (hangs_up, EndpointError, "cannot be reached"),
    "an error in a stream": (
        lambda handler, _: (handler.begin_stream(), handler.event({"error": {"message": "gpu on fire"}}))[0],
        EndpointError,
        "gpu on fire",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_ends_a_run_says_what_to_do_and_never_the_key(make_request: MakeRequest, case: str) -> None:
    behaviour, kind, words = REFUSALS[case]
    with serving(behaviour) as server, pytest.raises(kind, match=words) as raised:
        asked(server, make_request())
    assert KEY not in str(raised.value)
    assert "\n" not in str(raised.value)


BODIES = [("{not json", "application/json"), ("<html>portal</html>", "text/html"), ("[]", "application/json")]


@pytest.mark.parametrize(("body", "kind"), BODIES)
def test_a_body_that_is_no_answer(make_request: MakeRequest, body: str, kind: str) -> None:
    with serving(says(body, kind)) as server, pytest.raises(EndpointError, match=r"llm\.base_url"):
        asked(server, make_request(), stream=False)


@pytest.mark.parametrize(("body", "kind"), BODIES)
def test_what_is_no_stream_is_told_with_what_to_do(make_request: MakeRequest, body: str, kind: str) -> None:
    with serving(says(body, kind)) as server, pytest.raises(EndpointError, match=f"{kind}.*base_url.*llm.stream"):
        asked(server, make_request())


def test_a_stream_without_any_piece_is_silence(make_request: MakeRequest) -> None:
    with serving(says("", "text/event-stream")) as server:
        told = asked(server, make_request())
    assert isinstance(told[-1], NothingToOffer)
    assert [call.finish for call in calls(told)] == ["cut"] * 3


def test_nobody_listens_there(make_request: MakeRequest) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(EndpointError, match=r"cannot be reached \(.*refused"):
        list(LlmProposer(Client(Endpoint(base_url=url, model="m", retries=0))).propose(make_request()))


def test_no_such_host(make_request: MakeRequest) -> None:
    endpoint = Endpoint(base_url="http://no-such-host.invalid/v1", model="m", retries=0)
    with pytest.raises(EndpointError, match=r"no-such-host.invalid/v1 cannot be reached"):
        list(LlmProposer(Client(endpoint)).propose(make_request()))


def test_a_stream_that_breaks_off_keeps_its_text(make_request: MakeRequest) -> None:
    with serving(breaks_off("the first ", "half")) as server:
        told = asked(server, make_request())
    (reply,) = proposals(told)
    assert (reply.text, reply.label) == ("the first half", "m, broke off")
    (call,) = calls(told)
    assert call.finish == "cut"
    assert "broke off" in call.detail
    assert call.usage.estimated


def test_a_stream_without_an_end_is_one_that_broke_off(make_request: MakeRequest) -> None:
    with serving(streams("half", finish=None)) as server:
        assert proposals(asked(server, make_request()))[0].label == "m, broke off"


def test_json_that_breaks_in_the_middle_keeps_what_came_before(make_request: MakeRequest) -> None:
    def behave(handler: Any, _: dict[str, Any]) -> None:
        handler.begin_stream()
        handler.event(chunk("half"))
        handler.event('{"choices": [{"delta"')

    with serving(behave) as server:
        assert proposals(asked(server, make_request()))[0].text == "half"


@pytest.mark.parametrize("trickle", [False, True])
def test_a_stream_that_stalls_is_given_up(make_request: MakeRequest, trickle: bool) -> None:
    with serving() as server:
        server.behaviours.append(stalls(lambda: server.over, "the first half", trickle=trickle))
        begun = time.monotonic()
        told = asked(server, make_request(), timeout=0.6)
        assert time.monotonic() - begun < 8
    (reply,) = proposals(told)
    assert reply.text == "the first half"
    assert calls(told)[0].finish in ("stalled", "cut")


def test_a_call_has_a_deadline_also_when_tokens_keep_coming(make_request: MakeRequest) -> None:
    with serving(streams(*["x"] * 400, pause=0.05)) as server:
        told = asked(server, make_request(), deadline=0.5)
    assert proposals(told)[0].label == "m, stalled"
    assert calls(told)[0].detail == "it took too long"
    assert 1 <= len(proposals(told)[0].text) < 100


def test_silence_is_asked_again_and_then_told(make_request: MakeRequest) -> None:
    with serving(streams(), streams(""), streams("third time")) as server:
        assert proposals(asked(server, make_request()))[0].text == "third time"
    with serving(streams()) as server:
        told = asked(server, make_request())
        assert len(server.requests) == 3
    assert isinstance(told[-1], NothingToOffer)
    assert told[-1].detail == "m answered with nothing"
    assert not told[-1].final


def no_choices(handler: Any, _: dict[str, Any]) -> None:
    handler.reply(200, json.dumps({"id": "x", "object": "chat.completion", "created": 0, "model": "m", "choices": []}))


def test_an_answer_without_choices(make_request: MakeRequest) -> None:
    with serving(no_choices) as server:
        told = asked(server, make_request(), stream=False)
    assert isinstance(told[-1], NothingToOffer)
    assert calls(told)[0].finish == "empty"


def refuses(handler: Any, _: dict[str, Any]) -> None:
    handler.begin_stream()
    handler.event(chunk(refusal="I will not touch IR"))
    handler.event(chunk(finish="stop"))


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [(refuses, "I will not touch IR"), (streams("Sorry.", finish="content_filter"), "m refused to answer: Sorry.")],
)
def test_a_refusal_is_told_and_not_judged(make_request: MakeRequest, behaviour: Behaviour, words: str) -> None:
    with serving(behaviour) as server:
        told = asked(server, make_request())
        assert len(server.requests) == 1
    assert proposals(told) == []
    assert isinstance(told[-1], NothingToOffer)
    assert words in told[-1].detail


def test_an_answer_that_is_all_thought(make_request: MakeRequest) -> None:
    with serving(streams("", finish="length")) as server:
        told = asked(server, make_request())
    assert isinstance(told[-1], NothingToOffer)
    assert "llm.max_tokens" in told[-1].detail


def refuses_above(characters: int) -> Behaviour:
    def behave(handler: Any, body: dict[str, Any]) -> None:
        if sum(len(message["content"]) for message in body["messages"]) > characters:
            status(400, "This model's maximum context length is 10 tokens", "context_length_exceeded")(handler, body)
        else:
            streams("fits")(handler, body)

    return behave


def test_a_prompt_that_is_too_long_is_shortened_until_it_fits(make_request: MakeRequest) -> None:
    shorter = (lambda: "y" * 80, lambda: "z" * 20)
    with serving(refuses_above(50)) as server:
        request = make_request(prompt=lambda: "x" * 200, shorter=shorter)
        told = asked(server, request, candidates=2)
    assert [reply.text for reply in proposals(told)] == ["fits", "fits"]
    assert {call.finish for call in calls(told)} == {"context-too-long", "stop"}


def test_a_prompt_that_never_fits_is_said(make_request: MakeRequest) -> None:
    with serving(refuses_above(5)) as server:
        told = asked(server, make_request(prompt=lambda: "x" * 200, shorter=(lambda: "y" * 80,)))
        assert len(server.requests) == 2
    assert isinstance(told[-1], NothingToOffer)
    assert "even the shortest prompt does not fit into the context of m" in told[-1].detail
    assert "a model with a longer one" in told[-1].detail


def test_a_prompt_that_lost_nothing_is_not_sent_again(make_request: MakeRequest) -> None:
    with serving(refuses_above(50)) as server:
        request = make_request(prompt=lambda: "x" * 200, shorter=(lambda: "x" * 200, lambda: "z" * 20))
        assert [reply.text for reply in proposals(asked(server, request))] == ["fits"]
        assert len(server.requests) == 2


def test_a_parameter_that_the_endpoint_does_not_take_is_left_out_from_then_on(make_request: MakeRequest) -> None:
    def behave(handler: Any, body: dict[str, Any]) -> None:
        for name in ("max_tokens", "temperature", "stream_options"):
            if name in body:
                message = f"Unsupported parameter: '{name}' is not supported with this model."
                status(BAD_REQUEST, message, param=name if name != "temperature" else None)(handler, body)
                return
        streams("x")(handler, body)

    with serving(behave) as server:
        proposer = proposer_for(server, temperature=0.1, max_tokens=9)
        assert len(proposals(list(proposer.propose(make_request())))) == 1
        assert "max_completion_tokens" in server.requests[-1]
        asked_before = len(server.requests)
        assert len(proposals(list(proposer.propose(make_request())))) == 1
        assert len(server.requests) == asked_before + 1


def test_one_failed_call_does_not_lose_the_others(make_request: MakeRequest) -> None:
    with serving(streams("kept", pause=0.3), status(500, "oh")) as server:
        told: list[Answer] = []
        with pytest.raises(EndpointError):
            told.extend(proposer_for(server, 2).propose(make_request()))
    assert [reply.text for reply in proposals(told)] == ["kept"]
