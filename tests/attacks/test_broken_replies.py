"""No reply of a model brings irloop down, gets out of its walls, or is accepted although it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bombs import BOMBS, INCLUDES, LONG_MODULES, LONG_READS, SLOW_MODULES, SLOW_READ
from cheats_in_c import inside
from driving import accepted_module, fenced, own_seconds, peak_growth, verified
from garbled import GARBLED, READABLE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from labs import Lab
from mutations import BROKEN, DOUBTFUL, GEMM, IR, MENDABLE, RECIPE, WORK, Broken, C
from oracle import gemm_results, is_right, work_results

from pipeline.errors import ToolError
from pipeline.proposers.reply import parse_reply
from pipeline.records import Outcome, Policy, Reason
from pipeline.toolchain import Toolchain

Labs = Callable[[str], Lab]
MIB = 1024 * 1024
SEEN = (Outcome.UNCHANGED, Outcome.DUPLICATE, Outcome.REJECTED)
FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def lab_of(kernel: Labs, work: Lab) -> Labs:
    return lambda name: work if name == WORK else kernel(name)


def ids(broken: Broken) -> str:
    return broken.name.encode("ascii", "backslashreplace").decode()


@pytest.mark.parametrize("broken", [*BROKEN, *GARBLED, *BOMBS], ids=ids)
def test_a_broken_reply_is_rejected(broken: Broken, lab_of: Labs) -> None:
    with own_seconds(15):
        verdict = verified(lab_of(broken.lab).judge(), broken.reply)
    assert verdict is not None and verdict.outcome is Outcome.REJECTED, verdict
    # What is said goes back to the proposer, and into a journal in UTF-8.
    assert len(verdict.detail.encode()) < 10_000


@pytest.mark.parametrize("reply", [*MENDABLE, *READABLE], ids=ids)
def test_a_slip_that_leaves_one_meaning_is_accepted_and_right(
    reply: Broken, lab_of: Labs, toolchain: Toolchain, tmp_path: Path
) -> None:
    judge = lab_of(reply.lab).judge()
    assert verified(judge, reply.reply) is None
    assert is_right(reply.lab, accepted_module(judge), toolchain, tmp_path)


def accepted_is_right(lab: Lab, name: str, code: str, toolchain: Toolchain, folder: Path) -> None:
    """The judge may reject the code; where it does not, the code must be right by another measure."""
    tag = "c" if name == GEMM else "llvm"
    judge = lab.judge()
    verdict = verified(judge, fenced(code, tag))
    if verdict is None:
        assert is_right(name, accepted_module(judge), toolchain, folder), code
    else:
        assert verdict.outcome in SEEN


@pytest.mark.parametrize("doubtful", DOUBTFUL, ids=ids)
def test_swapped_lines_are_accepted_only_where_they_may_be_swapped(
    doubtful: Broken, lab_of: Labs, toolchain: Toolchain, tmp_path: Path
) -> None:
    accepted_is_right(lab_of(doubtful.lab), doubtful.lab, doubtful.code, toolchain, tmp_path)


def test_the_other_measure_tells_right_from_wrong(toolchain: Toolchain, tmp_path: Path) -> None:
    def right(lab: str, name: str, code: str) -> bool:
        body = tmp_path / name
        body.write_text(code)
        return is_right(lab, body, toolchain, tmp_path)

    assert right(GEMM, "body.c", C) and right(WORK, "body.ll", IR)
    assert not right(GEMM, "body.c", C.replace("k = 0", "k = 1"))
    assert not right(WORK, "body.ll", IR.replace("2.0", "3.0"))
    assert len(set(gemm_results())) > 100 and len(set(work_results())) > 60


def splices(text: str) -> st.SearchStrategy[str]:
    """The text with one stretch of it replaced by another stretch, or by any characters."""
    place = st.integers(0, len(text))
    return st.builds(
        lambda a, b, c, d, other: text[: min(a, b)] + (other or text[min(c, d) : max(c, d)]) + text[max(a, b) :],
        place, place, place, place, st.one_of(st.just(""), st.text(max_size=8), st.sampled_from("+-*/<>=;(){}[]@%,0")),
    )  # fmt: skip


@FEW
@given(code=splices(C))
def test_spliced_c_is_never_accepted_wrongly(code: str, kernel: Labs, toolchain: Toolchain, tmp_path: Path) -> None:
    accepted_is_right(kernel(GEMM), GEMM, code, toolchain, tmp_path)


@FEW
@given(code=splices(IR))
def test_spliced_ir_is_never_accepted_wrongly(code: str, work: Lab, toolchain: Toolchain, tmp_path: Path) -> None:
    accepted_is_right(work, WORK, code, toolchain, tmp_path)


@FEW
@given(code=splices(RECIPE))
def test_a_spliced_recipe_gives_a_verdict(code: str, work: Lab) -> None:
    verdict = verified(work.judge(), fenced(code, "json"))
    assert verdict is None or verdict.outcome in SEEN


@settings(max_examples=300)
@given(
    reply=st.text(st.characters(codec=None), max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("latin-1"))
)
def test_any_text_at_all_can_be_read(reply: str) -> None:
    for text in (reply, fenced(reply), reply + C + reply, fenced(reply + IR)):
        code = parse_reply(text, "kernel_gemm")
        assert isinstance(code, tuple) or "kernel_gemm" in code.text or code.text.lstrip().startswith("{")


def test_fifty_megabytes_cost_nothing(kernel: Labs) -> None:
    judge = kernel(GEMM).judge()
    reply = fenced(C + "\n/* " + "Ω" * 50_000_000 + " */", "c")
    verdict, growth = peak_growth(lambda: verified(judge, reply))
    assert verdict is not None and verdict.reason is Reason.TOO_LONG
    assert growth < 16 * MIB


@pytest.mark.parametrize("name", LONG_READS)
def test_a_long_reply_is_read_in_little_time_and_memory(name: str) -> None:
    def read() -> None:
        for before, after in (("", ""), ("```c\n", "\n```"), ("```llvm\n", ""), (f"{C}\n", ""), ("", f"\n{C}")):
            with own_seconds(10):
                parse_reply(f"{before}{LONG_READS[name]}{after}"[:1_000_000], "kernel_gemm")

    assert peak_growth(read)[1] < 400 * MIB


@pytest.mark.parametrize("name", LONG_MODULES)
def test_a_long_module_is_read_in_little_time_and_memory(name: str, work: Lab) -> None:
    def judged() -> None:
        with own_seconds(15):
            verdict = verified(work.judge(), fenced(f"{IR}\n{LONG_MODULES[name]}", "llvm"))
        assert verdict is None or verdict.outcome in SEEN

    assert peak_growth(judged)[1] < 400 * MIB


def test_a_recipe_that_reorders_is_rejected_under_strict(work: Lab) -> None:
    reply = fenced('{"fast_math": ["reassoc"]}', "json")
    verdict = verified(work.judge(Policy.STRICT), reply)
    assert verdict is not None and verdict.reason is Reason.GATE_FAST_MATH


def test_escaped_quotes_are_read_in_little_time() -> None:
    with own_seconds(4):
        parse_reply(fenced(SLOW_READ, "c"), "kernel_gemm")


@pytest.mark.parametrize("name", SLOW_MODULES)
def test_a_long_module_is_mended_in_little_time(name: str, work: Lab) -> None:
    with own_seconds(4):
        verified(work.judge(), fenced(f"{IR}\n{SLOW_MODULES[name]}", "llvm"))


@pytest.mark.parametrize("name", INCLUDES)
def test_no_message_quotes_a_file_of_the_user(name: str, kernel: Labs, tmp_path: Path) -> None:
    secret = tmp_path / "key.env"
    secret.write_text("KEY=not-for-proposers\n", encoding="ascii")
    verdict = verified(kernel(GEMM).judge(), fenced(INCLUDES[name] % secret, "c"))
    assert verdict is not None and "not-for-proposers" not in verdict.detail


def test_c_on_which_the_optimiser_fails_is_rejected(kernel: Labs, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = kernel(GEMM).judge()

    def out_of_memory(*_words: object, **_limits: object) -> None:
        raise ToolError("clang failed (killed by SIGABRT): LLVM ERROR: out of memory")

    # As a few functions that are always inlined into each other bring about, after most of a minute.
    monkeypatch.setattr(Toolchain, "optimise", out_of_memory)
    verdict = verified(judge, fenced(inside(), "c"))
    assert verdict is not None and verdict.reason is Reason.COMPILE
