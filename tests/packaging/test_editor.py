"""VS Code: the dev container is found under both names, and one key runs the five steps, on the shell's own terms."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.catalog import kernel_names

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> Any:
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


TASKS: dict[str, Any] = {task["label"]: task for task in read(".vscode/tasks.json")["tasks"]}
DEFAULT = next(
    task for task in TASKS.values() if isinstance(task.get("group"), dict) and task["group"]["kind"] == "build"
)
STEPS = [TASKS[label] for label in DEFAULT["dependsOn"]]


def test_the_dev_container_is_the_same_under_both_names_and_no_link() -> None:
    thin = ROOT / ".devcontainer" / "devcontainer.json"
    assert not thin.is_symlink()
    assert not thin.parent.is_symlink()
    assert read(".devcontainer/devcontainer.json") == read("devcontainer/devcontainer.json")


def test_the_dev_container_builds_the_dev_stage_of_the_one_dockerfile() -> None:
    build = read("devcontainer/devcontainer.json")["build"]
    dockerfile = ROOT / "devcontainer" / build["dockerfile"]
    assert dockerfile.resolve() == ROOT / "docker" / "Dockerfile"
    assert f" AS {build['target']}\n" in dockerfile.read_text(encoding="utf-8")
    assert (ROOT / "devcontainer" / build["context"]).resolve() == ROOT


def test_the_dev_container_uses_the_profile_and_leaves_a_working_irloop() -> None:
    config = read("devcontainer/devcontainer.json")
    assert any(word.endswith("/docker/seccomp.json") for word in config["runArgs"])
    assert os.access(ROOT / config["postCreateCommand"], os.X_OK)


def test_one_key_runs_the_five_steps_of_the_contract_in_order() -> None:
    assert DEFAULT["group"] == {"kind": "build", "isDefault": True}
    assert DEFAULT["dependsOrder"] == "sequence"
    words = ["-emit-llvm -S", "perf stat -d -o", "profile_and_parse.py", "optimize_ir_llm.py", ".opt.final"]
    assert [word in step["command"] for word, step in zip(words, STEPS, strict=True)] == [True] * 5


def test_there_is_a_task_for_everything_else_too() -> None:
    wanted = {"terminal interface", "test", "plots", "heatmap", "report", "debug the newest run"}
    assert {f"irloop: {name}" for name in wanted} <= set(TASKS)
    targets = [task["command"].split()[1] for task in TASKS.values() if task.get("command", "").startswith("make ")]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets
    assert all(f"\n{target}:" in makefile for target in targets)


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("my.c:3:5: error: use of undeclared identifier 'x'", "my.c"),
        ("gemm.opt.ll:12:3: error: expected instruction opcode", "gemm.opt.ll"),
        ("error: no such file: /x/kernels/gemm/gemm.prof.md", "/x/kernels/gemm/gemm.prof.md"),
        ("irloop: /x/irloop.toml cannot be read: no", "/x/irloop.toml"),
    ],
)
def test_what_a_step_complains_about_is_found_by_a_problem_matcher(line: str, file: str) -> None:
    matchers = [matcher["pattern"] for matcher in STEPS[3]["problemMatcher"]]
    found = [match[pattern["file"]] for pattern in matchers if (match := re.match(pattern["regexp"], line))]
    assert found == [file]


def test_the_list_of_kernels_is_that_of_the_bundled_ones() -> None:
    (choice,) = read(".vscode/tasks.json")["inputs"]
    assert choice["options"] == kernel_names()


def test_the_script_for_a_kernel_of_the_list_runs_the_same_commands() -> None:
    def plain(text: str) -> str:
        return " ".join(text.replace('"', "").replace("\\\n", " ").split())

    script = plain((ROOT / "scripts" / "flow.sh").read_text(encoding="utf-8"))
    for step in STEPS:
        for command in step["command"].split(" && "):
            assert plain(command) in script


def shell(task: dict[str, Any], file: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as VS Code runs that task with `file` open."""
    options = task["options"]

    def filled(text: str) -> str:
        return text.replace("${workspaceFolder}", str(ROOT)).replace("${file}", str(file))

    environment = {"PATH": "/usr/bin:/bin", **{name: filled(value) for name, value in options["env"].items()}}
    words = [options["shell"]["executable"], *options["shell"]["args"], command]
    return subprocess.run(
        words, cwd=filled(options["cwd"]), env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("file", ["gemm/gemm.c", "gemm/kernel.toml", "gemm/gemm.opt.ll"])
def test_every_file_of_a_kernels_folder_stands_for_the_kernel(file: str) -> None:
    done = shell(STEPS[0], ROOT / "kernels" / file, "echo $kernel $PWD $scripts")
    assert done.stdout.split() == ["gemm", str(ROOT / "kernels" / "gemm"), str(ROOT / "scripts")]


def test_a_file_that_is_no_kernel_stops_the_first_step_with_what_to_open() -> None:
    done = shell(STEPS[0], ROOT / "README.md", "echo went on")
    assert done.returncode != 0
    assert "went on" not in done.stdout
    assert "open its C file" in done.stderr


def test_breakpoints_are_allowed_in_any_file() -> None:
    assert read(".vscode/settings.json")["debug.allowBreakpointsEverywhere"] is True


def test_launch_configurations_start_the_final_binary_of_the_open_kernel() -> None:
    configurations = read(".vscode/launch.json")["configurations"]
    assert {"lldb-dap", "lldb", "cppdbg"} <= {one["type"] for one in configurations}
    assert all(one["program"].endswith(".opt.final") for one in configurations)
