"""What the boundary reports from inside a running program: a page of counters, and the data it looked at."""

from __future__ import annotations

import mmap
import os
import struct
from dataclasses import dataclass

KIND_NAMES = {1: "f64", 2: "f32", 5: "mixed64", 6: "mixed32"}
# The header's word of the kind also holds the index of the block whose pointers led here, plus one.
_ROOT_SHIFT = 8
_PAGE = struct.Struct("11Q")
_HEADER = struct.Struct("4Q")


@dataclass(frozen=True)
class Dump:
    """The content of one block after one call of the hot function; `kind` says how to compare it.

    `root` is the index of the block from which pointers in memory led to this one, None for one that is named itself.
    """

    call: int
    index: int
    kind: str
    data: bytes
    root: int | None = None


@dataclass(frozen=True)
class Report:
    """What the boundary saw in one run of the program; times are sums over the calls of the hot function.

    `perturbed_blocks` and `resized` count the changes that made the input another one: blocks of data, size arguments.
    """

    calls: int
    cpu_seconds: float
    ticks: int
    checksum: int
    unknown_blocks: int
    perturbed_blocks: int
    dumped_calls: int
    dump_full: bool
    seconds_per_tick: float
    resized: int = 0

    def seconds(self, clock: str) -> float:
        """Time inside the hot function by the given clock: `cpu` (thread CPU time) or `ticks` (time-stamp counter)."""
        return self.cpu_seconds if clock == "cpu" else self.ticks * self.seconds_per_tick


@dataclass(frozen=True)
class Channel:
    """The private descriptors of one run: a page of counters and, in check mode, a file for the dumped blocks."""

    page: int
    dump: int

    def close(self) -> None:
        """Give the descriptors back."""
        os.close(self.page)
        os.close(self.dump)

    def report(self) -> Report:
        """Read the page; right also after a crash."""
        fields = _PAGE.unpack(os.pread(self.page, _PAGE.size, 0))
        calls, cpu, ticks, checksum, unknown, perturbed, dumped, full, life_ns, life_ticks, resized = fields
        tick = life_ns / life_ticks / 1e9 if life_ticks else 0.0
        return Report(calls, cpu / 1e9, ticks, checksum, unknown, perturbed, dumped, bool(full), tick, resized)

    def dumps(self) -> list[Dump]:
        """Read the dumped blocks."""
        size = os.fstat(self.dump).st_size
        data = os.pread(self.dump, size, 0) if size < 2**31 - 4096 else _read_all(self.dump, size)
        found = []
        at = 0
        while at + _HEADER.size <= len(data):
            call, index, kind, length = _HEADER.unpack_from(data, at)
            at += _HEADER.size
            root = (kind >> _ROOT_SHIFT) - 1
            name = KIND_NAMES.get(kind & 255, "opaque")
            found.append(Dump(call, index, name, data[at : at + length], root if root >= 0 else None))
            at += length
        return found


def _read_all(descriptor: int, size: int) -> bytes:
    with mmap.mmap(descriptor, size, prot=mmap.PROT_READ) as view:
        return view[:]


def open_channel() -> Channel:
    """Anonymous files for one run, inherited by that child only."""
    page = os.memfd_create("irloop-page")
    os.ftruncate(page, mmap.PAGESIZE)
    return Channel(page, os.memfd_create("irloop-dump"))
