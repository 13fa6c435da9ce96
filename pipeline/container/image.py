"""The container image: whether it is the one of this irloop, and how it is built. No engine is needed to decide."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.errors import ContainerError

IMAGE = "irloop"
LABEL = "org.irloop"
ROOT = Path(__file__).resolve().parents[2]
# Which files decide what is in the image (scripts/image.sh computes the same digest in the shell).
SOURCES = ("docker", "kernels", "pipeline", "pyproject.toml", "requirements.txt", "tui")
SUFFIXES = (".py", ".c", ".h", ".toml", ".txt", ".tcss", ".sh", ".html", ".lock")
# What a failed build shows of its end.
LAST_LINES = 15


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


def can_build() -> bool:
    """True where irloop was started from a checkout, which holds what the image is built from."""
    return (ROOT / "docker" / "Dockerfile").exists()


def advice() -> str:
    """How to get an image that fits."""
    if can_build():
        return "build it with `make image` (some minutes, then seconds)"
    return "build it in a checkout of irloop: `make image`"


def build_image(image: str = IMAGE) -> Iterator[str]:
    """Build the image of this checkout under a name; the builder's lines as they come.

    Raises:
        ContainerError: there is no checkout, or the build fails; its last lines are in the message.
    """
    if not can_build():
        raise ContainerError(f"this irloop is not in a checkout: {advice()}")
    environment = {**os.environ, "IMAGE": image, "BUILDKIT_PROGRESS": "plain"}
    command = [str(ROOT / "scripts" / "image.sh"), "build"]
    said: list[str] = []
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as build:
        assert build.stdout is not None
        try:
            for line in build.stdout:
                said = [*said[1 - LAST_LINES :], line.rstrip()]
                yield said[-1]
        except BaseException:
            build.terminate()
            raise
    if build.returncode:
        raise ContainerError("\n".join([f"the image {image} could not be built:", *said]))


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
            reply = path.suffix == ".md" and path.parent.name.startswith("recorded")
            wanted = path.suffix in SUFFIXES or path.name in ("Dockerfile", "seccomp.json") or reply
            if wanted and path.is_file() and "__pycache__" not in path.parts and not name.endswith(".prof.txt"):
                yield name
