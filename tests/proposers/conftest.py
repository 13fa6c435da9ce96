"""Requests as the loop makes them, without a run around them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest

from pipeline.proposers.base import Attempt, Proposal, Proposer, Request
from pipeline.records import Candidate, Interval, Outcome, Policy, Program, Reason, Verdict


class MakeRequest(Protocol):
    """How the `make_request` fixture is called."""

    def __call__(self, history: tuple[Attempt, ...] = (), **facts: Any) -> Request: ...


class Play(Protocol):
    """How the `play` fixture is called."""

    def __call__(self, proposer: Proposer, iterations: int, **facts: Any) -> list[list[Attempt]]: ...


@pytest.fixture
def make_request() -> MakeRequest:
    """A request with a history; everything else as in a plain run unless named."""

    def make(history: tuple[Attempt, ...] = (), **facts: Any) -> Request:
        program = Program(name="k", sources=(Path("k.c"),), recorded=facts.pop("recorded", None))
        return Request(
            **{
                "iteration": 1,
                "program": program,
                "hot": "kernel",
                "policy": Policy.TOLERANT,
                "prompt": lambda: "the prompt: Prüfung",
                "history": history,
                **facts,
            }
        )

    return make


@pytest.fixture
def play(make_request: MakeRequest) -> Play:
    """Plays some iterations of a run in which every candidate is a little faster than the one before."""

    def run(proposer: Proposer, iterations: int, **facts: Any) -> list[list[Attempt]]:
        past: list[Attempt] = []
        rounds = []
        for iteration in range(1, iterations + 1):
            request = make_request(tuple(past), iteration=iteration, **facts)
            answers = [answer for answer in proposer.propose(request) if isinstance(answer, Proposal)]
            fresh = [attempt_of(answer, iteration, len(past) + number) for number, answer in enumerate(answers, 1)]
            past += fresh
            rounds.append(fresh)
        return rounds

    return run


def attempt_of(answer: Proposal, iteration: int, number: int) -> Attempt:
    """The proposal as the history would have it."""
    candidate = Candidate(
        id=f"c{number}", iteration=iteration, proposer=answer.proposer, label=answer.label, text=answer.text
    )
    speed = 1 + number / 100
    speedup = Interval(speedup=speed, low=speed, high=speed, pairs=11)
    verdict = Verdict(candidate=candidate.id, outcome=Outcome.FASTER, reason=Reason.MEASURED, speedup=speedup)
    return Attempt(candidate, verdict)
