"""requirements.txt: complete, hashed, and free of anything that belongs to one machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(lock: str = LOCK) -> list[tuple[Requirement, list[str]]]:
    """Every requirement of the lock with its hashes."""
    joined = lock.replace("\\\n", " ")
    entries = [line.split(" --hash=") for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    return [(Requirement(head.strip()), [part.split()[0] for part in hashes]) for head, *hashes in entries]


def pinned_versions() -> dict[str, set[Version]]:
    versions: dict[str, set[Version]] = {}
    for requirement, _ in locked():
        version = Version(str(requirement.specifier).removeprefix("=="))
        versions.setdefault(canonicalize_name(requirement.name), set()).add(version)
    return versions


def declared() -> list[str]:
    groups: list[str] = [*PROJECT["dependency-groups"]["dev"], *PROJECT["build-system"]["requires"]]
    return [*PROJECT["project"]["dependencies"], *groups]


def test_the_lock_pins_each_package_with_sha256_hashes() -> None:
    entries = locked()
    assert len(entries) > len(declared())
    for requirement, hashes in entries:
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), f"{requirement} is not pinned"
        assert hashes, f"{requirement} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes)


@pytest.mark.parametrize("text", declared())
def test_every_declared_dependency_is_in_the_lock_at_an_allowed_version(text: str) -> None:
    requirement = Requirement(text)
    versions = pinned_versions().get(canonicalize_name(requirement.name), set())
    assert versions, f"{requirement.name} is not locked: run `make lock`"
    assert all(version in requirement.specifier for version in versions)


@pytest.mark.parametrize(
    "pattern", [r"://", r"--\w*index", r"--find-links", r"--trusted-host", r"(^|[\s'\"])/\w", r"\bfile:"]
)
def test_the_lock_names_no_address_and_no_path(pattern: str) -> None:
    assert re.findall(pattern, LOCK, re.MULTILINE) == []


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_has_one_version_of_each_package_for_every_supported_python(python: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": "linux"}
    names = [
        canonicalize_name(requirement.name)
        for requirement, _ in locked()
        if requirement.marker is None or requirement.marker.evaluate(environment)
    ]
    assert len(names) == len(set(names))
    assert {canonicalize_name(Requirement(text).name) for text in declared()} <= set(names)


def test_the_small_model_of_the_tests_is_pinned_with_hashes_and_nothing_else_is() -> None:
    lock = (ROOT / "tests" / "requirements-model.txt").read_text(encoding="utf-8")
    wanted = [Requirement(text) for text in PROJECT["dependency-groups"]["model"]]
    entries = locked(lock)
    assert {canonicalize_name(found.name) for found, _ in entries} == {canonicalize_name(each.name) for each in wanted}
    for found, hashes in entries:
        asked = next(each for each in wanted if canonicalize_name(each.name) == canonicalize_name(found.name))
        assert str(found.specifier).removeprefix("==") in asked.specifier
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes) and hashes
    assert "://" not in lock
