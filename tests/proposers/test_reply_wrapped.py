"""Code that comes in several blocks, inside something else, or after thoughts."""

from __future__ import annotations

import json

import pytest
from replies import IR, RECIPE, C, code

from pipeline.proposers.reply import Code
from pipeline.records import Form

HELPER = "static double help(double x) {\n  return x * 2;\n}\n"


def test_helpers_in_a_block_of_their_own_come_along() -> None:
    uses = C.replace("A[i] *= 2;", "A[i] = help(A[i]);")
    assert code(f"First:\n```c\n{HELPER}```\nThen:\n```c\n{uses}```\n").text == HELPER + uses
    assert code(f"```c\n{uses}```\nwith\n```c\n{HELPER}```\n").text == HELPER + uses


def test_other_blocks_stay_away() -> None:
    uses = C.replace("A[i] *= 2;", "A[i] = help(A[i]);")
    whole = HELPER + uses
    assert code(f"```c\n{HELPER}```\n```c\n{whole}```\n").text == whole
    assert code(f"```c\n{HELPER}```\n```c\n{C}```\n").text == C
    assert code(f"The original:\n```c\n{C}```\nNow:\n```c\n{whole}```\n").text == whole


def test_helpers_in_ir_come_along() -> None:
    helper = IR.replace("@kernel", "@help")
    uses = IR.replace("ret void", "call void @help(i32 %n, ptr %A)\n  ret void")
    assert code(f"```llvm\n{helper}```\n```llvm\n{uses}```\n") == Code(Form.IR, helper + uses, "")


@pytest.mark.parametrize(
    "thoughts",
    [
        "<think>\nMaybe\n```c\n{0}\n```\nNo.\n</think>\n",
        "<thinking>{0}</thinking>\n",
        "[THINK]{0}[/THINK]",
        "<|channel|>analysis<|message|>{0}<|end|><|channel|>final<|message|>",
        "no opening mark {0}</think>",
    ],
)
def test_what_was_thought_aloud_does_not_count(thoughts: str) -> None:
    longer = C.replace("{ A", "{ /* a longer draft */ A")
    found = code(f"{thoughts.format(longer)}I double.\n```c\n{C}```\n")
    assert (found.text, found.intent) == (C, "I double.")


@pytest.mark.parametrize("tag", ["markdown", "md", "text"])
def test_an_answer_wrapped_as_a_whole(tag: str) -> None:
    assert code(f"```{tag}\nI double.\n\n```c\n{C}```\n```\n").text == C


@pytest.mark.parametrize("text", [C, IR, f"```c\n{C}```"])
def test_code_inside_json(text: str) -> None:
    wrapped = json.dumps({"intent": "Doubles.", "code": text})
    for reply in (wrapped, f"```json\n{wrapped}\n```"):
        found = code(reply)
        assert (found.form, found.intent) == (Form.IR if text == IR else Form.C, "Doubles.")
        assert found.text in text


def test_a_recipe_amid_prose() -> None:
    found = code(f"I would widen it.\n\n{RECIPE}\nThat should help {{a lot}}.")
    assert (found.form, found.text) == (Form.PASSES, RECIPE.strip())
    assert found.intent == "I would widen it."
