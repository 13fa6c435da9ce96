"""Finding the hot function of real programs, with the profilers that this machine has and without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.errors import BrokenReference, CompileError, ToolError, UsageError
from pipeline.evidence import hotspot
from pipeline.evidence.hotspot import Costs, find_hot_function
from pipeline.judging.sandbox import Invocation
from pipeline.records import Program
from pipeline.toolchain import Toolchain, find_toolchain

TWO_WEIGHTS = """
#include <stdio.h>
#include <string.h>
static double heavy(double *a, int n)
{
    double sum = 0;
    for (int round = 0; round < 3000; round++)
        for (int i = 0; i < n; i++)
            sum += a[i] * a[i] + round;
    return sum;
}
static void light(double *a, int n)
{
    for (int i = 0; i < n; i++)
        a[i] = i * 0.5;
}
int main(int argc, char **argv)
{
    static double a[4000];
    if (argc != 2 || strcmp(argv[1], "go"))
        return 3;
    light(a, 4000);
    printf("%g\\n", heavy(a, 4000));
    return 0;
}
"""
# Only the helper is costly by itself, but it belongs to the loop that calls it.
HELPER = """
#include <stdio.h>
#include <stdlib.h>
static double step(double x) { return x * 0.999 + 1.0 / (x + 2.0); }
static double walk(int n)
{
    double x = 1;
    for (int i = 0; i < n; i++)
        x = step(x);
    return x;
}
int main(int argc, char **argv) { printf("%g\\n", walk(argc * 3000000)); return 0; }
"""
# The function without a loop would vanish in main, which calls it in one.
STRAIGHT_LINE = """
#include <stdio.h>
static double step(double x) { return x * 0.999 + 1.0 / (x + 2.0); }
int main(int argc, char **argv)
{
    double x = 1;
    for (int i = 0; i < argc * 3000000; i++)
        x = step(x);
    printf("%g\\n", x);
    return 0;
}
"""
ALL_IN_MAIN = """
#include <stdio.h>
__attribute__((noinline)) static void say(double x) { printf("%g\\n", x); }
int main(int argc, char **argv)
{
    double x = 1;
    for (int i = 0; i < argc * 5000000; i++)
        x = x * 0.999 + 1.0 / (x + 2.0);
    say(x);
    return 0;
}
"""
needs_perf = pytest.mark.skipif(shutil.which("perf") is None, reason="perf is not installed")
needs_valgrind = pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind is not installed")


@pytest.fixture(scope="module")
def toolchain() -> Toolchain:
    return find_toolchain()


@pytest.fixture
def no_perf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without perf."""
    monkeypatch.setattr(hotspot, "_sample", lambda *_: None)


def program(folder: Path, text: str, *args: str) -> Program:
    """`text` as a program of one C file in `folder`."""
    source = folder / "program.c"
    source.write_text(text)
    return Program(name="program", sources=(source,), args=args)


@needs_perf
@needs_valgrind
def test_the_heavy_function_is_found(toolchain: Toolchain, tmp_path: Path) -> None:
    """By sampling, or by simulation where the kernel lets nobody sample."""
    found = find_hot_function(program(tmp_path, TWO_WEIGHTS), toolchain, tmp_path, Invocation(args=("go",)))
    assert found[0] == "heavy"
    assert found[1].startswith(("perf cpu-clock: ", "callgrind: "))


@needs_valgrind
@pytest.mark.usefixtures("no_perf")
def test_without_perf_a_simulation_finds_it(toolchain: Toolchain, tmp_path: Path) -> None:
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    found = find_hot_function(program(tmp_path, TWO_WEIGHTS), toolchain, folder, Invocation(args=("go",)))
    assert found[0] == "heavy"
    assert found[1].startswith("callgrind: ")


@needs_valgrind
@pytest.mark.usefixtures("no_perf")
@pytest.mark.parametrize(("text", "hot"), [(HELPER, "walk"), (STRAIGHT_LINE, "step")])
def test_helpers_belong_to_their_loop_unless_that_is_mains(
    toolchain: Toolchain, tmp_path: Path, text: str, hot: str
) -> None:
    assert find_hot_function(program(tmp_path, text), toolchain, tmp_path, Invocation())[0] == hot


@needs_valgrind
@pytest.mark.usefixtures("no_perf")
def test_work_in_main_is_sent_back(toolchain: Toolchain, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"main itself does the work \(callgrind: (9\d|100) %.*--hot"):
        find_hot_function(program(tmp_path, ALL_IN_MAIN), toolchain, tmp_path, Invocation())


def test_nothing_but_main_needs_no_run(toolchain: Toolchain, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no function but main"):
        find_hot_function(program(tmp_path, "int main(void) { return 0; }"), toolchain, tmp_path, Invocation())


@needs_valgrind
@pytest.mark.usefixtures("no_perf")
def test_ir_is_profiled_as_it_is(toolchain: Toolchain, tmp_path: Path) -> None:
    text = TWO_WEIGHTS.replace("static double", "__attribute__((noinline)) static double")
    source = program(tmp_path, text)
    module = tmp_path / "program.ll"
    toolchain.compile("-O3", "-S", "-emit-llvm", source.sources[0], "-o", module)
    before = module.read_bytes()
    given = Program(name="program", sources=(module,))
    assert find_hot_function(given, toolchain, tmp_path, Invocation(args=("go",)))[0] == "heavy"
    assert module.read_bytes() == before


def test_a_crash_is_a_broken_reference(toolchain: Toolchain, tmp_path: Path) -> None:
    text = "#include <stdlib.h>\nvoid f(void) { abort(); }\nint main(void) { f(); return 0; }\n"
    with pytest.raises(BrokenReference, match=r"fails before any change \(killed by SIGABRT\)"):
        find_hot_function(program(tmp_path, text), toolchain, tmp_path, Invocation())


def test_a_hang_is_a_broken_reference(toolchain: Toolchain, tmp_path: Path) -> None:
    text = "volatile int on = 1;\nvoid f(void) { while (on) ; }\nint main(void) { f(); return 0; }\n"
    with pytest.raises(BrokenReference, match=r"did not stop within 0\.5 s"):
        find_hot_function(program(tmp_path, text), toolchain, tmp_path, Invocation(timeout=0.5))


@needs_valgrind
@pytest.mark.usefixtures("no_perf")
def test_a_crash_under_valgrind_only_says_so(toolchain: Toolchain, tmp_path: Path) -> None:
    """A program that fails where it is simulated, as one with instructions that valgrind does not know."""
    text = """
#include <stdlib.h>
#include <string.h>
void f(void) { if (getenv("LD_PRELOAD") && strstr(getenv("LD_PRELOAD"), "vgpreload")) abort(); }
int main(void) { f(); return 0; }
"""
    with pytest.raises(BrokenReference, match="runs by itself, but under valgrind it crashed: killed by SIGABRT"):
        find_hot_function(program(tmp_path, text), toolchain, tmp_path, Invocation())


@pytest.mark.usefixtures("no_perf")
def test_no_profiler_at_all(toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hotspot, "_simulate", lambda *_: None)
    with pytest.raises(ToolError, match="neither perf nor valgrind"):
        find_hot_function(program(tmp_path, TWO_WEIGHTS), toolchain, tmp_path, Invocation(args=("go",)))


def test_few_samples_are_better_than_nothing(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Costs({"light": 3.0, "heavy": 8.0}, 12.0, simulated=False)
    monkeypatch.setattr(hotspot, "_sample", lambda *_: few)
    monkeypatch.setattr(hotspot, "_simulate", lambda *_: None)
    found = find_hot_function(program(tmp_path, TWO_WEIGHTS), toolchain, tmp_path, Invocation(args=("go",)))
    assert found == ("heavy", "perf cpu-clock: 67 % of 12 samples")


def test_a_program_that_does_not_compile(toolchain: Toolchain, tmp_path: Path) -> None:
    with pytest.raises(CompileError, match="expected"):
        find_hot_function(program(tmp_path, "int main(void) { return }"), toolchain, tmp_path, Invocation())
