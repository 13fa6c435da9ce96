"""A recipe of passes: the third form of a candidate. The original code, optimised in another way.

A recipe can make no wrong claim about the code: it only chooses passes, thresholds, target and (under the tolerant
policy) floating-point freedoms. Options are whitelisted, since `opt` also has options that load code or write files.
"""

from __future__ import annotations

import json
import re
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from pipeline.ir.gate import TOLERATED_FLAGS
from pipeline.ir.module import find_function, functions
from pipeline.records import Record

# Options of LLVM 19 to 22 that steer loop optimisation and inlining, and nothing else.
OPTIONS = frozenset(
    "force-vector-width force-vector-interleave unroll-count unroll-max-count unroll-threshold unroll-runtime "
    "unroll-allow-partial unroll-runtime-epilog unroll-and-jam-count unroll-and-jam-threshold allow-unroll-and-jam "
    "enable-unroll-and-jam enable-loopinterchange enable-loop-distribute enable-loop-flatten enable-gvn-hoist "
    "slp-vectorize-hor slp-threshold slp-max-reg-size vectorize-loops vectorize-slp vectorizer-min-trip-count "
    "vectorizer-maximize-bandwidth prefer-predicate-over-epilogue enable-interleaved-mem-accesses "
    "enable-masked-interleaved-mem-accesses enable-cond-stores-vec small-loop-cost force-target-max-vector-interleave "
    "licm-max-num-uses-traversed runtime-memory-check-threshold memory-check-merge-threshold inline-threshold "
    "polly-tiling polly-vectorizer polly-default-tile-size polly-2nd-level-tiling polly-register-tiling "
    "polly-pattern-matching-based-opts polly-parallel polly-opt-fusion polly-invariant-load-hoisting "
    "enable-dfa-jump-thread aggressive-ext-opt disable-licm-promotion".split()
) - {"polly-parallel"}  # threads would move work out of the measured one
DEFAULT_PIPELINE = "default<O3>"
_FLOAT_OPERATION = re.compile(
    r"^(\s+(?:%\S+ = )?(?:tail |musttail )?(?:fneg|fadd|fsub|fmul|fdiv|frem|fcmp))"
    r"(?! (?:reassoc|nsz|arcp|contract|afn|fast)\b) "
)
_FLOAT_CALL = re.compile(
    r"^(\s+%\S+ = (?:tail )?call) ((?:<\d+ x )?(?:double|float)>? @llvm\.(?:fmuladd|fma|sqrt|fabs|minnum|maxnum))"
)


class Recipe(Record):
    """What to do with the original code of the hot function.

    `start` is the code before optimisation or after plain -O3; `pipeline` is what `opt -passes=` takes; `target` chooses
    this machine's instruction set; `options` are values of whitelisted LLVM options.
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
        if re.search(r"print|dot-|view|write|dump", value):
            raise ValueError("passes that print or write files are not allowed")
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
    except ValueError as error:
        return f"not JSON: {error}"


def apply_to_text(text: str, hot: str, recipe: Recipe, attributes: dict[str, str]) -> str:
    """The marked module with the recipe's target attributes and floating-point flags on all its functions' code.

    All functions, not the hot one alone: what gets inlined into it must agree with it, and only it is kept afterwards.
    """
    if find_function(text, hot) is None:
        raise ValueError(f"@{hot} is not defined")
    if recipe.target == "baseline":
        attributes = {}
    if recipe.prefer_vector_width:
        attributes = {**attributes, "prefer-vector-width": str(recipe.prefer_vector_width)}
    text = _with_attributes(text, attributes)
    flags = " ".join(flag for flag in TOLERATED_FLAGS if flag in recipe.fast_math)
    return _with_flags(text, flags) if flags else text


def _with_attributes(text: str, attributes: dict[str, str]) -> str:
    """Change the attribute groups of the defined functions; other groups stay."""
    if not attributes:
        return text
    groups = {match[1] for f in functions(text) if (match := re.search(r"\) .*?#(\d+)", f.header))}
    lines = text.splitlines()
    for index, line in enumerate(lines):
        match = re.match(r"attributes #(\d+) = \{", line)
        if match and match[1] in groups:
            for name in (*attributes, "tune-cpu"):
                line = re.sub(rf' "{re.escape(name)}"="[^"]*"', "", line)
            pairs = " ".join(f'"{name}"="{value}"' for name, value in attributes.items())
            lines[index] = line[: line.rindex("}")] + pairs + " }"
    return "\n".join(lines) + "\n"


def _with_flags(text: str, flags: str) -> str:
    lines = []
    for line in text.splitlines():
        line = _FLOAT_OPERATION.sub(rf"\1 {flags} ", line)
        lines.append(_FLOAT_CALL.sub(rf"\1 {flags} \2", line))
    return "\n".join(lines) + "\n"
