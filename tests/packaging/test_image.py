"""The container's build, as far as it can be checked without an engine: what is pinned, what the files agree on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCKER = ROOT / "docker"
DOCKERFILE = (DOCKER / "Dockerfile").read_text(encoding="utf-8")


def names(file: str) -> set[str]:
    """The packages that a list asks for, with the LLVM of the image."""
    lines = (DOCKER / file).read_text(encoding="utf-8").splitlines()
    return {name.replace("@LLVM@", "22") for line in lines if (name := line.split("#")[0].strip())}


def locked(file: str) -> list[str]:
    lines = (DOCKER / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_base_image_is_pinned_by_digest_and_no_frontend_is_fetched() -> None:
    pinned = re.search(r"^ARG BASE_IMAGE=(debian:trixie-slim@sha256:[0-9a-f]{64})$", DOCKERFILE, re.M)
    assert pinned
    assert re.findall(r"^FROM (\S+)", DOCKERFILE, re.M)[0] == f"${{BASE_IMAGE:-{pinned[1]}}}"
    assert not re.search(r"^#\s*syntax=", DOCKERFILE, re.M)


def test_stages_build_on_each_other_from_toolchain_to_dev() -> None:
    parents = dict(map(reversed, re.findall(r"^FROM (\S+) AS (\S+)$", DOCKERFILE, re.M)))
    chain = ["dev"]
    while chain[-1] in parents:
        chain.append(parents[chain[-1]])
    assert [stage for stage in chain if stage in ("toolchain", "runtime", "dev")] == ["dev", "runtime", "toolchain"]


@pytest.mark.parametrize("file", ["packages.lock", "packages.dev.lock"])
def test_the_manifest_names_each_package_once_with_version_and_architecture(file: str) -> None:
    lines = locked(file)
    assert lines == sorted(set(lines))
    for line in lines:
        assert re.fullmatch(r"[a-z0-9][a-z0-9+.-]*=[0-9A-Za-z.+~:-]+:(amd64|arm64|all)", line), line


def test_every_package_that_is_asked_for_is_in_a_manifest() -> None:
    system = {line.split("=")[0] for line in locked("packages.lock")}
    assert names("packages.txt") | names("packages.image.txt") <= system
    assert names("packages.dev.txt") <= system | {line.split("=")[0] for line in locked("packages.dev.lock")}


def test_the_images_python_packages_are_those_of_the_whole_lock_without_the_development_tools() -> None:
    def versions(path: Path) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text(encoding="utf-8"), re.M))

    everything, runtime = versions(ROOT / "requirements.txt"), versions(DOCKER / "requirements.txt")
    assert {"click", "docker", "openai", "textual"} <= set(runtime)
    assert runtime.items() <= everything.items()
    assert not {"pytest", "mypy", "ruff"} & set(runtime)


def drift(tmp_path: Path, lock: str, mode: str = "fail", base: str = "debian:here") -> subprocess.CompletedProcess[str]:
    """What check-lock.sh says of a system with exactly two packages."""
    for name, answer in (("dpkg", "echo amd64"), ("dpkg-query", "echo installed a=1:amd64; echo installed b=2:all")):
        fake = tmp_path / name
        fake.write_text(f"#!/bin/sh\n{answer}\n")
        fake.chmod(0o755)
    (tmp_path / "lock").write_text(lock if "# base:" in lock else f"# base: other\n{lock}")
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "DRIFT": mode, "BASE_IMAGE": base}
    command = [DOCKER / "check-lock.sh", tmp_path / "list", tmp_path / "lock"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_locked_packages_pass_and_other_architectures_do_not_count(tmp_path: Path) -> None:
    done = drift(tmp_path, "# made by hand\na=1:amd64\nb=2:all\nc=3:arm64\n")
    assert (done.returncode, done.stderr) == (0, "")


def test_drift_stops_the_build_with_both_versions(tmp_path: Path) -> None:
    done = drift(tmp_path, "a=0.9:amd64\nb=2:all\ngone=1:amd64\n")
    assert done.returncode == 1
    assert {"-a=0.9:amd64", "+a=1:amd64", "-gone=1:amd64"} <= set(done.stderr.splitlines())
    assert "b=2:all" not in done.stderr
    assert "make image-lock" in done.stderr


def test_drift_can_be_accepted_for_one_build(tmp_path: Path) -> None:
    done = drift(tmp_path, "a=0.9:amd64\nb=2:all\n", mode="warn")
    assert done.returncode == 0
    assert "+a=1:amd64" in done.stderr


@pytest.mark.parametrize(
    ("made_on", "built_on", "status"),
    [
        ("other", "debian:trixie@sha256:aa", 0),
        ("debian:trixie@sha256:aa", "debian:trixie@sha256:bb", 0),
        ("debian:trixie@sha256:aa", "my-mirror", 0),
        ("debian:trixie@sha256:aa", "debian:trixie@sha256:aa", 1),
        ("other", "my-mirror", 1),
    ],
)
def test_a_manifest_binds_the_base_image_that_it_was_made_on(
    tmp_path: Path, made_on: str, built_on: str, status: int
) -> None:
    done = drift(tmp_path, f"# base: {made_on}\na=0.9:amd64\nb=2:all\n", base=built_on)
    assert done.returncode == status
    assert "+a=1:amd64" in done.stderr
    assert ("another base image" in done.stderr) == (status == 0)


def test_the_image_keeps_the_list_of_what_it_holds(tmp_path: Path) -> None:
    drift(tmp_path, "a=1:amd64\nb=2:all\n")
    assert (tmp_path / "list").read_text() == "a=1:amd64\nb=2:all\n"


def test_an_architecture_without_a_manifest_is_not_compared(tmp_path: Path) -> None:
    done = drift(tmp_path, "a=1:arm64\nb=2:all\n")
    assert done.returncode == 0
    assert "no line for amd64" in done.stderr


@pytest.mark.parametrize("folder", ["docker", "devcontainer", "kernels"])
def test_no_python_where_a_folder_could_pose_as_a_package(folder: str) -> None:
    assert not list((ROOT / folder).rglob("*.py"))
