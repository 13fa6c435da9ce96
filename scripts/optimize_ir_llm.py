"""Optimise a module of LLVM IR iteratively: each round proposes, verifies, measures, and feeds the verdict back.

A model is asked where one is configured (OPENAI_API_KEY, irloop.toml, --base-url); else it is a recorded session
and a search.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import _checkout
import click

from pipeline.catalog import ir_program
from pipeline.cli.model import model_options, settings_of
from pipeline.cli.terminal import drive
from pipeline.errors import UsageError
from pipeline.proposers.names import NAMES
from pipeline.run import start

_FILE = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.option(
    "--input", "module", required=True, type=_FILE, help="IR of the program, as clang -O3 -emit-llvm -S writes it."
)
@click.option("--profile", required=True, type=_FILE, help="Profile in words; goes into the prompt.")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True)
@click.option("--output", required=True, type=_FILE, help="Where the final IR goes; the JSON logs go beside it.")
@click.option("--proposer", type=click.Choice(NAMES), default="auto", show_default=True)
@click.option("--command", help="For proposer command: reads the prompt on standard input, prints the reply.")
@click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True)
@click.option("--hot", help="The function to optimise; known for bundled kernels, else found by profile.")
@click.option("--runs", type=_FILE, default=Path("runs"), show_default=True, help="Parent of the run folders.")
@model_options
def main(module: Path, profile: Path, output: Path, hot: str | None, runs: Path, **options: Any) -> None:
    if not profile.is_file():
        raise UsageError(f"no such file: {profile}")
    program = ir_program(module, hot).model_copy(update={"profile": profile.resolve()})
    folder = drive(start(program, settings_of(options), runs), as_json=False)
    output.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / f"{program.name}.opt.ll", output)
    for name in ("metrics_log.json", "ir_instr_log.json"):
        shutil.copyfile(folder / name, output.parent / name)
    click.echo(f"wrote {output}, {output.parent / 'metrics_log.json'}, {output.parent / 'ir_instr_log.json'}")


if __name__ == "__main__":
    _checkout.run(main)
