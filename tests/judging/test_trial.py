"""How many rounds a verdict takes and which samples it rests on; the meter is scripted, nothing is timed."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from labs import driven

from pipeline.errors import BrokenReference
from pipeline.events import SamplesTaken
from pipeline.judging import trial as trials
from pipeline.judging.cases import OWN, Case
from pipeline.judging.meter import Arm, Measurement, Sample
from pipeline.judging.sandbox import Invocation
from pipeline.judging.trial import (
    CONFIRM_ROUNDS,
    FIRST_ROUNDS,
    MOST_ROUNDS,
    SCREEN_ROUNDS,
    Screened,
    Trial,
    gains_by_input,
)
from pipeline.records import Outcome, Reason, Verdict


@dataclass
class Script:
    """A meter whose arms are so many times as fast as the reference, give or take `noise` (of the logarithm)."""

    speedups: Mapping[str, float]
    noise: float
    failing: Mapping[str, tuple[Reason, str]] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    rng: random.Random = field(default_factory=lambda: random.Random(5))

    def __call__(self, arms: Mapping[str, Arm], rounds: int, *_: object, **__: object) -> Measurement:
        self.asked.append(rounds)
        taken = Measurement({}, [OWN] * rounds)
        for name in arms:
            if name in self.failing:
                taken.fail(name, self.failing[name])
            else:
                taken.samples[name] = [self._sample(self.speedups.get(name, 1.0)) for _ in range(rounds)]
        return taken

    def _sample(self, speedup: float) -> Sample:
        seconds = self.rng.lognormvariate(0, self.noise) / speedup
        return Sample(seconds, 0.01, seconds + 0.1)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Any:
    def make(speedups: Mapping[str, float], noise: float, **facts: Any) -> tuple[Trial, Script]:
        script = Script(speedups, noise, **facts)
        monkeypatch.setattr(trials, "measure", script)
        arm = Arm("reference", Path("reference"))
        return Trial(arm, Invocation(), "cpu", (OWN,), 0.01, random.Random(1)), script

    return make


def candidate(name: str = "c1") -> Arm:
    return Arm(name, Path(name))


def draft() -> Verdict:
    return Verdict(candidate="c1", outcome=Outcome.REJECTED, reason=Reason.MEASURED)


def test_a_narrow_interval_ends_the_rounds(scripted: Any) -> None:
    trial, script = scripted({"c1": 1.5}, 0.002)
    verdict, _ = driven(trial.decide(candidate(), None, draft()))
    assert (verdict.outcome, verdict.reason) == (Outcome.FASTER, Reason.MEASURED)
    assert script.asked == [FIRST_ROUNDS]


def test_a_wide_one_takes_all_rounds_though_the_effect_is_significant_at_once(scripted: Any) -> None:
    trial, script = scripted({"c1": 2.0}, 0.2)
    verdict, told = driven(trial.decide(candidate(), None, draft()))
    assert verdict.outcome is Outcome.FASTER
    assert verdict.speedup.p_value < 1e-6
    assert sum(script.asked) == MOST_ROUNDS == verdict.speedup.pairs
    (event,) = told
    assert isinstance(event, SamplesTaken) and len(event.seconds["c1"]) == MOST_ROUNDS, "every sample is kept"


def test_a_clear_loss_ends_the_rounds(scripted: Any) -> None:
    trial, script = scripted({"c1": 0.5}, 0.1)
    verdict, _ = driven(trial.decide(candidate(), None, draft()))
    assert verdict.outcome is Outcome.SLOWER
    assert script.asked == [FIRST_ROUNDS]


def test_an_effect_within_noise_is_inconclusive(scripted: Any) -> None:
    trial, _ = scripted({"c1": 1.0}, 0.1)
    verdict, _ = driven(trial.decide(candidate(), None, draft()))
    assert (verdict.outcome, verdict.reason) == (Outcome.INCONCLUSIVE, Reason.NOISE)


def test_the_incumbent_is_compared_in_the_same_rounds(scripted: Any) -> None:
    trial, script = scripted({"c1": 2.0, "best": 1.6}, 0.002)
    verdict, _ = driven(trial.decide(candidate(), candidate("best"), draft()))
    assert verdict.versus_incumbent.speedup == pytest.approx(1.25, rel=0.01)
    assert verdict.versus_incumbent.pairs == verdict.speedup.pairs == sum(script.asked)


def test_screening_takes_the_fastest_finish_and_gives_up_a_clear_loss(scripted: Any) -> None:
    trial, script = scripted({"codegen": 0.5, "o3-again": 0.6}, 0.002)
    screened, _ = driven(trial.screen("c1", [candidate("codegen"), candidate("o3-again")]))
    assert isinstance(screened, Screened)
    assert (screened.arm, screened.hopeless, script.asked) == ("o3-again", True, [SCREEN_ROUNDS])


def test_a_win_is_confirmed_in_at_least_thirty_new_rounds(scripted: Any) -> None:
    trial, script = scripted({"c1": 1.5}, 0.002)
    (held, speedup, detail), _ = driven(trial.confirm(candidate()))
    assert (held, detail, script.asked) == (True, "", [CONFIRM_ROUNDS])
    assert speedup.pairs == CONFIRM_ROUNDS >= 30


def test_a_gain_that_does_not_repeat_is_not_held(scripted: Any) -> None:
    trial, _ = scripted({"c1": 1.0}, 0.05)
    (held, _, detail), _ = driven(trial.confirm(candidate()))
    assert not held and "did not repeat" in detail


def test_a_candidate_that_fails_while_timed_is_rejected_and_a_failing_reference_ends_the_run(scripted: Any) -> None:
    trial, _ = scripted({}, 0.01, failing={"c1": (Reason.CHECKSUM, "other results")})
    verdict, _ = driven(trial.decide(candidate(), None, draft()))
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.CHECKSUM)
    trial, _ = scripted({}, 0.01, failing={"reference": (Reason.CRASH, "died")})
    confirming = trial.confirm(candidate())
    assert isinstance(next(confirming), SamplesTaken)  # what was measured is told before the run ends
    with pytest.raises(BrokenReference, match="died"):
        next(confirming)


def test_a_candidate_that_fails_in_another_layout_is_rejected_for_what_it_did(scripted: Any) -> None:
    trial, _ = scripted({}, 0.01, failing={"c1": (Reason.CHECKSUM, "other results")})
    layouts = [{"reference": Path("r16"), "c1": Path("c16")}]
    (outcome, reason, effect, _), _ = driven(trial.over_layouts(candidate(), layouts))
    assert (outcome, reason, effect) == (Outcome.REJECTED, Reason.CHECKSUM, None)


@pytest.mark.parametrize(
    ("gains", "words"),
    [
        ((30.0, 33.0, 31.0), ""),
        (
            (30.0, 36.0, 1.8),
            "the gain depends on the input: 30.00x on the program's own; 1.80x, 36.00x on hidden ones",
        ),
    ],
)
def test_gains_that_depend_on_the_input_are_told_one_by_one(gains: tuple[float, ...], words: str) -> None:
    cases = [OWN, Case(seed=7), Case(seed=8)]
    own = [Sample(1 / gain, 0.0, 1.0) for gain in gains] * 3
    taken = Measurement({"reference": [Sample(1.0, 0.0, 1.0)] * 9, "c1": own}, cases * 3)
    assert gains_by_input(taken, "reference", "c1") == words


def test_an_input_of_few_rounds_says_nothing_of_its_gain() -> None:
    own = [Sample(1.0, 0.0, 1.0)] * 3 + [Sample(0.1, 0.0, 1.0)] * 2
    taken = Measurement({"reference": [Sample(1.0, 0.0, 1.0)] * 5, "c1": own}, [OWN] * 3 + [Case(seed=7)] * 2)
    assert gains_by_input(taken, "reference", "c1") == ""
