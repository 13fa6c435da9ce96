#!/usr/bin/env bash
# Makes this checkout ready to use: the system packages of docker/packages.txt, then .venv with the Python
# packages of requirements.txt. Does only what is missing; says what it does. Debian 12 or 13 (other systems:
# the tools must be there already).
#
#   IRLOOP_LLVM     major version of LLVM to use (default: a complete one that is installed, else 22, else
#                   the newest from 19 on that apt offers)
#   IRLOOP_PYTHON   the Python to build .venv with (default: python3, from 3.11 on)
#
# Exit status: 0 ready, 1 something is missing and cannot be installed from here (the message says what to do).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly ROOT=$PWD PINNED_LLVM=22 OLDEST_LLVM=19 NEWEST_LLVM=30
readonly STAMP=.venv/irloop-setup.stamp
readonly LLVM_TOOLS=(clang opt llc llvm-link llvm-extract llvm-objcopy ld.lld)
# apt and dpkg need the sbin folders, which a user's or cron's PATH may lack.
export PATH=${PATH:-/usr/bin:/bin}:/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin LC_ALL=C.UTF-8

say() { printf 'setup: %s\n' "$*"; }
die() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command, showing its output only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status)); then tail -n 40 "$log" >&2; fi
  rm -f "$log"
  return "$status"
}

# --- system packages ---------------------------------------------------------------------------------------

# The package names for one LLVM major version, one a line.
wanted_packages() { sed -e 's/#.*//' -e "s/@LLVM@/$1/g" docker/packages.txt | awk 'NF { print $1 }'; }

# Those of them that are not installed.
missing_packages() {
  local wanted
  wanted=$(wanted_packages "$1")
  # shellcheck disable=SC2016,SC2086 # dpkg-query expands the format itself; the names are split on purpose
  comm -23 <(sort <<<"$wanted") \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

llvm_bin() { printf '/usr/lib/llvm-%s/bin' "$1"; }

# Is a whole LLVM of this major version installed, tools and Polly plugin?
llvm_complete() {
  local tool
  for tool in "${LLVM_TOOLS[@]}"; do [ -x "$(llvm_bin "$1")/$tool" ] || return 1; done
  [ -e "$(llvm_bin "$1")/../lib/LLVMPolly.so" ]
}

# Does apt know every LLVM package of this major version?
llvm_offered() {
  local names
  names=$(comm -13 <(wanted_packages 0 | sort) <(wanted_packages "$1" | sort))
  # shellcheck disable=SC2086 # the names are split on purpose
  [ "$(apt-cache policy $names 2>/dev/null | grep -c '^  Candidate: [^(]')" = "$(wc -l <<<"$names")" ]
}

# The first major version, the pinned one first and then from the newest down, for which a check holds.
first_llvm() {
  local check=$1 major
  for major in "$PINNED_LLVM" $(seq "$NEWEST_LLVM" -1 "$OLDEST_LLVM"); do
    if "$check" "$major"; then
      echo "$major"
      return
    fi
  done
  return 1
}

# How to become root: nothing to add, "sudo", or failure.
as_root() {
  if [ "$(id -u)" = 0 ]; then return; fi
  have sudo || return 1
  sudo -n true 2>/dev/null || [ -t 0 ] || return 1
  echo sudo
}

# Chooses the LLVM (sets `llvm`). Argument: the check by which apt's offer may be believed.
choose_llvm() {
  llvm=${IRLOOP_LLVM:-}
  if [ -n "$llvm" ]; then
    [[ $llvm =~ ^[0-9]+$ ]] && ((llvm >= OLDEST_LLVM)) ||
      die "IRLOOP_LLVM=$llvm: expected a major version from $OLDEST_LLVM on, such as IRLOOP_LLVM=$PINNED_LLVM."
    return
  fi
  llvm=$(first_llvm llvm_complete) || llvm=$(first_llvm llvm_offered) || llvm=$PINNED_LLVM
}

install_packages() {
  local missing=$1 sudo=$2
  say "installing with apt (LLVM $llvm):" $missing
  quietly $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends --no-upgrade --no-remove $missing ||
    die "apt-get could not install these packages (its output is above). Try by hand:" \
      "  apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$missing")"
}

system_packages() {
  local missing sudo
  choose_llvm
  missing=$(missing_packages "$llvm")
  [ -n "$missing" ] || return 0
  if ! have apt-get || ! sudo=$(as_root); then
    die "these system packages are missing, and they can only be installed with apt by root or through sudo:" \
      "  $(tr '\n' ' ' <<<"$missing")" "Install them with this, then run it again:" \
      "  sudo apt-get update && sudo apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$missing")"
  fi
  say "reading apt's package lists"
  quietly $sudo apt-get -qq update || say "apt-get update failed (above): going on with the lists that are here"
  # Only now is it known what apt offers: a fresh container has no lists at all.
  choose_llvm
  missing=$(missing_packages "$llvm")
  install_packages "$missing" "$sudo"
  llvm_complete "$llvm" || die "LLVM $llvm is installed, but $(llvm_bin "$llvm") lacks one of: ${LLVM_TOOLS[*]}, Polly."
}

# A system without dpkg: nothing can be installed or looked up by package name, so look for the tools.
foreign_system() {
  local absent=() tool
  llvm=${IRLOOP_LLVM:-$(first_llvm llvm_complete)} || absent+=("LLVM from $OLDEST_LLVM on in /usr/lib/llvm-N, with Polly and lld")
  for tool in valgrind perf objdump git; do have "$tool" || absent+=("$tool"); done
  ((${#absent[@]} == 0)) && return
  die "this is not a Debian system, and these are missing:" "${absent[@]/#/  }" \
    "Install them with your system's package manager, or use irloop's container."
}

# --- the Python environment --------------------------------------------------------------------------------

# Prints the real interpreter to build with: not one of a virtual environment, least of all our own.
find_python() {
  local name
  for name in ${IRLOOP_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    have "$name" || continue
    "$name" -c 'import sys; print(sys._base_executable) if sys.version_info >= (3, 11) else sys.exit(1)' 2>/dev/null && return
  done
  die "Python 3.11 or newer is needed; found: ${IRLOOP_PYTHON:-$(python3 --version 2>&1 || true)}." \
    "Install one, or name it: IRLOOP_PYTHON=/path/to/python make setup"
}

# Where packages come from is the user's to set (index, proxy, certificates), and the hashes decide what is
# accepted; settings that would change what is installed or where are put aside.
pip() {
  env -u PIP_TARGET -u PIP_PREFIX -u PIP_ROOT -u PIP_CONSTRAINT -u PIP_NO_BINARY -u PIP_PYTHON -u PYTHONPATH \
    -u PYTHONHOME PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 \
    "$ROOT/.venv/bin/python" -m pip --quiet "$@"
}

hash_of() { cat "$@" | sha256sum | cut -c 1-16; }

# What the environment depends on. The first line asks for a new environment when it changes, the second
# only for irloop's own entry in it.
wanted_stamp() {
  local version
  version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  printf '%s python %s lock %s\n' "$ROOT" "$version" "$(hash_of requirements.txt scripts/setup.sh)"
  printf 'project %s\n' "$(hash_of pyproject.toml)"
}

# A line of the stamp is written when its step is done and removed before the step: an interrupted set-up
# starts afresh.
python_environment() {
  local python stamp old=''
  python=$(find_python)
  stamp=$(wanted_stamp "$python")
  if [ -e "$STAMP" ] && .venv/bin/python -c '' 2>/dev/null; then old=$(<"$STAMP"); fi
  [ "$old" != "$stamp" ] || return 0
  if [ "${old%%$'\n'*}" != "${stamp%%$'\n'*}" ]; then
    rm -f "$STAMP"
    say "making .venv with $("$python" --version) and $(grep -c '==' requirements.txt) Python packages from requirements.txt"
    quietly "$python" -m venv --clear .venv || die "$python -m venv failed (above)."
    quietly pip install --require-hashes --only-binary :all: -r requirements.txt ||
      die "pip could not install requirements.txt (above)."
    printf '%s\n' "${stamp%%$'\n'*}" >"$STAMP"
  fi
  say "installing irloop itself into .venv (editable)"
  quietly pip install --no-index --no-deps --no-build-isolation --editable . ||
    die "pip could not install irloop itself (above)."
  printf '%s\n' "$stamp" >"$STAMP"
}

# With the environment activated, plain `clang` is the chosen one, even where /usr/bin/clang is an old one.
link_clang() {
  local target
  target=$(llvm_bin "$llvm")/clang
  [ "$(readlink .venv/bin/clang || true)" = "$target" ] || ln -sfn "$target" .venv/bin/clang
}

main() {
  # One set-up of this checkout at a time; the lock is on the folder itself and goes with the process.
  exec 9<.
  if have flock; then flock 9; fi
  if have dpkg-query; then system_packages; else foreign_system; fi
  python_environment
  link_clang
  say "ready: LLVM $llvm, $(.venv/bin/python --version) in .venv"
}

main
