; ModuleID = '/irloop/runs/atax/20261124-152701/work/optimised.ll'
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
  %xtraiter = and i64 %wide.trip.count, 1
  %9 = icmp eq i32 %n, 1
  %unroll_iter = and i64 %wide.trip.count, 2147483646
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod74 = icmp ne i64 %xtraiter, 0
  %min.iters.check = icmp ult i32 %n, 4
  %bound0 = icmp ult ptr %y, %scevgep65
  %bound1 = icmp ult ptr %A, %scevgep
  %found.conflict = and i1 %bound0, %bound1
  %bound067 = icmp ult ptr %y, %scevgep66
  %bound168 = icmp ult ptr %tmp, %scevgep
  %found.conflict69 = and i1 %bound067, %bound168
  %conflict.rdx = or i1 %found.conflict, %found.conflict69
  %n.vec = and i64 %wide.trip.count, 2147483644
  %cmp.n = icmp eq i64 %n.vec, %wide.trip.count
  %xtraiter75 = and i64 %wide.trip.count, 1
  %lcmp.mod76.not = icmp eq i64 %xtraiter75, 0
  %10 = add nsw i64 %wide.trip.count, -1
  br label %for.body5.us.us

for.body5.us.us:                                  ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %9, label %for.body11.us.us.epil.preheader, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.prol.loopexit, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.1, %for.body29.us.us ], [ %indvars.iv54.unr, %for.body29.us.us.prol.loopexit ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %11 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %12 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %13 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %14 = tail call double @llvm.fmuladd.f64(double %12, double %13, double %11)
  store double %14, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = add nuw nsw i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %15 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %16 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %17 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %18 = tail call double @llvm.fmuladd.f64(double %16, double %17, double %15)
  store double %18, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = add nuw nsw i64 %indvars.iv54, 2
  %exitcond58.not.1 = icmp eq i64 %indvars.iv.next55.1, %wide.trip.count
  br i1 %exitcond58.not.1, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us, !llvm.loop !11

for.body11.us.us:                                 ; preds = %for.body11.us.us, %for.body5.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.1, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %19 = phi double [ %25, %for.body11.us.us ], [ 0.000000e+00, %for.body5.us.us ]
  %niter = phi i64 [ %niter.next.1, %for.body11.us.us ], [ 0, %for.body5.us.us ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %20 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %21 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %22 = tail call double @llvm.fmuladd.f64(double %20, double %21, double %19)
  store double %22, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %23 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %24 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %25 = tail call double @llvm.fmuladd.f64(double %23, double %24, double %22)
  store double %25, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = add nuw nsw i64 %indvars.iv, 2
  %niter.next.1 = add i64 %niter, 2
  %niter.ncmp.1 = icmp eq i64 %niter.next.1, %unroll_iter
  br i1 %niter.ncmp.1, label %for.body29.us.us.preheader.unr-lcssa, label %for.body11.us.us, !llvm.loop !14

for.body29.us.us.preheader.unr-lcssa:             ; preds = %for.body11.us.us
  br i1 %lcmp.mod.not, label %for.body29.us.us.preheader, label %for.body11.us.us.epil.preheader

for.body11.us.us.epil.preheader:                  ; preds = %for.body29.us.us.preheader.unr-lcssa, %for.body5.us.us
  %indvars.iv.epil.init = phi i64 [ 0, %for.body5.us.us ], [ %indvars.iv.next.1, %for.body29.us.us.preheader.unr-lcssa ]
  %.epil.init = phi double [ 0.000000e+00, %for.body5.us.us ], [ %25, %for.body29.us.us.preheader.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod74)
  %arrayidx17.us.us.epil = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.epil.init
  %26 = load double, ptr %arrayidx17.us.us.epil, align 8, !tbaa !9
  %arrayidx19.us.us.epil = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.epil.init
  %27 = load double, ptr %arrayidx19.us.us.epil, align 8, !tbaa !9
  %28 = tail call double @llvm.fmuladd.f64(double %26, double %27, double %.epil.init)
  store double %28, ptr %arrayidx7.us.us, align 8, !tbaa !9
  br label %for.body29.us.us.preheader

for.body29.us.us.preheader:                       ; preds = %for.body11.us.us.epil.preheader, %for.body29.us.us.preheader.unr-lcssa
  %brmerge = select i1 %min.iters.check, i1 true, i1 %conflict.rdx
  br i1 %brmerge, label %for.body29.us.us.preheader73, label %vector.ph

vector.ph:                                        ; preds = %for.body29.us.us.preheader
  %29 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9, !alias.scope !15
  %broadcast.splatinsert = insertelement <2 x double> poison, double %29, i64 0
  %broadcast.splat = shufflevector <2 x double> %broadcast.splatinsert, <2 x double> poison, <2 x i32> zeroinitializer
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %30 = getelementptr inbounds nuw double, ptr %y, i64 %index
  %31 = getelementptr inbounds nuw i8, ptr %30, i64 16
  %wide.load = load <2 x double>, ptr %30, align 8, !tbaa !9, !alias.scope !18, !noalias !20
  %wide.load70 = load <2 x double>, ptr %31, align 8, !tbaa !9, !alias.scope !18, !noalias !20
  %32 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index
  %33 = getelementptr inbounds nuw i8, ptr %32, i64 16
  %wide.load71 = load <2 x double>, ptr %32, align 8, !tbaa !9, !alias.scope !22
  %wide.load72 = load <2 x double>, ptr %33, align 8, !tbaa !9, !alias.scope !22
  %34 = tail call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %wide.load71, <2 x double> %broadcast.splat, <2 x double> %wide.load)
  %35 = tail call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %wide.load72, <2 x double> %broadcast.splat, <2 x double> %wide.load70)
  store <2 x double> %34, ptr %30, align 8, !tbaa !9, !alias.scope !18, !noalias !20
  store <2 x double> %35, ptr %31, align 8, !tbaa !9, !alias.scope !18, !noalias !20
  %index.next = add nuw i64 %index, 4
  %36 = icmp eq i64 %index.next, %n.vec
  br i1 %36, label %middle.block, label %vector.body, !llvm.loop !23

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.preheader73

for.body29.us.us.preheader73:                     ; preds = %middle.block, %for.body29.us.us.preheader
  %indvars.iv54.ph = phi i64 [ %n.vec, %middle.block ], [ 0, %for.body29.us.us.preheader ]
  br i1 %lcmp.mod76.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol

for.body29.us.us.prol:                            ; preds = %for.body29.us.us.preheader73
  %arrayidx31.us.us.prol = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.ph
  %37 = load double, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %arrayidx35.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.ph
  %38 = load double, ptr %arrayidx35.us.us.prol, align 8, !tbaa !9
  %39 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %40 = tail call double @llvm.fmuladd.f64(double %38, double %39, double %37)
  store double %40, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next55.prol = or disjoint i64 %indvars.iv54.ph, 1
  br label %for.body29.us.us.prol.loopexit

for.body29.us.us.prol.loopexit:                   ; preds = %for.body29.us.us.prol, %for.body29.us.us.preheader73
  %indvars.iv54.unr = phi i64 [ %indvars.iv54.ph, %for.body29.us.us.preheader73 ], [ %indvars.iv.next55.prol, %for.body29.us.us.prol ]
  %41 = icmp eq i64 %indvars.iv54.ph, %10
  br i1 %41, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us.prol.loopexit, %middle.block, %for.body29.us.us
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %for.body5.us.us, !llvm.loop !25

for.cond.cleanup4:                                ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.preheader, %for.cond2.preheader.thread, %for.cond2.preheader
  ret void
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <2 x double> @llvm.fmuladd.v2f64(<2 x double>, <2 x double>, <2 x double>) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #3

attributes #0 = { noinline nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
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
!15 = !{!16}
!16 = distinct !{!16, !17}
!17 = distinct !{!17, !"LVerDomain"}
!18 = !{!19}
!19 = distinct !{!19, !17}
!20 = !{!21, !16}
!21 = distinct !{!21, !17}
!22 = !{!21}
!23 = distinct !{!23, !12, !13, !24}
!24 = !{!"llvm.loop.unroll.runtime.disable"}
!25 = distinct !{!25, !12}
