; ModuleID = '/irloop/runs/gemm/20261124-152639/work/optimised.ll'
source_filename = "/irloop/kernels/gemm/gemm.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: noinline nounwind uwtable
define dso_local void @kernel_gemm(i32 noundef %ni, i32 noundef %nj, i32 noundef %nk, double noundef %alpha, double noundef %beta, ptr noundef %C, ptr noundef %A, ptr noundef %B) local_unnamed_addr #0 {
entry:
  %cmp21 = icmp sgt i32 %ni, 0
  br i1 %cmp21, label %for.cond1.preheader.lr.ph, label %for.cond.cleanup

for.cond1.preheader.lr.ph:                        ; preds = %entry
  %cmp819 = icmp sgt i32 %nk, 0
  %cmp1317 = icmp sgt i32 %nj, 0
  br i1 %cmp819, label %for.cond1.preheader.lr.ph.split.us, label %for.cond1.preheader.lr.ph.split

for.cond1.preheader.lr.ph.split.us:               ; preds = %for.cond1.preheader.lr.ph
  br i1 %cmp1317, label %for.cond1.preheader.us.us.us.preheader, label %for.cond.cleanup

for.cond1.preheader.us.us.us.preheader:           ; preds = %for.cond1.preheader.lr.ph.split.us
  %wide.trip.count88 = zext nneg i32 %ni to i64
  %wide.trip.count73 = zext nneg i32 %nj to i64
  %wide.trip.count83 = zext nneg i32 %nk to i64
  %0 = shl nuw nsw i64 %wide.trip.count73, 3
  %1 = shl nuw nsw i64 %wide.trip.count83, 3
  %2 = mul nuw nsw i64 %wide.trip.count83, 560
  %3 = getelementptr i8, ptr %B, i64 %2
  %4 = getelementptr i8, ptr %3, i64 %0
  %scevgep96 = getelementptr i8, ptr %4, i64 -560
  %5 = getelementptr i8, ptr %C, i64 %0
  %6 = getelementptr i8, ptr %A, i64 %1
  %min.iters.check118 = icmp ult i32 %nj, 4
  %n.vec121 = and i64 %wide.trip.count73, 2147483644
  %broadcast.splatinsert122 = insertelement <2 x double> poison, double %beta, i64 0
  %broadcast.splat123 = shufflevector <2 x double> %broadcast.splatinsert122, <2 x double> poison, <2 x i32> zeroinitializer
  %cmp.n130 = icmp eq i64 %n.vec121, %wide.trip.count73
  %min.iters.check101 = icmp ult i32 %nj, 4
  %n.vec104 = and i64 %wide.trip.count73, 2147483644
  %cmp.n115 = icmp eq i64 %n.vec104, %wide.trip.count73
  %xtraiter = and i64 %wide.trip.count73, 1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %7 = add nsw i64 %wide.trip.count73, -1
  br label %for.cond1.preheader.us.us.us

for.cond1.preheader.us.us.us:                     ; preds = %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, %for.cond1.preheader.us.us.us.preheader
  %indvars.iv85 = phi i64 [ 0, %for.cond1.preheader.us.us.us.preheader ], [ %indvars.iv.next86, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us ]
  %8 = mul nuw nsw i64 %indvars.iv85, 560
  %scevgep = getelementptr nuw i8, ptr %C, i64 %8
  %scevgep93 = getelementptr i8, ptr %5, i64 %8
  %9 = mul nuw nsw i64 %indvars.iv85, 640
  %scevgep94 = getelementptr i8, ptr %A, i64 %9
  %scevgep95 = getelementptr i8, ptr %6, i64 %9
  %arrayidx.us.us.us = getelementptr inbounds nuw [70 x double], ptr %C, i64 %indvars.iv85
  br i1 %min.iters.check118, label %for.body4.us.us.us.preheader, label %vector.body124

vector.body124:                                   ; preds = %vector.body124, %for.cond1.preheader.us.us.us
  %index125 = phi i64 [ %index.next128, %vector.body124 ], [ 0, %for.cond1.preheader.us.us.us ]
  %10 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index125
  %11 = getelementptr inbounds nuw i8, ptr %10, i64 16
  %wide.load126 = load <2 x double>, ptr %10, align 8, !tbaa !9
  %wide.load127 = load <2 x double>, ptr %11, align 8, !tbaa !9
  %12 = fmul <2 x double> %broadcast.splat123, %wide.load126
  %13 = fmul <2 x double> %broadcast.splat123, %wide.load127
  store <2 x double> %12, ptr %10, align 8, !tbaa !9
  store <2 x double> %13, ptr %11, align 8, !tbaa !9
  %index.next128 = add nuw i64 %index125, 4
  %14 = icmp eq i64 %index.next128, %n.vec121
  br i1 %14, label %middle.block129, label %vector.body124, !llvm.loop !11

middle.block129:                                  ; preds = %vector.body124
  br i1 %cmp.n130, label %for.cond1.for.cond7.preheader_crit_edge.us.us.us, label %for.body4.us.us.us.preheader

for.body4.us.us.us.preheader:                     ; preds = %middle.block129, %for.cond1.preheader.us.us.us
  %indvars.iv70.ph = phi i64 [ 0, %for.cond1.preheader.us.us.us ], [ %n.vec121, %middle.block129 ]
  br label %for.body4.us.us.us

for.body4.us.us.us:                               ; preds = %for.body4.us.us.us, %for.body4.us.us.us.preheader
  %indvars.iv70 = phi i64 [ %indvars.iv.next71, %for.body4.us.us.us ], [ %indvars.iv70.ph, %for.body4.us.us.us.preheader ]
  %arrayidx6.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv70
  %15 = load double, ptr %arrayidx6.us.us.us, align 8, !tbaa !9
  %mul.us.us.us = fmul double %beta, %15
  store double %mul.us.us.us, ptr %arrayidx6.us.us.us, align 8, !tbaa !9
  %indvars.iv.next71 = add nuw nsw i64 %indvars.iv70, 1
  %exitcond74.not = icmp eq i64 %indvars.iv.next71, %wide.trip.count73
  br i1 %exitcond74.not, label %for.cond1.for.cond7.preheader_crit_edge.us.us.us, label %for.body4.us.us.us, !llvm.loop !15

for.cond1.for.cond7.preheader_crit_edge.us.us.us: ; preds = %for.body4.us.us.us, %middle.block129
  %arrayidx17.us.us.us = getelementptr inbounds nuw [80 x double], ptr %A, i64 %indvars.iv85
  %bound0 = icmp ult ptr %scevgep, %scevgep95
  %bound1 = icmp ult ptr %scevgep94, %scevgep93
  %found.conflict = and i1 %bound0, %bound1
  %bound097 = icmp ult ptr %scevgep, %scevgep96
  %bound198 = icmp ult ptr %B, %scevgep93
  %found.conflict99 = and i1 %bound097, %bound198
  %conflict.rdx = or i1 %found.conflict, %found.conflict99
  br label %for.cond12.preheader.us.us.us.us

for.cond12.preheader.us.us.us.us:                 ; preds = %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, %for.cond1.for.cond7.preheader_crit_edge.us.us.us
  %indvars.iv80 = phi i64 [ %indvars.iv.next81, %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us ], [ 0, %for.cond1.for.cond7.preheader_crit_edge.us.us.us ]
  %arrayidx19.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx17.us.us.us, i64 %indvars.iv80
  %arrayidx22.us.us.us.us = getelementptr inbounds nuw [70 x double], ptr %B, i64 %indvars.iv80
  %brmerge = select i1 %min.iters.check101, i1 true, i1 %conflict.rdx
  br i1 %brmerge, label %for.body15.us.us.us.us.preheader, label %vector.ph102

vector.ph102:                                     ; preds = %for.cond12.preheader.us.us.us.us
  %16 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9, !alias.scope !16
  %17 = fmul double %alpha, %16
  %broadcast.splatinsert111 = insertelement <2 x double> poison, double %17, i64 0
  %broadcast.splat112 = shufflevector <2 x double> %broadcast.splatinsert111, <2 x double> poison, <2 x i32> zeroinitializer
  br label %vector.body105

vector.body105:                                   ; preds = %vector.body105, %vector.ph102
  %index106 = phi i64 [ 0, %vector.ph102 ], [ %index.next113, %vector.body105 ]
  %18 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %index106
  %19 = getelementptr inbounds nuw i8, ptr %18, i64 16
  %wide.load107 = load <2 x double>, ptr %18, align 8, !tbaa !9, !alias.scope !19
  %wide.load108 = load <2 x double>, ptr %19, align 8, !tbaa !9, !alias.scope !19
  %20 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index106
  %21 = getelementptr inbounds nuw i8, ptr %20, i64 16
  %wide.load109 = load <2 x double>, ptr %20, align 8, !tbaa !9, !alias.scope !21, !noalias !23
  %wide.load110 = load <2 x double>, ptr %21, align 8, !tbaa !9, !alias.scope !21, !noalias !23
  %22 = tail call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %broadcast.splat112, <2 x double> %wide.load107, <2 x double> %wide.load109)
  %23 = tail call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %broadcast.splat112, <2 x double> %wide.load108, <2 x double> %wide.load110)
  store <2 x double> %22, ptr %20, align 8, !tbaa !9, !alias.scope !21, !noalias !23
  store <2 x double> %23, ptr %21, align 8, !tbaa !9, !alias.scope !21, !noalias !23
  %index.next113 = add nuw i64 %index106, 4
  %24 = icmp eq i64 %index.next113, %n.vec104
  br i1 %24, label %middle.block114, label %vector.body105, !llvm.loop !24

middle.block114:                                  ; preds = %vector.body105
  br i1 %cmp.n115, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us.preheader

for.body15.us.us.us.us.preheader:                 ; preds = %middle.block114, %for.cond12.preheader.us.us.us.us
  %indvars.iv75.ph = phi i64 [ %n.vec104, %middle.block114 ], [ 0, %for.cond12.preheader.us.us.us.us ]
  br i1 %lcmp.mod.not, label %for.body15.us.us.us.us.prol.loopexit, label %for.body15.us.us.us.us.prol

for.body15.us.us.us.us.prol:                      ; preds = %for.body15.us.us.us.us.preheader
  %25 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.prol = fmul double %alpha, %25
  %arrayidx24.us.us.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv75.ph
  %26 = load double, ptr %arrayidx24.us.us.us.us.prol, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv75.ph
  %27 = load double, ptr %arrayidx29.us.us.us.us.prol, align 8, !tbaa !9
  %28 = tail call double @llvm.fmuladd.f64(double %mul20.us.us.us.us.prol, double %26, double %27)
  store double %28, ptr %arrayidx29.us.us.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next76.prol = or disjoint i64 %indvars.iv75.ph, 1
  br label %for.body15.us.us.us.us.prol.loopexit

for.body15.us.us.us.us.prol.loopexit:             ; preds = %for.body15.us.us.us.us.prol, %for.body15.us.us.us.us.preheader
  %indvars.iv75.unr = phi i64 [ %indvars.iv75.ph, %for.body15.us.us.us.us.preheader ], [ %indvars.iv.next76.prol, %for.body15.us.us.us.us.prol ]
  %29 = icmp eq i64 %indvars.iv75.ph, %7
  br i1 %29, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us

for.body15.us.us.us.us:                           ; preds = %for.body15.us.us.us.us, %for.body15.us.us.us.us.prol.loopexit
  %indvars.iv75 = phi i64 [ %indvars.iv.next76.1, %for.body15.us.us.us.us ], [ %indvars.iv75.unr, %for.body15.us.us.us.us.prol.loopexit ]
  %30 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us = fmul double %alpha, %30
  %arrayidx24.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv75
  %31 = load double, ptr %arrayidx24.us.us.us.us, align 8, !tbaa !9
  %arrayidx29.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv75
  %32 = load double, ptr %arrayidx29.us.us.us.us, align 8, !tbaa !9
  %33 = tail call double @llvm.fmuladd.f64(double %mul20.us.us.us.us, double %31, double %32)
  store double %33, ptr %arrayidx29.us.us.us.us, align 8, !tbaa !9
  %indvars.iv.next76 = add nuw nsw i64 %indvars.iv75, 1
  %34 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.1 = fmul double %alpha, %34
  %arrayidx24.us.us.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76
  %35 = load double, ptr %arrayidx24.us.us.us.us.1, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76
  %36 = load double, ptr %arrayidx29.us.us.us.us.1, align 8, !tbaa !9
  %37 = tail call double @llvm.fmuladd.f64(double %mul20.us.us.us.us.1, double %35, double %36)
  store double %37, ptr %arrayidx29.us.us.us.us.1, align 8, !tbaa !9
  %indvars.iv.next76.1 = add nuw nsw i64 %indvars.iv75, 2
  %exitcond79.not.1 = icmp eq i64 %indvars.iv.next76.1, %wide.trip.count73
  br i1 %exitcond79.not.1, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us, !llvm.loop !25

for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us: ; preds = %for.body15.us.us.us.us, %for.body15.us.us.us.us.prol.loopexit, %middle.block114
  %indvars.iv.next81 = add nuw nsw i64 %indvars.iv80, 1
  %exitcond84.not = icmp eq i64 %indvars.iv.next81, %wide.trip.count83
  br i1 %exitcond84.not, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, label %for.cond12.preheader.us.us.us.us, !llvm.loop !26

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us: ; preds = %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us
  %indvars.iv.next86 = add nuw nsw i64 %indvars.iv85, 1
  %exitcond89.not = icmp eq i64 %indvars.iv.next86, %wide.trip.count88
  br i1 %exitcond89.not, label %for.cond.cleanup, label %for.cond1.preheader.us.us.us, !llvm.loop !27

for.cond1.preheader.lr.ph.split:                  ; preds = %for.cond1.preheader.lr.ph
  br i1 %cmp1317, label %for.cond1.preheader.us29.preheader, label %for.cond.cleanup

for.cond1.preheader.us29.preheader:               ; preds = %for.cond1.preheader.lr.ph.split
  %wide.trip.count68 = zext nneg i32 %ni to i64
  %wide.trip.count = zext nneg i32 %nj to i64
  %min.iters.check = icmp ult i32 %nj, 4
  %n.vec = and i64 %wide.trip.count, 2147483644
  %broadcast.splatinsert = insertelement <2 x double> poison, double %beta, i64 0
  %broadcast.splat = shufflevector <2 x double> %broadcast.splatinsert, <2 x double> poison, <2 x i32> zeroinitializer
  %cmp.n = icmp eq i64 %n.vec, %wide.trip.count
  br label %for.cond1.preheader.us29

for.cond1.preheader.us29:                         ; preds = %for.cond1.for.cond7.preheader_crit_edge.us44, %for.cond1.preheader.us29.preheader
  %indvars.iv65 = phi i64 [ 0, %for.cond1.preheader.us29.preheader ], [ %indvars.iv.next66, %for.cond1.for.cond7.preheader_crit_edge.us44 ]
  %arrayidx.us43 = getelementptr inbounds nuw [70 x double], ptr %C, i64 %indvars.iv65
  br i1 %min.iters.check, label %for.body4.us31.preheader, label %vector.body

vector.body:                                      ; preds = %vector.body, %for.cond1.preheader.us29
  %index = phi i64 [ %index.next, %vector.body ], [ 0, %for.cond1.preheader.us29 ]
  %38 = getelementptr inbounds nuw double, ptr %arrayidx.us43, i64 %index
  %39 = getelementptr inbounds nuw i8, ptr %38, i64 16
  %wide.load = load <2 x double>, ptr %38, align 8, !tbaa !9
  %wide.load92 = load <2 x double>, ptr %39, align 8, !tbaa !9
  %40 = fmul <2 x double> %broadcast.splat, %wide.load
  %41 = fmul <2 x double> %broadcast.splat, %wide.load92
  store <2 x double> %40, ptr %38, align 8, !tbaa !9
  store <2 x double> %41, ptr %39, align 8, !tbaa !9
  %index.next = add nuw i64 %index, 4
  %42 = icmp eq i64 %index.next, %n.vec
  br i1 %42, label %middle.block, label %vector.body, !llvm.loop !28

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n, label %for.cond1.for.cond7.preheader_crit_edge.us44, label %for.body4.us31.preheader

for.body4.us31.preheader:                         ; preds = %middle.block, %for.cond1.preheader.us29
  %indvars.iv.ph = phi i64 [ 0, %for.cond1.preheader.us29 ], [ %n.vec, %middle.block ]
  br label %for.body4.us31

for.body4.us31:                                   ; preds = %for.body4.us31, %for.body4.us31.preheader
  %indvars.iv = phi i64 [ %indvars.iv.next, %for.body4.us31 ], [ %indvars.iv.ph, %for.body4.us31.preheader ]
  %arrayidx6.us34 = getelementptr inbounds nuw double, ptr %arrayidx.us43, i64 %indvars.iv
  %43 = load double, ptr %arrayidx6.us34, align 8, !tbaa !9
  %mul.us35 = fmul double %beta, %43
  store double %mul.us35, ptr %arrayidx6.us34, align 8, !tbaa !9
  %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
  %exitcond.not = icmp eq i64 %indvars.iv.next, %wide.trip.count
  br i1 %exitcond.not, label %for.cond1.for.cond7.preheader_crit_edge.us44, label %for.body4.us31, !llvm.loop !29

for.cond1.for.cond7.preheader_crit_edge.us44:     ; preds = %for.body4.us31, %middle.block
  %indvars.iv.next66 = add nuw nsw i64 %indvars.iv65, 1
  %exitcond69.not = icmp eq i64 %indvars.iv.next66, %wide.trip.count68
  br i1 %exitcond69.not, label %for.cond.cleanup, label %for.cond1.preheader.us29, !llvm.loop !27

for.cond.cleanup:                                 ; preds = %for.cond1.for.cond7.preheader_crit_edge.us44, %for.cond1.preheader.lr.ph.split, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, %for.cond1.preheader.lr.ph.split.us, %entry
  ret void
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <2 x double> @llvm.fmuladd.v2f64(<2 x double>, <2 x double>, <2 x double>) #1

attributes #0 = { noinline nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

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
!11 = distinct !{!11, !12, !13, !14}
!12 = !{!"llvm.loop.mustprogress"}
!13 = !{!"llvm.loop.isvectorized", i32 1}
!14 = !{!"llvm.loop.unroll.runtime.disable"}
!15 = distinct !{!15, !12, !14, !13}
!16 = !{!17}
!17 = distinct !{!17, !18}
!18 = distinct !{!18, !"LVerDomain"}
!19 = !{!20}
!20 = distinct !{!20, !18}
!21 = !{!22}
!22 = distinct !{!22, !18}
!23 = !{!17, !20}
!24 = distinct !{!24, !12, !13, !14}
!25 = distinct !{!25, !12, !13}
!26 = distinct !{!26, !12}
!27 = distinct !{!27, !12}
!28 = distinct !{!28, !12, !13, !14}
!29 = distinct !{!29, !12, !14, !13}
