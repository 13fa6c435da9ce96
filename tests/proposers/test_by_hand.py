"""The script behind which somebody answers through files."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.proposers.base import Proposal
from pipeline.proposers.command import CommandProposer

if TYPE_CHECKING:
    from tests.proposers.conftest import MakeRequest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "by-hand.sh"


def answer(folder: Path, count: int) -> None:
    """Put a reply beside each of `count` prompts, in whatever order they come."""
    deadline = time.monotonic() + 30
    answered: set[Path] = set()
    while len(answered) < count and time.monotonic() < deadline:
        for prompt in set(folder.glob("*.prompt.md")) - answered:
            whole = folder / "being-written"
            whole.write_text(f"{prompt.name} said: {prompt.read_text()}")
            whole.rename(prompt.with_name(prompt.name.replace(".prompt.", ".reply.")))
            answered.add(prompt)
        time.sleep(0.05)


def test_prompts_and_replies_are_files_also_side_by_side(tmp_path: Path, make_request: MakeRequest) -> None:
    folder = tmp_path / "exchange of files"
    somebody = threading.Thread(target=answer, args=(folder, 3), daemon=True)
    somebody.start()
    proposer = CommandProposer.from_text(f"{SCRIPT} '{folder}'", 3)
    answers = list(proposer.propose(make_request()))
    somebody.join()
    texts = sorted(each.text for each in answers if isinstance(each, Proposal))
    assert texts == [f"k-{number}.prompt.md said: the prompt: Prüfung" for number in (1, 2, 3)]
    assert len(list(folder.iterdir())) == 6
