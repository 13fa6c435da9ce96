"""The dev container by its own command line: found, built, made, and a working irloop in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from needed import EDITOR, absent

pytestmark = pytest.mark.docker
LABEL = f"org.irloop.test=dev-container-{os.getpid()}"  # each worker opens its own
DEVCONTAINER = shutil.which("devcontainer", path=f"{EDITOR}/node_modules/.bin:{os.environ['PATH']}")
LLVM = "/usr/lib/llvm-22/bin"
Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def devcontainer(dev_image: str, checkout: Path) -> Call:  # noqa: ARG001 - its layers are the cache of this build
    """The command, for the copied checkout."""
    if DEVCONTAINER is None:
        absent("@devcontainers/cli is not here: scripts/editor.sh cli")
    docker = shutil.which("docker") or ""
    # The command's own Node stands beside it, if any.
    environment = {**os.environ, "PATH": f"{EDITOR}/node_modules/.bin:{os.environ['PATH']}", "DOCKER_BUILDKIT": "1"}

    def call(verb: str, *words: str, label: bool = True) -> subprocess.CompletedProcess[str]:
        place = ["--workspace-folder", str(checkout), "--docker-path", docker]
        place += ["--id-label", LABEL] if label else []
        command = [str(DEVCONTAINER), verb, *place, *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=900)

    return call


@pytest.fixture(scope="module")
def opened(devcontainer: Call) -> Iterator[dict[str, Any]]:
    """What `devcontainer up` says of the container that it made."""
    done = devcontainer("up")
    assert done.returncode == 0, done.stderr[-3000:]
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    yield said
    inspect = ["docker", "inspect", "--format", "{{.Config.Image}}", said["containerId"]]
    image = subprocess.run(inspect, check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["docker", "rm", "-f", said["containerId"]], check=True, capture_output=True)
    subprocess.run(["docker", "image", "rm", image, image.removesuffix("-uid")], check=False, capture_output=True)


def test_the_configuration_is_found_without_being_named_and_builds(devcontainer: Call) -> None:
    read = devcontainer("read-configuration")
    assert json.loads(read.stdout.splitlines()[-1])["configuration"]["build"]["target"] == "dev"
    built = devcontainer("build", label=False)
    assert json.loads(built.stdout.splitlines()[-1])["outcome"] == "success", built.stderr[-3000:]


def test_the_container_works_as_an_ordinary_user_on_the_opened_folder(
    devcontainer: Call, opened: dict[str, Any]
) -> None:
    assert (opened["outcome"], opened["remoteUser"]) == ("success", "irloop")
    script = (
        "id -u; pwd; grep -E 'CapBnd|NoNewPrivs|Seccomp:' /proc/self/status; touch made && rm made && echo writable"
    )
    done = devcontainer("exec", "sh", "-c", script)
    uid, folder, *rest = done.stdout.split()
    assert uid != "0"
    assert folder == opened["remoteWorkspaceFolder"]
    assert rest == ["CapBnd:", "0000000000000000", "NoNewPrivs:", "1", "Seccomp:", "2", "writable"]


@pytest.mark.usefixtures("opened")
def test_both_commands_are_those_of_the_opened_folder(devcontainer: Call) -> None:
    for command in ("irloop", "irloop-tui"):
        assert devcontainer("exec", command, "--version").stdout.startswith(f"{command}, version ")
    done = devcontainer("exec", "python", "-c", "import pipeline, tui; print(pipeline.__file__, tui.__file__)")
    assert all(path.startswith("/workspaces/irloop/") for path in done.stdout.split())


@pytest.mark.usefixtures("opened")
def test_a_login_shell_and_a_task_of_the_editor_find_the_tools(devcontainer: Call) -> None:
    """Neither has the PATH that the image sets: Debian's /etc/profile writes its own, and so may an editor."""
    login = devcontainer("exec", "bash", "-lc", "command -v clang irloop lldb-dap")
    assert login.stdout.split() == [f"{LLVM}/clang", "/opt/irloop/bin/irloop", f"{LLVM}/lldb-dap"]
    variables = ["PATH=/usr/bin:/bin", "BASH_ENV=/workspaces/irloop/scripts/environment.bash"]
    task = devcontainer("exec", "env", *variables, "bash", "-c", "command -v clang python3")
    assert task.stdout.split() == [f"{LLVM}/clang", "/opt/irloop/bin/python3"]


@pytest.mark.usefixtures("opened")
def test_the_whole_flow_and_the_development_tools_work_in_it(devcontainer: Call, checkout: Path) -> None:
    run = ["irloop", "run", "gemm", "--size", "MINI", "--proposer", "search", "--iterations", "1", "--no-ladder"]
    done = devcontainer("exec", *run, "--out", "runs")
    assert done.returncode == 0, done.stderr[-3000:]
    assert list(checkout.glob("runs/gemm/*/gemm.opt.ll"))
    done = devcontainer("exec", "python", "-m", "pytest", "-n0", "-q", "tests/test_config.py")
    assert done.returncode == 0, done.stdout[-3000:]
    counted = devcontainer("exec", "sh", "-c", "perf stat -e task-clock true 2>&1")
    assert "task-clock" in counted.stdout
    assert "not supported" not in counted.stdout
