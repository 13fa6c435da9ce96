#!/bin/sh
# Installs Python packages into /opt/irloop: pip's options and arguments are this script's own.
# A CA bundle at /run/secrets/ca is trusted. Byte code is written with hashes instead of times, the same in every
# build; the test suites of the large packages stay out.
set -eu
[ ! -s /run/secrets/ca ] || export PIP_CERT=/run/secrets/ca
touch /tmp/before
[ -e /opt/irloop/bin/python ] || python3 -m venv /opt/irloop
/opt/irloop/bin/python -m pip --quiet --no-cache-dir --disable-pip-version-check install --no-compile --no-deps "$@"
cd /opt/irloop/lib/python3.*/site-packages
find pandas scipy matplotlib -name tests -type d -cnewer /tmp/before -prune -exec rm -rf {} + 2>/dev/null || true
find . -name __pycache__ -type d -cnewer /tmp/before -prune -exec rm -rf {} +
find . -name '*.py' -cnewer /tmp/before >/tmp/new
PYTHONHASHSEED=0 /opt/irloop/bin/python -m compileall -q --invalidation-mode unchecked-hash -i /tmp/new
