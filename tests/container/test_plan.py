"""What is asked of the engine, decided without one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.catalog import bundled_program, given_program, kernels_folder
from pipeline.config import Secret
from pipeline.container import image
from pipeline.container.image import build_image, problem_with, source_digest
from pipeline.container.plan import (
    Box,
    Limits,
    Order,
    Plan,
    endpoint_environment,
    folders_of,
    network_for,
    plan,
    plan_debug,
    plan_run,
)
from pipeline.errors import ContainerError, UsageError
from pipeline.records import Program, Settings
from pipeline.service import Endpoint

ROOT = Path(__file__).resolve().parents[2]
REMOTE = Endpoint(base_url="https://models.example/v1", model="m", headers={"X-Token": "${MY_TOKEN}"})
VARIABLES = {"MY_TOKEN": "t-secret", "HTTPS_PROXY": "http://proxy:3128", "HOME": "/home/me", "AWS_SECRET": "x"}
SECRETS = {"IRLOOP_API_KEY": "sk-secret"}


def planned(tmp_path: Path, program: Program | None = None, **settings: Any) -> Plan:
    given = program or bundled_program("gemm", "MINI")
    chosen = Settings(**{"proposer": "search", **settings})
    order = Order(out=tmp_path / "runs", program=given, settings=chosen)
    return plan_run(order, given, chosen, box=Box(), cache=tmp_path / "cache", secrets=SECRETS)


def own(folder: Path, text: str = "int main(void) { return 0; }\n") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "my.c").write_text(text)
    return folder / "my.c"


def test_folders_keep_their_paths_and_only_results_and_kept_measurements_are_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inc").mkdir()
    program = given_program([own(tmp_path / "src")], includes=[tmp_path / "inc"])
    made = planned(tmp_path, program)
    kept = [mount for mount in made.mounts if mount.source == mount.target]
    assert {mount.source for mount in kept if mount.writable} == {tmp_path / "runs"}
    assert {mount.source for mount in kept if not mount.writable} == {tmp_path}
    assert [(str(mount.target), mount.writable) for mount in made.mounts if mount not in kept] == [
        ("/cache/irloop", True)
    ]
    assert made.environment["XDG_CACHE_HOME"] == "/cache"
    assert made.workdir == tmp_path


def test_everything_that_a_program_reads_is_seen_in_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("inc", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "data" / "in.txt").write_text("1")
    program = given_program([own(tmp_path / "src")], includes=[tmp_path / "inc"], stdin=tmp_path / "data" / "in.txt")
    assert folders_of(program) == {tmp_path / "src", tmp_path / "inc", tmp_path / "data", tmp_path}


def test_a_bundled_kernel_is_read_where_the_host_has_it_so_that_the_journal_is_true_outside_too(tmp_path: Path) -> None:
    made = planned(tmp_path)
    assert [mount.source for mount in made.mounts if not mount.writable] == [kernels_folder()]
    order = Order.model_validate_json(made.command[1])
    assert made.command[0] == "order"
    assert order.program == bundled_program("gemm", "MINI")
    assert made.workdir == Path("/work")


def test_folders_of_a_journal_that_are_not_on_this_machine_are_left_out() -> None:
    program = Program(name="gemm", sources=(Path("/opt/irloop/nowhere/gemm.c"),), cwd=Path("/no/such/folder"))
    assert folders_of(program) == set()


def test_the_debug_servers_see_the_run_and_the_source_and_publish_two_ports(tmp_path: Path) -> None:
    made = plan_debug(["sh"], tmp_path / "run", [tmp_path / "src"], box=Box(), name="irloop-debug", ports=(5005, 5006))
    assert {mount.source for mount in made.mounts} == {tmp_path / "run", tmp_path / "src"}
    assert (made.ports, made.network, made.labels["org.irloop.role"]) == ((5005, 5006), "bridge", "debug")


@pytest.mark.parametrize("folder", ["/", "/usr/share/x", "/etc", "/opt/irloop/x", "/proc/1"])
def test_a_folder_that_would_hide_the_containers_own_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UsageError, match="cannot be mounted"):
        plan(["x"], what="x", out=tmp_path, reads=[Path(folder)], workdir=tmp_path, box=Box())
    with pytest.raises(UsageError, match="cannot be mounted"):
        plan(["x"], what="x", out=Path(folder), reads=[], workdir=tmp_path, box=Box())


def test_a_key_travels_only_with_a_proposer_that_asks_a_model(tmp_path: Path) -> None:
    silent = planned(tmp_path, endpoint=REMOTE)
    assert silent.network == "none"
    assert "sk-secret" not in silent.model_dump_json()
    asking = planned(tmp_path, endpoint=REMOTE, proposer="llm")
    assert asking.network == "bridge"
    assert asking.environment["IRLOOP_API_KEY"] == "sk-secret"
    assert "sk-secret" not in " ".join([*asking.command, *asking.labels.values()])


@pytest.mark.parametrize(("key_env", "name"), [("", "IRLOOP_API_KEY"), ("TEAM_KEY", "TEAM_KEY")])
def test_what_an_endpoint_needs_is_the_key_by_its_name_what_headers_name_and_proxies(key_env: str, name: str) -> None:
    settings = Settings(endpoint=REMOTE.model_copy(update={"key_env": key_env}))
    found = endpoint_environment(settings, Secret("sk", ".env X"), VARIABLES)
    assert found == {name: "sk", "MY_TOKEN": "t-secret", "HTTPS_PROXY": "http://proxy:3128"}


def test_without_an_endpoint_nothing_of_the_environment_travels() -> None:
    assert endpoint_environment(Settings(), Secret("sk", "environment X"), VARIABLES) == {}


@pytest.mark.parametrize(
    ("proposer", "base", "network"),
    [
        ("auto", None, "none"),
        ("auto", "http://127.0.0.1:8080/v1", "host"),
        ("llm", "http://localhost/v1", "host"),
        ("llm", "https://models.example/v1", "bridge"),
        ("llm", "", "bridge"),
        ("recorded", "https://models.example/v1", "none"),
        ("command", "https://models.example/v1", "none"),
    ],
)
def test_the_network_is_open_only_to_ask_a_model(proposer: str, base: str | None, network: str) -> None:
    endpoint = None if base is None else Endpoint(base_url=base, model="m")
    assert network_for(Settings(proposer=proposer, endpoint=endpoint)) == network


@pytest.mark.parametrize(
    ("labels", "digest", "problem"),
    [
        ({}, None, "is no image of irloop"),
        ({"org.irloop.source": "a"}, "b", "was built from other sources"),
        ({"org.irloop.source": "a"}, "a", None),
        ({"org.irloop.source": "a", "org.opencontainers.image.version": "0.9"}, None, "holds irloop 0.9"),
        ({"org.irloop.source": "a", "org.opencontainers.image.version": "1.0"}, None, None),
    ],
)
def test_a_stale_image_is_told_from_a_good_one(labels: dict[str, str], digest: str | None, problem: str | None) -> None:
    found = problem_with(labels, "1.0", digest)
    assert found == problem if problem is None else problem in str(found)


def test_shell_and_python_agree_on_what_the_image_is_made_of() -> None:
    command = [str(ROOT / "scripts" / "image.sh"), "source"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "no docker client" in done.stderr:
        pytest.skip(done.stderr)
    assert done.stdout.strip() == source_digest(ROOT)


def test_a_change_of_a_source_changes_the_digest_and_a_result_beside_it_does_not(tmp_path: Path) -> None:
    for name in ("docker/Dockerfile", "pipeline/loop.py", "kernels/gemm/recorded/1.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    first = source_digest(tmp_path)
    (tmp_path / "kernels/gemm/gemm.prof.txt").write_text("counts")
    (tmp_path / "kernels/gemm/gemm.ll").write_text("; IR")
    assert source_digest(tmp_path) == first
    (tmp_path / "kernels/gemm/recorded/1.md").write_text("two")
    assert source_digest(tmp_path) != first


def test_without_a_checkout_there_is_no_digest(tmp_path: Path) -> None:
    assert source_digest(tmp_path) is None


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose build prints what it was asked, and fails where the image is called so."""
    for name, text in (
        ("docker/Dockerfile", ""),
        ("scripts/image.sh", '#!/bin/sh\necho "$1 $IMAGE"\n[ "$IMAGE" != fails ] || { echo no disk >&2; exit 1; }\n'),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    (tmp_path / "scripts" / "image.sh").chmod(0o755)
    monkeypatch.setattr(image, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_a_build_tells_how_it_goes_on_and_a_failed_one_why() -> None:
    assert list(build_image("irloop:test")) == ["build irloop:test"]
    with pytest.raises(ContainerError, match=r"fails could not be built:\nbuild fails\nno disk"):
        list(build_image("fails"))


def test_an_image_cannot_be_built_without_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "ROOT", tmp_path)
    with pytest.raises(ContainerError, match="build it in a checkout"):
        next(build_image())


def test_an_order_is_carried_out_with_the_journals_events_as_output(tmp_path: Path) -> None:
    order = Order(out=tmp_path, program=bundled_program("gemm", "MINI"), settings=Settings(proposer="nosuch"))
    command = [sys.executable, "-m", "pipeline", "order", order.model_dump_json()]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown proposer 'nosuch'" in done.stderr


def test_limits_name_a_set_of_cpus_and_bound_the_processes() -> None:
    assert Limits(cpus="0-1").pids > 0
