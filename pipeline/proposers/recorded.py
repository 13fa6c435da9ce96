"""Proposer `recorded`: replays a model's session kept beside a kernel; every reply is judged and measured live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.proposers.base import Answer, NothingToOffer, Proposal, Request
from pipeline.proposers.session import Session, read_session, reply_file, session_folder
from pipeline.records import Form, Policy


@dataclass(frozen=True)
class RecordedProposer:
    """Offers in every iteration the replies that the session had in it, repairs included.

    With a `form` or under policy strict, it is the session recorded so where the kernel has one.
    """

    name: str = "recorded"
    form: Form | Literal["any"] = "any"
    policy: Policy = Policy.TOLERANT

    def propose(self, request: Request) -> Iterator[Answer]:
        """The iteration's replies in their order, or word that there are none."""
        folder = request.program.recorded
        if folder is None:
            yield NothingToOffer(self.name, f"no session is recorded for {request.program.name}")
            return
        fitting = session_folder(folder, self.form, self.policy)
        folder = fitting if fitting.is_dir() else folder
        session = read_session(folder)
        numbers = [number for number, reply in enumerate(session.replies, 1) if reply.iteration == request.iteration]
        if not numbers:
            yield self._nothing(session, request.iteration)
        for number in numbers[request.pending_of(self.name) :]:
            text = reply_file(folder, number).read_text(encoding="utf-8")
            yield Proposal(self.name, text, label(session, number), repairs=session.replies[number - 1].repairs)

    def _nothing(self, session: Session, iteration: int) -> NothingToOffer:
        if iteration > max((reply.iteration for reply in session.replies), default=0):
            return NothingToOffer(self.name, f"all {len(session.replies)} recorded replies are replayed")
        return NothingToOffer(self.name, f"the session has no reply in iteration {iteration}", final=False)


def label(session: Session, number: int) -> str:
    """A reply in short: `reply 2 of 3, repairs reply 1 (2026-11-24)`."""
    repaired = session.replies[number - 1].repairs
    repairs = f", repairs reply {repaired}" if repaired else ""
    return f"reply {number} of {len(session.replies)}{repairs} ({session.date})"
