"""What there is to choose from: kernels, programs in a folder, past runs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.catalog import SOURCE_SUFFIXES, is_path, kernel_names, kernels_folder, read_kernel
from pipeline.events import RunFinished, RunStarted, from_line
from pipeline.journal import FILE_NAME, is_written
from pipeline.records import Interval

LAST_BYTES = 65_536
MOST_FILES = 200


@dataclass(frozen=True)
class RunCard:
    """One run folder in a list: what its first and its last event say. `started` is seconds since the epoch."""

    folder: Path
    kernel: str
    size: str
    policy: str
    proposer: str
    started: float
    status: str
    best: str | None = None
    speedup: Interval | None = None


@dataclass(frozen=True)
class KernelCard:
    """One thing to optimise: a bundled kernel, or a file."""

    name: str
    title: str
    hot: str = ""
    tags: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    notes: str = ""
    source: Path | None = None
    is_file: bool = False


def find_runs(runs: Path) -> Iterator[RunCard]:
    """Every run below `runs`, newest first; folders whose journal cannot be read are passed over."""
    folders = [path.parent for path in runs.glob(f"*/*/{FILE_NAME}")]
    for folder in sorted(folders, key=lambda folder: folder.name, reverse=True):
        card = read_card(folder)
        if card is not None:
            yield card


def read_card(folder: Path) -> RunCard | None:
    """A run's card from the ends of its journal, or None."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            first = file.readline()
            file.seek(max(0, os.fstat(file.fileno()).st_size - LAST_BYTES))
            last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
        started = from_line(first)
        ended = from_line(last) if b'"event":"run_finished"' in last else None
    except (OSError, ValidationError):
        return None
    if not isinstance(started, RunStarted):
        return None
    finished = ended if isinstance(ended, RunFinished) else None
    return RunCard(
        folder=folder.resolve(),
        kernel=started.program.name,
        size=started.program.size,
        policy=str(started.settings.policy),
        proposer=started.settings.proposer,
        started=started.time,
        status=finished.status if finished else "running" if is_written(folder) else "unfinished",
        best=finished.best if finished else None,
        speedup=finished.speedup if finished else None,
    )


def bundled() -> tuple[KernelCard, ...]:
    """The bundled kernels by name."""
    return tuple(_bundled(name) for name in kernel_names())


def _bundled(name: str) -> KernelCard:
    kernel = read_kernel(name)
    source = kernels_folder() / name / f"{name}.c"
    return KernelCard(name, kernel.title, kernel.hot, kernel.tags, tuple(kernel.sizes), kernel.notes, source)


def matching(cards: Sequence[KernelCard], words: str) -> list[KernelCard]:
    """The cards in which every word occurs: in name, title, tags or hot function."""
    wanted = words.lower().split()

    def text(card: KernelCard) -> str:
        return " ".join((card.name, card.title, card.hot, *card.tags)).lower()

    return [card for card in cards if all(word in text(card) for word in wanted)]


def programs_at(word: str) -> list[KernelCard]:
    """The programs that a typed path means: that file, or the C and IR files of that folder and below."""
    if not (is_path(word) or word.startswith(("~", "."))):
        return []
    path = Path(word).expanduser()
    if path.is_file() and path.suffix in SOURCE_SUFFIXES:
        return [_program(path)]
    folder = path if path.is_dir() else path.parent
    start = "" if path.is_dir() else path.name
    if not folder.is_dir():
        return []
    below = "**/*" if path.is_dir() else f"{start}*"
    files = sorted(file for file in folder.glob(below) if file.suffix in SOURCE_SUFFIXES and file.is_file())
    return [_program(file) for file in files[:MOST_FILES]]


def _program(path: Path) -> KernelCard:
    return KernelCard(name=str(path), title=f"program of one file, in {path.parent}", source=path, is_file=True)


def history(cards: Sequence[RunCard], kernel: str) -> list[float]:
    """The speedups of a kernel's finished runs, oldest first; 1 where nothing was faster."""
    mine = [card for card in cards if card.kernel == kernel and card.status == "done"]
    return [card.speedup.speedup if card.speedup else 1.0 for card in reversed(mine)]
