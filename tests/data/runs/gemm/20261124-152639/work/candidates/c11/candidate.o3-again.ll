; ModuleID = '/irloop/runs/gemm/20261124-152639/work/candidates/c11/candidate.ll'
source_filename = "/irloop/kernels/gemm/gemm.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nofree noinline norecurse nosync nounwind memory(argmem: readwrite, inaccessiblemem: write) uwtable
define dso_local void @kernel_gemm(i32 noundef %ni, i32 noundef %nj, i32 noundef %nk, double noundef %alpha, double noundef %beta, ptr noundef captures(address) %C, ptr noundef readonly captures(address) %A, ptr noundef readonly captures(address) %B) local_unnamed_addr #0 {
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
  %scevgep105 = getelementptr i8, ptr %4, i64 -560
  %5 = getelementptr i8, ptr %C, i64 %0
  %6 = getelementptr i8, ptr %A, i64 %1
  %min.iters.check145 = icmp samesign ult i32 %nj, 4
  %min.iters.check148 = icmp samesign ult i32 %nj, 16
  %n.mod.vf151 = and i64 %wide.trip.count73, 12
  %n.vec152 = and i64 %wide.trip.count73, 2147483632
  %broadcast.splatinsert153 = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat154 = shufflevector <8 x double> %broadcast.splatinsert153, <8 x double> poison, <8 x i32> zeroinitializer
  %cmp.n161 = icmp eq i64 %n.vec152, %wide.trip.count73
  %min.epilog.iters.check165 = icmp eq i64 %n.mod.vf151, 0
  %n.vec168 = and i64 %wide.trip.count73, 2147483644
  %broadcast.splatinsert169 = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat170 = shufflevector <4 x double> %broadcast.splatinsert169, <4 x double> poison, <4 x i32> zeroinitializer
  %cmp.n176 = icmp eq i64 %n.vec168, %wide.trip.count73
  br label %iter.check147

iter.check147:                                    ; preds = %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, %for.cond1.preheader.us.us.us.preheader
  %indvars.iv85 = phi i64 [ 0, %for.cond1.preheader.us.us.us.preheader ], [ %indvars.iv.next86, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us ]
  %7 = mul nuw nsw i64 %indvars.iv85, 560
  %scevgep = getelementptr nuw i8, ptr %C, i64 %7
  %scevgep102 = getelementptr i8, ptr %5, i64 %7
  %8 = mul nuw nsw i64 %indvars.iv85, 640
  %scevgep103 = getelementptr i8, ptr %A, i64 %8
  %scevgep104 = getelementptr i8, ptr %6, i64 %8
  %arrayidx.us.us.us = getelementptr inbounds nuw [70 x double], ptr %C, i64 %indvars.iv85
  br i1 %min.iters.check145, label %for.body4.us.us.us.preheader, label %vector.main.loop.iter.check149

vector.main.loop.iter.check149:                   ; preds = %iter.check147
  br i1 %min.iters.check148, label %vec.epilog.vector.body171.preheader, label %vector.body155

vector.body155:                                   ; preds = %vector.main.loop.iter.check149, %vector.body155
  %index156 = phi i64 [ %index.next159, %vector.body155 ], [ 0, %vector.main.loop.iter.check149 ]
  %9 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index156
  %10 = getelementptr inbounds nuw i8, ptr %9, i64 64
  %wide.load157 = load <8 x double>, ptr %9, align 8, !tbaa !9
  %wide.load158 = load <8 x double>, ptr %10, align 8, !tbaa !9
  %11 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load157, %broadcast.splat154
  %12 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load158, %broadcast.splat154
  store <8 x double> %11, ptr %9, align 8, !tbaa !9
  store <8 x double> %12, ptr %10, align 8, !tbaa !9
  %index.next159 = add nuw nsw i64 %index156, 16
  %13 = icmp eq i64 %index.next159, %n.vec152
  br i1 %13, label %middle.block160, label %vector.body155, !llvm.loop !11

middle.block160:                                  ; preds = %vector.body155
  br i1 %cmp.n161, label %for.cond1.for.cond7.preheader_crit_edge.us.us.us, label %vec.epilog.iter.check164

vec.epilog.iter.check164:                         ; preds = %middle.block160
  br i1 %min.epilog.iters.check165, label %for.body4.us.us.us.preheader, label %vec.epilog.vector.body171.preheader, !prof !15

vec.epilog.vector.body171.preheader:              ; preds = %vec.epilog.iter.check164, %vector.main.loop.iter.check149
  %index172.ph = phi i64 [ 0, %vector.main.loop.iter.check149 ], [ %n.vec152, %vec.epilog.iter.check164 ]
  br label %vec.epilog.vector.body171

vec.epilog.vector.body171:                        ; preds = %vec.epilog.vector.body171.preheader, %vec.epilog.vector.body171
  %index172 = phi i64 [ %index.next174, %vec.epilog.vector.body171 ], [ %index172.ph, %vec.epilog.vector.body171.preheader ]
  %14 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index172
  %wide.load173 = load <4 x double>, ptr %14, align 8, !tbaa !9
  %15 = fmul reassoc nsz arcp contract afn <4 x double> %wide.load173, %broadcast.splat170
  store <4 x double> %15, ptr %14, align 8, !tbaa !9
  %index.next174 = add nuw i64 %index172, 4
  %16 = icmp eq i64 %index.next174, %n.vec168
  br i1 %16, label %vec.epilog.middle.block175, label %vec.epilog.vector.body171, !llvm.loop !16

vec.epilog.middle.block175:                       ; preds = %vec.epilog.vector.body171
  br i1 %cmp.n176, label %for.cond1.for.cond7.preheader_crit_edge.us.us.us, label %for.body4.us.us.us.preheader

for.body4.us.us.us.preheader:                     ; preds = %vec.epilog.middle.block175, %vec.epilog.iter.check164, %iter.check147
  %indvars.iv70.ph = phi i64 [ %n.vec168, %vec.epilog.middle.block175 ], [ %n.vec152, %vec.epilog.iter.check164 ], [ 0, %iter.check147 ]
  br label %for.body4.us.us.us

for.body4.us.us.us:                               ; preds = %for.body4.us.us.us.preheader, %for.body4.us.us.us
  %indvars.iv70 = phi i64 [ %indvars.iv.next71, %for.body4.us.us.us ], [ %indvars.iv70.ph, %for.body4.us.us.us.preheader ]
  %arrayidx6.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv70
  %17 = load double, ptr %arrayidx6.us.us.us, align 8, !tbaa !9
  %mul.us.us.us = fmul reassoc nsz arcp contract afn double %17, %beta
  store double %mul.us.us.us, ptr %arrayidx6.us.us.us, align 8, !tbaa !9
  %indvars.iv.next71 = add nuw nsw i64 %indvars.iv70, 1
  %exitcond74.not = icmp eq i64 %indvars.iv.next71, %wide.trip.count73
  br i1 %exitcond74.not, label %for.cond1.for.cond7.preheader_crit_edge.us.us.us, label %for.body4.us.us.us, !llvm.loop !17

for.cond1.for.cond7.preheader_crit_edge.us.us.us: ; preds = %for.body4.us.us.us, %vec.epilog.middle.block175, %middle.block160
  %arrayidx17.us.us.us = getelementptr inbounds nuw [80 x double], ptr %A, i64 %indvars.iv85
  %bound0 = icmp ult ptr %scevgep, %scevgep104
  %bound1 = icmp ult ptr %scevgep103, %scevgep102
  %found.conflict = and i1 %bound0, %bound1
  %bound0106 = icmp ult ptr %scevgep, %scevgep105
  %bound1107 = icmp ult ptr %B, %scevgep102
  %found.conflict108 = and i1 %bound0106, %bound1107
  %conflict.rdx = or i1 %found.conflict, %found.conflict108
  %brmerge = select i1 %min.iters.check145, i1 true, i1 %conflict.rdx
  br label %iter.check111

iter.check111:                                    ; preds = %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, %for.cond1.for.cond7.preheader_crit_edge.us.us.us
  %indvars.iv80 = phi i64 [ %indvars.iv.next81, %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us ], [ 0, %for.cond1.for.cond7.preheader_crit_edge.us.us.us ]
  %arrayidx19.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx17.us.us.us, i64 %indvars.iv80
  %arrayidx22.us.us.us.us = getelementptr inbounds nuw [70 x double], ptr %B, i64 %indvars.iv80
  br i1 %brmerge, label %for.body15.us.us.us.us.preheader, label %vector.main.loop.iter.check113

vector.main.loop.iter.check113:                   ; preds = %iter.check111
  %.pre = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9, !alias.scope !18
  %.pre8 = fmul reassoc nsz arcp contract afn double %.pre, %alpha
  br i1 %min.iters.check148, label %vec.epilog.ph132, label %vector.ph114

vector.ph114:                                     ; preds = %vector.main.loop.iter.check113
  %broadcast.splatinsert123 = insertelement <8 x double> poison, double %.pre8, i64 0
  %broadcast.splat124 = shufflevector <8 x double> %broadcast.splatinsert123, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body117

vector.body117:                                   ; preds = %vector.body117, %vector.ph114
  %index118 = phi i64 [ 0, %vector.ph114 ], [ %index.next125, %vector.body117 ]
  %18 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %index118
  %19 = getelementptr inbounds nuw i8, ptr %18, i64 64
  %wide.load119 = load <8 x double>, ptr %18, align 8, !tbaa !9, !alias.scope !21
  %wide.load120 = load <8 x double>, ptr %19, align 8, !tbaa !9, !alias.scope !21
  %20 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index118
  %21 = getelementptr inbounds nuw i8, ptr %20, i64 64
  %wide.load121 = load <8 x double>, ptr %20, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  %wide.load122 = load <8 x double>, ptr %21, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  %22 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %broadcast.splat124, <8 x double> %wide.load119, <8 x double> %wide.load121)
  %23 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %broadcast.splat124, <8 x double> %wide.load120, <8 x double> %wide.load122)
  store <8 x double> %22, ptr %20, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  store <8 x double> %23, ptr %21, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  %index.next125 = add nuw nsw i64 %index118, 16
  %24 = icmp eq i64 %index.next125, %n.vec152
  br i1 %24, label %middle.block126, label %vector.body117, !llvm.loop !26

middle.block126:                                  ; preds = %vector.body117
  br i1 %cmp.n161, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %vec.epilog.iter.check130

vec.epilog.iter.check130:                         ; preds = %middle.block126
  br i1 %min.epilog.iters.check165, label %for.body15.us.us.us.us.preheader, label %vec.epilog.ph132, !prof !15

vec.epilog.ph132:                                 ; preds = %vector.main.loop.iter.check113, %vec.epilog.iter.check130
  %vec.epilog.resume.val128 = phi i64 [ %n.vec152, %vec.epilog.iter.check130 ], [ 0, %vector.main.loop.iter.check113 ]
  %broadcast.splatinsert139 = insertelement <4 x double> poison, double %.pre8, i64 0
  %broadcast.splat140 = shufflevector <4 x double> %broadcast.splatinsert139, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body135

vec.epilog.vector.body135:                        ; preds = %vec.epilog.vector.body135, %vec.epilog.ph132
  %index136 = phi i64 [ %vec.epilog.resume.val128, %vec.epilog.ph132 ], [ %index.next141, %vec.epilog.vector.body135 ]
  %25 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %index136
  %wide.load137 = load <4 x double>, ptr %25, align 8, !tbaa !9, !alias.scope !21
  %26 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %index136
  %wide.load138 = load <4 x double>, ptr %26, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  %27 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %broadcast.splat140, <4 x double> %wide.load137, <4 x double> %wide.load138)
  store <4 x double> %27, ptr %26, align 8, !tbaa !9, !alias.scope !23, !noalias !25
  %index.next141 = add nuw i64 %index136, 4
  %28 = icmp eq i64 %index.next141, %n.vec168
  br i1 %28, label %vec.epilog.middle.block142, label %vec.epilog.vector.body135, !llvm.loop !27

vec.epilog.middle.block142:                       ; preds = %vec.epilog.vector.body135
  br i1 %cmp.n176, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us.preheader

for.body15.us.us.us.us.preheader:                 ; preds = %vec.epilog.middle.block142, %vec.epilog.iter.check130, %iter.check111
  %indvars.iv75.ph = phi i64 [ 0, %iter.check111 ], [ %n.vec168, %vec.epilog.middle.block142 ], [ %n.vec152, %vec.epilog.iter.check130 ]
  %29 = sub nsw i64 %wide.trip.count73, %indvars.iv75.ph
  %xtraiter180 = and i64 %29, 7
  %lcmp.mod181.not = icmp eq i64 %xtraiter180, 0
  br i1 %lcmp.mod181.not, label %for.body15.us.us.us.us.prol.loopexit, label %for.body15.us.us.us.us.prol

for.body15.us.us.us.us.prol:                      ; preds = %for.body15.us.us.us.us.preheader, %for.body15.us.us.us.us.prol
  %indvars.iv75.prol = phi i64 [ %indvars.iv.next76.prol, %for.body15.us.us.us.us.prol ], [ %indvars.iv75.ph, %for.body15.us.us.us.us.preheader ]
  %prol.iter = phi i64 [ %prol.iter.next, %for.body15.us.us.us.us.prol ], [ 0, %for.body15.us.us.us.us.preheader ]
  %30 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.prol = fmul reassoc nsz arcp contract afn double %30, %alpha
  %arrayidx24.us.us.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv75.prol
  %31 = load double, ptr %arrayidx24.us.us.us.us.prol, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv75.prol
  %32 = load double, ptr %arrayidx29.us.us.us.us.prol, align 8, !tbaa !9
  %33 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.prol, double %31, double %32)
  store double %33, ptr %arrayidx29.us.us.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next76.prol = add nuw nsw i64 %indvars.iv75.prol, 1
  %prol.iter.next = add nuw nsw i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %prol.iter.next, %xtraiter180
  br i1 %prol.iter.cmp.not, label %for.body15.us.us.us.us.prol.loopexit, label %for.body15.us.us.us.us.prol, !llvm.loop !28

for.body15.us.us.us.us.prol.loopexit:             ; preds = %for.body15.us.us.us.us.prol, %for.body15.us.us.us.us.preheader
  %indvars.iv75.unr = phi i64 [ %indvars.iv75.ph, %for.body15.us.us.us.us.preheader ], [ %indvars.iv.next76.prol, %for.body15.us.us.us.us.prol ]
  %34 = sub nsw i64 %indvars.iv75.ph, %wide.trip.count73
  %35 = icmp ugt i64 %34, -8
  br i1 %35, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us

for.body15.us.us.us.us:                           ; preds = %for.body15.us.us.us.us.prol.loopexit, %for.body15.us.us.us.us
  %indvars.iv75 = phi i64 [ %indvars.iv.next76.7, %for.body15.us.us.us.us ], [ %indvars.iv75.unr, %for.body15.us.us.us.us.prol.loopexit ]
  %36 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us = fmul reassoc nsz arcp contract afn double %36, %alpha
  %arrayidx24.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv75
  %37 = load double, ptr %arrayidx24.us.us.us.us, align 8, !tbaa !9
  %arrayidx29.us.us.us.us = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv75
  %38 = load double, ptr %arrayidx29.us.us.us.us, align 8, !tbaa !9
  %39 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us, double %37, double %38)
  store double %39, ptr %arrayidx29.us.us.us.us, align 8, !tbaa !9
  %indvars.iv.next76 = add nuw nsw i64 %indvars.iv75, 1
  %40 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.1 = fmul reassoc nsz arcp contract afn double %40, %alpha
  %arrayidx24.us.us.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76
  %41 = load double, ptr %arrayidx24.us.us.us.us.1, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76
  %42 = load double, ptr %arrayidx29.us.us.us.us.1, align 8, !tbaa !9
  %43 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.1, double %41, double %42)
  store double %43, ptr %arrayidx29.us.us.us.us.1, align 8, !tbaa !9
  %indvars.iv.next76.1 = add nuw nsw i64 %indvars.iv75, 2
  %44 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.2 = fmul reassoc nsz arcp contract afn double %44, %alpha
  %arrayidx24.us.us.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.1
  %45 = load double, ptr %arrayidx24.us.us.us.us.2, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.1
  %46 = load double, ptr %arrayidx29.us.us.us.us.2, align 8, !tbaa !9
  %47 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.2, double %45, double %46)
  store double %47, ptr %arrayidx29.us.us.us.us.2, align 8, !tbaa !9
  %indvars.iv.next76.2 = add nuw nsw i64 %indvars.iv75, 3
  %48 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.3 = fmul reassoc nsz arcp contract afn double %48, %alpha
  %arrayidx24.us.us.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.2
  %49 = load double, ptr %arrayidx24.us.us.us.us.3, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.2
  %50 = load double, ptr %arrayidx29.us.us.us.us.3, align 8, !tbaa !9
  %51 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.3, double %49, double %50)
  store double %51, ptr %arrayidx29.us.us.us.us.3, align 8, !tbaa !9
  %indvars.iv.next76.3 = add nuw nsw i64 %indvars.iv75, 4
  %52 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.4 = fmul reassoc nsz arcp contract afn double %52, %alpha
  %arrayidx24.us.us.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.3
  %53 = load double, ptr %arrayidx24.us.us.us.us.4, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.3
  %54 = load double, ptr %arrayidx29.us.us.us.us.4, align 8, !tbaa !9
  %55 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.4, double %53, double %54)
  store double %55, ptr %arrayidx29.us.us.us.us.4, align 8, !tbaa !9
  %indvars.iv.next76.4 = add nuw nsw i64 %indvars.iv75, 5
  %56 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.5 = fmul reassoc nsz arcp contract afn double %56, %alpha
  %arrayidx24.us.us.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.4
  %57 = load double, ptr %arrayidx24.us.us.us.us.5, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.4
  %58 = load double, ptr %arrayidx29.us.us.us.us.5, align 8, !tbaa !9
  %59 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.5, double %57, double %58)
  store double %59, ptr %arrayidx29.us.us.us.us.5, align 8, !tbaa !9
  %indvars.iv.next76.5 = add nuw nsw i64 %indvars.iv75, 6
  %60 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.6 = fmul reassoc nsz arcp contract afn double %60, %alpha
  %arrayidx24.us.us.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.5
  %61 = load double, ptr %arrayidx24.us.us.us.us.6, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.5
  %62 = load double, ptr %arrayidx29.us.us.us.us.6, align 8, !tbaa !9
  %63 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.6, double %61, double %62)
  store double %63, ptr %arrayidx29.us.us.us.us.6, align 8, !tbaa !9
  %indvars.iv.next76.6 = add nuw nsw i64 %indvars.iv75, 7
  %64 = load double, ptr %arrayidx19.us.us.us.us, align 8, !tbaa !9
  %mul20.us.us.us.us.7 = fmul reassoc nsz arcp contract afn double %64, %alpha
  %arrayidx24.us.us.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.us, i64 %indvars.iv.next76.6
  %65 = load double, ptr %arrayidx24.us.us.us.us.7, align 8, !tbaa !9
  %arrayidx29.us.us.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.us, i64 %indvars.iv.next76.6
  %66 = load double, ptr %arrayidx29.us.us.us.us.7, align 8, !tbaa !9
  %67 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %mul20.us.us.us.us.7, double %65, double %66)
  store double %67, ptr %arrayidx29.us.us.us.us.7, align 8, !tbaa !9
  %indvars.iv.next76.7 = add nuw nsw i64 %indvars.iv75, 8
  %exitcond79.not.7 = icmp eq i64 %indvars.iv.next76.7, %wide.trip.count73
  br i1 %exitcond79.not.7, label %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us, label %for.body15.us.us.us.us, !llvm.loop !30

for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us: ; preds = %for.body15.us.us.us.us, %for.body15.us.us.us.us.prol.loopexit, %vec.epilog.middle.block142, %middle.block126
  %indvars.iv.next81 = add nuw nsw i64 %indvars.iv80, 1
  %exitcond84.not = icmp eq i64 %indvars.iv.next81, %wide.trip.count83
  br i1 %exitcond84.not, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, label %iter.check111, !llvm.loop !31

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us: ; preds = %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us
  %indvars.iv.next86 = add nuw nsw i64 %indvars.iv85, 1
  %exitcond89.not = icmp eq i64 %indvars.iv.next86, %wide.trip.count88
  br i1 %exitcond89.not, label %for.cond.cleanup, label %iter.check147, !llvm.loop !32

for.cond1.preheader.lr.ph.split:                  ; preds = %for.cond1.preheader.lr.ph
  br i1 %cmp1317, label %for.cond1.preheader.us29.preheader, label %for.cond.cleanup

for.cond1.preheader.us29.preheader:               ; preds = %for.cond1.preheader.lr.ph.split
  %wide.trip.count68 = zext nneg i32 %ni to i64
  %wide.trip.count = zext nneg i32 %nj to i64
  %xtraiter = and i64 %wide.trip.count68, 1
  %68 = icmp eq i32 %ni, 1
  br i1 %68, label %iter.check.epil.preheader, label %for.cond1.preheader.us29.preheader.new

for.cond1.preheader.us29.preheader.new:           ; preds = %for.cond1.preheader.us29.preheader
  %unroll_iter = and i64 %wide.trip.count68, 2147483646
  %min.iters.check = icmp samesign ult i32 %nj, 4
  %min.iters.check92 = icmp samesign ult i32 %nj, 16
  %n.mod.vf = and i64 %wide.trip.count, 12
  %n.vec = and i64 %wide.trip.count, 2147483632
  %broadcast.splatinsert = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat = shufflevector <8 x double> %broadcast.splatinsert, <8 x double> poison, <8 x i32> zeroinitializer
  %cmp.n = icmp eq i64 %n.vec, %wide.trip.count
  %min.epilog.iters.check = icmp eq i64 %n.mod.vf, 0
  %n.vec95 = and i64 %wide.trip.count, 2147483644
  %broadcast.splatinsert96 = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat97 = shufflevector <4 x double> %broadcast.splatinsert96, <4 x double> poison, <4 x i32> zeroinitializer
  %cmp.n101 = icmp eq i64 %n.vec95, %wide.trip.count
  br label %iter.check

iter.check:                                       ; preds = %for.cond1.for.cond7.preheader_crit_edge.us44.1, %for.cond1.preheader.us29.preheader.new
  %indvars.iv65 = phi i64 [ 0, %for.cond1.preheader.us29.preheader.new ], [ %indvars.iv.next66.1, %for.cond1.for.cond7.preheader_crit_edge.us44.1 ]
  %arrayidx.us43 = getelementptr inbounds nuw [70 x double], ptr %C, i64 %indvars.iv65
  br i1 %min.iters.check, label %for.body4.us31.preheader, label %vector.main.loop.iter.check

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check92, label %vec.epilog.vector.body.preheader, label %vector.body

vector.body:                                      ; preds = %vector.main.loop.iter.check, %vector.body
  %index = phi i64 [ %index.next, %vector.body ], [ 0, %vector.main.loop.iter.check ]
  %69 = getelementptr inbounds nuw double, ptr %arrayidx.us43, i64 %index
  %70 = getelementptr inbounds nuw i8, ptr %69, i64 64
  %wide.load = load <8 x double>, ptr %69, align 8, !tbaa !9
  %wide.load93 = load <8 x double>, ptr %70, align 8, !tbaa !9
  %71 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load, %broadcast.splat
  %72 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load93, %broadcast.splat
  store <8 x double> %71, ptr %69, align 8, !tbaa !9
  store <8 x double> %72, ptr %70, align 8, !tbaa !9
  %index.next = add nuw nsw i64 %index, 16
  %73 = icmp eq i64 %index.next, %n.vec
  br i1 %73, label %middle.block, label %vector.body, !llvm.loop !33

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n, label %for.cond1.for.cond7.preheader_crit_edge.us44.thread, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check, label %for.body4.us31.preheader, label %vec.epilog.vector.body.preheader, !prof !15

vec.epilog.vector.body.preheader:                 ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %index98.ph = phi i64 [ 0, %vector.main.loop.iter.check ], [ %n.vec, %vec.epilog.iter.check ]
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body.preheader, %vec.epilog.vector.body
  %index98 = phi i64 [ %index.next100, %vec.epilog.vector.body ], [ %index98.ph, %vec.epilog.vector.body.preheader ]
  %74 = getelementptr inbounds nuw double, ptr %arrayidx.us43, i64 %index98
  %wide.load99 = load <4 x double>, ptr %74, align 8, !tbaa !9
  %75 = fmul reassoc nsz arcp contract afn <4 x double> %wide.load99, %broadcast.splat97
  store <4 x double> %75, ptr %74, align 8, !tbaa !9
  %index.next100 = add nuw i64 %index98, 4
  %76 = icmp eq i64 %index.next100, %n.vec95
  br i1 %76, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !34

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  br i1 %cmp.n101, label %for.cond1.for.cond7.preheader_crit_edge.us44.thread, label %for.body4.us31.preheader

for.body4.us31.preheader:                         ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %indvars.iv.ph = phi i64 [ %n.vec95, %vec.epilog.middle.block ], [ %n.vec, %vec.epilog.iter.check ], [ 0, %iter.check ]
  br label %for.body4.us31

for.body4.us31:                                   ; preds = %for.body4.us31.preheader, %for.body4.us31
  %indvars.iv = phi i64 [ %indvars.iv.next, %for.body4.us31 ], [ %indvars.iv.ph, %for.body4.us31.preheader ]
  %arrayidx6.us34 = getelementptr inbounds nuw double, ptr %arrayidx.us43, i64 %indvars.iv
  %77 = load double, ptr %arrayidx6.us34, align 8, !tbaa !9
  %mul.us35 = fmul reassoc nsz arcp contract afn double %77, %beta
  store double %mul.us35, ptr %arrayidx6.us34, align 8, !tbaa !9
  %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
  %exitcond.not = icmp eq i64 %indvars.iv.next, %wide.trip.count
  br i1 %exitcond.not, label %for.cond1.for.cond7.preheader_crit_edge.us44, label %for.body4.us31, !llvm.loop !35

for.cond1.for.cond7.preheader_crit_edge.us44.thread: ; preds = %vec.epilog.middle.block, %middle.block
  %arrayidx.us43.11 = getelementptr inbounds nuw i8, ptr %arrayidx.us43, i64 560
  br label %vector.main.loop.iter.check.1

for.cond1.for.cond7.preheader_crit_edge.us44:     ; preds = %for.body4.us31
  %arrayidx.us43.1 = getelementptr inbounds nuw i8, ptr %arrayidx.us43, i64 560
  br i1 %min.iters.check, label %for.body4.us31.preheader.1, label %vector.main.loop.iter.check.1

vector.main.loop.iter.check.1:                    ; preds = %for.cond1.for.cond7.preheader_crit_edge.us44.thread, %for.cond1.for.cond7.preheader_crit_edge.us44
  %arrayidx.us43.12 = phi ptr [ %arrayidx.us43.11, %for.cond1.for.cond7.preheader_crit_edge.us44.thread ], [ %arrayidx.us43.1, %for.cond1.for.cond7.preheader_crit_edge.us44 ]
  br i1 %min.iters.check92, label %vec.epilog.ph.1, label %vector.body.1.preheader

vector.body.1.preheader:                          ; preds = %vector.main.loop.iter.check.1
  %78 = getelementptr inbounds nuw i8, ptr %arrayidx.us43, i64 560
  br label %vector.body.1

vector.body.1:                                    ; preds = %vector.body.1.preheader, %vector.body.1
  %index.1 = phi i64 [ %index.next.1, %vector.body.1 ], [ 0, %vector.body.1.preheader ]
  %79 = getelementptr inbounds nuw double, ptr %78, i64 %index.1
  %80 = getelementptr inbounds nuw i8, ptr %79, i64 64
  %wide.load.1 = load <8 x double>, ptr %79, align 8, !tbaa !9
  %wide.load93.1 = load <8 x double>, ptr %80, align 8, !tbaa !9
  %81 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load.1, %broadcast.splat
  %82 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load93.1, %broadcast.splat
  store <8 x double> %81, ptr %79, align 8, !tbaa !9
  store <8 x double> %82, ptr %80, align 8, !tbaa !9
  %index.next.1 = add nuw nsw i64 %index.1, 16
  %83 = icmp eq i64 %index.next.1, %n.vec
  br i1 %83, label %middle.block.1, label %vector.body.1, !llvm.loop !33

middle.block.1:                                   ; preds = %vector.body.1
  br i1 %cmp.n, label %for.cond1.for.cond7.preheader_crit_edge.us44.1, label %vec.epilog.iter.check.1

vec.epilog.iter.check.1:                          ; preds = %middle.block.1
  br i1 %min.epilog.iters.check, label %for.body4.us31.preheader.1, label %vec.epilog.ph.1, !prof !15

vec.epilog.ph.1:                                  ; preds = %vec.epilog.iter.check.1, %vector.main.loop.iter.check.1
  %vec.epilog.resume.val.1 = phi i64 [ %n.vec, %vec.epilog.iter.check.1 ], [ 0, %vector.main.loop.iter.check.1 ]
  %84 = getelementptr inbounds nuw i8, ptr %arrayidx.us43, i64 560
  br label %vec.epilog.vector.body.1

vec.epilog.vector.body.1:                         ; preds = %vec.epilog.vector.body.1, %vec.epilog.ph.1
  %index98.1 = phi i64 [ %vec.epilog.resume.val.1, %vec.epilog.ph.1 ], [ %index.next100.1, %vec.epilog.vector.body.1 ]
  %85 = getelementptr inbounds nuw double, ptr %84, i64 %index98.1
  %wide.load99.1 = load <4 x double>, ptr %85, align 8, !tbaa !9
  %86 = fmul reassoc nsz arcp contract afn <4 x double> %wide.load99.1, %broadcast.splat97
  store <4 x double> %86, ptr %85, align 8, !tbaa !9
  %index.next100.1 = add nuw i64 %index98.1, 4
  %87 = icmp eq i64 %index.next100.1, %n.vec95
  br i1 %87, label %vec.epilog.middle.block.1, label %vec.epilog.vector.body.1, !llvm.loop !34

vec.epilog.middle.block.1:                        ; preds = %vec.epilog.vector.body.1
  br i1 %cmp.n101, label %for.cond1.for.cond7.preheader_crit_edge.us44.1, label %for.body4.us31.preheader.1

for.body4.us31.preheader.1:                       ; preds = %vec.epilog.middle.block.1, %vec.epilog.iter.check.1, %for.cond1.for.cond7.preheader_crit_edge.us44
  %arrayidx.us43.13 = phi ptr [ %arrayidx.us43.1, %for.cond1.for.cond7.preheader_crit_edge.us44 ], [ %arrayidx.us43.12, %vec.epilog.iter.check.1 ], [ %arrayidx.us43.12, %vec.epilog.middle.block.1 ]
  %indvars.iv.ph.1 = phi i64 [ 0, %for.cond1.for.cond7.preheader_crit_edge.us44 ], [ %n.vec, %vec.epilog.iter.check.1 ], [ %n.vec95, %vec.epilog.middle.block.1 ]
  br label %for.body4.us31.1

for.body4.us31.1:                                 ; preds = %for.body4.us31.1, %for.body4.us31.preheader.1
  %indvars.iv.1 = phi i64 [ %indvars.iv.next.1, %for.body4.us31.1 ], [ %indvars.iv.ph.1, %for.body4.us31.preheader.1 ]
  %arrayidx6.us34.1 = getelementptr inbounds nuw double, ptr %arrayidx.us43.13, i64 %indvars.iv.1
  %88 = load double, ptr %arrayidx6.us34.1, align 8, !tbaa !9
  %mul.us35.1 = fmul reassoc nsz arcp contract afn double %88, %beta
  store double %mul.us35.1, ptr %arrayidx6.us34.1, align 8, !tbaa !9
  %indvars.iv.next.1 = add nuw nsw i64 %indvars.iv.1, 1
  %exitcond.not.1 = icmp eq i64 %indvars.iv.next.1, %wide.trip.count
  br i1 %exitcond.not.1, label %for.cond1.for.cond7.preheader_crit_edge.us44.1, label %for.body4.us31.1, !llvm.loop !35

for.cond1.for.cond7.preheader_crit_edge.us44.1:   ; preds = %for.body4.us31.1, %vec.epilog.middle.block.1, %middle.block.1
  %indvars.iv.next66.1 = add nuw i64 %indvars.iv65, 2
  %niter.ncmp.1 = icmp eq i64 %indvars.iv.next66.1, %unroll_iter
  br i1 %niter.ncmp.1, label %for.cond.cleanup.loopexit178.unr-lcssa, label %iter.check, !llvm.loop !32

for.cond.cleanup.loopexit178.unr-lcssa:           ; preds = %for.cond1.for.cond7.preheader_crit_edge.us44.1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %for.cond.cleanup, label %iter.check.epil.preheader

iter.check.epil.preheader:                        ; preds = %for.cond.cleanup.loopexit178.unr-lcssa, %for.cond1.preheader.us29.preheader
  %indvars.iv65.epil.init = phi i64 [ 0, %for.cond1.preheader.us29.preheader ], [ %unroll_iter, %for.cond.cleanup.loopexit178.unr-lcssa ]
  %lcmp.mod179 = icmp ne i64 %xtraiter, 0
  tail call void @llvm.assume(i1 %lcmp.mod179)
  %arrayidx.us43.epil = getelementptr inbounds nuw [70 x double], ptr %C, i64 %indvars.iv65.epil.init
  %min.iters.check.epil = icmp ult i32 %nj, 4
  br i1 %min.iters.check.epil, label %for.body4.us31.epil.preheader, label %vector.main.loop.iter.check.epil

vector.main.loop.iter.check.epil:                 ; preds = %iter.check.epil.preheader
  %min.iters.check92.epil = icmp ult i32 %nj, 16
  br i1 %min.iters.check92.epil, label %vec.epilog.ph.epil, label %vector.ph.epil

vector.ph.epil:                                   ; preds = %vector.main.loop.iter.check.epil
  %n.vec.epil = and i64 %wide.trip.count, 2147483632
  %broadcast.splatinsert.epil = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat.epil = shufflevector <8 x double> %broadcast.splatinsert.epil, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body.epil

vector.body.epil:                                 ; preds = %vector.body.epil, %vector.ph.epil
  %index.epil = phi i64 [ 0, %vector.ph.epil ], [ %index.next.epil, %vector.body.epil ]
  %89 = getelementptr inbounds nuw double, ptr %arrayidx.us43.epil, i64 %index.epil
  %90 = getelementptr inbounds nuw i8, ptr %89, i64 64
  %wide.load.epil = load <8 x double>, ptr %89, align 8, !tbaa !9
  %wide.load93.epil = load <8 x double>, ptr %90, align 8, !tbaa !9
  %91 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load.epil, %broadcast.splat.epil
  %92 = fmul reassoc nsz arcp contract afn <8 x double> %wide.load93.epil, %broadcast.splat.epil
  store <8 x double> %91, ptr %89, align 8, !tbaa !9
  store <8 x double> %92, ptr %90, align 8, !tbaa !9
  %index.next.epil = add nuw i64 %index.epil, 16
  %93 = icmp eq i64 %index.next.epil, %n.vec.epil
  br i1 %93, label %middle.block.epil, label %vector.body.epil, !llvm.loop !33

middle.block.epil:                                ; preds = %vector.body.epil
  %cmp.n.epil = icmp eq i64 %n.vec.epil, %wide.trip.count
  br i1 %cmp.n.epil, label %for.cond.cleanup, label %vec.epilog.iter.check.epil

vec.epilog.iter.check.epil:                       ; preds = %middle.block.epil
  %n.mod.vf.epil = and i64 %wide.trip.count, 12
  %min.epilog.iters.check.epil = icmp eq i64 %n.mod.vf.epil, 0
  br i1 %min.epilog.iters.check.epil, label %for.body4.us31.epil.preheader, label %vec.epilog.ph.epil, !prof !15

vec.epilog.ph.epil:                               ; preds = %vec.epilog.iter.check.epil, %vector.main.loop.iter.check.epil
  %vec.epilog.resume.val.epil = phi i64 [ %n.vec.epil, %vec.epilog.iter.check.epil ], [ 0, %vector.main.loop.iter.check.epil ]
  %n.vec95.epil = and i64 %wide.trip.count, 2147483644
  %broadcast.splatinsert96.epil = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat97.epil = shufflevector <4 x double> %broadcast.splatinsert96.epil, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body.epil

vec.epilog.vector.body.epil:                      ; preds = %vec.epilog.vector.body.epil, %vec.epilog.ph.epil
  %index98.epil = phi i64 [ %vec.epilog.resume.val.epil, %vec.epilog.ph.epil ], [ %index.next100.epil, %vec.epilog.vector.body.epil ]
  %94 = getelementptr inbounds nuw double, ptr %arrayidx.us43.epil, i64 %index98.epil
  %wide.load99.epil = load <4 x double>, ptr %94, align 8, !tbaa !9
  %95 = fmul reassoc nsz arcp contract afn <4 x double> %wide.load99.epil, %broadcast.splat97.epil
  store <4 x double> %95, ptr %94, align 8, !tbaa !9
  %index.next100.epil = add nuw i64 %index98.epil, 4
  %96 = icmp eq i64 %index.next100.epil, %n.vec95.epil
  br i1 %96, label %vec.epilog.middle.block.epil, label %vec.epilog.vector.body.epil, !llvm.loop !34

vec.epilog.middle.block.epil:                     ; preds = %vec.epilog.vector.body.epil
  %cmp.n101.epil = icmp eq i64 %n.vec95.epil, %wide.trip.count
  br i1 %cmp.n101.epil, label %for.cond.cleanup, label %for.body4.us31.epil.preheader

for.body4.us31.epil.preheader:                    ; preds = %vec.epilog.middle.block.epil, %vec.epilog.iter.check.epil, %iter.check.epil.preheader
  %indvars.iv.epil.ph = phi i64 [ %n.vec95.epil, %vec.epilog.middle.block.epil ], [ %n.vec.epil, %vec.epilog.iter.check.epil ], [ 0, %iter.check.epil.preheader ]
  br label %for.body4.us31.epil

for.body4.us31.epil:                              ; preds = %for.body4.us31.epil.preheader, %for.body4.us31.epil
  %indvars.iv.epil = phi i64 [ %indvars.iv.next.epil, %for.body4.us31.epil ], [ %indvars.iv.epil.ph, %for.body4.us31.epil.preheader ]
  %arrayidx6.us34.epil = getelementptr inbounds nuw double, ptr %arrayidx.us43.epil, i64 %indvars.iv.epil
  %97 = load double, ptr %arrayidx6.us34.epil, align 8, !tbaa !9
  %mul.us35.epil = fmul reassoc nsz arcp contract afn double %97, %beta
  store double %mul.us35.epil, ptr %arrayidx6.us34.epil, align 8, !tbaa !9
  %indvars.iv.next.epil = add nuw nsw i64 %indvars.iv.epil, 1
  %exitcond.not.epil = icmp eq i64 %indvars.iv.next.epil, %wide.trip.count
  br i1 %exitcond.not.epil, label %for.cond.cleanup, label %for.body4.us31.epil, !llvm.loop !35

for.cond.cleanup:                                 ; preds = %for.body4.us31.epil, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us, %vec.epilog.middle.block.epil, %middle.block.epil, %for.cond.cleanup.loopexit178.unr-lcssa, %for.cond1.preheader.lr.ph.split, %for.cond1.preheader.lr.ph.split.us, %entry
  ret void
}

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.fmuladd.f64(double, double, double) #1

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <8 x double> @llvm.fmuladd.v8f64(<8 x double>, <8 x double>, <8 x double>) #1

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #2

attributes #0 = { nofree noinline norecurse nosync nounwind memory(argmem: readwrite, inaccessiblemem: write) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

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
!15 = !{!"branch_weights", i32 4, i32 12}
!16 = distinct !{!16, !12, !13, !14}
!17 = distinct !{!17, !12, !14, !13}
!18 = !{!19}
!19 = distinct !{!19, !20}
!20 = distinct !{!20, !"LVerDomain"}
!21 = !{!22}
!22 = distinct !{!22, !20}
!23 = !{!24}
!24 = distinct !{!24, !20}
!25 = !{!19, !22}
!26 = distinct !{!26, !12, !13, !14}
!27 = distinct !{!27, !12, !13, !14}
!28 = distinct !{!28, !29}
!29 = !{!"llvm.loop.unroll.disable"}
!30 = distinct !{!30, !12, !13}
!31 = distinct !{!31, !12}
!32 = distinct !{!32, !12}
!33 = distinct !{!33, !12, !13, !14}
!34 = distinct !{!34, !12, !13, !14}
!35 = distinct !{!35, !12, !14, !13}
