"""The prompt: everything a proposer needs, the same text for the same evidence."""

from __future__ import annotations

import os
from dataclasses import asdict, replace
from pathlib import Path
from string import Formatter

import pytest
from prompting import EVIDENCE, SPEEDUP, WON, WRONG, attempt, build_prompt, limits

from pipeline.evidence.history import Story
from pipeline.evidence.parts import DROP_ORDER
from pipeline.evidence.phrases import Phrases
from pipeline.evidence.prompt import C_FLAGS
from pipeline.evidence.prompt import build_prompt as build
from pipeline.ir.permitted import PASSES
from pipeline.ir.recipe import OPTIONS
from pipeline.judging.construct import FREE_FLOATS, STRICT_C
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import (
    Form,
    Interval,
    LadderRow,
    Language,
    Outcome,
    Policy,
    Reason,
)
from pipeline.service import estimate_tokens

ENGLISH = Phrases.of("en")


def test_the_first_prompt_has_everything_about_function_run_and_machine() -> None:
    text = build_prompt(EVIDENCE, (), None)
    for word in (
        "`kernel_gemm`",
        "`gemm`",
        EVIDENCE.source,
        EVIDENCE.ir,
        EVIDENCE.signature,
        "NI=200, NJ=220",
        "MEDIUM",
        "A and B do not overlap.",
        "12.3 ms",
        "3 call(s)",
        "varied in hidden inputs: A, B",
        "プログラムの実行プロファイル:\n- cycles: 134567",
        "CPU: Example 9000",
        "L1d 32 KiB",
        "-O3 -march=native: 1.87x [1.80, 1.90]",
        "sqrt, helper",
        "beyond -O3",
        "hot spots",
    ):
        assert word is not None
        assert word in text
    assert "gcc -O3" not in text
    assert "tried so far" not in text


def test_rules_follow_the_policy() -> None:
    tolerant = build_prompt(EVIDENCE, (), None)
    strict = build_prompt(replace(EVIDENCE, policy=Policy.STRICT), (), None)
    assert "reordered and fused" in tolerant
    assert "within 1e-07" in tolerant
    assert "fast_math" in tolerant
    assert "may be used (`restrict`)" in tolerant
    assert "may be used (`restrict`)" not in strict
    assert "bit-exact" in strict
    assert "noalias" in strict
    for word in ("reordered and fused", "1e-07", "fast_math"):
        assert word not in strict
    for text in (tolerant, strict):
        for word in ("```c", "```llvm", "```passes", "No inline assembly", "Keep the name and the signature"):
            assert word in text


def test_the_flags_told_are_those_that_c_is_compiled_with() -> None:
    for policy, flags in ((Policy.TOLERANT, FREE_FLOATS), (Policy.STRICT, STRICT_C)):
        told = C_FLAGS[policy].split()
        assert told[:2] == ["-O3", "-march=native"]
        assert set(told[2:]) <= set(flags)
        assert C_FLAGS[policy] in build_prompt(replace(EVIDENCE, policy=policy), (), None)


def test_without_a_tolerance_results_are_exact() -> None:
    exact = replace(EVIDENCE, program=EVIDENCE.program.model_copy(update={"tolerance": 0.0}))
    text = build_prompt(exact, (), None)
    assert "exactly the original's" in text
    assert "reordered" not in text


def test_the_same_evidence_gives_the_same_text() -> None:
    history = (WON, WRONG)
    assert build_prompt(EVIDENCE, history, "c1") == build_prompt(EVIDENCE, tuple(history), "c1")


def test_what_does_not_change_comes_first() -> None:
    first, later = build_prompt(EVIDENCE, (), None), build_prompt(EVIDENCE, (WON, WRONG), "c1")
    assert later.startswith(first.rstrip("\n"))


def test_with_a_verified_version_the_hot_part_of_the_ir_is_enough() -> None:
    without, later = build_prompt(LONG, (WRONG,), None), build_prompt(LONG, (WON, WRONG), "c1")
    assert "%x = add" in without
    assert "%hot" not in without
    assert "%x = add" not in later
    assert later.count("%hot = add") == 40


def test_flags_that_change_nothing_share_a_line() -> None:
    rows = [
        LadderRow(name=name, speedup=Interval(speedup=gain, low=gain - 0.01, high=gain + 0.01, pairs=15))
        for name, gain in (("-O2", 1.0), ("native", 1.7), ("PGO", 0.995), ("Polly", 0.4), ("gcc", 1.03))
    ]
    text = build_prompt(replace(EVIDENCE, ladder=tuple(rows)), (), None)
    told = ("native: 1.70x [1.69, 1.71]", "Polly: 0.40x [0.39, 0.41]", "gcc: 1.03x [1.02, 1.04]")
    assert "".join(f"- {line}\n" for line in (*told, "as fast as plain -O3: -O2, PGO")) in text


def test_a_rung_with_other_results_is_no_example() -> None:
    fast = Interval(speedup=2.15, low=1.8, high=2.44, pairs=15)
    rows = (LadderRow(name="-O3 + Polly", speedup=fast, note="other results: C differs"),)
    assert "- -O3 + Polly: 2.15x [1.80, 2.44] (other results: C differs)" in build_prompt(
        replace(EVIDENCE, ladder=rows), (), None
    )


def test_a_program_given_as_ir_has_no_c_source() -> None:
    text = build_prompt(replace(EVIDENCE, source=None), (), None)
    assert "C source:" not in text
    assert EVIDENCE.ir in text


def test_nothing_to_call_is_said() -> None:
    assert "what the original calls (none)" in build_prompt(replace(EVIDENCE, callees=()), (), None)


def test_the_example_recipe_is_one_that_can_be_used() -> None:
    for policy in Policy:
        text = build_prompt(replace(EVIDENCE, policy=policy), (), None)
        line = next(line for line in text.splitlines() if "```passes" in line)
        recipe = line[line.index("{") : line.rindex("}") + 1]
        code = parse_reply(f"```passes\n{recipe}\n```", "kernel_gemm")
        assert isinstance(code, Code)
        assert code.form is Form.PASSES


LONG = replace(
    EVIDENCE,
    ir="define void @kernel_gemm() {\n" + "  %x = add i32 1, 1\n" * 400 + "}\n",
    hot_ir="define void @kernel_gemm() {\n" + "  %hot = add i32 1, 1\n" * 40 + "}\n",
    declared="typedef long index;\n" * 10,
)
MANY = tuple(attempt(f"c{number}", Outcome.SLOWER, Reason.MEASURED) for number in range(1, 12))


def test_parts_are_left_out_in_the_stated_order_until_the_prompt_fits() -> None:
    story = Story(MANY, "c3", {"c3": limits("vector.body", 60.0)})
    order = tuple(name for name in DROP_ORDER if name not in ("cold IR", "profile"))  # a version is known
    whole = build(LONG, story)
    assert whole.left_out == ()
    cut = whole
    for budget in range(whole.tokens, 900, -100):
        cut = build(LONG, story, budget)
        assert cut.left_out == order[: len(cut.left_out)]
        assert cut.tokens <= budget or cut.left_out == order
        for kept in ("## Rules", LONG.source, "code of c3"):
            assert kept is not None
            assert kept in cut.text
    assert "Left out for length: latest reply, flags" in cut.text
    assert "%x = add" not in cut.text


def test_the_hot_part_of_the_ir_stands_for_all_of_it_when_that_is_too_long() -> None:
    whole = build(LONG, Story())
    assert "%hot" not in whole.text
    cut = build(LONG, Story(), whole.tokens - 500)
    assert cut.left_out == ("flags", "cold IR")
    assert "%x = add" not in cut.text
    assert cut.text.count("%hot = add") == 40
    assert "cycles: 134567" in cut.text


def test_a_program_without_source_keeps_its_ir() -> None:
    assert "%x = add" in build(replace(LONG, source=None), Story(), 1000).text


def test_a_model_is_told_the_allowed_forms_only() -> None:
    text = build_prompt(replace(EVIDENCE, forms=(Form.IR,)), (), None)
    assert "```llvm ````" in text
    assert "macros when your C" not in text
    assert "macros when your C" in build_prompt(EVIDENCE, (), None)
    assert "```c ````" not in text
    assert "```passes" not in text


def test_who_may_answer_with_recipes_only_is_told_what_they_may_hold() -> None:
    text = build_prompt(replace(EVIDENCE, forms=(Form.PASSES,)), (), None)
    assert all(name in text for name in (*OPTIONS, *PASSES))
    assert "far more" not in text
    usual = build_prompt(EVIDENCE, (), None)
    assert "unroll-and-jam-count" not in usual
    assert "Code of your own mostly reaches far more." in usual


def test_flags_that_break_the_policy_are_no_example() -> None:
    rows = (LadderRow(name="-O3 -ffast-math", speedup=SPEEDUP), LadderRow(name="-O3 + PGO", speedup=SPEEDUP))
    assert "- -O3 -ffast-math: 1.87x" in build_prompt(replace(EVIDENCE, ladder=rows), (), None)
    strict = build_prompt(replace(EVIDENCE, ladder=rows, policy=Policy.STRICT), (), None)
    assert "-O3 -ffast-math" not in strict
    assert "- -O3 + PGO: 1.87x" in strict


def test_tokens_are_counted_by_script() -> None:
    assert estimate_tokens("for (int i = 0; i < n; i++) sum += a[i];") == 12
    assert estimate_tokens("浮動小数点") == 6


def test_both_languages_fill_in_the_same() -> None:
    english, japanese = asdict(ENGLISH), asdict(Phrases.of("ja"))
    english.pop("notes")
    for name, sentence in english.items():
        fields = {field for _, field, _, _ in Formatter().parse(sentence) if field}
        assert {field for _, field, _, _ in Formatter().parse(japanese[name]) if field} == fields, name


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("policy", list(Policy))
def test_the_whole_text_is_as_it_was_read_last(language: Language, policy: Policy) -> None:
    """To accept a change after reading it: IRLOOP_ACCEPT=1 pytest tests/evidence/test_prompt.py"""
    found = build_prompt(replace(EVIDENCE, language=language, policy=policy), (WON, WRONG), "c1")
    path = Path(__file__).with_name("prompts") / f"{policy}.{language}.md"
    if os.environ.get("IRLOOP_ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_counters_that_the_machine_lacks_share_a_line() -> None:
    absent = "- cycles: not supported (<not supported>)\n- task-clock: 3 ms\n- branches: not counted (<not counted>)\n"
    text = build_prompt(replace(EVIDENCE, profile=f"Profile:\n{absent}"), (), None)
    assert "Profile:\n- not counted on this machine: cycles, branches\n- task-clock: 3 ms\n" in text
    japanese = "- cycles: 未対応 (<not supported>)\n- 分岐: 計測されず (<not counted>)"
    text = build_prompt(replace(EVIDENCE, profile=japanese, language="ja"), (), None)
    assert "- この機械では計測できないもの: cycles, 分岐\n\n## 機械" in text


def test_notes_are_told_in_the_prompts_language() -> None:
    notes = ("varied in hidden inputs: A, B", "something new")
    japanese = build_prompt(replace(EVIDENCE, language="ja", notes=notes), (), None)
    assert "- 隠し入力で値を変えるもの: A, B\n- something new\n" in japanese


def test_what_the_source_needs_and_how_arrays_lie_is_told() -> None:
    text = build_prompt(replace(EVIDENCE, declared="enum { ONE };", rows=("C: 220 x double (1760 bytes)",)), (), None)
    assert "your C must bring what it needs of this):\n\n```c\nenum { ONE };\n```" in text
    assert "- rows in memory: C: 220 x double (1760 bytes)\n" in text


def test_comments_behind_hot_lines_are_explained_only_where_there_are_some() -> None:
    counted = replace(EVIDENCE, ir="define void @f() {\n  ret void  ; 99.0 %\n}\n", counted=True)
    assert ENGLISH.counts in build_prompt(counted, [], None)
    assert ENGLISH.counts not in build_prompt(EVIDENCE, [], None)
