"""The prompt: a pure function from evidence to text.

Order and content follow what helped in trials: the C source beside the IR, sizes, facts on aliasing, the machine, the
numbers and reasons of earlier attempts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.proposers.base import Attempt
from pipeline.records import Form, LadderRow, Policy, Program

HISTORY_CODE_LIMIT = 12_000


@dataclass(frozen=True)
class Evidence:
    """All that a proposer is told. `source` is None for a program given as IR; `ir` is cleaned for reading."""

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


def build_prompt(evidence: Evidence, history: Sequence[Attempt], incumbent: str | None) -> str:
    """The text for a model: task and rules first (the same in every iteration), history last."""
    sections = [
        _task(evidence),
        _rules(evidence),
        _answer(evidence),
        _program(evidence),
        _machine(evidence),
        _history(history, incumbent),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _task(evidence: Evidence) -> str:
    return (
        f"# Make `{evidence.hot}` faster than clang -O3\n\n"
        f"Optimise the function `{evidence.hot}` of the program `{evidence.program.name}` beyond -O3, looking at "
        "its hot spots in particular. Below are its source, its LLVM IR after plain `clang -O3`, the profile of a run "
        "and facts about the machine. Only this function is replaced; the rest of the program stays as it is. Every "
        "reply is compiled, checked on the program's own and on hidden inputs, and timed against the original on this "
        "machine."
    )


def _rules(evidence: Evidence) -> str:
    if evidence.policy is Policy.STRICT:
        floats = (
            "Results must be bit-exact: no reordering, contraction or fast-math on floating-point arithmetic; do not "
            "state facts nobody proved (nsw, nuw, noalias, assume, unreachable, restrict)."
        )
    else:
        tolerance = f"{evidence.program.tolerance:g}"
        floats = (
            f"Floating-point sums may be reordered and fused; whole results must agree with the original's within "
            f"{tolerance} of the largest magnitude of each array. No nnan or ninf."
        )
    callees = ", ".join(evidence.callees) or "none"
    return (
        "## Rules\n\n"
        f"- {floats}\n"
        "- Keep the name and the signature. Same results in all memory that the original writes; write nothing else.\n"
        "- No inline assembly, no mutable globals or static variables, no threads, no input or output, no system "
        "calls. Constant tables, helper functions (static), local buffers on the stack (a few hundred KiB), vector "
        "types and intrinsics are fine.\n"
        f"- Callable: pure libm functions, memcpy, memset, LLVM intrinsics, and what the original calls ({callees}).\n"
        "- The code must be right for any values of the arguments that the program may pass (sizes of 0, of 1, no "
        "multiples of a block), not for this input only. It also runs under AddressSanitizer: no access outside an "
        "array, not even one whose result is unused."
    )


def _answer(evidence: Evidence) -> str:
    return (
        "## Answer\n\n"
        "One or two sentences on what you change and why, then one fenced block in one of these forms:\n\n"
        f"- ```` ```c ```` : the function `{evidence.hot}` in C, self-contained (its includes, types, static helpers); "
        "it is compiled by clang -O3 for this machine.\n"
        f"- ```` ```llvm ```` : the function as LLVM IR (`define … @{evidence.hot}`), opaque pointers, no metadata or "
        "attribute groups needed.\n"
        f"- ```` ```passes ```` : a recipe as JSON, such as {{{_floats_example(evidence.policy)}"
        '"options": {"force-vector-interleave": 4}, "prefer_vector_width": 256, "polly": false}, '
        "applied to the original."
    )


def _floats_example(policy: Policy) -> str:
    return "" if policy is Policy.STRICT else '"fast_math": ["reassoc", "contract", "nsz"], '


def _program(evidence: Evidence) -> str:
    facts = []
    program = evidence.program
    if program.sizes:
        sizes = ", ".join(f"{name}={value}" for name, value in program.sizes.items())
        facts.append(f"- sizes in this run ({program.size}): {sizes}; these names are macros when your C is compiled")
    if program.notes:
        facts.append(f"- {program.notes}")
    facts.append(f"- IR signature: `{evidence.signature}`")
    facts.append(f"- {evidence.seconds * 1e3:.4g} ms in the function in one run, {evidence.calls} call(s)")
    facts += [f"- {note}" for note in evidence.notes]
    parts = ["## The function", "\n".join(facts)]
    if evidence.source:
        parts.append(f"C source:\n\n```c\n{evidence.source}\n```")
    parts.append(f"LLVM IR after plain -O3:\n\n```llvm\n{evidence.ir}```")
    return "\n\n".join(parts)


def _machine(evidence: Evidence) -> str:
    parts = ["## Profile and machine", evidence.profile.strip(), "\n".join(f"- {line}" for line in evidence.machine)]
    rows = [f"- {row.name}: {row.speedup}" for row in evidence.ladder if row.speedup]
    if rows:
        parts.append("What flags alone reach (speedup over plain -O3, 99 % interval):\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def _history(history: Sequence[Attempt], incumbent: str | None) -> str:
    if not history:
        return ""
    lines = ["## What was tried so far", ""]
    lines += [f"- {describe(attempt)}" for attempt in history]
    best = next((attempt for attempt in history if attempt.candidate.id == incumbent), None)
    if best:
        lines += ["", f"The fastest verified version so far is {best.candidate.id}; improve on it:", ""]
        lines.append(_shortened(best.candidate.text.strip()))
    last = history[-1]
    if last is not best and last.verdict.form in (Form.C, Form.IR) and len(last.candidate.text) < HISTORY_CODE_LIMIT:
        lines += ["", f"The latest reply, {last.candidate.id}, was:", "", last.candidate.text.strip()]
    return "\n".join(lines)


def _shortened(text: str) -> str:
    if len(text) <= HISTORY_CODE_LIMIT:
        return text
    return f"{text[:HISTORY_CODE_LIMIT]}\n[cut here: {len(text):,} characters in all]"


def describe(attempt: Attempt) -> str:
    """One line: what was tried, what came of it, why."""
    verdict = attempt.verdict
    what = verdict.intent or attempt.candidate.label or "a reply"
    speed = f", {verdict.speedup} over -O3" if verdict.speedup else ""
    why = f" ({verdict.reason}: {verdict.detail})" if verdict.detail else f" ({verdict.reason})"
    form = f" [{verdict.form}]" if verdict.form else ""
    return f"{attempt.candidate.id}{form}: {what} → {verdict.outcome}{speed}{why}"
