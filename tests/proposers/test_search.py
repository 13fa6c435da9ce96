"""The search: a pure function of the history that never asks the same thing twice."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.ir.recipe import OPTIONS, Recipe, parse_recipe
from pipeline.proposers.base import Attempt, NothingToOffer, Proposal
from pipeline.proposers.reply import Code, parse_reply
from pipeline.proposers.search import OPTION_STEPS, SearchProposer, neighbours, portfolio
from pipeline.records import Form, Policy

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest, Play


def recipe_in(text: str) -> dict[str, Any]:
    code = parse_reply(text, "kernel")
    assert isinstance(code, Code)
    assert code.form is Form.PASSES
    assert isinstance(parse_recipe(code.text), Recipe)
    recipe: dict[str, Any] = json.loads(code.text)
    return recipe


def key(text: str) -> str:
    recipe = recipe_in(text)
    del recipe["intent"]
    return json.dumps(recipe, sort_keys=True)


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("polly", [False, True])
def test_every_recipe_of_the_portfolio_is_valid_and_the_policy_is_kept(policy: Policy, polly: bool) -> None:
    recipes = portfolio(policy, polly)
    assert len(recipes) >= 10
    for each in recipes:
        recipe = parse_recipe(json.dumps(each))
        assert isinstance(recipe, Recipe), recipe
        assert recipe.intent
        assert not (policy is Policy.STRICT and recipe.fast_math)
    assert any(recipe.get("polly") for recipe in recipes) is polly
    assert any(recipe.get("fast_math") for recipe in recipes) is (policy is Policy.TOLERANT)


def test_the_portfolio_has_what_experts_try_first() -> None:
    text = json.dumps(portfolio(Policy.TOLERANT, polly=True))
    for word in (
        "unroll-count",
        "force-vector-width",
        "force-vector-interleave",
        '"start": "o3"',
        "polly",
        "prefer_vector_width",
    ):
        assert word in text


@pytest.mark.parametrize("policy", Policy)
def test_the_same_request_gets_the_same_proposals(play: Play, make_request: MakeRequest, policy: Policy) -> None:
    one, two = (play(SearchProposer(), 4, policy=policy, polly=True) for _ in range(2))
    assert one == two
    past = tuple(attempt for attempts in one for attempt in attempts)
    request = make_request(past, policy=policy, polly=True)
    assert list(SearchProposer().propose(request)) == list(SearchProposer().propose(request))


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("polly", [False, True])
def test_nothing_is_repeated_over_ten_iterations(play: Play, policy: Policy, polly: bool) -> None:
    rounds = play(SearchProposer(), 10, policy=policy, polly=polly)
    assert [len(each) for each in rounds] == [5] * 10
    texts = [attempt.candidate.text for attempts in rounds for attempt in attempts]
    assert len({key(text) for text in texts}) == len(texts) == 50
    if policy is Policy.STRICT:
        assert not any(recipe_in(text).get("fast_math") for text in texts)
    if not polly:
        assert not any(recipe_in(text).get("polly") for text in texts)


def test_after_the_portfolio_come_the_neighbours_of_the_best(play: Play) -> None:
    rounds = play(SearchProposer(), 8)
    known = {
        json.dumps({k: v for k, v in each.items() if k != "intent"}, sort_keys=True)
        for each in portfolio(Policy.TOLERANT, polly=False)
    }
    later = [attempt.candidate for attempt in rounds[-1]]
    assert all(key(candidate.text) not in known for candidate in later)
    assert all("around the best" in candidate.label for candidate in later)


def test_neighbours_differ_in_one_option() -> None:
    recipe = {"intent": "x", "options": {"unroll-count": 4}}
    found = list(neighbours(recipe))
    assert len(found) > 10
    for each in found:
        options = each["options"]
        changed = {name for name in {*options, "unroll-count"} if options.get(name) != recipe["options"].get(name)}  # type: ignore[attr-defined]
        assert len(changed) == 1
        assert {**each, "options": 0, "intent": 0} == {**recipe, "options": 0, "intent": 0}
    assert {"options": {}, "intent": "around the best: without unroll-count"} in found


def test_all_options_of_the_search_are_allowed() -> None:
    assert set(OPTION_STEPS) <= OPTIONS


def test_what_was_already_answered_before_an_interruption_is_not_answered_again(
    make_request: MakeRequest, play: Play
) -> None:
    first = play(SearchProposer(), 1)[0]
    whole = list(SearchProposer().propose(make_request()))
    pending = tuple(attempt.candidate for attempt in first[:2])
    rest = list(SearchProposer().propose(make_request(pending=pending)))
    assert rest == whole[2:]
    others = tuple(candidate.model_copy(update={"proposer": "recorded"}) for candidate in pending)
    assert list(SearchProposer().propose(make_request(pending=others))) == whole


def test_the_replies_of_other_proposers_do_not_count(make_request: MakeRequest, play: Play) -> None:
    past = [attempt for attempts in play(SearchProposer(), 2) for attempt in attempts]
    foreign = tuple(
        replace(attempt, candidate=attempt.candidate.model_copy(update={"proposer": "llm"})) for attempt in past
    )
    assert list(SearchProposer().propose(make_request(foreign))) == list(SearchProposer().propose(make_request()))


def test_when_nothing_worked_the_search_says_that_it_is_at_its_end(make_request: MakeRequest) -> None:
    from tests.proposers.conftest import attempt_of

    proposer = SearchProposer()
    past: list[Attempt] = []
    for number in range(1, 9):
        answers = list(proposer.propose(make_request(tuple(past))))
        if isinstance(answers[-1], NothingToOffer):
            assert answers[-1].final
            break
        for answer in answers:
            assert isinstance(answer, Proposal)
            attempt = attempt_of(answer, number, len(past) + 1)
            past.append(replace(attempt, verdict=attempt.verdict.model_copy(update={"speedup": None})))
    else:
        pytest.fail("the portfolio never ended")
    distinct = {
        json.dumps({k: v for k, v in each.items() if k != "intent"}, sort_keys=True)
        for each in portfolio(Policy.TOLERANT, polly=False)
    }
    assert len(past) == len(distinct)
