"""The command line that repeats a run."""

from __future__ import annotations

import shlex
from enum import Enum

from pipeline.records import ExtraCase, Program, Settings

_RENAMED = {"language": "lang"}
_OF_MODELS = frozenset(("endpoint", "prices", "budget"))
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
        if name in _OF_MODELS:
            continue
        value = getattr(settings, name)
        if value is None or (value == getattr(defaults, name) and name not in {"iterations", "proposer", "policy"}):
            continue
        if name in _SWITCHES:
            words.append(_SWITCHES[name][0] if value else _SWITCHES[name][1])
            continue
        flag = _RENAMED.get(name, name).replace("_", "-")
        words += [f"--{flag}", str(value.value if isinstance(value, Enum) else value)]
    return [word for word in (*words, *_model(settings)) if word]


def _model(settings: Settings) -> list[str]:
    """Flags for the endpoint, where a model may be asked, and for the budget; tables stay in the configuration."""
    words: list[str] = []
    if settings.endpoint and settings.proposer in {"llm", "auto"}:
        told = settings.endpoint.model_dump(exclude_defaults=True)
        for name in ("model", "base_url"):
            words += [f"--{name.replace('_', '-')}", told.pop(name)] if name in told else []
        plain = {name: value for name, value in told.items() if isinstance(value, str | int | float)}
        words += [word for name, value in plain.items() for word in ("--set", f"llm.{name}={_text(value)}")]
    limits = [f"{name}={value}" for name, value in settings.budget.model_dump(exclude_none=True).items()]
    return words + (["--budget", ",".join(limits)] if limits else [])


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
