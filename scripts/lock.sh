#!/usr/bin/env bash
# Renews requirements.txt, the lock with hashes: runtime and development packages for Python 3.11 and later on
# every Linux machine, from the public registry whatever this machine's settings are. uv runs in an
# environment of its own. The file names no address and no path.
# Options are passed to uv, such as --upgrade (all to the newest) or --upgrade-package NAME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m venv "$scratch/uv"
"$scratch/uv/bin/python" -m pip --quiet install uv

# The machine's package settings must not reach the lock; its proxy and certificates must.
unset "${!UV_@}"
HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_CONFIG_DIRS=$scratch "$scratch/uv/bin/uv" pip compile \
  --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
  --group dev --output-file requirements.txt pyproject.toml "$@"
echo "lock: requirements.txt holds $(grep -c '==' requirements.txt) packages"
