"""The matrix of a study: its order, its manifest, and how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from journals import Try, interval, write_run

from pipeline import events
from pipeline.catalog import bundled_program
from pipeline.errors import BrokenReference, EndpointError, UsageError
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.records import Outcome, Policy, Program, Settings
from pipeline.study import MANIFEST_NAME, Plan, conduct, matrix, open_study, read_manifest, settings_of, unrecorded

SETTINGS = Settings(iterations=1, ladder=False, seed=10)


def plan(kernels: str = "nussinov gemm", proposers: str = "search recorded", repeats: int = 2) -> Plan:
    return Plan(
        kernels=tuple(kernels.split()),
        proposers=tuple(proposers.split()),
        repeats=repeats,
        size="MINI",
        settings=SETTINGS,
    )


class Machine:
    """Stands in for the life of a run: writes a journal at once, or fails as told."""

    def __init__(self) -> None:
        self.started: list[tuple[str, str, int]] = []
        self.resumed: list[Path] = []
        self.trouble: dict[str, Callable[[], Exception]] = {}

    def start(self, program: Program, settings: Settings, parent: Path) -> Generator[AnyEvent]:
        self.started.append((program.name, settings.proposer, settings.seed))
        name = f"20260101-{len(self.started):06}"
        trouble = self.trouble.pop(program.name, None)
        tries = [Try(Outcome.FASTER, 1.5, proposer=settings.proposer)]
        folder = write_run(
            parent, tries, kernel=program.name, run=name, proposer=settings.proposer, done=trouble is None
        )
        first, *others = read(folder)
        assert isinstance(first, events.RunStarted)
        yield first.model_copy(update={"folder": folder.resolve()})
        if trouble:
            raise trouble()
        yield from others

    def resume(self, folder: Path) -> Generator[AnyEvent]:
        self.resumed.append(folder)
        ending = events.RunFinished(status="done", policy=Policy.TOLERANT, best="c1", speedup=interval(1.5))
        with (folder / "events.jsonl").open("a") as file:
            file.write(events.to_line(ending) + "\n")
        yield ending


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr("pipeline.run.start", made.start)
    monkeypatch.setattr("pipeline.run.resume", made.resume)
    return made


def go(folder: Path, asked: Plan | None = None) -> None:
    for _, stream, _ in conduct(folder, open_study(folder, asked)):
        for _ in stream:
            pass


def statuses(folder: Path) -> list[str]:
    return [trial.status for trial in read_manifest(folder).trials]


def test_repeats_are_outermost_and_share_their_seed(tmp_path: Path, machine: Machine) -> None:
    go(tmp_path, plan())
    assert machine.started == [
        ("nussinov", "search", 10),
        ("nussinov", "recorded", 10),
        ("gemm", "search", 10),
        ("gemm", "recorded", 10),
        ("nussinov", "search", 11),
        ("nussinov", "recorded", 11),
        ("gemm", "search", 11),
        ("gemm", "recorded", 11),
    ]
    trials = read_manifest(tmp_path).trials
    assert {trial.status for trial in trials} == {"done"}
    assert all((tmp_path / trial.run / "events.jsonl").is_file() for trial in trials)
    assert settings_of(plan(), trials[-1]) == SETTINGS.model_copy(update={"proposer": "recorded", "seed": 11})


def test_an_interrupted_study_goes_on_where_it_was(tmp_path: Path, machine: Machine) -> None:
    machine.trouble["gemm"] = KeyboardInterrupt  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        go(tmp_path, plan(repeats=1))
    assert statuses(tmp_path) == ["done", "done", "started", "waiting"]
    begun = read_manifest(tmp_path).trials[2].run
    go(tmp_path)
    assert machine.resumed == [tmp_path / begun]
    assert statuses(tmp_path) == ["done"] * 4
    assert len(machine.started) == 4
    go(tmp_path)
    assert len(machine.started) == 4


def test_a_run_that_was_done_just_before_the_kill_is_not_repeated(tmp_path: Path, machine: Machine) -> None:
    for _, stream, _ in conduct(tmp_path, open_study(tmp_path, plan("atax", "search", 1))):
        for event in stream:
            if isinstance(event, events.RunStarted):
                break
        stream.close()
    assert statuses(tmp_path) == ["started"]
    go(tmp_path)
    assert (statuses(tmp_path), len(machine.started), machine.resumed) == (["done"], 1, [])


def test_a_run_that_left_nothing_begins_anew(tmp_path: Path, machine: Machine) -> None:
    machine.trouble["atax"] = lambda: BrokenReference("it crashes")
    go(tmp_path, plan("atax", "search", 1))
    (trial,) = read_manifest(tmp_path).trials
    assert (trial.status, trial.detail) == ("failed", "it crashes")
    (tmp_path / trial.run / "events.jsonl").unlink()
    (tmp_path / trial.run).rmdir()
    go(tmp_path)
    assert statuses(tmp_path) == ["done"]
    assert len(machine.started) == 2


def test_one_failure_does_not_stop_the_others(tmp_path: Path, machine: Machine) -> None:
    machine.trouble["atax"] = lambda: BrokenReference("it crashes")
    go(tmp_path, plan("atax gemm", "search", 1))
    assert statuses(tmp_path) == ["failed", "done"]


def test_a_lost_endpoint_stops_the_study_and_can_be_taken_up(tmp_path: Path, machine: Machine) -> None:
    machine.trouble["atax"] = lambda: EndpointError("gone")
    with pytest.raises(EndpointError):
        go(tmp_path, plan("atax gemm", "search", 1))
    assert statuses(tmp_path) == ["started", "waiting"]
    go(tmp_path)
    assert statuses(tmp_path) == ["done", "done"]


def test_a_larger_plan_adds_trials_and_keeps_what_is_done(tmp_path: Path, machine: Machine) -> None:
    go(tmp_path, plan("atax", "search", 1))
    go(tmp_path, plan("gemm", "search", 2))
    assert machine.started == [("atax", "search", 10), ("gemm", "search", 10), ("atax", "search", 11),
                               ("gemm", "search", 11)]  # fmt: skip
    assert statuses(tmp_path) == ["done"] * 4


def test_kernels_without_a_recorded_session_are_not_replayed(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_session(name: str, size: str) -> Program:
        return bundled_program(name, size).model_copy(update={"recorded": None} if name == "atax" else {})

    monkeypatch.setattr("pipeline.study.bundled_program", without_session)
    asked = plan("atax gemm", repeats=1)
    assert unrecorded(asked) == ["atax"]
    assert [(trial.kernel, trial.proposer) for trial in matrix(asked)] == [
        ("atax", "search"),
        ("gemm", "search"),
        ("gemm", "recorded"),
    ]
    with pytest.raises(UsageError, match="no session is recorded for atax"):
        open_study(Path("nowhere"), plan("atax", "recorded"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (plan("nonsense"), "unknown kernel 'nonsense'"),
        (plan(proposers="nobody"), "unknown proposer 'nobody'"),
        (plan(proposers="command"), "needs --command"),
        (plan(kernels="atax atax"), "--kernels: each name once"),
        (plan().model_copy(update={"size": "HUGE"}), "HUGE"),
    ],
)
def test_a_plan_that_cannot_work_is_refused_before_anything_is_written(tmp_path: Path, asked: Plan, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        open_study(tmp_path / "new", asked)
    assert not (tmp_path / "new").exists()


def test_other_settings_need_another_folder(tmp_path: Path) -> None:
    open_study(tmp_path, plan())
    with pytest.raises(UsageError, match="begun with other size and settings"):
        open_study(tmp_path, plan().model_copy(update={"size": "SMALL", "settings": Settings(iterations=9)}))


def test_a_folder_without_a_study_or_with_a_damaged_one_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no study in"):
        open_study(tmp_path, None)
    (tmp_path / MANIFEST_NAME).write_text('{"plan": 1}')
    with pytest.raises(UsageError, match="not a study of this irloop"):
        open_study(tmp_path, None)
