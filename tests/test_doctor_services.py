"""What the doctor asks over sockets: answers, refusals, silence, and no word too much about keys."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from pipeline.doctor import Status
from pipeline.doctor.services import check_docker, check_endpoint, check_image, within

KEY = "sk-very-secret"


class Endpoint(BaseHTTPRequestHandler):
    """Answers as its path says: `/403/models` with status 403; remembers the keys that it was shown."""

    keys: list[str | None]  # set for each server by the fixture

    def do_GET(self) -> None:
        self.keys.append(self.headers["Authorization"])
        status = int(self.path.split("/")[1])
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/200/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def keys() -> list[str | None]:
    return []


@pytest.fixture
def server(keys: list[str | None]) -> Iterator[str]:
    """The address of a loopback server."""
    handler = type("Handler", (Endpoint,), {"keys": keys})
    with HTTPServer(("127.0.0.1", 0), handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def test_no_endpoint_asks_nobody() -> None:
    check = check_endpoint({})
    assert check.status is Status.MISSING
    assert "OPENAI_BASE_URL" in check.advice


@pytest.mark.parametrize(
    ("path", "status", "finding"),
    [
        ("200", Status.OK, "answers (with a key)"),
        ("404", Status.OK, "answers (with a key)"),
        ("401", Status.LIMITED, "refuses the key"),
        ("503", Status.LIMITED, "status 503"),
        ("302", Status.LIMITED, "status 302"),
    ],
)
def test_endpoint_answers(server: str, keys: list[str | None], path: str, status: Status, finding: str) -> None:
    check = check_endpoint({"OPENAI_BASE_URL": f"{server}/{path}/", "OPENAI_API_KEY": KEY})
    assert check.status is status
    assert finding in check.finding
    assert keys == [f"Bearer {KEY}"]  # one request: a redirection is not followed
    assert KEY not in check.model_dump_json()


def test_irloops_own_variables_come_first(server: str, keys: list[str | None]) -> None:
    environment = {"IRLOOP_LLM_BASE_URL": f"{server}/200", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}
    assert check_endpoint(environment).finding.endswith("answers (without a key)")
    assert keys == [None]


def test_the_configuration_of_the_project_counts(
    server: str, keys: list[str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "irloop.toml").write_text(f'[llm]\nbase_url = "{server}/200"\n')
    assert check_endpoint({}).status is Status.OK
    assert keys == [None]


@pytest.mark.parametrize(
    "base",
    [
        "http://user:sk-very-secret@127.0.0.1:1/v1",
        "http://127.0.0.1:1/sk-very-secret",
        "sk-very-secret",
        "file:///etc/sk-very-secret",
        "http://[sk-very-secret",
        "http://127.0.0.1:sk-very-secret/",
    ],
)
def test_an_endpoint_that_cannot_be_reached_shows_no_secret(base: str) -> None:
    check = check_endpoint({"OPENAI_BASE_URL": base, "OPENAI_API_KEY": f"{KEY}\n"})
    assert check.status is Status.LIMITED
    assert check.advice
    assert "very-secret" not in check.model_dump_json()


def test_docker_without_client_or_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    check = check_docker({"DOCKER_HOST": f"unix://{tmp_path}/no.sock"})
    assert (check.status, check.finding) == (
        Status.MISSING,
        f"no engine: {tmp_path}/no.sock: No such file or directory",
    )
    assert "nobody asked there" in check_docker({"DOCKER_HOST": "tcp://there:2375"}).finding


def test_docker_engine_without_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, socket.socket(socket.AF_UNIX) as engine:
        engine.bind(f"{folder}/sock")  # a socket's path has room for 108 bytes only
        engine.listen()

        def answer() -> None:
            line, _ = engine.accept()
            with line:
                line.recv(64)
                line.sendall(b"HTTP/1.0 200 OK\r\n\r\nOK")

        thread = threading.Thread(target=answer)
        thread.start()
        check = check_docker({"DOCKER_HOST": f"unix://{folder}/sock"})
        thread.join()
    assert (check.status, check.finding) == (
        Status.LIMITED,
        "the engine answers, but its client is not installed",
    )


def test_docker_socket_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = tmp_path / "docker"
    client.write_text("#!/bin/sh\necho 'Got permission denied while trying to connect' >&2\nexit 1\n")
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert "usermod -aG docker" in check_docker({}).advice


def test_a_check_out_of_time_or_out_of_order_is_an_answer() -> None:
    def broken() -> str | None:
        raise RuntimeError("sk-very-secret")

    release = threading.Event()
    assert within(0.02, lambda: str(release.wait())) == "no answer within 0.02 s"
    release.set()
    assert within(5, broken) == "RuntimeError when asking"


@pytest.mark.parametrize(
    ("answer", "status", "finding"),
    [
        ("exit 1", Status.MISSING, "there is no image"),
        ("echo null", Status.LIMITED, "is no image of irloop"),
        ("""echo '{"org.irloop.source": "another"}'""", Status.LIMITED, "was built from other sources"),
    ],
)
def test_a_missing_or_stale_image_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: Status, finding: str
) -> None:
    client = tmp_path / "docker"
    client.write_text(f'#!/bin/sh\n[ "$1" = version ] || {{ {answer}; }}\n')
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (check,) = check_image()
    assert check.status is status
    assert finding in check.finding
    assert "make image" in check.advice


def test_without_an_engine_nothing_is_said_of_the_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = tmp_path / "docker"
    client.write_text("#!/bin/sh\nexit 1\n")
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert list(check_image()) == []
