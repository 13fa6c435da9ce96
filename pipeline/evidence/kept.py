"""What is kept between runs in the user's cache: found again by exactly the facts that it depends on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path
from pydantic import ValidationError

from pipeline.records import Record

Kept = TypeVar("Kept", bound=Record)
# Grows whenever what is kept changes, or how it is found out or measured.
FORMAT = 3


def recall(kind: str, facts: Mapping[str, str], record: type[Kept]) -> Kept | None:
    """What was kept under these facts, or None."""
    try:
        found = json.loads(_file(kind, facts).read_bytes())
        return record.model_validate(found["content"]) if found["facts"] == dict(facts) else None
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None


def keep(kind: str, facts: Mapping[str, str], record: Record) -> None:
    """Keep a record; where the cache cannot be written, the next run finds out again."""
    target = _file(kind, facts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps({"facts": dict(facts), "content": record.model_dump(mode="json")}), encoding="utf-8")
        half.replace(target)
    except OSError:
        return


def _file(kind: str, facts: Mapping[str, str]) -> Path:
    key = hashlib.sha256(json.dumps([FORMAT, dict(facts)], sort_keys=True).encode()).hexdigest()[:24]
    return user_cache_path("irloop") / kind / f"{key}.json"
