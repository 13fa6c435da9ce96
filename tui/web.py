"""The interface in a browser, by textual-serve: every visitor gets a process of their own."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from pipeline.errors import UsageError


def command(folder: Path | None, runs: Path) -> str:
    """The command line that serves one visitor."""
    words = [sys.executable, "-m", "tui", *([str(folder)] if folder else []), "--runs", str(runs.resolve())]
    return shlex.join(words)


def serve(folder: Path | None, runs: Path, host: str, port: int) -> None:
    """Serve until interrupted.

    Raises:
        UsageError: textual-serve is not installed.
    """
    try:
        from textual_serve.server import Server
    except ImportError as error:
        raise UsageError("--web needs textual-serve: pip install 'irloop[web]'") from error
    Server(command(folder, runs), host=host, port=port, title="irloop").serve()
