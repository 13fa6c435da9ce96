"""What a run in the container looks like: image, mounts, walls, limits, environment. Decisions only, no engine.

Folders keep their paths inside the container, so that a journal written there reads the same outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import UsageError
from pipeline.records import Record

IMAGE = "irloop"
LABEL = "org.irloop"
# More processes than any build needs, fewer than a fork bomb wants.
PIDS = 512
CACHE = Path("/cache")
# Mounting a checkout over one of these would hide the container's own files.
SYSTEM = tuple(
    map(Path, ("/", "/bin", "/dev", "/etc", "/lib", "/lib64", "/opt", "/proc", "/run", "/sbin", "/sys", "/usr"))
)
# Secrets and settings of a model endpoint: handed to the pipeline's process alone, and only where it may talk.
ENDPOINT = ("OPENAI_", "IRLOOP_API_KEY", "IRLOOP_BASE_URL", "IRLOOP_MODEL")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
# Which files decide what is in the image (scripts/image.sh computes the same digest in the shell).
SOURCES = ("docker", "kernels", "pipeline", "pyproject.toml", "requirements.txt", "tui")
SUFFIXES = (".py", ".c", ".h", ".toml", ".txt", ".tcss", ".sh", ".html", ".lock")


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


class Plan(Record):
    """Everything that the engine is asked for; `environment` may hold a key and is never printed or journalled."""

    image: str
    command: tuple[str, ...]
    workdir: Path
    mounts: tuple[Mount, ...]
    user: str
    network: str
    environment: dict[str, str]
    labels: dict[str, str]
    limits: Limits
    name: str | None = None
    ports: tuple[int, ...] = ()


def debug_plan(
    words: Iterable[str], folder: Path, reads: Iterable[Path], user: str, image: str, name: str, ports: tuple[int, ...]
) -> Plan:
    """Debug servers for the programs in `folder`, reachable from this machine at `ports`."""
    made = plan(
        words,
        what=f"debug {folder.name}",
        out=folder,
        reads=(),
        workdir=folder,
        user=user,
        environment={},
        proposer="none",
        image=image,
    )
    sources = tuple(Mount(source=path, target=path) for path in sorted({path.resolve() for path in reads}))
    return made.model_copy(
        update={
            "mounts": (*sources, *made.mounts),
            "workdir": folder.resolve(),
            "network": "bridge",
            "labels": {**made.labels, f"{LABEL}.role": "debug"},
            "name": name,
            "ports": ports,
        }
    )


def plan(
    command: Iterable[str],
    *,
    what: str,
    out: Path,
    reads: Iterable[Path],
    workdir: Path,
    user: str,
    environment: Mapping[str, str],
    proposer: str,
    image: str = IMAGE,
    limits: Limits | None = None,
    cache: Path | None = None,
) -> Plan:
    """A run of `irloop COMMAND…` that writes below `out` and may read `reads` (folders or files of the host).

    `what` names the run in a list; `user` is `uid:gid`; `cache` is the host's folder of kept measurements.

    Raises:
        UsageError: a folder cannot keep its path inside the container.
    """
    needed = {path.resolve() for path in reads}
    target = out.resolve()
    for path in (*needed, target):
        if path in SYSTEM or any(path.is_relative_to(top) for top in SYSTEM[1:]):
            raise UsageError(f"{path} cannot be mounted into the container: it has a folder of that name itself")
    mounts = [Mount(source=path, target=path) for path in sorted(needed) if path != target]
    mounts.append(Mount(source=target, target=target, writable=True))
    inside = {"HOME": "/tmp", "PYTHONUNBUFFERED": "1"}  # noqa: S108 - the container's own
    if cache is not None:
        mounts.append(Mount(source=cache, target=CACHE / "irloop", writable=True))
        inside["XDG_CACHE_HOME"] = str(CACHE)
    network = network_for(proposer, environment)
    if network != "none":
        inside |= {name: value for name, value in environment.items() if name.startswith(ENDPOINT) or name in PROXIES}
    return Plan(
        image=image,
        command=tuple(command),
        workdir=workdir.resolve() if workdir.resolve() in needed else Path("/work"),
        mounts=tuple(mounts),
        user=user,
        network=network,
        environment=inside,
        labels={f"{LABEL}.role": "run", f"{LABEL}.what": what, f"{LABEL}.out": str(target)},
        limits=limits or Limits(),
    )


def network_for(proposer: str, environment: Mapping[str, str]) -> str:
    """No network, unless the proposer talks to a model; an endpoint on this very machine needs the host's."""
    key = environment.get("IRLOOP_API_KEY") or environment.get("OPENAI_API_KEY")
    base = environment.get("IRLOOP_BASE_URL") or environment.get("OPENAI_BASE_URL")
    if proposer not in ("llm", "auto") or not (key or base):
        return "none"
    return "host" if base and urlsplit(base).hostname in LOOPBACK else "bridge"


def problem_with(labels: Mapping[str, str], version: str, digest: str | None) -> str | None:
    """Why an image is not the one of this irloop, or None; `digest` is that of the checkout, where there is one."""
    held, made = labels.get(f"{LABEL}.source"), labels.get("org.opencontainers.image.version")
    if held is None:
        return "is no image of irloop"
    if digest is not None and held != digest:
        return "was built from other sources than these"
    if digest is None and made != version:
        return f"holds irloop {made}, this is irloop {version}"
    return None


def source_digest(root: Path) -> str | None:
    """A digest of what goes into the image, None where irloop was not started from a checkout."""
    if not (root / "docker" / "Dockerfile").exists():
        return None
    names = sorted(_image_files(root), key=str.encode)
    lines = [f"{hashlib.sha256((root / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def _image_files(root: Path) -> Iterable[str]:
    for top in SOURCES:
        place = root / top
        for path in [place] if place.is_file() else place.rglob("*"):
            name = path.relative_to(root).as_posix()
            reply = path.suffix == ".md" and path.parent.name == "recorded"
            wanted = path.suffix in SUFFIXES or path.name in ("Dockerfile", "seccomp.json") or reply
            if wanted and path.is_file() and "__pycache__" not in path.parts and not name.endswith(".prof.txt"):
                yield name
