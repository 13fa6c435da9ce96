"""Whole runs with a model behind a server: journal, repair, budget, interruption, exit status."""

from __future__ import annotations

import itertools
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from driver import BROKEN, CHECKOUT, GOOD, command, environment, interrupt_when, irloop, only_run
from endpoint_server import Behaviour, Handler, serving, status, streams

from pipeline import events
from pipeline.events import AnyEvent
from pipeline.evidence.parts import DROP_ORDER
from pipeline.journal import read
from pipeline.records import Reason
from pipeline.state import fold
from pipeline.toolchain import find_toolchain

KEY = "sk-a-secret-of-the-user"
WORDS = (
    "run",
    "atax",
    "--size",
    "MINI",
    "--proposer",
    "llm",
    "--model",
    "m",
    "--out",
    "out",
    "--no-ladder",
    "--lang",
    "en",
)
UNCHANGED = "No idea.\n"


def configured(folder: Path, url: str, *lines: str) -> None:
    """A project whose irloop.toml names the endpoint."""
    (folder / "irloop.toml").write_text("\n".join([f'llm.base_url = "{url}"', "llm.retries = 0", *lines, ""]))


def test_a_reply_that_does_not_compile_is_repaired_with_the_compilers_words(tmp_path: Path) -> None:
    with serving(streams(BROKEN), streams(GOOD)) as server:
        configured(tmp_path, server.url, "prices.m = { input = 10, output = 20 }")
        ended = irloop(*WORDS, "--iterations", "1", cwd=tmp_path, OPENAI_API_KEY=KEY)
    assert ended.status == 0, ended.err
    folder = only_run(tmp_path / "out")
    state = fold(read(folder))
    first, second = state.candidates.values()
    assert state.verdicts[first.id].reason is Reason.COMPILE
    assert second.parent == first.id
    assert state.verdicts[second.id].reason not in (Reason.COMPILE, Reason.PARSE, Reason.NO_CODE)
    asked = server.requests[1]["messages"]
    assert [message["role"] for message in asked] == ["user", "assistant", "user"]
    assert asked[0] == server.requests[0]["messages"][0]
    assert asked[1]["content"] == BROKEN
    assert "use of undeclared identifier 'zero'" in asked[2]["content"]
    assert "double sum = zero;" in asked[2]["content"]
    assert second.usage is not None
    assert second.usage.cost == pytest.approx((100 * 10 + 20 * 20) / 1e6)
    assert state.spent.calls == 2
    assert [prompt.file for prompt in state.prompts] == ["prompts/1.md", f"prompts/1-{first.id}.md"]
    assert (folder / "prompts" / "1.md").read_text() == asked[0]["content"]
    assert "call 1 of m: 100 + 20 tokens" in ended.err
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path
    assert KEY not in ended.err + ended.out


def test_no_more_than_two_repairs(tmp_path: Path) -> None:
    with serving(streams(BROKEN)) as server:
        configured(tmp_path, server.url)
        ended = irloop(*WORDS, "--iterations", "1", "--candidates", "2", cwd=tmp_path)
        assert ended.status == 0, ended.err
        assert len(server.requests) == 6
    state = fold(read(only_run(tmp_path / "out")))
    assert sum(candidate.parent is None for candidate in state.candidates.values()) == 2
    assert state.finished is not None and state.finished.status == "done"


def test_a_budget_ends_the_run_in_order(tmp_path: Path) -> None:
    with serving(streams(UNCHANGED)) as server:
        configured(tmp_path, server.url)
        ended = irloop(*WORDS, "--iterations", "9", "--repairs", "0", "--budget", "calls=2", cwd=tmp_path)
        assert len(server.requests) == 2
    assert ended.status == 0, ended.err
    folder = only_run(tmp_path / "out")
    state = fold(read(folder))
    assert state.finished is not None
    assert (state.finished.status, state.finished.detail) == ("done", "the budget is reached: 2 of 2 calls used")
    assert len(state.verdicts) == 2
    assert (folder / "summary.json").exists() and (folder / "atax.opt.final").exists()


def test_a_prompt_that_does_not_fit_loses_parts_in_the_stated_order_until_it_does(tmp_path: Path) -> None:
    def fits_without_ir(handler: Handler, body: dict[str, object]) -> None:
        if "define void @kernel_atax" in str(body["messages"]):
            status(400, "too long", "context_length_exceeded")(handler, body)
        else:
            streams(UNCHANGED)(handler, body)

    with serving(fits_without_ir) as server:
        configured(tmp_path, server.url)
        ended = irloop(*WORDS, "--iterations", "2", "--repairs", "0", cwd=tmp_path)
        assert ended.status == 0, ended.err
    asked = [body["messages"][0]["content"] for body in server.requests]
    assert all(len(later) < len(earlier) for earlier, later in itertools.pairwise(asked[: len(asked) // 2]))
    for text in asked:
        left_out = re.findall(r"Left out for length: (.*)\.\)", text)
        dropped = left_out[0].split(", ") if left_out else []
        assert dropped == [name for name in DROP_ORDER if name in dropped]
        assert ("IR" in dropped) is ("define void @kernel_atax" not in text)
        assert "for (int i" in text
    folder = only_run(tmp_path / "out")
    assert len(fold(read(folder)).candidates) == 2
    assert "c1: " in asked[-1]
    assert (folder / "prompts" / "2.md").read_text() == asked[-1]


@pytest.mark.parametrize(
    ("behaviour", "code", "words"),
    [
        (status(401, f"bad key {KEY}"), 2, "refuses the key from environment OPENAI_API_KEY; put a valid one there"),
        (status(503, "no"), 3, "status 503"),
    ],
)
def test_an_endpoint_that_refuses_ends_the_run_with_its_status(
    tmp_path: Path, behaviour: Behaviour, code: int, words: str
) -> None:
    with serving(behaviour) as server:
        configured(tmp_path, server.url)
        ended = irloop(*WORDS, cwd=tmp_path, OPENAI_API_KEY=KEY)
    assert ended.status == code
    assert words in ended.err
    assert KEY not in ended.err
    assert "Traceback" not in ended.err


def test_a_dry_run_sends_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    with serving(streams(GOOD)) as server:
        configured(tmp_path, server.url, "prices.m = { input = 10, output = 20 }")
        ended = irloop(*WORDS, "--dry-run", "--budget", "calls=1", cwd=tmp_path)
        as_json = irloop(*WORDS, "--dry-run", "--json", cwd=tmp_path)
        assert server.requests == []
    assert ended.status == 0, ended.err
    assert "atax: a dry run, nothing is sent" in ended.out
    assert "calls: 3 to 9" in ended.out
    assert "cost: about 0." in ended.out
    assert "budget calls=1: ends the run early" in ended.out
    assert json.loads(as_json.out)["calls"] == [3, 9]
    assert not (tmp_path / "out").exists()


def test_a_dry_run_is_about_models(tmp_path: Path) -> None:
    ended = irloop("run", "atax", "--proposer", "search", "--dry-run", cwd=tmp_path)
    assert ended.status == 2
    assert "proposer search asks none" in ended.err


def test_nobody_there_is_status_3_and_the_run_can_go_on(tmp_path: Path) -> None:
    with serving(streams(UNCHANGED)) as server:
        configured(tmp_path, server.url)
    ended = irloop(*WORDS, cwd=tmp_path)
    assert ended.status == 3
    assert "cannot be reached" in ended.err


def test_what_was_paid_for_is_not_asked_again_after_a_kill(tmp_path: Path) -> None:
    def one_reply(told: list[AnyEvent]) -> bool:
        return any(isinstance(event, events.CandidateProposed) for event in told)

    def one_of_two(handler: Handler, body: dict[str, object]) -> None:
        if len(server.requests) == 2:
            streams(GOOD)(handler, body)  # while the first one is still being written
        else:
            streams(*["thinking "] * 100, GOOD, pause=0.1)(handler, body)

    with serving(one_of_two, one_of_two) as server:
        configured(tmp_path, server.url)
        words = (*WORDS, "--candidates", "2", "--iterations", "1", "--repairs", "0")
        assert interrupt_when(words, tmp_path / "out", one_reply, signal.SIGKILL, tmp_path) == -9
        folder = only_run(tmp_path / "out")
        streamed = [event for event in read(folder) if isinstance(event, events.ReplyStreamed)]
        assert any(event.text.startswith("thinking") for event in streamed)
        server.behaviours[:] = [streams(UNCHANGED)]
        asked_before = len(server.requests)
        ended = irloop("resume", folder, cwd=tmp_path)
        assert ended.status == 0, ended.err
        assert len(server.requests) == asked_before + 1
    state = fold(read(folder))
    assert [candidate.text for candidate in state.candidates.values()] == [GOOD, UNCHANGED]
    assert state.verdicts.keys() == state.candidates.keys()


def test_the_script_asks_the_model_that_is_configured(tmp_path: Path) -> None:
    source = CHECKOUT / "kernels" / "atax" / "atax.c"
    module = tmp_path / "atax.ll"
    find_toolchain().must(
        "clang", "-O3", "-DMINI_DATASET", "-DPOLYBENCH_TIME", "-emit-llvm", "-S", source, "-o", module
    )
    (tmp_path / "atax.prof.md").write_text("プログラムの実行プロファイル:\n- cycles: 134567\n")
    words = "--input atax.ll --profile atax.prof.md --iterations 1 --output atax.opt.ll --model m --repairs 0"
    script = CHECKOUT / "scripts" / "optimize_ir_llm.py"
    with serving(streams(UNCHANGED)) as server:
        ended = command([sys.executable, script, *words.split(), "--base-url", server.url], cwd=tmp_path)
    assert ended.status == 0, ended.err
    (asked,) = server.requests
    assert "- cycles: 134567" in asked["messages"][0]["content"]
    assert (tmp_path / "atax.opt.ll").exists()


def test_the_help_is_quick_because_the_client_is_not_loaded() -> None:
    code = "import sys, pipeline.cli; print('openai' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
