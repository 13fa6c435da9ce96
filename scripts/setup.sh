#!/usr/bin/env bash
# Makes this checkout ready to use: the system packages of docker/packages.txt, then .venv with the Python
# packages of requirements.txt. Does only what is missing; says what it does. Debian 12 or 13 (other systems:
# the tools must be there already).
#
#   IRLOOP_LLVM     LLVM to use: a major version, or a folder with its tools (default: a complete one that is
#                   installed, 22 before others, else 22 from apt, else the newest from 19 on that apt offers)
#   IRLOOP_PYTHON   the Python to build .venv with (default: python3, from 3.11 on)
#
# Exit status: 0 ready, 1 something is missing and cannot be installed from here (the message says what to do).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly ROOT=$PWD PINNED_LLVM=22 OLDEST_LLVM=19 NEWEST_LLVM=30
readonly STAMP=.venv/irloop-setup.stamp
readonly LLVM_TOOLS=(clang opt llc llvm-link llvm-extract llvm-objcopy llvm-profdata ld.lld)
# Our own environment does not build itself anew; and apt and dpkg need the sbin folders, which a PATH may lack.
PATH=${PATH//"$ROOT/.venv/bin:"/}
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

# The package names for one LLVM (major version, or the folder of one that is not from packages), one a line.
wanted_packages() {
  sed -e 's/#.*//' -e "s|@LLVM@|$1|g" docker/packages.txt | awk 'NF && $1 !~ "/" { print $1 }'
}

# Those of them that are not installed.
missing_packages() {
  local wanted
  wanted=$(wanted_packages "$1")
  # shellcheck disable=SC2016,SC2086 # dpkg-query expands the format itself; the names are split on purpose
  comm -23 <(sort <<<"$wanted") \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

llvm_bin() {
  case $1 in
  /*) printf '%s' "$1" ;;
  *) printf '/usr/lib/llvm-%s/bin' "$1" ;;
  esac
}

llvm_has_tools() {
  local tool
  for tool in "${LLVM_TOOLS[@]}"; do [ -x "$(llvm_bin "$1")/$tool" ] || return 1; done
}

# Is a whole LLVM of this major version installed, tools and Polly plugin?
llvm_complete() { llvm_has_tools "$1" && [ -e "$(llvm_bin "$1")/../lib/LLVMPolly.so" ]; }

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

can_be_root() { [ "$(id -u)" = 0 ] || { have sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Chooses the LLVM (sets `llvm`).
choose_llvm() {
  llvm=${IRLOOP_LLVM:-}
  case $llvm in
  '') llvm=$(first_llvm llvm_complete) || llvm=$(first_llvm llvm_offered) || llvm=$PINNED_LLVM ;;
  /*) llvm_has_tools "$llvm" || die "IRLOOP_LLVM=$llvm: this folder lacks one of: ${LLVM_TOOLS[*]}." ;;
  *[!0-9]*)
    die "IRLOOP_LLVM=$llvm: expected a major version such as $PINNED_LLVM, or a folder such as /opt/llvm/bin."
    ;;
  *) ((llvm >= OLDEST_LLVM)) || die "IRLOOP_LLVM=$llvm: LLVM $OLDEST_LLVM or newer is needed." ;;
  esac
}

install_command() { printf 'apt-get install --no-install-recommends %s' "$*"; }

install_packages() {
  say "installing with apt (LLVM $llvm): $*"
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 install --no-install-recommends --no-upgrade --no-remove "$@" ||
    die "apt-get could not install these packages (its output is above). By hand:" "  $(install_command "$@")"
}

# Ends the set-up where nobody may install: what is missing, and the command that an administrator needs.
ask_administrator() {
  local hint=()
  llvm_offered "$llvm" || hint=("(LLVM $llvm is not in apt's lists; after apt-get update this may name another one.)")
  die "these system packages are missing, and only root (or sudo) with apt can install them:" "  $*" \
    "${hint[@]}" "Install them, then run this again:" "  sudo apt-get update && sudo $(install_command "$@")"
}

system_packages() {
  local missing
  choose_llvm
  mapfile -t missing < <(missing_packages "$llvm")
  ((${#missing[@]})) || return 0
  { have apt-get && can_be_root; } || ask_administrator "${missing[@]}"
  say "reading apt's package lists"
  quietly as_root apt-get -qq update ||
    say "apt-get update failed (above): going on with the lists that are here"
  # Only now is it known what apt offers: a fresh container has no lists at all.
  choose_llvm
  mapfile -t missing < <(missing_packages "$llvm")
  install_packages "${missing[@]}"
}

# A system without dpkg: nothing can be installed or looked up by package name, so look for the tools.
foreign_system() {
  local absent=() tool
  choose_llvm
  llvm_has_tools "$llvm" || absent+=("LLVM $OLDEST_LLVM or newer with lld, its folder named by IRLOOP_LLVM=/path/to/bin")
  for tool in valgrind perf objdump git; do have "$tool" || absent+=("$tool"); done
  ((${#absent[@]} == 0)) ||
    die "this is not a Debian system, and these are missing:" "${absent[@]/#/  }" \
      "Install them with your system's package manager, or use irloop's container."
}

# --- the Python environment --------------------------------------------------------------------------------

# Prints the real interpreter to build with: not one of a virtual environment, least of all our own.
find_python() {
  local name
  for name in ${IRLOOP_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    have "$name" || continue
    "$name" -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1); print(sys._base_executable)' && return
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
  printf '%s python %s lock %s\n' "$ROOT" "$version" "$(hash_of requirements.txt)"
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
    say "making .venv: $("$python" --version), the packages of requirements.txt"
    quietly "$python" -m venv --clear .venv || die "$python -m venv failed (above)."
    # The lock is complete: with nothing to resolve, pip cannot prefer a newer release to the locked one.
    quietly pip install --require-hashes --no-deps --only-binary :all: -r requirements.txt ||
      die "pip could not install requirements.txt (above)."
    quietly pip check || die "requirements.txt is not complete (above): make lock."
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
  llvm_has_tools "$llvm" || die "LLVM $llvm is damaged: $(llvm_bin "$llvm") lacks one of: ${LLVM_TOOLS[*]}." \
    "Reinstall it (apt-get install --reinstall clang-$llvm llvm-$llvm lld-$llvm), or set IRLOOP_LLVM to another."
  python_environment
  link_clang
  say "ready: LLVM $llvm, $(.venv/bin/python --version) in .venv"
}

main
