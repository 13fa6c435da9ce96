"""Replay every recorded session, measured live, and write the results; it can be stopped and started again.

The suite is a few studies (`irloop study`), each in a folder of its own, and then `irloop suite` over all their runs:
every kernel under both policies, a few of them larger, and those with a session of one form only in that form.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.catalog import bundled_program, kernel_names
from pipeline.proposers.session import read_session, session_folder
from pipeline.records import Form, Policy

# One each: dense product, memory-bound product, stencil, recurrence, statistics, whole numbers; minutes each.
LARGE = "gemm,atax,jacobi-2d,deriche,correlation,crc32"
# Runs that failed are told in the report; the studies after them are still worth having.
GOES_ON = frozenset((0, 1))
IRLOOP = (sys.executable, "-m", "pipeline")
FILE = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.option("--kernels", default="all", show_default=True, help="Kernels with commas between them, or all.")
@click.option("--size", default="MEDIUM", show_default=True, help="For policies tolerant and strict.")
@click.option("--large", default=LARGE, show_default=True, help="Kernels that are also run larger, tolerant.")
@click.option("--large-size", default="LARGE", show_default=True)
@click.option("--studies", type=FILE, default=Path("studies/suite"), show_default=True, help="Where the runs go.")
@click.option("--out", type=FILE, default=Path("docs/results"), show_default=True, help="Where the results go.")
def main(kernels: str, size: str, large: str, large_size: str, studies: Path, out: Path) -> None:
    """Run the studies one after another, then write the results over all their runs."""
    if large and size.upper() == large_size.upper():
        raise click.UsageError(
            "--size and --large-size are the same: name another, or leave that part out by --large ''"
        )
    wanted = kernels.split(",") if kernels != "all" else kernel_names()
    iterations = longest_session(wanted)
    statuses = [_study(kernels, size, policy, iterations, studies) for policy in ("tolerant", "strict")]
    # The ladder would take most of the time there, and MEDIUM has it.
    statuses += [_study(large, large_size, "tolerant", iterations, studies, more=("--no-ladder",))] if large else []
    for form in Form:
        limited = [kernel for kernel in wanted if session_of_form(kernel, form)]
        words = ("--form", form)
        statuses += [_study(",".join(limited), size, "tolerant", iterations, studies, form, words)] if limited else []
    status = subprocess.call([*IRLOOP, "suite", "--all", "--runs", str(studies), "--out", str(out)])
    sys.exit(status or max(statuses))


def longest_session(kernels: list[str]) -> int:
    """How many iterations the longest recorded session of these kernels has, at least 1."""
    folders = (bundled_program(kernel).recorded for kernel in kernels)
    return max((reply.iteration for folder in folders if folder for reply in read_session(folder).replies), default=1)


def session_of_form(kernel: str, form: Form) -> bool:
    """Whether the kernel has a session whose model could answer with that form only."""
    usual = bundled_program(kernel).recorded
    return usual is not None and session_folder(usual, form, Policy.TOLERANT).is_dir()


def _study(
    kernels: str,
    size: str,
    policy: str,
    iterations: int,
    studies: Path,
    form: Form | None = None,
    more: Sequence[str] = (),
) -> int:
    """One study, begun or gone on with; the program ends with it where going on makes no sense."""
    folder = studies / "-".join(filter(None, (size, policy, form))).lower()
    words = ["--kernels", kernels, "--proposers", "recorded", "--repeats", "1", "--iterations", str(iterations)]
    words += ["--size", size, "--policy", policy, "--out", str(folder), *more]
    click.echo(f"suite: {folder}", err=True)
    status = subprocess.call([*IRLOOP, "study", *words])
    if status not in GOES_ON:
        sys.exit(status)
    return status


if __name__ == "__main__":
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C reaches the study too, which ends in order; wait for it
    main()
