"""What answers over a socket: a container engine, a model endpoint."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from pipeline import __version__
from pipeline.config import load
from pipeline.container.engine import DEFAULT_ENGINE
from pipeline.container.image import IMAGE, ROOT, problem_with, source_digest
from pipeline.doctor.check import Check, attempt, first_line, limited, missing, ok
from pipeline.errors import UsageError

ANSWER_SECONDS = 4.0
DEFAULT_ENDPOINT = "https://api.openai.com/v1"


def check_docker(environment: Mapping[str, str]) -> Check:
    """Whether a container engine answers: asked by its client, else at its socket."""
    advice = "only for runs in the container: `apt install docker.io`, then `systemctl start docker`"
    result = attempt("docker", "version", "--format", "{{.Server.Version}}", inherit=True)
    if result is not None and result.ok:
        return ok("docker", f"engine {first_line(result)}")
    if result is not None:
        problem = result.message or result.describe()
    else:
        problem = _ask_engine(environment.get("DOCKER_HOST") or DEFAULT_ENGINE) or ""
    if not problem:
        return limited("docker", "the engine answers, but its client is not installed", advice)
    if "permission denied" in problem.lower():
        advice = "`sudo usermod -aG docker $USER`, then log in again"
    return missing("docker", f"no engine: {problem.splitlines()[-1][:200]}", advice)


def check_image() -> Iterator[Check]:
    """Whether the image is there and is the one of this irloop; nothing where no engine answers."""
    if (engine := attempt("docker", "version", inherit=True)) is None or not engine.ok:
        return
    found = attempt("docker", "image", "inspect", "--format", "{{json .Config.Labels}}", IMAGE, inherit=True)
    advice = "for runs in the container: `make image`"
    if found is None or not found.ok:
        yield missing("image", f"there is no image {IMAGE}", advice)
        return
    labels = json.loads(found.stdout) or {}
    problem = problem_with(labels, __version__, source_digest(ROOT))
    if problem is None:
        yield ok("image", f"{IMAGE} is the one of this irloop")
    else:
        yield limited("image", f"{IMAGE} {problem}", advice)


def _ask_engine(address: str) -> str | None:
    """None when an engine answers at a local socket, else what is wrong."""
    path = address.removeprefix("unix://")
    if not path.startswith("/"):
        return f"the client is not installed, so nobody asked {urlsplit(address).hostname}"
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(ANSWER_SECONDS)
            line.connect(path)
            line.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
            return None if b" 200 " in line.recv(64) else f"something else answers at {path}"
    except OSError as error:
        return f"{path}: {error.strerror or error}"


def within(seconds: float, ask: Callable[[], str | None]) -> str | None:
    """The answer of `ask`, or words for its absence: name look-ups have no time limit of their own."""
    answers: list[str | None] = []

    def call() -> None:
        try:
            answers.append(ask())
        except Exception as error:  # noqa: BLE001 - a thread's exception would go to the terminal only
            answers.append(f"{type(error).__name__} when asking")

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else f"no answer within {seconds:g} s"


def check_endpoint(environment: Mapping[str, str]) -> Check:
    """Whether the configured model endpoint answers; asks nobody when none is configured, shows no key."""
    try:
        config = load(environment=environment)
    except UsageError:  # its words may hold what should not be shown
        return limited("endpoint", "the configuration is wrong", "`irloop config show` says where")
    if config.endpoint is None:
        advice = "for --proposer llm: set OPENAI_API_KEY, or the address of a server of your own by OPENAI_BASE_URL"
        return missing("endpoint", "none configured: search and recorded replies work without", advice)
    base, key = config.endpoint.base_url, config.secret.value if config.secret else ""
    base = base or DEFAULT_ENDPOINT
    try:
        address = urlsplit(base)
        host = f"{address.scheme}://{address.hostname}" + (f":{address.port}" if address.port else "")
    except ValueError:
        address, host = urlsplit(""), ""
    if address.scheme not in ("http", "https") or not address.hostname:
        advice = "set it to http(s)://HOST[:PORT]/v1"
        return limited("endpoint", "the base URL is no http or https address", advice)
    problem = within(ANSWER_SECONDS, lambda: _ask_endpoint(base, key))
    with_key = "with a key" if key else "without a key"
    if problem is None:
        return ok("endpoint", f"{host} answers ({with_key})")
    advice = "check the base URL, the key, the network and the proxy settings"
    return limited("endpoint", f"{host} ({with_key}): {problem}", advice)


def _ask_endpoint(base: str, key: str) -> str | None:
    """None when the list of models can be read or the server has none, else what is wrong."""
    import http.client
    import urllib.error
    import urllib.request

    class Stay(urllib.request.HTTPRedirectHandler):
        """Follows no redirection: it would carry the key to another host."""

        def redirect_request(self, *_: object) -> None:
            return None

    headers = {"Authorization": f"Bearer {key}"} if key else {}
    request = urllib.request.Request(base.rstrip("/") + "/models", headers=headers)  # noqa: S310 - http(s), checked
    try:
        urllib.request.build_opener(Stay).open(request, timeout=ANSWER_SECONDS).close()
    except urllib.error.HTTPError as error:
        error.close()
        refusals = {401: "it refuses the key", 403: "it refuses the key", 404: None, 405: None}
        return refusals.get(error.code, f"it answers with status {error.code}")
    except urllib.error.URLError as error:
        return f"unreachable: {error.reason}"
    except (OSError, ValueError, http.client.HTTPException) as error:
        return f"unreachable: {type(error).__name__}"
    return None
