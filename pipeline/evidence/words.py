"""The findings in words: what a performance engineer would say, each sentence with its number and its source.

Pure functions from records to lines. A sentence whose evidence is missing is left out; nothing is guessed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.evidence.remark_words import remark_sentences
from pipeline.findings import Counts, Findings, LoopFacts, LoopModel, Peaks, Simulation
from pipeline.records import Language
from pipeline.units import seconds_text

# What is worth a sentence: shares of the whole, and rates.
LEAST_LOOP, LEAST_CALLED, LEAST_LINE = 0.05, 0.01, 0.1
LEAST_MISS_RATE, LEAST_MISPREDICTION_RATE = 0.01, 0.01
MOST_LOOPS, MOST_LINES = 5, 3
# A loop whose vectors are worth a sentence; per cent of the roofline below which nothing of it is used up, and from
# which on only less work helps.
LEAST_VECTOR, FAR_BELOW, AT_THE_ROOF = 0.1, 50.0, 90.0
# From this share of the instructions on, a loop is nearly the whole function.
MOSTLY = 0.5

GIGA = 1e9
_LONGEST_TEXT = 70


@cache
def sentences(language: Language) -> dict[str, Any]:
    """The sentences of one language, `names` for what they speak of."""
    return tomllib.loads(Path(__file__).with_name(f"words.{language}.toml").read_text(encoding="utf-8"))


def findings_text(found: Findings, language: Language, module: Sequence[str] = ()) -> str:
    """The sections behind the contract's lines; `module` are the lines of the IR that the findings speak of."""
    say = sentences(language)
    parts = (
        ("where", [*_where(found, say), *_lines(found, say, module)]),
        ("bounds", [*_bounds(found, say), *_vectors(found, say), *_models(found, say)]),
        ("unproven", list(remark_sentences(found, say, LEAST_LOOP))),
        ("unknown", list(found.notes)),
    )
    texts = [f"{say[title]}\n\n" + "\n".join(f"- {line}" for line in lines) for title, lines in parts if lines]
    return "\n\n".join(texts) + "\n" if texts else ""


def code_sentences(found: Findings, language: Language) -> list[str]:
    """What limits a candidate's machine code: how far it is from the roofline, its loops, its spills."""
    say = sentences(language)
    hot = {loop.header for loop in found.hot_loops(LEAST_LOOP)}
    spills = tuple(remark for remark in found.remarks if hot.intersection(remark.loops))
    return [
        *found.notes,
        *_bounds(found, say),
        *_where(found, say),
        *_cycles(found, say),
        *_vectors(found, say),
        *_models(found, say),
        *remark_sentences(found.model_copy(update={"remarks": spills}), say, LEAST_LOOP),
    ]


def peaks_line(peaks: Peaks, language: Language) -> str:
    """What one core can do, in one line for the facts about the machine."""
    say = sentences(language)
    streams = say["joint"].join(f"{say['names'][s.level]} {s.per_second / GIGA:.0f} GB/s" for s in peaks.streams)
    rates = {"double": f"{peaks.double_flops / GIGA:.1f}", "float": f"{peaks.float_flops / GIGA:.1f}"}
    more = [say["clock"].format(ghz=f"{peaks.clock / GIGA:.2f}")] if peaks.clock else []
    more += [say["page"].format(time=seconds_text(peaks.page_seconds))] if peaks.page_seconds else []
    return str(say["peaks"].format(streams=streams, more="".join(more), day=peaks.measured, **rates))


def _where(found: Findings, say: dict[str, Any]) -> Iterator[str]:
    if found.seconds and found.calls:
        each = seconds_text(found.seconds / found.calls)
        facts = {"hot": found.hot, "time": seconds_text(found.seconds), "calls": f"{found.calls:,}", "each": each}
        yield say["time" if found.calls > 1 else "time_once"].format(**facts)
    simulation = found.simulation
    if simulation is None:
        return
    total, own = simulation.total.instructions, simulation.own.instructions
    common = {"hot": found.hot, "instructions": f"{total:,}", "tool": simulation.tool}
    if total - own >= LEAST_CALLED * total:
        yield say["total"].format(called=_percent(total - own, total), **common)
    else:
        yield say["total_alone"].format(**common)
    if simulation.partial:
        yield say["partial"].format(seconds=f"{simulation.seconds:g}")
    for loop in found.hot_loops(LEAST_LOOP)[:MOST_LOOPS]:
        yield from _loop(found, simulation, loop, say)


def _loop(found: Findings, simulation: Simulation, loop: LoopFacts, say: dict[str, Any]) -> Iterator[str]:
    own = loop.own or Counts()
    if loop.iterations:
        yield say["loop"].format(
            header=loop.header,
            place=place_of(loop, found, say),
            depth=loop.depth,
            share=_percent(own.instructions, simulation.total.instructions),
            iterations=f"{loop.iterations:,}",
            length=f"{own.instructions / loop.iterations:.1f}".removesuffix(".0"),
        )
    accesses = own.reads + own.writes
    if accesses and own.d1_misses >= LEAST_MISS_RATE * accesses:
        yield say["loop_misses"].format(
            header=loop.header,
            misses=f"{own.d1_misses:,}",
            last=f"{own.ll_misses:,}",
            accesses=f"{accesses:,}",
            rate=_percent(own.d1_misses, accesses),
            cache=f"D1 {simulation.caches.get('D1', '?')}",
        )
    if own.branches and own.mispredictions >= LEAST_MISPREDICTION_RATE * own.branches:
        rate = _percent(own.mispredictions, own.branches)
        numbers = {"wrong": f"{own.mispredictions:,}", "branches": f"{own.branches:,}", "rate": rate}
        yield say["loop_branches"].format(header=loop.header, **numbers)


def place_of(loop: LoopFacts, found: Findings, say: dict[str, Any]) -> str:
    """Where a loop stands, in the source and in the IR."""
    first, last = loop.lines
    if loop.source_lines is None:
        return str(say["ir_place"].format(first=first, last=last))
    line, end = loop.source_lines
    key = "source_place" if line == end else "source_places"
    return str(say[key].format(file=found.source, line=line, end=end, first=first, last=last))


def _lines(found: Findings, say: dict[str, Any], module: Sequence[str]) -> Iterator[str]:
    """The IR lines on which most of the misses and mispredictions are."""
    if found.simulation is None:
        return
    kinds = (
        ("missing_line", "d1_misses", LEAST_MISS_RATE, "accesses"),
        ("mispredicted_line", "mispredictions", LEAST_MISPREDICTION_RATE, "branches"),
    )
    for sentence, event, least, base in kinds:
        total = found.simulation.own
        whole = getattr(total, event)
        possible = total.branches if base == "branches" else total.reads + total.writes
        if not whole or whole < least * possible:
            continue
        rows = sorted(found.simulation.lines, key=lambda row: -getattr(row.own, event))
        for row in rows[:MOST_LINES]:
            if getattr(row.own, event) >= LEAST_LINE * whole:
                share = _percent(getattr(row.own, event), whole)
                text, source = _text_of(row.line, module), _source_of(row.line, found, say)
                yield say[sentence].format(line=row.line, text=text, source=source, share=share)


def _text_of(line: int, module: Sequence[str]) -> str:
    text = module[line - 1].split(", !")[0].strip() if 0 < line <= len(module) else "?"
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"


def _source_of(line: int, found: Findings, say: dict[str, Any]) -> str:
    known = found.source_lines.get(line)
    return str(say["from_source"].format(file=found.source, line=known)) if known else ""


def _bounds(found: Findings, say: dict[str, Any]) -> Iterator[str]:
    line = found.roofline
    if line is None or found.peaks is None:
        return
    facts = {
        "attained": f"{line.attained / GIGA:.2f}",
        "attainable": f"{line.attainable / GIGA:.1f}",
        "precision": line.precision,
        "percent": _percent(line.percent, 100),
        "intensity": f"{line.intensity:.0f}" if line.intensity >= 100 else f"{line.intensity:.3g}",
        "level": say["names"][line.stream.level],
        "bandwidth": f"{line.stream.per_second / GIGA:.0f}",
        "peak": f"{line.peak / GIGA:.1f}",
        "ms": f"{line.seconds * 1e3:.4g}",
        "day": found.peaks.measured,
    }
    yield say[line.bound].format(**facts)
    if line.percent < FAR_BELOW:
        yield say["far"].format(**facts)
    elif line.percent > 100:
        yield say["beyond"].format(**facts)
    elif line.percent >= AT_THE_ROOF:
        yield say[f"near_{line.bound}"].format(**facts)


def _vectors(found: Findings, say: dict[str, Any]) -> Iterator[str]:
    """Hot loops that use less of a vector register than there is."""
    for loop in found.hot_loops(LEAST_VECTOR):
        width, register = loop.vector_bytes, found.register_bytes
        if loop.innermost and width is not None and register and width < register:
            yield say["narrow" if width else "scalar"].format(header=loop.header, bytes=width, register=register)


def _models(found: Findings, say: dict[str, Any]) -> Iterator[str]:
    for model in found.models:
        yield from _model(model, say)
        modelled = _modelled_seconds(model, found)
        if modelled and found.seconds and modelled > found.seconds:
            times = {"modelled": seconds_text(modelled), "measured": seconds_text(found.seconds)}
            yield say["model_too_slow"].format(header=model.header, cpu=model.cpu, **times)


def _cycles(found: Findings, say: dict[str, Any]) -> Iterator[str]:
    """What the models explain of the measured time, and what an iteration of the main loop can have taken at most."""
    hot = next(iter(found.hot_loops(MOSTLY)), None)
    partial = found.simulation is None or found.simulation.partial
    if partial or not (found.seconds and found.peaks and found.peaks.clock):
        return
    cycles = found.seconds * found.peaks.clock
    explained = sum(_modelled_seconds(model, found) or 0.0 for model in found.models)
    if 0 < explained <= found.seconds:
        modelled = f"{explained * found.peaks.clock:,.0f}"
        facts = {"cycles": f"{cycles:,.0f}", "modelled": modelled, "share": _percent(explained, found.seconds)}
        yield say["explained"].format(loops=len(found.models), **facts)
    if hot and hot.iterations:
        share = _percent(hot.own.instructions if hot.own else 0, found.instructions)
        each = {"each": f"{cycles / hot.iterations:.1f}", "iterations": f"{hot.iterations:,}"}
        yield say["cycles"].format(header=hot.header, cycles=f"{cycles:,.0f}", share=share, **each)


def _modelled_seconds(model: LoopModel, found: Findings) -> float | None:
    """How long a loop takes in one run by its model; None where its turns or the clock are not known."""
    turns = next((loop.iterations for loop in found.loops if loop.header == model.header), None)
    partial = found.simulation is None or found.simulation.partial
    if turns is None or partial or found.peaks is None or not found.peaks.clock:
        return None
    return turns * model.cycles / found.peaks.clock


def _model(model: LoopModel, say: dict[str, Any]) -> Iterator[str]:
    named = {"header": model.header, "cpu": model.cpu}
    numbers = {"cycles": f"{model.cycles:.1f}", "ipc": f"{model.ipc:.1f}", "instructions": model.instructions}
    yield say["model" if model.straight else "model_paths"].format(**named, **numbers)
    waits = [
        say["wait"].format(name=say["names"][item.name], percent=_percent(item.percent, 100))
        for item in sorted(model.bottlenecks, key=lambda item: -item.percent)
        if item.percent >= 100 * LEAST_LINE
    ]
    if waits:
        yield say["waits"].format(what=say["joint"].join(waits), **named)
    if model.pressure:
        units = say["joint"].join(f"{name} {cycles:.1f}" for name, cycles in model.pressure)
        yield say["busiest"].format(units=units, **named)


def line_comments(found: Findings) -> dict[int, str]:
    """A short comment for each hot IR line, by its place in the function's body: its share of each kind of event."""
    if found.simulation is None:
        return {}
    total = found.simulation.total
    comments = {}
    for row in found.simulation.lines:
        parts = [
            f"{name}{_percent(count, whole)}"
            for name, count, whole in (
                ("", row.own.instructions + row.called.instructions, total.instructions),
                ("D1 misses ", row.own.d1_misses, total.d1_misses),
                ("mispredicted ", row.own.mispredictions, total.mispredictions),
            )
            if whole and count >= LEAST_CALLED * whole
        ]
        if parts and row.line > found.first_line:
            comments[row.line - found.first_line - 1] = ", ".join(parts)
    return comments


def _percent(part: float, whole: float) -> str:
    share = 100 * part / whole if whole else 0.0
    return f"{share:.1f} %" if share < 99.95 else f"{share:.0f} %"
