; ModuleID = '/irloop/runs/atax/20261124-152701/work/candidates/c4/candidate.ll'
source_filename = "/irloop/kernels/atax/atax.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nofree noinline norecurse nosync nounwind memory(readwrite, target_mem0: read, target_mem1: read) uwtable
define dso_local void @kernel_atax(i32 noundef %m, i32 noundef %n, ptr noundef %A, ptr noundef readonly captures(address) %x, ptr noundef captures(address) %y, ptr noundef captures(address) %tmp) local_unnamed_addr #0 {
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
  %30 = icmp samesign ult i32 %n, 8
  %unroll_iter = and i64 %26, 2147483640
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod289 = icmp ne i64 %xtraiter, 0
  %31 = add nsw i64 %26, -8
  %32 = lshr i64 %31, 3
  %33 = add nuw nsw i64 %32, 1
  %xtraiter71 = and i64 %33, 1
  %34 = icmp eq i64 %32, 0
  %unroll_iter82 = and i64 %33, 4611686018427387902
  %lcmp.mod.not109 = icmp eq i64 %xtraiter71, 0
  %lcmp.mod81 = icmp ne i64 %xtraiter71, 0
  br label %for.body5.us.us

for.body5.us.us:                                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %30, label %for.body11.us.us.epil.preheader, label %for.body11.us.us.preheader

for.body11.us.us.preheader:                       ; preds = %for.body5.us.us
  br i1 %34, label %for.body11.us.us.epil.preheader70, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.preheader67, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.7, %for.body29.us.us ], [ 0, %for.body29.us.us.preheader67 ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %35 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %36 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %37 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %38 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %36, double %37, double %35)
  store double %38, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = or disjoint i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %39 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %40 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %41 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %42 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %40, double %41, double %39)
  store double %42, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = or disjoint i64 %indvars.iv54, 2
  %arrayidx31.us.us.2 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.1
  %43 = load double, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %arrayidx35.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.1
  %44 = load double, ptr %arrayidx35.us.us.2, align 8, !tbaa !9
  %45 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %46 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %44, double %45, double %43)
  store double %46, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %indvars.iv.next55.2 = or disjoint i64 %indvars.iv54, 3
  %arrayidx31.us.us.3 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.2
  %47 = load double, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %arrayidx35.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.2
  %48 = load double, ptr %arrayidx35.us.us.3, align 8, !tbaa !9
  %49 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %50 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %48, double %49, double %47)
  store double %50, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %indvars.iv.next55.3 = or disjoint i64 %indvars.iv54, 4
  %arrayidx31.us.us.4 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.3
  %51 = load double, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %arrayidx35.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.3
  %52 = load double, ptr %arrayidx35.us.us.4, align 8, !tbaa !9
  %53 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %54 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %52, double %53, double %51)
  store double %54, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %indvars.iv.next55.4 = or disjoint i64 %indvars.iv54, 5
  %arrayidx31.us.us.5 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.4
  %55 = load double, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %arrayidx35.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.4
  %56 = load double, ptr %arrayidx35.us.us.5, align 8, !tbaa !9
  %57 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %58 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %56, double %57, double %55)
  store double %58, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %indvars.iv.next55.5 = or disjoint i64 %indvars.iv54, 6
  %arrayidx31.us.us.6 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.5
  %59 = load double, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %arrayidx35.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.5
  %60 = load double, ptr %arrayidx35.us.us.6, align 8, !tbaa !9
  %61 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %62 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %60, double %61, double %59)
  store double %62, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %indvars.iv.next55.6 = or disjoint i64 %indvars.iv54, 7
  %arrayidx31.us.us.7 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.6
  %63 = load double, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %arrayidx35.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.6
  %64 = load double, ptr %arrayidx35.us.us.7, align 8, !tbaa !9
  %65 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %66 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %64, double %65, double %63)
  store double %66, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %indvars.iv.next55.7 = add nuw nsw i64 %indvars.iv54, 8
  %niter295.ncmp.7 = icmp eq i64 %indvars.iv.next55.7, %unroll_iter
  br i1 %niter295.ncmp.7, label %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa, label %for.body29.us.us, !llvm.loop !11

for.body11.us.us:                                 ; preds = %for.body11.us.us.preheader, %for.body11.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.7.1, %for.body11.us.us ], [ 0, %for.body11.us.us.preheader ]
  %67 = phi double [ %115, %for.body11.us.us ], [ 0.000000e+00, %for.body11.us.us.preheader ]
  %niter = phi i64 [ %niter.next.1, %for.body11.us.us ], [ 0, %for.body11.us.us.preheader ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %68 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %69 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %70 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %68, double %69, double %67)
  store double %70, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %71 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %72 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %73 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %71, double %72, double %70)
  store double %73, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = or disjoint i64 %indvars.iv, 2
  %arrayidx17.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1
  %74 = load double, ptr %arrayidx17.us.us.2, align 8, !tbaa !9
  %arrayidx19.us.us.2 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1
  %75 = load double, ptr %arrayidx19.us.us.2, align 8, !tbaa !9
  %76 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %74, double %75, double %73)
  store double %76, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2 = or disjoint i64 %indvars.iv, 3
  %arrayidx17.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2
  %77 = load double, ptr %arrayidx17.us.us.3, align 8, !tbaa !9
  %arrayidx19.us.us.3 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2
  %78 = load double, ptr %arrayidx19.us.us.3, align 8, !tbaa !9
  %79 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %77, double %78, double %76)
  store double %79, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3 = or disjoint i64 %indvars.iv, 4
  %arrayidx17.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3
  %80 = load double, ptr %arrayidx17.us.us.4, align 8, !tbaa !9
  %arrayidx19.us.us.4 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3
  %81 = load double, ptr %arrayidx19.us.us.4, align 8, !tbaa !9
  %82 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %80, double %81, double %79)
  store double %82, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4 = or disjoint i64 %indvars.iv, 5
  %arrayidx17.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4
  %83 = load double, ptr %arrayidx17.us.us.5, align 8, !tbaa !9
  %arrayidx19.us.us.5 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4
  %84 = load double, ptr %arrayidx19.us.us.5, align 8, !tbaa !9
  %85 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %83, double %84, double %82)
  store double %85, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5 = or disjoint i64 %indvars.iv, 6
  %arrayidx17.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5
  %86 = load double, ptr %arrayidx17.us.us.6, align 8, !tbaa !9
  %arrayidx19.us.us.6 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5
  %87 = load double, ptr %arrayidx19.us.us.6, align 8, !tbaa !9
  %88 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %86, double %87, double %85)
  store double %88, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6 = or disjoint i64 %indvars.iv, 7
  %arrayidx17.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6
  %89 = load double, ptr %arrayidx17.us.us.7, align 8, !tbaa !9
  %arrayidx19.us.us.7 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6
  %90 = load double, ptr %arrayidx19.us.us.7, align 8, !tbaa !9
  %91 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %89, double %90, double %88)
  store double %91, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7 = or disjoint i64 %indvars.iv, 8
  %arrayidx17.us.us.183 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.7
  %92 = load double, ptr %arrayidx17.us.us.183, align 8, !tbaa !9
  %arrayidx19.us.us.184 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.7
  %93 = load double, ptr %arrayidx19.us.us.184, align 8, !tbaa !9
  %94 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %92, double %93, double %91)
  store double %94, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.185 = or disjoint i64 %indvars.iv, 9
  %arrayidx17.us.us.1.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.185
  %95 = load double, ptr %arrayidx17.us.us.1.1, align 8, !tbaa !9
  %arrayidx19.us.us.1.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.185
  %96 = load double, ptr %arrayidx19.us.us.1.1, align 8, !tbaa !9
  %97 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %95, double %96, double %94)
  store double %97, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1.1 = or disjoint i64 %indvars.iv, 10
  %arrayidx17.us.us.2.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1.1
  %98 = load double, ptr %arrayidx17.us.us.2.1, align 8, !tbaa !9
  %arrayidx19.us.us.2.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1.1
  %99 = load double, ptr %arrayidx19.us.us.2.1, align 8, !tbaa !9
  %100 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %98, double %99, double %97)
  store double %100, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2.1 = or disjoint i64 %indvars.iv, 11
  %arrayidx17.us.us.3.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2.1
  %101 = load double, ptr %arrayidx17.us.us.3.1, align 8, !tbaa !9
  %arrayidx19.us.us.3.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2.1
  %102 = load double, ptr %arrayidx19.us.us.3.1, align 8, !tbaa !9
  %103 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %101, double %102, double %100)
  store double %103, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3.1 = or disjoint i64 %indvars.iv, 12
  %arrayidx17.us.us.4.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3.1
  %104 = load double, ptr %arrayidx17.us.us.4.1, align 8, !tbaa !9
  %arrayidx19.us.us.4.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3.1
  %105 = load double, ptr %arrayidx19.us.us.4.1, align 8, !tbaa !9
  %106 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %104, double %105, double %103)
  store double %106, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4.1 = or disjoint i64 %indvars.iv, 13
  %arrayidx17.us.us.5.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4.1
  %107 = load double, ptr %arrayidx17.us.us.5.1, align 8, !tbaa !9
  %arrayidx19.us.us.5.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4.1
  %108 = load double, ptr %arrayidx19.us.us.5.1, align 8, !tbaa !9
  %109 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %107, double %108, double %106)
  store double %109, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5.1 = or disjoint i64 %indvars.iv, 14
  %arrayidx17.us.us.6.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5.1
  %110 = load double, ptr %arrayidx17.us.us.6.1, align 8, !tbaa !9
  %arrayidx19.us.us.6.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5.1
  %111 = load double, ptr %arrayidx19.us.us.6.1, align 8, !tbaa !9
  %112 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %110, double %111, double %109)
  store double %112, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6.1 = or disjoint i64 %indvars.iv, 15
  %arrayidx17.us.us.7.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6.1
  %113 = load double, ptr %arrayidx17.us.us.7.1, align 8, !tbaa !9
  %arrayidx19.us.us.7.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6.1
  %114 = load double, ptr %arrayidx19.us.us.7.1, align 8, !tbaa !9
  %115 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %113, double %114, double %112)
  store double %115, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7.1 = add nuw nsw i64 %indvars.iv, 16
  %niter.next.1 = add i64 %niter, 2
  %niter.ncmp.1 = icmp eq i64 %niter.next.1, %unroll_iter82
  br i1 %niter.ncmp.1, label %for.body29.us.us.preheader.unr-lcssa.unr-lcssa, label %for.body11.us.us, !llvm.loop !14

for.body29.us.us.preheader.unr-lcssa.unr-lcssa:   ; preds = %for.body11.us.us
  br i1 %lcmp.mod.not109, label %for.body29.us.us.preheader.unr-lcssa, label %for.body11.us.us.epil.preheader70

for.body11.us.us.epil.preheader70:                ; preds = %for.body29.us.us.preheader.unr-lcssa.unr-lcssa, %for.body11.us.us.preheader
  %indvars.iv.epil.init78 = phi i64 [ 0, %for.body11.us.us.preheader ], [ %indvars.iv.next.7.1, %for.body29.us.us.preheader.unr-lcssa.unr-lcssa ]
  %.epil.init79 = phi double [ 0.000000e+00, %for.body11.us.us.preheader ], [ %115, %for.body29.us.us.preheader.unr-lcssa.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod81)
  %arrayidx17.us.us.epil74 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil.init78
  %116 = load double, ptr %arrayidx17.us.us.epil74, align 8, !tbaa !9
  %arrayidx19.us.us.epil75 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil.init78
  %117 = load double, ptr %arrayidx19.us.us.epil75, align 8, !tbaa !9
  %118 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %116, double %117, double %.epil.init79)
  store double %118, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil76 = or disjoint i64 %indvars.iv.epil.init78, 1
  %arrayidx17.us.us.1.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.epil76
  %119 = load double, ptr %arrayidx17.us.us.1.epil, align 8, !tbaa !9
  %arrayidx19.us.us.1.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.epil76
  %120 = load double, ptr %arrayidx19.us.us.1.epil, align 8, !tbaa !9
  %121 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %119, double %120, double %118)
  store double %121, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1.epil = or disjoint i64 %indvars.iv.epil.init78, 2
  %arrayidx17.us.us.2.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1.epil
  %122 = load double, ptr %arrayidx17.us.us.2.epil, align 8, !tbaa !9
  %arrayidx19.us.us.2.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1.epil
  %123 = load double, ptr %arrayidx19.us.us.2.epil, align 8, !tbaa !9
  %124 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %122, double %123, double %121)
  store double %124, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2.epil = or disjoint i64 %indvars.iv.epil.init78, 3
  %arrayidx17.us.us.3.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2.epil
  %125 = load double, ptr %arrayidx17.us.us.3.epil, align 8, !tbaa !9
  %arrayidx19.us.us.3.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2.epil
  %126 = load double, ptr %arrayidx19.us.us.3.epil, align 8, !tbaa !9
  %127 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %125, double %126, double %124)
  store double %127, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3.epil = or disjoint i64 %indvars.iv.epil.init78, 4
  %arrayidx17.us.us.4.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3.epil
  %128 = load double, ptr %arrayidx17.us.us.4.epil, align 8, !tbaa !9
  %arrayidx19.us.us.4.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3.epil
  %129 = load double, ptr %arrayidx19.us.us.4.epil, align 8, !tbaa !9
  %130 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %128, double %129, double %127)
  store double %130, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4.epil = or disjoint i64 %indvars.iv.epil.init78, 5
  %arrayidx17.us.us.5.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4.epil
  %131 = load double, ptr %arrayidx17.us.us.5.epil, align 8, !tbaa !9
  %arrayidx19.us.us.5.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4.epil
  %132 = load double, ptr %arrayidx19.us.us.5.epil, align 8, !tbaa !9
  %133 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %131, double %132, double %130)
  store double %133, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5.epil = or disjoint i64 %indvars.iv.epil.init78, 6
  %arrayidx17.us.us.6.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5.epil
  %134 = load double, ptr %arrayidx17.us.us.6.epil, align 8, !tbaa !9
  %arrayidx19.us.us.6.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5.epil
  %135 = load double, ptr %arrayidx19.us.us.6.epil, align 8, !tbaa !9
  %136 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %134, double %135, double %133)
  store double %136, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6.epil = or disjoint i64 %indvars.iv.epil.init78, 7
  %arrayidx17.us.us.7.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6.epil
  %137 = load double, ptr %arrayidx17.us.us.7.epil, align 8, !tbaa !9
  %arrayidx19.us.us.7.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6.epil
  %138 = load double, ptr %arrayidx19.us.us.7.epil, align 8, !tbaa !9
  %139 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %137, double %138, double %136)
  store double %139, ptr %arrayidx7.us.us, align 8, !tbaa !9
  br label %for.body29.us.us.preheader.unr-lcssa

for.body29.us.us.preheader.unr-lcssa:             ; preds = %for.body29.us.us.preheader.unr-lcssa.unr-lcssa, %for.body11.us.us.epil.preheader70
  %.lcssa69 = phi double [ %115, %for.body29.us.us.preheader.unr-lcssa.unr-lcssa ], [ %139, %for.body11.us.us.epil.preheader70 ]
  br i1 %lcmp.mod.not, label %for.body29.us.us.preheader67, label %for.body11.us.us.epil.preheader

for.body11.us.us.epil.preheader:                  ; preds = %for.body29.us.us.preheader.unr-lcssa, %for.body5.us.us
  %indvars.iv.epil.init = phi i64 [ 0, %for.body5.us.us ], [ %unroll_iter, %for.body29.us.us.preheader.unr-lcssa ]
  %.epil.init = phi double [ 0.000000e+00, %for.body5.us.us ], [ %.lcssa69, %for.body29.us.us.preheader.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod289)
  br label %for.body11.us.us.epil

for.body11.us.us.epil:                            ; preds = %for.body11.us.us.epil, %for.body11.us.us.epil.preheader
  %indvars.iv.epil = phi i64 [ %indvars.iv.next.epil, %for.body11.us.us.epil ], [ %indvars.iv.epil.init, %for.body11.us.us.epil.preheader ]
  %140 = phi double [ %143, %for.body11.us.us.epil ], [ %.epil.init, %for.body11.us.us.epil.preheader ]
  %epil.iter = phi i64 [ %epil.iter.next, %for.body11.us.us.epil ], [ 0, %for.body11.us.us.epil.preheader ]
  %arrayidx17.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil
  %141 = load double, ptr %arrayidx17.us.us.epil, align 8, !tbaa !9
  %arrayidx19.us.us.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil
  %142 = load double, ptr %arrayidx19.us.us.epil, align 8, !tbaa !9
  %143 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %141, double %142, double %140)
  store double %143, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil = add nuw nsw i64 %indvars.iv.epil, 1
  %epil.iter.next = add nuw nsw i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %for.body29.us.us.preheader, label %for.body11.us.us.epil, !llvm.loop !15

for.body29.us.us.preheader:                       ; preds = %for.body11.us.us.epil
  br i1 %30, label %for.body29.us.us.epil.preheader, label %for.body29.us.us.preheader67

for.body29.us.us.preheader67:                     ; preds = %for.body29.us.us.preheader.unr-lcssa, %for.body29.us.us.preheader
  br label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa: ; preds = %for.body29.us.us
  br i1 %lcmp.mod.not, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.epil.preheader

for.body29.us.us.epil.preheader:                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa, %for.body29.us.us.preheader
  %indvars.iv54.epil.init = phi i64 [ 0, %for.body29.us.us.preheader ], [ %unroll_iter, %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod289)
  br label %for.body29.us.us.epil

for.body29.us.us.epil:                            ; preds = %for.body29.us.us.epil, %for.body29.us.us.epil.preheader
  %indvars.iv54.epil = phi i64 [ %indvars.iv.next55.epil, %for.body29.us.us.epil ], [ %indvars.iv54.epil.init, %for.body29.us.us.epil.preheader ]
  %epil.iter291 = phi i64 [ %epil.iter291.next, %for.body29.us.us.epil ], [ 0, %for.body29.us.us.epil.preheader ]
  %arrayidx31.us.us.epil = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.epil
  %144 = load double, ptr %arrayidx31.us.us.epil, align 8, !tbaa !9
  %arrayidx35.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.epil
  %145 = load double, ptr %arrayidx35.us.us.epil, align 8, !tbaa !9
  %146 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %147 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %145, double %146, double %144)
  store double %147, ptr %arrayidx31.us.us.epil, align 8, !tbaa !9
  %indvars.iv.next55.epil = add nuw nsw i64 %indvars.iv54.epil, 1
  %epil.iter291.next = add nuw nsw i64 %epil.iter291, 1
  %epil.iter291.cmp.not = icmp eq i64 %epil.iter291.next, %xtraiter
  br i1 %epil.iter291.cmp.not, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.epil, !llvm.loop !17

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us.epil, %for.cond26.for.cond.cleanup28_crit_edge.us.us.unr-lcssa
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %for.body5.us.us, !llvm.loop !18

for.cond.cleanup4:                                ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %polly.loop_exit152.loopexit.us, %polly.loop_if149.preheader, %polly.loop_if140, %for.body5.preheader, %for.cond2.preheader.thread, %for.cond2.preheader
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
  %min.iters.check = icmp samesign ult i32 %n, 4
  %min.iters.check214 = icmp samesign ult i32 %n, 32
  %n.vec = and i64 %3, 2147483616
  %cmp.n = icmp eq i64 %n.vec, %3
  %148 = and i32 %n, 28
  %min.epilog.iters.check = icmp eq i32 %148, 0
  %n.vec228 = and i64 %3, 2147483644
  %cmp.n234 = icmp eq i64 %n.vec228, %3
  br i1 %min.iters.check, label %iter.check.us.preheader, label %iter.check

iter.check.us.preheader:                          ; preds = %polly.stmt.for.body5.us.us.preheader
  %xtraiter86 = and i64 %0, 3
  %149 = icmp ult i32 %m, 4
  br i1 %149, label %iter.check.us.epil.preheader, label %iter.check.us.preheader.new

iter.check.us.preheader.new:                      ; preds = %iter.check.us.preheader
  %unroll_iter90 = and i64 %0, 2147483644
  %_p_scalar_134.us = load double, ptr %x, align 8, !alias.scope !26, !noalias !27
  %exitcond.not210.us = icmp eq i32 %n, 1
  %scevgep133.us.1 = getelementptr i8, ptr %x, i64 8
  %exitcond.not210.us.1 = icmp eq i32 %n, 2
  %scevgep133.us.2 = getelementptr i8, ptr %x, i64 16
  %exitcond.not210.us.195 = icmp eq i32 %n, 1
  %scevgep133.us.1.1 = getelementptr i8, ptr %x, i64 8
  %exitcond.not210.us.1.1 = icmp eq i32 %n, 2
  %scevgep133.us.2.1 = getelementptr i8, ptr %x, i64 16
  %exitcond.not210.us.2 = icmp eq i32 %n, 1
  %scevgep133.us.1.2 = getelementptr i8, ptr %x, i64 8
  %exitcond.not210.us.1.2 = icmp eq i32 %n, 2
  %scevgep133.us.2.2 = getelementptr i8, ptr %x, i64 16
  %exitcond.not210.us.3 = icmp eq i32 %n, 1
  %scevgep133.us.1.3 = getelementptr i8, ptr %x, i64 8
  %exitcond.not210.us.1.3 = icmp eq i32 %n, 2
  %scevgep133.us.2.3 = getelementptr i8, ptr %x, i64 16
  br label %iter.check.us

iter.check.us:                                    ; preds = %polly.loop_exit126.loopexit.us.3, %iter.check.us.preheader.new
  %polly.indvar119.us = phi i64 [ 0, %iter.check.us.preheader.new ], [ %polly.indvar_next120.us.3, %polly.loop_exit126.loopexit.us.3 ]
  %niter91 = phi i64 [ 0, %iter.check.us.preheader.new ], [ %niter91.next.3, %polly.loop_exit126.loopexit.us.3 ]
  %150 = mul nuw nsw i64 %polly.indvar119.us, 336
  %scevgep131.us = getelementptr i8, ptr %A, i64 %150
  %_p_scalar_.us = load double, ptr %scevgep131.us, align 8, !alias.scope !28, !noalias !29
  %p_.us = fmul reassoc nsz arcp contract afn double %_p_scalar_.us, %_p_scalar_134.us
  br i1 %exitcond.not210.us, label %polly.loop_exit126.loopexit.us, label %polly.stmt.for.body11.us.us.us.1, !llvm.loop !30

polly.stmt.for.body11.us.us.us.1:                 ; preds = %iter.check.us
  %scevgep132.us.1 = getelementptr i8, ptr %scevgep131.us, i64 8
  %_p_scalar_.us.1 = load double, ptr %scevgep132.us.1, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.1 = load double, ptr %scevgep133.us.1, align 8, !alias.scope !26, !noalias !27
  %p_.us.1 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.1, double %_p_scalar_134.us.1, double %p_.us)
  br i1 %exitcond.not210.us.1, label %polly.loop_exit126.loopexit.us, label %polly.stmt.for.body11.us.us.us.2, !llvm.loop !30

polly.stmt.for.body11.us.us.us.2:                 ; preds = %polly.stmt.for.body11.us.us.us.1
  %scevgep132.us.2 = getelementptr i8, ptr %scevgep131.us, i64 16
  %_p_scalar_.us.2 = load double, ptr %scevgep132.us.2, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.2 = load double, ptr %scevgep133.us.2, align 8, !alias.scope !26, !noalias !27
  %p_.us.2 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.2, double %_p_scalar_134.us.2, double %p_.us.1)
  br label %polly.loop_exit126.loopexit.us

polly.loop_exit126.loopexit.us:                   ; preds = %polly.stmt.for.body11.us.us.us.2, %polly.stmt.for.body11.us.us.us.1, %iter.check.us
  %p_.us.lcssa = phi double [ %p_.us, %iter.check.us ], [ %p_.us.1, %polly.stmt.for.body11.us.us.us.1 ], [ %p_.us.2, %polly.stmt.for.body11.us.us.us.2 ]
  %151 = shl nuw nsw i64 %polly.indvar119.us, 3
  %scevgep135.us = getelementptr i8, ptr %tmp, i64 %151
  store double %p_.us.lcssa, ptr %scevgep135.us, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120.us = or disjoint i64 %polly.indvar119.us, 1
  %152 = mul nuw nsw i64 %polly.indvar_next120.us, 336
  %scevgep131.us.1 = getelementptr i8, ptr %A, i64 %152
  %_p_scalar_.us.192 = load double, ptr %scevgep131.us.1, align 8, !alias.scope !28, !noalias !29
  %p_.us.194 = fmul reassoc nsz arcp contract afn double %_p_scalar_.us.192, %_p_scalar_134.us
  br i1 %exitcond.not210.us.195, label %polly.loop_exit126.loopexit.us.1, label %polly.stmt.for.body11.us.us.us.1.1, !llvm.loop !30

polly.stmt.for.body11.us.us.us.1.1:               ; preds = %polly.loop_exit126.loopexit.us
  %scevgep132.us.1.1 = getelementptr i8, ptr %scevgep131.us.1, i64 8
  %_p_scalar_.us.1.1 = load double, ptr %scevgep132.us.1.1, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.1.1 = load double, ptr %scevgep133.us.1.1, align 8, !alias.scope !26, !noalias !27
  %p_.us.1.1 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.1.1, double %_p_scalar_134.us.1.1, double %p_.us.194)
  br i1 %exitcond.not210.us.1.1, label %polly.loop_exit126.loopexit.us.1, label %polly.stmt.for.body11.us.us.us.2.1, !llvm.loop !30

polly.stmt.for.body11.us.us.us.2.1:               ; preds = %polly.stmt.for.body11.us.us.us.1.1
  %scevgep132.us.2.1 = getelementptr i8, ptr %scevgep131.us.1, i64 16
  %_p_scalar_.us.2.1 = load double, ptr %scevgep132.us.2.1, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.2.1 = load double, ptr %scevgep133.us.2.1, align 8, !alias.scope !26, !noalias !27
  %p_.us.2.1 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.2.1, double %_p_scalar_134.us.2.1, double %p_.us.1.1)
  br label %polly.loop_exit126.loopexit.us.1

polly.loop_exit126.loopexit.us.1:                 ; preds = %polly.stmt.for.body11.us.us.us.2.1, %polly.stmt.for.body11.us.us.us.1.1, %polly.loop_exit126.loopexit.us
  %p_.us.lcssa.1 = phi double [ %p_.us.194, %polly.loop_exit126.loopexit.us ], [ %p_.us.1.1, %polly.stmt.for.body11.us.us.us.1.1 ], [ %p_.us.2.1, %polly.stmt.for.body11.us.us.us.2.1 ]
  %153 = shl nuw nsw i64 %polly.indvar_next120.us, 3
  %scevgep135.us.1 = getelementptr i8, ptr %tmp, i64 %153
  store double %p_.us.lcssa.1, ptr %scevgep135.us.1, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120.us.1 = or disjoint i64 %polly.indvar119.us, 2
  %154 = mul nuw nsw i64 %polly.indvar_next120.us.1, 336
  %scevgep131.us.2 = getelementptr i8, ptr %A, i64 %154
  %_p_scalar_.us.297 = load double, ptr %scevgep131.us.2, align 8, !alias.scope !28, !noalias !29
  %p_.us.299 = fmul reassoc nsz arcp contract afn double %_p_scalar_.us.297, %_p_scalar_134.us
  br i1 %exitcond.not210.us.2, label %polly.loop_exit126.loopexit.us.2, label %polly.stmt.for.body11.us.us.us.1.2, !llvm.loop !30

polly.stmt.for.body11.us.us.us.1.2:               ; preds = %polly.loop_exit126.loopexit.us.1
  %scevgep132.us.1.2 = getelementptr i8, ptr %scevgep131.us.2, i64 8
  %_p_scalar_.us.1.2 = load double, ptr %scevgep132.us.1.2, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.1.2 = load double, ptr %scevgep133.us.1.2, align 8, !alias.scope !26, !noalias !27
  %p_.us.1.2 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.1.2, double %_p_scalar_134.us.1.2, double %p_.us.299)
  br i1 %exitcond.not210.us.1.2, label %polly.loop_exit126.loopexit.us.2, label %polly.stmt.for.body11.us.us.us.2.2, !llvm.loop !30

polly.stmt.for.body11.us.us.us.2.2:               ; preds = %polly.stmt.for.body11.us.us.us.1.2
  %scevgep132.us.2.2 = getelementptr i8, ptr %scevgep131.us.2, i64 16
  %_p_scalar_.us.2.2 = load double, ptr %scevgep132.us.2.2, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.2.2 = load double, ptr %scevgep133.us.2.2, align 8, !alias.scope !26, !noalias !27
  %p_.us.2.2 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.2.2, double %_p_scalar_134.us.2.2, double %p_.us.1.2)
  br label %polly.loop_exit126.loopexit.us.2

polly.loop_exit126.loopexit.us.2:                 ; preds = %polly.stmt.for.body11.us.us.us.2.2, %polly.stmt.for.body11.us.us.us.1.2, %polly.loop_exit126.loopexit.us.1
  %p_.us.lcssa.2 = phi double [ %p_.us.299, %polly.loop_exit126.loopexit.us.1 ], [ %p_.us.1.2, %polly.stmt.for.body11.us.us.us.1.2 ], [ %p_.us.2.2, %polly.stmt.for.body11.us.us.us.2.2 ]
  %155 = shl nuw nsw i64 %polly.indvar_next120.us.1, 3
  %scevgep135.us.2 = getelementptr i8, ptr %tmp, i64 %155
  store double %p_.us.lcssa.2, ptr %scevgep135.us.2, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120.us.2 = or disjoint i64 %polly.indvar119.us, 3
  %156 = mul nuw nsw i64 %polly.indvar_next120.us.2, 336
  %scevgep131.us.3 = getelementptr i8, ptr %A, i64 %156
  %_p_scalar_.us.3 = load double, ptr %scevgep131.us.3, align 8, !alias.scope !28, !noalias !29
  %p_.us.3 = fmul reassoc nsz arcp contract afn double %_p_scalar_.us.3, %_p_scalar_134.us
  br i1 %exitcond.not210.us.3, label %polly.loop_exit126.loopexit.us.3, label %polly.stmt.for.body11.us.us.us.1.3, !llvm.loop !30

polly.stmt.for.body11.us.us.us.1.3:               ; preds = %polly.loop_exit126.loopexit.us.2
  %scevgep132.us.1.3 = getelementptr i8, ptr %scevgep131.us.3, i64 8
  %_p_scalar_.us.1.3 = load double, ptr %scevgep132.us.1.3, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.1.3 = load double, ptr %scevgep133.us.1.3, align 8, !alias.scope !26, !noalias !27
  %p_.us.1.3 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.1.3, double %_p_scalar_134.us.1.3, double %p_.us.3)
  br i1 %exitcond.not210.us.1.3, label %polly.loop_exit126.loopexit.us.3, label %polly.stmt.for.body11.us.us.us.2.3, !llvm.loop !30

polly.stmt.for.body11.us.us.us.2.3:               ; preds = %polly.stmt.for.body11.us.us.us.1.3
  %scevgep132.us.2.3 = getelementptr i8, ptr %scevgep131.us.3, i64 16
  %_p_scalar_.us.2.3 = load double, ptr %scevgep132.us.2.3, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.2.3 = load double, ptr %scevgep133.us.2.3, align 8, !alias.scope !26, !noalias !27
  %p_.us.2.3 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.2.3, double %_p_scalar_134.us.2.3, double %p_.us.1.3)
  br label %polly.loop_exit126.loopexit.us.3

polly.loop_exit126.loopexit.us.3:                 ; preds = %polly.stmt.for.body11.us.us.us.2.3, %polly.stmt.for.body11.us.us.us.1.3, %polly.loop_exit126.loopexit.us.2
  %p_.us.lcssa.3 = phi double [ %p_.us.3, %polly.loop_exit126.loopexit.us.2 ], [ %p_.us.1.3, %polly.stmt.for.body11.us.us.us.1.3 ], [ %p_.us.2.3, %polly.stmt.for.body11.us.us.us.2.3 ]
  %157 = shl nuw nsw i64 %polly.indvar_next120.us.2, 3
  %scevgep135.us.3 = getelementptr i8, ptr %tmp, i64 %157
  store double %p_.us.lcssa.3, ptr %scevgep135.us.3, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120.us.3 = add nuw nsw i64 %polly.indvar119.us, 4
  %niter91.next.3 = add i64 %niter91, 4
  %niter91.ncmp.3 = icmp eq i64 %niter91.next.3, %unroll_iter90
  br i1 %niter91.ncmp.3, label %polly.loop_if140.sink.split.loopexit.unr-lcssa, label %iter.check.us

polly.loop_exit126:                               ; preds = %polly.stmt.for.body11.us.us, %vec.epilog.middle.block, %middle.block
  %p_.lcssa = phi double [ %181, %vec.epilog.middle.block ], [ %174, %middle.block ], [ %p_, %polly.stmt.for.body11.us.us ]
  %158 = shl nuw nsw i64 %polly.indvar119, 3
  %scevgep135 = getelementptr i8, ptr %tmp, i64 %158
  store double %p_.lcssa, ptr %scevgep135, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120 = add nuw nsw i64 %polly.indvar119, 1
  %exitcond199.not = icmp eq i64 %polly.indvar_next120, %0
  br i1 %exitcond199.not, label %polly.loop_if140.sink.split, label %iter.check

iter.check:                                       ; preds = %polly.stmt.for.body5.us.us.preheader, %polly.loop_exit126
  %polly.indvar119 = phi i64 [ %polly.indvar_next120, %polly.loop_exit126 ], [ 0, %polly.stmt.for.body5.us.us.preheader ]
  %159 = mul nuw nsw i64 %polly.indvar119, 336
  %scevgep131 = getelementptr i8, ptr %A, i64 %159
  br i1 %min.iters.check214, label %vec.epilog.ph, label %vector.body

vector.body:                                      ; preds = %iter.check, %vector.body
  %index = phi i64 [ %index.next, %vector.body ], [ 0, %iter.check ]
  %vec.phi = phi <8 x double> [ %169, %vector.body ], [ zeroinitializer, %iter.check ]
  %vec.phi215 = phi <8 x double> [ %170, %vector.body ], [ zeroinitializer, %iter.check ]
  %vec.phi216 = phi <8 x double> [ %171, %vector.body ], [ zeroinitializer, %iter.check ]
  %vec.phi217 = phi <8 x double> [ %172, %vector.body ], [ zeroinitializer, %iter.check ]
  %160 = shl nuw nsw i64 %index, 3
  %161 = getelementptr i8, ptr %scevgep131, i64 %160
  %162 = getelementptr i8, ptr %161, i64 64
  %163 = getelementptr i8, ptr %161, i64 128
  %164 = getelementptr i8, ptr %161, i64 192
  %wide.load = load <8 x double>, ptr %161, align 8, !alias.scope !28, !noalias !29
  %wide.load218 = load <8 x double>, ptr %162, align 8, !alias.scope !28, !noalias !29
  %wide.load219 = load <8 x double>, ptr %163, align 8, !alias.scope !28, !noalias !29
  %wide.load220 = load <8 x double>, ptr %164, align 8, !alias.scope !28, !noalias !29
  %165 = getelementptr i8, ptr %x, i64 %160
  %166 = getelementptr i8, ptr %165, i64 64
  %167 = getelementptr i8, ptr %165, i64 128
  %168 = getelementptr i8, ptr %165, i64 192
  %wide.load221 = load <8 x double>, ptr %165, align 8, !alias.scope !26, !noalias !27
  %wide.load222 = load <8 x double>, ptr %166, align 8, !alias.scope !26, !noalias !27
  %wide.load223 = load <8 x double>, ptr %167, align 8, !alias.scope !26, !noalias !27
  %wide.load224 = load <8 x double>, ptr %168, align 8, !alias.scope !26, !noalias !27
  %169 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load, <8 x double> %wide.load221, <8 x double> %vec.phi)
  %170 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load218, <8 x double> %wide.load222, <8 x double> %vec.phi215)
  %171 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load219, <8 x double> %wide.load223, <8 x double> %vec.phi216)
  %172 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load220, <8 x double> %wide.load224, <8 x double> %vec.phi217)
  %index.next = add nuw nsw i64 %index, 32
  %173 = icmp eq i64 %index.next, %n.vec
  br i1 %173, label %middle.block, label %vector.body, !llvm.loop !33

middle.block:                                     ; preds = %vector.body
  %bin.rdx = fadd reassoc nsz arcp contract afn <8 x double> %170, %169
  %bin.rdx225 = fadd reassoc nsz arcp contract afn <8 x double> %bin.rdx, %171
  %bin.rdx226 = fadd reassoc nsz arcp contract afn <8 x double> %bin.rdx225, %172
  %174 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v8f64(double 0.000000e+00, <8 x double> %bin.rdx226)
  br i1 %cmp.n, label %polly.loop_exit126, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check, label %polly.stmt.for.body11.us.us.preheader, label %vec.epilog.ph, !prof !34

vec.epilog.ph:                                    ; preds = %vec.epilog.iter.check, %iter.check
  %vec.epilog.resume.val = phi i64 [ %n.vec, %vec.epilog.iter.check ], [ 0, %iter.check ]
  %bc.merge.rdx = phi double [ %174, %vec.epilog.iter.check ], [ 0.000000e+00, %iter.check ]
  %175 = insertelement <4 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %bc.merge.rdx, i64 0
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body, %vec.epilog.ph
  %index229 = phi i64 [ %vec.epilog.resume.val, %vec.epilog.ph ], [ %index.next233, %vec.epilog.vector.body ]
  %vec.phi230 = phi <4 x double> [ %175, %vec.epilog.ph ], [ %179, %vec.epilog.vector.body ]
  %176 = shl nuw nsw i64 %index229, 3
  %177 = getelementptr i8, ptr %scevgep131, i64 %176
  %wide.load231 = load <4 x double>, ptr %177, align 8, !alias.scope !28, !noalias !29
  %178 = getelementptr i8, ptr %x, i64 %176
  %wide.load232 = load <4 x double>, ptr %178, align 8, !alias.scope !26, !noalias !27
  %179 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load231, <4 x double> %wide.load232, <4 x double> %vec.phi230)
  %index.next233 = add nuw i64 %index229, 4
  %180 = icmp eq i64 %index.next233, %n.vec228
  br i1 %180, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !35

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  %181 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v4f64(double 0.000000e+00, <4 x double> %179)
  br i1 %cmp.n234, label %polly.loop_exit126, label %polly.stmt.for.body11.us.us.preheader

polly.stmt.for.body11.us.us.preheader:            ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check
  %.phiops.0.ph = phi double [ %174, %vec.epilog.iter.check ], [ %181, %vec.epilog.middle.block ]
  %polly.indvar128.ph = phi i64 [ %n.vec, %vec.epilog.iter.check ], [ %n.vec228, %vec.epilog.middle.block ]
  br label %polly.stmt.for.body11.us.us

polly.stmt.for.body11.us.us:                      ; preds = %polly.stmt.for.body11.us.us.preheader, %polly.stmt.for.body11.us.us
  %.phiops.0 = phi double [ %p_, %polly.stmt.for.body11.us.us ], [ %.phiops.0.ph, %polly.stmt.for.body11.us.us.preheader ]
  %polly.indvar128 = phi i64 [ %polly.indvar_next129, %polly.stmt.for.body11.us.us ], [ %polly.indvar128.ph, %polly.stmt.for.body11.us.us.preheader ]
  %182 = shl nuw nsw i64 %polly.indvar128, 3
  %scevgep132 = getelementptr i8, ptr %scevgep131, i64 %182
  %_p_scalar_ = load double, ptr %scevgep132, align 8, !alias.scope !28, !noalias !29
  %scevgep133 = getelementptr i8, ptr %x, i64 %182
  %_p_scalar_134 = load double, ptr %scevgep133, align 8, !alias.scope !26, !noalias !27
  %p_ = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_, double %_p_scalar_134, double %.phiops.0)
  %polly.indvar_next129 = add nuw nsw i64 %polly.indvar128, 1
  %exitcond.not210 = icmp eq i64 %polly.indvar_next129, %3
  br i1 %exitcond.not210, label %polly.loop_exit126, label %polly.stmt.for.body11.us.us, !llvm.loop !30

polly.loop_if140.sink.split.loopexit.unr-lcssa:   ; preds = %polly.loop_exit126.loopexit.us.3
  %183 = and i32 %m, 3
  %lcmp.mod88.not = icmp eq i32 %183, 0
  br i1 %lcmp.mod88.not, label %polly.loop_if140.sink.split, label %iter.check.us.epil.preheader

iter.check.us.epil.preheader:                     ; preds = %polly.loop_if140.sink.split.loopexit.unr-lcssa, %iter.check.us.preheader
  %polly.indvar119.us.epil.init = phi i64 [ 0, %iter.check.us.preheader ], [ %polly.indvar_next120.us.3, %polly.loop_if140.sink.split.loopexit.unr-lcssa ]
  %184 = and i32 %m, 3
  %lcmp.mod89 = icmp ne i32 %184, 0
  tail call void @llvm.assume(i1 %lcmp.mod89)
  %_p_scalar_134.us.epil = load double, ptr %x, align 8, !alias.scope !26, !noalias !27
  %exitcond.not210.us.epil = icmp eq i32 %n, 1
  %scevgep133.us.1.epil = getelementptr i8, ptr %x, i64 8
  %exitcond.not210.us.1.epil = icmp eq i32 %n, 2
  %scevgep133.us.2.epil = getelementptr i8, ptr %x, i64 16
  br label %iter.check.us.epil

iter.check.us.epil:                               ; preds = %polly.loop_exit126.loopexit.us.epil, %iter.check.us.epil.preheader
  %polly.indvar119.us.epil = phi i64 [ %polly.indvar_next120.us.epil, %polly.loop_exit126.loopexit.us.epil ], [ %polly.indvar119.us.epil.init, %iter.check.us.epil.preheader ]
  %epil.iter87 = phi i64 [ %epil.iter87.next, %polly.loop_exit126.loopexit.us.epil ], [ 0, %iter.check.us.epil.preheader ]
  %185 = mul nuw nsw i64 %polly.indvar119.us.epil, 336
  %scevgep131.us.epil = getelementptr i8, ptr %A, i64 %185
  %_p_scalar_.us.epil = load double, ptr %scevgep131.us.epil, align 8, !alias.scope !28, !noalias !29
  %p_.us.epil = fmul reassoc nsz arcp contract afn double %_p_scalar_.us.epil, %_p_scalar_134.us.epil
  br i1 %exitcond.not210.us.epil, label %polly.loop_exit126.loopexit.us.epil, label %polly.stmt.for.body11.us.us.us.1.epil, !llvm.loop !30

polly.stmt.for.body11.us.us.us.1.epil:            ; preds = %iter.check.us.epil
  %scevgep132.us.1.epil = getelementptr i8, ptr %scevgep131.us.epil, i64 8
  %_p_scalar_.us.1.epil = load double, ptr %scevgep132.us.1.epil, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.1.epil = load double, ptr %scevgep133.us.1.epil, align 8, !alias.scope !26, !noalias !27
  %p_.us.1.epil = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.1.epil, double %_p_scalar_134.us.1.epil, double %p_.us.epil)
  br i1 %exitcond.not210.us.1.epil, label %polly.loop_exit126.loopexit.us.epil, label %polly.stmt.for.body11.us.us.us.2.epil, !llvm.loop !30

polly.stmt.for.body11.us.us.us.2.epil:            ; preds = %polly.stmt.for.body11.us.us.us.1.epil
  %scevgep132.us.2.epil = getelementptr i8, ptr %scevgep131.us.epil, i64 16
  %_p_scalar_.us.2.epil = load double, ptr %scevgep132.us.2.epil, align 8, !alias.scope !28, !noalias !29
  %_p_scalar_134.us.2.epil = load double, ptr %scevgep133.us.2.epil, align 8, !alias.scope !26, !noalias !27
  %p_.us.2.epil = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_.us.2.epil, double %_p_scalar_134.us.2.epil, double %p_.us.1.epil)
  br label %polly.loop_exit126.loopexit.us.epil

polly.loop_exit126.loopexit.us.epil:              ; preds = %polly.stmt.for.body11.us.us.us.2.epil, %polly.stmt.for.body11.us.us.us.1.epil, %iter.check.us.epil
  %p_.us.lcssa.epil = phi double [ %p_.us.epil, %iter.check.us.epil ], [ %p_.us.1.epil, %polly.stmt.for.body11.us.us.us.1.epil ], [ %p_.us.2.epil, %polly.stmt.for.body11.us.us.us.2.epil ]
  %186 = shl nuw nsw i64 %polly.indvar119.us.epil, 3
  %scevgep135.us.epil = getelementptr i8, ptr %tmp, i64 %186
  store double %p_.us.lcssa.epil, ptr %scevgep135.us.epil, align 8, !alias.scope !19, !noalias !22
  %polly.indvar_next120.us.epil = add nuw nsw i64 %polly.indvar119.us.epil, 1
  %epil.iter87.next = add i64 %epil.iter87, 1
  %epil.iter87.cmp.not = icmp eq i64 %epil.iter87.next, %xtraiter86
  br i1 %epil.iter87.cmp.not, label %polly.loop_if140.sink.split, label %iter.check.us.epil, !llvm.loop !36

polly.loop_if140.sink.split:                      ; preds = %polly.loop_exit126, %polly.loop_if140.sink.split.loopexit.unr-lcssa, %polly.loop_exit126.loopexit.us.epil, %polly.loop_if, %polly.cond136
  %n.sink = phi i32 [ %n, %polly.loop_if ], [ %m, %polly.cond136 ], [ %n, %polly.loop_if140.sink.split.loopexit.unr-lcssa ], [ %n, %polly.loop_exit126.loopexit.us.epil ], [ %n, %polly.loop_exit126 ]
  %y.sink = phi ptr [ %y, %polly.loop_if ], [ %tmp, %polly.cond136 ], [ %y, %polly.loop_if140.sink.split.loopexit.unr-lcssa ], [ %y, %polly.loop_exit126.loopexit.us.epil ], [ %y, %polly.loop_exit126 ]
  %187 = zext nneg i32 %n.sink to i64
  %188 = shl nuw nsw i64 %187, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %y.sink, i8 0, i64 %188, i1 false), !tbaa !9, !alias.scope !37, !noalias !38
  br label %polly.loop_if140

polly.loop_if140:                                 ; preds = %polly.loop_if140.sink.split, %polly.cond136
  %189 = add nsw i64 %3, -1
  %polly.fdiv_q.shr = ashr i64 %189, 5
  %polly.loop_guard144 = icmp sgt i64 %polly.fdiv_q.shr, -1
  br i1 %polly.loop_guard144, label %polly.loop_if149.preheader, label %for.cond.cleanup4

polly.loop_if149.preheader:                       ; preds = %polly.loop_if140
  %190 = add nsw i64 %0, -1
  %polly.fdiv_q.shr148 = ashr i64 %190, 5
  %polly.loop_guard153 = icmp sgt i64 %polly.fdiv_q.shr148, -1
  br i1 %polly.loop_guard153, label %polly.loop_if149.us, label %for.cond.cleanup4

polly.loop_if149.us:                              ; preds = %polly.loop_if149.preheader, %polly.loop_exit152.loopexit.us
  %indvars.iv203 = phi i64 [ %indvars.iv.next204, %polly.loop_exit152.loopexit.us ], [ %189, %polly.loop_if149.preheader ]
  %polly.indvar145.us = phi i64 [ %polly.indvar_next146.us, %polly.loop_exit152.loopexit.us ], [ 0, %polly.loop_if149.preheader ]
  %smax101 = tail call i64 @llvm.smax.i64(i64 %indvars.iv203, i64 0)
  %umin102 = tail call i64 @llvm.umin.i64(i64 %smax101, i64 31)
  %191 = add nuw nsw i64 %umin102, 1
  %192 = tail call i64 @llvm.smax.i64(i64 %indvars.iv203, i64 0)
  %193 = tail call i64 @llvm.umin.i64(i64 %192, i64 31)
  %194 = shl nsw i64 %polly.indvar145.us, 5
  %195 = sub i64 %194, %3
  %polly.loop_guard161.us = icmp slt i64 %195, 0
  br i1 %polly.loop_guard161.us, label %polly.loop_if157.us.us.preheader, label %polly.loop_exit152.loopexit.us

polly.loop_if157.us.us.preheader:                 ; preds = %polly.loop_if149.us
  %xtraiter103 = and i64 %191, 3
  %196 = icmp slt i64 %indvars.iv203, 3
  %unroll_iter107 = and i64 %191, 60
  %lcmp.mod105.not = icmp eq i64 %xtraiter103, 0
  %lcmp.mod106 = icmp ne i64 %xtraiter103, 0
  br label %polly.loop_if157.us.us

polly.loop_exit152.loopexit.us:                   ; preds = %polly.loop_exit160.loopexit.us.us, %polly.loop_if149.us
  %polly.indvar_next146.us = add nuw nsw i64 %polly.indvar145.us, 1
  %indvars.iv.next204 = add nsw i64 %indvars.iv203, -32
  %exitcond209.not = icmp eq i64 %polly.indvar145.us, %polly.fdiv_q.shr
  br i1 %exitcond209.not, label %for.cond.cleanup4, label %polly.loop_if149.us

polly.loop_if157.us.us:                           ; preds = %polly.loop_if157.us.us.preheader, %polly.loop_exit160.loopexit.us.us
  %indvars.iv200 = phi i64 [ %indvars.iv.next201, %polly.loop_exit160.loopexit.us.us ], [ %190, %polly.loop_if157.us.us.preheader ]
  %polly.indvar154.us.us = phi i64 [ %polly.indvar_next155.us.us, %polly.loop_exit160.loopexit.us.us ], [ 0, %polly.loop_if157.us.us.preheader ]
  %smax = tail call i64 @llvm.smax.i64(i64 %indvars.iv200, i64 0)
  %umin = tail call i64 @llvm.umin.i64(i64 %smax, i64 31)
  %197 = shl nsw i64 %polly.indvar154.us.us, 5
  %198 = sub i64 %197, %0
  %polly.loop_guard169.us.us = icmp slt i64 %198, 0
  br i1 %polly.loop_guard169.us.us, label %iter.check238.preheader, label %polly.loop_exit160.loopexit.us.us

iter.check238.preheader:                          ; preds = %polly.loop_if157.us.us
  %199 = add nuw nsw i64 %umin, 1
  %min.iters.check236 = icmp slt i64 %indvars.iv200, 3
  %min.iters.check239 = icmp slt i64 %indvars.iv200, 15
  %n.mod.vf242 = and i64 %199, 12
  %n.vec243 = and i64 %199, 48
  %broadcast.splatinsert = insertelement <8 x i64> poison, i64 %197, i64 0
  %broadcast.splat = shufflevector <8 x i64> %broadcast.splatinsert, <8 x i64> poison, <8 x i32> zeroinitializer
  %invariant.op = or disjoint <8 x i64> %broadcast.splat, splat (i64 8)
  %cmp.n254 = icmp eq i64 %199, %n.vec243
  %min.epilog.iters.check259 = icmp eq i64 %n.mod.vf242, 0
  %n.vec262 = and i64 %199, 60
  %broadcast.splatinsert263 = insertelement <4 x i64> poison, i64 %197, i64 0
  %broadcast.splat264 = shufflevector <4 x i64> %broadcast.splatinsert263, <4 x i64> poison, <4 x i32> zeroinitializer
  %cmp.n276 = icmp eq i64 %199, %n.vec262
  br i1 %min.iters.check236, label %iter.check238.us.preheader, label %iter.check238

iter.check238.us.preheader:                       ; preds = %iter.check238.preheader
  br i1 %196, label %iter.check238.us.epil.preheader, label %iter.check238.us

iter.check238.us:                                 ; preds = %iter.check238.us.preheader, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.3
  %polly.indvar162.us.us.us.us = phi i64 [ %polly.indvar_next163.us.us.us.us.3, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.3 ], [ 0, %iter.check238.us.preheader ]
  %niter108 = phi i64 [ %niter108.next.3, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.3 ], [ 0, %iter.check238.us.preheader ]
  %200 = add nuw nsw i64 %polly.indvar162.us.us.us.us, %194
  %201 = shl i64 %200, 3
  %scevgep173.us.us.us.us = getelementptr i8, ptr %y, i64 %201
  %invariant.gep.us.us.us.us = getelementptr i8, ptr %A, i64 %201
  %scevgep173.promoted.us.us.us.us = load double, ptr %scevgep173.us.us.us.us, align 8, !alias.scope !39, !noalias !40
  br label %polly.stmt.for.body29.us.us.us.us.us.us

polly.stmt.for.body29.us.us.us.us.us.us:          ; preds = %polly.stmt.for.body29.us.us.us.us.us.us, %iter.check238.us
  %p_179181.us.us.us.us = phi double [ %p_179.us.us.us.us, %polly.stmt.for.body29.us.us.us.us.us.us ], [ %scevgep173.promoted.us.us.us.us, %iter.check238.us ]
  %polly.indvar170.us.us.us.us = phi i64 [ %polly.indvar_next171.us.us.us.us, %polly.stmt.for.body29.us.us.us.us.us.us ], [ 0, %iter.check238.us ]
  %202 = add nuw nsw i64 %polly.indvar170.us.us.us.us, %197
  %203 = mul nuw nsw i64 %202, 336
  %gep.us.us.us.us = getelementptr i8, ptr %invariant.gep.us.us.us.us, i64 %203
  %_p_scalar_176.us.us.us.us = load double, ptr %gep.us.us.us.us, align 8, !alias.scope !28, !noalias !29
  %204 = shl i64 %202, 3
  %scevgep177.us.us.us.us = getelementptr i8, ptr %tmp, i64 %204
  %_p_scalar_178.us.us.us.us = load double, ptr %scevgep177.us.us.us.us, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us.us = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us.us, double %_p_scalar_178.us.us.us.us, double %p_179181.us.us.us.us)
  %polly.indvar_next171.us.us.us.us = add nuw nsw i64 %polly.indvar170.us.us.us.us, 1
  %exitcond202.not.us = icmp eq i64 %polly.indvar170.us.us.us.us, %umin
  br i1 %exitcond202.not.us, label %polly.loop_exit168.loopexit.us.us.us.loopexit.us, label %polly.stmt.for.body29.us.us.us.us.us.us, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us.loopexit.us: ; preds = %polly.stmt.for.body29.us.us.us.us.us.us
  store double %p_179.us.us.us.us, ptr %scevgep173.us.us.us.us, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us.us = or disjoint i64 %polly.indvar162.us.us.us.us, 1
  %205 = add nuw nsw i64 %polly.indvar_next163.us.us.us.us, %194
  %206 = shl i64 %205, 3
  %scevgep173.us.us.us.us.1 = getelementptr i8, ptr %y, i64 %206
  %invariant.gep.us.us.us.us.1 = getelementptr i8, ptr %A, i64 %206
  %scevgep173.promoted.us.us.us.us.1 = load double, ptr %scevgep173.us.us.us.us.1, align 8, !alias.scope !39, !noalias !40
  br label %polly.stmt.for.body29.us.us.us.us.us.us.1

polly.stmt.for.body29.us.us.us.us.us.us.1:        ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.1, %polly.loop_exit168.loopexit.us.us.us.loopexit.us
  %p_179181.us.us.us.us.1 = phi double [ %p_179.us.us.us.us.1, %polly.stmt.for.body29.us.us.us.us.us.us.1 ], [ %scevgep173.promoted.us.us.us.us.1, %polly.loop_exit168.loopexit.us.us.us.loopexit.us ]
  %polly.indvar170.us.us.us.us.1 = phi i64 [ %polly.indvar_next171.us.us.us.us.1, %polly.stmt.for.body29.us.us.us.us.us.us.1 ], [ 0, %polly.loop_exit168.loopexit.us.us.us.loopexit.us ]
  %207 = add nuw nsw i64 %polly.indvar170.us.us.us.us.1, %197
  %208 = mul nuw nsw i64 %207, 336
  %gep.us.us.us.us.1 = getelementptr i8, ptr %invariant.gep.us.us.us.us.1, i64 %208
  %_p_scalar_176.us.us.us.us.1 = load double, ptr %gep.us.us.us.us.1, align 8, !alias.scope !28, !noalias !29
  %209 = shl i64 %207, 3
  %scevgep177.us.us.us.us.1 = getelementptr i8, ptr %tmp, i64 %209
  %_p_scalar_178.us.us.us.us.1 = load double, ptr %scevgep177.us.us.us.us.1, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us.us.1 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us.us.1, double %_p_scalar_178.us.us.us.us.1, double %p_179181.us.us.us.us.1)
  %polly.indvar_next171.us.us.us.us.1 = add nuw nsw i64 %polly.indvar170.us.us.us.us.1, 1
  %exitcond202.not.us.1 = icmp eq i64 %polly.indvar170.us.us.us.us.1, %umin
  br i1 %exitcond202.not.us.1, label %polly.loop_exit168.loopexit.us.us.us.loopexit.us.1, label %polly.stmt.for.body29.us.us.us.us.us.us.1, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us.loopexit.us.1: ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.1
  store double %p_179.us.us.us.us.1, ptr %scevgep173.us.us.us.us.1, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us.us.1 = or disjoint i64 %polly.indvar162.us.us.us.us, 2
  %210 = add nuw nsw i64 %polly.indvar_next163.us.us.us.us.1, %194
  %211 = shl i64 %210, 3
  %scevgep173.us.us.us.us.2 = getelementptr i8, ptr %y, i64 %211
  %invariant.gep.us.us.us.us.2 = getelementptr i8, ptr %A, i64 %211
  %scevgep173.promoted.us.us.us.us.2 = load double, ptr %scevgep173.us.us.us.us.2, align 8, !alias.scope !39, !noalias !40
  br label %polly.stmt.for.body29.us.us.us.us.us.us.2

polly.stmt.for.body29.us.us.us.us.us.us.2:        ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.2, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.1
  %p_179181.us.us.us.us.2 = phi double [ %p_179.us.us.us.us.2, %polly.stmt.for.body29.us.us.us.us.us.us.2 ], [ %scevgep173.promoted.us.us.us.us.2, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.1 ]
  %polly.indvar170.us.us.us.us.2 = phi i64 [ %polly.indvar_next171.us.us.us.us.2, %polly.stmt.for.body29.us.us.us.us.us.us.2 ], [ 0, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.1 ]
  %212 = add nuw nsw i64 %polly.indvar170.us.us.us.us.2, %197
  %213 = mul nuw nsw i64 %212, 336
  %gep.us.us.us.us.2 = getelementptr i8, ptr %invariant.gep.us.us.us.us.2, i64 %213
  %_p_scalar_176.us.us.us.us.2 = load double, ptr %gep.us.us.us.us.2, align 8, !alias.scope !28, !noalias !29
  %214 = shl i64 %212, 3
  %scevgep177.us.us.us.us.2 = getelementptr i8, ptr %tmp, i64 %214
  %_p_scalar_178.us.us.us.us.2 = load double, ptr %scevgep177.us.us.us.us.2, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us.us.2 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us.us.2, double %_p_scalar_178.us.us.us.us.2, double %p_179181.us.us.us.us.2)
  %polly.indvar_next171.us.us.us.us.2 = add nuw nsw i64 %polly.indvar170.us.us.us.us.2, 1
  %exitcond202.not.us.2 = icmp eq i64 %polly.indvar170.us.us.us.us.2, %umin
  br i1 %exitcond202.not.us.2, label %polly.loop_exit168.loopexit.us.us.us.loopexit.us.2, label %polly.stmt.for.body29.us.us.us.us.us.us.2, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us.loopexit.us.2: ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.2
  store double %p_179.us.us.us.us.2, ptr %scevgep173.us.us.us.us.2, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us.us.2 = or disjoint i64 %polly.indvar162.us.us.us.us, 3
  %215 = add nuw nsw i64 %polly.indvar_next163.us.us.us.us.2, %194
  %216 = shl i64 %215, 3
  %scevgep173.us.us.us.us.3 = getelementptr i8, ptr %y, i64 %216
  %invariant.gep.us.us.us.us.3 = getelementptr i8, ptr %A, i64 %216
  %scevgep173.promoted.us.us.us.us.3 = load double, ptr %scevgep173.us.us.us.us.3, align 8, !alias.scope !39, !noalias !40
  br label %polly.stmt.for.body29.us.us.us.us.us.us.3

polly.stmt.for.body29.us.us.us.us.us.us.3:        ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.3, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.2
  %p_179181.us.us.us.us.3 = phi double [ %p_179.us.us.us.us.3, %polly.stmt.for.body29.us.us.us.us.us.us.3 ], [ %scevgep173.promoted.us.us.us.us.3, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.2 ]
  %polly.indvar170.us.us.us.us.3 = phi i64 [ %polly.indvar_next171.us.us.us.us.3, %polly.stmt.for.body29.us.us.us.us.us.us.3 ], [ 0, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.2 ]
  %217 = add nuw nsw i64 %polly.indvar170.us.us.us.us.3, %197
  %218 = mul nuw nsw i64 %217, 336
  %gep.us.us.us.us.3 = getelementptr i8, ptr %invariant.gep.us.us.us.us.3, i64 %218
  %_p_scalar_176.us.us.us.us.3 = load double, ptr %gep.us.us.us.us.3, align 8, !alias.scope !28, !noalias !29
  %219 = shl i64 %217, 3
  %scevgep177.us.us.us.us.3 = getelementptr i8, ptr %tmp, i64 %219
  %_p_scalar_178.us.us.us.us.3 = load double, ptr %scevgep177.us.us.us.us.3, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us.us.3 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us.us.3, double %_p_scalar_178.us.us.us.us.3, double %p_179181.us.us.us.us.3)
  %polly.indvar_next171.us.us.us.us.3 = add nuw nsw i64 %polly.indvar170.us.us.us.us.3, 1
  %exitcond202.not.us.3 = icmp eq i64 %polly.indvar170.us.us.us.us.3, %umin
  br i1 %exitcond202.not.us.3, label %polly.loop_exit168.loopexit.us.us.us.loopexit.us.3, label %polly.stmt.for.body29.us.us.us.us.us.us.3, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us.loopexit.us.3: ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.3
  store double %p_179.us.us.us.us.3, ptr %scevgep173.us.us.us.us.3, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us.us.3 = add nuw nsw i64 %polly.indvar162.us.us.us.us, 4
  %niter108.next.3 = add i64 %niter108, 4
  %niter108.ncmp.3 = icmp eq i64 %niter108.next.3, %unroll_iter107
  br i1 %niter108.ncmp.3, label %polly.loop_exit160.loopexit.us.us.loopexit.unr-lcssa, label %iter.check238.us

polly.loop_exit160.loopexit.us.us.loopexit.unr-lcssa: ; preds = %polly.loop_exit168.loopexit.us.us.us.loopexit.us.3
  br i1 %lcmp.mod105.not, label %polly.loop_exit160.loopexit.us.us, label %iter.check238.us.epil.preheader

iter.check238.us.epil.preheader:                  ; preds = %polly.loop_exit160.loopexit.us.us.loopexit.unr-lcssa, %iter.check238.us.preheader
  %polly.indvar162.us.us.us.us.epil.init = phi i64 [ 0, %iter.check238.us.preheader ], [ %polly.indvar_next163.us.us.us.us.3, %polly.loop_exit160.loopexit.us.us.loopexit.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod106)
  br label %iter.check238.us.epil

iter.check238.us.epil:                            ; preds = %polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil, %iter.check238.us.epil.preheader
  %polly.indvar162.us.us.us.us.epil = phi i64 [ %polly.indvar_next163.us.us.us.us.epil, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil ], [ %polly.indvar162.us.us.us.us.epil.init, %iter.check238.us.epil.preheader ]
  %epil.iter104 = phi i64 [ %epil.iter104.next, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil ], [ 0, %iter.check238.us.epil.preheader ]
  %220 = add nuw nsw i64 %polly.indvar162.us.us.us.us.epil, %194
  %221 = shl i64 %220, 3
  %scevgep173.us.us.us.us.epil = getelementptr i8, ptr %y, i64 %221
  %invariant.gep.us.us.us.us.epil = getelementptr i8, ptr %A, i64 %221
  %scevgep173.promoted.us.us.us.us.epil = load double, ptr %scevgep173.us.us.us.us.epil, align 8, !alias.scope !39, !noalias !40
  br label %polly.stmt.for.body29.us.us.us.us.us.us.epil

polly.stmt.for.body29.us.us.us.us.us.us.epil:     ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.epil, %iter.check238.us.epil
  %p_179181.us.us.us.us.epil = phi double [ %p_179.us.us.us.us.epil, %polly.stmt.for.body29.us.us.us.us.us.us.epil ], [ %scevgep173.promoted.us.us.us.us.epil, %iter.check238.us.epil ]
  %polly.indvar170.us.us.us.us.epil = phi i64 [ %polly.indvar_next171.us.us.us.us.epil, %polly.stmt.for.body29.us.us.us.us.us.us.epil ], [ 0, %iter.check238.us.epil ]
  %222 = add nuw nsw i64 %polly.indvar170.us.us.us.us.epil, %197
  %223 = mul nuw nsw i64 %222, 336
  %gep.us.us.us.us.epil = getelementptr i8, ptr %invariant.gep.us.us.us.us.epil, i64 %223
  %_p_scalar_176.us.us.us.us.epil = load double, ptr %gep.us.us.us.us.epil, align 8, !alias.scope !28, !noalias !29
  %224 = shl i64 %222, 3
  %scevgep177.us.us.us.us.epil = getelementptr i8, ptr %tmp, i64 %224
  %_p_scalar_178.us.us.us.us.epil = load double, ptr %scevgep177.us.us.us.us.epil, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us.us.epil = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us.us.epil, double %_p_scalar_178.us.us.us.us.epil, double %p_179181.us.us.us.us.epil)
  %polly.indvar_next171.us.us.us.us.epil = add nuw nsw i64 %polly.indvar170.us.us.us.us.epil, 1
  %exitcond202.not.us.epil = icmp eq i64 %polly.indvar170.us.us.us.us.epil, %umin
  br i1 %exitcond202.not.us.epil, label %polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil, label %polly.stmt.for.body29.us.us.us.us.us.us.epil, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil: ; preds = %polly.stmt.for.body29.us.us.us.us.us.us.epil
  store double %p_179.us.us.us.us.epil, ptr %scevgep173.us.us.us.us.epil, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us.us.epil = add nuw nsw i64 %polly.indvar162.us.us.us.us.epil, 1
  %epil.iter104.next = add i64 %epil.iter104, 1
  %epil.iter104.cmp.not = icmp eq i64 %epil.iter104.next, %xtraiter103
  br i1 %epil.iter104.cmp.not, label %polly.loop_exit160.loopexit.us.us, label %iter.check238.us.epil, !llvm.loop !42

polly.loop_exit160.loopexit.us.us:                ; preds = %polly.loop_exit168.loopexit.us.us.us, %polly.loop_exit160.loopexit.us.us.loopexit.unr-lcssa, %polly.loop_exit168.loopexit.us.us.us.loopexit.us.epil, %polly.loop_if157.us.us
  %polly.indvar_next155.us.us = add nuw nsw i64 %polly.indvar154.us.us, 1
  %indvars.iv.next201 = add nsw i64 %indvars.iv200, -32
  %exitcond208.not = icmp eq i64 %polly.indvar154.us.us, %polly.fdiv_q.shr148
  br i1 %exitcond208.not, label %polly.loop_exit152.loopexit.us, label %polly.loop_if157.us.us

iter.check238:                                    ; preds = %iter.check238.preheader, %polly.loop_exit168.loopexit.us.us.us
  %polly.indvar162.us.us.us = phi i64 [ %polly.indvar_next163.us.us.us, %polly.loop_exit168.loopexit.us.us.us ], [ 0, %iter.check238.preheader ]
  %225 = add nuw nsw i64 %polly.indvar162.us.us.us, %194
  %226 = shl i64 %225, 3
  %scevgep173.us.us.us = getelementptr i8, ptr %y, i64 %226
  %invariant.gep.us.us.us = getelementptr i8, ptr %A, i64 %226
  %scevgep173.promoted.us.us.us = load double, ptr %scevgep173.us.us.us, align 8, !alias.scope !39, !noalias !40
  br i1 %min.iters.check239, label %vec.epilog.ph260, label %vector.ph241

vector.ph241:                                     ; preds = %iter.check238
  %227 = insertelement <8 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %scevgep173.promoted.us.us.us, i64 0
  br label %vector.body244

vector.body244:                                   ; preds = %vector.body244, %vector.ph241
  %index245 = phi i64 [ 0, %vector.ph241 ], [ %index.next251, %vector.body244 ]
  %vec.phi246 = phi <8 x double> [ %227, %vector.ph241 ], [ %237, %vector.body244 ]
  %vec.phi247 = phi <8 x double> [ zeroinitializer, %vector.ph241 ], [ %238, %vector.body244 ]
  %vec.ind = phi <8 x i64> [ <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %vector.ph241 ], [ %vec.ind.next, %vector.body244 ]
  %228 = add nuw nsw <8 x i64> %vec.ind, %broadcast.splat
  %229 = extractelement <8 x i64> %228, i64 0
  %.reass = add <8 x i64> %invariant.op, %vec.ind
  %230 = mul nuw nsw <8 x i64> %228, splat (i64 336)
  %231 = mul nuw nsw <8 x i64> %.reass, splat (i64 336)
  %232 = getelementptr i8, ptr %invariant.gep.us.us.us, <8 x i64> %230
  %233 = getelementptr i8, ptr %invariant.gep.us.us.us, <8 x i64> %231
  %wide.masked.gather = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %232, <8 x i1> splat (i1 true), <8 x double> poison), !alias.scope !28, !noalias !29
  %wide.masked.gather248 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %233, <8 x i1> splat (i1 true), <8 x double> poison), !alias.scope !28, !noalias !29
  %234 = shl i64 %229, 3
  %235 = getelementptr i8, ptr %tmp, i64 %234
  %236 = getelementptr i8, ptr %235, i64 64
  %wide.load249 = load <8 x double>, ptr %235, align 8, !alias.scope !19, !noalias !22
  %wide.load250 = load <8 x double>, ptr %236, align 8, !alias.scope !19, !noalias !22
  %237 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.masked.gather, <8 x double> %wide.load249, <8 x double> %vec.phi246)
  %238 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.masked.gather248, <8 x double> %wide.load250, <8 x double> %vec.phi247)
  %index.next251 = add nuw i64 %index245, 16
  %vec.ind.next = add <8 x i64> %vec.ind, splat (i64 16)
  %239 = icmp eq i64 %index.next251, %n.vec243
  br i1 %239, label %middle.block252, label %vector.body244, !llvm.loop !43

middle.block252:                                  ; preds = %vector.body244
  %bin.rdx253 = fadd reassoc nsz arcp contract afn <8 x double> %238, %237
  %240 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v8f64(double 0.000000e+00, <8 x double> %bin.rdx253)
  br i1 %cmp.n254, label %polly.loop_exit168.loopexit.us.us.us, label %vec.epilog.iter.check258

vec.epilog.iter.check258:                         ; preds = %middle.block252
  br i1 %min.epilog.iters.check259, label %polly.stmt.for.body29.us.us.us.us.us.preheader, label %vec.epilog.ph260, !prof !44

vec.epilog.ph260:                                 ; preds = %vec.epilog.iter.check258, %iter.check238
  %bc.resume.val255 = phi i64 [ %n.vec243, %vec.epilog.iter.check258 ], [ 0, %iter.check238 ]
  %bc.merge.rdx256 = phi double [ %240, %vec.epilog.iter.check258 ], [ %scevgep173.promoted.us.us.us, %iter.check238 ]
  %241 = insertelement <4 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %bc.merge.rdx256, i64 0
  %broadcast.splatinsert265 = insertelement <4 x i64> poison, i64 %bc.resume.val255, i64 0
  %broadcast.splat266 = shufflevector <4 x i64> %broadcast.splatinsert265, <4 x i64> poison, <4 x i32> zeroinitializer
  %induction = or disjoint <4 x i64> %broadcast.splat266, <i64 0, i64 1, i64 2, i64 3>
  br label %vec.epilog.vector.body267

vec.epilog.vector.body267:                        ; preds = %vec.epilog.vector.body267, %vec.epilog.ph260
  %index268 = phi i64 [ %bc.resume.val255, %vec.epilog.ph260 ], [ %index.next273, %vec.epilog.vector.body267 ]
  %vec.phi269 = phi <4 x double> [ %241, %vec.epilog.ph260 ], [ %248, %vec.epilog.vector.body267 ]
  %vec.ind270 = phi <4 x i64> [ %induction, %vec.epilog.ph260 ], [ %vec.ind.next274, %vec.epilog.vector.body267 ]
  %242 = add nuw nsw <4 x i64> %vec.ind270, %broadcast.splat264
  %243 = extractelement <4 x i64> %242, i64 0
  %244 = mul nuw nsw <4 x i64> %242, splat (i64 336)
  %245 = getelementptr i8, ptr %invariant.gep.us.us.us, <4 x i64> %244
  %wide.masked.gather271 = tail call <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr> align 8 %245, <4 x i1> splat (i1 true), <4 x double> poison), !alias.scope !28, !noalias !29
  %246 = shl i64 %243, 3
  %247 = getelementptr i8, ptr %tmp, i64 %246
  %wide.load272 = load <4 x double>, ptr %247, align 8, !alias.scope !19, !noalias !22
  %248 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.masked.gather271, <4 x double> %wide.load272, <4 x double> %vec.phi269)
  %index.next273 = add nuw i64 %index268, 4
  %vec.ind.next274 = add nuw nsw <4 x i64> %vec.ind270, splat (i64 4)
  %249 = icmp eq i64 %index.next273, %n.vec262
  br i1 %249, label %vec.epilog.middle.block275, label %vec.epilog.vector.body267, !llvm.loop !45

vec.epilog.middle.block275:                       ; preds = %vec.epilog.vector.body267
  %250 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v4f64(double 0.000000e+00, <4 x double> %248)
  br i1 %cmp.n276, label %polly.loop_exit168.loopexit.us.us.us, label %polly.stmt.for.body29.us.us.us.us.us.preheader

polly.stmt.for.body29.us.us.us.us.us.preheader:   ; preds = %vec.epilog.middle.block275, %vec.epilog.iter.check258
  %p_179181.us.us.us.ph = phi double [ %240, %vec.epilog.iter.check258 ], [ %250, %vec.epilog.middle.block275 ]
  %polly.indvar170.us.us.us.ph = phi i64 [ %n.vec243, %vec.epilog.iter.check258 ], [ %n.vec262, %vec.epilog.middle.block275 ]
  br label %polly.stmt.for.body29.us.us.us.us.us

polly.stmt.for.body29.us.us.us.us.us:             ; preds = %polly.stmt.for.body29.us.us.us.us.us.preheader, %polly.stmt.for.body29.us.us.us.us.us
  %p_179181.us.us.us = phi double [ %p_179.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ], [ %p_179181.us.us.us.ph, %polly.stmt.for.body29.us.us.us.us.us.preheader ]
  %polly.indvar170.us.us.us = phi i64 [ %polly.indvar_next171.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ], [ %polly.indvar170.us.us.us.ph, %polly.stmt.for.body29.us.us.us.us.us.preheader ]
  %251 = add nuw nsw i64 %polly.indvar170.us.us.us, %197
  %252 = mul nuw nsw i64 %251, 336
  %gep.us.us.us = getelementptr i8, ptr %invariant.gep.us.us.us, i64 %252
  %_p_scalar_176.us.us.us = load double, ptr %gep.us.us.us, align 8, !alias.scope !28, !noalias !29
  %253 = shl i64 %251, 3
  %scevgep177.us.us.us = getelementptr i8, ptr %tmp, i64 %253
  %_p_scalar_178.us.us.us = load double, ptr %scevgep177.us.us.us, align 8, !alias.scope !19, !noalias !22
  %p_179.us.us.us = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %_p_scalar_176.us.us.us, double %_p_scalar_178.us.us.us, double %p_179181.us.us.us)
  %polly.indvar_next171.us.us.us = add nuw nsw i64 %polly.indvar170.us.us.us, 1
  %exitcond202.not = icmp eq i64 %polly.indvar170.us.us.us, %umin
  br i1 %exitcond202.not, label %polly.loop_exit168.loopexit.us.us.us, label %polly.stmt.for.body29.us.us.us.us.us, !llvm.loop !41

polly.loop_exit168.loopexit.us.us.us:             ; preds = %polly.stmt.for.body29.us.us.us.us.us, %vec.epilog.middle.block275, %middle.block252
  %p_179.us.us.us.lcssa = phi double [ %250, %vec.epilog.middle.block275 ], [ %240, %middle.block252 ], [ %p_179.us.us.us, %polly.stmt.for.body29.us.us.us.us.us ]
  store double %p_179.us.us.us.lcssa, ptr %scevgep173.us.us.us, align 8, !alias.scope !39, !noalias !40
  %polly.indvar_next163.us.us.us = add nuw nsw i64 %polly.indvar162.us.us.us, 1
  %exitcond207.not = icmp eq i64 %polly.indvar162.us.us.us, %193
  br i1 %exitcond207.not, label %polly.loop_exit160.loopexit.us.us, label %iter.check238
}

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #1

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #1

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <8 x double> @llvm.fmuladd.v8f64(<8 x double>, <8 x double>, <8 x double>) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v8f64(double, <8 x double>) #3

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>) #3

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(read)
declare <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr>, <8 x i1>, <8 x double>) #4

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(read)
declare <4 x double> @llvm.masked.gather.v4f64.v4p0(<4 x ptr>, <4 x i1>, <4 x double>) #4

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #5

attributes #0 = { nofree noinline norecurse nosync nounwind memory(readwrite, target_mem0: read, target_mem1: read) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "polly-optimized" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { mustprogress nocallback nofree nosync nounwind willreturn memory(read) }
attributes #5 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

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
!26 = !{!25}
!27 = !{!23, !20, !24}
!28 = !{!24}
!29 = !{!23, !20, !25}
!30 = distinct !{!30, !31, !32}
!31 = !{!"llvm.loop.unroll.runtime.disable"}
!32 = !{!"llvm.loop.isvectorized", i32 1}
!33 = distinct !{!33, !32, !31}
!34 = !{!"branch_weights", i32 4, i32 28}
!35 = distinct !{!35, !32, !31}
!36 = distinct !{!36, !16}
!37 = !{!23, !20}
!38 = !{!24, !25}
!39 = !{!23}
!40 = !{!20, !24, !25}
!41 = distinct !{!41, !31, !32}
!42 = distinct !{!42, !16}
!43 = distinct !{!43, !32, !31}
!44 = !{!"branch_weights", i32 4, i32 12}
!45 = distinct !{!45, !32, !31}
