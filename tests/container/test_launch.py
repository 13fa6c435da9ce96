"""launch.json: what it holds for each client, and that the user's own text in it stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.debugging import Debuggable
from pipeline.errors import UsageError
from pipeline.vscode import configurations, merge, write_launch

PROGRAM = Debuggable(
    name="c7",
    binary=Path("/r/gemm/1/debug/c7"),
    text=Path("/r/gemm/1/gemm.opt.ll"),
    line=30,
    hot="kernel_gemm",
    args=("--fast",),
    cwd=Path("/r/gemm/1"),
)
ENTRIES = configurations(PROGRAM, 5005)
OWN = """{
  // mine: do not touch
  "version": "0.2.0",
  "configurations": [
    {"name": "my [own] // entry", "type": "python"}, /* and this */
  ],
  "compounds": []
}
"""


def entries_of(text: str) -> list[dict[str, Any]]:
    """The configurations, as VS Code's tolerant reader sees them."""
    bare = re.sub(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', lambda found: found[1] or "", text, flags=re.S)
    found: list[dict[str, Any]] = json.loads(re.sub(r",(\s*[\]}])", r"\1", bare))["configurations"]
    return found


def test_every_client_has_an_entry_for_here_or_the_container() -> None:
    kinds = {(entry["type"], entry["request"]) for entry in ENTRIES}
    assert kinds == {("lldb-dap", "launch"), ("lldb-dap", "attach"), ("cppdbg", "launch"), ("lldb", "launch")}
    assert len({entry["name"] for entry in ENTRIES}) == len(ENTRIES)
    attach = next(entry for entry in ENTRIES if entry["request"] == "attach")
    assert (attach["gdb-remote-hostname"], attach["gdb-remote-port"]) == ("localhost", 5005)
    assert any(entry.get("miDebuggerServerAddress") == "localhost:5006" for entry in ENTRIES)
    assert any(entry.get("pipeTransport", {}).get("pipeProgram") == "docker" for entry in ENTRIES)


def test_a_launch_works_where_randomisation_cannot_be_switched_off() -> None:
    launch = next(entry for entry in ENTRIES if (entry["type"], entry["request"]) == ("lldb-dap", "launch"))
    assert launch["disableASLR"] is False
    assert launch["initCommands"] == ["settings set target.disable-aslr false"]
    assert launch["args"] == ["--fast"]


def test_a_program_that_reads_standard_input_is_started_here_with_its_file() -> None:
    entries = configurations(PROGRAM.model_copy(update={"stdin": Path("/r/in.txt")}), 5005)
    given = {entry["type"]: entry["stdio"] for entry in entries if "stdio" in entry}
    assert given == {"lldb-dap": ["/r/in.txt", None, None], "lldb": ["/r/in.txt", None, None]}
    assert not [entry for entry in ENTRIES if "stdio" in entry]


def test_the_users_entries_and_comments_stay_to_the_letter() -> None:
    merged = merge(OWN, ENTRIES)
    for line in OWN.splitlines():
        assert line in merged.splitlines()
    assert [entry["name"] for entry in entries_of(merged)] == [*(e["name"] for e in ENTRIES), "my [own] // entry"]


def test_writing_again_replaces_irloops_entries_only() -> None:
    once = merge(OWN, ENTRIES)
    assert merge(once, ENTRIES) == once
    other = merge(once, ENTRIES[:1])
    assert [entry["type"] for entry in entries_of(other)] == ["lldb-dap", "python"]


@pytest.mark.parametrize("text", ["", "\n", '{"configurations": []}', '{"version": "0.2.0", "configurations": [\n]}'])
def test_an_empty_file_becomes_a_valid_one(text: str) -> None:
    assert entries_of(merge(text, ENTRIES)) == ENTRIES


def test_a_list_inside_an_entry_is_not_taken_for_the_list_of_entries() -> None:
    text = '{"inputs": [{"configurations": [1]}], "configurations": [{"args": [1]}]}'
    assert entries_of(merge(text, ENTRIES[:1]))[1:] == [{"args": [1]}]


@pytest.mark.parametrize("text", ["[]", "{}", '{"configurations": {}}'])
def test_a_file_without_a_list_is_left_alone(text: str, tmp_path: Path) -> None:
    path = tmp_path / ".vscode" / "launch.json"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(UsageError, match="no list of configurations"):
        write_launch(tmp_path, ENTRIES)
    assert path.read_text() == text
