"""The replies that models' sessions kept as their best: right at another size than they were recorded at, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driving import verified
from labs import Lab

from pipeline.catalog import bundled_program, kernel_names
from pipeline.proposers.session import read_session, reply_file
from pipeline.records import Reason

SESSIONS = {
    (name, folder.name): folder
    for name in kernel_names()
    if (usual := bundled_program(name).recorded)
    for folder in sorted(usual.parent.glob("recorded*"))
}
# A small size may leave a recipe or a rearrangement without effect.
SAME = (Reason.SAME_OBJECT, Reason.SEEN_OBJECT)


@pytest.mark.parametrize(("name", "which"), SESSIONS)
def test_the_winner_of_a_session_is_right_at_the_smallest_size(
    name: str, which: str, kernel: Callable[[str], Lab]
) -> None:
    folder = SESSIONS[name, which]
    session = read_session(folder)
    led = [number for number, reply in enumerate(session.replies, 1) if reply.led]
    best = session.winner or (led[-1] if led else len(session.replies))
    text = reply_file(folder, best).read_text(encoding="utf-8")
    verdict = verified(kernel(name).judge(session.policy), text)
    assert verdict is None or verdict.reason in SAME, verdict
