"""The doctor: verdicts on made-up machines, and real probes of this one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import doctor
from pipeline.doctor import Check, Status, examine, is_usable
from pipeline.doctor.host import check_folder, check_machine, check_python, stolen_time
from pipeline.doctor.tools import check_gcc, check_llvm, check_valgrind, judge_perf
from pipeline.doctor.walls import WALLS, check_sandbox
from pipeline.evidence.machine import MachineFacts
from pipeline.executor import Result
from pipeline.judging import sandbox
from pipeline.toolchain import Toolchain, find_toolchain

QUIET = MachineFacts(
    cpu="CPU",
    arch="x86_64",
    vectors=("sse2",),
    sve_bytes=None,
    cpus=4,
    cpu_quota=None,
    l1d_bytes=None,
    l2_bytes=None,
    l3_bytes=None,
    line_bytes=None,
    memory_bytes=None,
    governor="performance",
    kernel="6.1",
    container=False,
    hypervisor=False,
)


def facts(**changes: object) -> MachineFacts:
    """A quiet machine of one's own, but for `changes`."""
    return QUIET.model_copy(update=changes)


def perf_said(text: str, status: int = 0) -> Result:
    return Result(status, b"", text.encode())


def named(checks: Iterator[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks}


@pytest.mark.parametrize(
    ("said", "machine", "paranoid", "status", "advice"),
    [
        ("1234,,cycles:u,9,100.00,,\n0.5,msec,task-clock:u,9,100.00,,\n", QUIET, 2, Status.OK, ""),
        (
            "<not supported>,,cycles:u,0,100.00,,\n0.5,msec,task-clock:u,9,100.00,,\n",
            facts(hypervisor=True),
            2,
            Status.LIMITED,
            "<pmu state='on'/>",
        ),
        (
            "<not supported>,,cycles:u,0,100.00,,\n0.5,msec,task-clock:u,9,100.00,,\n",
            QUIET,
            2,
            Status.LIMITED,
            "PMU's driver",
        ),
        ("Error:\nNo permission to enable cycles:u event.\n", QUIET, 4, Status.LIMITED, "paranoid=2"),
        ("Error:\nNo permission.\n", facts(container=True), 2, Status.LIMITED, "seccomp=PROFILE"),
        ("perf not found for kernel 6.1\n", QUIET, 2, Status.LIMITED, "perf of the running kernel"),
        (
            "<not counted>,,cycles:u,0,0.00,,\n<not counted>,msec,task-clock:u,0,0.00,,\n",
            QUIET,
            3,
            Status.LIMITED,
            "it is 3",
        ),
    ],
)
def test_perf(said: str, machine: MachineFacts, paranoid: int, status: Status, advice: str) -> None:
    check = judge_perf(perf_said(said), machine, paranoid)
    assert check.status is status
    assert advice in check.advice
    assert bool(check.advice) is (status is not Status.OK)


def test_perf_that_may_not_count_is_quoted_with_its_reason() -> None:
    said = "Error:\nAccess to performance monitoring and observability operations is limited.\nEnforced MAC policy"
    check = judge_perf(perf_said(said, 255), QUIET, 2)
    assert "(Access to performance monitoring and observability operations is limited.)" in check.finding


def test_no_perf_names_the_stand_in_and_the_package() -> None:
    check = judge_perf(None, QUIET, 2)
    assert check.status is Status.MISSING
    assert "thread CPU time" in check.finding
    assert "linux-perf" in check.advice


def test_a_quiet_machine_has_nothing_to_mend() -> None:
    checks = named(check_machine(QUIET, 0.1))
    assert {name: check.status for name, check in checks.items()} == {"machine": Status.OK, "load": Status.OK}


def test_every_disturbance_has_its_line_and_advice() -> None:
    noisy = facts(cpus=1, cpu_quota=0.5, governor="powersave", hypervisor=True, threads_per_core=2, boost=True)
    checks = named(check_machine(noisy, 1.0))
    limited = {name for name, check in checks.items() if check.status is Status.LIMITED}
    assert limited == {"load", "cpus", "quota", "governor", "hypervisor", "smt", "turbo"}
    assert all(checks[name].advice for name in limited)
    assert "0.5 of 1" in checks["quota"].finding


def test_an_unexposed_governor_is_no_complaint() -> None:
    assert "governor" not in named(check_machine(facts(governor=None), 0.0))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("cpu 60 0 20 10 0 0 0 10 0 0\ncpu0 1 2 3\n", 0.1),
        ("cpu 60 0 20 20 0 0 0 0 0 0\n", 0.0),
        ("cpu 60 0 20\n", None),
        ("cpu 0 0 0 0 0 0 0 0\n", None),
        ("intr 1 2 3 4 5 6 7 8\n", None),
        ("", None),
    ],
)
def test_stolen_time_is_read_where_the_kernel_tells(tmp_path: Path, text: str, share: float | None) -> None:
    (tmp_path / "stat").write_text(text)
    assert stolen_time(tmp_path / "stat") == share
    assert stolen_time(tmp_path / "absent") is None


def test_a_host_that_gives_time_to_others_is_warned_of() -> None:
    assert "steal" not in named(check_machine(QUIET, 0.1, 0.001))
    check = named(check_machine(QUIET, 0.1, 0.034))["steal"]
    assert check.status is Status.LIMITED and "3.4 %" in check.finding and check.advice


def test_walls_hold_here() -> None:
    check = check_sandbox(find_toolchain())
    assert check.status is Status.OK
    assert all(wall in check.finding for wall in WALLS)


def test_fallen_walls_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing linked in, only what the executor limits by itself still holds."""
    empty = tmp_path / "nothing.c"
    empty.write_text("int nothing_here;\n")
    monkeypatch.setattr(sandbox, "RUNTIME", empty)
    check = check_sandbox(find_toolchain())
    assert check.status is Status.MISSING
    assert "do not hold: network, processes, commands, memory" in check.finding
    assert not is_usable([check])


def test_walls_that_cannot_be_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "failing.c"
    failing.write_text(
        "#include <stdio.h>\n#include <unistd.h>\n"
        "__attribute__((constructor)) static void raise_walls(void)\n"
        '{ dprintf(2, "irloop: cannot raise the sandbox (seccomp): Invalid argument\\n"); _exit(97); }\n'
    )
    monkeypatch.setattr(sandbox, "RUNTIME", failing)
    check = check_sandbox(find_toolchain())
    assert (check.status, check.finding) == (
        Status.MISSING,
        "irloop: cannot raise the sandbox (seccomp): Invalid argument",
    )


def test_usable_without_comforts_but_not_without_llvm_or_walls() -> None:
    def check(name: str, status: Status) -> Check:
        return Check(name=name, status=status, finding="")

    assert is_usable([check("llvm", Status.LIMITED), check("sandbox", Status.OK), check("perf", Status.MISSING)])
    assert not is_usable([check("llvm", Status.MISSING)])
    assert not is_usable([check("sandbox", Status.MISSING)])


def test_llvm_here(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Toolchain] = []
    check = check_llvm(found)
    assert check.status is (Status.OK if found[0].pinned else Status.LIMITED)
    assert found[0].version in check.finding
    monkeypatch.setenv("IRLOOP_LLVM", "/nowhere")
    gone = check_llvm(found)
    assert gone.status is Status.MISSING
    assert "lacks clang" in gone.finding
    assert "make setup" in gone.advice


def test_a_bare_machine_is_examined_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No program on the PATH at all, no LLVM, no docker socket: every line still comes, with advice."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("IRLOOP_LLVM", "/nowhere")
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/no.sock")
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "IRLOOP_API_KEY", "IRLOOP_LLM_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    checks = named(examine(tmp_path))
    missing = {name for name, check in checks.items() if check.status is Status.MISSING}
    assert missing == {"llvm", "sandbox", "perf", "valgrind", "gcc", "docker", "endpoint"}
    assert all(check.advice for check in checks.values() if check.status is not Status.OK)
    assert not is_usable(checks.values())


def test_this_machine_is_usable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "IRLOOP_API_KEY", "IRLOOP_LLM_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    checks = list(examine(tmp_path))
    assert is_usable(checks)
    assert [check.name for check in checks][:4] == ["llvm", "polly", "sandbox", "perf"]
    assert not [check.finding for check in checks if "check itself failed" in check.finding]


def test_a_check_that_fails_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Check:
        raise RuntimeError("boom")

    monkeypatch.setattr(doctor, "check_gcc", broken)
    monkeypatch.setattr(doctor, "check_docker", broken)
    checks = named(examine(tmp_path))
    assert checks["gcc"].finding == "the check itself failed: RuntimeError: boom"
    assert "run folder" in checks


def test_the_examination_is_lazy(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Check:
        raise AssertionError("asked too early")

    for name in ("check_sandbox", "check_perf", "check_docker", "check_endpoint"):
        monkeypatch.setattr(doctor, name, never)
    assert next(examine()).name == "llvm"


@pytest.mark.parametrize("check", [check_gcc, check_valgrind])
def test_a_program_that_does_not_run(check: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("gcc", "valgrind"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\necho 'cannot set up' >&2\nexit 1\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert callable(check)
    found = check()
    assert found.status is not Status.OK
    assert found.advice


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_folder("run folder", tmp_path / "not" / "there" / "yet").status is Status.OK
    monkeypatch.setattr("pipeline.doctor.host.FREE_BYTES", 1 << 62)
    assert "free at least" in check_folder("run folder", tmp_path).advice
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert check_folder("run folder", blocked / "runs").status is Status.MISSING


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_python().status is Status.OK
    monkeypatch.setattr("pipeline.doctor.host.PACKAGES", ("rich", "no_such_package"))
    assert "not installed: no_such_package" in check_python().finding


def test_importing_the_doctor_imports_nothing_heavy() -> None:
    heavy = {"docker", "openai", "pandas", "urllib.request"}
    code = f"import sys, pipeline.doctor; print({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
