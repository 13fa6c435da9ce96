#!/bin/sh
# The end of every build step that writes: removes logs and caches, and sets the time of what the step made to
# SOURCE_DATE_EPOCH, so that two builds of the same sources are the same.
set -eu
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* /var/cache/ldconfig/* /var/cache/debconf/*-old \
  /var/lib/dpkg/*-old /var/cache/man /root/.cache /tmp/* /etc/passwd- /etc/group- /etc/shadow- /etc/gshadow- \
  /etc/subuid- /etc/subgid-
# What the builder mounts into a step is not part of the image.
find / -xdev \( -path /run -o -path /proc -o -path /sys -o -path /dev -o -path /etc/resolv.conf \
  -o -path /etc/hosts \) -prune -o -newermt "@$SOURCE_DATE_EPOCH" -print0 |
  xargs -0 -r touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
