"""The command line that repeats a run."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from enum import Enum
from typing import Any

from pipeline.records import ExtraCase, Program, Settings

_RENAMED = {"language": "lang"}
# What no single flag says.
_UNTOLD = frozenset(("endpoint", "prices", "budget", "provenance"))
_SWITCHES = {"ladder": ("--ladder", "--no-ladder"), "fresh_ladder": ("--fresh-ladder", "")}


def repeat_command(program: Program, settings: Settings, environment: dict[str, str]) -> str:
    """The shell command that asks for the same run with the same major version of LLVM."""
    words = ["irloop", "run", *_what(program), *_asked(settings)]
    llvm = environment.get("llvm", "").partition(".")[0]
    prefix = f"IRLOOP_LLVM={llvm} " if llvm.isdigit() else ""
    return prefix + shlex.join(words)


def is_bundled(program: Program) -> bool:
    """True for a kernel that irloop brings along: `kernels/<name>/<name>.c`, wherever irloop is installed."""
    if len(program.sources) != 1:
        return False
    parts = program.sources[0].parts[-3:]
    return len(parts) == 3 and parts[0] in {"kernels", "_kernels"} and parts[1:] == (program.name, f"{program.name}.c")


def _what(program: Program) -> list[str]:
    if is_bundled(program):
        return [program.name, *(["--size", program.size] if program.size else [])]
    words = [str(source) for source in program.sources]
    words += [word for folder in program.includes for word in ("--include", str(folder))]
    words += [word for define in program.defines for word in ("--define", define)]
    words += ["--args", shlex.join(program.args)] if program.args else []
    words += ["--stdin", str(program.stdin)] if program.stdin else []
    words += [word for case in program.cases for word in ("--case", _case(case))]
    words += ["--tolerance", repr(program.tolerance)]
    return words + (["--hot", program.hot] if program.hot else [])


def _case(case: ExtraCase) -> str:
    stdin = f" < {shlex.quote(str(case.stdin))}" if case.stdin else ""
    return shlex.join(case.args) + stdin


def _asked(settings: Settings) -> list[str]:
    """Flags for every setting that is not the default; iterations, proposer and policy always stand there."""
    defaults = Settings()
    words: list[str] = []
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if (
            name in _UNTOLD
            or value is None
            or (value == getattr(defaults, name) and name not in {"iterations", "proposer", "policy"})
        ):
            continue
        if name in _SWITCHES:
            words.append(_SWITCHES[name][0] if value else _SWITCHES[name][1])
            continue
        flag = _RENAMED.get(name, name).replace("_", "-")
        words += [f"--{flag}", str(value.value if isinstance(value, Enum) else value)]
    return [word for word in words if word] + list(_model(settings))


def _model(settings: Settings) -> Iterator[str]:
    """The endpoint as `--set` says it, its price, and the budget; a key is found where it was."""
    if settings.endpoint:
        for name, value in settings.endpoint.model_dump(exclude_defaults=True).items():
            yield from ("--set", f"llm.{name}={_toml(value)}")
    for model, price in settings.prices.items():
        if settings.endpoint and model == settings.endpoint.model:
            yield from ("--set", f"prices.{model}={_toml(price.model_dump(exclude_none=True))}")
    budget = settings.budget.model_dump(exclude_none=True)
    if budget:
        yield from ("--budget", ",".join(f"{name}={value}" for name, value in budget.items()))


def _toml(value: Any) -> str:
    """A value of the configuration as `--set` reads it: text as it is, all else as TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {json.dumps(inner)}" for key, inner in value.items()) + " }"
    return value if isinstance(value, str) else json.dumps(value)
