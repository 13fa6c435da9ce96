#!/bin/sh
# Installs the Debian packages of some lists, and leaves nothing behind that differs between two builds.
#
#   apt-install.sh LLVM LIST...     LLVM: its major version, put for @LLVM@ in the lists
#
# APT_SNAPSHOT=on (default): where the base image names the archive snapshot it was made from (a comment above its
# URIs), packages come from there, so that the same versions are found years later. off: from the plain mirror.
# A CA bundle at /run/secrets/ca is trusted, for builds behind a company proxy.
set -eu
llvm=$1
shift
# The same folders stay out as in Debian's slim images; licences stay.
cat >/etc/dpkg/dpkg.cfg.d/irloop <<'EOF'
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
EOF
if [ "${APT_SNAPSHOT:-on}" = on ]; then
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] || continue
    awk '/^# *https?:\/\/snapshot\.debian\.org\// { snapshot = $2 }
         /^URIs:/ && snapshot { print "URIs: " snapshot; snapshot = ""; next }
         { print }' "$file" >/tmp/sources
    cat /tmp/sources >"$file"
    rm /tmp/sources
  done
fi
# A snapshot's lists are older than they may be; their signatures are checked all the same.
options='-qq -o Acquire::Check-Valid-Until=false -o Acquire::Retries=3 -o Dpkg::Use-Pty=0'
if [ -s /run/secrets/ca ]; then options="$options -o Acquire::https::CAInfo=/run/secrets/ca"; fi
names=$(sed -e 's/#.*//' -e "s/@LLVM@/$llvm/g" "$@" | awk 'NF { print $1 }')
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # options and names are split on purpose
apt-get $options update
# shellcheck disable=SC2086
apt-get $options -y install --no-install-recommends $names
