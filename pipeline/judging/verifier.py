"""Whether the binary of a candidate is right: all that is decided about it without a stopwatch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.judging import alive
from pipeline.judging.cases import OWN, Case
from pipeline.judging.construct import Bench
from pipeline.judging.differential import Expected, compare_output
from pipeline.judging.harness import Harness
from pipeline.judging.reference import Reference, expected_hidden, expected_sizes, hidden_seeds, observe_twice
from pipeline.judging.sandbox import Invocation, Observation, observe, with_patience
from pipeline.judging.verification import verify
from pipeline.records import Reason

Problem = tuple[Reason, str]


@dataclass(frozen=True)
class Verifier:
    """Compares binaries and modules of candidates with one reference."""

    bench: Bench
    harness: Harness
    reference: Reference
    invocation: Invocation

    @property
    def patience(self) -> Invocation:
        """Checked runs may take any CPU and only so long."""
        return replace(with_patience(self.invocation, self.reference.wall_seconds), cpu=None)

    def problem(self, binary: Path, expected: tuple[Expected, ...] | None = None) -> Problem | None:
        """What is wrong with a binary on these inputs (None: all that the reference was observed on), or None."""
        inputs = self.reference.expected if expected is None else expected
        program, names = self.bench.program, self.harness.block_names
        return verify(binary, inputs, self.patience, self.bench.policy, program.tolerance, names)

    def fresh_problem(self, binary: Path, seed: int, purpose: str) -> Problem | None:
        """What is wrong with a verified binary on hidden inputs, and in calls, that nobody has looked at yet.

        Where nothing can be hidden, other calls of the program on its own input are looked at.
        """
        seeds = iter(hidden_seeds(seed, purpose))
        patience, original = replace(self.patience, watch=next(seeds)), self.reference.binary
        fresh = expected_hidden(original, patience, seeds, len(self.reference.seeds))
        if fresh:
            fresh += expected_sizes(self.harness, original, patience, next(seeds))
        elif own := observe_twice(original, patience, OWN):
            fresh = [own]
        return replace(self, invocation=patience).problem(binary, tuple(fresh))

    def memory_error(self, module: Path, folder: Path) -> Problem | None:
        """What AddressSanitizer, where it works here, finds in a module built in `folder`."""
        sanitizer = self.reference.sanitizer
        found = sanitizer.check(module, folder, self.patience) if sanitizer else None
        return (Reason.SANITIZER, found) if found else None

    def opinion(self, module: Path, folder: Path) -> alive.Opinion | None:
        """What alive-tv, where it is installed and can speak, says of a module."""
        tool = alive.find_alive()
        if tool is None or not alive.can_speak(self.bench.reference, self.bench.policy):
            return None
        return alive.ask(tool, self.bench.split.hot, module, self.bench.split.name, folder)

    def checksums(self, binary: Path) -> Mapping[Case, int | None]:
        """The checksums that timed runs of a verified binary must repeat (where the reference's own do)."""
        return {
            case: self._checksum(binary, case) for case, known in self.reference.checksums.items() if known is not None
        }

    def _checksum(self, binary: Path, case: Case) -> int:
        """The sum of a checked run, or of a timed one where already the reference's two differ (blocks of its own)."""
        checked = next(wanted for wanted in self.reference.expected if wanted.case == case)
        timed = checked.observation.report.checksum != self.reference.checksums[case]
        seen = observe(binary, self.patience, seed=case.seed, timed=timed, clock=self.reference.clock)
        return seen.report.checksum

    def misprint(self, case: Case, seen: Observation) -> Problem | None:
        """What is wrong with the output of a timed run on one of the verified inputs."""
        wanted = next(expected for expected in self.reference.expected if expected.case == case)
        return compare_output(wanted, seen, self.bench.policy, self.bench.program.tolerance)
