"""What happened to each candidate of a run: intent, verdict, reason, and the change it made."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from pipeline.evidence.source import find_c_function
from pipeline.ir.readable import readable
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Candidate, Finish, Form, Interval, Outcome, Reason, Record, Verdict
from pipeline.reports.journals import Run

# A diff longer than this is cut; the reply stands word for word in the journal.
LONGEST_DIFF = 400
_CONTEXT = 3


class Chapter(Record):
    """One candidate. `against` says what `diff` (unified, without file names) compares with; both may be empty."""

    candidate: str
    iteration: int
    proposer: str
    form: Form | None
    intent: str
    outcome: Outcome | None
    reason: Reason | None
    detail: str
    notes: tuple[str, ...]
    speedup: Interval | None
    confirmed: Interval | None
    parent: str | None
    finish: Finish | None
    against: str
    diff: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """Outcome and reason in words."""
        return f"{self.outcome} ({self.reason})" if self.outcome else "not judged yet"


def story(run: Run) -> Iterator[Chapter]:
    """Every candidate of a run in the order they were proposed."""
    codes: dict[str, Code | None] = {}
    originals: dict[Form, str | None] = {}
    for name, candidate in run.state.candidates.items():
        codes[name] = code = _code(run, candidate)
        verdict = run.state.verdicts.get(name)
        against, diff = "", tuple[str, ...]()
        if code and not (verdict and verdict.outcome is Outcome.DUPLICATE):
            against, before = _before(run, candidate, code.form, codes, originals)
            diff = tuple(_difference(before, code.text))
        yield _chapter(run, candidate, verdict, against, diff, code)


def _chapter(
    run: Run, candidate: Candidate, verdict: Verdict | None, against: str, diff: tuple[str, ...], code: Code | None
) -> Chapter:
    fresh = [told for told in run.state.confirmations if told.candidate == candidate.id]
    return Chapter(
        candidate=candidate.id,
        iteration=candidate.iteration,
        proposer=candidate.proposer,
        form=verdict.form if verdict else code.form if code else None,
        intent=(verdict.intent if verdict else "") or candidate.label,
        outcome=verdict.outcome if verdict else None,
        reason=verdict.reason if verdict else None,
        detail=verdict.detail if verdict else "",
        notes=tuple(_notes(verdict)) if verdict else (),
        speedup=verdict.speedup if verdict else None,
        confirmed=fresh[-1].speedup if fresh and fresh[-1].held else None,
        parent=run.parents.get(candidate.id),
        finish=verdict.finish if verdict else None,
        against=against,
        diff=diff,
    )


def _notes(verdict: Verdict) -> Iterator[str]:
    if verdict.mends:
        yield f"repaired mechanically: {', '.join(verdict.mends)}"
    if verdict.alive:
        yield verdict.alive
    if verdict.finish is Finish.O3_AGAIN:
        yield "finished with the -O3 passes once more"
    if verdict.versus_incumbent:
        yield f"against the best of that moment: {verdict.versus_incumbent}"


def _code(run: Run, candidate: Candidate) -> Code | None:
    hot = run.state.reference.hot if run.state.reference else run.program.hot or ""
    code = parse_reply(candidate.text, hot)
    return code if isinstance(code, Code) else None


def _before(
    run: Run, candidate: Candidate, form: Form, codes: dict[str, Code | None], originals: dict[Form, str | None]
) -> tuple[str, str]:
    """What a candidate's code is compared with: its parent of the same form, else the original, else nothing."""
    parent = run.parents.get(candidate.id)
    before = codes.get(parent) if parent else None
    if parent and before and before.form is form:
        return parent, before.text
    if form not in originals:
        originals[form] = original(run, form)
    found = originals[form]
    return ("the original", found) if found else ("", "")


def original(run: Run, form: Form) -> str | None:
    """The original hot function as C from its source, or as IR from the run's folder; None where neither is there.

    Only the text of the change rests on these files; every number is the journal's.
    """
    reference = run.state.reference
    if reference is None or form is Form.PASSES:
        return None
    try:
        if form is Form.C:
            extra = (run.program.readable_source,) if run.program.readable_source else ()
            return find_c_function((*run.program.sources, *extra), reference.hot)
        return readable(_module(run).read_text(encoding="utf-8"), reference.hot) or None
    except (OSError, UnicodeDecodeError):
        return None


def _module(run: Run) -> Path:
    return run.folder / f"{run.program.name}.ll"


def _difference(before: str, after: str) -> Iterator[str]:
    """Unified diff lines; all of `after` as it is when there is nothing to compare with."""
    old, new = before.strip("\n").splitlines(), after.strip("\n").splitlines()
    lines = (
        list(difflib.unified_diff(old, new, lineterm="", n=_CONTEXT))[2:] if before else [f" {line}" for line in new]
    )
    yield from lines[:LONGEST_DIFF]
    if len(lines) > LONGEST_DIFF:
        yield f"@@ {len(lines) - LONGEST_DIFF} more lines: see the journal @@"
