"""Runs irloop in its container through the Docker SDK: the same events come out as from a run on the host.

The container has no capabilities, no network (unless a model is asked), a read-only root, limits, and the profile of
docker/seccomp.json. It outlives its watcher: what is still running is found again by its label.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pipeline import __version__
from pipeline.container_plan import IMAGE, LABEL, Mount, Plan, problem_with, source_digest
from pipeline.errors import BrokenReference, ContainerError, EndpointError, IrloopError, UsageError
from pipeline.events import AnyEvent, RunStarted, from_line

if TYPE_CHECKING:
    from docker import DockerClient
    from docker.models.containers import Container

# A run that is told to stop finishes its journal; a candidate in mid-run is killed at once.
STOP_SECONDS = 30
INTERRUPTED = 130
KILLED = 137
ERRORS: dict[int, type[IrloopError]] = {2: UsageError, 3: EndpointError, 4: BrokenReference}
DEFAULT_ENGINE = "unix:///var/run/docker.sock"
ROOT = Path(__file__).resolve().parent.parent


def connect() -> DockerClient:
    """The engine that the user's docker settings name.

    Raises:
        ContainerError: nothing answers there, or this user may not ask; says which and what to do.
    """
    import docker
    from docker.errors import DockerException

    try:
        client = docker.from_env()
        client.ping()
    except (DockerException, OSError) as error:
        raise ContainerError(_no_engine(str(error), os.environ.get("DOCKER_HOST") or DEFAULT_ENGINE)) from error
    if not client.api.base_url.startswith(("http+docker://", "http+unix://")):
        raise ContainerError(
            f"the engine at {client.api.base_url} is on another machine and cannot see these folders: "
            "run irloop there, or unset DOCKER_HOST"
        )
    return client


def _no_engine(problem: str, address: str) -> str:
    if "permission denied" in problem.lower():
        return f"no permission to use the engine at {address}: `sudo usermod -aG docker $USER`, then log in again"
    return (
        f"no container engine answers at {address}: `sudo apt install docker.io`, `sudo systemctl start docker`; "
        "or run without --in-container"
    )


def image_problem(client: DockerClient, image: str = IMAGE) -> str | None:
    """Why a run cannot start from `image` (not there, or of other sources), or None."""
    from docker.errors import ImageNotFound

    try:
        labels = client.images.get(image).labels
    except ImageNotFound:
        return "does not exist"
    return problem_with(labels, __version__, source_digest(ROOT))


def seccomp_profile() -> str:
    """The text of the profile that lets perf count and debuggers start programs, beside the engine's default."""
    for path in (ROOT / "docker" / "seccomp.json", Path(__file__).with_name("_seccomp.json")):
        if path.exists():
            return path.read_text(encoding="utf-8")
    raise ContainerError("the seccomp profile is missing: reinstall irloop")


def create(client: DockerClient, plan: Plan) -> Container:
    """Make the container of a plan, not started yet.

    Raises:
        ContainerError: the engine refuses, in its own words.
    """
    from docker.errors import APIError
    from docker.types import LogConfig
    from docker.types import Mount as EngineMount

    def mount(one: Mount) -> Any:
        return EngineMount(str(one.target), str(one.source), type="bind", read_only=not one.writable)

    for one in plan.mounts:
        if one.writable:
            one.source.mkdir(parents=True, exist_ok=True)  # the engine would make it as root
    try:
        return client.containers.create(
            plan.image,
            list(plan.command),
            working_dir=str(plan.workdir),
            mounts=[mount(one) for one in plan.mounts],
            user=plan.user,
            network_mode=plan.network,
            environment=plan.environment,
            labels=plan.labels,
            read_only=True,
            tmpfs={"/tmp": "exec,mode=1777"},  # noqa: S108 - the container's own
            cap_drop=["ALL"],
            security_opt=["no-new-privileges", f"seccomp={seccomp_profile()}"],
            name=plan.name,
            # Only for this machine: who reaches a debug server can run anything in its container.
            ports={f"{port}/tcp": ("127.0.0.1", port) for port in plan.ports},
            init=True,
            log_config=LogConfig(type="json-file"),
            pids_limit=plan.limits.pids,
            cpuset_cpus=plan.limits.cpus,
            mem_limit=plan.limits.memory,
            memswap_limit=plan.limits.memory,
        )
    except APIError as error:
        raise ContainerError(f"the engine refuses this container: {error.explanation or error}") from error


def run(client: DockerClient, plan: Plan) -> Generator[AnyEvent]:
    """Start the container of a plan and hand on its events. Closing the generator, or Ctrl-C, stops the container.

    Raises:
        IrloopError: of the kind that irloop's exit status in the container tells; ContainerError for the engine's part.
    """
    container = create(client, plan)
    yield from watch(container, start=True)


def serve(client: DockerClient, plan: Plan) -> Container:
    """Start the container of a plan in the place of one of the same name, and leave it running."""
    from docker.errors import APIError, NotFound

    with contextlib.suppress(NotFound):
        client.containers.get(str(plan.name)).remove(force=True)
    container = create(client, plan)
    try:
        container.start()
    except APIError as error:
        container.remove(force=True)
        raise ContainerError(f"the debug server cannot start: {error.explanation or error}") from error
    return container


def watch(container: Container, *, start: bool = False) -> Generator[AnyEvent]:
    """The events of a container from its first on; of one that still runs, then the further ones as they come.

    Raises:
        IrloopError: as for `run`.
    """
    yield from Watch(container).events(start=start)


class Watch:
    """Watches one container; another thread may `leave` it running, or `stop` it."""

    def __init__(self, container: Container) -> None:
        self.container = container
        self._stream: Any = None
        self._left = False

    def events(self, *, start: bool = False) -> Generator[AnyEvent]:
        """As `watch`; ends without a word when it is left."""
        container = self.container
        folder: Path | None = None
        ended = False
        try:
            if start:
                container.start()
            # From the engine's log and not from its attached streams: the log holds what was said before, too.
            self._stream = container.logs(stream=True, follow=True, stdout=True, stderr=False)
            for line in lines(self._stream):
                event = _event(line)
                if isinstance(event, RunStarted):
                    folder = event.folder
                yield event
                if self._left:
                    return
            if self._left:
                return
            status = int(container.wait(timeout=STOP_SECONDS)["StatusCode"])
            said = container.logs(stdout=False, stderr=True).decode("utf-8", "replace")
            ended = True
        except (KeyboardInterrupt, GeneratorExit):
            if not self._left:
                with _engine_trouble(folder):
                    self.stop()
                ended = True
            raise
        except ContainerError:
            if not self._left:  # a stream that is closed under way may end in the middle of a line
                raise
            return
        except _engine_errors() as error:
            if not self._left:
                raise ContainerError(_gone(str(error), folder)) from error
            return
        finally:
            if ended:
                with contextlib.suppress(*_engine_errors()):
                    container.remove(force=True)
        _conclude(status, said, container.short_id, folder)

    def stop(self) -> None:
        """Let the container's run end its journal, then stop the container; takes up to `STOP_SECONDS`."""
        self.container.stop(timeout=STOP_SECONDS)

    def leave(self) -> None:
        """Look no further; the container runs on."""
        self._left = True
        if self._stream is not None:
            self._stream.close()


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Whole lines of a stream that comes in pieces.

    Raises:
        ContainerError: it ends in the middle of a line.
    """
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
    if rest.strip():
        raise ContainerError(f"the container's output ends in the middle of an event: {rest[:80]!r}")


def running(client: DockerClient) -> list[Container]:
    """The containers of irloop's runs that still exist, newest first; one that ended keeps its events until read."""
    found: list[Container] = client.containers.list(all=True, filters={"label": f"{LABEL}.role=run"})
    return found


def _event(line: bytes) -> AnyEvent:
    try:
        return from_line(line)
    except ValidationError as error:
        raise ContainerError(
            f"the container says something that is no event of this irloop ({line[:80]!r}): "
            "rebuild the image, `make image`"
        ) from error


def _conclude(status: int, said: str, container: str, folder: Path | None) -> None:
    """Raise what irloop raised in there; `said` is what it wrote to standard error."""
    if status == 0:
        return
    if status == INTERRUPTED:
        raise KeyboardInterrupt
    kept = f"; what it did is kept: irloop resume {folder} --in-container" if folder else ""
    if status == KILLED:
        raise ContainerError(f"the container {container} was killed, often for want of memory (--memory){kept}")
    _, found, message = ("\n" + said).rpartition("\nirloop: ")
    if not found:
        ends = " ".join(said.split())[-300:]
        raise ContainerError(f"the container {container} ended with status {status}: {ends}{kept}")
    raise ERRORS.get(status, ContainerError)(message.strip())


def _gone(problem: str, folder: Path | None) -> str:
    kept = f"; the journal is kept: irloop resume {folder} --in-container" if folder else ""
    return f"the container engine went away or failed during the run ({problem.splitlines()[0][:200]}){kept}"


def _engine_errors() -> tuple[type[Exception], ...]:
    from docker.errors import DockerException
    from requests.exceptions import RequestException
    from urllib3.exceptions import HTTPError

    return (DockerException, RequestException, HTTPError, socket.error)


@contextlib.contextmanager
def _engine_trouble(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except _engine_errors() as error:
        raise ContainerError(_gone(str(error), folder)) from error
