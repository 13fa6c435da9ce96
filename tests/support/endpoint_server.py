"""An OpenAI-compatible server on loopback that answers as each test wants it: well, late, wrongly, or not at all."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USAGE = {
    "prompt_tokens": 100,
    "completion_tokens": 20,
    "total_tokens": 120,
    "prompt_tokens_details": {"cached_tokens": 40},
    "completion_tokens_details": {"reasoning_tokens": 5},
}
Behaviour = Callable[["Handler", dict[str, Any]], None]


@dataclass
class FaultyEndpoint:
    """The server's address, what it was asked, and how it answers: behaviours in turn, the last one for ever."""

    behaviours: list[Behaviour]
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self, path: str, headers: dict[str, str], body: dict[str, Any]) -> Behaviour:
        with self.lock:
            self.paths.append(path)
            self.headers.append(headers)
            self.requests.append(body)
            return self.behaviours[min(len(self.requests), len(self.behaviours)) - 1]


class Handler(BaseHTTPRequestHandler):
    """One request."""

    endpoint: FaultyEndpoint

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        behaviour = self.endpoint.next(self.path, dict(self.headers.items()), body)
        with suppress(BrokenPipeError, ConnectionResetError):  # the client may have gone
            behaviour(self, body)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def reply(self, status: int, body: str, **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()

    def event(self, data: dict[str, Any] | str) -> None:
        text = data if isinstance(data, str) else json.dumps(data)
        kind = f"event: {data['type']}\n" if isinstance(data, dict) and "type" in data else ""
        self.wfile.write(f"{kind}data: {text}\n\n".encode())
        self.wfile.flush()


@contextmanager
def serving(*behaviours: Behaviour) -> Iterator[FaultyEndpoint]:
    """A server for the duration of a test."""
    endpoint = FaultyEndpoint(list(behaviours))
    handler = type("BoundHandler", (Handler,), {"endpoint": endpoint})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield endpoint
    finally:
        endpoint.over.set()
        server.shutdown()
        server.server_close()


def chunk(text: str = "", finish: str | None = None, **delta: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": text, **delta}, "finish_reason": finish}
    return {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}


def streams(
    *texts: str, finish: str | None = "stop", usage: dict[str, Any] | None = USAGE, pause: float = 0
) -> Behaviour:
    """A sound stream of these pieces."""

    def behave(handler: Handler, _: dict[str, Any]) -> None:
        handler.begin_stream()
        for text in texts:
            handler.event(chunk(text))
            time.sleep(pause)
        if finish:
            handler.event(chunk(finish=finish))
        if usage is not None:
            handler.event({**chunk(), "choices": [], "usage": usage})
        handler.event("[DONE]")

    return behave


def answers(text: str | None, finish: str = "stop", usage: dict[str, Any] | None = USAGE, **message: Any) -> Behaviour:
    """A sound answer in one piece."""

    def behave(handler: Handler, _: dict[str, Any]) -> None:
        choice = {"index": 0, "message": {"role": "assistant", "content": text, **message}, "finish_reason": finish}
        handler.reply(
            200,
            json.dumps(
                {
                    "id": "x",
                    "object": "chat.completion",
                    "created": 0,
                    "model": "m",
                    "choices": [choice],
                    "usage": usage,
                }
            ),
        )

    return behave


def status(
    code: int, message: str, error_code: str | None = None, param: str | None = None, **headers: str
) -> Behaviour:
    """An error as OpenAI's API words it."""

    def behave(handler: Handler, _: dict[str, Any]) -> None:
        error = {"message": message, "type": "error", "code": error_code, "param": param}
        handler.reply(code, json.dumps({"error": error}), **headers)

    return behave


def says(body: str, kind: str = "application/json") -> Behaviour:
    """Status 200 with whatever body."""
    return lambda handler, _: handler.reply(200, body, **{"content-type": kind})


def breaks_off(*texts: str) -> Behaviour:
    """A stream whose connection is reset in the middle."""

    def behave(handler: Handler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.send_header("content-length", "100000")
        handler.end_headers()
        for text in texts:
            handler.event(chunk(text))
        handler.connection.shutdown(socket.SHUT_RDWR)

    return behave


def stalls(endpoint_over: Callable[[], threading.Event], *texts: str, trickle: bool = False) -> Behaviour:
    """A stream that stops, or goes on with comments that say nothing."""

    def behave(handler: Handler, _: dict[str, Any]) -> None:
        handler.begin_stream()
        for text in texts:
            handler.event(chunk(text))
        while not endpoint_over().wait(0.05):
            if trickle:
                handler.wfile.write(b": still here\n\n")
                handler.wfile.flush()

    return behave


def hangs_up(handler: Handler, _: dict[str, Any]) -> None:
    """No answer at all."""
    handler.connection.shutdown(socket.SHUT_RDWR)
