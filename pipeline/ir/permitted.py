"""What a candidate may name although the original function does not: closed lists, each with its reason.

A name that is in none of them is refused by the gate (`pipeline.ir.gate`), also one that a later LLVM brings.
"""

from __future__ import annotations

import re

# Functions of libm whose result depends on their arguments alone; the versions for float end in f.
_UNARY_NAMES = """
acos acosh asin asinh atan atanh cbrt ceil cos cosh erf erfc exp exp2 exp10 expm1 fabs floor log log10 log1p
log2 nearbyint rint round roundeven sin sinh sqrt tan tanh trunc
"""
_BINARY_NAMES = "atan2 copysign fdim fmax fmin fmod hypot pow remainder"
_UNARY = frozenset(_UNARY_NAMES.split())
_OTHER = {
    "fma": ("{0}", ("{0}", "{0}", "{0}")),
    "ldexp": ("{0}", ("{0}", "i32")),
    "lrint": ("i64", ("{0}",)),
    "lround": ("i64", ("{0}",)),
    "llrint": ("i64", ("{0}",)),
    "llround": ("i64", ("{0}",)),
}
PURE_LIBM = _UNARY | frozenset(_BINARY_NAMES.split()) | frozenset(_OTHER)
MEMORY_FUNCTIONS = {
    "memcpy": "declare ptr @memcpy(ptr, ptr, i64)",
    "memmove": "declare ptr @memmove(ptr, ptr, i64)",
    "memset": "declare ptr @memset(ptr, i32, i64)",
    "memcmp": "declare i32 @memcmp(ptr, ptr, i64)",
}

# Arithmetic, vectors, blocks of memory, and hints. Absent: whatever observes or changes the machine around
# the function (clocks, registers, frames, rounding mode, other processes), calls through pointers
# (patchpoint, statepoint, objc) or keeps state (instrprof).
_ARITHMETIC = (
    r"abs|[su]max|[su]min|[su]cmp|ctpop|ctlz|cttz|bswap|bitreverse|fsh[lr]|[su](?:add|sub|mul)\.with\.overflow|"
    r"[su](?:add|sub|shl)\.sat|[su](?:mul|div)\.fix|fpto[su]i\.sat|convert\.(?:to|from)\.fp16|clmul|"
    r"fabs|sqrt|fma|fmuladd|powi?|exp|exp2|exp10|log|log2|log10|a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|"
    r"sincos|sincospi|modf|ldexp|frexp|floor|ceil|trunc|rint|nearbyint|round|roundeven|l?lround|l?lrint|"
    r"minnum|maxnum|minimum|maximum|minimumnum|maximumnum|copysign|canonicalize|is\.fpclass|"
    r"arithmetic\.fence|fptrunc\.round"
)
_VECTORS = (
    r"vector|masked|vp|matrix|stepvector|vscale|get\.active\.lane\.mask|"
    r"experimental\.(?:vector|vp|stepvector|get\.vector\.length|constrained|noalias\.scope\.decl)"
)
_MEMORY = (
    r"memcpy|memmove|memset|lifetime|invariant|launder\.invariant\.group|strip\.invariant\.group|prefetch|"
    r"stacksave|stackrestore|objectsize|ptrmask|threadlocal\.address"
)
_HINTS = r"assume|expect|dbg|is\.constant|donothing|sideeffect|ssa\.copy|trap"
_X86 = (
    r"x86\.(?!sse\.(?:ld|st)mxcsr|sse2\.(?:clflush|pause)|sse3\.m)"
    r"(?:sse\w*|ssse3|avx\w*|fma\w*|xop|bmi|tbm|pclmulqdq|aesni|sha\w*|vgf2p8\w*|vcvt\w*|addcarry|subborrow)"
)
_AARCH64 = r"aarch64\.(?:neon|sve|crc32\w*)"
INTRINSICS = re.compile(rf"llvm\.(?:{_ARITHMETIC}|{_VECTORS}|{_MEMORY}|{_HINTS}|{_X86}|{_AARCH64})(?:\.|$)")

# Function attributes in quotes that steer code generation and cannot name a function to call (as
# "trap-func-name", "probe-stack" and "fentry-call" can).
_ATTRIBUTE_NAMES = """
alloc-family branch-target-enforcement frame-pointer less-precise-fpmad min-legal-vector-width no-builtins
no-inline-line-tables no-jump-tables no-realign-stack no-trapping-math prefer-vector-width sign-return-address
sign-return-address-key stack-protector-buffer-size stackrealign strict-float-cast-overflow target-cpu
target-features tune-cpu uniform-work-group-size use-soft-float
"""
HARMLESS_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
# Passes of LLVM 19 to 22 that only make code of code: none reads or writes a file, adds counters or checks,
# or changes what a function may be linked with.
_TRANSFORMATIONS = """
default module cgscc function loop loop-mssa devirt require invalidate verify
adce aggressive-instcombine alignment-from-assumptions always-inline argpromotion bdce break-crit-edges
called-value-propagation callsite-splitting chr consthoist constmerge constraint-elimination
correlated-propagation dce deadargelim dfa-jump-threading div-rem-pairs dse early-cse
flatten-cfg float2int function-attrs globaldce globalopt guard-widening gvn gvn-hoist gvn-sink indvars
infer-alignment inferattrs inject-tli-mappings inline inliner-wrapper instcombine instsimplify
ipsccp irce jump-threading lcssa libcalls-shrinkwrap licm lnicm
load-store-vectorizer loop-bound-split loop-data-prefetch loop-deletion loop-distribute loop-flatten
loop-fusion loop-idiom loop-instsimplify loop-interchange loop-load-elim loop-predication loop-reduce
loop-rotate loop-simplify loop-simplifycfg loop-sink loop-unroll loop-unroll-and-jam loop-unroll-full
loop-vectorize loop-versioning loop-versioning-licm lower-constant-intrinsics lower-expect
lower-matrix-intrinsics lower-switch mem2reg memcpyopt mergefunc mergeicmps mldst-motion move-auto-init
nary-reassociate newgvn partially-inline-libcalls reassociate reg2mem rpo-function-attrs scalarizer
scalarize-masked-mem-intrin sccp separate-const-offset-from-gep simple-loop-unswitch simplifycfg sink
slp-vectorizer slsr speculative-execution sroa tailcallelim vector-combine
"""
PASSES = frozenset(_TRANSFORMATIONS.split())
# Module-level metadata that says what the compiler was; other kinds give options to the linker.
NAMED_METADATA = frozenset(("llvm.module.flags", "llvm.ident", "llvm.dbg.cu", "llvm.errno.tbaa"))


def unknown_passes(pipeline: str) -> list[str]:
    """The passes of an `opt -passes=` pipeline that are not permitted, in order."""
    previous = ""
    while previous != pipeline:
        previous, pipeline = pipeline, re.sub(r"<[^<>]*>", "", pipeline)
    return [name for name in re.split(r"[(),\s]+", pipeline) if name and name not in PASSES]


def is_permitted_callee(name: str) -> bool:
    """True for a pure function of libm, a function that moves memory, or a permitted intrinsic."""
    return name in MEMORY_FUNCTIONS or is_pure_libm(name) or INTRINSICS.match(name) is not None


def is_pure_libm(name: str) -> bool:
    """True for a function of libm without effects, in double or float."""
    return name in PURE_LIBM or (name.endswith("f") and name[:-1] in PURE_LIBM)


def library_declaration(name: str) -> str | None:
    """The `declare` line of a permitted library function, or None when `name` is none."""
    if name in MEMORY_FUNCTIONS:
        return MEMORY_FUNCTIONS[name]
    if not is_pure_libm(name):
        return None
    base, type_ = (name, "double") if name in PURE_LIBM else (name[:-1], "float")
    count = 1 if base in _UNARY else 2
    result, arguments = _OTHER.get(base, ("{0}", ("{0}",) * count))
    return f"declare {result} @{name}({', '.join(arguments)})".format(type_)
