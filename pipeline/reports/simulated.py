"""The table of simulated counts: one row an IR line of the hot function. A file of its own, mixed with nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from pipeline.findings import Counts, Findings

_EVENTS = tuple(Counts.model_fields)
COLUMNS = ("source", "ir_line", "source_line", "loop", "executions", *_EVENTS, "called_instructions", "ir")


def simulated_table(found: Findings, module: Sequence[str]) -> str:
    """The CSV text, or an empty string without a simulation; `module` are the lines of the hot function's module.

    `loop` is the header of the innermost loop around the line, `called_instructions` those of functions called there.
    """
    if found.simulation is None:
        return ""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in found.simulation.lines:
        counts = [getattr(row.own, event) for event in _EVENTS]
        text = module[row.line - 1].split(", !")[0].strip() if 0 < row.line <= len(module) else ""
        source = found.source_lines.get(row.line, "")
        place = ["simulated", row.line, source, loop_at(found, row.line), row.executions]
        table.writerow([*place, *counts, row.called.instructions, text])
    return out.getvalue()


def loop_at(found: Findings, line: int) -> str:
    """The header of the innermost loop whose range of lines holds `line`, empty outside of all loops."""
    return next((loop.header for loop in found.loops if line in loop.body), "")
