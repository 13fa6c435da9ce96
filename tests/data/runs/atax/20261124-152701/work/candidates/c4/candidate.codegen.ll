; ModuleID = '/irloop/runs/atax/20261124-152701/work/candidates/c4/optimised.ll'
source_filename = "/irloop/kernels/atax/atax.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: noinline nounwind uwtable
define dso_local void @kernel_atax(i32 noundef %m, i32 noundef %n, ptr noundef %A, ptr noundef %x, ptr noundef %y, ptr noundef %tmp) local_unnamed_addr #0 {
polly.split_new_and_old:
  %0 = sext i32 %m to i64
  %1 = shl nsw i64 %0, 3
  %polly.access.tmp = getelementptr i8, ptr %tmp, i64 %1
  %2 = icmp ule ptr %polly.access.tmp, %y
  %3 = sext i32 %n to i64
  %4 = shl nsw i64 %3, 3
  %polly.access.y68 = getelementptr i8, ptr %y, i64 %4
  %5 = icmp ule ptr %polly.access.y68, %tmp
  %6 = or i1 %5, %2
  %polly.access.x = getelementptr double, ptr %x, i64 %3
  %7 = icmp ule ptr %polly.access.x, %y
  %8 = icmp ule ptr %polly.access.y68, %x
  %9 = or i1 %7, %8
  %10 = and i1 %9, %6
  %.idx = mul nsw i64 %0, 336
  %11 = getelementptr i8, ptr %A, i64 %.idx
  %12 = getelementptr double, ptr %11, i64 %3
  %polly.access.A = getelementptr i8, ptr %12, i64 -336
  %13 = icmp ule ptr %polly.access.A, %y
  %14 = icmp ule ptr %polly.access.y68, %A
  %15 = or i1 %13, %14
  %16 = and i1 %15, %10
  %17 = icmp ule ptr %polly.access.x, %tmp
  %18 = icmp ule ptr %polly.access.tmp, %x
  %19 = or i1 %17, %18
  %20 = and i1 %19, %16
  %21 = icmp ule ptr %polly.access.A, %tmp
  %22 = icmp ule ptr %polly.access.tmp, %A
  %23 = or i1 %21, %22
  %24 = and i1 %23, %20
  %25 = icmp sgt i32 %n, 0
  br i1 %24, label %polly.cond, label %entry.split

entry.split:                                      ; preds = %polly.split_new_and_old
  br i1 %25, label %for.cond2.preheader, label %for.cond2.preheader.thread

for.cond2.preheader:                              ; preds = %entry.split
  %26 = zext nneg i32 %n to i64
  %27 = shl nuw nsw i64 %26, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %y, i8 0, i64 %27, i1 false), !tbaa !9
  %cmp331 = icmp sgt i32 %m, 0
  br i1 %cmp331, label %for.body5.us.us.preheader, label %for.cond.cleanup4

for.cond2.preheader.thread:                       ; preds = %entry.split
  %cmp33164 = icmp sgt i32 %m, 0
  br i1 %cmp33164, label %for.body5.preheader, label %for.cond.cleanup4

for.body5.preheader:                              ; preds = %for.cond2.preheader.thread
  %28 = zext nneg i32 %m to i64
  %29 = shl nuw nsw i64 %28, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %tmp, i8 0, i64 %29, i1 false), !tbaa !9
  br label %for.cond.cleanup4

for.body5.us.us.preheader:                        ; preds = %for.cond2.preheader
  %wide.trip.count62 = zext nneg i32 %m to i64
  %xtraiter = and i64 %26, 7
  %30 = icmp ult i32 %n, 8
  %unroll_iter = and i64 %26, 2147483640
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod289 = icmp ne i64 %xtraiter, 0
  %xtraiter290 = and i64 %26, 7
  %31 = icmp ult i32 %n, 8
  %unroll_iter294 = and i64 %26, 2147483640
  %lcmp.mod292.not = icmp eq i64 %xtraiter290, 0
  %lcmp.mod293 = icmp ne i64 %xtraiter290, 0
  br label %for.body5.us.us

for.body5.us.us:                                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %30, label %for.body11.us.us.epil.preheader, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.preheader, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.7, %for.body29.us.us ], [ 0, %for.body29.us.us.preheader ]
  %niter295 = phi i64 [ %niter295.next.7, %for.body29.us.us ], [ 0, %for.body29.us.us.preheader ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %32 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %33 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %34 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %35 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %33, double %34, double %32)
  store double %35, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = or disjoint i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %36 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %37 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %38 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %39 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %37, double %38, double %36)
  store double %39, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = or disjoint i64 %indvars.iv54, 2
  %arrayidx31.us.us.2 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.1
  %40 = load double, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %arrayidx35.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.1
  %41 = load double, ptr %arrayidx35.us.us.2, align 8, !tbaa !9
  %42 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %43 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %41, double %42, double %40)
  store double %43, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %indvars.iv.next55.2 = or disjoint i64 %indvars.iv54, 3
  %arrayidx31.us.us.3 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.2
  %44 = load double, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %arrayidx35.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.2
  %45 = load double, ptr %arrayidx35.us.us.3, align 8, !tbaa !9
  %46 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %47 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %45, double %46, double %44)
  store double %47, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %indvars.iv.next55.3 = or disjoint i64 %indvars.iv54, 4
  %arrayidx31.us.us.4 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.3
  %48 = load double, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %arrayidx35.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.3
  %49 = load double, ptr %arrayidx35.us.us.4, align 8, !tbaa !9
  %50 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %51 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %49, double %50, double %48)
  store double %51, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %indvars.iv.next55.4 = or disjoint i64 %indvars.iv54, 5
  %arrayidx31.us.us.5 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.4
  %52 = load double, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %arrayidx35.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.4
  %53 = load double, ptr %arrayidx35.us.us.5, align 8, !tbaa !9
  %54 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %55 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %53, double %54, double %52)
  store double %55, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %indvars.iv.next55.5 = or disjoint i64 %indvars.iv54, 6
  %arrayidx31.us.us.6 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.5
  %56 = load double, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %arrayidx35.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.5
  %57 = load double, ptr %arrayidx35.us.us.6, align 8, !tbaa !9
  %58 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %59 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %57, double %58, double %56)
  store double %59, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %indvars.iv.next55.6 = or disjoint i64 %indvars.iv54, 7
  %arrayidx31.us.us.7 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.6
  %60 = load double, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %arrayidx35.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.6
  %61 = load double, ptr %arrayidx35.us.us.7, align 8, !tbaa !9
  %62 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %63 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %61, double %62, double %60)
  store double %63, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %indvars.iv.next55.7 = add nuw nsw i64 %indvars.iv54, 8
  %niter295.next.7 = add i64 %niter295, 8
  %niter295.ncmp.7 = icmp eq i64 %niter295.next.7, %unroll_iter294
  br i1 %niter295.ncmp.7, label %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa, label %for.body29.us.us, !llvm.loop !11

for.body11.us.us:                                 ; preds = %for.body11.us.us, %for.body5.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.7, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %64 = phi double [ %88, %for.body11.us.us ], [ 0.000000e+00, %for.body5.us.us ]
  %niter = phi i64 [ %niter.next.7, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %65 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %66 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %67 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %65, double %66, double %64)
  store double %67, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %68 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %69 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %70 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %68, double %69, double %67)
  store double %70, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = or disjoint i64 %indvars.iv, 2
  %arrayidx17.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1
  %71 = load double, ptr %arrayidx17.us.us.2, align 8, !tbaa !9
  %arrayidx19.us.us.2 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1
  %72 = load double, ptr %arrayidx19.us.us.2, align 8, !tbaa !9
  %73 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %71, double %72, double %70)
  store double %73, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2 = or disjoint i64 %indvars.iv, 3
  %arrayidx17.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2
  %74 = load double, ptr %arrayidx17.us.us.3, align 8, !tbaa !9
  %arrayidx19.us.us.3 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2
  %75 = load double, ptr %arrayidx19.us.us.3, align 8, !tbaa !9
  %76 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %74, double %75, double %73)
  store double %76, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3 = or disjoint i64 %indvars.iv, 4
  %arrayidx17.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3
  %77 = load double, ptr %arrayidx17.us.us.4, align 8, !tbaa !9
  %arrayidx19.us.us.4 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3
  %78 = load double, ptr %arrayidx19.us.us.4, align 8, !tbaa !9
  %79 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %77, double %78, double %76)
  store double %79, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4 = or disjoint i64 %indvars.iv, 5
  %arrayidx17.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4
  %80 = load double, ptr %arrayidx17.us.us.5, align 8, !tbaa !9
  %arrayidx19.us.us.5 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4
  %81 = load double, ptr %arrayidx19.us.us.5, align 8, !tbaa !9
  %82 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %80, double %81, double %79)
  store double %82, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5 = or disjoint i64 %indvars.iv, 6
  %arrayidx17.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5
  %83 = load double, ptr %arrayidx17.us.us.6, align 8, !tbaa !9
  %arrayidx19.us.us.6 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5
  %84 = load double, ptr %arrayidx19.us.us.6, align 8, !tbaa !9
  %85 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %83, double %84, double %82)
  store double %85, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6 = or disjoint i64 %indvars.iv, 7
  %arrayidx17.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6
  %86 = load double, ptr %arrayidx17.us.us.7, align 8, !tbaa !9
  %arrayidx19.us.us.7 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6
  %87 = load double, ptr %arrayidx19.us.us.7, align 8, !tbaa !9
  %88 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %86, double %87, double %85)
  store double %88, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7 = add nuw nsw i64 %indvars.iv, 8
  %niter.next.7 = add i64 %niter, 8
  %niter.ncmp.7 = icmp eq i64 %niter.next.7, %unroll_iter
  br i1 %niter.ncmp.7, label %for.body29.us.us.preheader.unr-lcssa, label %for.body11.us.us, !llvm.loop !14

for.body29.us.us.preheader.unr-lcssa:             ; preds = %for.body11.us.us
  br i1 %lcmp.mod.not, label %for.body29.us.us.preheader, label %for.body11.us.us.epil.preheader

for.body11.us.us.epil.preheader:                  ; preds = %for.body29.us.us.preheader.unr-lcssa, %for.body5.us.us
  %indvars.iv.epil.init = phi i64 [ 0, %for.body5.us.us ], [ %indvars.iv.next.7, %for.body29.us.us.preheader.unr-lcssa ]
  %.epil.init = phi double [ 0.000000e+00, %for.body5.us.us ], [ %88, %for.body29.us.us.preheader.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod289)
  br label %for.body11.us.us.epil

for.body11.us.us.epil:                            ; preds = %for.body11.us.us.epil, %for.body11.us.us.epil.preheader
  %indvars.iv.epil = phi i64 [ %indvars.iv.next.epil, %for.body11.us.us.epil ], [ %indvars.iv.epil.init, %for.body11.us.us.epil.preheader ]
  %89 = phi double [ %92, %for.body11.us.us.epil ], [ %.epil.init, %for.body11.us.us.epil.preheader ]
  %epil.iter = phi i64 [ %epil.iter.next, %for.body11.us.us.epil ], [ 0, %for.body11.us.us.epil.preheader ]
  %arrayidx17.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil
  %90 = load double, ptr %arrayidx17.us.us.epil, align 8, !tbaa !9
  %arrayidx19.us.us.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil
  %91 = load double, ptr %arrayidx19.us.us.epil, align 8, !tbaa !9
  %92 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %90, double %91, double %89)
  store double %92, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil = add nuw nsw i64 %indvars.iv.epil, 1
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %for.body29.us.us.preheader, label %for.body11.us.us.epil, !llvm.loop !15

for.body29.us.us.preheader:                       ; preds = %for.body11.us.us.epil, %for.body29.us.us.preheader.unr-lcssa
  br i1 %31, label %for.body29.us.us.epil.preheader, label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa: ; preds = %for.body29.us.us
  br i1 %lcmp.mod292.not, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.epil.preheader

for.body29.us.us.epil.preheader:                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa, %for.body29.us.us.preheader
  %indvars.iv54.epil.init = phi i64 [ 0, %for.body29.us.us.preheader ], [ %indvars.iv.next55.7, %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod293)
  br label %for.body29.us.us.epil

for.body29.us.us.epil:                            ; preds = %for.body29.us.us.epil, %for.body29.us.us.epil.preheader
  %indvars.iv54.epil = phi i64 [ %indvars.iv.next55.epil, %for.body29.us.us.epil ], [ %indvars.iv54.epil.init, %for.body29.us.us.epil.preheader ]
  %epil.iter291 = phi i64 [ %epil.iter291.next, %for.body29.us.us.epil ], [ 0, %for.body29.us.us.epil.preheader ]
  %arrayidx31.us.us.epil = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.epil
  %93 = load double, ptr %arrayidx31.us.us.epil, align 8, !tbaa !9
  %arrayidx35.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.epil
  %94 = load double, ptr %arrayidx35.us.us.epil, align 8, !tbaa !9
  %95 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %96 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %94, double %95, double %93)
  store double %96, ptr %arrayidx31.us.us.epil, align 8, !tbaa !9
  %indvars.iv.next55.epil = add nuw nsw i64 %indvars.iv54.epil, 1
  %epil.iter291.next = add i64 %epil.iter291, 1
  %epil.iter291.cmp.not = icmp eq i64 %epil.iter291.next, %xtraiter290
  br i1 %epil.iter291.cmp.not, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.epil, !llvm.loop !17

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us.epil, %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %for.body5.us.us, !llvm.loop !18

for.cond.cleanup4:                                ; preds = %polly.loop_exit152.loopexit.us, %polly.loop_if149.preheader, %polly.loop_if140, %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.preheader, %for.cond2.preheader.thread, %for.cond2.preheader
  ret void

polly.cond:                                       ; preds = %polly.split_new_and_old
  %polly.loop_guard = icmp sgt i32 %m, 0
  br i1 %25, label %polly.loop_if, label %polly.cond136

polly.cond136:                                    ; preds = %polly.cond
  br i1 %polly.loop_guard, label %polly.loop_if140.sink.split, label %polly.loop_if140

polly.loop_if:                                    ; preds = %polly.cond
  br i1 %polly.loop_guard, label %polly.stmt.for.body5.us.us.preheader, label %polly.loop_if140.sink.split

polly.stmt.for.body5.us.us.preheader:             ; preds = %polly.loop_if
  tail call void @llvm.memset.p0.i64(ptr align 8 %tmp, i8 0, i64 %1, i1 false), !alias.scope !19, !noalias !22
  %min.iters.check = icmp ult i32 %n, 4
  %min.iters.check214 = icmp ult i32 %n, 32
  %n.vec = and i64 %3, 2147483616
  %cmp.n = icmp eq i64 %n.vec, %3
  %97 = and i32 %n, 28
  %min.epilog.iters.check = icmp eq i32 %97, 0
  %n.vec228 = and i64 %3, 2147483644
  %cmp.n234 = icmp eq i64 %n.vec228, %3
  br label %iter.check

polly.loop_exit126:                               ; preds = %polly.stmt.for.body11.us.us, %vec.epilog.middle.block, %middle.block
  %p_.lcssa = phi double [ %121, %vec.epilog.middle.block ], [ %114, %middle.block ], [ %p_, %polly.stmt.for.body11.us.us ]
  %98 = shl nuw nsw i64 %polly.indvar119, 3
  %scevgep135 = getelementptr i8, ptr %tmp, i64 %98
  store double %p_.lcssa, ptr %scevgep135, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120 = add nuw nsw i64 %polly.indvar119, 1
  %exitcond199.not = icmp eq i64 %polly.indvar_next120, %0
  br i1 %exitcond199.not, label %polly.loop_if140.sink.split, label %iter.check

iter.check:                                       ; preds = %polly.loop_exit126, %polly.stmt.for.body5.us.us.preheader
  %polly.indvar119 = phi i64 [ %polly.indvar_next120, %polly.loop_exit126 ], [ 0, %polly.stmt.for.body5.us.us.preheader ]
  %99 = mul nuw nsw i64 %polly.indvar119, 336
  %scevgep131 = getelementptr i8, ptr %A, i64 %99
  br i1 %min.iters.check, label %polly.stmt.for.body11.us.us.preheader, label %vector.main.loop.iter.check

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check214, label %vec.epilog.ph, label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.main.loop.iter.check
  %index = phi i64 [ %index.next, %vector.body ], [ 0, %vector.main.loop.iter.check ]
  %vec.phi = phi <8 x double> [ %109, %vector.body ], [ zeroinitializer, %vector.main.loop.iter.check ]
  %vec.phi215 = phi <8 x double> [ %110, %vector.body ], [ zeroinitializer, %vector.main.loop.iter.check ]
  %vec.phi216 = phi <8 x double> [ %111, %vector.body ], [ zeroinitializer, %vector.main.loop.iter.check ]
  %vec.phi217 = phi <8 x double> [ %112, %vector.body ], [ zeroinitializer, %vector.main.loop.iter.check ]
  %100 = shl nuw nsw i64 %index, 3
  %101 = getelementptr i8, ptr %scevgep131, i64 %100
  %102 = getelementptr i8, ptr %101, i64 64
  %103 = getelementptr i8, ptr %101, i64 128
  %104 = getelementptr i8, ptr %101, i64 192
  %wide.load = load <8 x double>, ptr %101, align 8, !alias.scope !26, !noalias !27
  %wide.load218 = load <8 x double>, ptr %102, align 8, !alias.scope !26, !noalias !27
  %wide.load219 = load <8 x double>, ptr %103, align 8, !alias.scope !26, !noalias !27
  %wide.load220 = load <8 x double>, ptr %104, align 8, !alias.scope !26, !noalias !27
  %105 = getelementptr i8, ptr %x, i64 %100
  %106 = getelementptr i8, ptr %105, i64 64
  %107 = getelementptr i8, ptr %105, i64 128
  %108 = getelementptr i8, ptr %105, i64 192
  %wide.load221 = load <8 x double>, ptr %105, align 8, !alias.scope !28, !noalias !29
  %wide.load222 = load <8 x double>, ptr %106, align 8, !alias.scope !28, !noalias !29
  %wide.load223 = load <8 x double>, ptr %107, align 8, !alias.scope !28, !noalias !29
  %wide.load224 = load <8 x double>, ptr %108, align 8, !alias.scope !28, !noalias !29
  %109 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load, <8 x double> %wide.load221, <8 x double> %vec.phi)
  %110 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load218, <8 x double> %wide.load222, <8 x double> %vec.phi215)
  %111 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load219, <8 x double> %wide.load223, <8 x double> %vec.phi216)
  %112 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load220, <8 x double> %wide.load224, <8 x double> %vec.phi217)
  %index.next = add nuw i64 %index, 32
  %113 = icmp eq i64 %index.next, %n.vec
  br i1 %113, label %middle.block, label %vector.body, !llvm.loop !30

middle.block:                                     ; preds = %vector.body
  %bin.rdx = fadd reassoc nsz arcp contract afn <8 x double> %110, %109
  %bin.rdx225 = fadd reassoc nsz arcp contract afn <8 x double> %111, %bin.rdx
  %bin.rdx226 = fadd reassoc nsz arcp contract afn <8 x double> %112, %bin.rdx225
  %114 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v8f64(double 0.000000e+00, <8 x double> %bin.rdx226)
  br i1 %cmp.n, label %polly.loop_exit126, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check, label %polly.stmt.for.body11.us.us.preheader, label %vec.epilog.ph, !prof !33

vec.epilog.ph:                                    ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %vec.epilog.resume.val = phi i64 [ %n.vec, %vec.epilog.iter.check ], [ 0, %vector.main.loop.iter.check ]
  %bc.merge.rdx = phi double [ %114, %vec.epilog.iter.check ], [ 0.000000e+00, %vector.main.loop.iter.check ]
  %115 = insertelement <4 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %bc.merge.rdx, i64 0
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body, %vec.epilog.ph
  %index229 = phi i64 [ %vec.epilog.resume.val, %vec.epilog.ph ], [ %index.next233, %vec.epilog.vector.body ]
  %vec.phi230 = phi <4 x double> [ %115, %vec.epilog.ph ], [ %119, %vec.epilog.vector.body ]
  %116 = shl nuw nsw i64 %index229, 3
  %117 = getelementptr i8, ptr %scevgep131, i64 %116
  %wide.load231 = load <4 x double>, ptr %117, align 8, !alias.scope !26, !noalias !27
  %118 = getelementptr i8, ptr %x, i64 %116
  %wide.load232 = load <4 x double>, ptr %118, align 8, !alias.scope !28, !noalias !29
  %119 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load231, <4 x double> %wide.load232, <4 x double> %vec.phi230)
  %index.next233 = add nuw i64 %index229, 4
  %120 = icmp eq i64 %index.next233, %n.vec228
  br i1 %120, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !34

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  %121 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v4f64(double 0.000000e+00, <4 x double> %119)
  br i1 %cmp.n234, label %polly.loop_exit126, label %polly.stmt.for.body11.us.us.preheader

polly.stmt.for.body11.us.us.preheader:            ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %.phiops.0.ph = phi double [ 0.000000e+00, %iter.check ], [ %114, %vec.epilog.iter.check ], [ %121, %vec.epilog.middle.block ]
  %polly.indvar128.ph = phi i64 [ 0, %iter.check ], [ %n.vec, %vec.epilog.iter.check ], [ %n.vec228, %vec.epilog.middle.block ]
  br label %polly.stmt.for.body11.us.us

polly.stmt.for.body11.us.us:                      ; preds = %polly.stmt.for.body11.us.us, %polly.stmt.for.body11.us.us.preheader
  %.phiops.0 = phi double [ %p_, %polly.stmt.for.body11.us.us ], [ %.phiops.0.ph, %polly.stmt.for.body11.us.us.preheader ]
  %polly.indvar128 = phi i64 [ %polly.indvar_next129, %polly.stmt.for.body11.us.us ], [ %polly.indvar128.ph, %polly.stmt.for.body11.us.us.preheader ]
  %122 = shl nuw nsw i64 %polly.indvar128, 3
  %scevgep132 = getelementptr i8, ptr %scevgep131, i64 %122
  %_p_scalar_ = load double, ptr %scevgep132, align 8, !alias.scope !26, !noalias !27
  %scevgep133 = getelementptr i8, ptr %x, i64 %122
  %_p_scalar_134 = load double, ptr %scevgep133, align 8, !alias.scope !28, !noalias !29
  %p_ = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_, double %_p_scalar_134, double %.phiops.0)
  %polly.indvar_next129 = add nuw nsw i64 %polly.indvar128, 1
  %exitcond.not210 = icmp eq i64 %polly.indvar_next129, %3
  br i1 %exitcond.not210, label %polly.loop_exit126, label %polly.stmt.for.body11.us.us, !llvm.loop !35

polly.loop_if140.sink.split:                      ; preds = %polly.loop_exit126, %polly.loop_if, %polly.cond136
  %n.sink = phi i32 [ %n, %polly.loop_if ], [ %m, %polly.cond136 ], [ %n, %polly.loop_exit126 ]
  %y.sink = phi ptr [ %y, %polly.loop_if ], [ %tmp, %polly.cond136 ], [ %y, %polly.loop_exit126 ]
  %123 = zext nneg i32 %n.sink to i64
  %124 = shl nuw nsw i64 %123, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %y.sink, i8 0, i64 %124, i1 false), !tbaa !9, !alias.scope !36, !noalias !37
  br label %polly.loop_if140

polly.loop_if140:                                 ; preds = %polly.loop_if140.sink.split, %polly.cond136
  %125 = add nsw i64 %3, -1
  %polly.fdiv_q.shr = ashr i64 %125, 5
  %polly.loop_guard144 = icmp sgt i64 %polly.fdiv_q.shr, -1
  br i1 %polly.loop_guard144, label %polly.loop_if149.preheader, label %for.cond.cleanup4

polly.loop_if149.preheader:                       ; preds = %polly.loop_if140
  %126 = add nsw i64 %0, -1
  %polly.fdiv_q.shr148 = ashr i64 %126, 5
  %polly.loop_guard153 = icmp sgt i64 %polly.fdiv_q.shr148, -1
  br i1 %polly.loop_guard153, label %polly.loop_if149.us, label %for.cond.cleanup4

polly.loop_if149.us:                              ; preds = %polly.loop_exit152.loopexit.us, %polly.loop_if149.preheader
  %indvars.iv203 = phi i64 [ %indvars.iv.next204, %polly.loop_exit152.loopexit.us ], [ %125, %polly.loop_if149.preheader ]
  %polly.indvar145.us = phi i64 [ %polly.indvar_next146.us, %polly.loop_exit152.loopexit.us ], [ 0, %polly.loop_if149.preheader ]
  %127 = tail call i64 @llvm.smax.i64(i64 %indvars.iv203, i64 0)
  %128 = tail call i64 @llvm.umin.i64(i64 %127, i64 31)
  %129 = shl nsw i64 %polly.indvar145.us, 5
  %130 = sub i64 %129, %3
  %polly.loop_guard161.us = icmp slt i64 %130, 0
  br i1 %polly.loop_guard161.us, label %polly.loop_if157.us.us, label %polly.loop_exit152.loopexit.us

polly.loop_exit152.loopexit.us:                   ; preds = %polly.loop_exit160.loopexit.us.us, %polly.loop_if149.us
  %polly.indvar_next146.us = add nuw nsw i64 %polly.indvar145.us, 1
  %indvars.iv.next204 = add nsw i64 %indvars.iv203, -32
  %exitcond209.not = icmp eq i64 %polly.indvar145.us, %polly.fdiv_q.shr
  br i1 %exitcond209.not, label %for.cond.cleanup4, label %polly.loop_if149.us

polly.loop_if157.us.us:                           ; preds = %polly.loop_exit160.loopexit.us.us, %polly.loop_if149.us
  %indvars.iv200 = phi i64 [ %indvars.iv.next201, %polly.loop_exit160.loopexit.us.us ], [ %126, %polly.loop_if149.us ]
  %polly.indvar154.us.us = phi i64 [ %polly.indvar_next155.us.us, %polly.loop_exit160.loopexit.us.us ], [ 0, %polly.loop_if149.us ]
  %smax = tail call i64 @llvm.smax.i64(i64 %indvars.iv200, i64 0)
  %umin = tail call i64 @llvm.umin.i64(i64 %smax, i64 31)
  %131 = add nuw nsw i64 %umin, 1
  %132 = tail call i64 @llvm.smax.i64(i64 %indvars.iv200, i64 0)
  %133 = tail call i64 @llvm.umin.i64(i64 %132, i64 31)
  %134 = shl nsw i64 %polly.indvar154.us.us, 5
  %135 = sub i64 %134, %0
  %polly.loop_guard169.us.us = icmp slt i64 %135, 0
  br i1 %polly.loop_guard169.us.us, label %iter.check238.preheader, label %polly.loop_exit160.loopexit.us.us

iter.check238.preheader:                          ; preds = %polly.loop_if157.us.us
  %min.iters.check236 = icmp slt i64 %indvars.iv200, 3
  %min.iters.check239 = icmp slt i64 %indvars.iv200, 15
  %n.mod.vf242 = and i64 %131, 12
  %n.vec243 = and i64 %131, 48
  %broadcast.splatinsert = insertelement <8 x i64> poison, i64 %134, i64 0
  %broadcast.splat = shufflevector <8 x i64> %broadcast.splatinsert, <8 x i64> poison, <8 x i32> zeroinitializer
  %invariant.op = add <8 x i64> splat (i64 8), %broadcast.splat
  %cmp.n254 = icmp eq i64 %131, %n.vec243
  %min.epilog.iters.check259 = icmp eq i64 %n.mod.vf242, 0
  %n.vec262 = and i64 %131, 60
  %broadcast.splatinsert263 = insertelement <4 x i64> poison, i64 %134, i64 0
  %broadcast.splat264 = shufflevector <4 x i64> %broadcast.splatinsert263, <4 x i64> poison, <4 x i32> zeroinitializer
  %cmp.n276 = icmp eq i64 %131, %n.vec262
  br label %iter.check238

polly.loop_exit160.loopexit.us.us:                ; preds = %polly.loop_exit168.loopexit.us.us.us, %polly.loop_if157.us.us
  %polly.indvar_next155.us.us = add nuw nsw i64 %polly.indvar154.us.us, 1
  %indvars.iv.next201 = add nsw i64 %indvars.iv200, -32
  %exitcond208.not = icmp eq i64 %polly.indvar154.us.us, %polly.fdiv_q.shr148
  br i1 %exitcond208.not, label %polly.loop_exit152.loopexit.us, label %polly.loop_if157.us.us

iter.check238:                                    ; preds = %polly.loop_exit168.loopexit.us.us.us, %iter.check238.preheader
  %polly.indvar162.us.us.us = phi i64 [ %polly.indvar_next163.us.us.us, %polly.loop_exit168.loopexit.us.us.us ], [ 0, %iter.check238.preheader ]
  %136 = add nuw nsw i64 %polly.indvar162.us.us.us, %129
  %137 = shl i64 %136, 3
  %scevgep173.us.us.us = getelementptr i8, ptr %y, i64 %137
  %invariant.gep.us.us.us = getelementptr i8, ptr %A, i64 %137
  %scevgep173.promoted.us.us.us = load double, ptr %scevgep173.us.us.us, align 8, !alias.scope !38, !noalias !39
  br i1 %min.iters.check236, label %polly.stmt.for.body29.us.us.us.us.us.preheader, label %vector.main.loop.iter.check240

vector.main.loop.iter.check240:                   ; preds = %iter.check238
  br i1 %min.iters.check239, label %vec.epilog.ph260, label %vector.ph241

vector.ph241:                                     ; preds = %vector.main.loop.iter.check240
  %138 = insertelement <8 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %scevgep173.promoted.us.us.us, i64 0
  br label %vector.body244

vector.body244:                                   ; preds = %vector.body244, %vector.ph241
  %index245 = phi i64 [ 0, %vector.ph241 ], [ %index.next251, %vector.body244 ]
  %vec.phi246 = phi <8 x double> [ %138, %vector.ph241 ], [ %148, %vector.body244 ]
  %vec.phi247 = phi <8 x double> [ zeroinitializer, %vector.ph241 ], [ %149, %vector.body244 ]
  %vec.ind = phi <8 x i64> [ <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %vector.ph241 ], [ %vec.ind.next, %vector.body244 ]
  %139 = add nuw nsw <8 x i64> %vec.ind, %broadcast.splat
  %140 = extractelement <8 x i64> %139, i64 0
  %.reass = add <8 x i64> %vec.ind, %invariant.op
  %141 = mul nuw nsw <8 x i64> %139, splat (i64 336)
  %142 = mul nuw nsw <8 x i64> %.reass, splat (i64 336)
  %143 = getelementptr i8, ptr %invariant.gep.us.us.us, <8 x i64> %141
  %144 = getelementptr i8, ptr %invariant.gep.us.us.us, <8 x i64> %142
  %wide.masked.gather = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %143, <8 x i1> splat (i1 true), <8 x double> poison), !alias.scope !26, !noalias !27
  %wide.masked.gather248 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %144, <8 x i1> splat (i1 true), <8 x double> poison), !alias.scope !26, !noalias !27
  %145 = shl i64 %140, 3
  %146 = getelementptr i8, ptr %tmp, i64 %145
  %147 = getelementptr i8, ptr %146, i64 64
  %wide.load249 = load <8 x double>, ptr %146, align 8, !alias.scope !19, !noalias !22
  %wide.load250 = load <8 x double>, ptr %147, align 8, !alias.scope !19, !noalias !22
  %148 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.masked.gather, <8 x double> %wide.load249, <8 x double> %vec.phi246)
  %149 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.masked.gather248, <8 x double> %wide.load250, <8 x double> %vec.phi247)
  %index.next251 = add nuw i64 %index245, 16
  %vec.ind.next = add <8 x i64> %vec.ind, splat (i64 16)
  %150 = icmp eq i64 %index.next251, %n.vec243
  br i1 %150, label %middle.block252, label %vector.body244, !llvm.loop !40

middle.block252:                                  ; preds = %vector.body244
  %bin.rdx253 = fadd reassoc nsz arcp contract afn <8 x double> %149, %148
  %151 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v8f64(double 0.000000e+00, <8 x double> %bin.rdx253)
  br i1 %cmp.n254, label %polly.loop_exit168.loopexit.us.us.us, label %vec.epilog.iter.check258

vec.epilog.iter.check258:                         ; preds = %middle.block252
  br i1 %min.epilog.iters.check259, label %polly.stmt.for.body29.us.us.us.us.us.preheader, label %vec.epilog.ph260, !prof !41

vec.epilog.ph260:                                 ; preds = %vec.epilog.iter.check258, %vector.main.loop.iter.check240
  %bc.resume.val255 = phi i64 [ %n.vec243, %vec.epilog.iter.check258 ], [ 0, %vector.main.loop.iter.check240 ]
  %bc.merge.rdx256 = phi double [ %151, %vec.epilog.iter.check258 ], [ %scevgep173.promoted.us.us.us, %vector.main.loop.iter.check240 ]
  %152 = insertelement <4 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %bc.merge.rdx256, i64 0
  %broadcast.splatinsert265 = insertelement <4 x i64> poison, i64 %bc.resume.val255, i64 0
  %broadcast.splat266 = shufflevector <4 x i64> %broadcast.splatinsert265, <4 x i64> poison, <4 x i32> zeroinitializer
  %induction = or disjoint <4 x i64> %broadcast.splat266, <i64 0, i64 1, i64 2, i64 3>
  br label %vec.epilog.vector.body267

vec.epilog.vector.body267:                        ; preds = %vec.epilog.vector.body267, %vec.epilog.ph260
  %index268 = phi i64 [ %bc.resume.val255, %vec.epilog.ph260 ], [ %index.next273, %vec.epilog.vector.body267 ]
  %vec.phi269 = phi <4 x double> [ %152, %vec.epilog.ph260 ], [ %159, %vec.epilog.vector.body267 ]
  %vec.ind270 = phi <4 x i64> [ %induction, %vec.epilog.ph260 ], [ %vec.ind.next274, %vec.epilog.vector.body267 ]
  %153 = add nuw nsw <4 x i64> %vec.ind270, %broadcast.splat264
  %154 = extractelement <4 x i64> %153, i64 0
  %155 = mul nuw nsw <4 x i64> %153, splat (i64 336)
  %156 = getelementptr i8, ptr %invariant.gep.us.us.us, <4 x i64> %155
  %wide.masked.gather271 = tail call <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr> align 8 %156, <4 x i1> splat (i1 true), <4 x double> poison), !alias.scope !26, !noalias !27
  %157 = shl i64 %154, 3
  %158 = getelementptr i8, ptr %tmp, i64 %157
  %wide.load272 = load <4 x double>, ptr %158, align 8, !alias.scope !19, !noalias !22
  %159 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.masked.gather271, <4 x double> %wide.load272, <4 x double> %vec.phi269)
  %index.next273 = add nuw i64 %index268, 4
  %vec.ind.next274 = add nuw nsw <4 x i64> %vec.ind270, splat (i64 4)
  %160 = icmp eq i64 %index.next273, %n.vec262
  br i1 %160, label %vec.epilog.middle.block275, label %vec.epilog.vector.body267, !llvm.loop !42

vec.epilog.middle.block275:                       ; preds = %vec.epilog.vector.body267
  %161 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v4f64(double 0.000000e+00, <4 x double> %159)
  br i1 %cmp.n276, label %polly.loop_exit168.loopexit.us.us.us, label %polly.stmt.for.body29.us.us.us.us.us.preheader

polly.stmt.for.body29.us.us.us.us.us.preheader:   ; preds = %vec.epilog.middle.block275, %vec.epilog.iter.check258, %iter.check238
  %p_179181.us.us.us.ph = phi double [ %scevgep173.promoted.us.us.us, %iter.check238 ], [ %151, %vec.epilog.iter.check258 ], [ %161, %vec.epilog.middle.block275 ]
  %polly.indvar170.us.us.us.ph = phi i64 [ 0, %iter.check238 ], [ %n.vec243, %vec.epilog.iter.check258 ], [ %n.vec262, %vec.epilog.middle.block275 ]
  br label %polly.stmt.for.body29.us.us.us.us.us

polly.stmt.for.body29.us.us.us.us.us:             ; preds = %polly.stmt.for.body29.us.us.us.us.us, %polly.stmt.for.body29.us.us.us.us.us.preheader
  %p_179181.us.us.us = phi double [ %p_179.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ], [ %p_179181.us.us.us.ph, %polly.stmt.for.body29.us.us.us.us.us.preheader ]
  %polly.indvar170.us.us.us = phi i64 [ %polly.indvar_next171.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ], [ %polly.indvar170.us.us.us.ph, %polly.stmt.for.body29.us.us.us.us.us.preheader ]
  %162 = add nuw nsw i64 %polly.indvar170.us.us.us, %134
  %163 = mul nuw nsw i64 %162, 336
  %gep.us.us.us = getelementptr i8, ptr %invariant.gep.us.us.us, i64 %163
  %_p_scalar_176.us.us.us = load double, ptr %gep.us.us.us, align 8, !alias.scope !26, !noalias !27
  %164 = shl i64 %162, 3
  %scevgep177.us.us.us = getelementptr i8, ptr %tmp, i64 %164
  %_p_scalar_178.us.us.us = load double, ptr %scevgep177.us.us.us, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us, double %_p_scalar_178.us.us.us, double %p_179181.us.us.us)
  %polly.indvar_next171.us.us.us = add nuw nsw i64 %polly.indvar170.us.us.us, 1
  %exitcond202.not = icmp eq i64 %polly.indvar170.us.us.us, %133
  br i1 %exitcond202.not, label %polly.loop_exit168.loopexit.us.us.us, label %polly.stmt.for.body29.us.us.us.us.us, !llvm.loop !43

polly.loop_exit168.loopexit.us.us.us:             ; preds = %polly.stmt.for.body29.us.us.us.us.us, %vec.epilog.middle.block275, %middle.block252
  %p_179.us.us.us.lcssa = phi double [ %161, %vec.epilog.middle.block275 ], [ %151, %middle.block252 ], [ %p_179.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ]
  store double %p_179.us.us.us.lcssa, ptr %scevgep173.us.us.us, align 8, !alias.scope !38, !noalias !39
  %polly.indvar_next163.us.us.us = add nuw nsw i64 %polly.indvar162.us.us.us, 1
  %exitcond207.not = icmp eq i64 %polly.indvar162.us.us.us, %128
  br i1 %exitcond207.not, label %polly.loop_exit160.loopexit.us.us, label %iter.check238
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #1

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #1

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <8 x double> @llvm.fmuladd.v8f64(<8 x double>, <8 x double>, <8 x double>) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v8f64(double, <8 x double>) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(read)
declare <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr>, <8 x i1>, <8 x double>) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(read)
declare <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr>, <4 x i1>, <4 x double>) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #5

attributes #0 = { noinline nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "polly-optimized" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(read) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}
!llvm.errno.tbaa = !{!5}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"uwtable", i32 2}
!4 = !{!"Debian clang version 22.1.8 (1~deb12u1)"}
!5 = !{!6, !6, i64 0}
!6 = !{!"int", !7, i64 0}
!7 = !{!"omnipotent char", !8, i64 0}
!8 = !{!"Simple C/C++ TBAA"}
!9 = !{!10, !10, i64 0}
!10 = !{!"double", !7, i64 0}
!11 = distinct !{!11, !12, !13}
!12 = !{!"llvm.loop.mustprogress"}
!13 = !{!"llvm.loop.vectorize.enable", i32 0}
!14 = distinct !{!14, !12, !13}
!15 = distinct !{!15, !16}
!16 = !{!"llvm.loop.unroll.disable"}
!17 = distinct !{!17, !16}
!18 = distinct !{!18, !12, !13}
!19 = !{!20}
!20 = distinct !{!20, !21, !"polly.alias.scope.MemRef1"}
!21 = distinct !{!21, !"polly.alias.scope.domain"}
!22 = !{!23, !24, !25}
!23 = distinct !{!23, !21, !"polly.alias.scope.MemRef0"}
!24 = distinct !{!24, !21, !"polly.alias.scope.MemRef3"}
!25 = distinct !{!25, !21, !"polly.alias.scope.MemRef4"}
!26 = !{!24}
!27 = !{!23, !20, !25}
!28 = !{!25}
!29 = !{!23, !20, !24}
!30 = distinct !{!30, !31, !32}
!31 = !{!"llvm.loop.isvectorized", i32 1}
!32 = !{!"llvm.loop.unroll.runtime.disable"}
!33 = !{!"branch_weights", i32 4, i32 28}
!34 = distinct !{!34, !31, !32}
!35 = distinct !{!35, !32, !31}
!36 = !{!23, !20}
!37 = !{!24, !25}
!38 = !{!23}
!39 = !{!20, !24, !25}
!40 = distinct !{!40, !31, !32}
!41 = !{!"branch_weights", i32 4, i32 12}
!42 = distinct !{!42, !31, !32}
!43 = distinct !{!43, !32, !31}
