"""Gathering the evidence on one hot function: simulation, source positions, remarks, models, peaks.

What depends only on the program and the toolchain is kept between runs; whatever cannot be had becomes a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.build import Split, write_with_lines
from pipeline.errors import IrloopError, UsageError
from pipeline.evidence.kept import keep, recall
from pipeline.evidence.loopfacts import loop_facts, worth_modelling
from pipeline.evidence.machine import MachineFacts
from pipeline.evidence.mca import model_loops
from pipeline.evidence.origins import Origins, codegen_remarks, trace
from pipeline.evidence.peaks import machine_peaks, roofline
from pipeline.evidence.placing import placed, source_spans, spills_placed
from pipeline.evidence.simulate import SIMULATION_SECONDS, Simulated, simulate
from pipeline.executor import run
from pipeline.findings import Findings, LoopModel, Peaks
from pipeline.ir.access import Element, element_kinds
from pipeline.ir.loops import Loop, loops_of
from pipeline.ir.module import Function, find_function
from pipeline.judging.sandbox import Invocation
from pipeline.ladder_cache import program_facts
from pipeline.records import CounterChoice, Program
from pipeline.toolchain import Toolchain

# Which choices of counters want a simulation (a model needs to know how often loops turn), and which a model.
SIMULATING: tuple[CounterChoice, ...] = ("auto", "simulated", "model")
MODELLING: tuple[CounterChoice, ...] = ("auto", "model")


@dataclass(frozen=True)
class Subject:
    """The reference, ready to run, as far as evidence needs it.

    `seconds` is its time in the hot function for one run, over all `calls`; `module` is where the hot function's IR
    with line tables is written, `counters` the source to which the evidence is limited.
    """

    program: Program
    split: Split
    toolchain: Toolchain
    sandbox: Path
    invocation: Invocation
    digest: str
    seconds: float
    machine: MachineFacts
    module: Path
    work: Path
    calls: int = 1
    counters: CounterChoice = "auto"


def gather(subject: Subject) -> tuple[Findings, bool]:
    """All evidence, and whether the costly part was kept from an earlier run."""
    write_with_lines(subject.toolchain, subject.split.hot, subject.module)
    facts = _facts(subject)
    found = recall("evidence", facts, Findings)
    kept = found is not None
    if found is None:
        found = _findings(subject, _origins(subject))
        keep("evidence", facts, found)
    found = found.model_copy(update={"seconds": subject.seconds, "calls": subject.calls})
    peaks = machine_peaks(subject.machine, subject.toolchain, subject.work / "peaks")
    return with_peaks(
        found, peaks, subject.program, subject.seconds / max(subject.calls, 1), subject.split.function
    ), kept


def examine_candidate(subject: Subject, known: Findings) -> Findings:
    """What limits a candidate's own machine code: counts by loop, models, spills, and its place under the roofline.

    `subject` is the reference's with the candidate's module as its hot function and the candidate's time; `known` are
    the reference's findings, whose peaks hold for the candidate too.
    """
    write_with_lines(subject.toolchain, subject.split.hot, subject.module)
    found = _findings(subject, Origins())
    found = found.model_copy(update={"seconds": subject.seconds, "calls": subject.calls})
    line = known.roofline
    if known.peaks and line:
        # The reference's own precision: what a candidate has in its registers may be of another kind.
        seconds = subject.seconds / max(subject.calls, 1)
        line = roofline(known.peaks, line.flops, line.bytes, seconds, line.precision)
    return found.model_copy(update={"peaks": known.peaks, "roofline": line})


def with_peaks(found: Findings, peaks: Peaks | str, program: Program, seconds: float, function: Function) -> Findings:
    """The findings with the machine's peaks and, where the program's operations are known, its roofline.

    `seconds` is the time of one call, to which the program's operations and bytes belong.
    """
    if isinstance(peaks, str):
        return found.model_copy(update={"notes": (*found.notes, peaks)})
    kinds = set(element_kinds(function).values())
    floats = Element.F32 in kinds and Element.F64 not in kinds
    line = None
    if program.flops and program.bytes:
        line = roofline(peaks, program.flops, program.bytes, seconds, "float" if floats else "double")
    return found.model_copy(update={"peaks": peaks, "roofline": line})


def _facts(subject: Subject) -> dict[str, str]:
    machine = subject.machine
    where = {
        "cpu": machine.cpu,
        "vectors": " ".join(machine.vectors),
        "caches": f"{machine.l1d_bytes} {machine.l2_bytes} {machine.l3_bytes} {machine.line_bytes}",
        "valgrind": _valgrind_version(),
        "seconds": f"{SIMULATION_SECONDS:g}",
        "counters": subject.counters,
    }
    return program_facts(subject.program, subject.split, subject.toolchain, subject.digest, where)


@cache
def _valgrind_version() -> str:
    try:
        return run(["valgrind", "--version"]).stdout.decode().strip()
    except IrloopError:
        return ""


def _findings(subject: Subject, origins: Origins) -> Findings:
    split, toolchain, work = subject.split, subject.toolchain, subject.work
    simulated = _simulated(subject)
    function = find_function(subject.module.read_text(), split.name)
    if function is None:
        raise UsageError(f"'{split.name}' is not in {subject.module}")
    loops = loops_of(function)
    facts = loop_facts(function, simulated.simulation, source_spans(loops, origins))
    spills = spills_placed(codegen_remarks(subject.module, toolchain, work / "codegen"), function)
    wanted = worth_modelling(facts, simulated.simulation) if subject.counters in MODELLING else []
    models, problems = _models(subject, loops, wanted)
    return Findings(
        hot=split.name,
        source=origins.file,
        first_line=function.start + 1,
        simulation=simulated.simulation,
        loops=facts,
        models=models,
        remarks=(*placed(origins.remarks, function, origins), *spills),
        source_lines=origins.lines,
        register_bytes=subject.machine.vector_bytes,
        notes=tuple(note for note in (simulated.problem, simulated.note, origins.problem, *problems) if note),
    )


def _simulated(subject: Subject) -> Simulated:
    if subject.counters not in SIMULATING:
        return Simulated(problem=f"no counts by IR line: --counters {subject.counters} was asked for")
    return simulate(
        subject.split,
        subject.toolchain,
        subject.sandbox,
        subject.invocation,
        subject.machine,
        subject.module,
        subject.work / "simulation",
    )


def _origins(subject: Subject) -> Origins:
    folder = subject.work / "origins"
    try:
        return trace(subject.program, subject.split.name, subject.module, subject.toolchain, folder)
    except IrloopError as error:
        return Origins(problem=f"no source lines and no remarks: {str(error).splitlines()[0][:160]}")


def _models(
    subject: Subject, loops: Sequence[Loop], headers: Sequence[str]
) -> tuple[tuple[LoopModel, ...], tuple[str, ...]]:
    by_header = {loop.header: loop for loop in loops}
    wanted = [by_header[header] for header in headers]
    made = model_loops(subject.module, wanted, subject.toolchain, subject.work / "model")
    models = tuple(model for model in made if isinstance(model, LoopModel))
    return models, tuple(dict.fromkeys(model for model in made if isinstance(model, str)))
