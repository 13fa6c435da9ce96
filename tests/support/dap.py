"""A small client of the Debug Adapter Protocol, as much of VS Code as a debugger sees."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any


class Adapter:
    """Speaks with a debug adapter over its standard streams."""

    def __init__(self, command: Sequence[str]) -> None:
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Adapter:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.kill()
        self.child.wait()
        for stream in (self.child.stdin, self.child.stdout):
            assert stream is not None
            stream.close()

    def send(self, command: str, **arguments: Any) -> int:
        self.number += 1
        message = {"seq": self.number, "type": "request", "command": command, "arguments": arguments}
        body = json.dumps(message).encode()
        assert self.child.stdin is not None
        self.child.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.child.stdin.flush()
        return self.number

    def ask(self, command: str, **arguments: Any) -> Any:
        """The body of the answer; events that come before it are kept."""
        return self.answer(self.send(command, **arguments))

    def answer(self, number: int) -> Any:
        while True:
            message = self._read()
            if message["type"] == "event":
                self.events.append(message)
            elif message["type"] == "response" and message["request_seq"] == number:
                assert message["success"], message
                return message.get("body", {})

    def wait_for(self, event: str) -> Any:
        """The body of the next event of this name."""
        while True:
            for index, message in enumerate(self.events):
                if message["event"] == event:
                    del self.events[: index + 1]
                    return message.get("body", {})
            message = self._read()
            if message["type"] == "event":
                self.events.append(message)

    def _read(self) -> dict[str, Any]:
        assert self.child.stdout is not None
        length = 0
        while line := self.child.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the adapter has ended"
        message: dict[str, Any] = json.loads(self.child.stdout.read(length))
        return message


def stop_at(adapter: Adapter, configuration: dict[str, Any], file: str, line: int) -> tuple[str, int, int]:
    """Start a session with a breakpoint; (file, line, thread) of where the program stops at it."""
    adapter.ask("initialize", adapterID="lldb-dap", linesStartAt1=True, pathFormat="path")
    request = {name: value for name, value in configuration.items() if name not in ("name", "type", "request")}
    started = adapter.send(configuration["request"], **request)
    adapter.wait_for("initialized")
    placed = adapter.ask("setBreakpoints", source={"path": file}, breakpoints=[{"line": line}])
    assert placed["breakpoints"][0]["verified"], placed
    adapter.ask("configurationDone")
    adapter.answer(started)
    # An attached program is stopped at its first instruction; the adapter itself lets it go on after the start.
    while (stopped := adapter.wait_for("stopped"))["reason"] != "breakpoint":
        pass
    return (*position(adapter, stopped["threadId"]), stopped["threadId"])


def position(adapter: Adapter, thread: int) -> tuple[str, int]:
    frame = adapter.ask("stackTrace", threadId=thread, levels=1)["stackFrames"][0]
    return frame["source"]["path"], frame["line"]


def local_names(adapter: Adapter, thread: int) -> dict[str, str]:
    """Names and values of the variables in the first scope of the topmost frame."""
    frame = adapter.ask("stackTrace", threadId=thread, levels=1)["stackFrames"][0]["id"]
    scope = adapter.ask("scopes", frameId=frame)["scopes"][0]["variablesReference"]
    variables = adapter.ask("variables", variablesReference=scope)["variables"]
    return {variable["name"]: variable["value"] for variable in variables}
