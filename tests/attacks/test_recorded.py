"""The replies that models' sessions kept as their best: right at another size and on another machine, too."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import accepted_module, verified
from labs import Lab

from pipeline.catalog import bundled_program, kernel_names
from pipeline.judging import construct
from pipeline.proposers.session import read_session, reply_file
from pipeline.records import Form, Policy, Reason

SESSIONS = {
    (name, folder.name): folder
    for name in kernel_names()
    if (usual := bundled_program(name).recorded)
    for folder in sorted(usual.parent.glob("recorded*"))
}
# A small size may leave a recipe or a rearrangement without effect.
SAME = (Reason.SAME_OBJECT, Reason.SEEN_OBJECT)


def winner_of(folder: Path) -> tuple[Policy, str]:
    """The policy of a session, and the reply that won, else the last that led, else the last of all."""
    session = read_session(folder)
    led = [number for number, reply in enumerate(session.replies, 1) if reply.led]
    best = session.winner or (led[-1] if led else len(session.replies))
    return session.policy, reply_file(folder, best).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "which"), SESSIONS)
def test_the_winner_of_a_session_is_right_at_the_smallest_size(
    name: str, which: str, kernel: Callable[..., Lab]
) -> None:
    policy, text = winner_of(SESSIONS[name, which])
    # IR has the lengths of rows in its types, so it is right for the size that it was written for alone.
    written = read_session(SESSIONS[name, which])
    lab = kernel(name, written.size) if written.form is Form.IR else kernel(name)
    verdict = verified(lab.judge(policy), text)
    assert verdict is None or verdict.reason in SAME, verdict


@pytest.mark.skipif(platform.machine() != "x86_64", reason="another processor's instructions")
@pytest.mark.parametrize("name", [name for name, which in SESSIONS if which == "recorded"])
def test_the_winner_is_right_on_a_machine_without_avx512(
    name: str, kernel: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(construct, "MACHINE", "-march=x86-64-v3")
    policy, text = winner_of(SESSIONS[name, "recorded"])
    judge = kernel(name).judge(policy)
    verdict = verified(judge, text)
    assert verdict is None or verdict.reason in SAME, verdict
    assert "+avx512f" not in accepted_module(judge).read_text()
