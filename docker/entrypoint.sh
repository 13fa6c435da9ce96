#!/bin/sh
# `docker run irloop run gemm --out /out`: irloop as the owner of what is mounted, without capabilities.
#
# A container that is started as root (the default) works as the owner of the mounted /out or /work, so that its files
# belong to whoever made that folder; without one it works as the user irloop. With `--user` it works as that user.
set -eu

owner() {
  for folder in /out /work; do
    if mountpoint -q "$folder"; then
      stat -c '%u %g' "$folder"
      return
    fi
  done
  echo '1000 1000'
}

prefix=''
if [ "$(id -u)" = 0 ]; then
  set_ids() { uid=$1 gid=$2; }
  # shellcheck disable=SC2046
  set_ids $(owner)
  prefix="setpriv --no-new-privs --inh-caps=-all"
  # Without these capabilities (--cap-drop ALL) nobody can be changed into: it stays root, which then has no powers.
  if setpriv --reuid "$uid" --regid "$gid" --clear-groups true 2>/dev/null; then
    prefix="$prefix --bounding-set=-all --reuid $uid --regid $gid --clear-groups"
  elif mountpoint -q /out && ! [ -w /out ]; then
    echo "irloop: without capabilities the container cannot become the owner of /out ($uid):" \
      "add --user \"\$(id -u):\$(id -g)\"" >&2
    exit 2
  fi
else
  uid=$(id -u)
fi

# A home that takes files, also for a user that the image does not know and with a read-only root.
if [ "$uid" = 1000 ] && [ -w /home/irloop ]; then HOME=/home/irloop; else HOME=/tmp; fi
export HOME
export USER="${USER:-irloop}" MPLCONFIGDIR="${MPLCONFIGDIR:-/tmp/matplotlib}"

case ${1:-} in
irloop | irloop-tui | bash | sh | /*) ;;
*) set -- irloop "$@" ;;
esac
# shellcheck disable=SC2086 # the prefix is split on purpose
exec $prefix "$@"
