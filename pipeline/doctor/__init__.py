"""What this machine offers irloop, what it lacks, and what to do about it: one check after another."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.doctor.check import Check, Status, missing
from pipeline.doctor.host import check_folder, check_machine, check_python, stolen_time
from pipeline.doctor.services import check_docker, check_endpoint, check_image
from pipeline.doctor.tools import check_gcc, check_llvm, check_perf, check_polly, check_valgrind
from pipeline.doctor.walls import check_sandbox
from pipeline.evidence.machine import machine_facts
from pipeline.toolchain import Toolchain

__all__ = ["Check", "Status", "examine", "is_usable"]

ESSENTIAL = ("llvm", "sandbox")


def examine(runs: Path = Path("runs")) -> Iterator[Check]:
    """Check one thing after another, lazily; `runs` is where results would go. Never raises."""
    facts = machine_facts()
    toolchain: list[Toolchain] = []
    probes: dict[str, Callable[[], Iterable[Check]]] = {
        "llvm": lambda: [check_llvm(toolchain)],
        "polly": lambda: [check_polly(toolchain[0])] if toolchain else [],
        "sandbox": lambda: [check_sandbox(toolchain[0] if toolchain else None)],
        "perf": lambda: [check_perf(facts)],
        "valgrind": lambda: [check_valgrind()],
        "gcc": lambda: [check_gcc()],
        "docker": lambda: [check_docker(os.environ)],
        "image": check_image,
        "endpoint": lambda: [check_endpoint(os.environ)],
        "machine": lambda: check_machine(facts, os.getloadavg()[0], stolen_time()),
        "python": lambda: [check_python()],
        "temporary folder": lambda: [check_folder("temporary folder", Path(tempfile.gettempdir()))],
        "run folder": lambda: [check_folder("run folder", runs)],
    }
    for name, probe in probes.items():
        try:
            yield from probe()
        except Exception as error:  # noqa: BLE001 - one failing check must not hide the others
            finding = f"the check itself failed: {type(error).__name__}: {error}"
            yield missing(name, finding, "report this as a defect of irloop")


def is_usable(checks: Iterable[Check]) -> bool:
    """False only when irloop cannot run at all: without LLVM, or without the walls around candidates."""
    return not any(check.name in ESSENTIAL and check.status is Status.MISSING for check in checks)
