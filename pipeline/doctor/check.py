"""One finding of the doctor, and how its probes start other programs."""

from __future__ import annotations

import shutil
from enum import StrEnum

from pipeline.executor import Limits, Result, run
from pipeline.records import Record
from pipeline.toolchain import tool_environment

PROBE_LIMITS = Limits(wall_seconds=5, cpu_seconds=5)


class Status(StrEnum):
    """`ok`: as good as it gets, `limited`: works with less, `missing`: not there."""

    OK = "ok"
    LIMITED = "limited"
    MISSING = "missing"


class Check(Record):
    """One finding: `advice` says what to do where the status is not ok."""

    name: str
    status: Status
    finding: str
    advice: str = ""


def ok(name: str, finding: str) -> Check:
    """A finding that needs no advice."""
    return Check(name=name, status=Status.OK, finding=finding)


def limited(name: str, finding: str, advice: str) -> Check:
    """A finding that irloop works around, with what would end that."""
    return Check(name=name, status=Status.LIMITED, finding=finding, advice=advice)


def missing(name: str, finding: str, advice: str) -> Check:
    """Something that is not there, with how to get it."""
    return Check(name=name, status=Status.MISSING, finding=finding, advice=advice)


def attempt(*words: str, inherit: bool = False) -> Result | None:
    """How a command ended, None when there is no such program; `inherit`: with irloop's whole environment."""
    environment = None if inherit else tool_environment()
    return run(words, limits=PROBE_LIMITS, env=environment) if shutil.which(words[0]) else None


def first_line(result: Result) -> str:
    """The first line of some content that a program said, or how it ended when it said nothing."""
    lines = (result.stdout or result.stderr).decode("utf-8", "replace").splitlines()
    return next((line.strip() for line in lines if line.strip() not in ("", "Error:")), result.describe())
