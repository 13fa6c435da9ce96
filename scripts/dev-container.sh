#!/usr/bin/env bash
# Makes the opened checkout the irloop of the dev container: `irloop`, `irloop-tui` and the tests then run its sources.
# Needs no network. Run by the dev container when it is made; safe to run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
: "${IRLOOP_VENV:?this script belongs into the dev container; elsewhere run make setup}"
"$IRLOOP_VENV/bin/python" -m pip --quiet --disable-pip-version-check install \
  --no-index --no-deps --no-build-isolation --editable .
"$IRLOOP_VENV/bin/irloop" --version
