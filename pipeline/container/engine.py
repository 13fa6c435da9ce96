"""The container engine, through the Docker SDK: reaching it, its image, and containers made after a plan.

Every container has no capabilities, a read-only root, limits, and the profile of docker/seccomp.json.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.container.image import IMAGE, LABEL, ROOT, advice, problem_with, source_digest
from pipeline.container.plan import Mount, Plan
from pipeline.errors import ContainerError, UsageError

if TYPE_CHECKING:
    from docker import DockerClient
    from docker.models.containers import Container

DEFAULT_ENGINE = "unix:///var/run/docker.sock"


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


def require_image(client: DockerClient, image: str) -> None:
    """Make sure that `image` is the one of this irloop.

    Raises:
        ContainerError: it is missing or stale.
    """
    if problem := image_problem(client, image):
        raise ContainerError(f"the image {image} {problem}: {advice()}")


def seccomp_profile() -> str:
    """The text of the profile that lets perf count and debuggers start programs, beside the engine's default."""
    for path in (ROOT / "docker" / "seccomp.json", Path(__file__).parents[1] / "_seccomp.json"):
        if path.exists():
            return path.read_text(encoding="utf-8")
    raise ContainerError("the seccomp profile is missing: reinstall irloop")


def create(client: DockerClient, plan: Plan) -> Container:
    """Make the container of a plan, not started yet.

    Raises:
        ContainerError: the engine refuses, in its own words.
        UsageError: a limit is not written as the engine wants it.
    """
    from docker.errors import APIError, DockerException
    from docker.types import LogConfig
    from docker.types import Mount as EngineMount

    def mount(one: Mount) -> Any:
        return EngineMount(str(one.target), str(one.source), type="bind", read_only=not one.writable)

    for one in plan.mounts:
        if one.writable:
            one.source.mkdir(parents=True, exist_ok=True)  # the engine would make it as root
    limits = plan.box.limits
    try:
        return client.containers.create(
            plan.box.image,
            list(plan.command),
            working_dir=str(plan.workdir),
            mounts=[mount(one) for one in plan.mounts],
            user=plan.box.user,
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
            pids_limit=limits.pids,
            cpuset_cpus=limits.cpus,
            mem_limit=limits.memory,
            memswap_limit=limits.memory,
        )
    except APIError as error:
        raise ContainerError(f"the engine refuses this container: {error.explanation or error}") from error
    except DockerException as error:  # what the SDK itself cannot read
        raise UsageError(str(error)) from error


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


def running(client: DockerClient) -> list[Container]:
    """The containers of irloop's runs that still exist, newest first; one that ended keeps its events until read."""
    found: list[Container] = client.containers.list(all=True, filters={"label": f"{LABEL}.role=run"})
    return found
