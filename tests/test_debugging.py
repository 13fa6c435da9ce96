"""Where a debugger is sent in the C source of a run."""

from __future__ import annotations

from pathlib import Path

from pipeline.debugging import BASELINE, debuggable
from pipeline.events import ReferenceReady, RunStarted
from pipeline.journal import Journal
from pipeline.records import Program, Settings
from pipeline.toolchain import Toolchain


def test_the_baseline_stops_in_the_file_that_defines_the_hot_function(toolchain: Toolchain, tmp_path: Path) -> None:
    main, work = tmp_path / "main.c", tmp_path / "work.c"
    main.write_text("double work(double);\nint main(void) { return work(0.5) > 9; }\n")
    work.write_text("double work(double x);\n\ndouble work(double x) { return 2 * x; }\n")
    program = Program(name="prog", sources=(main, work), hot="work")
    begun = RunStarted(run_id="r", folder=tmp_path, program=program, settings=Settings(), environment={})
    ready = ReferenceReady(
        hot="work", hot_found_by="named", digest="d", seconds=1, calls=1, clock="cpu", seeds=(), ir_lines=1, opcodes={}
    )
    with Journal(tmp_path) as journal:
        journal.append(begun)
        journal.append(ready)
    found = debuggable(tmp_path, BASELINE, toolchain)
    assert (found.text, found.line) == (work, 3)
