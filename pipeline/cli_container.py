"""The part of the command line that concerns the container: `--in-container`, `irloop attach`, `irloop batch`."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.errors import ContainerError, IrloopError, UsageError

if TYPE_CHECKING:
    from docker import DockerClient

    from pipeline.container_plan import Plan
    from pipeline.events import RunStarted

OPTIONS = ("in_container", "image", "memory", "cpus")
# Options that name files or folders which the container has to see.
READ_OPTIONS = ("includes", "stdin")
# Where `docker run -v …:/out` puts results.
MOUNTED = Path("/out")


def container_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--in-container`; with it, the same command runs there and its events are shown here."""

    @click.option("--in-container", is_flag=True, help="Run in irloop's container; needs an engine and `make image`.")
    @click.option(
        "--image", default="irloop", envvar="IRLOOP_IMAGE", show_default=True, help="Image of --in-container."
    )
    @click.option("--memory", help="What the container may use, such as 8g.")
    @click.option("--cpus", help="CPUs of the container as a set, such as 0-3.")
    @functools.wraps(command)
    def either(*, in_container: bool, image: str, memory: str | None, cpus: str | None, **options: Any) -> None:
        if not in_container:
            if memory or cpus:
                raise UsageError("--memory and --cpus limit the container: give --in-container too")
            command(**options)
            return
        from pipeline.container import connect
        from pipeline.container_plan import Limits

        client = connect()
        require_image(client, image)
        context = click.get_current_context()
        for what in _parts(options):
            _drive(client, _plan(context, options, what, image, Limits(memory=memory, cpus=cpus)), options)

    return either


def _parts(options: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """One container per bundled kernel, or one for the program of all files, or for the run that goes on."""
    from pipeline.catalog import is_path

    what: tuple[str, ...] = options.get("what", ())
    return [(name,) for name in what] if what and not any(is_path(word) for word in what) else [what]


def _plan(context: click.Context, options: Mapping[str, Any], what: tuple[str, ...], image: str, limits: Any) -> Plan:
    from platformdirs import user_cache_path

    from pipeline.catalog import is_path
    from pipeline.container_plan import plan

    files = [Path(word) for word in what if is_path(word)]
    out = options["out"] if "out" in options else options["folder"]
    reads = [*(path.absolute().parent for path in files), *_named(options)]
    if files or options.get("cases") or options.get("args"):
        reads.append(Path.cwd())
    if "folder" in options:
        reads += _of_journal(options["folder"])
    return plan(
        words_of(context, what),
        what=" ".join(what) or str(out),
        out=out,
        reads=reads,
        workdir=Path.cwd(),
        user=f"{os.getuid()}:{os.getgid()}",
        environment=os.environ,
        proposer=_proposer(options),
        image=image,
        limits=limits,
        cache=user_cache_path("irloop"),
    )


def _of_journal(folder: Path) -> list[Path]:
    """What the program of a run reads and where it works, as far as the host has it."""
    started = _started(folder)
    if started is None:
        return []
    program = started.program
    files = [*program.sources, *([program.stdin] if program.stdin else [])]
    folders = [*(file.parent for file in files), *program.includes, *([program.cwd] if program.cwd else [])]
    return [path for path in folders if path.is_dir() and not path.is_relative_to("/opt")]


def _started(folder: Path) -> RunStarted | None:
    from pipeline.journal import read
    from pipeline.state import fold

    return fold(read(folder)).started


def _proposer(options: Mapping[str, Any]) -> str:
    """What proposes in this run: of one that goes on, what its journal says."""
    if "proposer" in options:
        return str(options["proposer"])
    started = _started(options["folder"])
    return started.settings.proposer if started else "search"


def _named(options: Mapping[str, Any]) -> Iterable[Path]:
    for name in READ_OPTIONS:
        value = options.get(name)
        for path in value if isinstance(value, tuple) else (value,):
            if path:
                yield path.absolute()


def words_of(context: click.Context, what: tuple[str, ...]) -> list[str]:
    """The command line that asks the same for `what`, with absolute paths and the events as its output."""
    from click.core import ParameterSource

    options, names = ["--json"], []
    for parameter in context.command.params:
        name = str(parameter.name)
        value = what if name == "what" else context.params[name]
        if isinstance(parameter, click.Argument):
            names = [_absolute(word) for word in (value if isinstance(value, tuple) else (value,))]
        elif name == "out" or (
            name not in (*OPTIONS, "as_json") and context.get_parameter_source(name) is not ParameterSource.DEFAULT
        ):
            options += _option(parameter, value)
    return [str(context.info_name), *options, "--", *names]


def _option(option: click.Parameter, value: Any) -> list[str]:
    assert isinstance(option, click.Option)
    if option.is_flag:
        return [option.opts[-1] if value else option.secondary_opts[-1]]
    values = value if option.multiple else (value,)
    return [word for one in values for word in (option.opts[-1], str(one.absolute() if isinstance(one, Path) else one))]


def _absolute(word: str | Path) -> str:
    """A file's or folder's path that means the same in another working folder; a kernel's name as it is."""
    from pipeline.catalog import is_path

    return str(Path(word).absolute()) if isinstance(word, Path) or is_path(word) else word


def require_image(client: DockerClient, image: str) -> None:
    """Make sure that the image is the one of this irloop; on a terminal, offer to build it.

    Raises:
        ContainerError: it is missing or stale, and was not built now.
    """
    from pipeline.container import ROOT, image_problem

    problem = image_problem(client, image)
    if problem is None:
        return
    made = (ROOT / "docker" / "Dockerfile").exists()
    if made and sys.stdin.isatty() and click.confirm(f"the image {image} {problem}; build it now?", err=True):
        import subprocess

        subprocess.run(["make", "--no-print-directory", "image", f"IMAGE={image}"], cwd=ROOT, check=False)
        problem = image_problem(client, image)
    if problem is not None:
        how = (
            "build it with `make image` (some minutes, then seconds)"
            if made
            else "build it in a checkout: `make image`"
        )
        raise ContainerError(f"the image {image} {problem}: {how}")


def _drive(client: DockerClient, plan: Plan, options: Mapping[str, Any]) -> None:
    from pipeline.container import run
    from pipeline.journal import read
    from pipeline.terminal import drive

    past = read(options["folder"]) if "folder" in options else None
    drive(run(client, plan), options["as_json"], past)


@click.command()
@click.argument("container", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the journal's events on standard output.")
def attach(container: str | None, as_json: bool) -> None:
    """Watch a run that goes on in a container; without a name the only one, else a list of them.

    Ctrl-C stops the run, as it does for the one who started it.
    """
    from pipeline.container import connect, running, watch
    from pipeline.container_plan import LABEL
    from pipeline.terminal import drive

    found = running(connect())
    chosen = [one for one in found if container is None or container in (one.short_id, one.name, one.id)]
    if len(chosen) == 1:
        drive(watch(chosen[0]), as_json)
        return
    for one in found:
        labels = one.labels
        click.echo(f"{one.short_id}  {one.status:8}  {labels[f'{LABEL}.what']}  into {labels[f'{LABEL}.out']}")
    if not found:
        raise UsageError("no container of irloop is running: start one with `irloop run … --in-container`")
    raise UsageError(f"which one? irloop attach {found[0].short_id}")


@click.command()
@click.argument("names", nargs=-1, metavar="[KERNEL…]")
@click.option("--all", "everything", is_flag=True, help="All bundled kernels.")
@click.option("--iterations", type=click.IntRange(1, 1000), default=3, show_default=True, help="Rounds of each loop.")
@click.option("--proposer", default="auto", show_default=True)
@click.option("--policy", type=click.Choice(["tolerant", "strict"]), default="tolerant", show_default=True)
@click.option("--size", default="MEDIUM", show_default=True, help="Dataset of the kernels.")
@click.option("--ladder/--no-ladder", default=True, show_default=True, help="Measure what flags alone reach.")
@click.option("--out", type=click.Path(path_type=Path), help="Parent of the run folders [default: /out or runs]")
@click.option("--json", "as_json", is_flag=True, help="Print the journals' events on standard output.")
def batch(names: tuple[str, ...], everything: bool, out: Path | None, size: str, as_json: bool, **options: Any) -> None:
    """Optimise several bundled kernels one after another; a failure of one does not stop the others.

    The exit code is that of the first failure.
    """
    from pipeline.catalog import bundled_program, kernel_names
    from pipeline.records import Settings
    from pipeline.run import start
    from pipeline.terminal import drive

    if everything == bool(names):
        raise UsageError("name the kernels, or give --all")
    parent = out or (MOUNTED if MOUNTED.is_mount() else Path("runs"))
    programs = [bundled_program(name, size) for name in (kernel_names() if everything else names)]
    settings = Settings(**options)
    failures: list[tuple[str, IrloopError]] = []
    for program in programs:
        try:
            drive(start(program, settings, parent), as_json)
        except IrloopError as error:
            click.echo(f"irloop: {program.name}: {error}", err=True)
            failures.append((program.name, error))
    click.echo(f"{len(programs) - len(failures)} of {len(programs)} kernels done; results below {parent}", err=True)
    if failures:
        failed = ", ".join(name for name, _ in failures)
        raise type(failures[0][1])(f"not done: {failed}")
