"""Numbers of asking models: the prompt's size, the way from a reply to its repair, what recorded sessions reach."""

from __future__ import annotations

import shlex
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.number import Number
from benchmarks.steps import ended
from pipeline.catalog import bundled_program
from pipeline.events import CandidateProposed, PromptBuilt
from pipeline.preview import first_prompt
from pipeline.records import Policy, Settings
from pipeline.run import start
from pipeline.state import State

BROKEN = "Sum up.\n\n```c\nvoid kernel_gemm(int ni, int nj, int nk) { int sum = zero; }\n```\n"
REPAIRS = 5
SESSIONS = (("gemm", Policy.TOLERANT, 4.0), ("nussinov", Policy.STRICT, 10.0))


def prompt_size() -> Iterator[Number]:
    """The first prompt of gemm, nothing left out, in both languages."""
    for language in ("en", "ja"):
        settings = Settings.model_validate({"language": language})
        asked = ended(first_prompt(bundled_program("gemm"), settings))
        kept = asked.tokens <= 8000 and not asked.left_out
        yield Number(f"irloop prompt gemm --lang {language}", "<= 8,000 tokens", f"{asked.tokens:,} tokens", kept)


def repair_time() -> Iterator[Number]:
    """From a reply that does not compile, journalled, to the prompt that asks for its repair, journalled."""
    command = shlex.join([sys.executable, "-c", f"print({BROKEN!r})"])
    settings = Settings(proposer="command", command=command, iterations=REPAIRS, repairs=1, ladder=False)
    waits, asked = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for event in start(bundled_program("gemm"), settings, Path(folder)):
            if isinstance(event, CandidateProposed):
                asked = event.time
            elif isinstance(event, PromptBuilt) and "-" in event.file:
                waits.append(event.time - asked)
    middle = statistics.median(waits)
    text = f"median {middle:.2f} s, worst {max(waits):.2f} s, {len(waits)} replies"
    yield Number("from reply to its repair prompt", "<= 0.3 s", text, middle <= 0.3)


def recorded_sessions() -> Iterator[Number]:
    """The recorded sessions of gemm and nussinov, replayed and measured now."""
    for name, policy, promised in SESSIONS:
        program, state = bundled_program(name), State()
        settings = Settings(proposer="recorded", policy=policy, iterations=5, ladder=False)
        with tempfile.TemporaryDirectory() as folder:
            for event in start(program, settings, Path(folder)):
                state = state.apply(event)
        speedup = state.best[1] if state.best else None
        kept = speedup is not None and speedup.speedup >= promised
        text = str(speedup or "no gain")
        yield Number(f"{name}, recorded session, {policy}, over clang -O3", f">= {promised:g}x", text, kept)
