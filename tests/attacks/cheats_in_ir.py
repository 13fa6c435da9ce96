"""Cheats in LLVM IR, against a loop that doubles an array and adds one."""

from __future__ import annotations

from cheats_in_c import Cheat, Disarmed

from pipeline.records import Policy, Reason

LOOP = """define void @work(ptr %a, ptr %out, i32 %n) {HEADER{
entry:
  PRE
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %loop, label %done
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %wide = zext i32 %i to i64
  %from = getelementptr double, ptr %a, i64 %wide
  %to = getelementptr double, ptr %out, i64 %wide
  %x = load double, ptr %from
  %twice = fmul double %x, 2.0
  %y = fadd double %twice, 1.0
  store double %y, ptr %to
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %done
done:
  POST
  ret void
}
"""


def module(pre: str = "", post: str = "", outside: str = "", header: str = "") -> str:
    """The honest function with something added."""
    text = LOOP.replace("{HEADER{", f"{header} {{").replace("PRE", pre).replace("POST", post)
    return f"{text}{outside}\n"


def changed(old: str, new: str) -> str:
    """The function with one instruction changed."""
    text = module()
    assert old in text
    return text.replace(old, new)


CHEATS = (
    Cheat("crash", module("call void @llvm.trap()"), (Reason.CRASH,)),
    Cheat(
        "undefined from the start",
        module("unreachable\nafter:"),
        (Reason.CRASH, Reason.RESULT, Reason.PARSE, Reason.TIMEOUT),
    ),
    Cheat("module assembly", module(outside='module asm "nop"'), (Reason.GATE_ASM,)),
    Cheat("inline assembly", module('call void asm sideeffect "nop", ""()'), (Reason.GATE_ASM,)),
    Cheat(
        "state between calls",
        module("store i32 %n, ptr @kept", outside="@kept = internal global i32 0"),
        (Reason.GATE_STATE,),
    ),
    Cheat(
        "state of a thread",
        module("store i32 %n, ptr @kept", outside="@kept = thread_local global i32 0"),
        (Reason.GATE_STATE,),
    ),
    Cheat(
        "runs before main",
        module(
            outside="@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] "
            "[{ i32, ptr, ptr } { i32 1, ptr @early, ptr null }]\ndefine internal void @early() {\n  ret void\n}"
        ),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "an alias of main", module(outside="@main = alias void (ptr, ptr, i32), ptr @work"), (Reason.GATE_CONSTRUCTOR,)
    ),
    Cheat(
        "an ifunc",
        module(outside="@printf = ifunc void (), ptr @pick\ndefine internal ptr @pick() {\n  ret ptr @work\n}"),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "an address made of a number", module("store i32 1, ptr inttoptr (i64 4194304 to ptr)"), (Reason.GATE_POINTER,)
    ),
    Cheat(
        "an address counted from null",
        module("%p = getelementptr i8, ptr null, i64 4194304\n  store i32 1, ptr %p"),
        (Reason.GATE_POINTER,),
    ),
    Cheat(
        "an address computed and cast",
        module(
            "%b = ptrtoint ptr %a to i64\n  %c = sub i64 %b, 4096\n  %p = inttoptr i64 %c to ptr\n  store i32 1, ptr %p"
        ),
        (Reason.GATE_POINTER,),
    ),
    Cheat("volatile accesses", changed("load double", "load volatile double"), (Reason.GATE_POINTER,)),
    Cheat("atomic accesses", module("%o = atomicrmw add ptr %out, i32 0 seq_cst"), (Reason.GATE_POINTER,)),
    Cheat("a call through data", module("%f = load ptr, ptr %a\n  call void %f()"), (Reason.GATE_CALL,)),
    Cheat(
        "a library function", module("call void @exit(i32 0)", outside="declare void @exit(i32)"), (Reason.GATE_CALL,)
    ),
    Cheat(
        "a function's address in a table",
        module(
            "%f = load ptr, ptr @table\n  call void %f(i32 0)",
            outside="@table = internal constant ptr @exit\ndeclare void @exit(i32)",
        ),
        (Reason.GATE_REFERENCE, Reason.GATE_CALL),
    ),
    Cheat(
        "the cycle counter",
        module("%t = call i64 @llvm.readcyclecounter()", outside="declare i64 @llvm.readcyclecounter()"),
        (Reason.GATE_CALL,),
    ),
    Cheat(
        "its caller's frame",
        module(
            "%f = call ptr @llvm.frameaddress.p0(i32 1)\n  store i32 1, ptr %f",
            outside="declare ptr @llvm.frameaddress.p0(i32)",
        ),
        (Reason.GATE_CALL,),
    ),
    Cheat(
        "its return address",
        module(
            "%f = call ptr @llvm.returnaddress(i32 0)\n  store i32 1, ptr %f",
            outside="declare ptr @llvm.returnaddress(i32)",
        ),
        (Reason.GATE_CALL,),
    ),
    Cheat(
        "a register",
        module(
            "%r = call i64 @llvm.read_register.i64(metadata !0)",
            outside='declare i64 @llvm.read_register.i64(metadata)\n!0 = !{!"rsp"}',
        ),
        (Reason.GATE_CALL, Reason.PARSE),
    ),
    Cheat(
        "the stopwatch's symbols",
        module("call void @irloop_before(ptr %a, i64 0)", outside="declare void @irloop_before(ptr, i64)"),
        (Reason.GATE_CALL,),
    ),
    Cheat(
        "a section of its own", module(outside='@x = constant i32 1, section ".init_array"'), (Reason.GATE_CONSTRUCTOR,)
    ),
    Cheat(
        "a naked function",
        module(outside="define internal void @bare() naked {\n  ret void\n}"),
        (Reason.GATE_CONSTRUCTOR,),
    ),
    Cheat(
        "contraction under strict",
        changed("fmul double", "fmul contract double"),
        (Reason.GATE_FAST_MATH,),
        Policy.STRICT,
    ),
    Cheat(
        "an assumption under strict",
        module("%t = icmp eq i32 %n, 100\n  call void @llvm.assume(i1 %t)", outside="declare void @llvm.assume(i1)"),
        (Reason.GATE_FACT,),
        Policy.STRICT,
    ),
    Cheat("sizes assumed, then used", changed("icmp slt i32 %next, %n", "icmp slt i32 %next, 100"), (Reason.SIZE,)),
    Cheat(
        "an element more than asked",
        changed("icmp slt i32 %next, %n", "icmp slt i32 %i, %n"),
        (Reason.SIZE, Reason.SANITIZER, Reason.RESULT),
    ),
    Cheat("an element too many", changed("%some = icmp sgt i32 %n, 0", "%some = icmp sge i32 %n, 0"), (Reason.SIZE,)),
    Cheat(
        "twice the input's neighbour", changed("double, ptr %a, i64 %wide", "double, ptr %a, i32 %n"), (Reason.RESULT,)
    ),
    Cheat(
        "already computed, by a look at the first element",
        module(
            "%a0 = load double, ptr %a\n  %t0 = fmul double %a0, 2.0\n  %y0 = fadd double %t0, 1.0\n"
            "  %first = load double, ptr %out\n  %same = fcmp oeq double %first, %y0\n"
            "  br i1 %same, label %done, label %go\ngo:"
        ).replace("[ 0, %entry ]", "[ 0, %go ]"),
        (Reason.HIDDEN_INPUT,),
    ),
    Cheat(
        "already computed, it seems",
        module(
            "%first = load double, ptr %out\n  %done0 = fcmp one double %first, 0.0\n"
            "  br i1 %done0, label %done, label %go\ngo:"
        ).replace("[ 0, %entry ]", "[ 0, %go ]"),
        (Reason.HIDDEN_INPUT, Reason.RESULT),
    ),
    Cheat(
        "single precision",
        changed(
            "%y = fadd double %twice, 1.0",
            "%f = fptrunc double %twice to float\n  %g = fadd float %f, 1.0\n  %y = fpext float %g to double",
        ),
        (Reason.RESULT, Reason.HIDDEN_INPUT),
    ),
    Cheat(
        "changes its input",
        changed("store double %y, ptr %to", "store double %y, ptr %to\n  store double %y, ptr %from"),
        (Reason.RESULT,),
    ),
    Cheat(
        "a poisoned sum",
        changed("%next = add i32 %i, 1", "%next = add nuw nsw i32 %i, 2147483647"),
        (Reason.RESULT, Reason.CRASH, Reason.TIMEOUT),
    ),
    Cheat("another function", module().replace("@work", "@work2"), (Reason.OTHER_FUNCTION,)),
    Cheat(
        "another signature",
        module()
        .replace("i32 %n)", "i64 %n0)")
        .replace("PRE", "")
        .replace("entry:", "entry:\n  %n = trunc i64 %n0 to i32"),
        (Reason.SIGNATURE,),
    ),
)

DISARMED = (
    Disarmed("division by zero", module("%z = sdiv i32 %n, 0"), "sdiv"),
    Disarmed("another malloc", module(outside="define weak ptr @malloc(i64 %n) {\n  ret ptr null\n}"), "@malloc"),
    Disarmed("linker options", module(outside='!llvm.linker.options = !{!0}\n!0 = !{!"-lc"}'), "linker"),
    Disarmed("fast everything", changed("fadd double", "fadd fast double"), "fast"),
    Disarmed("no NaN promised", changed("fmul double", "fmul nnan double"), "nnan"),
    Disarmed("another convention", module().replace("define void", "define fastcc void"), "fastcc"),
)
