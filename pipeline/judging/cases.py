"""What a program under test is given in one run: its own input, hidden data, other sizes, or other arguments."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.judging.sandbox import Invocation
from pipeline.records import ExtraCase

# How the boundary replaces the hot function's size arguments, by number from 1 on; `boundary.c` knows the same order.
SIZE_RULES = ("sizes of 0", "sizes of 1", "small prime sizes", "sizes that are prime")


@dataclass(frozen=True)
class Case:
    """One input of the program.

    Data are perturbed from `seed` and size arguments replaced by rule `size` (0: as they are); `extra` says what the
    program is started with instead of its own arguments.
    """

    seed: int = 0
    size: int = 0
    extra: ExtraCase | None = None

    @property
    def is_own(self) -> bool:
        """True for the input that the program was given by its user."""
        return self == OWN

    def describe(self) -> str:
        """The input in words that give no hidden value away."""
        parts = ["a hidden input"] if self.seed else []
        parts += [SIZE_RULES[self.size - 1]] if self.size else []
        parts += [f"the case '{self.extra.name}'"] if self.extra else []
        return " with ".join(parts) or "the program's own input"

    def start(self, invocation: Invocation) -> Invocation:
        """How the program is started for this input."""
        if self.extra is None:
            return invocation
        return replace(invocation, args=self.extra.args, stdin=self.extra.stdin or invocation.stdin)


OWN = Case()
