"""The sentences of the prompt, from `prompt.en.toml` and `prompt.ja.toml`; braces are filled in by `prompt`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.records import Language


@dataclass(frozen=True)
class Phrases:
    """One language. The verdicts in the history and the compiler's messages stay English."""

    title: str
    task: str
    rules: str
    strict: str
    tolerant: str
    exact: str
    facts: str
    boundary: str
    forbidden: str
    callable: str
    none: str
    general: str
    answer: str
    one_block: str
    one_of_these: str
    form_c: str
    form_ir: str
    form_passes: str
    less: str
    recipe: str
    function: str
    sizes: str
    macros: str
    literals: str
    signature: str
    time: str
    entry: str
    rows: str
    source: str
    declared: str
    ir: str
    counts: str
    profile: str
    uncounted: str
    machine: str
    ladder: str
    no_gain: str
    history: str
    takes_over: str
    noise: str
    best: str
    limits: str
    latest: str
    cut: str
    left_out: str
    over: str
    each: str
    ahead: str
    level: str
    behind: str
    notes: dict[str, str]

    @classmethod
    @cache
    def of(cls, language: Language) -> Phrases:
        """The phrases of one language."""
        text = Path(__file__).with_name(f"prompt.{language}.toml").read_text(encoding="utf-8")
        return cls(**tomllib.loads(text))
