"""Small C programs prepared for judging: split, linked behind the boundary, observed once."""

from __future__ import annotations

import itertools
import random
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest

from pipeline.build import Split, emit_raw, split
from pipeline.events import AnyEvent
from pipeline.ir.gate import allowed_by
from pipeline.judging.construct import Bench
from pipeline.judging.harness import Harness, build_harness
from pipeline.judging.judge import Judge
from pipeline.judging.reference import Reference, prepare
from pipeline.judging.sandbox import Invocation, Observation, observe
from pipeline.judging.wrapper import PRIVATE_NAME
from pipeline.records import Candidate, Policy, Program, Vary, Verdict
from pipeline.toolchain import Toolchain

Made = TypeVar("Made")
PROGRAMS = Path(__file__).parents[1] / "judging" / "programs"
SEED = 7
FLOOR = 0.02


@dataclass(frozen=True)
class Lab:
    """A small program behind the boundary: its split, its harness, its reference once somebody asks for it."""

    program: Program
    toolchain: Toolchain
    split: Split
    harness: Harness
    invocation: Invocation
    work: Path
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @cached_property
    def reference(self) -> Reference:
        """The reference, observed; prepared once for all tests of a worker."""
        return prepare(self.harness, self.invocation, SEED, self.work, self.program)

    @cached_property
    def binary(self) -> Path:
        """The original program linked behind the boundary, not yet run."""
        target = self.work / "original.o"
        self.toolchain.object(self.split.hot, target)
        self.toolchain.must("llvm-objcopy", f"--redefine-sym={self.split.name}={PRIVATE_NAME}", target)
        return self.harness.link(target, self.work / "original")

    def observe(self, *, seed: int | None = 0, clock: str = "cpu") -> Observation:
        """One run of the original: checked with the given seed, or timed with `seed=None`."""
        return observe(self.binary, self.invocation, seed=seed or 0, timed=seed is None, clock=clock)

    def judge(self, policy: Policy = Policy.TOLERANT) -> Judge:
        """A judge that has seen nothing yet."""
        function = self.split.function
        text = self.split.hot.read_text()
        allowed = allowed_by(function)
        bench = Bench(self.program, self.split, function, text, allowed, self.toolchain, policy)
        folder = self.work / f"candidates{next(self.numbers)}"
        rng = random.Random(SEED)
        return Judge(bench, self.harness, self.reference, self.invocation, FLOOR, rng, folder)


class MakeLab(Protocol):
    """How the `make_lab` fixture is called."""

    def __call__(self, source: str | Mapping[str, str], hot: str, *, timeout: float = 10, **facts: Any) -> Lab: ...


class Decide(Protocol):
    """How the `decide` fixture is called."""

    def __call__(self, judge: Judge, text: str, tag: str = "c") -> Verdict: ...


def prepared(program: Program, toolchain: Toolchain, work: Path, timeout: float) -> Lab:
    """A program split and linked behind the boundary in `work`."""
    assert program.hot is not None
    parts = split(program, program.hot, emit_raw(program, toolchain, work), toolchain, work)
    harness = build_harness(program, parts, toolchain, work)
    return Lab(program, toolchain, parts, harness, Invocation(program.args, program.stdin, work, timeout), work)


@pytest.fixture(scope="session")
def make_lab(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> MakeLab:
    """Builds a C program (text, or texts by file name) behind the boundary; the same one only once a worker."""
    known: dict[str, Lab] = {}

    def make(source: str | Mapping[str, str], hot: str, *, timeout: float = 10, **facts: Any) -> Lab:
        key = repr((source, hot, timeout, sorted(facts.items())))
        if key not in known:
            work = tmp_path_factory.mktemp("lab")
            texts = {"program.c": source} if isinstance(source, str) else source
            for name, text in texts.items():
                (work / name).write_text(text)
            sources = tuple(work / name for name in texts)
            program = Program(name="program", sources=sources, hot=hot, **facts)
            known[key] = prepared(program, toolchain, work, timeout)
        return known[key]

    return make


@pytest.fixture
def matvec(make_lab: MakeLab) -> Lab:
    """A matrix times a vector, in double precision."""
    return make_lab((PROGRAMS / "matvec.c").read_text(), "matvec", timeout=3)


@pytest.fixture
def prefix(make_lab: MakeLab) -> Lab:
    """A scan over integers which hidden inputs replace."""
    vary = {"a": Vary(type="int", min=0, max=100)}
    return make_lab((PROGRAMS / "prefix.c").read_text(), "prefix", timeout=5, vary=vary)


def driven(steps: Generator[AnyEvent, None, Made]) -> tuple[Made, list[AnyEvent]]:
    """Run a step to its end: what it made, and the events that it told."""
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return end.value, told


@pytest.fixture(scope="session")
def decide() -> Decide:
    """Lets a judge decide about one piece of code in a fence."""
    numbers = itertools.count(1)

    def verdict(judge: Judge, text: str, tag: str = "c") -> Verdict:
        reply = f"An attempt.\n\n```{tag}\n{text}\n```\n"
        candidate = Candidate(id=f"c{next(numbers)}", iteration=1, proposer="test", label="", text=reply)
        return driven(judge.judge(candidate, None))[0]

    return verdict
