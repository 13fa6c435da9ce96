"""The findings in words: two languages that say the same, and no sentence without evidence."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

import pytest

from pipeline.evidence.remark_words import plain
from pipeline.evidence.words import code_sentences, findings_text, line_comments, peaks_line, sentences
from pipeline.findings import (
    Bandwidth,
    Bottleneck,
    Counts,
    Findings,
    LineCounts,
    LoopFacts,
    LoopModel,
    Peaks,
    Remark,
    Roofline,
    Simulation,
)
from pipeline.records import Language

MODULE = [
    "",
    "define void @hot() {",
    "loop:",
    "  %x = load double, ptr %p, align 8, !tbaa !9",
    "  br i1 %c, label %loop",
]
INNER = Counts(instructions=900, reads=300, writes=100, d1_misses=80, ll_misses=8, branches=100, mispredictions=20)
OUTER = Counts(instructions=40)
L2 = Bandwidth(level="L2", bytes=1 << 19, per_second=1e11)
PEAKS = Peaks(double_flops=5e10, float_flops=1e11, streams=(L2,), measured="2026-01-02")
LOOPS = (
    LoopFacts(header="outer", depth=1, parent=None, innermost=False, lines=(3, 9), own=OUTER, total=OUTER + INNER),
    LoopFacts(
        header="loop",
        depth=2,
        parent="outer",
        innermost=True,
        lines=(4, 5),
        source_lines=(7, 8),
        own=INNER,
        total=INNER,
        iterations=100,
        vector_bytes=16,
    ),
)
SIMULATION = Simulation(
    tool="callgrind 3.19.0",
    caches={"D1": "32768 B, 64 B, 8-way associative"},
    own=INNER + OUTER,
    total=INNER + OUTER + Counts(instructions=60),
    lines=(
        LineCounts(line=4, own=INNER.model_copy(update={"mispredictions": 0}), executions=100),
        LineCounts(line=5, own=Counts(branches=100, mispredictions=20), called=Counts(instructions=60)),
    ),
)
MODEL = LoopModel(
    header="loop",
    cpu="znver4",
    instructions=9,
    cycles=4.5,
    ipc=2.0,
    bottlenecks=(Bottleneck(name="register dependencies", percent=88.0), Bottleneck(name="resources", percent=4.0)),
    pressure=(("Port0", 3.0),),
)
ROOFLINE = Roofline(
    flops=10**9,
    bytes=10**6,
    seconds=0.1,
    precision="double",
    peak=5e10,
    stream=L2,
    attainable=5e10,
    attained=1e10,
    percent=20.0,
    bound="compute",
)
REMARK = Remark(
    kind="missed",
    optimiser="licm",
    name="X",
    message="failed to move load",
    file="/a/f.c",
    line=7,
    column=3,
    count=2,
    loops=("outer", "loop"),
)
COLD = REMARK.model_copy(update={"message": "nobody runs this", "loops": ("elsewhere",)})
WHOLE = Findings(
    hot="hot",
    source="f.c",
    first_line=2,
    simulation=SIMULATION,
    loops=LOOPS,
    models=(MODEL,),
    remarks=(COLD, REMARK),
    source_lines={4: 7},
    peaks=PEAKS,
    roofline=ROOFLINE,
    register_bytes=64,
    seconds=0.1,
    calls=2000,
)
SOURCES = ("simulated", "measured", "model", "remark", "IR, machine")


def said(found: Findings, language: Language = "en") -> list[str]:
    return [line for line in findings_text(found, language, MODULE).splitlines() if line.startswith("- ")]


def test_every_kind_of_evidence_gets_its_sentence_with_numbers_and_source() -> None:
    text = findings_text(WHOLE, "en", MODULE)
    for expected in (
        "`hot` takes 100 ms in 2,000 calls, 50 µs a call [measured]",
        "`hot` executed 1,000 instructions in this run, 6.0 % of them in functions that it calls [simulated: callgrind",
        "loop `%loop` (f.c lines 7 to 8, IR lines 4 to 5, depth 2): 90.0 % of the instructions, 100 iterations of 9 ",
        "80 first-level misses and 8 last-level misses for 400 accesses (20.0 %) [simulated: D1 32768 B",
        "20 of 100 branches mispredicted (20.0 %) [simulated: a simple predictor; the machine's own misses fewer]",
        "IR line 4, `%x = load double, ptr %p, align 8` from f.c line 7, has 100 % of all first-level misses [",
        "IR line 5, `br i1 %c, label %loop`, has 100 % of all mispredictions [simulated]",
        "10.00 GFLOP/s, 20.0 % of the 50.0 that one core can do in double; at 1000 operations per byte the ceiling is ",
        "at 20.0 % of the roofline neither the arithmetic of the core nor the bandwidth of L2 is used up [measured",
        "loop `%loop` computes with vectors of 16 bytes; a register of this machine holds 64 [IR, machine]",
        "4.5 cycles for an iteration of 9 instructions, 2.0 instructions a cycle",
        "waits for results of earlier instructions in 88.0 % of the cycles [model: llvm-mca, znver4]",
        "busiest are Port0 3.0",
        "f.c:7:3 in `%loop`, `%outer`: failed to move load (2 times) [remark: licm]",
    ):
        assert expected in text
    assert "nobody runs this" not in text and "resources" not in text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_sentence_ends_with_its_source(language: Language) -> None:
    lines = said(WHOLE, language)
    assert len(lines) == 14
    assert all(re.search(rf"\[(?:{'|'.join(SOURCES)})\b[^\]]*\]$", line) and re.search(r"\d", line) for line in lines)


def test_both_languages_have_the_same_sentences_and_figures() -> None:
    english, japanese = sentences("en"), sentences("ja")
    assert blanks(english) == blanks(japanese)
    figures = [[sorted(re.findall(r"\d[\d.,]*\d|\d", line)) for line in said(WHOLE, lang)] for lang in ("en", "ja")]
    assert [sorted(set(row) - {"1"}) for row in figures[0]] == [sorted(set(row) - {"1"}) for row in figures[1]]


def blanks(texts: dict[str, Any]) -> dict[str, Any]:
    return {
        key: blanks(value) if isinstance(value, dict) else {name for _, name, _, _ in Formatter().parse(value) if name}
        for key, value in texts.items()
    }


def test_without_evidence_nothing_is_said() -> None:
    assert findings_text(Findings(hot="hot"), "en") == ""
    assert line_comments(Findings(hot="hot")) == {}


@pytest.mark.parametrize(
    ("missing", "sources"),
    [
        ({"simulation": None}, {"measured", "model", "remark"}),
        ({"roofline": None, "calls": None}, {"simulated", "IR", "model", "remark"}),
        ({"models": ()}, {"simulated", "IR", "measured", "remark"}),
        ({"remarks": ()}, {"simulated", "IR", "measured", "model"}),
        ({"register_bytes": None}, {"simulated", "measured", "model", "remark"}),
    ],
)
def test_what_is_missing_is_left_out_and_the_rest_stays(missing: dict[str, Any], sources: set[str]) -> None:
    lines = said(WHOLE.model_copy(update=missing))
    assert {match for line in lines for match in re.findall(r"\[(\w+)[^\]]*\]$", line)} == sources


def test_reasons_for_missing_evidence_stand_at_the_end() -> None:
    text = findings_text(Findings(hot="hot", notes=("valgrind is not installed",)), "en")
    assert text == "## What could not be found out\n\n- valgrind is not installed\n"


def test_a_partial_simulation_says_so_and_a_bound_by_memory_names_the_level() -> None:
    partial = SIMULATION.model_copy(update={"partial": True, "seconds": 10.0})
    by_memory = ROOFLINE.model_copy(update={"bound": "memory", "attainable": 2e10, "percent": 50.0})
    text = findings_text(WHOLE.model_copy(update={"simulation": partial, "roofline": by_memory}), "en", MODULE)
    assert "all counts are of its first 10 s under simulation" in text
    assert "10.00 GFLOP/s, 50.0 % of the 20.0 that L2 can feed at 100 GB/s" in text
    assert "is used up" not in text


def test_comments_name_the_share_of_each_hot_line_by_its_place_in_the_body() -> None:
    assert line_comments(WHOLE) == {1: "90.0 %, D1 misses 100 %", 2: "6.0 %, mispredicted 100 %"}


def test_the_peaks_are_one_line_for_the_facts_about_the_machine() -> None:
    line = peaks_line(PEAKS, "en")
    assert line == (
        "one core at best: 50.0 GFLOP/s in double, 100.0 in float, by fused multiply-adds; streams: L2 100 GB/s "
        "[measured: peaks of 2026-01-02]"
    )
    assert "\n" not in peaks_line(PEAKS, "ja")


def remarks_said(*remarks: Remark) -> list[str]:
    return [line for line in said(WHOLE.model_copy(update={"remarks": remarks})) if "[remark:" in line]


def test_equal_remarks_are_one_sentence_with_all_their_places() -> None:
    again = REMARK.model_copy(update={"line": 9})
    assert remarks_said(REMARK, again) == [
        "- f.c:7:3, f.c:9:3 in `%loop`, `%outer`: failed to move load (4 times) [remark: licm]"
    ]


def test_the_reason_replaces_the_bare_statement_that_something_failed() -> None:
    bare = REMARK.model_copy(update={"name": "MissedDetails", "message": "loop not vectorized", "count": 1})
    why = bare.model_copy(update={"name": "UnsafeDep", "kind": "analysis", "message": "loop not vectorized: unsafe"})
    assert ["loop not vectorized [" in line for line in remarks_said(bare)] == [True]
    assert ["loop not vectorized: unsafe [" in line for line in remarks_said(bare, why)] == [True]


def test_copies_between_registers_are_not_told_but_spills_are() -> None:
    copies = REMARK.model_copy(update={"optimiser": "regalloc", "message": "2 virtual registers copies", "line": None})
    spills = copies.model_copy(update={"message": "3 spills 2 reloads", "lines": (3,), "count": 1})
    assert remarks_said(copies, spills) == ["- IR line 3 in `%loop`, `%outer`: 3 spills 2 reloads [remark: regalloc]"]


def test_costs_without_a_unit_are_not_told() -> None:
    message = (
        "1 reloads 6.250000e+00 total reloads cost 2 folded reloads 2.500000e+01 total folded reloads cost "
        "3 virtual registers copies 2.031250e+01 total copies cost generated in loop"
    )
    assert plain(message) == "1 reloads, 2 folded reloads, 3 virtual registers copies generated in loop"
    assert plain("vectorized loop (vectorization width: 2)") == "vectorized loop (vectorization width: 2)"


@pytest.mark.parametrize(
    ("width", "register", "expected"),
    [
        (0, 32, "computes one element at a time; a vector register of this machine holds 32 bytes"),
        (16, 32, "computes with vectors of 16 bytes; a register of this machine holds 32"),
        (32, 32, ""),
        (None, 32, ""),
        (16, None, ""),
    ],
)
def test_a_vector_narrower_than_the_machines_is_told(width: int | None, register: int | None, expected: str) -> None:
    loops = (LOOPS[0], LOOPS[1].model_copy(update={"vector_bytes": width}))
    text = findings_text(WHOLE.model_copy(update={"loops": loops, "register_bytes": register}), "en", MODULE)
    assert expected in text if expected else "register of this machine" not in text


def test_the_only_call_is_told_so() -> None:
    once = WHOLE.model_copy(update={"calls": 1, "seconds": 3.2e-8})
    assert "`hot` takes 32 ns in its only call [measured]" in findings_text(once, "en", MODULE)


def test_a_model_that_contradicts_the_stopwatch_is_told_to_be_wrong() -> None:
    peaks = PEAKS.model_copy(update={"clock": 1e9})
    # 100 turns of 4.5 cycles at 1 GHz are 450 ns.
    right = WHOLE.model_copy(update={"peaks": peaks, "seconds": 460e-9})
    wrong = WHOLE.model_copy(update={"peaks": peaks, "seconds": 440e-9})
    told = "by this model it alone would take 450 ns, but the whole function takes 440 ns: the model is wrong here"
    assert told in "\n".join(said(wrong))
    assert "the model is wrong" not in "\n".join(said(right))
    assert "モデルが誤り" in "\n".join(said(wrong, "ja"))


@pytest.mark.parametrize(("bound", "what"), [("compute", "fewer operations"), ("memory", "fewer bytes")])
def test_at_the_roof_only_less_work_helps(bound: str, what: str) -> None:
    there = WHOLE.roofline.model_copy(update={"percent": 95.0, "bound": bound}) if WHOLE.roofline else None
    text = "\n".join(code_sentences(WHOLE.model_copy(update={"roofline": there}), "en"))
    assert f"at 95.0 % of the roofline only {what} make it faster" in text
    assert "only fewer" not in "\n".join(code_sentences(WHOLE, "en"))


def test_beyond_the_roof_there_are_fewer_operations_than_are_counted() -> None:
    there = WHOLE.roofline.model_copy(update={"percent": 107.0}) if WHOLE.roofline else None
    text = "\n".join(code_sentences(WHOLE.model_copy(update={"roofline": there}), "en"))
    assert "107 % is more than the machine can do" in text
    assert "only fewer" not in text


def test_of_a_candidate_only_hot_loops_have_remarks() -> None:
    text = "\n".join(code_sentences(WHOLE, "en"))
    assert "failed to move load" in text
    elsewhere = REMARK.model_copy(update={"loops": ("outer",)})
    assert "failed to move load" not in "\n".join(
        code_sentences(WHOLE.model_copy(update={"remarks": (elsewhere,)}), "en")
    )


def test_clock_and_page_stand_beside_the_peaks_where_they_are_known() -> None:
    assert "GHz" not in peaks_line(PEAKS, "en")
    known = PEAKS.model_copy(update={"clock": 3.5e9, "page_seconds": 1.29e-6})
    assert "L2 100 GB/s; 3.50 GHz; first touch of a page 1.29 µs [" in peaks_line(known, "en")
    assert "クロック 3.50 GHz、ページに初めて触れる時間 1.29 µs" in peaks_line(known, "ja")


def test_the_stopwatch_leaves_so_many_cycles_for_an_iteration_of_the_main_loop() -> None:
    known = WHOLE.model_copy(update={"peaks": PEAKS.model_copy(update={"clock": 2e9}), "seconds": 1e-6})
    told = "the function took 2,000 cycles: 20.0 for each of the 100 iterations of loop `%loop` (which has 90.0 %"
    assert told in "\n".join(code_sentences(known, "en"))
    assert "サイクル。" in "\n".join(code_sentences(known, "ja"))
    # 100 turns of 4.5 cycles of the model.
    assert (
        "of the 2,000 cycles that the function took [measured], its 1 modelled loops explain 450 (22.5 %)"
        in "\n".join(code_sentences(known, "en"))
    )
    assert "cycles:" not in "\n".join(code_sentences(WHOLE, "en"))
