"""Does a small gain survive when the code lies elsewhere in memory?

Where a loop happens to start can change its speed by several per cent, with no merit of the code (Mytkowicz, Diwan,
Hauswirth, Sweeney: Producing wrong data without doing anything obviously wrong, ASPLOS 2009). Gains of that order are
measured in several layouts: the reference and the candidate linked again behind paddings of the text section.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.judging.harness import Harness
from pipeline.judging.statistics import decide, paired_speedup
from pipeline.records import Interval, Outcome

# Bytes in front of the hot function: other places in a cache line, in a window of 32 bytes, in a page.
PADDINGS = (16, 48, 96, 1040, 2096)
ROUNDS = 7
# Gains from here on are beyond what a layout explains.
SMALL_GAIN = 1.10

Samples = tuple[Sequence[float], Sequence[float]]


def relinked(harness: Harness, objects: Mapping[str, Path], folder: Path) -> list[dict[str, Path]]:
    """For every padding the binaries of the given hot objects, by name."""
    folder.mkdir(parents=True, exist_ok=True)

    def link(job: tuple[int, str]) -> Path:
        padding, name = job
        return harness.link(objects[name], folder / f"{name}-{padding}".replace(" ", "-"), padding)

    jobs = [(padding, name) for padding in PADDINGS for name in objects]
    for padding in PADDINGS:
        harness.padding(padding)
    with ThreadPoolExecutor(2) as pool:
        binaries = dict(zip(jobs, pool.map(link, jobs), strict=True))
    return [{name: binaries[padding, name] for name in objects} for padding in PADDINGS]


def over_layouts(layouts: Sequence[Samples], floor: float) -> tuple[Outcome, Interval, str]:
    """What samples (reference, candidate) of several layouts say together: outcome, pooled speedup, words.

    A gain counts when the pooled rounds show it and no layout turns it round.
    """
    pooled = paired_speedup(
        [seconds for reference, _ in layouts for seconds in reference],
        [seconds for _, candidate in layouts for seconds in candidate],
    )
    effects = [paired_speedup(*samples).speedup for samples in layouts]
    words = f"{min(effects):.2f}x to {max(effects):.2f}x in {len(effects)} layouts"
    outcome = decide(pooled, floor)
    if outcome is Outcome.FASTER and min(effects) <= 1:
        outcome = Outcome.INCONCLUSIVE
    return outcome, pooled, words
