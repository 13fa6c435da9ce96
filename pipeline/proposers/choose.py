"""Which proposer a run gets, from its settings and from what is configured."""

from __future__ import annotations

from pipeline.errors import UsageError
from pipeline.proposers.base import Proposer, SideBySide
from pipeline.proposers.command import CommandProposer
from pipeline.proposers.llm import LlmProposer
from pipeline.proposers.names import NAMES
from pipeline.proposers.recorded import RecordedProposer
from pipeline.proposers.search import SearchProposer
from pipeline.records import Settings


def choose(settings: Settings) -> Proposer:
    """The proposer that the settings name.

    `auto` is a model where one is configured, else the recorded session and the search, side by side.

    Raises:
        UsageError: an unknown name, `command` without a program that exists, `llm` without an endpoint or a model.
    """
    match settings.proposer:
        case "auto" if settings.endpoint:
            return LlmProposer.from_settings(settings)
        case "auto":
            return SideBySide((_recorded(settings), SearchProposer()))
        case "search":
            return SearchProposer()
        case "recorded":
            return _recorded(settings)
        case "command":
            if not settings.command:
                raise UsageError("proposer command needs --command 'PROGRAM ARGS'")
            is_recording = bool(settings.provenance)
            return CommandProposer.from_text(settings.command, settings.candidates, must_answer=is_recording)
        case "llm":
            return LlmProposer.from_settings(settings)
    raise UsageError(f"unknown proposer '{settings.proposer}': choose one of {', '.join(NAMES)}")


def _recorded(settings: Settings) -> RecordedProposer:
    return RecordedProposer(form=settings.form, policy=settings.policy)
