"""The Responses API, and Azure's older interface."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from endpoint_server import Behaviour, says, serving, streams
from model_asking import KEY, asked, proposals

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest


def responses_stream(*texts: str, end: dict[str, Any]) -> Behaviour:
    def behave(handler: Any, _: dict[str, Any]) -> None:
        handler.begin_stream()
        for text in texts:
            handler.event(
                {
                    "type": "response.output_text.delta",
                    "delta": text,
                    "item_id": "i",
                    "output_index": 0,
                    "content_index": 0,
                    "sequence_number": 1,
                    "logprobs": [],
                }
            )
        handler.event(end)

    return behave


def response(kind: str = "completed", **facts: Any) -> dict[str, Any]:
    usage = {
        "input_tokens": 30,
        "output_tokens": 9,
        "total_tokens": 39,
        "input_tokens_details": {"cached_tokens": 10},
        "output_tokens_details": {"reasoning_tokens": 4},
    }
    return {
        "type": f"response.{kind}",
        "sequence_number": 2,
        "response": {"id": "r", "object": "response", "status": kind, "output": [], "usage": usage, **facts},
    }


def test_the_responses_interface(make_request: MakeRequest) -> None:
    with serving(responses_stream("one ", "two", end=response())) as server:
        told = asked(server, make_request(), api="responses", reasoning_effort="high", max_tokens=99)
    (reply,) = proposals(told)
    assert reply.text == "one two"
    assert reply.usage is not None
    assert (reply.usage.prompt_tokens, reply.usage.completion_tokens) == (30, 9)
    assert (reply.usage.cached_tokens, reply.usage.reasoning_tokens) == (10, 4)
    assert server.paths == ["/v1/responses"]
    assert server.requests[0]["input"] == [{"role": "user", "content": "the prompt: Prüfung"}]
    assert server.requests[0]["reasoning"] == {"effort": "high"}
    assert server.requests[0]["max_output_tokens"] == 99


@pytest.mark.parametrize(
    ("end", "label"),
    [
        (response("incomplete", incomplete_details={"reason": "max_output_tokens"}), "m, cut at llm.max_tokens"),
        ({"type": "response.in_progress", "sequence_number": 1, "response": {}}, "m, broke off"),
        (response("failed", error={"code": "server_error", "message": "gpu"}), "m, broke off"),
    ],
)
def test_the_responses_interface_ends_in_other_ways(make_request: MakeRequest, end: dict[str, Any], label: str) -> None:
    with serving(responses_stream("half", end=end)) as server:
        (reply,) = proposals(asked(server, make_request(), api="responses"))
    assert (reply.text, reply.label) == ("half", label)


def test_responses_without_a_stream(make_request: MakeRequest) -> None:
    part = {"type": "output_text", "text": "whole", "annotations": []}
    body = response(
        output=[{"type": "message", "id": "i", "role": "assistant", "status": "completed", "content": [part]}]
    )
    with serving(says(json.dumps(body["response"]))) as server:
        (reply,) = proposals(asked(server, make_request(), api="responses", stream=False))
    assert reply.text == "whole"


def test_azures_older_interface(make_request: MakeRequest) -> None:
    with serving(streams("x")) as server:
        root = server.url.removesuffix("/v1")
        (reply,) = proposals(asked(server, make_request(), base_url=root, api_version="2024-10-21"))
    assert reply.text == "x"
    assert server.paths == ["/openai/deployments/m/chat/completions?api-version=2024-10-21"]
    assert server.headers[0]["api-key"] == KEY
