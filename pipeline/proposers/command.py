"""Proposer `command`: the prompt goes to any program's standard input, its standard output is the reply."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.executor import MIB, Limits, run
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request, conversation

# A person at the other end may think for a while.
PATIENCE = Limits(wall_seconds=3600, cpu_seconds=3600, memory_bytes=None, file_bytes=64 * MIB)


@dataclass(frozen=True)
class CommandProposer:
    """Asks a command once per iteration. The program is the user's own and keeps the user's environment."""

    words: tuple[str, ...]
    name: str = "command"

    @classmethod
    def from_text(cls, text: str) -> CommandProposer:
        """Read a command line as a shell would split it; nothing is expanded.

        Raises:
            UsageError: it cannot be split, is empty, or its program does not exist.
        """
        try:
            words = shlex.split(text)
        except ValueError as error:
            raise UsageError(f"--command cannot be read: {error}") from error
        if not words:
            raise UsageError("--command is empty: give a program that reads the prompt and prints the reply")
        if shutil.which(words[0]) is None:
            raise UsageError(f"--command: there is no program {words[0]}")
        return cls(tuple(words))

    def propose(self, request: Request) -> Iterator[Answer]:
        """Run the command on the prompt; one that fails has nothing to offer this time."""
        if request.pending_of(self.name):
            return
        text = conversation(request.repair) if request.repair else request.prompt()
        result = run(self.words, stdin=text.encode(), limits=PATIENCE)
        if result.ok:
            yield Proposal(self.name, result.stdout.decode("utf-8", "replace"), Path(self.words[0]).name)
        else:
            last = (result.message.splitlines() or [""])[-1][:200]
            detail = f"the command ended with {result.describe()}{': ' + last if last else ''}"
            yield NothingToOffer(self.name, detail, final=False)
