"""Comparing what a candidate computed with what the reference computed: printed text and whole arrays."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.judging.cases import Case
from pipeline.judging.channel import Dump
from pipeline.judging.sandbox import Observation
from pipeline.records import Policy, Reason

# Numbers inside a printed word such as `sum=1.25,`; digits that belong to a name or a hash are none.
_NUMBER = re.compile(
    rb"(?<![\w.])[-+]?(?:\d+\.\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+(?![\w.])|\d+(?![\w.])"
    rb"|(?:nan|inf)(?!\w))",
    re.I,
)
_TOKEN = re.compile(rb"\S+")
WORD = 8
# Floating-point data of mixed blocks are taken for such between this and its inverse.
LEAST_NUMBER = 1e-30


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

    case: Case
    observation: Observation
    mask: Mask


def expect(case: Case, first: Observation, second: Observation) -> Expected:
    """Two runs of the reference on the same input, turned into what a candidate must reproduce."""
    tokens = {
        index for index, (one, two) in enumerate(zip(_tokens(first), _tokens(second), strict=False)) if one != two
    }
    words = {
        (one.call, one.index): _differing_words(one.data, two.data)
        for one, two in zip(first.dumps, second.dumps, strict=False)
        if one.data != two.data
    }
    return Expected(case, first, Mask(frozenset(tokens), words))


def has_nan(observation: Observation) -> bool:
    """True when floating-point data of the run contains NaN or an infinity: such an input proves little."""
    import numpy as np

    return any(
        not np.isfinite(_array(dump.data, dump.kind)).all() for dump in observation.dumps if dump.kind in ("f64", "f32")
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
    effective = _effective(policy, tolerance)
    if [(d.call, d.index, len(d.data)) for d in seen.dumps] != [
        (d.call, d.index, len(d.data)) for d in reference.dumps
    ]:
        return Reason.RESULT, "the memory blocks behind the arguments differ in number or size"
    reason = Reason.RESULT if expected.case.is_own else Reason.HIDDEN_INPUT
    for want, have in zip(reference.dumps, seen.dumps, strict=True):
        mask = expected.mask.words.get((want.call, want.index), frozenset())
        problem = _compare_block(want, have, effective, mask)
        if problem:
            where = f"{_named(want, names)} differs after call {want.call + 1} on {expected.case.describe()}"
            return reason, f"{where}: {problem}"
    return compare_output(expected, seen, policy, tolerance)


def _named(dump: Dump, names: Sequence[str]) -> str:
    index = dump.index if dump.root is None else dump.root
    name = names[index] if index < len(names) else "the return value"
    return name if dump.root is None else f"what {name} points to"


def compare_output(
    expected: Expected, seen: Observation, policy: Policy, tolerance: float
) -> tuple[Reason, str] | None:
    """The first printed word that differs, as reason and words, or None; for timed runs, which dump no memory."""
    want, have = _tokens(expected.observation), _tokens(seen)
    return _compare_output(want, have, expected.mask.tokens, _effective(policy, tolerance))


def _effective(policy: Policy, tolerance: float) -> float:
    return 0.0 if policy is Policy.STRICT else tolerance


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
    """True when two printed words agree but for floating-point numbers in them, and these within the tolerance."""
    if tolerance == 0 or _NUMBER.split(one) != _NUMBER.split(two):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(two), strict=True)
    return all(a == b or _close_numbers(a.lower(), b.lower(), tolerance) for a, b in pairs)


def _close_numbers(one: bytes, two: bytes, tolerance: float) -> bool:
    a, b = float(one), float(two)
    if math.isnan(a) and math.isnan(b):
        return True
    if not (math.isfinite(a) and math.isfinite(b)) or (one + two).strip(b"+-0123456789") == b"":
        return False  # integers are exact
    # A printed number carries rounding of its own: one unit of its last decimal on top of the tolerance. `%g` drops
    # zeros at the end, so the longer number tells where the last decimal is.
    last_place = min((unit for unit in (_last_place(one), _last_place(two)) if unit), default=0.0)
    return abs(a - b) <= tolerance * max(abs(a), abs(b)) + last_place * 1.0001


def _last_place(number: bytes) -> float:
    """What one unit of the last decimal is worth; 0 for a number without decimals."""
    mantissa, _, exponent = number.partition(b"e")
    decimals = len(mantissa.partition(b".")[2])
    return float(10.0 ** (int(exponent or b"0") - decimals)) if decimals else 0.0


def _compare_block(want: Dump, have: Dump, tolerance: float, masked: frozenset[int]) -> str | None:
    if want.data == have.data:
        return None
    if tolerance > 0 and want.kind in ("f64", "f32"):
        return _compare_floats(want, have, tolerance, masked)
    differing = _differing_words(want.data, have.data) - masked
    if tolerance > 0 and want.kind.startswith("mixed"):
        differing = _not_close(want, have, tolerance, sorted(differing))
    words = -(-len(want.data) // WORD)
    return f"{len(differing)} words of {words} (exact comparison)" if differing else None


def _not_close(want: Dump, have: Dump, tolerance: float, words: Sequence[int]) -> frozenset[int]:
    """Of the words that differ in a block of mixed data, those that are not floating-point numbers close together.

    Pointers and small integers, read as floating-point numbers, are tiny or none: they must be equal.
    """
    import numpy as np

    kind = "f64" if want.kind == "mixed64" else "f32"
    per_word = 1 if kind == "f64" else 2
    width = -(-len(want.data) // WORD) * WORD
    one, two = (_array(each.data.ljust(width, b"\0"), kind).reshape(-1, per_word) for each in (want, have))
    one, two = (each[list(words)].astype(np.float64) for each in (one, two))
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(one), np.abs(two))
        number = np.isfinite(one) & np.isfinite(two) & (size > LEAST_NUMBER) & (size < 1 / LEAST_NUMBER)
        scale = size[number].max() if number.any() else 0.0
        close = (one == two) | (number & (np.abs(one - two) <= tolerance * scale))
    return frozenset(word for word, good in zip(words, close.all(axis=1), strict=True) if not good)


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
    error = np.zeros(one.shape, dtype=np.float64)
    with np.errstate(over="ignore"):  # an infinite error is an error
        error[usable] = np.abs(two[usable].astype(np.float64) - one[usable])
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
