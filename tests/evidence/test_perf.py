from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.evidence.perf import (
    Counter,
    CounterStatus,
    PerfStat,
    parse_perf_stat,
    read_perf_stat,
    unread_warning,
)
from pipeline.evidence.perf_lines import parse_number

DATA = Path(__file__).parent.parent / "data" / "perf"
REAL = sorted(DATA.glob("real-*.txt"))
ONE_RUN = ["real-human.txt", "real-csv.txt", "real-csv-semicolon.txt", "real-csv-tab.txt", "real-json.txt"]


def statuses(stat: PerfStat) -> dict[str, CounterStatus]:
    return {name: counter.status for name, counter in stat.counters.items()}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_captured_line_is_read(path: Path) -> None:
    stat = read_perf_stat(path)
    assert stat.unread == ()
    assert stat.source == "software"
    assert stat.counters["task-clock"].status is CounterStatus.COUNTED
    assert 0.1 < (stat.milliseconds("task-clock") or 0.0) < 1000.0


def test_captured_values_are_those_in_the_file() -> None:
    stat = read_perf_stat(DATA / "real-human-repeat-de_DE.txt")
    assert stat.value("task-clock") == 45.28
    assert stat.value("page-faults") == 16433
    assert stat.counters["task-clock"].variance_percent == 9.56
    assert stat.elapsed_s == 0.05166
    assert stat.runs == 3
    assert stat.counters["branches"].status is CounterStatus.NOT_SUPPORTED


@pytest.mark.parametrize("name", ONE_RUN)
def test_formats_agree_on_what_a_machine_without_pmu_offers(name: str) -> None:
    found = statuses(read_perf_stat(DATA / name))
    supported = {"task-clock", "context-switches", "cpu-migrations", "page-faults"}
    assert {n for n, status in found.items() if status is CounterStatus.COUNTED} == supported
    assert found["cycles"] is found["branch-misses"] is CounterStatus.NOT_SUPPORTED


@pytest.mark.parametrize("locale", ["de_DE", "fr_FR", "de_CH", "hi_IN"])
def test_thousands_separators_of_captured_locales(locale: str) -> None:
    stat = read_perf_stat(DATA / f"real-human-{locale}.txt")
    assert 16_000 < (stat.value("page-faults") or 0) < 17_000
    assert 0.01 < (stat.elapsed_s or 0) < 1.0


def test_decimal_comma_that_breaks_json_and_csv_is_repaired() -> None:
    for name in ("real-json-de_DE.txt", "real-csv-semicolon-de_DE.txt", "real-csv-comma-de_DE.txt"):
        stat = read_perf_stat(DATA / name)
        assert 10.0 < (stat.value("task-clock") or 0.0) < 100.0
        assert stat.counters["task-clock"].running_percent == 100.0


def test_aliases_modifiers_and_tracepoints() -> None:
    stat = read_perf_stat(DATA / "real-human-aliases.txt")
    assert {"context-switches", "cpu-migrations", "page-faults", "cycles", "branches"} <= set(stat.counters)
    assert stat.counters["cycles"].event == "cpu-cycles:u"
    assert stat.counters["cycles"].modifier == "u"
    assert stat.value("sched:sched_switch") == 1
    assert stat.milliseconds("duration_time") == pytest.approx(56.643564)
    assert stat.counters["r003c"].is_hardware


def test_intervals_and_cpus_add_up() -> None:
    assert read_perf_stat(DATA / "real-human-interval.txt").value("page-faults") == 78
    assert read_perf_stat(DATA / "real-human-per-core.txt").value("page-faults") == 16_438
    assert read_perf_stat(DATA / "real-human-per-cpu.txt").value("task-clock") == 100.48
    assert read_perf_stat(DATA / "real-csv-per-core.txt").value("page-faults") == 16_436
    assert read_perf_stat(DATA / "real-json-per-core.txt").value("page-faults") == 16_438
    assert read_perf_stat(DATA / "real-json-interval.txt").value("page-faults") == 75


@pytest.mark.parametrize("form", ["human", "csv", "json"])
def test_threads_are_read_by_their_names(form: str) -> None:
    stat = read_perf_stat(DATA / f"real-{form}-per-thread.txt")
    assert (stat.value("context-switches") or 0) in (6, 9, 12)
    assert stat.counters["cycles"].status is CounterStatus.NOT_SUPPORTED


@pytest.mark.parametrize("line", ["   1.234 seconds", "  100 iterations", "n-1 2 three", "sum-of-squares 12"])
def test_figures_of_the_program_in_between_are_no_counters(line: str) -> None:
    stat = parse_perf_stat(f"{line}\n       134,567      cycles\n")
    assert list(stat.counters) == ["cycles"]
    assert stat.unread == (line.strip(),)


def test_events_of_caches_are_known_where_columns_are_lost() -> None:
    stat = parse_perf_stat("12 LLC-loads\n3 LLC-load-misses\n4 L1-dcache-load-misses\n5 dTLB-load-misses\n")
    assert list(stat.counters) == ["LLC-loads", "LLC-load-misses", "L1-dcache-load-misses", "dTLB-load-misses"]


def test_what_is_no_counter_is_quoted_in_the_error() -> None:
    with pytest.raises(UsageError, match=r"first line not understood: 'GHz  insn per cycle'"):
        parse_perf_stat("GHz  insn per cycle\n3.2  1.8\n")


def test_pmu_sample_with_multiplexing() -> None:
    stat = read_perf_stat(DATA / "sample-human-pmu.txt")
    assert stat.source == "pmu"
    assert stat.value("cycles") == 15_584_210
    assert stat.counters["cycles"].running_percent == 62.13
    assert stat.value("LLC-load-misses") == 3_125
    assert (stat.elapsed_s, stat.user_s, stat.sys_s) == (0.005062193, 0.00489, 0.0)
    assert stat.unread == ()


def test_hybrid_counts_are_weighted_by_their_share_of_the_time() -> None:
    stat = read_perf_stat(DATA / "sample-human-hybrid.txt")
    assert stat.value("cycles") == 0.75 * 30e6 + 0.25 * 10e6
    assert stat.counters["cycles"].pmu == "cpu_atom+cpu_core"
    assert stat.value("instructions") == 60e6
    assert stat.counters["topdown-fe-bound"].status is CounterStatus.NOT_SUPPORTED
    assert {m.name: m.value for m in stat.metrics} == {"tma_bad_speculation": 10.5, "tma_backend_bound": 45.1}
    assert stat.advice[0].startswith("Some events weren't counted")
    assert stat.unread == ()


def test_hybrid_counts_of_the_whole_system_are_added() -> None:
    stat = parse_perf_stat("    1,000      cpu_core/cycles/\n    2,000      cpu_atom/cycles/\n")
    assert stat.value("cycles") == 3_000


def test_user_and_kernel_counts_of_one_event_stay_apart() -> None:
    stat = parse_perf_stat("    5      cycles\n    3      cycles:u\n    2      cycles:k\n")
    assert {n: c.value for n, c in stat.counters.items()} == {"cycles": 5, "cycles:u": 3, "cycles:k": 2}


def test_csv_sample() -> None:
    stat = read_perf_stat(DATA / "sample-csv-pmu.txt")
    assert stat.counters["cycles"] == Counter(
        name="cycles",
        event="cycles:u",
        value=15_584_210,
        status=CounterStatus.COUNTED,
        modifier="u",
        running_percent=62.13,
        variance_percent=0.31,
    )
    assert stat.value("event=0x3c,umask=0x1") == 4711
    assert stat.counters["branch-misses"].status is CounterStatus.NOT_COUNTED
    assert stat.counters["energy-pkg"].unit == "Joules"
    assert not stat.counters["energy-pkg"].is_hardware
    assert [(m.name, m.value) for m in stat.metrics] == [("stalled cycles per insn", 0.35)]
    assert stat.unread == ()


def test_json_sample() -> None:
    stat = read_perf_stat(DATA / "sample-json-pmu.txt")
    assert stat.value("cycles") == 15_584_210
    assert stat.counters["instructions"].pmu == "armv8_pmuv3_0"
    assert stat.counters["cache-misses"].status is CounterStatus.NOT_COUNTED
    assert [(m.name, m.value, m.unit) for m in stat.metrics] == [("tma_backend_bound", 45.1, "%")]
    assert stat.unread == ()


def test_old_perf_with_unit_in_the_event_name() -> None:
    stat = read_perf_stat(DATA / "sample-human-old.txt")
    assert stat.milliseconds("task-clock") == 4.870123
    assert stat.counters["cycles"].running_percent == 62.13
    assert stat.unread == ()


def test_what_the_program_printed_is_reported_and_not_counted() -> None:
    stat = read_perf_stat(DATA / "sample-human-with-program-output.txt")
    assert stat.unread == (
        "0.002713",
        "checksum 42 ok",
        "100 iterations",
        "a line of the program after perf's",
    )
    assert list(stat.counters) == ["cycles", "instructions"]
    warning = unread_warning(Path("x.txt"), stat)
    assert warning is not None and "x.txt" in warning and "3 more" in warning and "\n" not in warning


def test_indentation_lost_in_a_chat_window_does_no_harm() -> None:
    stat = parse_perf_stat("134,567 cycles\n1.5 msec task-clock\n")
    assert (stat.value("cycles"), stat.value("task-clock")) == (134_567, 1.5)


def test_source_needs_a_hardware_count_not_a_hardware_event() -> None:
    assert parse_perf_stat("   <not counted>      cycles\n     1.00 msec task-clock\n").source == "software"
    assert parse_perf_stat("    7      ls_dispatch.ld_dispatch\n").source == "pmu"
    assert parse_perf_stat("    7      msr/tsc/\n").source == "software"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "hello\n",
        "int main(void) { return 0; }\n",
        '{"kernel": "gemm"}\n',
        "[1, 2]",
        "{\n",
        "# started on X\n",
    ],
)
def test_text_without_perf_output_is_one_clear_error(text: str) -> None:
    with pytest.raises(UsageError, match="perf stat -d -o FILE") as error:
        parse_perf_stat(text)
    assert "\n" not in str(error.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_perf_stat(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="Is a directory"):
        read_perf_stat(tmp_path)


@pytest.mark.parametrize(
    ("text", "grouped", "value"),
    [
        ("1,234,567", True, 1234567.0),
        ("12,34,567", True, 1234567.0),
        ("1.234.567", True, 1234567.0),
        ("1.234", True, 1234.0),
        ("1.234", False, 1.234),
        ("1.234,56", True, 1234.56),
        ("1,234.56", True, 1234.56),
        ("1\u202f234\u202f567", True, 1234567.0),
        ("1\u2019234.5", True, 1234.5),
        ("0,69", True, 0.69),
        ("0.002394550", False, 0.00239455),
    ],
)
def test_numbers_of_many_locales(text: str, grouped: bool, value: float) -> None:
    assert parse_number(text, grouped=grouped) == value


NAMES = st.sampled_from(["cycles", "instructions", "cache-misses", "LLC-loads", "page-faults", "task-clock", "r1a8"])
PREFIXES = st.sampled_from(["{}", "{}:u", "{}:ukp", "cpu_core/{}/", "armv8_pmuv3_0/{}/u"])
COUNTS = st.one_of(st.sampled_from(["<not supported>", "<not counted>"]), st.integers(0, 2**53))
COUNTER = st.tuples(PREFIXES, COUNTS, st.integers(1, 10_000).map(lambda hundredths: hundredths / 100))
COUNTERS = st.dictionaries(NAMES, COUNTER, min_size=1)
Generated = dict[str, tuple[str, int | str, float]]


def expected(counters: Generated) -> dict[str, tuple[str, float | None, float]]:
    return {
        name: (prefix.format(name), None if isinstance(count, str) else float(count), percent)
        for name, (prefix, count, percent) in counters.items()
    }


def parsed(text: str) -> dict[str, tuple[str, float | None, float]]:
    stat = parse_perf_stat(text)
    assert stat.unread == ()
    return {name: (c.event, c.value, c.running_percent) for name, c in stat.counters.items()}


@given(COUNTERS, st.sampled_from([",", ".", "", "\u202f", "\u00a0", "'", "\u2019", " "]))
def test_generated_human_output_parses_back(counters: Generated, thousands: str) -> None:
    lines = ["", " Performance counter stats for './a.out':", ""]
    for name, (prefix, count, percent) in counters.items():
        number = count if isinstance(count, str) else f"{count:,}".replace(",", thousands)
        metric = "" if isinstance(count, str) else f" #    3.200 GHz{'':26}"
        lines.append(f"{number:>18}      {prefix.format(name):<32}{metric}  ({percent:.2f}%)")
    assert parsed("\n".join([*lines, "", "       0.002394550 seconds time elapsed", ""])) == expected(counters)


@given(COUNTERS, st.sampled_from([",", ";", "\t", "|", "^", "::"]), st.booleans(), st.booleans())
def test_generated_csv_parses_back(counters: Generated, separator: str, repeated: bool, interval: bool) -> None:
    lines = []
    for name, (prefix, count, percent) in counters.items():
        fields = [str(count), "", prefix.format(name)] + (["1.25%"] if repeated else [])
        fields += ["4870123", f"{percent:.2f}", "", ""]
        lines.append(separator.join((["     0.050124710"] if interval else []) + fields))
    assert parsed("\n".join(lines)) == expected(counters)


@given(COUNTERS)
def test_generated_json_parses_back(counters: Generated) -> None:
    lines = [
        json.dumps(
            {
                "counter-value": count if isinstance(count, str) else f"{count}.000000",
                "unit": "",
                "event": prefix.format(name),
                "event-runtime": 1,
                "pcnt-running": percent,
            }
        )
        for name, (prefix, count, percent) in counters.items()
    ]
    assert parsed("\n".join(lines)) == expected(counters)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        stat = parse_perf_stat(text)
    except UsageError:
        return
    assert stat.counters or stat.elapsed_s is not None or stat.user_s is not None or stat.sys_s is not None
