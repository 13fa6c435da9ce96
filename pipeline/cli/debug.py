"""`irloop vscode` and `irloop debug`: a run's programs under a debugger, here or in the container."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.debugging import Debuggable

PORT = 5005
_folder = click.argument("folder", metavar="RUN", type=click.Path(path_type=Path))
_candidate = click.option(
    "--candidate", metavar="N", help="A candidate such as c7, or baseline (the C source); the winner when not named."
)
_port = click.option(
    "--port",
    type=click.IntRange(1024, 65534),
    default=PORT,
    show_default=True,
    help="Of lldb-server; gdbserver has the next.",
)


@click.command()
@_folder
@_candidate
@_port
@click.option("--project", type=click.Path(path_type=Path), default=Path(), help="Folder that VS Code has open.")
def vscode(folder: Path, candidate: str | None, port: int, project: Path) -> None:
    """Write launch.json for a program of a run; entries that are not irloop's stay as they are."""
    from pipeline.vscode import configurations, write_launch

    program = _program(folder, candidate)
    written = write_launch(project, configurations(program, port))
    click.echo(written)
    click.echo(_how_to(program), err=True)


@click.command()
@_folder
@_candidate
@_port
@click.option("--image", default="irloop", envvar="IRLOOP_IMAGE", show_default=True, help="Image of the container.")
@click.option("--here", is_flag=True, help="Serve from this machine, not from a container.")
def debug(folder: Path, candidate: str | None, port: int, image: str, here: bool) -> None:
    """Start debug servers for a program of a run in the container, and say what to press in VS Code.

    The container is named irloop-debug; a new one takes its place, `docker rm -f irloop-debug` ends it.
    """
    program = _program(folder, candidate)
    if here:
        _serve_here(program, port)
        return
    from pipeline.cli.container import offer_image
    from pipeline.container.engine import connect, serve
    from pipeline.container.plan import Box, plan_debug
    from pipeline.vscode import CONTAINER

    offer_image(image)
    reads = [] if program.text.is_relative_to(folder.resolve()) else [program.text.parent]
    words = ["sh", "-c", server_script(program, port)]
    serve(connect(), plan_debug(words, folder, reads, box=Box(image=image), name=CONTAINER, ports=(port, port + 1)))
    click.echo(f"container {CONTAINER}: lldb-server at localhost:{port}, gdbserver at localhost:{port + 1}")
    click.echo(f"in VS Code: irloop vscode {folder}, then F5 with the entry 'in the container'", err=True)
    click.echo(_how_to(program), err=True)


def server_script(program: Debuggable, port: int) -> str:
    """Both servers for ever: each serves one session after another, on a fresh process each time.

    GNU gdbserver does not understand lldb, and lldb-server is found beside its LLVM only.
    """
    target = shlex.join([str(program.binary), *program.args])
    again = "while :; do {} >/dev/null 2>&1; sleep 0.2; done"
    lldb = again.format(f"/usr/lib/llvm-$IRLOOP_LLVM/bin/lldb-server gdbserver '*:{port}' -- {target}")
    return f"({lldb}) & {again.format(f'gdbserver :{port + 1} {target}')}"


def _program(folder: Path, candidate: str | None) -> Debuggable:
    from pipeline.debugging import debuggable
    from pipeline.toolchain import find_toolchain

    return debuggable(folder, candidate, find_toolchain())


def _serve_here(program: Debuggable, port: int) -> None:
    from pipeline.errors import ToolError
    from pipeline.toolchain import find_toolchain

    server = find_toolchain().bin / "lldb-server"
    if not server.exists():
        raise ToolError(f"{server} is not installed: `apt install lldb-{find_toolchain().major}`, or leave out --here")
    click.echo(f"lldb-server at localhost:{port} until the session ends; {_how_to(program)}", err=True)
    os.execv(server, [str(server), "gdbserver", f"127.0.0.1:{port}", "--", str(program.binary), *program.args])  # noqa: S606


def _how_to(program: Debuggable) -> str:
    return f"{program.name}: breakpoint (F9) at {program.text}:{program.line}, in {program.hot}; then F5, F10"
