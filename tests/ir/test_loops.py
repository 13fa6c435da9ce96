"""Natural loops of real IR, against LLVM's own analysis of the same text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.ir.loops import Loop, blocks_of, loops_of
from pipeline.ir.module import find_function
from pipeline.toolchain import Toolchain

NESTS = """
int odd(int);
double gemm(int n, double *a, double *b, double *c) {
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { double t = 0;
    for (int k = 0; k < n; k++) t += a[i * n + k] * b[k * n + j]; c[i * n + j] = t; }
  int r = 0; while (odd(r)) { if (odd(r + 1)) continue; do { r++; } while (odd(r + 2)); if (odd(r + 3)) break; }
  return r; }
int jumps(int x) { again: switch (odd(x)) { case 0: return x; case 1: x++; goto again; case 2: x--; goto again;
  case 3: goto in; default: break; } while (odd(x)) { x += 2; in: x *= 3; } return x; }
int straight(int x) { return x > 3 ? odd(x) : 7; }
"""
ROW = re.compile(r"^ *Loop at depth (\d+) containing: (.*)$", re.M)


def by_llvm(llvm: Toolchain, text: str, name: str, folder: Path) -> dict[str, tuple[int, frozenset[str]]]:
    """Header to depth and blocks, as `print<loops>` has them."""
    file = folder / "loops.ll"
    file.write_text(text)
    said = llvm.must("opt", "-disable-output", "-passes=print<loops>", file).message
    part = re.search(rf"Loop info for function '{name}':\n(.*?)(?=Loop info for|\Z)", said, re.S)
    found = {}
    for depth, names in ROW.findall(part[1] if part else ""):
        blocks = [re.sub(r"<[^>]*>", "", block).strip().lstrip("%") for block in names.split(",")]
        found[blocks[0]] = (int(depth), frozenset(blocks))
    return found


@pytest.mark.parametrize("flags", [("-O1",), ("-O3",), ("-O3", "-fno-discard-value-names"), ()])
@pytest.mark.parametrize("name", ["gemm", "jumps", "straight"])
def test_loops_are_those_that_llvm_finds(
    llvm: Toolchain, compiled: Callable[..., str], tmp_path: Path, name: str, flags: tuple[str, ...]
) -> None:
    text = compiled(NESTS, *flags)
    function = find_function(text, name)
    assert function
    mine = {loop.header: (loop.depth, loop.blocks) for loop in loops_of(function)}
    assert mine == by_llvm(llvm, text, name, tmp_path)
    assert (name == "straight") == (not mine)


def test_lines_of_nested_loops_are_disjoint_and_latches_branch_to_the_header(compiled: Callable[..., str]) -> None:
    text = compiled(NESTS, "-O1", "-fno-discard-value-names")
    lines = text.splitlines()
    function = find_function(text, "gemm")
    assert function
    loops = loops_of(function)
    every = [line for loop in loops for line in loop.lines]
    assert len(every) == len(set(every))
    for loop in loops:
        assert loop.latches
        assert all(f"label %{loop.header}" in lines[line - 1] for line in loop.latches)


def parents(loops: list[Loop]) -> dict[str, tuple[int, int]]:
    depth = {loop.header: loop.depth for loop in loops}
    return {loop.header: (loop.depth, depth[loop.parent] if loop.parent else 0) for loop in loops}


def test_each_loop_is_one_deeper_than_the_loop_around_it(compiled: Callable[..., str]) -> None:
    function = find_function(compiled(NESTS, "-O1"), "gemm")
    assert function
    found = parents(loops_of(function))
    assert {depth for depth, _ in found.values()} == {1, 2, 3}
    assert all(depth == around + 1 for depth, around in found.values())


def test_blocks_hold_every_instruction_once_also_a_switch_of_many_lines(compiled: Callable[..., str]) -> None:
    text = compiled(NESTS, "-O1")
    function = find_function(text, "jumps")
    assert function
    blocks = blocks_of(function)
    counted = [line for block in blocks for line in block.lines]
    assert counted == sorted(set(counted))
    assert max(len(block.targets) for block in blocks) >= 4
