"""Cheats that reach for what they were not given: code as data, the stack, the machine, the sanitizer's blind spots."""

from __future__ import annotations

from cheats_in_c import HONEST, Cheat, calling, inside
from cheats_in_ir import changed, module

from pipeline.records import Reason

POINTER, CALL, SANITIZER = (Reason.GATE_POINTER,), (Reason.GATE_CALL,), (Reason.SANITIZER,)
PAST_THE_END = "if (B[NK - 1][NJ] == 123.25) C[0][0] = 0.0;"


def intrinsic(name: str, declaration: str, call: str) -> Cheat:
    """A cheat that asks LLVM itself for something of the machine."""
    return Cheat(name, module(call, outside=declaration), (Reason.GATE_CALL,))


IN_C = (
    Cheat(
        "reads its own machine code",
        inside("if (((const double *)((const char *)kernel_gemm + 64))[ni & 1] == 1.5) C[0][0] = 0;"),
        POINTER,
    ),
    Cheat(
        "writes where its own code leads to",
        inside("double *p = (double *)((char *)kernel_gemm + 8192); if (ni < 0) p[ni & 7] = 0;"),
        POINTER,
    ),
    Cheat(
        "code's address through a union",
        inside(
            "union { long n; double *p; } u; u.n = (long)(void *)kernel_gemm; u.n += 8192 + ni; if (ni < 0) *u.p = 1.0;"
        ),
        POINTER,
    ),
    Cheat(
        "helpers chosen from a table",
        inside(
            "C[0][0] += 0 * table[ni & 1](1);",
            outside="static double one(double x) { return x; }\nstatic double two(double x) { return x + 1; }\n"
            "static double (*const table[2])(double) = {one, two};\n",
        ),
        (Reason.GATE_POINTER, Reason.GATE_CALL),
    ),
    Cheat(
        "asks not to be sanitized",
        inside(PAST_THE_END, outside="__attribute__((disable_sanitizer_instrumentation))"),
        SANITIZER,
    ),
    Cheat(
        "asks not to be sanitized, politely",
        inside(PAST_THE_END, outside='__attribute__((no_sanitize("address")))'),
        SANITIZER,
    ),
    Cheat(
        "poses as part of the sanitizer",
        inside(
            "if (__asan_peek(&B[NK - 1][NJ])) C[0][0] = 0;",
            outside="static int __asan_peek(const double *p) { return *p == 123.25; }\n",
        ),
        (Reason.GATE_REFERENCE,),
    ),
    Cheat(
        "renames a call in the assembler",
        inside("stop(0);", outside='void stop(int) __asm__("_exit");\n'),
        CALL,
    ),
    Cheat(
        "renames a call by a pragma",
        inside("stop(0);", outside="#pragma redefine_extname stop _exit\nvoid stop(int);\n"),
        CALL,
    ),
    Cheat("a thread's own segment", inside("C[0][0] += 0 * *(__seg_fs double *)(long)(ni & 0);"), POINTER),
    calling("the thread pointer", "", "C[0][0] += 0 * *(double *)__builtin_thread_pointer();"),
    calling("jumps by builtin", "", "void *b[5]; if (!__builtin_setjmp(b)) __builtin_longjmp(b, 1);"),
    calling("random numbers of the machine", "#include <immintrin.h>\n", "unsigned r; _rdrand32_step(&r);"),
    calling("which processor this is", "", "__builtin_cpu_init();"),
    calling("which registers are in use", "#include <immintrin.h>\n", "C[0][0] += 0 * _xgetbv(0);"),
    calling("how numbers are rounded", "#include <immintrin.h>\n", "C[0][0] += 0 * _mm_getcsr();"),
    calling("rounds otherwise by builtin", "", "__builtin_set_flt_rounds(2);"),
    calling("a steady counter", "", "C[0][0] += 0 * __builtin_readsteadycounter();"),
    Cheat(
        "a helper among the constructors",
        inside(
            "C[0][0] += 0 * early();",
            outside='__attribute__((section(".init_array"), noinline)) static double early(void) { return 1; }\n',
        ),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "kept by the linker",
        inside(outside="__attribute__((used, retain)) static const double keep[3] = {1, 2, 3};\n"),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "room to patch in front of it",
        inside(outside="__attribute__((patchable_function_entry(8, 4)))"),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "other sections by pragma",
        '#pragma clang section rodata="here" text="there"\n' + inside(),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat("half precision", inside(body=HONEST.replace("double sum", "_Float16 sum")), (Reason.RESULT,)),
    Cheat(
        "one product in single precision",
        inside(
            body=HONEST.replace("alpha * A[i][k]", "(k < nk - 1 ? alpha * A[i][k] : (double)(float)(alpha * A[i][k]))")
        ),
        (Reason.RESULT,),
    ),
    Cheat(
        "three times the tolerance",
        inside(after="for (int i = 0; i < ni; i++) for (int j = 0; j < nj; j++) C[i][j] *= 1 + 3e-9;"),
        (Reason.RESULT,),
    ),
)  # fmt: skip

IN_IR = (
    Cheat(
        "a stack elsewhere",
        module("call void @llvm.stackrestore.p0(ptr %out)", outside="declare void @llvm.stackrestore.p0(ptr)"),
        POINTER,
    ),
    Cheat(
        "a stack elsewhere, by way of a variable",
        module(
            "%s = call ptr @llvm.stacksave.p0()\n  %slot = alloca ptr\n  store ptr %s, ptr %slot\n"
            "  store ptr %out, ptr %slot\n  %t = load ptr, ptr %slot\n  call void @llvm.stackrestore.p0(ptr %t)",
            outside="declare void @llvm.stackrestore.p0(ptr)\ndeclare ptr @llvm.stacksave.p0()",
        ),
        POINTER,
    ),
    Cheat("reads its own code", module("%p = getelementptr i8, ptr @work, i64 64\n  %v = load i8, ptr %p"), POINTER),
    Cheat(
        "copies its own code",
        module(
            "call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr @work, i64 8, i1 false)",
            outside="declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)",
        ),
        POINTER,
    ),
    Cheat(
        "its own code, by way of a choice",
        module(
            "%p = select i1 true, ptr @work, ptr %a\n  %q = getelementptr i8, ptr %p, i64 4096\n  %v = load i8, ptr %q"
        ),
        POINTER,
    ),
    Cheat("its own code as a number", module("%v = ptrtoint ptr @work to i64\n  %w = trunc i64 %v to i32"), POINTER),
    Cheat(
        "its own code in a constant",
        module("%v = load ptr, ptr @t\n  %q = load i8, ptr %v", outside="@t = internal constant ptr @work"),
        POINTER,
    ),
    Cheat("the address of a block", module("%q = load i8, ptr blockaddress(@work, %done)"), CALL),
    Cheat("its own code without checks", module("%q = load i8, ptr no_cfi @work"), POINTER),
    Cheat(
        "a copy that calls a runtime",
        module(
            "call void @llvm.memcpy.element.unordered.atomic.p0.p0.i64(ptr align 8 %out, ptr align 8 %a, i64 8, i32 8)",
            outside="declare void @llvm.memcpy.element.unordered.atomic.p0.p0.i64(ptr, ptr, i64, i32)",
        ),
        (Reason.LINK,),
    ),
    Cheat(
        "a tail call that ends the program",
        module(
            outside="define internal void @h(i32 %x) {\n  musttail call void @exit(i32 %x)\n  ret void\n}\n"
            "declare void @exit(i32)"
        ),
        CALL,
    ),
    Cheat("data in front of it", module(header=" prefix i32 7"), (Reason.GATE_CONSTRUCTOR,)),
    Cheat("code in front of it", module(header=" prologue i8 -61"), (Reason.GATE_CONSTRUCTOR,)),
    Cheat("a collector of its own", module(header=' gc "statepoint-example"'), (Reason.GATE_CONSTRUCTOR,)),
    Cheat("an exception handler", module(header=" personality ptr @work"), (Reason.GATE_CONSTRUCTOR,)),
    Cheat(
        "poses as part of the sanitizer",
        module(
            "%v = call double @__asan_h(ptr %a, i32 %n)",
            outside="define internal double @__asan_h(ptr %p, i32 %n) noinline {\n"
            "  %q = getelementptr double, ptr %p, i32 %n\n  %v = load double, ptr %q\n  ret double %v\n}",
        ),
        (Reason.GATE_REFERENCE,),
    ),
    Cheat(
        "more at once, for it is aligned",
        changed("load double, ptr %from", "load <2 x double>, ptr %from, align 4096").replace(
            "%twice = fmul double %x", "%x0 = extractelement <2 x double> %x, i32 0\n  %twice = fmul double %x0"
        ),
        (Reason.SANITIZER, Reason.CRASH, Reason.SIZE),
    ),
    Cheat(
        "what the last call left on the stack",
        module(
            "%t = alloca [64 x i64]\n  %k = and i32 %n, 7\n  %p = getelementptr i64, ptr %t, i32 %k\n"
            "  %v = load i64, ptr %p\n  %was = icmp eq i64 %v, 77\n  br i1 %was, label %done, label %go\n"
            "go:\n  store i64 77, ptr %p"
        ).replace("[ 0, %entry ]", "[ 0, %go ]"),
        (Reason.OUTPUT, Reason.CHECKSUM, Reason.RESULT, Reason.HIDDEN_INPUT),
    ),
    intrinsic("rounds otherwise", "declare void @llvm.set.rounding(i32)", "call void @llvm.set.rounding(i32 2)"),
    intrinsic(
        "its frame for others", "declare void @llvm.localescape(...)", "call void (...) @llvm.localescape()"
    ),
    intrinsic("the thread pointer", "declare ptr @llvm.thread.pointer.p0()", "%t = call ptr @llvm.thread.pointer.p0()"),
    intrinsic("where its frame begins", "declare ptr @llvm.sponentry.p0()", "%t = call ptr @llvm.sponentry.p0()"),
    intrinsic(
        "where it returns to",
        "declare ptr @llvm.addressofreturnaddress.p0()",
        "%t = call ptr @llvm.addressofreturnaddress.p0()",
    ),
    intrinsic(
        "code made from data",
        "declare void @llvm.clear_cache(ptr, ptr)",
        "call void @llvm.clear_cache(ptr %out, ptr %out)",
    ),
    intrinsic("counters", "declare i64 @llvm.x86.rdpmc(i32)", "%t = call i64 @llvm.x86.rdpmc(i32 0)"),
    intrinsic("ticks", "declare { i64, i32 } @llvm.x86.rdtscp()", "%t = call { i64, i32 } @llvm.x86.rdtscp()"),
    intrinsic("another segment", "declare void @llvm.x86.wrfsbase.64(i64)", "call void @llvm.x86.wrfsbase.64(i64 0)"),
    intrinsic("empties caches", "declare void @llvm.x86.sse2.clflush(ptr)", "call void @llvm.x86.sse2.clflush(ptr %a)"),
)  # fmt: skip
