"""Proposer `llm`: not there yet. It says so; `command` connects any model's own command line in the meantime."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.proposers.base import Answer, Request


@dataclass(frozen=True)
class LLMProposer:
    """Will talk to an OpenAI-compatible endpoint."""

    name: str = "llm"

    def propose(self, request: Request) -> Iterator[Answer]:
        """Refuse.

        Raises:
            UsageError: always, with what to use instead.
        """
        raise UsageError(
            "proposer llm is not there yet: use --proposer command --command 'PROGRAM ARGS' with any program that reads "
            "a prompt and prints a reply, or --proposer auto, recorded or search"
        )
        yield  # a generator, like every proposer
