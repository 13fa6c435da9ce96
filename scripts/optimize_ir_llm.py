"""Optimise a module of LLVM IR iteratively: each round proposes, verifies, measures, and feeds the verdict back."""

from __future__ import annotations

import shutil
from pathlib import Path

import _checkout
import click

from pipeline.catalog import ir_program
from pipeline.cli_options import PROPOSERS
from pipeline.errors import UsageError
from pipeline.records import Policy, Settings
from pipeline.run import start
from pipeline.terminal import drive

_FILE = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.option(
    "--input", "module", required=True, type=_FILE, help="IR of the program, as clang -O3 -emit-llvm -S writes it."
)
@click.option("--profile", required=True, type=_FILE, help="Profile in words; goes into the prompt.")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True)
@click.option("--output", required=True, type=_FILE, help="Where the final IR goes; the JSON logs go beside it.")
@click.option("--proposer", type=click.Choice(PROPOSERS), default="auto", show_default=True)
@click.option("--command", help="For proposer command: reads the prompt on standard input, prints the reply.")
@click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True)
@click.option("--hot", help="The function to optimise; known for bundled kernels, else found by profile.")
@click.option("--runs", type=_FILE, default=Path("runs"), show_default=True, help="Parent of the run folders.")
def main(
    module: Path,
    profile: Path,
    iterations: int,
    output: Path,
    proposer: str,
    command: str | None,
    policy: str,
    hot: str | None,
    runs: Path,
) -> None:
    if not profile.is_file():
        raise UsageError(f"no such file: {profile}")
    program = ir_program(module, hot).model_copy(update={"profile": profile.resolve()})
    settings = Settings(iterations=iterations, proposer=proposer, command=command, policy=Policy(policy))
    folder = drive(start(program, settings, runs), as_json=False)
    output.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / f"{program.name}.opt.ll", output)
    for name in ("metrics_log.json", "ir_instr_log.json"):
        shutil.copyfile(folder / name, output.parent / name)
    click.echo(f"wrote {output}, {output.parent / 'metrics_log.json'}, {output.parent / 'ir_instr_log.json'}")


if __name__ == "__main__":
    _checkout.run(main)
