"""The application in a real terminal: tmux types, tmux looks."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from piloting import ATAX

PATIENCE = 90.0
ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux: apt-get install tmux")


class Terminal:
    """One tmux server with one window."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.socket = f"irloop-{uuid.uuid4().hex[:8]}"
        words = [f"{name}={value}" for name, value in environment.items()]
        line = shlex.join(["env", *words, *command])
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "-c", str(folder), line)

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-L", self.socket, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def keys(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def text(self) -> str:
        return self._tmux("capture-pane", "-p")

    def coloured(self) -> str:
        return self._tmux("capture-pane", "-p", "-e")

    def press_until(self, key: str, what: Callable[[str], object]) -> None:
        """Press a key again and again until `what` holds for the screen."""
        end = time.monotonic() + PATIENCE
        while not what(self.text()):
            assert time.monotonic() < end, self.text()
            self.keys(key)
            time.sleep(0.5)

    def wait(self, what: Callable[[str], bool]) -> str:
        """The text of the screen once `what` holds for it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.text()
            if what(text):
                return text
            time.sleep(0.1)
        raise AssertionError(f"what was waited for did not come:\n{self.text()}")

    def gone(self) -> bool:
        return self._tmux("list-sessions") == ""

    def close(self) -> None:
        self._tmux("kill-server")


@pytest.fixture
def open_terminal(runs: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def make(**environment: str) -> Terminal:
        own = {
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "TERM": "xterm-256color",
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            **environment,
        }
        command = [sys.executable, "-m", "tui", str(runs / ATAX), "--runs", str(runs)]
        opened.append(Terminal(command, tmp_path, own))
        return opened[-1]

    yield make
    for terminal in opened:
        terminal.close()


def test_a_run_is_read_key_by_key(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    shown = terminal.wait(lambda text: "2.82x" in text and "iteration 3/3" in text)
    assert "▲ faster" in shown
    # The key may come while the rest of the journal is still being read, and the newest row takes the cursor again.
    terminal.press_until("b", lambda text: re.search(r"^\s*c1\s+▲ faster", text, re.M) is not None)
    terminal.keys("F4")
    terminal.wait(lambda text: "baseline ↔ r c1" in text and "hunks" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "iteration 3/3" in text)
    terminal.keys("?")
    terminal.wait(lambda text: "keys: run" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "keys: run" not in text)
    terminal.keys("F10")
    terminal.wait(lambda _: terminal.gone())


def test_without_colours_the_marks_remain(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal(NO_COLOR="1")
    shown = terminal.wait(lambda text: "2.82x" in text and "iteration 3/3" in text)
    assert "▲" in shown
    assert "▼ slower" in shown
    for colour in _colours(terminal.coloured()):
        red, green, blue = colour
        assert red == green == blue


def _colours(text: str) -> list[tuple[str, str, str]]:
    """All true colours in a captured pane."""
    found = []
    for part in text.split("\x1b[")[1:]:
        numbers = part.split("m")[0].split(";")
        for at, number in enumerate(numbers):
            if number in ("38", "48") and numbers[at + 1 : at + 2] == ["2"]:
                found.append((numbers[at + 2], numbers[at + 3], numbers[at + 4]))
    return found
