; ModuleID = '/irloop/runs/atax/20261124-152701/work/candidates/c1/candidate.ll'
source_filename = "/irloop/kernels/atax/atax.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nofree noinline norecurse nosync nounwind memory(argmem: readwrite) uwtable
define dso_local void @kernel_atax(i32 noundef %m, i32 noundef %n, ptr noundef readonly captures(address) %A, ptr noundef readonly captures(address) %x, ptr noundef captures(address) %y, ptr noundef captures(address) %tmp) local_unnamed_addr #0 {
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
  %scevgep90 = getelementptr i8, ptr %x, i64 %1
  %min.iters.check98 = icmp samesign ult i32 %n, 4
  %bound091 = icmp ult ptr %tmp, %scevgep65
  %bound192 = icmp ult ptr %A, %scevgep66
  %found.conflict93 = and i1 %bound091, %bound192
  %bound094 = icmp ult ptr %tmp, %scevgep90
  %bound195 = icmp ult ptr %x, %scevgep66
  %found.conflict96 = and i1 %bound094, %bound195
  %conflict.rdx97 = or i1 %found.conflict93, %found.conflict96
  %min.iters.check101 = icmp samesign ult i32 %n, 32
  %n.mod.vf104 = and i64 %0, 28
  %n.vec105 = and i64 %0, 2147483616
  %cmp.n123 = icmp eq i64 %n.vec105, %0
  %min.epilog.iters.check127 = icmp eq i64 %n.mod.vf104, 0
  %n.vec130 = and i64 %0, 2147483644
  %cmp.n138 = icmp eq i64 %n.vec130, %0
  %bound0 = icmp ult ptr %y, %scevgep65
  %bound1 = icmp ult ptr %A, %scevgep
  %found.conflict = and i1 %bound0, %bound1
  %bound067 = icmp ult ptr %y, %scevgep66
  %bound168 = icmp ult ptr %tmp, %scevgep
  %found.conflict69 = and i1 %bound168, %bound067
  %conflict.rdx = or i1 %found.conflict, %found.conflict69
  %brmerge = select i1 %min.iters.check98, i1 true, i1 %conflict.rdx97
  %brmerge153 = select i1 %min.iters.check98, i1 true, i1 %conflict.rdx
  br label %iter.check100

iter.check100:                                    ; preds = %for.cond26.for.cond.cleanup28_crit_edge.us.us, %for.body5.us.us.preheader
  %indvars.iv59 = phi i64 [ 0, %for.body5.us.us.preheader ], [ %indvars.iv.next60, %for.cond26.for.cond.cleanup28_crit_edge.us.us ]
  %arrayidx7.us.us = getelementptr inbounds nuw double, ptr %tmp, i64 %indvars.iv59
  store double 0.000000e+00, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %arrayidx15.us.us = getelementptr inbounds nuw [42 x double], ptr %A, i64 %indvars.iv59
  br i1 %brmerge, label %for.body11.us.us.preheader, label %vector.main.loop.iter.check102

vector.main.loop.iter.check102:                   ; preds = %iter.check100
  br i1 %min.iters.check101, label %vec.epilog.ph128, label %vector.body106

vector.body106:                                   ; preds = %vector.main.loop.iter.check102, %vector.body106
  %index107 = phi i64 [ %index.next119, %vector.body106 ], [ 0, %vector.main.loop.iter.check102 ]
  %vec.phi = phi <8 x double> [ %16, %vector.body106 ], [ zeroinitializer, %vector.main.loop.iter.check102 ]
  %vec.phi108 = phi <8 x double> [ %17, %vector.body106 ], [ zeroinitializer, %vector.main.loop.iter.check102 ]
  %vec.phi109 = phi <8 x double> [ %18, %vector.body106 ], [ zeroinitializer, %vector.main.loop.iter.check102 ]
  %vec.phi110 = phi <8 x double> [ %19, %vector.body106 ], [ zeroinitializer, %vector.main.loop.iter.check102 ]
  %8 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index107
  %9 = getelementptr inbounds nuw i8, ptr %8, i64 64
  %10 = getelementptr inbounds nuw i8, ptr %8, i64 128
  %11 = getelementptr inbounds nuw i8, ptr %8, i64 192
  %wide.load111 = load <8 x double>, ptr %8, align 8, !tbaa !9, !alias.scope !11
  %wide.load112 = load <8 x double>, ptr %9, align 8, !tbaa !9, !alias.scope !11
  %wide.load113 = load <8 x double>, ptr %10, align 8, !tbaa !9, !alias.scope !11
  %wide.load114 = load <8 x double>, ptr %11, align 8, !tbaa !9, !alias.scope !11
  %12 = getelementptr inbounds nuw double, ptr %x, i64 %index107
  %13 = getelementptr inbounds nuw i8, ptr %12, i64 64
  %14 = getelementptr inbounds nuw i8, ptr %12, i64 128
  %15 = getelementptr inbounds nuw i8, ptr %12, i64 192
  %wide.load115 = load <8 x double>, ptr %12, align 8, !tbaa !9, !alias.scope !14
  %wide.load116 = load <8 x double>, ptr %13, align 8, !tbaa !9, !alias.scope !14
  %wide.load117 = load <8 x double>, ptr %14, align 8, !tbaa !9, !alias.scope !14
  %wide.load118 = load <8 x double>, ptr %15, align 8, !tbaa !9, !alias.scope !14
  %16 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load111, <8 x double> %wide.load115, <8 x double> %vec.phi)
  %17 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load112, <8 x double> %wide.load116, <8 x double> %vec.phi108)
  %18 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load113, <8 x double> %wide.load117, <8 x double> %vec.phi109)
  %19 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load114, <8 x double> %wide.load118, <8 x double> %vec.phi110)
  %index.next119 = add nuw nsw i64 %index107, 32
  %20 = icmp eq i64 %index.next119, %n.vec105
  br i1 %20, label %middle.block120, label %vector.body106, !llvm.loop !16

middle.block120:                                  ; preds = %vector.body106
  %bin.rdx = fadd reassoc nsz arcp contract afn <8 x double> %17, %16
  %bin.rdx121 = fadd reassoc nsz arcp contract afn <8 x double> %bin.rdx, %18
  %bin.rdx122 = fadd reassoc nsz arcp contract afn <8 x double> %bin.rdx121, %19
  %21 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v8f64(double 0.000000e+00, <8 x double> %bin.rdx122)
  store double %21, ptr %arrayidx7.us.us, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  br i1 %cmp.n123, label %iter.check.thread, label %vec.epilog.iter.check126

vec.epilog.iter.check126:                         ; preds = %middle.block120
  br i1 %min.epilog.iters.check127, label %for.body11.us.us.preheader, label %vec.epilog.ph128, !prof !23

vec.epilog.ph128:                                 ; preds = %vec.epilog.iter.check126, %vector.main.loop.iter.check102
  %vec.epilog.resume.val124 = phi i64 [ %n.vec105, %vec.epilog.iter.check126 ], [ 0, %vector.main.loop.iter.check102 ]
  %bc.merge.rdx = phi double [ %21, %vec.epilog.iter.check126 ], [ 0.000000e+00, %vector.main.loop.iter.check102 ]
  %22 = insertelement <4 x double> <double poison, double 0.000000e+00, double 0.000000e+00, double 0.000000e+00>, double %bc.merge.rdx, i64 0
  br label %vec.epilog.vector.body131

vec.epilog.vector.body131:                        ; preds = %vec.epilog.vector.body131, %vec.epilog.ph128
  %index132 = phi i64 [ %vec.epilog.resume.val124, %vec.epilog.ph128 ], [ %index.next136, %vec.epilog.vector.body131 ]
  %vec.phi133 = phi <4 x double> [ %22, %vec.epilog.ph128 ], [ %25, %vec.epilog.vector.body131 ]
  %23 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index132
  %wide.load134 = load <4 x double>, ptr %23, align 8, !tbaa !9, !alias.scope !11
  %24 = getelementptr inbounds nuw double, ptr %x, i64 %index132
  %wide.load135 = load <4 x double>, ptr %24, align 8, !tbaa !9, !alias.scope !14
  %25 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load134, <4 x double> %wide.load135, <4 x double> %vec.phi133)
  %index.next136 = add nuw i64 %index132, 4
  %26 = icmp eq i64 %index.next136, %n.vec130
  br i1 %26, label %vec.epilog.middle.block137, label %vec.epilog.vector.body131, !llvm.loop !24

vec.epilog.middle.block137:                       ; preds = %vec.epilog.vector.body131
  %27 = tail call reassoc nsz arcp contract afn double @llvm.vector.reduce.fadd.v4f64(double 0.000000e+00, <4 x double> %25)
  store double %27, ptr %arrayidx7.us.us, align 8, !tbaa !9, !alias.scope !20, !noalias !22
  br i1 %cmp.n138, label %iter.check, label %for.body11.us.us.preheader

for.body11.us.us.preheader:                       ; preds = %vec.epilog.middle.block137, %vec.epilog.iter.check126, %iter.check100
  %indvars.iv.ph = phi i64 [ 0, %iter.check100 ], [ %n.vec130, %vec.epilog.middle.block137 ], [ %n.vec105, %vec.epilog.iter.check126 ]
  %.ph = phi double [ 0.000000e+00, %iter.check100 ], [ %27, %vec.epilog.middle.block137 ], [ %21, %vec.epilog.iter.check126 ]
  %28 = sub nsw i64 %0, %indvars.iv.ph
  %xtraiter = and i64 %28, 7
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %for.body11.us.us.prol.loopexit, label %for.body11.us.us.prol

for.body11.us.us.prol:                            ; preds = %for.body11.us.us.preheader, %for.body11.us.us.prol
  %indvars.iv.prol = phi i64 [ %indvars.iv.next.prol, %for.body11.us.us.prol ], [ %indvars.iv.ph, %for.body11.us.us.preheader ]
  %29 = phi double [ %32, %for.body11.us.us.prol ], [ %.ph, %for.body11.us.us.preheader ]
  %prol.iter = phi i64 [ %prol.iter.next, %for.body11.us.us.prol ], [ 0, %for.body11.us.us.preheader ]
  %arrayidx17.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.prol
  %30 = load double, ptr %arrayidx17.us.us.prol, align 8, !tbaa !9
  %arrayidx19.us.us.prol = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.prol
  %31 = load double, ptr %arrayidx19.us.us.prol, align 8, !tbaa !9
  %32 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %30, double %31, double %29)
  store double %32, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.prol = add nuw nsw i64 %indvars.iv.prol, 1
  %prol.iter.next = add nuw nsw i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %prol.iter.next, %xtraiter
  br i1 %prol.iter.cmp.not, label %for.body11.us.us.prol.loopexit, label %for.body11.us.us.prol, !llvm.loop !25

for.body11.us.us.prol.loopexit:                   ; preds = %for.body11.us.us.prol, %for.body11.us.us.preheader
  %indvars.iv.unr = phi i64 [ %indvars.iv.ph, %for.body11.us.us.preheader ], [ %indvars.iv.next.prol, %for.body11.us.us.prol ]
  %.unr = phi double [ %.ph, %for.body11.us.us.preheader ], [ %32, %for.body11.us.us.prol ]
  %33 = sub nsw i64 %indvars.iv.ph, %0
  %34 = icmp ugt i64 %33, -8
  br i1 %34, label %iter.check, label %for.body11.us.us

for.body29.us.us:                                 ; preds = %for.body29.us.us.prol.loopexit, %for.body29.us.us
  %indvars.iv54 = phi i64 [ %indvars.iv.next55.7, %for.body29.us.us ], [ %indvars.iv54.unr, %for.body29.us.us.prol.loopexit ]
  %arrayidx31.us.us = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54
  %35 = load double, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %arrayidx35.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54
  %36 = load double, ptr %arrayidx35.us.us, align 8, !tbaa !9
  %37 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %38 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %36, double %37, double %35)
  store double %38, ptr %arrayidx31.us.us, align 8, !tbaa !9
  %indvars.iv.next55 = add nuw nsw i64 %indvars.iv54, 1
  %arrayidx31.us.us.1 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55
  %39 = load double, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %arrayidx35.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55
  %40 = load double, ptr %arrayidx35.us.us.1, align 8, !tbaa !9
  %41 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %42 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %40, double %41, double %39)
  store double %42, ptr %arrayidx31.us.us.1, align 8, !tbaa !9
  %indvars.iv.next55.1 = add nuw nsw i64 %indvars.iv54, 2
  %arrayidx31.us.us.2 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.1
  %43 = load double, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %arrayidx35.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.1
  %44 = load double, ptr %arrayidx35.us.us.2, align 8, !tbaa !9
  %45 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %46 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %44, double %45, double %43)
  store double %46, ptr %arrayidx31.us.us.2, align 8, !tbaa !9
  %indvars.iv.next55.2 = add nuw nsw i64 %indvars.iv54, 3
  %arrayidx31.us.us.3 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.2
  %47 = load double, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %arrayidx35.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.2
  %48 = load double, ptr %arrayidx35.us.us.3, align 8, !tbaa !9
  %49 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %50 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %48, double %49, double %47)
  store double %50, ptr %arrayidx31.us.us.3, align 8, !tbaa !9
  %indvars.iv.next55.3 = add nuw nsw i64 %indvars.iv54, 4
  %arrayidx31.us.us.4 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.3
  %51 = load double, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %arrayidx35.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.3
  %52 = load double, ptr %arrayidx35.us.us.4, align 8, !tbaa !9
  %53 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %54 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %52, double %53, double %51)
  store double %54, ptr %arrayidx31.us.us.4, align 8, !tbaa !9
  %indvars.iv.next55.4 = add nuw nsw i64 %indvars.iv54, 5
  %arrayidx31.us.us.5 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.4
  %55 = load double, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %arrayidx35.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.4
  %56 = load double, ptr %arrayidx35.us.us.5, align 8, !tbaa !9
  %57 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %58 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %56, double %57, double %55)
  store double %58, ptr %arrayidx31.us.us.5, align 8, !tbaa !9
  %indvars.iv.next55.5 = add nuw nsw i64 %indvars.iv54, 6
  %arrayidx31.us.us.6 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.5
  %59 = load double, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %arrayidx35.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.5
  %60 = load double, ptr %arrayidx35.us.us.6, align 8, !tbaa !9
  %61 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %62 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %60, double %61, double %59)
  store double %62, ptr %arrayidx31.us.us.6, align 8, !tbaa !9
  %indvars.iv.next55.6 = add nuw nsw i64 %indvars.iv54, 7
  %arrayidx31.us.us.7 = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv.next55.6
  %63 = load double, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %arrayidx35.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next55.6
  %64 = load double, ptr %arrayidx35.us.us.7, align 8, !tbaa !9
  %65 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %66 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %64, double %65, double %63)
  store double %66, ptr %arrayidx31.us.us.7, align 8, !tbaa !9
  %indvars.iv.next55.7 = add nuw nsw i64 %indvars.iv54, 8
  %exitcond58.not.7 = icmp eq i64 %indvars.iv.next55.7, %0
  br i1 %exitcond58.not.7, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us, !llvm.loop !27

for.body11.us.us:                                 ; preds = %for.body11.us.us.prol.loopexit, %for.body11.us.us
  %indvars.iv = phi i64 [ %indvars.iv.next.7, %for.body11.us.us ], [ %indvars.iv.unr, %for.body11.us.us.prol.loopexit ]
  %67 = phi double [ %91, %for.body11.us.us ], [ %.unr, %for.body11.us.us.prol.loopexit ]
  %arrayidx17.us.us = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv
  %68 = load double, ptr %arrayidx17.us.us, align 8, !tbaa !9
  %arrayidx19.us.us = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv
  %69 = load double, ptr %arrayidx19.us.us, align 8, !tbaa !9
  %70 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %68, double %69, double %67)
  store double %70, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next = add nuw nsw i64 %indvars.iv, 1
  %arrayidx17.us.us.1 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next
  %71 = load double, ptr %arrayidx17.us.us.1, align 8, !tbaa !9
  %arrayidx19.us.us.1 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next
  %72 = load double, ptr %arrayidx19.us.us.1, align 8, !tbaa !9
  %73 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %71, double %72, double %70)
  store double %73, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.1 = add nuw nsw i64 %indvars.iv, 2
  %arrayidx17.us.us.2 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.1
  %74 = load double, ptr %arrayidx17.us.us.2, align 8, !tbaa !9
  %arrayidx19.us.us.2 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.1
  %75 = load double, ptr %arrayidx19.us.us.2, align 8, !tbaa !9
  %76 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %74, double %75, double %73)
  store double %76, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.2 = add nuw nsw i64 %indvars.iv, 3
  %arrayidx17.us.us.3 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.2
  %77 = load double, ptr %arrayidx17.us.us.3, align 8, !tbaa !9
  %arrayidx19.us.us.3 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.2
  %78 = load double, ptr %arrayidx19.us.us.3, align 8, !tbaa !9
  %79 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %77, double %78, double %76)
  store double %79, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.3 = add nuw nsw i64 %indvars.iv, 4
  %arrayidx17.us.us.4 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.3
  %80 = load double, ptr %arrayidx17.us.us.4, align 8, !tbaa !9
  %arrayidx19.us.us.4 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.3
  %81 = load double, ptr %arrayidx19.us.us.4, align 8, !tbaa !9
  %82 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %80, double %81, double %79)
  store double %82, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.4 = add nuw nsw i64 %indvars.iv, 5
  %arrayidx17.us.us.5 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.4
  %83 = load double, ptr %arrayidx17.us.us.5, align 8, !tbaa !9
  %arrayidx19.us.us.5 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.4
  %84 = load double, ptr %arrayidx19.us.us.5, align 8, !tbaa !9
  %85 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %83, double %84, double %82)
  store double %85, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.5 = add nuw nsw i64 %indvars.iv, 6
  %arrayidx17.us.us.6 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.5
  %86 = load double, ptr %arrayidx17.us.us.6, align 8, !tbaa !9
  %arrayidx19.us.us.6 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.5
  %87 = load double, ptr %arrayidx19.us.us.6, align 8, !tbaa !9
  %88 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %86, double %87, double %85)
  store double %88, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.6 = add nuw nsw i64 %indvars.iv, 7
  %arrayidx17.us.us.7 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv.next.6
  %89 = load double, ptr %arrayidx17.us.us.7, align 8, !tbaa !9
  %arrayidx19.us.us.7 = getelementptr inbounds nuw double, ptr %x, i64 %indvars.iv.next.6
  %90 = load double, ptr %arrayidx19.us.us.7, align 8, !tbaa !9
  %91 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %89, double %90, double %88)
  store double %91, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %indvars.iv.next.7 = add nuw nsw i64 %indvars.iv, 8
  %exitcond.not.7 = icmp eq i64 %indvars.iv.next.7, %0
  br i1 %exitcond.not.7, label %iter.check, label %for.body11.us.us, !llvm.loop !28

iter.check:                                       ; preds = %for.body11.us.us, %for.body11.us.us.prol.loopexit, %vec.epilog.middle.block137
  %92 = phi double [ %27, %vec.epilog.middle.block137 ], [ %.unr, %for.body11.us.us.prol.loopexit ], [ %91, %for.body11.us.us ]
  br i1 %brmerge153, label %for.body29.us.us.preheader, label %vector.main.loop.iter.check

iter.check.thread:                                ; preds = %middle.block120
  br i1 %conflict.rdx, label %for.body29.us.us.preheader, label %vector.ph

vector.main.loop.iter.check:                      ; preds = %iter.check
  br i1 %min.iters.check101, label %vec.epilog.ph, label %vector.ph

vector.ph:                                        ; preds = %iter.check.thread, %vector.main.loop.iter.check
  %93 = phi double [ %21, %iter.check.thread ], [ %92, %vector.main.loop.iter.check ]
  %broadcast.splatinsert = insertelement <8 x double> poison, double %93, i64 0
  %broadcast.splat = shufflevector <8 x double> %broadcast.splatinsert, <8 x double> poison, <8 x i32> zeroinitializer
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %94 = getelementptr inbounds nuw double, ptr %y, i64 %index
  %95 = getelementptr inbounds nuw i8, ptr %94, i64 64
  %96 = getelementptr inbounds nuw i8, ptr %94, i64 128
  %97 = getelementptr inbounds nuw i8, ptr %94, i64 192
  %wide.load = load <8 x double>, ptr %94, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %wide.load71 = load <8 x double>, ptr %95, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %wide.load72 = load <8 x double>, ptr %96, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %wide.load73 = load <8 x double>, ptr %97, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %98 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index
  %99 = getelementptr inbounds nuw i8, ptr %98, i64 64
  %100 = getelementptr inbounds nuw i8, ptr %98, i64 128
  %101 = getelementptr inbounds nuw i8, ptr %98, i64 192
  %wide.load74 = load <8 x double>, ptr %98, align 8, !tbaa !9, !alias.scope !35
  %wide.load75 = load <8 x double>, ptr %99, align 8, !tbaa !9, !alias.scope !35
  %wide.load76 = load <8 x double>, ptr %100, align 8, !tbaa !9, !alias.scope !35
  %wide.load77 = load <8 x double>, ptr %101, align 8, !tbaa !9, !alias.scope !35
  %102 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load74, <8 x double> %broadcast.splat, <8 x double> %wide.load)
  %103 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load75, <8 x double> %broadcast.splat, <8 x double> %wide.load71)
  %104 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load76, <8 x double> %broadcast.splat, <8 x double> %wide.load72)
  %105 = tail call reassoc nsz arcp contract afn <8 x double> @llvm.fmuladd.v8f64(<8 x double> %wide.load77, <8 x double> %broadcast.splat, <8 x double> %wide.load73)
  store <8 x double> %102, ptr %94, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  store <8 x double> %103, ptr %95, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  store <8 x double> %104, ptr %96, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  store <8 x double> %105, ptr %97, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %index.next = add nuw i64 %index, 32
  %106 = icmp eq i64 %index.next, %n.vec105
  br i1 %106, label %middle.block, label %vector.body, !llvm.loop !36

middle.block:                                     ; preds = %vector.body
  br i1 %cmp.n123, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %vec.epilog.iter.check

vec.epilog.iter.check:                            ; preds = %middle.block
  br i1 %min.epilog.iters.check127, label %for.body29.us.us.preheader, label %vec.epilog.ph, !prof !23

vec.epilog.ph:                                    ; preds = %vec.epilog.iter.check, %vector.main.loop.iter.check
  %107 = phi double [ %93, %vec.epilog.iter.check ], [ %92, %vector.main.loop.iter.check ]
  %vec.epilog.resume.val = phi i64 [ %n.vec105, %vec.epilog.iter.check ], [ 0, %vector.main.loop.iter.check ]
  %broadcast.splatinsert83 = insertelement <4 x double> poison, double %107, i64 0
  %broadcast.splat84 = shufflevector <4 x double> %broadcast.splatinsert83, <4 x double> poison, <4 x i32> zeroinitializer
  br label %vec.epilog.vector.body

vec.epilog.vector.body:                           ; preds = %vec.epilog.vector.body, %vec.epilog.ph
  %index80 = phi i64 [ %vec.epilog.resume.val, %vec.epilog.ph ], [ %index.next85, %vec.epilog.vector.body ]
  %108 = getelementptr inbounds nuw double, ptr %y, i64 %index80
  %wide.load81 = load <4 x double>, ptr %108, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %109 = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %index80
  %wide.load82 = load <4 x double>, ptr %109, align 8, !tbaa !9, !alias.scope !35
  %110 = tail call reassoc nsz arcp contract afn <4 x double> @llvm.fmuladd.v4f64(<4 x double> %wide.load82, <4 x double> %broadcast.splat84, <4 x double> %wide.load81)
  store <4 x double> %110, ptr %108, align 8, !tbaa !9, !alias.scope !29, !noalias !32
  %index.next85 = add nuw i64 %index80, 4
  %111 = icmp eq i64 %index.next85, %n.vec130
  br i1 %111, label %vec.epilog.middle.block, label %vec.epilog.vector.body, !llvm.loop !37

vec.epilog.middle.block:                          ; preds = %vec.epilog.vector.body
  br i1 %cmp.n138, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us.preheader

for.body29.us.us.preheader:                       ; preds = %iter.check.thread, %vec.epilog.middle.block, %vec.epilog.iter.check, %iter.check
  %indvars.iv54.ph = phi i64 [ 0, %iter.check ], [ %n.vec130, %vec.epilog.middle.block ], [ %n.vec105, %vec.epilog.iter.check ], [ 0, %iter.check.thread ]
  %112 = sub nsw i64 %0, %indvars.iv54.ph
  %xtraiter145 = and i64 %112, 7
  %lcmp.mod146.not = icmp eq i64 %xtraiter145, 0
  br i1 %lcmp.mod146.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol

for.body29.us.us.prol:                            ; preds = %for.body29.us.us.preheader, %for.body29.us.us.prol
  %indvars.iv54.prol = phi i64 [ %indvars.iv.next55.prol, %for.body29.us.us.prol ], [ %indvars.iv54.ph, %for.body29.us.us.preheader ]
  %prol.iter147 = phi i64 [ %prol.iter147.next, %for.body29.us.us.prol ], [ 0, %for.body29.us.us.preheader ]
  %arrayidx31.us.us.prol = getelementptr inbounds nuw double, ptr %y, i64 %indvars.iv54.prol
  %113 = load double, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %arrayidx35.us.us.prol = getelementptr inbounds nuw double, ptr %arrayidx15.us.us, i64 %indvars.iv54.prol
  %114 = load double, ptr %arrayidx35.us.us.prol, align 8, !tbaa !9
  %115 = load double, ptr %arrayidx7.us.us, align 8, !tbaa !9
  %116 = tail call reassoc nsz arcp contract afn double @llvm.fmuladd.f64(double %114, double %115, double %113)
  store double %116, ptr %arrayidx31.us.us.prol, align 8, !tbaa !9
  %indvars.iv.next55.prol = add nuw nsw i64 %indvars.iv54.prol, 1
  %prol.iter147.next = add nuw nsw i64 %prol.iter147, 1
  %prol.iter147.cmp.not = icmp eq i64 %prol.iter147.next, %xtraiter145
  br i1 %prol.iter147.cmp.not, label %for.body29.us.us.prol.loopexit, label %for.body29.us.us.prol, !llvm.loop !38

for.body29.us.us.prol.loopexit:                   ; preds = %for.body29.us.us.prol, %for.body29.us.us.preheader
  %indvars.iv54.unr = phi i64 [ %indvars.iv54.ph, %for.body29.us.us.preheader ], [ %indvars.iv.next55.prol, %for.body29.us.us.prol ]
  %117 = sub nsw i64 %indvars.iv54.ph, %0
  %118 = icmp ugt i64 %117, -8
  br i1 %118, label %for.cond26.for.cond.cleanup28_crit_edge.us.us, label %for.body29.us.us

for.cond26.for.cond.cleanup28_crit_edge.us.us:    ; preds = %for.body29.us.us, %for.body29.us.us.prol.loopexit, %vec.epilog.middle.block, %middle.block
  %indvars.iv.next60 = add nuw nsw i64 %indvars.iv59, 1
  %exitcond63.not = icmp eq i64 %indvars.iv.next60, %wide.trip.count62
  br i1 %exitcond63.not, label %for.cond.cleanup4, label %iter.check100, !llvm.loop !39

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

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v8f64(double, <8 x double>) #3

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>) #3

attributes #0 = { nofree noinline norecurse nosync nounwind memory(argmem: readwrite) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,+avx,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,+avx512vpopcntdq,+bmi,+bmi2,+clflushopt,+clwb,+clzero,+cmov,+crc32,+cx16,+cx8,+f16c,+fma,+fsgsbase,+fxsr,+gfni,+invpcid,+lzcnt,+mmx,+movbe,+pclmul,+popcnt,+prfchw,+rdpid,+rdrnd,+rdseed,+sahf,+sha,+shstk,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,+vaes,+vpclmulqdq,+x87,+xsave,+xsavec,+xsaveopt,+xsaves,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,-avx10.1,-avx10.2,-avx512fp16,-avx512vp2intersect,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-ccmp,-cf,-cldemote,-cmpccxadd,-egpr,-enqcmd,-fma4,-hreset,-kl,-lwp,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,-pconfig,-pku,-ppx,-prefetchi,-ptwrite,-push2pop2,-raoint,-rdpru,-rtm,-serialize,-sgx,-sha512,-sm3,-sm4,-tbm,-tsxldtrk,-uintr,-usermsr,-waitpkg,-wbnoinvd,-widekl,-xop,-zu" }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
!11 = !{!12}
!12 = distinct !{!12, !13}
!13 = distinct !{!13, !"LVerDomain"}
!14 = !{!15}
!15 = distinct !{!15, !13}
!16 = distinct !{!16, !17, !18, !19}
!17 = !{!"llvm.loop.mustprogress"}
!18 = !{!"llvm.loop.isvectorized", i32 1}
!19 = !{!"llvm.loop.unroll.runtime.disable"}
!20 = !{!21}
!21 = distinct !{!21, !13}
!22 = !{!12, !15}
!23 = !{!"branch_weights", i32 4, i32 28}
!24 = distinct !{!24, !17, !18, !19}
!25 = distinct !{!25, !26}
!26 = !{!"llvm.loop.unroll.disable"}
!27 = distinct !{!27, !17, !18}
!28 = distinct !{!28, !17, !18}
!29 = !{!30}
!30 = distinct !{!30, !31}
!31 = distinct !{!31, !"LVerDomain"}
!32 = !{!33, !34}
!33 = distinct !{!33, !31}
!34 = distinct !{!34, !31}
!35 = !{!33}
!36 = distinct !{!36, !17, !18, !19}
!37 = distinct !{!37, !17, !18, !19}
!38 = distinct !{!38, !26}
!39 = distinct !{!39, !17}
