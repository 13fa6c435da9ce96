"""Which runs may stand in one comparison: the same machine, compiler, policy, and source of counters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.records import Policy, Record
from pipeline.reports.journals import Run

_LONGEST_TAG = 30  # characters
# Of the environment, what makes the same binary take another time, or the baseline another binary.
_MACHINE = ("cpu", "arch", "vectors", "cpus", "container", "hypervisor")


class Group(Record):
    """What the runs of one group have in common.

    `machine` and `compiler` are in words; `machine_key` tells machines apart that the words would not.
    """

    machine: str
    compiler: str
    policy: Policy
    counters: str
    machine_key: str

    @property
    def title(self) -> str:
        """The group in one line."""
        return f"{self.machine}, {self.compiler}, policy {self.policy}, counters: {counters_in_words(self.counters)}"


def group_of(run: Run) -> Group:
    """The group that a run belongs to; a run that went on elsewhere is a group of both places."""
    environments = run.environments
    return Group(
        machine=_joined(machine_in_words(environment) for environment in environments),
        compiler=_joined(f"LLVM {environment.get('llvm', 'unknown')}" for environment in environments),
        policy=run.settings.policy,
        counters=run.counter_source,
        machine_key=_joined("|".join(environment.get(name, "") for name in _MACHINE) for environment in environments),
    )


def grouped(runs: Iterable[Run]) -> dict[Group, tuple[Run, ...]]:
    """The runs by group: the largest group first, runs in their order."""
    groups: dict[Group, list[Run]] = {}
    for run in runs:
        groups.setdefault(group_of(run), []).append(run)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0].title))
    return {group: tuple(members) for group, members in ordered}


def differences(groups: Sequence[Group]) -> list[str]:
    """In words, what differs between groups, one sentence each; empty for a single group."""
    facets = (
        ("machines", {group.machine_key: group.machine for group in groups}),
        ("compilers", {group.compiler: group.compiler for group in groups}),
        ("policies", {group.policy: str(group.policy) for group in groups}),
        ("counter sources", {group.counters: counters_in_words(group.counters) for group in groups}),
    )
    return [
        f"These runs come from {len(found)} {name}: {'; '.join(sorted(set(found.values())))}."
        for name, found in facets
        if len(found) > 1
    ]


def tags(groups: Iterable[Group]) -> dict[Group, str]:
    """A short name for each group, made of what differs between them; empty for a single group."""
    groups = list(groups)
    machines = {key: group.machine for group in groups for key in [group.machine_key]}
    numbers = {key: number for number, key in enumerate(machines, 1)}
    same_words = len(set(machines.values())) < len(machines)
    facets = {
        group: (
            f"{group.machine} #{numbers[group.machine_key]}" if same_words else group.machine,
            group.compiler,
            f"policy {group.policy}",
            f"counters: {group.counters}",
        )
        for group in groups
    }
    differing = [place for place in range(4) if len({words[place] for words in facets.values()}) > 1]
    return {group: ", ".join(words[place] for place in differing) for group, words in facets.items()}


def short_tags(groups: Iterable[Group]) -> dict[Group, str]:
    """As `tags`, for pictures: numbers where the names would not fit a label; `key_of` then explains them."""
    full = tags(groups)
    if max(map(len, full.values()), default=0) <= _LONGEST_TAG:
        return full
    return {group: f"group {number}" for number, group in enumerate(full, 1)}


def key_of(short: dict[Group, str]) -> str:
    """The lines that explain numbered groups, each on a line of its own after a line break; empty for other names."""
    numbered = (f"\n{name}: {group.title}" for group, name in short.items() if name.startswith("group "))
    return "".join(numbered)


def places(environments: Iterable[dict[str, str]]) -> list[tuple[dict[str, str], str, int]]:
    """Each distinct place once: its facts without the load, the range of the load at the start, how many runs."""
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for environment in environments:
        key = tuple((name, text) for name, text in environment.items() if name != "load")
        found.setdefault(key, []).append(environment.get("load", "unknown"))
    return [(dict(key), _range(loads), len(loads)) for key, loads in found.items()]


def _range(loads: Sequence[str]) -> str:
    try:
        ordered = sorted(loads, key=float)
    except ValueError:
        ordered = sorted(loads)
    return ordered[0] if ordered[0] == ordered[-1] else f"{ordered[0]} to {ordered[-1]}"


def machine_in_words(environment: dict[str, str]) -> str:
    """`AMD EPYC (x86_64, 2 CPUs, virtual machine)`."""
    facts = [environment.get("arch", "unknown architecture")]
    if cpus := environment.get("cpus"):
        facts.append(f"{cpus} CPU{'' if cpus == '1' else 's'}")
    facts += ["container"] if environment.get("container") == "yes" else []
    facts += ["virtual machine"] if environment.get("hypervisor") == "yes" else []
    return f"{environment.get('cpu', 'unknown CPU')} ({', '.join(facts)})"


def counters_in_words(source: str) -> str:
    """What a reader must know of a counter source."""
    words = {
        "pmu": "hardware (pmu)",
        "software": "software events only",
        "simulated": "simulated",
        "model": "a model of the processor",
        "none": "none recorded",
    }
    return " and ".join(words.get(part, part) for part in source.split("/"))


def _joined(parts: Iterable[str]) -> str:
    return " then ".join(dict.fromkeys(parts))
