"""What is asked of the engine, decided without one."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest

from pipeline.cli import cli
from pipeline.cli_container import words_of
from pipeline.container_plan import Limits, Plan, network_for, plan, problem_with, source_digest
from pipeline.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
KEY = {"OPENAI_API_KEY": "sk-secret", "HTTPS_PROXY": "http://proxy:3128", "HOME": "/home/me", "AWS_SECRET": "x"}


def planned(tmp_path: Path, **changes: Any) -> Plan:
    given: dict[str, Any] = {
        "what": "gemm",
        "out": tmp_path / "runs",
        "reads": (),
        "workdir": tmp_path,
        "user": "1000:1000",
        "environment": {},
        "proposer": "search",
    }
    return plan(["run", "gemm"], **{**given, **changes})


def test_folders_keep_their_paths_and_only_results_are_writable(tmp_path: Path) -> None:
    made = planned(tmp_path, reads=[tmp_path / "src", tmp_path])
    assert all(mount.source == mount.target for mount in made.mounts)
    assert [mount.source for mount in made.mounts if mount.writable] == [tmp_path / "runs"]
    assert made.workdir == tmp_path


def test_a_bundled_kernel_needs_nothing_of_the_host_but_a_place_for_results(tmp_path: Path) -> None:
    made = planned(tmp_path)
    assert [mount.target for mount in made.mounts] == [tmp_path / "runs"]
    assert made.workdir == Path("/work")


def test_kept_measurements_are_shared_with_the_host(tmp_path: Path) -> None:
    made = planned(tmp_path, cache=tmp_path / "cache")
    assert made.environment["XDG_CACHE_HOME"] == "/cache"
    assert ("/cache/irloop", True) in {(str(mount.target), mount.writable) for mount in made.mounts}


@pytest.mark.parametrize("folder", ["/", "/usr/share/x", "/etc", "/opt/irloop/x", "/proc/1"])
def test_a_folder_that_would_hide_the_containers_own_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UsageError, match="cannot be mounted"):
        planned(tmp_path, reads=[Path(folder)])


def test_a_key_travels_only_with_a_proposer_that_talks(tmp_path: Path) -> None:
    silent = planned(tmp_path, environment=KEY, proposer="search")
    assert silent.network == "none"
    assert "sk-secret" not in silent.model_dump_json()
    talking = planned(tmp_path, environment=KEY, proposer="llm")
    assert talking.network == "bridge"
    assert talking.environment["OPENAI_API_KEY"] == "sk-secret"
    assert talking.environment["HTTPS_PROXY"] == "http://proxy:3128"
    assert "AWS_SECRET" not in talking.environment


def test_a_key_is_in_no_word_and_no_label(tmp_path: Path) -> None:
    made = planned(tmp_path, environment=KEY, proposer="llm")
    assert "sk-secret" not in " ".join([*made.command, *made.labels.values()])


@pytest.mark.parametrize(
    ("proposer", "environment", "network"),
    [
        ("auto", {}, "none"),
        ("llm", {}, "none"),
        ("auto", {"IRLOOP_BASE_URL": "http://127.0.0.1:8080/v1"}, "host"),
        ("llm", {"OPENAI_BASE_URL": "http://localhost/v1"}, "host"),
        ("llm", {"OPENAI_BASE_URL": "https://models.example/v1"}, "bridge"),
        ("recorded", KEY, "none"),
        ("command", KEY, "none"),
    ],
)
def test_the_network_is_open_only_to_ask_a_model(proposer: str, environment: dict[str, str], network: str) -> None:
    assert network_for(proposer, environment) == network


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


def asked(words: list[str]) -> list[str]:
    """The words that `irloop run WORDS… --in-container` runs in there."""
    run = cli.commands["run"]
    context = click.Context(run, info_name="run")
    run.parse_args(context, words)
    return words_of(context, context.params["what"])


def test_the_container_is_asked_the_same_in_absolute_paths(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    words = asked(["my.c", "-I", "inc", "-D", "N=4", "-D", "M", "--no-ladder", "--iterations", "7", "--in-container"])
    assert words[:2] == ["run", "--json"]
    assert words[-2:] == ["--", f"{tmp_path}/my.c"]
    pairs = set(pairwise(words))
    assert {("--include", f"{tmp_path}/inc"), ("--iterations", "7"), ("--out", f"{tmp_path}/runs")} <= pairs
    assert {("--define", "N=4"), ("--define", "M")} <= pairs
    assert "--no-ladder" in words
    assert not {"--in-container", "--image", "--seed"} & set(words)


def test_limits_name_a_set_of_cpus_and_bound_the_processes() -> None:
    assert Limits(cpus="0-1").pids > 0
