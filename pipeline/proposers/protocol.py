"""The two interfaces of OpenAI-compatible endpoints, as parameters to send and pieces to read.

What comes back is not trusted to have the shape that it should have: proxies answer with pages, servers leave parts
out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.errors import EndpointError
from pipeline.service import Endpoint, Usage

if TYPE_CHECKING:
    import openai

Message = Mapping[str, str]


@dataclass(frozen=True)
class Delta:
    """A piece of an answer; `finish` is "stop", "length", "content_filter" or "refused" in the last one."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    usage: Usage | None = None


@dataclass(frozen=True)
class Protocol:
    """How to send to and read from one interface."""

    optional: Callable[[Endpoint, int, Collection[str]], dict[str, Any]]
    create: Callable[[openai.OpenAI, Endpoint, Sequence[Message], Mapping[str, Any]], Any]
    deltas: Callable[[Any, Endpoint], Iterator[Delta]]


def _given(parameters: Mapping[str, Any], refused: Collection[str]) -> dict[str, Any]:
    return {
        name: value for name, value in parameters.items() if name not in refused and value is not None and value != ""
    }


def _chat_optional(endpoint: Endpoint, seed: int, refused: Collection[str]) -> dict[str, Any]:
    """Parameters that not every endpoint takes. What OpenAI calls max_completion_tokens is max_tokens elsewhere."""
    new_name = "max_tokens" in refused or (not endpoint.base_url and "max_completion_tokens" not in refused)
    parameters = {
        "temperature": endpoint.temperature,
        "seed": None if endpoint.seed is None else endpoint.seed + seed,
        "max_completion_tokens" if new_name else "max_tokens": endpoint.max_tokens,
        "reasoning_effort": endpoint.reasoning_effort,
        "stream_options": {"include_usage": True} if endpoint.stream else None,
    }
    return _given(parameters, refused)


def _chat_create(
    connection: openai.OpenAI, endpoint: Endpoint, messages: Sequence[Message], optional: Mapping[str, Any]
) -> Any:
    create: Any = connection.chat.completions.create
    return create(
        model=endpoint.model,
        messages=[dict(message) for message in messages],
        stream=endpoint.stream,
        extra_body=dict(endpoint.body),
        **optional,
    )


def _chat_deltas(answer: Any, endpoint: Endpoint) -> Iterator[Delta]:
    for chunk in answer if endpoint.stream else [_whole(answer)]:
        usage = _usage(getattr(chunk, "usage", None), endpoint, ("prompt", "completion"))
        choices = getattr(chunk, "choices", None) or []
        if not choices:
            if not endpoint.stream and getattr(chunk, "error", None):
                raise EndpointError(f"the endpoint answers with an error: {str(chunk.error)[:300]}")
            yield Delta(usage=usage, finish="" if endpoint.stream else "stop")
            continue
        choice = choices[0]
        said = getattr(choice, "delta", None) or getattr(choice, "message", None)
        yield Delta(
            text=_text(said, "content"),
            refusal=_text(said, "refusal"),
            finish=str(getattr(choice, "finish_reason", None) or ""),
            usage=usage,
        )


def _responses_optional(endpoint: Endpoint, _seed: int, refused: Collection[str]) -> dict[str, Any]:
    parameters = {
        "temperature": endpoint.temperature,
        "max_output_tokens": endpoint.max_tokens,
        "reasoning": {"effort": endpoint.reasoning_effort} if endpoint.reasoning_effort else None,
        "store": False,
    }
    return _given(parameters, refused)


def _responses_create(
    connection: openai.OpenAI, endpoint: Endpoint, messages: Sequence[Message], optional: Mapping[str, Any]
) -> Any:
    create: Any = connection.responses.create
    return create(
        model=endpoint.model,
        input=[dict(message) for message in messages],
        stream=endpoint.stream,
        extra_body=dict(endpoint.body),
        **optional,
    )


def _responses_deltas(answer: Any, endpoint: Endpoint) -> Iterator[Delta]:
    if not endpoint.stream:
        whole = _whole(answer)
        yield Delta(text=str(getattr(whole, "output_text", "") or ""))
        yield _responses_end(whole, endpoint)
        return
    for event in answer:
        match getattr(event, "type", ""):
            case "response.output_text.delta":
                yield Delta(text=str(event.delta or ""))
            case "response.refusal.delta":
                yield Delta(refusal=str(event.delta or ""))
            case "response.completed" | "response.incomplete" | "response.failed":
                yield _responses_end(event.response, endpoint)
            case "error":
                raise EndpointError(f"the endpoint ends its answer with an error: {str(event.message)[:300]}")
            case _:
                yield Delta()


def _responses_end(response: Any, endpoint: Endpoint) -> Delta:
    error = getattr(response, "error", None)
    if error:
        raise EndpointError(f"the endpoint answers with an error: {str(getattr(error, 'message', error))[:300]}")
    why = getattr(getattr(response, "incomplete_details", None), "reason", None)
    finish = {"max_output_tokens": "length", "content_filter": "content_filter"}.get(str(why), "stop")
    refusals = [
        _text(part, "refusal")
        for item in getattr(response, "output", None) or []
        for part in getattr(item, "content", None) or []
        if not endpoint.stream
    ]
    usage = _usage(getattr(response, "usage", None), endpoint, ("input", "output"))
    return Delta(refusal="".join(refusals), finish=finish, usage=usage)


def _whole(answer: Any) -> Any:
    """An answer in one piece; the package hands text on as it is when it is no JSON."""
    if isinstance(answer, str) or not hasattr(answer, "model_extra"):
        raise EndpointError(
            "the endpoint answers with something else than JSON: is llm.base_url right? It mostly ends with /v1"
        )
    return answer


def _text(holder: Any, name: str) -> str:
    value = getattr(holder, name, None)
    return value if isinstance(value, str) else ""


def _usage(told: Any, endpoint: Endpoint, names: tuple[str, str]) -> Usage | None:
    """Usage under either interface's names; numbers that are none count as nothing."""
    if told is None:
        return None

    def number(holder: Any, name: str) -> int:
        value = getattr(holder, name, None)
        return value if isinstance(value, int) and value > 0 else 0

    into, out = names
    cost = getattr(told, "cost", None)
    return Usage(
        model=endpoint.model,
        prompt_tokens=number(told, f"{into}_tokens"),
        completion_tokens=number(told, f"{out}_tokens"),
        cached_tokens=number(getattr(told, f"{into}_tokens_details", None), "cached_tokens"),
        reasoning_tokens=number(getattr(told, f"{out}_tokens_details", None), "reasoning_tokens"),
        cost=float(cost) if isinstance(cost, int | float) and cost >= 0 else None,
    )


CHAT = Protocol(_chat_optional, _chat_create, _chat_deltas)
RESPONSES = Protocol(_responses_optional, _responses_create, _responses_deltas)
