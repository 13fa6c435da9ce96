"""The flags about models, which several commands share, how they and the configuration become settings; `config`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.errors import UsageError
from pipeline.proposers.names import MODELS

if TYPE_CHECKING:
    from pipeline.records import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
MODEL_FLAGS = {"model": "llm.model", "base_url": "llm.base_url"}
CONFIGURABLE = ("run", "record", "prompt", "profile")
FORMS = ("any", "c", "ir", "passes")


def asking_options(language: str) -> Callable[[Command], Command]:
    """Give a command the options that shape a prompt; `language` is its default."""
    options = [
        click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True),
        click.option(
            "--lang",
            type=click.Choice(["ja", "en"]),
            default=language,
            show_default=True,
            help="Of profile and prompt.",
        ),
        click.option(
            "--form", type=click.Choice(FORMS), default="any", show_default=True, help="What a model may answer with."
        ),
        click.option(
            "--prompt-tokens",
            type=click.IntRange(1000),
            default=16_000,
            show_default=True,
            help="Longest prompt, about.",
        ),
        click.option("--ladder/--no-ladder", default=True, show_default=True, help="Measure what flags alone reach."),
    ]
    return lambda command: _with(command, options)


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def model_options(command: Command) -> Command:
    """The flags about models."""
    options = [
        click.option("--model", help="Name of the model; `irloop config show` tells what is configured."),
        click.option("--base-url", help="Address of an OpenAI-compatible endpoint."),
        click.option(
            "--candidates", type=click.IntRange(1, 64), default=1, show_default=True, help="Replies an iteration."
        ),
        click.option(
            "--restart-after",
            type=click.IntRange(0),
            default=3,
            show_default=True,
            help="Iterations without gain after which a model starts from the original again; 0: never.",
        ),
        click.option(
            "--repairs",
            type=click.IntRange(0, 5),
            default=2,
            show_default=True,
            help="How often a model is asked about a reply that does not compile.",
        ),
        click.option("--budget", help="What models may use: 'tokens=200000,money=2.5,seconds=600,calls=20'."),
        click.option("--set", "changes", multiple=True, metavar="KEY=VALUE", help="Any key, e.g. llm.temperature=0.2."),
    ]
    return _with(command, options)


def flags_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the flags say, by the keys of the configuration.

    Raises:
        UsageError: one is not of the form KEY=VALUE.
    """
    found = {key: options.get(name) for name, key in MODEL_FLAGS.items()}
    found |= dict(_pair(text, "--set") for text in options.get("changes") or ())
    if wrong := next((key for key in found if key.startswith("run.")), None):
        raise UsageError(f"--set {wrong}: give the flag --{wrong.removeprefix('run.').replace('_', '-')} instead")
    parts = [part for part in (options.get("budget") or "").split(",") if part.strip()]
    return found | {f"budget.{name}": value for name, value in (_pair(part, "--budget") for part in parts)}


def _pair(text: str, flag: str) -> tuple[str, str]:
    name, is_pair, value = text.partition("=")
    if not is_pair or not name.strip():
        raise UsageError(f"{flag} {text}: KEY=VALUE was expected")
    return name.strip(), value.strip()


def model_settings(options: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a run's settings that is about models, from flags and configuration.

    Raises:
        UsageError: a flag or the configuration is wrong.
    """
    from pipeline.config import load

    config = load(flags_of(options))
    return {
        "endpoint": config.endpoint,
        "prices": config.prices,
        "budget": config.budget,
    }


def settings_of(options: Mapping[str, Any]) -> Settings:
    """The settings of a run, from the flags of a command and the configuration; other flags are left out.

    Raises:
        UsageError: a flag or the configuration is wrong.
    """
    from pipeline.records import Settings

    names = {"lang": "language"}
    plain = {names.get(name, name): value for name, value in options.items()}
    known = {name: value for name, value in plain.items() if name in Settings.model_fields and value is not None}
    return Settings.model_validate(known | model_settings(options))


def configured_defaults(command: str | None) -> dict[str, dict[str, Any]]:
    """Defaults for the flags of a command from `run.*`, in the shape of click's `default_map`."""
    if command not in CONFIGURABLE:
        return {}
    from pipeline.config import load

    chosen = load().run
    if command == "record" and chosen.get("proposer") not in MODELS:
        chosen.pop("proposer", None)  # what is recorded is a model's session
    return {command: chosen}


def _defaults(group: click.Command, name: str) -> dict[str, Any]:
    """The defaults of a command's flags, as its help shows them."""
    command = group.commands[name] if isinstance(group, click.Group) else click.Command(name)
    return {
        option.name or "": option.default for option in command.params if isinstance(option.default, int | float | str)
    }


@click.group()
def config() -> None:
    """What is configured, and where each value comes from."""


@config.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.option("--set", "changes", multiple=True, metavar="KEY=VALUE", help="As for `irloop run`.")
def show(as_json: bool, changes: tuple[str, ...]) -> None:
    """Print every key with its value and its source. An API key is named and never printed."""
    import json
    from dataclasses import replace

    from pydantic_core import to_jsonable_python

    from pipeline.config import load, shown

    flags = click.get_current_context().find_root().command
    defaults = {f"run.{name}": value for name, value in _defaults(flags, "run").items()}
    found = shown(load(flags_of({"changes": changes})))
    rows = [replace(row, value=defaults.get(row.key)) if row.value is None else row for row in found]
    if as_json:
        click.echo(json.dumps({row.key: to_jsonable_python(vars(row)) for row in rows}, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for column in ("key", "value", "source"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(row.key, "" if row.value in (None, "", {}) else str(row.value), row.source)
    Console(highlight=False).print(table)
