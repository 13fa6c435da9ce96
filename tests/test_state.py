"""What the events of a run add up to, in whatever pieces they come."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.records import Candidate, Interval, LadderRow, Outcome, Policy, Program, Reason, Settings, Verdict
from pipeline.state import State, fold

PROGRAM = Program(name="k", sources=(Path("k.c"),))
STARTED = events.RunStarted(run_id="r", folder=Path("/r"), program=PROGRAM, settings=Settings(), environment={})


def interval(speedup: float) -> Interval:
    return Interval(speedup=speedup, low=speedup - 0.01, high=speedup + 0.01, pairs=11)


def proposed(name: str, iteration: int = 1) -> events.CandidateProposed:
    candidate = Candidate(id=name, iteration=iteration, proposer="search", label="", text=f"reply {name}")
    return events.CandidateProposed(candidate=candidate)


def judged(
    name: str, outcome: Outcome = Outcome.REJECTED, speedup: float | None = None, incumbent: str | None = None
) -> events.VerdictReached:
    measured = interval(speedup) if speedup else None
    verdict = Verdict(candidate=name, outcome=outcome, reason=Reason.MEASURED, speedup=measured)
    return events.VerdictReached(verdict=verdict, incumbent=incumbent)


def finished_iteration(number: int) -> events.IterationFinished:
    return events.IterationFinished(iteration=number, incumbent=None, speedup=None)


NAMES = st.sampled_from(["c1", "c2", "c3"])
EVENT: st.SearchStrategy[AnyEvent] = st.one_of(
    st.just(STARTED),
    st.just(events.RunResumed(environment={})),
    st.builds(events.StepStarted, step=NAMES),
    st.builds(events.NoiseMeasured, floor=st.just(0.01), interval=st.just(interval(1.0))),
    st.builds(lambda name: events.LadderMeasured(row=LadderRow(name=name)), NAMES),
    st.builds(proposed, NAMES),
    st.builds(judged, NAMES, st.sampled_from(Outcome), st.sampled_from([None, 1.2, 1.5]), st.none() | NAMES),
    st.builds(events.ProposalsGathered, iteration=st.integers(1, 3)),
    st.builds(finished_iteration, st.integers(1, 3)),
    st.builds(events.WinnerConfirmed, candidate=NAMES, held=st.booleans(), speedup=st.just(interval(1.5))),
    st.builds(events.RunFinished, status=st.just("interrupted"), policy=st.just(Policy.TOLERANT)),
)
EVENTS = st.lists(EVENT, max_size=12)


@given(EVENTS, EVENTS)
def test_folding_goes_on_where_an_earlier_fold_stopped(first: list[AnyEvent], second: list[AnyEvent]) -> None:
    assert fold(first + second) == reduce(State.apply, second, fold(first))


@given(EVENTS, EVENT)
def test_applying_an_event_changes_no_earlier_state(past: list[AnyEvent], event: AnyEvent) -> None:
    state = fold(past)
    before = replace(state, candidates=dict(state.candidates), verdicts=dict(state.verdicts))
    state.apply(event)
    assert state == before == fold(past)


@given(EVENTS)
def test_every_judged_candidate_is_no_longer_waiting(past: list[AnyEvent]) -> None:
    state = fold(past)
    waiting = {candidate.id for candidate in state.unjudged}
    assert waiting | (set(state.verdicts) & set(state.candidates)) == set(state.candidates)
    assert not waiting & set(state.verdicts)


def test_an_empty_journal_is_an_empty_state() -> None:
    state = fold([])
    assert (state.started, state.incumbent, state.best, state.history) == (None, None, None, ())


def test_what_an_interrupted_run_still_has_to_do() -> None:
    past: list[AnyEvent] = [
        STARTED,
        proposed("c1"),
        proposed("c2"),
        events.ProposalsGathered(iteration=1),
        judged("c1", Outcome.FASTER, 1.5, "c1"),
        events.RunFinished(status="interrupted", policy=Policy.TOLERANT),
        events.RunResumed(environment={}),
    ]
    state = fold(past)
    assert state.gathered == {1}
    assert 1 not in state.iterations
    assert [candidate.id for candidate in state.unjudged] == ["c2"]
    assert state.incumbent == "c1"
    assert state.finished is None


def test_the_replies_of_an_iteration_that_was_not_gathered_are_kept() -> None:
    state = fold([STARTED, proposed("c1")])
    assert 1 not in state.gathered
    assert state.candidates["c1"].text == "reply c1"


def test_history_has_verdicts_in_the_order_they_were_reached() -> None:
    state = fold([STARTED, proposed("c1"), proposed("c2"), judged("c2"), judged("c1")])
    assert [attempt.candidate.id for attempt in state.history] == ["c2", "c1"]


def test_the_incumbent_ranks_first_and_the_others_by_speedup() -> None:
    past: list[AnyEvent] = [
        STARTED,
        *(proposed(f"c{number}") for number in range(1, 5)),
        judged("c1", Outcome.FASTER, 1.6, "c1"),
        judged("c2", Outcome.FASTER, 1.5, "c2"),
        judged("c3", Outcome.SLOWER, 0.5, "c2"),
        judged("c4", Outcome.FASTER, 1.7, "c2"),
    ]
    assert fold(past).ranking() == ["c2", "c4", "c1"]


def test_only_a_confirmation_that_held_is_the_best() -> None:
    past: list[AnyEvent] = [
        STARTED,
        proposed("c1"),
        proposed("c2"),
        judged("c1", Outcome.FASTER, 1.5, "c1"),
        judged("c2", Outcome.FASTER, 1.4, "c1"),
    ]
    state = fold(past)
    assert state.best is None
    refuted = state.apply(events.WinnerConfirmed(candidate="c1", held=False, speedup=interval(1.0)))
    assert refuted.best is None
    held = refuted.apply(events.WinnerConfirmed(candidate="c2", held=True, speedup=interval(1.3)))
    assert held.best == ("c2", interval(1.3))


@pytest.mark.parametrize("status", ["done", "interrupted", "failed"])
def test_resuming_takes_back_the_end(status: str) -> None:
    ending = events.RunFinished.model_validate({"status": status, "policy": "strict"})
    assert fold([STARTED, ending]).finished == ending
    assert fold([STARTED, ending, events.RunResumed(environment={})]).finished is None
