; ModuleID = '/irloop/runs/atax/20261124-152701/work/candidates/c5/optimised.ll'
source_filename = "/irloop/kernels/atax/atax.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: noinline nounwind uwtable
define dso_local void @kernel_atax(i32 noundef %m, i32 noundef %n, ptr noundef %A, ptr noundef %x, ptr noundef %y, ptr noundef %tmp) local_unnamed_addr #0 {
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
  %wide.trip.count = zext nneg i32 %n to i64
  %4 = shl nuw nsw i64 %wide.trip.count, 3
  %scevgep = getelementptr i8, ptr %y, i64 %4
  %5 = mul nuw nsw i64 %wide.trip.count62, 336
  %6 = getelementptr i8, ptr %A, i64 %5
  %7 = getelementptr i8, ptr %6, i64 %4
  %scevgep65 = getelementptr i8, ptr %7, i64 -336
  %8 = shl nuw nsw i64 %wide.trip.count62, 3
  %scevgep66 = getelementptr i8, ptr %tmp, i64 %8
  %xtraiter = and i64 %wide.trip.count, 7
  %9 = icmp ult i32 %n, 8
  %unroll_iter = and i64 %wide.trip.count, 2147483640
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod87 = icmp ne i64 %xtraiter, 0
  %min.iters.check = icmp ult i32 %n, 4
  %bound0 = icmp ult ptr %y, %scevgep65
  %bound1 = icmp ult ptr %A, %scevgep
  %found.conflict = and i1 %bound0, %bound1
  %bound067 = icmp ult ptr %y, %scevgep66
  %bound168 = icmp ult ptr %tmp, %scevgep
  %found.conflict69 = and i1 %bound067, %bound168
  %conflict.rdx = or i1 %found.conflict, %found.conflict69
  %min.iters.check70 = icmp ult i32 %n, 32
  %n.mod.vf = and i64 %wide.trip.count, 28
  %n.vec = and i64 %wide.trip.count, 2147483616
  %cmp.n = icmp eq i64 %n.vec, %wide.trip.count
  %min.epilog.iters.check = icmp eq i64 %n.mod.vf, 0
  %n.vec79 = and i64 %wide.trip.count, 2147483644
  %cmp.n86 = icmp eq i64 %n.vec79, %wide.trip.count
  br label %for.body5.us.us

for.body5.us.us:                                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %9, label %for.body11.us.us.epil.preheader, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.prol.loopexit, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.7, %for.body29.us.us ], [ %indvars.iv54.unr, %for.body29.us.us.prol.loopexit ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %10 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %11 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %12 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %13 = tail call double @llvm.fmuladd.f64(double %11, double %12, double %10)
  store double %13, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = add nuw nsw i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %14 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %15 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %16 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %17 = tail call double @llvm.fmuladd.f64(double %15, double %16, double %14)
  store double %17, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = add nuw nsw i64 %indvars.iv54, 2
  %arrayidx31.us.us.2 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.1
  %18 = load double, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %arrayidx35.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.1
  %19 = load double, ptr %arrayidx35.us.us.2, align 8, !tbaa !9
  %20 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %21 = tail call double @llvm.fmuladd.f64(double %19, double %20, double %18)
  store double %21, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %indvars.iv.next55.2 = add nuw nsw i64 %indvars.iv54, 3
  %arrayidx31.us.us.3 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.2
  %22 = load double, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %arrayidx35.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.2
  %23 = load double, ptr %arrayidx35.us.us.3, align 8, !tbaa !9
  %24 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %25 = tail call double @llvm.fmuladd.f64(double %23, double %24, double %22)
  store double %25, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %indvars.iv.next55.3 = add nuw nsw i64 %indvars.iv54, 4
  %arrayidx31.us.us.4 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.3
  %26 = load double, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %arrayidx35.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.3
  %27 = load double, ptr %arrayidx35.us.us.4, align 8, !tbaa !9
  %28 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %29 = tail call double @llvm.fmuladd.f64(double %27, double %28, double %26)
  store double %29, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %indvars.iv.next55.4 = add nuw nsw i64 %indvars.iv54, 5
  %arrayidx31.us.us.5 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.4
  %30 = load double, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %arrayidx35.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.4
  %31 = load double, ptr %arrayidx35.us.us.5, align 8, !tbaa !9
  %32 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %33 = tail call double @llvm.fmuladd.f64(double %31, double %32, double %30)
  store double %33, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %indvars.iv.next55.5 = add nuw nsw i64 %indvars.iv54, 6
  %arrayidx31.us.us.6 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.5
  %34 = load double, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %arrayidx35.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.5
  %35 = load double, ptr %arrayidx35.us.us.6, align 8, !tbaa !9
  %36 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %37 = tail call double @llvm.fmuladd.f64(double %35, double %36, double %34)
  store double %37, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %indvars.iv.next55.6 = add nuw nsw i64 %indvars.iv54, 7
  %arrayidx31.us.us.7 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.6
  %38 = load double, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %arrayidx35.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.6
  %39 = load double, ptr %arrayidx35.us.us.7, align 8, !tbaa !9
  %40 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %41 = tail call double @llvm.fmuladd.f64(double %39, double %40, double %38)
  store double %41, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %indvars.iv.next55.7 = add nuw nsw i64 %indvars.iv54, 8
  %exitcond58.not.7 = icmp eq i64 %indvars.iv.next55.7, %wide.trip.count
  br i1 %exitcond58.not.7, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us, !llvm.loop !11

for.body11.us.us:                                 ; preds = %for.body11.us.us, %for.body5.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.7, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %42 = phi double [ %66, %for.body11.us.us ], [ 0.000000e+00, %for.body5.us.us ]
  %niter = phi i64 [ %niter.next.7, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %43 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %44 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %45 = tail call double @llvm.fmuladd.f64(double %43, double %44, double %42)
  store double %45, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %46 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %47 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %48 = tail call double @llvm.fmuladd.f64(double %46, double %47, double %45)
  store double %48, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = or disjoint i64 %indvars.iv, 2
  %arrayidx17.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1
  %49 = load double, ptr %arrayidx17.us.us.2, align 8, !tbaa !9
  %arrayidx19.us.us.2 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1
  %50 = load double, ptr %arrayidx19.us.us.2, align 8, !tbaa !9
  %51 = tail call double @llvm.fmuladd.f64(double %49, double %50, double %48)
  store double %51, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2 = or disjoint i64 %indvars.iv, 3
  %arrayidx17.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2
  %52 = load double, ptr %arrayidx17.us.us.3, align 8, !tbaa !9
  %arrayidx19.us.us.3 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2
  %53 = load double, ptr %arrayidx19.us.us.3, align 8, !tbaa !9
  %54 = tail call double @llvm.fmuladd.f64(double %52, double %53, double %51)
  store double %54, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3 = or disjoint i64 %indvars.iv, 4
  %arrayidx17.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3
  %55 = load double, ptr %arrayidx17.us.us.4, align 8, !tbaa !9
  %arrayidx19.us.us.4 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3
  %56 = load double, ptr %arrayidx19.us.us.4, align 8, !tbaa !9
  %57 = tail call double @llvm.fmuladd.f64(double %55, double %56, double %54)
  store double %57, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4 = or disjoint i64 %indvars.iv, 5
  %arrayidx17.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4
  %58 = load double, ptr %arrayidx17.us.us.5, align 8, !tbaa !9
  %arrayidx19.us.us.5 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4
  %59 = load double, ptr %arrayidx19.us.us.5, align 8, !tbaa !9
  %60 = tail call double @llvm.fmuladd.f64(double %58, double %59, double %57)
  store double %60, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5 = or disjoint i64 %indvars.iv, 6
  %arrayidx17.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5
  %61 = load double, ptr %arrayidx17.us.us.6, align 8, !tbaa !9
  %arrayidx19.us.us.6 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5
  %62 = load double, ptr %arrayidx19.us.us.6, align 8, !tbaa !9
  %63 = tail call double @llvm.fmuladd.f64(double %61, double %62, double %60)
  store double %63, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6 = or disjoint i64 %indvars.iv, 7
  %arrayidx17.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6
  %64 = load double, ptr %arrayidx17.us.us.7, align 8, !tbaa !9
  %arrayidx19.us.us.7 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6
  %65 = load double, ptr %arrayidx19.us.us.7, align 8, !tbaa !9
  %66 = tail call double @llvm.fmuladd.f64(double %64, double %65, double %63)
  store double %66, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7 = add nuw nsw i64 %indvars.iv, 8
  %niter.next.7 = add i64 %niter, 8
  %niter.ncmp.7 = icmp eq i64 %niter.next.7, %unroll_iter
  br i1 %niter.ncmp.7, label %iter.check.unr-lcssa, label %for.body11.us.us, !llvm.loop !14

iter.check.unr-lcssa:                             ; preds = %for.body11.us.us
  br i1 %lcmp.mod.not, label %iter.check, label %for.body11.us.us.epil.preheader

for.body11.us.us.epil.preheader:                  ; preds = %iter.check.unr-lcssa, %for.body5.us.us
  %indvars.iv.epil.init = phi i64 [ 0, %for.body5.us.us ], [ %indvars.iv.next.7, %iter.check.unr-lcssa ]
  %.epil.init = phi double [ 0.000000e+00, %for.body5.us.us ], [ %66, %iter.check.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod87)
  br label %for.body11.us.us.epil

for.body11.us.us.epil:                            ; preds = %for.body11.us.us.epil, %for.body11.us.us.epil.preheader
  %indvars.iv.epil = phi i64 [ %indvars.iv.next.epil, %for.body11.us.us.epil ], [ %indvars.iv.epil.init, %for.body11.us.us.epil.preheader ]
  %67 = phi double [ %70, %for.body11.us.us.epil ], [ %.epil.init, %for.body11.us.us.epil.preheader ]
  %epil.iter = phi i64 [ %epil.iter.next, %for.body11.us.us.epil ], [ 0, %for.body11.us.us.epil.preheader ]
  %arrayidx17.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil
  %68 = load double, ptr %arrayidx17.us.us.epil, align 8, !tbaa !9
  %arrayidx19.us.us.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil
  %69 = load double, ptr %arrayidx19.us.us.epil, align 8, !tbaa !9
  %70 = tail call double @llvm.fmuladd.f64(double %68, double %69, double %67)
  store double %70, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.epil = add nuw nsw i64 %indvars.iv.epil, 1
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %epil.iter.next, %xtraiter
  br i1 %epil.iter.cmp.not, label %iter.check, label %for.body11.us.us.epil, !llvm.loop !15

iter.check:                                       ; preds = %for.body11.us.us.epil, %iter.check.unr-lcssa
  %brmerge = select i1 %min.iters.check, i1 true, i1 %conflict.rdx
  br i1 %brmerge, label %for.body29.us.us.preheader, label %vector.main.loop.iter.check

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check70, label %vec.epilog.ph, label %vector.ph

vector.ph:                                        ; preds = %vector.main.loop.iter.check
  %71 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9, !alias.scope !17
  %broadcast.splatinsert = insertelement <8 x double> poison, double %71, i64 0
  %broadcast.splat = shufflevector <8 x double> %broadcast.splatinsert, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %72 = getelementptr inbounds nuw double, ptr %y, i64 %index
  %73 = getelementptr inbounds nuw i8, ptr %72, i64 64
  %74 = getelementptr inbounds nuw i8, ptr %72, i64 128
  %75 = getelementptr inbounds nuw i8, ptr %72, i64 192
  %wide.load = load <8 x double>, ptr %72, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %wide.load71 = load <8 x double>, ptr %73, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %wide.load72 = load <8 x double>, ptr %74, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %wide.load73 = load <8 x double>, ptr %75, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %76 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index
  %77 = getelementptr inbounds nuw i8, ptr %76, i64 64
  %78 = getelementptr inbounds nuw i8, ptr %76, i64 128
  %79 = getelementptr inbounds nuw i8, ptr %76, i64 192
  %wide.load74 = load <8 x double>, ptr %76, align 8, !tbaa !9, !alias.scope !24
  %wide.load75 = load <8 x double>, ptr %77, align 8, !tbaa !9, !alias.scope !24
  %wide.load76 = load <8 x double>, ptr %78, align 8, !tbaa !9, !alias.scope !24
  %wide.load77 = load <8 x double>, ptr %79, align 8, !tbaa !9, !alias.scope !24
  %80 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load74, <8 x double> %broadcast.splat, <8 x double> %wide.load)
  %81 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load75, <8 x double> %broadcast.splat, <8 x double> %wide.load71)
  %82 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load76, <8 x double> %broadcast.splat, <8 x double> %wide.load72)
  %83 = tail call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load77, <8 x double> %broadcast.splat, <8 x double> %wide.load73)
  store <8 x double> %80, ptr %72, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  store <8 x double> %81, ptr %73, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  store <8 x double> %82, ptr %74, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  store <8 x double> %83, ptr %75, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %index.next = add nuw i64 %index, 32
  %84 = icmp eq i64 %index.next, %n.vec
  br i1 %84, label %middle.block, label %vector.body, !llvm.loop !25

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check, label %for.body29.us.us.preheader, label %vec.epilog.ph, !prof !27

vec.epilog.ph:                                    ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %vec.epilog.resume.val = phi i64 [ %n.vec, %vec.epilog.iter.check ], [ 0, %vector.main.loop.iter.check ]
  %85 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9, !alias.scope !17
  %broadcast.splatinsert83 = insertelement <4 x double> poison, double %85, i64 0
  %broadcast.splat84 = shufflevector <4 x double> %broadcast.splatinsert83, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body, %vec.epilog.ph
  %index80 = phi i64 [ %vec.epilog.resume.val, %vec.epilog.ph ], [ %index.next85, %vec.epilog.vector.body ]
  %86 = getelementptr inbounds nuw double, ptr %y, i64 %index80
  %wide.load81 = load <4 x double>, ptr %86, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %87 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index80
  %wide.load82 = load <4 x double>, ptr %87, align 8, !tbaa !9, !alias.scope !24
  %88 = tail call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load82, <4 x double> %broadcast.splat84, <4 x double> %wide.load81)
  store <4 x double> %88, ptr %86, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  %index.next85 = add nuw i64 %index80, 4
  %89 = icmp eq i64 %index.next85, %n.vec79
  br i1 %89, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !28

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  br i1 %cmp.n86, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.preheader

for.body29.us.us.preheader:                       ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %indvars.iv54.ph = phi i64 [ 0, %iter.check ], [ %n.vec79, %vec.epilog.middle.block ], [ %n.vec, %vec.epilog.iter.check ]
  %90 = sub nsw i64 %wide.trip.count, %indvars.iv54.ph
  %xtraiter88 = and i64 %90, 7
  %lcmp.mod89.not = icmp eq i64 %xtraiter88, 0
  br i1 %lcmp.mod89.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol

for.body29.us.us.prol:                            ; preds = %for.body29.us.us.prol, %for.body29.us.us.preheader
  %indvars.iv54.prol = phi i64 [ %indvars.iv.next55.prol, %for.body29.us.us.prol ], [ %indvars.iv54.ph, %for.body29.us.us.preheader ]
  %prol.iter = phi i64 [ %prol.iter.next, %for.body29.us.us.prol ], [ 0, %for.body29.us.us.preheader ]
  %arrayidx31.us.us.prol = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.prol
  %91 = load double, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %arrayidx35.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.prol
  %92 = load double, ptr %arrayidx35.us.us.prol, align 8, !tbaa !9
  %93 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %94 = tail call double @llvm.fmuladd.f64(double %92, double %93, double %91)
  store double %94, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next55.prol = add nuw nsw i64 %indvars.iv54.prol, 1
  %prol.iter.next = add i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %prol.iter.next, %xtraiter88
  br i1 %prol.iter.cmp.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol, !llvm.loop !29

for.body29.us.us.prol.loopexit:                   ; preds = %for.body29.us.us.prol, %for.body29.us.us.preheader
  %indvars.iv54.unr = phi i64 [ %indvars.iv54.ph, %for.body29.us.us.preheader ], [ %indvars.iv.next55.prol, %for.body29.us.us.prol ]
  %95 = sub nsw i64 %indvars.iv54.ph, %wide.trip.count
  %96 = icmp ugt i64 %95, -8
  br i1 %96, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us.prol.loopexit, %vec.epilog.middle.block, %middle.block, %for.body29.us.us
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %for.body5.us.us, !llvm.loop !30

for.cond.cleanup4:                                ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.preheader, %for.cond2.preheader.thread, %for.cond2.preheader
  ret void
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <8 x double> @llvm.fmuladd.v8f64(<8 x double>, <8 x double>, <8 x double>) #1

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #3

attributes #0 = { noinline nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

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
!20 = !{!21}
!21 = distinct !{!21, !19}
!22 = !{!23, !18}
!23 = distinct !{!23, !19}
!24 = !{!23}
!25 = distinct !{!25, !12, !13, !26}
!26 = !{!"llvm.loop.unroll.runtime.disable"}
!27 = !{!"branch_weights", i32 4, i32 28}
!28 = distinct !{!28, !12, !13, !26}
!29 = distinct !{!29, !16}
!30 = distinct !{!30, !12}
