#!/bin/sh
# Compares the Debian packages of this image with committed manifests (name=version:arch, one a line).
#
#   check-lock.sh LIST LOCK...      LIST: where the packages found are written
#
# DRIFT=fail (default) stops the build at a difference, DRIFT=warn only shows it: for a mirror of another date. A
# manifest holds for the base image that its line "# base:" names (`other`: any but a pinned one); on another base a
# difference is no drift, and is only shown. Lines of other architectures are passed over; an architecture without any
# line is not compared.
set -eu
list=$1
shift
arch=$(dpkg --print-architecture)
dpkg-query -W -f '${db:Status-Status} ${Package}=${Version}:${Architecture}\n' | sed -n 's/^installed //p' |
  LC_ALL=C sort >"$list"
[ -z "${SOURCE_DATE_EPOCH:-}" ] || touch --date="@$SOURCE_DATE_EPOCH" "$list"
if ! grep -q ":$arch\$" "$@"; then
  echo "packages.lock: no line for $arch, nothing to compare" >&2
  exit 0
fi
case ${BASE_IMAGE:-} in
*@sha256:*) base=$BASE_IMAGE ;;
*) base=other ;;
esac
wanted=$(mktemp)
grep -hE "^[^#].*:($arch|all)\$" "$@" | LC_ALL=C sort >"$wanted"
if drift=$(diff -U0 "$wanted" "$list" | sed -n -e '/^---/d' -e '/^+++/d' -e '/^[-+]/p'); [ -n "$drift" ]; then
  echo "packages.lock: the packages of this image are not the locked ones (- locked, + found here):" >&2
  printf '%s\n' "$drift" >&2
  if ! grep -qxF "# base: $base" "$@"; then
    echo "The manifest was made on another base image, so that the build goes on; make image-lock renews it." >&2
  else
    echo "If that is wanted: make image-lock, look at its difference, commit it. To build anyway: DRIFT=warn." >&2
    [ "${DRIFT:-fail}" = warn ] || exit 1
  fi
fi
rm "$wanted"
