"""Proposer `command`: the prompt goes to any program's standard input, its standard output is the reply."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import ToolError, UsageError
from pipeline.executor import MIB, Limits, run
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request

# A person at the other end may think for a while.
PATIENCE = Limits(wall_seconds=3600, cpu_seconds=3600, memory_bytes=None, file_bytes=64 * MIB)


@dataclass(frozen=True)
class CommandProposer:
    """Asks `command` once per iteration. The program is the user's own and keeps the user's environment."""

    command: str
    name: str = "command"

    def propose(self, request: Request) -> Iterator[Answer]:
        """Run the command on the prompt.

        Raises:
            UsageError: the command line cannot be read or its program does not exist.
        """
        if request.pending_of(self.name):
            return
        try:
            words = shlex.split(self.command)
        except ValueError as error:
            raise UsageError(f"--command cannot be read: {error}") from error
        if not words:
            raise UsageError("--command is empty: give a program that reads the prompt and prints the reply")
        try:
            result = run(words, stdin=request.prompt().encode(), limits=PATIENCE)
        except ToolError as error:
            raise UsageError(f"--command: {error}") from error
        if not result.ok:
            last = result.message.splitlines()[-1:] or [""]
            yield NothingToOffer(self.name, f"the command ended with {result.describe()} {last[0][:200]}", final=False)
            return
        yield Proposal(self.name, result.stdout.decode("utf-8", "replace"), words[0].rsplit("/", 1)[-1])
