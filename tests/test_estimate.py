"""What a run would ask and cost, before anything is sent."""

from __future__ import annotations

import pytest

from pipeline.estimate import ATTEMPT_TOKENS, REPLY_TOKENS, estimate, in_words
from pipeline.records import Settings
from pipeline.service import Budget, Endpoint, Price

PRICE = Price(input=2, output=10)
ENDPOINT = Endpoint(base_url="http://host/v1", model="m")


def settings(**facts: object) -> Settings:
    return Settings.model_validate({"proposer": "llm", "endpoint": ENDPOINT, **facts})


def test_one_call_is_one_prompt_and_one_reply() -> None:
    found = estimate(1000, settings(iterations=1, repairs=0, prices={"m": PRICE}))
    assert (found.calls, found.first_prompt) == ((1, 1), 1000)
    assert (found.prompt_tokens, found.reply_tokens) == ((1000, 1000), (REPLY_TOKENS, REPLY_TOKENS))
    assert found.money == pytest.approx(((2000 + 10 * REPLY_TOKENS) / 1e6,) * 2)


def test_every_repair_sends_the_prompt_and_the_reply_again() -> None:
    found = estimate(1000, settings(iterations=1, candidates=2, repairs=2))
    assert found.calls == (2, 6)
    assert found.prompt_tokens == (2000, 2 * (1000 + 2 * (1000 + REPLY_TOKENS + ATTEMPT_TOKENS)))
    assert found.reply_tokens == (2 * REPLY_TOKENS, 6 * REPLY_TOKENS)
    assert found.money is None


def test_the_history_grows_no_further_than_the_longest_prompt() -> None:
    found = estimate(1000, settings(iterations=4, repairs=0, prompt_tokens=3000))
    second = 1000 + REPLY_TOKENS + ATTEMPT_TOKENS
    assert found.prompt_tokens[0] == 1000 + second + 3000 + 3000


def test_a_first_prompt_beyond_the_limit_is_sent_as_it_is() -> None:
    assert estimate(5000, settings(iterations=2, repairs=0, prompt_tokens=3000)).prompt_tokens[0] == 10_000


def test_replies_are_no_longer_than_the_model_may_answer() -> None:
    short = ENDPOINT.model_copy(update={"max_tokens": 100})
    assert estimate(1000, settings(iterations=1, repairs=0, endpoint=short)).reply_tokens == (100, 100)


def test_words_name_endpoint_sizes_and_the_price_that_is_missing() -> None:
    chosen = settings(iterations=2, repairs=1)
    text = "\n".join(in_words(estimate(1234, chosen), chosen))
    assert "endpoint: http://host/v1, model m" in text
    assert "first prompt: about 1,234 tokens (at most 16,000)" in text
    assert "calls: 2 to 4 (2 iterations x 1 candidates, up to 1 repairs each)" in text
    assert 'cost: unknown; [prices."m"]' in text


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (Budget(calls=9), "budget calls=9: is enough"),
        (Budget(calls=4), "budget calls=4: may end the run early"),
        (Budget(tokens=1000), "budget tokens=1,000: ends the run early"),
        (Budget(money=100.5), "budget money=100.5: is enough"),
        (Budget(seconds=60), "budget seconds=60.0: looked at before each call"),
    ],
)
def test_a_budget_is_compared_with_what_is_needed(budget: Budget, words: str) -> None:
    chosen = settings(iterations=3, repairs=2, budget=budget, prices={"m": PRICE})
    assert words in "\n".join(in_words(estimate(1000, chosen), chosen))
