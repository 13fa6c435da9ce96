"""What is kept between sessions: the last choices (state), and the user's keys and theme (configuration)."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.config import load
from pipeline.errors import UsageError
from pipeline.records import Policy, Settings

STATE_NAME = "tui.json"
CONFIG_NAME = "tui.toml"


class Choices(BaseModel):
    """What the form to start a run held last; unknown fields of another version are passed over."""

    model_config = ConfigDict(extra="ignore")

    size: str = "MEDIUM"
    proposer: str = "auto"
    model: str = ""
    command: str = ""
    hot: str = ""
    where: Literal["here", "container"] = "here"
    policy: Policy = Policy.TOLERANT
    form: str = "any"
    iterations: int = 3
    language: str = "ja"
    ladder: bool = True
    theme: str = ""

    def settings(self) -> Settings:
        """The choices as a run's settings; endpoint, prices and budget come from irloop's configuration.

        Raises:
            pydantic.ValidationError: a value is out of its range.
            UsageError: the configuration is wrong.
        """
        config = load({"llm.model": self.model or None})
        return Settings.model_validate(
            {
                "iterations": self.iterations,
                "proposer": self.proposer,
                "command": self.command or None,
                "policy": self.policy,
                "form": self.form,
                "language": self.language,
                "ladder": self.ladder,
                "endpoint": config.endpoint,
                "prices": config.prices,
                "budget": config.budget,
            }
        )


class Configuration(BaseModel):
    """The user's `tui.toml`: a theme, and other keys for bindings by their ids (`[keys]`, `"run.skip" = "f9"`)."""

    model_config = ConfigDict(extra="forbid")

    theme: str = ""
    keys: dict[str, str] = Field(default_factory=dict)


def state_file() -> Path:
    """Where the last choices are kept."""
    return platformdirs.user_state_path("irloop") / STATE_NAME


def config_file() -> Path:
    """Where the user's configuration is."""
    return platformdirs.user_config_path("irloop") / CONFIG_NAME


def load_choices(path: Path) -> Choices:
    """The last choices; the defaults where there are none or they cannot be read."""
    try:
        return Choices.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return Choices()


def save_choices(path: Path, choices: Choices) -> None:
    """Keep the choices; a folder that cannot be written is no reason to stop."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(choices.model_dump(mode="json"), indent=2) + "\n", encoding="utf-8")
    except OSError:
        return


def load_configuration(path: Path) -> Configuration:
    """The user's configuration, the defaults where there is none.

    Raises:
        UsageError: the file is wrong.
    """
    try:
        return Configuration.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Configuration()
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
