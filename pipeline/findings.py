"""What is known of a hot function beyond its time: counts by IR line and by loop, remarks, models, machine peaks.

Each kind of evidence has one source and is never mixed with another: `simulated` counts come from callgrind, `model`
figures from llvm-mca, remarks from the optimiser, peaks and times are measured. IR lines count from 1 in the hot
function's own module (`<kernel>.hot.ll`), source lines in the user's file.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.records import Record

Range = tuple[int, int]


class Counts(Record):
    """Simulated events; misses and mispredictions are those of callgrind's caches and branch predictor."""

    instructions: int = 0
    reads: int = 0
    writes: int = 0
    d1_misses: int = 0
    ll_misses: int = 0
    branches: int = 0
    mispredictions: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The sum, event by event."""
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in Counts.model_fields})


class LineCounts(Record):
    """One IR line: what its own machine code did, what the functions called from it did, how often it ran.

    `executions` is that of the line's most executed machine instruction, 0 where addresses were not recorded.
    """

    line: int
    own: Counts
    called: Counts = Counts()
    executions: int = 0


class Simulation(Record):
    """A run under callgrind, collected inside the hot function only.

    `own` are the function's own counts, `total` has everything that it called too; `unattributed` instructions belong
    to no IR line. `partial`: only the first part of the run was simulated, as far as it came in `seconds`.
    """

    tool: str
    caches: dict[str, str]
    own: Counts
    total: Counts
    unattributed: int = 0
    partial: bool = False
    seconds: float = 0.0
    lines: tuple[LineCounts, ...] = ()


class LoopFacts(Record):
    """A loop of the hot function, named by its header block.

    `lines` is the range of IR lines from its first to its last block, `body` are those of its own blocks, without inner
    loops', `source_lines` is the range of the source's loop. `own`
    leaves out inner loops and callees, `total` has both; they and `iterations` are None without a simulation.
    `vector_bytes` is the width of the widest vector that the loop's own IR computes with, 0 for one element at a time;
    None where it computes nothing that vectors could.
    """

    header: str
    depth: int
    parent: str | None
    innermost: bool
    lines: Range
    body: tuple[int, ...] = ()
    source_lines: Range | None = None
    own: Counts | None = None
    total: Counts | None = None
    iterations: int | None = None
    vector_bytes: int | None = None


class Bottleneck(Record):
    """What llvm-mca sees the loop wait for, as a percentage of all cycles."""

    name: str
    percent: float


class LoopModel(Record):
    """Llvm-mca's estimate for the machine code of one innermost loop, as if every access hit the first cache.

    `instructions` is the length of the body; `cycles` and `ipc` are per iteration; `pressure` names the busiest
    execution resources with their cycles per iteration.
    """

    header: str
    cpu: str
    instructions: int
    cycles: float
    ipc: float
    bottlenecks: tuple[Bottleneck, ...] = ()
    pressure: tuple[tuple[str, float], ...] = ()
    straight: bool = True


class Remark(Record):
    """One thing that the optimiser said about the hot function; `count` is how often it said just that.

    `loops` are the headers of the innermost loops that it speaks of, `lines` the IR lines with its source position.
    """

    kind: Literal["passed", "missed", "analysis"]
    optimiser: str
    name: str
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    count: int = 1
    lines: tuple[int, ...] = ()
    loops: tuple[str, ...] = ()


class Bandwidth(Record):
    """Bytes a second that one core moved over `bytes` of data, which fit into `level` (`L1`, `L2`, `L3`, `memory`)."""

    level: str
    bytes: int
    per_second: float


class Peaks(Record):
    """What one core of this machine did at best in a benchmark: operations a second, and streams from each cache.

    `clock` are its cycles a second while it computed, `page_seconds` is what the first touch of a page takes; None
    where they were not measured.
    """

    double_flops: float
    float_flops: float
    streams: tuple[Bandwidth, ...]
    measured: str = ""
    clock: float | None = None
    page_seconds: float | None = None


class Roofline(Record):
    """How far the hot function is from what the machine allows at its arithmetic intensity (operations per byte).

    Rates are floating-point operations a second; `percent` is `attained` of `attainable`, `seconds` the time of one
    call.
    """

    flops: int
    bytes: int
    seconds: float
    precision: Literal["double", "float"]
    peak: float
    stream: Bandwidth
    attainable: float
    attained: float
    percent: float
    bound: Literal["compute", "memory"]

    @property
    def intensity(self) -> float:
        """Floating-point operations per byte."""
        return self.flops / self.bytes


class Findings(Record):
    """All evidence on one hot function. What could not be had is None or empty, and `notes` say why.

    `first_line` is the IR line of the function's `define`, `source` the name of the C file, `source_lines` gives the
    line in it that an IR line came from.
    `register_bytes` is the width of the machine's widest vector register, `seconds` the time in the hot function over
    all its `calls` in one run.
    """

    hot: str
    source: str = ""
    first_line: int = 1
    simulation: Simulation | None = None
    loops: tuple[LoopFacts, ...] = ()
    models: tuple[LoopModel, ...] = ()
    remarks: tuple[Remark, ...] = ()
    source_lines: dict[int, int] = Field(default_factory=dict)
    register_bytes: int | None = None
    seconds: float | None = None
    calls: int | None = None
    peaks: Peaks | None = None
    roofline: Roofline | None = None
    notes: tuple[str, ...] = ()

    @property
    def instructions(self) -> int:
        """Simulated instructions of the hot function and all that it called; 0 without a simulation."""
        return self.simulation.total.instructions if self.simulation else 0

    def hot_loops(self, least: float = 0.05) -> list[LoopFacts]:
        """The loops whose own code has at least this share of all instructions, the largest first."""
        all_ = self.instructions
        counted = [loop for loop in self.loops if loop.own and all_ and loop.own.instructions >= least * all_]
        return sorted(counted, key=lambda loop: -(loop.own.instructions if loop.own else 0))
