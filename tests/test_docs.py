"""The documents say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.records import Outcome, Reason

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_every_outcome_and_reason_is_explained_and_no_other() -> None:
    text = (DOCS / "verdicts.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", " ".join(row.rsplit("|", 2)[1] for row in rows)))
    outcomes = set(re.findall(r"`([a-z]+)`", " ".join(row.split("|")[1] for row in rows)))
    assert named == {str(reason) for reason in Reason}
    assert outcomes == {str(outcome) for outcome in Outcome}
