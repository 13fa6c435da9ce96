# Read by the shell of every VS Code task (BASH_ENV): the tools of irloop first, and the kernel of the open file.
#
# The environment is that of the container (IRLOOP_VENV, and the LLVM of its IRLOOP_LLVM), else the checkout's .venv, where
# `clang` is the chosen one. An editor's shell need not have the container's own PATH. IRLOOP_FILE is the open file: a C
# file is the kernel itself; any other file of a kernel's folder (its .ll, its kernel.toml) stands for that kernel.
irloop_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="${IRLOOP_VENV:-$irloop_root/.venv}/bin:${IRLOOP_LLVM:+/usr/lib/llvm-$IRLOOP_LLVM/bin:}$PATH"
scripts=$irloop_root/scripts
if [ -n "${IRLOOP_FILE:-}" ]; then
  folder=$(dirname "$IRLOOP_FILE")
  kernel=$(basename "$IRLOOP_FILE")
  case $kernel in
  *.c) kernel=${kernel%.c} ;;
  *) kernel=$(basename "$folder") ;;
  esac
  if ! [ -e "$folder/$kernel.c" ]; then
    echo "$IRLOOP_FILE:1:1: error: not a file of a kernel: open its C file (kernels/gemm/gemm.c)," \
      "or run the task 'irloop: all steps for a kernel of the list'" >&2
    exit 2
  fi
  cd "$folder" || exit 2
  export kernel scripts
fi
