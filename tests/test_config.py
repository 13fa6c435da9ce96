"""Which source of a value wins, what is said of a wrong one, and that no key is ever shown."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from click.testing import CliRunner
from pydantic.fields import FieldInfo

from pipeline.cli import cli
from pipeline.cli.model import configured_defaults, flags_of
from pipeline.config import Config, RunChoices, dotenv, find_secret, load, project_file, shown
from pipeline.errors import UsageError
from pipeline.records import Settings
from pipeline.service import Endpoint, Price

KEY = "sk-a-secret-of-the-user"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the working folder, and a user without a configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return project


def configured(home: Path, flags: dict[str, Any] | None = None, **environment: str) -> Config:
    return load(flags, environment, home, home.parent / "user.toml")


def test_each_source_wins_over_the_ones_below_it(home: Path) -> None:
    def model(flags: dict[str, Any] | None = None, **environment: str) -> tuple[str, str]:
        choice = configured(home, flags, **environment).choices["llm.model"]
        return choice.value, choice.source

    assert model() == ("", "default")
    (home.parent / "user.toml").write_text('llm.model = "user"\n')
    assert model() == ("user", str(home.parent / "user.toml"))
    (home / "irloop.toml").write_text('[llm]\nmodel = "project"\n')
    assert model() == ("project", str(home / "irloop.toml"))
    (home / ".env").write_text("# mine\nexport IRLOOP_LLM_MODEL='kept' \n")
    assert model() == ("kept", ".env IRLOOP_LLM_MODEL")
    assert model(OPENAI_MODEL="usual") == ("usual", "environment OPENAI_MODEL")
    assert model(OPENAI_MODEL="usual", IRLOOP_LLM_MODEL="own") == ("own", "environment IRLOOP_LLM_MODEL")
    assert model({"llm.model": "flagged"}, IRLOOP_LLM_MODEL="own") == ("flagged", "flag")
    assert model({"llm.model": None}, IRLOOP_LLM_MODEL="") == ("kept", ".env IRLOOP_LLM_MODEL")


def test_values_come_as_their_keys_want_them(home: Path) -> None:
    (home / "irloop.toml").write_text(
        "[run]\niterations = 7\n[llm]\ntemperature = 1\nbody = { top_k = 40 }\n"
        '[prices."a/b-1.5"]\ninput = 2\noutput = 8\n'
    )
    flags = flags_of({"changes": ("llm.seed=5", "llm.stream=false", "llm.model=17"), "budget": "money=2.5, calls=3"})
    config = configured(home, flags, IRLOOP_LLM_HEADERS='{X-Title = "irloop"}', OPENAI_BASE_URL="http://127.0.0.1:1/v1")
    assert config.endpoint == Endpoint(
        base_url="http://127.0.0.1:1/v1",
        model="17",
        temperature=1.0,
        seed=5,
        stream=False,
        headers={"X-Title": "irloop"},
        body={"top_k": 40},
    )
    assert config.prices == {"a/b-1.5": Price(input=2, output=8)}
    assert (config.budget.money, config.budget.calls, config.budget.tokens) == (2.5, 3, None)
    assert config.run == {"iterations": 7}


def test_without_a_key_or_an_address_there_is_no_endpoint(home: Path) -> None:
    assert configured(home, {"llm.model": "m"}).endpoint is None
    assert configured(home, OPENAI_API_KEY=KEY).endpoint == Endpoint()
    assert configured(home, {"llm.key_env": "MINE"}, OPENAI_API_KEY=KEY).endpoint is None
    found = configured(home, {"llm.key_env": "MINE"}, MINE=KEY).secret
    assert found is not None
    assert (found.value, found.source) == (KEY, "environment MINE")


def test_a_key_in_dotenv_is_found_and_reaches_no_process(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (home / ".env").write_text(f'OPENAI_API_KEY="{KEY}" # from the desk\nempty=\n')
    assert dotenv(home)["empty"] == ""
    secret = find_secret("")
    assert secret is not None
    assert secret.source == ".env OPENAI_API_KEY"
    assert KEY not in os.environ.values()
    assert KEY not in repr(secret)


WRONG = {
    '[llm]\nmodle = "x"\n': "there is no key llm.modle; did you mean llm.model?",
    "[llm]\ntemperature = 'hot'\n": "llm.temperature: Input should be a valid number",
    '[llm]\napi_key = "sk-a-secret-of-the-user"\n': "an API key does not belong here",
    '[llm]\nbase_url = "https://u:sk-a-secret-of-the-user@host/v1"\n': "an address holds no password",
    '[llm]\nbase_url = "host/v1"\n': "begins with http",
    '[llm.headers]\nAuthorization = "Bearer sk-a-secret-of-the-user"\n': "write header Authorization as '${VARIABLE}'",
    "[prices.m]\ninput = 1\n": "prices.m.output: Field required",
    "[budget]\ncalls = 0\n": "budget.calls: Input should be greater than 0",
    "model = 'm'\n": "stands outside a table",
    "[llm\n": "cannot be read",
    "[modles]\nx = 1\n": "there is no key modles.x",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_in_a_file_is_one_line_with_status_2(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    from pipeline.cli import main

    (home / "irloop.toml").write_text(text)
    monkeypatch.setattr("sys.argv", ["irloop", "run", "gemm"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert WRONG[text] in said
    assert "irloop.toml" in said
    assert said.count("\n") == 1
    assert KEY not in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"changes": ("llm.model",)}, "KEY=VALUE was expected"),
        ({"changes": ("run.iterations=3",)}, "give the flag --iterations"),
        ({"budget": "calls"}, "KEY=VALUE was expected"),
    ],
)
def test_a_flag_that_cannot_be_read_is_a_usage_error(options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        flags_of(options)


def test_an_unknown_part_of_a_budget_is_a_usage_error(home: Path) -> None:
    with pytest.raises(UsageError, match=r"no key budget\.dollars"):
        configured(home, flags_of({"budget": "dollars=3"}))


def test_the_projects_file_is_looked_for_up_to_the_top_of_its_repository(tmp_path: Path) -> None:
    inner = tmp_path / "repository" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "irloop.toml").write_text("")
    assert project_file(inner) is None
    (tmp_path / "repository" / ".git").mkdir()
    assert project_file(inner) is None
    (tmp_path / "repository" / "irloop.toml").write_text("")
    assert project_file(inner) == tmp_path / "repository" / "irloop.toml"


def test_config_show_tells_values_and_sources_and_no_key(home: Path) -> None:
    (home / "irloop.toml").write_text("[run]\niterations = 9\n")
    variables = {"OPENAI_API_KEY": KEY, "COLUMNS": "200"}
    table = CliRunner().invoke(cli, ["config", "show"], env=variables)
    assert table.exit_code == 0
    assert "environment OPENAI_API_KEY" in table.output
    rows = json.loads(CliRunner().invoke(cli, ["config", "show", "--json"], env=variables).output)
    assert rows["run.iterations"] == {"key": "run.iterations", "value": 9, "source": str(home / "irloop.toml")}
    assert rows["llm.retries"]["source"] == "default"
    assert rows["run.candidates"] == {"key": "run.candidates", "value": 1, "source": "default"}
    assert KEY not in table.output + json.dumps(rows)


def test_every_key_is_shown_in_order(home: Path) -> None:
    sections = [choice.key.split(".")[0] for choice in shown(configured(home))]
    assert list(dict.fromkeys(sections)) == ["run", "llm", "budget", "api key"]


def test_a_recording_is_by_a_model_whatever_runs_are_by(home: Path) -> None:
    (home / "irloop.toml").write_text('[run]\nproposer = "search"\niterations = 9\n')
    assert configured_defaults("record") == {"record": {"iterations": 9}}
    assert configured_defaults("run") == {"run": {"proposer": "search", "iterations": 9}}
    (home / "irloop.toml").write_text('[run]\nproposer = "command"\n')
    assert configured_defaults("record") == {"record": {"proposer": "command"}}


def test_the_configuration_gives_flags_their_defaults(home: Path) -> None:
    (home / "irloop.toml").write_text("[run]\niterations = 5000\n")
    assert "5000" not in CliRunner().invoke(cli, ["kernels"]).output  # others do not read it
    ended = CliRunner().invoke(cli, ["run", "gemm"])
    assert isinstance(ended.exception, UsageError)
    (home / "irloop.toml").write_text('[run]\nproposer = "command"\n')
    ended = CliRunner().invoke(cli, ["run", "gemm"])
    assert "proposer command needs --command" in str(ended.exception)
    ended = CliRunner().invoke(cli, ["run", "gemm", "--proposer", "search", "--size", "NONE"])
    assert "needs --command" not in str(ended.exception)


RENAMED = {"lang": "language"}


def bounds(info: FieldInfo) -> dict[str, Any]:
    """The limits on a field's numbers."""
    pairs = ((name, getattr(part, name, None)) for part in info.metadata for name in ("ge", "gt", "le"))
    return {name: limit for name, limit in pairs if limit is not None}


@pytest.mark.parametrize("name", sorted(set(RunChoices.model_fields) - {"size"}))
def test_a_file_may_set_what_a_run_accepts_and_a_flag_takes(name: str) -> None:
    choice, setting = RunChoices.model_fields[name], Settings.model_fields[RENAMED.get(name, name)]
    flag = next(option for option in cli.commands["run"].params if option.name == name)
    assert bounds(choice) == bounds(setting)
    words = [word for word in get_args(choice.annotation) if word is not type(None)]
    words = [value for word in words for value in get_args(word)]
    if isinstance(flag.type, click.Choice):
        assert sorted(flag.type.choices) == sorted(words)
        for word in words:
            Settings.model_validate({RENAMED.get(name, name): word})
    if isinstance(flag.type, click.IntRange):
        limits = {"ge": flag.type.min, "le": flag.type.max}
        assert {key: limit for key, limit in limits.items() if limit is not None} == bounds(setting)
