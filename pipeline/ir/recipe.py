"""A recipe of passes: the third form of a candidate. The original code, optimised in another way.

A recipe can make no wrong claim about the code: it only chooses passes, thresholds, target and (under the
tolerant policy) floating-point freedoms. Passes and options are whitelisted, since `opt` also has some that
load code or write files.
"""

from __future__ import annotations

import json
import re
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from pipeline.ir.module import QUOTED, attributes_start, find_function, functions, lines_of
from pipeline.ir.permitted import unknown_passes
from pipeline.ir.statements import FAST_FLAG, FAST_FLAGS
from pipeline.records import Record

# Options that LLVM 19 to 22 know, which steer loop optimisation and inlining, and nothing else. Not among
# them: polly-parallel, whose threads would move work out of the measured one.
_OPTION_NAMES = """
aggressive-ext-opt allow-unroll-and-jam disable-licm-promotion enable-cond-stores-vec
enable-dfa-jump-thread enable-gvn-hoist enable-interleaved-mem-accesses enable-loop-distribute
enable-loop-flatten enable-loopinterchange enable-masked-interleaved-mem-accesses enable-unroll-and-jam
force-target-max-vector-interleave force-vector-interleave force-vector-width inline-threshold
licm-max-num-uses-traversed memory-check-merge-threshold polly-2nd-level-tiling polly-default-tile-size
polly-invariant-load-hoisting polly-pattern-matching-based-opts polly-register-tiling polly-tiling
polly-vectorizer prefer-predicate-over-epilogue runtime-memory-check-threshold slp-max-reg-size
slp-threshold slp-vectorize-hor small-loop-cost unroll-allow-partial unroll-and-jam-count
unroll-and-jam-threshold unroll-count unroll-max-count unroll-runtime unroll-runtime-epilog
unroll-threshold vectorize-loops vectorize-slp vectorizer-maximize-bandwidth vectorizer-min-trip-count
"""
OPTIONS = frozenset(_OPTION_NAMES.split())
DEFAULT_PIPELINE = "default<O3>"
_FLAGS = rf"(?: {FAST_FLAG}\b)*"
_FLOAT_OPERATION = re.compile(
    rf"^(?P<start>\s+%\S+ = (?:fneg|fadd|fsub|fmul|fdiv|frem|fcmp))(?P<flags>{_FLAGS})(?P<rest> )"
)
_FLOAT_CALL = re.compile(
    rf"^(?P<start>\s+%\S+ = (?:(?:tail|musttail|notail) )?call)(?P<flags>{_FLAGS})"
    r"(?P<rest> (?:noundef )?(?:<\d+ x (?:double|float)>|double|float) @llvm\."
    r"(?:fmuladd|fma|sqrt|fabs|minnum|maxnum|powi?|exp2?|log2?|log10|sin|cos|floor|ceil|trunc|rint|copysign|"
    r"vector\.reduce\.f\w+)\.)"
)


class Recipe(Record):
    """What to do with the original code of the hot function.

    `start` is the code before optimisation or after plain -O3; `pipeline` is what `opt -passes=` takes;
    `target` chooses this machine's instruction set; `options` are values of whitelisted LLVM options.
    """

    intent: str = ""
    start: Literal["source", "o3"] = "source"
    pipeline: str = DEFAULT_PIPELINE
    target: Literal["native", "baseline"] = "native"
    fast_math: tuple[Literal["reassoc", "nsz", "arcp", "contract", "afn"], ...] = ()
    prefer_vector_width: Literal[128, 256, 512] | None = None
    polly: bool = False
    options: dict[str, int | bool | str] = Field(default_factory=dict)

    @field_validator("pipeline")
    @classmethod
    def _plain_pipeline(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9<>(),;:=\- ]{1,2000}", value):
            raise ValueError("a pipeline is what `opt -passes=` takes, such as default<O3>")
        if unknown := unknown_passes(value):
            raise ValueError(f"not among the passes that a recipe may use: {', '.join(unknown)}")
        return value

    @field_validator("options")
    @classmethod
    def _known_options(cls, value: dict[str, int | bool | str]) -> dict[str, int | bool | str]:
        for name, setting in value.items():
            if name not in OPTIONS:
                raise ValueError(f"option {name!r} is not one of: {', '.join(sorted(OPTIONS))}")
            if isinstance(setting, str) and not re.fullmatch(r"[A-Za-z0-9-]{1,40}", setting):
                raise ValueError(f"option {name!r} has a strange value")
        return value

    @property
    def llvm_options(self) -> list[str]:
        """The options as `-name=value`."""
        return [f"-{name}={str(value).lower()}" for name, value in self.options.items()]


def parse_recipe(text: str) -> Recipe | str:
    """Read a recipe from JSON; what is wrong with it, in one line, when it is none."""
    try:
        return Recipe.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"{where}: {first['msg']}"
    except RecursionError:
        return "not JSON that a recipe could be: nested too deeply"
    except ValueError as error:
        return f"not JSON: {error}"


def apply_to_text(text: str, hot: str, recipe: Recipe, attributes: dict[str, str]) -> str:
    """The marked module with the recipe's target attributes and floating-point flags on all its functions.

    All functions, not the hot one alone: what gets inlined into it must agree with it, and only it is kept
    afterwards.
    """
    if find_function(text, hot) is None:
        raise ValueError(f"@{hot} is not defined")
    if recipe.target == "baseline":
        attributes = {}
    if recipe.prefer_vector_width:
        attributes = {**attributes, "prefer-vector-width": str(recipe.prefer_vector_width)}
    text = _with_attributes(text, attributes)
    return _with_flags(text, recipe.fast_math) if recipe.fast_math else text


def _with_attributes(text: str, attributes: dict[str, str]) -> str:
    """Change the attribute groups of the defined functions; other groups stay."""
    if not attributes:
        return text
    lines = lines_of(text)
    fresh = 1 + max((int(number) for number in re.findall(r"^attributes #(\d+) = ", text, re.M)), default=-1)
    groups = set()
    for function in functions(text):
        at = attributes_start(function.header)
        group = re.search(r" #(\d+)\b", QUOTED.sub('""', function.header[at:]))
        if group is None:
            lines[function.start] = f"{function.header[:at]} #{fresh}{function.header[at:]}"
        groups.add(group[1] if group else str(fresh))
    if str(fresh) in groups:
        lines.append(f"attributes #{fresh} = {{ }}")
    return "\n".join(_with_pairs(line, groups, attributes) for line in lines) + "\n"


def _with_pairs(line: str, groups: set[str], attributes: dict[str, str]) -> str:
    match = re.match(r"attributes #(\d+) = \{", line)
    if match is None or match[1] not in groups:
        return line
    kept = line
    for name in (*attributes, "tune-cpu"):
        kept = re.sub(rf' "{re.escape(name)}"="[^"]*"', "", kept)
    pairs = " ".join(f'"{name}"="{value}"' for name, value in attributes.items())
    return f"{kept[: kept.rindex('}')].rstrip()} {pairs} }}"


def _with_flags(text: str, flags: tuple[str, ...]) -> str:
    def add(match: re.Match[str]) -> str:
        had = match["flags"].split()
        if "fast" in had:
            return match[0]
        words = [flag for flag in FAST_FLAGS if flag in had or flag in flags]
        return " ".join([match["start"], *words]) + match["rest"]

    return "\n".join(_FLOAT_CALL.sub(add, _FLOAT_OPERATION.sub(add, line)) for line in lines_of(text)) + "\n"
