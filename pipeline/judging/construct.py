"""From a reply's code to one module of IR with one hot function, whichever of the three forms it came in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import Split, extract_hot
from pipeline.errors import ToolError
from pipeline.executor import MIB, Limits
from pipeline.ir.contraction import unfuse
from pipeline.ir.gate import Allowed, check, check_calls
from pipeline.ir.mend import mend, set_attributes, weaken
from pipeline.ir.module import Function, Signature, find_function
from pipeline.ir.recipe import DEFAULT_PIPELINE, Recipe, apply_to_text, parse_recipe
from pipeline.ir.remedy import remedy
from pipeline.ir.split import internalised
from pipeline.judging.discretion import about, first_lines, foreign_include
from pipeline.proposers.reply import Code
from pipeline.records import Form, Policy, Program, Reason
from pipeline.toolchain import UNOPTIMISED, Toolchain

# A module of a candidate is small; what takes longer or more than this is hostile or hopeless.
CANDIDATE_LIMITS = Limits(wall_seconds=30, cpu_seconds=25, file_bytes=32 * MIB)
# Repairs of one reply that opt's messages ask for, each at the price of one more reading.
MOST_REMEDIES = 8
# What machine C is compiled for: this one.
MACHINE = "-march=native"
FREE_FLOATS = (
    "-ffp-contract=fast",
    "-fassociative-math",
    "-freciprocal-math",
    "-fno-signed-zeros",
    "-fno-trapping-math",
    "-fno-math-errno",
)
# Under the strict policy C may claim nothing: no restrict, no undefined overflow, no contraction, no reordering.
# Nor is anything said of where variables end: clang would add an `unreachable` of its own to every jump out of a block
# with variables, which the gate could not tell from a claim.
STRICT_C = (
    "-Drestrict=",
    "-D__restrict=",
    "-D__restrict__=",
    "-fwrapv",
    "-ffp-contract=off",
    "-fno-math-errno",
    "-Xclang",
    "-disable-lifetime-markers",
)


@dataclass(frozen=True)
class Bench:
    """What constructing a candidate needs and no candidate changes."""

    program: Program
    split: Split
    reference: Function
    reference_text: str
    allowed: Allowed
    toolchain: Toolchain
    policy: Policy


@dataclass(frozen=True)
class Constructed:
    """A candidate as IR: a module file that holds the hot function, ready for code generation."""

    module: Path
    mends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why no module came out: a reason code, and words for the proposer."""

    reason: Reason
    detail: str


def construct(code: Code, bench: Bench, work: Path) -> Constructed | Refusal:
    """Turn a reply's code into a checked module in `work`, or say why not."""
    work.mkdir(parents=True, exist_ok=True)
    if "\0" in code.text:
        return Refusal(Reason.PARSE, "the code holds NUL characters")
    match code.form:
        case Form.PASSES:
            return _from_recipe(code.text, bench, work)
        case Form.C:
            return _from_c(code.text, bench, work)
        case Form.IR:
            return _from_ir(code.text, bench, work)


def _from_recipe(text: str, bench: Bench, work: Path) -> Constructed | Refusal:
    recipe = parse_recipe(text)
    if isinstance(recipe, str):
        return Refusal(Reason.PASSES, f"the recipe is not valid: {recipe}")
    if recipe.fast_math and bench.policy is Policy.STRICT:
        return Refusal(Reason.GATE_FAST_MATH, "fast_math is not allowed (policy strict)")
    if recipe.polly and recipe.pipeline != DEFAULT_PIPELINE:
        return Refusal(Reason.PASSES, f"polly works with the pipeline {DEFAULT_PIPELINE} only")
    if recipe.polly and bench.toolchain.polly_flags is None:
        return Refusal(Reason.PASSES, "Polly is not installed here")
    optimised, module = work / "optimised.ll", work / "candidate.ll"
    try:
        _run_recipe(recipe, bench, work, optimised)
        extract_hot(optimised, bench.split.name, bench.toolchain, module)
    except ToolError as error:
        return Refusal(Reason.PASSES, str(error)[:1000])
    return Constructed(module)


def _run_recipe(recipe: Recipe, bench: Bench, work: Path, target: Path) -> None:
    source = bench.split.source if recipe.start == "source" else bench.split.optimised
    attributes = bench.toolchain.native_attributes if recipe.target == "native" else {}
    polly = (bench.toolchain.polly_flags or ()) if recipe.polly else ()
    edited = work / "edited.ll"
    text = apply_to_text(source.read_text(), bench.split.name, recipe, attributes)
    edited.write_text(unfuse(text) if bench.policy is Policy.STRICT else text)
    if recipe.pipeline == DEFAULT_PIPELINE:
        flags = [word for option in recipe.llvm_options for word in ("-mllvm", option)]
        bench.toolchain.optimise(edited, target, *flags, *polly, limits=CANDIDATE_LIMITS)
        return
    words: list[str | Path] = [f"-passes={recipe.pipeline}", *recipe.llvm_options, edited, "-o", target]
    result = bench.toolchain.tool("opt", "-S", *words, limits=CANDIDATE_LIMITS, cwd=work)
    if not result.ok:
        raise ToolError(f"opt rejects the recipe: {result.message or result.describe()}")


def _from_c(text: str, bench: Bench, work: Path) -> Constructed | Refusal:
    foreign = foreign_include(text)
    if foreign:
        return Refusal(Reason.GATE_REFERENCE, f"only headers in angle brackets may be included, not: {foreign}")
    source, raw, module = work / "candidate.c", work / "raw.ll", work / "candidate.ll"
    source.write_text(text)
    strict = bench.policy is Policy.STRICT
    flags = STRICT_C if strict else FREE_FLOATS
    sizes = [f"-D{name}={value}" for name, value in bench.program.sizes.items()]
    words: list[str | Path] = [
        MACHINE,
        "-Wno-everything",
        "-ferror-limit=5",
        *flags,
        *sizes,
        source.name,
        "-o",
        raw,
    ]
    result = bench.toolchain.tool("clang", *UNOPTIMISED, *words, limits=CANDIDATE_LIMITS, cwd=work)
    if not result.ok:
        said = about(result.message, source.name)
        return Refusal(Reason.COMPILE, f"clang does not compile it: {first_lines(said, work) or result.describe()}")
    # Calls through pointers to helpers are for the optimiser to resolve; what is left of them is refused.
    refusal = _inspect(raw, bench, calls=False)
    if refusal:
        return refusal
    if strict:
        raw.write_text(weaken(raw.read_text()))
    try:
        _optimise_alone(raw, module, bench)
    except ToolError as error:
        return Refusal(Reason.COMPILE, str(error)[:1000])
    finding = check_calls(module.read_text(), bench.allowed)
    return Refusal(*finding) if finding else Constructed(module)


def _from_ir(text: str, bench: Bench, work: Path) -> Constructed | Refusal:
    mended, notes = mend(text, bench.reference_text, tolerant=bench.policy is Policy.TOLERANT)
    raw = work / "raw.ll"
    problem = _accepted(mended, notes, bench, work, raw)
    if problem:
        return Refusal(Reason.PARSE, f"LLVM rejects the IR: {problem}")
    refusal = _inspect(raw, bench)
    if refusal:
        return refusal
    ir = raw.read_text()
    if bench.policy is Policy.STRICT:
        weaker = unfuse(weaken(ir))
        notes += ["dropped nsw, nuw, noalias and contraction"] if weaker != ir else []
        ir = weaker
    module = work / "candidate.ll"
    module.write_text(set_attributes(ir, bench.split.name, bench.toolchain.native_attributes))
    return Constructed(module, tuple(notes))


def _accepted(text: str, notes: list[str], bench: Bench, work: Path, raw: Path) -> str:
    """Have opt read the text and print it to `raw`, repairing what can be; opt's message where that is not enough."""
    written = work / "reply.ll"
    words: list[str | Path] = ["-S", "-passes=verify", written.name, "-o", raw]
    left = MOST_REMEDIES
    while True:
        written.write_text(text)
        result = bench.toolchain.tool("opt", *words, limits=CANDIDATE_LIMITS, cwd=work)
        repaired = remedy(text, result.message) if left and not result.ok else None
        if repaired is None:
            return "" if result.ok else first_lines(result.message, work) or result.describe()
        text, note = repaired
        notes += [note] if note not in notes else []
        left -= 1


def _inspect(raw: Path, bench: Bench, *, calls: bool = True) -> Refusal | None:
    """The hot function is there, has the reference's signature, and passes the gate; helpers become internal."""
    text = raw.read_text()
    function = find_function(text, bench.split.name)
    if function is None:
        return Refusal(Reason.OTHER_FUNCTION, f"the code does not define {bench.split.name}")
    if _shape(function.signature) != _shape(bench.reference.signature):
        want = re.sub(r"\s*(?:#\d+)?.*\{$", "", bench.reference.header[: bench.reference.header.rindex(")") + 1])
        return Refusal(Reason.SIGNATURE, f"the signature differs from the original's: {want}")
    finding = check(text, bench.allowed, bench.policy, calls=calls)
    if finding:
        return Refusal(*finding)
    raw.write_text(internalised(text, bench.split.name))
    return None


def _shape(signature: Signature) -> Signature:
    """A signature without the names of its parameters."""
    return replace(signature, parameters=tuple(replace(p, name="") for p in signature.parameters))


def _optimise_alone(raw: Path, module: Path, bench: Bench) -> None:
    text = raw.read_text()
    # noinline and optnone on helpers are not the candidate's to ask for: irloop decides how it is finished.
    raw.write_text(re.sub(r"^(attributes #\d+ = \{.*?) (?:noinline|optnone)\b", r"\1", text, flags=re.M))
    bench.toolchain.optimise(raw, module, limits=CANDIDATE_LIMITS)
