"""Comparing what a candidate computed with what the reference computed: printed text and whole arrays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.judging.boundary import Dump
from pipeline.judging.sandbox import Observation
from pipeline.records import Policy, Reason

_NUMBER = re.compile(rb"^[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|nan|inf)$", re.I)
_TOKEN = re.compile(rb"\S+")
WORD = 8


@dataclass(frozen=True)
class Mask:
    """What differs between two runs of the reference itself and so cannot be compared.

    `tokens` are positions in the printed text (a time of day, seconds), `words` 8-byte words by (call, block): data
    such as stored pointers.
    """

    tokens: frozenset[int]
    words: dict[tuple[int, int], frozenset[int]]

    @property
    def masked_words(self) -> int:
        """How many words of data are left out of the comparison."""
        return sum(len(found) for found in self.words.values())


@dataclass(frozen=True)
class Expected:
    """The reference on one input: an observation and what of it is stable."""

    seed: int
    observation: Observation
    mask: Mask


def expect(seed: int, first: Observation, second: Observation) -> Expected:
    """Two runs of the reference on the same input, turned into what a candidate must reproduce."""
    tokens = {
        index
        for index, (one, two) in enumerate(zip(_tokens(first), _tokens(second), strict=False))
        if one != two
    }
    words = {
        (one.call, one.index): _differing_words(one.data, two.data)
        for one, two in zip(first.dumps, second.dumps, strict=False)
        if one.data != two.data
    }
    return Expected(seed, first, Mask(frozenset(tokens), words))


def has_nan(observation: Observation) -> bool:
    """True when floating-point data of the run contains NaN or an infinity: such an input proves little."""
    import numpy as np

    return any(
        not np.isfinite(_array(dump.data, dump.kind)).all() for dump in observation.dumps if dump.kind != "opaque"
    )


def compare(
    expected: Expected, seen: Observation, policy: Policy, tolerance: float, names: Sequence[str]
) -> tuple[Reason, str] | None:
    """The first difference that counts, as reason and words, or None when the candidate agrees with the reference.

    `names` are the blocks' names by index. Tolerance is relative to the largest magnitude in the array.
    """
    reference = expected.observation
    if seen.result.status != reference.result.status:
        ends = f"{seen.result.describe()} instead of {reference.result.describe()}"
        return Reason.EXIT_STATUS, f"the program ended with {ends}"
    if seen.report.calls != reference.report.calls:
        counts = f"{seen.report.calls} instead of {reference.report.calls}"
        return Reason.CALLS, f"the hot function returned {counts} times"
    effective = 0.0 if policy is Policy.STRICT else tolerance
    if [(d.call, d.index, len(d.data)) for d in seen.dumps] != [
        (d.call, d.index, len(d.data)) for d in reference.dumps
    ]:
        return Reason.RESULT, "the memory blocks behind the arguments differ in number or size"
    reason = Reason.RESULT if expected.seed == 0 else Reason.HIDDEN_INPUT
    for want, have in zip(reference.dumps, seen.dumps, strict=True):
        mask = expected.mask.words.get((want.call, want.index), frozenset())
        problem = _compare_block(want, have, effective, mask)
        if problem:
            name = names[want.index] if want.index < len(names) else "the return value"
            where = "the program's own input" if expected.seed == 0 else "a hidden input"
            return reason, f"{name} differs after call {want.call + 1} on {where}: {problem}"
    return _compare_output(_tokens(reference), _tokens(seen), expected.mask.tokens, effective)


def _tokens(observation: Observation) -> list[bytes]:
    return _TOKEN.findall(observation.result.stdout + b"\n" + observation.result.stderr)


def _compare_output(
    want: list[bytes], have: list[bytes], masked: frozenset[int], tolerance: float
) -> tuple[Reason, str] | None:
    if len(want) != len(have):
        return Reason.OUTPUT, f"the program printed {len(have)} words instead of {len(want)}"
    for index, (one, two) in enumerate(zip(want, have, strict=True)):
        if one != two and index not in masked and not _close(one, two, tolerance):
            return Reason.OUTPUT, f"word {index + 1} of the output is {_show(two)} instead of {_show(one)}"
    return None


def _show(word: bytes) -> str:
    return repr(word[:40].decode("utf-8", "replace"))


def _close(one: bytes, two: bytes, tolerance: float) -> bool:
    if tolerance == 0 or not (_NUMBER.match(one) and _NUMBER.match(two)):
        return False
    a, b = float(one), float(two)
    # A printed number carries rounding of its own: one unit of its last decimal on top of the tolerance.
    decimals = len(one.split(b".")[1]) if b"." in one and b"e" not in one.lower() else 0
    last_place = 10.0**-decimals if decimals else 0.0
    return a == b or abs(a - b) <= tolerance * max(abs(a), abs(b)) + last_place * 1.0001


def _compare_block(want: Dump, have: Dump, tolerance: float, masked: frozenset[int]) -> str | None:
    if want.data == have.data:
        return None
    if want.kind == "opaque" or tolerance == 0:
        differing = _differing_words(want.data, have.data) - masked
        return f"{len(differing)} words of {len(want.data) // WORD} (exact comparison)" if differing else None
    return _compare_floats(want, have, tolerance, masked)


def _compare_floats(want: Dump, have: Dump, tolerance: float, masked: frozenset[int]) -> str | None:
    import numpy as np

    one, two = _array(want.data, want.kind), _array(have.data, have.kind)
    keep = np.ones(one.shape, dtype=bool)
    if masked:
        keep[np.isin(np.arange(one.size) * one.itemsize // WORD, list(masked))] = False
    finite = np.isfinite(one)
    strange = keep & ~finite & ~((one == two) | (np.isnan(one) & np.isnan(two)))
    if strange.any() or (keep & finite & ~np.isfinite(two)).any():
        return "NaN or infinity where the reference has none, or the other way round"
    usable = keep & finite
    if not usable.any():
        return None
    scale = float(np.abs(one[usable]).max())
    error = np.abs(np.where(usable, two.astype(np.float64) - one, 0.0))
    worst = int(error.argmax())
    if float(error[worst]) <= tolerance * scale:
        return None
    relative = float(error[worst]) / scale if scale else float("inf")
    count = int((error > tolerance * scale).sum())
    return (
        f"{count} of {one.size} elements, worst at element {worst}: {float(two[worst])!r} instead of "
        f"{float(one[worst])!r} ({relative:.1e} of the largest magnitude, {tolerance:.0e} allowed)"
    )


def _array(data: bytes, kind: str):  # type: ignore[no-untyped-def]  # numpy is imported lazily
    import numpy as np

    dtype = np.float64 if kind == "f64" else np.float32
    return np.frombuffer(data[: len(data) // np.dtype(dtype).itemsize * np.dtype(dtype).itemsize], dtype=dtype)


def _differing_words(one: bytes, two: bytes) -> frozenset[int]:
    import numpy as np

    size = max(len(one), len(two))
    padded = -(-size // WORD) * WORD
    left = np.frombuffer(one.ljust(padded, b"\0"), dtype=np.uint64)
    right = np.frombuffer(two.ljust(padded, b"\0"), dtype=np.uint64)
    return frozenset(int(index) for index in np.flatnonzero(left != right))
