; ModuleID = '/irloop/runs/atax/20261124-152701/work/candidates/c5/candidate.ll'
source_filename = "/irloop/kernels/atax/atax.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nofree noinline norecurse nosync nounwind memory(argmem: readwrite, inaccessiblemem: write) uwtable
define dso_local void @kernel_atax(i32 noundef %m, i32 noundef %n, ptr noundef readonly captures(address) %A, ptr noundef readonly captures(none) %x, ptr noundef captures(address) %y, ptr noundef captures(address) %tmp) local_unnamed_addr #0 {
entry:
  %cmp25 = icmp sgt i32 %n, 0
  br i1 %cmp25, label %for.cond2.preheader, label %for.cond2.preheader.thread

for.cond2.preheader:                              ; preds = %entry
  %0 = zext nneg i32 %n to i64
  %1 = shl nuw nsw i64 %0, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %y, i8 0, i64 %1, i1 false), !tbaa !9
  %cmp331 = icmp sgt i32 %m, 0
  br i1 %cmp331, label %for.body5.us.us.preheader, label %for.cond.cleanup4

for.cond2.preheader.thread:                       ; preds = %entry
  %cmp33164 = icmp sgt i32 %m, 0
  br i1 %cmp33164, label %for.body5.preheader, label %for.cond.cleanup4

for.body5.preheader:                              ; preds = %for.cond2.preheader.thread
  %2 = zext nneg i32 %m to i64
  %3 = shl nuw nsw i64 %2, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %tmp, i8 0, i64 %3, i1 false), !tbaa !9
  br label %for.cond.cleanup4

for.body5.us.us.preheader:                        ; preds = %for.cond2.preheader
  %wide.trip.count62 = zext nneg i32 %m to i64
  %scevgep = getelementptr i8, ptr %y, i64 %1
  %4 = mul nuw nsw i64 %wide.trip.count62, 336
  %5 = getelementptr i8, ptr %A, i64 %4
  %6 = getelementptr i8, ptr %5, i64 %1
  %scevgep65 = getelementptr i8, ptr %6, i64 -336
  %7 = shl nuw nsw i64 %wide.trip.count62, 3
  %scevgep66 = getelementptr i8, ptr %tmp, i64 %7
  %xtraiter = and i64 %0, 7
  %8 = icmp samesign ult i32 %n, 8
  %unroll_iter = and i64 %0, 2147483640
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod87 = icmp ne i64 %xtraiter, 0
  %min.iters.check = icmp samesign ult i32 %n, 4
  %bound0 = icmp ult ptr %y, %scevgep65
  %bound1 = icmp ult ptr %A, %scevgep
  %found.conflict = and i1 %bound0, %bound1
  %bound067 = icmp ult ptr %y, %scevgep66
  %bound168 = icmp ult ptr %tmp, %scevgep
  %found.conflict69 = and i1 %bound168, %bound067
  %conflict.rdx = or i1 %found.conflict, %found.conflict69
  %min.iters.check70 = icmp samesign ult i32 %n, 32
  %n.mod.vf = and i64 %0, 28
  %n.vec = and i64 %0, 2147483616
  %cmp.n = icmp eq i64 %n.vec, %0
  %min.epilog.iters.check = icmp eq i64 %n.mod.vf, 0
  %n.vec79 = and i64 %0, 2147483644
  %cmp.n86 = icmp eq i64 %n.vec79, %0
  %brmerge = select i1 %min.iters.check, i1 true, i1 %conflict.rdx
  %9 = add nsw i64 %0, -8
  %10 = lshr i64 %9, 3
  %11 = add nuw nsw i64 %10, 1
  %xtraiter9 = and i64 %11, 1
  %12 = icmp eq i64 %10, 0
  %unroll_iter20 = and i64 %11, 4611686018427387902
  %lcmp.mod.not24 = icmp eq i64 %xtraiter9, 0
  %lcmp.mod19 = icmp ne i64 %xtraiter9, 0
  br label %for.body5.us.us

for.body5.us.us:                                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %8, label %for.body11.us.us.epil.preheader, label %for.body11.us.us.preheader

for.body11.us.us.preheader:                       ; preds = %for.body5.us.us
  br i1 %12, label %for.body11.us.us.epil.preheader8, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.prol.loopexit, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.7, %for.body29.us.us ], [ %indvars.iv54.unr, %for.body29.us.us.prol.loopexit ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %13 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %14 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %15 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %16 = tail call double @llvm.fmuladd.f64(double %14, double %15, double %13)
  store double %16, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = add nuw nsw i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %17 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %18 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %19 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %20 = tail call double @llvm.fmuladd.f64(double %18, double %19, double %17)
  store double %20, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = add nuw nsw i64 %indvars.iv54, 2
  %arrayidx31.us.us.2 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.1
  %21 = load double, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %arrayidx35.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.1
  %22 = load double, ptr %arrayidx35.us.us.2, align 8, !tbaa !9
  %23 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %24 = tail call double @llvm.fmuladd.f64(double %22, double %23, double %21)
  store double %24, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %indvars.iv.next55.2 = add nuw nsw i64 %indvars.iv54, 3
  %arrayidx31.us.us.3 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.2
  %25 = load double, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %arrayidx35.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.2
  %26 = load double, ptr %arrayidx35.us.us.3, align 8, !tbaa !9
  %27 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %28 = tail call double @llvm.fmuladd.f64(double %26, double %27, double %25)
  store double %28, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %indvars.iv.next55.3 = add nuw nsw i64 %indvars.iv54, 4
  %arrayidx31.us.us.4 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.3
  %29 = load double, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %arrayidx35.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.3
  %30 = load double, ptr %arrayidx35.us.us.4, align 8, !tbaa !9
  %31 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %32 = tail call double @llvm.fmuladd.f64(double %30, double %31, double %29)
  store double %32, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %indvars.iv.next55.4 = add nuw nsw i64 %indvars.iv54, 5
  %arrayidx31.us.us.5 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.4
  %33 = load double, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %arrayidx35.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.4
  %34 = load double, ptr %arrayidx35.us.us.5, align 8, !tbaa !9
  %35 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %36 = tail call double @llvm.fmuladd.f64(double %34, double %35, double %33)
  store double %36, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %indvars.iv.next55.5 = add nuw nsw i64 %indvars.iv54, 6
  %arrayidx31.us.us.6 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.5
  %37 = load double, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %arrayidx35.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.5
  %38 = load double, ptr %arrayidx35.us.us.6, align 8, !tbaa !9
  %39 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %40 = tail call double @llvm.fmuladd.f64(double %38, double %39, double %37)
  store double %40, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %indvars.iv.next55.6 = add nuw nsw i64 %indvars.iv54, 7
  %arrayidx31.us.us.7 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.6
  %41 = load double, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %arrayidx35.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.6
  %42 = load double, ptr %arrayidx35.us.us.7, align 8, !tbaa !9
  %43 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %44 = tail call double @llvm.fmuladd.f64(double %42, double %43, double %41)
  store double %44, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %indvars.iv.next55.7 = add nuw nsw i64 %indvars.iv54, 8
  %exitcond58.not.7 = icmp eq i64 %indvars.iv.next55.7, %0
  br i1 %exitcond58.not.7, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us, !llvm.loop !11

for.body11.us.us:                                 ; preds = %for.body11.us.us.preheader, %for.body11.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.7.1, %for.body11.us.us ], [ 0, %for.body11.us.us.preheader ]
  %45 = phi double [ %93, %for.body11.us.us ], [ 0.000000e+00, %for.body11.us.us.preheader ]
  %niter = phi i64 [ %niter.next.1, %for.body11.us.us ], [ 0, %for.body11.us.us.preheader ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %46 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %47 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %48 = tail call double @llvm.fmuladd.f64(double %46, double %47, double %45)
  store double %48, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %49 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %50 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %51 = tail call double @llvm.fmuladd.f64(double %49, double %50, double %48)
  store double %51, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = or disjoint i64 %indvars.iv, 2
  %arrayidx17.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1
  %52 = load double, ptr %arrayidx17.us.us.2, align 8, !tbaa !9
  %arrayidx19.us.us.2 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1
  %53 = load double, ptr %arrayidx19.us.us.2, align 8, !tbaa !9
  %54 = tail call double @llvm.fmuladd.f64(double %52, double %53, double %51)
  store double %54, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2 = or disjoint i64 %indvars.iv, 3
  %arrayidx17.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2
  %55 = load double, ptr %arrayidx17.us.us.3, align 8, !tbaa !9
  %arrayidx19.us.us.3 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2
  %56 = load double, ptr %arrayidx19.us.us.3, align 8, !tbaa !9
  %57 = tail call double @llvm.fmuladd.f64(double %55, double %56, double %54)
  store double %57, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3 = or disjoint i64 %indvars.iv, 4
  %arrayidx17.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3
  %58 = load double, ptr %arrayidx17.us.us.4, align 8, !tbaa !9
  %arrayidx19.us.us.4 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3
  %59 = load double, ptr %arrayidx19.us.us.4, align 8, !tbaa !9
  %60 = tail call double @llvm.fmuladd.f64(double %58, double %59, double %57)
  store double %60, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4 = or disjoint i64 %indvars.iv, 5
  %arrayidx17.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4
  %61 = load double, ptr %arrayidx17.us.us.5, align 8, !tbaa !9
  %arrayidx19.us.us.5 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4
  %62 = load double, ptr %arrayidx19.us.us.5, align 8, !tbaa !9
  %63 = tail call double @llvm.fmuladd.f64(double %61, double %62, double %60)
  store double %63, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5 = or disjoint i64 %indvars.iv, 6
  %arrayidx17.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5
  %64 = load double, ptr %arrayidx17.us.us.6, align 8, !tbaa !9
  %arrayidx19.us.us.6 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5
  %65 = load double, ptr %arrayidx19.us.us.6, align 8, !tbaa !9
  %66 = tail call double @llvm.fmuladd.f64(double %64, double %65, double %63)
  store double %66, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6 = or disjoint i64 %indvars.iv, 7
  %arrayidx17.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6
  %67 = load double, ptr %arrayidx17.us.us.7, align 8, !tbaa !9
  %arrayidx19.us.us.7 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6
  %68 = load double, ptr %arrayidx19.us.us.7, align 8, !tbaa !9
  %69 = tail call double @llvm.fmuladd.f64(double %67, double %68, double %66)
  store double %69, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7 = or disjoint i64 %indvars.iv, 8
  %arrayidx17.us.us.121 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.7
  %70 = load double, ptr %arrayidx17.us.us.121, align 8, !tbaa !9
  %arrayidx19.us.us.122 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.7
  %71 = load double, ptr %arrayidx19.us.us.122, align 8, !tbaa !9
  %72 = tail call double @llvm.fmuladd.f64(double %70, double %71, double %69)
  store double %72, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.123 = or disjoint i64 %indvars.iv, 9
  %arrayidx17.us.us.1.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.123
  %73 = load double, ptr %arrayidx17.us.us.1.1, align 8, !tbaa !9
  %arrayidx19.us.us.1.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.123
  %74 = load double, ptr %arrayidx19.us.us.1.1, align 8, !tbaa !9
  %75 = tail call double @llvm.fmuladd.f64(double %73, double %74, double %72)
  store double %75, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1.1 = or disjoint i64 %indvars.iv, 10
  %arrayidx17.us.us.2.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1.1
  %76 = load double, ptr %arrayidx17.us.us.2.1, align 8, !tbaa !9
  %arrayidx19.us.us.2.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1.1
  %77 = load double, ptr %arrayidx19.us.us.2.1, align 8, !tbaa !9
  %78 = tail call double @llvm.fmuladd.f64(double %76, double %77, double %75)
  store double %78, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2.1 = or disjoint i64 %indvars.iv, 11
  %arrayidx17.us.us.3.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2.1
  %79 = load double, ptr %arrayidx17.us.us.3.1, align 8, !tbaa !9
  %arrayidx19.us.us.3.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2.1
  %80 = load double, ptr %arrayidx19.us.us.3.1, align 8, !tbaa !9
  %81 = tail call double @llvm.fmuladd.f64(double %79, double %80, double %78)
  store double %81, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3.1 = or disjoint i64 %indvars.iv, 12
  %arrayidx17.us.us.4.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3.1
  %82 = load double, ptr %arrayidx17.us.us.4.1, align 8, !tbaa !9
  %arrayidx19.us.us.4.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3.1
  %83 = load double, ptr %arrayidx19.us.us.4.1, align 8, !tbaa !9
  %84 = tail call double @llvm.fmuladd.f64(double %82, double %83, double %81)
  store double %84, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4.1 = or disjoint i64 %indvars.iv, 13
  %arrayidx17.us.us.5.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4.1
  %85 = load double, ptr %arrayidx17.us.us.5.1, align 8, !tbaa !9
  %arrayidx19.us.us.5.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4.1
  %86 = load double, ptr %arrayidx19.us.us.5.1, align 8, !tbaa !9
  %87 = tail call double @llvm.fmuladd.f64(double %85, double %86, double %84)
  store double %87, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5.1 = or disjoint i64 %indvars.iv, 14
  %arrayidx17.us.us.6.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5.1
  %88 = load double, ptr %arrayidx17.us.us.6.1, align 8, !tbaa !9
  %arrayidx19.us.us.6.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5.1
  %89 = load double, ptr %arrayidx19.us.us.6.1, align 8, !tbaa !9
  %90 = tail call double @llvm.fmuladd.f64(double %88, double %89, double %87)
  store double %90, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6.1 = or disjoint i64 %indvars.iv, 15
  %arrayidx17.us.us.7.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6.1
  %91 = load double, ptr %arrayidx17.us.us.7.1, align 8, !tbaa !9
  %arrayidx19.us.us.7.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6.1
  %92 = load double, ptr %arrayidx19.us.us.7.1, align 8, !tbaa !9
  %93 = tail call double @llvm.fmuladd.f64(double %91, double %92, double %90)
  store double %93, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7.1 = add nuw nsw i64 %indvars.iv, 16
  %niter.next.1 = add i64 %niter, 2
  %niter.ncmp.1 = icmp eq i64 %niter.next.1, %unroll_iter20
  br i1 %niter.ncmp.1, label %iter.check.unr-lcssa.unr-lcssa, label %for.body11.us.us, !llvm.loop !14

iter.check.unr-lcssa.unr-lcssa:                   ; preds = %for.body11.us.us
  br i1 %lcmp.mod.not24, label %iter.check.unr-lcssa, label %for.body11.us.us.epil.preheader8

for.body11.us.us.epil.preheader8:                 ; preds = %iter.check.unr-lcssa.unr-lcssa, %for.body11.us.us.preheader
  %indvars.iv.epil.init16 = phi i64 [ 0, %for.body11.us.us.preheader ], [ %indvars.iv.next.7.1, %iter.check.unr-lcssa.unr-lcssa ]
  %.epil.init17 = phi double [ 0.000000e+00, %for.body11.us.us.preheader ], [ %93, %iter.check.unr-lcssa.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod19)
  %arrayidx17.us.us.epil12 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil.init16
  %94 = load double, ptr %arrayidx17.us.us.epil12, align 8, !tbaa !9
  %arrayidx19.us.us.epil13 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil.init16
  %95 = load double, ptr %arrayidx19.us.us.epil13, align 8, !tbaa !9
  %96 = tail call double @llvm.fmuladd.f64(double %94, double %95, double %.epil.init17)
  store double %96, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil14 = or disjoint i64 %indvars.iv.epil.init16, 1
  %arrayidx17.us.us.1.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.epil14
  %97 = load double, ptr %arrayidx17.us.us.1.epil, align 8, !tbaa !9
  %arrayidx19.us.us.1.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.epil14
  %98 = load double, ptr %arrayidx19.us.us.1.epil, align 8, !tbaa !9
  %99 = tail call double @llvm.fmuladd.f64(double %97, double %98, double %96)
  store double %99, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1.epil = or disjoint i64 %indvars.iv.epil.init16, 2
  %arrayidx17.us.us.2.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1.epil
  %100 = load double, ptr %arrayidx17.us.us.2.epil, align 8, !tbaa !9
  %arrayidx19.us.us.2.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1.epil
  %101 = load double, ptr %arrayidx19.us.us.2.epil, align 8, !tbaa !9
  %102 = tail call double @llvm.fmuladd.f64(double %100, double %101, double %99)
  store double %102, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2.epil = or disjoint i64 %indvars.iv.epil.init16, 3
  %arrayidx17.us.us.3.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2.epil
  %103 = load double, ptr %arrayidx17.us.us.3.epil, align 8, !tbaa !9
  %arrayidx19.us.us.3.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2.epil
  %104 = load double, ptr %arrayidx19.us.us.3.epil, align 8, !tbaa !9
  %105 = tail call double @llvm.fmuladd.f64(double %103, double %104, double %102)
  store double %105, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3.epil = or disjoint i64 %indvars.iv.epil.init16, 4
  %arrayidx17.us.us.4.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3.epil
  %106 = load double, ptr %arrayidx17.us.us.4.epil, align 8, !tbaa !9
  %arrayidx19.us.us.4.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3.epil
  %107 = load double, ptr %arrayidx19.us.us.4.epil, align 8, !tbaa !9
  %108 = tail call double @llvm.fmuladd.f64(double %106, double %107, double %105)
  store double %108, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4.epil = or disjoint i64 %indvars.iv.epil.init16, 5
  %arrayidx17.us.us.5.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4.epil
  %109 = load double, ptr %arrayidx17.us.us.5.epil, align 8, !tbaa !9
  %arrayidx19.us.us.5.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4.epil
  %110 = load double, ptr %arrayidx19.us.us.5.epil, align 8, !tbaa !9
  %111 = tail call double @llvm.fmuladd.f64(double %109, double %110, double %108)
  store double %111, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5.epil = or disjoint i64 %indvars.iv.epil.init16, 6
  %arrayidx17.us.us.6.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5.epil
  %112 = load double, ptr %arrayidx17.us.us.6.epil, align 8, !tbaa !9
  %arrayidx19.us.us.6.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5.epil
  %113 = load double, ptr %arrayidx19.us.us.6.epil, align 8, !tbaa !9
  %114 = tail call double @llvm.fmuladd.f64(double %112, double %113, double %111)
  store double %114, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6.epil = or disjoint i64 %indvars.iv.epil.init16, 7
  %arrayidx17.us.us.7.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6.epil
  %115 = load double, ptr %arrayidx17.us.us.7.epil, align 8, !tbaa !9
  %arrayidx19.us.us.7.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6.epil
  %116 = load double, ptr %arrayidx19.us.us.7.epil, align 8, !tbaa !9
  %117 = tail call double @llvm.fmuladd.f64(double %115, double %116, double %114)
  store double %117, ptr %arrayidx7.us.us, align 8, !tbaa !9
  br label %iter.check.unr-lcssa

iter.check.unr-lcssa:                             ; preds = %iter.check.unr-lcssa.unr-lcssa, %for.body11.us.us.epil.preheader8
  %.lcssa = phi double [ %93, %iter.check.unr-lcssa.unr-lcssa ], [ %117, %for.body11.us.us.epil.preheader8 ]
  br i1 %lcmp.mod.not, label %iter.check, label %for.body11.us.us.epil.preheader

for.body11.us.us.epil.preheader:                  ; preds = %iter.check.unr-lcssa, %for.body5.us.us
  %indvars.iv.epil.init = phi i64 [ 0, %for.body5.us.us ], [ %unroll_iter, %iter.check.unr-lcssa ]
  %.epil.init = phi double [ 0.000000e+00, %for.body5.us.us ], [ %.lcssa, %iter.check.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod87)
  br label %for.body11.us.us.epil

for.body11.us.us.epil:                            ; preds = %for.body11.us.us.epil, %for.body11.us.us.epil.preheader
  %indvars.iv.epil = phi i64 [ %indvars.iv.next.epil, %for.body11.us.us.epil ], [ %indvars.iv.epil.init, %for.body11.us.us.epil.preheader ]
  %118 = phi double [ %121, %for.body11.us.us.epil ], [ %.epil.init, %for.body11.us.us.epil.preheader ]
  %epil.iter = phi i64 [ %epil.iter.next, %for.body11.us.us.epil ], [ 0, %for.body11.us.us.epil.preheader ]
  %arrayidx17.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil
  %119 = load double, ptr %arrayidx17.us.us.epil, align 8, !tbaa !9
  %arrayidx19.us.us.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil
  %120 = load double, ptr %arrayidx19.us.us.epil, align 8, !tbaa !9
  %121 = tail call double @llvm.fmuladd.f64(double %119, double %120, double %118)
  store double %121, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil = add nuw nsw i64 %indvars.iv.epil, 1
  %epil.iter.next = add nuw nsw i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %iter.check, label %for.body11.us.us.epil, !llvm.loop !15

iter.check:                                       ; preds = %for.body11.us.us.epil, %iter.check.unr-lcssa
  %122 = phi double [ %.lcssa, %iter.check.unr-lcssa ], [ %121, %for.body11.us.us.epil ]
  br i1 %brmerge, label %for.body29.us.us.preheader, label %vector.main.loop.iter.check

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check70, label %vec.epilog.ph, label %vector.ph

vector.ph:                                        ; preds = %vector.main.loop.iter.check
  %broadcast.splatinsert = insertelement <8 x double> poison, double %122, i64 0
  %broadcast.splat = shufflevector <8 x double> %broadcast.splatinsert, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %123 = getelementptr inbounds nuw double, ptr %y, i64 %index
  %124 = getelementptr inbounds nuw i8, ptr %123, i64 64
  %125 = getelementptr inbounds nuw i8, ptr %123, i64 128
  %126 = getelementptr inbounds nuw i8, ptr %123, i64 192
  %wide.load = load <8 x double>, ptr %123, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %wide.load71 = load <8 x double>, ptr %124, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %wide.load72 = load <8 x double>, ptr %125, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %wide.load73 = load <8 x double>, ptr %126, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %127 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index
  %128 = getelementptr inbounds nuw i8, ptr %127, i64 64
  %129 = getelementptr inbounds nuw i8, ptr %127, i64 128
  %130 = getelementptr inbounds nuw i8, ptr %127, i64 192
  %wide.load74 = load <8 x double>, ptr %127, align 8, !tbaa !9, !alias.scope !23
  %wide.load75 = load <8 x double>, ptr %128, align 8, !tbaa !9, !alias.scope !23
  %wide.load76 = load <8 x double>, ptr %129, align 8, !tbaa !9, !alias.scope !23
  %wide.load77 = load <8 x double>, ptr %130, align 8, !tbaa !9, !alias.scope !23
  %131 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load74, <8 x double> %broadcast.splat, <8 x double> %wide.load)
  %132 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load75, <8 x double> %broadcast.splat, <8 x double> %wide.load71)
  %133 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load76, <8 x double> %broadcast.splat, <8 x double> %wide.load72)
  %134 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load77, <8 x double> %broadcast.splat, <8 x double> %wide.load73)
  store <8 x double> %131, ptr %123, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  store <8 x double> %132, ptr %124, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  store <8 x double> %133, ptr %125, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  store <8 x double> %134, ptr %126, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %index.next = add nuw nsw i64 %index, 32
  %135 = icmp eq i64 %index.next, %n.vec
  br i1 %135, label %middle.block, label %vector.body, !llvm.loop !24

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check, label %for.body29.us.us.preheader, label %vec.epilog.ph, !prof !26

vec.epilog.ph:                                    ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %vec.epilog.resume.val = phi i64 [ %n.vec, %vec.epilog.iter.check ], [ 0, %vector.main.loop.iter.check ]
  %broadcast.splatinsert83 = insertelement <4 x double> poison, double %122, i64 0
  %broadcast.splat84 = shufflevector <4 x double> %broadcast.splatinsert83, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body, %vec.epilog.ph
  %index80 = phi i64 [ %vec.epilog.resume.val, %vec.epilog.ph ], [ %index.next85, %vec.epilog.vector.body ]
  %136 = getelementptr inbounds nuw double, ptr %y, i64 %index80
  %wide.load81 = load <4 x double>, ptr %136, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %137 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index80
  %wide.load82 = load <4 x double>, ptr %137, align 8, !tbaa !9, !alias.scope !23
  %138 = tail call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load82, <4 x double> %broadcast.splat84, <4 x double> %wide.load81)
  store <4 x double> %138, ptr %136, align 8, !tbaa !9, !alias.scope !17, !noalias !20
  %index.next85 = add nuw i64 %index80, 4
  %139 = icmp eq i64 %index.next85, %n.vec79
  br i1 %139, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !27

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  br i1 %cmp.n86, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.preheader

for.body29.us.us.preheader:                       ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %indvars.iv54.ph = phi i64 [ 0, %iter.check ], [ %n.vec79, %vec.epilog.middle.block ], [ %n.vec, %vec.epilog.iter.check ]
  %140 = sub nsw i64 %0, %indvars.iv54.ph
  %xtraiter88 = and i64 %140, 7
  %lcmp.mod89.not = icmp eq i64 %xtraiter88, 0
  br i1 %lcmp.mod89.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol

for.body29.us.us.prol:                            ; preds = %for.body29.us.us.preheader, %for.body29.us.us.prol
  %indvars.iv54.prol = phi i64 [ %indvars.iv.next55.prol, %for.body29.us.us.prol ], [ %indvars.iv54.ph, %for.body29.us.us.preheader ]
  %prol.iter = phi i64 [ %prol.iter.next, %for.body29.us.us.prol ], [ 0, %for.body29.us.us.preheader ]
  %arrayidx31.us.us.prol = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.prol
  %141 = load double, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %arrayidx35.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.prol
  %142 = load double, ptr %arrayidx35.us.us.prol, align 8, !tbaa !9
  %143 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %144 = tail call double @llvm.fmuladd.f64(double %142, double %143, double %141)
  store double %144, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next55.prol = add nuw nsw i64 %indvars.iv54.prol, 1
  %prol.iter.next = add nuw nsw i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %prol.iter.next, %xtraiter88
  br i1 %prol.iter.cmp.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol, !llvm.loop !28

for.body29.us.us.prol.loopexit:                   ; preds = %for.body29.us.us.prol, %for.body29.us.us.preheader
  %indvars.iv54.unr = phi i64 [ %indvars.iv54.ph, %for.body29.us.us.preheader ], [ %indvars.iv.next55.prol, %for.body29.us.us.prol ]
  %145 = sub nsw i64 %indvars.iv54.ph, %0
  %146 = icmp ugt i64 %145, -8
  br i1 %146, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us, %for.body29.us.us.prol.loopexit, %vec.epilog.middle.block, %middle.block
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %for.body5.us.us, !llvm.loop !29

for.cond.cleanup4:                                ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.preheader, %for.cond2.preheader.thread, %for.cond2.preheader
  ret void
}

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <8 x double> @llvm.fmuladd.v8f64(<8 x double>, <8 x double>, <8 x double>) #1

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #3

attributes #0 = { nofree noinline norecurse nosync nounwind memory(argmem: readwrite, inaccessiblemem: write) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

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
!13 = !{!"llvm.loop.isvectorized", i32 1}
!14 = distinct !{!14, !12}
!15 = distinct !{!15, !16}
!16 = !{!"llvm.loop.unroll.disable"}
!17 = !{!18}
!18 = distinct !{!18, !19}
!19 = distinct !{!19, !"LVerDomain"}
!20 = !{!21, !22}
!21 = distinct !{!21, !19}
!22 = distinct !{!22, !19}
!23 = !{!21}
!24 = distinct !{!24, !12, !13, !25}
!25 = !{!"llvm.loop.unroll.runtime.disable"}
!26 = !{!"branch_weights", i32 4, i32 28}
!27 = distinct !{!27, !12, !13, !25}
!28 = distinct !{!28, !16}
!29 = distinct !{!29, !12}
