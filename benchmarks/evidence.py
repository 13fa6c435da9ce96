"""Numbers of the evidence: what gathering it costs, how fast a prompt is made of it, whether line tables show."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.number import Number
from benchmarks.steps import ended
from pipeline.bench import find_out, prepare
from pipeline.build import emit_raw, split, write_with_lines
from pipeline.catalog import bundled_program, given_program, kernel_names
from pipeline.events import AnyEvent, EvidenceReady
from pipeline.evidence.parts import Prompt
from pipeline.job import Run, followed
from pipeline.prompting import iteration_prompt
from pipeline.records import Program, Settings
from pipeline.toolchain import find_toolchain

LOOPS = 14
LEAST_LINES = 500


@contextmanager
def _empty_cache() -> Iterator[None]:
    """Nothing kept by earlier runs, and nothing left behind."""
    before = os.environ.get("XDG_CACHE_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        try:
            yield
        finally:
            os.environ.pop("XDG_CACHE_HOME")
            if before is not None:
                os.environ["XDG_CACHE_HOME"] = before


def _last(run: Run) -> tuple[EvidenceReady, float, Prompt]:
    """Prepare a run and gather its evidence; the event, the median seconds that its prompt takes to build, and that."""
    seen: list[AnyEvent] = []
    bench = ended(followed(run, prepare(run.program, run.settings, run.toolchain, run.artifacts, run.state)))
    seen += followed(run, find_out(bench, run.state))
    times, prompt = [], iteration_prompt(run, bench)
    for _ in range(7):
        begun = time.perf_counter()
        prompt = iteration_prompt(run, bench)
        times.append(time.perf_counter() - begun)
    (event,) = [event for event in seen if isinstance(event, EvidenceReady)]
    return event, statistics.median(times), prompt


def _run(program: Program, folder: str) -> Run:
    return Run(Path(folder), program, Settings(language="en"), find_toolchain())


def gemm_evidence() -> Iterator[Number]:
    """Gathering the evidence on gemm MEDIUM, the first time and again."""
    with _empty_cache():
        for name, most in (("evidence on gemm MEDIUM, the first time", 15.0), ("  again, kept by IR digest", 1.0)):
            with tempfile.TemporaryDirectory() as folder:
                event, _, _ = _last(_run(bundled_program("gemm"), folder))
            assert event.kept == (most == 1.0)
            yield Number(name, f"<= {most:g} s", f"{event.seconds:.2f} s", event.seconds <= most)


def prompt_time() -> Iterator[Number]:
    """Building the prompt for a function of more than 500 lines of IR."""
    loops = "".join(f"    for (int i = 0; i < n; i++) a[i] = a[i] * b[i + {step}] + {step};\n" for step in range(LOOPS))
    text = (
        f"#include <stdlib.h>\nvoid hot(double *a, double *b, int n)\n{{\n{loops}}}\n"
        "int main(void)\n{\n    double *a = calloc(5000, 8), *b = calloc(5000, 8);\n    hot(a, b, 4000);\n"
        "    return a[7] > 1e9;\n}\n"
    )
    with _empty_cache(), tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "long.c"
        source.write_text(text)
        run = _run(given_program([source], hot="hot"), folder)
        _, seconds, prompt = _last(run)
        lines = len(run.artifacts.path(".hot.ll").read_text().partition("\n}")[0].splitlines())
    assert lines >= LEAST_LINES
    yield Number(f"prompt for a function of {lines} IR lines", "<= 0.2 s", f"{seconds:.3f} s", seconds <= 0.2)
    limit = run.settings.prompt_tokens
    left_out = f", without {', '.join(prompt.left_out)}" if prompt.left_out else ""
    yield Number("  its size", f"<= {limit:,} tokens", f"{prompt.tokens:,}{left_out}", prompt.tokens <= limit)


def line_tables() -> Iterator[Number]:
    """Kernels whose machine code is the same with and without line tables."""
    toolchain = find_toolchain()
    same = 0
    for name in kernel_names():
        with tempfile.TemporaryDirectory() as text:
            folder = Path(text)
            program = bundled_program(name, "MINI")
            assert program.hot
            parts = split(program, program.hot, emit_raw(program, toolchain, folder), toolchain, folder)
            module = folder / "lines.ll"
            write_with_lines(toolchain, parts.hot, module)
            shown = []
            for source in (parts.hot, module):
                toolchain.object(source, folder / "code.o")
                shown.append(toolchain.must("llvm-objdump", "-d", "-r", folder / "code.o").stdout)
            same += shown[0] == shown[1]
    whole = len(kernel_names())
    yield Number("machine code unchanged by line tables", "all kernels", f"{same} of {whole}", same == whole)
