"""The prompt: a pure function from evidence to text.

Order and content follow what helped in trials: the C source beside the IR, sizes, facts on aliasing, the machine, the
numbers and reasons of earlier attempts. What never changes in a run comes first, so that an endpoint may cache it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.evidence.history import Story, history_parts
from pipeline.evidence.parts import Part, Prompt, fitted, listed
from pipeline.evidence.phrases import Phrases
from pipeline.ir.permitted import PASSES
from pipeline.ir.recipe import DEFAULT_PIPELINE, OPTIONS
from pipeline.records import Form, LadderRow, Language, Policy, Program

# The flags of `pipeline.judging.construct` that decide how C should be written; a test compares.
C_FLAGS = {
    Policy.TOLERANT: "-O3 -march=native -ffp-contract=fast -fassociative-math",
    Policy.STRICT: "-O3 -march=native -ffp-contract=off -fwrapv",
}
# A counter that the machine does not have, in a profile in either language.
_UNCOUNTED = re.compile(r"- ([^\s:]+): .*<not (?:supported|counted)>\)?")
# A rung this close to 1 changes nothing that is worth a line.
LITTLE = 0.02
EXAMPLE = '"options": {"force-vector-interleave": 4}, "prefer_vector_width": 256, "polly": false}'


@dataclass(frozen=True)
class Evidence:
    """All that a proposer is told. `source` is None for a program given as IR; `ir` is cleaned for reading.

    `declared` are the declarations that `source` uses, `rows` the shape of rows by array. `counted`: comments
    behind the hot lines of `ir` give their share of the work; `hot_ir` is then `ir` without the blocks that have none.
    """

    program: Program
    hot: str
    signature: str
    source: str | None
    ir: str
    profile: str
    machine: tuple[str, ...]
    seconds: float
    calls: int
    policy: Policy
    callees: tuple[str, ...]
    notes: tuple[str, ...] = ()
    ladder: tuple[LadderRow, ...] = ()
    language: Language = "en"
    forms: tuple[Form, ...] = (Form.C, Form.IR, Form.PASSES)
    counted: bool = False
    declared: str = ""
    rows: tuple[str, ...] = ()
    hot_ir: str = ""


def build_prompt(evidence: Evidence, story: Story, budget: int | None = None) -> Prompt:
    """The text for a model: task and rules first (the same in every iteration), history last.

    Where it is longer than `budget` tokens, parts are left out in `DROP_ORDER` and named at the end.
    """
    phrases = Phrases.of(evidence.language)
    # With a verified version to go on from, what limits that says more than the original's profile, and of the
    # original's IR the hot part is enough.
    parts = [
        part
        for part in _parts(evidence, phrases, only_hot=story.incumbent is not None)
        if part.name != "profile" or story.incumbent not in story.examined
    ]
    return fitted([*parts, *history_parts(story, phrases, evidence.language)], budget, phrases)


def _parts(evidence: Evidence, phrases: Phrases, *, only_hot: bool) -> Iterator[Part]:
    yield Part(phrases.title.format(hot=evidence.hot))
    yield Part(phrases.task.format(hot=evidence.hot, program=evidence.program.name))
    yield Part(phrases.rules)
    yield Part(listed(_rules(evidence, phrases)))
    yield Part(phrases.answer)
    yield Part(phrases.one_block if len(evidence.forms) == 1 else phrases.one_of_these)
    yield Part(listed(_forms(evidence, phrases)))
    yield Part(phrases.function)
    yield Part(listed(_facts(evidence, phrases)))
    if evidence.source:
        yield Part(f"{phrases.source}\n\n```c\n{evidence.source}\n```")
    if evidence.declared:
        yield Part(f"{phrases.declared}\n\n```c\n{evidence.declared}\n```", "declarations")
    yield from _ir(evidence, phrases, only_hot=only_hot)
    yield Part(f"{phrases.profile}\n\n{_counted(evidence.profile.strip(), phrases)}", "profile")
    yield Part(f"{phrases.machine}\n\n{listed(evidence.machine)}", "machine")
    # Under policy strict, -ffast-math is no example.
    ladder = [row for row in evidence.ladder if not (evidence.policy is Policy.STRICT and "-ffast-math" in row.name)]
    if rungs := list(_rungs(ladder, phrases)):
        yield Part(f"{phrases.ladder}\n\n{listed(rungs)}", "flags")


def _rungs(ladder: Sequence[LadderRow], phrases: Phrases) -> Iterator[str]:
    """The rungs that change something, one by one; those that do not, together."""
    measured = [(row, row.speedup) for row in ladder if row.speedup]
    level = [row.name for row, gain in measured if abs(gain.speedup - 1) < LITTLE and not row.note]
    # A note says that the rung computed other results: as fast, and no example.
    yield from (
        f"{row.name}: {gain}{f' ({row.note})' if row.note else ''}" for row, gain in measured if row.name not in level
    )
    if level:
        yield phrases.no_gain.format(names=", ".join(level))


def _ir(evidence: Evidence, phrases: Phrases, *, only_hot: bool) -> Iterator[Part]:
    """The IR, and what stands for it when that is too long; where it is the only source it always stays."""
    heading = f"{phrases.ir} {phrases.counts}" if evidence.counted else phrases.ir
    whole = f"{heading}\n\n```llvm\n{evidence.ir}```"
    if evidence.source is None:
        yield Part(whole)
    elif evidence.hot_ir:
        if not only_hot:
            yield Part(whole, "cold IR")
        yield Part(f"{heading}\n\n```llvm\n{evidence.hot_ir}```", "IR", instead="" if only_hot else "cold IR")
    else:
        yield Part(whole, "IR")


def _counted(profile: str, phrases: Phrases) -> str:
    """The profile with one line for all counters that the machine does not have, in place of one for each."""
    lines = profile.split("\n")
    absent = {index: match[1] for index, line in enumerate(lines) if (match := _UNCOUNTED.fullmatch(line))}
    if len(absent) > 1:
        lines[min(absent)] = f"- {phrases.uncounted.format(names=', '.join(absent.values()))}"
    return "\n".join(line for index, line in enumerate(lines) if index not in absent or index == min(absent))


def _rules(evidence: Evidence, phrases: Phrases) -> Iterator[str]:
    if evidence.policy is Policy.STRICT:
        yield phrases.strict
    elif evidence.program.tolerance == 0:
        yield phrases.exact
    else:
        yield phrases.tolerant.format(tolerance=f"{evidence.program.tolerance:g}")
    if evidence.policy is not Policy.STRICT:
        yield phrases.facts
    yield phrases.boundary
    yield phrases.forbidden
    yield phrases.callable.format(callees=", ".join(evidence.callees) or phrases.none)
    yield phrases.general


def _forms(evidence: Evidence, phrases: Phrases) -> Iterator[str]:
    floats = "" if evidence.policy is Policy.STRICT else '"fast_math": ["reassoc", "contract", "nsz"], '
    texts = {
        Form.C: phrases.form_c.format(hot=evidence.hot, flags=C_FLAGS[evidence.policy]),
        Form.IR: phrases.form_ir.format(hot=evidence.hot),
        Form.PASSES: phrases.form_passes.format(example="{" + floats + EXAMPLE),
    }
    if evidence.forms == (Form.PASSES,):
        yield texts[Form.PASSES]
        names = {"passes": " ".join(sorted(PASSES)), "options": " ".join(sorted(OPTIONS))}
        yield phrases.recipe.format(pipeline=DEFAULT_PIPELINE, **names)
        return
    texts[Form.PASSES] += phrases.less
    yield from (texts[form] for form in evidence.forms)


def _facts(evidence: Evidence, phrases: Phrases) -> Iterator[str]:
    program = evidence.program
    if program.sizes:
        sizes = ", ".join(f"{name}={value}" for name, value in program.sizes.items())
        more = phrases.macros if Form.C in evidence.forms else phrases.literals
        yield phrases.sizes.format(size=program.size, sizes=sizes) + more
    if program.notes:
        yield program.notes
    if evidence.rows:
        yield phrases.rows.format(rows=", ".join(evidence.rows))
    yield phrases.signature.format(signature=evidence.signature)
    yield phrases.time.format(milliseconds=f"{evidence.seconds * 1e3:.4g}", calls=evidence.calls)
    yield phrases.entry
    yield from (_translated(note, phrases) for note in evidence.notes)


def _translated(note: str, phrases: Phrases) -> str:
    """A note of the reference in the prompt's language, as far as its beginning is a known one."""
    known = next((begin for begin in phrases.notes if note.startswith(begin)), None)
    return note if known is None else phrases.notes[known] + note.removeprefix(known)
