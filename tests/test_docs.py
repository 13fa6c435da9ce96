"""The documents say what the code does."""

from __future__ import annotations

import re
import shlex
from itertools import takewhile
from pathlib import Path

import click
import pytest

from pipeline.cli.main import cli
from pipeline.records import Outcome, Reason

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README*.md"), *DOCS.glob("*.md")])


def blocks(text: str) -> list[str]:
    """What stands between fences, without comments."""
    return re.findall(r"^```.*?\n(.*?)^```", re.sub(r"[ \t]+#.*$", "", text, flags=re.M), re.M | re.S)


def calls(text: str) -> set[str]:
    """Every `irloop COMMAND …` in blocks and in code within sentences."""
    lines = [line for block in blocks(text) for line in block.replace("\\\n", " ").splitlines()]
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return {line.strip() for line in (*lines, *spans) if re.match(r"\s*irloop [a-z]+( |$)", line)}


def test_every_outcome_and_reason_is_explained_and_no_other() -> None:
    text = (DOCS / "verdicts.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", " ".join(row.rsplit("|", 2)[1] for row in rows)))
    outcomes = set(re.findall(r"`([a-z]+)`", " ".join(row.split("|")[1] for row in rows)))
    assert named == {str(reason) for reason in Reason}
    assert outcomes == {str(outcome) for outcome in Outcome}


def test_both_readmes_hold_the_same_commands_links_and_tables() -> None:
    english, japanese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ja.md"))
    # The list of folders is translated.
    same = [[block for block in blocks(text) if "pipeline/ " not in block] for text in (english, japanese)]
    assert same[0] == same[1]
    assert english.count("\n## ") == japanese.count("\n## ")
    assert english.count("\n- **") == japanese.count("\n- **")
    links = [set(re.findall(r"\]\((docs/[^)]+)\)", text)) for text in (english, japanese)]
    assert links[0] == links[1]
    # The Japanese commas apart, the first column of the table of commands is the same.
    rows = [[line.split(" | ")[0] for line in text.splitlines() if line[:3] == "| `"] for text in (english, japanese)]
    assert rows[0] == [cell.replace("、", ", ") for cell in rows[1]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_of_a_page_exists(page: Path) -> None:
    for call in calls(page.read_text(encoding="utf-8")):
        words = call.split()[1:] if call.count("'") % 2 else shlex.split(call)[1:]
        command = cli.get_command(click.Context(cli), words[0])
        assert command is not None, call
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        given = (word.partition("=")[0] for word in takewhile(lambda word: word not in ("|", ">"), words[1:]))
        assert {word for word in given if re.fullmatch(r"--[a-z-]+", word)} <= known, call


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
