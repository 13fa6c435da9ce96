from __future__ import annotations

import itertools
import json
import math
import shlex
from pathlib import Path
from typing import Any

import pytest
from journals import PLACE, REAL, Try, interval, write_run

from pipeline.cli.model import settings_of
from pipeline.events import ModelCalled, to_line
from pipeline.records import Interval, Outcome, Policy
from pipeline.reports.commands import repeat_command
from pipeline.reports.figures.convergence import convergence_figure
from pipeline.reports.grouping import Group, differences, grouped, key_of, places, short_tags, tags
from pipeline.reports.journals import find_runs, load, load_run
from pipeline.reports.markdown import markdown
from pipeline.reports.summary import (
    Best,
    GeoMean,
    GroupSummary,
    Mean,
    RunSummary,
    Summary,
    mean_over_cases,
    newest,
    summarise,
    summarise_run,
)
from pipeline.service import Usage

DOCS = Path(__file__).parents[2] / "docs" / "files.md"
OTHER_CPU = {**PLACE, "cpu": "Other CPU"}


def test_a_real_report_says_what_the_journal_says() -> None:
    summary = summarise(load([REAL / "gemm-medium"]))
    (group,) = summary.groups
    (result,) = group.results
    events = [json.loads(line) for line in (REAL / "gemm-medium" / "events.jsonl").read_text().splitlines()]
    confirmed = next(event for event in events if event["event"] == "winner_confirmed")
    assert result.best is not None
    assert result.best.speedup.model_dump() == confirmed["speedup"]
    assert (result.best.candidate, result.best.proposer, result.best.form) == ("c13", "recorded", "c")
    sound = [e["row"]["speedup"]["speedup"] for e in events if e["event"] == "ladder_measured" and not e["row"]["note"]]
    assert result.best_rung is not None
    assert result.best_rung.speedup is not None
    assert result.best_rung.speedup.speedup == max(sound)
    assert sum(result.outcomes.values()) == sum(event["event"] == "verdict_reached" for event in events)
    assert group.means == ()  # of one kernel there is none
    assert (result.replies, result.rejected_replies, result.reply_tokens_estimated) == (3, 0, True)
    assert result.tokens is None


def test_cases_without_a_winner_count_as_one_in_the_mean() -> None:
    mean = mean_over_cases([interval(4.0, 0.1), None])
    assert mean is not None
    assert mean.value == pytest.approx(2.0)
    assert mean.without_winner == 1
    # Half of the logarithm's error: the case that stayed the original has none.
    assert mean.low == pytest.approx(2.0 * math.sqrt(0.9))
    assert mean_over_cases([]) is None
    assert mean_over_cases([None]) is not None


def test_a_wider_suite_with_the_same_errors_is_known_better() -> None:
    one, four = mean_over_cases([interval(2.0)]), mean_over_cases([interval(2.0)] * 4)
    assert one is not None
    assert four is not None
    assert math.log(four.high / four.low) == pytest.approx(math.log(one.high / one.low) / 2)


def test_the_newest_finished_run_of_a_case_is_shown(tmp_path: Path) -> None:
    write_run(tmp_path, [Try(Outcome.FASTER, 2.0)], run="20260101-000001")
    write_run(tmp_path, [Try(Outcome.FASTER, 1.5)], run="20260101-000002")
    write_run(tmp_path, [Try(Outcome.FASTER, 3.0)], run="20260101-000003", done=False, winner=False)
    loaded = load(find_runs(tmp_path))
    assert newest(loaded.runs)["gemm MINI"].id == "20260101-000002"
    (group,) = summarise(loaded).groups
    assert len(group.runs) == 3
    assert any("did not end" in limit and "20260101-000003, unfinished" in limit for limit in group.limits)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"policy": Policy.STRICT}, "2 policies: strict; tolerant."),
        ({"place": OTHER_CPU}, "2 machines"),
        ({"place": {**PLACE, "llvm": "19.1.7"}}, "2 compilers: LLVM 19.1.7; LLVM 22.1.8"),
        ({"source": "pmu"}, "2 counter sources"),
    ],
)
def test_runs_that_do_not_compare_stand_apart_and_it_is_said(
    tmp_path: Path, more: dict[str, object], said: str
) -> None:
    write_run(tmp_path, kernel="atax")
    write_run(tmp_path, run="20260101-000002", **more)  # type: ignore[arg-type]
    groups = grouped(load(find_runs(tmp_path)).runs)
    assert len(groups) == 2
    (sentence,) = differences(list(groups))
    assert said in sentence
    assert len(set(tags(groups).values())) == 2


def test_machines_of_one_name_with_other_vectors_are_numbered(tmp_path: Path) -> None:
    write_run(tmp_path, run="20260101-000001", place={**PLACE, "vectors": "avx2"})
    write_run(tmp_path, run="20260101-000002", place={**PLACE, "vectors": "avx512f"})
    names = set(tags(grouped(load(find_runs(tmp_path)).runs)).values())
    assert {name[-2:] for name in names} == {"#1", "#2"}


def test_long_names_of_groups_become_numbers_with_a_key(tmp_path: Path) -> None:
    write_run(tmp_path, run="20260101-000001")
    write_run(tmp_path, run="20260101-000002", policy=Policy.STRICT)
    alike = list(grouped(load(find_runs(tmp_path)).runs))
    assert set(short_tags(alike).values()) == {"policy strict", "policy tolerant"}
    assert key_of(short_tags(alike)) == ""
    write_run(tmp_path, run="20260101-000003", source="pmu", place=OTHER_CPU)
    groups = grouped(load(find_runs(tmp_path)).runs)
    short = short_tags(groups)
    assert list(short.values()) == ["group 1", "group 2", "group 3"]
    assert [line.partition(": ")[2] for line in key_of(short).splitlines()[1:]] == [group.title for group in groups]
    assert "group 2" in {text.get_text() for axes in convergence_figure(groups).axes for text in axes.texts}


def test_proposers_have_a_mean_each_and_do_not_hide_each_other(tmp_path: Path) -> None:
    for kernel in ("atax", "gemm"):
        write_run(tmp_path, [Try(Outcome.FASTER, 3.0)], kernel=kernel, run="20260101-000001", proposer="recorded")
        write_run(tmp_path, [Try(Outcome.REJECTED)], kernel=kernel, run="20260101-000002", proposer="search")
    summary = summarise(load(find_runs(tmp_path)))
    (group,) = summary.groups
    assert {mean.asked: round(mean.irloop.value, 6) for mean in group.means} == {"recorded": 3.0, "search": 1.0}
    assert [group.label(result) for result in group.results][2:] == ["gemm MINI, recorded", "gemm MINI, search"]
    text = markdown(summary)
    assert (
        "- Geometric mean of 2, recorded: 3.00x \\[2.96, 3.04\\] over clang -O3, 2 of 2 kernels proven faster" in text
    )
    assert "- Geometric mean of 2, search: 1.00x \\[1.00, 1.00\\] over clang -O3, 0 of 2 kernels proven faster" in text


def test_sizes_do_not_share_a_mean(tmp_path: Path) -> None:
    for kernel in ("atax", "gemm"):
        for number, (size, reached) in enumerate((("MINI", 2.0), ("LARGE", 4.0))):
            folder = write_run(tmp_path, [Try(Outcome.FASTER, reached)], kernel=kernel, run=f"20260101-00000{number}")
            journal = folder / "events.jsonl"
            journal.write_text(journal.read_text().replace('"size":"MINI"', f'"size":"{size}"'))
    (group,) = summarise(load(find_runs(tmp_path))).groups
    assert {mean.size: round(mean.irloop.value, 6) for mean in group.means} == {"MINI": 2.0, "LARGE": 4.0}
    assert [group.mean_label(mean) for mean in group.means] == [
        "geometric mean of 2, LARGE",
        "geometric mean of 2, MINI",
    ]


def test_flags_that_did_better_are_named(tmp_path: Path) -> None:
    write_run(tmp_path, [Try(Outcome.FASTER, 1.1)], kernel="atax", ladder=1.3)
    write_run(tmp_path, [Try(Outcome.REJECTED)], kernel="mvt", ladder=1.2)
    write_run(tmp_path, [Try(Outcome.FASTER, 1.5)], kernel="gemm", ladder=1.3)
    (group,) = summarise(load(find_runs(tmp_path))).groups
    (said,) = [limit for limit in group.limits if limit.startswith("Flags alone were faster")]
    assert said.endswith("for: atax MINI (-O3 -march=native), mvt MINI (-O3 -march=native).")


def test_places_are_told_once_with_the_range_of_their_load() -> None:
    found = places([{"cpu": "A", "load": "10.5"}, {"cpu": "A", "load": "9.7"}, {"cpu": "B", "load": "0.1"}])
    assert found == [({"cpu": "A"}, "9.7 to 10.5", 2), ({"cpu": "B"}, "0.1", 1)]


def test_what_a_model_used_counts_every_call(tmp_path: Path) -> None:
    folder = write_run(tmp_path, [Try(Outcome.FASTER, 1.5, proposer="llm")])
    spent = Usage(model="m", prompt_tokens=100, completion_tokens=20, cost=0.5)
    with (folder / "events.jsonl").open("a") as journal:
        for call in (1, 2):
            journal.write(to_line(ModelCalled(iteration=1, call=call, finish="stop", usage=spent)) + "\n")
    told = summarise_run(load_run(folder))
    assert (told.tokens, told.cost, told.models) == (240, 1.0, ("m",))


def test_a_rung_with_other_results_is_no_rival(tmp_path: Path) -> None:
    run = load_run(write_run(tmp_path, ladder=1.25))
    assert run.best_rung is not None
    assert run.best_rung.name == "-O3 -march=native"


def test_fast_math_is_no_rival_under_the_strict_policy() -> None:
    run = load_run(REAL / "atax-strict")
    assert any("-ffast-math" in row.name and row.speedup and not row.note for row in run.state.ladder)
    assert run.best_rung is not None
    assert "-ffast-math" not in run.best_rung.name


def test_limits_name_what_failed_and_what_was_not_shown(tmp_path: Path) -> None:
    write_run(tmp_path, [Try(Outcome.INCONCLUSIVE, 1.0), Try(Outcome.REJECTED)])
    (group,) = summarise(load(find_runs(tmp_path))).groups
    text = "\n".join(group.limits)
    assert "Nothing was proven faster for: gemm MINI" in text
    assert "1 of 2 candidates were inconclusive" in text
    assert "1 of 2 candidates were rejected" in text
    assert "No hardware counters" in text


def test_the_command_repeats_a_bundled_kernel() -> None:
    run = load_run(REAL / "atax-strict")
    command = repeat_command(run.program, run.settings, run.environments[0])
    assert command == "IRLOOP_LLVM=22 irloop run atax --size SMALL --iterations 3 --proposer search --policy strict"


def test_the_command_repeats_a_program_of_ones_own() -> None:
    run = load_run(REAL / "atax-strict")
    program = run.program.model_copy(
        update={
            "sources": (Path("a b.c"), Path("c.c")),
            "includes": (Path("inc"),),
            "defines": ("N=4",),
            "args": ("--fast", "x y"),
        }
    )
    settings = run.settings.model_copy(update={"ladder": False, "language": "en", "seed": 9})
    command = repeat_command(program, settings, {})
    assert command.startswith("irloop run 'a b.c' c.c --include inc --define N=4")
    assert "--args '--fast '\"'\"'x y'\"'\"''" in command
    assert command.endswith("--tolerance 1e-09 --hot kernel_atax --iterations 3 --proposer search --policy strict "
                            "--seed 9 --lang en --no-ladder")  # fmt: skip


def test_the_command_repeats_a_run_with_a_model_and_tells_no_key() -> None:
    run = load_run(REAL / "atax-strict")
    told = [
        "--base-url",
        "http://host/v1",
        "--model",
        "m 4.1",
        "--set",
        "llm.temperature=0.5",
        "--set",
        "llm.stream=false",
    ]
    told += ["--set", 'llm.headers={"X-Key" = "${TEAM_KEY}"}', "--set", "prices.m 4.1={input = 1, output = 2.5}"]
    options: dict[str, Any] = {"base_url": told[1], "model": told[3], "changes": [text for text in told if "=" in text]}
    options |= {"budget": "calls=7,money=2.5", "proposer": "llm", "lang": "en", "iterations": 2}
    settings = settings_of(options)
    words = shlex.split(repeat_command(run.program, settings, {}))
    changes = [after for word, after in itertools.pairwise(words) if word == "--set"]
    again = {
        **options,
        "model": None,
        "base_url": None,
        "changes": changes,
        "budget": words[words.index("--budget") + 1],
    }
    assert settings_of(again) == settings
    assert "endpoint" not in " ".join(words)


def test_markdown_has_a_row_a_kernel_and_nothing_that_acts(tmp_path: Path) -> None:
    write_run(tmp_path)
    write_run(tmp_path, [Try(Outcome.REJECTED)], kernel="atax")
    text = markdown(summarise(load(find_runs(tmp_path))))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert [row.split("|")[1].strip() for row in rows] == ["kernel", "atax MINI", "gemm MINI", "geometric mean of 2"]
    assert "1.50x \\[1.47, 1.53\\]" in rows[2]
    assert "<b>" not in text
    assert "nothing proven faster" in rows[1]
    assert "irloop run gemm --size MINI" in text


def test_every_field_of_the_json_is_documented() -> None:
    section = DOCS.read_text(encoding="utf-8").split("## `report.html`")[1].split("\n## ")[0]
    kinds = (Summary, GroupSummary, Group, RunSummary, Best, Mean, GeoMean, Interval)
    fields = {name for kind in kinds for name in kind.model_fields}
    assert sorted(name for name in fields if f"`{name}`" not in section) == []
