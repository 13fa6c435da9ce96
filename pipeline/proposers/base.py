"""What a proposer is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.events import BudgetReached, ModelCalled, ReplyStreamed
from pipeline.records import Candidate, Policy, Program, Verdict
from pipeline.service import Spent, Usage


@dataclass(frozen=True)
class Attempt:
    """One earlier candidate with its verdict."""

    candidate: Candidate
    verdict: Verdict


@dataclass(frozen=True)
class Repair:
    """A question about one rejected reply: the prompt that it answered, the reply, and what is wrong with it."""

    prompt: str
    reply: str
    message: str


def conversation(repair: Repair) -> str:
    """A repair as one text, for proposers that take no conversation."""
    return f"{repair.prompt.rstrip()}\n\n---\n\n{repair.reply.strip()}\n\n---\n\n{repair.message}\n"


@dataclass(frozen=True)
class Request:
    """One iteration's question.

    `prompt` builds the text for a model on demand and journals it; proposers that need no words never call it.
    `history` holds every attempt of the run so far, oldest first; proposers keep no state of their own, so that a
    resumed run asks and answers the same. `shorter` are prompts to try, one after the other, where the first one does
    not fit; with `repair` nothing but one rejected reply is asked about. `spent` is what models have used so far.
    """

    iteration: int
    program: Program
    hot: str
    policy: Policy
    prompt: Callable[[], str]
    history: tuple[Attempt, ...] = ()
    incumbent: str | None = None
    polly: bool = False
    pending: tuple[Candidate, ...] = ()
    shorter: tuple[Callable[[], str], ...] = ()
    repair: Repair | None = None
    spent: Callable[[], Spent] = Spent

    def pending_of(self, proposer: str) -> int:
        """How many replies of this proposer to this very request are journalled already (after an interruption)."""
        return sum(candidate.proposer == proposer for candidate in self.pending)

    def replies_of(self, proposer: str) -> list[Attempt]:
        """The attempts that a proposer of this name made before."""
        return [attempt for attempt in self.history if attempt.candidate.proposer == proposer]


@dataclass(frozen=True)
class Proposal:
    """One reply, word for word, with a short label for displays, and what it used where a model was asked.

    `repairs` is for proposers that replay: which of their own replies so far, counted from 1, this one corrects.
    """

    proposer: str
    text: str
    label: str = ""
    usage: Usage | None = None
    repairs: int | None = None


@dataclass(frozen=True)
class NothingToOffer:
    """The proposer has no (further) reply; `detail` says why, `final` that asking again is pointless."""

    proposer: str
    detail: str
    final: bool = True


# Replies, and what is journalled on the way to them.
Answer = Proposal | NothingToOffer | ReplyStreamed | ModelCalled | BudgetReached


class Proposer(Protocol):
    """Anything that answers a request with replies."""

    @property
    def name(self) -> str:
        """What verdicts and displays call it."""
        ...

    def propose(self, request: Request) -> Iterator[Answer]:
        """Yield this iteration's replies one by one.

        Raises:
            UsageError: it is not configured.
            EndpointError: what it talks to cannot be reached.
        """
        ...


@dataclass(frozen=True)
class SideBySide:
    """Several proposers, asked one after the other in every iteration."""

    proposers: tuple[Proposer, ...]
    name: str = field(default="auto")

    def propose(self, request: Request) -> Iterator[Answer]:
        """All replies of all proposers."""
        for proposer in self.proposers:
            yield from proposer.propose(request)
