"""What a run in the container looks like: image, mounts, walls, limits, environment. Decisions only, no engine.

Folders keep their paths inside the container, so that a journal written there reads the same outside.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field

from pipeline.catalog import kernels_folder
from pipeline.config import KEY_NAMES, Secret
from pipeline.container.image import IMAGE, LABEL
from pipeline.errors import UsageError
from pipeline.records import Program, Record, Settings

# More processes than any build needs, fewer than a fork bomb wants.
PIDS = 512
CACHE = Path("/cache")
# Mounting a user's folder over one of these would hide the container's own files.
SYSTEM = tuple(
    map(Path, ("/", "/bin", "/dev", "/etc", "/lib", "/lib64", "/opt", "/proc", "/run", "/sbin", "/sys", "/usr"))
)
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Mount(Record):
    """One folder or file of the host at `target` in the container."""

    source: Path
    target: Path
    writable: bool = False


class Limits(Record):
    """What the container may use: memory as docker writes it (`8g`), CPUs as a set (`0-1`, `2,3`), processes.

    A set and no quota: a quota stops programs in mid-run, and the stopwatch would see it.
    """

    memory: str | None = None
    cpus: str | None = None
    pids: int = PIDS


class Box(Record):
    """Which container: its image, its limits, and the `uid:gid` whom its files shall belong to: who asks for it."""

    image: str = IMAGE
    limits: Limits = Limits()
    user: str = Field(default_factory=lambda: f"{os.getuid()}:{os.getgid()}")


class Order(Record):
    """What the irloop in the container is told: begin a run below `out`, or, without a program, go on with that in it.

    Program and settings are decided outside, so that flags, configuration files and names of kernels mean the same.
    """

    out: Path
    program: Program | None = None
    settings: Settings | None = None


class Plan(Record):
    """Everything that the engine is asked for; `environment` may hold a key and is never printed or journalled."""

    box: Box
    command: tuple[str, ...]
    workdir: Path
    mounts: tuple[Mount, ...]
    labels: dict[str, str]
    network: str = "none"
    environment: dict[str, str]
    name: str | None = None
    ports: tuple[int, ...] = ()


def plan(command: Iterable[str], *, what: str, out: Path, reads: Iterable[Path], workdir: Path, box: Box) -> Plan:
    """A container that writes below `out` and may read `reads`, folders of the host; `what` names it in a list.

    Raises:
        UsageError: a folder cannot keep its path inside the container.
    """
    target = out.resolve()
    needed = _outermost(path.resolve() for path in reads)
    bundled = kernels_folder()
    for path in (*needed, target):
        if path != bundled and (path in SYSTEM or any(path.is_relative_to(top) for top in SYSTEM[1:])):
            raise UsageError(f"{path} cannot be mounted into the container: it has a folder of that name itself")
    mounts = [Mount(source=path, target=path) for path in needed if path != target]
    seen = (*needed, target)
    return Plan(
        box=box,
        command=tuple(command),
        workdir=workdir.resolve() if any(workdir.resolve().is_relative_to(path) for path in seen) else Path("/work"),
        mounts=(*mounts, Mount(source=target, target=target, writable=True)),
        environment={"HOME": "/tmp", "PYTHONUNBUFFERED": "1"},  # noqa: S108 - the container's own
        labels={f"{LABEL}.role": "run", f"{LABEL}.what": what, f"{LABEL}.out": str(target)},
    )


def plan_run(
    order: Order, program: Program, settings: Settings, *, box: Box, cache: Path, secrets: Mapping[str, str]
) -> Plan:
    """A run of `program`; `cache` is the host's folder of kept measurements, `secrets` what a model's endpoint needs.

    Raises:
        UsageError: a folder cannot keep its path inside the container.
    """
    what = f"{program.name} {program.size}".rstrip() if order.program else f"{program.name}, resumed"
    here = Path.cwd()
    reads = {*folders_of(program), *([here] if settings.command else [])}
    made = plan(["order", order.model_dump_json()], what=what, out=order.out, reads=reads, workdir=here, box=box)
    network = network_for(settings)
    inside = {**made.environment, "XDG_CACHE_HOME": str(CACHE), **(secrets if network != "none" else {})}
    kept = Mount(source=cache, target=CACHE / "irloop", writable=True)
    return made.model_copy(update={"mounts": (*made.mounts, kept), "network": network, "environment": inside})


def plan_debug(
    words: Iterable[str], folder: Path, reads: Iterable[Path], *, box: Box, name: str, ports: tuple[int, ...]
) -> Plan:
    """Debug servers for the programs in the run folder `folder`, reachable from this machine at `ports`."""
    made = plan(words, what=f"debug {folder.name}", out=folder, reads=reads, workdir=folder, box=box)
    labels = {**made.labels, f"{LABEL}.role": "debug"}
    return made.model_copy(update={"labels": labels, "network": "bridge", "name": name, "ports": ports})


def folders_of(program: Program) -> set[Path]:
    """What the program of a run reads and where it works, as far as this machine has it.

    Bundled kernels include what stands above their own folder, so that all of them go together.
    """
    files = [*program.sources, program.stdin, program.readable_source, program.profile]
    files += [case.stdin for case in program.cases]
    folders = {file.parent for file in files if file} | set(program.includes)
    folders |= {folder for folder in (program.recorded, program.cwd) if folder}
    bundled = kernels_folder()
    return {bundled if path.is_relative_to(bundled) else path for path in folders if path.is_dir()}


def network_for(settings: Settings) -> str:
    """No network, unless the proposer asks a model; an endpoint on this very machine needs the host's."""
    if settings.endpoint is None or settings.proposer not in ("llm", "auto"):
        return "none"
    base = settings.endpoint.base_url
    return "host" if base and urlsplit(base).hostname in LOOPBACK else "bridge"


def endpoint_environment(settings: Settings, secret: Secret | None, variables: Mapping[str, str]) -> dict[str, str]:
    """What asking the model takes: the key under the name it is looked up by, what headers refer to, proxies."""
    if settings.endpoint is None:
        return {}
    headers = {name for text in settings.endpoint.headers.values() for name in re.findall(r"\$\{(\w+)\}", text)}
    found = {name: value for name, value in variables.items() if name in headers or name in PROXIES}
    if secret:
        found[settings.endpoint.key_env or KEY_NAMES[0]] = secret.value
    return found


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Without those that lie in another one of them."""
    kept: list[Path] = []
    for path in sorted(set(paths)):
        if not any(path.is_relative_to(outer) for outer in kept):
            kept.append(path)
    return kept
