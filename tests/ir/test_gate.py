"""Every sample goes through `opt` first, as candidates do: the spelling is LLVM's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ir.gate import Allowed, allowed_by, check
from pipeline.ir.module import find_function
from pipeline.ir.permitted import INTRINSICS, PURE_LIBM, library_declaration
from pipeline.records import Policy, Reason

Normalised = Callable[..., str]
Compiled = Callable[..., str]

HOT = "define void @hot(ptr %A, i32 %n) {\n"
REFERENCE = (
    "@data = external global [8 x double]\ndeclare double @other(double)\n"
    + HOT
    + "  %x = load double, ptr @data\n  %y = call double @other(double %x)\n  store double %y, ptr %A\n  ret void\n}\n"
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


PERSONALITY = "declare i32 @pers(...)\n"
REFUSED: dict[str, tuple[Reason, str]] = {
    # assembly
    "call asm": (Reason.GATE_ASM, module('  call void asm "nop", ""()')),
    "call asm sideeffect": (Reason.GATE_ASM, module('  call void asm sideeffect inteldialect "nop", ""()')),
    "tail call asm with result": (Reason.GATE_ASM, module('  %r = tail call i64 asm "rdtsc", "=A"()')),
    "asm of a struct": (Reason.GATE_ASM, module('  %r = call { i32, i32 } asm sideeffect "x", "=a,=d"()')),
    "asm called like a label": (Reason.GATE_ASM, module('  %"asm" = call i32 asm "x", "=r"()')),
    "invoke asm": (
        Reason.GATE_CONSTRUCTOR,
        "declare i32 @pers(...)\ndefine void @hot(ptr %A, i32 %n) personality ptr @pers {\n"
        '  invoke void asm sideeffect unwind "nop", ""() to label %a unwind label %b\na:\n  ret void\n'
        "b:\n  %l = landingpad i32 cleanup\n  ret void\n}\n",
    ),
    "callbr asm": (
        Reason.GATE_ASM,
        HOT
        + '  callbr void asm sideeffect "", "!i"() to label %a [label %b]\na:\n  ret void\nb:\n  ret void\n}\n',
    ),
    "module asm": (Reason.GATE_ASM, module("", 'module asm ".globl evil"')),
    "asm in a helper": (
        Reason.GATE_ASM,
        module(
            "  call void @help()",
            'define internal void @help() {\n  call void asm "nop", ""()\n  ret void\n}',
        ),
    ),
    "asm in a helper whose type hides it": (
        Reason.GATE_ASM,
        module(
            '  %r = call %"a@b" @help()',
            '%"a@b" = type { i32 }\ndefine internal %"a@b" @help() {\n  call void asm "", ""()\n  ret %"a@b" zeroinitializer\n}',
        ),
    ),
    # code that runs or is placed elsewhere
    "constructor": (
        Reason.GATE_CONSTRUCTOR,
        module(
            "",
            "@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } "
            "{ i32 1, ptr @c, ptr null }]\ndefine internal void @c() {\n  ret void\n}",
        ),
    ),
    "used list": (
        Reason.GATE_CONSTRUCTOR,
        module("", '@llvm.used = appending global [1 x ptr] [ptr @hot], section "llvm.metadata"'),
    ),
    "alias": (Reason.GATE_CONSTRUCTOR, module("", "@again = alias void (ptr, i32), ptr @hot")),
    "ifunc": (
        Reason.GATE_CONSTRUCTOR,
        module("", "@i = ifunc void (), ptr @resolve\ndefine internal ptr @resolve() {\n  ret ptr null\n}"),
    ),
    "alias with odd words": (
        Reason.GATE_CONSTRUCTOR,
        module("", '@"constant" = internal unnamed_addr alias void (ptr, i32), ptr @hot'),
    ),
    "section of a function": (
        Reason.GATE_CONSTRUCTOR,
        HOT.replace("{", 'section ".init" {') + "  ret void\n}\n",
    ),
    "section of a constant": (
        Reason.GATE_CONSTRUCTOR,
        module("", '@c = constant i32 1, section ".preinit_array"'),
    ),
    "prefix data": (Reason.GATE_CONSTRUCTOR, HOT.replace("{", "prefix i32 7 {") + "  ret void\n}\n"),
    "prologue data": (Reason.GATE_CONSTRUCTOR, HOT.replace("{", "prologue i8 -61 {") + "  ret void\n}\n"),
    "garbage collector": (
        Reason.GATE_CONSTRUCTOR,
        HOT.replace("{", 'gc "shadow-stack" {') + "  ret void\n}\n",
    ),
    "comdat": (
        Reason.GATE_CONSTRUCTOR,
        "$main = comdat any\n" + HOT.replace("{", "comdat($main) {") + "  ret void\n}\n",
    ),
    "linker options": (
        Reason.GATE_CONSTRUCTOR,
        module("", '!llvm.linker.options = !{!0}\n!0 = !{!"--wrap=malloc"}'),
    ),
    "dependent library": (
        Reason.GATE_CONSTRUCTOR,
        module("", '!llvm.dependent-libraries = !{!0}\n!0 = !{!"evil"}'),
    ),
    "trap calls a function": (
        Reason.GATE_CONSTRUCTOR,
        module('  call void @llvm.trap() "trap-func-name"="system"', "declare void @llvm.trap()"),
    ),
    "probe calls a function": (
        Reason.GATE_CONSTRUCTOR,
        HOT.replace("{", '"probe-stack"="system" {') + "  ret void\n}\n",
    ),
    "naked": (Reason.GATE_CONSTRUCTOR, module("", "define internal void @h() naked {\n  unreachable\n}")),
    # state between calls
    "mutable global": (Reason.GATE_STATE, module("", "@calls = internal global i32 0")),
    "weak mutable global": (
        Reason.GATE_STATE,
        module("", "@calls = weak dso_local unnamed_addr global i32 0, align 4"),
    ),
    "thread-local": (Reason.GATE_STATE, module("", "@calls = internal thread_local(localexec) global i32 0")),
    "common": (Reason.GATE_STATE, module("", "@calls = common global [100 x i32] zeroinitializer")),
    "externally initialised": (Reason.GATE_STATE, module("", "@c = externally_initialized constant i32 0")),
    "thread-local constant": (Reason.GATE_STATE, module("", "@c = internal thread_local constant i32 0")),
    "global of a type that mentions constant": (
        Reason.GATE_STATE,
        module("", '%"x constant y" = type { i32 }\n@c = internal global %"x constant y" zeroinitializer'),
    ),
    # definitions that others replace
    "available_externally function": (
        Reason.GATE_REFERENCE,
        module(
            "  %r = call i32 @system(ptr %A)",
            "define available_externally i32 @system(ptr %c) {\n  ret i32 0\n}",
        ),
    ),
    "available_externally constant": (
        Reason.GATE_REFERENCE,
        module("  %r = load ptr, ptr @environ", "@environ = available_externally constant ptr null"),
    ),
    "extern_weak constant": (
        Reason.GATE_REFERENCE,
        module("  %r = load ptr, ptr @environ", "@environ = extern_weak constant ptr"),
    ),
    "appending constant": (Reason.GATE_REFERENCE, module("", "@list = appending constant [1 x i32] [i32 1]")),
    "exported helper": (
        Reason.GATE_REFERENCE,
        module("", "define dllexport void @malloc() {\n  ret void\n}"),
    ),
    "name that stays global": (
        Reason.GATE_REFERENCE,
        module("", "define void @__stack_chk_fail() {\n  ret void\n}"),
    ),
    "a function of the boundary": (
        Reason.GATE_REFERENCE,
        module("", "define void @irloop_after() {\n  ret void\n}"),
    ),
    # calls
    "library function": (
        Reason.GATE_CALL,
        module("  %r = call i32 @system(ptr %A)", "declare i32 @system(ptr)"),
    ),
    "variadic call": (
        Reason.GATE_CALL,
        module("  %r = call i32 (ptr, ...) @printf(ptr %A, i32 1)", "declare i32 @printf(ptr, ...)"),
    ),
    "tail call": (
        Reason.GATE_CALL,
        module(
            "  %r = tail call fastcc i32 @getenv(ptr %A) #1",
            "declare i32 @getenv(ptr)\nattributes #1 = { nounwind }",
        ),
    ),
    "musttail call": (
        Reason.GATE_CALL,
        "declare void @exit2(ptr, i32)\n"
        + HOT
        + "  musttail call void @exit2(ptr %A, i32 %n)\n  ret void\n}\n",
    ),
    "notail call": (Reason.GATE_CALL, module("  notail call void @abort()", "declare void @abort()")),
    "quoted callee": (Reason.GATE_CALL, module('  call void @"a b"()', 'declare void @"a b"()')),
    "name without mangling": (
        Reason.GATE_CALL,
        module('  call void @"\\01sin"()', 'declare void @"\\01sin"()'),
    ),
    "call with return attributes": (
        Reason.GATE_CALL,
        module("  %r = call noundef range(i32 0, 5) i32 @rand()", "declare i32 @rand()"),
    ),
    "malloc": (
        Reason.GATE_CALL,
        module("  %r = call noalias ptr @malloc(i64 8)", "declare ptr @malloc(i64)"),
    ),
    "function pointer from memory": (Reason.GATE_CALL, module("  %f = load ptr, ptr %A\n  call void %f()")),
    "function pointer argument": (Reason.GATE_CALL, module("  call void %A(ptr @hot)")),
    "variadic function pointer": (Reason.GATE_CALL, module("  %r = call i32 (ptr, ...) %A(ptr %A)")),
    "phi of function pointers": (
        Reason.GATE_CALL,
        HOT + "  br label %l\nl:\n  %p = phi ptr [ %A, %0 ]\n  tail call void %p()\n  ret void\n}\n",
    ),
    "named pointer with a direct look": (
        Reason.GATE_CALL,
        module('  %"@sin(" = load ptr, ptr %A\n  call void %"@sin("()'),
    ),
    "call of null": (Reason.GATE_CALL, module("  call void null()")),
    "call of a select": (
        Reason.GATE_CALL,
        module("  %c = icmp eq i32 %n, 0\n  %f = select i1 %c, ptr %A, ptr null\n  call void %f()"),
    ),
    "patchpoint": (
        Reason.GATE_CALL,
        module(
            "  call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.void(i64 0, i32 16, ptr %A, i32 0)",
            "declare void @llvm.experimental.patchpoint.void(i64, i32, ptr, i32, ...)",
        ),
    ),
    "operand bundle": (
        Reason.GATE_CALL,
        module(
            '  %r = call double @other(double 1.0) [ "kcfi"(i32 7) ]', "declare double @other(double)"
        ).replace("kcfi", "mine"),
    ),
    "indirect jump": (
        Reason.GATE_CALL,
        HOT + "  indirectbr ptr %A, [label %a, label %b]\na:\n  ret void\nb:\n  ret void\n}\n",
    ),
    "block address": (
        Reason.GATE_CALL,
        HOT + "  store ptr blockaddress(@hot, %a), ptr %A\n  br label %a\na:\n  ret void\n}\n",
    ),
    # references
    "address of a function": (
        Reason.GATE_REFERENCE,
        module("  store ptr @system, ptr %A", "declare i32 @system(ptr)"),
    ),
    "function passed on": (
        Reason.GATE_REFERENCE,
        module(
            "  %r = call double @other(ptr @system)", "declare double @other(ptr)\ndeclare i32 @system(ptr)"
        ),
    ),
    "libm function as a value": (
        Reason.GATE_REFERENCE,
        module("  store ptr @sin, ptr %A", "declare double @sin(double)"),
    ),
    "function in a table": (
        Reason.GATE_REFERENCE,
        module("  %f = load ptr, ptr @t", "@t = internal constant ptr @system\ndeclare i32 @system(ptr)"),
    ),
    "function in an unused table": (
        Reason.GATE_REFERENCE,
        module(
            "",
            "@t = constant { i32, [1 x ptr] } { i32 1, [1 x ptr] [ptr @system] }\ndeclare i32 @system(ptr)",
        ),
    ),
    "function as a number in a table": (
        Reason.GATE_REFERENCE,
        module("", "@t = constant i64 ptrtoint (ptr @system to i64)\ndeclare i32 @system(ptr)"),
    ),
    "program's variable": (
        Reason.GATE_REFERENCE,
        module("  store i32 0, ptr @ticks", "@ticks = external global i32"),
    ),
    "environ": (
        Reason.GATE_REFERENCE,
        module(
            "  %e = load ptr, ptr getelementptr (i8, ptr @environ, i64 8)", "@environ = external global ptr"
        ),
    ),
    "boundary's variable": (
        Reason.GATE_REFERENCE,
        module("  %e = load ptr, ptr @irloop_page", "@irloop_page = external dso_local global ptr"),
    ),
    "external constant": (
        Reason.GATE_REFERENCE,
        module("  %e = load i32, ptr @version", "@version = external constant i32"),
    ),
    # pointers
    "inttoptr": (Reason.GATE_POINTER, module("  %p = inttoptr i32 %n to ptr")),
    "inttoptr constant": (Reason.GATE_POINTER, module("  store i32 0, ptr inttoptr (i64 4096 to ptr)")),
    "inttoptr in a table": (Reason.GATE_POINTER, module("", "@t = constant ptr inttoptr (i64 4096 to ptr)")),
    "there and back": (
        Reason.GATE_POINTER,
        module("  %i = ptrtoint ptr %A to i64\n  %j = add i64 %i, 8\n  %p = inttoptr i64 %j to ptr"),
    ),
    "inttoptr of vectors": (
        Reason.GATE_POINTER,
        module("  %p = inttoptr <2 x i64> zeroinitializer to <2 x ptr>"),
    ),
    "address space": (Reason.GATE_POINTER, module("  %p = load i64, ptr addrspace(257) null")),
    "address space cast": (Reason.GATE_POINTER, module("  %p = addrspacecast ptr %A to ptr addrspace(256)")),
    "address space of a constant": (Reason.GATE_POINTER, module("", "@c = addrspace(257) constant i32 0")),
    "offset from null": (Reason.GATE_POINTER, module("  %p = getelementptr i8, ptr null, i64 4198400")),
    "offset from null in a struct": (
        Reason.GATE_POINTER,
        module("  %p = getelementptr { ptr, i32 }, ptr null, i64 9, i32 1\n  store i32 0, ptr %p"),
    ),
    "atomic": (Reason.GATE_POINTER, module("  %p = atomicrmw add ptr %A, i32 1 seq_cst")),
    "compare and exchange": (
        Reason.GATE_POINTER,
        module("  %p = cmpxchg ptr %A, i32 1, i32 2 seq_cst seq_cst"),
    ),
    "fence": (Reason.GATE_POINTER, module("  fence seq_cst")),
    "atomic load": (Reason.GATE_POINTER, module("  %p = load atomic i32, ptr %A seq_cst, align 4")),
    "atomic store": (Reason.GATE_POINTER, module("  store atomic i32 0, ptr %A monotonic, align 4")),
    "volatile load": (Reason.GATE_POINTER, module('  %"a name = x" = load volatile i32, ptr %A')),
    "volatile store": (Reason.GATE_POINTER, module("  store volatile { i32, i32 } zeroinitializer, ptr %A")),
    "va_arg": (Reason.GATE_POINTER, module("  %p = va_arg ptr %A, i32")),
    # what the boundary would call wrongly
    "internal hot function": (Reason.SIGNATURE, HOT.replace("define", "define internal") + "  ret void\n}\n"),
    "weak hot function": (Reason.SIGNATURE, HOT.replace("define", "define linkonce_odr") + "  ret void\n}\n"),
    "other calling convention": (
        Reason.SIGNATURE,
        HOT.replace("define", "define preserve_mostcc") + "  ret void\n}\n",
    ),
    # floating point, whatever the policy
    "nnan": (Reason.GATE_FAST_MATH, module("  %x = fadd nnan double 1.0, 2.0\n  store double %x, ptr %A")),
    "fast": (Reason.GATE_FAST_MATH, module("  %x = fmul fast <2 x double> zeroinitializer, zeroinitializer")),
    "ninf after others": (Reason.GATE_FAST_MATH, module("  %x = fdiv reassoc ninf nsz double 1.0, 2.0")),
    "fast on a call": (
        Reason.GATE_FAST_MATH,
        module("  %x = tail call fast double @other(double 1.0)", "declare double @other(double)"),
    ),
    "fast on a phi": (
        Reason.GATE_FAST_MATH,
        HOT + "  br label %l\nl:\n  %p = phi nnan ninf double [ 0.0, %0 ]\n  ret void\n}\n",
    ),
    "fast on a select": (Reason.GATE_FAST_MATH, module("  %p = select ninf i1 true, double 1.0, double 2.0")),
    "inexact division": (
        Reason.GATE_FAST_MATH,
        module("  %x = fdiv float 1.0, 3.0, !fpmath !0", "!0 = !{float 2.5}"),
    ),
    "flush to zero": (
        Reason.GATE_FAST_MATH,
        HOT.replace("{", '"denormal-fp-math"="preserve-sign,preserve-sign" {') + "  ret void\n}\n",
    ),
    "no NaNs by attribute": (
        Reason.GATE_FAST_MATH,
        HOT.replace("{", '"no-nans-fp-math"="true" {') + "  ret void\n}\n",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("policy", Policy)
def test_refuses_with_the_right_reason(normalised: Normalised, case: str, policy: Policy) -> None:
    reason, text = REFUSED[case]
    assert verdict(normalised(text), policy) is reason


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


INNOCENT = {
    "nothing at all": module(""),
    "what the original uses": REFERENCE,
    "constant tables": module(
        "  %p = getelementptr inbounds [3 x double], ptr @table, i64 0, i64 1\n  %x = load double, ptr %p\n"
        "  store double %x, ptr %A",
        "@table = private unnamed_addr constant [3 x double] [double 1.0, double 2.0, double 3.0], align 16\n"
        "@rows = internal constant [2 x ptr] [ptr @table, ptr @table]",
    ),
    "internal helpers": module(
        "  call fastcc void @help(ptr %A)\n  call void @weak()",
        "define internal fastcc void @help(ptr %p) alwaysinline {\n  ret void\n}\n"
        "define weak hidden void @weak() {\n  ret void\n}",
    ),
    "strings that look like code": module(
        '  store [40 x i8] c"call void asm sideeffect \\22nop\\22; @system(", ptr %A\n'
        '  store [34 x i8] c"inttoptr (i64 1 to ptr) addrspace(", ptr %A',
        '@s = private constant [26 x i8] c"module asm global inttoptr"\n'
        '!llvm.ident = !{!0}\n!0 = !{!"call void asm @system( inttoptr thread_local"}',
    ),
    "names that look like code": HOT.replace("%n", "%inttoptr")
    + '  %asm = add i32 %inttoptr, 1\n  %"call asm \\22" = add i32 %asm, 1\n  br label %volatile\n'
    "volatile:\n  %fast = add i32 %inttoptr, 1\n  %addrspace = add i32 %fast, 1\n  br label %unreachable\n"
    'unreachable:\n  br label %"x = global"\n"x = global":\n  ret void\n}\n',
    "vector intrinsics": module(
        "  %v = load <4 x double>, ptr %A\n"
        "  %w = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %v, <4 x double> %v, <4 x double> %v)\n"
        "  %u = call <4 x double> @llvm.maxnum.v4f64(<4 x double> %w, <4 x double> %v)\n"
        "  %r = call reassoc double @llvm.vector.reduce.fadd.v4f64(double 0.0, <4 x double> %u)\n"
        "  store double %r, ptr %A",
        "declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)\n"
        "declare <4 x double> @llvm.maxnum.v4f64(<4 x double>, <4 x double>)\n"
        "declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>)",
    ),
    "masked memory": module(
        "  %m = icmp ult <4 x i32> <i32 0, i32 1, i32 2, i32 3>, zeroinitializer\n"
        "  %v = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %A, i32 8, <4 x i1> %m, <4 x double> zeroinitializer)\n"
        "  call void @llvm.masked.store.v4f64.p0(<4 x double> %v, ptr %A, i32 8, <4 x i1> %m)",
        "declare <4 x double> @llvm.masked.load.v4f64.p0(ptr, i32, <4 x i1>, <4 x double>)\n"
        "declare void @llvm.masked.store.v4f64.p0(<4 x double>, ptr, i32, <4 x i1>)",
    ),
    "libm": module(
        "  %x = call double @sqrt(double 2.0)\n  %y = tail call double @pow(double %x, double 3.0)\n"
        "  %z = call float @expf(float 1.0)\n  store double %y, ptr %A\n  store float %z, ptr %A",
        "declare double @sqrt(double)\ndeclare double @pow(double, double)\ndeclare float @expf(float)",
    ),
    "blocks of memory": module(
        "  %b = alloca [64 x double], align 64\n  call void @llvm.lifetime.start.p0(i64 512, ptr %b)\n"
        "  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %b, ptr align 8 %A, i64 512, i1 false)\n"
        "  call void @llvm.memset.p0.i64(ptr %b, i8 0, i64 512, i1 false)\n"
        "  %r = call ptr @memcpy(ptr %A, ptr %b, i64 512)\n"
        "  call void @llvm.prefetch.p0(ptr %A, i32 0, i32 3, i32 1)",
        "declare void @llvm.lifetime.start.p0(i64, ptr)\n"
        "declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)\ndeclare void @llvm.memset.p0.i64(ptr, i8, i64, i1)\n"
        "declare ptr @memcpy(ptr, ptr, i64)\ndeclare void @llvm.prefetch.p0(ptr, i32, i32, i32)",
    ),
    "AVX2 and FMA": module(
        "  %v = call <8 x float> @llvm.x86.avx2.gather.d.ps.256(<8 x float> zeroinitializer, ptr %A, "
        "<8 x i32> zeroinitializer, <8 x float> zeroinitializer, i8 4)\n"
        "  %h = call <4 x double> @llvm.x86.avx.hadd.pd.256(<4 x double> zeroinitializer, <4 x double> zeroinitializer)\n"
        "  call void @llvm.x86.sse.sfence()\n  %q = call i64 @llvm.x86.bmi.pext.64(i64 1, i64 2)",
        "declare <8 x float> @llvm.x86.avx2.gather.d.ps.256(<8 x float>, ptr, <8 x i32>, <8 x float>, i8)\n"
        "declare <4 x double> @llvm.x86.avx.hadd.pd.256(<4 x double>, <4 x double>)\n"
        "declare void @llvm.x86.sse.sfence()\ndeclare i64 @llvm.x86.bmi.pext.64(i64, i64)",
    ),
    "recursion": HOT + "  %m = sub i32 %n, 1\n  call void @hot(ptr %A, i32 %m)\n  ret void\n}\n",
    "ptrtoint for an alias check": module("  %i = ptrtoint ptr %A to i64\n  %c = icmp ult i64 %i, 4096"),
    "null as a value": module("  %c = icmp eq ptr %A, null\n  store ptr null, ptr %A"),
    "getelementptr over structs of pointers": module(
        "  %p = getelementptr { ptr, i32 }, ptr %A, i64 1, i32 0\n  store ptr null, ptr %p"
    ),
    "switch": HOT
    + "  switch i32 %n, label %a [\n    i32 0, label %b\n    i32 1, label %a\n  ]\na:\n  ret void\nb:\n  ret void\n}\n",
    "loop hints": HOT
    + "  br label %l\nl:\n  %i = phi i32 [ 0, %0 ], [ %j, %l ]\n  %j = add i32 %i, 1\n  %c = icmp slt i32 %j, %n\n"
    "  br i1 %c, label %l, label %e, !llvm.loop !0\ne:\n  ret void\n}\n"
    '!0 = distinct !{!0, !1}\n!1 = !{!"llvm.loop.vectorize.width", i32 4}\n',
    "attributes that clang writes": HOT.replace("{", "#0 {") + "  ret void\n}\n"
    'attributes #0 = { noinline nounwind uwtable "frame-pointer"="none" "min-legal-vector-width"="256" '
    '"no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64-v3" "tune-cpu"="generic" '
    '"target-features"="+avx2,+fma" "no-nans-fp-math"="false" }\n',
    "declarations that nothing uses": module("", "@stdout = external global ptr\ndeclare i32 @puts(ptr)"),
    "named types and comments": module("  ; call void asm", "%struct.x = type { i32, ptr }\n; module asm"),
}


@pytest.mark.parametrize("case", INNOCENT)
@pytest.mark.parametrize("policy", Policy)
def test_lets_innocent_code_pass(normalised: Normalised, case: str, policy: Policy) -> None:
    text = INNOCENT[case]
    if policy is Policy.STRICT:
        text = text.replace(" reassoc ", " ")
    found = check(normalised(text), allowance(REFERENCE), policy)
    assert found is None, found


C_CANDIDATES = {
    "blocked with a local buffer": """
#include <string.h>
void hot(double *restrict A, int n) {
  _Alignas(64) double buffer[64];
  for (int i = 0; i + 64 <= n; i += 64) {
    memcpy(buffer, A + i, sizeof buffer);
    for (int k = 0; k < 64; k++) A[i + k] = buffer[63 - k] * 2.0 + __builtin_fabs(buffer[k]);
  }
}""",
    "intrinsics": """
#include <immintrin.h>
#include <math.h>
static inline __m256d twice(__m256d v) { return _mm256_fmadd_pd(v, _mm256_set1_pd(2.0), _mm256_setzero_pd()); }
void hot(double *A, int n) {
  static const double weights[4] = {1.0, 0.5, 0.25, 0.125};
  __m256d w = _mm256_loadu_pd(weights);
  for (int i = 0; i + 4 <= n; i += 4) {
    _mm_prefetch((const char *)(A + i + 64), _MM_HINT_T0);
    __m256d v = _mm256_maskload_pd(A + i, _mm256_set1_epi64x(-1));
    __m256d h = _mm256_hadd_pd(twice(v), w);
    _mm256_storeu_pd(A + i, _mm256_blendv_pd(h, v, _mm256_cmp_pd(h, v, _CMP_LT_OQ)));
  }
  _mm_sfence();
  A[0] = sqrt(A[0]) + pow(A[1], 3.0) + floor(A[2]);
}""",
    "variable length and struct": """
typedef struct { double x; int k; } item;
static item pick(item a, item b) { return a.x < b.x ? a : b; }
void hot(double *A, int n) {
  double row[n > 0 ? n : 1];
  item best = {A[0], 0};
  for (int i = 0; i < n; i++) { row[i] = A[i]; best = pick(best, (item){row[i], i}); }
  switch (n & 7) { case 0: A[0] = 1; break; case 1: A[0] = 2; break; case 2: A[0] = 3; break; default: A[0] = best.x; }
}""",
}


@pytest.mark.parametrize("case", C_CANDIDATES)
def test_lets_c_of_the_usual_kind_pass(compiled: Compiled, case: str) -> None:
    flags = (
        "-O3",
        "-Xclang",
        "-disable-llvm-passes",
        "-fno-math-errno",
        "-ffp-contract=on",
        "-march=x86-64-v3",
    )
    text = compiled(C_CANDIDATES[case], *flags, "--target=x86_64-linux-gnu")
    found = check(text, allowance(REFERENCE), Policy.STRICT)
    assert found is None, found
    found = check(compiled(C_CANDIDATES[case], *flags[:1], *flags[3:]), allowance(REFERENCE), Policy.TOLERANT)
    assert found is None, found


C_ATTACKS = {
    'void hot(double *A, int n) { __asm__("nop"); }': Reason.GATE_ASM,
    'void hot(double *A, int n) { __asm__ goto("" ::::out); out:; }': Reason.GATE_ASM,
    '__asm__(".globl x"); void hot(double *A, int n) {}': Reason.GATE_ASM,
    "void hot(double *A, int n) { static int calls; A[0] = calls++; }": Reason.GATE_STATE,
    "static _Thread_local double cache[8]; void hot(double *A, int n) { A[0] = cache[n]++; }": Reason.GATE_STATE,
    "__attribute__((constructor)) static void c(void) {} void hot(double *A, int n) {}": Reason.GATE_CONSTRUCTOR,
    '__attribute__((section(".init"))) void hot(double *A, int n) {}': Reason.GATE_CONSTRUCTOR,
    "extern char **environ; void hot(double *A, int n) { A[0] = **environ; }": Reason.GATE_REFERENCE,
    "void hot(double *A, int n) { void exit(int); exit(0); }": Reason.GATE_CALL,
    "void hot(double *A, int n) { int fork(void); fork(); }": Reason.GATE_CALL,
    'double f(double) __asm__("system"); void hot(double *A, int n) { A[0] = f(1); }': Reason.GATE_CALL,
    "void hot(double *A, int n) { *(volatile int *)4096 = 1; }": Reason.GATE_POINTER,
    "void hot(double *A, int n) { *(double *)(long)n = 1; }": Reason.GATE_POINTER,
    "void hot(double *A, int n) { A[0] = __builtin_readcyclecounter(); }": Reason.GATE_CALL,
    "void hot(double *A, int n) { A[0] = *(double *)__builtin_frame_address(0); }": Reason.GATE_CALL,
    "void hot(double *A, int n) { ((void (*)(void))A)(); }": Reason.GATE_CALL,
    "void hot(double *A, int n) { static void *t[] = {&&a, &&b}; goto *t[n]; a: b:; }": Reason.GATE_STATE,
    "void hot(double *A, int n) { static void *const t[] = {&&a, &&b}; goto *t[n]; a: b:; }": Reason.GATE_CALL,
    "int puts(const char *); static int (*const f)(const char *) = puts;"
    'void hot(double *A, int n) { f(""); }': Reason.GATE_CALL,
    '#pragma comment(lib, "evil")\nvoid hot(double *A, int n) {}': Reason.GATE_CONSTRUCTOR,
    'void again(double *, int) __attribute__((alias("hot"))); void hot(double *A, int n) {}': Reason.GATE_CONSTRUCTOR,
    "inline void hot(double *A, int n) {} void (*keep)(double *, int) = hot;": Reason.GATE_STATE,
    "__attribute__((weak)) void hot(double *A, int n) {}": Reason.SIGNATURE,
    "__attribute__((preserve_most)) void hot(double *A, int n) {}": Reason.SIGNATURE,
    "void hot(double *A, int n) { __atomic_fetch_add((int *)A, 1, 5); }": Reason.GATE_POINTER,
    'void hot(double *A, int n) { _Pragma("clang fp reassociate(on)") A[0] = A[1] + A[2] + A[3]; }': Reason.GATE_FAST_MATH,
    "void hot(double *A, int n) { __builtin_assume(n > 8); A[0] = n; }": Reason.GATE_FACT,
    "void hot(double *A, int n) { if (n < 8) __builtin_unreachable(); A[0] = n; }": Reason.GATE_FACT,
    "void hot(double *A, int n) {\n#pragma clang loop vectorize(assume_safety)\n"
    "for (int i = 0; i < n; i++) A[i] = A[i + n] + 1; }": Reason.GATE_FACT,
}


@pytest.mark.parametrize("source", C_ATTACKS)
def test_refuses_attacks_in_c(compiled: Compiled, source: str) -> None:
    text = compiled(source)
    assert verdict(text, Policy.STRICT) is C_ATTACKS[source]


def test_what_the_original_uses_is_allowed_and_nothing_more(normalised: Normalised) -> None:
    wild = normalised(
        "@flag = external global i32\n"
        + HOT
        + "  %v = load volatile i32, ptr @flag\n  %f = load ptr, ptr %A\n  call void %f()\n"
        "  %x = fadd nnan double 1.0, 2.0\n  %c = icmp eq i32 %v, 0\n  call void @llvm.assume(i1 %c)\n"
        "  br i1 %c, label %a, label %b\na:\n  ret void\nb:\n  unreachable\n}\ndeclare void @llvm.assume(i1)\n"
    )
    for policy in Policy:
        assert verdict(wild, policy, reference=wild) is None
        assert verdict(wild, policy) is not None
    more = wild.replace("ret void", "unreachable")
    assert verdict(more, Policy.STRICT, reference=wild) is Reason.GATE_FACT
    assert verdict(more, Policy.TOLERANT, reference=wild) is None


@pytest.mark.parametrize("flag", ["reassoc", "nsz", "arcp", "contract", "afn"])
def test_the_tolerant_policy_permits_what_needs_no_claim_about_data(
    normalised: Normalised, flag: str
) -> None:
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
        module(
            '  call void @llvm.assume(i1 true) [ "align"(ptr %A, i64 64) ]', "declare void @llvm.assume(i1)"
        )
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


def test_a_name_cannot_smuggle_a_line_past_the_gate(normalised: Normalised) -> None:
    text = normalised('target triple = "x86_64-linux-gnu\\0Amodule asm \\22nop\\22\\0A"\n' + REFERENCE)
    assert verdict(text) is not None


@pytest.mark.parametrize("name", sorted(PURE_LIBM))
def test_every_libm_function_can_be_called_as_declared(normalised: Normalised, name: str) -> None:
    for each in (name, f"{name}f"):
        declaration = library_declaration(each)
        assert declaration is not None
        call = declaration.removeprefix("declare ")
        text = normalised(
            f"{declaration}\n{HOT}  %r = call {call.replace('double', 'double 1.0').replace('double 1.0 @', 'double @').replace('float', 'float 1.0').replace('float 1.0 @', 'float @').replace('i32)', 'i32 1)')}\n  ret void\n}}\n"
        )
        assert verdict(text) is None


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


@given(
    st.lists(st.sampled_from([line for _, text in REFUSED.values() for line in text.split("\n")]), max_size=8)
)
def test_adding_lines_never_makes_refused_text_acceptable(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert verdict(f'{text}\nmodule asm "nop"') is not None
