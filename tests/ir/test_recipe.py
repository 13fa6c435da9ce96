from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ir.module import find_function, functions, lines_of
from pipeline.ir.permitted import PASSES, unknown_passes
from pipeline.ir.recipe import OPTIONS, Recipe, apply_to_text, parse_recipe
from pipeline.ir.split import mark_hot
from pipeline.toolchain import Toolchain

Normalised = Callable[..., str]
Compiled = Callable[..., str]

NATIVE = {"target-cpu": "x86-64-v3", "target-features": "+avx2,+fma"}
SOURCE = """
#include <math.h>
static double weigh(double x) { return x * 0.5 + 1.0; }
void hot(float *restrict a, const double *b, int n) {
  for (int i = 0; i < n; i++) a[i] = -a[i] + sqrt(b[i]) * weigh(b[i]) / (b[i] > 1.0 ? 3.0 : fmod(b[i], 7.0));
}
int main(void) { float f[4] = {0}; double d[4] = {0}; hot(f, d, 4); return (int)f[0]; }
"""
# A choice that each kind of option understands; the others take a number.
WORDS = {
    "prefer-predicate-over-epilogue": "predicate-else-scalar-epilogue",
    "polly-vectorizer": "stripmine",
}


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ({"options": {"load": "evil.so"}}, "'load' is not one of"),
        ({"options": {"load-pass-plugin": "evil.so"}}, "load-pass-plugin"),
        ({"options": {"-force-vector-width": 4}}, "-force-vector-width"),
        ({"options": {"polly-parallel": True}}, "polly-parallel"),
        ({"options": {"time-passes": True}}, "time-passes"),
        ({"options": {"polly-vectorizer": "x -load=evil.so"}}, "strange value"),
        ({"options": {"unroll-count": [1]}}, "options"),
        ({"options": {"unroll-count": 1.5}}, "options"),
        ({"pipeline": "function(dot-cfg)"}, "dot-cfg"),
        ({"pipeline": "default<O3>,print<loops>"}, "print"),
        ({"pipeline": "insert-gcov-profiling"}, "insert-gcov-profiling"),
        ({"pipeline": "pgo-instr-gen,instrprof"}, "pgo-instr-gen, instrprof"),
        ({"pipeline": "pgo-instr-use"}, "pgo-instr-use"),
        ({"pipeline": "module(function(sroa),embed-bitcode<thinlto>)"}, "embed-bitcode"),
        ({"pipeline": "memprof-use<profile-filename=secret>"}, "memprof-use"),
        ({"pipeline": "internalize<preserve-gv=main>"}, "internalize"),
        ({"pipeline": "asan"}, "asan"),
        ({"pipeline": "rewrite-symbols"}, "rewrite-symbols"),
        ({"pipeline": "default<O3> -o /tmp/x"}, "pipeline"),
        ({"pipeline": "default<O3>\n"}, "pipeline"),
        ({"pipeline": ""}, "pipeline"),
        ({"fast_math": ["nnan"]}, "fast_math"),
        ({"fast_math": ["fast"]}, "fast_math"),
        ({"prefer_vector_width": 1024}, "prefer_vector_width"),
        ({"start": "rest"}, "start"),
        ({"target": "native; rm"}, "target"),
        ({"load": "evil.so"}, "load"),
        ([1], "dictionary"),
    ],
)
def test_refuses_what_is_not_a_recipe(recipe: Any, said: str) -> None:
    answer = parse_recipe(json.dumps(recipe))
    assert isinstance(answer, str)
    assert said in answer
    assert "\n" not in answer


@pytest.mark.parametrize("text", ["", "{", "nothing", "[" * 100_000, '{"a": ' * 50_000, "1" * 10_000])
def test_text_that_is_no_json_is_told_so(text: str) -> None:
    assert "not JSON" in str(parse_recipe(text))


@given(
    st.text(max_size=80) | st.dictionaries(st.sampled_from(list(Recipe.model_fields)), st.integers()).map(json.dumps)
)
def test_reading_never_raises(text: str) -> None:
    assert isinstance(parse_recipe(text), Recipe | str)


def test_a_whole_recipe_is_read() -> None:
    recipe = parse_recipe(
        '{"intent": "wide", "start": "o3", "pipeline": "function(loop(licm,loop-rotate),slp-vectorizer)", '
        '"target": "baseline", "fast_math": ["reassoc", "nsz"], "prefer_vector_width": 512, "polly": true, '
        '"options": {"force-vector-width": 8, "enable-loopinterchange": true, "polly-vectorizer": "stripmine"}}'
    )
    assert isinstance(recipe, Recipe)
    assert recipe.llvm_options == [
        "-force-vector-width=8",
        "-enable-loopinterchange=true",
        "-polly-vectorizer=stripmine",
    ]
    assert parse_recipe("{}") == Recipe()


def test_every_option_is_known_to_clang(llvm: Toolchain, tmp_path: Path) -> None:
    source = tmp_path / "source.c"
    source.write_text("void f(double *a, int n) { for (int i = 0; i < n; i++) a[i] *= 2; }\n")
    polly = llvm.polly_flags
    names = [name for name in sorted(OPTIONS) if polly or not name.startswith("polly-")]
    unknown = []
    for value in ("4", "true", "word"):
        words = [word for name in names for word in ("-mllvm", f"-{name}={WORDS.get(name, value)}")]
        # Options are read in one go, so that every option is named that clang does not know or whose value is wrong.
        said = llvm.tool("clang", "-O1", *(polly or ()), *words, "-c", source, "-o", tmp_path / "o.o").message
        unknown += [line for line in said.splitlines() if "Unknown" in line]
    assert unknown == []
    assert "force-vector-width" in names


def test_every_option_acts_with_a_value_of_its_kind(llvm: Toolchain, tmp_path: Path) -> None:
    source = tmp_path / "source.c"
    source.write_text("void f(double *a, int n) { for (int i = 0; i < n; i++) a[i] *= 2; }\n")
    polly = llvm.polly_flags
    refused = []
    for name in sorted(OPTIONS):
        if name.startswith("polly-") and not polly:
            continue
        tries = [WORDS[name]] if name in WORDS else ["4", "true"]
        words = [(*(polly or ()), "-mllvm", f"-{name}={value}") for value in tries]
        if not any(llvm.tool("clang", "-O1", *each, "-c", source, "-o", tmp_path / "o.o").ok for each in words):
            refused.append(name)
    assert refused == []


def test_every_pass_is_known_to_opt(llvm: Toolchain) -> None:
    known = llvm.tool("opt", "--print-passes").stdout.decode().replace("<", " <")
    names = {line.split()[0] for line in known.splitlines() if line.startswith("  ")}
    nesting = {"module", "cgscc", "function", "loop", "loop-mssa", "devirt", "require", "default"}
    assert PASSES - names - nesting == set()


@pytest.mark.parametrize(
    "pipeline",
    [
        "default<O3>",
        "default<O2>,function(loop-unroll<O3;runtime>)",
        "module(cgscc(devirt<4>(inline,function<eager-inv>(sroa<modify-cfg>,early-cse<memssa>))),globaldce)",
        "function(sroa,loop-mssa(licm<allowspeculation>,simple-loop-unswitch),require<scalar-evolution>,verify)",
    ],
)
def test_pipelines_of_permitted_passes_run(normalised: Normalised, compiled: Compiled, pipeline: str) -> None:
    recipe = parse_recipe(json.dumps({"pipeline": pipeline, "options": {"force-vector-width": 4}}))
    assert isinstance(recipe, Recipe), recipe
    marked = mark_hot(compiled(SOURCE), "hot", "weak_odr")
    text = apply_to_text(marked, "hot", recipe, NATIVE)
    out = normalised(text, f"-passes={recipe.pipeline}", *recipe.llvm_options)
    assert find_function(out, "hot") is not None


def test_unknown_passes_are_found_at_any_depth() -> None:
    assert unknown_passes("module(a<b<c>>,function(loop(licm,x)))") == ["a", "x"]
    assert unknown_passes("default<O3>") == []


def group_of(text: str, name: str) -> str:
    function = find_function(text, name)
    assert function is not None
    number = function.header.rsplit("#", 1)[1].split()[0]
    return next(line for line in lines_of(text) if line.startswith(f"attributes #{number} = "))


def test_attributes_reach_defined_functions_only(compiled: Compiled, normalised: Normalised) -> None:
    marked = mark_hot(compiled(SOURCE), "hot", "weak_odr")
    out = normalised(apply_to_text(marked, "hot", Recipe(prefer_vector_width=256), NATIVE))
    for function in functions(out):
        group = group_of(out, function.name)
        for pair in ('"target-cpu"="x86-64-v3"', '"target-features"="+avx2,+fma"', '"prefer-vector-width"="256"'):
            assert group.count(pair) == 1
        assert group.count('"target-cpu"') == group.count('"target-features"') == 1
        assert "tune-cpu" not in group
    declared = next(line for line in lines_of(out) if line.startswith("declare double @fmod"))
    group = next(line for line in lines_of(out) if line.startswith(f"attributes #{declared.rsplit('#', 1)[1]} = "))
    assert "x86-64-v3" not in group


def test_functions_without_attributes_get_them_too(normalised: Normalised) -> None:
    text = normalised(
        "define void @hot() local_unnamed_addr align 32 {\n  ret void\n}\ndefine void @g() {\n  ret void\n}\n"
    )
    out = normalised(apply_to_text(text, "hot", Recipe(), NATIVE))
    assert group_of(out, "hot") == group_of(out, "g")
    assert '"target-cpu"="x86-64-v3"' in group_of(out, "hot")
    assert apply_to_text(text, "hot", Recipe(target="baseline"), NATIVE) == text
    narrow = normalised(apply_to_text(text, "hot", Recipe(target="baseline", prefer_vector_width=128), NATIVE))
    assert "target-cpu" not in narrow
    assert '"prefer-vector-width"="128"' in group_of(narrow, "hot")


def test_flags_are_set_once_on_every_floating_point_operation(compiled: Compiled, normalised: Normalised) -> None:
    marked = mark_hot(compiled(SOURCE), "hot", "weak_odr")
    recipe = Recipe(fast_math=("contract", "reassoc"))
    once = apply_to_text(marked, "hot", recipe, {})
    assert apply_to_text(once, "hot", recipe, {}) == once
    out = normalised(once)
    kinds = ("fneg", "fadd", "fmul", "fdiv", "fcmp")
    operations = [line for f in functions(out) for line in f.instructions if any(f" = {k} " in line for k in kinds)]
    assert {line.split()[2] for line in operations} == set(kinds)
    assert [line for line in operations if " reassoc contract " not in line] == []
    calls = [line for f in functions(out) for line in f.instructions if "@llvm.fmuladd" in line or "@llvm.sqrt" in line]
    assert calls
    assert [line for line in calls if "call reassoc contract double @llvm" not in line] == []


def test_flags_join_those_that_are_there(normalised: Normalised) -> None:
    text = normalised(
        "define double @hot(double %x, <2 x double> %v) {\n"
        "  %a = fadd nnan nsz double %x, %x\n  %b = fmul fast double %a, %x\n  %c = frem double %b, 2.0\n"
        "  %d = tail call contract double @llvm.fma.f64(double %c, double %c, double %c)\n"
        "  %e = call noundef <2 x double> @llvm.sqrt.v2f64(<2 x double> %v)\n  ret double %d\n}\n"
        "declare double @llvm.fma.f64(double, double, double)\ndeclare <2 x double> @llvm.sqrt.v2f64(<2 x double>)\n"
        '@s = private constant [18 x i8] c"  %a = fadd double"\n'
    )
    out = normalised(apply_to_text(text, "hot", Recipe(fast_math=("reassoc",)), {}))
    assert "fadd reassoc nnan nsz double" in out
    assert "fmul fast double" in out
    assert "frem reassoc double" in out
    assert "tail call reassoc contract double @llvm.fma" in out
    assert "call reassoc noundef <2 x double> @llvm.sqrt" in out
    assert 'c"  %a = fadd double"' in out


def test_a_recipe_for_a_function_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="@hot is not defined"):
        apply_to_text("", "hot", Recipe(), {})
