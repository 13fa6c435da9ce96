"""Calls of a model side by side: that of a thread which fails in a way nobody foresaw."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import IrloopError
from pipeline.proposers.calls import Calls, Ended
from pipeline.proposers.endpoint import Client
from pipeline.service import Endpoint


def test_a_defect_in_a_call_ends_it_at_once_instead_of_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(Client, "call", broken)
    with Calls(Client(Endpoint(base_url="http://127.0.0.1:9/v1", model="m", deadline=5))) as calls:
        calls.start(1, [])
        (ended,) = calls.told()
    assert isinstance(ended, Ended)
    assert isinstance(ended.reply, IrloopError)
    assert "ValueError: no such thing" in str(ended.reply)
