"""The walls around a program under test: what it may not do, and what is said when it tries."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from pipeline.errors import ToolError
from pipeline.executor import MIB, Result
from pipeline.judging import sandbox
from pipeline.judging.sandbox import Invocation, failure, observe, pinned_cpu, run_walled, walls_text
from pipeline.records import Reason
from pipeline.toolchain import Toolchain

if TYPE_CHECKING:
    from tests.judging.conftest import MakeLab

HEAD = """
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
extern char **environ;
"""


class Walled(Protocol):
    """How the `walled` fixture is called."""

    def __call__(
        self, body: str, *, timeout: float = 20, memory: int = 2048 * MIB, file_bytes: int = 64 * MIB, **more: object
    ) -> Result: ...


@pytest.fixture
def walled(toolchain: Toolchain, tmp_path: Path) -> Walled:
    """Compiles the body of a `main`, links the sandbox in, runs it behind the walls."""

    def run(
        body: str, *, timeout: float = 20, memory: int = 2048 * MIB, file_bytes: int = 64 * MIB, **more: object
    ) -> Result:
        source, program = tmp_path / "p.c", tmp_path / "p"
        source.write_text(
            f"{HEAD}{more.get('before', '')}\nint main(int argc, char **argv) {{ (void)argc; (void)argv; {body} }}\n"
        )
        toolchain.must("clang", "-O1", "-w", source, sandbox.RUNTIME, "-o", program)
        invocation = Invocation(cwd=tmp_path, timeout=timeout)
        return run_walled(program, invocation, memory=memory, file_bytes=file_bytes)

    return run


def reason(result: Result) -> Reason | None:
    found = failure(result)
    return found[0] if found else None


FORBIDDEN = {
    "socket": "socket(AF_INET, SOCK_STREAM, 0);",
    "socketpair": "int s[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, s);",
    "connect": "connect(0, 0, 0);",
    "fork": "fork();",
    "vfork": "if (syscall(SYS_clone, CLONE_VFORK | CLONE_VM | SIGCHLD, 0) == 0) _exit(0);",
    "execve": 'execl("/bin/true", "true", (char *)0);',
    "system": 'system("true");',
    "popen": 'popen("true", "r");',
    "ptrace": "ptrace(PTRACE_TRACEME, 0, 0, 0);",
    "peeking": "syscall(SYS_process_vm_readv, getppid(), 0, 0, 0, 0, 0);",
    "kill": "kill(getppid(), 0);",
    "unshare": "unshare(CLONE_NEWUSER);",
    "mount": "syscall(SYS_mount, 0, 0, 0, 0, 0);",
    "bpf": "syscall(SYS_bpf, 0, 0, 0);",
    "io_uring": "syscall(SYS_io_uring_setup, 1, 0);",
    "limits": "struct rlimit r = {1, 1}; setrlimit(RLIMIT_NOFILE, &r);",
    "limits by number": "struct rlimit r = {1, 1}; syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, &r, 0);",
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_refused_system_call_ends_the_program(walled: Walled, name: str) -> None:
    result = walled(f'puts("before"); fflush(stdout); {FORBIDDEN[name]} puts("after"); return 0;')
    assert result.stdout == b"before\n"
    assert reason(result) is Reason.SANDBOX, result.describe()


ALLOWED = {
    "files": 'FILE *f = fopen("/proc/self/status", "r"); char line[99]; if (!f || !fgets(line, 99, f)) return 1;',
    "reading limits": "struct rlimit r; if (getrlimit(RLIMIT_AS, &r) || r.rlim_cur != 2048L << 20) return 1;",
    "sleeping": "usleep(1000);",
    "signals": "signal(SIGUSR1, SIG_IGN); if (raise(SIGUSR1)) return 1;",
    "memory": "char *p = malloc(100 << 20); if (!p) return 1; memset(p, 1, 100 << 20); free(p);",
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_ordinary_programs_do_works(walled: Walled, name: str) -> None:
    result = walled(f'{ALLOWED[name]} puts("done"); return 0;')
    assert result.stdout == b"done\n", result.describe()
    assert reason(result) is None


def test_threads_of_the_program_itself_work(walled: Walled) -> None:
    before = "static void *work(void *x) { return (char *)x + 1; }\n"
    body = (
        "pthread_t t[8]; long sum = 0; void *got;"
        " for (long i = 0; i < 8; i++) if (pthread_create(&t[i], 0, work, (void *)i)) return 1;"
        ' for (int i = 0; i < 8; i++) { pthread_join(t[i], &got); sum += (long)got; } printf("%ld", sum); return 0;'
    )
    assert walled(body, before=before).stdout == b"36"


def test_walls_are_up_before_the_programs_own_constructors(walled: Walled) -> None:
    before = "__attribute__((constructor)) static void early(void) { socket(AF_INET, SOCK_STREAM, 0); }\n"
    assert reason(walled("return 0;", before=before)) is Reason.SANDBOX


def test_memory_is_limited(walled: Walled) -> None:
    result = walled('void *volatile p = malloc(300u << 20); puts(p ? "given" : "refused"); return 0;', memory=200 * MIB)
    assert result.stdout == b"refused\n"


def test_files_are_limited(walled: Walled) -> None:
    body = 'FILE *f = fopen("big", "w"); static char b[65536]; for (int i = 0; i < 999; i++) fwrite(b, 1, 65536, f);'
    assert reason(walled(body, file_bytes=MIB)) is Reason.RESOURCE


def test_output_is_limited(walled: Walled) -> None:
    result = walled('for (;;) puts("a long line of text"); return 0;', file_bytes=MIB)
    assert reason(result) is Reason.RESOURCE
    assert len(result.stdout) <= MIB


def test_a_program_that_does_not_stop_is_a_time_out(walled: Walled) -> None:
    assert reason(walled("for (volatile int i = 0;; i++); return 0;", timeout=1)) is Reason.TIMEOUT
    assert reason(walled("pause(); return 0;", timeout=1)) is Reason.TIMEOUT


def test_cpu_time_of_several_threads_is_limited_before_the_wall_clock_strikes(walled: Walled) -> None:
    before = "static void *spin(void *x) { for (volatile int i = 0;; i++); return x; }\n"
    body = "pthread_t t; for (int i = 0; i < 7; i++) pthread_create(&t, 0, spin, 0); spin(0); return 0;"
    result = walled(body, before=before, timeout=3)
    assert reason(result) is Reason.TIMEOUT


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("*(volatile int *)0 = 1;", Reason.CRASH),
        ("abort();", Reason.CRASH),
        ("raise(SIGFPE);", Reason.CRASH),
        ("raise(SIGKILL);", Reason.RESOURCE),
        ("return 3;", None),
        ("exit(0);", None),
        ("_exit(97);", None),
    ],
)
def test_how_a_program_ends_is_told_by_a_reason(walled: Walled, body: str, expected: Reason | None) -> None:
    assert reason(walled(f"{body} return 0;")) is expected


def test_a_crash_names_its_signal(walled: Walled) -> None:
    found = failure(walled("*(volatile int *)0 = 1; return 0;"))
    assert found == (Reason.CRASH, "crashed: killed by SIGSEGV")


def test_the_environment_is_clean(walled: Walled, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "IRLOOP_LLM_KEY", "HOME", "LD_LIBRARY_PATH"):
        monkeypatch.setenv(name, "secret")
    seen = walled("for (char **e = environ; *e; e++) puts(*e); return 0;").stdout.decode().split("\n")
    assert sorted(filter(None, seen)) == ["LANG=C", "LC_ALL=C", "PATH=/usr/bin:/bin"]


SPY = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
__attribute__((noinline)) void hot(double *a) { a[0] += 1; }
int main(void)
{
    static char all[65536];
    FILE *f = fopen("/proc/self/environ", "r");
    size_t n = f ? fread(all, 1, sizeof all, f) : 0;
    for (size_t i = 0; i < n; i++) if (all[i] == 0) all[i] = ' ';
    double *a = calloc(4, 8);
    hot(a);
    printf("%s%s%s%s", getenv("IRLOOP_WALLS") ? "walls " : "", getenv("IRLOOP_BOUNDARY") ? "boundary " : "",
           strstr(all, "seed=") ? "seed " : "", strstr(all, "page=") || strstr(all, "seccomp=") ? "settings " : "");
}
"""


@pytest.mark.parametrize("seed", [None, 0, 1234])
def test_main_sees_nothing_of_the_boundary(make_lab: MakeLab, seed: int | None) -> None:
    seen = make_lab(SPY, "hot").observe(seed=seed)
    assert seen.result.ok
    assert seen.result.stdout == b""
    assert seen.report.calls == 1


def test_the_page_is_right_after_a_crash_as_well(make_lab: MakeLab) -> None:
    source = (
        "#include <stdlib.h>\n__attribute__((noinline)) void hot(double *a, int i) { a[0] += i; }\n"
        "int main(void) { double *a = calloc(4, 8); for (int i = 0; i < 5; i++) hot(a, i); abort(); }\n"
    )
    seen = make_lab(source, "hot").observe()
    assert reason(seen.result) is Reason.CRASH
    assert seen.report.calls == 5
    assert seen.dumps == ()


def test_a_program_is_pinned_where_it_is_told(walled: Walled, tmp_path: Path) -> None:
    walled('cpu_set_t s; sched_getaffinity(0, sizeof s, &s); printf("%d", CPU_COUNT(&s)); return 0;')
    cpu = pinned_cpu()
    assert cpu == max(os.sched_getaffinity(0))
    result = run_walled(tmp_path / "p", Invocation(cwd=tmp_path, cpu=cpu))
    assert result.stdout == b"1"


def test_arguments_input_and_folder_reach_the_program(walled: Walled, tmp_path: Path) -> None:
    walled('char b[99] = ""; fgets(b, 99, stdin); printf("%s|%s|%d", argv[argc > 1], b, access("p.c", 0)); return 0;')
    (tmp_path / "input").write_text("from stdin")
    invocation = Invocation(args=("a b", "*"), stdin=tmp_path / "input", cwd=tmp_path)
    assert run_walled(tmp_path / "p", invocation).stdout == b"a b|from stdin|0"


def test_walls_that_cannot_be_raised_are_a_tool_error(walled: Walled) -> None:
    before = (
        "__attribute__((constructor(100))) static void worse(void) "
        '{ dprintf(2, "irloop: cannot raise the sandbox (test)"); _exit(97); }\n'
    )
    with pytest.raises(ToolError, match="cannot raise the sandbox"):
        walled("return 0;", before=before)


def test_the_walls_of_a_run_in_words() -> None:
    invocation = Invocation(timeout=5)
    assert walls_text(invocation, memory=1, seconds=2, file_bytes=3) == "as=1,seconds=2,file=3,seccomp=1"
    assert walls_text(replace(invocation, cpu=4), memory=1, seconds=2, file_bytes=3).startswith("cpu=4,")


def test_observing_leaves_no_descriptor_open(make_lab: MakeLab) -> None:
    lab = make_lab(SPY, "hot")
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(3):
        observe(lab.binary, lab.invocation, seed=1)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
