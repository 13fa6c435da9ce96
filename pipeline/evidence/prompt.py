"""The prompt: a pure function from evidence to text.

Order and content follow what helped in trials: the C source beside the IR, sizes, facts on aliasing, the machine, the
numbers and reasons of earlier attempts. What never changes in a run comes first, so that an endpoint may cache it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.evidence.phrases import Phrases
from pipeline.proposers.base import Attempt
from pipeline.records import Form, LadderRow, Language, Outcome, Policy, Program
from pipeline.service import estimate_tokens

HISTORY_CODE_LIMIT = 12_000
# What goes first when a prompt is too long; the task, the rules, the source and the best version never go.
# The IR of a long function is mostly blocks that hardly run; what is small and helps much goes late.
DROP_ORDER = (
    "latest reply",
    "flags",
    "early attempts",
    "cold IR",
    "profile",
    "IR",
    "machine",
    "declarations",
    "attempts",
)
RECENT_ATTEMPTS = 6
LONGEST_DETAIL = 400
# The flags of `pipeline.judging.construct` that decide how C should be written; a test compares.
C_FLAGS = {
    Policy.TOLERANT: "-O3 -march=native -ffp-contract=fast -fassociative-math",
    Policy.STRICT: "-O3 -march=native -ffp-contract=off -fwrapv",
}
# A counter that the machine does not have, in a profile in either language.
_UNCOUNTED = re.compile(r"- ([^\s:]+): .*<not (?:supported|counted)>\)?")
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


@dataclass(frozen=True)
class Part:
    """A piece of the prompt; `name` is its place in `DROP_ORDER`, empty for what always stays.

    One that stands `instead` of another is there only when that is left out.
    """

    text: str
    name: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Prompt:
    """The text for a model, its size, and what was left out to fit the budget."""

    text: str
    tokens: int
    left_out: tuple[str, ...] = ()


def build_prompt(
    evidence: Evidence, history: Sequence[Attempt], incumbent: str | None, budget: int | None = None
) -> Prompt:
    """The text for a model: task and rules first (the same in every iteration), history last.

    Where it is longer than `budget` tokens, parts are left out in `DROP_ORDER` and named at the end.
    """
    phrases = Phrases.of(evidence.language)
    parts = [*_parts(evidence, phrases), *_history(history, incumbent, phrases)]
    left_out: list[str] = []
    text = _joined(parts, left_out, phrases)
    for name in DROP_ORDER:
        if budget is None or estimate_tokens(text) <= budget:
            break
        if any(part.name == name for part in parts):
            left_out.append(name)
            text = _joined(parts, left_out, phrases)
    return Prompt(text, estimate_tokens(text), tuple(left_out))


def _joined(parts: Sequence[Part], left_out: Sequence[str], phrases: Phrases) -> str:
    there = [part for part in parts if part.name not in left_out and (not part.instead or part.instead in left_out)]
    kept = [part.text for part in there if part.text]
    if left_out:
        kept.append(phrases.left_out.format(names=", ".join(left_out)))
    return "\n\n".join(kept) + "\n"


def _parts(evidence: Evidence, phrases: Phrases) -> Iterator[Part]:
    yield Part(phrases.title.format(hot=evidence.hot))
    yield Part(phrases.task.format(hot=evidence.hot, program=evidence.program.name))
    yield Part(phrases.rules)
    yield Part(_listed(_rules(evidence, phrases)))
    yield Part(phrases.answer)
    yield Part(phrases.one_block if len(evidence.forms) == 1 else phrases.one_of_these)
    yield Part(_listed(_forms(evidence, phrases)))
    yield Part(phrases.function)
    yield Part(_listed(_facts(evidence, phrases)))
    if evidence.source:
        yield Part(f"{phrases.source}\n\n```c\n{evidence.source}\n```")
    if evidence.declared:
        yield Part(f"{phrases.declared}\n\n```c\n{evidence.declared}\n```", "declarations")
    yield from _ir(evidence, phrases)
    yield Part(f"{phrases.profile}\n\n{_counted(evidence.profile.strip(), phrases)}", "profile")
    yield Part(f"{phrases.machine}\n\n{_listed(evidence.machine)}", "machine")
    # A note says that the rung computed other results: as fast, and no example.
    rows = [
        f"{row.name}: {row.speedup}{f' ({row.note})' if row.note else ''}" for row in evidence.ladder if row.speedup
    ]
    if rows:
        yield Part(f"{phrases.ladder}\n\n{_listed(rows)}", "flags")


def _ir(evidence: Evidence, phrases: Phrases) -> Iterator[Part]:
    """The IR, and what stands for it when that is too long; where it is the only source it always stays."""
    heading = f"{phrases.ir} {phrases.counts}" if evidence.counted else phrases.ir
    whole = f"{heading}\n\n```llvm\n{evidence.ir}```"
    if evidence.source is None:
        yield Part(whole)
    elif evidence.hot_ir:
        yield Part(whole, "cold IR")
        yield Part(f"{heading}\n\n```llvm\n{evidence.hot_ir}```", "IR", instead="cold IR")
    else:
        yield Part(whole, "IR")


def _counted(profile: str, phrases: Phrases) -> str:
    """The profile with one line for all counters that the machine does not have, in place of one for each."""
    lines = profile.split("\n")
    absent = {index: match[1] for index, line in enumerate(lines) if (match := _UNCOUNTED.fullmatch(line))}
    if len(absent) > 1:
        lines[min(absent)] = f"- {phrases.uncounted.format(names=', '.join(absent.values()))}"
    return "\n".join(line for index, line in enumerate(lines) if index not in absent or index == min(absent))


def _listed(lines: Sequence[str] | Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


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
    yield from (texts[form] for form in evidence.forms)


def _facts(evidence: Evidence, phrases: Phrases) -> Iterator[str]:
    program = evidence.program
    if program.sizes:
        sizes = ", ".join(f"{name}={value}" for name, value in program.sizes.items())
        yield phrases.sizes.format(size=program.size, sizes=sizes)
    if program.notes:
        yield program.notes
    if evidence.rows:
        yield phrases.rows.format(rows=", ".join(evidence.rows))
    yield phrases.signature.format(signature=evidence.signature)
    yield phrases.time.format(milliseconds=f"{evidence.seconds * 1e3:.4g}", calls=evidence.calls)
    yield from (_translated(note, phrases) for note in evidence.notes)


def _translated(note: str, phrases: Phrases) -> str:
    """A note of the reference in the prompt's language, as far as its beginning is a known one."""
    known = next((begin for begin in phrases.notes if note.startswith(begin)), None)
    return note if known is None else phrases.notes[known] + note.removeprefix(known)


def _history(history: Sequence[Attempt], incumbent: str | None, phrases: Phrases) -> Iterator[Part]:
    if not history:
        return
    yield Part(phrases.history, "attempts")
    early, recent = history[:-RECENT_ATTEMPTS], history[-RECENT_ATTEMPTS:]
    if early:
        yield Part(_listed([describe(attempt, phrases) for attempt in early]), "early attempts")
    yield Part(_listed([describe(attempt, phrases) for attempt in recent]), "attempts")
    best = next((attempt for attempt in history if attempt.candidate.id == incumbent), None)
    if best:
        text = _shortened(best.candidate.text.strip(), phrases)
        yield Part(f"{phrases.best.format(name=best.candidate.id)}\n\n{text}")
    last = history[-1]
    is_new = last is not best and last.verdict.outcome not in (Outcome.DUPLICATE, Outcome.UNCHANGED)
    if is_new and last.verdict.form in (Form.C, Form.IR) and len(last.candidate.text) < HISTORY_CODE_LIMIT:
        yield Part(f"{phrases.latest.format(name=last.candidate.id)}\n\n{last.candidate.text.strip()}", "latest reply")


def _shortened(text: str, phrases: Phrases) -> str:
    if len(text) <= HISTORY_CODE_LIMIT:
        return text
    return f"{text[:HISTORY_CODE_LIMIT]}\n{phrases.cut.format(characters=f'{len(text):,}')}"


def describe(attempt: Attempt, phrases: Phrases) -> str:
    """One line: what was tried, what came of it, why."""
    verdict = attempt.verdict
    what = verdict.intent or attempt.candidate.label or "a reply"
    speed = f", {verdict.speedup} {phrases.over}" if verdict.speedup else ""
    speed += f", {verdict.versus_incumbent} {phrases.versus}" if verdict.versus_incumbent else ""
    detail = " ".join(verdict.detail.split())
    detail = detail if len(detail) <= LONGEST_DETAIL else f"{detail[:LONGEST_DETAIL]}…"
    why = f" ({verdict.reason}: {detail})" if detail else f" ({verdict.reason})"
    form = f" [{verdict.form}]" if verdict.form else ""
    return f"{attempt.candidate.id}{form}: {what} → {verdict.outcome}{speed}{why}"
