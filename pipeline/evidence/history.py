"""What came of the attempts so far, as parts of a prompt: verdicts, the best version, and what limits its code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.evidence.parts import Part, listed
from pipeline.evidence.phrases import Phrases
from pipeline.evidence.words import code_sentences
from pipeline.findings import Findings
from pipeline.proposers.base import Attempt
from pipeline.records import Form, Language, Outcome, Verdict
from pipeline.units import seconds_text

# Half a version is no start; what a model can write in one reply is hardly longer.
HISTORY_CODE_LIMIT = 40_000
RECENT_ATTEMPTS = 6
LONGEST_DETAIL = 400


@dataclass(frozen=True)
class Story:
    """What was tried in a run, oldest first, and the best of it (None: nothing yet).

    `examined` are findings on the machine code of candidates by name; `seconds` is the original's time for one call,
    `floor` the gain (a fraction) that is noise, None where it was not measured.
    """

    attempts: Sequence[Attempt] = ()
    incumbent: str | None = None
    examined: Mapping[str, Findings] = field(default_factory=dict)
    seconds: float | None = None
    floor: float | None = None


def history_parts(story: Story, phrases: Phrases, language: Language) -> Iterator[Part]:
    """Every attempt in a line, then the code of the best one and of the last one, with what limits each."""
    if not story.attempts:
        return
    yield Part(_title(story, phrases), "attempts")
    early, recent = story.attempts[:-RECENT_ATTEMPTS], story.attempts[-RECENT_ATTEMPTS:]
    for attempts, name in ((early, "early attempts"), (recent, "attempts")):
        if attempts:
            yield Part(listed([describe(attempt, phrases, story.seconds) for attempt in attempts]), name)
    best = next((attempt for attempt in story.attempts if attempt.candidate.id == story.incumbent), None)
    if best:
        text = _shortened(best.candidate.text.strip(), phrases)
        yield Part(f"{phrases.best.format(name=best.candidate.id)}\n\n{text}")
        yield from _limits(best.candidate.id, story, phrases, language)
    last = story.attempts[-1]
    if last is best or last.verdict.outcome in (Outcome.DUPLICATE, Outcome.UNCHANGED):
        return
    if last.verdict.form in (Form.C, Form.IR) and len(last.candidate.text) < HISTORY_CODE_LIMIT:
        yield Part(f"{phrases.latest.format(name=last.candidate.id)}\n\n{last.candidate.text.strip()}", "latest reply")
    yield from _limits(last.candidate.id, story, phrases, language)


def describe(attempt: Attempt, phrases: Phrases, seconds: float | None = None) -> str:
    """One line: what was tried, what came of it, why; `seconds` is the original's time for one call."""
    verdict = attempt.verdict
    what = verdict.intent or attempt.candidate.label or "a reply"
    detail = " ".join(verdict.detail.split())
    detail = detail if len(detail) <= LONGEST_DETAIL else f"{detail[:LONGEST_DETAIL]}…"
    why = f" ({verdict.reason}: {detail})" if detail else f" ({verdict.reason})"
    form = f" [{verdict.form}]" if verdict.form else ""
    return f"{attempt.candidate.id}{form}: {what} → {verdict.outcome}{_speed(verdict, phrases, seconds)}{why}"


def _speed(verdict: Verdict, phrases: Phrases, seconds: float | None) -> str:
    """How fast it is: beside the original, and beside the best version before it where there was one."""
    if not verdict.speedup:
        return ""
    words = f" {phrases.over}: {verdict.speedup}"
    words += f", {phrases.each.format(time=seconds_text(seconds / verdict.speedup.speedup))}" if seconds else ""
    beside = verdict.versus_incumbent
    if beside:
        standing = phrases.ahead if beside.low > 1 else phrases.behind if beside.high < 1 else phrases.level
        words += f"; {standing.format(ratio=beside)}"
    return words


def _title(story: Story, phrases: Phrases) -> str:
    noise = "" if story.floor is None else " " + phrases.noise.format(percent=f"{100 * story.floor:.1f}")
    return f"{phrases.history}\n\n{phrases.takes_over}{noise}"


def _limits(name: str, story: Story, phrases: Phrases, language: Language) -> Iterator[Part]:
    if found := story.examined.get(name):
        yield Part(f"{phrases.limits.format(name=name)}\n\n{listed(code_sentences(found, language))}", "what limits")


def _shortened(text: str, phrases: Phrases) -> str:
    if len(text) <= HISTORY_CODE_LIMIT:
        return text
    return f"{text[:HISTORY_CODE_LIMIT]}\n{phrases.cut.format(characters=f'{len(text):,}')}"
