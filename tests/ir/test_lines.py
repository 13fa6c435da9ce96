"""Line tables that point into the IR: true to the lines, and invisible in the machine code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.build import emit_raw, split, write_with_lines
from pipeline.catalog import bundled_program, kernel_names
from pipeline.ir.lines import instructions_of, with_lines
from pipeline.ir.module import find_function
from pipeline.toolchain import Toolchain

# A switch, calls that may throw with their landing pads, loops with phis, a helper of its own.
SOURCE = """
int g(int); void h(int *); double s(double);
static __attribute__((noinline)) int helper(int x) { return g(x) * 3; }
int choose(int x) { switch (x) { case 1: return g(2); case 5: return helper(7); case 9: return 3; } return g(x * 3); }
static inline void cleaned(int **p) { h(*p); }
int guarded(int *a) { __attribute__((cleanup(cleaned))) int *p = a; return g(*a); }
double sums(const double *a, int n) { double t = 0; for (int i = 0; i < n; i++) t += s(a[i]); return t; }
"""
CALL = re.compile(r"^\s+([0-9a-f]+):\s+(?:call|jmp|bl|b)\w*\b.*\n\s+[0-9a-f]+:\s+R_\w+\s+(\w+)", re.M)


def disassembly(llvm: Toolchain, module: Path) -> str:
    target = module.with_suffix(".o")
    llvm.object(module, target)
    shown = llvm.must("llvm-objdump", "-d", "-r", "--no-show-raw-insn", target).stdout.decode()
    return shown.replace(target.name, "")


def both(llvm: Toolchain, source: Path, folder: Path) -> tuple[Path, Path]:
    """The module without any debug information, and with a line table."""
    without, annotated = folder / "without.ll", folder / "lines.ll"
    llvm.must("opt", "-S", "--strip-debug", source, "-o", without)
    write_with_lines(llvm, source, annotated)
    return without, annotated


@pytest.mark.parametrize("kernel", kernel_names())
def test_line_tables_leave_the_machine_code_of_every_kernel_as_it_is(
    llvm: Toolchain, kernel: str, tmp_path: Path
) -> None:
    program = bundled_program(kernel, "MINI")
    assert program.hot
    parts = split(program, program.hot, emit_raw(program, llvm, tmp_path), llvm, tmp_path)
    without, annotated = both(llvm, parts.hot, tmp_path)
    assert disassembly(llvm, without) == disassembly(llvm, annotated)
    llvm.must("llvm-dwarfdump", "--verify", annotated.with_suffix(".o"))


@pytest.mark.parametrize("flags", [("-O3", "-g"), ("-O3", "-gdwarf-5", "-fexceptions"), ("-O1", "-fexceptions")])
def test_every_call_of_the_machine_code_leads_to_its_line(
    llvm: Toolchain, compiled: Callable[..., str], tmp_path: Path, flags: tuple[str, ...]
) -> None:
    source = tmp_path / "program.ll"
    source.write_text(compiled(SOURCE, *flags))
    without, annotated = both(llvm, source, tmp_path)
    text = disassembly(llvm, annotated)
    assert disassembly(llvm, without) == text
    calls = [(int(address, 16), name) for address, name in CALL.findall(text) if name in ("g", "h", "s")]
    assert {name for _, name in calls} == {"g", "h", "s"}
    lines = annotated.read_text().splitlines()
    for address, name in calls:
        file, line = located(llvm, annotated.with_suffix(".o"), address)
        assert file == annotated
        assert re.search(rf"(?:call|invoke)\b.*@{name}\(", lines[line - 1]), (name, lines[line - 1])


# Templates in groups of their own, exceptions with several kinds of landing pads, a virtual call, a table of cases.
CPLUSPLUS = """
struct Base { virtual int size(int) const; virtual ~Base(); };
template <typename T> struct Box { T value; Box(T v) : value(v) {} ~Box(); T twice() const { return value + value; } };
int risky(int); void seen(const Base &); void note(const char *);
template <typename T> T total(const T *a, int n) { T t = T(); for (int i = 0; i < n; i++) t += a[i]; return t; }
double doubles(const double *a, int n) { return total(a, n); }
int ints(const int *a, int n) { return total(a, n); }
int guarded(int x) {
  Box<int> box(x); Base base;
  try { seen(base); return risky(box.twice()); }
  catch (int code) { return code; }
  catch (const Base &other) { seen(other); throw; }
  catch (...) { note("all"); return base.size(x); }
}
int choose(int x) {
  switch (x) { case 1: return risky(2); case 2: return 9; case 3: throw x; case 40: note("x"); } return x; }
"""


@pytest.mark.parametrize("flags", [("-O3", "-g"), ("-O1",)], ids=["O3", "O1"])
def test_line_tables_leave_the_machine_code_of_cplusplus_as_it_is(
    llvm: Toolchain, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    source, module = tmp_path / "program.cpp", tmp_path / "program.ll"
    source.write_text(CPLUSPLUS)
    llvm.compile(*flags, "-fcxx-exceptions", "-fexceptions", "-S", "-emit-llvm", source, "-o", module)
    text = module.read_text()
    assert text.count("landingpad") > 2 and "invoke" in text and "comdat" in text and "resume" in text
    without, annotated = both(llvm, module, tmp_path)
    assert disassembly(llvm, without) == disassembly(llvm, annotated)
    llvm.must("llvm-dwarfdump", "--verify", annotated.with_suffix(".o"))


def located(llvm: Toolchain, module: Path, address: int) -> tuple[Path, int]:
    said = llvm.must("llvm-symbolizer", f"--obj={module}", "--functions=none", "--no-inlines", hex(address))
    file, line, _ = said.stdout.decode().strip().rsplit(":", 2)
    return Path(file), int(line)


def test_lines_keep_their_numbers_and_their_text(llvm: Toolchain, compiled: Callable[..., str], tmp_path: Path) -> None:
    source = tmp_path / "program.ll"
    source.write_text(compiled(SOURCE, "-O3", "-g", "-fexceptions"))
    without, annotated = both(llvm, source, tmp_path)
    before, after = without.read_text().splitlines(), annotated.read_text().splitlines()
    bare = [re.sub(r",? !dbg !\d+", "", line) for line in after[: len(before)]]
    changed = [(old, new) for old, new in zip(before, bare, strict=True) if old != new]
    assert [old.split(" = ")[0] for old, _ in changed] in ([], ["!llvm.module.flags"])


def test_an_instruction_of_several_lines_is_one_and_carries_its_location_at_the_end(
    compiled: Callable[..., str], normalised: Callable[..., str]
) -> None:
    text = normalised(compiled(SOURCE, "-O1", "-fexceptions"), "--strip-debug")
    lines = text.splitlines()
    annotated = with_lines(text, Path("/x/y.ll")).splitlines()
    seen = set()
    for name in ("choose", "guarded"):
        function = find_function(text, name)
        assert function
        for instruction in instructions_of(function):
            if instruction.last > instruction.first:
                seen.update(re.findall(r"\b(switch|invoke|landingpad)\b", instruction.text))
                number = re.search(r", !dbg (!\d+)$", annotated[instruction.last - 1])
                assert number
                assert f"{number[1]} = !DILocation(line: {instruction.first}," in "\n".join(annotated)
            assert lines[instruction.first - 1] == instruction.text
    assert seen == {"switch", "invoke", "landingpad"}


@pytest.mark.parametrize("name", ['a "b".ll', "日本.ll", "back\\slash.ll"])
def test_unusual_file_names_stay_what_they_are(
    llvm: Toolchain, compiled: Callable[..., str], tmp_path: Path, name: str
) -> None:
    source, target = tmp_path / "program.ll", tmp_path / name
    source.write_text(compiled("int f(int x) { return x * 3; }", "-O3"))
    write_with_lines(llvm, source, target)
    llvm.object(target, tmp_path / "named.o")
    assert located(llvm, tmp_path / "named.o", 0)[0] == target
