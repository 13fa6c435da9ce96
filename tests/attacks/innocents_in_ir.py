"""Right and differently written LLVM IR, and recipes: none of it may be rejected. `work` is twice an array plus one."""

from __future__ import annotations

import json

from innocents_in_c import STRICT, TOLERANT, Innocent

from pipeline.records import Policy

BOTH, LOOSE = (TOLERANT, STRICT), (TOLERANT,)

WORK_VECTORS = """
define void @work(ptr noalias nocapture readonly %a, ptr noalias %out, i32 %n) {
entry:
  %count = sext i32 %n to i64
  %whole = and i64 %count, -4
  %some = icmp sgt i64 %whole, 0
  br i1 %some, label %vector, label %between
vector:
  %i = phi i64 [ 0, %entry ], [ %i.next, %vector ]
  %from = getelementptr inbounds double, ptr %a, i64 %i
  %to = getelementptr inbounds double, ptr %out, i64 %i
  %x = load <4 x double>, ptr %from, align 8
  %twice = fmul <4 x double> %x, <double 2.0, double 2.0, double 2.0, double 2.0>
  %y = fadd <4 x double> %twice, <double 1.0, double 1.0, double 1.0, double 1.0>
  store <4 x double> %y, ptr %to, align 8
  %i.next = add nuw nsw i64 %i, 4
  %more = icmp slt i64 %i.next, %whole
  br i1 %more, label %vector, label %between
between:
  %start = phi i64 [ 0, %entry ], [ %whole, %vector ]
  %left = icmp slt i64 %start, %count
  br i1 %left, label %scalar, label %done
scalar:
  %j = phi i64 [ %start, %between ], [ %j.next, %scalar ]
  %from1 = getelementptr inbounds double, ptr %a, i64 %j
  %to1 = getelementptr inbounds double, ptr %out, i64 %j
  %x1 = load double, ptr %from1, align 8
  %twice1 = fmul double %x1, 2.000000e+00
  %y1 = fadd double %twice1, 1.000000e+00
  store double %y1, ptr %to1, align 8
  %j.next = add nuw nsw i64 %j, 1
  %again = icmp slt i64 %j.next, %count
  br i1 %again, label %scalar, label %done
done:
  ret void
}
"""
WORK_HELPERS = """
@factors = private unnamed_addr constant [2 x double] [double 2.000000e+00, double 1.000000e+00], align 16
%pair = type { double, double }
define internal fastcc double @apply(double %x, i32 %index) alwaysinline {
  %at = getelementptr inbounds [2 x double], ptr @factors, i64 0, i32 %index
  %factor = load double, ptr %at
  %is.first = icmp eq i32 %index, 0
  %product = fmul double %x, %factor
  %sum = fadd double %x, %factor
  %result = select i1 %is.first, double %product, double %sum
  ret double %result
}
define void @work(ptr %a, ptr %out, i32 %n) local_unnamed_addr #3 {
  %memory = alloca %pair, align 16
  br label %head
head:
  %i = phi i32 [ 0, %0 ], [ %next, %body ]
  %inside = icmp slt i32 %i, %n
  br i1 %inside, label %body, label %done
body:
  %i64 = zext nneg i32 %i to i64
  %from = getelementptr double, ptr %a, i64 %i64
  %x = load double, ptr %from, align 8, !tbaa !9
  %twice = call fastcc double @apply(double %x, i32 0)
  store double %twice, ptr %memory
  %back = load double, ptr %memory
  %y = tail call fastcc double @apply(double %back, i32 1) #7 // added one
  %to = getelementptr double, ptr %out, i64 %i64
  store double %y, ptr %to, align 8
  %next = add nsw i32 %i, 1
  br label %head, !llvm.loop !4
done:
  ret void
}
!4 = distinct !{!4, !5}
!5 = !{!"llvm.loop.unroll.count", i32 4}
"""
WORK_FUSED = """
declare <4 x double> @llvm.fma.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare <4 x i1> @llvm.get.active.lane.mask.v4i1.i32(i32, i32)
declare <4 x double> @llvm.masked.load.v4f64.p0(ptr, i32, <4 x i1>, <4 x double>)
declare void @llvm.masked.store.v4f64.p0(<4 x double>, ptr, i32, <4 x i1>)
define void @work(ptr %a, ptr %out, i32 %n) {
entry:
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %loop, label %done
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %wide = zext i32 %i to i64
  %mask = call <4 x i1> @llvm.get.active.lane.mask.v4i1.i32(i32 %i, i32 %n)
  %from = getelementptr double, ptr %a, i64 %wide
  %to = getelementptr double, ptr %out, i64 %wide
  %x = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %from, i32 8, <4 x i1> %mask, <4 x double> zeroinitializer)
  %y = call fast <4 x double> @llvm.fma.v4f64(<4 x double> %x,
    <4 x double> <double 2.0, double 2.0, double 2.0, double 2.0>,
    <4 x double> <double 1.0, double 1.0, double 1.0, double 1.0>)
  call void @llvm.masked.store.v4f64.p0(<4 x double> %y, ptr %to, i32 8, <4 x i1> %mask)
  %next = add i32 %i, 4
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
"""
GEMM_IR = """
define void @kernel_gemm(i32 %ni, i32 %nj, i32 %nk, double %alpha, double %beta, ptr %C, ptr %A, ptr %B) {
entry:
  %rows = sext i32 %ni to i64
  %columns = sext i32 %nj to i64
  %inner = sext i32 %nk to i64
  br label %row
row:
  %i = phi i64 [ 0, %entry ], [ %i.next, %row.end ]
  %i.in = icmp slt i64 %i, %rows
  br i1 %i.in, label %column, label %done
column:
  %j = phi i64 [ 0, %row ], [ %j.next, %store ]
  %j.in = icmp slt i64 %j, %columns
  br i1 %j.in, label %start, label %row.end
start:
  %c.at = getelementptr inbounds [25 x double], ptr %C, i64 %i, i64 %j
  %c = load double, ptr %c.at
  %c.scaled = fmul FLAGS double %c, %beta
  br label %product
product:
  %k = phi i64 [ 0, %start ], [ %k.next, %step ]
  %sum = phi double [ %c.scaled, %start ], [ %sum.next, %step ]
  %k.in = icmp slt i64 %k, %inner
  br i1 %k.in, label %step, label %store
step:
  %a.at = getelementptr inbounds [30 x double], ptr %A, i64 %i, i64 %k
  %b.at = getelementptr inbounds [25 x double], ptr %B, i64 %k, i64 %j
  %a = load double, ptr %a.at
  %b = load double, ptr %b.at
  %scaled = fmul FLAGS double %alpha, %a
  %term = fmul FLAGS double %scaled, %b
  %sum.next = fadd FLAGS double %sum, %term
  %k.next = add nsw i64 %k, 1
  br label %product
store:
  store double %sum, ptr %c.at
  %j.next = add nsw i64 %j, 1
  br label %column
row.end:
  %i.next = add nsw i64 %i, 1
  br label %row
done:
  ret void
}
"""
FLOYD_IR = """
declare <4 x i32> @llvm.smin.v4i32(<4 x i32>, <4 x i32>)
declare i32 @llvm.smin.i32(i32, i32)
define void @kernel_floyd_warshall(i32 %n, ptr %path) {
entry:
  %size = sext i32 %n to i64
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %k.loop, label %done
k.loop:
  %k = phi i64 [ 0, %entry ], [ %k.next, %k.end ]
  %row.k = getelementptr inbounds [60 x i32], ptr %path, i64 %k
  br label %i.loop
i.loop:
  %i = phi i64 [ 0, %k.loop ], [ %i.next, %i.end ]
  %row.i = getelementptr inbounds [60 x i32], ptr %path, i64 %i
  %through.at = getelementptr inbounds i32, ptr %row.i, i64 %k
  %through = load i32, ptr %through.at
  %one = insertelement <4 x i32> poison, i32 %through, i64 0
  %four = shufflevector <4 x i32> %one, <4 x i32> poison, <4 x i32> zeroinitializer
  br label %vectors
vectors:
  %j = phi i64 [ 0, %i.loop ], [ %j.next, %vector ]
  %j.next = add i64 %j, 4
  %fits = icmp sle i64 %j.next, %size
  br i1 %fits, label %vector, label %rest
vector:
  %ij.at = getelementptr inbounds i32, ptr %row.i, i64 %j
  %kj.at = getelementptr inbounds i32, ptr %row.k, i64 %j
  %ij = load <4 x i32>, ptr %ij.at, align 4
  %kj = load <4 x i32>, ptr %kj.at, align 4
  %sum = add <4 x i32> %four, %kj
  %least = call <4 x i32> @llvm.smin.v4i32(<4 x i32> %ij, <4 x i32> %sum)
  store <4 x i32> %least, ptr %ij.at, align 4
  br label %vectors
rest:
  %r = phi i64 [ %j, %vectors ], [ %r.next, %scalar ]
  %left = icmp slt i64 %r, %size
  br i1 %left, label %scalar, label %i.end
scalar:
  %ir.at = getelementptr inbounds i32, ptr %row.i, i64 %r
  %kr.at = getelementptr inbounds i32, ptr %row.k, i64 %r
  %ir = load i32, ptr %ir.at
  %kr = load i32, ptr %kr.at
  %sum.r = add nsw i32 %through, %kr
  %least.r = call i32 @llvm.smin.i32(i32 %ir, i32 %sum.r)
  store i32 %least.r, ptr %ir.at
  %r.next = add i64 %r, 1
  br label %rest
i.end:
  %i.next = add i64 %i, 1
  %i.more = icmp slt i64 %i.next, %size
  br i1 %i.more, label %i.loop, label %k.end
k.end:
  %k.next = add i64 %k, 1
  %k.more = icmp slt i64 %k.next, %size
  br i1 %k.more, label %k.loop, label %done
done:
  ret void
}
"""

IN_IR = (
    Innocent("vectors of four with a remainder", "work", WORK_VECTORS, BOTH, "llvm"),
    Innocent("helper, table, hints, dangling metadata", "work", WORK_HELPERS, BOTH, "llvm"),
    Innocent("masked and fused", "work", WORK_FUSED, LOOSE, "llvm"),
    Innocent("products summed in a register", "gemm", GEMM_IR.replace(" FLAGS", ""), BOTH, "llvm"),
    Innocent("reordering and contraction", "gemm", GEMM_IR.replace("FLAGS", "reassoc contract"), LOOSE, "llvm"),
    Innocent("fast everywhere", "gemm", GEMM_IR.replace("FLAGS", "fast"), LOOSE, "llvm"),
    Innocent("name in quotes", "gemm", GEMM_IR.replace(" FLAGS", "").replace("@kernel_gemm", '@"kernel_gemm"'), BOTH,
             "llvm"),
    Innocent("minimum of vectors", "floyd-warshall", FLOYD_IR, BOTH, "llvm"),
)  # fmt: skip


def recipe(name: str, kernel: str, policies: tuple[Policy, ...] = BOTH, **facts: object) -> Innocent:
    """A recipe as JSON."""
    return Innocent(name, kernel, json.dumps({"intent": name, **facts}), policies, "json")


RECIPES = (
    recipe("this machine's instructions", "gemm"),
    recipe("no FMA under strict, wide vectors", "jacobi-2d", prefer_vector_width=256),
    recipe("reordered and contracted", "gemm", LOOSE, fast_math=["reassoc", "contract", "nsz", "arcp", "afn"]),
    recipe("unrolled by eight", "spmv", options={"unroll-count": 8, "unroll-runtime": True}),
    recipe("once more after -O3", "nussinov", start="o3", pipeline="default<O3>"),
    recipe("baseline, interleaved", "floyd-warshall", target="baseline", options={"force-vector-interleave": 4}),
    recipe("passes one by one", "crc32", start="o3", pipeline="function(loop-mssa(licm),gvn,instcombine,simplifycfg)"),
    recipe("inlined and interchanged", "cholesky", options={"enable-loopinterchange": True, "inline-threshold": 1000}),
    recipe("no vectors", "utf8", options={"vectorize-loops": False, "vectorize-slp": False}),
)
