"""The image at work, in a real engine: as the README starts it, behind every wall, and through the SDK."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from endpoint_server import serving, streams

from pipeline.catalog import bundled_program
from pipeline.container.engine import _no_engine
from pipeline.container.plan import Box
from pipeline.container.run import start
from pipeline.errors import SkipCandidate
from pipeline.events import AnyEvent, RunFinished, StepStarted, VerdictReached
from pipeline.records import Settings

pytestmark = pytest.mark.docker
ROOT = Path(__file__).resolve().parents[2]
WALLS = ["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only", "--tmpfs=/tmp"]
SHORT = ["run", "gemm", "--out", "/out", "--size", "SMALL", "--proposer", "search", "--iterations", "1", "--no-ladder"]


def docker(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["docker", *words], capture_output=True, text=True, check=False, timeout=600)


def irloop(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def mine(folder: Path) -> bool:
    return all(path.stat().st_uid == folder.stat().st_uid for path in folder.rglob("*"))


@pytest.mark.usefixtures("image")
def test_a_headless_run_behind_every_wall_prints_its_journal_and_leaves_the_callers_files(tmp_path: Path) -> None:
    done = docker("run", "--rm", *WALLS, "-v", f"{tmp_path}:/out", "--user", f"{os.getuid()}:{os.getgid()}",
                  "irloop", *SHORT, "--json")  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert (said[0]["event"], said[-1]["event"]) == ("run_started", "run_finished")
    (journal,) = tmp_path.glob("gemm/*/events.jsonl")
    assert journal.read_text() == done.stdout
    assert mine(tmp_path)


@pytest.mark.usefixtures("image")
@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder to someone else")
def test_without_a_user_named_it_works_as_the_owner_of_the_mounted_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 4321, 4321)
    done = docker("run", "--rm", "-v", f"{tmp_path}:/out", "--entrypoint", "irloop-entrypoint", "irloop", "sh", "-c",
                  "id -u; touch /out/x; grep CapBnd /proc/self/status")  # fmt: skip
    assert done.stdout.split() == ["4321", "CapBnd:", "0000000000000000"]
    assert mine(tmp_path)


@pytest.mark.usefixtures("image")
def test_as_the_readme_has_it_it_says_where_files_are_and_that_the_plain_profile_forbids_counting(
    tmp_path: Path,
) -> None:
    done = docker("run", "--rm", "-v", f"{tmp_path}:/out", "irloop", *SHORT)
    assert done.returncode == 0, done.stderr
    assert "counters: none (perf is not permitted here)" in done.stdout
    assert "files: /out/gemm/" in done.stdout
    assert mine(tmp_path)


@pytest.mark.usefixtures("image")
def test_several_kernels_go_one_after_another_and_the_exit_code_is_that_of_the_one_that_failed(tmp_path: Path) -> None:
    """A file where the folder of the first kernel would be is the one thing that stops it."""
    (tmp_path / "crc32").write_text("")
    words = ["batch", "crc32", "atax", "--size", "MINI", "--proposer", "search", "--iterations", "1", "--no-ladder"]
    done = docker("run", "--rm", *WALLS, "-v", f"{tmp_path}:/out", "--user", f"{os.getuid()}:{os.getgid()}",
                  "irloop", *words, "--json")  # fmt: skip
    assert done.returncode == 1
    assert "irloop: crc32: cannot make the run folder" in done.stderr
    assert "1 of 2 kernels done; results below /out" in done.stderr
    said = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert (said[0], said[-1]) == ("run_started", "run_finished")
    assert list(tmp_path.glob("atax/*/atax.opt.ll"))


@pytest.mark.usefixtures("image")
def test_a_limit_and_an_interruption_reach_the_container_and_the_run_can_go_on(tmp_path: Path) -> None:
    words = ["run", "gemm", "--in-container", "--size", "SMALL", "--proposer", "search", "--iterations", "1"]
    command = [sys.executable, "-m", "pipeline", *words, "--no-ladder", "--json", "--memory", "3g", "--cpus", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        folder = json.loads(run.stdout.readline())["folder"]
        while json.loads(run.stdout.readline())["event"] != "reference_ready":
            pass
        label = ["--filter", f"label=org.irloop.out={tmp_path}/runs"]
        (container,) = docker("ps", "-q", *label).stdout.split()
        limits = docker("inspect", "--format", "{{.HostConfig.Memory}} {{.HostConfig.CpusetCpus}}", container).stdout
        listed = irloop("attach", "nosuch", cwd=tmp_path)
        run.send_signal(signal.SIGINT)
        rest = run.stdout.read()
    assert limits.split() == [str(3 << 30), "0"]
    assert container in listed.stdout
    assert run.returncode == 130
    assert docker("ps", "-aq", *label).stdout == ""
    assert rest == "" or json.loads(rest.splitlines()[-1])["event"]
    assert json.loads((Path(folder) / "events.jsonl").read_text().splitlines()[-1])["status"] == "interrupted"
    done = irloop("resume", folder, "--in-container", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["status"] == "done"


@pytest.mark.usefixtures("image")
def test_a_run_whose_watcher_died_goes_on_and_is_shown_from_its_first_event(tmp_path: Path) -> None:
    words = ["run", "gemm", "--in-container", "--size", "SMALL", "--proposer", "search", "--iterations", "1"]
    command = [sys.executable, "-m", "pipeline", *words, "--no-ladder", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        folder = Path(json.loads(run.stdout.readline())["folder"])
        run.kill()
    label = ["--filter", f"label=org.irloop.out={tmp_path}/runs"]
    (container,) = docker("ps", "-aq", *label).stdout.split()
    done = irloop("attach", container, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (folder / "events.jsonl").read_text()
    assert docker("ps", "-aq", *label).stdout == ""


@pytest.mark.usefixtures("image")
def test_without_a_folder_mounted_it_finds_the_home_of_its_own_user() -> None:
    done = docker(
        "run", "--rm", "--entrypoint", "irloop-entrypoint", "irloop", "sh", "-c", "id -u; echo $HOME; touch ~/x"
    )
    assert (done.returncode, done.stdout.split()) == (0, ["1000", "/home/irloop"])


@pytest.mark.usefixtures("image")
def test_a_model_of_this_machine_is_asked_from_in_there_as_files_here_configure_it(tmp_path: Path) -> None:
    recipe = "Wider vectors.\n\n```passes\ndefault<O3>\n```\n"
    with serving(streams(recipe)) as endpoint:
        (tmp_path / "irloop.toml").write_text(
            f'[llm]\nbase_url = "{endpoint.url}"\nmodel = "m"\nkey_env = "TEAM_KEY"\n'
            'headers = { X-Team = "${TEAM_NAME}" }\n'
        )
        (tmp_path / ".env").write_text("TEAM_KEY=sk-very-secret\nTEAM_NAME=compilers\n")
        words = ["run", "gemm", "--in-container", "--size", "MINI", "--proposer", "llm", "--iterations", "1"]
        done = irloop(*words, "--no-ladder", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    asked = {name.lower(): value for name, value in endpoint.headers[0].items()}
    assert (asked["authorization"], asked["x-team"]) == ("Bearer sk-very-secret", "compilers")
    assert '"proposer":"llm"' in done.stdout
    assert "sk-very-secret" not in done.stdout + done.stderr
    assert not [
        path for path in tmp_path.glob("runs/**/*") if path.is_file() and b"sk-very-secret" in path.read_bytes()
    ]


@pytest.mark.usefixtures("image")
def test_a_candidate_is_skipped_in_there_on_a_wish_from_here(tmp_path: Path) -> None:
    settings = Settings(iterations=1, proposer="search", ladder=False)
    events: list[AnyEvent] = []
    run = start(bundled_program("gemm", "SMALL"), settings, tmp_path, Box())
    with closing(run):
        event: AnyEvent | None = next(run)
        wished = False
        while event is not None:
            events.append(event)
            now = not wished and isinstance(event, StepStarted) and event.step == "build"
            wished = wished or now
            event = run.throw(SkipCandidate()) if now else next(run, None)
    verdicts = [event.verdict for event in events if isinstance(event, VerdictReached)]
    assert verdicts[0].reason == "skipped"
    assert len(verdicts) > 1
    assert isinstance(events[-1], RunFinished)
    assert events[-1].status == "done"


@pytest.mark.usefixtures("image")
@pytest.mark.parametrize(("words", "status"), [("--version", 0), ("run nosuch", 2), ("show /nowhere", 2)])
def test_exit_codes_are_kept(words: str, status: int) -> None:
    assert docker("run", "--rm", *WALLS, "irloop", *words.split()).returncode == status


@pytest.mark.usefixtures("image")
def test_both_packages_are_irloops_and_nothing_poses_as_the_sdk() -> None:
    script = "import docker, pipeline, tui; print(docker.DockerClient.__name__, pipeline.__file__, tui.__file__)"
    done = docker("run", "--rm", "--entrypoint", "python", "irloop", "-c", script)
    name, *files = done.stdout.split()
    assert name == "DockerClient"
    assert all(file.startswith("/opt/irloop/lib/") for file in files)


@pytest.mark.usefixtures("image")
@pytest.mark.parametrize("user", ["0", "1000"])
def test_the_seccomp_profile_lets_perf_count_and_a_debugger_stop_without_any_capability(user: str) -> None:
    script = (
        "cd /tmp && echo 'int main(void) { return 0; }' >p.c && clang -g p.c -o p && "
        "perf stat -e task-clock ./p 2>&1 | grep -c task-clock && "
        "lldb -b -o 'b main' -o run ./p 2>&1 | grep -c 'stop reason = breakpoint'"
    )
    profile = f"seccomp={ROOT / 'docker' / 'seccomp.json'}"
    done = docker("run", "--rm", "--cap-drop", "ALL", "--user", user, "--security-opt", profile, "--read-only",
                  "--tmpfs", "/tmp:exec,mode=1777", "-e", "HOME=/tmp", "--entrypoint", "sh", "irloop", "-c",
                  script)  # fmt: skip
    assert [int(count) >= 1 for count in done.stdout.split()] == [True, True], done.stderr


@pytest.mark.usefixtures("image")
def test_the_sdk_runner_gives_the_same_events_and_files_as_a_run_on_the_host(tmp_path: Path) -> None:
    words = ["run", "gemm", "--in-container", "--size", "SMALL", "--proposer", "search", "--iterations", "1"]
    done = irloop(*words, "--no-ladder", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (journal,) = tmp_path.glob("runs/gemm/*/events.jsonl")
    assert journal.read_text() == done.stdout
    assert json.loads(done.stdout.splitlines()[0])["folder"] == str(journal.parent)
    assert mine(tmp_path)
    assert irloop("show", str(journal.parent), cwd=tmp_path).returncode == 0


@pytest.mark.usefixtures("image")
def test_a_program_of_ones_own_that_does_not_compile_fails_in_clangs_words(tmp_path: Path) -> None:
    (tmp_path / "bad.c").write_text("int main(void) { return nothing; }\n")
    done = irloop("run", "bad.c", "--in-container", cwd=tmp_path)
    assert done.returncode == 2
    assert f"{tmp_path}/bad.c:1" in done.stderr


@pytest.mark.usefixtures("engine")
def test_a_missing_image_is_named_with_what_to_do(tmp_path: Path) -> None:
    done = irloop("run", "gemm", "--in-container", "--image", "irloop:never-built", cwd=tmp_path)
    assert done.returncode == 1
    assert "does not exist" in done.stderr
    assert "make image" in done.stderr


@pytest.mark.usefixtures("image")
@pytest.mark.parametrize(
    ("limit", "status", "words"),
    [
        (["--memory", "5x"], 2, "memory (5x)"),
        (["--cpus", "999"], 1, "the engine refuses this container: Requested CPUs"),
    ],
)
def test_a_limit_that_cannot_be_is_named(limit: list[str], status: int, words: str, tmp_path: Path) -> None:
    done = irloop("run", "gemm", "--in-container", *limit, cwd=tmp_path)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_no_permission_is_told_from_no_engine() -> None:
    assert "usermod -aG docker" in _no_engine("Permission denied: connect", "unix:///var/run/docker.sock")


def test_a_dead_engine_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/no.sock")
    done = irloop("run", "gemm", "--in-container", cwd=tmp_path)
    assert done.returncode == 1
    assert "no container engine answers" in done.stderr
