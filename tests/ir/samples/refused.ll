; What the gate must refuse, each after a line with the reason and a name. The function is hot(ptr %A, i32 %n).

;;; gate-asm: call asm
define void @hot(ptr %A, i32 %n) {
  call void asm "nop", ""()
  ret void
}

;;; gate-asm: call asm sideeffect
define void @hot(ptr %A, i32 %n) {
  call void asm sideeffect inteldialect "nop", ""()
  ret void
}

;;; gate-asm: tail call asm with result
define void @hot(ptr %A, i32 %n) {
  %r = tail call i64 asm "rdtsc", "=A"()
  ret void
}

;;; gate-asm: asm of a struct
define void @hot(ptr %A, i32 %n) {
  %r = call { i32, i32 } asm sideeffect "x", "=a,=d"()
  ret void
}

;;; gate-asm: asm called like a label
define void @hot(ptr %A, i32 %n) {
  %"asm" = call i32 asm "x", "=r"()
  ret void
}

;;; gate-constructor: invoke asm
declare i32 @pers(...)
define void @hot(ptr %A, i32 %n) personality ptr @pers {
  invoke void asm sideeffect unwind "nop", ""() to label %a unwind label %b
a:
  ret void
b:
  %l = landingpad i32 cleanup
  ret void
}

;;; gate-asm: callbr asm
define void @hot(ptr %A, i32 %n) {
  callbr void asm sideeffect "", "!i"() to label %a [label %b]
a:
  ret void
b:
  ret void
}

;;; gate-asm: module asm
module asm ".globl evil"
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-asm: asm in a helper
define internal void @help() {
  call void asm "nop", ""()
  ret void
}
define void @hot(ptr %A, i32 %n) {
  call void @help()
  ret void
}

;;; gate-asm: asm in a helper whose type hides it
%"a@b" = type { i32 }
define internal %"a@b" @help() {
  call void asm "", ""()
  ret %"a@b" zeroinitializer
}
define void @hot(ptr %A, i32 %n) {
  %r = call %"a@b" @help()
  ret void
}

;;; gate-constructor: constructor
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 1, ptr @c, ptr null }]
define internal void @c() {
  ret void
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: used list
@llvm.used = appending global [1 x ptr] [ptr @hot], section "llvm.metadata"
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: alias
@again = alias void (ptr, i32), ptr @hot
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: ifunc
@i = ifunc void (), ptr @resolve
define internal ptr @resolve() {
  ret ptr null
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: alias with odd words
@"constant" = internal unnamed_addr alias void (ptr, i32), ptr @hot
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: section of a function
define void @hot(ptr %A, i32 %n) section ".init" {
  ret void
}

;;; gate-constructor: section of a constant
@c = constant i32 1, section ".preinit_array"
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: prefix data
define void @hot(ptr %A, i32 %n) prefix i32 7 {
  ret void
}

;;; gate-constructor: prologue data
define void @hot(ptr %A, i32 %n) prologue i8 -61 {
  ret void
}

;;; gate-constructor: garbage collector
define void @hot(ptr %A, i32 %n) gc "shadow-stack" {
  ret void
}

;;; gate-constructor: comdat
$main = comdat any
define void @hot(ptr %A, i32 %n) comdat($main) {
  ret void
}

;;; gate-constructor: linker options
!llvm.linker.options = !{!0}
!0 = !{!"--wrap=malloc"}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: dependent library
!llvm.dependent-libraries = !{!0}
!0 = !{!"evil"}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-constructor: trap calls a function
declare void @llvm.trap()
define void @hot(ptr %A, i32 %n) {
  call void @llvm.trap() "trap-func-name"="system"
  ret void
}

;;; gate-constructor: probe calls a function
define void @hot(ptr %A, i32 %n) "probe-stack"="system" {
  ret void
}

;;; gate-constructor: naked
define internal void @h() naked {
  unreachable
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: mutable global
@calls = internal global i32 0
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: weak mutable global
@calls = weak dso_local unnamed_addr global i32 0, align 4
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: thread-local
@calls = internal thread_local(localexec) global i32 0
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: common
@calls = common global [100 x i32] zeroinitializer
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: externally initialised
@c = externally_initialized constant i32 0
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: thread-local constant
@c = internal thread_local constant i32 0
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-state: global of a type that mentions constant
%"x constant y" = type { i32 }
@c = internal global %"x constant y" zeroinitializer
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: available_externally function
define available_externally i32 @system(ptr %c) {
  ret i32 0
}
define void @hot(ptr %A, i32 %n) {
  %r = call i32 @system(ptr %A)
  ret void
}

;;; gate-reference: available_externally constant
@environ = available_externally constant ptr null
define void @hot(ptr %A, i32 %n) {
  %r = load ptr, ptr @environ
  ret void
}

;;; gate-reference: extern_weak constant
@environ = extern_weak constant ptr
define void @hot(ptr %A, i32 %n) {
  %r = load ptr, ptr @environ
  ret void
}

;;; gate-reference: appending constant
@list = appending constant [1 x i32] [i32 1]
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: exported helper
define dllexport void @malloc() {
  ret void
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: name that stays global
define void @__stack_chk_fail() {
  ret void
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: a function of the boundary
define void @irloop_after() {
  ret void
}
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-call: library function
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  %r = call i32 @system(ptr %A)
  ret void
}

;;; gate-call: variadic call
declare i32 @printf(ptr, ...)
define void @hot(ptr %A, i32 %n) {
  %r = call i32 (ptr, ...) @printf(ptr %A, i32 1)
  ret void
}

;;; gate-call: tail call
declare i32 @getenv(ptr)
attributes #1 = { nounwind }
define void @hot(ptr %A, i32 %n) {
  %r = tail call fastcc i32 @getenv(ptr %A) #1
  ret void
}

;;; gate-call: musttail call
declare void @exit2(ptr, i32)
define void @hot(ptr %A, i32 %n) {
  musttail call void @exit2(ptr %A, i32 %n)
  ret void
}

;;; gate-call: notail call
declare void @abort()
define void @hot(ptr %A, i32 %n) {
  notail call void @abort()
  ret void
}

;;; gate-call: quoted callee
declare void @"a b"()
define void @hot(ptr %A, i32 %n) {
  call void @"a b"()
  ret void
}

;;; gate-call: name without mangling
declare void @"\01sin"()
define void @hot(ptr %A, i32 %n) {
  call void @"\01sin"()
  ret void
}

;;; gate-call: call with return attributes
declare i32 @rand()
define void @hot(ptr %A, i32 %n) {
  %r = call noundef range(i32 0, 5) i32 @rand()
  ret void
}

;;; gate-call: malloc
declare ptr @malloc(i64)
define void @hot(ptr %A, i32 %n) {
  %r = call noalias ptr @malloc(i64 8)
  ret void
}

;;; gate-call: function pointer from memory
define void @hot(ptr %A, i32 %n) {
  %f = load ptr, ptr %A
  call void %f()
  ret void
}

;;; gate-call: function pointer argument
define void @hot(ptr %A, i32 %n) {
  call void %A(ptr @hot)
  ret void
}

;;; gate-call: variadic function pointer
define void @hot(ptr %A, i32 %n) {
  %r = call i32 (ptr, ...) %A(ptr %A)
  ret void
}

;;; gate-call: phi of function pointers
define void @hot(ptr %A, i32 %n) {
  br label %l
l:
  %p = phi ptr [ %A, %0 ]
  tail call void %p()
  ret void
}

;;; gate-call: named pointer with a direct look
define void @hot(ptr %A, i32 %n) {
  %"@sin(" = load ptr, ptr %A
  call void %"@sin("()
  ret void
}

;;; gate-call: call of null
define void @hot(ptr %A, i32 %n) {
  call void null()
  ret void
}

;;; gate-call: call of a select
define void @hot(ptr %A, i32 %n) {
  %c = icmp eq i32 %n, 0
  %f = select i1 %c, ptr %A, ptr null
  call void %f()
  ret void
}

;;; gate-call: patchpoint
declare void @llvm.experimental.patchpoint.void(i64, i32, ptr, i32, ...)
define void @hot(ptr %A, i32 %n) {
  call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.void(i64 0, i32 16, ptr %A, i32 0)
  ret void
}

;;; gate-call: operand bundle
declare double @other(double)
define void @hot(ptr %A, i32 %n) {
  %r = call double @other(double 1.0) [ "mine"(i32 7) ]
  ret void
}

;;; gate-call: indirect jump
define void @hot(ptr %A, i32 %n) {
  indirectbr ptr %A, [label %a, label %b]
a:
  ret void
b:
  ret void
}

;;; gate-call: block address
define void @hot(ptr %A, i32 %n) {
  store ptr blockaddress(@hot, %a), ptr %A
  br label %a
a:
  ret void
}

;;; gate-reference: address of a function
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  store ptr @system, ptr %A
  ret void
}

;;; gate-reference: function passed on
declare double @other(ptr)
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  %r = call double @other(ptr @system)
  ret void
}

;;; gate-reference: libm function as a value
declare double @sin(double)
define void @hot(ptr %A, i32 %n) {
  store ptr @sin, ptr %A
  ret void
}

;;; gate-reference: function in a table
@t = internal constant ptr @system
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  %f = load ptr, ptr @t
  ret void
}

;;; gate-reference: function in an unused table
@t = constant { i32, [1 x ptr] } { i32 1, [1 x ptr] [ptr @system] }
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: function as a number in a table
@t = constant i64 ptrtoint (ptr @system to i64)
declare i32 @system(ptr)
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-reference: program's variable
@ticks = external global i32
define void @hot(ptr %A, i32 %n) {
  store i32 0, ptr @ticks
  ret void
}

;;; gate-reference: environ
@environ = external global ptr
define void @hot(ptr %A, i32 %n) {
  %e = load ptr, ptr getelementptr (i8, ptr @environ, i64 8)
  ret void
}

;;; gate-reference: boundary's variable
@irloop_page = external dso_local global ptr
define void @hot(ptr %A, i32 %n) {
  %e = load ptr, ptr @irloop_page
  ret void
}

;;; gate-reference: external constant
@version = external constant i32
define void @hot(ptr %A, i32 %n) {
  %e = load i32, ptr @version
  ret void
}

;;; gate-pointer: inttoptr
define void @hot(ptr %A, i32 %n) {
  %p = inttoptr i32 %n to ptr
  ret void
}

;;; gate-pointer: inttoptr constant
define void @hot(ptr %A, i32 %n) {
  store i32 0, ptr inttoptr (i64 4096 to ptr)
  ret void
}

;;; gate-pointer: inttoptr in a table
@t = constant ptr inttoptr (i64 4096 to ptr)
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-pointer: there and back
define void @hot(ptr %A, i32 %n) {
  %i = ptrtoint ptr %A to i64
  %j = add i64 %i, 8
  %p = inttoptr i64 %j to ptr
  ret void
}

;;; gate-pointer: inttoptr of vectors
define void @hot(ptr %A, i32 %n) {
  %p = inttoptr <2 x i64> zeroinitializer to <2 x ptr>
  ret void
}

;;; gate-pointer: address space
define void @hot(ptr %A, i32 %n) {
  %p = load i64, ptr addrspace(257) null
  ret void
}

;;; gate-pointer: address space cast
define void @hot(ptr %A, i32 %n) {
  %p = addrspacecast ptr %A to ptr addrspace(256)
  ret void
}

;;; gate-pointer: address space of a constant
@c = addrspace(257) constant i32 0
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-pointer: offset from null
define void @hot(ptr %A, i32 %n) {
  %p = getelementptr i8, ptr null, i64 4198400
  ret void
}

;;; gate-pointer: offset from null in a struct
define void @hot(ptr %A, i32 %n) {
  %p = getelementptr { ptr, i32 }, ptr null, i64 9, i32 1
  store i32 0, ptr %p
  ret void
}

;;; gate-pointer: atomic
define void @hot(ptr %A, i32 %n) {
  %p = atomicrmw add ptr %A, i32 1 seq_cst
  ret void
}

;;; gate-pointer: compare and exchange
define void @hot(ptr %A, i32 %n) {
  %p = cmpxchg ptr %A, i32 1, i32 2 seq_cst seq_cst
  ret void
}

;;; gate-pointer: fence
define void @hot(ptr %A, i32 %n) {
  fence seq_cst
  ret void
}

;;; gate-pointer: atomic load
define void @hot(ptr %A, i32 %n) {
  %p = load atomic i32, ptr %A seq_cst, align 4
  ret void
}

;;; gate-pointer: atomic store
define void @hot(ptr %A, i32 %n) {
  store atomic i32 0, ptr %A monotonic, align 4
  ret void
}

;;; gate-pointer: volatile load
define void @hot(ptr %A, i32 %n) {
  %"a name = x" = load volatile i32, ptr %A
  ret void
}

;;; gate-pointer: volatile store
define void @hot(ptr %A, i32 %n) {
  store volatile { i32, i32 } zeroinitializer, ptr %A
  ret void
}

;;; gate-pointer: va_arg
define void @hot(ptr %A, i32 %n) {
  %p = va_arg ptr %A, i32
  ret void
}

;;; signature: internal hot function
define internal void @hot(ptr %A, i32 %n) {
  ret void
}

;;; signature: weak hot function
define linkonce_odr void @hot(ptr %A, i32 %n) {
  ret void
}

;;; signature: other calling convention
define preserve_mostcc void @hot(ptr %A, i32 %n) {
  ret void
}

;;; gate-fast-math: nnan
define void @hot(ptr %A, i32 %n) {
  %x = fadd nnan double 1.0, 2.0
  store double %x, ptr %A
  ret void
}

;;; gate-fast-math: fast
define void @hot(ptr %A, i32 %n) {
  %x = fmul fast <2 x double> zeroinitializer, zeroinitializer
  ret void
}

;;; gate-fast-math: ninf after others
define void @hot(ptr %A, i32 %n) {
  %x = fdiv reassoc ninf nsz double 1.0, 2.0
  ret void
}

;;; gate-fast-math: fast on a call
declare double @other(double)
define void @hot(ptr %A, i32 %n) {
  %x = tail call fast double @other(double 1.0)
  ret void
}

;;; gate-fast-math: fast on a phi
define void @hot(ptr %A, i32 %n) {
  br label %l
l:
  %p = phi nnan ninf double [ 0.0, %0 ]
  ret void
}

;;; gate-fast-math: fast on a select
define void @hot(ptr %A, i32 %n) {
  %p = select ninf i1 true, double 1.0, double 2.0
  ret void
}

;;; gate-fast-math: inexact division
!0 = !{float 2.5}
define void @hot(ptr %A, i32 %n) {
  %x = fdiv float 1.0, 3.0, !fpmath !0
  ret void
}

;;; gate-fast-math: flush to zero
define void @hot(ptr %A, i32 %n) "denormal-fp-math"="preserve-sign,preserve-sign" {
  ret void
}

;;; gate-fast-math: no NaNs by attribute
define void @hot(ptr %A, i32 %n) "no-nans-fp-math"="true" {
  ret void
}
