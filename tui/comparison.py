"""Several runs in one table: what each reached, and who reached it. Pure but for reading the journals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.errors import IrloopError
from pipeline.journal import read
from pipeline.records import Interval
from pipeline.state import State, fold
from tui.library import RunCard

MODELS = ("llm", "recorded", "command")


@dataclass(frozen=True)
class Compared:
    """One run: its card, its best flags, the best of its models and of its search, candidates and wins."""

    card: RunCard
    flags: float | None
    model: Interval | None
    search: Interval | None
    candidates: int
    wins: int
    noise: float | None

    @property
    def text(self) -> str:
        """What a filter looks in."""
        card = self.card
        return f"{card.kernel} {card.size} {card.policy} {card.proposer} {card.status}".lower()


SORTS: dict[str, Callable[[Compared], object]] = {
    "newest": lambda row: -row.card.started,
    "speedup": lambda row: -(row.card.speedup.speedup if row.card.speedup else 0.0),
    "kernel": lambda row: (row.card.kernel, row.card.size, -row.card.started),
    "model over search": lambda row: -_lead(row.model, row.search),
    "search over model": lambda row: -_lead(row.search, row.model),
    "flags": lambda row: -(row.flags or 0.0),
    "wins": lambda row: -row.wins / max(1, row.candidates),
    "policy": lambda row: (row.card.policy, row.card.kernel),
    "proposer": lambda row: (row.card.proposer, row.card.kernel),
    "status": lambda row: (row.card.status, -row.card.started),
    "noise": lambda row: row.noise if row.noise is not None else 1.0,
}


def _lead(one: Interval | None, other: Interval | None) -> float:
    """How far one is ahead of the other; a side that found nothing faster counts as 1, one that was not asked loses."""
    return (one.speedup if one else 0.0) / (other.speedup if other else 1.0)


def compare(cards: Iterable[RunCard]) -> list[Compared]:
    """Read every run's journal; one that cannot be read is passed over."""
    rows = []
    for card in cards:
        try:
            rows.append(compared(card, fold(read(card.folder))))
        except IrloopError:
            continue
    return rows


def compared(card: RunCard, state: State) -> Compared:
    """One run's row."""
    flags = [row.speedup.speedup for row in state.ladder if row.speedup]
    return Compared(
        card=card,
        flags=max(flags, default=None),
        model=_best_of(state, MODELS),
        search=_best_of(state, ("search",)),
        candidates=len(state.verdicts),
        wins=sum(verdict.is_win for verdict in state.verdicts.values()),
        noise=state.noise.floor if state.noise else None,
    )


def _best_of(state: State, proposers: tuple[str, ...]) -> Interval | None:
    found = [
        attempt.verdict.speedup
        for attempt in state.history
        if attempt.candidate.proposer in proposers and attempt.verdict.is_win and attempt.verdict.speedup
    ]
    return max(found, key=lambda speedup: speedup.speedup, default=None)


def arranged(rows: Iterable[Compared], words: str, sort: str) -> list[Compared]:
    """The rows in which every word occurs, sorted."""
    wanted = words.lower().split()
    return sorted((row for row in rows if all(word in row.text for word in wanted)), key=SORTS[sort])  # type: ignore[arg-type] # keys of one sort are of one type
