"""Where every choice comes from: flag > environment > .env > irloop.toml of the project > the user's file > default.

Keys are `run.*` (the flags of `irloop run`), `llm.*` (the endpoint), `budget.*`, and `prices."MODEL"` tables. An API
key is no key of a file: it is found in the environment or in .env by the name of its variable, and goes into
the client only.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_config_path
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from pipeline.errors import UsageError
from pipeline.service import Budget, Endpoint, Price

PROJECT_FILE = "irloop.toml"
PREFIX = "IRLOOP_"
ALIASES = {"llm.base_url": ("OPENAI_BASE_URL",), "llm.model": ("OPENAI_MODEL",)}
KEY_NAMES = ("IRLOOP_API_KEY", "OPENAI_API_KEY", "AZURE_OPENAI_API_KEY")


class RunChoices(BaseModel, frozen=True, extra="forbid"):
    """The flags of `irloop run` that a file may set; None leaves the flag's own default."""

    iterations: Annotated[int | None, Field(ge=1, le=1000)] = None
    proposer: Literal["auto", "search", "recorded", "command", "llm"] | None = None
    command: str | None = None
    policy: Literal["tolerant", "strict"] | None = None
    size: str | None = None
    timeout: Annotated[float | None, Field(gt=0)] = None
    seed: int | None = None
    lang: Literal["ja", "en"] | None = None
    form: Literal["any", "c", "ir", "passes"] | None = None
    prompt_tokens: Annotated[int | None, Field(ge=1000)] = None
    candidates: Annotated[int | None, Field(ge=1, le=64)] = None
    restart_after: Annotated[int | None, Field(ge=0)] = None
    repairs: Annotated[int | None, Field(ge=0, le=5)] = None
    ladder: bool | None = None
    counters: Literal["auto", "pmu", "software", "simulated", "model"] | None = None


SECTIONS: dict[str, type[BaseModel]] = {"run": RunChoices, "llm": Endpoint, "budget": Budget}
KEYS = {f"{section}.{name}": info for section, model in SECTIONS.items() for name, info in model.model_fields.items()}


@dataclass(frozen=True)
class Choice:
    """One value and where it comes from."""

    key: str
    value: Any
    source: str


@dataclass(frozen=True)
class Secret:
    """A key for an endpoint; `value` is never shown."""

    value: str
    source: str

    def __repr__(self) -> str:
        return f"Secret({self.source})"


@dataclass(frozen=True)
class Config:
    """All choices, and the secret for the endpoint, if there is one."""

    choices: dict[str, Choice]
    secret: Secret | None = None

    def section(self, name: str) -> dict[str, Any]:
        """The values of one section by their short names."""
        return {
            key.partition(".")[2]: choice.value for key, choice in self.choices.items() if key.startswith(f"{name}.")
        }

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint, or None when neither a key nor an address is configured."""
        endpoint = Endpoint(**self.section("llm"))
        return endpoint if endpoint.base_url or self.secret else None

    @property
    def budget(self) -> Budget:
        """What a run may use."""
        return Budget(**self.section("budget"))

    @property
    def prices(self) -> dict[str, Price]:
        """The price table by model."""
        return self.section("prices")

    @property
    def run(self) -> dict[str, Any]:
        """The defaults that the user gave for the flags of `irloop run`."""
        return {name: value for name, value in self.section("run").items() if value is not None}


def load(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user_file: Path | None = None,
) -> Config:
    """Read every source, later ones over earlier ones. `flags` holds keys such as `llm.model`; None means not given.

    Raises:
        UsageError: a file cannot be read, or a key or value in one of the sources is wrong.
    """
    here = folder or Path.cwd()
    told = dict(os.environ if environment is None else environment)
    kept = dotenv(here)
    choices = {key: Choice(key, info.get_default(call_default_factory=True), "default") for key, info in KEYS.items()}
    for path in (user_file or user_config_path("irloop") / "config.toml", project_file(here)):
        if path:
            choices |= {choice.key: choice for choice in _from_file(path)}
    choices |= {choice.key: choice for choice in _from_environment(kept, ".env")}
    choices |= {choice.key: choice for choice in _from_environment(told, "environment")}
    choices |= {choice.key: choice for choice in _from_flags(flags or {})}
    secret = find_secret(choices["llm.key_env"].value, told, kept)
    return Config(choices, secret)


def find_secret(
    name: str, environment: Mapping[str, str] | None = None, kept: Mapping[str, str] | None = None
) -> Secret | None:
    """The key under the given variable, or under the usual ones when none is given."""
    told = os.environ if environment is None else environment
    kept = dotenv(Path.cwd()) if kept is None else kept
    for source, values in (("environment", told), (".env", kept)):
        for variable in (name,) if name else KEY_NAMES:
            if value := values.get(variable, "").strip():
                return Secret(value, f"{source} {variable}")
    return None


def variables() -> dict[str, str]:
    """What headers may refer to: .env below the environment."""
    return {**dotenv(Path.cwd()), **os.environ}


def project_file(folder: Path) -> Path | None:
    """`irloop.toml` in `folder` or above it, no higher than the top of the repository that it lies in."""
    above = [folder, *folder.parents]
    top = next((index for index, parent in enumerate(above) if (parent / ".git").exists()), 0)
    return next((parent / PROJECT_FILE for parent in above[: top + 1] if (parent / PROJECT_FILE).is_file()), None)


def dotenv(folder: Path) -> dict[str, str]:
    """The variables of `.env` in `folder`. They stay inside irloop: no child process gets them.

    Raises:
        UsageError: the file is there and cannot be read.
    """
    path = folder / ".env"
    if not path.is_file():
        return {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    found = {}
    for line in lines:
        name, is_set, value = line.strip().removeprefix("export ").partition("=")
        if is_set and not name.startswith("#"):
            value = value.strip()
            end = value.find(value[0], 1) if value[:1] in ("'", '"') else -1
            found[name.strip()] = value[1:end] if end > 0 else value.partition(" #")[0].rstrip()
    return found


def _from_file(path: Path) -> Iterator[Choice]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    for section, table in tables.items():
        if not isinstance(table, dict):
            raise UsageError(f"{path}: {section} stands outside a table: {', '.join([*SECTIONS, 'prices'])}")
        for name, value in table.items():
            yield checked(f"{section}.{name}", value, str(path))


def _from_environment(told: Mapping[str, str], source: str) -> Iterator[Choice]:
    for key in KEYS:
        for name in (*ALIASES.get(key, ()), PREFIX + key.upper().replace(".", "_")):
            if told.get(name):
                yield checked(key, told[name], f"{source} {name}", is_text=True)


def _from_flags(flags: Mapping[str, Any]) -> Iterator[Choice]:
    for key, value in flags.items():
        if value is not None:
            yield checked(key, value, "flag", is_text=isinstance(value, str))


def checked(key: str, value: Any, source: str, *, is_text: bool = False) -> Choice:
    """One value as its key wants it; text is taken as it is, or else as TOML.

    Raises:
        UsageError: there is no such key, or the value does not fit. The value itself is not repeated: it may be secret.
    """
    adapter = _adapter(key, source)
    try:
        try:
            return Choice(key, adapter.validate_python(value), source)
        except ValidationError:
            if not is_text:
                raise
            return Choice(key, adapter.validate_python(_toml_value(value)), source)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        inside = "".join(f".{part}" for part in problem["loc"])
        message = problem["msg"].removeprefix("Value error, ")
        raise UsageError(f"{key}{inside}: {message} ({source})") from error


def _adapter(key: str, source: str) -> TypeAdapter[Any]:
    section, _, name = key.partition(".")
    if section == "prices" and name:
        return TypeAdapter(Price)
    if key in KEYS:
        annotation: Any = KEYS[key].annotation
        for part in KEYS[key].metadata:
            annotation = Annotated[annotation, part]
        return TypeAdapter(annotation)
    if name in ("api_key", "key", "token"):
        raise UsageError(
            f"{source}: an API key does not belong here; put it into the environment or .env and, where its variable "
            f"is none of {', '.join(KEY_NAMES)}, name that with llm.key_env"
        )
    near = difflib.get_close_matches(key, [*KEYS, "prices"], n=1)
    raise UsageError(f"{source}: there is no key {key}{f'; did you mean {near[0]}?' if near else ''}")


def _toml_value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def shown(config: Config) -> list[Choice]:
    """Every choice in the order of the sections; the secret is named and not told."""
    order = [*SECTIONS, "prices"]
    choices = sorted(config.choices.values(), key=lambda choice: order.index(choice.key.split(".")[0]))
    secret = config.secret
    key = Choice("api key", "set (not shown)" if secret else None, secret.source if secret else "nowhere")
    return [*choices, key]
