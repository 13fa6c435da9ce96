"""Proposer `command`: the prompt goes to any program's standard input, its standard output is the reply."""

from __future__ import annotations

import os
import shlex
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import EndpointError, UsageError
from pipeline.executor import MIB, Limits, Result, run
from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request, conversation

# A person at the other end may think for a while.
PATIENCE = Limits(wall_seconds=3600, cpu_seconds=3600, memory_bytes=None, file_bytes=64 * MIB)


@dataclass(frozen=True)
class CommandProposer:
    """Runs a command for each of `candidates` replies, side by side. It is the user's own, and keeps the environment.

    `must_answer`: an iteration without any reply ends the run, to be gone on with later, instead of being passed over.
    """

    words: tuple[str, ...]
    candidates: int = 1
    must_answer: bool = False
    name: str = "command"

    @classmethod
    def from_text(cls, text: str, candidates: int = 1, *, must_answer: bool = False) -> CommandProposer:
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
        return cls(tuple(words), candidates, must_answer)

    def propose(self, request: Request) -> Iterator[Answer]:
        """Run the command on the prompt; one that fails, or prints nothing, has nothing to offer this time.

        Raises:
            EndpointError: no run of it had a reply, and it must answer.
        """
        begin = 0 if request.repair else request.pending_of(self.name)
        numbers = range(begin + 1, (1 if request.repair else self.candidates) + 1)
        if not numbers:
            return
        text = conversation(request.repair) if request.repair else request.prompt()
        failed = []
        for result in self._results(text, request, numbers):
            if result.ok and result.stdout.strip():
                yield Proposal(self.name, result.stdout.decode("utf-8", "replace"), Path(self.words[0]).name)
            else:
                failed.append(_in_words(result))
        if self.must_answer and not begin and len(failed) == len(numbers):
            raise EndpointError(failed[0])
        yield from (NothingToOffer(self.name, detail, final=False) for detail in failed)

    def _results(self, text: str, request: Request, numbers: range) -> Iterator[Result]:
        """How every run of the command ended, in the order of their ends; leaving early ends those still under way."""
        given_up = threading.Event()

        def ask(number: int) -> Result:
            about = {"IRLOOP_ITERATION": str(request.iteration), "IRLOOP_REPLY": str(number)}
            facts = os.environ | about | {"IRLOOP_PROGRAM": request.program.name}
            return run(self.words, stdin=text.encode(), limits=PATIENCE, env=facts, given_up=given_up)

        with ThreadPoolExecutor(len(numbers)) as pool:
            try:
                for done in as_completed([pool.submit(ask, number) for number in numbers]):
                    yield done.result()
            finally:
                given_up.set()


def _in_words(result: Result) -> str:
    """Why a run of the command gave no reply."""
    if result.ok:
        return "the command printed no reply"
    last = (result.message.splitlines() or [""])[-1][:200]
    return f"the command ended with {result.describe()}{': ' + last if last else ''}"
