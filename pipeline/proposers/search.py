"""Proposer `search`: a portfolio of recipes that needs no model, refined around what works.

The first iterations try what experts try first: the ladder's flags, vector width, interleaving, unrolling, -O3 again,
Polly. When the portfolio is spent, recipes next to the best one follow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pipeline.proposers.base import Answer, Attempt, NothingToOffer, Proposal, Request
from pipeline.records import Policy

FREE = ["reassoc", "nsz", "arcp", "contract", "afn"]
PER_ITERATION = 5
OPTION_STEPS: dict[str, tuple[Any, ...]] = {
    "force-vector-width": (2, 4, 8),
    "force-vector-interleave": (1, 2, 4, 8),
    "unroll-count": (2, 4, 8),
    "unroll-threshold": (300, 1200),
    "enable-loopinterchange": (True,),
    "enable-unroll-and-jam": (True,),
    "allow-unroll-and-jam": (True,),
}

RecipeDict = dict[str, Any]


@dataclass(frozen=True)
class SearchProposer:
    """Offers `per_iteration` recipes that were not tried before."""

    per_iteration: int = PER_ITERATION
    name: str = "search"

    def propose(self, request: Request) -> Iterator[Answer]:
        """The next recipes of the portfolio, then of the neighbourhood of the best one."""
        tried = {_key(recipe) for attempt in request.replies_of(self.name) if (recipe := _recipe_of(attempt))}
        fresh = (r for r in _stream(request, self.name) if _key(r) not in tried)
        batch: list[RecipeDict] = []
        for recipe in islice(fresh, self.per_iteration * 4):
            if _key(recipe) not in {_key(each) for each in batch}:
                batch.append(recipe)
            if len(batch) == self.per_iteration:
                break
        for recipe in batch[request.pending_of(self.name) :]:
            yield Proposal(self.name, as_reply(recipe), str(recipe["intent"]))
        if not batch:
            yield NothingToOffer(self.name, "every recipe of the portfolio and around the best one was tried")


def as_reply(recipe: RecipeDict) -> str:
    """A recipe in the shape of a model's reply, so that it takes the same road."""
    return f"{recipe['intent']}\n\n```passes\n{json.dumps(recipe, indent=1)}\n```\n"


def portfolio(policy: Policy, polly: bool) -> list[RecipeDict]:
    """The recipes to begin with, most promising first."""
    free: RecipeDict = {} if policy is Policy.STRICT else {"fast_math": FREE}
    words = "" if policy is Policy.STRICT else " with reassociation"

    def recipe(intent: str, **more: Any) -> RecipeDict:
        return {"intent": intent + words, **free, **more}

    return [
        recipe("this machine's instructions"),
        recipe("widest vectors", prefer_vector_width=512),
        recipe("four vectors in flight", options={"force-vector-interleave": 4}),
        *([recipe("Polly: tile and fuse", polly=True)] if polly else []),
        {"intent": "this machine's instructions, arithmetic as it was"},
        recipe("interchange loops", options={"enable-loopinterchange": True}),
        recipe("unroll by 4", options={"unroll-count": 4}),
        recipe("unroll and jam", options={"enable-unroll-and-jam": True, "allow-unroll-and-jam": True}),
        recipe("two vectors in flight", options={"force-vector-interleave": 2}),
        recipe("vectors of 4", options={"force-vector-width": 4}),
        recipe("vectors of 8", options={"force-vector-width": 8}),
        recipe("unroll by 8", options={"unroll-count": 8}),
        recipe("no loop vectorisation", options={"vectorize-loops": False}),
        {"intent": "-O3 again over the -O3 code for this machine", "start": "o3", **free},
        recipe("larger unrolling", options={"unroll-threshold": 1200}),
        *(
            [recipe("Polly: strip-mine for vectors", polly=True, options={"polly-vectorizer": "stripmine"})]
            if polly
            else []
        ),
        recipe("vector width by bandwidth", options={"vectorizer-maximize-bandwidth": True}),
        recipe("no SLP", options={"vectorize-slp": False}),
    ]


def neighbours(recipe: RecipeDict) -> Iterator[RecipeDict]:
    """Recipes that differ from `recipe` in one option."""
    options: dict[str, Any] = dict(recipe.get("options", {}))
    for name, values in OPTION_STEPS.items():
        for value in values:
            if options.get(name) != value:
                changed = {**options, name: value}
                words = ", ".join(f"{key} {setting}" for key, setting in changed.items())
                yield {**recipe, "intent": f"around the best: {words}", "options": changed}
    for name in options:
        rest = {key: value for key, value in options.items() if key != name}
        yield {**recipe, "intent": f"around the best: without {name}", "options": rest}


def _stream(request: Request, name: str) -> Iterator[RecipeDict]:
    yield from portfolio(request.policy, request.polly)
    ranked = sorted(
        (attempt for attempt in request.replies_of(name) if attempt.verdict.speedup),
        key=lambda attempt: attempt.verdict.speedup.speedup if attempt.verdict.speedup else 0.0,
        reverse=True,
    )
    for attempt in ranked[:3]:
        recipe = _recipe_of(attempt)
        if recipe:
            yield from neighbours(recipe)


def _recipe_of(attempt: Attempt) -> RecipeDict | None:
    text = attempt.candidate.text
    start, end = text.find("{"), text.rfind("}")
    try:
        recipe = json.loads(text[start : end + 1])
    except ValueError:
        return None
    return recipe if isinstance(recipe, dict) else None


def _key(recipe: RecipeDict) -> str:
    return json.dumps({key: value for key, value in recipe.items() if key != "intent"}, sort_keys=True)
