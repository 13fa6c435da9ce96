"""A study: every kernel with every proposer, several times, in a folder of its own, resumable at any moment.

    <study>/study.json          the plan and where each of its runs stands
    <study>/runs/<kernel>/<id>  the runs, ordinary ones

Repeats are the outermost loop: what drifts on the machine over hours meets all proposers alike.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline import run
from pipeline.catalog import bundled_program
from pipeline.errors import EndpointError, IrloopError, StorageError, UsageError
from pipeline.events import AnyEvent, RunStarted
from pipeline.journal import read
from pipeline.proposers.choose import choose
from pipeline.records import Record, Settings
from pipeline.reports.tables import write_atomically
from pipeline.state import fold

MANIFEST_NAME = "study.json"
SCHEMA = 1
RECORDED = "recorded"


class Plan(Record):
    """What is asked for. `settings` hold what all runs share; proposer and seed are set for each run."""

    kernels: Annotated[tuple[str, ...], Field(min_length=1)]
    proposers: Annotated[tuple[str, ...], Field(min_length=1)]
    repeats: Annotated[int, Field(ge=1, le=1000)]
    size: str
    settings: Settings


class Trial(Record):
    """One run of the matrix; `repeat` counts from 1. `run` is its folder below the study's, empty before it began."""

    kernel: str
    proposer: str
    repeat: int
    run: str = ""
    status: Literal["waiting", "started", "done", "failed"] = "waiting"
    detail: str = ""

    @property
    def name(self) -> str:
        """`gemm, search, repeat 2`."""
        return f"{self.kernel}, {self.proposer}, repeat {self.repeat}"


class Manifest(Record):
    """The content of `study.json`."""

    schema_version: int = SCHEMA
    plan: Plan
    trials: tuple[Trial, ...]

    def with_trial(self, place: int, trial: Trial) -> Manifest:
        """The manifest with one trial replaced."""
        trials = (*self.trials[:place], trial, *self.trials[place + 1 :])
        return self.model_copy(update={"trials": trials})


def matrix(plan: Plan) -> tuple[Trial, ...]:
    """All trials of a plan in the order they are run, without those that have nothing to replay."""
    absent = frozenset(unrecorded(plan))
    return tuple(
        Trial(kernel=kernel, proposer=proposer, repeat=repeat)
        for repeat in range(1, plan.repeats + 1)
        for kernel in plan.kernels
        for proposer in plan.proposers
        if not (proposer == RECORDED and kernel in absent)
    )


def unrecorded(plan: Plan) -> list[str]:
    """The kernels for which a plan asks to replay a session that does not exist."""
    if RECORDED not in plan.proposers:
        return []
    return [kernel for kernel in plan.kernels if bundled_program(kernel, plan.size).recorded is None]


def settings_of(plan: Plan, trial: Trial) -> Settings:
    """The settings of one run: its proposer, and a seed that differs between repeats and not between proposers."""
    return plan.settings.model_copy(update={"proposer": trial.proposer, "seed": plan.settings.seed + trial.repeat - 1})


def open_study(folder: Path, plan: Plan | None) -> Manifest:
    """Begin the study in `folder`, or take up the one that is there; a larger plan adds trials to it.

    Raises:
        UsageError: there is neither a study nor a plan, the plan does not fit the study, or a kernel, size or proposer
            does not exist.
        StorageError: the folder cannot be written.
    """
    known = read_manifest(folder) if (folder / MANIFEST_NAME).exists() else None
    if plan is None:
        if known is None:
            raise UsageError(f"no study in {folder}: begin one with --kernels and --proposers")
        return known
    _check(plan)
    manifest = Manifest(plan=plan, trials=matrix(plan)) if known is None else _extended(known, plan, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot make the study's folder {folder}: {error.strerror}") from error
    save(folder, manifest)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The study in `folder`.

    Raises:
        UsageError: there is none, or it is damaged or of a newer irloop.
    """
    path = folder / MANIFEST_NAME
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"no study at {path}: {error.strerror}") from error
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise UsageError(f"{path} is not a study of this irloop: {where} {problem['msg']}") from error


def save(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step."""
    write_atomically(folder / MANIFEST_NAME, manifest.model_dump_json(indent=2) + "\n")


def conduct(folder: Path, manifest: Manifest) -> Iterator[tuple[int, Generator[AnyEvent], list[AnyEvent]]]:
    """The place of every trial that is not done, its stream of events to consume, and those of an earlier beginning.

    The caller consumes the stream; how it ended is then in the manifest, which is saved at the start and end of every
    run. A run that fails is noted and the study goes on; without endpoint or disk it stops, and can be taken up again.
    """
    for place in range(len(manifest.trials)):
        trial = manifest.trials[place]
        if trial.status == "done":
            continue
        past = _past(folder, trial)
        if past and (ended := fold(past).finished) and ended.status == "done":
            manifest = _noted(folder, manifest, place, trial.model_copy(update={"status": "done", "detail": ""}))
            continue
        yield place, _observed(folder, manifest, place, past), past
        manifest = read_manifest(folder)


def _observed(folder: Path, manifest: Manifest, place: int, past: list[AnyEvent]) -> Generator[AnyEvent]:
    """The events of one run; the manifest follows it."""
    trial, plan = manifest.trials[place], manifest.plan
    if past:
        stream = run.resume(folder / trial.run)
    else:
        program = bundled_program(trial.kernel, plan.size)
        stream = run.start(program, settings_of(plan, trial), folder / "runs")
    try:
        for event in stream:
            if isinstance(event, RunStarted):
                where = str(event.folder.relative_to(folder.resolve()))
                trial = trial.model_copy(update={"run": where, "status": "started", "detail": ""})
                manifest = _noted(folder, manifest, place, trial)
            yield event
    except (EndpointError, StorageError):
        raise
    except IrloopError as error:
        _noted(folder, manifest, place, trial.model_copy(update={"status": "failed", "detail": str(error)}))
    else:
        _noted(folder, manifest, place, trial.model_copy(update={"status": "done", "detail": ""}))
    finally:
        stream.close()


def _noted(folder: Path, manifest: Manifest, place: int, trial: Trial) -> Manifest:
    changed = manifest.with_trial(place, trial)
    save(folder, changed)
    return changed


def _past(folder: Path, trial: Trial) -> list[AnyEvent]:
    """What a trial's run has journalled; nothing where it has not begun or left nothing to go on from."""
    if not trial.run or not (folder / trial.run).is_dir():
        return []
    past = read(folder / trial.run)
    return past if fold(past).reference else []


def _check(plan: Plan) -> None:
    """A misspelt kernel or a proposer that is not configured shows now and not hours later."""
    for kernel in plan.kernels:
        bundled_program(kernel, plan.size)
    for proposer in plan.proposers:
        choose(plan.settings.model_copy(update={"proposer": proposer}))
    if not matrix(plan):
        raise UsageError(f"no session is recorded for {', '.join(plan.kernels)}: nothing to replay")
    for name, values in (("kernels", plan.kernels), ("proposers", plan.proposers)):
        if len(set(values)) < len(values):
            raise UsageError(f"--{name}: each name once ({', '.join(values)})")


def _extended(known: Manifest, plan: Plan, folder: Path) -> Manifest:
    """The known study with the trials that the plan adds."""
    same = ("size", "settings")
    other = [name for name in same if getattr(plan, name) != getattr(known.plan, name)]
    if other:
        raise UsageError(f"the study in {folder} was begun with other {' and '.join(other)}: name another --out")
    union = Plan(
        kernels=_union(known.plan.kernels, plan.kernels),
        proposers=_union(known.plan.proposers, plan.proposers),
        repeats=max(known.plan.repeats, plan.repeats),
        size=plan.size,
        settings=plan.settings,
    )
    trials = {(trial.kernel, trial.proposer, trial.repeat): trial for trial in known.trials}
    return Manifest(
        plan=union,
        trials=tuple(trials.get((each.kernel, each.proposer, each.repeat), each) for each in matrix(union)),
    )


def _union(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
