"""The errors that irloop raises on purpose.

    IrloopError                 exit code 1
    ├── UsageError              2   a wrong flag, file, kernel or configuration
    │   └── CompileError        2   the user's C or IR does not compile (carries clang's message)
    ├── ToolError               1   a tool of the toolchain is missing or failed in a way nobody foresaw
    ├── EndpointError           3   the model endpoint cannot be reached; trying again later may help
    ├── BrokenReference         4   the reference program itself crashes, hangs or is not repeatable
    ├── ContainerError          1   no container engine, no image, or the engine went away during a run
    └── StorageError            1   the journal or a result file cannot be written

`SkipCandidate` stands beside the tree: it is a wish, thrown into a run and never out of it.

An interruption (Ctrl-C, SIGTERM) is Python's own KeyboardInterrupt, and ends with exit code 130.

What a candidate does wrong is never an exception: it is a verdict (see `pipeline.records.Verdict`).
"""

from __future__ import annotations

INTERRUPTED = 130


class IrloopError(Exception):
    """Base of all expected errors; the message says what happened, where, and what to do next."""

    exit_code = 1


class UsageError(IrloopError):
    """What the user gave (flag, file, kernel name, configuration) cannot be used."""

    exit_code = 2


class CompileError(UsageError):
    """The program under optimisation does not compile; the message holds the compiler's own words."""


class ToolError(IrloopError):
    """A needed tool is missing, or failed where only a defect of tool or set-up explains it."""


class EndpointError(IrloopError):
    """The model endpoint is unreachable or refuses; the same command may work later."""

    exit_code = 3


class BrokenReference(IrloopError):
    """The reference program fails its own verification, so nothing can be compared with it."""

    exit_code = 4


class ContainerError(IrloopError):
    """The container engine or the image is not there, refuses, or went away; the journal on the host stays."""


class StorageError(IrloopError):
    """Results cannot be written (disk full, no permission)."""


class SkipCandidate(Exception):  # not an error: what a person at a display asks of a run
    """Thrown into a run's events while a candidate is judged: it gets the verdict `skipped`, the run goes on."""
