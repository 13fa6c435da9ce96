"""The timed part of a verdict: screen with few rounds, measure until the interval is narrow, confirm afresh.

What was chosen for its good numbers looks better than it is, so no sample serves twice: not those of the screening in
the verdict, not those of the verdict in the confirmation. Stopping on the interval's width follows Georges, Buytaert
and Eeckhout (Statistically rigorous Java performance evaluation, OOPSLA 2007).
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import BrokenReference
from pipeline.events import AnyEvent
from pipeline.judging import layout
from pipeline.judging.cases import Case
from pipeline.judging.meter import Arm, Measurement, measure
from pipeline.judging.sandbox import Invocation
from pipeline.judging.statistics import decide, paired_speedup, width
from pipeline.judging.suspicion import suspicion
from pipeline.records import Interval, Outcome, Reason, Verdict

SCREEN_ROUNDS = 5
FIRST_ROUNDS = 11
MORE_ROUNDS = 10
MOST_ROUNDS = 31
CONFIRM_ROUNDS = 31
NARROW = 0.03  # an interval of 3 % of the effect is narrow enough to stop
# Gains on two inputs that differ by this factor are told one by one, where each was seen in so many rounds.
FAR_APART, LEAST_ROUNDS = 1.5, 3
HOPELESS = 0.85  # an interval below this is a clear loss: more rounds are a waste


def is_clear_loss(effect: Interval) -> bool:
    """True for an effect whose whole interval says that the candidate is much slower."""
    return effect.high < HOPELESS


def gains_by_input(measurement: Measurement, reference: str, name: str) -> str:
    """The median gain on each input where they are far apart, in words; empty where one number says it."""
    ratios: dict[Case, list[float]] = {}
    pairs = zip(measurement.seconds[reference], measurement.seconds[name], measurement.cases, strict=True)
    for base, own, case in pairs:
        ratios.setdefault(case, []).append(base / own)
    gains = {case: statistics.median(each) for case, each in ratios.items() if len(each) >= LEAST_ROUNDS}
    if len(gains) < 2 or max(gains.values()) < FAR_APART * min(gains.values()):
        return ""
    known = [f"{gain:.2f}x on the program's own" for case, gain in gains.items() if case.is_own]
    hidden = ", ".join(sorted(f"{gain:.2f}x" for case, gain in gains.items() if not case.is_own))
    return "the gain depends on the input: " + "; ".join([*known, f"{hidden} on hidden ones"])


@dataclass(frozen=True)
class Screened:
    """The faster of several arms after a few rounds."""

    arm: str
    effect: Interval

    @property
    def hopeless(self) -> bool:
        """True when it lost so clearly that more rounds cannot make it a win."""
        return is_clear_loss(self.effect)


@dataclass(frozen=True)
class Trial:
    """What all timed comparisons with one reference share; rounds take turns among the inputs `cases`."""

    reference: Arm
    invocation: Invocation
    clock: str
    cases: tuple[Case, ...]
    floor: float
    rng: random.Random

    def measure(self, arms: Sequence[Arm], rounds: int) -> Measurement:
        """Timed, paired rounds of the reference and the given arms."""
        every = {arm.name: arm for arm in (self.reference, *arms)}
        return measure(every, rounds, self.invocation, self.clock, self.rng, cases=self.cases)

    def _journalled(self, taken: Measurement, purpose: str) -> Iterator[AnyEvent]:
        """Every sample as an event.

        Raises:
            BrokenReference: the reference itself changed its results between two runs.
        """
        yield taken.event(purpose, self.clock, self.invocation.cpu)
        if self.reference.name in taken.failures:
            reason, detail = taken.failures[self.reference.name]
            raise BrokenReference(f"the program does not behave the same from run to run ({reason}: {detail})")

    def _effect(self, taken: Measurement, name: str) -> Interval:
        return paired_speedup(taken.seconds[self.reference.name], taken.seconds[name])

    def screen(self, name: str, arms: Sequence[Arm]) -> Generator[AnyEvent, None, Screened | tuple[Reason, str]]:
        """A few rounds of all finishes of a candidate: the fastest one, or why none of them ended well."""
        taken = self.measure(arms, SCREEN_ROUNDS)
        yield from self._journalled(taken, f"screen {name}")
        effects = {arm.name: self._effect(taken, arm.name) for arm in arms if arm.name not in taken.failures}
        if not effects:
            return next(iter(taken.failures.values()))
        best = max(effects, key=lambda each: effects[each].speedup)
        return Screened(best, effects[best])

    def decide(self, arm: Arm, rival: Arm | None, draft: Verdict) -> Generator[AnyEvent, None, Verdict]:
        """Fresh rounds beside the reference and the rival (the incumbent, if any), and the verdict that they give."""
        taken = yield from self._until_narrow(arm, rival)
        problem = taken.failures.get(arm.name) or suspicion(taken, self.reference.name, arm.name)
        if problem:
            return draft.model_copy(update={"reason": problem[0], "detail": problem[1]})
        effect = self._effect(taken, arm.name)
        beaten = taken.seconds.get(rival.name) if rival and rival.name not in taken.failures else None
        versus = paired_speedup(beaten, taken.seconds[arm.name]) if beaten else None
        outcome = decide(effect, self.floor)
        reason = Reason.NOISE if outcome is Outcome.INCONCLUSIVE else Reason.MEASURED
        detail = gains_by_input(taken, self.reference.name, arm.name)
        update = {
            "outcome": outcome,
            "reason": reason,
            "detail": detail,
            "speedup": effect,
            "versus_incumbent": versus,
        }
        return draft.model_copy(update=update)

    def _until_narrow(self, arm: Arm, rival: Arm | None) -> Generator[AnyEvent, None, Measurement]:
        """Rounds until the interval is narrow, the loss is clear, or enough were spent.

        Never until the effect looks significant: looking again and again finds a difference between equals
        (Armitage, McPherson, Rowe: Repeated significance tests on accumulating data, JRSS A 1969).
        """
        arms = [arm, *([rival] if rival else [])]
        total = self.measure(arms, FIRST_ROUNDS)
        both = {self.reference.name, arm.name}
        while not both & total.failures.keys() and len(total.samples[arm.name]) < MOST_ROUNDS:
            effect = self._effect(total, arm.name)
            if width(effect) < NARROW or is_clear_loss(effect):
                break
            arms = [each for each in arms if each.name not in total.failures]
            total.extend(self.measure(arms, MORE_ROUNDS))
        yield from self._journalled(total, f"measure {arm.name}")
        return total

    def over_layouts(
        self, arm: Arm, layouts: Sequence[Mapping[str, Path]]
    ) -> Generator[AnyEvent, None, tuple[Outcome, Reason, Interval | None, str]]:
        """Measure an arm and the reference in several layouts: what all of them say together, and why."""
        samples = []
        for number, binaries in enumerate(layouts, 1):
            trial = replace(self, reference=replace(self.reference, binary=binaries[self.reference.name]))
            taken = trial.measure([replace(arm, binary=binaries[arm.name])], layout.ROUNDS)
            yield from self._journalled(taken, f"layout {number} {arm.name}")
            if arm.name in taken.failures:
                reason, detail = taken.failures[arm.name]
                return Outcome.REJECTED, reason, None, f"{detail} (in another layout of the code)"
            samples.append((taken.seconds[self.reference.name], taken.seconds[arm.name]))
        outcome, effect, words = layout.over_layouts(samples, self.floor)
        return outcome, Reason.MEASURED if outcome is Outcome.FASTER else Reason.LAYOUT, effect, words

    def confirm(self, arm: Arm) -> Generator[AnyEvent, None, tuple[bool, Interval | None, str]]:
        """Measure a winner in rounds that had no part in choosing it: whether it held, its speedup, why not."""
        taken = self.measure([arm], CONFIRM_ROUNDS)
        yield from self._journalled(taken, f"confirm {arm.name}")
        problem = taken.failures.get(arm.name) or suspicion(taken, self.reference.name, arm.name)
        if problem:
            return False, None, f"{problem[0]}: {problem[1]}"
        effect = self._effect(taken, arm.name)
        held = decide(effect, self.floor) is Outcome.FASTER
        return held, effect, "" if held else "the gain did not repeat in fresh rounds"
