"""The walls stand for an ordinary user as well, who has none of root's rights and may have limits already."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.build import emit_raw, split
from pipeline.judging import sandbox
from pipeline.judging.harness import build_harness
from pipeline.judging.reference import prepare
from pipeline.judging.sandbox import Invocation
from pipeline.records import Program
from pipeline.toolchain import Toolchain

NOBODY = 65534
ROOT = Path(pipeline.__file__).parents[1]
MAY_NOT = 77  # the child's status where root may not become another user
# Gives up root's rights once everything is imported: the other user may be unable to read Python's own files. The
# orders come by standard input, what was observed goes out as JSON.
CHILD = """
import json, os, resource, sys
from pathlib import Path
from pipeline.executor import MIB
from pipeline.judging.sandbox import Invocation, failure, observe

orders = json.load(sys.stdin)
if os.getuid() == 0:
    try:
        os.setgroups([])
        os.setgid(orders["nobody"])
        os.setuid(orders["nobody"])
    except PermissionError:
        sys.exit(orders["may_not"])
for name, value in orders["limits"].items():
    resource.setrlimit(getattr(resource, name), (value, value))
invocation = Invocation(tuple(orders["args"]), cwd=Path(orders["folder"]), timeout=orders["timeout"])
more = {} if orders["memory"] is None else {"memory": orders["memory"] * MIB}
try:
    seen = observe(Path(orders["program"]), invocation, seed=orders["seed"], timed=orders["timed"], **more)
except Exception as error:
    print(json.dumps({"uid": os.getuid(), "error": f"{type(error).__name__}: {error}"}))
    sys.exit()
problem = failure(seen.result)
print(json.dumps({
    "uid": os.getuid(), "error": None, "reason": problem and problem[0], "status": seen.result.status,
    "printed": seen.result.stdout[:1000].decode(), "calls": seen.report.calls, "seconds": seen.report.seconds("cpu"),
    "checksum": seen.report.checksum, "perturbed": seen.report.perturbed_blocks,
    "dumps": [[dump.index, dump.kind, dump.data.hex()] for dump in seen.dumps],
}))
"""
PROGRAM = """
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
__attribute__((noinline)) void hot(double *a, int n) { for (int i = 0; i < n; i++) a[i] = 2 * a[i] + 1; }
int main(int argc, char **argv)
{
    const char *act = argc > 1 ? argv[1] : "";
    double *a = calloc(8, sizeof *a);
    for (int i = 0; i < 8; i++) a[i] = i;
    hot(a, 8);
    puts("before");
    fflush(stdout);
    if (!strcmp(act, "socket")) socket(AF_INET, SOCK_STREAM, 0);
    if (!strcmp(act, "fork")) fork();
    if (!strcmp(act, "execve")) execl("/bin/true", "true", (char *)0);
    if (!strcmp(act, "kill")) kill(getppid(), 0);
    if (!strcmp(act, "unshare")) unshare(CLONE_NEWUSER);
    if (!strcmp(act, "limits")) { struct rlimit r = {1, 1}; setrlimit(RLIMIT_NOFILE, &r); }
    if (!strcmp(act, "endless")) for (volatile int i = 0;; i++);
    if (!strcmp(act, "asleep")) pause();
    if (!strcmp(act, "output")) for (;;) puts("a long line of text, again and again and again and again and again");
    if (!strcmp(act, "memory")) { void *volatile p = malloc(1500u << 20); puts(p ? "given" : "refused"); }
    if (!strcmp(act, "root")) puts(setuid(0) ? "refused" : "root");
    puts("after");
    return 0;
}
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that the other user can reach; the tests' own is closed to others."""
    made = Path(tempfile.mkdtemp(prefix="irloop-walls-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def program(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    """The program behind the boundary, for everybody to run."""
    work = tmp_path_factory.mktemp("walls")
    (work / "program.c").write_text(PROGRAM)
    facts = Program(name="program", sources=(work / "program.c",), hot="hot")
    parts = split(facts, "hot", emit_raw(facts, toolchain, work), toolchain, work)
    harness = build_harness(facts, parts, toolchain, work)
    built = prepare(harness, Invocation(cwd=work, timeout=10), 7, work, facts).binary
    target = folder / "program"
    shutil.copy2(built, target)
    target.chmod(0o755)
    return target


def walled(program: Path, *args: str, **more: Any) -> dict[str, Any]:
    """What an unprivileged irloop observes of the program."""
    orders: dict[str, Any] = {
        "program": str(program),
        "folder": str(program.parent),
        "args": args,
        "timeout": 20.0,
        "memory": None,
        "seed": 0,
        "timed": False,
        "limits": {},
        "nobody": NOBODY,
        "may_not": MAY_NOT,
        **more,
    }
    words, given = [sys.executable, "-c", CHILD], json.dumps(orders)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(words, cwd="/", env=environment, input=given, capture_output=True, text=True, check=False)
    if ended.returncode == MAY_NOT:
        pytest.skip("root may not become another user in this container")
    assert ended.returncode == 0, ended.stderr
    seen: dict[str, Any] = json.loads(ended.stdout)
    assert seen["uid"] != 0
    return seen


def test_an_ordinary_user_observes_what_root_does(program: Path) -> None:
    seen = walled(program)
    assert (seen["error"], seen["reason"], seen["status"], seen["printed"]) == (None, None, 0, "before\nafter\n")
    own = sandbox.observe(program, Invocation(cwd=program.parent, timeout=20))
    assert seen["dumps"] == [[dump.index, dump.kind, dump.data.hex()] for dump in own.dumps] != []
    assert (seen["calls"], seen["checksum"]) == (own.report.calls, own.report.checksum)


def test_timed_and_hidden_runs_work(program: Path) -> None:
    timed = walled(program, timed=True)
    assert timed["error"] is None and timed["calls"] == 1 and timed["seconds"] > 0 and timed["dumps"] == []
    hidden = walled(program, seed=77)
    assert hidden["perturbed"] > 0
    assert hidden["dumps"] != walled(program)["dumps"]


@pytest.mark.parametrize("act", ["socket", "fork", "execve", "kill", "unshare", "limits"])
def test_a_refused_system_call_ends_the_program(program: Path, act: str) -> None:
    seen = walled(program, act)
    assert (seen["error"], seen["reason"], seen["printed"]) == (None, "sandbox", "before\n")


@pytest.mark.parametrize("act", ["endless", "asleep"])
def test_time_is_limited(program: Path, act: str) -> None:
    assert walled(program, act, timeout=1.0)["reason"] == "timeout"


def test_output_is_limited(program: Path) -> None:
    assert walled(program, "output", timed=True)["reason"] == "resource-limit"


def test_memory_is_limited(program: Path) -> None:
    assert walled(program, "memory", memory=1000)["printed"] == "before\nrefused\nafter\n"
    assert walled(program, "memory", memory=3000)["printed"] == "before\ngiven\nafter\n"


def test_nobody_becomes_root(program: Path) -> None:
    assert walled(program, "root")["printed"] == "before\nrefused\nafter\n"


@pytest.mark.parametrize("limits", [{"RLIMIT_AS": 4 << 30}, {"RLIMIT_CORE": 0}], ids=["address space", "core dumps"])
def test_limits_that_are_tighter_than_the_walls_stay(program: Path, limits: dict[str, int]) -> None:
    """A user behind a batch system cannot raise a limit to what the walls would give."""
    seen = walled(program, limits=limits)
    assert (seen["error"], seen["reason"], seen["printed"]) == (None, None, "before\nafter\n")
    assert walled(program, "socket", limits=limits)["reason"] == "sandbox"
    assert walled(program, "memory", memory=1000, limits=limits)["printed"] == "before\nrefused\nafter\n"


def test_a_tighter_limit_is_the_one_that_holds(program: Path) -> None:
    seen = walled(program, "memory", limits={"RLIMIT_AS": 1000 << 20})
    assert (seen["error"], seen["printed"]) == (None, "before\nrefused\nafter\n")
