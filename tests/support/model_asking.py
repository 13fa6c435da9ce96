"""Proposers that talk to a test's own server, and what of their answers a test looks at."""

from __future__ import annotations

from typing import Any

from endpoint_server import FaultyEndpoint

from pipeline.config import Secret
from pipeline.events import ModelCalled
from pipeline.proposers.base import Answer, Proposal
from pipeline.proposers.endpoint import Client
from pipeline.proposers.llm import LlmProposer
from pipeline.service import Budget, Endpoint

KEY = "sk-a-secret-of-the-user"


def asked(server: FaultyEndpoint, request: Any, *, candidates: int = 1, **more: Any) -> list[Answer]:
    """All answers of a proposer that talks to the server."""
    return list(proposer_for(server, candidates, **more).propose(request))


def proposer_for(server: FaultyEndpoint, candidates: int = 1, **more: Any) -> LlmProposer:
    budget, prices = more.pop("budget", Budget()), more.pop("prices", {})
    facts = {"base_url": server.url, "model": "m", "retries": 0, "timeout": 10.0, **more}
    return LlmProposer(Client(Endpoint(**facts), Secret(KEY, "environment K"), prices), candidates, budget)


def proposals(told: list[Answer]) -> list[Proposal]:
    return [answer for answer in told if isinstance(answer, Proposal)]


def calls(told: list[Answer]) -> list[ModelCalled]:
    return [answer for answer in told if isinstance(answer, ModelCalled)]
