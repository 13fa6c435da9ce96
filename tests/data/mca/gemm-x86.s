	.file	"gemm.c"
	.text
	.globl	kernel_gemm                     # -- Begin function kernel_gemm
	.p2align	4
	.type	kernel_gemm,@function
kernel_gemm:                            # @kernel_gemm
	.cfi_startproc
# %bb.0:                                # %entry
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%r9, -88(%rsp)                  # 8-byte Spill
	movq	%r8, -80(%rsp)                  # 8-byte Spill
	movl	%esi, -92(%rsp)                 # 4-byte Spill
	testl	%edi, %edi
	jle	.LBB0_31
# %bb.1:                                # %for.cond1.preheader.lr.ph
	testl	%edx, %edx
	jle	.LBB0_22
# %bb.2:                                # %for.cond1.preheader.lr.ph.split.us
	cmpl	$0, -92(%rsp)                   # 4-byte Folded Reload
	jle	.LBB0_31
# %bb.3:                                # %for.cond1.preheader.us.us.us.preheader
	movl	%edi, %eax
	movq	%rax, -32(%rsp)                 # 8-byte Spill
	movl	-92(%rsp), %r8d                 # 4-byte Reload
	movl	%r8d, %edi
	movl	%edx, %esi
	imulq	$1760, %rsi, %rax               # imm = 0x6E0
	movq	-88(%rsp), %rdx                 # 8-byte Reload
	addq	%rdx, %rax
	leaq	(%rax,%rdi,8), %rax
	addq	$-1760, %rax                    # imm = 0xF920
	movq	%rax, -40(%rsp)                 # 8-byte Spill
	leaq	(%rcx,%rdi,8), %rax
	movq	%rax, -48(%rsp)                 # 8-byte Spill
	movq	-80(%rsp), %rax                 # 8-byte Reload
	movq	%rsi, -8(%rsp)                  # 8-byte Spill
	leaq	(%rax,%rsi,8), %rax
	movq	%rax, -56(%rsp)                 # 8-byte Spill
	movl	%edi, %ebp
	andl	$2147483644, %ebp               # imm = 0x7FFFFFFC
	movapd	%xmm1, %xmm2
	unpcklpd	%xmm1, %xmm2                    # xmm2 = xmm2[0],xmm1[0]
	movl	%r8d, %r12d
	shrl	$2, %r12d
	andl	$536870911, %r12d               # imm = 0x1FFFFFFF
	shlq	$5, %r12
	leaq	16(%rcx), %r13
	leaq	16(%rdx), %rax
	movq	%rax, -64(%rsp)                 # 8-byte Spill
	leaq	8(%rdx), %rax
	movq	%rax, -72(%rsp)                 # 8-byte Spill
	xorl	%esi, %esi
	movq	%rcx, %rdx
	movq	%rcx, -24(%rsp)                 # 8-byte Spill
	jmp	.LBB0_4
	.p2align	4
.LBB0_21:                               # %for.cond7.for.cond.cleanup9_crit_edge.split.us.us.us.us
                                        #   in Loop: Header=BB0_4 Depth=1
	movq	-16(%rsp), %rsi                 # 8-byte Reload
	incq	%rsi
	addq	$1760, %r13                     # imm = 0x6E0
	addq	$1760, %rdx                     # imm = 0x6E0
	cmpq	-32(%rsp), %rsi                 # 8-byte Folded Reload
	movq	-24(%rsp), %rcx                 # 8-byte Reload
	je	.LBB0_31
.LBB0_4:                                # %for.cond1.preheader.us.us.us
                                        # =>This Loop Header: Depth=1
                                        #     Child Loop BB0_7 Depth 2
                                        #     Child Loop BB0_9 Depth 2
                                        #     Child Loop BB0_11 Depth 2
                                        #       Child Loop BB0_14 Depth 3
                                        #       Child Loop BB0_19 Depth 3
	cmpl	$4, -92(%rsp)                   # 4-byte Folded Reload
	jae	.LBB0_6
# %bb.5:                                #   in Loop: Header=BB0_4 Depth=1
	xorl	%eax, %eax
	jmp	.LBB0_9
	.p2align	4
.LBB0_6:                                # %vector.body124.preheader
                                        #   in Loop: Header=BB0_4 Depth=1
	xorl	%eax, %eax
	.p2align	4
.LBB0_7:                                # %vector.body124
                                        #   Parent Loop BB0_4 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movupd	-16(%r13,%rax), %xmm3
	movupd	(%r13,%rax), %xmm4
	mulpd	%xmm2, %xmm3
	mulpd	%xmm2, %xmm4
	movupd	%xmm3, -16(%r13,%rax)
	movupd	%xmm4, (%r13,%rax)
	addq	$32, %rax
	cmpq	%rax, %r12
	jne	.LBB0_7
# %bb.8:                                # %middle.block129
                                        #   in Loop: Header=BB0_4 Depth=1
	movq	%rbp, %rax
	cmpl	%edi, %ebp
	je	.LBB0_10
	.p2align	4
.LBB0_9:                                # %for.body4.us.us.us
                                        #   Parent Loop BB0_4 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movsd	(%rdx,%rax,8), %xmm3            # xmm3 = mem[0],zero
	mulsd	%xmm1, %xmm3
	movsd	%xmm3, (%rdx,%rax,8)
	incq	%rax
	cmpq	%rax, %rdi
	jne	.LBB0_9
.LBB0_10:                               # %for.cond1.for.cond7.preheader_crit_edge.us.us.us
                                        #   in Loop: Header=BB0_4 Depth=1
	imulq	$1760, %rsi, %r8                # imm = 0x6E0
	leaq	(%rcx,%r8), %r11
	addq	-48(%rsp), %r8                  # 8-byte Folded Reload
	movq	%rsi, -16(%rsp)                 # 8-byte Spill
	imulq	$1920, %rsi, %r9                # imm = 0x780
	movq	-80(%rsp), %rax                 # 8-byte Reload
	addq	%r9, %rax
	addq	-56(%rsp), %r9                  # 8-byte Folded Reload
	cmpq	%r9, %r11
	setb	%r9b
	cmpq	%r8, %rax
	setb	%bl
	andb	%r9b, %bl
	cmpq	-40(%rsp), %r11                 # 8-byte Folded Reload
	setb	%r9b
	cmpq	%r8, -88(%rsp)                  # 8-byte Folded Reload
	setb	%r10b
	andb	%r9b, %r10b
	orb	%bl, %r10b
	movq	-72(%rsp), %rbx                 # 8-byte Reload
	movq	-64(%rsp), %r8                  # 8-byte Reload
	xorl	%r15d, %r15d
	movl	-92(%rsp), %ecx                 # 4-byte Reload
	jmp	.LBB0_11
	.p2align	4
.LBB0_20:                               # %for.cond12.for.cond.cleanup14_crit_edge.us.us.us.us
                                        #   in Loop: Header=BB0_11 Depth=2
	incq	%r15
	addq	$1760, %r8                      # imm = 0x6E0
	addq	$1760, %rbx                     # imm = 0x6E0
	cmpq	-8(%rsp), %r15                  # 8-byte Folded Reload
	je	.LBB0_21
.LBB0_11:                               # %for.cond12.preheader.us.us.us.us
                                        #   Parent Loop BB0_4 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB0_14 Depth 3
                                        #       Child Loop BB0_19 Depth 3
	cmpl	$4, %ecx
	setb	%r9b
	orb	%r10b, %r9b
	testb	$1, %r9b
	je	.LBB0_13
# %bb.12:                               #   in Loop: Header=BB0_11 Depth=2
	xorl	%r14d, %r14d
	jmp	.LBB0_16
	.p2align	4
.LBB0_13:                               # %vector.ph102
                                        #   in Loop: Header=BB0_11 Depth=2
	movsd	(%rax,%r15,8), %xmm3            # xmm3 = mem[0],zero
	mulsd	%xmm0, %xmm3
	unpcklpd	%xmm3, %xmm3                    # xmm3 = xmm3[0,0]
	xorl	%r9d, %r9d
	.p2align	4
.LBB0_14:                               # %vector.body105
                                        #   Parent Loop BB0_4 Depth=1
                                        #     Parent Loop BB0_11 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movupd	-16(%r8,%r9), %xmm4
	movupd	(%r8,%r9), %xmm5
	movupd	-16(%r13,%r9), %xmm6
	movupd	(%r13,%r9), %xmm7
	mulpd	%xmm3, %xmm4
	addpd	%xmm6, %xmm4
	mulpd	%xmm3, %xmm5
	addpd	%xmm7, %xmm5
	movupd	%xmm4, -16(%r13,%r9)
	movupd	%xmm5, (%r13,%r9)
	addq	$32, %r9
	cmpq	%r9, %r12
	jne	.LBB0_14
# %bb.15:                               # %middle.block114
                                        #   in Loop: Header=BB0_11 Depth=2
	movq	%rbp, %r14
	cmpl	%edi, %ebp
	je	.LBB0_20
.LBB0_16:                               # %for.body15.us.us.us.us.preheader
                                        #   in Loop: Header=BB0_11 Depth=2
	movq	%r14, %r9
	testb	$1, %dil
	je	.LBB0_18
# %bb.17:                               # %for.body15.us.us.us.us.prol
                                        #   in Loop: Header=BB0_11 Depth=2
	imulq	$1760, %r15, %r9                # imm = 0x6E0
	addq	-88(%rsp), %r9                  # 8-byte Folded Reload
	movsd	(%rax,%r15,8), %xmm3            # xmm3 = mem[0],zero
	mulsd	%xmm0, %xmm3
	mulsd	(%r9,%r14,8), %xmm3
	addsd	(%r11,%r14,8), %xmm3
	movsd	%xmm3, (%r11,%r14,8)
	movq	%r14, %r9
	orq	$1, %r9
.LBB0_18:                               # %for.body15.us.us.us.us.prol.loopexit
                                        #   in Loop: Header=BB0_11 Depth=2
	leaq	-1(%rdi), %rsi
	cmpq	%rsi, %r14
	je	.LBB0_20
	.p2align	4
.LBB0_19:                               # %for.body15.us.us.us.us
                                        #   Parent Loop BB0_4 Depth=1
                                        #     Parent Loop BB0_11 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movsd	(%rax,%r15,8), %xmm3            # xmm3 = mem[0],zero
	mulsd	%xmm0, %xmm3
	mulsd	-8(%rbx,%r9,8), %xmm3
	addsd	(%rdx,%r9,8), %xmm3
	movsd	%xmm3, (%rdx,%r9,8)
	movsd	(%rax,%r15,8), %xmm3            # xmm3 = mem[0],zero
	mulsd	%xmm0, %xmm3
	mulsd	(%rbx,%r9,8), %xmm3
	addsd	8(%rdx,%r9,8), %xmm3
	movsd	%xmm3, 8(%rdx,%r9,8)
	addq	$2, %r9
	cmpq	%r9, %rdi
	jne	.LBB0_19
	jmp	.LBB0_20
.LBB0_22:                               # %for.cond1.preheader.lr.ph.split
	cmpl	$0, -92(%rsp)                   # 4-byte Folded Reload
	jle	.LBB0_31
# %bb.23:                               # %for.cond1.preheader.us29.preheader
	movl	%edi, %eax
	movl	-92(%rsp), %esi                 # 4-byte Reload
	movl	%esi, %r11d
	movl	%r11d, %edx
	andl	$2147483644, %edx               # imm = 0x7FFFFFFC
	movapd	%xmm1, %xmm0
	unpcklpd	%xmm1, %xmm0                    # xmm0 = xmm0[0],xmm1[0]
	movl	%esi, %edi
	shrl	$2, %edi
	andl	$536870911, %edi                # imm = 0x1FFFFFFF
	shlq	$5, %rdi
	leaq	16(%rcx), %r8
	xorl	%r9d, %r9d
	jmp	.LBB0_24
	.p2align	4
.LBB0_30:                               # %for.cond1.for.cond7.preheader_crit_edge.us44
                                        #   in Loop: Header=BB0_24 Depth=1
	incq	%r9
	addq	$1760, %r8                      # imm = 0x6E0
	addq	$1760, %rcx                     # imm = 0x6E0
	cmpq	%rax, %r9
	je	.LBB0_31
.LBB0_24:                               # %for.cond1.preheader.us29
                                        # =>This Loop Header: Depth=1
                                        #     Child Loop BB0_27 Depth 2
                                        #     Child Loop BB0_29 Depth 2
	cmpl	$4, -92(%rsp)                   # 4-byte Folded Reload
	jae	.LBB0_26
# %bb.25:                               #   in Loop: Header=BB0_24 Depth=1
	xorl	%r10d, %r10d
	jmp	.LBB0_29
	.p2align	4
.LBB0_26:                               # %vector.body.preheader
                                        #   in Loop: Header=BB0_24 Depth=1
	xorl	%r10d, %r10d
	.p2align	4
.LBB0_27:                               # %vector.body
                                        #   Parent Loop BB0_24 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movupd	-16(%r8,%r10), %xmm2
	movupd	(%r8,%r10), %xmm3
	mulpd	%xmm0, %xmm2
	mulpd	%xmm0, %xmm3
	movupd	%xmm2, -16(%r8,%r10)
	movupd	%xmm3, (%r8,%r10)
	addq	$32, %r10
	cmpq	%r10, %rdi
	jne	.LBB0_27
# %bb.28:                               # %middle.block
                                        #   in Loop: Header=BB0_24 Depth=1
	movq	%rdx, %r10
	cmpl	%r11d, %edx
	je	.LBB0_30
	.p2align	4
.LBB0_29:                               # %for.body4.us31
                                        #   Parent Loop BB0_24 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movsd	(%rcx,%r10,8), %xmm2            # xmm2 = mem[0],zero
	mulsd	%xmm1, %xmm2
	movsd	%xmm2, (%rcx,%r10,8)
	incq	%r10
	cmpq	%r10, %r11
	jne	.LBB0_29
	jmp	.LBB0_30
.LBB0_31:                               # %for.cond.cleanup
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end0:
	.size	kernel_gemm, .Lfunc_end0-kernel_gemm
	.cfi_endproc
                                        # -- End function
	.ident	"Debian clang version 22.1.8 (1~deb12u1)"
	.section	".note.GNU-stack","",@progbits
	.addrsig
