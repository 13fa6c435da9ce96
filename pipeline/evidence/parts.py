"""A prompt in parts: which of them are there, and which go first when the whole is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.evidence.phrases import Phrases
from pipeline.service import estimate_tokens

# What goes first when a prompt is too long; the task, the rules, the source and the best version never go.
# The IR of a long function is mostly blocks that hardly run; what is small and helps much goes late.
DROP_ORDER = (
    "latest reply",
    "flags",
    "early attempts",
    "cold IR",
    "profile",
    "IR",
    "machine",
    "declarations",
    "what limits",
    "attempts",
)


@dataclass(frozen=True)
class Part:
    """A piece of the prompt; `name` is its place in `DROP_ORDER`, empty for what always stays.

    One that stands `instead` of another is there only when that is left out.
    """

    text: str
    name: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Prompt:
    """The text for a model, its size, and what was left out to fit the budget."""

    text: str
    tokens: int
    left_out: tuple[str, ...] = ()


def fitted(parts: Sequence[Part], budget: int | None, phrases: Phrases) -> Prompt:
    """The parts as one text; where it is longer than `budget` tokens, some are left out and named at the end."""
    left_out: list[str] = []
    text = _joined(parts, left_out, phrases)
    for name in DROP_ORDER:
        if budget is None or estimate_tokens(text) <= budget:
            break
        if any(part.name == name for part in parts):
            left_out.append(name)
            text = _joined(parts, left_out, phrases)
    return Prompt(text, estimate_tokens(text), tuple(left_out))


def listed(lines: Sequence[str] | Iterator[str]) -> str:
    """Lines as a list."""
    return "\n".join(f"- {line}" for line in lines)


def _joined(parts: Sequence[Part], left_out: Sequence[str], phrases: Phrases) -> str:
    there = [part for part in parts if part.name not in left_out and (not part.instead or part.instead in left_out)]
    kept = [part.text for part in there if part.text]
    if left_out:
        kept.append(phrases.left_out.format(names=", ".join(left_out)))
    return "\n\n".join(kept) + "\n"
