#!/usr/bin/env bash
# Fetches the real clients of the dev container and of VS Code for the tests that drive them; no user needs them.
#
#   editor.sh cli       @devcontainers/cli: some seconds
#   editor.sh vscode    that, code-server (VS Code in a browser), Chromium and playwright-core: some minutes, 700 MB
#
# They go into IRLOOP_EDITOR (default: irloop-editor in the user's cache), where the tests look for them; the path of
# their commands is printed. Debian's packages are installed as root or by sudo. Does only what is missing.
set -euo pipefail

readonly CLI=@devcontainers/cli@0.89 CODE_SERVER=code-server@4.139 PLAYWRIGHT=playwright-core@1 NODE=node@24
readonly FOLDER=${IRLOOP_EDITOR:-${XDG_CACHE_HOME:-$HOME/.cache}/irloop-editor}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs Debian packages where a file that they bring is missing.
debian() {
  local file=$1
  shift
  [ ! -e "$file" ] || return 0
  echo "editor: installing with apt: $*" >&2
  as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends "$@" >/dev/null
}

# Installs npm packages where a file that they bring is missing.
npm_packages() {
  local file=$1
  shift
  [ ! -e "node_modules/$file" ] || return 0
  echo "editor: installing with npm: $*" >&2
  npm install --no-audit --no-fund --loglevel=error "$@" >&2
}

mkdir -p "$FOLDER"
cd "$FOLDER"
# One installation at a time; what is there is kept.
exec 9<.
flock 9
[ -e package.json ] || echo '{"private": true}' >package.json
command -v npm >/dev/null || debian /usr/bin/npm nodejs npm
case ${1:-} in
cli) npm_packages .bin/devcontainer "$CLI" ;;
vscode)
  debian /usr/bin/chromium chromium
  debian /usr/include/gssapi/gssapi.h libkrb5-dev build-essential python3
  # code-server wants this Node, also to build its parts that are no JavaScript.
  npm_packages .bin/node "$NODE" "$CLI" "$PLAYWRIGHT"
  PATH=$PWD/node_modules/.bin:$PATH npm_packages code-server/out/node/entry.js "$CODE_SERVER" --unsafe-perm
  ;;
*)
  echo "editor: cli or vscode?" >&2
  exit 2
  ;;
esac
echo "$FOLDER/node_modules/.bin"
