"""Extra cases: other arguments or another standard input, on which a candidate must be right as well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import BrokenReference
from pipeline.judging.cases import OWN, Case
from pipeline.judging.judge import Judge
from pipeline.judging.sandbox import Invocation
from pipeline.judging.verification import observe_case, verify
from pipeline.records import Candidate, ExtraCase, Finish, Outcome, Policy, Reason

if TYPE_CHECKING:
    from tests.judging.conftest import Decide, Lab, MakeLab

# Counts words the slow way; what separates them is the first argument, the text comes by standard input or is built in.
PROGRAM = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
__attribute__((noinline)) int words(const char *text, char mark)
{
    int found = 0, inside = 0;
    for (const char *at = text; *at; at++) {
        if (*at == mark) inside = 0;
        else if (!inside) inside = 1, found++;
    }
    return found;
}
int main(int argc, char **argv)
{
    char *text = calloc(4096, 1);
    if (argc > 2 && strcmp(argv[2], "abort") == 0) abort();
    if (argc > 2 && strcmp(argv[2], "status") == 0) exit(words("a b", ' '));
    if (!fgets(text, 4096, stdin)) strcpy(text, "one two three");
    printf("%d\\n", words(text, argc > 1 ? argv[1][0] : ' '));
    return 0;
}
"""
HEAD = "int words(const char *text, char mark)\n"
RIGHT = (
    HEAD + "{ int found = 0; char before = mark;"
    " for (; *text; before = *text++) found += *text != mark && before == mark; return found; }\n"
)
COMMAS = ExtraCase(name="commas", args=(",",))
TABS = ExtraCase(name="tabs", args=("\t", "two words", "*"))


@pytest.fixture
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Standard inputs, at the same place for every test of a worker."""
    folder = tmp_path_factory.getbasetemp() / "texts"
    folder.mkdir(exist_ok=True)
    found = {}
    for name, text in {"long": "a " * 900, "doubled": "a  b c", "empty": "", "commas": "a,b c,d\n"}.items():
        found[name] = folder / name
        found[name].write_text(text)
    return found


def lab_with(make_lab: MakeLab, *cases: ExtraCase, **facts: object) -> Lab:
    return make_lab(PROGRAM, "words", timeout=5, cases=cases, **facts)


def test_a_case_replaces_arguments_and_input(texts: dict[str, Path]) -> None:
    own = Invocation(args=("own",), stdin=texts["empty"], cwd=Path("/tmp"), timeout=3, cpu=1)
    assert OWN.start(own) is own
    assert Case(5, 2).start(own) is own
    started = Case(extra=COMMAS).start(own)
    assert (started.args, started.stdin) == ((",",), texts["empty"])
    assert (started.cwd, started.timeout, started.cpu) == (own.cwd, own.timeout, own.cpu)
    other = Case(extra=ExtraCase(name="text", stdin=texts["long"])).start(own)
    assert (other.args, other.stdin) == ((), texts["long"])


def test_an_input_in_words_gives_no_hidden_value_away() -> None:
    assert OWN.describe() == "the program's own input"
    assert Case(123456).describe() == "a hidden input"
    assert Case(123456, 3).describe() == "a hidden input with small prime sizes"
    assert Case(0, 1).describe() == "sizes of 0"
    assert Case(extra=COMMAS).describe() == "the case 'commas'"
    assert Case(7, extra=COMMAS).describe() == "a hidden input with the case 'commas'"
    assert not any(case.is_own for case in (Case(1), Case(0, 1), Case(extra=COMMAS)))


def test_arguments_and_input_reach_the_program(make_lab: MakeLab, texts: dict[str, Path]) -> None:
    lab = lab_with(make_lab)
    for extra, printed in (
        (ExtraCase(name="built in"), b"3"),
        (ExtraCase(name="commas", args=(",",)), b"1"),
        (ExtraCase(name="long", stdin=texts["long"]), b"900"),
        (ExtraCase(name="both", args=(",",), stdin=texts["commas"]), b"3"),
    ):
        seen = observe_case(lab.binary, lab.invocation, Case(extra=extra))
        assert seen.result.stdout.strip() == printed


def test_the_reference_is_observed_in_every_case(make_lab: MakeLab, texts: dict[str, Path]) -> None:
    doubled = ExtraCase(name="doubled", stdin=texts["doubled"])
    lab = lab_with(make_lab, COMMAS, TABS, doubled)
    reference = lab.reference
    assert [wanted.case.extra for wanted in reference.expected if wanted.case.extra] == [COMMAS, TABS, doubled]
    assert "3 extra case(s): other arguments or input" in reference.notes
    assert not any(case.extra for case in reference.checksums)  # timed on its own and hidden inputs only
    names = lab.harness.block_names
    assert verify(reference.binary, reference.expected, lab.invocation, Policy.STRICT, 0, names) is None


def test_a_case_that_the_program_itself_fails_on_is_a_broken_reference(make_lab: MakeLab) -> None:
    lab = lab_with(make_lab, ExtraCase(name="bad one", args=(" ", "abort")))
    with pytest.raises(BrokenReference, match="fails in its case 'bad one'"):
        _ = lab.reference


WRONG = {
    "another character": ("mark", "' '", "commas"),
    "neighbours": ("*text != mark && before == mark", "*text == mark || text[1] == 0", "doubled"),
    "many words": ("return found;", "return found > 500 ? 500 : found;", "long"),
    "the status": ("return found;", "return found == 2 ? 1 : found;", "status"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_case_only_is_rejected_by_its_name(
    make_lab: MakeLab, decide: Decide, texts: dict[str, Path], name: str
) -> None:
    old, new, case = WRONG[name]
    cases = (
        ExtraCase(name="commas", args=(",",), stdin=texts["commas"]),
        ExtraCase(name="doubled", stdin=texts["doubled"]),
        ExtraCase(name="long", stdin=texts["long"]),
        ExtraCase(name="status", args=(" ", "status")),
    )
    text = HEAD + RIGHT.removeprefix(HEAD).replace(old, new)
    assert text != RIGHT
    lab = lab_with(make_lab, *cases)
    for policy in Policy:
        verdict = decide(lab.judge(policy), text)
        assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.CASE), verdict
        assert f"the case '{case}'" in verdict.detail
    # Without the cases nobody notices.
    assert accepted(lab_with(make_lab).judge(), text)


def test_what_is_right_everywhere_is_not_rejected(make_lab: MakeLab, texts: dict[str, Path]) -> None:
    lab = lab_with(make_lab, COMMAS, TABS, ExtraCase(name="long", stdin=texts["long"]))
    assert accepted(lab.judge(), RIGHT)


def test_a_crash_or_an_endless_loop_in_a_case_is_told_by_the_case(
    make_lab: MakeLab, decide: Decide, texts: dict[str, Path]
) -> None:
    lab = lab_with(make_lab, ExtraCase(name="long", stdin=texts["long"]))
    for harm in ("__builtin_trap();", "for (;; found++) before ^= text[found % 2];"):
        text = RIGHT.replace("return found;", f"if (found > 500) {harm} return found + 0 * before;")
        verdict = decide(lab.judge(), text)
        assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.CASE), verdict
        assert "the case 'long'" in verdict.detail


def accepted(judge: Judge, text: str) -> bool:
    """Whether a version passes all checked runs."""
    candidate = Candidate(id="c1", iteration=1, proposer="test", label="", text=f"```c\n{text}\n```\n")
    judge.restore(candidate, Finish.CODEGEN)
    return judge.verifier.problem(judge.builds["c1"].binary) is None
