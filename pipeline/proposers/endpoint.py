"""One call of a model, over the `openai` package: what is sent, what comes back, and what every failure means.

Failures that the user has to mend are `UsageError`s, an endpoint that does not answer is an `EndpointError`. All else
is a `Reply` with a finish that says how it ended, and the text that came until then.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pipeline.config import Secret, variables
from pipeline.errors import EndpointError, IrloopError, UsageError
from pipeline.proposers.protocol import CHAT, RESPONSES, Delta, Protocol
from pipeline.service import Endpoint, Price, Usage, cost_of, estimate_tokens

if TYPE_CHECKING:
    import openai

NO_KEY = "none"  # local servers want none, the client wants something
CONNECT_SECONDS = 30.0
LONGEST_MESSAGE = 400
_TOO_LONG = re.compile(r"context.{0,20}(?:length|size|window)|maximum context|prompt is too long|too many tokens", re.I)
_STATUS_PREFIX = re.compile(r"^Error code: \d+ - ")
_NOT_KNOWN = re.compile(r"support|unknown|unrecogni[sz]ed|not permitted|unexpected|extra|invalid", re.I)

Message = Mapping[str, str]


class Finish(StrEnum):
    """How a call ended; all but STOP are worth a word."""

    STOP = "stop"
    LENGTH = "length"
    REFUSED = "refused"
    EMPTY = "empty"
    CUT = "cut"
    STALLED = "stalled"
    TOO_LONG = "context-too-long"


@dataclass(frozen=True)
class Reply:
    """What came back. `detail` is the endpoint's own message, or words for what happened."""

    text: str
    finish: Finish
    usage: Usage
    detail: str = ""


@dataclass
class Client:
    """Calls one model. `refused` are the parameters that the endpoint does not take, learnt from its answers."""

    endpoint: Endpoint
    secret: Secret | None = None
    prices: Mapping[str, Price] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    @property
    def protocol(self) -> Protocol:
        """Chat Completions or Responses."""
        return RESPONSES if self.endpoint.api == "responses" else CHAT

    def connect(self) -> openai.OpenAI:
        """A client of the `openai` package; one for each call, so that closing it ends that call only.

        Raises:
            UsageError: a header refers to a variable that is not set.
        """
        import openai

        try:
            headers = self.endpoint.expanded_headers(variables())
        except KeyError as error:
            raise UsageError(f"llm.headers refers to {error.args[0]}, which is not set") from error
        timeout = openai.Timeout(self.endpoint.timeout, connect=min(CONNECT_SECONDS, self.endpoint.timeout))
        options: dict[str, Any] = {
            "api_key": self.secret.value if self.secret else NO_KEY,
            "default_headers": headers,
            "timeout": timeout,
            "max_retries": self.endpoint.retries,
        }
        if self.endpoint.api_version:
            version = self.endpoint.api_version
            return openai.AzureOpenAI(azure_endpoint=self.endpoint.base_url, api_version=version, **options)
        return openai.OpenAI(base_url=self.endpoint.base_url or None, **options)

    def call(
        self, connection: openai.OpenAI, messages: Sequence[Message], seed: int, tell: Callable[[str], None]
    ) -> Reply:
        """Ask once; `tell` gets every piece of text as it comes (and empty ones as signs of life).

        Raises:
            UsageError: the key, the model, the address or a parameter is wrong.
            EndpointError: the endpoint cannot be reached, fails, or speaks something else.
        """
        begun = time.monotonic()
        parts: list[str] = []
        usage, finish, detail = Usage(model=self.endpoint.model), "", ""
        try:
            for delta in self._deltas(connection, messages, seed):
                parts.append(delta.text)
                tell(delta.text)
                usage, finish = delta.usage or usage, delta.finish or finish
                detail += delta.refusal
        except Exception as error:
            failed = self._meaning(error, has_begun=bool(parts), has_text=any(parts))
            if isinstance(failed, IrloopError):
                raise failed from error
            finish, detail = failed
        text = "".join(parts)
        seconds = round(time.monotonic() - begun, 3)
        return Reply(text, _finish(finish, text, detail), self.counted(usage, messages, text, seconds), detail)

    def counted(self, usage: Usage, messages: Sequence[Message], text: str, seconds: float) -> Usage:
        """Usage with its time and cost; estimated where the endpoint did not count."""
        facts: dict[str, Any] = {"seconds": seconds}
        if usage.tokens == 0:
            asked = sum(estimate_tokens(message["content"]) for message in messages)
            facts |= {"prompt_tokens": asked, "completion_tokens": estimate_tokens(text), "estimated": True}
        usage = usage.model_copy(update=facts)
        price = self.prices.get(self.endpoint.model)
        return usage.model_copy(update={"cost": cost_of(usage, price)}) if price and usage.cost is None else usage

    def _deltas(self, connection: openai.OpenAI, messages: Sequence[Message], seed: int) -> Iterator[Delta]:
        """The answer piece by piece, an empty piece first: a sign that there is one."""
        answer = self._answer(connection, messages, seed)
        yield Delta()
        count = 0
        for delta in self.protocol.deltas(answer, self.endpoint):
            count += 1
            yield delta
        if not count:
            _must_be_stream(answer)

    def _answer(self, connection: openai.OpenAI, messages: Sequence[Message], seed: int) -> Any:
        """Send; a parameter that the endpoint names as unknown is left out from then on."""
        import openai

        optional = self.protocol.optional(self.endpoint, seed, self.refused)
        try:
            return self.protocol.create(connection, self.endpoint, messages, optional)
        except openai.BadRequestError as error:
            named = unknown_parameter(error.param, str(error.message), optional)
            if named is None:
                raise
            self.refused.add(named)
        return self._answer(connection, messages, seed)

    def _meaning(self, error: Exception, *, has_begun: bool, has_text: bool) -> IrloopError | tuple[str, str]:
        """What a failure means: an error for the user, or a finish with its words."""
        import openai

        said = self.plain(str(getattr(error, "message", "") or error))
        if is_too_long(getattr(error, "code", None), said) and isinstance(error, openai.APIError):
            return Finish.TOO_LONG, said
        lost = isinstance(error, openai.APIConnectionError) or not isinstance(error, openai.APIError | ValueError)
        if has_text or (has_begun and lost and not isinstance(error, IrloopError)):
            return Finish.CUT, f"the answer broke off: {said}"
        return error if isinstance(error, IrloopError) else self._refusal(error, said)

    def _refusal(self, error: Exception, said: str) -> IrloopError:
        """What a failure before any answer means."""
        import openai

        where = self.endpoint.base_url or "the endpoint"
        match error:
            case openai.AuthenticationError() | openai.PermissionDeniedError():
                return UsageError(f"{where} refuses {self._key_in_words()}: {said}")
            case openai.NotFoundError():
                model = self.endpoint.model
                return UsageError(f"{where} knows no model {model} (llm.model), or nothing is at that address: {said}")
            case openai.BadRequestError() | openai.UnprocessableEntityError():
                return UsageError(f"{where} does not accept the request: {said}")
            case openai.RateLimitError() if error.code == "insufficient_quota":
                return EndpointError(f"{where} has no credit left for this key: {said}")
            case openai.APIStatusError():
                return EndpointError(f"{where} answers with status {error.status_code}: {said}; try again later")
            case openai.APIConnectionError():
                cause = self.plain(str(error.__cause__ or said))
                return EndpointError(f"{where} cannot be reached ({cause}): is llm.base_url right, and a server there?")
            case openai.APIError():
                return EndpointError(f"{where} answers with an error: {said}")
        return EndpointError(f"{where} does not answer as an OpenAI endpoint does ({said}): check llm.base_url")

    def _key_in_words(self) -> str:
        if self.secret is None:
            return "to answer without a key; put one into OPENAI_API_KEY"
        return f"the key from {self.secret.source}; put a valid one there"

    def plain(self, text: str) -> str:
        """An endpoint's message on one line, not too long, without the key, and without the client's own prefix."""
        if self.secret:
            text = text.replace(self.secret.value, "***")
        return _STATUS_PREFIX.sub("", " ".join(text.split()))[:LONGEST_MESSAGE]


def _must_be_stream(answer: Any) -> None:
    """Nothing came: what is no stream of events has no pieces, whatever it is.

    Raises:
        EndpointError: it is a page, or an answer in one piece.
    """
    kind = str(answer.response.headers.get("content-type", ""))
    if "event-stream" not in kind:
        raise EndpointError(
            f"the endpoint answers with {kind or 'something'} and not with a stream: is llm.base_url right (it mostly "
            "ends with /v1), or does it not stream (llm.stream = false)?"
        )


def unknown_parameter(param: str | None, message: str, optional: Mapping[str, Any]) -> str | None:
    """The optional parameter that a refusal is about, or None."""
    if param and param.split(".")[0] in optional:
        return param.split(".")[0]
    if not _NOT_KNOWN.search(message):
        return None
    return next((name for name in optional if re.search(rf"\b{name}\b", message)), None)


def is_too_long(code: str | None, message: str) -> bool:
    """True when a refusal says that the prompt does not fit into the model's context."""
    return code in ("context_length_exceeded", "exceed_context_size_error") or bool(_TOO_LONG.search(message))


def _finish(told: str, text: str, detail: str) -> Finish:
    """The finish in irloop's words, from the endpoint's."""
    if told in ("content_filter", Finish.REFUSED) or (detail and not text.strip() and told == Finish.STOP):
        return Finish.REFUSED
    if told in (Finish.CUT, Finish.TOO_LONG):
        return Finish(told)
    if told == Finish.LENGTH:
        return Finish.LENGTH
    if not told:  # a stream that just ends raises nothing
        return Finish.CUT
    return Finish.STOP if text.strip() else Finish.EMPTY
