"""What the words of a command line ask for: which programs, with which inputs."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.catalog import bundled_program, given_program, is_path
from pipeline.errors import UsageError
from pipeline.records import ExtraCase, Program

OWN_ONLY = ("includes", "defines", "args", "stdin", "cases")


def programs(what: Sequence[str], options: Mapping[str, Any]) -> list[Program]:
    """Each bundled kernel by itself, or one program of all the given files.

    Raises:
        UsageError: names and files are mixed, a file does not exist, or an option does not fit.
    """
    paths = [Path(word) for word in what if is_path(word)]
    if paths and len(paths) != len(what):
        raise UsageError("give either names of bundled kernels or files of one program, not both")
    found = [_given(paths, options)] if paths else _bundled(what, options)
    if options["tolerance"] is None:
        return found
    return [program.model_copy(update={"tolerance": options["tolerance"]}) for program in found]


def program_of(word: str, size: str, hot: str | None) -> Program:
    """One bundled kernel, or a program of one file.

    Raises:
        UsageError: there is none.
    """
    return given_program([Path(word)], hot=hot) if is_path(word) else bundled_program(word, size, hot)


def _bundled(names: Sequence[str], options: Mapping[str, Any]) -> list[Program]:
    if any(options[name] for name in OWN_ONLY):
        raise UsageError("--include, --define, --args, --stdin and --case are for programs given by their files")
    return [bundled_program(name, options["size"], options["hot"]) for name in names]


def _given(paths: Sequence[Path], options: Mapping[str, Any]) -> Program:
    return given_program(
        paths,
        includes=options["includes"],
        defines=options["defines"],
        hot=options["hot"],
        args=_words(options["args"], "--args"),
        stdin=options["stdin"],
        cases=[extra_case(text) for text in options["cases"]],
    )


def extra_case(text: str) -> ExtraCase:
    """One `--case`: arguments as a shell would split them, at the end `< FILE` for standard input.

    Raises:
        UsageError: it cannot be split, or names no file after `<`, or a file that does not exist.
    """
    words = _words(text, "--case")
    stdin = None
    if "<" in words:
        place = words.index("<")
        if len(words) != place + 2:
            raise UsageError(f"--case '{text}': write one file after <, at the end")
        stdin = Path(words[-1])
        if not stdin.is_file():
            raise UsageError(f"--case '{text}': no such file: {stdin}")
        words = words[:place]
    return ExtraCase(name=text, args=tuple(words), stdin=stdin.resolve() if stdin else None)


def _words(text: str, option: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise UsageError(f"{option} cannot be read: {error}") from error
