"""What is right is never rejected, however it is written: false rejections teach a proposer the wrong thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from driving import fenced, verified
from innocents_elsewhere import ELSEWHERE
from innocents_in_bytes import IN_BYTES
from innocents_in_c import GEMM, Innocent
from innocents_in_ir import IN_IR, RECIPES
from innocents_oddly import ODD
from labs import Lab

from pipeline.records import Outcome, Policy
from pipeline.toolchain import Toolchain

EVERY = (*GEMM, *ODD, *ELSEWHERE, *IN_BYTES, *IN_IR, *RECIPES)


def cases() -> Iterator[object]:
    for innocent in EVERY:
        for policy in innocent.policies:
            yield pytest.param(innocent, policy, id=f"{innocent.kernel}, {innocent.name}, {policy}")


def lacks(toolchain: Toolchain, feature: str) -> bool:
    return bool(feature) and f"+{feature}," not in f"{toolchain.native_attributes.get('target-features', '')},"


@pytest.mark.parametrize(("innocent", "policy"), cases())
def test_a_right_candidate_is_not_rejected(
    innocent: Innocent, policy: Policy, kernel: Callable[[str], Lab], work: Lab, toolchain: Toolchain
) -> None:
    if lacks(toolchain, innocent.needs):
        pytest.skip(f"this processor has no {innocent.needs}")
    lab = work if innocent.kernel == "work" else kernel(innocent.kernel)
    verdict = verified(lab.judge(policy), fenced(innocent.code, innocent.tag))
    # None: all checks passed, and only the stopwatch was left.
    assert verdict is None or verdict.outcome in (Outcome.UNCHANGED, Outcome.DUPLICATE), verdict


def test_the_kernels_own_code_is_not_rejected(kernel: Callable[[str], Lab]) -> None:
    for name in dict.fromkeys(innocent.kernel for innocent in EVERY if innocent.kernel != "work"):
        lab = kernel(name)
        verdict = verified(lab.judge(Policy.STRICT), fenced(lab.split.hot.read_text(), "llvm"))
        assert verdict is None or verdict.outcome is Outcome.UNCHANGED, verdict
