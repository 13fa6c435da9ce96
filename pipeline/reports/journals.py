"""The runs of a folder as their journals tell them: the only source of every number in a report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import events
from pipeline.errors import UsageError
from pipeline.journal import FILE_NAME, follow
from pipeline.records import Candidate, Interval, LadderRow, Outcome, Program, Settings, Verdict
from pipeline.service import Usage
from pipeline.state import State, fold


@dataclass(frozen=True)
class Run:
    """One journal, read: what it adds up to, and what the fold forgets.

    `folder` is where the journal lies now. `samples` are all measurements in order, `calls` what
    every call of a model used. `parents` gives the incumbent at
    the moment when a candidate was proposed, None for the original. `environments` holds one entry for every machine
    state that the run was started or resumed in.
    """

    folder: Path
    state: State
    started: events.RunStarted
    samples: tuple[events.SamplesTaken, ...]
    calls: tuple[Usage, ...]
    parents: dict[str, str | None]
    environments: tuple[dict[str, str], ...]

    @property
    def id(self) -> str:
        """The run's id, which sorts by time."""
        return self.started.run_id

    @property
    def program(self) -> Program:
        """What was optimised."""
        return self.started.program

    @property
    def settings(self) -> Settings:
        """What was asked."""
        return self.started.settings

    @property
    def case(self) -> str:
        """The kernel with its size: `gemm SMALL`. Runs of one case answer the same question."""
        return f"{self.program.name} {self.program.size}".strip()

    @property
    def status(self) -> str:
        """`done`, `interrupted`, `failed`, or `unfinished` where the journal has no last event."""
        return self.state.finished.status if self.state.finished else "unfinished"

    @property
    def best(self) -> tuple[str, Interval] | None:
        """The confirmed winner and its fresh measurement."""
        return self.state.best

    @property
    def counter_source(self) -> str:
        """Where the run's counters come from; `none` before the first profile."""
        return "/".join(dict.fromkeys(profile.source for profile in self.state.profiles)) or "none"

    @property
    def best_rung(self) -> LadderRow | None:
        """The fastest rung of the ladder that keeps the policy."""
        return self.state.best_rung

    @property
    def judged(self) -> Iterator[tuple[Candidate, Verdict]]:
        """Every judged candidate with its verdict, in the order of judging."""
        return ((self.state.candidates[name], verdict) for name, verdict in self.state.verdicts.items())

    @property
    def usages(self) -> tuple[Usage, ...]:
        """What every call of a model used, also where its reply became no candidate."""
        candidates = (each.usage for each in self.state.candidates.values())
        return self.calls or tuple(usage for usage in candidates if usage)

    def failed(self) -> list[tuple[Candidate, Verdict]]:
        """The candidates that were rejected."""
        return [(candidate, verdict) for candidate, verdict in self.judged if verdict.outcome is Outcome.REJECTED]

    def confirming(self, name: str) -> events.SamplesTaken | None:
        """The samples on which a winner's confirmed speedup rests: the last fresh measurement of it."""
        taken = [sample for sample in self.samples if sample.purpose == f"confirm {name}"]
        return taken[-1] if taken else None


@dataclass(frozen=True)
class Unreadable:
    """A journal that could not be read, and why."""

    folder: Path
    why: str


@dataclass(frozen=True)
class Loaded:
    """What was found: runs oldest first, and the journals that could not be read."""

    runs: tuple[Run, ...]
    unreadable: tuple[Unreadable, ...] = ()


def find_runs(root: Path) -> list[Path]:
    """Every folder with a journal at most four levels below `root`, oldest run first; links are not followed."""
    found = [Path(folder) for folder in _walk(root, depth=4)]
    return sorted(found, key=lambda folder: (folder.name, str(folder)))


def load(folders: Iterable[Path]) -> Loaded:
    """Read journals; one that is damaged or of another version is told apart and does not spoil the others."""
    runs, unreadable = [], []
    for folder in folders:
        try:
            runs.append(load_run(folder))
        except UsageError as error:
            unreadable.append(Unreadable(folder, str(error)))
    return Loaded(tuple(sorted(runs, key=lambda run: (run.id, str(run.folder)))), tuple(unreadable))


def load_run(folder: Path) -> Run:
    """Read one run.

    Raises:
        UsageError: there is no journal, it is empty, damaged, or a newer irloop wrote it.
    """
    past: list[events.AnyEvent] = []
    samples: list[events.SamplesTaken] = []
    calls: list[Usage] = []
    parents: dict[str, str | None] = {}
    environments: list[dict[str, str]] = []
    incumbent: str | None = None
    for event in follow(folder):
        match event:
            case events.SamplesTaken():
                samples.append(event)
                continue
            case events.ModelCalled():
                calls.append(event.usage)
            case events.RunStarted() | events.RunResumed():
                environments.append(event.environment)
            case events.CandidateProposed():
                parents[event.candidate.id] = incumbent
            case events.VerdictReached():
                incumbent = event.incumbent
        past.append(event)
    state = fold(past)
    if state.started is None:
        raise UsageError(f"the journal in {folder} is empty: the run was stopped before it began")
    folder = folder if folder.is_dir() else folder.parent
    return Run(folder, state, state.started, tuple(samples), tuple(calls), parents, tuple(environments))


def _walk(folder: Path, depth: int) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            inside = list(entries)
    except OSError:
        return
    if any(entry.name == FILE_NAME and entry.is_file() for entry in inside):
        yield str(folder)
        return  # nothing below a run's folder is another run
    for entry in inside:
        if depth and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), depth - 1)
