"""Every way to cheat that we know of is caught, and told by its reason."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

import cheats_in_c
import cheats_in_ir
import cheats_with_addresses
import pytest
from cheats_in_c import HONEST, Cheat, Disarmed, inside
from labs import Decide, Lab

from pipeline.records import Outcome, Reason


@pytest.mark.parametrize("cheat", [*cheats_in_c.CHEATS, *cheats_with_addresses.IN_C], ids=lambda cheat: cheat.name)
def test_a_cheat_in_c_is_caught(cheat: Cheat, kernel: Callable[[str], Lab], decide: Decide) -> None:
    verdict = decide(kernel("gemm").judge(cheat.policy), cheat.code)
    assert (verdict.outcome, verdict.reason in cheat.reasons) == (Outcome.REJECTED, True), verdict


@pytest.mark.parametrize("cheat", [*cheats_in_ir.CHEATS, *cheats_with_addresses.IN_IR], ids=lambda cheat: cheat.name)
def test_a_cheat_in_ir_is_caught(cheat: Cheat, work: Lab, decide: Decide) -> None:
    verdict = decide(work.judge(cheat.policy), cheat.code, "llvm")
    assert (verdict.outcome, verdict.reason in cheat.reasons) == (Outcome.REJECTED, True), verdict


def test_answers_built_in_for_the_known_input_do_not_count(kernel: Callable[[str], Lab], decide: Decide) -> None:
    lab = kernel("gemm")
    own = lab.reference.expected[0].observation
    (result,) = [dump.data for dump in own.dumps if lab.harness.block_names[dump.index] == "C"]
    answers = struct.unpack(f"{len(result) // 8}d", result)
    table = f"static const double answers[NI * NJ] = {{{', '.join(map(float.hex, answers))}}};"
    # The known input is told by elements that hidden inputs change.
    seen = "if (A[0][0] == known_a && B[1][1] == known_b && ni == NI && nj == NJ && nk == NK) {"
    before = own.dumps[[lab.harness.block_names[dump.index] for dump in own.dumps].index("A")].data
    known_a = struct.unpack_from("d", before)[0]
    others = own.dumps[[lab.harness.block_names[dump.index] for dump in own.dumps].index("B")].data
    known_b = struct.unpack_from("d", others, 8 * (lab.program.sizes["NJ"] + 1))[0]
    seen = seen.replace("known_a", known_a.hex()).replace("known_b", known_b.hex())
    code = inside(f"{seen} __builtin_memcpy(C, answers, sizeof answers); return; }}", HONEST, outside=table)
    verdict = decide(lab.judge(), code)
    for _ in range(3):
        assert verdict.outcome is not Outcome.FASTER, verdict
        if verdict.reason is Reason.SPECIAL_CASE:
            break
        # On a busy machine all of it may drown in noise, which is no win either.
        assert verdict.outcome is Outcome.INCONCLUSIVE, verdict
        verdict = decide(lab.judge(), code)
    assert (verdict.outcome, verdict.reason) == (Outcome.REJECTED, Reason.SPECIAL_CASE), verdict


@pytest.mark.parametrize("case", cheats_in_c.DISARMED, ids=lambda case: case.name)
def test_what_is_taken_out_of_c_does_nothing(case: Disarmed, kernel: Callable[[str], Lab], decide: Decide) -> None:
    judge = kernel("gemm").judge()
    verdict = decide(judge, case.code)
    assert verdict.outcome is not Outcome.REJECTED, verdict
    assert not re.search(case.trace, judge.builds[verdict.candidate].module.read_text())


@pytest.mark.parametrize("case", cheats_in_ir.DISARMED, ids=lambda case: case.name)
def test_what_is_taken_out_of_ir_does_nothing(case: Disarmed, work: Lab, decide: Decide) -> None:
    assert re.search(case.trace, case.code)
    judge = work.judge()
    verdict = decide(judge, case.code, "llvm")
    assert verdict.outcome is not Outcome.REJECTED, verdict
    assert not re.search(case.trace, judge.builds[verdict.candidate].module.read_text())
