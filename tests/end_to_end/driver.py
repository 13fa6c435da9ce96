"""Runs `irloop` as a user does: a child process, its streams, its exit status."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.events import AnyEvent
from pipeline.journal import FILE_NAME, read

CHECKOUT = Path(__file__).resolve().parent.parent.parent
IRLOOP = (sys.executable, "-m", "pipeline")
PATIENCE = 240.0
# A model's replies about the kernel atax: one that is right, one that does not compile.
GOOD = """Walk the rows once.

```c
void kernel_atax(int m, int n, double A[M][N], double x[N], double y[N], double tmp[M])
{
    for (int j = 0; j < n; j++)
        y[j] = 0;
    for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++)
            sum += A[i][j] * x[j];
        tmp[i] = sum;
        for (int j = 0; j < n; j++)
            y[j] += A[i][j] * sum;
    }
}
```
"""
BROKEN = GOOD.replace("double sum = 0;", "double sum = zero;")


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """The test's environment with the checkout importable from any folder."""
    return {**os.environ, "PYTHONPATH": _path(), "COLUMNS": "160", **more}


def _path() -> str:
    """The checkout, before whatever the test itself was given."""
    return os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH"))))


def irloop(*words: str | Path, cwd: Path, **env: str) -> Ended:
    """Run `irloop` with `words` in `cwd`."""
    return command([*IRLOOP, *words], cwd=cwd, **env)


def command(words: Sequence[str | Path], *, cwd: Path, **env: str) -> Ended:
    """Run any command."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=environment(**env),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def only_run(parent: Path) -> Path:
    """The one run folder below `parent`."""
    (journal,) = parent.glob(f"*/*/{FILE_NAME}")
    return journal.parent


def interrupt_when(
    words: Sequence[str | Path], parent: Path, when: Callable[[list[AnyEvent]], bool], how: signal.Signals, cwd: Path
) -> int:
    """Start `irloop`, send a signal as soon as its journal satisfies `when`, return its exit status."""
    child = subprocess.Popen(
        [*IRLOOP, *map(str, words)],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and child.poll() is None:
            journals = list(parent.glob(f"*/*/{FILE_NAME}"))
            if journals and when(read(journals[0].parent)):
                child.send_signal(how)
                break
            time.sleep(0.02)
        return child.wait(timeout=PATIENCE)
    finally:
        child.kill()
        child.wait()


def replying(folder: Path, *replies: str) -> str:
    """A --command that answers the first prompt with the first reply, and so on; the last one again and again."""
    for number, text in enumerate(replies):
        (folder / f"reply{number}.md").write_text(text)
    script = folder / "answer.py"
    script.write_text(
        "import pathlib, sys\n"
        f"folder = pathlib.Path({str(folder)!r})\n"
        "prompt = sys.stdin.read()\n"
        "number = len(list(folder.glob('prompt*.md')))\n"
        "(folder / f'prompt{number}.md').write_text(prompt)\n"
        f"print((folder / f'reply{{min(number, {len(replies) - 1})}}.md').read_text())\n"
    )
    return f"{sys.executable} {script}"
