"""VS Code itself, in a browser, on the checkout in the dev container's image: one key, and a debugger in the IR.

Minutes, and clients that no user needs: IRLOOP_E2E_VSCODE=1 after `scripts/editor.sh vscode`. Pictures of what was seen
are kept in IRLOOP_PICTURES, where it is set.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from needed import EDITOR, alone

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent / "editor"
CONTAINER, PORT = "irloop-test-editor", 18080
STEPS = ("ll", "opt", "prof.txt", "prof.md", "opt.ll", "opt.final")
pytestmark = [
    pytest.mark.docker,
    pytest.mark.skipif(not os.environ.get("IRLOOP_E2E_VSCODE"), reason="IRLOOP_E2E_VSCODE=1 drives VS Code: minutes"),
]


@pytest.fixture(scope="module")
def opened(dev_image: str, checkout: Path) -> Iterator[Path]:
    """The checkout, open in VS Code at PORT with the walls of the dev container."""
    if not (EDITOR / "node_modules" / "code-server").is_dir():
        pytest.fail("code-server is not here: scripts/editor.sh vscode")
    walls = json.loads((ROOT / "devcontainer" / "devcontainer.json").read_text())["runArgs"]
    walls = [wall.replace("${localWorkspaceFolder}", str(checkout)) for wall in walls]
    server = "/editor/node_modules/.bin/node /editor/node_modules/code-server/out/node/entry.js"
    options = (
        "--auth none --bind-addr 0.0.0.0:8080 --disable-workspace-trust --disable-telemetry --disable-update-check"
    )
    script = (
        "scripts/dev-container.sh && mkdir -p /tmp/extensions /tmp/data/User && cd tests/container/editor && "
        "cp -r stub /tmp/extensions/ && cp settings.json /tmp/data/User/ && "
        f"exec {server} {options} --extensions-dir /tmp/extensions --user-data-dir /tmp/data /workspaces/irloop"
    )
    words = ["--init", *walls, "-p", f"127.0.0.1:{PORT}:8080", "-w", "/workspaces/irloop"]
    mounts = ["-v", f"{checkout}:/workspaces/irloop", "-v", f"{EDITOR}:/editor:ro"]
    start = ["docker", "run", "-d", "--name", CONTAINER, *words, *mounts, dev_image, "bash", "-c", script]
    with alone("editor"):
        subprocess.run(start, check=True, capture_output=True)
        try:
            _wait_for_server()
            yield checkout
        finally:
            subprocess.run(["docker", "rm", "-f", CONTAINER], check=True, capture_output=True)


def _wait_for_server() -> None:
    for _ in range(60):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(1)
    logs = subprocess.run(["docker", "logs", CONTAINER], capture_output=True, text=True, check=False)
    pytest.fail(f"code-server does not answer: {(logs.stdout + logs.stderr)[-2000:]}")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures of the screen go."""
    folder = Path(os.environ.get("IRLOOP_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def press(pictures: Path, *words: str) -> dict[str, Any]:
    """Let the driver do one thing; what it saw."""
    environment = {**os.environ, "IRLOOP_EDITOR": str(EDITOR), "CHROMIUM": shutil.which("chromium") or ""}
    command = [str(EDITOR / "node_modules" / ".bin" / "node"), str(HERE / "drive.mjs"), f"http://127.0.0.1:{PORT}"]
    done = subprocess.run(
        [*command, str(pictures), *words], env=environment, capture_output=True, text=True, check=False, timeout=1200
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@pytest.fixture(scope="module")
def built(opened: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of gemm after Ctrl+Shift+B."""
    folder = opened / "kernels" / "gemm"
    wanted = [str(folder / f"gemm.{suffix}") for suffix in STEPS]
    pictures = Path(os.environ.get("IRLOOP_PICTURES") or tmp_path_factory.mktemp("pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    seen = press(pictures, "build", "kernels/gemm/gemm.c", *wanted)
    assert seen["missing"] == []
    return folder


def test_one_key_makes_the_files_of_all_five_steps(built: Path) -> None:
    assert (built / "gemm.prof.md").read_text().startswith("プログラムの実行プロファイル:")
    assert len(json.loads((built / "metrics_log.json").read_text())) >= 3
    assert (built / "ir_instr_log.json").exists()
    assert subprocess.run([built / "gemm.opt.final"], capture_output=True, check=False).returncode == 0


def test_a_breakpoint_in_the_ir_stops_there_steps_and_shows_values(built: Path, opened: Path, pictures: Path) -> None:
    (run,) = (built / "runs").glob("gemm/*")
    inside = f"/workspaces/irloop/{run.relative_to(opened)}"
    tool = ["docker", "exec", "-w", "/workspaces/irloop", CONTAINER, "irloop", "vscode", inside]
    subprocess.run(tool, check=True, capture_output=True)
    module = run / "gemm.opt.ll"
    lines = module.read_text().splitlines()
    start = next(
        number for number, line in enumerate(lines, 1) if line.startswith("define") and "@kernel_gemm(" in line
    )
    wanted = next(number for number, line in enumerate(lines, 1) if number > start and " store " in line)
    seen = press(pictures, "debug", str(module.relative_to(opened)), str(wanted))
    assert seen["first"] == wanted
    assert seen["second"] not in (0, wanted)
    assert any(text.startswith("%") for text in seen["variables"]), seen
