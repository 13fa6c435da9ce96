"""The decision on made-up costs, the readers on the tools' output, and what keeps functions apart."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.evidence.hotspot import (
    Costs,
    choose_hot,
    keep_apart,
    own_costs,
    read_samples,
    repeats,
    simulated_costs,
)
from pipeline.ir.module import find_function
from pipeline.toolchain import find_toolchain


def test_the_highest_cost_wins_but_never_main() -> None:
    assert choose_hot({"main": 50.0, "a": 20.0, "b": 30.0}) == "b"
    assert choose_hot({"a": 20.0, "b": 20.0}) == "a"


def test_a_dominating_main_leaves_nothing() -> None:
    assert choose_hot({"main": 100.0, "a": 9.9}) is None
    assert choose_hot({"main": 100.0, "a": 10.0}) == "a"
    assert choose_hot({"main": 100.0}) is None
    assert choose_hot({}) is None
    assert choose_hot({"a": 0.0}) is None


def test_the_benchmark_harness_is_not_the_programs_work() -> None:
    assert choose_hot({"polybench_flush_cache": 90.0, "kernel_atax": 5.0}) == "kernel_atax"


@given(st.dictionaries(st.sampled_from(["main", "a", "b", "c", "polybench_x"]), st.floats(0, 1e12)))
def test_choice_is_always_a_costly_function_of_the_table(costs: dict[str, float]) -> None:
    hot = choose_hot(costs)
    if hot is not None:
        assert hot in ("a", "b", "c")
        assert costs[hot] == max(costs.get(name, 0.0) for name in ("a", "b", "c")) > 0


def test_clones_count_for_their_original_and_libraries_do_not() -> None:
    table = Costs({"f": 1.0, "f.specialized.1": 5.0, "g": 4.0, "memcpy": 90.0, "h.cold": 2.0}, 102.0, False)
    own = own_costs(table, {"f", "g"})
    assert own.by_function == {"f": 6.0, "g": 4.0}
    assert own.total == 102.0


def test_wording() -> None:
    assert Costs({"f": 383.0}, 412.0, simulated=False).share("f") == "perf cpu-clock: 93 % of 412 samples"
    simulated = Costs({"f": 1.19e8}, 1.2e8, simulated=True).share("f")
    assert simulated == "callgrind: 99 % of 1.2e8 simulated instructions"
    partial = Costs({"f": 1.0}, 2e10, simulated=True, partial=True).share("f")
    assert partial == "callgrind: 0 % of the first 2.0e10 simulated instructions"


def test_perf_report_rows() -> None:
    report = (
        "# Samples: 420  of event 'cpu-clock:u'\n"
        " 410        |[.] heavy              |profiled             \n"
        " 7          |[.] main               |profiled\n"
        " 2          |[.] 0x0000000000001234 |[unknown]\n"
        " 1          |[.] heavy              |libother.so\n\n"
    )
    assert read_samples(report, "profiled") == Costs({"heavy": 410.0, "main": 7.0}, 420.0, simulated=False)
    assert read_samples("no such event\n", "profiled").total == 0


def test_callgrind_file() -> None:
    # A call's own line is not main's cost, nor do the names of what is called change the scope.
    text = (
        "version: 1\npositions: line\nevents: Ir\nsummary: 145\n\n"
        "ob=(1) /usr/lib/libc.so.6\nfl=(1) ???\nfn=(1) memcpy\n0 20\n\n"
        "ob=(2) /w/profiled\nfl=(2) ???\nfn=(2) main\n0 4\n"
        "cob=(1)\ncfn=(1)\ncalls=1 0 \n0 20\n"
        "cfn=(3) heavy\ncalls=2 0 \n0 120\n+1 1\n"
        "\nfn=(3)\n0 100\n-3 12\n* 0\nfn=(4) heavy'2\n5 8\ntotals: 145\n"
    )
    found = simulated_costs(text, "/w/profiled")
    assert found.by_function == {"main": 5.0, "heavy": 120.0}
    assert found.total == 145.0


IR = """
define void @once(ptr %p) #0 {
entry:
  br label %next
next:
  ret void
}
define void @loop(ptr %p) #0 {
entry:
  br label %head
head:
  br i1 true, label %head, label %"the end"
"the end":
  ret void
}
define void @again(ptr %p) unnamed_addr #0 {
  call void @again(ptr %p)
  ret void
}
define void @forced() #1 {
entry:
  br label %entry2
entry2:
  br label %entry2
}
attributes #0 = { nounwind }
attributes #1 = { alwaysinline nounwind }
"""


def test_loops_and_recursion_are_recognised() -> None:
    found = {name: find_function(IR, name) for name in ("once", "loop", "again")}
    assert {name: repeats(function) for name, function in found.items() if function} == {
        "once": False,
        "loop": True,
        "again": True,
    }


def test_functions_are_kept_apart_by_need(tmp_path: Path) -> None:
    some, every = keep_apart(IR, every=False), keep_apart(IR, every=True)
    headers = [line for line in some.splitlines() if line.startswith("define")]
    assert ["noinline" in line for line in headers] == [False, True, True, False]
    assert every.count(" noinline #0 {") == 3
    module = tmp_path / "m.ll"
    module.write_text(every)
    assert find_toolchain().tool("opt", "-passes=verify", "-disable-output", module).ok
