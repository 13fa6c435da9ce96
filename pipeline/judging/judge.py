"""The judge: from a reply to a verdict, cheapest checks first, everything measured against the reference.

reply → code → parse and verify → gate → build → seen before? → run on all inputs, and under a sanitizer → alive-tv →
screen → measure
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Collection, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import CompileError, ToolError
from pipeline.events import AnyEvent, StepStarted
from pipeline.findings import Roofline
from pipeline.ir.opcodes import ir_line_count
from pipeline.judging import alive, layout
from pipeline.judging.cases import Case
from pipeline.judging.construct import CANDIDATE_LIMITS, Bench, Constructed, Refusal, construct
from pipeline.judging.harness import Finished, Harness
from pipeline.judging.meter import Arm
from pipeline.judging.reference import Reference
from pipeline.judging.sandbox import Invocation, with_patience
from pipeline.judging.suspicion import too_good
from pipeline.judging.trial import Trial
from pipeline.judging.verifier import Problem, Verifier
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Candidate, Finish, Form, Interval, Outcome, Reason, Verdict

REFERENCE = "reference"
ITSELF = "the reference again"
# The steps that `Judge.judge` announces: during these, and no others, a candidate can be skipped.
STEPS = frozenset(("build", "verify", "measure", "quarantine", "layout"))

Linked = tuple[Finished, Path]


@dataclass(frozen=True)
class Build:
    """A verified candidate: the IR module and the object of its finish, the binary, the checksums of timed runs."""

    module: Path
    object: Path
    binary: Path
    finish: Finish
    digest: str
    checksums: Mapping[Case, int | None]


@dataclass
class Judge:
    """Judges candidates for one reference, below a `roofline` where one is known; `seen` and `builds` grow."""

    bench: Bench
    harness: Harness
    reference: Reference
    invocation: Invocation
    floor: float
    rng: random.Random
    work: Path
    seen: dict[str, str] = field(default_factory=dict)
    builds: dict[str, Build] = field(default_factory=dict)
    roofline: Roofline | None = None

    @property
    def verifier(self) -> Verifier:
        """What decides whether a binary is right."""
        return Verifier(self.bench, self.harness, self.reference, self.invocation)

    def judge(
        self, candidate: Candidate, incumbent: str | None, forms: Collection[Form] = tuple(Form)
    ) -> Generator[AnyEvent, None, Verdict]:
        """Decide about one candidate in one of the allowed forms; yields what happens, returns the verdict."""
        code = parse_reply(candidate.text, self.bench.split.name)
        draft = Verdict(
            candidate=candidate.id, outcome=Outcome.REJECTED, reason=Reason.MEASURED, scope=self.harness.scope
        )
        if not isinstance(code, Code):
            return _refused(draft, code)
        if code.form not in forms:
            allowed = " or ".join(forms)
            return _refused(_with(draft, form=code.form), (Reason.OTHER_FORM, f"form {code.form}: asked for {allowed}"))
        yield StepStarted(step="build", detail=f"{candidate.id} ({code.form}): {candidate.label or code.intent[:80]}")
        draft = _with(draft, form=code.form, intent=code.intent or candidate.label)
        started = time.monotonic()
        ready = self.build(candidate.id, code, draft)
        own = round(time.monotonic() - started, 3)
        if isinstance(ready, Verdict):
            return _with(ready, own_seconds=own)
        draft, linked = _with(ready[0], own_seconds=own), ready[1]
        yield StepStarted(step="verify", detail=f"{candidate.id} on {len(self.reference.expected)} inputs")
        started = time.monotonic()
        verified = self.verify(candidate.id, linked, draft)
        took = round(time.monotonic() - started, 3)
        if isinstance(verified, Verdict):
            return _with(verified, verify_seconds=took)
        draft, builds = _with(verified[0], verify_seconds=took), verified[1]
        yield StepStarted(step="measure", detail=candidate.id)
        return (yield from self._measure(candidate.id, builds, draft, incumbent))

    def build(self, name: str, code: Code, draft: Verdict) -> Verdict | tuple[Verdict, list[Linked]]:
        """Construct, gate, finish and link a candidate: a final verdict, or a draft with the binaries to verify."""
        folder = self.work / name
        made = construct(code, self.bench, folder)
        if isinstance(made, Refusal):
            return _refused(draft, (made.reason, made.detail))
        lines = ir_line_count(made.module.read_text())
        draft = _with(draft, mends=made.mends, ir_lines=lines)
        try:
            finishes = self.harness.finish_both(made.module, CANDIDATE_LIMITS)
        except ToolError as error:
            return _refused(draft, (Reason.COMPILE, str(error)[:1000]))
        digest = finishes[0].digest
        draft = _with(draft, digest=digest)
        if digest == self.reference.finished.digest:
            return _same(draft, Outcome.UNCHANGED, Reason.SAME_OBJECT, "the original's machine code, byte for byte")
        if digest in self.seen:
            detail = f"the same machine code as {self.seen[digest]}"
            return _same(draft, Outcome.DUPLICATE, Reason.SEEN_OBJECT, detail)
        self.seen.update({finished.digest: name for finished in finishes})
        try:
            return draft, self.harness.link_all(finishes, folder)
        except CompileError as error:
            return _refused(draft, (Reason.LINK, str(error)[:1000]))

    def restore(self, candidate: Candidate, finish: Finish) -> None:
        """Build a candidate that an earlier part of the run accepted, so that it can be measured again.

        Raises:
            ToolError: it cannot be built any more (another machine or toolchain).
        """
        code = parse_reply(candidate.text, self.bench.split.name)
        made = construct(code, self.bench, self.work / candidate.id) if isinstance(code, Code) else code
        if not isinstance(made, Constructed):
            raise ToolError(f"candidate {candidate.id} cannot be built on this machine: start a new run")
        finished = self.harness.finish(made.module, finish)
        binary = self.harness.link(finished.object, self.work / candidate.id / f"program-{finish}")
        self.builds[candidate.id] = self._built(finished, binary)

    def verify(self, name: str, linked: list[Linked], draft: Verdict) -> Verdict | tuple[Verdict, list[Build]]:
        """Run every finish on all inputs, and the first one under the sanitizer, side by side; then ask alive-tv.

        A rejection when no finish is right, or memory is misused; else the finishes that are right.
        """
        verifier = self.verifier
        with ThreadPoolExecutor(len(linked) + 1) as pool:
            memory = pool.submit(verifier.memory_error, linked[0][0].module, self.work / name)
            problems = list(pool.map(lambda pair: verifier.problem(pair[1]), linked))
        right = [pair for pair, problem in zip(linked, problems, strict=True) if problem is None]
        if not right:
            return _refused(draft, next(problem for problem in problems if problem))
        if found := memory.result():
            return _refused(draft, found)
        opinion = verifier.opinion(linked[0][0].module, self.work / name)
        if opinion and opinion.finding is alive.Finding.REFUTED:
            return _refused(draft, (Reason.REFUTED, opinion.detail))
        draft = _with(draft, alive=opinion.detail if opinion else "")
        return draft, [self._built(finished, binary) for finished, binary in right]

    def _built(self, finished: Finished, binary: Path) -> Build:
        checksums = self.verifier.checksums(binary)
        return Build(finished.module, finished.object, binary, finished.finish, finished.digest, checksums)

    def arm(self, name: str) -> Arm:
        """The measured arm of the reference or of a verified candidate."""
        if name == REFERENCE:
            return Arm(name, self.reference.binary, self.reference.status, self.reference.checksums)
        build = self.builds[name]
        return self._candidate_arm(name, build)

    def _candidate_arm(self, name: str, build: Build) -> Arm:
        return Arm(name, build.binary, self.reference.status, build.checksums, self.verifier.misprint)

    def _trial(self) -> Trial:
        invocation = with_patience(self.invocation, self.reference.wall_seconds)
        cases = tuple(self.reference.checksums)
        return Trial(self.arm(REFERENCE), invocation, self.reference.clock, cases, self.floor, self.rng)

    def _measure(
        self, name: str, verified: list[Build], draft: Verdict, incumbent: str | None
    ) -> Generator[AnyEvent, None, Verdict]:
        """Screen all finishes, then measure the better one against reference and incumbent with fresh pairs."""
        trial = self._trial()
        arms = [self._candidate_arm(build.finish, build) for build in verified]
        screened = yield from trial.screen(name, arms)
        if isinstance(screened, tuple):
            return _refused(draft, screened)
        best = next(build for build in verified if build.finish == screened.arm)
        self.builds[name] = best
        draft = _with(draft, finish=best.finish, digest=best.digest)
        if screened.hopeless:
            return _with(draft, outcome=Outcome.SLOWER, reason=Reason.CLEARLY_SLOWER, speedup=screened.effect)
        rival = self.arm(incumbent) if incumbent and incumbent in self.builds else None
        verdict = yield from trial.decide(self.arm(name), rival, draft)
        return (yield from self._doubt(name, trial, verdict))

    def _doubt(self, name: str, trial: Trial, verdict: Verdict) -> Generator[AnyEvent, None, Verdict]:
        """Look again at a win that is small enough for luck, or too great to be believed at once."""
        if not verdict.is_win or verdict.speedup is None:
            return verdict
        gain = verdict.speedup.speedup
        if doubt := too_good(gain, self.roofline):
            anew = "new hidden inputs and fresh rounds" if self.reference.seeds else "fresh rounds"
            yield StepStarted(step="quarantine", detail=f"{name}: {doubt}, so {anew}")
            problem = self.verifier.fresh_problem(
                self.builds[name].binary, self.rng.getrandbits(62), f"quarantine {name}"
            )
            if problem:
                return _refused(_with(verdict, speedup=None, versus_incumbent=None), problem)
            held, effect, detail = yield from trial.confirm(self.arm(name))
            if held:
                return _with(verdict, speedup=effect, detail=f"{doubt}: held in {anew}")
            return _with(verdict, outcome=Outcome.INCONCLUSIVE, reason=Reason.NOISE, speedup=effect, detail=detail)
        if gain < layout.SMALL_GAIN:
            yield StepStarted(step="layout", detail=f"{name}: {gain:.2f}x may be where the code lies")
            outcome, reason, effect, detail = yield from self._over_layouts(name, trial)
            return _with(verdict, outcome=outcome, reason=reason, speedup=effect, detail=detail)
        return verdict

    def _over_layouts(
        self, name: str, trial: Trial
    ) -> Generator[AnyEvent, None, tuple[Outcome, Reason, Interval | None, str]]:
        """The reference and a verified candidate in several layouts of the code."""
        objects = {REFERENCE: self.reference.finished.object, name: self.builds[name].object}
        binaries = layout.relinked(self.harness, objects, self.work / f"{name}-layouts".replace(" ", "-"))
        return (yield from trial.over_layouts(self.arm(name), binaries))

    def confirm(self, name: str, run_seed: int) -> Generator[AnyEvent, None, tuple[bool, Interval | None, str]]:
        """Verify the winner on new hidden inputs and measure it afresh: having been chosen is a bias."""
        problem = self.verifier.fresh_problem(self.builds[name].binary, run_seed, f"confirm {name}")
        if problem:
            return False, None, f"{problem[0]}: {problem[1]}"
        trial = self._trial()
        held, speedup, detail = yield from trial.confirm(self.arm(name))
        if held and speedup and speedup.speedup < layout.SMALL_GAIN:
            outcome, _, speedup, detail = yield from self._over_layouts(name, trial)
            held = outcome is Outcome.FASTER
        return held, speedup, detail

    def against_itself(self) -> Generator[AnyEvent, None, Verdict]:
        """Judge a copy of the reference as if it were a candidate: any win is a false one."""
        twin = self.work / "twin"
        twin.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(self.reference.binary, twin)
        draft = Verdict(candidate=ITSELF, outcome=Outcome.REJECTED, reason=Reason.MEASURED)
        build = self._built(self.reference.finished, twin)
        verdict = yield from self._measure(ITSELF, [build], draft, None)
        if verdict.is_win:
            held, speedup, detail = yield from self._trial().confirm(self.arm(ITSELF))
            if not held:
                verdict = _with(verdict, outcome=Outcome.INCONCLUSIVE, speedup=speedup, detail=detail)
        return verdict


def _with(draft: Verdict, **facts: object) -> Verdict:
    return draft.model_copy(update=facts)


def _refused(draft: Verdict, problem: Problem) -> Verdict:
    return _with(draft, outcome=Outcome.REJECTED, reason=problem[0], detail=problem[1])


def _same(draft: Verdict, outcome: Outcome, reason: Reason, detail: str) -> Verdict:
    return _with(draft, outcome=outcome, reason=reason, detail=detail)
