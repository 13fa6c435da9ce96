"""VS Code's launch.json: a way to debug a program of a run here, over a port, or inside a container.

The user's own entries and comments stay as they are: irloop's stand between two marks, and only those are rewritten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.debugging import Debuggable
from pipeline.errors import UsageError

BEGIN, END = "// irloop: begin (written by `irloop vscode`)", "// irloop: end"
CONTAINER = "irloop-debug"
# Under a container's default profile a debugger cannot switch off address randomisation, and must not try.
_KEEP_ASLR = "settings set target.disable-aslr false"
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/|[\[\]{},]', re.S)
_EMPTY = '{\n  "version": "0.2.0",\n  "configurations": [\n  ]\n}\n'


def configurations(program: Debuggable, port: int, container: str = CONTAINER) -> list[dict[str, Any]]:
    """One entry per client and place; `port` is lldb-server's, the next one gdbserver's, both on this machine."""
    label = f"irloop: {program.binary.parent.parent.name} {program.name}"
    start = {"program": str(program.binary), "args": list(program.args), "cwd": str(program.cwd)}
    stdio = {"stdio": [str(program.stdin), None, None]} if program.stdin else {}
    gdb = {"type": "cppdbg", "request": "launch", **start, "MIMode": "gdb", "stopAtEntry": False}
    return [
        {
            "name": f"{label}, here (lldb-dap)",
            "type": "lldb-dap",
            "request": "launch",
            **start,
            **stdio,
            "disableASLR": False,
            "initCommands": [_KEEP_ASLR],
        },
        {
            "name": f"{label}, in the container (lldb-dap, port {port})",
            "type": "lldb-dap",
            "request": "attach",
            "program": str(program.binary),
            "gdb-remote-hostname": "localhost",
            "gdb-remote-port": port,
        },
        {
            "name": f"{label}, in the container (gdb, port {port + 1})",
            **gdb,
            "miDebuggerServerAddress": f"localhost:{port + 1}",
        },
        {
            "name": f"{label}, in the container (gdb by docker exec)",
            **gdb,
            "pipeTransport": {
                "pipeProgram": "docker",
                "pipeArgs": ["exec", "-i", container, "sh", "-c"],
                "debuggerPath": "/usr/bin/gdb",
                "pipeCwd": "",
            },
        },
        {"name": f"{label}, here (CodeLLDB)", "type": "lldb", "request": "launch", **start, **stdio},
        {
            "name": f"{label}, in the container (CodeLLDB, port {port})",
            "type": "lldb",
            "request": "launch",
            "targetCreateCommands": [f"target create {program.binary}"],
            "processCreateCommands": [f"gdb-remote localhost:{port}"],
        },
    ]


def merge(existing: str, entries: Sequence[dict[str, Any]]) -> str:
    """The text of a launch.json with `entries` as irloop's, in place of those that it had.

    Raises:
        UsageError: the text has no list of configurations.
    """
    text = _without_marked(existing) if existing.strip() else _EMPTY
    place = _list_of_configurations(text)
    more = bool(re.match(r"\s*[^\s\]]", _without_comments(text[place:])))
    blocks = [_indented(json.dumps(entry, indent=2, ensure_ascii=False)) for entry in entries]
    written = ",\n".join(blocks) + ("," if more else "")
    rest = text[place:]
    return f"{text[:place]}\n    {BEGIN}\n{written}\n    {END}{rest if rest.startswith(chr(10)) else chr(10) + rest}"


def write_launch(folder: Path, entries: Sequence[dict[str, Any]]) -> Path:
    """Write `<folder>/.vscode/launch.json`, merged into what is there; its path."""
    path = folder / ".vscode" / "launch.json"
    existing = path.read_text(encoding="utf-8") if path.exists() else ""
    path.parent.mkdir(exist_ok=True)
    path.write_text(merge(existing, entries), encoding="utf-8")
    return path


def _without_marked(text: str) -> str:
    pattern = rf"\n[ \t]*{re.escape(BEGIN)}.*?{re.escape(END)}"
    return re.sub(pattern, "", text, flags=re.S)


def _without_comments(text: str) -> str:
    return _TOKEN.sub(lambda token: "" if token[0].startswith("/") else token[0], text)


def _list_of_configurations(text: str) -> int:
    """Where the first entry of the list of configurations would stand."""
    depth, key = 0, ""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "[{":
            depth += 1
            if word == "[" and depth == 2 and key == '"configurations"':
                return token.end()
        elif word in "]}":
            depth -= 1
        elif word.startswith('"') and depth == 1:
            key = word
    raise UsageError("launch.json has no list of configurations: mend it, or move it away and let irloop write one")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
