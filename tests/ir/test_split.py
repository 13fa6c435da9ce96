from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.executor import run
from pipeline.ir.module import find_function, functions
from pipeline.ir.split import (
    call_sites,
    calling_convention,
    externalise,
    internalised,
    linkage_of,
    mark_hot,
    with_linkage,
)
from pipeline.toolchain import Toolchain

Compiled = Callable[..., str]
Normalised = Callable[..., str]

PROGRAM = """
static void scale(double *a, int n, double by) { for (int i = 0; i < n; i++) a[i] *= by; }
void both(double *a, int n) { scale(a, n, 2.0); scale(a + n, n, 3.0); }
__attribute__((noinline)) static int down(int n) { return n > 1 ? down(n - 1) + down(n - 2) : n; }
int main(int argc, char **argv) { double d[8] = {0}; both(d, 4); return down(argc) + (int)d[0]; }
"""


def header_of(text: str, name: str) -> str:
    function = find_function(text, name)
    assert function is not None
    return function.header


@pytest.mark.parametrize("hot", ["scale", "both", "down"])
@pytest.mark.parametrize("linkage", ["internal", "weak_odr"])
def test_marking_keeps_the_function_out_of_line(
    compiled: Compiled, normalised: Normalised, hot: str, linkage: str
) -> None:
    marked = mark_hot(compiled(PROGRAM), hot, linkage)
    assert mark_hot(marked, hot, linkage) == marked
    assert linkage_of(header_of(marked, hot)) == linkage
    optimised = normalised(marked, "-passes=default<O3>") if linkage == "weak_odr" else normalised(marked)
    assert find_function(optimised, hot) is not None
    assert call_sites(optimised, hot)


def test_without_the_mark_the_function_is_inlined_away(compiled: Compiled, normalised: Normalised) -> None:
    optimised = normalised(compiled(PROGRAM), "-passes=default<O3>")
    assert find_function(optimised, "scale") is None


@pytest.mark.parametrize(
    "declaration",
    [
        "static inline __attribute__((always_inline)) int hot(int x)",
        "inline __attribute__((gnu_inline)) int hot(int x)",
        '__attribute__((visibility("hidden"))) int hot(int x)',
        "__attribute__((cold)) int hot(int x)",
        '__attribute__((section(".text.hot"))) int hot(int x)',
        "__attribute__((optnone, noinline)) int hot(int x)",
    ],
)
def test_marking_bears_what_programs_write_before_a_function(
    compiled: Compiled, normalised: Normalised, declaration: str
) -> None:
    source = f"{declaration} {{ return x * 3; }}\n__attribute__((always_inline)) static inline int o(int x)"
    text = compiled(f"{source} {{ return x + 1; }}\nint main(int c, char **v) {{ return hot(c) + o(c); }}")
    for linkage in ("internal", "weak_odr"):
        optimised = normalised(mark_hot(text, "hot", linkage), "-passes=always-inline")
        assert call_sites(optimised, "hot")
        assert not call_sites(optimised, "o")


def test_marking_the_output_of_clang_o3(compiled: Compiled, normalised: Normalised) -> None:
    text = compiled(PROGRAM, "-O3")
    assert "local_unnamed_addr" in header_of(text, "both")
    marked = normalised(mark_hot(text, "both", "weak_odr"))
    assert "noinline" in marked
    assert linkage_of(header_of(marked, "both")) == "weak_odr"


def test_a_missing_function_is_named_with_those_that_exist(compiled: Compiled) -> None:
    with pytest.raises(UsageError, match=r"no function 'nope'.*both.*main"):
        mark_hot(compiled(PROGRAM), "nope", "internal")
    with pytest.raises(UsageError, match="nope"):
        externalise("", "nope")


@pytest.mark.parametrize(
    "linkage", ["", "internal", "private", "weak_odr", "linkonce_odr", "weak", "available_externally"]
)
def test_every_linkage_can_replace_every_other(normalised: Normalised, linkage: str) -> None:
    caller = "define i32 @g() {\n  %r = call i32 @f(i32 1)\n  ret i32 %r\n}\n"
    before = (
        "",
        "internal ",
        "weak_odr ",
        "linkonce ",
        "private ",
        "external ",
        "hidden ",
        "weak protected ",
    )
    for words in before:
        header = with_linkage(f"define {words}i32 @f(i32 %internal) {{", linkage)
        text = normalised(f"{header}\n  ret i32 %internal\n}}\n{caller}")
        assert linkage_of(header_of(text, "f")) == linkage


def test_externalised_functions_are_plain_c(normalised: Normalised) -> None:
    text = normalised(
        "$f = comdat any\n"
        "define linkonce_odr fastcc i32 @f(i32 %comdat) comdat {\n"
        "  %fastcc = icmp eq i32 %comdat, 0\n  br i1 %fastcc, label %end, label %more\n"
        "more:\n  %less = sub i32 %comdat, 1\n  %r = tail call fastcc i32 @f(i32 %less)\n  ret i32 %r\n"
        "end:\n  ret i32 7\n}\n"
        "define i32 @g() {\n  %r = call fastcc i32 @f(i32 3)\n  ret i32 %r\n}\n"
    )
    outside = externalise(text, "f")
    header = header_of(outside, "f")
    assert header == "define i32 @f(i32 %comdat) {"
    assert calling_convention(header) == ""
    optimised = normalised(outside, "-passes=instcombine")
    # A call by another convention than the callee's would have become unreachable.
    assert "unreachable" not in optimised
    assert len(call_sites(optimised, "f")) == 1


def test_calling_conventions_are_read_from_the_header(normalised: Normalised) -> None:
    for convention in (
        "fastcc",
        "coldcc",
        "preserve_mostcc",
        "x86_vectorcallcc",
        "cc 10",
        "win64cc",
        "ghccc",
    ):
        text = normalised(f"define hidden {convention} void @acc(i32 %x) {{\n  ret void\n}}\n")
        assert calling_convention(header_of(text, "acc")) in {convention, "ghccc"}
    assert calling_convention('define %"fastcc " @f() {') == ""
    assert calling_convention("define i32 @f(ptr %p) {") == ""


def test_a_split_program_still_runs(llvm: Toolchain, compiled: Compiled, tmp_path: Path) -> None:
    source, hot, rest, program = (tmp_path / name for name in ("m.ll", "hot.ll", "rest.ll", "program"))
    source.write_text(mark_hot(compiled(PROGRAM), "down", "weak_odr"))
    llvm.optimise(source, source)
    llvm.must("llvm-extract", "-S", "--func=down", source, "-o", hot)
    llvm.must("llvm-extract", "-S", "--delete", "--func=down", source, "-o", rest)
    hot.write_text(externalise(hot.read_text(), "down"))
    assert linkage_of(header_of(hot.read_text(), "down")) == ""
    for part in (hot, rest):
        llvm.object(part, part.with_suffix(".o"))
    llvm.link([hot.with_suffix(".o"), rest.with_suffix(".o")], program)
    assert run([program, "1", "2", "3", "4", "5"]).status == 8


def test_call_sites_are_direct_calls_from_elsewhere(compiled: Compiled) -> None:
    text = compiled(PROGRAM)
    assert len(call_sites(text, "scale")) == 2
    assert len(call_sites(text, "down")) == 1
    assert call_sites(text, "main") == []


def test_internalised_keeps_one_name_and_stays_valid(llvm: Toolchain, tmp_path: Path) -> None:
    source = tmp_path / "candidate.c"
    source.write_text(
        "const double table[4] = {1, 2, 3, 4};\n"
        "__attribute__((noinline)) double helper(double x) { return x * table[(int)x & 3]; }\n"
        '__attribute__((visibility("hidden"), noinline)) double hidden(double x) { return helper(x) + 1; }\n'
        "void hot(double *a) { a[0] = hidden(a[0]); }\n"
    )
    module = tmp_path / "candidate.ll"
    llvm.compile("-O1", "-emit-llvm", "-S", source, "-o", module)
    text = internalised(module.read_text(), "hot")
    module.write_text(text)
    assert llvm.tool("opt", "-S", "-passes=verify", module, "-o", module).ok
    after = module.read_text()
    assert {f.name: linkage_of(f.header) for f in functions(after)} == {
        "helper": "internal",
        "hidden": "internal",
        "hot": "",
    }
    assert "@table = internal" in after
