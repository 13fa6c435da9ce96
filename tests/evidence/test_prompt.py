"""The prompt: everything a proposer needs, the same text for the same evidence."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from string import Formatter

import pytest

from pipeline.evidence.history import HISTORY_CODE_LIMIT, Story, describe
from pipeline.evidence.parts import DROP_ORDER
from pipeline.evidence.phrases import Phrases
from pipeline.evidence.prompt import C_FLAGS, Evidence
from pipeline.evidence.prompt import build_prompt as build
from pipeline.judging.construct import FREE_FLOATS, STRICT_C
from pipeline.proposers.base import Attempt
from pipeline.proposers.reply import Code, parse_reply
from pipeline.records import (
    Candidate,
    Form,
    Interval,
    LadderRow,
    Language,
    Outcome,
    Policy,
    Program,
    Reason,
    Verdict,
)
from pipeline.service import estimate_tokens


def build_prompt(evidence: Evidence, history: Sequence[Attempt], incumbent: str | None) -> str:
    """The whole text, nothing left out."""
    return build(evidence, Story(history, incumbent)).text


ENGLISH = Phrases.of("en")
SPEEDUP = Interval(speedup=1.87, low=1.8, high=1.9, pairs=31)
EVIDENCE = Evidence(
    program=Program(
        name="gemm",
        sources=(Path("gemm.c"),),
        size="MEDIUM",
        sizes={"NI": 200, "NJ": 220},
        notes="A and B do not overlap.",
        tolerance=1e-7,
    ),
    hot="kernel_gemm",
    signature="void @kernel_gemm(i32 %ni, ptr %C)",
    source="void kernel_gemm(int ni, double *C)\n{\n}",
    ir="define void @kernel_gemm(i32 %ni, ptr %C) {\n  ret void\n}\n",
    profile="プログラムの実行プロファイル:\n- cycles: 134567\n",
    machine=("CPU: Example 9000", "L1d 32 KiB"),
    seconds=0.0123,
    calls=3,
    policy=Policy.TOLERANT,
    callees=("sqrt", "helper"),
    notes=("varied in hidden inputs: A, B",),
    ladder=(LadderRow(name="-O3 -march=native", speedup=SPEEDUP), LadderRow(name="gcc -O3", note="no gcc")),
)


def attempt(name: str, outcome: Outcome, reason: Reason, text: str = "", **more: object) -> Attempt:
    fields = {"candidate": name, "outcome": outcome, "reason": reason, "form": Form.C, "intent": f"intent of {name}"}
    candidate = Candidate(id=name, iteration=1, proposer="llm", label="", text=text or f"```c\ncode of {name}\n```")
    return Attempt(candidate, Verdict.model_validate({**fields, **more}))


WON = attempt("c1", Outcome.FASTER, Reason.MEASURED, speedup=SPEEDUP)
WRONG = attempt("c2", Outcome.REJECTED, Reason.RESULT, detail="C differs after call 1")


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


def test_history_tells_what_came_of_every_attempt_and_shows_the_best() -> None:
    text = build_prompt(EVIDENCE, (WON, WRONG), "c1")
    assert "- c1 [c]: intent of c1 → faster, 1.87x [1.80, 1.90] over -O3 (measured)" in text
    assert "- c2 [c]: intent of c2 → rejected (result: C differs after call 1)" in text
    assert "fastest verified version so far is c1" in text
    assert "code of c1" in text
    assert "The latest reply, c2, was:" in text
    assert text.index("code of c1") < text.index("code of c2")


def test_history_tells_how_a_version_did_beside_the_best_before_it() -> None:
    beside = Interval(speedup=0.96, low=0.95, high=0.98, pairs=31)
    slower = replace(WON, verdict=WON.verdict.model_copy(update={"versus_incumbent": beside}))
    text = build_prompt(EVIDENCE, (WON, slower), "c1")
    assert (
        "over -O3, 0.96x [0.95, 0.98] over the fastest version before it, timed in the same rounds (measured)" in text
    )
    assert "それまでの最速版との比" in build_prompt(replace(EVIDENCE, language="ja"), (WON, slower), "c1")


def test_a_rung_with_other_results_is_no_example() -> None:
    fast = Interval(speedup=2.15, low=1.8, high=2.44, pairs=15)
    rows = (LadderRow(name="-O3 + Polly", speedup=fast, note="other results: C differs"),)
    assert "- -O3 + Polly: 2.15x [1.80, 2.44] (other results: C differs)" in build_prompt(
        replace(EVIDENCE, ladder=rows), (), None
    )


def test_the_best_is_not_shown_twice() -> None:
    assert build_prompt(EVIDENCE, (WRONG, WON), "c1").count("code of c1") == 1


def test_a_latest_reply_that_was_judged_before_is_not_shown_again() -> None:
    again = attempt("c3", Outcome.DUPLICATE, Reason.SEEN_OBJECT)
    assert "code of c3" not in build_prompt(EVIDENCE, (WON, again), "c1")


def test_an_attempt_takes_one_line_whatever_the_compiler_said() -> None:
    wordy = attempt("c2", Outcome.REJECTED, Reason.COMPILE, detail="k.c:1: error\n  x = y;\n      ^\n" + "more " * 200)
    line = describe(wordy, ENGLISH)
    assert "\n" not in line
    assert "(compile: k.c:1: error x = y; ^ more" in line
    assert len(line) < 500


def test_without_a_best_only_the_attempts_are_told() -> None:
    text = build_prompt(EVIDENCE, (WRONG,), None)
    assert "fastest verified" not in text
    assert "c2 [c]" in text


def test_a_recipe_that_failed_is_told_in_one_line() -> None:
    failed = attempt("c3", Outcome.REJECTED, Reason.PASSES, text="```passes\n{}\n```", form=Form.PASSES)
    assert "latest reply" not in build_prompt(EVIDENCE, (failed,), None)


@pytest.mark.parametrize("length", [HISTORY_CODE_LIMIT, HISTORY_CODE_LIMIT + 1])
def test_a_long_incumbent_is_cut_and_it_is_said(length: int) -> None:
    long = attempt("c1", Outcome.FASTER, Reason.MEASURED, text="x" * length, speedup=SPEEDUP)
    text = build_prompt(EVIDENCE, (long,), "c1")
    assert "x" * HISTORY_CODE_LIMIT in text
    assert "x" * (HISTORY_CODE_LIMIT + 1) not in text
    assert ("cut here" in text) is (length > HISTORY_CODE_LIMIT)


def test_a_program_given_as_ir_has_no_c_source() -> None:
    text = build_prompt(replace(EVIDENCE, source=None), (), None)
    assert "C source:" not in text
    assert EVIDENCE.ir in text


def test_nothing_to_call_is_said() -> None:
    assert "what the original calls (none)" in build_prompt(replace(EVIDENCE, callees=()), (), None)


def test_an_attempt_without_intent_is_described_by_its_label() -> None:
    bare = attempt("c9", Outcome.REJECTED, Reason.NO_CODE, intent="", form=None)
    assert describe(bare, ENGLISH) == "c9: a reply → rejected (no-code)"
    labelled = Attempt(bare.candidate.model_copy(update={"label": "polly"}), bare.verdict)
    assert describe(labelled, ENGLISH) == "c9: polly → rejected (no-code)"


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
    whole = build(LONG, Story(MANY, "c3"))
    assert whole.left_out == ()
    cut = whole
    for budget in range(whole.tokens, 900, -100):
        cut = build(LONG, Story(MANY, "c3"), budget)
        assert cut.left_out == DROP_ORDER[: len(cut.left_out)]
        assert cut.tokens <= budget or cut.left_out == DROP_ORDER
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
    assert "```c ````" not in text
    assert "```passes" not in text


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
