"""From C to the split reference, with the real compiler."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pipeline.build import Split, assemble, build_plain, clang_flags, emit_plain, emit_raw, split
from pipeline.catalog import bundled_program
from pipeline.errors import CompileError, UsageError
from pipeline.ir.module import find_function, functions
from pipeline.records import Program
from pipeline.toolchain import CODEGEN, LINKER, Toolchain

SUM = """
#include <stdio.h>
static double total;
%s double sum(const double *a, int n) { double s = 0; while (n--) s += a[n]; total += s; return s; }
int main(void)
{
    double a[64];
    for (int i = 0; i < 64; i++) a[i] = i;
    printf("%%f ", sum(a, 64));
    printf("%%f\\n", total);
}
"""


def program_of(folder: Path, hot: str | None = "sum", **texts: str) -> Program:
    for name, text in texts.items():
        (folder / f"{name}.c").write_text(text)
    return Program(name="p", sources=tuple(folder / f"{name}.c" for name in texts), hot=hot)


def split_of(program: Program, toolchain: Toolchain, work: Path) -> Split:
    return split(program, program.hot or "", emit_raw(program, toolchain, work), toolchain, work)


def output_of(binary: Path) -> str:
    return subprocess.run([binary], capture_output=True, text=True, check=True).stdout


def assembled(parts: Split, toolchain: Toolchain, work: Path) -> str:
    """What the program prints when its two parts are put together again."""
    module, binary = work / "whole.ll", work / "whole"
    assemble(toolchain, parts, parts.hot, module)
    toolchain.compile(*CODEGEN, LINKER, "-Wno-override-module", module, "-lm", "-o", binary)
    return output_of(binary)


def test_the_plain_module_is_what_the_users_command_gives(tmp_path: Path, toolchain: Toolchain) -> None:
    program = bundled_program("gemm")
    ours, theirs = tmp_path / "ours.ll", tmp_path / "theirs.ll"
    emit_plain(program, toolchain, ours)
    words = ("-O3", "-DMEDIUM_DATASET", "-DPOLYBENCH_TIME", "-emit-llvm", "-S", program.sources[0], "-o", theirs)
    toolchain.compile(*words)
    assert ours.read_text() == theirs.read_text()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "static",
        "__attribute__((noinline))",
        "static inline __attribute__((always_inline))",
        "__attribute__((noinline, weak))",
    ],
)
def test_split_and_assembled_the_program_prints_the_same(tmp_path: Path, toolchain: Toolchain, words: str) -> None:
    program = program_of(tmp_path, a=SUM % words)
    build_plain(program, toolchain, tmp_path / "plain")
    parts = split_of(program, toolchain, tmp_path / "work")
    assert assembled(parts, toolchain, tmp_path) == output_of(tmp_path / "plain") == "2016.000000 2016.000000\n"


def test_the_parts_hold_the_hot_function_and_everything_else(tmp_path: Path, toolchain: Toolchain) -> None:
    parts = split_of(program_of(tmp_path, a=SUM % "static"), toolchain, tmp_path / "work")
    assert [function.name for function in functions(parts.hot.read_text())] == ["sum"]
    assert [function.name for function in functions(parts.rest.read_text())] == ["main"]
    assert parts.function.signature.result == "double"
    assert not parts.function.header.startswith("define internal")


def test_constants_of_the_calls_reach_a_static_function(tmp_path: Path, toolchain: Toolchain) -> None:
    text = """
    #include <stdio.h>
    static __attribute__((noinline)) int power(int x, int n) { int r = 1; while (n--) r *= x; return r; }
    int main(int argc, char **argv) { (void)argv; printf("%d\\n", power(argc + 1, 3)); }
    """
    parts = split_of(program_of(tmp_path, "power", a=text), toolchain, tmp_path / "work")
    body = "\n".join(parts.function.body)
    assert "br " not in body, "three multiplications need no loop"
    assert len(parts.function.signature.parameters) == 2
    assert assembled(parts, toolchain, tmp_path) == "8\n"


def test_the_signature_stays_even_where_the_optimiser_could_shrink_it(tmp_path: Path, toolchain: Toolchain) -> None:
    text = """
    #include <stdio.h>
    struct point { double x, y; };
    static __attribute__((noinline)) double use(struct point *p, int unused) { (void)unused; return p->x + p->y; }
    int main(void) { struct point p = {1, 2}; printf("%g\\n", use(&p, 3)); }
    """
    parts = split_of(program_of(tmp_path, "use", a=text), toolchain, tmp_path / "work")
    assert [parameter.type for parameter in parts.function.signature.parameters] == ["ptr", "i32"]
    assert assembled(parts, toolchain, tmp_path) == "3\n"


def test_several_files_work_as_one_program(tmp_path: Path, toolchain: Toolchain) -> None:
    main = """
    #include <stdio.h>
    double sum(const double *, int);
    extern double table[4];
    int main(void) { printf("%g\\n", sum(table, 4)); }
    """
    kernel = "double table[4] = {1, 2, 3, 4};\n"
    kernel += "double sum(const double *a, int n) { double s = 0; while (n--) s += a[n]; return s; }"
    program = program_of(tmp_path, main=main, kernel=kernel)
    build_plain(program, toolchain, tmp_path / "plain")
    parts = split_of(program, toolchain, tmp_path / "work")
    assert len(parts.others) == 1
    assert len(parts.objects) == 2
    assert assembled(parts, toolchain, tmp_path) == output_of(tmp_path / "plain") == "10\n"


CLASHING = """
#include <stdio.h>
static int count;
static __attribute__((noinline)) int helper(int x) { count++; return x + 1; }
__attribute__((noinline)) double sum(const double *a, int n)
{
    double s = 0;
    while (n--) s += a[n] + helper(n);
    count++;
    return s;
}
int other(int);
int main(void) { double a[2] = {1, 2}; printf("count @count %g %d %d\\n", sum(a, 2), count, other(1)); }
"""


def test_static_names_may_be_the_global_names_of_other_files(tmp_path: Path, toolchain: Toolchain) -> None:
    other = "int count = 5; int helper(int x) { return 100 * x; } int other(int x) { return helper(x) + ++count; }"
    program = program_of(tmp_path, a=CLASHING, b=other)
    build_plain(program, toolchain, tmp_path / "plain")
    parts = split_of(program, toolchain, tmp_path / "work")
    assert assembled(parts, toolchain, tmp_path) == output_of(tmp_path / "plain") == "count @count 6 3 106\n"


def test_names_are_left_alone_where_they_do_not_clash(tmp_path: Path, toolchain: Toolchain) -> None:
    program = program_of(tmp_path, a=CLASHING, b="static int count; int other(int x) { return count += x; }")
    parts = split_of(program, toolchain, tmp_path / "work")
    assert "@count = " in parts.rest.read_text()
    assert find_function(parts.rest.read_text(), "helper")


def test_a_program_given_as_ir_is_measured_as_it_is(tmp_path: Path, toolchain: Toolchain) -> None:
    module = tmp_path / "p.ll"
    (tmp_path / "a.c").write_text(SUM % "__attribute__((noinline))")
    toolchain.compile("-O3", "-emit-llvm", "-S", tmp_path / "a.c", "-o", module)
    program = Program(name="p", sources=(module,), hot="sum")
    parts = split_of(program, toolchain, tmp_path / "work")
    original = find_function(module.read_text(), "sum")
    assert original is not None
    assert list(parts.function.instructions) == list(original.instructions)
    assert assembled(parts, toolchain, tmp_path) == "2016.000000 2016.000000\n"


def test_calls_are_of_the_function_itself_and_not_of_a_copy_for_their_constants(
    tmp_path: Path, toolchain: Toolchain
) -> None:
    text = """
    #include <stdio.h>
    static int twice(int x) { return 2 * x; }
    __attribute__((noinline)) int apply(int (*f)(int), int x) { return f(f(x)); }
    int main(int argc, char **argv) { (void)argv; printf("%d\\n", apply(twice, argc)); }
    """
    parts = split_of(program_of(tmp_path, "apply", a=text), toolchain, tmp_path / "work")
    assert "@apply(" in "\n".join(function.text for function in functions(parts.rest.read_text()))
    assert assembled(parts, toolchain, tmp_path) == "4\n"


def test_includes_defines_and_the_sources_own_folder_are_passed_on(tmp_path: Path) -> None:
    program = Program(
        name="p",
        sources=(tmp_path / "a.c", tmp_path / "x" / "b.c", tmp_path / "c.c"),
        includes=(Path("/inc"),),
        defines=("N=3",),
    )
    assert clang_flags(program) == ["-I/inc", f"-I{tmp_path}", f"-I{tmp_path / 'x'}", "-DN=3"]


def test_c_that_does_not_compile_shows_clangs_message(tmp_path: Path, toolchain: Toolchain) -> None:
    program = program_of(tmp_path, a="int main(void) { return undeclared; }")
    with pytest.raises(CompileError, match="undeclared identifier 'undeclared'"):
        emit_raw(program, toolchain, tmp_path / "work")
    with pytest.raises(CompileError, match="undeclared identifier 'undeclared'"):
        emit_plain(program, toolchain, tmp_path / "p.ll")


def test_a_program_that_does_not_link_shows_the_linkers_message(tmp_path: Path, toolchain: Toolchain) -> None:
    program = program_of(tmp_path, a="int missing(void); int main(void) { return missing(); }")
    with pytest.raises(CompileError, match="missing"):
        build_plain(program, toolchain, tmp_path / "plain")


def test_a_hot_function_that_is_not_there_names_those_that_are(tmp_path: Path, toolchain: Toolchain) -> None:
    program = program_of(tmp_path, "nothing", a=SUM % "static", b="void other(void) {}")
    with pytest.raises(UsageError, match=r"no function 'nothing'.*main, sum, other"):
        split_of(program, toolchain, tmp_path / "work")


def test_main_is_not_the_hot_function(tmp_path: Path, toolchain: Toolchain) -> None:
    with pytest.raises(UsageError, match="main cannot be the hot function"):
        split_of(program_of(tmp_path, "main", a=SUM % ""), toolchain, tmp_path / "work")


def test_a_function_that_nothing_calls_is_refused(tmp_path: Path, toolchain: Toolchain) -> None:
    text = "int lonely(int x) { return x ? lonely(x - 1) : 0; } int main(void) { return 0; }"
    text += "int unused(void) { return 1; }"
    with pytest.raises(UsageError, match="'unused' is never called"):
        split_of(program_of(tmp_path, "unused", a=text), toolchain, tmp_path / "work")


VARIADIC = """
#include <stdarg.h>
#include <stdio.h>
double sum(int n, ...)
{
    va_list a;
    va_start(a, n);
    double s = 0;
    while (n--) s += va_arg(a, double);
    va_end(a);
    return s;
}
int main(void) { printf("%g\\n", sum(2, 1.0, 2.0)); }
"""


def test_a_variadic_hot_function_can_be_split(tmp_path: Path, toolchain: Toolchain) -> None:
    parts = split_of(program_of(tmp_path, a=VARIADIC), toolchain, tmp_path / "work")
    assert parts.function.signature.variadic
