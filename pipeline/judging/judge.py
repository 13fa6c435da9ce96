"""The judge: from a reply to a verdict, cheapest checks first, everything measured against the reference.

reply → code → parse and verify → gate → build → seen before? → run on known and hidden inputs → screen → measure
"""

from __future__ import annotations

import random
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import BrokenReference, CompileError, ToolError
from pipeline.events import AnyEvent, SamplesTaken, StepStarted
from pipeline.ir.opcodes import ir_line_count
from pipeline.judging.construct import Bench, Constructed, Refusal, construct
from pipeline.judging.harness import Finished, Harness
from pipeline.judging.meter import Arm, Measurement, measure
from pipeline.judging.reference import Reference, expected_hidden, hidden_seeds, verify, with_patience
from pipeline.judging.sandbox import Invocation, observe
from pipeline.judging.statistics import decide, paired_speedup, width
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import Candidate, Finish, Interval, Outcome, Reason, Verdict

SCREEN_ROUNDS = 5
FIRST_ROUNDS = 11
MORE_ROUNDS = 10
MOST_ROUNDS = 31
CONFIRM_ROUNDS = 31
NARROW = 0.03  # an interval of 3 % of the effect is narrow enough to stop
HOPELESS = 0.85  # below this in every screened pair, more rounds are a waste
REFERENCE = "reference"

Linked = tuple[Finished, Path]


@dataclass(frozen=True)
class Build:
    """A verified candidate: the IR module that was finished, the linked binary, the checksum of its timed runs."""

    module: Path
    binary: Path
    finish: Finish
    digest: str
    checksum: int | None


@dataclass
class Judge:
    """Judges candidates for one reference. `seen` and `builds` grow with every verdict, nothing else changes."""

    bench: Bench
    harness: Harness
    reference: Reference
    invocation: Invocation
    floor: float
    rng: random.Random
    work: Path
    seen: dict[str, str] = field(default_factory=dict)
    builds: dict[str, Build] = field(default_factory=dict)

    def judge(self, candidate: Candidate, incumbent: str | None) -> Generator[AnyEvent, None, Verdict]:
        """Decide about one candidate; yields what happens, returns the verdict."""
        code = parse_reply(candidate.text, self.bench.split.name)
        if not isinstance(code, Code):
            return Verdict(candidate=candidate.id, outcome=Outcome.REJECTED, reason=code[0], detail=code[1])
        yield StepStarted(step="build", detail=f"{candidate.id} ({code.form}): {candidate.label or code.intent[:80]}")
        draft = Verdict(
            candidate=candidate.id,
            outcome=Outcome.REJECTED,
            reason=Reason.MEASURED,
            form=code.form,
            intent=code.intent or candidate.label,
        )
        started = time.monotonic()
        ready = self.build(candidate.id, code, draft)
        own = {"own_seconds": round(time.monotonic() - started, 3)}
        if isinstance(ready, Verdict):
            return ready.model_copy(update=own)
        draft, linked = ready[0].model_copy(update=own), ready[1]
        yield StepStarted(step="verify", detail=f"{candidate.id} on {len(self.reference.expected)} inputs")
        verified = self._verify(linked, draft)
        if isinstance(verified, Verdict):
            return verified
        yield StepStarted(step="measure", detail=candidate.id)
        return (yield from self._measure(candidate.id, verified, draft, incumbent))

    def build(self, name: str, code: Code, draft: Verdict) -> Verdict | tuple[Verdict, list[Linked]]:
        """Construct, gate, finish and link a candidate: a final verdict, or a draft with the binaries to verify."""
        folder = self.work / name
        made = construct(code, self.bench, folder)
        if isinstance(made, Refusal):
            return draft.model_copy(update={"reason": made.reason, "detail": made.detail})
        lines = ir_line_count(made.module.read_text())
        draft = draft.model_copy(update={"mends": made.mends, "ir_lines": lines})
        try:
            finishes = self.harness.finish_both(made.module)
        except ToolError as error:
            return draft.model_copy(update={"reason": Reason.COMPILE, "detail": str(error)[:1000]})
        digest = finishes[0].digest
        draft = draft.model_copy(update={"digest": digest})
        if digest == self.reference.finished.digest:
            return _same(draft, Outcome.UNCHANGED, Reason.SAME_OBJECT, "the original's machine code, byte for byte")
        if digest in self.seen:
            detail = f"the same machine code as {self.seen[digest]}"
            return _same(draft, Outcome.DUPLICATE, Reason.SEEN_OBJECT, detail)
        self.seen.update({finished.digest: name for finished in finishes})
        try:
            return draft, self.harness.link_all(finishes, folder)
        except CompileError as error:
            return draft.model_copy(update={"reason": Reason.LINK, "detail": str(error)[:1000]})

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
        self.builds[candidate.id] = Build(finished.module, binary, finish, finished.digest, self._checksum(binary))

    def _verify(self, linked: list[Linked], draft: Verdict) -> Verdict | list[Build]:
        """Run every finish on all known inputs: those that are right, or a rejection when none is."""
        passed: list[Build] = []
        problem: tuple[Reason, str] | None = None
        patient, program = self._patience(), self.bench.program
        for finished, binary in linked:
            expected, names = self.reference.expected, self.harness.block_names
            found = verify(binary, expected, patient, self.bench.policy, program.tolerance, names)
            if found:
                problem = problem or found
                continue
            checksum = self._checksum(binary)
            passed.append(Build(finished.module, binary, finished.finish, finished.digest, checksum))
        if not passed and problem:
            return draft.model_copy(update={"reason": problem[0], "detail": problem[1]})
        return passed

    def _checksum(self, binary: Path) -> int | None:
        """The checksum that timed runs must repeat; None where the reference's own does not repeat."""
        if self.reference.checksum is None:
            return None
        return observe(binary, self._patience(), timed=True, clock=self.reference.clock).report.checksum

    def _patience(self) -> Invocation:
        return with_patience(self.invocation, self.reference.wall_seconds)

    def arm(self, name: str) -> Arm:
        """The measured arm of the reference or of a verified candidate."""
        if name == REFERENCE:
            return Arm(name, self.reference.binary, self.reference.status, self.reference.checksum)
        build = self.builds[name]
        return Arm(name, build.binary, self.reference.status, build.checksum)

    def measure(self, arms: list[Arm], rounds: int) -> Measurement:
        """Timed, paired rounds of the given arms.

        Raises:
            BrokenReference: the reference itself changed its results between two runs.
        """
        taken = measure({arm.name: arm for arm in arms}, rounds, self._patience(), self.reference.clock, self.rng)
        if REFERENCE in taken.failures:
            reason, detail = taken.failures[REFERENCE]
            raise BrokenReference(f"the program does not behave the same from run to run ({reason}: {detail})")
        return taken

    def _event(self, measurement: Measurement, purpose: str) -> SamplesTaken:
        return measurement.event(purpose, self.reference.clock, self.invocation.cpu)

    def _measure(
        self, name: str, verified: list[Build], draft: Verdict, incumbent: str | None
    ) -> Generator[AnyEvent, None, Verdict]:
        """Screen both finishes, then measure the better one against reference and incumbent with fresh pairs."""
        arms = [Arm(b.finish, b.binary, self.reference.status, b.checksum) for b in verified]
        screen = self.measure([self.arm(REFERENCE), *arms], SCREEN_ROUNDS)
        yield self._event(screen, f"screen {name}")
        alive = [build for build in verified if build.finish not in screen.failures]
        if not alive:
            reason, detail = next(iter(screen.failures.values()))
            return draft.model_copy(update={"reason": reason, "detail": detail})
        base = screen.seconds[REFERENCE]
        effects = {build.finish: paired_speedup(base, screen.seconds[build.finish]) for build in alive}
        best = max(alive, key=lambda build: effects[build.finish].speedup)
        self.builds[name] = best
        draft = draft.model_copy(update={"finish": best.finish, "digest": best.digest})
        if effects[best.finish].high < HOPELESS:
            return _final(draft, Outcome.SLOWER, Reason.CLEARLY_SLOWER, effects[best.finish], None)
        measurement = yield from self._until_narrow(name, incumbent)
        if name in measurement.failures:
            reason, detail = measurement.failures[name]
            return draft.model_copy(update={"reason": reason, "detail": detail})
        effect = paired_speedup(measurement.seconds[REFERENCE], measurement.seconds[name])
        rival = measurement.seconds.get(incumbent) if incumbent else None
        versus = paired_speedup(rival, measurement.seconds[name]) if rival else None
        outcome = decide(effect, self.floor)
        reason = Reason.NOISE if outcome is Outcome.INCONCLUSIVE else Reason.MEASURED
        return _final(draft, outcome, reason, effect, versus)

    def _until_narrow(self, name: str, incumbent: str | None) -> Generator[AnyEvent, None, Measurement]:
        """Rounds until the interval is narrow or enough were spent: never until it looks significant."""
        names = [REFERENCE, name, *([incumbent] if incumbent and incumbent in self.builds else [])]
        total = self.measure([self.arm(each) for each in names], FIRST_ROUNDS)
        while name not in total.failures and len(total.seconds[name]) < MOST_ROUNDS:
            effect = paired_speedup(total.seconds[REFERENCE], total.seconds[name])
            if width(effect) < NARROW:
                break
            more = self.measure([self.arm(each) for each in names], MORE_ROUNDS)
            total.failures.update(more.failures)
            for each in names:
                total.seconds[each] = total.seconds.get(each, []) + more.seconds.get(each, [])
            total.order.extend(more.order)
        yield self._event(total, f"measure {name}")
        return total

    def confirm(self, name: str, run_seed: int) -> Generator[AnyEvent, None, tuple[bool, Interval | None, str]]:
        """Verify the winner on new hidden inputs and measure it afresh: having been chosen is a bias."""
        build = self.builds[name]
        seeds = hidden_seeds(run_seed, f"confirm {name}")
        fresh = expected_hidden(self.reference.binary, self.invocation, seeds, len(self.reference.seeds))
        program, names = self.bench.program, self.harness.block_names
        problem = verify(build.binary, fresh, self._patience(), self.bench.policy, program.tolerance, names)
        if problem:
            return False, None, f"{problem[0]}: {problem[1]}"
        measurement = self.measure([self.arm(REFERENCE), self.arm(name)], CONFIRM_ROUNDS)
        yield self._event(measurement, f"confirm {name}")
        if name in measurement.failures:
            reason, detail = measurement.failures[name]
            return False, None, f"{reason}: {detail}"
        effect = paired_speedup(measurement.seconds[REFERENCE], measurement.seconds[name])
        held = decide(effect, self.floor) is Outcome.FASTER
        return held, effect, "" if held else "the gain did not repeat in fresh rounds"


def _same(draft: Verdict, outcome: Outcome, reason: Reason, detail: str) -> Verdict:
    return draft.model_copy(update={"outcome": outcome, "reason": reason, "detail": detail})


def _final(draft: Verdict, outcome: Outcome, reason: Reason, effect: Interval, versus: Interval | None) -> Verdict:
    return draft.model_copy(
        update={"outcome": outcome, "reason": reason, "speedup": effect, "versus_incumbent": versus}
    )
