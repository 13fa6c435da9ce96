#!/usr/bin/env bash
# The five steps for one bundled kernel, by the same commands as the tasks of VS Code: flow.sh KERNEL
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
IRLOOP_FILE=$PWD/kernels/${1:?which kernel?}/$1.c
# shellcheck source=scripts/environment.bash
. scripts/environment.bash
set -x
clang -O3 -DPOLYBENCH_TIME -emit-llvm -S "$kernel.c" -o "$kernel.ll"
clang "$kernel.ll" -o "$kernel.opt"
perf stat -d -o "$kernel.prof.txt" "./$kernel.opt"
python3 "$scripts/profile_and_parse.py" --input "$kernel.prof.txt" --output "$kernel.prof.md"
python3 "$scripts/optimize_ir_llm.py" --input "$kernel.ll" --profile "$kernel.prof.md" --iterations 3 \
  --output "$kernel.opt.ll"
clang "$kernel.opt.ll" -o "$kernel.opt.final"
