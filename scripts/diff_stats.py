"""Put one kernel's figures before and after optimisation into the table of all kernels."""

from __future__ import annotations

from pathlib import Path

import _checkout
import click

from pipeline.evidence.perf import read_perf_stat, unread_warning
from pipeline.ir.opcodes import ir_line_count, read_ir
from pipeline.reports.tables import report_row, update_report

_FILE = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.option("--original_perf", required=True, type=_FILE, help="perf stat of the original program.")
@click.option("--optimized_perf", required=True, type=_FILE, help="perf stat of the optimised program.")
@click.option("--original_ir", required=True, type=_FILE, help="LLVM IR of the original program.")
@click.option("--optimized_ir", required=True, type=_FILE, help="LLVM IR of the optimised program.")
@click.option("--kernel", required=True, help="Name of the row; an old row of this name is replaced.")
@click.option("--output_csv", required=True, type=_FILE, help="Table to write or to update.")
def main(
    original_perf: Path,
    optimized_perf: Path,
    original_ir: Path,
    optimized_ir: Path,
    kernel: str,
    output_csv: Path,
) -> None:
    original, optimized = read_perf_stat(original_perf), read_perf_stat(optimized_perf)
    for path, stat in ((original_perf, original), (optimized_perf, optimized)):
        if warning := unread_warning(path, stat):
            click.echo(warning, err=True)
    lines = (ir_line_count(read_ir(original_ir)), ir_line_count(read_ir(optimized_ir)))
    row = report_row(kernel, original, optimized, *lines)
    update_report(output_csv, row)
    click.echo(f"wrote {output_csv}: {kernel}, counter source: {row['counter_source']}")


if __name__ == "__main__":
    _checkout.run(main)
