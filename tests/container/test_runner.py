"""The runner's side of a run in the container, with a container that only plays back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from requests.exceptions import ConnectionError as EngineGone

from pipeline.container.engine import seccomp_profile
from pipeline.container.watch import Watch, lines, watch
from pipeline.errors import BrokenReference, ContainerError, EndpointError, IrloopError, SkipCandidate, UsageError
from pipeline.events import AnyEvent, ProposerExhausted, RunFinished, RunStarted, StepStarted, to_line
from pipeline.journal import Journal
from pipeline.records import Policy, Program, Settings

STARTED = RunStarted(
    run_id="1",
    folder=Path("/data/runs/gemm/1"),
    program=Program(name="gemm", sources=(Path("gemm.c"),)),
    settings=Settings(),
    environment={},
)
EVENTS: list[AnyEvent] = [
    STARTED,
    StepStarted(step="emit"),
    ProposerExhausted(iteration=1, proposer="search", detail="no more"),
    RunFinished(status="done", policy=Policy.TOLERANT, best=None, speedup=None),
]
OUTPUT = "".join(to_line(event) + "\n" for event in EVENTS).encode()


class Played:
    """What the runner uses of a container: a log that is already there, a status, and what was done to it."""

    short_id = "abc123"
    labels: ClassVar[dict[str, str]] = {"org.irloop.out": "/data/runs/gemm/1"}

    def __init__(self, output: bytes, status: int = 0, said: str = "", fault: Exception | None = None) -> None:
        self.output, self.status, self.said, self.fault = output, status, said, fault
        self.done: list[str] = []

    def logs(self, *, stdout: bool, stderr: bool, **_: bool) -> Any:
        assert stdout is not stderr
        return self._pieces() if stdout else self.said.encode()

    def _pieces(self) -> Iterator[bytes]:
        for start in range(0, len(self.output), 100):
            yield self.output[start : start + 100]
        if self.fault:
            raise self.fault

    def wait(self, **_: float) -> dict[str, int]:
        return {"StatusCode": self.status}

    def start(self) -> None:
        self.done.append("start")

    def stop(self, **_: float) -> None:
        self.done.append("stop")

    def kill(self, *, signal: str) -> None:
        self.done.append(signal)

    def remove(self, **_: bool) -> None:
        self.done.append("remove")


def follow(container: Any, **options: bool) -> list[Any]:
    return list(watch(container, **options))


def test_events_come_out_as_they_went_in_and_the_container_is_cleared_away() -> None:
    container = Played(OUTPUT)
    assert follow(container, start=True) == EVENTS
    assert container.done == ["start", "remove"]


def test_one_that_cannot_start_leaves_no_container_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    container: Any = Played(OUTPUT)

    def refuse() -> None:
        raise EngineGone("cannot join the network")

    monkeypatch.setattr(container, "start", refuse)
    with pytest.raises(ContainerError, match="the container cannot start: cannot join the network"):
        follow(container, start=True)
    assert container.done == ["remove"]


def test_one_that_runs_already_is_not_started_again() -> None:
    container = Played(OUTPUT)
    assert follow(container) == EVENTS
    assert container.done == ["remove"]


@pytest.mark.parametrize(
    ("status", "kind"), [(1, ContainerError), (2, UsageError), (3, EndpointError), (4, BrokenReference)]
)
def test_an_error_in_the_container_is_the_same_error_outside(status: int, kind: type[IrloopError]) -> None:
    said = "run x\n  emit\nirloop: it does not compile:\nx.c:1: error: y\n"
    with pytest.raises(kind, match=r"^it does not compile:\nx\.c:1: error: y$"):
        follow(Played(OUTPUT, status, said))


def test_a_death_without_words_says_how_to_go_on() -> None:
    with pytest.raises(ContainerError, match=r"killed.*irloop resume /data/runs/gemm/1 --in-container"):
        follow(Played(OUTPUT, 137))


def test_an_interruption_inside_is_one_outside() -> None:
    with pytest.raises(KeyboardInterrupt):
        follow(Played(OUTPUT, 130))


def test_who_stops_watching_stops_the_run() -> None:
    container: Any = Played(OUTPUT)
    watched = watch(container)
    next(watched)
    watched.close()
    assert container.done == ["stop", "remove"]


def test_a_wish_to_skip_goes_into_the_container_and_the_events_go_on() -> None:
    container: Any = Played(OUTPUT)
    watched = watch(container)
    assert next(watched) == EVENTS[0]
    assert watched.throw(SkipCandidate()) == EVENTS[1]
    assert list(watched) == EVENTS[2:]
    assert container.done == ["SIGUSR1", "remove"]


def test_an_engine_that_goes_away_leaves_the_journal_and_the_container() -> None:
    container = Played(OUTPUT, fault=EngineGone("connection reset"))
    with pytest.raises(ContainerError, match=r"went away.*irloop resume /data/runs/gemm/1 --in-container"):
        follow(container)
    assert container.done == []


def test_what_an_engine_that_was_restarted_lost_comes_from_the_journal(tmp_path: Path) -> None:
    started = STARTED.model_copy(update={"folder": tmp_path})
    with Journal(tmp_path) as journal:
        written = [journal.append(event) for event in (started, *EVENTS[1:])]
    heard = "".join(to_line(event) + "\n" for event in written[:2]).encode()
    assert follow(Played(heard)) == written


def test_words_of_another_version_ask_for_a_new_image() -> None:
    with pytest.raises(ContainerError, match="make image"):
        follow(Played(b'{"event":"unheard_of"}\n'))


def test_a_torn_last_line_is_noticed() -> None:
    with pytest.raises(ContainerError, match="middle of an event"):
        list(lines([b"one\ntw", b"o\nthr"]))
    assert list(lines([b"one\ntw", b"o\n", b""])) == [b"one", b"two"]


def test_the_profile_opens_perf_and_debuggers_and_no_namespace() -> None:
    import json

    profile = json.loads(seccomp_profile())
    allowed = {name for rule in profile["syscalls"] if rule["action"] == "SCMP_ACT_ALLOW" for name in rule["names"]}
    assert {"perf_event_open", "ptrace", "execve"} <= allowed
    assert not {"unshare", "setns", "mount", "bpf", "kexec_load", "init_module", "keyctl"} & allowed
    personalities = {rule["args"][0]["value"] for rule in profile["syscalls"] if rule["names"] == ["personality"]}
    assert 0x40000 in personalities
    assert profile["defaultAction"] == "SCMP_ACT_ERRNO"


def test_a_container_that_is_left_runs_on_and_is_kept() -> None:
    container = Played(OUTPUT)
    watching = Watch(container)  # type: ignore[arg-type] # plays its part
    following = watching.events()
    assert next(following) == EVENTS[0]
    watching.leave()
    assert list(following) == []
    assert container.done == []


def test_a_stream_that_is_closed_under_way_is_no_fault() -> None:
    container = Played(OUTPUT[:-30])
    watching = Watch(container)  # type: ignore[arg-type] # plays its part
    watching.leave()
    assert list(watching.events()) == [EVENTS[0]]
