; What the gate must let pass under either policy, each after a line with a name.

;;; nothing at all
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; what the original uses
@data = external global [8 x double]
declare double @other(double)
define void @hot(ptr %A, i32 %n) {
  %x = load double, ptr @data
  %y = call double @other(double %x)
  store double %y, ptr %A
  ret void
}

;;; constant tables
@table = private unnamed_addr constant [3 x double] [double 1.0, double 2.0, double 3.0], align 16
@rows = internal constant [2 x ptr] [ptr @table, ptr @table]
define void @hot(ptr %A, i32 %n) {
  %p = getelementptr inbounds [3 x double], ptr @table, i64 0, i64 1
  %x = load double, ptr %p
  store double %x, ptr %A
  ret void
}

;;; internal helpers
define internal fastcc void @help(ptr %p) alwaysinline {
  ret void
}
define weak hidden void @weak() {
  ret void
}
define void @hot(ptr %A, i32 %n) {
  call fastcc void @help(ptr %A)
  call void @weak()
  ret void
}

;;; strings that look like code
@s = private constant [26 x i8] c"module asm global inttoptr"
!llvm.ident = !{!0}
!0 = !{!"call void asm @system( inttoptr thread_local"}
define void @hot(ptr %A, i32 %n) {
  store [40 x i8] c"call void asm sideeffect \22nop\22; @system(", ptr %A
  store [34 x i8] c"inttoptr (i64 1 to ptr) addrspace(", ptr %A
  ret void
}

;;; names that look like code
define void @hot(ptr %A, i32 %inttoptr) {
  %asm = add i32 %inttoptr, 1
  %"call asm \22" = add i32 %asm, 1
  br label %volatile
volatile:
  %fast = add i32 %inttoptr, 1
  %addrspace = add i32 %fast, 1
  br label %unreachable
unreachable:
  br label %"x = global"
"x = global":
  ret void
}

;;; vector intrinsics
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare <4 x double> @llvm.maxnum.v4f64(<4 x double>, <4 x double>)
declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>)
define void @hot(ptr %A, i32 %n) {
  %v = load <4 x double>, ptr %A
  %w = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %v, <4 x double> %v, <4 x double> %v)
  %u = call <4 x double> @llvm.maxnum.v4f64(<4 x double> %w, <4 x double> %v)
  %r = call double @llvm.vector.reduce.fadd.v4f64(double 0.0, <4 x double> %u)
  store double %r, ptr %A
  ret void
}

;;; masked memory
declare <4 x double> @llvm.masked.load.v4f64.p0(ptr, i32, <4 x i1>, <4 x double>)
declare void @llvm.masked.store.v4f64.p0(<4 x double>, ptr, i32, <4 x i1>)
define void @hot(ptr %A, i32 %n) {
  %m = icmp ult <4 x i32> <i32 0, i32 1, i32 2, i32 3>, zeroinitializer
  %v = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %A, i32 8, <4 x i1> %m, <4 x double> zeroinitializer)
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v, ptr %A, i32 8, <4 x i1> %m)
  ret void
}

;;; libm
declare double @sqrt(double)
declare double @pow(double, double)
declare float @expf(float)
define void @hot(ptr %A, i32 %n) {
  %x = call double @sqrt(double 2.0)
  %y = tail call double @pow(double %x, double 3.0)
  %z = call float @expf(float 1.0)
  store double %y, ptr %A
  store float %z, ptr %A
  ret void
}

;;; blocks of memory
declare void @llvm.lifetime.start.p0(i64, ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare ptr @memcpy(ptr, ptr, i64)
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)
define void @hot(ptr %A, i32 %n) {
  %b = alloca [64 x double], align 64
  call void @llvm.lifetime.start.p0(i64 512, ptr %b)
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %b, ptr align 8 %A, i64 512, i1 false)
  call void @llvm.memset.p0.i64(ptr %b, i8 0, i64 512, i1 false)
  %r = call ptr @memcpy(ptr %A, ptr %b, i64 512)
  call void @llvm.prefetch.p0(ptr %A, i32 0, i32 3, i32 1)
  ret void
}

;;; AVX2 and FMA
declare <8 x float> @llvm.x86.avx2.gather.d.ps.256(<8 x float>, ptr, <8 x i32>, <8 x float>, i8)
declare <4 x double> @llvm.x86.avx.hadd.pd.256(<4 x double>, <4 x double>)
declare void @llvm.x86.sse.sfence()
declare i64 @llvm.x86.bmi.pext.64(i64, i64)
define void @hot(ptr %A, i32 %n) {
  %v = call <8 x float> @llvm.x86.avx2.gather.d.ps.256(<8 x float> zeroinitializer, ptr %A, <8 x i32> zeroinitializer, <8 x float> zeroinitializer, i8 4)
  %h = call <4 x double> @llvm.x86.avx.hadd.pd.256(<4 x double> zeroinitializer, <4 x double> zeroinitializer)
  call void @llvm.x86.sse.sfence()
  %q = call i64 @llvm.x86.bmi.pext.64(i64 1, i64 2)
  ret void
}

;;; recursion
define void @hot(ptr %A, i32 %n) {
  %m = sub i32 %n, 1
  call void @hot(ptr %A, i32 %m)
  ret void
}

;;; ptrtoint for an alias check
define void @hot(ptr %A, i32 %n) {
  %i = ptrtoint ptr %A to i64
  %c = icmp ult i64 %i, 4096
  ret void
}

;;; null as a value
define void @hot(ptr %A, i32 %n) {
  %c = icmp eq ptr %A, null
  store ptr null, ptr %A
  ret void
}

;;; getelementptr over structs of pointers
define void @hot(ptr %A, i32 %n) {
  %p = getelementptr { ptr, i32 }, ptr %A, i64 1, i32 0
  store ptr null, ptr %p
  ret void
}

;;; switch
define void @hot(ptr %A, i32 %n) {
  switch i32 %n, label %a [
    i32 0, label %b
    i32 1, label %a
  ]
a:
  ret void
b:
  ret void
}

;;; loop hints
define void @hot(ptr %A, i32 %n) {
  br label %l
l:
  %i = phi i32 [ 0, %0 ], [ %j, %l ]
  %j = add i32 %i, 1
  %c = icmp slt i32 %j, %n
  br i1 %c, label %l, label %e, !llvm.loop !0
e:
  ret void
}
!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.vectorize.width", i32 4}

;;; attributes that clang writes
define void @hot(ptr %A, i32 %n) #0 {
  ret void
}
attributes #0 = { noinline nounwind uwtable "frame-pointer"="none" "min-legal-vector-width"="256" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64-v3" "tune-cpu"="generic" "target-features"="+avx2,+fma" "no-nans-fp-math"="false" }

;;; declarations that nothing uses
@stdout = external global ptr
declare i32 @puts(ptr)
define void @hot(ptr %A, i32 %n) {
  ret void
}

;;; named types and comments
%struct.x = type { i32, ptr }
; module asm
define void @hot(ptr %A, i32 %n) {
  ; call void asm
  ret void
}
