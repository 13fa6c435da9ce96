"""A model's endpoint as records: how to reach it, what it may cost, what a call of it used.

These travel in journals, so that none of them ever holds a secret: a key is found by the name of its variable, and
headers may refer to variables as `${NAME}`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, Field

_REFERENCE = re.compile(r"\$\{(\w+)\}")
_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie", re.I)
MILLION = 1_000_000
# Characters of a token, as models count: code and English, and other scripts.
ASCII_CHARACTERS, OTHER_CHARACTERS = 3.4, 0.9


def _without_secret(url: str) -> str:
    parts = urlsplit(url)
    if url and parts.scheme not in ("http", "https"):
        raise ValueError("an address begins with http:// or https://")
    if "@" in parts.netloc or parts.query:
        raise ValueError("an address holds no password and no query; use llm.key_env or llm.headers")
    return url


def _by_reference(headers: dict[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if _SECRET_HEADER.search(name) and not _REFERENCE.search(value):
            raise ValueError(f"write header {name} as '${{VARIABLE}}' and keep its value in the environment")
    return headers


class Endpoint(BaseModel, frozen=True, extra="forbid"):
    """How a model is asked.

    `base_url` empty is the openai package's own; `api_version` makes it Azure's older interface. `timeout` is seconds
    without a sign of life, `deadline` seconds for a whole call, `retries` how often a refused or broken call is made
    again. `body` goes into the request as it stands.
    """

    base_url: Annotated[str, AfterValidator(_without_secret)] = ""
    key_env: str = ""
    model: str = ""
    api: Literal["chat", "responses"] = "chat"
    api_version: str = ""
    headers: Annotated[dict[str, str], AfterValidator(_by_reference)] = Field(default_factory=dict)
    body: dict[str, Any] = Field(default_factory=dict)
    timeout: Annotated[float, Field(gt=0)] = 300.0
    deadline: Annotated[float, Field(gt=0)] = 1800.0
    retries: Annotated[int, Field(ge=0, le=20)] = 2
    stream: bool = True
    temperature: Annotated[float, Field(ge=0)] | None = None
    seed: int | None = None
    max_tokens: Annotated[int, Field(gt=0)] | None = None
    reasoning_effort: str = ""

    def expanded_headers(self, environment: dict[str, str]) -> dict[str, str]:
        """The headers with every `${NAME}` replaced.

        Raises:
            KeyError: a variable is not set; its name is the error's argument.
        """
        return {
            name: _REFERENCE.sub(lambda match: environment[match[1]], value) for name, value in self.headers.items()
        }


class Price(BaseModel, frozen=True, extra="forbid"):
    """What a million tokens cost; `cached` is for prompt tokens that the endpoint had kept, `input` when not given."""

    input: Annotated[float, Field(ge=0)]
    output: Annotated[float, Field(ge=0)]
    cached: Annotated[float, Field(ge=0)] | None = None


class Usage(BaseModel, frozen=True, extra="forbid"):
    """What one call used. `cached_tokens` are part of `prompt_tokens`, `reasoning_tokens` of `completion_tokens`.

    `cost` is None where neither the endpoint nor the price table tells; `estimated` when irloop counted the tokens.
    """

    model: str = ""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    reasoning_tokens: int = 0
    seconds: float = 0.0
    cost: float | None = None
    estimated: bool = False

    @property
    def tokens(self) -> int:
        """Prompt and completion together."""
        return self.prompt_tokens + self.completion_tokens


def cost_of(usage: Usage, price: Price) -> float:
    """What a call costs by the table."""
    cached = price.input if price.cached is None else price.cached
    fresh = usage.prompt_tokens - usage.cached_tokens
    total = fresh * price.input + usage.cached_tokens * cached + usage.completion_tokens * price.output
    return total / MILLION


class Budget(BaseModel, frozen=True, extra="forbid"):
    """What a run may use: tokens, money (in the unit of the price table), seconds of wall time, calls."""

    tokens: Annotated[int, Field(gt=0)] | None = None
    money: Annotated[float, Field(gt=0)] | None = None
    seconds: Annotated[float, Field(gt=0)] | None = None
    calls: Annotated[int, Field(gt=0)] | None = None


class Spent(BaseModel, frozen=True, extra="forbid"):
    """What a run has used so far; `money` of the calls whose cost is known."""

    tokens: int = 0
    money: float = 0.0
    seconds: float = 0.0
    calls: int = 0

    def plus(self, usage: Usage) -> Spent:
        """One more call."""
        return self.model_copy(
            update={
                "tokens": self.tokens + usage.tokens,
                "money": self.money + (usage.cost or 0.0),
                "calls": self.calls + 1,
            }
        )


def reached(budget: Budget, spent: Spent, next_call: Spent | None = None) -> str | None:
    """Why no further call may be made, in words, or None. `next_call` is what it uses at least."""
    more = next_call or Spent()
    for name, unit in (("tokens", "tokens"), ("money", "in money"), ("calls", "calls"), ("seconds", "seconds")):
        limit, used, least = getattr(budget, name), getattr(spent, name), getattr(more, name)
        if limit is None:
            continue
        if used >= limit or used + least > limit:
            next_ = f", the next call needs at least {least:,.6g}" if used < limit else ""
            return f"the budget is reached: {used:,.6g} of {limit:,.6g} {unit} used{next_}"
    return None


def estimate_tokens(text: str) -> int:
    """About how many tokens a model counts, from characters alone: tokenisers would have to be downloaded."""
    plain = sum(character.isascii() for character in text)
    return round(plain / ASCII_CHARACTERS + (len(text) - plain) / OTHER_CHARACTERS)
