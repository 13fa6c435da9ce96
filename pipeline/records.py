"""The frozen records that everything else passes around.

Words used in the field's sense: the *reference* is the program as plain `clang -O3` makes it, a *candidate* is one
proposed body for the hot function, the *incumbent* is the fastest verified candidate so far.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.service import Budget, Endpoint, Price, Usage

Language = Literal["ja", "en"]
# Where counters come from: whatever the machine has, or one source only.
CounterChoice = Literal["auto", "pmu", "software", "simulated", "model"]


class Record(BaseModel):
    """Base of all records: immutable, strict about unknown fields, serialisable as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")


class Policy(StrEnum):
    """What floating-point results must satisfy: bit-exact, or equal within the kernel's tolerance."""

    STRICT = "strict"
    TOLERANT = "tolerant"


class Form(StrEnum):
    """How a candidate is written: LLVM IR, C, or a recipe of passes for the original code."""

    IR = "ir"
    C = "c"
    PASSES = "passes"


class Vary(Record):
    """Integer data behind one array argument that hidden inputs may replace: C type and inclusive bounds."""

    type: Literal["char", "int"]
    min: int
    max: int


class ExtraCase(Record):
    """One more input that candidates are verified on: other arguments, another standard input."""

    name: str
    args: tuple[str, ...] = ()
    stdin: Path | None = None


class Program(Record):
    """What is optimised, and how to build and run it.

    `sources` are C files, or one `.ll` file. `sizes` are facts for the proposer (macro names and values) when known;
    `tolerance` is relative to the magnitude of each result array. For a program given as IR, `readable_source` is the C
    file it came from, when known; `profile` is a profile text to show to proposers instead of the run's own.
    `cases` are further inputs to verify on; `flops` and `bytes` are the floating-point operations of one call of the
    hot function and the memory that it has to move at least (every element read or written counts once), when known.
    """

    name: str
    sources: tuple[Path, ...]
    hot: str | None = None
    includes: tuple[Path, ...] = ()
    defines: tuple[str, ...] = ()
    args: tuple[str, ...] = ()
    stdin: Path | None = None
    cwd: Path | None = None
    tolerance: float = 1e-9
    size: str = ""
    sizes: dict[str, int] = Field(default_factory=dict)
    notes: str = ""
    vary: dict[str, Vary] = Field(default_factory=dict)
    cases: tuple[ExtraCase, ...] = ()
    flops: int | None = None
    bytes: int | None = None
    recorded: Path | None = None
    readable_source: Path | None = None
    profile: Path | None = None

    @property
    def is_ir(self) -> bool:
        """True when the program is given as LLVM IR and has no C source."""
        return self.sources[0].suffix == ".ll"


class Settings(Record):
    """The choices of one run. `timeout` is the wall-clock limit of one execution of the program, in seconds.

    `form` is what a model may answer with, `prompt_tokens` about how long a prompt may be; `fresh_ladder` measures the
    ladder although an earlier run's is kept, `counters` limits evidence and counters to one source. `endpoint` is None
    when no model is configured; `candidates` is how many replies a model is asked for in an iteration, `restart_after`
    the iterations without gain after which it starts from the original again (0: never), `repairs` how often it is
    asked about a reply that does not compile. With `provenance`, the run is a recording: its replies are kept beside
    the kernel when it is done, as written by that.
    """

    iterations: Annotated[int, Field(ge=1, le=1000)] = 3
    proposer: str = "auto"
    command: str | None = None
    policy: Policy = Policy.TOLERANT
    timeout: Annotated[float, Field(gt=0)] = 60.0
    seed: int = 1
    language: Language = "ja"
    ladder: bool = True
    fresh_ladder: bool = False
    counters: CounterChoice = "auto"
    form: Form | Literal["any"] = "any"
    prompt_tokens: Annotated[int, Field(ge=1000)] = 16_000
    candidates: Annotated[int, Field(ge=1, le=64)] = 1
    restart_after: Annotated[int, Field(ge=0)] = 3
    repairs: Annotated[int, Field(ge=0, le=5)] = 2
    endpoint: Endpoint | None = None
    prices: dict[str, Price] = Field(default_factory=dict)
    budget: Budget = Budget()
    provenance: str = ""

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that a model may choose from."""
        return (Form.C, Form.IR, Form.PASSES) if self.form == "any" else (self.form,)


class Interval(Record):
    """A speedup over the reference (above 1 is faster): median of paired ratios with its 99 % bootstrap interval."""

    speedup: float
    low: float
    high: float
    pairs: int
    p_value: float | None = None

    def __str__(self) -> str:
        return f"{self.speedup:.2f}x [{self.low:.2f}, {self.high:.2f}]"


class LadderRow(Record):
    """One rung of the ladder: what a user gets by flags alone. `speedup` is None with the reason in `note`.

    `measured` is the day (ISO) of an earlier run that measured it on this machine, empty when this run did.
    """

    name: str
    speedup: Interval | None = None
    note: str = ""
    measured: str = ""


class Candidate(Record):
    """One reply of a proposer: `text` is the reply word for word, `label` says in short what it is.

    `parent` is the candidate that this one repairs; `usage` is what asking for it took, where a model was asked.
    """

    id: str
    iteration: int
    proposer: str
    label: str
    text: str
    parent: str | None = None
    usage: Usage | None = None


class Outcome(StrEnum):
    """What the judge decided about a candidate."""

    FASTER = "faster"
    SLOWER = "slower"
    INCONCLUSIVE = "inconclusive"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"

    @property
    def mark(self) -> str:
        """A sign to stand beside the colour: a verdict must be readable without colours."""
        signs = {"faster": "▲", "slower": "▼", "inconclusive": "≈", "unchanged": "=", "duplicate": "=", "rejected": "✗"}
        return signs[self.value]


class Reason(StrEnum):
    """Why a candidate was rejected (or, for one that was measured, on what the outcome rests)."""

    NO_CODE = "no-code"
    TOO_LONG = "too-long"
    OTHER_FUNCTION = "other-function"
    OTHER_FORM = "other-form"
    PARSE = "parse"
    COMPILE = "compile"
    PASSES = "passes"
    SIGNATURE = "signature"
    GATE_ASM = "gate-asm"
    GATE_CONSTRUCTOR = "gate-constructor"
    GATE_STATE = "gate-state"
    GATE_CALL = "gate-call"
    GATE_REFERENCE = "gate-reference"
    GATE_POINTER = "gate-pointer"
    GATE_FAST_MATH = "gate-fast-math"
    GATE_FACT = "gate-fact"
    LINK = "link"
    CRASH = "crash"
    TIMEOUT = "timeout"
    RESOURCE = "resource-limit"
    SANDBOX = "sandbox"
    EXIT_STATUS = "exit-status"
    OUTPUT = "output"
    CALLS = "calls"
    RESULT = "result"
    HIDDEN_INPUT = "hidden-input"
    CASE = "case"
    SIZE = "boundary-size"
    SANITIZER = "sanitizer"
    REFUTED = "refuted"
    NONDETERMINISTIC = "nondeterministic"
    CHECKSUM = "checksum"
    OFF_CLOCK = "off-the-clock"
    SPECIAL_CASE = "special-case"
    SAME_OBJECT = "same-object"
    SEEN_OBJECT = "seen-object"
    MEASURED = "measured"
    CLEARLY_SLOWER = "clearly-slower"
    NOISE = "within-noise"
    LAYOUT = "layout"
    SKIPPED = "skipped"


class Scope(StrEnum):
    """What is compared and timed: the hot function behind the boundary, or, where that is impossible, the program."""

    FUNCTION = "function"
    PROGRAM = "program"


class Finish(StrEnum):
    """How a candidate's IR became machine code: as it stands, or through the -O3 passes once more."""

    CODEGEN = "codegen"
    O3_AGAIN = "o3-again"


class Verdict(Record):
    """The judge's decision about one candidate, with the evidence it rests on.

    `digest` identifies the object code that was judged; `versus_incumbent` is the speedup over the best candidate of
    that moment, measured in the same rounds; `mends` lists mechanical repairs of the reply;
    `alive` is what alive-tv said, where it was asked. `own_seconds` is what irloop itself spent on it (gate, both
    finishes, link), `verify_seconds` what running it on all inputs took before it was timed.
    """

    candidate: str
    outcome: Outcome
    reason: Reason
    detail: str = ""
    form: Form | None = None
    intent: str = ""
    digest: str = ""
    finish: Finish | None = None
    speedup: Interval | None = None
    versus_incumbent: Interval | None = None
    mends: tuple[str, ...] = ()
    ir_lines: int | None = None
    scope: Scope = Scope.FUNCTION
    alive: str = ""
    own_seconds: float = 0.0
    verify_seconds: float = 0.0

    @property
    def is_win(self) -> bool:
        """True when the candidate is verified and its gain is beyond noise."""
        return self.outcome is Outcome.FASTER
