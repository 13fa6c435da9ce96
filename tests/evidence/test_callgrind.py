"""Callgrind's files: real ones of callgrind 3.19, and made ones in every spelling that the format allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.evidence.callgrind import Callgrind, Cost, line_counts, read_callgrind
from pipeline.findings import Counts

DATA = Path(__file__).parents[1] / "data" / "callgrind"
SOURCE = "/home/user/calls.c"
EVENTS = ("Ir", "Dr", "Dw", "D1mr")


def real(name: str) -> Callgrind:
    return read_callgrind((DATA / name).read_text())


def test_compressed_and_plain_files_of_one_run_say_the_same() -> None:
    compressed, plain = real("calls-compressed.out"), real("calls-plain.out")
    # The address space is laid out anew in every run; the program's own code keeps its offsets.
    assert len(compressed.costs) == len(plain.costs)
    assert [cost.events for cost in compressed.costs if "calls" in cost.object] == [
        cost.events for cost in plain.costs if "calls" in cost.object
    ]
    assert {(cost.file, cost.function, cost.line) for cost in compressed.costs} == {
        (cost.file, cost.function, cost.line) for cost in plain.costs
    }


def test_own_costs_add_up_to_the_summary() -> None:
    found = real("calls-compressed.out")
    assert found.events[:3] == ("Ir", "Dr", "Dw")
    own = [cost.events for cost in found.costs if not cost.calls]
    assert sum(events[0] for events in own) == found.summary[0]
    assert found.head["desc D1 cache"] == "32768 B, 64 B, 8-way associative"


def test_lines_have_their_own_counts_and_those_of_calls_apart() -> None:
    rows, nowhere = line_counts(real("calls-compressed.out"), SOURCE, ["hot"])
    by_line = {row.line: row for row in rows}
    assert nowhere == Counts()
    # Line 17 calls the helper twice in each of 7 levels; the recursive call itself is the function's own affair.
    whole, _ = line_counts(real("calls-compressed.out"), SOURCE, ["helper"])
    helper = sum((row.own for row in whole), Counts())
    assert by_line[17].called == helper
    assert helper.instructions == 1750
    assert by_line[15].called.instructions == 727  # libm's cosine, once
    # clang unrolled the loop by four: 10 and 20 iterations are 2 and 5 rounds, in each of 7 levels.
    assert [row.executions for row in whole] == [49, 49, 14]


def test_a_file_without_addresses_and_caches_has_instructions_only() -> None:
    found = real("helper-lines.out")
    rows, nowhere = line_counts(found, SOURCE, ["helper"])
    assert found.events == ("Ir",)
    assert {row.line: row.own.instructions for row in rows} == {8: 294, 9: 1407, 10: 28}
    assert sum((row.own for row in rows), nowhere) == Counts(instructions=1750)
    assert not any(row.executions for row in rows)


def test_code_without_a_line_counts_with_the_code_in_front_of_it() -> None:
    costs = [cost(0x10, 5, 3), cost(0x14, 0, 4), cost(0x18, 6, 5), cost(0x1C, 0, 6), cost(0x8, 0, 7)]
    rows, nowhere = line_counts(Callgrind(("Ir",), tuple(costs), {}), "f.ll", ["hot"])
    assert {row.line: row.own.instructions for row in rows} == {5: 7, 6: 11}
    assert nowhere.instructions == 7


def cost(address: int, line: int, instructions: int) -> Cost:
    return Cost("prog", "f.ll", "hot", address, line, (instructions,))


@pytest.mark.parametrize("text", ["", "<html>\n</html>\n", "events: Ir\nfn=main\nnonsense\n", "events: Ir\n1 x\n"])
def test_other_texts_are_refused_with_a_reason(text: str) -> None:
    with pytest.raises(UsageError, match="callgrind"):
        read_callgrind(text)


names = st.sampled_from(["main", "f(int, char)", "operator+", "a b", "f'2", "???", "λ"])
places = st.tuples(st.integers(0, 2**48), st.integers(0, 10**6))
costs = st.builds(
    Cost,
    object=st.sampled_from(["/bin/a", "/lib/b.so"]),
    file=st.sampled_from(["a.c", "/x/y z.ll"]),
    function=names,
    address=st.integers(0, 2**48),
    line=st.integers(0, 10**6),
    events=st.lists(st.integers(0, 2**60), min_size=0, max_size=4).map(tuple),
    callee=names,
    calls=st.integers(0, 3),
).map(lambda made: made if made.calls else Cost(**{**made.__dict__, "callee": ""}))


def written(made: list[Cost], *, relative: bool, numbered: bool) -> str:
    """The costs as callgrind writes them, with names and positions spelt out or compressed."""
    numbers: dict[tuple[str, str], int] = {}
    last = (0, 0)

    def name(key: str, text: str) -> str:
        space = key.removeprefix("c").replace("fi", "fl")
        if not numbered:
            return f"{key}={text}"
        if (space, text) in numbers:
            return f"{key}=({numbers[space, text]})"
        numbers[space, text] = len(numbers) + 1
        return f"{key}=({numbers[space, text]}) {text}"

    def position(here: tuple[int, int]) -> str:
        if not relative:
            return f"{here[0]:#x} {here[1]}"
        steps = [now - before for now, before in zip(here, last, strict=True)]
        return " ".join("*" if step == 0 else f"{step:+d}" for step in steps)

    lines = ["# callgrind format", "version: 1", "positions: instr line", f"events: {' '.join(EVENTS)}", ""]
    for one in made:
        lines += [name("ob", one.object), name("fl", one.file), name("fn", one.function)]
        if one.calls:
            lines += [name("cob", one.object), name("cfi", one.file), name("cfn", one.callee)]
            lines.append(f"calls={one.calls} {position((0x40, 7))}")
        lines.append(" ".join([position((one.address, one.line)), *map(str, one.events)]))
        last = (one.address, one.line)
    return "\n".join([*lines, "totals: 1"]) + "\n"


@given(st.lists(costs, max_size=12), st.booleans(), st.booleans())
def test_what_is_written_is_read_back(made: list[Cost], relative: bool, numbered: bool) -> None:
    assert list(read_callgrind(written(made, relative=relative, numbered=numbered)).costs) == made


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_callgrind(f"events: Ir\n{text}")
    except UsageError:
        return
