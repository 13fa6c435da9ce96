"""Recording a session with a command as the model, going on after every kind of interruption, replaying it."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from driver import BROKEN, CHECKOUT, GOOD, Ended, interrupt_when, irloop, only_run, replying
from endpoint_server import serving, streams

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.journal import read
from pipeline.proposers.session import read_session, reply_file
from pipeline.records import Form, Outcome, Reason
from pipeline.state import fold

FAST = ("--size", "MINI", "--no-ladder", "--out", "out")
WHO = ("--provenance", "a script")
RECIPE = 'Plain -O3 for this machine.\n\n```passes\n{"target": "native"}\n```\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the test's own, with one kernel; `irloop` in it is its own, too."""
    here = tmp_path / "checkout"
    shutil.copytree(CHECKOUT / "pipeline", here / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(
        CHECKOUT / "kernels" / "atax", here / "kernels" / "atax", ignore=shutil.ignore_patterns("recorded*")
    )
    shutil.copy(CHECKOUT / "kernels" / "harness.h", here / "kernels")
    return here


def session_folder(checkout: Path) -> Path:
    return checkout / "kernels" / "atax" / "recorded"


def record(checkout: Path, command: str, *words: str) -> Ended:
    return irloop("record", "atax", "--command", command, *WHO, *FAST, *words, cwd=checkout)


def test_a_recorded_session_is_kept_with_its_story_and_replayed(checkout: Path) -> None:
    command = replying(checkout, BROKEN, GOOD, RECIPE)
    ended = record(checkout, command, "--iterations", "2")
    assert ended.status == 0, ended.err
    assert "kept 3 replies in kernels/atax/recorded: " in ended.out
    folder = session_folder(checkout)
    session = read_session(folder)
    first, second, third = session.replies
    assert (session.provenance, session.size, session.proposer) == ("a script", "MINI", "command")
    assert (first.iteration, first.outcome, first.reason) == (1, Outcome.REJECTED, Reason.COMPILE)
    assert "use of undeclared identifier 'zero'" in first.detail
    assert (second.iteration, second.repairs, third.iteration) == (1, 1, 2)
    assert second.reason is not Reason.COMPILE
    run = only_run(checkout / "out")
    state = fold(read(run))
    assert [reply.prompt for reply in session.replies] == [prompt.digest for prompt in state.prompts]
    assert reply_file(folder, 1).read_text().strip() == BROKEN.strip()

    again = irloop("run", "atax", "--proposer", "recorded", "--iterations", "2", *FAST[:-1], "replay", cwd=checkout)
    assert again.status == 0, again.err
    replayed = fold(read(only_run(checkout / "replay")))
    assert [each.iteration for each in replayed.candidates.values()] == [1, 1, 2]
    assert [each.parent for each in replayed.candidates.values()] == [None, "c1", None]
    assert replayed.verdicts["c1"].reason is Reason.COMPILE
    assert replayed.prompts == ()

    refused = record(checkout, command)
    assert refused.status == 2
    assert "kernels/atax/recorded holds a session of " in refused.err
    assert "--replace" in refused.err
    assert len(list((checkout / "out" / "atax").iterdir())) == 1


def test_a_session_of_one_form_lies_beside_the_usual_one(checkout: Path) -> None:
    assert record(checkout, replying(checkout, GOOD), "--iterations", "1").status == 0
    of_form = record(checkout, replying(checkout, RECIPE), "--iterations", "1", "--form", "passes")
    assert of_form.status == 0, of_form.err
    assert "in kernels/atax/recorded-passes: " in of_form.out
    usual = session_folder(checkout)
    assert read_session(usual).form == "any"
    assert read_session(usual.with_name("recorded-passes")).form is Form.PASSES
    words = ("run", "atax", "--proposer", "recorded", "--iterations", "1", *FAST[:-1])
    for number, more in enumerate(((), ("--form", "passes"), ("--form", "ir"))):
        assert irloop(*words, f"replay{number}", *more, cwd=checkout).status == 0
    offered = [fold(read(only_run(checkout / f"replay{number}"))).candidates["c1"].text for number in range(3)]
    assert [text.strip() for text in offered] == [GOOD.strip(), RECIPE.strip(), GOOD.strip()]


def test_the_next_prompt_tells_what_limits_the_version_so_far(checkout: Path) -> None:
    ended = record(checkout, replying(checkout, GOOD, RECIPE), "--iterations", "2", "--lang", "en")
    assert ended.status == 0, ended.err
    run = only_run(checkout / "out")
    past = read(run)
    examined = [event for event in past if isinstance(event, events.CandidateExamined)]
    assert [event.candidate for event in examined] == ["c1"]
    assert examined[0].findings.roofline
    assert examined[0].findings.loops
    prompt = (run / "prompts" / "2.md").read_text(encoding="utf-8")
    assert "What limits c1, by its own machine code:" in prompt
    assert "GFLOP/s" in prompt[prompt.index("What limits c1") :]


def test_several_replies_an_iteration(checkout: Path) -> None:
    ended = record(checkout, replying(checkout, RECIPE), "--candidates", "3", "--iterations", "1", "--repairs", "0")
    assert ended.status == 0, ended.err
    session = read_session(session_folder(checkout))
    assert [reply.iteration for reply in session.replies] == [1, 1, 1]
    assert {reply.outcome for reply in session.replies[1:]} <= {Outcome.DUPLICATE, Outcome.UNCHANGED}


def test_a_model_at_an_endpoint_is_recorded_under_its_name(checkout: Path) -> None:
    words = ("record", "atax", "--iterations", "1", "--model", "m-4", "--candidates", "2", *FAST)
    with serving(streams(RECIPE)) as server:
        ended = irloop(*words, "--base-url", server.url, cwd=checkout)
    assert ended.status == 0, ended.err
    session = read_session(session_folder(checkout))
    assert (session.provenance, session.proposer) == ("m-4", "llm")
    assert [reply.model for reply in session.replies] == ["m-4", "m-4"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_recording_that_was_interrupted_goes_on_and_is_kept(checkout: Path, how: signal.Signals) -> None:
    def one_judged(told: list[AnyEvent]) -> bool:
        return any(isinstance(event, events.VerdictReached) for event in told)

    words = ("record", "atax", "--command", replying(checkout, GOOD, RECIPE), *WHO, *FAST, "--iterations", "2")
    assert interrupt_when(words, checkout / "out", one_judged, how, checkout) != 0
    assert not session_folder(checkout).exists()
    run = only_run(checkout / "out")
    early = irloop("record", run, *WHO, cwd=checkout)
    assert early.status == 2
    assert "irloop resume" in early.err
    ended = irloop("resume", run, cwd=checkout)
    assert ended.status == 0, ended.err
    assert [reply.iteration for reply in read_session(session_folder(checkout)).replies] == [1, 2]


def test_a_command_that_fails_stops_the_recording_which_can_go_on(checkout: Path) -> None:
    script = checkout / "answer.sh"
    script.write_text(
        f"test -e {checkout}/ready && cat {checkout}/reply.md && exit 0\necho out of credit >&2\nexit 7\n"
    )
    (checkout / "reply.md").write_text(RECIPE)
    ended = record(checkout, f"sh {script}", "--iterations", "1")
    assert ended.status == 3
    assert "exit status 7: out of credit" in ended.err
    assert "to go on: irloop resume out/atax/" in ended.err
    (checkout / "ready").touch()
    ended = irloop("resume", only_run(checkout / "out"), cwd=checkout)
    assert ended.status == 0, ended.err
    assert len(read_session(session_folder(checkout)).replies) == 1


def test_a_finished_run_can_be_kept_as_a_session(checkout: Path) -> None:
    command = replying(checkout, RECIPE)
    words = ("run", "atax", "--proposer", "command", "--command", command, "--iterations", "1", *FAST)
    assert irloop(*words, cwd=checkout).status == 0
    run = only_run(checkout / "out")
    assert not session_folder(checkout).exists()
    nameless = irloop("record", run, cwd=checkout)
    assert nameless.status == 2
    assert "--provenance is missing" in nameless.err
    ended = irloop("record", run, *WHO, cwd=checkout)
    assert ended.status == 0, ended.err
    assert read_session(session_folder(checkout)).provenance == "a script"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("atax", "--command", "cat"), "--provenance is missing"),
        (("atax", "--proposer", "llm", *WHO), "needs an endpoint"),
        (("atax", "--proposer", "command", *WHO), "needs --command"),
        (("no-such", "--command", "cat", *WHO), "unknown kernel 'no-such'"),
        (("no/such", *WHO), "no/such"),
    ],
)
def test_what_cannot_be_recorded_is_said_before_anything_is_done(
    checkout: Path, words: tuple[str, ...], said: str
) -> None:
    ended = irloop("record", *words, cwd=checkout)
    assert ended.status == 2
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert not (checkout / "runs").exists()
