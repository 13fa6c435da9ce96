; ModuleID = '/irloop/runs/gemm/20261124-152639/work/candidates/c1/candidate.ll'
source_filename = "candidate.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite) uwtable
define dso_local void @kernel_gemm(i32 noundef %ni, i32 noundef %nj, i32 noundef %nk, double noundef %alpha, double noundef %beta, ptr noundef captures(none) %C, ptr noundef readonly captures(none) %A, ptr noundef readonly captures(none) %B) local_unnamed_addr #0 {
entry:
  %cmp.not250 = icmp slt i32 %ni, 4
  br i1 %cmp.not250, label %for.end318, label %for.cond1.preheader.lr.ph

for.cond1.preheader.lr.ph:                        ; preds = %entry
  %rem = srem i32 %nj, 12
  %sub = sub nsw i32 %nj, %rem
  %cmp2248 = icmp sgt i32 %sub, 0
  %cmp5223 = icmp sgt i32 %nk, 0
  %splat.splatinsert90 = insertelement <4 x double> poison, double %beta, i64 0
  %splat.splat91 = shufflevector <4 x double> %splat.splatinsert90, <4 x double> poison, <4 x i32> zeroinitializer
  %splat.splatinsert98 = insertelement <4 x double> poison, double %alpha, i64 0
  %splat.splat99 = shufflevector <4 x double> %splat.splatinsert98, <4 x double> poison, <4 x i32> zeroinitializer
  %cmp216.i = icmp sgt i32 %rem, 0
  %0 = sext i32 %sub to i64
  %wide.trip.count.i = sext i32 %nj to i64
  %wide.trip.count84.i = zext i32 %nk to i64
  %1 = zext nneg i32 %ni to i64
  %2 = sext i32 %rem to i64
  %xtraiter = and i64 %wide.trip.count84.i, 1
  %3 = icmp eq i32 %nk, 1
  %unroll_iter = and i64 %wide.trip.count84.i, 2147483646
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  %lcmp.mod516 = icmp ne i64 %xtraiter, 0
  %trip.count.minus.1389 = add nsw i64 %2, -1
  %broadcast.splatinsert390 = insertelement <8 x i64> poison, i64 %trip.count.minus.1389, i64 0
  %broadcast.splat391 = shufflevector <8 x i64> %broadcast.splatinsert390, <8 x i64> poison, <8 x i32> zeroinitializer
  %broadcast.splatinsert392 = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat393 = shufflevector <8 x double> %broadcast.splatinsert392, <8 x double> poison, <8 x i32> zeroinitializer
  %n.rnd.up386 = add nuw nsw i64 %2, 7
  %n.vec388 = and i64 %n.rnd.up386, 4294967288
  %4 = icmp uge <8 x i64> %broadcast.splat391, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %5 = icmp eq i64 %n.vec388, 8
  %6 = icmp ugt <8 x i64> %broadcast.splat391, <i64 7, i64 8, i64 9, i64 10, i64 11, i64 12, i64 13, i64 14>
  %xtraiter517 = and i64 %2, 7
  %7 = and i32 %rem, 7
  %lcmp.mod518.not = icmp eq i32 %7, 0
  %8 = icmp ult i32 %rem, 8
  %9 = add nsw i64 %wide.trip.count.i, 2305843009213693944
  %10 = add nsw i64 %wide.trip.count.i, -8
  %11 = add nsw i64 %wide.trip.count.i, 2305843009213693944
  %12 = add nsw i64 %wide.trip.count.i, -8
  %13 = add nsw i64 %wide.trip.count.i, 2305843009213693944
  %14 = add nsw i64 %wide.trip.count.i, -8
  %15 = add nsw i64 %wide.trip.count.i, 2305843009213693944
  %16 = add nsw i64 %wide.trip.count.i, -8
  br label %for.cond1.preheader

for.cond1.preheader:                              ; preds = %edge.exit, %for.cond1.preheader.lr.ph
  %indvar15 = phi i64 [ %indvar.next16, %edge.exit ], [ 0, %for.cond1.preheader.lr.ph ]
  %indvars.iv264 = phi i64 [ %indvars.iv.next265, %edge.exit ], [ 0, %for.cond1.preheader.lr.ph ]
  %indvars.iv262 = phi i64 [ %indvars.iv.next263, %edge.exit ], [ 4, %for.cond1.preheader.lr.ph ]
  %17 = mul nuw nsw i64 %indvar15, 7040
  %scevgep143 = getelementptr i8, ptr %C, i64 %17
  %18 = getelementptr i8, ptr %C, i64 %17
  %scevgep145 = getelementptr i8, ptr %18, i64 64
  %19 = mul nuw nsw i64 %indvar15, 7040
  %20 = getelementptr i8, ptr %C, i64 %19
  %scevgep97 = getelementptr i8, ptr %20, i64 1760
  %21 = getelementptr i8, ptr %C, i64 %19
  %scevgep99 = getelementptr i8, ptr %21, i64 1824
  %22 = mul nuw nsw i64 %indvar15, 7040
  %23 = getelementptr i8, ptr %C, i64 %22
  %scevgep51 = getelementptr i8, ptr %23, i64 3520
  %24 = getelementptr i8, ptr %C, i64 %22
  %scevgep53 = getelementptr i8, ptr %24, i64 3584
  %25 = mul nuw nsw i64 %indvar15, 7040
  %26 = getelementptr i8, ptr %C, i64 %25
  %scevgep17 = getelementptr i8, ptr %26, i64 5280
  %27 = getelementptr i8, ptr %C, i64 %25
  %scevgep19 = getelementptr i8, ptr %27, i64 5344
  br i1 %cmp2248, label %for.cond4.preheader.lr.ph, label %for.cond.cleanup

for.cond4.preheader.lr.ph:                        ; preds = %for.cond1.preheader
  %arrayidx23 = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv264
  %arrayidx28 = getelementptr inbounds nuw i8, ptr %arrayidx23, i64 1920
  %arrayidx33 = getelementptr inbounds nuw i8, ptr %arrayidx23, i64 3840
  %arrayidx38 = getelementptr inbounds nuw i8, ptr %arrayidx23, i64 5760
  %arrayidx87 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv264
  %arrayidx140 = getelementptr inbounds nuw i8, ptr %arrayidx87, i64 1760
  %arrayidx198 = getelementptr inbounds nuw i8, ptr %arrayidx87, i64 3520
  %arrayidx256 = getelementptr inbounds nuw i8, ptr %arrayidx87, i64 5280
  br label %for.cond4.preheader

for.cond4.preheader:                              ; preds = %for.cond.cleanup6, %for.cond4.preheader.lr.ph
  %indvars.iv257 = phi i64 [ 0, %for.cond4.preheader.lr.ph ], [ %indvars.iv.next258, %for.cond.cleanup6 ]
  br i1 %cmp5223, label %for.body7.lr.ph, label %for.cond.cleanup6

for.body7.lr.ph:                                  ; preds = %for.cond4.preheader
  %invariant.gep = getelementptr inbounds nuw double, ptr %B, i64 %indvars.iv257
  br i1 %3, label %for.body7.epil.preheader, label %for.body7

for.cond.cleanup:                                 ; preds = %for.cond.cleanup6, %for.cond1.preheader
  br i1 %cmp5223, label %for.cond1.preheader.lr.ph.split.us.i, label %for.cond1.preheader.lr.ph.split.i

for.cond1.preheader.lr.ph.split.us.i:             ; preds = %for.cond.cleanup
  br i1 %cmp216.i, label %for.cond1.preheader.us.us.preheader.i, label %edge.exit

for.cond1.preheader.us.us.preheader.i:            ; preds = %for.cond1.preheader.lr.ph.split.us.i
  %arrayidx.us.us.i = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv264
  %28 = getelementptr double, ptr %arrayidx.us.us.i, i64 %0
  %wide.masked.load328 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %28, <8 x i1> %4, <8 x double> poison), !tbaa !9
  %29 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load328, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %29, ptr align 8 %28, <8 x i1> %4), !tbaa !9
  br i1 %5, label %for.cond7.preheader.us.us.i, label %vector.body322.1, !llvm.loop !11

vector.body322.1:                                 ; preds = %for.cond1.preheader.us.us.preheader.i
  %30 = getelementptr i8, ptr %arrayidx.us.us.i, i64 64
  %31 = getelementptr double, ptr %30, i64 %0
  %wide.masked.load328.1 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %31, <8 x i1> %6, <8 x double> poison), !tbaa !9
  %32 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load328.1, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %32, ptr align 8 %31, <8 x i1> %6), !tbaa !9
  br label %for.cond7.preheader.us.us.i

for.cond7.preheader.us.us.i:                      ; preds = %vector.body322.1, %for.cond1.preheader.us.us.preheader.i
  %arrayidx12.us.us.i = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv264
  br label %for.body10.us.us.us.i

for.body10.us.us.us.i:                            ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i, %for.cond7.preheader.us.us.i
  %indvars.iv81.i = phi i64 [ %indvars.iv.next82.i, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i ], [ 0, %for.cond7.preheader.us.us.i ]
  %33 = mul i64 %indvars.iv81.i, 1760
  %scevgep147 = getelementptr i8, ptr %B, i64 %33
  %34 = getelementptr i8, ptr %B, i64 %33
  %scevgep149 = getelementptr i8, ptr %34, i64 64
  %arrayidx14.us.us.us.i = getelementptr inbounds nuw double, ptr %arrayidx12.us.us.i, i64 %indvars.iv81.i
  %35 = load double, ptr %arrayidx14.us.us.us.i, align 8, !tbaa !9
  %mul15.us.us.us.i = fmul reassoc nsz arcp contract double %35, %alpha
  %arrayidx22.us.us.us.i = getelementptr inbounds nuw [220 x double], ptr %B, i64 %indvars.iv81.i
  br i1 %lcmp.mod518.not, label %for.body20.us.us.us.i.prol.loopexit, label %for.body20.us.us.us.i.prol

for.body20.us.us.us.i.prol:                       ; preds = %for.body10.us.us.us.i, %for.body20.us.us.us.i.prol
  %indvars.iv76.i.prol = phi i64 [ %indvars.iv.next77.i.prol, %for.body20.us.us.us.i.prol ], [ %0, %for.body10.us.us.us.i ]
  %prol.iter = phi i64 [ %prol.iter.next, %for.body20.us.us.us.i.prol ], [ 0, %for.body10.us.us.us.i ]
  %arrayidx24.us.us.us.i.prol = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv76.i.prol
  %36 = load double, ptr %arrayidx24.us.us.us.i.prol, align 8, !tbaa !9
  %mul25.us.us.us.i.prol = fmul reassoc nsz arcp contract double %36, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.prol = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv76.i.prol
  %37 = load double, ptr %arrayidx29.us.us.us.i.prol, align 8, !tbaa !9
  %add.us.us.us.i.prol = fadd reassoc nsz arcp contract double %37, %mul25.us.us.us.i.prol
  store double %add.us.us.us.i.prol, ptr %arrayidx29.us.us.us.i.prol, align 8, !tbaa !9
  %indvars.iv.next77.i.prol = add nsw i64 %indvars.iv76.i.prol, 1
  %prol.iter.next = add nuw nsw i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %prol.iter.next, %xtraiter517
  br i1 %prol.iter.cmp.not, label %for.body20.us.us.us.i.prol.loopexit, label %for.body20.us.us.us.i.prol, !llvm.loop !15

for.body20.us.us.us.i.prol.loopexit:              ; preds = %for.body20.us.us.us.i.prol, %for.body10.us.us.us.i
  %indvars.iv76.i.unr = phi i64 [ %0, %for.body10.us.us.us.i ], [ %indvars.iv.next77.i.prol, %for.body20.us.us.us.i.prol ]
  br i1 %8, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i, label %for.body20.us.us.us.i.preheader

for.body20.us.us.us.i.preheader:                  ; preds = %for.body20.us.us.us.i.prol.loopexit
  %38 = sub i64 %16, %indvars.iv76.i.unr
  %39 = lshr i64 %38, 3
  %40 = add nuw nsw i64 %39, 1
  %min.iters.check155 = icmp ult i64 %38, 56
  br i1 %min.iters.check155, label %for.body20.us.us.us.i.preheader193, label %vector.memcheck142

vector.memcheck142:                               ; preds = %for.body20.us.us.us.i.preheader
  %41 = shl nsw i64 %indvars.iv76.i.unr, 3
  %scevgep144 = getelementptr i8, ptr %scevgep143, i64 %41
  %42 = sub i64 %15, %indvars.iv76.i.unr
  %43 = shl i64 %42, 3
  %44 = and i64 %43, -64
  %45 = add i64 %44, %41
  %scevgep146 = getelementptr i8, ptr %scevgep145, i64 %45
  %scevgep148 = getelementptr i8, ptr %scevgep147, i64 %41
  %scevgep150 = getelementptr i8, ptr %scevgep149, i64 %45
  %bound0151 = icmp ult ptr %scevgep144, %scevgep150
  %bound1152 = icmp ult ptr %scevgep148, %scevgep146
  %found.conflict153 = and i1 %bound0151, %bound1152
  br i1 %found.conflict153, label %for.body20.us.us.us.i.preheader193, label %vector.ph156

vector.ph156:                                     ; preds = %vector.memcheck142
  %n.vec158 = and i64 %40, 4611686018427387896
  %46 = shl i64 %n.vec158, 3
  %47 = add i64 %indvars.iv76.i.unr, %46
  %broadcast.splatinsert159 = insertelement <8 x double> poison, double %mul15.us.us.us.i, i64 0
  %broadcast.splat160 = shufflevector <8 x double> %broadcast.splatinsert159, <8 x double> poison, <8 x i32> zeroinitializer
  %broadcast.splatinsert161 = insertelement <8 x i64> poison, i64 %indvars.iv76.i.unr, i64 0
  %broadcast.splat162 = shufflevector <8 x i64> %broadcast.splatinsert161, <8 x i64> poison, <8 x i32> zeroinitializer
  %induction163 = add nsw <8 x i64> %broadcast.splat162, <i64 0, i64 8, i64 16, i64 24, i64 32, i64 40, i64 48, i64 56>
  br label %vector.body164

vector.body164:                                   ; preds = %vector.body164, %vector.ph156
  %index165 = phi i64 [ 0, %vector.ph156 ], [ %index.next183, %vector.body164 ]
  %vec.ind166 = phi <8 x i64> [ %induction163, %vector.ph156 ], [ %vec.ind.next184, %vector.body164 ]
  %48 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %vec.ind166
  %wide.masked.gather167 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %48, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %49 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather167, %broadcast.splat160
  %50 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %vec.ind166
  %wide.masked.gather168 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %50, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %51 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather168, %49
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %51, <8 x ptr> align 8 %50, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %52 = add nsw <8 x i64> %vec.ind166, splat (i64 1)
  %53 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %52
  %wide.masked.gather169 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %53, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %54 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather169, %broadcast.splat160
  %55 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %52
  %wide.masked.gather170 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %55, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %56 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather170, %54
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %56, <8 x ptr> align 8 %55, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %57 = add nsw <8 x i64> %vec.ind166, splat (i64 2)
  %58 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %57
  %wide.masked.gather171 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %58, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %59 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather171, %broadcast.splat160
  %60 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %57
  %wide.masked.gather172 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %60, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %61 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather172, %59
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %61, <8 x ptr> align 8 %60, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %62 = add nsw <8 x i64> %vec.ind166, splat (i64 3)
  %63 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %62
  %wide.masked.gather173 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %63, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %64 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather173, %broadcast.splat160
  %65 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %62
  %wide.masked.gather174 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %65, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %66 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather174, %64
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %66, <8 x ptr> align 8 %65, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %67 = add nsw <8 x i64> %vec.ind166, splat (i64 4)
  %68 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %67
  %wide.masked.gather175 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %68, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %69 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather175, %broadcast.splat160
  %70 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %67
  %wide.masked.gather176 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %70, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %71 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather176, %69
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %71, <8 x ptr> align 8 %70, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %72 = add nsw <8 x i64> %vec.ind166, splat (i64 5)
  %73 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %72
  %wide.masked.gather177 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %73, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %74 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather177, %broadcast.splat160
  %75 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %72
  %wide.masked.gather178 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %75, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %76 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather178, %74
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %76, <8 x ptr> align 8 %75, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %77 = add nsw <8 x i64> %vec.ind166, splat (i64 6)
  %78 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %77
  %wide.masked.gather179 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %78, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %79 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather179, %broadcast.splat160
  %80 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %77
  %wide.masked.gather180 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %80, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %81 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather180, %79
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %81, <8 x ptr> align 8 %80, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %82 = add nsw <8 x i64> %vec.ind166, splat (i64 7)
  %83 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, <8 x i64> %82
  %wide.masked.gather181 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %83, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !17
  %84 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather181, %broadcast.splat160
  %85 = getelementptr inbounds double, ptr %arrayidx.us.us.i, <8 x i64> %82
  %wide.masked.gather182 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %85, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !20, !noalias !17
  %86 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather182, %84
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %86, <8 x ptr> align 8 %85, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !20, !noalias !17
  %index.next183 = add nuw i64 %index165, 8
  %vec.ind.next184 = add nsw <8 x i64> %vec.ind166, splat (i64 64)
  %87 = icmp eq i64 %index.next183, %n.vec158
  br i1 %87, label %middle.block185, label %vector.body164, !llvm.loop !22

middle.block185:                                  ; preds = %vector.body164
  %cmp.n186 = icmp eq i64 %40, %n.vec158
  br i1 %cmp.n186, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i, label %for.body20.us.us.us.i.preheader193

for.body20.us.us.us.i.preheader193:               ; preds = %vector.memcheck142, %for.body20.us.us.us.i.preheader, %middle.block185
  %indvars.iv76.i.ph = phi i64 [ %indvars.iv76.i.unr, %vector.memcheck142 ], [ %indvars.iv76.i.unr, %for.body20.us.us.us.i.preheader ], [ %47, %middle.block185 ]
  br label %for.body20.us.us.us.i

for.body20.us.us.us.i:                            ; preds = %for.body20.us.us.us.i.preheader193, %for.body20.us.us.us.i
  %indvars.iv76.i = phi i64 [ %indvars.iv.next77.i.7, %for.body20.us.us.us.i ], [ %indvars.iv76.i.ph, %for.body20.us.us.us.i.preheader193 ]
  %arrayidx24.us.us.us.i = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv76.i
  %88 = load double, ptr %arrayidx24.us.us.us.i, align 8, !tbaa !9
  %mul25.us.us.us.i = fmul reassoc nsz arcp contract double %88, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv76.i
  %89 = load double, ptr %arrayidx29.us.us.us.i, align 8, !tbaa !9
  %add.us.us.us.i = fadd reassoc nsz arcp contract double %89, %mul25.us.us.us.i
  store double %add.us.us.us.i, ptr %arrayidx29.us.us.us.i, align 8, !tbaa !9
  %indvars.iv.next77.i = add nsw i64 %indvars.iv76.i, 1
  %arrayidx24.us.us.us.i.1520 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i
  %90 = load double, ptr %arrayidx24.us.us.us.i.1520, align 8, !tbaa !9
  %mul25.us.us.us.i.1521 = fmul reassoc nsz arcp contract double %90, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.1522 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i
  %91 = load double, ptr %arrayidx29.us.us.us.i.1522, align 8, !tbaa !9
  %add.us.us.us.i.1523 = fadd reassoc nsz arcp contract double %91, %mul25.us.us.us.i.1521
  store double %add.us.us.us.i.1523, ptr %arrayidx29.us.us.us.i.1522, align 8, !tbaa !9
  %indvars.iv.next77.i.1524 = add nsw i64 %indvars.iv76.i, 2
  %arrayidx24.us.us.us.i.2528 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.1524
  %92 = load double, ptr %arrayidx24.us.us.us.i.2528, align 8, !tbaa !9
  %mul25.us.us.us.i.2529 = fmul reassoc nsz arcp contract double %92, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.2530 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.1524
  %93 = load double, ptr %arrayidx29.us.us.us.i.2530, align 8, !tbaa !9
  %add.us.us.us.i.2531 = fadd reassoc nsz arcp contract double %93, %mul25.us.us.us.i.2529
  store double %add.us.us.us.i.2531, ptr %arrayidx29.us.us.us.i.2530, align 8, !tbaa !9
  %indvars.iv.next77.i.2532 = add nsw i64 %indvars.iv76.i, 3
  %arrayidx24.us.us.us.i.3536 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.2532
  %94 = load double, ptr %arrayidx24.us.us.us.i.3536, align 8, !tbaa !9
  %mul25.us.us.us.i.3537 = fmul reassoc nsz arcp contract double %94, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.3538 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.2532
  %95 = load double, ptr %arrayidx29.us.us.us.i.3538, align 8, !tbaa !9
  %add.us.us.us.i.3539 = fadd reassoc nsz arcp contract double %95, %mul25.us.us.us.i.3537
  store double %add.us.us.us.i.3539, ptr %arrayidx29.us.us.us.i.3538, align 8, !tbaa !9
  %indvars.iv.next77.i.3540 = add nsw i64 %indvars.iv76.i, 4
  %arrayidx24.us.us.us.i.4 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.3540
  %96 = load double, ptr %arrayidx24.us.us.us.i.4, align 8, !tbaa !9
  %mul25.us.us.us.i.4 = fmul reassoc nsz arcp contract double %96, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.4 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.3540
  %97 = load double, ptr %arrayidx29.us.us.us.i.4, align 8, !tbaa !9
  %add.us.us.us.i.4 = fadd reassoc nsz arcp contract double %97, %mul25.us.us.us.i.4
  store double %add.us.us.us.i.4, ptr %arrayidx29.us.us.us.i.4, align 8, !tbaa !9
  %indvars.iv.next77.i.4 = add nsw i64 %indvars.iv76.i, 5
  %arrayidx24.us.us.us.i.5 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.4
  %98 = load double, ptr %arrayidx24.us.us.us.i.5, align 8, !tbaa !9
  %mul25.us.us.us.i.5 = fmul reassoc nsz arcp contract double %98, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.5 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.4
  %99 = load double, ptr %arrayidx29.us.us.us.i.5, align 8, !tbaa !9
  %add.us.us.us.i.5 = fadd reassoc nsz arcp contract double %99, %mul25.us.us.us.i.5
  store double %add.us.us.us.i.5, ptr %arrayidx29.us.us.us.i.5, align 8, !tbaa !9
  %indvars.iv.next77.i.5 = add nsw i64 %indvars.iv76.i, 6
  %arrayidx24.us.us.us.i.6 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.5
  %100 = load double, ptr %arrayidx24.us.us.us.i.6, align 8, !tbaa !9
  %mul25.us.us.us.i.6 = fmul reassoc nsz arcp contract double %100, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.6 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.5
  %101 = load double, ptr %arrayidx29.us.us.us.i.6, align 8, !tbaa !9
  %add.us.us.us.i.6 = fadd reassoc nsz arcp contract double %101, %mul25.us.us.us.i.6
  store double %add.us.us.us.i.6, ptr %arrayidx29.us.us.us.i.6, align 8, !tbaa !9
  %indvars.iv.next77.i.6 = add nsw i64 %indvars.iv76.i, 7
  %arrayidx24.us.us.us.i.7 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i, i64 %indvars.iv.next77.i.6
  %102 = load double, ptr %arrayidx24.us.us.us.i.7, align 8, !tbaa !9
  %mul25.us.us.us.i.7 = fmul reassoc nsz arcp contract double %102, %mul15.us.us.us.i
  %arrayidx29.us.us.us.i.7 = getelementptr inbounds double, ptr %arrayidx.us.us.i, i64 %indvars.iv.next77.i.6
  %103 = load double, ptr %arrayidx29.us.us.us.i.7, align 8, !tbaa !9
  %add.us.us.us.i.7 = fadd reassoc nsz arcp contract double %103, %mul25.us.us.us.i.7
  store double %add.us.us.us.i.7, ptr %arrayidx29.us.us.us.i.7, align 8, !tbaa !9
  %indvars.iv.next77.i.7 = add nsw i64 %indvars.iv76.i, 8
  %exitcond80.not.i.7 = icmp eq i64 %indvars.iv.next77.i.7, %wide.trip.count.i
  br i1 %exitcond80.not.i.7, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i, label %for.body20.us.us.us.i, !llvm.loop !23

for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i: ; preds = %for.body20.us.us.us.i, %middle.block185, %for.body20.us.us.us.i.prol.loopexit
  %indvars.iv.next82.i = add nuw nsw i64 %indvars.iv81.i, 1
  %exitcond85.not.i = icmp eq i64 %indvars.iv.next82.i, %wide.trip.count84.i
  br i1 %exitcond85.not.i, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i, label %for.body10.us.us.us.i, !llvm.loop !24

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i: ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i
  %indvars.iv.next87.i = or disjoint i64 %indvars.iv264, 1
  %arrayidx.us.us.i.1 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv.next87.i
  %invariant.gep564 = getelementptr double, ptr %arrayidx.us.us.i.1, i64 %0
  br label %vector.body304

vector.body304:                                   ; preds = %vector.body304, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i
  %index305 = phi i64 [ 0, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i ], [ %index.next311, %vector.body304 ]
  %broadcast.splatinsert307 = insertelement <8 x i64> poison, i64 %index305, i64 0
  %broadcast.splat308 = shufflevector <8 x i64> %broadcast.splatinsert307, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv309 = or disjoint <8 x i64> %broadcast.splat308, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %104 = icmp ule <8 x i64> %vec.iv309, %broadcast.splat391
  %gep565 = getelementptr double, ptr %invariant.gep564, i64 %index305
  %wide.masked.load310 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep565, <8 x i1> %104, <8 x double> poison), !tbaa !9
  %105 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load310, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %105, ptr align 8 %gep565, <8 x i1> %104), !tbaa !9
  %index.next311 = add nuw i64 %index305, 8
  %106 = icmp eq i64 %index.next311, %n.vec388
  br i1 %106, label %for.cond7.preheader.us.us.i.1, label %vector.body304, !llvm.loop !25

for.cond7.preheader.us.us.i.1:                    ; preds = %vector.body304
  %arrayidx12.us.us.i.1 = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv.next87.i
  br label %for.body10.us.us.us.i.1

for.body10.us.us.us.i.1:                          ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1, %for.cond7.preheader.us.us.i.1
  %indvars.iv81.i.1 = phi i64 [ %indvars.iv.next82.i.1, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1 ], [ 0, %for.cond7.preheader.us.us.i.1 ]
  %107 = mul i64 %indvars.iv81.i.1, 1760
  %scevgep101 = getelementptr i8, ptr %B, i64 %107
  %108 = getelementptr i8, ptr %B, i64 %107
  %scevgep103 = getelementptr i8, ptr %108, i64 64
  %arrayidx14.us.us.us.i.1 = getelementptr inbounds nuw double, ptr %arrayidx12.us.us.i.1, i64 %indvars.iv81.i.1
  %109 = load double, ptr %arrayidx14.us.us.us.i.1, align 8, !tbaa !9
  %mul15.us.us.us.i.1 = fmul reassoc nsz arcp contract double %109, %alpha
  %arrayidx22.us.us.us.i.1 = getelementptr inbounds nuw [220 x double], ptr %B, i64 %indvars.iv81.i.1
  br i1 %lcmp.mod518.not, label %for.body20.us.us.us.i.1.prol.loopexit, label %for.body20.us.us.us.i.1.prol

for.body20.us.us.us.i.1.prol:                     ; preds = %for.body10.us.us.us.i.1, %for.body20.us.us.us.i.1.prol
  %indvars.iv76.i.1.prol = phi i64 [ %indvars.iv.next77.i.1.prol, %for.body20.us.us.us.i.1.prol ], [ %0, %for.body10.us.us.us.i.1 ]
  %prol.iter545 = phi i64 [ %prol.iter545.next, %for.body20.us.us.us.i.1.prol ], [ 0, %for.body10.us.us.us.i.1 ]
  %arrayidx24.us.us.us.i.1.prol = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv76.i.1.prol
  %110 = load double, ptr %arrayidx24.us.us.us.i.1.prol, align 8, !tbaa !9
  %mul25.us.us.us.i.1.prol = fmul reassoc nsz arcp contract double %110, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.prol = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv76.i.1.prol
  %111 = load double, ptr %arrayidx29.us.us.us.i.1.prol, align 8, !tbaa !9
  %add.us.us.us.i.1.prol = fadd reassoc nsz arcp contract double %111, %mul25.us.us.us.i.1.prol
  store double %add.us.us.us.i.1.prol, ptr %arrayidx29.us.us.us.i.1.prol, align 8, !tbaa !9
  %indvars.iv.next77.i.1.prol = add nsw i64 %indvars.iv76.i.1.prol, 1
  %prol.iter545.next = add nuw nsw i64 %prol.iter545, 1
  %prol.iter545.cmp.not = icmp eq i64 %prol.iter545.next, %xtraiter517
  br i1 %prol.iter545.cmp.not, label %for.body20.us.us.us.i.1.prol.loopexit, label %for.body20.us.us.us.i.1.prol, !llvm.loop !26

for.body20.us.us.us.i.1.prol.loopexit:            ; preds = %for.body20.us.us.us.i.1.prol, %for.body10.us.us.us.i.1
  %indvars.iv76.i.1.unr = phi i64 [ %0, %for.body10.us.us.us.i.1 ], [ %indvars.iv.next77.i.1.prol, %for.body20.us.us.us.i.1.prol ]
  br i1 %8, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1, label %for.body20.us.us.us.i.1.preheader

for.body20.us.us.us.i.1.preheader:                ; preds = %for.body20.us.us.us.i.1.prol.loopexit
  %112 = sub i64 %14, %indvars.iv76.i.1.unr
  %113 = lshr i64 %112, 3
  %114 = add nuw nsw i64 %113, 1
  %min.iters.check109 = icmp ult i64 %112, 56
  br i1 %min.iters.check109, label %for.body20.us.us.us.i.1.preheader192, label %vector.memcheck96

vector.memcheck96:                                ; preds = %for.body20.us.us.us.i.1.preheader
  %115 = shl nsw i64 %indvars.iv76.i.1.unr, 3
  %scevgep98 = getelementptr i8, ptr %scevgep97, i64 %115
  %116 = sub i64 %13, %indvars.iv76.i.1.unr
  %117 = shl i64 %116, 3
  %118 = and i64 %117, -64
  %119 = add i64 %118, %115
  %scevgep100 = getelementptr i8, ptr %scevgep99, i64 %119
  %scevgep102 = getelementptr i8, ptr %scevgep101, i64 %115
  %scevgep104 = getelementptr i8, ptr %scevgep103, i64 %119
  %bound0105 = icmp ult ptr %scevgep98, %scevgep104
  %bound1106 = icmp ult ptr %scevgep102, %scevgep100
  %found.conflict107 = and i1 %bound0105, %bound1106
  br i1 %found.conflict107, label %for.body20.us.us.us.i.1.preheader192, label %vector.ph110

vector.ph110:                                     ; preds = %vector.memcheck96
  %n.vec112 = and i64 %114, 4611686018427387896
  %120 = shl i64 %n.vec112, 3
  %121 = add i64 %indvars.iv76.i.1.unr, %120
  %broadcast.splatinsert113 = insertelement <8 x double> poison, double %mul15.us.us.us.i.1, i64 0
  %broadcast.splat114 = shufflevector <8 x double> %broadcast.splatinsert113, <8 x double> poison, <8 x i32> zeroinitializer
  %broadcast.splatinsert115 = insertelement <8 x i64> poison, i64 %indvars.iv76.i.1.unr, i64 0
  %broadcast.splat116 = shufflevector <8 x i64> %broadcast.splatinsert115, <8 x i64> poison, <8 x i32> zeroinitializer
  %induction117 = add nsw <8 x i64> %broadcast.splat116, <i64 0, i64 8, i64 16, i64 24, i64 32, i64 40, i64 48, i64 56>
  br label %vector.body118

vector.body118:                                   ; preds = %vector.body118, %vector.ph110
  %index119 = phi i64 [ 0, %vector.ph110 ], [ %index.next137, %vector.body118 ]
  %vec.ind120 = phi <8 x i64> [ %induction117, %vector.ph110 ], [ %vec.ind.next138, %vector.body118 ]
  %122 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %vec.ind120
  %wide.masked.gather121 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %122, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %123 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather121, %broadcast.splat114
  %124 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %vec.ind120
  %wide.masked.gather122 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %124, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %125 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather122, %123
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %125, <8 x ptr> align 8 %124, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %126 = add nsw <8 x i64> %vec.ind120, splat (i64 1)
  %127 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %126
  %wide.masked.gather123 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %127, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %128 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather123, %broadcast.splat114
  %129 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %126
  %wide.masked.gather124 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %129, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %130 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather124, %128
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %130, <8 x ptr> align 8 %129, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %131 = add nsw <8 x i64> %vec.ind120, splat (i64 2)
  %132 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %131
  %wide.masked.gather125 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %132, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %133 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather125, %broadcast.splat114
  %134 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %131
  %wide.masked.gather126 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %134, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %135 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather126, %133
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %135, <8 x ptr> align 8 %134, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %136 = add nsw <8 x i64> %vec.ind120, splat (i64 3)
  %137 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %136
  %wide.masked.gather127 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %137, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %138 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather127, %broadcast.splat114
  %139 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %136
  %wide.masked.gather128 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %139, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %140 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather128, %138
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %140, <8 x ptr> align 8 %139, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %141 = add nsw <8 x i64> %vec.ind120, splat (i64 4)
  %142 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %141
  %wide.masked.gather129 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %142, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %143 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather129, %broadcast.splat114
  %144 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %141
  %wide.masked.gather130 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %144, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %145 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather130, %143
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %145, <8 x ptr> align 8 %144, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %146 = add nsw <8 x i64> %vec.ind120, splat (i64 5)
  %147 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %146
  %wide.masked.gather131 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %147, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %148 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather131, %broadcast.splat114
  %149 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %146
  %wide.masked.gather132 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %149, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %150 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather132, %148
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %150, <8 x ptr> align 8 %149, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %151 = add nsw <8 x i64> %vec.ind120, splat (i64 6)
  %152 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %151
  %wide.masked.gather133 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %152, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %153 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather133, %broadcast.splat114
  %154 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %151
  %wide.masked.gather134 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %154, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %155 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather134, %153
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %155, <8 x ptr> align 8 %154, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %156 = add nsw <8 x i64> %vec.ind120, splat (i64 7)
  %157 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, <8 x i64> %156
  %wide.masked.gather135 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %157, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !27
  %158 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather135, %broadcast.splat114
  %159 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, <8 x i64> %156
  %wide.masked.gather136 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %159, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !30, !noalias !27
  %160 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather136, %158
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %160, <8 x ptr> align 8 %159, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !30, !noalias !27
  %index.next137 = add nuw i64 %index119, 8
  %vec.ind.next138 = add nsw <8 x i64> %vec.ind120, splat (i64 64)
  %161 = icmp eq i64 %index.next137, %n.vec112
  br i1 %161, label %middle.block139, label %vector.body118, !llvm.loop !32

middle.block139:                                  ; preds = %vector.body118
  %cmp.n140 = icmp eq i64 %114, %n.vec112
  br i1 %cmp.n140, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1, label %for.body20.us.us.us.i.1.preheader192

for.body20.us.us.us.i.1.preheader192:             ; preds = %vector.memcheck96, %for.body20.us.us.us.i.1.preheader, %middle.block139
  %indvars.iv76.i.1.ph = phi i64 [ %indvars.iv76.i.1.unr, %vector.memcheck96 ], [ %indvars.iv76.i.1.unr, %for.body20.us.us.us.i.1.preheader ], [ %121, %middle.block139 ]
  br label %for.body20.us.us.us.i.1

for.body20.us.us.us.i.1:                          ; preds = %for.body20.us.us.us.i.1.preheader192, %for.body20.us.us.us.i.1
  %indvars.iv76.i.1 = phi i64 [ %indvars.iv.next77.i.1.7, %for.body20.us.us.us.i.1 ], [ %indvars.iv76.i.1.ph, %for.body20.us.us.us.i.1.preheader192 ]
  %arrayidx24.us.us.us.i.1 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv76.i.1
  %162 = load double, ptr %arrayidx24.us.us.us.i.1, align 8, !tbaa !9
  %mul25.us.us.us.i.1 = fmul reassoc nsz arcp contract double %162, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv76.i.1
  %163 = load double, ptr %arrayidx29.us.us.us.i.1, align 8, !tbaa !9
  %add.us.us.us.i.1 = fadd reassoc nsz arcp contract double %163, %mul25.us.us.us.i.1
  store double %add.us.us.us.i.1, ptr %arrayidx29.us.us.us.i.1, align 8, !tbaa !9
  %indvars.iv.next77.i.1 = add nsw i64 %indvars.iv76.i.1, 1
  %arrayidx24.us.us.us.i.1.1 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1
  %164 = load double, ptr %arrayidx24.us.us.us.i.1.1, align 8, !tbaa !9
  %mul25.us.us.us.i.1.1 = fmul reassoc nsz arcp contract double %164, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.1 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1
  %165 = load double, ptr %arrayidx29.us.us.us.i.1.1, align 8, !tbaa !9
  %add.us.us.us.i.1.1 = fadd reassoc nsz arcp contract double %165, %mul25.us.us.us.i.1.1
  store double %add.us.us.us.i.1.1, ptr %arrayidx29.us.us.us.i.1.1, align 8, !tbaa !9
  %indvars.iv.next77.i.1.1 = add nsw i64 %indvars.iv76.i.1, 2
  %arrayidx24.us.us.us.i.1.2 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.1
  %166 = load double, ptr %arrayidx24.us.us.us.i.1.2, align 8, !tbaa !9
  %mul25.us.us.us.i.1.2 = fmul reassoc nsz arcp contract double %166, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.2 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.1
  %167 = load double, ptr %arrayidx29.us.us.us.i.1.2, align 8, !tbaa !9
  %add.us.us.us.i.1.2 = fadd reassoc nsz arcp contract double %167, %mul25.us.us.us.i.1.2
  store double %add.us.us.us.i.1.2, ptr %arrayidx29.us.us.us.i.1.2, align 8, !tbaa !9
  %indvars.iv.next77.i.1.2 = add nsw i64 %indvars.iv76.i.1, 3
  %arrayidx24.us.us.us.i.1.3 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.2
  %168 = load double, ptr %arrayidx24.us.us.us.i.1.3, align 8, !tbaa !9
  %mul25.us.us.us.i.1.3 = fmul reassoc nsz arcp contract double %168, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.3 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.2
  %169 = load double, ptr %arrayidx29.us.us.us.i.1.3, align 8, !tbaa !9
  %add.us.us.us.i.1.3 = fadd reassoc nsz arcp contract double %169, %mul25.us.us.us.i.1.3
  store double %add.us.us.us.i.1.3, ptr %arrayidx29.us.us.us.i.1.3, align 8, !tbaa !9
  %indvars.iv.next77.i.1.3 = add nsw i64 %indvars.iv76.i.1, 4
  %arrayidx24.us.us.us.i.1.4 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.3
  %170 = load double, ptr %arrayidx24.us.us.us.i.1.4, align 8, !tbaa !9
  %mul25.us.us.us.i.1.4 = fmul reassoc nsz arcp contract double %170, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.4 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.3
  %171 = load double, ptr %arrayidx29.us.us.us.i.1.4, align 8, !tbaa !9
  %add.us.us.us.i.1.4 = fadd reassoc nsz arcp contract double %171, %mul25.us.us.us.i.1.4
  store double %add.us.us.us.i.1.4, ptr %arrayidx29.us.us.us.i.1.4, align 8, !tbaa !9
  %indvars.iv.next77.i.1.4 = add nsw i64 %indvars.iv76.i.1, 5
  %arrayidx24.us.us.us.i.1.5 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.4
  %172 = load double, ptr %arrayidx24.us.us.us.i.1.5, align 8, !tbaa !9
  %mul25.us.us.us.i.1.5 = fmul reassoc nsz arcp contract double %172, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.5 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.4
  %173 = load double, ptr %arrayidx29.us.us.us.i.1.5, align 8, !tbaa !9
  %add.us.us.us.i.1.5 = fadd reassoc nsz arcp contract double %173, %mul25.us.us.us.i.1.5
  store double %add.us.us.us.i.1.5, ptr %arrayidx29.us.us.us.i.1.5, align 8, !tbaa !9
  %indvars.iv.next77.i.1.5 = add nsw i64 %indvars.iv76.i.1, 6
  %arrayidx24.us.us.us.i.1.6 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.5
  %174 = load double, ptr %arrayidx24.us.us.us.i.1.6, align 8, !tbaa !9
  %mul25.us.us.us.i.1.6 = fmul reassoc nsz arcp contract double %174, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.6 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.5
  %175 = load double, ptr %arrayidx29.us.us.us.i.1.6, align 8, !tbaa !9
  %add.us.us.us.i.1.6 = fadd reassoc nsz arcp contract double %175, %mul25.us.us.us.i.1.6
  store double %add.us.us.us.i.1.6, ptr %arrayidx29.us.us.us.i.1.6, align 8, !tbaa !9
  %indvars.iv.next77.i.1.6 = add nsw i64 %indvars.iv76.i.1, 7
  %arrayidx24.us.us.us.i.1.7 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.1, i64 %indvars.iv.next77.i.1.6
  %176 = load double, ptr %arrayidx24.us.us.us.i.1.7, align 8, !tbaa !9
  %mul25.us.us.us.i.1.7 = fmul reassoc nsz arcp contract double %176, %mul15.us.us.us.i.1
  %arrayidx29.us.us.us.i.1.7 = getelementptr inbounds double, ptr %arrayidx.us.us.i.1, i64 %indvars.iv.next77.i.1.6
  %177 = load double, ptr %arrayidx29.us.us.us.i.1.7, align 8, !tbaa !9
  %add.us.us.us.i.1.7 = fadd reassoc nsz arcp contract double %177, %mul25.us.us.us.i.1.7
  store double %add.us.us.us.i.1.7, ptr %arrayidx29.us.us.us.i.1.7, align 8, !tbaa !9
  %indvars.iv.next77.i.1.7 = add nsw i64 %indvars.iv76.i.1, 8
  %exitcond80.not.i.1.7 = icmp eq i64 %indvars.iv.next77.i.1.7, %wide.trip.count.i
  br i1 %exitcond80.not.i.1.7, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1, label %for.body20.us.us.us.i.1, !llvm.loop !33

for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1: ; preds = %for.body20.us.us.us.i.1, %middle.block139, %for.body20.us.us.us.i.1.prol.loopexit
  %indvars.iv.next82.i.1 = add nuw nsw i64 %indvars.iv81.i.1, 1
  %exitcond85.not.i.1 = icmp eq i64 %indvars.iv.next82.i.1, %wide.trip.count84.i
  br i1 %exitcond85.not.i.1, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.1, label %for.body10.us.us.us.i.1, !llvm.loop !24

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.1: ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.1
  %indvars.iv.next87.i.1 = or disjoint i64 %indvars.iv264, 2
  %arrayidx.us.us.i.2 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv.next87.i.1
  %invariant.gep566 = getelementptr double, ptr %arrayidx.us.us.i.2, i64 %0
  br label %vector.body286

vector.body286:                                   ; preds = %vector.body286, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.1
  %index287 = phi i64 [ 0, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.1 ], [ %index.next293, %vector.body286 ]
  %broadcast.splatinsert289 = insertelement <8 x i64> poison, i64 %index287, i64 0
  %broadcast.splat290 = shufflevector <8 x i64> %broadcast.splatinsert289, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv291 = or disjoint <8 x i64> %broadcast.splat290, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %178 = icmp ule <8 x i64> %vec.iv291, %broadcast.splat391
  %gep567 = getelementptr double, ptr %invariant.gep566, i64 %index287
  %wide.masked.load292 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep567, <8 x i1> %178, <8 x double> poison), !tbaa !9
  %179 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load292, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %179, ptr align 8 %gep567, <8 x i1> %178), !tbaa !9
  %index.next293 = add nuw i64 %index287, 8
  %180 = icmp eq i64 %index.next293, %n.vec388
  br i1 %180, label %for.cond7.preheader.us.us.i.2, label %vector.body286, !llvm.loop !34

for.cond7.preheader.us.us.i.2:                    ; preds = %vector.body286
  %arrayidx12.us.us.i.2 = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv.next87.i.1
  br label %for.body10.us.us.us.i.2

for.body10.us.us.us.i.2:                          ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2, %for.cond7.preheader.us.us.i.2
  %indvars.iv81.i.2 = phi i64 [ %indvars.iv.next82.i.2, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2 ], [ 0, %for.cond7.preheader.us.us.i.2 ]
  %181 = mul i64 %indvars.iv81.i.2, 1760
  %scevgep55 = getelementptr i8, ptr %B, i64 %181
  %182 = getelementptr i8, ptr %B, i64 %181
  %scevgep57 = getelementptr i8, ptr %182, i64 64
  %arrayidx14.us.us.us.i.2 = getelementptr inbounds nuw double, ptr %arrayidx12.us.us.i.2, i64 %indvars.iv81.i.2
  %183 = load double, ptr %arrayidx14.us.us.us.i.2, align 8, !tbaa !9
  %mul15.us.us.us.i.2 = fmul reassoc nsz arcp contract double %183, %alpha
  %arrayidx22.us.us.us.i.2 = getelementptr inbounds nuw [220 x double], ptr %B, i64 %indvars.iv81.i.2
  br i1 %lcmp.mod518.not, label %for.body20.us.us.us.i.2.prol.loopexit, label %for.body20.us.us.us.i.2.prol

for.body20.us.us.us.i.2.prol:                     ; preds = %for.body10.us.us.us.i.2, %for.body20.us.us.us.i.2.prol
  %indvars.iv76.i.2.prol = phi i64 [ %indvars.iv.next77.i.2.prol, %for.body20.us.us.us.i.2.prol ], [ %0, %for.body10.us.us.us.i.2 ]
  %prol.iter548 = phi i64 [ %prol.iter548.next, %for.body20.us.us.us.i.2.prol ], [ 0, %for.body10.us.us.us.i.2 ]
  %arrayidx24.us.us.us.i.2.prol = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv76.i.2.prol
  %184 = load double, ptr %arrayidx24.us.us.us.i.2.prol, align 8, !tbaa !9
  %mul25.us.us.us.i.2.prol = fmul reassoc nsz arcp contract double %184, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.prol = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv76.i.2.prol
  %185 = load double, ptr %arrayidx29.us.us.us.i.2.prol, align 8, !tbaa !9
  %add.us.us.us.i.2.prol = fadd reassoc nsz arcp contract double %185, %mul25.us.us.us.i.2.prol
  store double %add.us.us.us.i.2.prol, ptr %arrayidx29.us.us.us.i.2.prol, align 8, !tbaa !9
  %indvars.iv.next77.i.2.prol = add nsw i64 %indvars.iv76.i.2.prol, 1
  %prol.iter548.next = add nuw nsw i64 %prol.iter548, 1
  %prol.iter548.cmp.not = icmp eq i64 %prol.iter548.next, %xtraiter517
  br i1 %prol.iter548.cmp.not, label %for.body20.us.us.us.i.2.prol.loopexit, label %for.body20.us.us.us.i.2.prol, !llvm.loop !35

for.body20.us.us.us.i.2.prol.loopexit:            ; preds = %for.body20.us.us.us.i.2.prol, %for.body10.us.us.us.i.2
  %indvars.iv76.i.2.unr = phi i64 [ %0, %for.body10.us.us.us.i.2 ], [ %indvars.iv.next77.i.2.prol, %for.body20.us.us.us.i.2.prol ]
  br i1 %8, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2, label %for.body20.us.us.us.i.2.preheader

for.body20.us.us.us.i.2.preheader:                ; preds = %for.body20.us.us.us.i.2.prol.loopexit
  %186 = sub i64 %12, %indvars.iv76.i.2.unr
  %187 = lshr i64 %186, 3
  %188 = add nuw nsw i64 %187, 1
  %min.iters.check63 = icmp ult i64 %186, 56
  br i1 %min.iters.check63, label %for.body20.us.us.us.i.2.preheader191, label %vector.memcheck50

vector.memcheck50:                                ; preds = %for.body20.us.us.us.i.2.preheader
  %189 = shl nsw i64 %indvars.iv76.i.2.unr, 3
  %scevgep52 = getelementptr i8, ptr %scevgep51, i64 %189
  %190 = sub i64 %11, %indvars.iv76.i.2.unr
  %191 = shl i64 %190, 3
  %192 = and i64 %191, -64
  %193 = add i64 %192, %189
  %scevgep54 = getelementptr i8, ptr %scevgep53, i64 %193
  %scevgep56 = getelementptr i8, ptr %scevgep55, i64 %189
  %scevgep58 = getelementptr i8, ptr %scevgep57, i64 %193
  %bound059 = icmp ult ptr %scevgep52, %scevgep58
  %bound160 = icmp ult ptr %scevgep56, %scevgep54
  %found.conflict61 = and i1 %bound059, %bound160
  br i1 %found.conflict61, label %for.body20.us.us.us.i.2.preheader191, label %vector.ph64

vector.ph64:                                      ; preds = %vector.memcheck50
  %n.vec66 = and i64 %188, 4611686018427387896
  %194 = shl i64 %n.vec66, 3
  %195 = add i64 %indvars.iv76.i.2.unr, %194
  %broadcast.splatinsert67 = insertelement <8 x double> poison, double %mul15.us.us.us.i.2, i64 0
  %broadcast.splat68 = shufflevector <8 x double> %broadcast.splatinsert67, <8 x double> poison, <8 x i32> zeroinitializer
  %broadcast.splatinsert69 = insertelement <8 x i64> poison, i64 %indvars.iv76.i.2.unr, i64 0
  %broadcast.splat70 = shufflevector <8 x i64> %broadcast.splatinsert69, <8 x i64> poison, <8 x i32> zeroinitializer
  %induction71 = add nsw <8 x i64> %broadcast.splat70, <i64 0, i64 8, i64 16, i64 24, i64 32, i64 40, i64 48, i64 56>
  br label %vector.body72

vector.body72:                                    ; preds = %vector.body72, %vector.ph64
  %index73 = phi i64 [ 0, %vector.ph64 ], [ %index.next91, %vector.body72 ]
  %vec.ind74 = phi <8 x i64> [ %induction71, %vector.ph64 ], [ %vec.ind.next92, %vector.body72 ]
  %196 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %vec.ind74
  %wide.masked.gather75 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %196, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %197 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather75, %broadcast.splat68
  %198 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %vec.ind74
  %wide.masked.gather76 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %198, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %199 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather76, %197
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %199, <8 x ptr> align 8 %198, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %200 = add nsw <8 x i64> %vec.ind74, splat (i64 1)
  %201 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %200
  %wide.masked.gather77 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %201, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %202 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather77, %broadcast.splat68
  %203 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %200
  %wide.masked.gather78 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %203, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %204 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather78, %202
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %204, <8 x ptr> align 8 %203, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %205 = add nsw <8 x i64> %vec.ind74, splat (i64 2)
  %206 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %205
  %wide.masked.gather79 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %206, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %207 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather79, %broadcast.splat68
  %208 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %205
  %wide.masked.gather80 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %208, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %209 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather80, %207
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %209, <8 x ptr> align 8 %208, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %210 = add nsw <8 x i64> %vec.ind74, splat (i64 3)
  %211 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %210
  %wide.masked.gather81 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %211, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %212 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather81, %broadcast.splat68
  %213 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %210
  %wide.masked.gather82 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %213, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %214 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather82, %212
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %214, <8 x ptr> align 8 %213, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %215 = add nsw <8 x i64> %vec.ind74, splat (i64 4)
  %216 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %215
  %wide.masked.gather83 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %216, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %217 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather83, %broadcast.splat68
  %218 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %215
  %wide.masked.gather84 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %218, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %219 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather84, %217
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %219, <8 x ptr> align 8 %218, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %220 = add nsw <8 x i64> %vec.ind74, splat (i64 5)
  %221 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %220
  %wide.masked.gather85 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %221, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %222 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather85, %broadcast.splat68
  %223 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %220
  %wide.masked.gather86 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %223, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %224 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather86, %222
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %224, <8 x ptr> align 8 %223, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %225 = add nsw <8 x i64> %vec.ind74, splat (i64 6)
  %226 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %225
  %wide.masked.gather87 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %226, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %227 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather87, %broadcast.splat68
  %228 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %225
  %wide.masked.gather88 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %228, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %229 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather88, %227
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %229, <8 x ptr> align 8 %228, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %230 = add nsw <8 x i64> %vec.ind74, splat (i64 7)
  %231 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, <8 x i64> %230
  %wide.masked.gather89 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %231, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !36
  %232 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather89, %broadcast.splat68
  %233 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, <8 x i64> %230
  %wide.masked.gather90 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %233, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !39, !noalias !36
  %234 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather90, %232
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %234, <8 x ptr> align 8 %233, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !39, !noalias !36
  %index.next91 = add nuw i64 %index73, 8
  %vec.ind.next92 = add nsw <8 x i64> %vec.ind74, splat (i64 64)
  %235 = icmp eq i64 %index.next91, %n.vec66
  br i1 %235, label %middle.block93, label %vector.body72, !llvm.loop !41

middle.block93:                                   ; preds = %vector.body72
  %cmp.n94 = icmp eq i64 %188, %n.vec66
  br i1 %cmp.n94, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2, label %for.body20.us.us.us.i.2.preheader191

for.body20.us.us.us.i.2.preheader191:             ; preds = %vector.memcheck50, %for.body20.us.us.us.i.2.preheader, %middle.block93
  %indvars.iv76.i.2.ph = phi i64 [ %indvars.iv76.i.2.unr, %vector.memcheck50 ], [ %indvars.iv76.i.2.unr, %for.body20.us.us.us.i.2.preheader ], [ %195, %middle.block93 ]
  br label %for.body20.us.us.us.i.2

for.body20.us.us.us.i.2:                          ; preds = %for.body20.us.us.us.i.2.preheader191, %for.body20.us.us.us.i.2
  %indvars.iv76.i.2 = phi i64 [ %indvars.iv.next77.i.2.7, %for.body20.us.us.us.i.2 ], [ %indvars.iv76.i.2.ph, %for.body20.us.us.us.i.2.preheader191 ]
  %arrayidx24.us.us.us.i.2 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv76.i.2
  %236 = load double, ptr %arrayidx24.us.us.us.i.2, align 8, !tbaa !9
  %mul25.us.us.us.i.2 = fmul reassoc nsz arcp contract double %236, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv76.i.2
  %237 = load double, ptr %arrayidx29.us.us.us.i.2, align 8, !tbaa !9
  %add.us.us.us.i.2 = fadd reassoc nsz arcp contract double %237, %mul25.us.us.us.i.2
  store double %add.us.us.us.i.2, ptr %arrayidx29.us.us.us.i.2, align 8, !tbaa !9
  %indvars.iv.next77.i.2 = add nsw i64 %indvars.iv76.i.2, 1
  %arrayidx24.us.us.us.i.2.1 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2
  %238 = load double, ptr %arrayidx24.us.us.us.i.2.1, align 8, !tbaa !9
  %mul25.us.us.us.i.2.1 = fmul reassoc nsz arcp contract double %238, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.1 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2
  %239 = load double, ptr %arrayidx29.us.us.us.i.2.1, align 8, !tbaa !9
  %add.us.us.us.i.2.1 = fadd reassoc nsz arcp contract double %239, %mul25.us.us.us.i.2.1
  store double %add.us.us.us.i.2.1, ptr %arrayidx29.us.us.us.i.2.1, align 8, !tbaa !9
  %indvars.iv.next77.i.2.1 = add nsw i64 %indvars.iv76.i.2, 2
  %arrayidx24.us.us.us.i.2.2 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.1
  %240 = load double, ptr %arrayidx24.us.us.us.i.2.2, align 8, !tbaa !9
  %mul25.us.us.us.i.2.2 = fmul reassoc nsz arcp contract double %240, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.2 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.1
  %241 = load double, ptr %arrayidx29.us.us.us.i.2.2, align 8, !tbaa !9
  %add.us.us.us.i.2.2 = fadd reassoc nsz arcp contract double %241, %mul25.us.us.us.i.2.2
  store double %add.us.us.us.i.2.2, ptr %arrayidx29.us.us.us.i.2.2, align 8, !tbaa !9
  %indvars.iv.next77.i.2.2 = add nsw i64 %indvars.iv76.i.2, 3
  %arrayidx24.us.us.us.i.2.3 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.2
  %242 = load double, ptr %arrayidx24.us.us.us.i.2.3, align 8, !tbaa !9
  %mul25.us.us.us.i.2.3 = fmul reassoc nsz arcp contract double %242, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.3 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.2
  %243 = load double, ptr %arrayidx29.us.us.us.i.2.3, align 8, !tbaa !9
  %add.us.us.us.i.2.3 = fadd reassoc nsz arcp contract double %243, %mul25.us.us.us.i.2.3
  store double %add.us.us.us.i.2.3, ptr %arrayidx29.us.us.us.i.2.3, align 8, !tbaa !9
  %indvars.iv.next77.i.2.3 = add nsw i64 %indvars.iv76.i.2, 4
  %arrayidx24.us.us.us.i.2.4 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.3
  %244 = load double, ptr %arrayidx24.us.us.us.i.2.4, align 8, !tbaa !9
  %mul25.us.us.us.i.2.4 = fmul reassoc nsz arcp contract double %244, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.4 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.3
  %245 = load double, ptr %arrayidx29.us.us.us.i.2.4, align 8, !tbaa !9
  %add.us.us.us.i.2.4 = fadd reassoc nsz arcp contract double %245, %mul25.us.us.us.i.2.4
  store double %add.us.us.us.i.2.4, ptr %arrayidx29.us.us.us.i.2.4, align 8, !tbaa !9
  %indvars.iv.next77.i.2.4 = add nsw i64 %indvars.iv76.i.2, 5
  %arrayidx24.us.us.us.i.2.5 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.4
  %246 = load double, ptr %arrayidx24.us.us.us.i.2.5, align 8, !tbaa !9
  %mul25.us.us.us.i.2.5 = fmul reassoc nsz arcp contract double %246, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.5 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.4
  %247 = load double, ptr %arrayidx29.us.us.us.i.2.5, align 8, !tbaa !9
  %add.us.us.us.i.2.5 = fadd reassoc nsz arcp contract double %247, %mul25.us.us.us.i.2.5
  store double %add.us.us.us.i.2.5, ptr %arrayidx29.us.us.us.i.2.5, align 8, !tbaa !9
  %indvars.iv.next77.i.2.5 = add nsw i64 %indvars.iv76.i.2, 6
  %arrayidx24.us.us.us.i.2.6 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.5
  %248 = load double, ptr %arrayidx24.us.us.us.i.2.6, align 8, !tbaa !9
  %mul25.us.us.us.i.2.6 = fmul reassoc nsz arcp contract double %248, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.6 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.5
  %249 = load double, ptr %arrayidx29.us.us.us.i.2.6, align 8, !tbaa !9
  %add.us.us.us.i.2.6 = fadd reassoc nsz arcp contract double %249, %mul25.us.us.us.i.2.6
  store double %add.us.us.us.i.2.6, ptr %arrayidx29.us.us.us.i.2.6, align 8, !tbaa !9
  %indvars.iv.next77.i.2.6 = add nsw i64 %indvars.iv76.i.2, 7
  %arrayidx24.us.us.us.i.2.7 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.2, i64 %indvars.iv.next77.i.2.6
  %250 = load double, ptr %arrayidx24.us.us.us.i.2.7, align 8, !tbaa !9
  %mul25.us.us.us.i.2.7 = fmul reassoc nsz arcp contract double %250, %mul15.us.us.us.i.2
  %arrayidx29.us.us.us.i.2.7 = getelementptr inbounds double, ptr %arrayidx.us.us.i.2, i64 %indvars.iv.next77.i.2.6
  %251 = load double, ptr %arrayidx29.us.us.us.i.2.7, align 8, !tbaa !9
  %add.us.us.us.i.2.7 = fadd reassoc nsz arcp contract double %251, %mul25.us.us.us.i.2.7
  store double %add.us.us.us.i.2.7, ptr %arrayidx29.us.us.us.i.2.7, align 8, !tbaa !9
  %indvars.iv.next77.i.2.7 = add nsw i64 %indvars.iv76.i.2, 8
  %exitcond80.not.i.2.7 = icmp eq i64 %indvars.iv.next77.i.2.7, %wide.trip.count.i
  br i1 %exitcond80.not.i.2.7, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2, label %for.body20.us.us.us.i.2, !llvm.loop !42

for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2: ; preds = %for.body20.us.us.us.i.2, %middle.block93, %for.body20.us.us.us.i.2.prol.loopexit
  %indvars.iv.next82.i.2 = add nuw nsw i64 %indvars.iv81.i.2, 1
  %exitcond85.not.i.2 = icmp eq i64 %indvars.iv.next82.i.2, %wide.trip.count84.i
  br i1 %exitcond85.not.i.2, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.2, label %for.body10.us.us.us.i.2, !llvm.loop !24

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.2: ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.2
  %indvars.iv.next87.i.2 = or disjoint i64 %indvars.iv264, 3
  %arrayidx.us.us.i.3 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv.next87.i.2
  %invariant.gep568 = getelementptr double, ptr %arrayidx.us.us.i.3, i64 %0
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.2
  %index = phi i64 [ 0, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i.2 ], [ %index.next, %vector.body ]
  %broadcast.splatinsert275 = insertelement <8 x i64> poison, i64 %index, i64 0
  %broadcast.splat276 = shufflevector <8 x i64> %broadcast.splatinsert275, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv = or disjoint <8 x i64> %broadcast.splat276, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %252 = icmp ule <8 x i64> %vec.iv, %broadcast.splat391
  %gep569 = getelementptr double, ptr %invariant.gep568, i64 %index
  %wide.masked.load = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep569, <8 x i1> %252, <8 x double> poison), !tbaa !9
  %253 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %253, ptr align 8 %gep569, <8 x i1> %252), !tbaa !9
  %index.next = add nuw i64 %index, 8
  %254 = icmp eq i64 %index.next, %n.vec388
  br i1 %254, label %for.cond7.preheader.us.us.i.3, label %vector.body, !llvm.loop !43

for.cond7.preheader.us.us.i.3:                    ; preds = %vector.body
  %arrayidx12.us.us.i.3 = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv.next87.i.2
  br label %for.body10.us.us.us.i.3

for.body10.us.us.us.i.3:                          ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3, %for.cond7.preheader.us.us.i.3
  %indvars.iv81.i.3 = phi i64 [ %indvars.iv.next82.i.3, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3 ], [ 0, %for.cond7.preheader.us.us.i.3 ]
  %255 = mul i64 %indvars.iv81.i.3, 1760
  %scevgep21 = getelementptr i8, ptr %B, i64 %255
  %256 = getelementptr i8, ptr %B, i64 %255
  %scevgep23 = getelementptr i8, ptr %256, i64 64
  %arrayidx14.us.us.us.i.3 = getelementptr inbounds nuw double, ptr %arrayidx12.us.us.i.3, i64 %indvars.iv81.i.3
  %257 = load double, ptr %arrayidx14.us.us.us.i.3, align 8, !tbaa !9
  %mul15.us.us.us.i.3 = fmul reassoc nsz arcp contract double %257, %alpha
  %arrayidx22.us.us.us.i.3 = getelementptr inbounds nuw [220 x double], ptr %B, i64 %indvars.iv81.i.3
  br i1 %lcmp.mod518.not, label %for.body20.us.us.us.i.3.prol.loopexit, label %for.body20.us.us.us.i.3.prol

for.body20.us.us.us.i.3.prol:                     ; preds = %for.body10.us.us.us.i.3, %for.body20.us.us.us.i.3.prol
  %indvars.iv76.i.3.prol = phi i64 [ %indvars.iv.next77.i.3.prol, %for.body20.us.us.us.i.3.prol ], [ %0, %for.body10.us.us.us.i.3 ]
  %prol.iter551 = phi i64 [ %prol.iter551.next, %for.body20.us.us.us.i.3.prol ], [ 0, %for.body10.us.us.us.i.3 ]
  %arrayidx24.us.us.us.i.3.prol = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv76.i.3.prol
  %258 = load double, ptr %arrayidx24.us.us.us.i.3.prol, align 8, !tbaa !9
  %mul25.us.us.us.i.3.prol = fmul reassoc nsz arcp contract double %258, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.prol = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv76.i.3.prol
  %259 = load double, ptr %arrayidx29.us.us.us.i.3.prol, align 8, !tbaa !9
  %add.us.us.us.i.3.prol = fadd reassoc nsz arcp contract double %259, %mul25.us.us.us.i.3.prol
  store double %add.us.us.us.i.3.prol, ptr %arrayidx29.us.us.us.i.3.prol, align 8, !tbaa !9
  %indvars.iv.next77.i.3.prol = add nsw i64 %indvars.iv76.i.3.prol, 1
  %prol.iter551.next = add nuw nsw i64 %prol.iter551, 1
  %prol.iter551.cmp.not = icmp eq i64 %prol.iter551.next, %xtraiter517
  br i1 %prol.iter551.cmp.not, label %for.body20.us.us.us.i.3.prol.loopexit, label %for.body20.us.us.us.i.3.prol, !llvm.loop !44

for.body20.us.us.us.i.3.prol.loopexit:            ; preds = %for.body20.us.us.us.i.3.prol, %for.body10.us.us.us.i.3
  %indvars.iv76.i.3.unr = phi i64 [ %0, %for.body10.us.us.us.i.3 ], [ %indvars.iv.next77.i.3.prol, %for.body20.us.us.us.i.3.prol ]
  br i1 %8, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3, label %for.body20.us.us.us.i.3.preheader

for.body20.us.us.us.i.3.preheader:                ; preds = %for.body20.us.us.us.i.3.prol.loopexit
  %260 = sub i64 %10, %indvars.iv76.i.3.unr
  %261 = lshr i64 %260, 3
  %262 = add nuw nsw i64 %261, 1
  %min.iters.check28 = icmp ult i64 %260, 56
  br i1 %min.iters.check28, label %for.body20.us.us.us.i.3.preheader190, label %vector.memcheck

vector.memcheck:                                  ; preds = %for.body20.us.us.us.i.3.preheader
  %263 = shl nsw i64 %indvars.iv76.i.3.unr, 3
  %scevgep18 = getelementptr i8, ptr %scevgep17, i64 %263
  %264 = sub i64 %9, %indvars.iv76.i.3.unr
  %265 = shl i64 %264, 3
  %266 = and i64 %265, -64
  %267 = add i64 %266, %263
  %scevgep20 = getelementptr i8, ptr %scevgep19, i64 %267
  %scevgep22 = getelementptr i8, ptr %scevgep21, i64 %263
  %scevgep24 = getelementptr i8, ptr %scevgep23, i64 %267
  %bound025 = icmp ult ptr %scevgep18, %scevgep24
  %bound126 = icmp ult ptr %scevgep22, %scevgep20
  %found.conflict27 = and i1 %bound025, %bound126
  br i1 %found.conflict27, label %for.body20.us.us.us.i.3.preheader190, label %vector.ph

vector.ph:                                        ; preds = %vector.memcheck
  %n.vec = and i64 %262, 4611686018427387896
  %268 = shl i64 %n.vec, 3
  %269 = add i64 %indvars.iv76.i.3.unr, %268
  %broadcast.splatinsert = insertelement <8 x double> poison, double %mul15.us.us.us.i.3, i64 0
  %broadcast.splat = shufflevector <8 x double> %broadcast.splatinsert, <8 x double> poison, <8 x i32> zeroinitializer
  %broadcast.splatinsert29 = insertelement <8 x i64> poison, i64 %indvars.iv76.i.3.unr, i64 0
  %broadcast.splat30 = shufflevector <8 x i64> %broadcast.splatinsert29, <8 x i64> poison, <8 x i32> zeroinitializer
  %induction = add nsw <8 x i64> %broadcast.splat30, <i64 0, i64 8, i64 16, i64 24, i64 32, i64 40, i64 48, i64 56>
  br label %vector.body31

vector.body31:                                    ; preds = %vector.body31, %vector.ph
  %index32 = phi i64 [ 0, %vector.ph ], [ %index.next48, %vector.body31 ]
  %vec.ind = phi <8 x i64> [ %induction, %vector.ph ], [ %vec.ind.next, %vector.body31 ]
  %270 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %vec.ind
  %wide.masked.gather = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %270, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %271 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather, %broadcast.splat
  %272 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %vec.ind
  %wide.masked.gather33 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %272, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %273 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather33, %271
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %273, <8 x ptr> align 8 %272, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %274 = add nsw <8 x i64> %vec.ind, splat (i64 1)
  %275 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %274
  %wide.masked.gather34 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %275, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %276 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather34, %broadcast.splat
  %277 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %274
  %wide.masked.gather35 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %277, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %278 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather35, %276
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %278, <8 x ptr> align 8 %277, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %279 = add nsw <8 x i64> %vec.ind, splat (i64 2)
  %280 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %279
  %wide.masked.gather36 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %280, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %281 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather36, %broadcast.splat
  %282 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %279
  %wide.masked.gather37 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %282, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %283 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather37, %281
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %283, <8 x ptr> align 8 %282, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %284 = add nsw <8 x i64> %vec.ind, splat (i64 3)
  %285 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %284
  %wide.masked.gather38 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %285, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %286 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather38, %broadcast.splat
  %287 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %284
  %wide.masked.gather39 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %287, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %288 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather39, %286
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %288, <8 x ptr> align 8 %287, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %289 = add nsw <8 x i64> %vec.ind, splat (i64 4)
  %290 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %289
  %wide.masked.gather40 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %290, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %291 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather40, %broadcast.splat
  %292 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %289
  %wide.masked.gather41 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %292, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %293 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather41, %291
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %293, <8 x ptr> align 8 %292, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %294 = add nsw <8 x i64> %vec.ind, splat (i64 5)
  %295 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %294
  %wide.masked.gather42 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %295, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %296 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather42, %broadcast.splat
  %297 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %294
  %wide.masked.gather43 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %297, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %298 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather43, %296
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %298, <8 x ptr> align 8 %297, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %299 = add nsw <8 x i64> %vec.ind, splat (i64 6)
  %300 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %299
  %wide.masked.gather44 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %300, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %301 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather44, %broadcast.splat
  %302 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %299
  %wide.masked.gather45 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %302, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %303 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather45, %301
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %303, <8 x ptr> align 8 %302, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %304 = add nsw <8 x i64> %vec.ind, splat (i64 7)
  %305 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, <8 x i64> %304
  %wide.masked.gather46 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %305, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !45
  %306 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.gather46, %broadcast.splat
  %307 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, <8 x i64> %304
  %wide.masked.gather47 = tail call <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr> align 8 %307, <8 x i1> splat (i1 true), <8 x double> poison), !tbaa !9, !alias.scope !48, !noalias !45
  %308 = fadd reassoc nsz arcp contract <8 x double> %wide.masked.gather47, %306
  tail call void @llvm.masked.scatter.v8f64.v8p0(<8 x double> %308, <8 x ptr> align 8 %307, <8 x i1> splat (i1 true)), !tbaa !9, !alias.scope !48, !noalias !45
  %index.next48 = add nuw i64 %index32, 8
  %vec.ind.next = add nsw <8 x i64> %vec.ind, splat (i64 64)
  %309 = icmp eq i64 %index.next48, %n.vec
  br i1 %309, label %middle.block, label %vector.body31, !llvm.loop !50

middle.block:                                     ; preds = %vector.body31
  %cmp.n49 = icmp eq i64 %262, %n.vec
  br i1 %cmp.n49, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3, label %for.body20.us.us.us.i.3.preheader190

for.body20.us.us.us.i.3.preheader190:             ; preds = %vector.memcheck, %for.body20.us.us.us.i.3.preheader, %middle.block
  %indvars.iv76.i.3.ph = phi i64 [ %indvars.iv76.i.3.unr, %vector.memcheck ], [ %indvars.iv76.i.3.unr, %for.body20.us.us.us.i.3.preheader ], [ %269, %middle.block ]
  br label %for.body20.us.us.us.i.3

for.body20.us.us.us.i.3:                          ; preds = %for.body20.us.us.us.i.3.preheader190, %for.body20.us.us.us.i.3
  %indvars.iv76.i.3 = phi i64 [ %indvars.iv.next77.i.3.7, %for.body20.us.us.us.i.3 ], [ %indvars.iv76.i.3.ph, %for.body20.us.us.us.i.3.preheader190 ]
  %arrayidx24.us.us.us.i.3 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv76.i.3
  %310 = load double, ptr %arrayidx24.us.us.us.i.3, align 8, !tbaa !9
  %mul25.us.us.us.i.3 = fmul reassoc nsz arcp contract double %310, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv76.i.3
  %311 = load double, ptr %arrayidx29.us.us.us.i.3, align 8, !tbaa !9
  %add.us.us.us.i.3 = fadd reassoc nsz arcp contract double %311, %mul25.us.us.us.i.3
  store double %add.us.us.us.i.3, ptr %arrayidx29.us.us.us.i.3, align 8, !tbaa !9
  %indvars.iv.next77.i.3 = add nsw i64 %indvars.iv76.i.3, 1
  %arrayidx24.us.us.us.i.3.1 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3
  %312 = load double, ptr %arrayidx24.us.us.us.i.3.1, align 8, !tbaa !9
  %mul25.us.us.us.i.3.1 = fmul reassoc nsz arcp contract double %312, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.1 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3
  %313 = load double, ptr %arrayidx29.us.us.us.i.3.1, align 8, !tbaa !9
  %add.us.us.us.i.3.1 = fadd reassoc nsz arcp contract double %313, %mul25.us.us.us.i.3.1
  store double %add.us.us.us.i.3.1, ptr %arrayidx29.us.us.us.i.3.1, align 8, !tbaa !9
  %indvars.iv.next77.i.3.1 = add nsw i64 %indvars.iv76.i.3, 2
  %arrayidx24.us.us.us.i.3.2 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.1
  %314 = load double, ptr %arrayidx24.us.us.us.i.3.2, align 8, !tbaa !9
  %mul25.us.us.us.i.3.2 = fmul reassoc nsz arcp contract double %314, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.2 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.1
  %315 = load double, ptr %arrayidx29.us.us.us.i.3.2, align 8, !tbaa !9
  %add.us.us.us.i.3.2 = fadd reassoc nsz arcp contract double %315, %mul25.us.us.us.i.3.2
  store double %add.us.us.us.i.3.2, ptr %arrayidx29.us.us.us.i.3.2, align 8, !tbaa !9
  %indvars.iv.next77.i.3.2 = add nsw i64 %indvars.iv76.i.3, 3
  %arrayidx24.us.us.us.i.3.3 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.2
  %316 = load double, ptr %arrayidx24.us.us.us.i.3.3, align 8, !tbaa !9
  %mul25.us.us.us.i.3.3 = fmul reassoc nsz arcp contract double %316, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.3 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.2
  %317 = load double, ptr %arrayidx29.us.us.us.i.3.3, align 8, !tbaa !9
  %add.us.us.us.i.3.3 = fadd reassoc nsz arcp contract double %317, %mul25.us.us.us.i.3.3
  store double %add.us.us.us.i.3.3, ptr %arrayidx29.us.us.us.i.3.3, align 8, !tbaa !9
  %indvars.iv.next77.i.3.3 = add nsw i64 %indvars.iv76.i.3, 4
  %arrayidx24.us.us.us.i.3.4 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.3
  %318 = load double, ptr %arrayidx24.us.us.us.i.3.4, align 8, !tbaa !9
  %mul25.us.us.us.i.3.4 = fmul reassoc nsz arcp contract double %318, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.4 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.3
  %319 = load double, ptr %arrayidx29.us.us.us.i.3.4, align 8, !tbaa !9
  %add.us.us.us.i.3.4 = fadd reassoc nsz arcp contract double %319, %mul25.us.us.us.i.3.4
  store double %add.us.us.us.i.3.4, ptr %arrayidx29.us.us.us.i.3.4, align 8, !tbaa !9
  %indvars.iv.next77.i.3.4 = add nsw i64 %indvars.iv76.i.3, 5
  %arrayidx24.us.us.us.i.3.5 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.4
  %320 = load double, ptr %arrayidx24.us.us.us.i.3.5, align 8, !tbaa !9
  %mul25.us.us.us.i.3.5 = fmul reassoc nsz arcp contract double %320, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.5 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.4
  %321 = load double, ptr %arrayidx29.us.us.us.i.3.5, align 8, !tbaa !9
  %add.us.us.us.i.3.5 = fadd reassoc nsz arcp contract double %321, %mul25.us.us.us.i.3.5
  store double %add.us.us.us.i.3.5, ptr %arrayidx29.us.us.us.i.3.5, align 8, !tbaa !9
  %indvars.iv.next77.i.3.5 = add nsw i64 %indvars.iv76.i.3, 6
  %arrayidx24.us.us.us.i.3.6 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.5
  %322 = load double, ptr %arrayidx24.us.us.us.i.3.6, align 8, !tbaa !9
  %mul25.us.us.us.i.3.6 = fmul reassoc nsz arcp contract double %322, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.6 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.5
  %323 = load double, ptr %arrayidx29.us.us.us.i.3.6, align 8, !tbaa !9
  %add.us.us.us.i.3.6 = fadd reassoc nsz arcp contract double %323, %mul25.us.us.us.i.3.6
  store double %add.us.us.us.i.3.6, ptr %arrayidx29.us.us.us.i.3.6, align 8, !tbaa !9
  %indvars.iv.next77.i.3.6 = add nsw i64 %indvars.iv76.i.3, 7
  %arrayidx24.us.us.us.i.3.7 = getelementptr inbounds double, ptr %arrayidx22.us.us.us.i.3, i64 %indvars.iv.next77.i.3.6
  %324 = load double, ptr %arrayidx24.us.us.us.i.3.7, align 8, !tbaa !9
  %mul25.us.us.us.i.3.7 = fmul reassoc nsz arcp contract double %324, %mul15.us.us.us.i.3
  %arrayidx29.us.us.us.i.3.7 = getelementptr inbounds double, ptr %arrayidx.us.us.i.3, i64 %indvars.iv.next77.i.3.6
  %325 = load double, ptr %arrayidx29.us.us.us.i.3.7, align 8, !tbaa !9
  %add.us.us.us.i.3.7 = fadd reassoc nsz arcp contract double %325, %mul25.us.us.us.i.3.7
  store double %add.us.us.us.i.3.7, ptr %arrayidx29.us.us.us.i.3.7, align 8, !tbaa !9
  %indvars.iv.next77.i.3.7 = add nsw i64 %indvars.iv76.i.3, 8
  %exitcond80.not.i.3.7 = icmp eq i64 %indvars.iv.next77.i.3.7, %wide.trip.count.i
  br i1 %exitcond80.not.i.3.7, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3, label %for.body20.us.us.us.i.3, !llvm.loop !51

for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3: ; preds = %for.body20.us.us.us.i.3, %middle.block, %for.body20.us.us.us.i.3.prol.loopexit
  %indvars.iv.next82.i.3 = add nuw nsw i64 %indvars.iv81.i.3, 1
  %exitcond85.not.i.3 = icmp eq i64 %indvars.iv.next82.i.3, %wide.trip.count84.i
  br i1 %exitcond85.not.i.3, label %edge.exit, label %for.body10.us.us.us.i.3, !llvm.loop !24

for.cond1.preheader.lr.ph.split.i:                ; preds = %for.cond.cleanup
  br i1 %cmp216.i, label %for.cond1.preheader.us30.preheader.i, label %edge.exit

for.cond1.preheader.us30.preheader.i:             ; preds = %for.cond1.preheader.lr.ph.split.i
  %arrayidx.us44.i = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv264
  %326 = getelementptr double, ptr %arrayidx.us44.i, i64 %0
  %wide.masked.load400 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %326, <8 x i1> %4, <8 x double> poison), !tbaa !9
  %327 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load400, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %327, ptr align 8 %326, <8 x i1> %4), !tbaa !9
  br i1 %5, label %for.cond1.for.cond7.preheader_crit_edge.us45.i, label %vector.body394.1, !llvm.loop !52

vector.body394.1:                                 ; preds = %for.cond1.preheader.us30.preheader.i
  %328 = getelementptr i8, ptr %arrayidx.us44.i, i64 64
  %329 = getelementptr double, ptr %328, i64 %0
  %wide.masked.load400.1 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %329, <8 x i1> %6, <8 x double> poison), !tbaa !9
  %330 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load400.1, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %330, ptr align 8 %329, <8 x i1> %6), !tbaa !9
  br label %for.cond1.for.cond7.preheader_crit_edge.us45.i

for.cond1.for.cond7.preheader_crit_edge.us45.i:   ; preds = %vector.body394.1, %for.cond1.preheader.us30.preheader.i
  %arrayidx.us44.i.1 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i, i64 1760
  %invariant.gep558 = getelementptr double, ptr %arrayidx.us44.i.1, i64 %0
  br label %vector.body376

vector.body376:                                   ; preds = %vector.body376, %for.cond1.for.cond7.preheader_crit_edge.us45.i
  %index377 = phi i64 [ 0, %for.cond1.for.cond7.preheader_crit_edge.us45.i ], [ %index.next383, %vector.body376 ]
  %broadcast.splatinsert379 = insertelement <8 x i64> poison, i64 %index377, i64 0
  %broadcast.splat380 = shufflevector <8 x i64> %broadcast.splatinsert379, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv381 = or disjoint <8 x i64> %broadcast.splat380, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %331 = icmp ule <8 x i64> %vec.iv381, %broadcast.splat391
  %gep559 = getelementptr double, ptr %invariant.gep558, i64 %index377
  %wide.masked.load382 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep559, <8 x i1> %331, <8 x double> poison), !tbaa !9
  %332 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load382, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %332, ptr align 8 %gep559, <8 x i1> %331), !tbaa !9
  %index.next383 = add nuw i64 %index377, 8
  %333 = icmp eq i64 %index.next383, %n.vec388
  br i1 %333, label %for.cond1.for.cond7.preheader_crit_edge.us45.i.1, label %vector.body376, !llvm.loop !53

for.cond1.for.cond7.preheader_crit_edge.us45.i.1: ; preds = %vector.body376
  %arrayidx.us44.i.2 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i, i64 3520
  %invariant.gep560 = getelementptr double, ptr %arrayidx.us44.i.2, i64 %0
  br label %vector.body358

vector.body358:                                   ; preds = %vector.body358, %for.cond1.for.cond7.preheader_crit_edge.us45.i.1
  %index359 = phi i64 [ 0, %for.cond1.for.cond7.preheader_crit_edge.us45.i.1 ], [ %index.next365, %vector.body358 ]
  %broadcast.splatinsert361 = insertelement <8 x i64> poison, i64 %index359, i64 0
  %broadcast.splat362 = shufflevector <8 x i64> %broadcast.splatinsert361, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv363 = or disjoint <8 x i64> %broadcast.splat362, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %334 = icmp ule <8 x i64> %vec.iv363, %broadcast.splat391
  %gep561 = getelementptr double, ptr %invariant.gep560, i64 %index359
  %wide.masked.load364 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep561, <8 x i1> %334, <8 x double> poison), !tbaa !9
  %335 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load364, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %335, ptr align 8 %gep561, <8 x i1> %334), !tbaa !9
  %index.next365 = add nuw i64 %index359, 8
  %336 = icmp eq i64 %index.next365, %n.vec388
  br i1 %336, label %for.cond1.for.cond7.preheader_crit_edge.us45.i.2, label %vector.body358, !llvm.loop !54

for.cond1.for.cond7.preheader_crit_edge.us45.i.2: ; preds = %vector.body358
  %arrayidx.us44.i.3 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i, i64 5280
  %invariant.gep562 = getelementptr double, ptr %arrayidx.us44.i.3, i64 %0
  br label %vector.body340

vector.body340:                                   ; preds = %vector.body340, %for.cond1.for.cond7.preheader_crit_edge.us45.i.2
  %index341 = phi i64 [ 0, %for.cond1.for.cond7.preheader_crit_edge.us45.i.2 ], [ %index.next347, %vector.body340 ]
  %broadcast.splatinsert343 = insertelement <8 x i64> poison, i64 %index341, i64 0
  %broadcast.splat344 = shufflevector <8 x i64> %broadcast.splatinsert343, <8 x i64> poison, <8 x i32> zeroinitializer
  %vec.iv345 = or disjoint <8 x i64> %broadcast.splat344, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %337 = icmp ule <8 x i64> %vec.iv345, %broadcast.splat391
  %gep563 = getelementptr double, ptr %invariant.gep562, i64 %index341
  %wide.masked.load346 = tail call <8 x double> @llvm.masked.load.v8f64.p0(ptr align 8 %gep563, <8 x i1> %337, <8 x double> poison), !tbaa !9
  %338 = fmul reassoc nsz arcp contract <8 x double> %wide.masked.load346, %broadcast.splat393
  tail call void @llvm.masked.store.v8f64.p0(<8 x double> %338, ptr align 8 %gep563, <8 x i1> %337), !tbaa !9
  %index.next347 = add nuw i64 %index341, 8
  %339 = icmp eq i64 %index.next347, %n.vec388
  br i1 %339, label %edge.exit, label %vector.body340, !llvm.loop !55

edge.exit:                                        ; preds = %vector.body340, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i.3, %for.cond1.preheader.lr.ph.split.i, %for.cond1.preheader.lr.ph.split.us.i
  %indvars.iv.next263 = add nuw nsw i64 %indvars.iv262, 4
  %cmp.not = icmp samesign ugt i64 %indvars.iv.next263, %1
  %indvars.iv.next265 = add nuw nsw i64 %indvars.iv264, 4
  %indvar.next16 = add i64 %indvar15, 1
  br i1 %cmp.not, label %for.end318.loopexit, label %for.cond1.preheader, !llvm.loop !56

for.cond.cleanup6.loopexit.unr-lcssa:             ; preds = %for.body7
  br i1 %lcmp.mod.not, label %for.cond.cleanup6, label %for.body7.epil.preheader

for.body7.epil.preheader:                         ; preds = %for.cond.cleanup6.loopexit.unr-lcssa, %for.body7.lr.ph
  %indvars.iv.epil.init = phi i64 [ 0, %for.body7.lr.ph ], [ %unroll_iter, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c00.0236.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add41.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c01.0235.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add45.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c02.0234.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add49.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c10.0233.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add53.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c32.0231.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add85.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c31.0230.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add81.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c30.0229.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add77.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c22.0228.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add73.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c21.0227.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add69.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c20.0226.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add65.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c12.0225.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add61.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  %c11.0224.epil.init = phi <4 x double> [ zeroinitializer, %for.body7.lr.ph ], [ %add57.1, %for.cond.cleanup6.loopexit.unr-lcssa ]
  tail call void @llvm.assume(i1 %lcmp.mod516)
  %gep.epil = getelementptr inbounds nuw [220 x double], ptr %invariant.gep, i64 %indvars.iv.epil.init
  %arrayidx9.val.epil = load <4 x double>, ptr %gep.epil, align 8, !tbaa !57
  %arrayidx14.epil = getelementptr inbounds nuw i8, ptr %gep.epil, i64 32
  %arrayidx14.val.epil = load <4 x double>, ptr %arrayidx14.epil, align 8, !tbaa !57
  %arrayidx20.epil = getelementptr inbounds nuw i8, ptr %gep.epil, i64 64
  %arrayidx20.val.epil = load <4 x double>, ptr %arrayidx20.epil, align 8, !tbaa !57
  %arrayidx25.epil = getelementptr inbounds nuw double, ptr %arrayidx23, i64 %indvars.iv.epil.init
  %340 = load double, ptr %arrayidx25.epil, align 8, !tbaa !9
  %arrayidx30.epil = getelementptr inbounds nuw double, ptr %arrayidx28, i64 %indvars.iv.epil.init
  %341 = load double, ptr %arrayidx30.epil, align 8, !tbaa !9
  %arrayidx35.epil = getelementptr inbounds nuw double, ptr %arrayidx33, i64 %indvars.iv.epil.init
  %342 = load double, ptr %arrayidx35.epil, align 8, !tbaa !9
  %arrayidx40.epil = getelementptr inbounds nuw double, ptr %arrayidx38, i64 %indvars.iv.epil.init
  %343 = load double, ptr %arrayidx40.epil, align 8, !tbaa !9
  %splat.splatinsert.epil = insertelement <4 x double> poison, double %340, i64 0
  %splat.splat.epil = shufflevector <4 x double> %splat.splatinsert.epil, <4 x double> poison, <4 x i32> zeroinitializer
  %mul.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat.epil, %arrayidx9.val.epil
  %add41.epil = fadd reassoc nsz arcp contract <4 x double> %mul.epil, %c00.0236.epil.init
  %mul44.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat.epil, %arrayidx14.val.epil
  %add45.epil = fadd reassoc nsz arcp contract <4 x double> %mul44.epil, %c01.0235.epil.init
  %mul48.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat.epil, %arrayidx20.val.epil
  %add49.epil = fadd reassoc nsz arcp contract <4 x double> %mul48.epil, %c02.0234.epil.init
  %splat.splatinsert50.epil = insertelement <4 x double> poison, double %341, i64 0
  %splat.splat51.epil = shufflevector <4 x double> %splat.splatinsert50.epil, <4 x double> poison, <4 x i32> zeroinitializer
  %mul52.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.epil, %arrayidx9.val.epil
  %add53.epil = fadd reassoc nsz arcp contract <4 x double> %mul52.epil, %c10.0233.epil.init
  %mul56.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.epil, %arrayidx14.val.epil
  %add57.epil = fadd reassoc nsz arcp contract <4 x double> %mul56.epil, %c11.0224.epil.init
  %mul60.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.epil, %arrayidx20.val.epil
  %add61.epil = fadd reassoc nsz arcp contract <4 x double> %mul60.epil, %c12.0225.epil.init
  %splat.splatinsert62.epil = insertelement <4 x double> poison, double %342, i64 0
  %splat.splat63.epil = shufflevector <4 x double> %splat.splatinsert62.epil, <4 x double> poison, <4 x i32> zeroinitializer
  %mul64.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.epil, %arrayidx9.val.epil
  %add65.epil = fadd reassoc nsz arcp contract <4 x double> %mul64.epil, %c20.0226.epil.init
  %mul68.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.epil, %arrayidx14.val.epil
  %add69.epil = fadd reassoc nsz arcp contract <4 x double> %mul68.epil, %c21.0227.epil.init
  %mul72.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.epil, %arrayidx20.val.epil
  %add73.epil = fadd reassoc nsz arcp contract <4 x double> %mul72.epil, %c22.0228.epil.init
  %splat.splatinsert74.epil = insertelement <4 x double> poison, double %343, i64 0
  %splat.splat75.epil = shufflevector <4 x double> %splat.splatinsert74.epil, <4 x double> poison, <4 x i32> zeroinitializer
  %mul76.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.epil, %arrayidx9.val.epil
  %add77.epil = fadd reassoc nsz arcp contract <4 x double> %mul76.epil, %c30.0229.epil.init
  %mul80.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.epil, %arrayidx14.val.epil
  %add81.epil = fadd reassoc nsz arcp contract <4 x double> %mul80.epil, %c31.0230.epil.init
  %mul84.epil = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.epil, %arrayidx20.val.epil
  %add85.epil = fadd reassoc nsz arcp contract <4 x double> %mul84.epil, %c32.0231.epil.init
  br label %for.cond.cleanup6

for.cond.cleanup6:                                ; preds = %for.body7.epil.preheader, %for.cond.cleanup6.loopexit.unr-lcssa, %for.cond4.preheader
  %c11.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add57.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add57.epil, %for.body7.epil.preheader ]
  %c12.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add61.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add61.epil, %for.body7.epil.preheader ]
  %c20.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add65.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add65.epil, %for.body7.epil.preheader ]
  %c21.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add69.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add69.epil, %for.body7.epil.preheader ]
  %c22.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add73.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add73.epil, %for.body7.epil.preheader ]
  %c30.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add77.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add77.epil, %for.body7.epil.preheader ]
  %c31.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add81.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add81.epil, %for.body7.epil.preheader ]
  %c32.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add85.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add85.epil, %for.body7.epil.preheader ]
  %c10.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add53.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add53.epil, %for.body7.epil.preheader ]
  %c02.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add49.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add49.epil, %for.body7.epil.preheader ]
  %c01.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add45.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add45.epil, %for.body7.epil.preheader ]
  %c00.0.lcssa = phi <4 x double> [ zeroinitializer, %for.cond4.preheader ], [ %add41.1, %for.cond.cleanup6.loopexit.unr-lcssa ], [ %add41.epil, %for.body7.epil.preheader ]
  %arrayidx89 = getelementptr inbounds nuw double, ptr %arrayidx87, i64 %indvars.iv257
  %arrayidx89.val = load <4 x double>, ptr %arrayidx89, align 8, !tbaa !57
  %mul97 = fmul reassoc nsz arcp contract <4 x double> %arrayidx89.val, %splat.splat91
  %mul100 = fmul reassoc nsz arcp contract <4 x double> %c00.0.lcssa, %splat.splat99
  %add101 = fadd reassoc nsz arcp contract <4 x double> %mul97, %mul100
  store <4 x double> %add101, ptr %arrayidx89, align 8, !tbaa !57
  %344 = add nuw nsw i64 %indvars.iv257, 4
  %arrayidx106 = getelementptr inbounds nuw double, ptr %arrayidx87, i64 %344
  %arrayidx106.val = load <4 x double>, ptr %arrayidx106, align 8, !tbaa !57
  %mul115 = fmul reassoc nsz arcp contract <4 x double> %arrayidx106.val, %splat.splat91
  %mul118 = fmul reassoc nsz arcp contract <4 x double> %c01.0.lcssa, %splat.splat99
  %add119 = fadd reassoc nsz arcp contract <4 x double> %mul115, %mul118
  store <4 x double> %add119, ptr %arrayidx106, align 8, !tbaa !57
  %345 = add nuw nsw i64 %indvars.iv257, 8
  %arrayidx124 = getelementptr inbounds nuw double, ptr %arrayidx87, i64 %345
  %arrayidx124.val = load <4 x double>, ptr %arrayidx124, align 8, !tbaa !57
  %mul133 = fmul reassoc nsz arcp contract <4 x double> %arrayidx124.val, %splat.splat91
  %mul136 = fmul reassoc nsz arcp contract <4 x double> %c02.0.lcssa, %splat.splat99
  %add137 = fadd reassoc nsz arcp contract <4 x double> %mul133, %mul136
  store <4 x double> %add137, ptr %arrayidx124, align 8, !tbaa !57
  %arrayidx142 = getelementptr inbounds nuw double, ptr %arrayidx140, i64 %indvars.iv257
  %arrayidx142.val = load <4 x double>, ptr %arrayidx142, align 8, !tbaa !57
  %mul151 = fmul reassoc nsz arcp contract <4 x double> %arrayidx142.val, %splat.splat91
  %mul154 = fmul reassoc nsz arcp contract <4 x double> %c10.0.lcssa, %splat.splat99
  %add155 = fadd reassoc nsz arcp contract <4 x double> %mul151, %mul154
  store <4 x double> %add155, ptr %arrayidx142, align 8, !tbaa !57
  %arrayidx161 = getelementptr inbounds nuw double, ptr %arrayidx140, i64 %344
  %arrayidx161.val = load <4 x double>, ptr %arrayidx161, align 8, !tbaa !57
  %mul171 = fmul reassoc nsz arcp contract <4 x double> %arrayidx161.val, %splat.splat91
  %mul174 = fmul reassoc nsz arcp contract <4 x double> %c11.0.lcssa, %splat.splat99
  %add175 = fadd reassoc nsz arcp contract <4 x double> %mul171, %mul174
  store <4 x double> %add175, ptr %arrayidx161, align 8, !tbaa !57
  %arrayidx181 = getelementptr inbounds nuw double, ptr %arrayidx140, i64 %345
  %arrayidx181.val = load <4 x double>, ptr %arrayidx181, align 8, !tbaa !57
  %mul191 = fmul reassoc nsz arcp contract <4 x double> %arrayidx181.val, %splat.splat91
  %mul194 = fmul reassoc nsz arcp contract <4 x double> %c12.0.lcssa, %splat.splat99
  %add195 = fadd reassoc nsz arcp contract <4 x double> %mul191, %mul194
  store <4 x double> %add195, ptr %arrayidx181, align 8, !tbaa !57
  %arrayidx200 = getelementptr inbounds nuw double, ptr %arrayidx198, i64 %indvars.iv257
  %arrayidx200.val = load <4 x double>, ptr %arrayidx200, align 8, !tbaa !57
  %mul209 = fmul reassoc nsz arcp contract <4 x double> %arrayidx200.val, %splat.splat91
  %mul212 = fmul reassoc nsz arcp contract <4 x double> %c20.0.lcssa, %splat.splat99
  %add213 = fadd reassoc nsz arcp contract <4 x double> %mul209, %mul212
  store <4 x double> %add213, ptr %arrayidx200, align 8, !tbaa !57
  %arrayidx219 = getelementptr inbounds nuw double, ptr %arrayidx198, i64 %344
  %arrayidx219.val = load <4 x double>, ptr %arrayidx219, align 8, !tbaa !57
  %mul229 = fmul reassoc nsz arcp contract <4 x double> %arrayidx219.val, %splat.splat91
  %mul232 = fmul reassoc nsz arcp contract <4 x double> %c21.0.lcssa, %splat.splat99
  %add233 = fadd reassoc nsz arcp contract <4 x double> %mul229, %mul232
  store <4 x double> %add233, ptr %arrayidx219, align 8, !tbaa !57
  %arrayidx239 = getelementptr inbounds nuw double, ptr %arrayidx198, i64 %345
  %arrayidx239.val = load <4 x double>, ptr %arrayidx239, align 8, !tbaa !57
  %mul249 = fmul reassoc nsz arcp contract <4 x double> %arrayidx239.val, %splat.splat91
  %mul252 = fmul reassoc nsz arcp contract <4 x double> %c22.0.lcssa, %splat.splat99
  %add253 = fadd reassoc nsz arcp contract <4 x double> %mul249, %mul252
  store <4 x double> %add253, ptr %arrayidx239, align 8, !tbaa !57
  %arrayidx258 = getelementptr inbounds nuw double, ptr %arrayidx256, i64 %indvars.iv257
  %arrayidx258.val = load <4 x double>, ptr %arrayidx258, align 8, !tbaa !57
  %mul267 = fmul reassoc nsz arcp contract <4 x double> %arrayidx258.val, %splat.splat91
  %mul270 = fmul reassoc nsz arcp contract <4 x double> %c30.0.lcssa, %splat.splat99
  %add271 = fadd reassoc nsz arcp contract <4 x double> %mul267, %mul270
  store <4 x double> %add271, ptr %arrayidx258, align 8, !tbaa !57
  %arrayidx277 = getelementptr inbounds nuw double, ptr %arrayidx256, i64 %344
  %arrayidx277.val = load <4 x double>, ptr %arrayidx277, align 8, !tbaa !57
  %mul287 = fmul reassoc nsz arcp contract <4 x double> %arrayidx277.val, %splat.splat91
  %mul290 = fmul reassoc nsz arcp contract <4 x double> %c31.0.lcssa, %splat.splat99
  %add291 = fadd reassoc nsz arcp contract <4 x double> %mul287, %mul290
  store <4 x double> %add291, ptr %arrayidx277, align 8, !tbaa !57
  %arrayidx297 = getelementptr inbounds nuw double, ptr %arrayidx256, i64 %345
  %arrayidx297.val = load <4 x double>, ptr %arrayidx297, align 8, !tbaa !57
  %mul307 = fmul reassoc nsz arcp contract <4 x double> %arrayidx297.val, %splat.splat91
  %mul310 = fmul reassoc nsz arcp contract <4 x double> %c32.0.lcssa, %splat.splat99
  %add311 = fadd reassoc nsz arcp contract <4 x double> %mul307, %mul310
  store <4 x double> %add311, ptr %arrayidx297, align 8, !tbaa !57
  %indvars.iv.next258 = add nuw nsw i64 %indvars.iv257, 12
  %cmp2 = icmp slt i64 %indvars.iv.next258, %0
  br i1 %cmp2, label %for.cond4.preheader, label %for.cond.cleanup, !llvm.loop !58

for.body7:                                        ; preds = %for.body7.lr.ph, %for.body7
  %indvars.iv = phi i64 [ %indvars.iv.next.1, %for.body7 ], [ 0, %for.body7.lr.ph ]
  %c00.0236 = phi <4 x double> [ %add41.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c01.0235 = phi <4 x double> [ %add45.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c02.0234 = phi <4 x double> [ %add49.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c10.0233 = phi <4 x double> [ %add53.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c32.0231 = phi <4 x double> [ %add85.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c31.0230 = phi <4 x double> [ %add81.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c30.0229 = phi <4 x double> [ %add77.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c22.0228 = phi <4 x double> [ %add73.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c21.0227 = phi <4 x double> [ %add69.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c20.0226 = phi <4 x double> [ %add65.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c12.0225 = phi <4 x double> [ %add61.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %c11.0224 = phi <4 x double> [ %add57.1, %for.body7 ], [ zeroinitializer, %for.body7.lr.ph ]
  %gep = getelementptr inbounds nuw [220 x double], ptr %invariant.gep, i64 %indvars.iv
  %arrayidx9.val = load <4 x double>, ptr %gep, align 8, !tbaa !57
  %arrayidx14 = getelementptr inbounds nuw i8, ptr %gep, i64 32
  %arrayidx14.val = load <4 x double>, ptr %arrayidx14, align 8, !tbaa !57
  %arrayidx20 = getelementptr inbounds nuw i8, ptr %gep, i64 64
  %arrayidx20.val = load <4 x double>, ptr %arrayidx20, align 8, !tbaa !57
  %arrayidx25 = getelementptr inbounds nuw double, ptr %arrayidx23, i64 %indvars.iv
  %346 = load double, ptr %arrayidx25, align 8, !tbaa !9
  %arrayidx30 = getelementptr inbounds nuw double, ptr %arrayidx28, i64 %indvars.iv
  %347 = load double, ptr %arrayidx30, align 8, !tbaa !9
  %arrayidx35 = getelementptr inbounds nuw double, ptr %arrayidx33, i64 %indvars.iv
  %348 = load double, ptr %arrayidx35, align 8, !tbaa !9
  %arrayidx40 = getelementptr inbounds nuw double, ptr %arrayidx38, i64 %indvars.iv
  %349 = load double, ptr %arrayidx40, align 8, !tbaa !9
  %splat.splatinsert = insertelement <4 x double> poison, double %346, i64 0
  %splat.splat = shufflevector <4 x double> %splat.splatinsert, <4 x double> poison, <4 x i32> zeroinitializer
  %mul = fmul reassoc nsz arcp contract <4 x double> %splat.splat, %arrayidx9.val
  %add41 = fadd reassoc nsz arcp contract <4 x double> %mul, %c00.0236
  %mul44 = fmul reassoc nsz arcp contract <4 x double> %splat.splat, %arrayidx14.val
  %add45 = fadd reassoc nsz arcp contract <4 x double> %mul44, %c01.0235
  %mul48 = fmul reassoc nsz arcp contract <4 x double> %splat.splat, %arrayidx20.val
  %add49 = fadd reassoc nsz arcp contract <4 x double> %mul48, %c02.0234
  %splat.splatinsert50 = insertelement <4 x double> poison, double %347, i64 0
  %splat.splat51 = shufflevector <4 x double> %splat.splatinsert50, <4 x double> poison, <4 x i32> zeroinitializer
  %mul52 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51, %arrayidx9.val
  %add53 = fadd reassoc nsz arcp contract <4 x double> %mul52, %c10.0233
  %mul56 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51, %arrayidx14.val
  %add57 = fadd reassoc nsz arcp contract <4 x double> %mul56, %c11.0224
  %mul60 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51, %arrayidx20.val
  %add61 = fadd reassoc nsz arcp contract <4 x double> %mul60, %c12.0225
  %splat.splatinsert62 = insertelement <4 x double> poison, double %348, i64 0
  %splat.splat63 = shufflevector <4 x double> %splat.splatinsert62, <4 x double> poison, <4 x i32> zeroinitializer
  %mul64 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63, %arrayidx9.val
  %add65 = fadd reassoc nsz arcp contract <4 x double> %mul64, %c20.0226
  %mul68 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63, %arrayidx14.val
  %add69 = fadd reassoc nsz arcp contract <4 x double> %mul68, %c21.0227
  %mul72 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63, %arrayidx20.val
  %add73 = fadd reassoc nsz arcp contract <4 x double> %mul72, %c22.0228
  %splat.splatinsert74 = insertelement <4 x double> poison, double %349, i64 0
  %splat.splat75 = shufflevector <4 x double> %splat.splatinsert74, <4 x double> poison, <4 x i32> zeroinitializer
  %mul76 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75, %arrayidx9.val
  %add77 = fadd reassoc nsz arcp contract <4 x double> %mul76, %c30.0229
  %mul80 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75, %arrayidx14.val
  %add81 = fadd reassoc nsz arcp contract <4 x double> %mul80, %c31.0230
  %mul84 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75, %arrayidx20.val
  %add85 = fadd reassoc nsz arcp contract <4 x double> %mul84, %c32.0231
  %indvars.iv.next = or disjoint i64 %indvars.iv, 1
  %gep.1 = getelementptr inbounds nuw [220 x double], ptr %invariant.gep, i64 %indvars.iv.next
  %arrayidx9.val.1 = load <4 x double>, ptr %gep.1, align 8, !tbaa !57
  %arrayidx14.1 = getelementptr inbounds nuw i8, ptr %gep.1, i64 32
  %arrayidx14.val.1 = load <4 x double>, ptr %arrayidx14.1, align 8, !tbaa !57
  %arrayidx20.1 = getelementptr inbounds nuw i8, ptr %gep.1, i64 64
  %arrayidx20.val.1 = load <4 x double>, ptr %arrayidx20.1, align 8, !tbaa !57
  %arrayidx25.1 = getelementptr inbounds nuw double, ptr %arrayidx23, i64 %indvars.iv.next
  %350 = load double, ptr %arrayidx25.1, align 8, !tbaa !9
  %arrayidx30.1 = getelementptr inbounds nuw double, ptr %arrayidx28, i64 %indvars.iv.next
  %351 = load double, ptr %arrayidx30.1, align 8, !tbaa !9
  %arrayidx35.1 = getelementptr inbounds nuw double, ptr %arrayidx33, i64 %indvars.iv.next
  %352 = load double, ptr %arrayidx35.1, align 8, !tbaa !9
  %arrayidx40.1 = getelementptr inbounds nuw double, ptr %arrayidx38, i64 %indvars.iv.next
  %353 = load double, ptr %arrayidx40.1, align 8, !tbaa !9
  %splat.splatinsert.1 = insertelement <4 x double> poison, double %350, i64 0
  %splat.splat.1 = shufflevector <4 x double> %splat.splatinsert.1, <4 x double> poison, <4 x i32> zeroinitializer
  %mul.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat.1, %arrayidx9.val.1
  %add41.1 = fadd reassoc nsz arcp contract <4 x double> %add41, %mul.1
  %mul44.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat.1, %arrayidx14.val.1
  %add45.1 = fadd reassoc nsz arcp contract <4 x double> %add45, %mul44.1
  %mul48.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat.1, %arrayidx20.val.1
  %add49.1 = fadd reassoc nsz arcp contract <4 x double> %add49, %mul48.1
  %splat.splatinsert50.1 = insertelement <4 x double> poison, double %351, i64 0
  %splat.splat51.1 = shufflevector <4 x double> %splat.splatinsert50.1, <4 x double> poison, <4 x i32> zeroinitializer
  %mul52.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.1, %arrayidx9.val.1
  %add53.1 = fadd reassoc nsz arcp contract <4 x double> %add53, %mul52.1
  %mul56.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.1, %arrayidx14.val.1
  %add57.1 = fadd reassoc nsz arcp contract <4 x double> %add57, %mul56.1
  %mul60.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat51.1, %arrayidx20.val.1
  %add61.1 = fadd reassoc nsz arcp contract <4 x double> %add61, %mul60.1
  %splat.splatinsert62.1 = insertelement <4 x double> poison, double %352, i64 0
  %splat.splat63.1 = shufflevector <4 x double> %splat.splatinsert62.1, <4 x double> poison, <4 x i32> zeroinitializer
  %mul64.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.1, %arrayidx9.val.1
  %add65.1 = fadd reassoc nsz arcp contract <4 x double> %add65, %mul64.1
  %mul68.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.1, %arrayidx14.val.1
  %add69.1 = fadd reassoc nsz arcp contract <4 x double> %add69, %mul68.1
  %mul72.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat63.1, %arrayidx20.val.1
  %add73.1 = fadd reassoc nsz arcp contract <4 x double> %add73, %mul72.1
  %splat.splatinsert74.1 = insertelement <4 x double> poison, double %353, i64 0
  %splat.splat75.1 = shufflevector <4 x double> %splat.splatinsert74.1, <4 x double> poison, <4 x i32> zeroinitializer
  %mul76.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.1, %arrayidx9.val.1
  %add77.1 = fadd reassoc nsz arcp contract <4 x double> %add77, %mul76.1
  %mul80.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.1, %arrayidx14.val.1
  %add81.1 = fadd reassoc nsz arcp contract <4 x double> %add81, %mul80.1
  %mul84.1 = fmul reassoc nsz arcp contract <4 x double> %splat.splat75.1, %arrayidx20.val.1
  %add85.1 = fadd reassoc nsz arcp contract <4 x double> %add85, %mul84.1
  %indvars.iv.next.1 = add nuw i64 %indvars.iv, 2
  %niter.ncmp.1 = icmp eq i64 %indvars.iv.next.1, %unroll_iter
  br i1 %niter.ncmp.1, label %for.cond.cleanup6.loopexit.unr-lcssa, label %for.body7, !llvm.loop !59

for.end318.loopexit:                              ; preds = %edge.exit
  %354 = and i32 %ni, 2147483644
  br label %for.end318

for.end318:                                       ; preds = %for.end318.loopexit, %entry
  %i.0.lcssa = phi i32 [ 0, %entry ], [ %354, %for.end318.loopexit ]
  %cmp22.i = icmp slt i32 %i.0.lcssa, %ni
  br i1 %cmp22.i, label %for.cond1.preheader.lr.ph.i, label %edge.exit220

for.cond1.preheader.lr.ph.i:                      ; preds = %for.end318
  %cmp216.i165 = icmp sgt i32 %nj, 0
  %cmp820.i166 = icmp sgt i32 %nk, 0
  br i1 %cmp820.i166, label %for.cond1.preheader.lr.ph.split.us.i183, label %for.cond1.preheader.lr.ph.split.i167

for.cond1.preheader.lr.ph.split.us.i183:          ; preds = %for.cond1.preheader.lr.ph.i
  br i1 %cmp216.i165, label %for.cond1.preheader.us.us.preheader.i184, label %edge.exit220

for.cond1.preheader.us.us.preheader.i184:         ; preds = %for.cond1.preheader.lr.ph.split.us.i183
  %355 = zext nneg i32 %i.0.lcssa to i64
  %wide.trip.count89.i185 = zext nneg i32 %ni to i64
  %wide.trip.count74.i186 = zext nneg i32 %nj to i64
  %wide.trip.count84.i187 = zext nneg i32 %nk to i64
  %356 = mul nuw nsw i64 %355, 1760
  %357 = shl nuw nsw i64 %wide.trip.count74.i186, 3
  %358 = mul nuw nsw i64 %wide.trip.count84.i187, 1760
  %359 = getelementptr i8, ptr %B, i64 %358
  %360 = getelementptr i8, ptr %359, i64 %357
  %scevgep426 = getelementptr i8, ptr %360, i64 -1760
  %361 = getelementptr i8, ptr %C, i64 %356
  %362 = getelementptr i8, ptr %361, i64 %357
  %min.iters.check467 = icmp samesign ult i32 %nj, 4
  %min.iters.check470 = icmp samesign ult i32 %nj, 32
  %n.mod.vf473 = and i64 %wide.trip.count74.i186, 28
  %n.vec474 = and i64 %wide.trip.count74.i186, 2147483616
  %broadcast.splatinsert475 = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat476 = shufflevector <8 x double> %broadcast.splatinsert475, <8 x double> poison, <8 x i32> zeroinitializer
  %cmp.n485 = icmp eq i64 %n.vec474, %wide.trip.count74.i186
  %min.epilog.iters.check489 = icmp eq i64 %n.mod.vf473, 0
  %n.vec492 = and i64 %wide.trip.count74.i186, 2147483644
  %broadcast.splatinsert493 = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat494 = shufflevector <4 x double> %broadcast.splatinsert493, <4 x double> poison, <4 x i32> zeroinitializer
  %cmp.n500 = icmp eq i64 %n.vec492, %wide.trip.count74.i186
  br label %iter.check469

for.body4.us.us.i192:                             ; preds = %for.body4.us.us.i192.preheader, %for.body4.us.us.i192
  %indvars.iv71.i193 = phi i64 [ %indvars.iv.next72.i196, %for.body4.us.us.i192 ], [ %indvars.iv71.i193.ph, %for.body4.us.us.i192.preheader ]
  %arrayidx6.us.us.i194 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv71.i193
  %363 = load double, ptr %arrayidx6.us.us.i194, align 8, !tbaa !9
  %mul.us.us.i195 = fmul reassoc nsz arcp contract double %363, %beta
  store double %mul.us.us.i195, ptr %arrayidx6.us.us.i194, align 8, !tbaa !9
  %indvars.iv.next72.i196 = add nuw nsw i64 %indvars.iv71.i193, 1
  %exitcond75.not.i197 = icmp eq i64 %indvars.iv.next72.i196, %wide.trip.count74.i186
  br i1 %exitcond75.not.i197, label %for.cond7.preheader.us.us.i198, label %for.body4.us.us.i192, !llvm.loop !60

for.cond7.preheader.us.us.i198:                   ; preds = %for.body4.us.us.i192, %vec.epilog.middle.block499, %middle.block484
  %arrayidx12.us.us.i199 = getelementptr inbounds nuw [240 x double], ptr %A, i64 %indvars.iv86.i190
  %bound0 = icmp ult ptr %scevgep, %scevgep426
  %bound1 = icmp ult ptr %B, %scevgep425
  %found.conflict = and i1 %bound0, %bound1
  %brmerge = select i1 %min.iters.check467, i1 true, i1 %found.conflict
  br label %iter.check429

iter.check469:                                    ; preds = %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217, %for.cond1.preheader.us.us.preheader.i184
  %indvar = phi i64 [ %indvar.next, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217 ], [ 0, %for.cond1.preheader.us.us.preheader.i184 ]
  %indvars.iv86.i190 = phi i64 [ %indvars.iv.next87.i218, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217 ], [ %355, %for.cond1.preheader.us.us.preheader.i184 ]
  %364 = mul i64 %indvar, 1760
  %scevgep = getelementptr i8, ptr %361, i64 %364
  %scevgep425 = getelementptr i8, ptr %362, i64 %364
  %arrayidx.us.us.i191 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv86.i190
  br i1 %min.iters.check467, label %for.body4.us.us.i192.preheader, label %vector.main.loop.iter.check471

for.body4.us.us.i192.preheader:                   ; preds = %vec.epilog.middle.block499, %vec.epilog.iter.check488, %iter.check469
  %indvars.iv71.i193.ph = phi i64 [ %n.vec492, %vec.epilog.middle.block499 ], [ %n.vec474, %vec.epilog.iter.check488 ], [ 0, %iter.check469 ]
  br label %for.body4.us.us.i192

vector.main.loop.iter.check471:                   ; preds = %iter.check469
  br i1 %min.iters.check470, label %vec.epilog.vector.body495.preheader, label %vector.body477

vector.body477:                                   ; preds = %vector.main.loop.iter.check471, %vector.body477
  %index478 = phi i64 [ %index.next483, %vector.body477 ], [ 0, %vector.main.loop.iter.check471 ]
  %365 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %index478
  %366 = getelementptr inbounds nuw i8, ptr %365, i64 64
  %367 = getelementptr inbounds nuw i8, ptr %365, i64 128
  %368 = getelementptr inbounds nuw i8, ptr %365, i64 192
  %wide.load479 = load <8 x double>, ptr %365, align 8, !tbaa !9
  %wide.load480 = load <8 x double>, ptr %366, align 8, !tbaa !9
  %wide.load481 = load <8 x double>, ptr %367, align 8, !tbaa !9
  %wide.load482 = load <8 x double>, ptr %368, align 8, !tbaa !9
  %369 = fmul reassoc nsz arcp contract <8 x double> %wide.load479, %broadcast.splat476
  %370 = fmul reassoc nsz arcp contract <8 x double> %wide.load480, %broadcast.splat476
  %371 = fmul reassoc nsz arcp contract <8 x double> %wide.load481, %broadcast.splat476
  %372 = fmul reassoc nsz arcp contract <8 x double> %wide.load482, %broadcast.splat476
  store <8 x double> %369, ptr %365, align 8, !tbaa !9
  store <8 x double> %370, ptr %366, align 8, !tbaa !9
  store <8 x double> %371, ptr %367, align 8, !tbaa !9
  store <8 x double> %372, ptr %368, align 8, !tbaa !9
  %index.next483 = add nuw nsw i64 %index478, 32
  %373 = icmp eq i64 %index.next483, %n.vec474
  br i1 %373, label %middle.block484, label %vector.body477, !llvm.loop !61

middle.block484:                                  ; preds = %vector.body477
  br i1 %cmp.n485, label %for.cond7.preheader.us.us.i198, label %vec.epilog.iter.check488

vec.epilog.iter.check488:                         ; preds = %middle.block484
  br i1 %min.epilog.iters.check489, label %for.body4.us.us.i192.preheader, label %vec.epilog.vector.body495.preheader, !prof !62

vec.epilog.vector.body495.preheader:              ; preds = %vec.epilog.iter.check488, %vector.main.loop.iter.check471
  %index496.ph = phi i64 [ 0, %vector.main.loop.iter.check471 ], [ %n.vec474, %vec.epilog.iter.check488 ]
  br label %vec.epilog.vector.body495

vec.epilog.vector.body495:                        ; preds = %vec.epilog.vector.body495.preheader, %vec.epilog.vector.body495
  %index496 = phi i64 [ %index.next498, %vec.epilog.vector.body495 ], [ %index496.ph, %vec.epilog.vector.body495.preheader ]
  %374 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %index496
  %wide.load497 = load <4 x double>, ptr %374, align 8, !tbaa !9
  %375 = fmul reassoc nsz arcp contract <4 x double> %wide.load497, %broadcast.splat494
  store <4 x double> %375, ptr %374, align 8, !tbaa !9
  %index.next498 = add nuw i64 %index496, 4
  %376 = icmp eq i64 %index.next498, %n.vec492
  br i1 %376, label %vec.epilog.middle.block499, label %vec.epilog.vector.body495, !llvm.loop !63

vec.epilog.middle.block499:                       ; preds = %vec.epilog.vector.body495
  br i1 %cmp.n500, label %for.cond7.preheader.us.us.i198, label %for.body4.us.us.i192.preheader

iter.check429:                                    ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214, %for.cond7.preheader.us.us.i198
  %indvars.iv81.i202 = phi i64 [ %indvars.iv.next82.i215, %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214 ], [ 0, %for.cond7.preheader.us.us.i198 ]
  %arrayidx14.us.us.us.i203 = getelementptr inbounds nuw double, ptr %arrayidx12.us.us.i199, i64 %indvars.iv81.i202
  %377 = load double, ptr %arrayidx14.us.us.us.i203, align 8, !tbaa !9
  %mul15.us.us.us.i204 = fmul reassoc nsz arcp contract double %377, %alpha
  %arrayidx22.us.us.us.i205 = getelementptr inbounds nuw [220 x double], ptr %B, i64 %indvars.iv81.i202
  br i1 %brmerge, label %for.body20.us.us.us.i206.preheader, label %vector.main.loop.iter.check431

vector.main.loop.iter.check431:                   ; preds = %iter.check429
  br i1 %min.iters.check470, label %vec.epilog.ph454, label %vector.ph432

vector.ph432:                                     ; preds = %vector.main.loop.iter.check431
  %broadcast.splatinsert435 = insertelement <8 x double> poison, double %mul15.us.us.us.i204, i64 0
  %broadcast.splat436 = shufflevector <8 x double> %broadcast.splatinsert435, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body437

vector.body437:                                   ; preds = %vector.body437, %vector.ph432
  %index438 = phi i64 [ 0, %vector.ph432 ], [ %index.next447, %vector.body437 ]
  %378 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %index438
  %379 = getelementptr inbounds nuw i8, ptr %378, i64 64
  %380 = getelementptr inbounds nuw i8, ptr %378, i64 128
  %381 = getelementptr inbounds nuw i8, ptr %378, i64 192
  %wide.load439 = load <8 x double>, ptr %378, align 8, !tbaa !9, !alias.scope !64
  %wide.load440 = load <8 x double>, ptr %379, align 8, !tbaa !9, !alias.scope !64
  %wide.load441 = load <8 x double>, ptr %380, align 8, !tbaa !9, !alias.scope !64
  %wide.load442 = load <8 x double>, ptr %381, align 8, !tbaa !9, !alias.scope !64
  %382 = fmul reassoc nsz arcp contract <8 x double> %wide.load439, %broadcast.splat436
  %383 = fmul reassoc nsz arcp contract <8 x double> %wide.load440, %broadcast.splat436
  %384 = fmul reassoc nsz arcp contract <8 x double> %wide.load441, %broadcast.splat436
  %385 = fmul reassoc nsz arcp contract <8 x double> %wide.load442, %broadcast.splat436
  %386 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %index438
  %387 = getelementptr inbounds nuw i8, ptr %386, i64 64
  %388 = getelementptr inbounds nuw i8, ptr %386, i64 128
  %389 = getelementptr inbounds nuw i8, ptr %386, i64 192
  %wide.load443 = load <8 x double>, ptr %386, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %wide.load444 = load <8 x double>, ptr %387, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %wide.load445 = load <8 x double>, ptr %388, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %wide.load446 = load <8 x double>, ptr %389, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %390 = fadd reassoc nsz arcp contract <8 x double> %wide.load443, %382
  %391 = fadd reassoc nsz arcp contract <8 x double> %wide.load444, %383
  %392 = fadd reassoc nsz arcp contract <8 x double> %wide.load445, %384
  %393 = fadd reassoc nsz arcp contract <8 x double> %wide.load446, %385
  store <8 x double> %390, ptr %386, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  store <8 x double> %391, ptr %387, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  store <8 x double> %392, ptr %388, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  store <8 x double> %393, ptr %389, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %index.next447 = add nuw nsw i64 %index438, 32
  %394 = icmp eq i64 %index.next447, %n.vec474
  br i1 %394, label %middle.block448, label %vector.body437, !llvm.loop !69

middle.block448:                                  ; preds = %vector.body437
  br i1 %cmp.n485, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214, label %vec.epilog.iter.check452

vec.epilog.iter.check452:                         ; preds = %middle.block448
  br i1 %min.epilog.iters.check489, label %for.body20.us.us.us.i206.preheader, label %vec.epilog.ph454, !prof !62

vec.epilog.ph454:                                 ; preds = %vec.epilog.iter.check452, %vector.main.loop.iter.check431
  %vec.epilog.resume.val450 = phi i64 [ %n.vec474, %vec.epilog.iter.check452 ], [ 0, %vector.main.loop.iter.check431 ]
  %broadcast.splatinsert457 = insertelement <4 x double> poison, double %mul15.us.us.us.i204, i64 0
  %broadcast.splat458 = shufflevector <4 x double> %broadcast.splatinsert457, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body459

vec.epilog.vector.body459:                        ; preds = %vec.epilog.vector.body459, %vec.epilog.ph454
  %index460 = phi i64 [ %vec.epilog.resume.val450, %vec.epilog.ph454 ], [ %index.next463, %vec.epilog.vector.body459 ]
  %395 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %index460
  %wide.load461 = load <4 x double>, ptr %395, align 8, !tbaa !9, !alias.scope !64
  %396 = fmul reassoc nsz arcp contract <4 x double> %wide.load461, %broadcast.splat458
  %397 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %index460
  %wide.load462 = load <4 x double>, ptr %397, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %398 = fadd reassoc nsz arcp contract <4 x double> %wide.load462, %396
  store <4 x double> %398, ptr %397, align 8, !tbaa !9, !alias.scope !67, !noalias !64
  %index.next463 = add nuw i64 %index460, 4
  %399 = icmp eq i64 %index.next463, %n.vec492
  br i1 %399, label %vec.epilog.middle.block464, label %vec.epilog.vector.body459, !llvm.loop !70

vec.epilog.middle.block464:                       ; preds = %vec.epilog.vector.body459
  br i1 %cmp.n500, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214, label %for.body20.us.us.us.i206.preheader

for.body20.us.us.us.i206.preheader:               ; preds = %vec.epilog.middle.block464, %vec.epilog.iter.check452, %iter.check429
  %indvars.iv76.i207.ph = phi i64 [ 0, %iter.check429 ], [ %n.vec492, %vec.epilog.middle.block464 ], [ %n.vec474, %vec.epilog.iter.check452 ]
  %400 = sub nsw i64 %wide.trip.count74.i186, %indvars.iv76.i207.ph
  %xtraiter555 = and i64 %400, 7
  %lcmp.mod556.not = icmp eq i64 %xtraiter555, 0
  br i1 %lcmp.mod556.not, label %for.body20.us.us.us.i206.prol.loopexit, label %for.body20.us.us.us.i206.prol

for.body20.us.us.us.i206.prol:                    ; preds = %for.body20.us.us.us.i206.preheader, %for.body20.us.us.us.i206.prol
  %indvars.iv76.i207.prol = phi i64 [ %indvars.iv.next77.i212.prol, %for.body20.us.us.us.i206.prol ], [ %indvars.iv76.i207.ph, %for.body20.us.us.us.i206.preheader ]
  %prol.iter557 = phi i64 [ %prol.iter557.next, %for.body20.us.us.us.i206.prol ], [ 0, %for.body20.us.us.us.i206.preheader ]
  %arrayidx24.us.us.us.i208.prol = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv76.i207.prol
  %401 = load double, ptr %arrayidx24.us.us.us.i208.prol, align 8, !tbaa !9
  %mul25.us.us.us.i209.prol = fmul reassoc nsz arcp contract double %401, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.prol = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv76.i207.prol
  %402 = load double, ptr %arrayidx29.us.us.us.i210.prol, align 8, !tbaa !9
  %add.us.us.us.i211.prol = fadd reassoc nsz arcp contract double %402, %mul25.us.us.us.i209.prol
  store double %add.us.us.us.i211.prol, ptr %arrayidx29.us.us.us.i210.prol, align 8, !tbaa !9
  %indvars.iv.next77.i212.prol = add nuw nsw i64 %indvars.iv76.i207.prol, 1
  %prol.iter557.next = add nuw nsw i64 %prol.iter557, 1
  %prol.iter557.cmp.not = icmp eq i64 %prol.iter557.next, %xtraiter555
  br i1 %prol.iter557.cmp.not, label %for.body20.us.us.us.i206.prol.loopexit, label %for.body20.us.us.us.i206.prol, !llvm.loop !71

for.body20.us.us.us.i206.prol.loopexit:           ; preds = %for.body20.us.us.us.i206.prol, %for.body20.us.us.us.i206.preheader
  %indvars.iv76.i207.unr = phi i64 [ %indvars.iv76.i207.ph, %for.body20.us.us.us.i206.preheader ], [ %indvars.iv.next77.i212.prol, %for.body20.us.us.us.i206.prol ]
  %403 = sub nsw i64 %indvars.iv76.i207.ph, %wide.trip.count74.i186
  %404 = icmp ugt i64 %403, -8
  br i1 %404, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214, label %for.body20.us.us.us.i206

for.body20.us.us.us.i206:                         ; preds = %for.body20.us.us.us.i206.prol.loopexit, %for.body20.us.us.us.i206
  %indvars.iv76.i207 = phi i64 [ %indvars.iv.next77.i212.7, %for.body20.us.us.us.i206 ], [ %indvars.iv76.i207.unr, %for.body20.us.us.us.i206.prol.loopexit ]
  %arrayidx24.us.us.us.i208 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv76.i207
  %405 = load double, ptr %arrayidx24.us.us.us.i208, align 8, !tbaa !9
  %mul25.us.us.us.i209 = fmul reassoc nsz arcp contract double %405, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv76.i207
  %406 = load double, ptr %arrayidx29.us.us.us.i210, align 8, !tbaa !9
  %add.us.us.us.i211 = fadd reassoc nsz arcp contract double %406, %mul25.us.us.us.i209
  store double %add.us.us.us.i211, ptr %arrayidx29.us.us.us.i210, align 8, !tbaa !9
  %indvars.iv.next77.i212 = add nuw nsw i64 %indvars.iv76.i207, 1
  %arrayidx24.us.us.us.i208.1 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212
  %407 = load double, ptr %arrayidx24.us.us.us.i208.1, align 8, !tbaa !9
  %mul25.us.us.us.i209.1 = fmul reassoc nsz arcp contract double %407, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.1 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212
  %408 = load double, ptr %arrayidx29.us.us.us.i210.1, align 8, !tbaa !9
  %add.us.us.us.i211.1 = fadd reassoc nsz arcp contract double %408, %mul25.us.us.us.i209.1
  store double %add.us.us.us.i211.1, ptr %arrayidx29.us.us.us.i210.1, align 8, !tbaa !9
  %indvars.iv.next77.i212.1 = add nuw nsw i64 %indvars.iv76.i207, 2
  %arrayidx24.us.us.us.i208.2 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.1
  %409 = load double, ptr %arrayidx24.us.us.us.i208.2, align 8, !tbaa !9
  %mul25.us.us.us.i209.2 = fmul reassoc nsz arcp contract double %409, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.2 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.1
  %410 = load double, ptr %arrayidx29.us.us.us.i210.2, align 8, !tbaa !9
  %add.us.us.us.i211.2 = fadd reassoc nsz arcp contract double %410, %mul25.us.us.us.i209.2
  store double %add.us.us.us.i211.2, ptr %arrayidx29.us.us.us.i210.2, align 8, !tbaa !9
  %indvars.iv.next77.i212.2 = add nuw nsw i64 %indvars.iv76.i207, 3
  %arrayidx24.us.us.us.i208.3 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.2
  %411 = load double, ptr %arrayidx24.us.us.us.i208.3, align 8, !tbaa !9
  %mul25.us.us.us.i209.3 = fmul reassoc nsz arcp contract double %411, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.3 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.2
  %412 = load double, ptr %arrayidx29.us.us.us.i210.3, align 8, !tbaa !9
  %add.us.us.us.i211.3 = fadd reassoc nsz arcp contract double %412, %mul25.us.us.us.i209.3
  store double %add.us.us.us.i211.3, ptr %arrayidx29.us.us.us.i210.3, align 8, !tbaa !9
  %indvars.iv.next77.i212.3 = add nuw nsw i64 %indvars.iv76.i207, 4
  %arrayidx24.us.us.us.i208.4 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.3
  %413 = load double, ptr %arrayidx24.us.us.us.i208.4, align 8, !tbaa !9
  %mul25.us.us.us.i209.4 = fmul reassoc nsz arcp contract double %413, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.4 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.3
  %414 = load double, ptr %arrayidx29.us.us.us.i210.4, align 8, !tbaa !9
  %add.us.us.us.i211.4 = fadd reassoc nsz arcp contract double %414, %mul25.us.us.us.i209.4
  store double %add.us.us.us.i211.4, ptr %arrayidx29.us.us.us.i210.4, align 8, !tbaa !9
  %indvars.iv.next77.i212.4 = add nuw nsw i64 %indvars.iv76.i207, 5
  %arrayidx24.us.us.us.i208.5 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.4
  %415 = load double, ptr %arrayidx24.us.us.us.i208.5, align 8, !tbaa !9
  %mul25.us.us.us.i209.5 = fmul reassoc nsz arcp contract double %415, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.5 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.4
  %416 = load double, ptr %arrayidx29.us.us.us.i210.5, align 8, !tbaa !9
  %add.us.us.us.i211.5 = fadd reassoc nsz arcp contract double %416, %mul25.us.us.us.i209.5
  store double %add.us.us.us.i211.5, ptr %arrayidx29.us.us.us.i210.5, align 8, !tbaa !9
  %indvars.iv.next77.i212.5 = add nuw nsw i64 %indvars.iv76.i207, 6
  %arrayidx24.us.us.us.i208.6 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.5
  %417 = load double, ptr %arrayidx24.us.us.us.i208.6, align 8, !tbaa !9
  %mul25.us.us.us.i209.6 = fmul reassoc nsz arcp contract double %417, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.6 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.5
  %418 = load double, ptr %arrayidx29.us.us.us.i210.6, align 8, !tbaa !9
  %add.us.us.us.i211.6 = fadd reassoc nsz arcp contract double %418, %mul25.us.us.us.i209.6
  store double %add.us.us.us.i211.6, ptr %arrayidx29.us.us.us.i210.6, align 8, !tbaa !9
  %indvars.iv.next77.i212.6 = add nuw nsw i64 %indvars.iv76.i207, 7
  %arrayidx24.us.us.us.i208.7 = getelementptr inbounds nuw double, ptr %arrayidx22.us.us.us.i205, i64 %indvars.iv.next77.i212.6
  %419 = load double, ptr %arrayidx24.us.us.us.i208.7, align 8, !tbaa !9
  %mul25.us.us.us.i209.7 = fmul reassoc nsz arcp contract double %419, %mul15.us.us.us.i204
  %arrayidx29.us.us.us.i210.7 = getelementptr inbounds nuw double, ptr %arrayidx.us.us.i191, i64 %indvars.iv.next77.i212.6
  %420 = load double, ptr %arrayidx29.us.us.us.i210.7, align 8, !tbaa !9
  %add.us.us.us.i211.7 = fadd reassoc nsz arcp contract double %420, %mul25.us.us.us.i209.7
  store double %add.us.us.us.i211.7, ptr %arrayidx29.us.us.us.i210.7, align 8, !tbaa !9
  %indvars.iv.next77.i212.7 = add nuw nsw i64 %indvars.iv76.i207, 8
  %exitcond80.not.i213.7 = icmp eq i64 %indvars.iv.next77.i212.7, %wide.trip.count74.i186
  br i1 %exitcond80.not.i213.7, label %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214, label %for.body20.us.us.us.i206, !llvm.loop !72

for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214: ; preds = %for.body20.us.us.us.i206, %for.body20.us.us.us.i206.prol.loopexit, %vec.epilog.middle.block464, %middle.block448
  %indvars.iv.next82.i215 = add nuw nsw i64 %indvars.iv81.i202, 1
  %exitcond85.not.i216 = icmp eq i64 %indvars.iv.next82.i215, %wide.trip.count84.i187
  br i1 %exitcond85.not.i216, label %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217, label %iter.check429, !llvm.loop !24

for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217: ; preds = %for.cond17.for.cond.cleanup19_crit_edge.us.us.us.i214
  %indvars.iv.next87.i218 = add nuw nsw i64 %indvars.iv86.i190, 1
  %exitcond90.not.i219 = icmp eq i64 %indvars.iv.next87.i218, %wide.trip.count89.i185
  %indvar.next = add nuw i64 %indvar, 1
  br i1 %exitcond90.not.i219, label %edge.exit220, label %iter.check469, !llvm.loop !73

for.cond1.preheader.lr.ph.split.i167:             ; preds = %for.cond1.preheader.lr.ph.i
  br i1 %cmp216.i165, label %for.cond1.preheader.us30.preheader.i168, label %edge.exit220

for.cond1.preheader.us30.preheader.i168:          ; preds = %for.cond1.preheader.lr.ph.split.i167
  %421 = zext nneg i32 %i.0.lcssa to i64
  %wide.trip.count69.i169 = zext nneg i32 %ni to i64
  %wide.trip.count.i170 = zext nneg i32 %nj to i64
  %xtraiter552 = and i64 %wide.trip.count69.i169, 1
  %lcmp.mod553.not = icmp eq i64 %xtraiter552, 0
  br i1 %lcmp.mod553.not, label %iter.check.prol.loopexit, label %iter.check.prol

iter.check.prol:                                  ; preds = %for.cond1.preheader.us30.preheader.i168
  %arrayidx.us44.i173.prol = getelementptr inbounds nuw [220 x double], ptr %C, i64 %421
  %min.iters.check.prol = icmp samesign ult i32 %nj, 4
  br i1 %min.iters.check.prol, label %for.body4.us32.i174.prol.preheader, label %vector.main.loop.iter.check.prol

vector.main.loop.iter.check.prol:                 ; preds = %iter.check.prol
  %min.iters.check404.prol = icmp samesign ult i32 %nj, 32
  br i1 %min.iters.check404.prol, label %vec.epilog.ph.prol, label %vector.ph405.prol

vector.ph405.prol:                                ; preds = %vector.main.loop.iter.check.prol
  %n.vec407.prol = and i64 %wide.trip.count.i170, 2147483616
  %broadcast.splatinsert408.prol = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat409.prol = shufflevector <8 x double> %broadcast.splatinsert408.prol, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body410.prol

vector.body410.prol:                              ; preds = %vector.body410.prol, %vector.ph405.prol
  %index411.prol = phi i64 [ 0, %vector.ph405.prol ], [ %index.next415.prol, %vector.body410.prol ]
  %422 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173.prol, i64 %index411.prol
  %423 = getelementptr inbounds nuw i8, ptr %422, i64 64
  %424 = getelementptr inbounds nuw i8, ptr %422, i64 128
  %425 = getelementptr inbounds nuw i8, ptr %422, i64 192
  %wide.load.prol = load <8 x double>, ptr %422, align 8, !tbaa !9
  %wide.load412.prol = load <8 x double>, ptr %423, align 8, !tbaa !9
  %wide.load413.prol = load <8 x double>, ptr %424, align 8, !tbaa !9
  %wide.load414.prol = load <8 x double>, ptr %425, align 8, !tbaa !9
  %426 = fmul reassoc nsz arcp contract <8 x double> %wide.load.prol, %broadcast.splat409.prol
  %427 = fmul reassoc nsz arcp contract <8 x double> %wide.load412.prol, %broadcast.splat409.prol
  %428 = fmul reassoc nsz arcp contract <8 x double> %wide.load413.prol, %broadcast.splat409.prol
  %429 = fmul reassoc nsz arcp contract <8 x double> %wide.load414.prol, %broadcast.splat409.prol
  store <8 x double> %426, ptr %422, align 8, !tbaa !9
  store <8 x double> %427, ptr %423, align 8, !tbaa !9
  store <8 x double> %428, ptr %424, align 8, !tbaa !9
  store <8 x double> %429, ptr %425, align 8, !tbaa !9
  %index.next415.prol = add nuw nsw i64 %index411.prol, 32
  %430 = icmp eq i64 %index.next415.prol, %n.vec407.prol
  br i1 %430, label %middle.block416.prol, label %vector.body410.prol, !llvm.loop !74

middle.block416.prol:                             ; preds = %vector.body410.prol
  %cmp.n.prol = icmp eq i64 %n.vec407.prol, %wide.trip.count.i170
  br i1 %cmp.n.prol, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol, label %vec.epilog.iter.check.prol

vec.epilog.iter.check.prol:                       ; preds = %middle.block416.prol
  %n.mod.vf406.prol = and i64 %wide.trip.count.i170, 28
  %min.epilog.iters.check.prol = icmp eq i64 %n.mod.vf406.prol, 0
  br i1 %min.epilog.iters.check.prol, label %for.body4.us32.i174.prol.preheader, label %vec.epilog.ph.prol, !prof !62

vec.epilog.ph.prol:                               ; preds = %vec.epilog.iter.check.prol, %vector.main.loop.iter.check.prol
  %vec.epilog.resume.val.prol = phi i64 [ %n.vec407.prol, %vec.epilog.iter.check.prol ], [ 0, %vector.main.loop.iter.check.prol ]
  %n.vec418.prol = and i64 %wide.trip.count.i170, 2147483644
  %broadcast.splatinsert419.prol = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat420.prol = shufflevector <4 x double> %broadcast.splatinsert419.prol, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body.prol

vec.epilog.vector.body.prol:                      ; preds = %vec.epilog.vector.body.prol, %vec.epilog.ph.prol
  %index421.prol = phi i64 [ %vec.epilog.resume.val.prol, %vec.epilog.ph.prol ], [ %index.next423.prol, %vec.epilog.vector.body.prol ]
  %431 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173.prol, i64 %index421.prol
  %wide.load422.prol = load <4 x double>, ptr %431, align 8, !tbaa !9
  %432 = fmul reassoc nsz arcp contract <4 x double> %wide.load422.prol, %broadcast.splat420.prol
  store <4 x double> %432, ptr %431, align 8, !tbaa !9
  %index.next423.prol = add nuw i64 %index421.prol, 4
  %433 = icmp eq i64 %index.next423.prol, %n.vec418.prol
  br i1 %433, label %vec.epilog.middle.block.prol, label %vec.epilog.vector.body.prol, !llvm.loop !75

vec.epilog.middle.block.prol:                     ; preds = %vec.epilog.vector.body.prol
  %cmp.n424.prol = icmp eq i64 %n.vec418.prol, %wide.trip.count.i170
  br i1 %cmp.n424.prol, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol, label %for.body4.us32.i174.prol.preheader

for.body4.us32.i174.prol.preheader:               ; preds = %vec.epilog.middle.block.prol, %vec.epilog.iter.check.prol, %iter.check.prol
  %indvars.iv.i175.prol.ph = phi i64 [ %n.vec418.prol, %vec.epilog.middle.block.prol ], [ %n.vec407.prol, %vec.epilog.iter.check.prol ], [ 0, %iter.check.prol ]
  br label %for.body4.us32.i174.prol

for.body4.us32.i174.prol:                         ; preds = %for.body4.us32.i174.prol.preheader, %for.body4.us32.i174.prol
  %indvars.iv.i175.prol = phi i64 [ %indvars.iv.next.i178.prol, %for.body4.us32.i174.prol ], [ %indvars.iv.i175.prol.ph, %for.body4.us32.i174.prol.preheader ]
  %arrayidx6.us35.i176.prol = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173.prol, i64 %indvars.iv.i175.prol
  %434 = load double, ptr %arrayidx6.us35.i176.prol, align 8, !tbaa !9
  %mul.us36.i177.prol = fmul reassoc nsz arcp contract double %434, %beta
  store double %mul.us36.i177.prol, ptr %arrayidx6.us35.i176.prol, align 8, !tbaa !9
  %indvars.iv.next.i178.prol = add nuw nsw i64 %indvars.iv.i175.prol, 1
  %exitcond.not.i179.prol = icmp eq i64 %indvars.iv.next.i178.prol, %wide.trip.count.i170
  br i1 %exitcond.not.i179.prol, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol, label %for.body4.us32.i174.prol, !llvm.loop !76

for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol: ; preds = %for.body4.us32.i174.prol, %vec.epilog.middle.block.prol, %middle.block416.prol
  %indvars.iv.next67.i181.prol = or disjoint i64 %421, 1
  br label %iter.check.prol.loopexit

iter.check.prol.loopexit:                         ; preds = %for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol, %for.cond1.preheader.us30.preheader.i168
  %indvars.iv66.i172.unr = phi i64 [ %421, %for.cond1.preheader.us30.preheader.i168 ], [ %indvars.iv.next67.i181.prol, %for.cond1.for.cond7.preheader_crit_edge.us45.i180.prol ]
  %435 = add nsw i64 %wide.trip.count69.i169, -1
  %436 = icmp eq i64 %435, %421
  br i1 %436, label %edge.exit220, label %for.cond1.preheader.us30.preheader.i168.new

for.cond1.preheader.us30.preheader.i168.new:      ; preds = %iter.check.prol.loopexit
  %min.iters.check = icmp samesign ult i32 %nj, 4
  %min.iters.check404 = icmp samesign ult i32 %nj, 32
  %n.mod.vf406 = and i64 %wide.trip.count.i170, 28
  %n.vec407 = and i64 %wide.trip.count.i170, 2147483616
  %broadcast.splatinsert408 = insertelement <8 x double> poison, double %beta, i64 0
  %broadcast.splat409 = shufflevector <8 x double> %broadcast.splatinsert408, <8 x double> poison, <8 x i32> zeroinitializer
  %cmp.n = icmp eq i64 %n.vec407, %wide.trip.count.i170
  %min.epilog.iters.check = icmp eq i64 %n.mod.vf406, 0
  %n.vec418 = and i64 %wide.trip.count.i170, 2147483644
  %broadcast.splatinsert419 = insertelement <4 x double> poison, double %beta, i64 0
  %broadcast.splat420 = shufflevector <4 x double> %broadcast.splatinsert419, <4 x double> poison, <4 x i32> zeroinitializer
  %cmp.n424 = icmp eq i64 %n.vec418, %wide.trip.count.i170
  br label %iter.check

iter.check:                                       ; preds = %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1, %for.cond1.preheader.us30.preheader.i168.new
  %indvars.iv66.i172 = phi i64 [ %indvars.iv66.i172.unr, %for.cond1.preheader.us30.preheader.i168.new ], [ %indvars.iv.next67.i181.1, %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1 ]
  %arrayidx.us44.i173 = getelementptr inbounds nuw [220 x double], ptr %C, i64 %indvars.iv66.i172
  br i1 %min.iters.check, label %for.body4.us32.i174.preheader, label %vector.main.loop.iter.check

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check404, label %vec.epilog.vector.body.preheader, label %vector.body410

vector.body410:                                   ; preds = %vector.main.loop.iter.check, %vector.body410
  %index411 = phi i64 [ %index.next415, %vector.body410 ], [ 0, %vector.main.loop.iter.check ]
  %437 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173, i64 %index411
  %438 = getelementptr inbounds nuw i8, ptr %437, i64 64
  %439 = getelementptr inbounds nuw i8, ptr %437, i64 128
  %440 = getelementptr inbounds nuw i8, ptr %437, i64 192
  %wide.load = load <8 x double>, ptr %437, align 8, !tbaa !9
  %wide.load412 = load <8 x double>, ptr %438, align 8, !tbaa !9
  %wide.load413 = load <8 x double>, ptr %439, align 8, !tbaa !9
  %wide.load414 = load <8 x double>, ptr %440, align 8, !tbaa !9
  %441 = fmul reassoc nsz arcp contract <8 x double> %wide.load, %broadcast.splat409
  %442 = fmul reassoc nsz arcp contract <8 x double> %wide.load412, %broadcast.splat409
  %443 = fmul reassoc nsz arcp contract <8 x double> %wide.load413, %broadcast.splat409
  %444 = fmul reassoc nsz arcp contract <8 x double> %wide.load414, %broadcast.splat409
  store <8 x double> %441, ptr %437, align 8, !tbaa !9
  store <8 x double> %442, ptr %438, align 8, !tbaa !9
  store <8 x double> %443, ptr %439, align 8, !tbaa !9
  store <8 x double> %444, ptr %440, align 8, !tbaa !9
  %index.next415 = add nuw i64 %index411, 32
  %445 = icmp eq i64 %index.next415, %n.vec407
  br i1 %445, label %middle.block416, label %vector.body410, !llvm.loop !74

middle.block416:                                  ; preds = %vector.body410
  br i1 %cmp.n, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.thread, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block416
  br i1 %min.epilog.iters.check, label %for.body4.us32.i174.preheader, label %vec.epilog.vector.body.preheader, !prof !62

vec.epilog.vector.body.preheader:                 ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %index421.ph = phi i64 [ 0, %vector.main.loop.iter.check ], [ %n.vec407, %vec.epilog.iter.check ]
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body.preheader, %vec.epilog.vector.body
  %index421 = phi i64 [ %index.next423, %vec.epilog.vector.body ], [ %index421.ph, %vec.epilog.vector.body.preheader ]
  %446 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173, i64 %index421
  %wide.load422 = load <4 x double>, ptr %446, align 8, !tbaa !9
  %447 = fmul reassoc nsz arcp contract <4 x double> %wide.load422, %broadcast.splat420
  store <4 x double> %447, ptr %446, align 8, !tbaa !9
  %index.next423 = add nuw i64 %index421, 4
  %448 = icmp eq i64 %index.next423, %n.vec418
  br i1 %448, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !75

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  br i1 %cmp.n424, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.thread, label %for.body4.us32.i174.preheader

for.body4.us32.i174.preheader:                    ; preds = %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %indvars.iv.i175.ph = phi i64 [ %n.vec418, %vec.epilog.middle.block ], [ %n.vec407, %vec.epilog.iter.check ], [ 0, %iter.check ]
  br label %for.body4.us32.i174

for.body4.us32.i174:                              ; preds = %for.body4.us32.i174.preheader, %for.body4.us32.i174
  %indvars.iv.i175 = phi i64 [ %indvars.iv.next.i178, %for.body4.us32.i174 ], [ %indvars.iv.i175.ph, %for.body4.us32.i174.preheader ]
  %arrayidx6.us35.i176 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173, i64 %indvars.iv.i175
  %449 = load double, ptr %arrayidx6.us35.i176, align 8, !tbaa !9
  %mul.us36.i177 = fmul reassoc nsz arcp contract double %449, %beta
  store double %mul.us36.i177, ptr %arrayidx6.us35.i176, align 8, !tbaa !9
  %indvars.iv.next.i178 = add nuw nsw i64 %indvars.iv.i175, 1
  %exitcond.not.i179 = icmp eq i64 %indvars.iv.next.i178, %wide.trip.count.i170
  br i1 %exitcond.not.i179, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180, label %for.body4.us32.i174, !llvm.loop !76

for.cond1.for.cond7.preheader_crit_edge.us45.i180.thread: ; preds = %vec.epilog.middle.block, %middle.block416
  %arrayidx.us44.i173.11 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i173, i64 1760
  br label %vector.main.loop.iter.check.1

for.cond1.for.cond7.preheader_crit_edge.us45.i180: ; preds = %for.body4.us32.i174
  %arrayidx.us44.i173.1 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i173, i64 1760
  br i1 %min.iters.check, label %for.body4.us32.i174.preheader.1, label %vector.main.loop.iter.check.1

vector.main.loop.iter.check.1:                    ; preds = %for.cond1.for.cond7.preheader_crit_edge.us45.i180.thread, %for.cond1.for.cond7.preheader_crit_edge.us45.i180
  %arrayidx.us44.i173.12 = phi ptr [ %arrayidx.us44.i173.11, %for.cond1.for.cond7.preheader_crit_edge.us45.i180.thread ], [ %arrayidx.us44.i173.1, %for.cond1.for.cond7.preheader_crit_edge.us45.i180 ]
  br i1 %min.iters.check404, label %vec.epilog.ph.1, label %vector.body410.1.preheader

vector.body410.1.preheader:                       ; preds = %vector.main.loop.iter.check.1
  %450 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i173, i64 1760
  br label %vector.body410.1

vector.body410.1:                                 ; preds = %vector.body410.1.preheader, %vector.body410.1
  %index411.1 = phi i64 [ %index.next415.1, %vector.body410.1 ], [ 0, %vector.body410.1.preheader ]
  %451 = getelementptr inbounds nuw double, ptr %450, i64 %index411.1
  %452 = getelementptr inbounds nuw i8, ptr %451, i64 64
  %453 = getelementptr inbounds nuw i8, ptr %451, i64 128
  %454 = getelementptr inbounds nuw i8, ptr %451, i64 192
  %wide.load.1 = load <8 x double>, ptr %451, align 8, !tbaa !9
  %wide.load412.1 = load <8 x double>, ptr %452, align 8, !tbaa !9
  %wide.load413.1 = load <8 x double>, ptr %453, align 8, !tbaa !9
  %wide.load414.1 = load <8 x double>, ptr %454, align 8, !tbaa !9
  %455 = fmul reassoc nsz arcp contract <8 x double> %wide.load.1, %broadcast.splat409
  %456 = fmul reassoc nsz arcp contract <8 x double> %wide.load412.1, %broadcast.splat409
  %457 = fmul reassoc nsz arcp contract <8 x double> %wide.load413.1, %broadcast.splat409
  %458 = fmul reassoc nsz arcp contract <8 x double> %wide.load414.1, %broadcast.splat409
  store <8 x double> %455, ptr %451, align 8, !tbaa !9
  store <8 x double> %456, ptr %452, align 8, !tbaa !9
  store <8 x double> %457, ptr %453, align 8, !tbaa !9
  store <8 x double> %458, ptr %454, align 8, !tbaa !9
  %index.next415.1 = add nuw i64 %index411.1, 32
  %459 = icmp eq i64 %index.next415.1, %n.vec407
  br i1 %459, label %middle.block416.1, label %vector.body410.1, !llvm.loop !74

middle.block416.1:                                ; preds = %vector.body410.1
  br i1 %cmp.n, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1, label %vec.epilog.iter.check.1

vec.epilog.iter.check.1:                          ; preds = %middle.block416.1
  br i1 %min.epilog.iters.check, label %for.body4.us32.i174.preheader.1, label %vec.epilog.ph.1, !prof !62

vec.epilog.ph.1:                                  ; preds = %vec.epilog.iter.check.1, %vector.main.loop.iter.check.1
  %vec.epilog.resume.val.1 = phi i64 [ %n.vec407, %vec.epilog.iter.check.1 ], [ 0, %vector.main.loop.iter.check.1 ]
  %460 = getelementptr inbounds nuw i8, ptr %arrayidx.us44.i173, i64 1760
  br label %vec.epilog.vector.body.1

vec.epilog.vector.body.1:                         ; preds = %vec.epilog.vector.body.1, %vec.epilog.ph.1
  %index421.1 = phi i64 [ %vec.epilog.resume.val.1, %vec.epilog.ph.1 ], [ %index.next423.1, %vec.epilog.vector.body.1 ]
  %461 = getelementptr inbounds nuw double, ptr %460, i64 %index421.1
  %wide.load422.1 = load <4 x double>, ptr %461, align 8, !tbaa !9
  %462 = fmul reassoc nsz arcp contract <4 x double> %wide.load422.1, %broadcast.splat420
  store <4 x double> %462, ptr %461, align 8, !tbaa !9
  %index.next423.1 = add nuw i64 %index421.1, 4
  %463 = icmp eq i64 %index.next423.1, %n.vec418
  br i1 %463, label %vec.epilog.middle.block.1, label %vec.epilog.vector.body.1, !llvm.loop !75

vec.epilog.middle.block.1:                        ; preds = %vec.epilog.vector.body.1
  br i1 %cmp.n424, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1, label %for.body4.us32.i174.preheader.1

for.body4.us32.i174.preheader.1:                  ; preds = %vec.epilog.middle.block.1, %vec.epilog.iter.check.1, %for.cond1.for.cond7.preheader_crit_edge.us45.i180
  %arrayidx.us44.i173.13 = phi ptr [ %arrayidx.us44.i173.1, %for.cond1.for.cond7.preheader_crit_edge.us45.i180 ], [ %arrayidx.us44.i173.12, %vec.epilog.iter.check.1 ], [ %arrayidx.us44.i173.12, %vec.epilog.middle.block.1 ]
  %indvars.iv.i175.ph.1 = phi i64 [ 0, %for.cond1.for.cond7.preheader_crit_edge.us45.i180 ], [ %n.vec407, %vec.epilog.iter.check.1 ], [ %n.vec418, %vec.epilog.middle.block.1 ]
  br label %for.body4.us32.i174.1

for.body4.us32.i174.1:                            ; preds = %for.body4.us32.i174.1, %for.body4.us32.i174.preheader.1
  %indvars.iv.i175.1 = phi i64 [ %indvars.iv.next.i178.1, %for.body4.us32.i174.1 ], [ %indvars.iv.i175.ph.1, %for.body4.us32.i174.preheader.1 ]
  %arrayidx6.us35.i176.1 = getelementptr inbounds nuw double, ptr %arrayidx.us44.i173.13, i64 %indvars.iv.i175.1
  %464 = load double, ptr %arrayidx6.us35.i176.1, align 8, !tbaa !9
  %mul.us36.i177.1 = fmul reassoc nsz arcp contract double %464, %beta
  store double %mul.us36.i177.1, ptr %arrayidx6.us35.i176.1, align 8, !tbaa !9
  %indvars.iv.next.i178.1 = add nuw nsw i64 %indvars.iv.i175.1, 1
  %exitcond.not.i179.1 = icmp eq i64 %indvars.iv.next.i178.1, %wide.trip.count.i170
  br i1 %exitcond.not.i179.1, label %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1, label %for.body4.us32.i174.1, !llvm.loop !76

for.cond1.for.cond7.preheader_crit_edge.us45.i180.1: ; preds = %for.body4.us32.i174.1, %vec.epilog.middle.block.1, %middle.block416.1
  %indvars.iv.next67.i181.1 = add nuw nsw i64 %indvars.iv66.i172, 2
  %exitcond70.not.i182.1 = icmp eq i64 %indvars.iv.next67.i181.1, %wide.trip.count69.i169
  br i1 %exitcond70.not.i182.1, label %edge.exit220, label %iter.check, !llvm.loop !73

edge.exit220:                                     ; preds = %for.cond1.for.cond7.preheader_crit_edge.us45.i180.1, %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.i217, %iter.check.prol.loopexit, %for.cond1.preheader.lr.ph.split.i167, %for.cond1.preheader.lr.ph.split.us.i183, %for.end318
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: read)
declare <8 x double> @llvm.masked.load.v8f64.p0(ptr captures(none), <8 x i1>, <8 x double>) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: write)
declare void @llvm.masked.store.v8f64.p0(<8 x double>, ptr captures(none), <8 x i1>) #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(read)
declare <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr>, <8 x i1>, <8 x double>) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(write)
declare void @llvm.masked.scatter.v8f64.v8p0(<8 x double>, <8 x ptr>, <8 x i1>) #5

attributes #0 = { nofree norecurse nosync nounwind memory(argmem: readwrite) uwtable "min-legal-vector-width"="256" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: read) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: write) }
attributes #3 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(read) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(write) }

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
!15 = distinct !{!15, !16}
!16 = !{!"llvm.loop.unroll.disable"}
!17 = !{!18}
!18 = distinct !{!18, !19}
!19 = distinct !{!19, !"LVerDomain"}
!20 = !{!21}
!21 = distinct !{!21, !19}
!22 = distinct !{!22, !12, !13, !14}
!23 = distinct !{!23, !12, !13}
!24 = distinct !{!24, !12}
!25 = distinct !{!25, !12, !13, !14}
!26 = distinct !{!26, !16}
!27 = !{!28}
!28 = distinct !{!28, !29}
!29 = distinct !{!29, !"LVerDomain"}
!30 = !{!31}
!31 = distinct !{!31, !29}
!32 = distinct !{!32, !12, !13, !14}
!33 = distinct !{!33, !12, !13}
!34 = distinct !{!34, !12, !13, !14}
!35 = distinct !{!35, !16}
!36 = !{!37}
!37 = distinct !{!37, !38}
!38 = distinct !{!38, !"LVerDomain"}
!39 = !{!40}
!40 = distinct !{!40, !38}
!41 = distinct !{!41, !12, !13, !14}
!42 = distinct !{!42, !12, !13}
!43 = distinct !{!43, !12, !13, !14}
!44 = distinct !{!44, !16}
!45 = !{!46}
!46 = distinct !{!46, !47}
!47 = distinct !{!47, !"LVerDomain"}
!48 = !{!49}
!49 = distinct !{!49, !47}
!50 = distinct !{!50, !12, !13, !14}
!51 = distinct !{!51, !12, !13}
!52 = distinct !{!52, !12, !13, !14}
!53 = distinct !{!53, !12, !13, !14}
!54 = distinct !{!54, !12, !13, !14}
!55 = distinct !{!55, !12, !13, !14}
!56 = distinct !{!56, !12}
!57 = !{!7, !7, i64 0}
!58 = distinct !{!58, !12}
!59 = distinct !{!59, !12}
!60 = distinct !{!60, !12, !14, !13}
!61 = distinct !{!61, !12, !13, !14}
!62 = !{!"branch_weights", i32 4, i32 28}
!63 = distinct !{!63, !12, !13, !14}
!64 = !{!65}
!65 = distinct !{!65, !66}
!66 = distinct !{!66, !"LVerDomain"}
!67 = !{!68}
!68 = distinct !{!68, !66}
!69 = distinct !{!69, !12, !13, !14}
!70 = distinct !{!70, !12, !13, !14}
!71 = distinct !{!71, !16}
!72 = distinct !{!72, !12, !13}
!73 = distinct !{!73, !12}
!74 = distinct !{!74, !12, !13, !14}
!75 = distinct !{!75, !12, !13, !14}
!76 = distinct !{!76, !12, !14, !13}
