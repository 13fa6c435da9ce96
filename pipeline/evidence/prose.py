"""The profile in words: what a person and a language model read beside the program.

Every line states one measured figure or one figure computed from measured ones; nothing is concluded here.
A further section (hot loops, optimisation remarks) is one more function that returns lines.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.evidence.perf import Counter, CounterStatus, PerfStat
from pipeline.records import Language

# Always reported, in this order, present or not.
_HEADLINE = ("cycles", "instructions", "cache-misses")
# `perf stat -d` counts misses of the last-level cache by this event and not by the generic one.
_LAST_LEVEL_MISSES = "LLC-load-misses"
# (part, whole) of the rates worth telling, in percent.
_RATES = (
    ("cache-misses", "cache-references"),
    ("branch-misses", "branches"),
    ("L1-dcache-load-misses", "L1-dcache-loads"),
    ("LLC-load-misses", "LLC-loads"),
    ("stalled-cycles-frontend", "cycles"),
    ("stalled-cycles-backend", "cycles"),
)
_UNIT_NAMES = {"msec": "ms", "usec": "µs", "nsec": "ns", "sec": "s"}


@dataclass(frozen=True)
class _Words:
    """The sentences of one language; `{}` stands for figures and names."""

    title: str
    status: dict[CounterStatus, str]
    absent: str
    partly: str
    repeated: str
    ipc: str
    clock: str
    rate: str
    elapsed: str
    user: str
    sys: str
    sources: dict[str, str]


_WORDS: dict[Language, _Words] = {
    "ja": _Words(
        title="プログラムの実行プロファイル:",
        status={
            CounterStatus.NOT_SUPPORTED: "未対応 (<not supported>)",
            CounterStatus.NOT_COUNTED: "計測されず (<not counted>)",
        },
        absent="記録なし",
        partly=" (実行時間の {:.2f}% で計測し、perf が全体に換算)",
        repeated="- 実行回数: {} (各値は平均)",
        ipc="- IPC (サイクルあたりの命令数): {:.2f}",
        clock="- クロック周波数 (cycles / task-clock): {:.2f} GHz",
        rate="- {} / {}: {:.2f}%",
        elapsed="- 経過時間: {} 秒",
        user="- ユーザー時間: {} 秒",
        sys="- システム時間: {} 秒",
        sources={
            "pmu": "- カウンタの取得元: pmu (ハードウェアカウンタ)",
            "software": "- カウンタの取得元: software (ハードウェアカウンタの値はない)",
        },
    ),
    "en": _Words(
        title="Execution profile of the program:",
        status={
            CounterStatus.NOT_SUPPORTED: "not supported (<not supported>)",
            CounterStatus.NOT_COUNTED: "not counted (<not counted>)",
        },
        absent="not recorded",
        partly=" (counted {:.2f}% of the time, scaled to the whole by perf)",
        repeated="- runs: {} (every figure is a mean)",
        ipc="- IPC (instructions per cycle): {:.2f}",
        clock="- clock frequency (cycles / task-clock): {:.2f} GHz",
        rate="- {} / {}: {:.2f}%",
        elapsed="- time elapsed: {} s",
        user="- user time: {} s",
        sys="- system time: {} s",
        sources={
            "pmu": "- source of the counters: pmu (hardware counters)",
            "software": "- source of the counters: software (no hardware counter has a value)",
        },
    ),
}


def profile_text(stat: PerfStat, lang: Language = "ja") -> str:
    """The profile as text: title, one `- name: figure` line per counter, then derived figures, times, source.

    `cycles`, `instructions` and `cache-misses` always come first; where `perf stat -d` recorded last-level
    misses under its own event name, the cache-misses line gives that count and names the event.
    """
    words = _WORDS[lang]
    lines = [words.title]
    for section in (_headline, _other_counters, _derived, _times, _source):
        lines += section(stat, words)
    return "\n".join(lines) + "\n"


def format_amount(value: float) -> str:
    """A number without exponent, separators or trailing zeros: `134567`, `0.69`."""
    return f"{value:.9f}".rstrip("0").rstrip(".")


def _headline(stat: PerfStat, words: _Words) -> list[str]:
    return [f"- {name}: {_headline_value(name, stat, words)}" for name in _HEADLINE]


def _headline_value(name: str, stat: PerfStat, words: _Words) -> str:
    counter = stat.counters.get(name)
    stand_in = stat.counters.get(_LAST_LEVEL_MISSES) if name == "cache-misses" else None
    if stand_in is not None and (counter is None or (counter.value is None and stand_in.value is not None)):
        return f"{_counter_value(stand_in, words)} ({stand_in.name})"
    return words.absent if counter is None else _counter_value(counter, words)


def _counter_value(counter: Counter, words: _Words) -> str:
    if counter.value is None:
        return words.status[counter.status]
    unit = f" {_UNIT_NAMES.get(counter.unit, counter.unit)}" if counter.unit else ""
    partly = words.partly.format(counter.running_percent) if counter.running_percent < 100.0 else ""
    return f"{format_amount(counter.value)}{unit}{partly}"


def _other_counters(stat: PerfStat, words: _Words) -> list[str]:
    others = [counter for name, counter in stat.counters.items() if name not in _HEADLINE]
    return [f"- {counter.name}: {_counter_value(counter, words)}" for counter in others]


def _derived(stat: PerfStat, words: _Words) -> list[str]:
    lines = []
    if (ipc := _ratio(stat, "instructions", "cycles")) is not None:
        lines.append(words.ipc.format(ipc))
    cycles, milliseconds = stat.value("cycles"), stat.milliseconds("task-clock")
    if cycles and milliseconds and stat.counters["cycles"].modifier == stat.counters["task-clock"].modifier:
        lines.append(words.clock.format(cycles / milliseconds / 1e6))
    for part, whole in _RATES:
        if (rate := _ratio(stat, part, whole)) is not None:
            lines.append(words.rate.format(part, whole, 100.0 * rate))
    return lines + [f"- {metric.name}: {format_amount(metric.value)}{metric.unit}" for metric in stat.metrics]


def _ratio(stat: PerfStat, part: str, whole: str) -> float | None:
    """`part / whole`, where both were counted by the same unit for the same privilege levels."""
    over, under = stat.counters.get(part), stat.counters.get(whole)
    if over is None or under is None or over.value is None or not under.value:
        return None
    return over.value / under.value if (over.pmu, over.modifier) == (under.pmu, under.modifier) else None


def _times(stat: PerfStat, words: _Words) -> list[str]:
    lines = [words.repeated.format(stat.runs)] if stat.runs > 1 else []
    seconds = ((words.elapsed, stat.elapsed_s), (words.user, stat.user_s), (words.sys, stat.sys_s))
    return lines + [sentence.format(format_amount(value)) for sentence, value in seconds if value is not None]


def _source(stat: PerfStat, words: _Words) -> list[str]:
    return [words.sources[stat.source]]
