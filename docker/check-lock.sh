#!/bin/sh
# Compares the Debian packages of this image with committed manifests (name=version:arch, one a line).
#
#   check-lock.sh LOCK...
#
# DRIFT=fail (default) stops the build at a difference, DRIFT=warn only shows it: for a base image or a mirror of
# another date. Lines of other architectures are passed over; an architecture without any line is not compared.
set -eu
arch=$(dpkg --print-architecture)
if ! grep -q ":$arch\$" "$@"; then
  echo "packages.lock: no line for $arch, nothing to compare" >&2
  exit 0
fi
wanted=$(mktemp) found=$(mktemp)
grep -hE "^[^#].*:($arch|all)\$" "$@" | LC_ALL=C sort >"$wanted"
dpkg-query -W -f '${db:Status-Status} ${Package}=${Version}:${Architecture}\n' | sed -n 's/^installed //p' |
  LC_ALL=C sort >"$found"
if drift=$(diff -U0 "$wanted" "$found" | sed -n -e '/^---/d' -e '/^+++/d' -e '/^[-+]/p'); [ -n "$drift" ]; then
  echo "packages.lock: the packages of this image are not the locked ones (- locked, + found here):" >&2
  printf '%s\n' "$drift" >&2
  echo "If that is wanted: make image-lock, look at its difference, commit it. To build anyway: DRIFT=warn." >&2
  [ "${DRIFT:-fail}" = warn ] || exit 1
fi
rm "$wanted" "$found"
