"""The machine as a performance engineer describes it: CPU, vectors, caches, what may disturb a measurement.

Everything is read from `/proc` and `/sys`; what a kernel or a container does not show is None, never a guess.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from pathlib import Path

from pipeline import __version__
from pipeline.executor import KIB
from pipeline.records import Language, Record
from pipeline.toolchain import Toolchain
from pipeline.units import bytes_text

# The kernel's names of the features that decide how a loop can be vectorised, narrow to wide.
_X86_VECTORS = """
sse2 ssse3 sse4_1 sse4_2 avx f16c fma avx2 avx_vnni avx512f avx512dq avx512bw avx512vl avx512_vnni avx512_bf16
avx512_fp16 amx_tile
"""
_ARM_VECTORS = "asimd asimddp asimdhp i8mm bf16 sve sve2 sme"
VECTORS = (*_X86_VECTORS.split(), *_ARM_VECTORS.split())
# AArch64 kernels give numbers, no model name: (implementer, part) of cores in servers and small boards.
ARM_CORES = {
    (0x41, 0xD03): "Arm Cortex-A53",
    (0x41, 0xD07): "Arm Cortex-A57",
    (0x41, 0xD08): "Arm Cortex-A72",
    (0x41, 0xD0B): "Arm Cortex-A76",
    (0x41, 0xD0C): "Arm Neoverse N1",
    (0x41, 0xD40): "Arm Neoverse V1",
    (0x41, 0xD49): "Arm Neoverse N2",
    (0x41, 0xD4F): "Arm Neoverse V2",
    (0xC0, 0xAC3): "Ampere-1",
}
# What irloop's image says it is made of.
IMAGE_PACKAGES = Path("/usr/local/share/irloop.packages")
_CONTAINER_CGROUP = re.compile(r"docker|kubepods|containerd|libpod|/lxc|\.scope/container")
# A container engine binds these files over the image's own.
_ENGINE_MOUNTS = ("/etc/hostname", "/etc/hosts", "/etc/resolv.conf")
_VIRTUAL_VENDORS = re.compile(r"QEMU|VMware|innotek|Xen|Parallels|Bochs|OpenStack|Google Compute|Virtual Machine|KVM")


class MachineFacts(Record):
    """One machine. Sizes are bytes, caches per instance; None means that the system does not say.

    Attributes:
        cpu: the model's name, or implementer and part number of an unknown AArch64 core.
        vectors: the kernel's names of the vector features present, narrow to wide.
        sve_bytes: length of an SVE register, where there is SVE.
        cpus: logical CPUs that this process may use.
        cpu_quota: how many CPUs' worth of time the control group grants; None without a quota.
        governor: of frequency scaling; virtual machines show none.
        threads_per_core: logical CPUs that share the core of CPU 0; `boost`: whether the clock may rise above its
            nominal frequency for a while. None where the system does not say.
        container: True inside a container; `hypervisor`: True inside a virtual machine.
    """

    cpu: str
    arch: str
    vectors: tuple[str, ...]
    sve_bytes: int | None
    cpus: int
    cpu_quota: float | None
    l1d_bytes: int | None
    l2_bytes: int | None
    l3_bytes: int | None
    line_bytes: int | None
    memory_bytes: int | None
    governor: str | None
    kernel: str
    container: bool
    hypervisor: bool
    threads_per_core: int | None = None
    boost: bool | None = None

    @property
    def vector_bytes(self) -> int | None:
        """Bytes of the widest vector register, None where the features are unknown."""
        widths = (("avx512f", 64), ("sve", self.sve_bytes), ("avx", 32), ("sse2", 16), ("asimd", 16))
        return next((width for name, width in widths if name in self.vectors and width), None)


def machine_facts(root: Path = Path("/")) -> MachineFacts:
    """Read the facts from `root`'s `proc` and `sys` (another root than `/` describes another machine)."""
    cpuinfo = _fields(_read(root / "proc/cpuinfo"))
    flags = set(cpuinfo.get("flags", cpuinfo.get("Features", "")).split())
    arch = "x86_64" if "flags" in cpuinfo else "aarch64" if "Features" in cpuinfo else platform.machine()
    caches = _caches(root)
    sve = _read(root / "proc/sys/abi/sve_default_vector_length")
    return MachineFacts(
        cpu=_cpu_name(cpuinfo),
        arch=arch,
        vectors=tuple(name for name in VECTORS if name in flags),
        sve_bytes=int(sve) if "sve" in flags and sve.isdigit() else None,
        cpus=_cpu_count(root),
        cpu_quota=_cpu_quota(root),
        l1d_bytes=caches.get("L1"),
        l2_bytes=caches.get("L2"),
        l3_bytes=caches.get("L3"),
        line_bytes=caches.get("line"),
        memory_bytes=_memory(root),
        governor=_read(root / "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") or None,
        kernel=_read(root / "proc/sys/kernel/osrelease") or "unknown",
        container=_in_container(root),
        hypervisor="hypervisor" in flags or _virtual_hardware(root),
        threads_per_core=_threads_per_core(root),
        boost=_boost(root),
    )


def image_digest(packages: Path = IMAGE_PACKAGES) -> str:
    """What identifies the container image that this runs in: a digest of its list of packages; empty elsewhere."""
    return hashlib.sha256(packages.read_bytes()).hexdigest()[:16] if packages.exists() else ""


def environment(toolchain: Toolchain, facts: MachineFacts | None = None) -> dict[str, str]:
    """What a measurement's record says about where it was made, flat; `facts` defaults to this machine's."""
    facts = facts or machine_facts()
    image = image_digest()
    return {
        "irloop": __version__,
        "python": platform.python_version(),
        "llvm": toolchain.version,
        "cpu": facts.cpu,
        "arch": facts.arch,
        "vectors": " ".join(facts.vectors),
        "cpus": str(facts.cpus),
        "memory": bytes_text(facts.memory_bytes) if facts.memory_bytes else "unknown",
        "governor": facts.governor or "not exposed",
        "threads per core": str(facts.threads_per_core or "not exposed"),
        "boost": {True: "on", False: "off", None: "not exposed"}[facts.boost],
        "kernel": facts.kernel,
        "container": "yes" if facts.container else "no",
        "hypervisor": "yes" if facts.hypervisor else "no",
        "load": f"{os.getloadavg()[0]:.2f}",
        **({"image": image} if image else {}),
    }


def facts_text(facts: MachineFacts, lang: Language = "en") -> list[str]:
    """The facts that decide how code should look, one line each, without bullets."""
    ja = lang == "ja"
    unknown = "不明" if ja else "unknown"
    kinds = (("L1d", facts.l1d_bytes), ("L2", facts.l2_bytes), ("L3", facts.l3_bytes))
    caches = [f"{name} {bytes_text(size)}" for name, size in kinds if size]
    if facts.line_bytes:
        caches.append(f"ライン {facts.line_bytes} バイト" if ja else f"{facts.line_bytes}-byte lines")
    joined = ", ".join(caches) or unknown
    cpus = f"論理 CPU {facts.cpus} 個" if ja else f"{facts.cpus} logical CPU{'s' if facts.cpus != 1 else ''}"
    lines = [
        f"CPU: {facts.cpu} ({facts.arch}), {cpus}",
        f"ベクトル命令: {_vectors(facts, ja)}" if ja else f"vectors: {_vectors(facts, ja)}",
        f"キャッシュ: {joined}" if ja else f"caches: {joined}",
    ]
    if facts.hypervisor:
        lines.append("仮想マシン上で実行" if ja else "runs in a virtual machine")
    return lines


def _vectors(facts: MachineFacts, ja: bool) -> str:
    """The vector extensions by their usual names, the width in elements, and what is missing beside them."""
    sse = ("sse4_2", "SSE4.2") if "sse4_2" in facts.vectors else ("sse2", "SSE2")
    names = [
        ("avx512f", "AVX-512"),
        *([("avx2", "AVX2")] if "avx2" in facts.vectors else [("avx", "AVX")]),
        *([] if "avx" in facts.vectors else [sse]),
        ("fma", "FMA"),
        ("sve2", "SVE2") if "sve2" in facts.vectors else ("sve", "SVE"),
        ("asimd", "NEON + FMA"),
    ]
    present = " + ".join(label for name, label in names if name in facts.vectors)
    if not present:
        return "不明" if ja else "unknown"
    width = facts.vector_bytes or 16
    doubles, floats = width // 8, width // 4
    registers = 32 if {"avx512f", "asimd"} & set(facts.vectors) else 16
    size = f"{registers} registers of {doubles} doubles or {floats} floats"
    if ja:
        size = f"レジスタ {registers} 本、各 double {doubles} 個 / float {floats} 個"
    absent = [(("fma", "FMA"), ("avx512f", "AVX-512")), (("sve", "SVE"),)]["asimd" in facts.vectors]
    none = [label for name, label in absent if name not in facts.vectors]
    lacks = "".join(f", {label} なし" if ja else f", no {label}" for label in none)
    return f"{present} ({size}){lacks}"


def _read(path: Path) -> str:
    """A small system file without its line feed, empty when it is absent, unreadable or not text."""
    try:
        return path.read_text(errors="replace").strip().rstrip("\0")
    except OSError:
        return ""


def _fields(text: str) -> dict[str, str]:
    """`name: value` lines; of a name that repeats (one block a CPU) the first counts."""
    pairs = [line.partition(":") for line in text.splitlines() if ":" in line]
    return {name.strip(): value.strip() for name, _, value in reversed(pairs)}


def _cpu_name(cpuinfo: dict[str, str]) -> str:
    if name := cpuinfo.get("model name"):
        return re.sub(r"\((R|TM)\)|\s+CPU(?= @)", "", name)
    try:
        key = (int(cpuinfo["CPU implementer"], 16), int(cpuinfo["CPU part"], 16))
    except (KeyError, ValueError):
        return cpuinfo.get("Hardware") or cpuinfo.get("Model") or "unknown CPU"
    return ARM_CORES.get(key, f"AArch64 core, implementer {key[0]:#x}, part {key[1]:#x}")


def _cpu_count(root: Path) -> int:
    """CPUs that this process may run on, else those that are online, else one."""
    allowed = _fields(_read(root / "proc/self/status")).get("Cpus_allowed_list", "")
    return _listed(allowed) or len(re.findall(r"^processor\s*:", _read(root / "proc/cpuinfo"), re.M)) or 1


def _listed(cpus: str) -> int:
    """How many CPUs a list of the kernel's names: 5 for `0-3,8`."""
    ranges = re.findall(r"(\d+)(?:-(\d+))?", cpus)
    return sum(int(last or first) - int(first) + 1 for first, last in ranges)


def _cpu_quota(root: Path) -> float | None:
    """The quota of the control group: version 2 (`cpu.max`), else version 1."""
    group = root / "sys/fs/cgroup"
    words = _read(group / "cpu.max").split()
    words = words or [_read(group / f"cpu/cpu.cfs_{name}_us") for name in ("quota", "period")]
    if len(words) == 2 and all(word.isdigit() for word in words) and int(words[1]):
        return int(words[0]) / int(words[1])
    return None


def _threads_per_core(root: Path) -> int | None:
    return _listed(_read(root / "sys/devices/system/cpu/cpu0/topology/thread_siblings_list")) or None


def _boost(root: Path) -> bool | None:
    """By the generic switch, else by that of Intel's own driver, which says the opposite."""
    cpus = root / "sys/devices/system/cpu"
    if (generic := _read(cpus / "cpufreq/boost")) in ("0", "1"):
        return generic == "1"
    if (intel := _read(cpus / "intel_pstate/no_turbo")) in ("0", "1"):
        return intel == "0"
    return None


def _caches(root: Path) -> dict[str, int]:
    """Data and unified caches of CPU 0: `L1`, `L2`, `L3` and the `line` size, in bytes."""
    found: dict[str, int] = {}
    for index in sorted((root / "sys/devices/system/cpu/cpu0/cache").glob("index*")):
        size = re.fullmatch(r"(\d+)([KMG]?)", _read(index / "size"))
        if _read(index / "type") == "Instruction" or size is None:
            continue
        found[f"L{_read(index / 'level')}"] = int(size[1]) * KIB ** " KMG".index(size[2] or " ")
        line = _read(index / "coherency_line_size")
        if line.isdigit():
            found.setdefault("line", int(line))
    return found


def _memory(root: Path) -> int | None:
    """Main memory, or the control group's limit where that is lower."""
    total = _fields(_read(root / "proc/meminfo")).get("MemTotal", "").removesuffix("kB").strip()
    limit = _read(root / "sys/fs/cgroup/memory.max")
    amounts = [int(total) * KIB] if total.isdigit() else []
    amounts += [int(limit)] if limit.isdigit() else []
    return min(amounts, default=None)


def _in_container(root: Path) -> bool:
    """By the engine's marks; `/.dockerenv` alone is none: virtual machines boot from exported images."""
    if (root / "run/.containerenv").exists() or (root / "run/systemd/container").exists():
        return True
    if _CONTAINER_CGROUP.search(_read(root / "proc/self/cgroup")):
        return True
    mounts = [line.split() for line in _read(root / "proc/self/mountinfo").splitlines()]
    if any(words[4] in _ENGINE_MOUNTS for words in mounts if len(words) > 4):
        return True
    layered = any(words[4] == "/" and "overlay" in words for words in mounts if len(words) > 4)
    return layered and (root / ".dockerenv").exists()


def _virtual_hardware(root: Path) -> bool:
    """True when the hardware's own description names a hypervisor (AArch64 CPUs have no flag for it)."""
    if (root / "sys/hypervisor/type").exists() or (root / "proc/device-tree/hypervisor").exists():
        return True
    names = (_read(root / f"sys/class/dmi/id/{name}") for name in ("sys_vendor", "product_name"))
    return any(_VIRTUAL_VENDORS.search(name) for name in names)
