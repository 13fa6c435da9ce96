#!/usr/bin/env bash
# Builds irloop's container image, or renews the manifest of its Debian packages.
#
#   image.sh [build [TARGET]]    TARGET: runtime (tagged irloop), or another stage, such as dev (tagged irloop:dev)
#   image.sh lock                docker/packages.lock and docker/packages.dev.lock from fresh builds
#   image.sh contents [IMAGE]    every path of an image with type, mode, owner, time, link and content
#   image.sh twice [TARGET]      two builds without cache: fails with the difference unless the contents are equal
#   image.sh source              the digest of what goes into the image, its label org.irloop.source
#
#   IMAGE        name of the image (irloop)
#   BASE_IMAGE   another base, such as a mirror's copy (default: the digest in docker/Dockerfile)
#   BUILD_CA     CA bundle to trust in the build, behind a company proxy
#   APT_SNAPSHOT off: from apt's plain mirror, although the base image names a snapshot
#   DRIFT        warn: build although the Debian packages are not the locked ones
#   BUILD_FLAGS  more options for docker build, such as --no-cache
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOCKER_BUILDKIT=1

die() {
  printf 'image: %s\n' "$@" >&2
  exit 1
}

# Names and contents of the files that decide what is in the image; pipeline/container/image.py computes the same.
source_digest() {
  find docker pipeline tui kernels pyproject.toml requirements.txt -type f \
    \( -name '*.py' -o -name '*.c' -o -name '*.h' -o -name '*.toml' -o -name '*.txt' -o -name '*.tcss' -o -name '*.sh' \
    -o -name '*.html' -o -name Dockerfile -o -name '*.lock' -o -name seccomp.json -o -path '*/recorded*/*.md' \) \
    ! -name '*.prof.txt' ! -path '*/__pycache__/*' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
}

pinned_base() { sed -n 's/^ARG BASE_IMAGE=//p' docker/Dockerfile; }

build() {
  local target=$1 tag=$2
  local options=(--target "$target" --tag "$tag" --file docker/Dockerfile)
  options+=(--build-arg "DRIFT=${DRIFT:-fail}" --label "org.irloop.source=$(source_digest)")
  options+=(--label "org.opencontainers.image.base.name=${BASE_IMAGE:-$(pinned_base)}")
  options+=(--label "org.opencontainers.image.version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' pipeline/__init__.py)")
  [ -z "${BASE_IMAGE:-}" ] || options+=(--build-arg "BASE_IMAGE=$BASE_IMAGE")
  [ -z "${APT_SNAPSHOT:-}" ] || options+=(--build-arg "APT_SNAPSHOT=$APT_SNAPSHOT")
  [ -z "${BUILD_CA:-}" ] || options+=(--secret "id=ca,src=$BUILD_CA")
  # shellcheck disable=SC2086 # options are split on purpose
  docker build "${options[@]}" ${BUILD_FLAGS:-} .
}

# One line a path; what the engine itself puts into a running container is left out, and in /run the empty folders on
# which the builder mounted.
contents() {
  # shellcheck disable=SC2016 # for the container's shell
  docker run --rm --user 0 --network none --entrypoint sh "$1" -c 'cd / && set -f && set -- . -xdev
    skip="-path ./proc -o -path ./sys -o -path ./dev -o -path ./.dockerenv -o -path ./etc/hosts
      -o -path ./etc/hostname -o -path ./etc/resolv.conf -o -path ./etc/mtab -o -path ./etc -o -path . -o -path ./run -o ( -path ./run/* -type d )"
    find "$@" ! \( $skip \) -printf "%p %y %m %U:%G %Ts %l\n"
    find "$@" -type f ! \( $skip \) -exec sha256sum {} +' | LC_ALL=C sort
}

twice() {
  local number
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  for number in 1 2; do
    BUILD_FLAGS='--no-cache' build "$1" "irloop:build$number"
    contents "irloop:build$number" >"$scratch/$number"
  done
  docker image rm irloop:build1 irloop:build2 >/dev/null
  diff "$scratch/1" "$scratch/2" | head -n 100 >"$scratch/difference" || true
  [ ! -s "$scratch/difference" ] || die "two builds differ (< first, > second):" "$(<"$scratch/difference")"
  echo "image: two builds without cache are equal: $(wc -l <"$scratch/1") lines," \
    "sha256 $(sha256sum <"$scratch/1" | cut -c 1-64)"
}

packages_of() {
  docker run --rm --entrypoint dpkg-query "$1" -W \
    -f '${db:Status-Status} ${Package}=${Version}:${Architecture}\n' | sed -n 's/^installed //p' | LC_ALL=C sort
}

lock() {
  local base=other
  [ -n "${BASE_IMAGE:-}" ] || base=$(pinned_base)
  case ${BASE_IMAGE:-} in *@sha256:*) base=$BASE_IMAGE ;; esac
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  build system irloop:lock
  packages_of irloop:lock >"$scratch/system"
  # shellcheck disable=SC2016 # the backquotes are text
  { printf '# Debian packages of the image; made by `make image-lock`.\n# base: %s\n' "$base"; cat "$scratch/system"; } \
    >docker/packages.lock
  build dev-system irloop:lock
  packages_of irloop:lock | LC_ALL=C comm -13 "$scratch/system" - >"$scratch/dev"
  { printf '# Debian packages that the dev container adds\n'; cat "$scratch/dev"; } >docker/packages.dev.lock
  docker image rm --no-prune irloop:lock >/dev/null
  echo "image: docker/packages.lock holds $(grep -c = docker/packages.lock) packages, packages.dev.lock" \
    "$(grep -c = docker/packages.dev.lock) more"
}

command -v docker >/dev/null || die "no docker client: apt install docker.io (or your system's package of it)"
case ${1:-build} in
build) case ${2:-runtime} in
  runtime) build runtime "${IMAGE:-irloop}" ;;
  *) build "$2" "${IMAGE:-irloop}:$2" ;;
  esac ;;
lock) lock ;;
contents) contents "${2:-${IMAGE:-irloop}}" ;;
twice) twice "${2:-runtime}" ;;
source) source_digest ;;
*) die "no such word: $1 (build, lock, contents, twice, source)" ;;
esac
