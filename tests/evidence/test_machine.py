"""Machine facts, read from made-up `/proc` and `/sys` trees and from this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.evidence.machine import MachineFacts, environment, facts_text, machine_facts
from pipeline.toolchain import Toolchain

EPYC_FLAGS = "fpu sse2 ssse3 sse4_1 sse4_2 avx f16c fma avx2 hypervisor"
X86 = {
    "proc/cpuinfo": f"processor\t: 0\nmodel name\t: AMD EPYC 7763\nflags\t\t: {EPYC_FLAGS}\n"
    f"\nprocessor\t: 1\nmodel name\t: AMD EPYC 7763\nflags\t\t: {EPYC_FLAGS}\n",
    "proc/self/status": "Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n",
    "proc/meminfo": "MemTotal:        4194304 kB\nMemFree:  1 kB\n",
    "proc/sys/kernel/osrelease": "6.1.0-1-amd64\n",
}
N1 = {
    "proc/cpuinfo": "processor\t: 0\nFeatures\t: fp asimd asimdhp asimddp\nCPU implementer\t: 0x41\n"
    "CPU part\t: 0xd0c\n\nprocessor\t: 1\n\nprocessor\t: 2\n",
    "proc/sys/kernel/osrelease": "6.12.0-arm64\n",
}


def tree(root: Path, files: dict[str, str]) -> Path:
    """Write the files below `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def caches(*rows: tuple[int, str, str]) -> dict[str, str]:
    """`(level, type, size)` of CPU 0's caches as sysfs shows them, with lines of 64 bytes."""
    files: dict[str, str] = {}
    for index, (level, kind, size) in enumerate(rows):
        folder = f"sys/devices/system/cpu/cpu0/cache/index{index}"
        files |= {
            f"{folder}/level": f"{level}\n",
            f"{folder}/type": f"{kind}\n",
            f"{folder}/size": f"{size}\n",
        }
        files[f"{folder}/coherency_line_size"] = "64\n"
    return files


EPYC_CACHES = caches((1, "Data", "32K"), (1, "Instruction", "64K"), (2, "Unified", "512K"), (3, "Unified", "32768K"))


def test_x86_tree(tmp_path: Path) -> None:
    facts = machine_facts(tree(tmp_path, X86 | EPYC_CACHES))
    assert (facts.cpu, facts.arch, facts.cpus) == ("AMD EPYC 7763", "x86_64", 2)
    assert facts.vectors == ("sse2", "ssse3", "sse4_1", "sse4_2", "avx", "f16c", "fma", "avx2")
    assert (facts.l1d_bytes, facts.l2_bytes, facts.l3_bytes) == (32 << 10, 512 << 10, 32 << 20)
    assert (facts.line_bytes, facts.memory_bytes, facts.vector_bytes) == (64, 4 << 30, 32)
    assert (facts.kernel, facts.governor, facts.hypervisor) == ("6.1.0-1-amd64", None, True)


def test_x86_lines_for_the_prompt(tmp_path: Path) -> None:
    facts = machine_facts(tree(tmp_path, X86 | EPYC_CACHES))
    assert facts_text(facts) == [
        "CPU: AMD EPYC 7763 (x86_64), 2 logical CPUs",
        "vectors: AVX2 + FMA (16 registers of 4 doubles or 8 floats), no AVX-512",
        "caches: L1d 32 KiB, L2 512 KiB, L3 32 MiB, 64-byte lines",
        "runs in a virtual machine",
    ]
    assert facts_text(facts, "ja")[1:] == [
        "ベクトル命令: AVX2 + FMA (レジスタ 16 本、各 double 4 個 / float 8 個), AVX-512 なし",
        "キャッシュ: L1d 32 KiB, L2 512 KiB, L3 32 MiB, ライン 64 バイト",
        "仮想マシン上で実行",
    ]


def test_aarch64_tree(tmp_path: Path) -> None:
    facts = machine_facts(tree(tmp_path, N1 | caches((1, "Data", "64K"), (2, "Unified", "1M"))))
    assert (facts.cpu, facts.arch, facts.cpus) == ("Arm Neoverse N1", "aarch64", 3)
    assert (facts.l3_bytes, facts.memory_bytes) == (None, None)
    assert facts_text(facts) == [
        "CPU: Arm Neoverse N1 (aarch64), 3 logical CPUs",
        "vectors: NEON + FMA (32 registers of 2 doubles or 4 floats), no SVE",
        "caches: L1d 64 KiB, L2 1 MiB, 64-byte lines",
    ]


def test_sve_length_decides_the_width(tmp_path: Path) -> None:
    cpuinfo = "processor: 0\nFeatures: fp asimd sve sve2\nCPU implementer: 0x41\nCPU part: 0xabc\n"
    files = {"proc/cpuinfo": cpuinfo, "proc/sys/abi/sve_default_vector_length": "32\n"}
    facts = machine_facts(tree(tmp_path, files))
    assert facts.cpu == "AArch64 core, implementer 0x41, part 0xabc"
    assert facts_text(facts)[1] == "vectors: SVE2 + NEON + FMA (32 registers of 4 doubles or 8 floats)"


def test_avx512_and_missing_fma(tmp_path: Path) -> None:
    wide = X86 | {"proc/cpuinfo": "model name: Xeon\nflags: sse2 sse4_2 avx fma avx2 avx512f\n"}
    facts = machine_facts(tree(tmp_path / "wide", wide))
    assert facts_text(facts)[1] == "vectors: AVX-512 + AVX2 + FMA (32 registers of 8 doubles or 16 floats)"
    old = X86 | {"proc/cpuinfo": "model name: Old\nflags: sse2 sse4_2\n"}
    facts = machine_facts(tree(tmp_path / "old", old))
    assert facts_text(facts)[1] == "vectors: SSE4.2 (16 registers of 2 doubles or 4 floats), no FMA, no AVX-512"


def test_an_empty_tree_is_unknown_not_an_error(tmp_path: Path) -> None:
    facts = machine_facts(tmp_path)
    assert (facts.cpu, facts.kernel, facts.cpus, facts.vectors) == ("unknown CPU", "unknown", 1, ())
    assert (facts.l1d_bytes, facts.cpu_quota, facts.hypervisor) == (None, None, False)
    assert facts_text(facts)[1:] == ["vectors: unknown", "caches: unknown"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, False),
        ({".dockerenv": ""}, False),
        ({".dockerenv": "", "proc/self/mountinfo": "1 0 0:9 / / rw - overlay overlay rw\n"}, True),
        ({"proc/self/mountinfo": "1 0 0:9 / / rw - overlay overlay rw\n"}, False),
        ({"proc/self/mountinfo": "9 1 8:1 /x/hostname /etc/hostname rw - ext4 /dev/sda1 rw\n"}, True),
        ({"run/.containerenv": ""}, True),
        ({"proc/self/cgroup": "0::/kubepods/besteffort/pod1/2\n"}, True),
        ({"proc/self/cgroup": "0::/user.slice/user-0.slice\n"}, False),
    ],
)
def test_container_marks(tmp_path: Path, files: dict[str, str], expected: bool) -> None:
    assert machine_facts(tree(tmp_path, files)).container is expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"sys/fs/cgroup/cpu.max": "150000 100000\n"}, 1.5),
        ({"sys/fs/cgroup/cpu.max": "max 100000\n"}, None),
        (
            {"sys/fs/cgroup/cpu/cpu.cfs_quota_us": "50000", "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000"},
            0.5,
        ),
        ({"sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1", "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000"}, None),
    ],
)
def test_cpu_quota(tmp_path: Path, files: dict[str, str], expected: float | None) -> None:
    assert machine_facts(tree(tmp_path, files)).cpu_quota == expected


def test_a_lower_memory_limit_counts(tmp_path: Path) -> None:
    limited = X86 | {"sys/fs/cgroup/memory.max": f"{1 << 30}\n"}
    assert machine_facts(tree(tmp_path / "a", limited)).memory_bytes == 1 << 30
    free = X86 | {"sys/fs/cgroup/memory.max": "max\n"}
    assert machine_facts(tree(tmp_path / "b", free)).memory_bytes == 4 << 30


def test_allowed_cpus_and_governor(tmp_path: Path) -> None:
    files = X86 | {
        "proc/self/status": "Cpus_allowed_list:\t0,2-4,7\n",
        "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor": "powersave\n",
        "sys/class/dmi/id/sys_vendor": "QEMU\n",
    }
    facts = machine_facts(tree(tmp_path, files))
    assert (facts.cpus, facts.governor, facts.hypervisor) == (5, "powersave", True)


def test_this_machine() -> None:
    facts = machine_facts()
    assert facts.cpus == len(os.sched_getaffinity(0))
    assert (facts.arch, facts.kernel) == (os.uname().machine, os.uname().release)
    assert (facts.memory_bytes or 0) > 0
    assert MachineFacts.model_validate_json(facts.model_dump_json()) == facts


def test_environment_is_flat_and_complete(tmp_path: Path) -> None:
    facts = machine_facts(tree(tmp_path, X86))
    found = environment(Toolchain(Path("/usr/lib/llvm-22/bin"), "22.1.8"), facts)
    assert (found["llvm"], found["cpu"], found["container"], found["hypervisor"]) == (
        "22.1.8",
        "AMD EPYC 7763",
        "no",
        "yes",
    )
    assert {"irloop", "python", "arch", "kernel", "load", "governor"} <= found.keys()
    assert all(found.values())


@pytest.mark.parametrize(
    ("files", "threads", "boost"),
    [
        ({}, None, None),
        ({"cpu0/topology/thread_siblings_list": "0\n", "cpufreq/boost": "0\n"}, 1, False),
        ({"cpu0/topology/thread_siblings_list": "0,64\n", "cpufreq/boost": "1\n"}, 2, True),
        ({"cpu0/topology/thread_siblings_list": "0-3\n", "intel_pstate/no_turbo": "1\n"}, 4, False),
        ({"intel_pstate/no_turbo": "0\n"}, None, True),
    ],
)
def test_what_moves_the_clock_and_shares_the_core(
    tmp_path: Path, files: dict[str, str], threads: int | None, boost: bool | None
) -> None:
    tree(tmp_path, X86 | {f"sys/devices/system/cpu/{name}": text for name, text in files.items()})
    facts = machine_facts(tmp_path)
    assert (facts.threads_per_core, facts.boost) == (threads, boost)
