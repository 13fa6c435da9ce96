"""Every sample goes through `opt` first, as candidates do: the spelling is LLVM's own."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ir.gate import Allowed, allowed_by, check
from pipeline.ir.module import find_function
from pipeline.ir.permitted import INTRINSICS, PURE_LIBM, library_declaration
from pipeline.records import Policy, Reason

Normalised = Callable[..., str]
Compiled = Callable[..., str]

SAMPLES = Path(__file__).with_name("samples")
HOT = "define void @hot(ptr %A, i32 %n) {\n"
REFERENCE = (
    "@data = external global [8 x double]\ndeclare double @other(double)\n"
    + HOT
    + "  %x = load double, ptr @data\n  %y = call double @other(double %x)\n  store double %y, ptr %A\n"
    "  ret void\n}\n"
)


def allowance(reference: str) -> Allowed:
    function = find_function(reference, "hot")
    assert function is not None
    return allowed_by(function)


def module(body: str, before: str = "") -> str:
    """A candidate: `before` at top level, `body` inside the hot function."""
    return f"{before}\n{HOT}{body}\n  ret void\n}}\n"


def verdict(text: str, policy: Policy = Policy.TOLERANT, reference: str = REFERENCE) -> Reason | None:
    finding = check(text, allowance(reference), policy)
    if finding is None:
        return None
    assert finding[1]
    return finding[0]


def samples(name: str, mark: str) -> list[Any]:
    """Samples of a file: the words of the line that begins with `mark`, and the text up to the next one."""
    parts = re.split(rf"^{mark} (.*)\n", (SAMPLES / name).read_text(), flags=re.M)
    return [pytest.param(*each, id=each[0]) for each in zip(parts[1::2], parts[2::2], strict=True)]


@pytest.mark.parametrize(("title", "sample"), samples("refused.ll", ";;;"))
def test_refuses_with_the_right_reason(normalised: Normalised, title: str, sample: str) -> None:
    text = normalised(sample)
    reason = Reason(title.split(":", maxsplit=1)[0])
    assert [verdict(text, policy) for policy in Policy] == [reason, reason]


@pytest.mark.parametrize(("title", "sample"), samples("innocent.ll", ";;;"))
def test_lets_innocent_code_pass(normalised: Normalised, title: str, sample: str) -> None:
    text = normalised(sample)
    assert [check(text, allowance(REFERENCE), policy) for policy in Policy] == [None, None], title


@pytest.mark.parametrize(("reason", "source"), samples("refused.c", "///"))
def test_refuses_attacks_in_c(compiled: Compiled, reason: str, source: str) -> None:
    assert verdict(compiled(source), Policy.STRICT) is Reason(reason)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="one sample uses the intrinsics of x86-64")
@pytest.mark.parametrize(("title", "source"), samples("innocent.c", "///"))
def test_lets_c_of_the_usual_kind_pass(compiled: Compiled, title: str, source: str) -> None:
    flags = ("-O3", "-fno-math-errno", "-march=x86-64-v3")
    raw = compiled(source, *flags, "-Xclang", "-disable-llvm-passes", "-ffp-contract=on")
    assert check(raw, allowance(REFERENCE), Policy.STRICT) is None, title
    assert check(compiled(source, *flags), allowance(REFERENCE), Policy.TOLERANT) is None, title


OBSERVERS = {
    "readcyclecounter": "i64 @llvm.readcyclecounter()",
    "returnaddress": "ptr @llvm.returnaddress(i32 0)",
    "frameaddress": "ptr @llvm.frameaddress.p0(i32 0)",
    "addressofreturnaddress": "ptr @llvm.addressofreturnaddress.p0()",
    "thread pointer": "ptr @llvm.thread.pointer.p0()",
    "rounding mode": "i32 @llvm.get.rounding()",
    "set rounding mode": "void @llvm.set.rounding(i32 1)",
    "floating-point environment": "i64 @llvm.get.fpenv.i64()",
    "rdtsc": "i64 @llvm.x86.rdtsc()",
    "rdtscp": "{ i64, i32 } @llvm.x86.rdtscp()",
    "ldmxcsr": "void @llvm.x86.sse.ldmxcsr(ptr %A)",
    "stmxcsr": "void @llvm.x86.sse.stmxcsr(ptr %A)",
    "interrupt": "void @llvm.x86.int(i8 -128)",
    "monitor": "void @llvm.x86.sse3.monitor(ptr %A, i32 0, i32 0)",
    "flush a line": "void @llvm.x86.sse2.clflush(ptr %A)",
    "transaction": "i32 @llvm.x86.xbegin()",
    "base of fs": "void @llvm.x86.wrfsbase.64(i64 0)",
    "code cache": "void @llvm.clear_cache(ptr %A, ptr %A)",
    "profile counter": "void @llvm.instrprof.increment(ptr %A, i64 0, i32 1, i32 0)",
    "objective C": "ptr @llvm.objc.retain(ptr %A)",
}


@pytest.mark.parametrize("case", OBSERVERS)
def test_refuses_intrinsics_that_observe_or_change_the_machine(normalised: Normalised, case: str) -> None:
    call = OBSERVERS[case]
    result = "" if call.startswith("void") else "%r = "
    declaration = call.replace("%A", "").replace("i32 0, i32 0", "i32, i32").split("(")[0]
    types = [word.split(" ")[0] for word in call.split("(")[1].rstrip(")").split(", ") if word]
    text = normalised(module(f"  {result}call {call}", f"declare {declaration}({', '.join(types)})"))
    assert verdict(text) is Reason.GATE_CALL


def test_what_the_original_uses_is_allowed_and_nothing_more(normalised: Normalised) -> None:
    wild = normalised(
        "@flag = external global i32\n"
        + HOT
        + "  %v = load volatile i32, ptr @flag\n  %f = load ptr, ptr %A\n  call void %f()\n"
        "  %x = fadd nnan double 1.0, 2.0\n  %c = icmp eq i32 %v, 0\n  call void @llvm.assume(i1 %c)\n"
        "  br i1 %c, label %a, label %b\na:\n  ret void\nb:\n  unreachable\n}\n"
        "declare void @llvm.assume(i1)\n"
    )
    for policy in Policy:
        assert verdict(wild, policy, reference=wild) is None
        assert verdict(wild, policy) is not None
    more = wild.replace("ret void", "unreachable")
    assert verdict(more, Policy.STRICT, reference=wild) is Reason.GATE_FACT
    assert verdict(more, Policy.TOLERANT, reference=wild) is None


@pytest.mark.parametrize("flag", ["reassoc", "nsz", "arcp", "contract", "afn"])
def test_the_tolerant_policy_permits_what_needs_no_claim_about_data(normalised: Normalised, flag: str) -> None:
    text = normalised(module(f"  %x = fadd {flag} double 1.0, 2.0\n  store double %x, ptr %A"))
    assert verdict(text, Policy.TOLERANT) is None
    assert verdict(text, Policy.STRICT) is Reason.GATE_FAST_MATH
    assert verdict(text, Policy.STRICT, reference=text) is None


@pytest.mark.parametrize("name", ["unsafe-fp-math", "no-signed-zeros-fp-math", "approx-func-fp-math"])
def test_flags_as_attributes_follow_the_policy(normalised: Normalised, name: str) -> None:
    text = normalised(HOT.replace("{", f'"{name}"="true" {{') + "  ret void\n}\n")
    assert verdict(text, Policy.TOLERANT) is None
    assert verdict(text, Policy.STRICT) is Reason.GATE_FAST_MATH


def test_assumptions_about_alignment_are_facts(normalised: Normalised) -> None:
    text = normalised(
        module('  call void @llvm.assume(i1 true) [ "align"(ptr %A, i64 64) ]', "declare void @llvm.assume(i1)")
    )
    assert verdict(text, Policy.TOLERANT) is None
    assert verdict(text, Policy.STRICT) is Reason.GATE_FACT


@pytest.mark.parametrize(
    "line",
    [
        'target triple = "x86_64\n@calls = internal global i32 0',
        '^0 = module: (path: "x")',
        "uselistorder ptr @hot, { 1, 0 }",
        "define void @other(",
        "something new",
    ],
)
def test_refuses_lines_that_opt_does_not_print(line: str) -> None:
    assert verdict(f"{line}\n{REFERENCE}") is not None


@pytest.mark.parametrize("line", ["define void @hot(ptr %A, i32 %n)", "define what", "\u2028", "}}"])
def test_refuses_a_module_of_one_line_that_means_nothing(line: str) -> None:
    assert verdict(line) is Reason.GATE_CONSTRUCTOR


def test_a_name_cannot_smuggle_a_line_past_the_gate(normalised: Normalised) -> None:
    text = normalised('target triple = "x86_64-linux-gnu\\0Amodule asm \\22nop\\22\\0A"\n' + REFERENCE)
    assert verdict(text) is not None


def test_every_libm_function_can_be_called_as_declared(normalised: Normalised) -> None:
    names = [f"{name}{suffix}" for name in sorted(PURE_LIBM) for suffix in ("", "f")]
    declarations = [library_declaration(name) or "" for name in names]
    constants = {"double": "double 1.0", "float": "float 1.0", "i32": "i32 1"}
    calls: list[str] = []
    for declaration in declarations:
        start, arguments = declaration.removeprefix("declare ").rstrip(")").split("(")
        values = ", ".join(constants[type_] for type_ in arguments.split(", "))
        calls.append(f"  %r{len(calls)} = call {start}({values})")
    text = normalised(module("\n".join(calls), "\n".join(declarations)))
    assert verdict(text) is None
    assert text.count(" call ") == len(names)


def test_intrinsics_are_matched_by_whole_words() -> None:
    assert INTRINSICS.match("llvm.sin.f64")
    assert INTRINSICS.match("llvm.x86.avx512.mask.add.pd.512")
    assert not INTRINSICS.match("llvm.sinister.f64")
    assert not INTRINSICS.match("llvm.x86.sse3.mwait")
    assert not INTRINSICS.match("llvm.memcpyx")


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_never_raises_on_any_text(text: str) -> None:
    for policy in Policy:
        check(text, allowance(REFERENCE), policy)


@given(st.lists(st.sampled_from((SAMPLES / "refused.ll").read_text().split("\n")), max_size=8))
def test_adding_lines_never_makes_refused_text_acceptable(lines: list[str]) -> None:
    assert verdict("\n".join([*lines, 'module asm "nop"'])) is not None
