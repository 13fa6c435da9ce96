"""A session beside a kernel: written as its run was, read back the same, replaced in one step."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline import events
from pipeline.catalog import bundled_program, kernels_folder
from pipeline.errors import StorageError, UsageError
from pipeline.proposers.session import KeptReply, Session, read_session, reply_file, session_of, write_session
from pipeline.records import Candidate, Form, Interval, Outcome, Policy, Reason, Settings, Verdict
from pipeline.service import Usage
from pipeline.state import State, fold

SPEEDUP = Interval(speedup=4.5, low=4.25, high=5.0, pairs=31, p_value=0.0)
SESSION = Session(
    kernel="k",
    provenance='a model, "quoted" \\ and 日本語\x7f',
    date="2026-01-31",
    proposer="command",
    size="MEDIUM",
    policy=Policy.TOLERANT,
    form="any",
    language="ja",
    winner=2,
    speedup=SPEEDUP,
    replies=(
        KeptReply(
            iteration=1,
            prompt="d1",
            form=Form.C,
            outcome=Outcome.REJECTED,
            reason=Reason.COMPILE,
            detail='k.c:3:5: error: "x"\n  x = \'\\n\';\n  ^\n\n"""',
        ),
        KeptReply(iteration=1, repairs=1, prompt="d2", mends=("sext", "splat"), speedup=SPEEDUP, led=True),
    ),
)
TEXTS = {1: "reply 1", 2: "reply 2\n"}


def test_a_session_reads_back_as_it_was_written(tmp_path: Path) -> None:
    write_session(tmp_path / "recorded", SESSION, TEXTS)
    assert read_session(tmp_path / "recorded") == SESSION
    assert [reply_file(tmp_path / "recorded", number).read_text() for number in (1, 2)] == ["reply 1\n", "reply 2\n"]
    assert [path.name for path in tmp_path.iterdir()] == ["recorded"]


def test_what_says_nothing_is_not_written(tmp_path: Path) -> None:
    write_session(tmp_path / "recorded", SESSION, TEXTS)
    first, second = tomllib.loads((tmp_path / "recorded" / "session.toml").read_text())["replies"]
    assert first.keys() == {"iteration", "prompt", "form", "outcome", "reason", "detail"}
    assert second["speedup"] == {"speedup": 4.5, "low": 4.25, "high": 5.0, "pairs": 31, "p_value": 0.0}


def test_keeping_a_session_replaces_the_one_before_also_after_an_interruption(tmp_path: Path) -> None:
    folder = tmp_path / "recorded"
    write_session(folder, SESSION, TEXTS)
    (tmp_path / "recorded.new").mkdir()
    (tmp_path / "recorded.new" / "7.md").write_text("left over")
    one = SESSION.model_copy(update={"replies": SESSION.replies[:1], "winner": None})
    write_session(folder, one, {1: "one"})
    assert sorted(path.name for path in folder.iterdir()) == ["1.md", "session.toml"]
    assert [path.name for path in tmp_path.iterdir()] == ["recorded"]


def test_a_folder_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot keep the session"):
        write_session(tmp_path / "file" / "x", SESSION, TEXTS)


@pytest.mark.parametrize("text", [None, "", "provenance = 3", "= broken", 'kernel = "k"\nextra = 1'])
def test_a_session_that_is_not_described_is_a_usage_error(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "session.toml").write_text(text)
    with pytest.raises(UsageError, match=r"session\.toml does not describe"):
        read_session(tmp_path)


def test_a_reply_that_is_told_of_must_be_there(tmp_path: Path) -> None:
    write_session(tmp_path / "recorded", SESSION, TEXTS)
    reply_file(tmp_path / "recorded", 2).unlink()
    with pytest.raises(UsageError, match=r"tells of a reply 2, but .*2\.md is not there"):
        read_session(tmp_path / "recorded")


def told(name: str, iteration: int = 1, **more: object) -> events.CandidateProposed:
    facts = {"id": name, "iteration": iteration, "proposer": "llm", "label": "", "text": f"text of {name}", **more}
    return events.CandidateProposed(candidate=Candidate.model_validate(facts))


def judged(
    name: str, outcome: Outcome, reason: Reason, incumbent: str | None = None, **more: object
) -> events.AnyEvent:
    facts = {"candidate": name, "outcome": outcome, "reason": reason, **more}
    return events.VerdictReached(verdict=Verdict.model_validate(facts), incumbent=incumbent)


def finished(status: str = "done") -> State:
    """A run of two iterations: a reply that did not compile, its repair, which won, and one that was wrong."""
    started = events.RunStarted(
        time=1_770_000_000.0,
        run_id="r",
        folder=Path("r"),
        program=bundled_program("gemm", "SMALL"),
        settings=Settings(proposer="llm", policy=Policy.STRICT, language="en", form=Form.C),
        environment={"cpu": "Example 9000", "llvm": "22.1.8"},
    )
    ending = events.RunFinished.model_validate({"status": status, "policy": "strict"})
    return fold(
        [
            started,
            events.PromptBuilt(iteration=1, file="prompts/1.md", digest="p1"),
            told("c1", usage=Usage(model="m-4")),
            judged("c1", Outcome.REJECTED, Reason.COMPILE, detail="k.c:1: error", form="c"),
            events.PromptBuilt(iteration=1, file="prompts/1-c1.md", digest="p1-c1"),
            told("c2", parent="c1"),
            judged("c2", Outcome.FASTER, Reason.MEASURED, "c2", form="c", speedup=SPEEDUP),
            told("s", proposer="search"),
            judged("s", Outcome.SLOWER, Reason.MEASURED, "c2"),
            events.PromptBuilt(iteration=2, file="prompts/2.md", digest="p2"),
            told("c3", 2),
            judged("c3", Outcome.REJECTED, Reason.HIDDEN_INPUT, "c2", form="c"),
            events.WinnerConfirmed(candidate="c2", held=True, speedup=SPEEDUP),
            ending,
        ]
    )


def test_a_run_becomes_a_session_that_tells_its_story() -> None:
    session, texts = session_of(finished(), "who")
    assert texts == {1: "text of c1", 2: "text of c2", 3: "text of c3"}
    facts = session.model_dump(exclude={"replies", "date"})
    assert facts == {
        "kernel": "gemm",
        "provenance": "who",
        "proposer": "llm",
        "size": "SMALL",
        "policy": "strict",
        "form": "c",
        "language": "en",
        "cpu": "Example 9000",
        "llvm": "22.1.8",
        "winner": 2,
        "speedup": SPEEDUP.model_dump(),
    }
    assert session.date.startswith("2026-02-0")
    first, second, third = session.replies
    assert (first.prompt, first.model, first.outcome, first.detail) == ("p1", "m-4", "rejected", "k.c:1: error")
    assert (second.prompt, second.repairs, second.speedup, second.led) == ("p1-c1", 1, SPEEDUP, True)
    assert (third.iteration, third.prompt, third.reason, third.led) == (2, "p2", "hidden-input", False)


@pytest.mark.parametrize("status", ["interrupted", "failed"])
def test_a_run_that_is_not_finished_is_no_session(status: str) -> None:
    with pytest.raises(UsageError, match="irloop resume"):
        session_of(finished(status), "who")


def test_a_run_without_a_model_is_no_session() -> None:
    state = finished()
    searched = {name: each.model_copy(update={"proposer": "search"}) for name, each in state.candidates.items()}
    state.candidates.clear()
    state.candidates.update(searched)
    with pytest.raises(UsageError, match="no reply of a model"):
        session_of(state, "who")


@pytest.mark.parametrize("folder", sorted(kernels_folder().glob("*/recorded")), ids=lambda folder: folder.parent.name)
def test_every_bundled_session_can_be_read(folder: Path) -> None:
    session = read_session(folder)
    assert session.kernel == folder.parent.name
    assert session.replies
    iterations = [reply.iteration for reply in session.replies]
    assert iterations == sorted(iterations)
