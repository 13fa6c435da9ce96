"""Numbers of the container image; without an engine, or the image of this checkout, each says why it is not there."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.number import Number
from pipeline.container.engine import connect, require_image
from pipeline.container.image import IMAGE, ROOT
from pipeline.errors import ContainerError

GIGABYTE = 1e9
STARTS = 5
COPIED = ("docker", "kernels", "pipeline", "scripts", "tui")


def image_size() -> Iterator[Number]:
    """Size of the image that runs irloop."""
    yield from _measured("image", "<= 1.6 GB", _size)


def cached_build() -> Iterator[Number]:
    """Building the image again: with nothing changed, and with one changed source of irloop."""
    yield from _measured("image, cached build", "<= 20 s", lambda: _built(changed=False))
    yield from _measured("  with one source changed", "", lambda: _built(changed=True))


def first_event() -> Iterator[Number]:
    """From `docker run` to the first event of the run's journal; median of some starts."""
    yield from _measured("container start to first event", "<= 2 s", _first_event)


def _measured(name: str, promise: str, measure: Callable[[], tuple[str, bool]]) -> Iterator[Number]:
    try:
        client = connect()
        require_image(client, IMAGE)
    except ContainerError as reason:
        yield Number(name, promise, f"not measured: {str(reason).split(': ')[0]}", kept=None)
        return
    text, kept = measure()
    yield Number(name, promise, text, kept)


def _size() -> tuple[str, bool]:
    size = connect().images.get(IMAGE).attrs["Size"] / GIGABYTE
    return f"{size:.2f} GB", size <= 1.6


def _built(*, changed: bool) -> tuple[str, bool]:
    tag = "irloop-benchmark"
    with tempfile.TemporaryDirectory() as folder:
        root = ROOT
        if changed:
            root = Path(folder) / "irloop"
            for name in COPIED:
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "runs"))
            for path in (*ROOT.glob("*.md"), *ROOT.glob("*.t*"), ROOT / "LICENSE", ROOT / ".dockerignore"):
                shutil.copy2(path, root / path.name)
            with (root / "pipeline" / "loop.py").open("a") as source:
                source.write(f"# {time.time()}\n")
        begun = time.perf_counter()
        environment = {"DRIFT": "warn", **os.environ, "IMAGE": tag}
        subprocess.run([root / "scripts" / "image.sh", "build"], env=environment, check=True, capture_output=True)
        seconds = time.perf_counter() - begun
    subprocess.run(["docker", "image", "rm", tag], check=True, capture_output=True)
    return f"{seconds:.1f} s", changed or seconds <= 20


def _first_event() -> tuple[str, bool]:
    times = []
    for _ in range(STARTS):
        name = f"irloop-benchmark-{os.getpid()}"
        words = ["docker", "run", "--rm", "--name", name, IMAGE, "run", "gemm", "--json", "--proposer", "search"]
        begun = time.perf_counter()
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as container:
            assert container.stdout is not None
            assert b'"run_started"' in container.stdout.readline()
            times.append(time.perf_counter() - begun)
            subprocess.run(["docker", "kill", name], check=True, capture_output=True)
    median = statistics.median(times)
    return f"{median:.2f} s", median <= 2
