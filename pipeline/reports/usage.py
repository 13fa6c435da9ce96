"""What a model's reply cost, where its proposer journalled that."""

from __future__ import annotations

from pydantic import ConfigDict, ValidationError

from pipeline.records import Candidate, Record


class Usage(Record):
    """Tokens, wall time in seconds, price and model of one reply; None where the endpoint did not say."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    reasoning_tokens: int | None = None
    seconds: float | None = None
    cost: float | None = None
    model: str | None = None


def usage_of(candidate: Candidate) -> Usage | None:
    """The usage that a candidate carries; None for search and other proposers that cost nothing per reply."""
    told = candidate.model_dump(exclude={"text"}).get("usage")
    if told is None:
        return None
    try:
        return Usage.model_validate(told)
    except ValidationError:
        return None


def total_tokens(usage: Usage) -> int | None:
    """Prompt and completion together (reasoning is counted in the completion); None when neither is known."""
    known = [count for count in (usage.prompt_tokens, usage.completion_tokens) if count is not None]
    return sum(known) if known else None
