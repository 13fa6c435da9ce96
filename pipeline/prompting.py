"""The prompts of a run: built from its evidence and history, and kept in its folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.bench import Workbench
from pipeline.evidence.history import Story
from pipeline.evidence.machine import facts_text, machine_facts
from pipeline.evidence.parts import Prompt
from pipeline.evidence.prompt import Evidence, build_prompt
from pipeline.evidence.rows import row_facts
from pipeline.evidence.source import find_source
from pipeline.evidence.words import line_comments, peaks_line
from pipeline.ir.module import referenced_globals
from pipeline.ir.readable import readable
from pipeline.job import Run
from pipeline.records import Program
from pipeline.state import prompt_file


@dataclass
class PromptFile:
    """The prompt of one iteration, built when a proposer asks for it and kept in the run's folder."""

    run: Run
    bench: Workbench
    iteration: int
    digest: str = ""

    @property
    def name(self) -> str:
        """Its file inside the run's folder."""
        return prompt_file(self.iteration)

    def text(self) -> str:
        """Build and keep the prompt."""
        return self._kept(iteration_prompt(self.run, self.bench))

    def shorter(self) -> tuple[Callable[[], str], ...]:
        """Prompts for a model whose context the whole one exceeds: parts are left out in the stated order."""
        return (lambda: self._shortened(2), lambda: self._shortened(4), self.shortest)

    def _shortened(self, times: int) -> str:
        """Build and keep a prompt of the given part of the whole one's size, as far as it may be shortened."""
        whole = iteration_prompt(self.run, self.bench).tokens
        return self._kept(iteration_prompt(self.run, self.bench, whole // times))

    def shortest(self) -> str:
        """Build and keep a prompt of what must be told only."""
        return self._kept(build_prompt(evidence(self.run, self.bench), Story(), 1))

    def _kept(self, prompt: Prompt) -> str:
        self.digest = keep_prompt(self.run, self.name, prompt.text)
        return prompt.text


def keep_prompt(run: Run, name: str, text: str) -> str:
    """Write what a model is asked into the run's folder, under `name`; its digest."""
    path = run.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def iteration_prompt(run: Run, bench: Workbench, budget: int | None = None) -> Prompt:
    """What a model is asked as the run stands; after a while without gain, it starts from the original again.

    `budget` is about how many tokens it may have, by default what the settings allow.
    """
    state = run.state
    start = history_start([finished.incumbent for finished in state.iterations.values()], run.settings.restart_after)
    history = tuple(attempt for attempt in state.history if attempt.candidate.iteration >= start)
    incumbent = next((name for name in (state.incumbent,) if name and state.candidates[name].iteration >= start), None)
    story = Story(
        history,
        incumbent,
        state.examined,
        bench.reference.seconds / max(bench.reference.calls, 1),
        state.noise.floor if state.noise else None,
    )
    return build_prompt(evidence(run, bench), story, budget or run.settings.prompt_tokens)


def history_start(incumbents: Sequence[str | None], patience: int) -> int:
    """The first iteration of which a model is told, from the incumbents after each finished iteration.

    Every `patience` iterations without a new incumbent the count begins anew (0: never).
    """
    start, idle, last = 1, 0, None
    for iteration, incumbent in enumerate(incumbents, 1):
        idle = idle + 1 if incumbent == last else 0
        last = incumbent
        if patience and idle >= patience:
            start, idle = iteration + 1, 0
    return start


def evidence(run: Run, bench: Workbench) -> Evidence:
    """Everything that a proposer is told about the hot function, the program's behaviour and the machine."""
    function = bench.split.function
    module = bench.split.hot.read_text()
    callees = sorted(name for name in referenced_globals(function) if not name.startswith("llvm."))
    facts = facts_text(machine_facts(), run.settings.language)
    found = run.state.evidence.findings if run.state.evidence else None
    peaks = [peaks_line(found.peaks, run.settings.language)] if found and found.peaks else []
    comments = line_comments(found) if found else {}
    program = run.program
    source = find_source(_texts(program), bench.split.name, program.includes, program.defines, program.sizes)
    return Evidence(
        program=program,
        hot=bench.split.name,
        signature=readable(module, bench.split.name).split("\n{")[0].split("define ")[-1].split(" {")[0],
        source=source.text if source else None,
        declared=source.declared if source else "",
        rows=row_facts(function),
        ir=readable(module, bench.split.name, comments),
        counted=bool(comments),
        hot_ir=readable(module, bench.split.name, comments, cold=False) if comments else "",
        profile=(run.program.profile or run.artifacts.path(".prof.md")).read_text(encoding="utf-8"),
        machine=(*facts, *peaks),
        seconds=bench.reference.seconds,
        calls=bench.reference.calls,
        policy=run.settings.policy,
        callees=tuple(callees),
        notes=bench.reference.notes,
        ladder=run.state.ladder,
        language=run.settings.language,
        forms=run.settings.forms,
    )


def _texts(program: Program) -> list[Path]:
    """The C files that may hold the hot function's source."""
    return [*program.sources, *([program.readable_source] if program.readable_source else [])]
